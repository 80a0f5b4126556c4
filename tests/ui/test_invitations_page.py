"""What whoever sends the invitations may rely on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.preparation_bench import PageBench, page_bench
from vi_events.checkin.invitations import CHANGED, CURRENT, MISSING
from vi_events.edition import erasure, programme
from vi_events.ui.preparation.invitations_page import InvitationsPage
from vi_events.ui.preparation.tickets_dialog import TicketsDialog

Bench = PageBench[InvitationsPage]


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    with page_bench(qtbot, tmp_path / "data", InvitationsPage) as made:
        for attendee_id, name in (("z", "Zidane"), ("o", "Œuvrard"), ("e", "Écart"), ("x", "Exbrayat")):
            made.expect(attendee_id, name)
        made.until(lambda: made.page.model.rowCount() == 4)
        yield made


def names(bench: Bench) -> list[str]:
    model = bench.page.model
    return [model.person(row).row.last_name for row in range(model.rowCount())]


def values(bench: Bench) -> list[str]:
    """À jour, sans invitation, code changé."""
    return [figure.value for figure in bench.page.figures.figures]


def choose(bench: Bench, *ids: str) -> None:
    bench.page.table.clearSelection()
    bench.page._choose(ids)


def test_people_are_listed_in_french_order(bench: Bench) -> None:
    assert names(bench) == ["Écart", "Exbrayat", "Œuvrard", "Zidane"]
    assert bench.page.count.text() == "4 personnes"


def test_what_is_written_is_noted_counted_and_no_longer_to_write(bench: Bench, tmp_path: Path) -> None:
    choose(bench, "e", "z")
    dialog = bench.page.write(bench.page.chosen())
    dialog.save("pdf", tmp_path / "i.pdf")
    bench.until(lambda: dialog.outcome.tone == "ok")
    dialog.reject()
    bench.until(lambda: values(bench)[:2] == ["2", "2"])
    assert {entry.subject for entry in bench.journal("ticket_issued")} == {"attendee:e", "attendee:z"}
    bench.page.write_button.click()
    assert bench.page.findChildren(TicketsDialog)[-1].sentence.text() == "2 personnes recevront une invitation."
    assert erasure.noted_exports(bench.opened.folder)[0]["what"] == "tickets"


def test_nothing_is_noted_when_nothing_could_be_written(bench: Bench, tmp_path: Path) -> None:
    dialog = bench.page.write([bench.page.model.person(0).row])
    dialog.save("pdf", tmp_path / "absent" / "i.pdf")
    bench.until(lambda: dialog.outcome.tone == "bad")
    assert bench.journal("ticket_issued") == []
    dialog.reject()


def test_a_new_code_is_asked_about_given_and_can_be_taken_back(bench: Bench) -> None:
    choose(bench, "e", "o")
    ask = bench.page.replace_chosen()
    assert "2 personnes" in ask.windowTitle()
    ask.reject()
    assert bench.journal("ticket_replaced") == []
    bench.page.replace_chosen().accept()
    bench.until(lambda: bench.page.gestures.undo_button.isVisible())
    assert "2 codes remplacés" in bench.page.gestures.band.text.text()
    assert len(bench.journal("ticket_replaced")) == 2
    bench.page.gestures.undo_button.click()
    bench.until(lambda: len(bench.journal("entry_cancelled")) == 2)
    bench.until(lambda: not bench.page.gestures.is_busy)
    assert ("changed",) in bench.said


def test_a_code_replaced_elsewhere_shows_by_itself(bench: Bench, tmp_path: Path) -> None:
    dialog = bench.page.write([bench.page.model.person(0).row])
    dialog.save("png", tmp_path / "png")
    bench.until(lambda: dialog.outcome.tone == "ok")
    dialog.reject()
    bench.opened.reception.replace_ticket("e").result()
    bench.until(lambda: values(bench)[2] == "1")
    assert bench.page.model.person(0).standing == CHANGED
    assert bench.page.figures.figures[2].tone == "warn"


def test_the_list_is_filtered_by_words_and_by_standing(bench: Bench) -> None:
    page = bench.page
    page.search.setText("oeu troy")
    assert names(bench) == ["Œuvrard"]
    assert page.count.text() == "1 personne sur 4"
    page.search.setText("personne")
    assert not page.table.isVisible()
    assert "filtres" in page.empty.text()
    page.show_item(CURRENT)
    assert (page.search.text(), names(bench)) == ("", [])
    page.show_item(MISSING)
    assert len(names(bench)) == 4
    page.show_item("o")
    assert [row.attendee_id for row in page.chosen()] == ["o"]


def test_enter_writes_for_those_selected(bench: Bench) -> None:
    choose(bench, "x")
    bench.page.activateWindow()
    bench.page.table.setFocus()
    bench.until(bench.page.table.hasFocus)
    QTest.keyClick(bench.page.table, Qt.Key.Key_Return)
    dialog = bench.page.findChild(TicketsDialog)
    assert isinstance(dialog, TicketsDialog)
    assert dialog.sentence.text() == "1 personne recevra une invitation."
    dialog.reject()


def test_a_verb_without_anybody_to_act_on_is_off(bench: Bench) -> None:
    bench.page.table.clearSelection()
    assert not bench.page.replace_button.isEnabled()
    assert not bench.page.chosen_button.isEnabled()
    choose(bench, "x")
    assert bench.page.replace_button.isEnabled()


def test_without_a_way_to_come_it_is_said_and_one_click_leads_there(bench: Bench) -> None:
    bench.until(lambda: bench.page.access.isVisible())
    bench.page.access_button.click()
    assert ("edition", "access") in bench.said
    bench.record(programme.edition_corrected({"access": "Par la cour"}))
    bench.until(lambda: not bench.page.access.isVisible())
    assert bench.page.access_button.toolTip() == "Par la cour"


def test_who_has_no_code_is_counted(bench: Bench) -> None:
    bench.expect("sans", "Sans", code="")
    bench.until(lambda: len(values(bench)) == 4)
    assert bench.page.figures.figures[3].label == "sans code"


def test_with_nobody_it_says_what_to_do_first(qtbot: QtBot, tmp_path: Path) -> None:
    with page_bench(qtbot, tmp_path, InvitationsPage) as empty:
        empty.until(lambda: empty.page._reading is None)
        assert "importez" in empty.page.empty.text()
        assert not empty.page.write_button.isEnabled()
        assert not empty.page.all_button.isEnabled()
