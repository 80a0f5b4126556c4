"""The edition, its zones and its theme, changed in place."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from vi_events import app
from vi_events.app import OpenEdition
from vi_events.edition import people
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.journal.entry import Author
from vi_events.journal.store import Store
from vi_events.stage.theme import default_theme, load_theme
from vi_events.ui.bridge import Bridge
from vi_events.ui.preparation.edition_page import EditionPage

EDITION = Edition("essai", "Remise d’essai", "2027-02-05", "Paris")
ZONES = (Zone("jour-1", "Jour 1"), Zone("diner", "Dîner"))


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenEdition]:
    folder = app.create_edition(tmp_path, EDITION, ZONES, "2027")
    with app.open_edition(folder, Author("poste-1")) as opened:
        yield opened


@pytest.fixture
def page(opened: OpenEdition, qtbot: QtBot) -> Iterator[EditionPage]:
    bridge = Bridge()
    bridge.listen(opened.core)
    page = EditionPage(opened, bridge)
    qtbot.addWidget(page)
    page.resize(1080, 700)
    page.show()
    yield page
    bridge.close()


def type_in(line: QLineEdit, text: str) -> None:
    line.setText(text)
    line.textEdited.emit(text)


def saved(page: EditionPage, qtbot: QtBot) -> None:
    page.save()
    qtbot.waitUntil(lambda: page.said.text() == "● Enregistré.")


def refused(page: EditionPage, qtbot: QtBot, words: str) -> None:
    page.save()
    qtbot.waitUntil(lambda: words in page.said.text())


def ms(day: int, hour: int) -> int:
    return round(datetime(2027, 2, day, hour).timestamp() * 1000)


def test_what_is_typed_is_saved_and_undone_in_one_gesture(page: EditionPage, opened: OpenEdition, qtbot: QtBot) -> None:
    before = opened.programme
    type_in(page.title, "Label 2027")
    page.access.setPlainText("Métro 5")
    assert page.is_unsaved
    with qtbot.waitSignal(page.changed):
        saved(page, qtbot)
    assert (opened.edition.title, opened.edition.access, page.is_unsaved) == ("Label 2027", "Métro 5", False)
    assert page.undo_button.isVisible()
    page.undo()
    qtbot.waitUntil(lambda: page.said.text() == "● Comme avant.")
    assert opened.programme == before
    assert page.title.text() == EDITION.title
    assert not page.undo_button.isVisible()


def test_changes_given_up_leave_no_trace(page: EditionPage, opened: OpenEdition) -> None:
    type_in(page.title, "Label 2027")
    page.zones.add()
    page.drop()
    assert (page.title.text(), page.is_unsaved, len(page.zones.rows)) == (EDITION.title, False, 2)
    assert opened.edition == EDITION


def test_several_days_move_the_day_of_the_erasure(page: EditionPage, opened: OpenEdition, qtbot: QtBot) -> None:
    assert not page.last_field.isVisible()
    page.several.click()
    page.last.setDate(QDate(2027, 2, 7))
    assert page.retention.iso() == "2027-05-07"
    page.own_retention.click()
    page.retention.setDate(QDate(2027, 2, 6))
    refused(page, qtbot, "avant la fin")
    page.retention.setDate(QDate(2027, 6, 30))
    saved(page, qtbot)
    assert (opened.edition.until, opened.edition.retention) == ("2027-02-07", "2027-06-30")


def test_zones_are_changed_in_place(page: EditionPage, opened: OpenEdition, qtbot: QtBot) -> None:
    first = page.zones.rows[0]
    type_in(first.name, "Journée")
    type_in(first.opens, "9h")
    type_in(first.closes, "06/02 18:30")
    type_in(first.room, "120")
    page.zones.rows[1].remove.click()
    page.zones.add()
    type_in(page.zones.rows[1].name, "Jour 1")
    saved(page, qtbot)
    day, other = opened.zones
    assert (day.id, day.name, day.capacity) == ("jour-1", "Journée", 120)
    assert (day.opens_ms, day.closes_ms) == (ms(5, 9), ms(6, 18) + 1_800_000)
    assert (other.id, other.name) == ("jour-1-2", "Jour 1")
    assert [row.opens.text() for row in page.zones.rows] == ["09:00", ""]


def test_an_hour_that_nobody_can_read_is_said_at_its_row(page: EditionPage, qtbot: QtBot) -> None:
    type_in(page.zones.rows[1].closes, "midi")
    refused(page, qtbot, "n’est pas une heure")
    assert "midi" in page.zones.rows[1].note.text()
    assert page.focusWidget() is page.zones.rows[1].closes
    type_in(page.zones.rows[1].closes, "12:00")
    assert not page.zones.rows[1].note.isVisible()
    saved(page, qtbot)


def test_a_zone_in_use_stays_and_is_said(page: EditionPage, opened: OpenEdition, qtbot: QtBot) -> None:
    def add(store: Store) -> None:
        with store.transaction(Author("poste-1")) as tx:
            tx.record(people.added("a", {"last_name": "Curie", "zones": ["diner"]}))

    opened.core.call(add)
    page.zones.rows[1].remove.click()
    refused(page, qtbot, "1 personne y est inscrite")
    assert opened.zones == ZONES
    assert page.is_unsaved


def test_assembly_rules_are_those_of_the_assembly(page: EditionPage, opened: OpenEdition, qtbot: QtBot) -> None:
    row = page.zones.rows[0]
    assert not row.rules.isVisible()
    row.assembly.click()
    dialog = row.change_rules()
    dialog.quorum.setText("beaucoup")
    dialog.accept()
    assert dialog.quorum_field.problem
    dialog.quorum.setText("1/2")
    dialog.members.setText("131")
    dialog.accept()
    saved(page, qtbot)
    zone = opened.zones[0]
    assert (zone.assembly, zone.quorum, zone.members) == (True, "1/2", 131)


def test_what_another_station_changes_meanwhile_is_kept(page: EditionPage, opened: OpenEdition, qtbot: QtBot) -> None:
    type_in(page.title, "Label 2027")
    before = opened.programme
    opened.save_programme(before, replace(before, edition=replace(EDITION, place="Lyon"))).result()
    page.refresh()
    assert page.title.text() == "Label 2027"
    saved(page, qtbot)
    assert (opened.edition.title, opened.edition.place) == ("Label 2027", "Lyon")
    assert page.place.text() == "Lyon"


def test_colours_that_cannot_be_read_are_refused(page: EditionPage, opened: OpenEdition, qtbot: QtBot) -> None:
    row = page.theme.colors["note"]
    type_in(row.line, "#0c1731")
    assert "se lit mal" in row.note.text()
    refused(page, qtbot, "ne se détache pas")
    type_in(row.line, "#eeeeee")
    saved(page, qtbot)
    assert load_theme(opened.folder).colors.note == "#EEEEEE"
    assert opened.stage.look[0].colors.note == "#EEEEEE"


def test_a_colour_half_typed_is_refused(page: EditionPage, qtbot: QtBot) -> None:
    type_in(page.theme.colors["ink"].line, "#12")
    refused(page, qtbot, "Noms et titres")


def test_a_logo_is_copied_shown_and_undone(
    page: EditionPage, opened: OpenEdition, qtbot: QtBot, tmp_path: Path
) -> None:
    Image.new("RGB", (60, 30), "red").save(tmp_path / "le logo.jpg")
    page.theme.use_logo(tmp_path / "le logo.jpg")
    qtbot.waitUntil(lambda: page.is_unsaved)
    (tmp_path / "le logo.jpg").unlink()
    saved(page, qtbot)
    assert Path(load_theme(opened.folder).logo).parent == opened.folder
    page.undo()
    qtbot.waitUntil(lambda: page.said.text() == "● Comme avant.")
    assert load_theme(opened.folder) == default_theme()


def test_a_picture_that_is_none_is_said(page: EditionPage, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"no")
    page.theme.use_logo(tmp_path / "a.png")
    qtbot.waitUntil(lambda: "a.png" in page.said.text())
    assert not page.is_unsaved


def test_a_gap_of_the_list_is_shown_where_it_is(page: EditionPage) -> None:
    page.show_item("diner")
    assert page.focusWidget() is page.zones.rows[1].opens
    page.show_item("access")
    assert page.focusWidget() is page.access
