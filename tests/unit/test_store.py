import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.unit.desks import START_MS, FakeClock, bench
from vi_events.app import TYPES
from vi_events.clock import COUNTER_BITS, MAX_AHEAD_MS, hlc_ms
from vi_events.edition import people
from vi_events.errors import StorageError
from vi_events.journal.entry import Author, Entry, Fact, cancel
from vi_events.journal.store import Store
from vi_events.journal.verify import verify

AUTHOR = Author("poste-1", "Zoé")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "a.db", TYPES)
    yield opened
    opened.close()


def handed(attendee_id: str) -> Fact:
    return Fact("badge_handed", f"attendee:{attendee_id}")


def record(store: Store, *facts: Fact, station: str = "poste-1") -> tuple[Entry, ...]:
    with store.transaction(Author(station)) as tx:
        return tx.record(*facts)


def fail_after(store: Store, fact: Fact) -> None:
    with suppress(ZeroDivisionError), store.transaction(AUTHOR) as tx:
        tx.record(fact)
        raise ZeroDivisionError


def fill(store: Store) -> None:
    for number in range(200):
        record(store, Fact("x", f"y:{number}", {"long": "x" * 500}))


def pragma(store: Store, name: str) -> object:
    with store.reading() as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_what_is_acknowledged_is_on_disk(store: Store) -> None:
    assert (pragma(store, "synchronous"), pragma(store, "journal_mode")) == (2, "wal")


def test_what_is_recorded_is_read_back_as_it_was(store: Store, tmp_path: Path) -> None:
    fact = Fact("note", "mystery:œ", {"n": 1, "l": [1, {"é": None}]}, {"name": "Œuvrard"}, 7)
    with store.transaction(AUTHOR) as tx:
        (entry,) = tx.record(fact)
    store.close()
    again = Store(tmp_path / "a.db", TYPES)
    assert list(again.entries()) == [entry]
    assert (entry.operator, entry.session, entry.version, entry.personal) == ("Zoé", "live", 7, {"name": "Œuvrard"})
    again.close()


def test_sequences_have_no_gap_when_a_transaction_fails_in_the_middle(store: Store) -> None:
    record(store, handed("a"), handed("b"))
    fail_after(store, handed("c"))
    record(store, handed("d"))
    assert [entry.seq for entry in store.entries()] == [1, 2, 3]
    assert store.state("attendee:c") is None
    assert verify(store).problems == ()


def test_counts_are_those_of_what_was_committed(store: Store) -> None:
    admitted = Fact("attendee_admitted", "attendee:a", {"zone": "z"})
    fail_after(store, admitted)
    assert +store.counts == {}
    record(store, admitted)
    assert store.counts["#in:z"] == 1


def test_each_station_counts_for_itself(store: Store) -> None:
    for station in ("a", "b", "a"):
        record(store, handed("x"), station=station)
    assert [(entry.station, entry.seq) for entry in store.entries()] == [("a", 1), ("b", 1), ("a", 2)]


def test_a_subject_of_an_unknown_type_is_kept(store: Store) -> None:
    record(store, Fact("x", "hologram:1", {"a": 1}))
    assert store.state("hologram:1") is not None
    assert [entry.payload for entry in store.entries_of("hologram:1")] == [{"a": 1}]
    assert verify(store).problems == ()


def test_somebody_new_is_written_as_if_folded(tmp_path: Path) -> None:
    births = [
        people.newcomer("a", {"last_name": "Zola", "code": "C", "zones": ["z"], "authority_id": "51108"}, "r:1", "b"),
        people.newcomer("b", {"first_name": "Zoé", "external_codes": ["HELLO-42"], "status": "cancelled"}, "r:2", "b"),
    ]
    stores = [Store(tmp_path / name, TYPES, FakeClock()) for name in ("born.db", "folded.db")]
    for store in stores:
        record(store, handed("c"))
    with stores[0].transaction(AUTHOR) as tx:
        tx.record_births(births)
        tx.record_births([])
    assert (len(tx.change.entries), tx.change.subjects) == (2, ("attendee:a", "attendee:b"))
    record(stores[1], *(birth.fact for birth in births))
    assert stores[0].states_of_type("attendee") == stores[1].states_of_type("attendee")
    assert stores[0].counts == stores[1].counts
    for store in stores:
        assert [store.subjects(key) for key in ("code:C", "auth:51108", "ext:hello-42")] == [
            ["attendee:a"],
            ["attendee:a"],
            ["attendee:b"],
        ]
        assert [entry.seq for entry in store.entries()] == [1, 2, 3]
        assert verify(store).problems == ()
        store.close()


