"""The awards that were announced, as they stand in the journal: what may leave the edition."""

from typing import Any

from vi_events.edition.collation import sort_key
from vi_events.journal.store import Store

PREFIX = "award:"


def rows(store: Store) -> list[dict[str, Any]]:
    """One row for each award that stands revealed, in alphabetical order. What was withdrawn is left out."""
    found = [
        _row(subject.removeprefix(PREFIX), state.data)
        for subject, state in store.states_of_type("award")
        if "level" in state.data and "withdrawn" not in state.data
    ]
    return sorted(found, key=lambda row: sort_key(row["authority"]))


def _row(authority_id: str, data: dict[str, Any]) -> dict[str, Any]:
    return {
        "authority_id": authority_id,
        "authority": data["name"],
        "place": data.get("place", ""),
        "kind": data.get("kind", ""),
        "level": data["level"],
        "previous_level": data.get("previous") or None,
        "first_participation": bool(data.get("first")),
        "progress": data.get("progress", ""),
        "mentions": list(data.get("mentions", ())),
        "distinctions": list(data.get("distinctions", ())),
        "revealed_ms": data.get("revealed_ms"),
    }
