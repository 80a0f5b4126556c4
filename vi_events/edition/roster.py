"""Who is on the list and which authorities take part, as light rows for tables of any length.

Reading goes slice by slice in the core thread; sorting, filtering and matching are pure.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from vi_events.edition import people, programme
from vi_events.edition.collation import sort_key
from vi_events.edition.matching import Match, match_authority
from vi_events.edition.models import Authority
from vi_events.edition.reference import Reference
from vi_events.edition.text import FREE, fold
from vi_events.journal.fold import State
from vi_events.journal.store import Store

_PAGE = 250
"""People read between two scans."""
_ENTRIES = 500
LACKS = ("authority", "ticket", "namesakes")
"""What the list can be searched for: nobody's delegate, no ticket of any kind, the same name twice."""


class PersonRow(NamedTuple):
    """One person. ``zones`` empty: expected everywhere; ``inside``: the zones they are in."""

    key: str
    """Their place in a French list."""
    id: str
    last_name: str
    first_name: str
    function: str
    authority_id: str
    authority: str
    department: str
    category: str
    zones: tuple[str, ...]
    status: str
    ticket: str
    """``issued``, ``replaced`` (an older one is revoked), ``external`` (another system's only) or empty."""
    badge: str
    """``handed``, or the state of the newest job (see ``print_jobs.Job``); empty: never asked for."""
    inside: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


class AuthorityRow(NamedTuple):
    """One authority of the edition, with how many of its people are on the list, and have come."""

    key: str
    authority: Authority
    region: str
    people: int
    present: int


class Doubt(NamedTuple):
    """A name that stands as somebody wrote it. ``candidates``: what it may mean, likeliest first."""

    ambiguous: bool
    """Several authorities bear the name; else it is on no list, or only nearly."""
    candidates: tuple[Authority, ...]


class Wanted(NamedTuple):
    """What a list is searched for; empty fields ask nothing. ``ids``: at most these people."""

    ids: Collection[str] | None = None
    category: str = ""
    zone: str = ""
    status: str = ""
    lack: str = ""
    """One of ``LACKS``."""


# Reading, in the core thread


def read_people(store: Store) -> Iterator[list[PersonRow]]:
    """Everyone in French alphabetical order; yields what is read so far, in order only at the end."""
    found: list[PersonRow] = []
    names: dict[str, Authority] = {}
    for page in _pages(store, "authority"):
        names.update((subject.partition(":")[2], programme.authority(state)) for subject, state in page)
        yield found
    for page in _pages(store, "attendee"):
        found += sorted(_person(subject, state, names) for subject, state in page if _is_listed(state))
        yield found
    found.sort()  # of runs in order: a quarter of the work
    yield found


def read_again(store: Store, subjects: Collection[str]) -> dict[str, PersonRow | None]:
    """These people by id as they are now; None for those who are no longer listed."""
    states = store.states(list(subjects))
    places = {f"authority:{state.data.get('authority_id', '')}" for state in states.values()}
    names = {
        subject.partition(":")[2]: programme.authority(state) for subject, state in store.states(list(places)).items()
    }
    return {
        subject.removeprefix(people.PREFIX): _person(subject, states[subject], names)
        if subject in states and _is_listed(states[subject])
        else None
        for subject in subjects
    }


def read_batch(store: Store, batch: str) -> Iterator[frozenset[str]]:
    """Ids of the people whom an import added or changed; yields what is found so far."""
    found: set[str] = set()
    steps = store.entries_of(f"batch:{batch}")
    if steps:
        station, seq = steps[0].station, steps[0].seq
        last = max(step.seq for step in steps if step.station == station)
        end = last if len(steps) > 1 else store.positions().get(station, seq)
        while seq < end and (page := store.entries_after(station, seq, _ENTRIES)):
            seq = page[-1].seq
            found.update(
                entry.subject.removeprefix(people.PREFIX) for entry in page if entry.payload.get("batch") == batch
            )
            yield frozenset(found)
    yield frozenset(found)


def read_authorities(store: Store, reference: Reference) -> Iterator[list[AuthorityRow]]:
    """The authorities that somebody on the list comes from, in French alphabetical order; in order at the end."""
    members: Counter[str] = Counter()
    present: Counter[str] = Counter()
    for page in _pages(store, "attendee"):
        for _subject, state in page:
            authority_id = state.data.get("authority_id", "")
            if authority_id and _is_listed(state):
                members[authority_id] += 1
                present[authority_id] += bool(state.data.get("in"))
        yield []
    rows: list[AuthorityRow] = []
    for page in _pages(store, "authority"):
        known = [programme.authority(state) for _, state in page]
        rows += [
            authority_row(each, reference, members[each.id], present[each.id]) for each in known if members[each.id]
        ]
        yield rows
    rows.sort(key=lambda row: (row.key, row.authority.id))
    yield rows


