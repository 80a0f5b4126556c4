"""Real programs on computers of their own: a host and two desks, cables that are pulled, addresses that change."""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.hub_stations import until
from tests.lan import Computer, Lan, lan
from tests.programs import Program, expected, invited, programs
from vi_events import paths
from vi_events.app import read_edition
from vi_events.checkin import conflicts
from vi_events.edition import people

PORT = 4222
PEOPLE = 40
ROUNDS = 12


class Venue:
    """An edition on three computers."""

    def __init__(self, stack: ExitStack, root: Path) -> None:
        self.lan: Lan = stack.enter_context(lan())
        start = stack.enter_context(programs())
        self.host_computer = self.lan.computer("host", 1)
        folder, self.tickets = expected(root / "host", PEOPLE)
        self.folders = {"régie": folder}
        serving = ("hub", "serve", "--listen", f"0.0.0.0:{PORT}")
        self.host: Program = start(root / "host", *serving, inside=self.host_computer.inside)
        self.host.wait_for(1)
        self.computers: dict[str, Computer] = {}
        self.desks: dict[str, Program] = {}
        for number, name in enumerate(("Accueil 1", "Accueil 2"), 2):
            data = root / name
            self.computers[name] = computer = self.lan.computer(f"desk{number}", number)
            joining = start(data, "hub", "join", invited(self.host), "--station", name, inside=computer.inside)
            joining.wait_for(1)
            assert joining.end() == 0, joining
            self.folders[name] = data / "labels"
            self.desks[name] = start(data, "scan", inside=computer.inside)

    def scan(self, desk: str, person: int) -> dict[str, Any]:
        """What the desk's screen says."""
        program = self.desks[desk]
        before = len(program.said)
        program.type(self.tickets[person])
        return program.wait_for(before + 1)[before]

    def scan_at_once(self, person: int) -> tuple[list[dict[str, Any]], float]:
        """At both desks; and how many milliseconds apart."""
        desks = list(self.desks.values())
        before = [len(desk.said) for desk in desks]
        started = time.perf_counter()
        for desk in desks:
            desk.type(self.tickets[person])
        apart_ms = (time.perf_counter() - started) * 1000
        return [desk.wait_for(number + 1)[number] for desk, number in zip(desks, before, strict=True)], apart_ms

    def admissions(self, where: str, person: int) -> int:
        """How many a station knows of."""
        return len(self._read(where, person)[0])

    def conflicts(self, where: str, person: int) -> list[set[str]]:
        """Those of one person, as a supervisor is told them there."""
        return self._read(where, person)[1]

    def _read(self, where: str, person: int) -> tuple[set[str], list[set[str]]]:
        with read_edition(self.folders[where]) as store:
            entries = store.entries_of(people.subject(f"p{person}"))
            admitted = {each.id for each in entries if each.kind == "attendee_admitted"}
            told = [set(each.entries) for each in conflicts.conflicts(store)]
        return admitted, [pair for pair in told if pair & admitted]

    def until_everywhere(self, person: int, admissions: int, wait_s: float = 30.0) -> None:
        until(
            f"{admissions} admissions of {person} everywhere: {self!r}",
            lambda: all(self.admissions(each, person) == admissions for each in self.folders),
            wait_s,
        )

    def __repr__(self) -> str:
        return f"{self.host!r} {self.desks!r}"


@pytest.fixture(scope="module")
def venue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Venue]:
    """Linked. Each test has people of its own."""
    with ExitStack() as stack:
        made = Venue(stack, tmp_path_factory.mktemp("venue"))
        for number, desk in enumerate(made.desks):
            assert made.scan(desk, number)["verdict"] == "admitted"
            made.until_everywhere(number, 1)
        yield made


def test_the_same_person_at_two_desks_that_are_parted_is_let_in_twice_and_told_once(venue: Venue) -> None:
    cut = venue.computers["Accueil 2"]
    venue.lan.pull(cut)
    said, apart_ms = venue.scan_at_once(10)
    # Neither could know of the other: both screens say so at once, without waiting for the network.
    assert [each["verdict"] for each in said] == ["admitted", "admitted"]
    assert max(each["ms"] for each in said) < 1000
    print(f"{apart_ms:.2f} ms apart")
    # Each desk goes on, also once it has noticed.
    until("noticed", lambda: venue.scan("Accueil 2", 10)["verdict"] == "already_in")
    assert venue.scan("Accueil 2", 11)["verdict"] == "admitted"
    assert venue.admissions("régie", 11) == 0
    venue.lan.plug(cut)
    venue.until_everywhere(10, 2)
    venue.until_everywhere(11, 1)
    for where in venue.folders:
        (pair,) = venue.conflicts(where, 10)
        assert len(pair) == 2
        assert venue.conflicts(where, 11) == []
    again = venue.scan("Accueil 1", 11)
    assert (again["verdict"], again["first_station"]) == ("already_in", "Accueil 2")


def test_the_same_person_at_two_linked_desks_at_once_is_refused_or_told(venue: Venue) -> None:
    outcomes = []
    for person in range(20, 20 + ROUNDS):
        said, apart_ms = venue.scan_at_once(person)
        verdicts = sorted(each["verdict"] for each in said)
        outcomes.append((verdicts, round(apart_ms, 2)))
        assert verdicts in (["admitted", "admitted"], ["admitted", "already_in"])
        twice = verdicts == ["admitted", "admitted"]
        venue.until_everywhere(person, 2 if twice else 1)
        for where in venue.folders:
            assert len(venue.conflicts(where, person)) == (1 if twice else 0), where
    print(outcomes)
    assert min(apart_ms for _, apart_ms in outcomes) < 1


def test_a_host_whose_address_changed_is_found_again(venue: Venue) -> None:
    venue.host_computer = venue.lan.move(venue.host_computer, 101)
    assert venue.scan("Accueil 1", 2)["verdict"] == "admitted"
    venue.until_everywhere(2, 1, 60)
    for desk in venue.desks:
        # Also by those who start now.
        data = venue.folders[desk].parent
        assert b"10.77.0.101" in (data / "labels" / paths.MEMBERSHIP).read_bytes()
    # And new stations get the new address.
    assert f"10.77.0.101:{PORT + 1}" in invited(venue.host)
