from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.exports import TEMPLATE, csv_text, line, write_csv
from vi_events import app, paths
from vi_events.app import OpenEdition, create_edition, find_zone, open_edition, read_edition
from vi_events.checkin import codes
from vi_events.edition import vault
from vi_events.edition.importing import prepare
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.edition.reference import Reference, load_reference
from vi_events.errors import StorageError, UserError
from vi_events.journal.entry import Author
from vi_events.journal.verify import verify

EDITION = Edition("labels-2027", "Label 2027", "2027-02-05", "Paris")
ZONES = [Zone("jour-1", "Jour 1"), Zone("dejeuner", "Déjeuner", "in_out", capacity=100)]
AUTHOR = Author("poste-1")


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return create_edition(tmp_path, EDITION, ZONES, "2018")


@pytest.fixture
def opened(folder: Path, tmp_path: Path, reference: Reference) -> Iterator[OpenEdition]:
    """With three people of Reims and one of nowhere."""
    rows = [
        line(TEMPLATE, {"Réf.": name, "Nom": name, "Collectivité": town, "Code collectivité": code})
        for name, town, code in (
            ("Alba", "Reims", "51454"),
            ("Bosc", "Reims", "51454"),
            ("Cros", "Reims", "51454"),
            ("Duc", "", ""),
        )
    ]
    with open_edition(folder, AUTHOR) as made:
        made.import_prepared(prepare(write_csv(tmp_path / "liste.csv", csv_text(TEMPLATE, rows)), reference))
        made.reception.fill_index().result()
        yield made
        assert made.core.call(verify).problems == ()


def id_of(opened: OpenEdition, name: str) -> str:
    return opened.reception.find(name).result()[0].attendee_id


def test_an_edition_is_read_back_as_it_was_made(folder: Path) -> None:
    with open_edition(folder, AUTHOR) as opened:
        assert (opened.edition, list(opened.zones), opened.recovered) == (EDITION, ZONES, 0)
        assert opened.vault.pin_is("2018")
        assert len(opened.vault.ticket_key) == codes.KEY_BYTES
    assert paths.chosen_edition(folder.parent, None) == folder


def test_an_edition_is_never_made_over_another(folder: Path) -> None:
    before = (folder / vault.FILE_NAME).read_bytes()
    with pytest.raises(UserError) as caught:
        create_edition(folder.parent, EDITION, ZONES)
    assert caught.value.code == "edition_exists"
    assert (folder / vault.FILE_NAME).read_bytes() == before


def test_a_place_that_takes_no_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError) as caught:
        create_edition(tmp_path / "file", EDITION, ZONES)
    assert caught.value.code == "folder_unwritable"


def test_a_second_program_is_told_who_holds_the_edition(folder: Path) -> None:
    with open_edition(folder, Author("accueil")):
        with pytest.raises(UserError, match="accueil") as caught, open_edition(folder, AUTHOR):
            pass
        assert caught.value.code == "edition_held"
        with read_edition(folder) as store:
            assert len(store.states_of_type("zone")) == 2
    with open_edition(folder, AUTHOR):
        pass


@pytest.mark.parametrize("opening", [read_edition, lambda folder: open_edition(folder, AUTHOR)])
def test_opening_what_is_not_there_makes_nothing(tmp_path: Path, opening) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UserError) as caught, opening(tmp_path / "nothing"):
        pass
    assert caught.value.code == "edition_unknown"
    assert list(tmp_path.iterdir()) == []


def test_an_edition_that_fails_to_open_is_let_go(folder: Path) -> None:
    for _ in range(2):
        with pytest.raises(UserError) as caught, open_edition(folder, AUTHOR, "coulisses"):
            pass
        assert caught.value.code == "zone_unknown"


@pytest.mark.parametrize(("wanted", "found"), [("", "jour-1"), ("dejeuner", "dejeuner"), ("DÉJEUNER", "dejeuner")])
def test_a_zone_is_named_by_id_or_name(wanted: str, found: str) -> None:
    assert find_zone(ZONES, wanted).id == found


def test_a_ticket_of_another_edition_here_is_told_as_such(folder: Path) -> None:
    other = create_edition(folder.parent, Edition("labels-2026", "Label 2026", "2026-02-05", "Paris"), ZONES)
    code = codes.new_code(vault.load(other).ticket_key)
    with open_edition(folder, AUTHOR) as opened:
        result = opened.reception.scan(code).result()
    assert (result.verdict, "labels-2026" in result.message) == ("other_edition", True)


def test_a_delegation_comes_in_by_one_gesture(opened: OpenEdition) -> None:
    opened.reception.admit(id_of(opened, "bosc")).result()
    waiting = opened.reception.delegation(id_of(opened, "alba")).result()
    assert [person.last_name for person in waiting] == ["Alba", "Cros"]
    results = opened.reception.admit_group([person.attendee_id for person in waiting]).result()
    assert sorted(result.person.last_name for result in results if result.person) == ["Alba", "Cros"]
    assert opened.reception.counters().result().present == 3


def test_an_override_needs_the_supervisors_pin(opened: OpenEdition) -> None:
    alba = id_of(opened, "alba")
    opened.reception.stand(zone=Zone("dejeuner", "Déjeuner", capacity=0)).result()
    with pytest.raises(UserError) as caught:
        opened.reception.override(alba, "invitée", "0000").result()
    assert caught.value.code == "pin_wrong"
    assert opened.reception.counters().result().present == 0
    assert opened.reception.override(alba, "invitée", "2018").result().verdict == "admitted"


def test_undo_gives_the_card_and_the_counters_back(opened: OpenEdition) -> None:
    duc = id_of(opened, "duc")
    admitted = opened.reception.admit(duc).result()
    assert opened.reception.find("duc").result()[0].present
    assert opened.reception.undo_group([(admitted.entry_id, duc)]).result() == 1
    assert not opened.reception.card(duc).result().present
    assert opened.reception.counters().result().present == 0


def test_search_knows_a_new_person_a_new_name_and_a_merge_at_once(opened: OpenEdition) -> None:
    new = opened.reception.walk_in({"last_name": "Œuvrard", "first_name": "Zoé"}).result().person
    assert new is not None
    assert id_of(opened, "oeuvrard") == new.attendee_id
    opened.reception.correct(new.attendee_id, {"last_name": "Petit"}).result()
    assert [person.name for person in opened.reception.find("zoe").result()] == ["Zoé Petit"]
    opened.reception.merge(new.attendee_id, id_of(opened, "duc")).result()
    assert opened.reception.find("zoe petit").result() == ()


def test_undoing_an_import_leaves_the_people_who_have_come(opened: OpenEdition) -> None:
    opened.reception.admit(id_of(opened, "alba")).result()
    batch = opened.core.call(lambda store: store.states_of_type("batch")[0][0]).removeprefix("batch:")
    assert opened.undo_import(batch) == 3
    assert opened.reception.find("bosc").result() == ()
    assert len(opened.reception.index) == 1


def test_the_demo_is_made_once(tmp_path: Path) -> None:
    folder = app.create_demo(tmp_path)
    with read_edition(folder) as store:
        before = [entry.id for entry in store.entries()]
        assert len(store.states_of_type("attendee")) == 612
    assert app.create_demo(tmp_path) == folder
    with read_edition(folder) as store:
        assert [entry.id for entry in store.entries()] == before