def _pages(store: Store, name: str) -> Iterator[list[tuple[str, State]]]:
    page = store.states_of_type(name, limit=_PAGE)
    while page:
        yield page
        page = store.states_of_type(name, page[-1][0], _PAGE)


def _is_listed(state: State) -> bool:
    return people.is_known(state) and not people.is_erased(state) and not state.data.get("merged_into")


def _person(subject: str, state: State, names: Mapping[str, Authority]) -> PersonRow:
    data, personal = state.data, state.personal
    last, first = personal.get("last_name", ""), personal.get("first_name", "")
    authority = names.get(data.get("authority_id", ""))
    return PersonRow(
        f"{_key(last)}\0{_key(first)}",
        subject.removeprefix(people.PREFIX),
        last,
        first,
        personal.get("function", ""),
        data.get("authority_id", ""),
        authority.name if authority else "",
        (authority.department_name or authority.country) if authority else "",
        data.get("category", "guest"),
        tuple(data.get("zones", ())),
        data.get("status", "confirmed"),
        _ticket(state),
        "handed" if data.get("handed") else data.get("badge", ""),
        tuple(data.get("in", ())),
    )


def _ticket(state: State) -> str:
    if state.data.get("code"):
        return "replaced" if state.data.get("revoked") else "issued"
    return "external" if state.personal.get("external_codes") else ""


# Pure


def updated(rows: Sequence[PersonRow], changed: Mapping[str, PersonRow | None]) -> list[PersonRow]:
    """The list with these people as they are now."""
    kept = [row for row in rows if row.id not in changed]
    kept += [row for row in changed.values() if row is not None]
    kept.sort()
    return kept


def filtered(rows: Sequence[PersonRow], wanted: Wanted) -> list[PersonRow]:
    """Those of the rows that answer to all that is wanted, in the order they came."""
    found = list(rows)
    if wanted.ids is not None:
        found = [row for row in found if row.id in wanted.ids]
    if wanted.category:
        found = [row for row in found if row.category == wanted.category]
    if wanted.zone:
        found = [row for row in found if not row.zones or wanted.zone in row.zones]
    if wanted.status:
        found = [row for row in found if row.status == wanted.status]
    if wanted.lack == "authority":
        found = [row for row in found if not row.authority]
    elif wanted.lack == "ticket":
        found = [row for row in found if not row.ticket]
    elif wanted.lack == "namesakes":
        twice = namesakes(rows)
        found = [row for row in found if row.id in twice]
    return found


def namesakes(rows: Iterable[PersonRow]) -> frozenset[str]:
    """Ids of the people who share first and last name with another, whatever the accents and capitals."""
    by_name: dict[str, list[str]] = {}
    for row in rows:
        by_name.setdefault(fold(row.name), []).append(row.id)
    return frozenset(id_ for name, ids in by_name.items() if name and len(ids) > 1 for id_ in ids)


def authority_row(authority: Authority, reference: Reference, members: int = 0, present: int = 0) -> AuthorityRow:
    """The row of an authority, with its region or its country."""
    region = authority.country or _regions(reference).get(authority.department, "")
    if authority.id.startswith("reg-"):
        region = authority.name
    return AuthorityRow(_key(authority.name, True), authority, region, members, present)


def doubt(authority: Authority, reference: Reference) -> Doubt | None:
    """What is to be asked of an authority; None when it is an official one, foreign, or was said to be right."""
    if not is_free(authority) or authority.type == "foreign" or authority.kind:
        return None
    match = _match(authority.name, reference)
    if match.status == "foreign":
        return None
    likely = match.candidates or ((match.authority,) if match.authority else ())
    official = tuple(each for each in likely if not is_free(each))
    return Doubt(match.status == "ambiguous" and len(official) > 1, official)


def is_free(authority: Authority) -> bool:
    """Whether the authority is on no official list: its name is what somebody wrote, and can be put right."""
    return authority.id.startswith(FREE)


@lru_cache(maxsize=4096)
def _match(name: str, reference: Reference) -> Match:
    return match_authority(name, reference=reference)


@lru_cache(maxsize=2)
def _regions(reference: Reference) -> dict[str, str]:
    return {
        department: reference.authority(f"reg-{code}").name
        for code, departments in reference.region_departments.items()
        for department in departments
    }


@lru_cache(maxsize=65536)
def _key(name: str, article_last: bool = False) -> str:
    """``sort_key`` in one text, which sorts the same and is compared three times faster."""
    return "\0".join(sort_key(name, article_last=article_last))
