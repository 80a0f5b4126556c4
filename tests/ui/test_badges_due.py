"""Badges printed elsewhere than at the door: on sheets, by another station, or the day before."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from tests.fakes import FakePrinter
from tests.ui.front_desk import FrontDesk, front_desk, make_edition, printers
from vi_events.ui.checkin.badges_ahead import BadgesAhead
from vi_events.ui.checkin.badges_due import BadgesDue, a6_printer

Key = Qt.Key
NORTH = "poste-2/Nord"


@pytest.fixture
def front(tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    """A desk without a printer, where two people came in."""
    with front_desk(make_edition(tmp_path), qtbot) as made:
        made.scan("marie")
        made.scan("paul")
        yield made


@pytest.fixture
def due(front: FrontDesk) -> BadgesDue:
    front.press(Key.Key_F8, Qt.KeyboardModifier.ControlModifier)
    dialog: BadgesDue = front.dialog(BadgesDue)
    front.until(lambda: dialog.people.rowCount() == 2)
    return dialog


def test_who_came_in_without_a_badge_is_listed(due: BadgesDue) -> None:
    assert due.sentence.text() == "2 personnes sont entrées sans recevoir de badge."
    assert due.people.texts() == [("Marie Curie", "Bassens"), ("Paul Valéry", "Bassens")]
    assert not due.send_button.isVisible(), "there is no printer at any station"


def test_sheets_are_noted_as_printed_only_when_a_person_saw_them(
    front: FrontDesk, due: BadgesDue, tmp_path: Path
) -> None:
    due.save_pdf(tmp_path / "badges.pdf")
    front.until(due.question.isVisible)
    assert (tmp_path / "badges.pdf").read_bytes().startswith(b"%PDF")
    assert due.question.words.text() == "Les 2 badges sont-ils sortis\u202f?"
    assert front.journal("badge_queued") == []
    front.press(Key.Key_F12)
    front.until(lambda: due.sentence.text() == "Toutes les personnes entrées ont leur badge.")
    assert [front.person(who).badges_printed for who in ("marie", "paul")] == [1, 1]


def test_sheets_that_did_not_come_out_stay_on_the_list(front: FrontDesk, due: BadgesDue, tmp_path: Path) -> None:
    due.save_pdf(tmp_path / "badges.pdf")
    front.until(due.question.isVisible)
    front.press(Key.Key_X, Qt.KeyboardModifier.AltModifier)
    front.until(lambda: "restent à imprimer" in due.said.text())
    assert due.people.rowCount() == 2
    assert due.pdf_button.isEnabled()
    assert front.journal("badge_queued") == []


def test_somebody_who_comes_in_meanwhile_is_not_noted_with_the_others(
    front: FrontDesk, due: BadgesDue, tmp_path: Path
) -> None:
    due.save_pdf(tmp_path / "badges.pdf")
    front.until(due.question.isVisible)
    front.scan("louise")
    due.refresh()
    front.until(lambda: due.people.rowCount() == 3)
    front.press(Key.Key_F12)
    front.until(lambda: due.people.texts() == [("Louise Michel", "Troyes")])


def test_a_folder_that_cannot_be_written_is_said(front: FrontDesk, due: BadgesDue, tmp_path: Path) -> None:
    due.save_pdf(tmp_path / "nowhere" / "badges.pdf")
    front.until(lambda: due.said.text().startswith("■"))
    assert not due.question.isVisible()
    assert due.pdf_button.isEnabled()


def test_an_office_printer_gets_one_a6_page_a_badge(
    front: FrontDesk, due: BadgesDue, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    printer = a6_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "office.pdf"))
    due.print_on(printer)
    front.until(due.question.isVisible)
    assert (tmp_path / "office.pdf").read_bytes().count(b"/Type /Page\n") == 2


def test_another_station_can_print_them(front: FrontDesk) -> None:
    queue = front.opened.reception.printing._queue
    front.ask(lambda _: queue.set_printer(NORTH, "Nord", 576))
    front.press(Key.Key_F8, Qt.KeyboardModifier.ControlModifier)
    due: BadgesDue = front.dialog(BadgesDue)
    front.until(due.send_button.isVisible)
    assert due.printer.currentText() == "Nord (poste-2)"
    front.press(Key.Key_F7)
    front.until(lambda: due.people.rowCount() == 0)
    assert {entry.payload["printer"] for entry in front.journal("badge_queued")} == {NORTH}


def ahead(front: FrontDesk) -> BadgesAhead:
    assert front.desk.verbs is not None
    front.desk.verbs.printing.show_ahead()
    dialog: BadgesAhead = front.dialog(BadgesAhead)
    front.until(lambda: dialog.printer.count() > 0)
    return dialog


def test_badges_printed_ahead_say_their_box_at_the_door(tmp_path: Path, qtbot: QtBot) -> None:
    with FakePrinter() as printer, front_desk(make_edition(tmp_path), qtbot, printer.url) as front:
        dialog = ahead(front)
        dialog.boxes.setText("2")
        front.press(Key.Key_Return)
        front.until(lambda: "Terminé" in dialog.progress.text())
        expected = len(printer.pages)
        assert expected == 6, "everybody whose registration is confirmed"
        dialog.reject()
        front.scan("marie")
        assert front.card.person.box.text() == f"Boîte {front.person('marie').box}"
        assert front.card.person.box.isVisible()
        front.qtbot.wait(100)
        assert len(printer.pages) == expected, "the badge is in its box"


def test_stopping_takes_back_what_waits(tmp_path: Path, qtbot: QtBot) -> None:
    with FakePrinter("paper_out") as printer, front_desk(make_edition(tmp_path), qtbot, printer.url) as front:
        dialog = ahead(front)
        dialog.accept()
        front.until(lambda: dialog.progress.text() == "0 badges sur 6")
        front.press(Key.Key_F8)
        front.until(lambda: not dialog.stop_button.isVisible())
        states = [entry.payload["state"] for entry in front.journal("badge_printed")]
        assert states == ["cancelled"] * 6
        assert printer.pages == []


def test_without_a_printer_the_day_before_says_what_to_do(front: FrontDesk) -> None:
    assert front.desk.verbs is not None
    front.desk.verbs.printing.show_ahead()
    dialog: BadgesAhead = front.dialog(BadgesAhead)
    front.until(lambda: "Aucune imprimante" in dialog.printer_field.problem)
    assert not dialog.accept_button.isEnabled()


def test_the_box_is_found_by_the_search_too(tmp_path: Path, qtbot: QtBot) -> None:
    with FakePrinter() as printer, front_desk(make_edition(tmp_path), qtbot) as front:
        front.window.badges.use_printers(printers(printer.url))
        dialog = ahead(front)
        dialog.accept()
        front.until(lambda: "Terminé" in dialog.progress.text())
        dialog.reject()
        found = front.opened.reception.find("curie")
        front.until(found.done)
        assert found.result()[0].box == front.person("marie").box != ""
