"""The database of one edition: entries, states and lookups change together, in one transaction with fsync.

One connection, used by one thread at a time (the core worker): see « Measured » in ADR 2.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path
from sqlite3 import Connection

from vi_events.clock import COUNTER_BITS, MAX_AHEAD_MS, HybridClock, NowMs, hlc_ms, uuid7s, wall_ms
from vi_events.journal import database
from vi_events.journal.entry import CANCELLED, Author, Entry, Fact
from vi_events.journal.erasing import Erasures, compact, erase_rows, erasures_in
from vi_events.journal.fold import FOLD_VERSION, UNKNOWN, Birth, State, SubjectType, fold, is_counted, type_name
from vi_events.journal.migrations import migrate
from vi_events.journal.rows import (
    HIGHEST_NUMBER,
    KNOWN_IDS,
    SELECT_LOOKUPS,
    SELECT_NEWEST,
    SELECT_POSITIONS,
    SUBJECTS_BY_KEY,
    SUBJECTS_BY_KEY_WITHOUT,
    Row,
    add_to_tally,
    delete_keys,
    entry_row,
    insert_entries,
    insert_keys,
    load_entries,
    load_states,
    put_states,
    read_entries,
    read_states,
    state_row,
)

PART = 100
"""Entries of other stations that are asked for, and written, together."""
_FOLDED_AS = 0x56490000 + FOLD_VERSION
"""« VI » and the version of the fold, kept as SQLite's application_id."""


@dataclass(frozen=True, slots=True)
class Change:
    """What one transaction did: its entries that were new here, and the subjects whose state changed."""

    entries: tuple[Entry, ...]
    subjects: tuple[str, ...]


