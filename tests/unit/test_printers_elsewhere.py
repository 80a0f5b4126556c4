"""Badges printed by another station: what stands when two stations did not hear each other."""

import random
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.unit.desks import Bench, FakeClock, bench, queue_of
from vi_events.checkin import print_jobs
from vi_events.checkin.print_jobs import ADMISSION, DESK, OUT, PAPER, REPRINT, Job
from vi_events.checkin.print_queue import PrintQueue
from vi_events.clock import uuid7
from vi_events.edition import people
from vi_events.journal.entry import Entry

DOOR, HALL = "poste-1", "accueil-2"
AT_DOOR, AT_HALL = f"{DOOR}/Porte", f"{HALL}/Epson hall"
DOT = Image.new("1", (8, 1))


@dataclass
class Station:
    """A desk with its print queue, and its printer if it has one."""

    bench: Bench
    queue: PrintQueue
    printer: str

    def jobs(self) -> list[Job]:
        return print_jobs.jobs("marie", self.bench.desk.standing("marie"))

    def states(self) -> list[str]:
        return [job.state for job in self.jobs()]

    def hear(self, other: "Station") -> None:
        """All that the other station knows arrives."""
        self.bench.store.take_in(other.bench.store.entries())

    def print_next(self, ends: str = "confirmed") -> Job | None:
        """What the printer's worker does: one badge, that ends so; ``crash``: it does not."""
        job = self.queue.next(self.printer)
        if job is not None and self.queue.begin(job) is not None and ends != "crash":
            self.queue.end(job, ends)
        return job


def stations(folder: Path, clocks: tuple[FakeClock, FakeClock]) -> tuple[Station, Station]:
    door, hall = (bench(folder, station=name, clock=clock) for name, clock in zip((DOOR, HALL), clocks, strict=True))
    made = (
        Station(door, queue_of(door, AT_DOOR, 384), AT_DOOR),
        Station(hall, PrintQueue(hall.desk, hall.store), AT_HALL),
    )
    made[1].queue.set_printer(AT_HALL, "Epson hall", 576)
    made[0].hear(made[1])
    made[1].hear(made[0])
    return made


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def both(tmp_path: Path, clock: FakeClock) -> tuple[Station, Station]:
    return stations(tmp_path, (clock, clock))


@pytest.fixture
def door(both: tuple[Station, Station]) -> Station:
    return both[0]


@pytest.fixture
def hall(both: tuple[Station, Station]) -> Station:
    return both[1]


# One badge, two stations


def test_a_badge_asked_for_elsewhere_is_drawn_for_that_printer_and_its_state_comes_back(
    door: Station, hall: Station
) -> None:
    job = door.queue.queue_once("marie", AT_HALL)
    assert job is not None
    hall.hear(door)
    assert hall.queue.picture(job).width == 576
    hall.print_next()
    door.hear(hall)
    assert door.states() == ["confirmed"]
    assert hall.print_next() is None, "once"


def test_jobs_of_others_that_arrive_late_leave_in_the_order_they_were_asked_for(
    door: Station, hall: Station, clock: FakeClock
) -> None:
    for station, who in ((door, "ada"), (hall, "bob"), (door, "zoe")):
        clock.later(1)
        station.bench.expect(who)
        station.queue.queue(who, AT_HALL, DESK)
    hall.hear(door)
    left = []
    while job := hall.print_next():
        left.append(job.attendee_id)
    assert left == ["ada", "bob", "zoe"]


def test_a_badge_cancelled_at_the_desk_is_not_printed(door: Station, hall: Station) -> None:
    job = door.queue.queue("marie", AT_HALL, DESK)
    hall.hear(door)
    assert door.queue.cancel(job)
    hall.hear(door)
    assert hall.print_next() is None
    assert hall.states() == ["cancelled"]


def test_a_badge_cancelled_too_late_is_said_to_be_out(door: Station, hall: Station) -> None:
    job = door.queue.queue("marie", AT_HALL, DESK)
    hall.hear(door)
    hall.print_next()
    door.queue.cancel(job)
    for one, other in ((door, hall), (hall, door)):
        one.hear(other)
        assert one.states() == ["confirmed"]
    assert door.queue.queue_once("marie", AT_DOOR) is None


def test_a_badge_moved_away_never_prints_at_the_first_printer(door: Station, hall: Station) -> None:
    door.queue.queue("marie", AT_HALL, DESK)
    hall.hear(door)
    assert door.queue.move(AT_HALL, AT_DOOR) == 1
    assert door.print_next() is not None
    assert hall.queue.next(AT_HALL, in_touch=False) is None, "cut off, it waits for what the desk may have said"
    hall.hear(door)
    assert hall.print_next() is None
    assert hall.states() == ["moved", "confirmed"]
    assert hall.queue.doubles() == []


