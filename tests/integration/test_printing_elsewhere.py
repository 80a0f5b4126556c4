"""A desk without a printer prints at another station, through a real hub, whatever happens to the cable."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.fakes import FakePrinter
from tests.hub_stations import Hub, Station, until
from vi_events.checkin import print_jobs, printing
from vi_events.checkin.desk import Desk, DeskSettings
from vi_events.checkin.print_queue import PrintQueue
from vi_events.checkin.printers import open_printer
from vi_events.checkin.printing import Printing
from vi_events.edition import people, programme
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.journal.entry import Author
from vi_events.journal.store import Store
from vi_events.settings import PrinterSettings

DOOR, HALL = "accueil-1", "accueil-2"
AT_HALL, AT_DOOR = f"{HALL}/Epson hall", f"{DOOR}/Secours"


@dataclass
class Desked:
    """A station of the hub with a desk that prints."""

    station: Station
    printing: Printing

    def states(self) -> list[str]:
        state = self.station.core.call(lambda store: store.state(people.subject("marie")))
        return [job.state for job in print_jobs.jobs("marie", state)] if state else []

    def doubles(self) -> int:
        return sum(each.job.double for each in self.printing.questions().result())


Make = Callable[[str], Desked]


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "_TROUBLE_CHECK_S", 0.05)
    monkeypatch.setattr(printing, "_IDLE_CHECK_S", 0.1)
    monkeypatch.setattr(printing, "_END_WAIT_S", 0.1)
    monkeypatch.setattr(printing, "open_printer", lambda url, *_patience: open_printer(url, 0.8))


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    with ExitStack() as stack:
        hub = stack.enter_context(Hub(tmp_path / "hub"))

        def made(name: str) -> Desked:
            station = Station(tmp_path, hub.membership(name, "desk"))
            stack.callback(station.end)

            def begin(store: Store) -> Printing:
                desk = Desk(store, DeskSettings(Author(name), Zone("jour", "Jour")), station.core.publish)
                return Printing(station.core, PrintQueue(desk, store))

            used = station.core.call(begin)
            used.follow_link(station.linked)
            stack.callback(used.close)
            return Desked(station, used)

        yield made


@pytest.fixture
def door(make: Make) -> Desked:
    """A desk with Marie on its list and no printer: it prints in the hall."""
    made = make(DOOR)
    made.station.record(programme.edition_created(Edition("essai", "Essai", "2027-02-05", "Paris")))
    made.station.expect("marie")
    made.printing.attach([], AT_HALL)
    return made


@pytest.fixture
def hall(make: Make, door: Desked) -> Desked:
    made = make(HALL)
    until("the hall knows Marie", lambda: made.station.ids() >= door.station.ids())
    return made


def attach(hall: Desked, printer: FakePrinter) -> None:
    hall.printing.attach([PrinterSettings("Epson hall", printer.url, 384)])
    until("its printer is known", lambda: any(view.here for view in hall.printing.printers().result()))


def hears_of_the_hall(door: Desked) -> None:
    until("the door knows the printer", lambda: [view.id for view in door.printing.printers().result()] == [AT_HALL])


def test_an_admission_at_the_door_prints_in_the_hall_and_the_state_comes_back(door: Desked, hall: Desked) -> None:
    with FakePrinter() as printer:
        attach(hall, printer)
        hears_of_the_hall(door)
        job = door.printing.after_admission("marie").result()
        assert job is not None
        until("the door knows that it came out", lambda: door.states() == ["confirmed"])
        assert [page.size[0] for page in printer.pages] == [384], "drawn for the paper of that printer"
        assert door.printing.after_admission("marie").result() is None
        (view,) = door.printing.printers().result()
        assert (view.here, view.main, view.waiting, view.last_out_ms is not None) == (False, True, 0, True)


def test_a_badge_moved_while_the_hall_was_cut_off_prints_once(door: Desked, hall: Desked) -> None:
    with FakePrinter("paper_out") as printer, FakePrinter() as spare:
        attach(hall, printer)
        hears_of_the_hall(door)
        door.printing.after_admission("marie").result()
        until("the hall has the job", lambda: hall.states() == ["queued"])
        hall.station.cable.cut()
        until("the hall is cut off", lambda: not hall.station.linked())
        door.printing.attach([PrinterSettings("Secours", spare.url, 384)])
        assert door.printing.move(AT_HALL, AT_DOOR).result() == 1
        until("it came out at the door", lambda: door.states() == ["moved", "confirmed"])
        printer.mode = "ok"
        until("the hall could print", lambda: hall.printing.printers().result()[0].level == "ok")
        assert hall.printing.printers().result()[0].strange == 1, "it is said why it waits"
        hall.station.cable.mend()
        until("the hall knows", lambda: hall.states() == ["moved", "confirmed"])
        assert (len(printer.pages), len(spare.pages)) == (0, 1)
        assert door.doubles() == 0


def test_badges_printed_at_both_stations_while_apart_are_told_at_both(door: Desked, hall: Desked) -> None:
    hall.printing.follow_link(lambda: True)  # somebody in the hall had it printed all the same
    with FakePrinter("paper_out") as printer, FakePrinter() as spare:
        attach(hall, printer)
        hears_of_the_hall(door)
        door.printing.after_admission("marie").result()
        until("the hall has the job", lambda: hall.states() == ["queued"])
        hall.station.cable.cut()
        until("the hall is cut off", lambda: not hall.station.linked())
        printer.mode = "ok"
        until("it came out in the hall", lambda: hall.states() == ["confirmed"])
        door.printing.attach([PrinterSettings("Secours", spare.url, 384)])
        door.printing.move(AT_HALL, AT_DOOR).result()
        until("it came out at the door", lambda: door.states() == ["moved", "confirmed"])
        assert door.doubles() == 0
        hall.station.cable.mend()
        until("both are told", lambda: door.doubles() == hall.doubles() == 1)
        assert (len(printer.pages), len(spare.pages)) == (1, 1)
        door.printing.double_seen(door.printing.questions().result()[0].job).result()
        until("one has looked for both", lambda: hall.doubles() == 0)


def test_a_crash_in_the_hall_is_asked_about_at_the_door_too(door: Desked, hall: Desked) -> None:
    with FakePrinter("stalls") as stalled, FakePrinter() as fine:
        attach(hall, stalled)
        hears_of_the_hall(door)
        door.printing.after_admission("marie").result()
        until("it is being sent", lambda: door.states() == ["sending"])
        hall.printing._workers.clear()  # as after a crash: new workers find the journal as it was left
        attach(hall, fine)
        until("both are asked", lambda: all(len(each.printing.questions().result()) == 1 for each in (door, hall)))
        (asked,) = door.printing.questions().result()
        assert asked.name == "Dupont"
        door.printing.answer(asked.job, came_out=False).result()
        until("it came out", lambda: door.states() == ["failed", "confirmed"])
        assert hall.printing.questions().result() == ()
        assert len(fine.pages) == 1


def test_a_door_that_restarts_still_follows_its_badge(door: Desked, hall: Desked) -> None:
    with FakePrinter("paper_out") as printer:
        attach(hall, printer)
        hears_of_the_hall(door)
        door.printing.after_admission("marie").result()
        until("the hall has the job", lambda: hall.states() == ["queued"])
        door.printing.attach([], AT_HALL)
        assert [(each.job.printer, each.job.state) for each in door.printing.jobs().result()] == [(AT_HALL, "queued")]
        printer.mode = "ok"
        until("the door knows that it came out", lambda: door.states() == ["confirmed"])
