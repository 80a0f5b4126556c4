"""Double admissions: found on every station, listed once, looked at once."""

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.desks import DAY, START_MS, Bench, bench
from vi_events.app import TYPES
from vi_events.checkin import conflicts, presence, print_jobs, registrations
from vi_events.checkin.cards import CardMaker
from vi_events.checkin.conflicts import BADGE, Conflict, Passage
from vi_events.clock import COUNTER_BITS
from vi_events.edition import people, programme
from vi_events.edition.erasure import person_erased
from vi_events.edition.models import Authority
from vi_events.journal.entry import CANCELLED, Author, Entry
from vi_events.journal.store import Store

BASSENS = Authority("33032", "Bassens", "commune", "33", "Gironde")


@pytest.fixture
def three(tmp_path: Path) -> list[Bench]:
    """Three stations that know the same person and nothing of each other since."""
    made = [bench(tmp_path, station=f"poste-{number}") for number in (1, 2, 3)]
    made[0].desk.record(programme.authority_set(BASSENS))
    made[0].expect(authority_id=BASSENS.id)
    for other in made[1:]:
        other.store.take_in(made[0].journal())
    return made


def exchange(stations: Sequence[Bench]) -> None:
    everything = [entry for station in stations for entry in station.journal()]
    for station in stations:
        station.store.take_in(everything)


def admit_apart(stations: Sequence[Bench], who: str = "marie") -> list[str]:
    """Each station lets them in, a minute after the one before, then all hear of it; gives the entries."""
    entries = []
    for minutes, station in enumerate(stations):
        station.clock.now_ms = START_MS + minutes * 60_000
        entries.append(station.desk.admit(who).entry_id)
    exchange(stations)
    return entries


def listed(station: Bench) -> tuple[Conflict, ...]:
    return conflicts.conflicts(station.store)


def acknowledge(station: Bench, *chosen: Conflict, note: str = "") -> int:
    facts = conflicts.acknowledgements(station.store, chosen, note)
    if facts:
        station.desk.record(*facts)
    return len(facts)


def open_count(station: Bench) -> int:
    return CardMaker(station.store).counters(DAY, "poste-1", START_MS).conflicts


def test_a_double_admission_is_listed_with_who_where_and_when(three: list[Bench]) -> None:
    entries = admit_apart(three[:2])
    for station in three[:2]:
        found = listed(station)[0]
        assert (found.whom.name, found.whom.authority, found.zone) == ("Marie Curie", "Bassens", "Jour 1")
        assert (found.first, found.second) == (Passage(START_MS, "poste-1"), Passage(START_MS + 60_000, "poste-2"))
        assert (found.entries, found.seen) == (tuple(entries), None)
        assert len(listed(station)) == open_count(station) == 1


def test_an_acknowledged_one_stays_in_the_list_and_says_by_whom_and_why(three: list[Bench]) -> None:
    admit_apart(three[:2])
    three[0].clock.later(600)
    three[0].desk.settings = replace(three[0].desk.settings, author=Author("poste-1", "Aïcha"))
    assert acknowledge(three[0], *listed(three[0]), note="Deux douchettes pour la même personne") == 1
    exchange(three)
    for station in three:
        seen = listed(station)[0].seen
        assert seen is not None
        assert (seen.at_ms, seen.station, seen.operator) == (START_MS + 600_000, "poste-1", "Aïcha")
        assert seen.note == "Deux douchettes pour la même personne"
        assert open_count(station) == 0
        assert station.desk.cards.card("marie", station.desk.standing("marie"), DAY).conflict == ""
        assert station.in_order()


def test_acknowledged_at_two_stations_apart_the_first_counts(three: list[Bench]) -> None:
    admit_apart(three[:2])
    for minutes, station in enumerate(three[:2], start=5):
        station.clock.now_ms = START_MS + minutes * 60_000
        assert acknowledge(station, *listed(station), note=f"vu {minutes}") == 1
    exchange(three)
    for station in three:
        assert [each.seen.note for each in listed(station) if each.seen] == ["vu 5"]
        assert open_count(station) == 0


def test_acknowledging_again_records_nothing(three: list[Bench]) -> None:
    admit_apart(three[:2])
    before = listed(three[0])
    assert acknowledge(three[0], *before) == 1
    assert acknowledge(three[0], *before) == 0
    assert len(three[0].journal("conflict_acknowledged")) == 1


@pytest.mark.parametrize("late_ms", [-60_000, 30_000, 120_000])
def test_a_third_admission_is_one_new_conflict_even_when_it_was_the_first(three: list[Bench], late_ms: int) -> None:
    late = three.pop()
    admit_apart(three)
    acknowledge(three[0], *listed(three[0]), note="vu")
    late.clock.now_ms = START_MS + late_ms
    third = late.desk.admit("marie").entry_id
    exchange([*three, late])
    for station in (*three, late):
        found = listed(station)
        assert [each.seen is None for each in found] == [True, False]
        assert third in found[0].entries
        assert third not in found[1].entries
        assert open_count(station) == 1


def test_an_undone_admission_takes_its_conflict_away_and_leaves_the_others(three: list[Bench]) -> None:
    entries = admit_apart(three)
    assert open_count(three[0]) == 2
    three[1].desk.undo(entries[1], "marie")
    exchange(three)
    assert [each.entries for each in listed(three[0])] == [(entries[0], entries[2])]
    three[1].desk.undo(entries[0], "marie")
    exchange(three)
    assert listed(three[2]) == ()
    assert three[2].present() == 1


