"""A desk's laptop that dies while it scans: what it had acknowledged reaches every other station, once."""

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.hub_stations import until
from tests.networks import Seat, free_listen
from tests.programs import Program, expected, programs
from vi_events.app import read_edition
from vi_events.journal.entry import Entry
from vi_events.journal.hub.roles import Role
from vi_events.journal.store import Store
from vi_events.stations.joining import join_edition

SEED = int(os.environ.get("VI_EVENTS_SEED", 0)) or random.SystemRandom().randrange(1, 10**9)
DESK = "Accueil 1"
LIVES, SCANS_PER_LIFE = 5, 40


@pytest.fixture
def start() -> Iterator[Callable[..., Program]]:
    with programs() as starting:
        yield starting


@pytest.fixture
def host(tmp_path: Path) -> Iterator[tuple[Seat, list[str]]]:
    folder, tickets = expected(tmp_path / "host", LIVES * SCANS_PER_LIFE)
    seat = Seat(folder, "régie", free_listen())
    seat.network.host().result()
    try:
        yield seat, tickets
    finally:
        seat.end()


def admissions(store: Store) -> list[Entry]:
    return list(store.entries("attendee_admitted"))


def test_what_a_killed_desk_acknowledged_is_on_every_other_station_once(
    host: tuple[Seat, list[str]], start: Callable[..., Program], tmp_path: Path
) -> None:
    print(f"VI_EVENTS_SEED={SEED}")
    chance = random.Random(SEED)
    seat, tickets = host
    webtv = seat.join(tmp_path / "webtv", "webtv", Role.WEBTV)
    data = tmp_path / "desk"
    folder = join_edition(data, seat.network.invite(Role.DESK).result().link, DESK)
    acknowledged: set[str] = set()
    for life in range(LIVES):
        desk = start(data, "scan")
        desk.type(*tickets[: (life + 1) * SCANS_PER_LIFE])
        # Some lives end before the link is there, some while it sends.
        desk.wait_for(len(acknowledged) + chance.randrange(1, SCANS_PER_LIFE))
        desk.kill()
        acknowledged |= {each["attendee_id"] for each in desk.said if each["verdict"] in ("admitted", "already_in")}
    last = start(data, "scan")
    last.type(tickets[0])
    last.wait_for(1)
    with read_edition(folder) as store:
        mine = admissions(store)
    assert acknowledged <= {entry.subject.removeprefix("attendee:") for entry in mine}
    for other in (seat, webtv):
        until(
            f"{other.station} has all that the desk has",
            lambda other=other: len(other.opened.core.call(admissions)) == len(mine),
        )
        theirs = other.opened.core.call(admissions)
        assert {entry.id for entry in theirs} == {entry.id for entry in mine}
        assert len({entry.subject for entry in theirs}) == len(theirs)
    assert last.end() == 0
    webtv.end()


def test_one_scan_of_a_joined_desk_leaves_before_its_program_ends(
    host: tuple[Seat, list[str]], start: Callable[..., Program], tmp_path: Path
) -> None:
    seat, tickets = host
    data = tmp_path / "desk"
    join_edition(data, seat.network.invite(Role.DESK).result().link, DESK)
    desk = start(data, "scan")
    desk.type(tickets[0])
    assert desk.end() == 0
    assert desk.said[0]["verdict"] == "admitted"
    until("the host knows", lambda: len(seat.opened.core.call(admissions)) == 1, 1)
