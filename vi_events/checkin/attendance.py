"""When somebody was there: stays in a zone, and the half-days they make. Pure.

Only what was seen counts. An admission says that the person was there in that half-day; where exits are recorded, the
time until the exit counts too. Times are local; the afternoon begins at 13:00.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import combinations

from vi_events.clock import hlc_ms
from vi_events.edition.models import Attendee, Zone
from vi_events.journal.entry import Entry
from vi_events.journal.fold import cancelled_ids

_AFTERNOON = time(13)
_PASSING = timedelta(minutes=30)
"""Who stays on into the next half-day for less than this was only leaving."""
_SESSION_MS = 4 * 3_600_000
"""A zone open for as long as this, or longer, is a day or half a day, within which sessions are held."""


@dataclass(frozen=True, slots=True, order=True)
class HalfDay:
    """A morning, or an afternoon."""

    day: date
    afternoon: bool


@dataclass(frozen=True, slots=True)
class Stay:
    """From an admission to the exit; ``until_ms`` is None when nobody saw the person leave."""

    zone_id: str
    from_ms: int
    until_ms: int | None


@dataclass(frozen=True, slots=True)
class Overlap:
    """A person on the lists of two sessions held at the same time."""

    attendee: Attendee
    first: Zone
    second: Zone


def stays(entries: Iterable[Entry], zones: Mapping[str, Zone], now_ms: int) -> tuple[Stay, ...]:
    """The stays of one person, from all the entries about them; ``zones`` by id.

    Whoever never passed the exit is taken to have stayed until the zone closed that day, or until now. An exit on a
    later day says that the person was at the door then, not that they spent the night.
    """
    found: list[Stay] = []
    entered: dict[str, int] = {}
    for at_ms, kind, zone_id in _passages(entries):
        zone, since = zones.get(zone_id), entered.pop(zone_id, None)
        if since is not None and _local(since).date() == _local(at_ms).date():
            if kind == "attendee_exited":
                found.append(Stay(zone_id, since, at_ms))
                continue
            if zone is not None and zone.policy == "in_out":
                entered[zone_id] = since  # admitted again by another station: the first holds
                continue
        if since is not None:
            found.append(Stay(zone_id, since, _closing(zone, since, now_ms)))
        if kind == "attendee_exited":
            found.append(Stay(zone_id, at_ms, at_ms))
        else:
            entered[zone_id] = at_ms
    found += [Stay(zone_id, since, _closing(zones.get(zone_id), since, now_ms)) for zone_id, since in entered.items()]
    return tuple(sorted(found, key=lambda stay: (stay.from_ms, stay.zone_id)))


def half_days(entries: Iterable[Entry], zones: Mapping[str, Zone], now_ms: int) -> tuple[HalfDay, ...]:
    """The half-days in which a person was there, in order; arguments as for ``stays``."""
    found: set[HalfDay] = set()
    for stay in stays(entries, zones, now_ms):
        entered = _local(stay.from_ms)
        found.add(HalfDay(entered.date(), entered.time() >= _AFTERNOON))
        afternoon = datetime.combine(entered.date(), _AFTERNOON)
        if entered < afternoon and stay.until_ms is not None and _local(stay.until_ms) - afternoon >= _PASSING:
            found.add(HalfDay(entered.date(), True))
    return tuple(sorted(found))


def overlaps(attendees: Iterable[Attendee], zones: Sequence[Zone]) -> tuple[Overlap, ...]:
    """Everyone who is registered by name in two sessions of which one begins before the other ends."""
    sessions = [(zone, *hours) for zone in zones if (hours := _session(zone))]
    pairs = [
        (first, second)
        for (first, opens, closes), (second, its_opens, its_closes) in combinations(sessions, 2)
        if opens < its_closes and its_opens < closes
    ]
    return tuple(
        Overlap(person, first, second)
        for person in attendees
        for first, second in pairs
        if first.id in person.zones and second.id in person.zones
    )


def _passages(entries: Iterable[Entry]) -> list[tuple[int, str, str]]:
    """(when, kind, zone) of the admissions and exits that stand, in time."""
    listed = list(entries)
    dead = cancelled_ids(listed)
    return sorted(
        (_moment(entry), entry.kind, str(entry.payload.get("zone", "")))
        for entry in listed
        if entry.kind in ("attendee_admitted", "attendee_exited") and entry.id not in dead
    )


def _moment(entry: Entry) -> int:
    """When it happened: what was written on paper first says so itself."""
    return int(entry.payload.get("at_ms") or hlc_ms(entry.hlc))


def _closing(zone: Zone | None, since_ms: int, now_ms: int) -> int | None:
    """When somebody who came in and was not seen leaving had to be out, if that is known."""
    if zone is None or zone.policy != "in_out" or zone.closes_ms is None or zone.closes_ms <= since_ms:
        return None
    same_day = _local(zone.closes_ms).date() == _local(since_ms).date()
    return min(zone.closes_ms, now_ms) if same_day else None


def _session(zone: Zone) -> tuple[int, int] | None:
    """When a session begins and ends; None for a zone that is none."""
    if zone.opens_ms is None or zone.closes_ms is None or zone.closes_ms - zone.opens_ms >= _SESSION_MS:
        return None
    return zone.opens_ms, zone.closes_ms


def _local(at_ms: int) -> datetime:
    return datetime.fromtimestamp(at_ms / 1000)
