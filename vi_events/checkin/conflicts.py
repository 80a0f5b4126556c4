"""What a supervisor must look at: people let in twice by stations that did not hear each other, and badges that may be
out twice.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vi_events.checkin import print_jobs
from vi_events.clock import hlc_ms
from vi_events.edition import people, programme
from vi_events.edition.models import Authority
from vi_events.journal.entry import Entry, Fact
from vi_events.journal.fold import State
from vi_events.journal.store import Store

ENTRY, BADGE = "entry", "badge"
CONFLICT_KEY = "conflict"
"""Where every person with a double admission is found, looked at or not."""
OPEN_KEYS = "#conflict:"
"""Begins the counted keys of those that nobody has looked at."""
Admission = tuple[int, str, str]
"""When (milliseconds since 1970), where (the station), and the entry's id."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two admissions of one person to one zone, of which one is too many. ``seen`` is the entry by which somebody has
    looked at them; empty until then.
    """

    zone: str
    first: Admission
    second: Admission
    seen: str = ""

    @property
    def entries(self) -> tuple[str, str]:
        return self.first[2], self.second[2]


@dataclass(frozen=True, slots=True)
class Passage:
    """``place`` is a station; of a badge, the id of its printer."""

    at_ms: int
    place: str


@dataclass(frozen=True, slots=True)
class Seen:
    """Who looked at a conflict. ``operator`` and ``note`` may be empty."""

    at_ms: int
    station: str
    operator: str
    note: str


@dataclass(frozen=True, slots=True)
class Whom:
    """Whom a conflict is about. Once merged, ``attendee_id`` is another than the ``record_id`` that it stands under."""

    record_id: str
    attendee_id: str
    name: str
    authority: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """One line of the supervisor's list. ``what`` is ``entry`` or ``badge``; ``zone`` is a name, empty for a badge."""

    what: str
    whom: Whom
    zone: str
    first: Passage
    second: Passage
    entries: tuple[str, ...]
    seen: Seen | None = None


# The fold


def reduce_conflicts(state: State, entry: Entry) -> None:
    """Keeps who looked at which pair; of several the first counts. The pairs themselves: ``presence``."""
    if entry.kind == "conflict_acknowledged":
        pair = _key(entry.payload.get("entries", ()))
        state.data.setdefault("acknowledged", {}).setdefault(pair, entry.id)


def conflict_keys(state: State) -> Iterable[str]:
    """Where double admissions are found, and how many are open. A merged record keeps its own."""
    if "conflicts" not in state.data:
        return ()  # nearly everybody
    unseen = sum(not pair.seen for pair in pairs(state))
    return [CONFLICT_KEY, *(f"{OPEN_KEYS}{number}" for number in range(unseen))]


def pairs(state: State) -> list[Pair]:
    """The double admissions of a person: one for each admission after the first. It is looked at when it was together
    with any earlier one, so that an older one still, heard of later, is a new pair and not all of them anew.
    """
    acknowledged = state.data.get("acknowledged", {})
    earlier: dict[str, list[Admission]] = {}
    found = []
    for zone, *both in state.data.get("conflicts", ()):
        first, second = (_admission(each) for each in both)
        before = earlier.setdefault(zone, [])
        if first not in before:
            before.append(first)
        seen = ((each, acknowledged.get(_key((each[2], second[2])))) for each in before)
        with_whom, by = next(((each, by) for each, by in seen if by), (first, ""))
        found.append(Pair(zone, with_whom, second, by))
        before.append(second)
    return found


def _admission(said: Sequence[int | str]) -> Admission:
    return int(said[0]), str(said[1]), str(said[2])


def _key(ids: Iterable[str]) -> str:
    return " ".join(sorted(str(id_) for id_ in ids))


# The list


def conflicts(store: Store) -> tuple[Conflict, ...]:
    """Double admissions and badges that may be out twice: first those that nobody has looked at, newest first."""
    found = [*_double_entries(store), *_double_badges(store)]
    return tuple(sorted(found, key=lambda each: (each.seen is not None, -each.second.at_ms, each.entries)))


def _double_entries(store: Store) -> Iterator[Conflict]:
    zones = {zone.id: zone.name for zone in programme.read_zones(store)}
    states = store.states(store.subjects(CONFLICT_KEY))
    known = _People(store, states)
    found = [(subject, pair) for subject, state in states.items() for pair in pairs(state)]
    looks = store.entries_by_id([pair.seen for _, pair in found if pair.seen])
    for subject, pair in found:
        # What was noted on paper comes late in the journal, and may be the older of the two.
        first, second = sorted((pair.first, pair.second))
        yield Conflict(
            ENTRY,
            known.whom(subject),
            zones.get(pair.zone, pair.zone),
            Passage(*first[:2]),
            Passage(*second[:2]),
            pair.entries,
            _seen(looks[pair.seen]) if pair.seen else None,
        )


def _double_badges(store: Store) -> Iterator[Conflict]:
    states = store.states(store.subjects(print_jobs.DOUBLE_KEY))
    known = _People(store, states)
    for subject, state in states.items():
        double = sorted((job for job in print_jobs.jobs("", state) if job.double), key=lambda job: job.order)
        first, last = (Passage(job.at_ms, job.printer) for job in (double[0], double[-1]))
        yield Conflict(BADGE, known.whom(subject), "", first, last, tuple(job.id for job in double))


class _People:
    """Names of people and of their authorities, read together."""

    def __init__(self, store: Store, states: dict[str, State]) -> None:
        def state(subject: str) -> State | None:
            return states.get(subject) or store.state(subject)

        self._ids = {subject: people.survivor(state, subject) for subject in states}
        self._states = states | store.states([people.subject(id_) for id_ in set(self._ids.values())])
        persons = (people.attendee(subject, state) for subject, state in self._states.items())
        subjects = sorted({f"authority:{person.authority_id}" for person in persons if person.authority_id})
        self._authorities = {each: programme.authority(state) for each, state in store.states(subjects).items()}

    def whom(self, subject: str) -> Whom:
        """Whom a record is about."""
        id_ = self._ids[subject]
        person = people.attendee(id_, self._states[people.subject(id_)])
        authority = self._authorities.get(f"authority:{person.authority_id}", Authority("", ""))
        name = f"{person.first_name} {person.last_name}".strip()
        return Whom(subject.removeprefix(people.PREFIX), id_, name, authority.name)


def _seen(entry: Entry) -> Seen:
    return Seen(hlc_ms(entry.hlc), entry.station, entry.operator, str((entry.personal or {}).get("note", "")))


# Looking at them


def conflict_acknowledged(record_id: str, entries: Sequence[str], note: str = "") -> Fact:
    """A supervisor has looked at two admissions of a person. ``note`` is free text, which may name somebody."""
    personal = {"note": note} if note else {}
    return Fact("conflict_acknowledged", people.subject(record_id), {"entries": list(entries)}, personal)


def acknowledgements(store: Store, chosen: Iterable[Conflict], note: str = "") -> list[Fact]:
    """What to record once a supervisor has looked at these; nothing for those that another station saw to meanwhile."""
    facts = []
    for each in chosen:
        state = store.state(people.subject(each.whom.record_id)) or State()
        if each.what == BADGE:
            double = [
                job.id for job in print_jobs.jobs(each.whom.record_id, state) if job.double and job.id in each.entries
            ]
            if double:
                facts.append(print_jobs.badge_double_seen(each.whom.record_id, double))
        elif any(pair.entries == each.entries and not pair.seen for pair in pairs(state)):
            said = "" if people.is_erased(state) else note
            facts.append(conflict_acknowledged(each.whom.record_id, each.entries, said))
    return facts
