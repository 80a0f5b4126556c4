"""What leaves an edition: attendees and journal as CSV or JSON."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from vi_events.edition import people
from vi_events.edition.dates import long_date as long_date  # what leaves an edition is dated in words
from vi_events.edition.models import Authority
from vi_events.edition.text import neutral_cell
from vi_events.errors import UserError
from vi_events.files import write_whole
from vi_events.journal.store import Store
from vi_events.sentences import say


def export(store: Store, what: str, out: Path, authority: Callable[[str], Authority]) -> int:
    """Writes attendees or journal to ``out`` (.csv or .json), whole or not at all; returns the number of rows.

    CSV cells that a spreadsheet would take for formulas are neutralised; JSON holds the exact text.
    """
    rows = list(_attendees(store, authority) if what == "attendees" else _entries(store))
    write_rows(out, rows)
    return len(rows)


def write_rows(out: Path, rows: list[dict[str, Any]]) -> None:
    """Rows of one shape as .csv or .json, whole or not at all."""
    suffix = out.suffix.lower()
    if suffix == ".json":
        write_whole(out, json.dumps(rows, ensure_ascii=False, indent=1).encode())
    elif suffix == ".csv":
        write_whole(out, _csv(rows))
    else:
        raise UserError(
            "format_unknown",
            say("«\u202f{0}\u202f» n’est ni .csv ni .json.", out.name),
            "Donnez une de ces extensions.",
        )


def _attendees(store: Store, authority: Callable[[str], Authority]) -> Iterator[dict[str, Any]]:
    for subject, state in store.states_of_type("attendee"):
        if not people.is_known(state):
            continue
        person = people.attendee(subject, state)
        place = authority(person.authority_id)
        yield {
            "attendee_id": person.id,
            "last_name": person.last_name,
            "first_name": person.first_name,
            "function": person.function,
            "authority": place.name,
            "authority_code": place.id,
            "department": place.department,
            "category": person.category,
            "status": person.status,
            "email": person.email,
            "protocol_note": person.protocol_note,
            "seat": person.seat,
            "zones": "|".join(person.zones),
            "code": person.code,
            "present": "|".join(state.data.get("in", {})),
            "badges_printed": state.data.get("badges", 0),
        }


def _entries(store: Store) -> Iterator[dict[str, Any]]:
    for entry in store.entries():
        yield {
            "id": entry.id,
            "station": entry.station,
            "seq": entry.seq,
            "hlc": entry.hlc,
            "session": entry.session,
            "operator": entry.operator,
            "kind": entry.kind,
            "version": entry.version,
            "subject": entry.subject,
            "payload": entry.payload,
            "personal": entry.personal,
        }


def _csv(rows: list[dict[str, Any]]) -> bytes:
    text = io.StringIO()
    if rows:
        writer = csv.DictWriter(text, list(rows[0]))
        writer.writeheader()
        for row in rows:
            writer.writerow({name: _cell(value) for name, value in row.items()})
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> str:
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return neutral_cell(str(value)) if value is not None else ""