def test_those_who_came_last_are_read_in_the_order_they_came(store: Store) -> None:
    record(store, handed("b"), Fact("x", "hologram:1"), handed("a"))
    first, upto = store.states_after("attendee", 0, 1), store.newest_number()
    assert [subject for subject, _ in first] == ["attendee:b"]
    assert [subject for subject, _ in store.states_after("attendee", first[0][1].number, 9)] == ["attendee:a"]
    record(store, handed("a"), handed("c"))
    assert [subject for subject, _ in store.states_after("attendee", upto, 9)] == ["attendee:c"]


def test_an_entry_met_again_is_passed_over(store: Store) -> None:
    (entry,) = record(store, handed("a"))
    change = store.take_in([entry, entry._replace(), entry])
    assert (change.entries, change.subjects) == ((), ())


def test_a_station_goes_on_from_what_came_back_of_its_own(store: Store, tmp_path: Path) -> None:
    entries = record(store, handed("a"), handed("b"))
    other = Store(tmp_path / "b.db", TYPES)
    record(other, Fact("x", "y:1"), station="poste-2")
    other.take_in(entries)
    record(other, handed("c"))
    assert [entry.seq for entry in other.entries() if entry.station == "poste-1"] == [1, 2, 3]
    assert verify(other).problems == ()
    other.close()


def test_two_entries_with_one_number_are_refused_together(store: Store) -> None:
    (entry,) = record(store, handed("a"))
    clash = entry._replace(id="f" * 32, subject="attendee:b")
    with pytest.raises(StorageError):
        store.take_in([entry._replace(id="e" * 32, station="other"), clash])
    assert [kept.id for kept in store.entries()] == [entry.id]


@pytest.mark.parametrize("reopened", [False, True])
def test_a_foreign_clock_years_ahead_does_not_drag_ours(tmp_path: Path, reopened: bool) -> None:
    clock = FakeClock()
    store = Store(tmp_path / "a.db", TYPES, clock)
    ahead = (START_MS + MAX_AHEAD_MS * 400) << COUNTER_BITS
    store.take_in([Entry("1" * 32, "mad", 1, ahead, "live", "", "badge_handed", 1, "attendee:a", {}, None)])
    if reopened:
        store.close()
        store = Store(tmp_path / "a.db", TYPES, clock)
    (own,) = record(store, handed("b"))
    assert hlc_ms(own.hlc) == START_MS
    store.close()


def test_our_own_entries_never_go_back_when_our_clock_is_put_right(tmp_path: Path) -> None:
    clock = FakeClock(START_MS + MAX_AHEAD_MS * 400)
    store = Store(tmp_path / "a.db", TYPES, clock)
    (first,) = record(store, handed("a"))
    store.close()
    clock.now_ms = START_MS
    store = Store(tmp_path / "a.db", TYPES, clock)
    (second,) = record(store, handed("a"))
    assert second.hlc > first.hlc
    assert verify(store).problems == ()
    store.close()


def test_names_stay_out_of_the_payload_column(store: Store) -> None:
    record(store, Fact("x", "y:1", {"n": 1}, {"last_name": "Œuvrard"}))
    with store.reading() as connection:
        assert connection.execute("SELECT payload, personal FROM entry").fetchone() == (
            '{"n":1}',
            '{"last_name":"Œuvrard"}',
        )


