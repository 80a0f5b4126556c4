"""What an import says of itself: that it began, that it is complete; undone, what it said no longer counts.

One that was cut short (power, kill) is undone when the edition is next opened, so that an import is all or nothing
whatever happens.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from vi_events.errors import UserError
from vi_events.journal.entry import Author, Entry, Fact, cancel
from vi_events.journal.fold import State, SubjectType
from vi_events.journal.store import Change, Store
from vi_events.sentences import say

Publish = Callable[[Change], None]
_SLICE = 200
"""Entries cancelled together; a scan waits for one slice at most."""


def started(batch: str, file: str, rows: int) -> Fact:
    """An import of so many rows begins."""
    return _said("import_started", batch, {"file": file, "rows": rows})


def completed(batch: str, added: int, updated: int) -> Fact:
    """All of it is written."""
    return _said("import_completed", batch, {"added": added, "updated": updated})


def batches(store: Store) -> list[tuple[str, dict[str, Any]]]:
    """Every import, oldest first: its id, and its file, rows and state (started, completed, undone)."""
    return [(subject.removeprefix("batch:"), state.data) for subject, state in store.states_of_type("batch")]


def record(store: Store, author: Author, publish: Publish, facts: Sequence[Fact]) -> None:
    """Records facts in one transaction and tells it."""
    with store.transaction(author) as tx:
        tx.record(*facts)
    publish(tx.change)


def undo(store: Store, author: Author, publish: Publish, batch: str) -> Iterator[int]:
    """Cancels what a batch said, but of people in use; yields how many entries so far. UserError: none such."""
    known = store.state(f"batch:{batch}")
    if known is None or known.data.get("state") == "undone":
        what = say("n’existe pas") if known is None else say("est déjà annulé")
        raise UserError(
            "batch_unknown",
            say("L’import « {0} » {1}.", batch[:40], what),
            "Donnez l’identifiant « batch » que l’import a affiché.",
        )
    entries = [entry for entry in store.entries("attendee_upserted") if entry.payload.get("batch") == batch]
    done = 0
    for start in range(0, len(entries), _SLICE):
        part = entries[start : start + _SLICE]
        states = store.states([entry.subject for entry in part])
        facts = [
            cancel(entry.id, entry.subject, "import") for entry in part if not _is_in_use(states.get(entry.subject))
        ]
        record(store, author, publish, facts)
        done += len(facts)
        yield done
    record(store, author, publish, [_said("import_undone", batch, {"cancelled": done})])
    yield done


def recover(store: Store, author: Author, publish: Publish) -> int:
    """Undoes the imports that were cut short; returns how many there were."""
    broken = [batch for batch, data in batches(store) if data.get("state") == "started"]
    for batch in broken:
        for _ in undo(store, author, publish, batch):
            pass
    return len(broken)


def _said(kind: str, batch: str, payload: Mapping[str, Any]) -> Fact:
    return Fact(kind, f"batch:{batch}", payload)


def _is_in_use(state: State | None) -> bool:
    """Whether someone came, was corrected by hand or merged: undoing the import would leave half a person."""
    return state is not None and any(state.data.get(name) for name in ("first", "corrected", "merged_into", "badge"))


def _reduce_batch(state: State, entry: Entry) -> None:
    names = {"import_started": "started", "import_completed": "completed", "import_undone": "undone"}
    if entry.kind in names:
        state.data.update(entry.payload)
        state.data["state"] = names[entry.kind]
        state.data.setdefault("station", entry.station)


def _scrub_batch(entry: Entry) -> Mapping[str, Any]:
    """A file is called as somebody pleased."""
    return {**entry.payload, "file": ""} if "file" in entry.payload else entry.payload


BATCH = SubjectType("batch", (_reduce_batch,), scrub=_scrub_batch)
