"""How entries and states become rows and come back; the statements that write them."""

import json
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

import orjson
from sqlalchemy import Connection, Table, bindparam, select

from vi_events.journal.entry import Entry
from vi_events.journal.fold import State
from vi_events.journal.tables import EntryRow, LookupRow, StateRow, TallyRow

ENTRY: Table = EntryRow.__table__  # type: ignore[attr-defined]
STATE: Table = StateRow.__table__  # type: ignore[attr-defined]
LOOKUP: Table = LookupRow.__table__  # type: ignore[attr-defined]
TALLY: Table = TallyRow.__table__  # type: ignore[attr-defined]
Row = tuple[Any, ...]
_TOGETHER = 50
"""Rows to a statement: one that starts and ends for each row takes SQLite a fifth more time."""


class _Insert:
    """Adds rows to a table. Compiled by hand and given plain tuples: building rows as dictionaries took half of the
    time of an import.
    """

    def __init__(self, table: Table, conflict: str = "") -> None:
        names = [column.name for column in table.columns]
        row = f"({', '.join('?' * len(names))})"
        start = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES"
        self._one = f"{start} {row} {conflict}"
        self._many = f"{start} {', '.join([row] * _TOGETHER)} {conflict}"

    def __call__(self, connection: Connection, rows: Sequence[Row]) -> None:
        rest = len(rows) - len(rows) % _TOGETHER
        if rest:
            parts = (rows[start : start + _TOGETHER] for start in range(0, rest, _TOGETHER))
            connection.exec_driver_sql(self._many, [tuple(chain.from_iterable(part)) for part in parts])
        if rest < len(rows):
            connection.exec_driver_sql(self._one, list(rows[rest:]))


insert_entries = _Insert(ENTRY)
_CHANGED = ", ".join(f"{column.name} = excluded.{column.name}" for column in STATE.columns if not column.primary_key)
put_states = _Insert(STATE, f"ON CONFLICT (number) DO UPDATE SET {_CHANGED}")
insert_keys = _Insert(LOOKUP, "ON CONFLICT DO NOTHING")
_add_to_tally = _Insert(TALLY, "ON CONFLICT (key) DO UPDATE SET total = total + excluded.total")
_DELETE_KEY = "DELETE FROM lookup WHERE key = ? AND number = ?"
# The list as one parameter: the statement is the same, and prepared once, for any number of subjects. In ASCII JSON,
# for a lone surrogate, which a scanner may send, cannot be bound as text.
_SELECT_STATES = "SELECT * FROM state WHERE subject IN (SELECT value FROM json_each(?))"
SELECT_LOOKUPS = (
    "SELECT key, subject FROM lookup JOIN state USING (number) WHERE key IN (SELECT value FROM json_each(?))"
)
_SELECT_ENTRIES = "SELECT * FROM entry WHERE subject = ?"
SUBJECTS_BY_KEY = "SELECT subject FROM lookup JOIN state USING (number) WHERE key = ?"
SUBJECTS_BY_KEY_WITHOUT = (
    "SELECT subject FROM lookup AS a JOIN state USING (number) WHERE a.key = ? AND NOT EXISTS "
    "(SELECT 1 FROM lookup AS b WHERE b.key = ? AND b.number = a.number)"
)
HIGHEST_NUMBER = "SELECT coalesce(max(number), 0) FROM state"
KNOWN_IDS = "SELECT id FROM entry WHERE id IN (SELECT value FROM json_each(?))"
SELECT_NEWEST = (
    select(ENTRY.c.seq, ENTRY.c.hlc).where(ENTRY.c.station == bindparam("of")).order_by(ENTRY.c.seq.desc()).limit(1)
)
# The first hole after each station's entries: a sequence that begins at 1 has none before.
SELECT_POSITIONS = (
    "SELECT station, MIN(seq) FROM entry AS here WHERE NOT EXISTS "
    "(SELECT 1 FROM entry AS next WHERE next.station = here.station AND next.seq = here.seq + 1) "
    "AND EXISTS (SELECT 1 FROM entry AS first WHERE first.station = here.station AND first.seq = 1) GROUP BY station"
)


def entry_row(entry: Entry) -> Row:
    return (
        entry.id,
        entry.station,
        entry.seq,
        entry.hlc,
        entry.session,
        entry.operator,
        entry.kind,
        entry.version,
        entry.subject,
        _text(entry.payload),
        _text(entry.personal) if entry.personal else None,
    )


def entry_of(row: Any) -> Entry:
    return Entry(
        row.id,
        row.station,
        row.seq,
        row.hlc,
        row.session,
        row.operator,
        row.kind,
        row.version,
        row.subject,
        orjson.loads(row.payload),
        orjson.loads(row.personal) if row.personal else None,
    )


def load_entries(connection: Connection, subject: str) -> list[Entry]:
    entries = [entry_of(row) for row in connection.exec_driver_sql(_SELECT_ENTRIES, (subject,))]
    return sorted(entries, key=lambda entry: entry.order)


def state_of(row: Any) -> State:
    personal = orjson.loads(row.personal) if row.personal else {}
    return State(orjson.loads(row.data), personal, (row.hlc, row.station, row.seq), bool(row.refold), row.number)


def state_row(subject: str, state: State) -> Row:
    personal = _text(state.personal) if state.personal else None
    return state.number, subject, _text(state.data), personal, state.refold, *state.last


def load_states(connection: Connection, subjects: Sequence[str]) -> dict[str, State]:
    if not subjects:
        return {}
    rows = connection.exec_driver_sql(_SELECT_STATES, (json.dumps(subjects),))
    return {row.subject: state_of(row) for row in rows}


def add_to_tally(connection: Connection, changes: Mapping[str, int]) -> None:
    """Adds to the totals of counted keys, or takes away."""
    _add_to_tally(connection, [(key, change) for key, change in changes.items() if change])


def delete_keys(connection: Connection, rows: Sequence[Row]) -> None:
    if rows:
        connection.exec_driver_sql(_DELETE_KEY, list(rows))


def _text(value: Any) -> str:
    return orjson.dumps(value).decode()