def test_the_conflicts_of_a_merged_record_stay_in_the_list_under_the_person_who_stays(three: list[Bench]) -> None:
    three[0].expect("m2", first_name="Maria")
    exchange(three)
    admit_apart(three[:2], "m2")
    registrations.merge(three[0].desk, "m2", "marie")
    exchange(three)
    for station in three:
        found = listed(station)
        assert [(each.whom.record_id, each.whom.attendee_id, each.whom.name) for each in found] == [
            ("m2", "marie", "Marie Curie")
        ]
        assert open_count(station) == 1
    assert acknowledge(three[2], *listed(three[2])) == 1
    assert open_count(three[2]) == 0


def test_those_that_nobody_looked_at_come_first_newest_first(three: list[Bench]) -> None:
    for who in ("paul", "jean"):
        three[0].expect(who)
    exchange(three)
    for minutes, who in enumerate(("marie", "paul", "jean")):
        for station in three[:2]:
            station.clock.now_ms = START_MS + minutes * 60_000
            station.desk.admit(who)
    exchange(three)
    acknowledge(three[0], listed(three[0])[0])
    assert [each.whom.record_id for each in listed(three[0])] == ["paul", "marie", "jean"]


def test_a_badge_that_may_be_out_twice_is_listed_until_somebody_looked(three: list[Bench]) -> None:
    station = three[0]
    for printer in ("poste-1/Accueil", "poste-2/Hall"):
        entry = station.desk.record(print_jobs.badge_queued("marie", printer, "desk", ""))[0]
        job = next(job for job in print_jobs.jobs("marie", station.desk.standing("marie")) if job.id == entry.id)
        station.desk.record(print_jobs.badge_printed(job, "confirmed"))
        station.clock.later(60)
    found = listed(station)[0]
    assert (found.what, found.whom.name, found.zone, found.seen) == (BADGE, "Marie Curie", "", None)
    assert (found.first.place, found.second.place) == ("poste-1/Accueil", "poste-2/Hall")
    assert open_count(station) == 0, "badges are no double admissions"
    assert acknowledge(station, found, note="détruit") == 1
    assert listed(station) == ()
    assert acknowledge(station, found) == 0


def test_what_a_supervisor_wrote_stands_where_erasure_reaches_it(three: list[Bench]) -> None:
    admit_apart(three[:2])
    acknowledge(three[0], *listed(three[0]), note="vu avec Marie Curie")
    entry = three[0].journal("conflict_acknowledged")[0]
    assert entry.personal == {"note": "vu avec Marie Curie"}
    assert "Curie" not in str(entry.payload)
    three[0].desk.record(person_erased("marie"))
    seen = listed(three[0])[0].seen
    assert seen is not None
    assert (listed(three[0])[0].whom.name, seen.note) == ("", "")


# Any order of arrival


def _entry(number: int, station: str, ms: int, kind: str, payload: dict[str, object]) -> Entry:
    hlc = (START_MS + ms << COUNTER_BITS) + number
    return Entry(f"{number:032x}", station, number + 1, hlc, "live", "", kind, 1, people.subject("a"), payload, None)


@st.composite
def doors(draw: st.DrawFn) -> list[Entry]:
    """One person at three stations apart: admissions, undone ones, looks at pairs, before or after one another."""
    made: list[Entry] = []
    for number in range(draw(st.integers(2, 10))):
        what = draw(st.sampled_from(["in", "in", "in", "undo", "look", "look"]))
        admissions = [entry.id for entry in made if entry.kind == "attendee_admitted"]
        kind, payload = "attendee_admitted", dict[str, object](presence.admitted("a", "z", "once").payload)
        if what == "undo" and made:
            kind, payload = CANCELLED, {"cancels": draw(st.sampled_from(made)).id, "reason": ""}
        elif what == "look" and len(admissions) > 1:
            pair = draw(st.lists(st.sampled_from(admissions), min_size=2, max_size=2, unique=True))
            kind, payload = "conflict_acknowledged", {"entries": pair}
        station = draw(st.sampled_from(["poste-1", "poste-2", "poste-3"]))
        made.append(_entry(number, station, draw(st.integers(0, 5)), kind, payload))
    return made


def _alive(entries: Sequence[Entry]) -> list[Entry]:
    """Those that count, in the journal's order: said otherwise than in the fold."""
    dead: set[str] = set()
    ordered = sorted(entries, key=lambda entry: entry.order)
    for entry in reversed(ordered):
        if entry.kind == CANCELLED and entry.id not in dead:
            dead.add(str(entry.payload["cancels"]))
    return [entry for entry in ordered if entry.id not in dead]


@settings(max_examples=120, deadline=None)
@given(entries=doors(), data=st.data())
def test_in_any_order_of_arrival_every_double_admission_is_listed_exactly_once(
    entries: list[Entry], data: st.DataObject
) -> None:
    arrivals = data.draw(st.permutations(entries))
    cut = data.draw(st.integers(0, len(arrivals)))
    with TemporaryDirectory() as folder:
        store = Store(Path(folder) / f"{random.getrandbits(64):x}.db", TYPES, lambda: START_MS)
        for part in (arrivals[:cut], *([each] for each in arrivals[cut:])):
            store.take_in(part)
        found = conflicts.conflicts(store)
        opened = store.counts_under(conflicts.OPEN_KEYS)
        store.close()
    alive = _alive(entries)
    inside = [entry.id for entry in alive if entry.kind == "attendee_admitted"]
    looks = [set(entry.payload["entries"]) for entry in alive if entry.kind == "conflict_acknowledged"]
    position = {id_: number for number, id_ in enumerate(inside)}
    # Each is listed by its later admission; the first of all is nobody's double.
    assert sorted(max(each.entries, key=position.__getitem__) for each in found) == sorted(inside[1:])
    for each in found:
        late = max(each.entries, key=position.__getitem__)
        looked = any({late, before} in looks for before in inside[: position[late]])
        assert (each.seen is not None) == looked
    assert opened == sum(each.seen is None for each in found)
