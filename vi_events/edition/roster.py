"""Who is on the list and which authorities take part, as light rows for tables of any length.

Reading goes slice by slice in the core thread; sorting, filtering and matching are pure.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from vi_events.edition import people, programme
from vi_events.edition.collation import sort_key
from vi_events.edition.matching import Match, match_authority
from vi_events.edition.models import Authority
from vi_events.edition.reference import Reference
from vi_events.edition.text import FREE
from vi_events.journal.fold import State
from vi_events.journal.store import Store

_PAGE = 250
"""People read between two scans."""
_ENTRIES = 500
_FIRST_NAME_PART = 4
"""Of the parts of a key: those before are of the last name."""
LACKS = ("authority", "ticket", "double")
"""What is to be put right before the day: no authority where one is due, no ticket of any kind, one person twice."""
_ALONE = ("partner", "press", "speaker", "crew")
"""Categories of people who may come for no authority."""
_NOT_EXPECTED = ("cancelled", "revoked")


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


class Doubt(NamedTuple):
    """A name that stands as somebody wrote it. ``candidates``: what it may mean, likeliest first."""

    ambiguous: bool
    """Several authorities bear the name; else it is on no list, or only nearly."""
    candidates: tuple[Authority, ...]


class AuthorityRow(NamedTuple):
    """One authority of the edition, with how many of its people are on the list, and have come."""

    key: str
    authority: Authority
    region: str
    """Its region, or its country."""
    people: int
    present: int
    doubt: Doubt | None


class Wanted(NamedTuple):
    """What a list is searched for; empty fields ask nothing. ``ids``: at most these people."""

    ids: Collection[str] | None = None
    category: str = ""
    zone: str = ""
    status: str = ""
    lack: str = ""
    """One of ``LACKS``."""


class Roster:
    """Everyone on the list in French alphabetical order; places in ``rows`` stand for people."""

    def __init__(self, rows: Iterable[PersonRow]) -> None:
        self.rows: list[PersonRow] = []
        self._place: dict[str, int] = {}
        self._lacking: dict[str, frozenset[str]] = {}
        self._set(list(rows))

    def __len__(self) -> int:
        return len(self.rows)

    def place(self, attendee_id: str) -> int | None:
        """Where somebody stands; None when they are not listed."""
        return self._place.get(attendee_id)

    def take(self, changed: Mapping[str, PersonRow | None]) -> bool:
        """Takes up what became of these people; whether anybody's place is another one now."""
        before = {id_: self._row(id_) for id_ in changed}
        if any(_asked(row) != _asked(before[id_]) for id_, row in changed.items()):
            self._lacking.clear()
        moved = [id_ for id_, row in changed.items() if _place_key(row) != _place_key(before[id_])]
        for id_, row in changed.items():
            if row is not None and id_ in self._place:
                self.rows[self._place[id_]] = row
        if moved:
            gone = set(moved)
            kept = [row for row in self.rows if row.id not in gone]
            kept += [row for id_ in moved if (row := changed[id_]) is not None]
            self._set(sorted(kept))
        return bool(moved)

    def search(self, wanted: Wanted) -> list[int]:
        """Places of the people who answer to all that is wanted, in order."""
        rows = self.rows
        found: Iterable[int] = range(len(rows))
        if wanted.ids is not None:
            found = sorted(place for id_ in wanted.ids if (place := self._place.get(id_)) is not None)
        if wanted.category:
            found = [place for place in found if rows[place].category == wanted.category]
        if wanted.status:
            found = [place for place in found if rows[place].status == wanted.status]
        if wanted.zone:
            found = [place for place in found if not rows[place].zones or wanted.zone in rows[place].zones]
        if wanted.lack:
            lacking = self.lacking(wanted.lack)
            found = [place for place in found if rows[place].id in lacking]
        return list(found)

    def expected(self) -> list[PersonRow]:
        """Those who are not cancelled, nor their ticket revoked."""
        return [row for row in self.rows if row.status not in _NOT_EXPECTED]

    def lacking(self, lack: str) -> frozenset[str]:
        """Ids of the expected people who have one of ``LACKS``."""
        known = self._lacking.get(lack)
        if known is None:
            expected = self.expected()
            if lack == "authority":
                ids = [row.id for row in expected if not row.authority and row.category not in _ALONE]
            elif lack == "ticket":
                ids = [row.id for row in expected if not row.ticket]
            else:
                ids = list(_doubles(expected))
            known = self._lacking[lack] = frozenset(ids)
        return known

    def _set(self, rows: list[PersonRow]) -> None:
        self.rows = rows
        self._lacking.clear()
        self._place = {row.id: place for place, row in enumerate(rows)}

    def _row(self, attendee_id: str) -> PersonRow | None:
        place = self._place.get(attendee_id)
        return None if place is None else self.rows[place]


def _place_key(row: PersonRow | None) -> str | None:
    return row.key if row else None


