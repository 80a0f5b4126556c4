"""What may change in an edition once it exists, and what may not."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from vi_events import app
from vi_events.app import OpenEdition
from vi_events.edition import people
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition, Programme
from vi_events.errors import UserError
from vi_events.journal.entry import Author
from vi_events.journal.store import Store

ZONES = (Zone("jour-1", "Jour 1"), Zone("diner", "Dîner"))
EDITION = Edition("essai", "Remise d’essai", "2027-02-05", "Paris")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenEdition]:
    folder = app.create_edition(tmp_path, EDITION, ZONES, "2027")
    with app.open_edition(folder, Author("poste-1")) as opened:
        yield opened


def write(opened: OpenEdition, *facts: object) -> None:
    def job(store: Store) -> None:
        with store.transaction(Author("poste-1")) as tx:
            tx.record(*facts)  # type: ignore[arg-type]
        opened.core.publish(tx.change)

    opened.core.call(job)


def save(opened: OpenEdition, **changes: object) -> None:
    before = opened.programme
    opened.save_programme(before, Programme(replace(before.edition, **changes), before.zones)).result()  # type: ignore[arg-type]


def zones(opened: OpenEdition, *wanted: Zone) -> None:
    before = opened.programme
    opened.save_programme(before, Programme(before.edition, wanted)).result()


def test_the_open_edition_is_otherwise_at_once_and_when_next_opened(tmp_path: Path) -> None:
    folder = app.create_edition(tmp_path, EDITION, ZONES)
    with app.open_edition(folder, Author("poste-1")) as opened:
        save(opened, title="  Label   2027 ", until="2027-02-06", access="Métro 5\n\nporte A\x07")
        assert opened.edition.title == "Label 2027"
    with app.open_edition(folder, Author("poste-1")) as opened:
        assert (opened.edition.until, opened.edition.access) == ("2027-02-06", "Métro 5\n\nporte A")
        assert opened.edition.erase_from == "2027-05-06"
        assert opened.edition.place == "Paris"


def test_undoing_gives_back_what_was_there(opened: OpenEdition) -> None:
    before = opened.programme
    wanted = Programme(replace(before.edition, title="Autre"), (replace(ZONES[0], capacity=30), Zone("soir", "Soirée")))
    saved = opened.save_programme(before, wanted).result()
    assert (opened.edition.title, opened.zones) == ("Autre", wanted.zones)
    opened.undo_programme(saved).result()
    assert opened.programme == before


def test_nothing_is_recorded_when_nothing_differs(opened: OpenEdition) -> None:
    before = opened.programme
    assert opened.save_programme(before, before).result().entries == ()


def test_what_another_station_changed_meanwhile_stays(opened: OpenEdition) -> None:
    seen = opened.programme
    save(opened, place="Lyon")
    zones(opened, *ZONES, Zone("atelier", "Atelier"))
    opened.save_programme(seen, Programme(replace(seen.edition, title="Autre"), seen.zones)).result()
    assert (opened.edition.title, opened.edition.place) == ("Autre", "Lyon")
    assert [zone.id for zone in opened.zones] == ["jour-1", "diner", "atelier"]


def test_the_desk_follows_the_rules_of_its_zone(opened: OpenEdition) -> None:
    assert opened.reception.settings.zone.id == "jour-1"
    zones(opened, replace(ZONES[0], capacity=1), ZONES[1])
    assert opened.reception.settings.zone.capacity == 1
    zones(opened, ZONES[1])
    assert opened.reception.settings.zone.id == "diner"


def test_a_zone_where_somebody_came_in_is_not_removed(opened: OpenEdition) -> None:
    write(opened, people.added("a", {"last_name": "Curie", "status": "confirmed"}))
    done = opened.reception.admit("a").result()
    with pytest.raises(UserError, match="1 personne y est entrée"):
        zones(opened, ZONES[1])
    opened.reception.undo_group([(done.entry_id, "a")]).result()
    zones(opened, ZONES[1])


def test_a_zone_with_people_on_its_list_is_not_removed(opened: OpenEdition) -> None:
    write(opened, people.added("a", {"last_name": "Curie", "status": "confirmed", "zones": ["diner"]}))
    with pytest.raises(UserError, match="1 personne y est inscrite"):
        zones(opened, ZONES[0])


def test_a_removed_zone_comes_back_with_its_name(opened: OpenEdition) -> None:
    zones(opened, ZONES[0])
    zones(opened, *ZONES)
    assert opened.zones == ZONES


def test_undoing_a_new_zone_stops_once_somebody_came_in(opened: OpenEdition) -> None:
    before = opened.programme
    made = opened.save_programme(before, Programme(before.edition, (Zone("soir", "Soirée"), *ZONES))).result()
    write(opened, people.added("a", {"last_name": "Curie", "status": "confirmed", "zones": ["soir"]}))
    with pytest.raises(UserError, match="1 personne y est inscrite"):
        opened.undo_programme(made).result()
    assert opened.zones[0].id == "soir"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"title": " \t"}, "edition_incomplete"),
        ({"until": "2027-02-04"}, "days_invalid"),
        ({"retention": "2027-02-04"}, "retention_early"),
    ],
)
def test_an_edition_that_makes_no_sense_is_refused(opened: OpenEdition, changes: dict[str, str], code: str) -> None:
    with pytest.raises(UserError) as refused:
        save(opened, **changes)
    assert refused.value.code == code
    assert opened.edition == EDITION


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ((), "zones_missing"),
        ((Zone("a", " "),), "zone_unnamed"),
        ((Zone("a", "Atelier"), Zone("b", "ATELIER")), "zone_twice"),
        ((Zone("a", "Atelier", opens_ms=2, closes_ms=1),), "hours_invalid"),
        ((Zone("a", "Atelier", capacity=0),), "capacity_invalid"),
        ((Zone("a", "Atelier", assembly=True, quorum="beaucoup"),), "quorum_invalid"),
    ],
)
def test_zones_that_make_no_sense_are_refused(opened: OpenEdition, wanted: tuple[Zone, ...], code: str) -> None:
    with pytest.raises(UserError) as refused:
        zones(opened, *wanted)
    assert refused.value.code == code
    assert opened.zones == ZONES


def test_a_pin_is_changed_by_who_knows_the_one_before(opened: OpenEdition) -> None:
    with pytest.raises(UserError, match="actuel"):
        opened.change_pin("0000", "246810").result()
    with pytest.raises(UserError, match="trop court"):
        opened.change_pin("2027", "12").result()
    opened.change_pin("2027", "246810").result()
    write(opened, people.added("a", {"last_name": "Curie"}))
    with pytest.raises(UserError, match="superviseur"):
        opened.reception.override("a", "oublié", "2027").result()
    assert opened.reception.override("a", "oublié", "246810").result().verdict == "admitted"
