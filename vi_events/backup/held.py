"""What a backup holds, as shown before it is taken up."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlmodel import func, select

from vi_events.clock import hlc_ms
from vi_events.edition import people, programme
from vi_events.journal.database import session
from vi_events.journal.store import Store
from vi_events.journal.tables import EntryRow

_LAST_MS = 253_402_214_400_000
"""The end of 9999, as far as dates go: a clock may be wrong by any amount."""
NO_PALMARES, DRAFT, SEALED = "none", "draft", "sealed"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a journal holds. ``stations`` and ``kinds`` give the number of entries of each."""

    slug: str
    title: str
    date: str
    place: str
    people: int
    entries: int
    stations: Mapping[str, int]
    kinds: Mapping[str, int]
    last_entry_ms: int
    """When the last entry was recorded, in milliseconds since 1970."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a backup file holds. ``palmares`` is ``none``, ``draft`` (in clear) or ``sealed``; ``size`` is in bytes."""

    contents: Contents
    palmares: str
    made_ms: int
    program: str
    encrypted: bool = False
    size: int = 0
    left_out: tuple[str, ...] = ()
    """Files of the edition whose names no other system would take."""


def contents(store: Store, slug: str) -> Contents:
    """What the journal of the edition in the folder ``slug`` holds."""
    edition = programme.read_edition(store)
    with session(store.path) as journal:
        stations = journal.exec(select(EntryRow.station, func.count()).group_by(EntryRow.station)).all()
        kinds = journal.exec(select(EntryRow.kind, func.count()).group_by(EntryRow.kind)).all()
        last = journal.exec(select(func.max(EntryRow.hlc))).one()
    known = [state for _, state in store.states_of_type("attendee") if people.is_known(state)]
    return Contents(
        slug,
        edition.title,
        edition.date,
        edition.place,
        sum(not state.data.get("merged_into") for state in known),
        sum(number for _, number in stations),
        {str(name): int(number) for name, number in stations},
        {str(kind): int(number) for kind, number in kinds},
        min(hlc_ms(int(last)), _LAST_MS),
    )


def to_json(held: Held) -> dict[str, Any]:
    """For the manifest: all but what the file itself shows."""
    said = asdict(held)
    return {name: value for name, value in said.items() if name not in ("encrypted", "size")}


def from_json(said: Mapping[str, Any], *, encrypted: bool, size: int) -> Held:
    """Raises ValueError, TypeError or KeyError when this is no such thing."""
    found = said["contents"]
    texts = {name: _of(str, found[name]) for name in ("slug", "title", "date", "place")}
    numbers = {name: _of(int, found[name]) for name in ("people", "entries", "last_entry_ms")}
    stations, kinds = _counts(found["stations"]), _counts(found["kinds"])
    date.fromisoformat(texts["date"])
    if said["palmares"] not in (NO_PALMARES, DRAFT, SEALED) or not 0 <= numbers["last_entry_ms"] <= _LAST_MS:
        raise ValueError("held")
    return Held(
        Contents(**texts, **numbers, stations=stations, kinds=kinds),
        said["palmares"],
        _of(int, said["made_ms"]),
        _of(str, said["program"]),
        encrypted,
        size,
        tuple(_of(str, name) for name in said["left_out"]),
    )


def _counts(found: Any) -> dict[str, int]:
    return {str(name): _of(int, number) for name, number in _of(dict, found).items()}


def _of(wanted: type, value: Any) -> Any:
    if type(value) is not wanted:
        raise TypeError(wanted.__name__)
    return value
