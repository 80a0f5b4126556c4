"""Who else is there: what each station says of itself every two seconds, and what follows from it. Pure."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from typing import Any

import orjson

from vi_events.journal.hub import wire

HEARTBEAT_S = 2.0
CLOCK_TOLERANCE_MS = 2_000
SILENT_AFTER_MS = 120_000
_LONGEST_TEXT = 200


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """What a station says of itself. ``machine`` tells two computers of the same name apart; ``position`` is the number
    of its newest entry, ``pending`` how many of its entries the hub does not have yet.
    """

    station: str
    role: str
    machine: str
    program: str
    clock_ms: int
    position: int
    pending: int
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

    def __init__(self, own_name: str, own_machine: str) -> None:
        self._own = own_name, own_machine
        self._heard: dict[str, tuple[Heartbeat, int]] = {}
        self.namesake = ""
        """The computer that uses this station's name as well, when there is one."""

    def __iter__(self) -> Iterator[str]:
        """The names of the stations heard from."""
        return iter(self._heard)

    def hear(self, heartbeat: Heartbeat, now_ms: int) -> None:
        name, machine = self._own
        if heartbeat.station != name:
            self._heard[heartbeat.station] = heartbeat, now_ms
        elif heartbeat.machine != machine:
            self.namesake = heartbeat.machine

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
    """One sentence for each station that is silent or whose clock is wrong."""
    return tuple(filter(None, (_remark(station, now_ms) for station in stations)))


def _remark(station: StationView, now_ms: int) -> str:
    silent_ms = now_ms - station.last_seen_ms
    if silent_ms >= SILENT_AFTER_MS:
        silent = _duration(silent_ms)
        return f"Le poste «\u202f{station.name}\u202f» ne répond plus depuis {silent}\u202f: allez le voir."
    offset = station.clock_offset_ms
    if abs(offset) > CLOCK_TOLERANCE_MS:
        which = "avance" if offset > 0 else "retarde"
        return (
            f"L’horloge du poste «\u202f{station.name}\u202f» {which} de {_duration(abs(offset))} sur celle-ci\u202f: "
            "réglez celle des deux qui a tort."
        )
    return ""


def _duration(ms: int) -> str:
    seconds = round(ms / 1000)
    if seconds < 120:
        return f"{seconds}\u202fs"
    return f"{seconds // 60}\u202fmin" if seconds < 7200 else f"{seconds // 3600}\u202fh {seconds % 3600 // 60:02}"


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST_TEXT
