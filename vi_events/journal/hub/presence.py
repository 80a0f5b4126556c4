"""Who else is there: what each station says of itself every two seconds, and what follows from it. Pure."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from typing import Any

import orjson

from vi_events.clock import MAX_AHEAD_MS
from vi_events.journal.hub import wire
from vi_events.sentences import say

HEARTBEAT_S = 2.0
CLOCK_TOLERANCE_MS = 2_000
SILENT_AFTER_MS = 120_000
_LONGEST_TEXT = 200


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """What a station says of itself. ``machine`` tells two computers of the same name apart, ``run`` two copies of one
    disk; ``position`` is the number of its newest entry, ``pending`` how many of its entries the hub does not have yet.
    """

    station: str
    role: str
    machine: str
    program: str
    clock_ms: int
    position: int
    pending: int
    run: str
    wire: int = wire.VERSION


@dataclass(frozen=True, slots=True)
class StationView:
    """Another station, for the window. ``clock_offset_ms`` is positive when its clock is ahead of ours."""

    name: str
    role: str
    last_seen_ms: int
    clock_offset_ms: int
    pending: int


def encode(heartbeat: Heartbeat) -> bytes:
    return orjson.dumps(asdict(heartbeat))


def decode(data: bytes) -> Heartbeat | None:
    """The heartbeat in a message; None when it is none. Fields of later versions are passed over."""
    try:
        found = orjson.loads(data)
    except orjson.JSONDecodeError:
        return None
    if not isinstance(found, dict):
        return None
    known: dict[str, Any] = {field.name: found.get(field.name) for field in fields(Heartbeat)}
    for field in fields(Heartbeat):
        value = known[field.name]
        right = type(value) is int and abs(value) < 2**53 if field.type is int else _is_text(value)
        if not right:
            return None
    return Heartbeat(**known)


class Presence:
    """The stations heard from, and what is worth telling about them. Not for use by two threads at once."""

    def __init__(self, own_name: str, own_machine: str, own_run: str) -> None:
        self._own = own_name, own_machine
        self._own_run = own_run
        self._copies: Counter[str] = Counter()
        """How often other runs of this very machine spoke: once may be the end of its own last one."""
        self._heard: dict[str, tuple[Heartbeat, int]] = {}
        self.namesake = ""
        """The machine that uses this station's name as well, when there is one: another, or a copy of this one."""

    def __iter__(self) -> Iterator[str]:
        """The names of the stations heard from."""
        return iter(self._heard)

    def hear(self, heartbeat: Heartbeat, now_ms: int) -> None:
        name, machine = self._own
        if heartbeat.station != name:
            self._heard[heartbeat.station] = heartbeat, now_ms
        elif heartbeat.machine != machine:
            self.namesake = heartbeat.machine
        elif heartbeat.run != self._own_run:
            self._copies[heartbeat.run] += 1
            if self._copies[heartbeat.run] > 1:
                self.namesake = machine

    def forget_namesake(self) -> None:
        """It is to be heard again."""
        self.namesake = ""
        self._copies.clear()

    def heartbeat(self, station: str) -> Heartbeat | None:
        """The last one of a station."""
        found = self._heard.get(station)
        return found[0] if found else None

    def is_here(self, station: str, now_ms: int) -> bool:
        """Whether it spoke lately: it then sends its own entries itself."""
        found = self._heard.get(station)
        return found is not None and now_ms - found[1] < 5 * HEARTBEAT_S * 1000

    def role_is_here(self, role: str, now_ms: int, within_ms: int) -> bool:
        """Whether a station of this role spoke lately."""
        return any(heard.role == role and now_ms - seen < within_ms for heard, seen in self._heard.values())

    def stations(self) -> tuple[StationView, ...]:
        """Every station heard from, by name."""
        return tuple(
            StationView(name, heard.role, seen_ms, heard.clock_ms - seen_ms, heard.pending)
            for name, (heard, seen_ms) in sorted(self._heard.items())
        )


def remarks(stations: tuple[StationView, ...], now_ms: int) -> tuple[str, ...]:
    """One sentence for each station that is silent or whose clock is wrong, this one included."""
    own_ms = own_clock_ms(stations)
    said = [_clock_remark("de ce poste", own_ms, say("celles des autres"), say("réglez-la."))] if own_ms else []
    return tuple(filter(None, (*said, *(_remark(station, now_ms, own_ms) for station in stations))))


def own_clock_ms(stations: tuple[StationView, ...]) -> int:
    """How far this station's own clock is ahead (negative: behind), when most of the others, two at least, agree that
    it is this one that is wrong; else 0.
    """
    offsets = sorted(station.clock_offset_ms for station in stations)
    middle = offsets[len(offsets) // 2] if len(offsets) > 1 else 0
    agreed = sum(abs(offset - middle) <= CLOCK_TOLERANCE_MS for offset in offsets)
    return -middle if abs(middle) > CLOCK_TOLERANCE_MS and 2 * agreed > len(offsets) else 0


def far_clocks(stations: tuple[StationView, ...]) -> tuple[str, ...]:
    """The stations whose clock is so wrong that its times are not followed (``clock.MAX_AHEAD_MS``), this one's being
    right.
    """
    own_ms = own_clock_ms(stations)
    return tuple(each.name for each in stations if abs(each.clock_offset_ms + own_ms) > MAX_AHEAD_MS)


def _remark(station: StationView, now_ms: int, own_ms: int) -> str:
    silent_ms = now_ms - station.last_seen_ms
    if silent_ms >= SILENT_AFTER_MS:
        silent = _duration(silent_ms)
        return say("Le poste «\u202f{0}\u202f» ne répond plus depuis {1}\u202f: allez le voir.", station.name, silent)
    name, offset_ms = say("du poste «\u202f{0}\u202f»", station.name), station.clock_offset_ms + own_ms
    if abs(offset_ms) <= CLOCK_TOLERANCE_MS:
        return ""
    if own_ms:
        return _clock_remark(name, offset_ms, say("celles des autres"), say("réglez-la."))
    return _clock_remark(name, offset_ms, say("celle-ci"), say("réglez celle des deux qui a tort."))


def _clock_remark(whose: str, offset_ms: int, against: str, advice: str) -> str:
    which = say("avance") if offset_ms > 0 else say("retarde")
    said = say("L’horloge {0} {1} de {2} sur {3}\u202f: {4}", whose, which, _duration(abs(offset_ms)), against, advice)
    if abs(offset_ms) <= MAX_AHEAD_MS:
        return said
    # Entries are put in the order of their times, which an hour of difference does not disturb, for all follow it.
    placed = say("après") if offset_ms > 0 else say("avant")
    return say(
        "{0} À plus d’un jour d’écart, les postes ne suivent plus la même heure\u202f: ce qui s’y "
        "note est gardé, mais se range {1} tout le reste.",
        said,
        placed,
    )


def _duration(ms: int) -> str:
    seconds = round(ms / 1000)
    if seconds < 120:
        return f"{seconds}\u202fs"
    return f"{seconds // 60}\u202fmin" if seconds < 7200 else f"{seconds // 3600}\u202fh {seconds % 3600 // 60:02}"


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST_TEXT
