"""The page of printers and badges: what waits, what came of it, and what a person can do."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.fakes import FakePrinter
from tests.ui.front_desk import FrontDesk, front_desk, make_edition, printers
from vi_events.checkin.print_jobs import Job
from vi_events.checkin.print_views import JobView, PrinterView
from vi_events.ui.checkin import print_words
from vi_events.ui.checkin.job_table import JobTable
from vi_events.ui.checkin.page_dialog import PageDialog
from vi_events.ui.checkin.printer_panel import PrinterPanel
from vi_events.ui.checkin.printers_page import PrintersPage
from vi_events.ui.checkin.settings_dialog import SettingsDialog

Key = Qt.Key
JOB = Job("j0", "a0", "poste-1/Accueil", "confirmed", 1_795_000_000_000, "poste-1", "admission")
HERE = PrinterView("poste-1/Accueil", "Accueil", 576, "bad", "L’imprimante n’a plus de papier.", waiting=3)
SPARE = PrinterView("poste-1/Secours", "Secours", 576, "ok", "L’imprimante est prête.")
AWAY = PrinterView("poste-2/Nord", "Nord", 576, here=False)


@pytest.fixture
def front(tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with front_desk(make_edition(tmp_path), qtbot) as made:
        yield made


@pytest.fixture
def paper_out() -> Iterator[FakePrinter]:
    with FakePrinter("paper_out") as printer:
        yield printer


def open_page(front: FrontDesk) -> PrintersPage:
    front.press(Key.Key_F7, Qt.KeyboardModifier.ControlModifier)
    dialog: PageDialog = front.dialog(PageDialog)
    page = dialog.findChild(PrintersPage)
    assert isinstance(page, PrintersPage)
    return page


def job(number: int, state: str, name: str = "", authority: str = "Bassens") -> JobView:
    return JobView(replace(JOB, id=f"j{number}", state=state), name or f"Personne {number}", authority)


def test_the_page_says_what_waits_and_why(front: FrontDesk, paper_out: FakePrinter) -> None:
    front.window.badges.use_printers(printers(paper_out.url))
    front.scan("marie")
    page = open_page(front)
    front.until(lambda: page.printers.facts.text() == "En attente\u202f: 1")
    front.until(lambda: page.printers.lamp.text() == "N’imprime pas")
    assert page.printers.sentence.text() == "L’imprimante n’a plus de papier\u202f: changez le rouleau."
    assert [each.name for each in page.jobs.shown()] == ["Marie Curie"]
    assert page.job.state.text() == "En attente"
    assert page.jobs.summary.text() == "1 en attente"


def test_one_key_moves_what_waits_to_another_printer(front: FrontDesk, paper_out: FakePrinter) -> None:
    with FakePrinter() as spare:
        front.window.badges.use_printers(printers(paper_out.url, spare.url))
        front.scan("marie")
        front.scan("paul")
        page = open_page(front)
        front.until(lambda: page.printers.move_button.isVisible())
        front.until(lambda: page.printers.move_button.text() == "Passer les 2 badges à «\u00a0Secours\u00a0»")
        front.press(Key.Key_F6)
        front.until(lambda: len(spare.pages) == 2)
        front.until(lambda: page.said.text() == "2 badges passés à «\u00a0Secours (poste-1)\u00a0».")
        assert paper_out.pages == []


def test_a_waiting_badge_is_cancelled_and_asked_for_again(front: FrontDesk, paper_out: FakePrinter) -> None:
    front.window.badges.use_printers(printers(paper_out.url))
    front.scan("marie")
    page = open_page(front)
    front.until(page.job.cancel.isVisible)
    front.press(Key.Key_Delete)
    front.until(lambda: page.job.state.text() == "Annulé")
    paper_out.mode = "ok"
    front.press(Key.Key_F7)
    front.until(lambda: [each.job.state for each in page.jobs.shown()] == ["confirmed", "cancelled"])
    assert len(paper_out.pages) == 1


def test_the_question_is_answered_on_the_page_too(front: FrontDesk, paper_out: FakePrinter) -> None:
    paper_out.mode = "closes_mid_job"
    front.window.badges.use_printers(printers(paper_out.url))
    front.scan("marie")
    page = open_page(front)
    front.until(page.job.yes.isVisible)
    front.press(Key.Key_F12)
    front.until(lambda: page.job.state.text() == "Imprimé, confirmé")
    assert not front.window.side.question.isVisible()


def test_a_new_roll_counts_its_badges(front: FrontDesk, paper_out: FakePrinter) -> None:
    paper_out.mode = "ok"
    front.window.badges.use_printers(printers(paper_out.url))
    page = open_page(front)
    front.until(page.printers.roll.isVisible)
    page.printers.roll.setText("120")
    front.press(Key.Key_F8)
    front.until(lambda: "Reste sur le rouleau\u202f: 120 badges" in page.printers.facts.text())
    front.scan("marie")
    front.until(lambda: "Reste sur le rouleau\u202f: 119 badges" in page.printers.facts.text())


def test_the_test_card_comes_out_and_the_journal_does_not_hear_of_it(front: FrontDesk, paper_out: FakePrinter) -> None:
    paper_out.mode = "ok"
    front.window.badges.use_printers(printers(paper_out.url))
    page = open_page(front)
    front.until(page.printers.card.isVisible)
    front.press(Key.Key_F9)
    front.until(lambda: len(paper_out.pages) == 1)
    assert front.journal("badge_queued") == []


def test_the_lamp_leads_to_the_page_and_the_page_to_the_settings(front: FrontDesk) -> None:
    lamp = front.window.top.lamps.lamps[1]
    QTest.mouseClick(lamp, Qt.MouseButton.LeftButton)
    dialog = front.dialog(PageDialog)
    assert dialog.findChild(PrintersPage).printers.name.text() == "Pas d’imprimante"
    front.press(Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    front.dialog(SettingsDialog)
    assert not dialog.isVisible()


def test_the_other_lamps_lead_nowhere(front: FrontDesk) -> None:
    asked: list[bool] = []
    front.window.printers_requested.connect(lambda: asked.append(True))
    QTest.mouseClick(front.window.top.lamps.lamps[0], Qt.MouseButton.LeftButton)
    assert asked == []


def test_scans_go_on_while_the_page_is_open(front: FrontDesk, paper_out: FakePrinter) -> None:
    front.window.badges.use_printers(printers(paper_out.url))
    page = open_page(front)
    assert front.scan("marie") == "admitted"
    front.until(lambda: [each.name for each in page.jobs.shown()] == ["Marie Curie"])


# The table and the panel by themselves


@pytest.fixture
def table(qtbot: QtBot) -> JobTable:
    made = JobTable()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def test_without_any_badge_the_table_says_so(table: JobTable) -> None:
    assert table.empty.isVisible()
    assert "Aucun badge demandé" in table.empty.text()


def test_six_hundred_badges_are_filtered_as_one_types(table: JobTable) -> None:
    kept = table.selected
    waiting = (job(number, "queued") for number in range(600))
    table.show_jobs((*waiting, job(600, "unknown", "Zoé Œuvrard")))
    assert table.summary.text() == "1 à vérifier · 600 en attente"
    QTest.keyClicks(table.filter, "oeu")
    assert [each.name for each in table.shown()] == ["Zoé Œuvrard"]
    selected = kept()
    assert selected is not None
    assert selected.job.state == "unknown"
    table.filter.clear()
    QTest.keyClicks(table.filter, "xyz")
    assert table.shown() == []
    assert table.empty.text() == "Aucun badge ne correspond."


def test_every_state_is_in_one_kind_of_the_filter_and_has_its_words(table: JobTable) -> None:
    jobs = tuple(job(number, state) for number, state in enumerate(print_words.STATES))
    table.show_jobs(jobs)
    seen: list[str] = []
    for row in range(1, table.kind.count()):
        table.kind.setCurrentIndex(row)
        seen += [each.job.state for each in table.shown()]
    assert sorted(seen) == sorted(print_words.STATES)
    assert all(print_words.state(state) for state in seen)


def test_the_badge_under_the_cursor_stays_when_others_come(table: JobTable) -> None:
    table.show_jobs((job(2, "queued"), job(1, "confirmed")))
    table.view.selectRow(1)
    table.show_jobs((job(3, "queued"), job(2, "sending"), job(1, "confirmed")))
    selected = table.selected()
    assert selected is not None
    assert selected.job.id == "j1"


@pytest.fixture
def panel(qtbot: QtBot) -> PrinterPanel:
    made = PrinterPanel({"Accueil": "tcp://192.0.2.7:9100"})
    qtbot.addWidget(made)
    made.show()
    made.show_printers((HERE, SPARE, AWAY), {})
    return made


def choose(panel: PrinterPanel, printer: str) -> None:
    panel.target.setCurrentIndex(panel.target.findData(printer))
    panel.target.activated.emit(panel.target.currentIndex())


def test_badges_are_passed_to_a_printer_that_works_first(panel: PrinterPanel) -> None:
    asked: list[tuple[str, str]] = []
    panel.move_requested.connect(lambda *pair: asked.append(pair))
    panel.show_printers((HERE, replace(SPARE, level="bad"), AWAY), {})
    panel.move_button.click()
    choose(panel, SPARE.id)
    panel.move_button.click()
    assert asked == [(HERE.id, AWAY.id), (HERE.id, SPARE.id)]


def test_the_target_chosen_stays_when_printers_speak(panel: PrinterPanel) -> None:
    choose(panel, AWAY.id)
    panel.show_printers((replace(HERE, waiting=4), SPARE, AWAY), {})
    assert panel.target.currentData() == AWAY.id
    assert panel.move_button.text() == "Passer les 4 badges à «\u00a0Nord (poste-2)\u00a0»"


def test_a_printer_of_another_station_offers_nothing_that_needs_its_cable(panel: PrinterPanel) -> None:
    panel.list.setCurrentRow(2)
    assert panel.name.text() == "Imprimante de poste-2 (Nord)"
    for button in (panel.check, panel.card, panel.roll_button, panel.move_button):
        assert not button.isVisible()


def test_the_badge_being_printed_is_named(panel: PrinterPanel) -> None:
    panel.show_printers((replace(HERE, busy="j1"),), {"j1": "Marie Curie"})
    assert "En cours\u202f: Marie Curie" in panel.facts.text()


def test_everything_has_an_accessible_name(front: FrontDesk) -> None:
    page = open_page(front)
    kinds: tuple[type, ...] = (QLineEdit, QComboBox, QAbstractButton)
    shown = [each for kind in kinds for each in page.findChildren(kind) if each.isVisible()]
    assert [each for each in shown if not each.accessibleName()] == []
