"""Entries of others go into the journal in few transactions, which a person's scan does not wait for."""

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from vi_events.app import TYPES
from vi_events.clock import uuid7
from vi_events.journal.core import Core
from vi_events.journal.entry import Entry
from vi_events.journal.hub.applying import SetAside, take_some_in
from vi_events.journal.store import PART, Change, Store

WAIT_S = 10
LONG_S = 60.0


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    made = Core(lambda: Store(tmp_path / "a.db", TYPES))
    yield made
    made.close()


@pytest.fixture
def told(core: Core) -> list[Change]:
    """What listeners were told: one change for each transaction."""
    changes: list[Change] = []
    core.subscribe(changes.append)
    return changes


def entries(number: int) -> list[Entry]:
    return [
        Entry(uuid7(seq), "poste-2", seq, seq << 16, "live", "", "badge_handed", 1, f"attendee:{seq}", {}, None)
        for seq in range(1, number + 1)
    ]


def take(core: Core, wanted: Sequence[Entry], most_s: float = LONG_S) -> tuple[int, tuple[SetAside, ...]]:
    return core.call(lambda store: take_some_in(core, store, wanted, most_s))


def held(core: Core) -> list[int]:
    return core.call(lambda store: sorted(entry.seq for entry in store.entries()))


def test_while_nobody_waits_all_go_in_one_transaction(core: Core, told: list[Change]) -> None:
    wanted = entries(3 * PART + 7)
    assert take(core, wanted) == (len(wanted), ())
    assert [len(change.entries) for change in told] == [len(wanted)]
    assert held(core) == [entry.seq for entry in wanted]


def test_a_scan_that_waits_ends_the_transaction(core: Core) -> None:
    wanted = entries(3 * PART)
    asked = threading.Event()

    def job(store: Store) -> int:
        asked.wait(WAIT_S)
        return take_some_in(core, store, wanted, LONG_S)[0]

    taken = core.submit(job)
    scan = core.submit(lambda store: len(list(store.entries())))
    asked.set()
    assert taken.result(WAIT_S) == PART
    assert scan.result(WAIT_S) == PART


def test_a_transaction_that_lasted_long_enough_ends(core: Core) -> None:
    assert take(core, entries(3 * PART), most_s=0) == (PART, ())


def test_what_is_left_goes_in_next(core: Core) -> None:
    wanted = entries(2 * PART + 1)
    done = 0
    while done < len(wanted):
        done += take(core, wanted[done:], most_s=0)[0]
    assert held(core) == [entry.seq for entry in wanted]


def test_an_entry_met_again_in_a_later_part_counts_once(core: Core, told: list[Change]) -> None:
    wanted = entries(PART)
    take(core, [*wanted, *wanted])
    assert [len(change.entries) for change in told] == [PART]


def test_one_that_cannot_be_held_is_set_aside_alone(core: Core) -> None:
    wanted = entries(2 * PART + 5)
    wrong = wanted[PART]._replace(id="f" * 32, subject="attendee:other")
    taken, aside = take(core, [*wanted, wrong])
    assert taken == len(wanted) + 1
    assert [(each.station, each.seq) for each in aside] == [("poste-2", PART + 1)]
    assert held(core) == [entry.seq for entry in wanted]