class Store:
    """One edition's journal and what follows from it. Not for use by two threads at once."""

    def __init__(
        self, path: Path, types: Sequence[SubjectType], now_ms: NowMs = wall_ms, read_only: bool = False
    ) -> None:
        self.path = path
        self.counts: Counter[str] = Counter()
        """How many subjects stand under each counted key."""
        self._types = {subject_type.name: subject_type for subject_type in types}
        self._now_ms = now_ms
        if not read_only:
            migrate(path)
            with suppress(OSError):  # a disk without modes (FAT): its folder's rights do
                path.chmod(0o600)  # the log beside it takes the same
        self._connection = database.connect(path, read_only)
        self._next_seq: dict[str, int] = {}
        self._highest_number: int | None = None
        with self.reading() as connection:
            self.erasures = erasures_in(connection)
            """What no longer names anybody, nor ever will."""
        if not read_only:
            self._rebuild_if_folded_otherwise()
        with self.reading() as connection:
            # A clock far ahead is not followed (see HybridClock.observe), be it that of a station met before.
            sane = (now_ms() + MAX_AHEAD_MS) << COUNTER_BITS
            (last,) = connection.execute("SELECT coalesce(max(hlc), 0) FROM entry WHERE hlc <= ?", (sane,)).fetchone()
            self.counts.update(dict(connection.execute("SELECT key, total FROM tally")))
        self._clock = HybridClock(now_ms, last)

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The connection, for a look without a change; inside a transaction it sees what was written in it."""
        with database.translated():
            yield self._connection

    @contextmanager
    def transaction(self, author: Author) -> Iterator["Transaction"]:
        """One transaction: all that is recorded in it is on disk when the block ends, or nothing is."""
        tx = Transaction(self, self._connection, author)
        with database.translated():
            try:
                with database.transaction(self._connection):
                    yield tx
                    add_to_tally(self._connection, tx.count_changes)
            except BaseException:
                self._next_seq.clear()
                self._highest_number = None
                raise
        self.counts.update(tx.count_changes)
        self.erasures = tx.erasures

    def take_in(self, entries: Iterable[Entry]) -> Change:
        """Adds entries of other stations, in any order; those already here are passed over. Only ``PART`` of them are
        read ahead of what is written, so that they may end early when the transaction has lasted long enough.
        """
        left = iter(entries)
        with self.transaction(Author("")) as tx:
            while wanted := {entry.id: entry for entry in islice(left, PART)}:
                known = {id_ for (id_,) in tx.connection.execute(KNOWN_IDS, (json.dumps(list(wanted)),))}
                fresh = [entry for entry in wanted.values() if entry.id not in known]
                for entry in fresh:
                    self._clock.observe(entry.hlc)
                tx.apply(fresh)
            self._next_seq.clear()
        return tx.change

    def stamp(self, connection: Connection, author: Author, facts: Sequence[Fact]) -> list[Entry]:
        """The entries that say these facts, next in the station's sequence."""
        seq = self._next_seq.get(author.station)
        if seq is None:
            newest, last = connection.execute(SELECT_NEWEST, (author.station,)).fetchone() or (0, 0)
            seq = newest + 1
            # A station's own entries never go backwards, even after its wall clock was put right.
            self._clock = HybridClock(self._now_ms, max(last, self._clock.tick()))
        self._next_seq[author.station] = seq + len(facts)
        seqs = range(seq, seq + len(facts))
        hlcs = self._clock.ticks(len(facts))
        ids = uuid7s(hlc_ms(hlcs[0]), len(facts))
        station, session, operator = author.station, author.session, author.operator
        return [
            Entry(id_, station, seq, hlc, session, operator, kind, version, subject, payload, personal)
            for id_, seq, hlc, (kind, subject, payload, personal, version) in zip(ids, seqs, hlcs, facts, strict=True)
        ]

    def new_number(self) -> int:
        """The number of a state that is not in the database yet."""
        return self.new_numbers(1)[0]

    def new_numbers(self, count: int) -> Sequence[int]:
        """So many of them. Asked of the database only once: it takes a third of the time of writing a lookup."""
        if self._highest_number is None:
            self._highest_number = self.newest_number()
        first = self._highest_number + 1
        self._highest_number += count
        return range(first, first + count)

    def rebuild(self) -> None:
        """Folds every subject anew from the journal, in one transaction."""
        with database.translated(), database.transaction(self._connection):
            for table in ("state", "lookup", "tally"):
                self._connection.execute(f"DELETE FROM {table}")
            counts: Counter[str] = Counter()
            ordered = read_entries(self._connection, "ORDER BY subject")
            for subject, entries in groupby(ordered, key=lambda entry: entry.subject):
                subject_type = self.subject_type(subject)
                state = fold(subject_type, list(entries), self.erasures.cover(subject))
                state.number = self.new_number()
                put_states(self._connection, [state_row(subject, state)])
                keys = _Keys()
                keys.add(subject_type.keys_of(state), state.number)
                counts.update(keys.counted)
                insert_keys(self._connection, keys.found)
            add_to_tally(self._connection, counts)
            self._connection.execute(f"PRAGMA application_id = {_FOLDED_AS}")

    def _rebuild_if_folded_otherwise(self) -> None:
        """A program that folds otherwise (new kinds, new keys) reads the whole journal again, once."""
        with self.reading() as connection:
            (folded_as,) = connection.execute("PRAGMA application_id").fetchone()
        if folded_as != _FOLDED_AS:
            self.rebuild()

    def compact(self) -> None:
        """Leaves no trace in the database of what was erased; the file is written anew."""
        with self.reading() as connection:
            compact(connection)

    def subject_type(self, subject: str) -> SubjectType:
        return self._types.get(type_name(subject), UNKNOWN)

    # What views and services look up. Each is one indexed query.

    def state(self, subject: str) -> State | None:
        """The state of one subject, or None."""
        return self.states([subject]).get(subject)

    def states(self, subjects: Sequence[str]) -> dict[str, State]:
        """The states of those subjects that exist."""
        with self.reading() as connection:
            return load_states(connection, subjects)

    def states_of_type(self, name: str, after: str = "", limit: int = -1) -> list[tuple[str, State]]:
        """Subjects of a type with their states, in order of subject, from ``after`` on, at most ``limit`` of them."""
        which = "WHERE subject > ? AND subject < ? ORDER BY subject LIMIT ?"
        with self.reading() as connection:
            return list(read_states(connection, which, (after or name + ":", name + ";", limit)))

    def states_after(self, name: str, number: int, limit: int) -> list[tuple[str, State]]:
        """The subjects of a type that came here after the one of that number, oldest first, at most ``limit``."""
        which = "WHERE number > ? AND +subject > ? AND +subject < ? ORDER BY number LIMIT ?"  # not by its index
        with self.reading() as connection:
            return list(read_states(connection, which, (number, name + ":", name + ";", limit)))

    def newest_number(self) -> int:
        """The number of the subject that came here last."""
        with self.reading() as connection:
            (number,) = connection.execute(HIGHEST_NUMBER).fetchone()
        return int(number)

    def counts_under(self, prefix: str) -> int:
        """The sum of the counts of every counted key that starts so."""
        return sum(number for key, number in self.counts.items() if key.startswith(prefix))

    def subjects(self, key: str) -> list[str]:
        """The subjects found under a key."""
        with self.reading() as connection:
            return [subject for (subject,) in connection.execute(SUBJECTS_BY_KEY, (key,))]

    def subjects_of(self, keys: Sequence[str]) -> dict[str, str]:
        """One subject for each of the keys that has any."""
        with self.reading() as connection:
            return dict(connection.execute(SELECT_LOOKUPS, (json.dumps(keys),)).fetchall())

    def subjects_without(self, key: str, without: str) -> list[str]:
        """The subjects under ``key`` that are not under ``without``."""
        with self.reading() as connection:
            return [subject for (subject,) in connection.execute(SUBJECTS_BY_KEY_WITHOUT, (key, without))]

    def entries_of(self, subject: str) -> list[Entry]:
        """Everything that happened to a subject, oldest first."""
        with self.reading() as connection:
            return load_entries(connection, subject)

    def entries_by_id(self, ids: Sequence[str]) -> dict[str, Entry]:
        """Those of the entries that are here, by id."""
        which = "WHERE id IN (SELECT value FROM json_each(?))"
        with self.reading() as connection:
            return {entry.id: entry for entry in read_entries(connection, which, (json.dumps(list(ids)),))}

    def latest(self, station: str, limit: int) -> list[Entry]:
        """The last entries of a station, newest first."""
        with self.reading() as connection:
            return list(read_entries(connection, "WHERE station = ? ORDER BY seq DESC LIMIT ?", (station, limit)))

    def positions(self) -> dict[str, int]:
        """For each station the last of its entries that are here without a gap."""
        with self.reading() as connection:
            return dict(connection.execute(SELECT_POSITIONS).fetchall())

    def stations(self) -> list[str]:
        """The stations that have entries here."""
        with self.reading() as connection:
            return [station for (station,) in connection.execute("SELECT DISTINCT station FROM entry")]

    def entries_after(self, station: str, seq: int, limit: int) -> list[Entry]:
        """Entries of a station in its order, from the one after ``seq`` on, at most ``limit``."""
        which = "WHERE station = ? AND seq > ? ORDER BY seq LIMIT ?"
        with self.reading() as connection:
            return list(read_entries(connection, which, (station, seq, limit)))

    def entries(self, kind: str | None = None) -> Iterator[Entry]:
        """The journal in its order, or the entries of one kind."""
        which = "" if kind is None else "WHERE kind = ?"
        with self.reading() as connection:
            yield from read_entries(connection, f"{which} ORDER BY hlc, station, seq", () if kind is None else (kind,))