def test_out_of_touch_a_printer_prints_what_was_asked_for_at_its_own_station(door: Station, hall: Station) -> None:
    hall.bench.expect("bob")
    door.queue.queue("marie", AT_HALL, DESK)
    hall.hear(door)
    hall.queue.queue("bob", AT_HALL, DESK)
    job = hall.queue.next(AT_HALL, in_touch=False)
    assert job is not None
    assert job.attendee_id == "bob"


def test_somebody_at_the_printer_may_print_what_others_asked_for_without_hearing_from_them(
    door: Station, hall: Station
) -> None:
    door.queue.queue("marie", AT_HALL, DESK)
    hall.hear(door)
    assert hall.queue.move(AT_HALL, AT_HALL) == 1
    assert hall.queue.next(AT_HALL, in_touch=False) is not None
    assert hall.states() == ["moved", "queued"]


def test_a_badge_printed_at_both_printers_while_they_were_apart_is_told(door: Station, hall: Station) -> None:
    door.queue.queue("marie", AT_HALL, DESK)
    hall.hear(door)
    hall.print_next()
    door.queue.move(AT_HALL, AT_DOOR)
    door.print_next()
    door.hear(hall)
    hall.hear(door)
    for station in (door, hall):
        assert station.states() == ["confirmed", "confirmed"]
        assert [job.double for job in station.jobs()] == [True, True]
        assert [job.attendee_id for job in station.queue.doubles()] == ["marie", "marie"]
    door.queue.double_seen("marie")
    hall.hear(door)
    assert hall.queue.doubles() == []
    assert hall.bench.person()["badges"] == 2, "it stays counted"


def test_a_moved_badge_that_came_out_at_the_first_printer_is_not_printed_again(door: Station, hall: Station) -> None:
    door.queue.queue("marie", AT_HALL, DESK)
    hall.hear(door)
    hall.print_next()
    door.queue.move(AT_HALL, AT_DOOR)
    door.hear(hall)
    assert door.print_next() is None
    assert door.states() == ["confirmed", "cancelled"]
    assert door.jobs()[1].reason == "Déjà sorti\u202f: Epson hall (accueil-2)."


@pytest.mark.parametrize("came_out", [True, False])
def test_a_moved_badge_waits_for_the_answer_when_it_may_have_come_out(
    door: Station, hall: Station, came_out: bool
) -> None:
    job = door.queue.queue("marie", AT_HALL, DESK)
    hall.hear(door)
    hall.print_next("unknown")
    door.queue.move(AT_HALL, AT_DOOR)
    door.hear(hall)
    assert door.print_next() is None
    waiting = door.jobs()[1]
    assert (waiting.state, waiting.held) == ("queued", True)
    again = door.queue.answer(job, came_out)
    assert (again.id if again else None) == (None if came_out else waiting.id), "no third job"
    assert (door.print_next() is None) is came_out
    assert door.queue.doubles() == []


def test_the_first_answer_counts_whoever_gives_it(door: Station, hall: Station, clock: FakeClock) -> None:
    job = door.queue.queue("marie", AT_HALL, DESK)
    hall.hear(door)
    hall.print_next("unknown")
    door.hear(hall)
    assert [each.state for each in door.queue.elsewhere()] == ["unknown"], "the desk that asked is told too"
    hall.queue.answer(job, came_out=True)
    clock.later(1)
    door.queue.answer(job, came_out=False)
    door.hear(hall)
    hall.hear(door)
    for station in (door, hall):
        assert station.states() == ["confirmed", "cancelled"], "the badge asked for again is not needed"
        assert station.print_next() is None


def test_two_answers_that_contradict_each_other_are_told_once_both_badges_may_be_out(
    door: Station, hall: Station, clock: FakeClock
) -> None:
    job = door.queue.queue("marie", AT_HALL, DESK)
    hall.hear(door)
    hall.print_next("unknown")
    door.hear(hall)
    hall.queue.answer(job, came_out=False)
    hall.print_next()
    clock.later(1)
    door.queue.answer(job, came_out=True)
    door.hear(hall)
    assert door.states() == ["failed", "confirmed"]
    assert len(door.queue.doubles()) == 2