def test_a_full_disk_is_said_and_loses_nothing_acknowledged(store: Store) -> None:
    record(store, handed("a"))
    with store.reading() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageError, match="espace libre") as caught:
        fill(store)
    assert caught.value.code == "storage_failed"
    kept = [entry.seq for entry in store.entries()]
    assert kept == list(range(1, len(kept) + 1))
    with store.reading() as connection:
        connection.execute("PRAGMA max_page_count = 100000")
    record(store, handed("b"))
    assert verify(store).problems == ()


def test_a_database_opened_for_reading_is_never_written(store: Store, tmp_path: Path) -> None:
    record(store, handed("a"))
    reader = Store(tmp_path / "a.db", TYPES, read_only=True)
    with pytest.raises(StorageError):
        record(reader, handed("b"))
    record(store, handed("c"))
    assert len(list(reader.entries())) == 2
    reader.close()


def test_a_database_held_by_another_program_is_said(store: Store, tmp_path: Path) -> None:
    with store.reading() as connection:
        connection.execute("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError, match="locked"):
        record(store, handed("a"))
    other.execute("ROLLBACK")
    other.close()
    record(store, handed("a"))
    assert verify(store).problems == ()


@pytest.mark.parametrize("name", ["été 2027", "100%41", "a#b", "a+b & c", "l’édition"])
def test_a_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    opened = Store(folder / "edition.db", TYPES)
    record(opened, handed("a"))
    opened.close()
    reader = Store(folder / "edition.db", TYPES, read_only=True)
    assert len(list(reader.entries())) == 1
    reader.close()


def test_a_state_without_its_cancelled_entry_is_found_under_nothing(store: Store) -> None:
    (entry,) = record(store, Fact("attendee_admitted", "attendee:a", {"zone": "z"}))
    assert store.subjects("in:z") == ["attendee:a"]
    record(store, cancel(entry.id, "attendee:a"))
    assert store.subjects("in:z") == []
    assert store.counts["#in:z"] == 0


def test_keys_lead_to_their_own_subject_after_a_failure_and_a_restart(store: Store, tmp_path: Path) -> None:
    def admitted(name: str) -> Fact:
        return Fact("attendee_admitted", f"attendee:{name}", {"zone": name})

    record(store, admitted("a"))
    fail_after(store, admitted("b"))
    record(store, admitted("c"), admitted("a"))
    store.close()
    again = Store(tmp_path / "a.db", TYPES)
    record(again, admitted("d"))
    again.rebuild()
    record(again, admitted("e"))
    assert {name: again.subjects(f"in:{name}") for name in "abcde"} == {
        name: [f"attendee:{name}"] if name != "b" else [] for name in "abcde"
    }
    assert verify(again).problems == ()
    again.close()


def test_more_than_a_thousand_subjects_at_once(store: Store) -> None:
    record(store, *(handed(f"{number:04}") for number in range(1201)))
    wanted = [f"attendee:{number:04}" for number in range(1201)]
    assert sorted(store.states(wanted)) == wanted
    pages, after = [], ""
    while page := store.states_of_type("attendee", after, 500):
        pages.append(len(page))
        after = page[-1][0]
    assert pages == [500, 500, 201]


def test_positions_stop_at_the_first_gap(tmp_path: Path) -> None:
    here, there = bench(tmp_path), bench(tmp_path, station="poste-2")
    for number in range(5):
        there.expect(f"p{number}")
    theirs = there.journal()
    here.store.take_in([entry for entry in theirs if entry.seq not in (3, 4)])
    assert here.store.positions() == {"poste-1": 1, "poste-2": 2}
    assert [entry.seq for entry in here.store.entries_after("poste-2", 2, 10)] == [5, 6]
    here.store.take_in(theirs)
    assert here.store.positions()["poste-2"] == 6


def test_a_station_whose_first_entry_is_missing_has_no_position(tmp_path: Path) -> None:
    here, there = bench(tmp_path), bench(tmp_path, station="poste-2")
    there.expect()
    here.store.take_in([entry for entry in there.journal() if entry.seq > 1])
    assert "poste-2" not in here.store.positions()
