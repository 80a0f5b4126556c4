"""A desk on a real store, with a clock that the test moves."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from vi_events.app import TYPES
from vi_events.checkin import codes, print_jobs
from vi_events.checkin.desk import Desk, DeskSettings
from vi_events.checkin.print_queue import PrintQueue
from vi_events.checkin.views import ScanResult
from vi_events.edition import people, programme
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.journal.entry import Author, Entry
from vi_events.journal.store import Change, Store
from vi_events.journal.verify import verify

KEY = bytes(range(32))
START_MS = 1_800_000_000_000
DAY = Zone("jour-1", "Jour 1")


@dataclass
class FakeClock:
    now_ms: int = START_MS

    def __call__(self) -> int:
        return self.now_ms

    def later(self, seconds: float) -> None:
        self.now_ms += int(seconds * 1000)


@dataclass
class Bench:
    """One station: its store, its desk, its clock, and what was published."""

    store: Store
    desk: Desk
    clock: FakeClock
    changes: list[Change] = field(default_factory=list)

    def expect(self, attendee_id: str = "marie", **fields: Any) -> str:
        """Someone is on the list; returns their ticket code."""
        said = {"last_name": "Curie", "first_name": "Marie", "code": codes.new_code(KEY), **fields}
        self.desk.record(people.upserted(attendee_id, said, f"file:{attendee_id}"))
        return str(said["code"])

    def badge(self, attendee_id: str, *states: str) -> None:
        """A badge was asked for, and went through these states."""
        entry = self.desk.record(print_jobs.badge_queued(attendee_id, "poste-1/Accueil", "desk", ""))[0]
        job = next(job for job in print_jobs.jobs(attendee_id, self.desk.standing(attendee_id)) if job.id == entry.id)
        for state in states:
            self.desk.record(print_jobs.badge_printed(job, state))

    def scan_later(self, code: str, seconds: float = 60) -> ScanResult:
        self.clock.later(seconds)
        return self.desk.scan(code)

    def journal(self, kind: str | None = None) -> list[Entry]:
        return list(self.store.entries(kind))

    def person(self, attendee_id: str = "marie") -> dict[str, Any]:
        return self.desk.standing(attendee_id).data

    def present(self) -> int:
        return self.store.counts[f"#in:{self.desk.settings.zone.id}"]

    def in_order(self) -> bool:
        return verify(self.store).problems == ()


def bench(
    folder: Path, zone: Zone = DAY, station: str = "poste-1", key: bytes = KEY, clock: FakeClock | None = None
) -> Bench:
    """A station with one zone, on a new database."""
    clock = clock or FakeClock()
    store = Store(folder / f"{station}.db", TYPES, clock)
    changes: list[Change] = []
    settings = DeskSettings(Author(station), zone, key)
    made = Bench(store, Desk(store, settings, changes.append, clock), clock, changes)
    made.desk.record(programme.zone_set(zone, 0))
    changes.clear()
    return made


def queue_of(desk: Bench, printer: str, width_dots: int) -> PrintQueue:
    """The print queue of a station with one printer and one person expected."""
    made = PrintQueue(desk.desk, desk.store)
    desk.desk.record(programme.edition_created(Edition("essai", "Essai", "2027-02-05", "Paris")))
    made.set_printer(printer, printer.rpartition("/")[2], width_dots)
    desk.expect()
    return made
