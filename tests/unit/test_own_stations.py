import shutil
from pathlib import Path

import pytest

from tests.unit.desks import Bench, bench
from vi_events.edition import erasure, own_stations, programme, restored
from vi_events.edition.erasure import Hub, station_admitted
from vi_events.edition.programme import Edition
from vi_events.journal.entry import Author, Fact


@pytest.fixture
def desk(tmp_path: Path) -> Bench:
    """A folder in which « poste-1 » recorded, and « porte-2 » once."""
    made = bench(tmp_path)
    made.desk.record(programme.edition_created(Edition("essai", "Essai", "2099-02-05", "Paris")))
    made.expect()
    say(made, "porte-2", Fact("exported", "export:main", {}))
    return made


def say(desk: Bench, station: str, *facts: Fact) -> None:
    with desk.store.transaction(Author(station)) as tx:
        tx.record(*facts)


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("x")


def unheard_once_erased(desk: Bench, folder: Path) -> list[str]:
    say(desk, "poste-1", erasure.edition_erased("asked"))
    erasure.finish(desk.store, folder, Author("poste-1"), Hub.STOPPED)
    return erasure.unheard(desk.store)


def test_an_erasure_ended_here_speaks_for_every_name_that_recorded_here(desk: Bench, tmp_path: Path) -> None:
    assert unheard_once_erased(desk, tmp_path) == []


def test_where_the_edition_was_hosted_names_that_were_not_admitted_are_its_own(desk: Bench, tmp_path: Path) -> None:
    make(tmp_path, "hub/edition-id", "hub.json")
    say(desk, "poste-1", station_admitted("Accueil 1"))
    say(desk, "Accueil 1", Fact("exported", "export:main", {}))
    assert unheard_once_erased(desk, tmp_path) == ["Accueil 1"]


@pytest.mark.parametrize("left", [True, False])
def test_a_station_that_joined_does_not_speak_for_its_host(desk: Bench, tmp_path: Path, left: bool) -> None:
    if not left:
        make(tmp_path, "hub.json")
    say(desk, "porte-2", station_admitted("poste-1"))
    assert unheard_once_erased(desk, tmp_path) == ["porte-2"]


def test_a_copy_taken_up_elsewhere_does_not_speak_for_the_folder_it_comes_from(desk: Bench, tmp_path: Path) -> None:
    restored.mark(tmp_path)
    assert unheard_once_erased(desk, tmp_path) == ["porte-2"]


def test_a_name_noted_here_stays_its_own_once_others_take_part(desk: Bench, tmp_path: Path) -> None:
    own_stations.note(desk.store, tmp_path, "poste-1")
    say(desk, "poste-1", station_admitted("Accueil 1"))
    assert unheard_once_erased(desk, tmp_path) == ["Accueil 1"]


def test_a_name_that_the_host_gave_to_another_computer_is_not_its_own(desk: Bench, tmp_path: Path) -> None:
    own_stations.note(desk.store, tmp_path, "Accueil 2")
    make(tmp_path, "hub/edition-id")
    say(desk, "poste-1", station_admitted("Accueil 2"))
    assert unheard_once_erased(desk, tmp_path) == ["Accueil 2"]


def test_a_folder_copied_by_hand_does_not_speak_for_the_one_it_was_copied_from(desk: Bench, tmp_path: Path) -> None:
    own_stations.note(desk.store, tmp_path, "poste-1")
    copied = Path(shutil.copytree(tmp_path, tmp_path / "copie"))
    own_stations.note(desk.store, copied, "poste-1")
    assert own_stations.of_folder(desk.store, copied) == {"poste-1"}
    assert own_stations.of_folder(desk.store, tmp_path) == {"poste-1", "porte-2"}


def test_an_erasure_that_a_former_version_ended_is_said_of_the_other_names_when_next_opened(
    desk: Bench, tmp_path: Path
) -> None:
    say(desk, "poste-1", erasure.edition_erased("asked"))
    of = [entry.id for entry in erasure.erasures(desk.store)]
    say(desk, "poste-1", Fact(erasure.DONE, "erasure:main", {"of": of}))
    assert erasure.unheard(desk.store) == ["porte-2"]
    for _ in range(2):
        erasure.on_opening(desk.store, tmp_path, Author("poste-1"), desk.clock.now_ms)
        assert erasure.unheard(desk.store) == []
    assert len([*desk.store.entries(erasure.DONE)]) == 2