def test_two_desks_that_admit_at_once_print_one_badge(door: Station, hall: Station, clock: FakeClock) -> None:
    door.queue.queue_once("marie", AT_DOOR)
    clock.later(1)
    hall.queue.queue_once("marie", AT_HALL)
    door.hear(hall)
    hall.hear(door)
    assert hall.print_next() is None
    assert hall.states() == ["queued", "cancelled"]
    assert hall.jobs()[1].reason == "Déjà demandé\u202f: Porte (poste-1)."
    assert door.print_next() is not None


def test_a_badge_asked_for_again_is_no_double(door: Station, hall: Station) -> None:
    door.queue.queue_once("marie", AT_DOOR)
    door.print_next()
    again = door.queue.queue("marie", AT_DOOR, DESK)
    assert again.why == REPRINT
    door.print_next()
    assert door.states() == ["confirmed", "confirmed"]
    assert door.queue.doubles() == []
    hall.hear(door)
    assert hall.queue.doubles() == []


def test_asking_at_one_printer_takes_back_what_waits_at_another(door: Station) -> None:
    door.queue.queue("marie", AT_HALL, ADMISSION)
    job = door.queue.queue("marie", AT_DOOR, DESK)
    assert door.states() == ["moved", "queued"]
    assert job.follows == door.jobs()[0].id


def test_sheets_take_back_what_waits_at_a_silent_station(door: Station, hall: Station) -> None:
    door.queue.queue("marie", AT_HALL, ADMISSION)
    hall.hear(door)
    list(door.queue.note_printed(["marie"]))
    hall.hear(door)
    assert hall.print_next() is None
    assert [(job.printer, job.state) for job in hall.jobs()] == [(AT_HALL, "moved"), (PAPER, "confirmed")]


def test_a_desk_moves_its_own_badges_and_leaves_those_of_others(door: Station, hall: Station) -> None:
    hall.bench.expect("bob")
    door.queue.queue("marie", AT_HALL, DESK)
    hall.queue.queue("bob", AT_HALL, DESK)
    door.hear(hall)
    assert door.queue.move(AT_HALL, AT_DOOR) == 1
    assert [job.attendee_id for job in door.queue.open(AT_HALL)] == ["bob"]


def test_a_crash_of_the_owner_asks_at_both_stations(door: Station, hall: Station) -> None:
    door.queue.queue("marie", AT_HALL, DESK)
    hall.hear(door)
    hall.print_next("crash")
    door.hear(hall)
    assert door.states() == ["sending"]
    assert hall.queue.recover(AT_HALL) == 1
    door.hear(hall)
    assert [job.state for job in door.queue.elsewhere()] == ["unknown"]
    assert hall.print_next() is None


def test_a_printer_whose_clock_is_years_behind_prints_each_badge_once(tmp_path: Path) -> None:
    old, now = FakeClock(1_300_000_000_000), FakeClock()
    door, hall = stations(tmp_path, (now, old))
    door.queue.queue("marie", AT_HALL, DESK)
    hall.hear(door)
    assert hall.print_next() is not None
    assert hall.print_next() is None
    assert hall.states() == ["confirmed"]
    door.hear(hall)
    assert door.states() == ["confirmed"]


def test_the_last_badge_of_a_printer_elsewhere_is_known(door: Station, hall: Station, clock: FakeClock) -> None:
    door.queue.queue("marie", AT_HALL, DESK)
    hall.hear(door)
    assert door.queue.last_out_ms(AT_HALL) is None
    clock.later(5)
    hall.print_next()
    door.hear(hall)
    assert door.queue.last_out_ms(AT_HALL) == clock.now_ms


# Whatever happens


