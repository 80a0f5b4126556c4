"""Entries of other stations into the journal, where one that cannot be applied does not stop the others."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from sqlite3 import OperationalError

from vi_events.errors import StorageError
from vi_events.journal.core import Core
from vi_events.journal.entry import Entry
from vi_events.journal.store import PART, Store


@dataclass(frozen=True, slots=True)
class SetAside:
    """An entry that this station cannot use, and why: for people, without its content."""

    station: str
    seq: int
    reason: str


def take_in(core: Core, store: Store, entries: Sequence[Entry]) -> tuple[SetAside, ...]:
    """Adds entries to the journal and tells the core's listeners; returns those that it cannot hold. For the core
    thread. Raises StorageError when nothing can be written.
    """
    try:
        change = store.take_in(entries)
    except Exception as problem:
        if _is_the_disk(problem):
            raise
        if len(entries) > 1:
            middle = len(entries) // 2
            return take_in(core, store, entries[:middle]) + take_in(core, store, entries[middle:])
        return (SetAside(entries[0].station, entries[0].seq, _reason(entries[0], problem)),)
    if change.entries:
        core.publish(change)
    return ()


def take_some_in(core: Core, store: Store, entries: Sequence[Entry], most_s: float) -> tuple[int, tuple[SetAside, ...]]:
    """Like ``take_in``, in one transaction that ends early when another job waits or ``most_s`` is over: how many of
    the entries it dealt with, from the first on, and those that the journal cannot hold.
    """
    end_s = time.perf_counter() + most_s
    taken = 0

    def while_nobody_waits() -> Iterator[Entry]:
        nonlocal taken
        for entry in entries:
            if taken and taken % PART == 0 and (core.has_urgent() or time.perf_counter() > end_s):
                return
            taken += 1
            yield entry

    try:
        change = store.take_in(while_nobody_waits())
    except Exception as problem:
        if _is_the_disk(problem):
            raise
        return taken, take_in(core, store, entries[:taken])
    if change.entries:
        core.publish(change)
    return taken, ()


def _is_the_disk(problem: Exception) -> bool:
    """Whether nothing can be written, rather than this."""
    return isinstance(problem, StorageError) and isinstance(problem.__cause__, OperationalError)


def _reason(entry: Entry, problem: Exception) -> str:
    if isinstance(problem, StorageError):
        # Its number is taken by another entry: two computers once used the same name.
        return f"le poste «\u202f{entry.station}\u202f» a deux entrées n° {entry.seq}, deux machines ont porté ce nom"
    why = type(problem).__name__
    return f"l’entrée n° {entry.seq} du poste «\u202f{entry.station}\u202f» ne peut pas être lue ({why})"