class Transaction:
    """What is being recorded. Reads through ``connection`` see what this transaction wrote."""

    def __init__(self, store: Store, connection: Connection, author: Author) -> None:
        self.connection = connection
        self.count_changes: Counter[str] = Counter()
        self.erasures: Erasures = store.erasures
        self._store = store
        self._author = author
        self._entries: list[Entry] = []
        self._subjects: dict[str, None] = {}

    @property
    def change(self) -> Change:
        return Change(tuple(self._entries), tuple(self._subjects))

    def record(self, *facts: Fact) -> tuple[Entry, ...]:
        """Adds facts to the journal and folds them into their subjects' states. UserError when one would name somebody
        where all names are erased.
        """
        if not facts:
            return ()
        if self.erasures:
            for fact in facts:
                if fact.personal:
                    self.erasures.refuse(fact.subject)
        entries = self._store.stamp(self.connection, self._author, facts)
        self.apply(entries)
        return tuple(entries)

    def record_births(self, births: Sequence[Birth]) -> None:
        """Adds the first facts about new subjects, as ``record`` does but for folding them."""
        if self.erasures or not births:
            self.record(*[birth.fact for birth in births])
            return
        entries = self._store.stamp(self.connection, self._author, [birth.fact for birth in births])
        rows = [entry_row(entry) for entry in entries]
        numbers = self._store.new_numbers(len(births))
        states: list[Row] = []
        gained = _Keys()
        for number, entry, row, birth in zip(numbers, entries, rows, births, strict=True):
            state = State(birth.data, {**birth.fact.personal}, entry.order, number=number)
            states.append(state_row(entry.subject, state, row[-1]))
            gained.add(self._store.subject_type(entry.subject).keys_of(state), number)
        insert_entries(self.connection, rows)
        put_states(self.connection, states)
        self._gain(gained)
        self._entries += entries
        self._subjects.update(dict.fromkeys(entry.subject for entry in entries))

    def state(self, subject: str) -> State | None:
        """The state of one subject as it is inside this transaction, or None."""
        return load_states(self.connection, [subject]).get(subject)

    def apply(self, entries: Sequence[Entry]) -> None:
        """Stores entries and folds each subject they touch; late ones re-fold their subject only."""
        if not entries:
            return
        before, self.erasures = self.erasures, self.erasures.with_those_of(entries)
        if self.erasures:
            entries = [self.erasures.applied(entry, self._store.subject_type(entry.subject)) for entry in entries]
        insert_entries(self.connection, [entry_row(entry) for entry in entries])
        by_subject: dict[str, list[Entry]] = {}
        for entry in entries:
            by_subject.setdefault(entry.subject, []).append(entry)
        if self.erasures != before:
            for subject in erase_rows(self.connection, before, self.erasures, self._store.subject_type):
                by_subject[subject] = []  # folded anew, all of it
        self._fold_in(by_subject)
        self._entries += entries
        self._subjects.update(dict.fromkeys(by_subject))

    def _fold_in(self, by_subject: dict[str, list[Entry]]) -> None:
        """Folds fresh entries into their subjects, and writes what came of it; no entry: the subject anew."""
        before = load_states(self.connection, list(by_subject))
        rows: list[Row] = []
        gained, lost = _Keys(), _Keys()
        for subject, fresh in by_subject.items():
            subject_type = self._store.subject_type(subject)
            known = before.get(subject)
            number = known.number if known else self._store.new_number()
            old_keys = subject_type.keys_of(known) if known else set()
            state = self._folded(subject, subject_type, known, fresh)
            state.number = number
            new_keys = subject_type.keys_of(state)
            rows.append(state_row(subject, state))
            gained.add(new_keys - old_keys, number)
            lost.add(old_keys - new_keys, number)
        put_states(self.connection, rows)
        self.count_changes.subtract(lost.counted)
        delete_keys(self.connection, lost.found)
        self._gain(gained)

    def _gain(self, keys: "_Keys") -> None:
        self.count_changes.update(keys.counted)
        insert_keys(self.connection, keys.found)

    def _folded(self, subject: str, subject_type: SubjectType, known: State | None, fresh: list[Entry]) -> State:
        state = known or State()
        erased = self.erasures.cover(subject)
        if len(fresh) > 1:
            fresh.sort(key=lambda entry: entry.order)
        anew = erased or state.refold or not fresh or CANCELLED in [entry.kind for entry in fresh]
        if not anew and fresh[0].order > state.last:
            for entry in fresh:
                subject_type.reduce(state, entry)
            return state
        return fold(subject_type, load_entries(self.connection, subject), erased)


class _Keys:
    """Keys of subjects: those that only count them, and the rows of those under which they are found."""

    def __init__(self) -> None:
        self.counted: list[str] = []
        self.found: list[Row] = []

    def add(self, keys: Iterable[str], number: int) -> None:
        for key in keys:
            if is_counted(key):
                self.counted.append(key)
            else:
                self.found.append((key, number))