def _asked(row: PersonRow | None) -> tuple[str, ...]:
    """All that ``Roster.lacking`` looks at: who comes in lacks no more and no less."""
    return (row.key, row.authority_id, row.authority, row.category, row.status, row.ticket) if row else ()


# Reading, in the core thread


def read_people(store: Store) -> Iterator[Roster]:
    """Everyone on the list; yields an empty one until all is read."""
    nothing = Roster(())
    found: list[PersonRow] = []
    names: dict[str, Authority] = {}
    for page in _pages(store, "authority"):
        names.update((subject.partition(":")[2], programme.authority(state)) for subject, state in page)
        yield nothing
    for page in _pages(store, "attendee"):
        found += sorted(_person(subject, state, names) for subject, state in page if _is_listed(state))
        yield nothing
    found.sort()  # of runs in order: a quarter of the work
    yield Roster(found)


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


def read_authorities(store: Store) -> Iterator[list[tuple[Authority, int, int]]]:
    """The authorities that people on the list come from, each with how many, and how many have come; yields none until
    the people are counted.
    """
    members: Counter[str] = Counter()
    present: Counter[str] = Counter()
    found: list[tuple[Authority, int, int]] = []
    for page in _pages(store, "attendee"):
        for _subject, state in page:
            authority_id = state.data.get("authority_id", "")
            if authority_id and _is_listed(state):
                members[authority_id] += 1
                present[authority_id] += bool(state.data.get("in"))
        yield found
    for page in _pages(store, "authority"):
        known = [programme.authority(state) for _, state in page]
        found += [(each, members[each.id], present[each.id]) for each in known if members[each.id]]
        yield found
    yield found


def members(store: Store, authority_id: str) -> list[str]:
    """Ids of the people of an authority."""
    return [subject.removeprefix(people.PREFIX) for subject in store.subjects(f"auth:{authority_id}")]


def _pages(store: Store, name: str) -> Iterator[list[tuple[str, State]]]:
    page = store.states_of_type(name, limit=_PAGE)
    while page:
        yield page
        page = store.states_of_type(name, page[-1][0], _PAGE)


def _is_listed(state: State) -> bool:
    return people.is_known(state) and not people.is_erased(state) and not state.data.get("merged_into")


def _person(subject: str, state: State, names: Mapping[str, Authority]) -> PersonRow:
    data, personal = state.data, state.personal
    # Few of these texts are told apart among 100,000 people: each is kept once.
    last, first = intern(personal.get("last_name", "")), intern(personal.get("first_name", ""))
    authority = names.get(data.get("authority_id", ""))
    return PersonRow(
        f"{_key(last)}\0{_key(first)}",
        subject.removeprefix(people.PREFIX),
        last,
        first,
        intern(personal.get("function", "")),
        authority.id if authority else intern(data.get("authority_id", "")),
        authority.name if authority else "",
        (authority.department_name or authority.country) if authority else "",
        intern(data.get("category", "guest")),
        tuple(map(intern, data.get("zones", ()))),
        intern(data.get("status", "confirmed")),
        _ticket(state),
        "handed" if data.get("handed") else intern(data.get("badge", "")),
        tuple(map(intern, data.get("in", ()))),
    )


def _ticket(state: State) -> str:
    if state.data.get("code"):
        return "replaced" if state.data.get("revoked") else "issued"
    return "external" if state.personal.get("external_codes") else ""


# Pure


def _doubles(rows: Iterable[PersonRow]) -> Iterator[str]:
    """Ids of those who share their name with another of the same authority, whatever the accents and capitals."""
    found: dict[tuple[str, ...], list[str]] = {}
    for row in rows:
        parts = row.key.split("\0")
        if row.authority_id:
            found.setdefault((parts[0], parts[_FIRST_NAME_PART], row.authority_id), []).append(row.id)
    return (id_ for ids in found.values() if len(ids) > 1 for id_ in ids)


def authority_rows(
    found: Iterable[tuple[Authority, int, int]], awarded: Iterable[Authority], reference: Reference
) -> list[AuthorityRow]:
    """What ``read_authorities`` found and those ``awarded``, whose kind is known, in French alphabetical order."""
    counted = {authority.id: (authority, people_, present) for authority, people_, present in found}
    for authority in awarded:
        known = counted.get(authority.id, (authority, 0, 0))
        counted[authority.id] = (replace(known[0], kind=authority.kind), *known[1:])
    rows = [
        AuthorityRow(
            _key(authority.name, True),
            authority,
            _region(authority, reference),
            people_,
            present,
            doubt(authority, reference),
        )
        for authority, people_, present in counted.values()
    ]
    return sorted(rows, key=lambda row: (row.key, row.authority.id))


def _region(authority: Authority, reference: Reference) -> str:
    if authority.type == "region":
        return authority.name
    return authority.country or _regions(reference).get(authority.department, "")


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