@dataclass
class World:
    """One person at two stations that hear each other now and then; what really came out, and what people wanted."""

    both: tuple[Station, Station]
    who: str
    chance: random.Random
    pages: Counter[str] = field(default_factory=Counter)
    given_up: set[str] = field(default_factory=set)
    """Jobs that a person cancelled, or of which one for several was asked for."""

    def jobs(self, station: Station) -> list[Job]:
        return print_jobs.jobs(self.who, station.bench.desk.standing(self.who))

    def ask(self, station: Station, printer: str) -> None:
        if print_jobs.prints_by_itself(station.bench.desk.standing(self.who)):
            station.queue.queue(self.who, printer, ADMISSION, DOT)

    def ask_again(self, station: Station, printer: str) -> None:
        waiting = {job.id for job in self.jobs(station) if job.state == "queued" and job.printer != printer}
        self.given_up |= waiting - {station.queue.queue(self.who, printer, DESK, DOT).follows}

    def move(self, station: Station, printer: str) -> None:
        station.queue.move(AT_HALL if printer == AT_DOOR else AT_DOOR, printer)

    def cancel(self, station: Station, _printer: str) -> None:
        self.given_up |= {job.id for job in self.jobs(station) if station.queue.cancel(job)}

    def print(self, station: Station, _printer: str) -> None:
        self.send(station, self.chance.choice(("confirmed", "confirmed", "sent", "unknown", "queued", "crash")))

    def send(self, station: Station, ends: str) -> bool:
        known = self.jobs(station)
        job = station.print_next(ends)
        if job is not None:
            rivals = [each.state for each in print_jobs.rivals(known, job)]
            assert not {"sending", "unknown", *OUT} & set(rivals), "it knew that another may be out"
            self.pages[job.id] += ends in OUT or (ends != "queued" and self.chance.random() < 0.5)
        return job is not None

    def restart(self, station: Station, _printer: str) -> None:
        station.queue.recover(station.printer)

    def answer(self, station: Station, _printer: str) -> None:
        for job in self.jobs(station):
            if job.state == "unknown":
                station.queue.answer(job, came_out=self.pages[job.id] > 0)

    def hear(self, station: Station, _printer: str) -> None:
        """Some of what the other station said arrives, in any order."""
        missing = self.missing(station)
        station.bench.store.take_in(self.chance.sample(missing, self.chance.randint(0, len(missing))))

    def hear_all(self, station: Station, _printer: str) -> None:
        station.bench.store.take_in(self.missing(station))

    def missing(self, station: Station) -> list[Entry]:
        other = self.both[station is self.both[0]]
        mine, theirs = (each.bench.store.entries_of(people.subject(self.who)) for each in (station, other))
        return [entry for entry in theirs if entry.id not in {each.id for each in mine}]

    def end_well(self) -> None:
        """All hear all, printers work, and every question is answered, as it really was."""
        before: list[Job] = []
        while any(map(self.missing, self.both)) or before != (before := self.jobs(self.both[0])):
            for station in self.both:
                self.hear_all(station, "")
                self.restart(station, "")
                self.answer(station, "")
                while self.send(station, "confirmed"):
                    pass


STEPS = ("ask", "ask_again", "move", "cancel", "print", "restart", "answer", "hear", "hear_all")
steps = st.lists(st.tuples(st.sampled_from(STEPS), st.booleans(), st.booleans()), min_size=6, max_size=30)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Station, Station]:
    return stations(tmp_path_factory.mktemp("two"), (FakeClock(), FakeClock()))


@settings(max_examples=120, deadline=None)
@given(did=steps, seed=st.integers(0, 2**32))
def test_no_badge_is_printed_twice_in_silence_and_none_is_lost(
    two: tuple[Station, Station], did: list[tuple[str, bool, bool]], seed: int
) -> None:
    world = World(two, uuid7(0), random.Random(seed))
    two[0].bench.expect(world.who)
    world.hear_all(two[1], "")
    world.ask(two[0], AT_HALL)
    for step, which, where in did:
        two[0].bench.clock.later(0.5)
        two[1].bench.clock.later(0.7)
        getattr(world, step)(two[which], AT_HALL if where else AT_DOOR)
    world.end_well()
    known, other = map(world.jobs, two)
    assert known == other, "both stations make the same of it"
    assert max(world.pages.values(), default=0) <= 1, "no job prints twice"
    for job in known:
        if world.pages[job.id]:
            assert job.state in OUT, "what came out is known to be out"
        same = [job, *print_jobs.rivals(known, job)]
        out = [each for each in same if world.pages[each.id]]
        assert len(out) < 2 or all(each.double for each in out), "two badges for one are told"
        assert out or world.given_up & {each.id for each in same}, "a badge that was asked for comes out"


@settings(max_examples=40, deadline=None)
@given(did=steps, seed=st.integers(0, 2**32))
def test_stations_that_hear_of_everything_at_once_never_print_two_badges_for_one(
    two: tuple[Station, Station], did: list[tuple[str, bool, bool]], seed: int
) -> None:
    world = World(two, uuid7(0), random.Random(seed))
    two[0].bench.expect(world.who)
    world.hear_all(two[1], "")
    for step, which, where in did:
        two[0].bench.clock.later(0.5)
        two[1].bench.clock.later(0.5)
        getattr(world, step)(two[which], AT_HALL if where else AT_DOOR)
        for station in two:
            world.hear_all(station, "")
    world.end_well()
    assert not [job for job in world.jobs(two[0]) if job.double]


def test_the_station_of_a_printer_is_in_its_id() -> None:
    assert print_jobs.owner(AT_HALL) == HALL
    assert [print_jobs.owner(url) for url in ("tcp://192.0.2.7:9100", "null:", "file:///x", PAPER)] == [""] * 4
