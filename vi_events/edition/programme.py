"""The edition itself, its zones and its authorities, as folded state."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from vi_events.edition.models import Authority, Zone
from vi_events.edition.text import fold
from vi_events.errors import StorageError
from vi_events.journal.entry import Entry, Fact
from vi_events.journal.fold import State, SubjectType
from vi_events.journal.store import Store

EDITION = "edition:main"
_KEPT_MONTHS = 3
_REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Edition:
    """One ceremony or congress. ``date`` is ISO 8601 (2027-02-05); ``slug`` names its folder. ``organiser`` signs.
    ``retention``: the day from which its personal data are to be erased; empty: three months after the last day.
    ``until``: its last day; empty when it has only one. ``access``: how to come, for the invitations.
    """

    slug: str
    title: str
    date: str
    place: str
    demo: bool = False
    organiser: str = "Villes Internet"
    retention: str = ""
    until: str = ""
    access: str = ""

    @property
    def last_day(self) -> str:
        """The day (ISO 8601) on which it ends."""
        return self.until or self.date

    @property
    def erase_from(self) -> str:
        """The day (ISO 8601) from which personal data are kept no longer."""
        if self.retention:
            return self.retention
        day = date.fromisoformat(self.last_day)
        years, month = divmod(day.month - 1 + _KEPT_MONTHS, 12)
        longest = monthrange(day.year + years, month + 1)[1]
        return date(day.year + years, month + 1, min(day.day, longest)).isoformat()


@dataclass(frozen=True, slots=True)
class Programme:
    """An edition with its zones, in their order."""

    edition: Edition
    zones: tuple[Zone, ...]


def edition_created(edition: Edition) -> Fact:
    return Fact("edition_created", EDITION, asdict(edition))


def edition_corrected(fields: Mapping[str, Any]) -> Fact:
    """These fields of the edition are otherwise from now on."""
    return Fact("edition_corrected", EDITION, fields)


def zone_id(name: str) -> str:
    """The id of a new zone: ``remise-des-labels`` for « Remise des labels ». Two names may give the same."""
    return fold(name).replace(" ", "-")[:40] or "zone"


def zone_set(zone: Zone, rank: int) -> Fact:
    """A zone is opened, or its rules changed; ``rank`` is its place in lists."""
    return Fact("zone_set", f"zone:{zone.id}", {**asdict(zone), "rank": rank})


def zone_removed(id_: str) -> Fact:
    """A zone is no longer one of the edition's; setting it again brings it back."""
    return Fact("zone_removed", f"zone:{id_}")


def authority_set(authority: Authority) -> Fact:
    """An authority takes part. Its name is public: it is no personal datum."""
    return Fact("authority_set", f"authority:{authority.id}", asdict(authority))


def _reduce_last(state: State, entry: Entry) -> None:
    if entry.kind in ("edition_created", "edition_corrected", "zone_set", "authority_set"):
        state.data.update(entry.payload)
        state.data.pop(_REMOVED, None)
    elif entry.kind == "zone_removed":
        state.data[_REMOVED] = True


PROGRAMME_TYPES = tuple(SubjectType(name, (_reduce_last,)) for name in ("edition", "zone", "authority"))


def edition(state: State) -> Edition:
    return Edition(**{name: state.data[name] for name in Edition.__slots__ if name in state.data})


def zone(state: State) -> Zone:
    return Zone(**{name: state.data[name] for name in Zone.__slots__ if name in state.data})


def read_edition(store: Store) -> Edition:
    """The edition of a store."""
    state = store.state(EDITION)
    if state is None:
        raise StorageError("edition_missing", "Cette base ne contient pas d’édition.", "Choisissez un autre dossier.")
    return edition(state)


def read_zones(store: Store) -> list[Zone]:
    """The zones of a store, in their order."""
    states = [state for _, state in store.states_of_type("zone") if _is_there(state)]
    return [zone(state) for state in sorted(states, key=lambda state: int(state.data.get("rank", 0)))]


def read_programme(store: Store) -> Programme:
    """The edition of a store, with its zones."""
    return Programme(read_edition(store), tuple(read_zones(store)))


def _is_there(state: State) -> bool:
    """Not a zone that was removed, nor one of which nothing counts any more."""
    return bool(state.data.get("name")) and not state.data.get(_REMOVED)


def authority(state: State) -> Authority:
    return Authority(**{name: state.data[name] for name in Authority.__slots__ if name in state.data})
