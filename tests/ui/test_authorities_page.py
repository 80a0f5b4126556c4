"""The page of authorities, from what is clicked to the journal."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.long_lists import FREE, Open, make, opened_on
from vi_events.edition.models import Authority
from vi_events.edition.palmares import Award, Palmares
from vi_events.edition.show_document import ShowDocument
from vi_events.stage.documents import EditionDocuments
from vi_events.ui.preparation.authorities_model import ANY, COLUMNS, DOUBTFUL, PLACES
from vi_events.ui.preparation.authorities_page import AuthoritiesPage

PASSPHRASE = "vingt-et-un arobases sous la pluie"


@pytest.fixture
def edition(tmp_path: Path, qtbot: QtBot) -> Iterator[Open]:
    with opened_on(make(tmp_path), qtbot) as opened:
        yield opened


def shown(edition: Open) -> AuthoritiesPage:
    page = edition.show(AuthoritiesPage)
    edition.until(lambda: page.model.rowCount() > 0)
    return page


def ids(page: AuthoritiesPage) -> list[str]:
    return [page.model.row(row).authority.id for row in range(page.model.rowCount())]


def choose(page: AuthoritiesPage, authority_id: str) -> None:
    page.table.selectRow(page.model.row_of(authority_id))


def award(folder: Path) -> None:
    rouen = Authority("76540", "Rouen", "commune", "76", "Seine-Maritime", "ville")
    EditionDocuments(folder).save(ShowDocument(Palmares((Award(rouen, 5),))))


def test_authorities_stand_with_their_people(edition: Open) -> None:
    page = shown(edition)
    assert ids(page) == ["33032", "libre-bassens", "200023414"]
    assert [page.model.data(page.model.index(1, column)) for column in (0, 1, 5, 6)] == ["◆ Bassens", "—", "2", "0"]
    assert page.count.text() == "3 collectivités, ◆ 1 à vérifier"


def test_text_and_doubt_filter(edition: Open) -> None:
    page = shown(edition)
    page.text.setText("rouen")
    assert ids(page) == ["200023414"]
    page.show_item("homonymes")
    assert ids(page) == ["libre-bassens"]
    page.show_item("a-verifier")
    assert ids(page) == []
    assert "Rien à vérifier" in page.empty.text()
    assert page.which.hasFocus()


def test_names_on_no_list_have_the_room_of_the_places_that_they_lack(edition: Open) -> None:
    page = shown(edition)
    name_px = page.table.columnWidth(0)
    page.which.setCurrentIndex(page.which.findData(DOUBTFUL))
    assert [place for place in range(len(COLUMNS)) if page.table.isColumnHidden(place)] == list(PLACES)
    assert {page.model.data(page.model.index(0, place)) for place in PLACES} == {""}
    assert page.table.columnWidth(0) > name_px + 100
    assert page.table.horizontalScrollBar().maximum() == 0
    page.which.setCurrentIndex(page.which.findData(ANY))
    assert not any(page.table.isColumnHidden(place) for place in PLACES)
    assert page.table.columnWidth(0) == name_px


def test_one_click_gives_the_people_their_authority_and_one_takes_it_back(edition: Open) -> None:
    page = shown(edition)
    choose(page, FREE.id)
    assert len(page.detail.offers) == 2
    page.detail.offers[0].click()
    edition.until(page.band.undo_button.isVisible)
    assert set(edition.field("authority_id", ("paul", "marc")).values()) == {"33032"}
    edition.until(lambda: ids(page) == ["33032", "200023414"])
    assert page.model.row(0).people == 3
    page.band.undo_button.click()
    edition.until(lambda: set(edition.field("authority_id", ("paul", "marc")).values()) == {FREE.id})
    edition.until(lambda: FREE.id in ids(page))


def test_name_that_is_right_is_not_asked_about_again(edition: Open) -> None:
    page = shown(edition)
    choose(page, FREE.id)
    page.detail.keep_button.click()
    edition.until(lambda: page.count.text() == "3 collectivités")
    page.band.undo()
    edition.until(lambda: "à vérifier" in page.count.text())


def test_free_name_is_put_right_and_an_official_one_is_not(edition: Open) -> None:
    page = shown(edition)
    choose(page, "33032")
    assert page.detail.rename_button.isHidden()
    choose(page, FREE.id)
    assert not page.detail.rename_button.isHidden()
    dialog = page.rename()
    assert dialog is not None
    dialog.line.setText("  ")
    dialog.accept()
    assert dialog.field.problem
    dialog.line.setText("Cercle des Amis de Bassens")
    dialog.accept()
    edition.until(lambda: any(row.authority.name == "Cercle des Amis de Bassens" for row in page.model.rows))


def test_territory_lists_its_communes_and_they_are_searched(edition: Open) -> None:
    page = shown(edition)
    choose(page, "200023414")
    assert page.detail.members.rowCount() > 60
    page.detail.member_search.setText("elbeuf")
    assert ("—", "Elbeuf") in page.detail.members.texts()
    assert page.detail.members.rowCount() == 5
    choose(page, "33032")
    assert page.detail.members.isHidden()


def test_its_people_are_one_click_away(edition: Open) -> None:
    page = shown(edition)
    choose(page, "200023414")
    with edition.qtbot.waitSignal(page.shown) as asked:
        page.detail.people_button.click()
    assert asked.args == ["attendees", "chercher:Métropole Rouen Normandie"]


def test_laureates_are_listed_without_their_level_while_the_palmares_is_readable(tmp_path: Path, qtbot: QtBot) -> None:
    folder = make(tmp_path)
    award(folder)
    with opened_on(folder, qtbot) as edition:
        page = shown(edition)
        row = page.model.row_of("76540")
        assert row >= 0
        columns = range(page.model.columnCount())
        words = [page.model.data(page.model.index(row, column)) for column in columns]
        assert words == ["Rouen", "commune", "ville", "Seine-Maritime", "Normandie", "0", "0"]


def test_sealed_palmares_tells_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    folder = make(tmp_path)
    award(folder)
    EditionDocuments(folder).seal(PASSPHRASE)
    with opened_on(folder, qtbot) as edition:
        assert "76540" not in ids(shown(edition))


def test_admission_is_counted_after_a_while(edition: Open) -> None:
    page = shown(edition)
    edition.opened.reception.admit("ana").result()
    edition.until(page._again.isActive)
    page._again.setInterval(0)
    edition.until(lambda: page.model.row(page.model.row_of("33032")).present == 1)
