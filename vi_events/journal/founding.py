"""Which edition a journal is of: the id of the entry that founded it, the same on every station."""

from vi_events.journal.store import Store

FOUNDING = "edition_created"
"""The kind of the entry with which every edition begins."""

_SUBJECT = "edition:main"


def edition_id(store: Store) -> str:
    """The id of the edition's founding entry; empty while it is not here."""
    return next((entry.id for entry in store.entries_of(_SUBJECT) if entry.kind == FOUNDING), "")
