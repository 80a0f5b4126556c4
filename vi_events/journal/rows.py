"""How entries and states become rows and come back; the statements that write and read them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from sqlite3 import Connection
from typing import Any

import orjson

from vi_events.journal.entry import Entry
from vi_events.journal.fold import State

ENTRY_COLUMNS = Entry._fields
"""An entry's row has what the entry has."""
STATE_COLUMNS = ("number", "subject", "data", "personal", "refold", "hlc", "station", "seq")
Row = tuple[Any, ...]
_SAID = ENTRY_COLUMNS.index("payload")
"""How many columns stand before those that are written as JSON."""
_TOGETHER = 50
"""Rows to a statement: one that starts and ends for each row takes SQLite a fifth more time."""


class _Insert:
    """Adds rows to a table."""

    def __init__(self, table: str, columns: Sequence[str], conflict: str = "") -> None:
        row = f"({', '.join('?' * len(columns))})"
        start = f"INSERT INTO {table} ({', '.join(columns)}) VALUES"
        self._one = f"{start} {row} {conflict}"
        self._many = f"{start} {', '.join([row] * _TOGETHER)} {conflict}"

    def __call__(self, connection: Connection, rows: Sequence[Row]) -> None:
        rest = len(rows) - len(rows) % _TOGETHER
        if rest:
            parts = (rows[start : start + _TOGETHER] for start in range(0, rest, _TOGETHER))
            connection.executemany(self._many, [tuple(chain.from_iterable(part)) for part in parts])
        if rest < len(rows):
            connection.executemany(self._one, rows[rest:])


insert_entries = _Insert("entry", ENTRY_COLUMNS)
_CHANGED = ", ".join(f"{name} = excluded.{name}" for name in STATE_COLUMNS[1:])
put_states = _Insert("state", STATE_COLUMNS, f"ON CONFLICT (number) DO UPDATE SET {_CHANGED}")
insert_keys = _Insert("lookup", ("key", "number"), "ON CONFLICT DO NOTHING")
_add_to_tally = _Insert("tally", ("key", "total"), "ON CONFLICT (key) DO UPDATE SET total = total + excluded.total")
_DELETE_KEY = "DELETE FROM lookup WHERE key = ? AND number = ?"
_ENTRIES = f"SELECT {', '.join(ENTRY_COLUMNS)} FROM entry"
_STATES = f"SELECT {', '.join(STATE_COLUMNS)} FROM state"
# The list as one parameter: the statement is the same, and prepared once, for any number of subjects. In ASCII JSON,
# for a lone surrogate, which a scanner may send, cannot be bound as text.
_OF_SUBJECTS = "WHERE subject IN (SELECT value FROM json_each(?))"
SELECT_LOOKUPS = (
    "SELECT key, subject FROM lookup JOIN state USING (number) WHERE key IN (SELECT value FROM json_each(?))"
)
SUBJECTS_BY_KEY = "SELECT subject FROM lookup JOIN state USING (number) WHERE key = ?"
SUBJECTS_BY_KEY_WITHOUT = (
    "SELECT subject FROM lookup AS a JOIN state USING (number) WHERE a.key = ? AND NOT EXISTS "
    "(SELECT 1 FROM lookup AS b WHERE b.key = ? AND b.number = a.number)"
)
HIGHEST_NUMBER = "SELECT coalesce(max(number), 0) FROM state"
KNOWN_IDS = "SELECT id FROM entry WHERE id IN (SELECT value FROM json_each(?))"
SELECT_NEWEST = "SELECT seq, hlc FROM entry WHERE station = ? ORDER BY seq DESC LIMIT 1"
# The first hole after each station's entries: a sequence that begins at 1 has none before.
SELECT_POSITIONS = (
    "SELECT station, MIN(seq) FROM entry AS here WHERE NOT EXISTS "
    "(SELECT 1 FROM entry AS next WHERE next.station = here.station AND next.seq = here.seq + 1) "
    "AND EXISTS (SELECT 1 FROM entry AS first WHERE first.station = here.station AND first.seq = 1) GROUP BY station"
)


def entry_row(entry: Entry) -> Row:
    return *entry[:_SAID], _text(entry.payload), _text(entry.personal) if entry.personal else None


def read_entries(connection: Connection, which: str = "", values: Sequence[Any] = ()) -> Iterator[Entry]:
    """Those that the end of the query asks for."""
    return map(_entry, connection.execute(f"{_ENTRIES} {which}", values))


def _entry(row: Row) -> Entry:
    *said, payload, personal = row
    return Entry._make((*said, orjson.loads(payload), orjson.loads(personal) if personal else None))


def load_entries(connection: Connection, subject: str) -> list[Entry]:
    return sorted(read_entries(connection, "WHERE subject = ?", (subject,)), key=lambda entry: entry.order)


def read_states(connection: Connection, which: str = "", values: Sequence[Any] = ()) -> Iterator[tuple[str, State]]:
    """Subjects with their states: those that the end of the query asks for."""
    return map(_state, connection.execute(f"{_STATES} {which}", values))


def _state(row: Row) -> tuple[str, State]:
    number, subject, data, personal, refold, *last = row
    names = orjson.loads(personal) if personal else {}
    return subject, State(orjson.loads(data), names, tuple(last), bool(refold), number)


def state_row(subject: str, state: State, personal: str | None = None) -> Row:
    """``personal``: the row's, when the same was written before."""
    if personal is None and state.personal:
        personal = _text(state.personal)
    return state.number, subject, _text(state.data), personal, state.refold, *state.last


def load_states(connection: Connection, subjects: Sequence[str]) -> dict[str, State]:
    if not subjects:
        return {}
    return dict(read_states(connection, _OF_SUBJECTS, (json.dumps(subjects),)))


def add_to_tally(connection: Connection, changes: Mapping[str, int]) -> None:
    """Adds to the totals of counted keys, or takes away."""
    _add_to_tally(connection, [(key, change) for key, change in changes.items() if change])


def delete_keys(connection: Connection, rows: Sequence[Row]) -> None:
    if rows:
        connection.executemany(_DELETE_KEY, rows)


def _text(value: Any) -> str:
    return orjson.dumps(value).decode()
