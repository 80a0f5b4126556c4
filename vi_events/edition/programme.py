"""The edition itself, its zones and its authorities, as folded state."""

from calendar import monthrange
from dataclasses import asdict, dataclass
from datetime import date

from vi_events.edition.models import Authority, Zone
from vi_events.edition.text import fold
from vi_events.errors import StorageError
from vi_events.journal.entry import Entry, Fact
from vi_events.journal.fold import State, SubjectType
from vi_events.journal.store import Store

EDITION = "edition:main"
_KEPT_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Edition:
    """One ceremony or congress. ``date`` is ISO 8601 (2027-02-05); ``slug`` names its folder. ``organiser`` signs.
    ``retention``: the day from which its personal data are to be erased; empty: three months after the date.
    """

    slug: str
    title: str
    date: str
    place: str
    demo: bool = False
    organiser: str = "Villes Internet"
    retention: str = ""

    @property
    def erase_from(self) -> str:
        """The day (ISO 8601) from which personal data are kept no longer."""
        if self.retention:
            return self.retention
        day = date.fromisoformat(self.date)
        years, month = divmod(day.month - 1 + _KEPT_MONTHS, 12)
        longest = monthrange(day.year + years, month + 1)[1]
        return date(day.year + years, month + 1, min(day.day, longest)).isoformat()


def edition_created(edition: Edition) -> Fact:
    return Fact("edition_created", EDITION, asdict(edition))


def zone_id(name: str) -> str:
    """The id of a new zone: ``remise-des-labels`` for « Remise des labels ». Two names may give the same."""
    return fold(name).replace(" ", "-")[:40] or "zone"


def zone_set(zone: Zone, rank: int) -> Fact:
    """A zone is opened, or its rules changed; ``rank`` is its place in lists."""
    return Fact("zone_set", f"zone:{zone.id}", {**asdict(zone), "rank": rank})


def authority_set(authority: Authority) -> Fact:
    """An authority takes part. Its name is public: it is no personal datum."""
    return Fact("authority_set", f"authority:{authority.id}", asdict(authority))


def _reduce_last(state: State, entry: Entry) -> None:
    if entry.kind in ("edition_created", "zone_set", "authority_set"):
        state.data.update(entry.payload)


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
    states = sorted(store.states_of_type("zone"), key=lambda pair: int(pair[1].data.get("rank", 0)))
    return [zone(state) for _, state in states]


def authority(state: State) -> Authority:
    return Authority(**{name: state.data[name] for name in Authority.__slots__ if name in state.data})
