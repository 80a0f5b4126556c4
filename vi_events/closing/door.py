"""What the journal says of the reception, read once: who came when and where, what each desk did. No name is read.

What was undone does not count, nor what a rehearsal did.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from vi_events.clock import hlc_ms
from vi_events.edition import people
from vi_events.journal.entry import CANCELLED, Author, Entry
from vi_events.journal.fold import cancelled_ids
from vi_events.journal.store import Store

PASSAGES = ("attendee_admitted", "attendee_exited", "scan_refused")
"""Kinds of entries that say that somebody stood at a desk."""
_LIVE = Author("").session
_PAGE = 1000
_MERGE_MS = 1000
_LAST_MS = 4_102_444_800_000
"""The year 2100: a clock that runs further ahead is only wrong."""


@dataclass(slots=True)
class Door:
    """The reception of one edition. Times are milliseconds since 1970."""

    admissions: list[tuple[str, str, int]] = field(default_factory=list)
    """(attendee, zone, when) of each admission. One written on paper and typed later has its own time."""
    passages: dict[str, list[int]] = field(default_factory=dict)
    """By station: when somebody stood there (an admission, an exit or a refusal), in order; without those on paper."""
    refusals: Counter[str] = field(default_factory=Counter)
    """By verdict."""
    kinds: Counter[str] = field(default_factory=Counter)
    """Entries by kind."""
    imported: set[str] = field(default_factory=set)
    """Attendees who were on a list."""
    overrides: int = 0
    """Admissions against the rules, on a supervisor's word."""
    on_paper: int = 0
    """Admissions written on paper and typed later."""
    undone: int = 0
    """Admissions, exits and refusals that were undone."""


def read_door(store: Store) -> Door:
    """The reception as the journal of ``store`` tells it."""
    door = Door()
    dead = cancelled_ids(store.entries(CANCELLED))
    for station in store.positions():
        merged = ("", 0)
        times: list[int] = []
        for entry in _entries_of(store, station):
            if entry.id in dead:
                door.undone += entry.kind in PASSAGES
                continue
            door.kinds[entry.kind] += 1
            if entry.kind == "attendee_merged":
                merged = people.subject(str(entry.payload["into"])), hlc_ms(entry.hlc)
            # A merge repeats on the record that stays what was done for the one that goes: nobody came then.
            elif entry.subject != merged[0] or hlc_ms(entry.hlc) - merged[1] > _MERGE_MS:
                _take(door, entry, times)
        if times:
            door.passages[station] = sorted(times)
    return door


def _entries_of(store: Store, station: str) -> Iterator[Entry]:
    """The live entries of a station. Page by page: the journal in one order would be sorted in memory, badge pictures
    included.
    """
    last = 0
    while page := store.entries_after(station, last, _PAGE):
        last = page[-1].seq
        yield from filter(is_live, page)


def _take(door: Door, entry: Entry, times: list[int]) -> None:
    attendee_id = entry.subject.removeprefix(people.PREFIX)
    if entry.kind == "attendee_upserted":
        door.imported.add(attendee_id)
    if entry.kind not in PASSAGES:
        return
    on_paper = _paper_ms(entry) > 0
    if not on_paper:
        times.append(when_ms(entry))
    if entry.kind == "attendee_admitted":
        door.admissions.append((attendee_id, str(entry.payload.get("zone", "")), when_ms(entry)))
        door.overrides += bool(entry.payload.get("override"))
        door.on_paper += on_paper
    elif entry.kind == "scan_refused":
        door.refusals[str(entry.payload.get("verdict", ""))] += 1


def when_ms(entry: Entry) -> int:
    """When it happened: what was written on paper first has its own time. Milliseconds since 1970."""
    return min(_paper_ms(entry) or hlc_ms(entry.hlc), _LAST_MS)


def is_live(entry: Entry) -> bool:
    """Whether it is of the day itself, not of a rehearsal."""
    return entry.session == _LIVE


def _paper_ms(entry: Entry) -> int:
    said = entry.payload.get("at_ms")
    return max(0, said) if isinstance(said, int) else 0
