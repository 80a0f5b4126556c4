"""State as the fold of entries: pure, the same for any order of arrival.

Each subject (``attendee:…``, ``zone:…``) folds on its own, so that a late entry re-folds its subject only.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from vi_events.journal.entry import CANCELLED, Entry, Fact

Order = tuple[int, str, int]


@dataclass(slots=True)
class State:
    """The folded state of one subject.

    ``personal`` is stored apart. ``last`` is the order of the newest entry in it. ``refold`` says that something was
    cancelled or erased, so that every further entry folds the subject anew: its cancellation may have come before it.
    ``number`` is its row in this database, 0 until it has one.
    """

    data: dict[str, Any] = field(default_factory=dict)
    personal: dict[str, Any] = field(default_factory=dict)
    last: Order = (0, "", 0)
    refold: bool = False
    number: int = field(default=0, compare=False)


Reducer = Callable[[State, Entry], None]
"""Changes the state in place by one entry. Must ignore kinds it does not know."""

NEWEST_VERSION = 1
"""Entries of a newer version come from a newer program: kept and passed on, not folded."""

FOLD_VERSION = 13
"""Raise it whenever a reducer or a key changes: every edition is then folded anew when next opened."""

Keys = Callable[[State], Iterable[str]]
"""The keys under which the subject is found (``code:…``), and those under which it is only counted (``#in:…``)."""


def is_counted(key: str) -> bool:
    """Whether a key only counts its subjects: it is kept as a total, not as a row for each of them."""
    return key.startswith("#")


def _whole_payload(entry: Entry) -> Mapping[str, Any]:
    return entry.payload


def _as_it_is(_: State) -> None: ...


@dataclass(frozen=True, slots=True)
class SubjectType:
    """How one type of subject folds. Reducers are applied in turn; each sees every entry whose version is known.

    ``scrub`` gives what may stay of an entry's payload once the names are erased; ``erase`` ends what can no longer go
    on in the state of a subject that is erased. Applied again, both change nothing.
    """

    name: str
    reducers: Sequence[Reducer]
    keys: Sequence[Keys] = ()
    scrub: Callable[[Entry], Mapping[str, Any]] = _whole_payload
    erase: Callable[[State], None] = _as_it_is

    def reduce(self, state: State, entry: Entry) -> None:
        if entry.version <= NEWEST_VERSION:
            for reducer in self.reducers:
                reducer(state, entry)
        state.last = entry.order

    def keys_of(self, state: State) -> set[str]:
        found: list[str] = []
        for keys in self.keys:
            found += keys(state)
        return set(found)


class Birth(NamedTuple):
    """The first fact about a subject that nobody has heard of, and the ``data`` that its type makes of it; the state's
    ``personal`` is the fact's.
    """

    fact: Fact
    data: dict[str, Any]


UNKNOWN = SubjectType("", ())
"""Subjects of types this version does not know are kept, and folded by a later version."""


def type_name(subject: str) -> str:
    """``attendee`` of ``attendee:0190…``."""
    return subject.partition(":")[0]


def cancelled_ids(entries: Iterable[Entry]) -> set[str]:
    """The ids that no longer count. Newest first: a cancellation that was itself cancelled does not count."""
    dead: set[str] = set()
    for entry in sorted(entries, key=lambda entry: entry.order, reverse=True):
        if entry.kind == CANCELLED and entry.id not in dead:
            dead.add(str(entry.payload.get("cancels", "")))
    return dead


def fold(subject_type: SubjectType, entries: Sequence[Entry], erased: bool = False) -> State:
    """The state of one subject from all its entries, in whatever order they are given."""
    dead = cancelled_ids(entries)
    state = State(refold=any(entry.kind == CANCELLED for entry in entries))
    for entry in sorted(entries, key=lambda entry: entry.order):
        if entry.id in dead or entry.kind == CANCELLED:
            state.last = entry.order
        else:
            subject_type.reduce(state, entry)
    if erased:
        subject_type.erase(state)
        state.refold = True
    return state
