"""The page of attendees, from what is clicked to the journal."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.long_lists import PEOPLE, ZONES, Open, make, opened_on
from vi_events.checkin import print_jobs
from vi_events.edition import people
from vi_events.edition.importing import prepare
from vi_events.edition.models import Authority
from vi_events.journal.entry import Author, cancel
from vi_events.journal.store import Store
from vi_events.settings import PrinterSettings
from vi_events.ui.checkin.merge_dialog import MergeDialog
from vi_events.ui.checkin.person_form import PersonForm
from vi_events.ui.checkin.suggestions import reference
from vi_events.ui.preparation.attendees_page import AttendeesPage

FLAGS = QItemSelectionModel.SelectionFlag
JOUR, DINER = ZONES


@pytest.fixture
def edition(tmp_path: Path, qtbot: QtBot) -> Iterator[Open]:
    with opened_on(make(tmp_path), qtbot) as opened:
        yield opened


@pytest.fixture
def page(edition: Open) -> AttendeesPage:
    shown = edition.show(AttendeesPage)
    edition.until(lambda: shown.model.rowCount() == len(PEOPLE))
    return shown


def names(page: AttendeesPage) -> list[str]:
    return [page.model.person(row).name for row in range(page.model.rowCount())]


def texts(page: AttendeesPage, column: int) -> list[str]:
    return [page.model.data(page.model.index(row, column)) for row in range(page.model.rowCount())]


def choose(page: AttendeesPage, *whom: str) -> None:
    page.table.clearSelection()
    for who in whom:
        row = page.model.row_of(who)
        assert row is not None
        page.table.selectionModel().select(page.model.index(row, 0), FLAGS.Select | FLAGS.Rows)
        page.table.selectionModel().setCurrentIndex(page.model.index(row, 0), FLAGS.NoUpdate)


def test_list_is_in_french_order_and_says_how_each_person_stands(page: AttendeesPage) -> None:
    assert names(page) == ["Ana Evans", "Zoé Évrard", "Paul Oest", "Marc Œuvrard", "Lise Zola"]
    assert texts(page, 4) == ["confirmée", "confirmée", "◆ à confirmer", "confirmée", "confirmée"]
    assert texts(page, 5) == ["oui", "oui", "oui", "oui", "◆ aucun"]
    assert texts(page, 8) == ["partout", "Jour 1", "partout", "Jour 1, Dîner", "partout"]
    assert page.count.text() == "5 personnes"


def test_typing_filters_and_the_count_says_so(edition: Open, page: AttendeesPage) -> None:
    QTest.keyClicks(page.filters.text, "bassens")
    edition.until(lambda: page.model.rowCount() == 3)
    assert page.count.text() == "3 sur 5 personnes"
    QTest.keyClicks(page.filters.text, " oe")
    edition.until(lambda: names(page) == ["Paul Oest", "Marc Œuvrard"])
    QTest.keyClick(page, Qt.Key.Key_Escape)
    edition.until(lambda: page.model.rowCount() == 5)


def test_header_sorts_by_its_column_then_by_name(page: AttendeesPage) -> None:
    page.table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    assert names(page) == ["Ana Evans", "Paul Oest", "Marc Œuvrard", "Lise Zola", "Zoé Évrard"]
    page.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert names(page)[0] == "Lise Zola"


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("sans-collectivite", []),
        ("sans-billet", ["Lise Zola"]),
        ("homonymes", []),
        ("sans-categorie", ["Ana Evans", "Paul Oest", "Marc Œuvrard", "Lise Zola"]),
        ("chercher:Rouen", ["Lise Zola"]),
    ],
)
def test_readiness_leads_to_whom_it_is_about(edition: Open, page: AttendeesPage, item: str, found: list[str]) -> None:
    page.show_item(item)
    edition.until(lambda: names(page) == found)


def test_readiness_leads_to_the_badges_that_do_not_come_out_well(edition: Open, page: AttendeesPage) -> None:
    edition.opened.reception.correct("zoe", {"last_name": "Nguyễn"}).result()
    page.show_item("badge-long")
    edition.until(lambda: names(page) == ["Zoé Nguyễn"])


def test_what_the_desk_does_is_seen_and_the_selection_stays(edition: Open, page: AttendeesPage) -> None:
    choose(page, "zoe", "lise")
    edition.opened.reception.correct("ana", {"last_name": "Zweig"}).result()
    edition.opened.reception.admit("zoe").result()
    edition.until(lambda: names(page)[-1] == "Ana Zweig")
    edition.until(lambda: texts(page, 7)[0] == "Jour 1")
    assert {row.id for row in page.selected()} == {"zoe", "lise"}


def test_detail_says_everything_and_shows_the_code_when_asked(edition: Open, page: AttendeesPage) -> None:
    edition.opened.reception.admit("ana").result()
    choose(page, "ana")
    detail = page.detail
    edition.until(lambda: detail.name.text() == "Ana Evans")
    assert detail.authority.text() == "Bassens (Gironde)"
    assert "matin" in detail.facts["Présence"] or "après-midi" in detail.facts["Présence"]
    assert "entré·e, Jour 1" in detail.history.text()
    assert detail.code_picture.isHidden()
    detail.code_button.click()
    assert detail.code_picture.isVisible()
    assert detail.code_text.text() == edition.state("ana")["code"]
    choose(page, "zoe")
    edition.until(lambda: detail.name.text() == "Zoé Évrard")
    assert detail.code_picture.isHidden()


def test_enter_opens_the_form_and_the_correction_is_recorded(edition: Open, page: AttendeesPage) -> None:
    choose(page, "ana")
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    edition.until(lambda: page.findChildren(PersonForm))
    (form,) = page.findChildren(PersonForm)
    form.line("function").setText("Présidente")
    with edition.qtbot.waitSignal(page.message) as said:
        form.accept()
    assert said.args == ["ok", "Fiche corrigée."]
    edition.until(lambda: texts(page, 1)[0] == "Présidente")


# Many at a time


def test_bulk_verb_says_to_how_many_and_is_undone_as_one(edition: Open, page: AttendeesPage) -> None:
    page.table.selectAll()
    ask = page.bulk.set_category("press")
    assert ask.windowTitle() == "Donner la catégorie «\u00a0Presse\u00a0» à 4 personnes\u202f?"
    ask.accept()
    edition.until(page.band.undo_button.isVisible)
    assert set(edition.field("category").values()) == {"press"}
    page.band.undo_button.click()
    edition.until(lambda: not page.band.is_busy and page.band.undo_button.isHidden())
    assert edition.field("category") == {"ana": None, "zoe": "press", "paul": None, "marc": None, "lise": None}


def test_who_left_the_list_meanwhile_is_told_and_not_written_anew(edition: Open, page: AttendeesPage) -> None:
    page.table.selectAll()
    ask = page.bulk.set_category("press")

    def leave(store: Store) -> None:  # as when an import is undone on another station
        with store.transaction(Author("poste-2")) as tx:
            tx.record(*(cancel(entry.id, entry.subject) for entry in store.entries_of("attendee:ana")))

    edition.opened.core.call(leave)
    ask.accept()
    edition.until(page.band.undo_button.isVisible)
    assert page.band.band.tone == "warn"
    assert "1 personne n’est plus sur la liste" in page.band.band._details.text()
    assert not edition.state("ana").get("known")


def test_zone_is_added_where_it_lacks_and_taken_where_another_is_left(edition: Open, page: AttendeesPage) -> None:
    page.table.selectAll()
    page.bulk.add_zone(DINER).accept()
    edition.until(page.band.undo_button.isVisible)
    assert edition.field("zones")["zoe"] == ["jour-1", "diner"]
    assert edition.field("zones")["ana"] is None
    page.band.undo()
    edition.until(lambda: edition.field("zones")["zoe"] == ["jour-1"] and not page.band.is_busy)
    edition.until(lambda: page.model.roster.rows[1].zones == ("jour-1",))
    page.table.selectAll()
    ask = page.bulk.remove_zone(JOUR, ZONES)
    assert "4 personnes" in ask.windowTitle()
    ask.accept()
    edition.until(page.band.undo_button.isVisible)
    assert edition.field("zones") == {
        "ana": ["diner"],
        "zoe": ["jour-1"],
        "paul": ["diner"],
        "marc": ["diner"],
        "lise": ["diner"],
    }


def test_cancelled_in_bulk_are_refused_at_the_door(edition: Open, page: AttendeesPage) -> None:
    choose(page, "ana", "zoe")
    page.bulk.set_status("cancelled").accept()
    edition.until(page.band.undo_button.isVisible)
    assert edition.opened.reception.admit("ana").result().verdict == "cancelled"


def test_authority_is_given_to_all_of_them(edition: Open, page: AttendeesPage) -> None:
    choose(page, "zoe", "lise")
    dialog = page.bulk.assign_authority()
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.field.problem
    dialog.field.choose(Authority("10387", "Troyes", "commune", "10", "Aube"))
    dialog.accept()
    edition.until(page.band.undo_button.isVisible)
    assert edition.field("authority_id", ("zoe", "lise")) == {"zoe": "10387", "lise": "10387"}
    edition.until(lambda: texts(page, 2)[4] == "Troyes")


def test_new_tickets_revoke_the_old_until_undone(edition: Open, page: AttendeesPage) -> None:
    before = edition.field("code")
    choose(page, "ana", "zoe")
    page.bulk.renew_tickets().accept()
    edition.until(page.band.undo_button.isVisible)
    assert edition.state("ana")["code"] != before["ana"]
    page.band.undo()
    edition.until(lambda: edition.field("code") == before)


def test_badges_are_printed_only_for_those_without_unless_asked(edition: Open, page: AttendeesPage) -> None:
    reception = edition.opened.reception
    reception.badge_handed("zoe").result()
    edition.until(lambda: texts(page, 6)[1] == "Remis")
    reception.printing.attach((PrinterSettings("Accueil", "null:"),))
    choose(page, "ana", "zoe")
    dialog = page.bulk.print_badges()
    edition.until(lambda: dialog.accept_button.isEnabled())
    dialog.accept()
    edition.until(page.band.undo_button.isVisible)
    assert (badges_asked(edition, "ana"), badges_asked(edition, "zoe")) == (1, 0)
    reception.printing.close()


def test_two_selected_are_merged_into_the_first(edition: Open, page: AttendeesPage) -> None:
    choose(page, "ana", "zoe")
    page.bulk.merge()
    edition.until(lambda: page.findChildren(MergeDialog))
    (dialog,) = page.findChildren(MergeDialog)
    edition.until(lambda: dialog.people.count() > 0)
    dialog.people.setCurrentRow(0)
    dialog.merge_button.held.emit()
    edition.until(page.band.undo_button.isVisible)
    edition.until(lambda: "Zoé Évrard" not in names(page))
    page.band.undo()
    edition.until(lambda: "Zoé Évrard" in names(page))


# Imports and export


def test_import_can_be_filtered_and_taken_back(edition: Open, page: AttendeesPage, tmp_path: Path) -> None:
    file = tmp_path / "liste.csv"
    file.write_text("Nom;Prénom\nFabre;Ana\nGide;Zoé\n", encoding="utf-8")
    outcome = edition.opened.import_prepared(prepare(file, reference()))
    page._after_import()
    edition.until(lambda: page.model.rowCount() == 7)
    edition.until(lambda: page.filters.batch.count() == 2)
    page.filters.batch.setCurrentIndex(1)
    edition.until(lambda: names(page) == ["Ana Fabre", "Zoé Gide"])
    page.filters.clear()
    dialog = page.show_imports()
    edition.until(lambda: dialog.table.rowCount() == 1)
    assert dialog.table.texts()[0][1:] == ("fait", "2", "0", "liste.csv")
    ask = dialog.ask_to_undo()
    assert ask is not None
    ask.accept()
    edition.until(lambda: page.model.rowCount() == 5)
    state = edition.opened.core.call(lambda store: store.state(f"batch:{outcome.batch}"))
    assert state is not None
    assert state.data["state"] == "undone"
    edition.until(lambda: not dialog.undo_button.isEnabled())


def test_export_writes_everybody_and_is_noted(edition: Open, page: AttendeesPage, tmp_path: Path) -> None:
    out = tmp_path / "participants.csv"
    page.export(out)
    edition.until(lambda: not page.band.is_busy)
    with out.open(encoding="utf-8-sig", newline="") as file:
        assert {row["last_name"] for row in csv.DictReader(file)} == {said["last_name"] for said in PEOPLE.values()}
    assert "participants.csv" in page.band.band.text.text()


def test_empty_list_says_what_to_do(tmp_path: Path, qtbot: QtBot) -> None:
    with opened_on(make(tmp_path, empty=True), qtbot) as edition:
        page = edition.show(AttendeesPage)
        edition.until(lambda: "importez" in page.empty.text())
        assert not page.bulk_button.isEnabled()


def badges_asked(edition: Open, who: str) -> int:
    state = edition.opened.core.call(lambda store: store.state(people.subject(who)))
    assert state is not None
    return len(print_jobs.jobs(who, state))
