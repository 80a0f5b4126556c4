"""Erasure: which entries lose what is personal, and how the database keeps no trace of it.

An erasure is an entry like others, so that it reaches every station; what it covers is erased wherever it is, and
whenever it arrives: before it, with it, or years after from a station that had not heard. It cannot be cancelled.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from sqlite3 import Connection

from vi_events.errors import StorageError, UserError
from vi_events.journal.entry import CANCELLED, Entry
from vi_events.journal.fold import SubjectType
from vi_events.journal.rows import ENTRY_COLUMNS, entry_row, read_entries

PERSON_ERASED, EDITION_ERASED = "person_erased", "edition_erased"
ERASING = (PERSON_ERASED, EDITION_ERASED)
"""The first erases its own subject, and the entries of others that its payload names in ``entries``; the second
everything.
"""
_UPDATE = "UPDATE entry SET operator = ?, payload = ?, personal = NULL WHERE id = ?"


@dataclass(frozen=True, slots=True)
class Erasures:
    """What is erased: everything when ``edition``, else these subjects and these entries (by id)."""

    edition: bool = False
    subjects: frozenset[str] = frozenset()
    entries: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return self.edition or bool(self.subjects)

    def with_those_of(self, entries: Iterable[Entry]) -> "Erasures":
        """These and those that the entries say."""
        said = [entry for entry in entries if entry.kind in ERASING]
        if not said:
            return self
        persons = [entry for entry in said if entry.kind == PERSON_ERASED]
        named = {str(id_) for entry in persons for id_ in entry.payload.get("entries", ())}
        return Erasures(
            self.edition or len(persons) < len(said),
            self.subjects | {entry.subject for entry in persons},
            self.entries | named,
        )

    def cover(self, subject: str) -> bool:
        """Whether the whole subject is erased."""
        return self.edition or subject in self.subjects

    def applied(self, entry: Entry, subject_type: SubjectType) -> Entry:
        """The entry as it may stay: itself, or without names, free text and ticket codes. Applied again it is the
        same.
        """
        if not (self.cover(entry.subject) or entry.id in self.entries):
            return entry
        payload = {**subject_type.scrub(entry)}
        if entry.kind == CANCELLED:
            payload["reason"] = ""
        operator = "" if self.edition else entry.operator
        return entry._replace(operator=operator, payload=payload, personal=None)

    def refuse(self, subject: str) -> None:
        """Raises UserError where nobody may be named any more."""
        if self.edition:
            raise UserError(
                "edition_erased",
                "Les données personnelles de cette édition sont effacées\u202f: plus aucun nom ne peut y être noté.",
                "Pour une autre journée, créez une nouvelle édition.",
            )
        if subject in self.subjects:
            raise UserError(
                "person_erased",
                "Cette fiche a été effacée\u202f: plus aucun nom ne peut y être noté.",
                "Ajoutez la personne comme une nouvelle inscription.",
            )


def erasures_in(connection: Connection) -> Erasures:
    """Those that the journal holds."""
    return Erasures().with_those_of(read_entries(connection, "WHERE kind IN (?, ?)", ERASING))


def erase_rows(
    connection: Connection, before: Erasures, now: Erasures, type_of: Callable[[str], SubjectType]
) -> list[str]:
    """Empties the rows that ``now`` covers and ``before`` did not; returns their subjects, to be folded anew."""
    # What leaves a page is overwritten there at once: a power cut must leave no name in a free block.
    connection.execute("PRAGMA secure_delete = ON")
    if now.edition:
        found = list(read_entries(connection))
    else:
        asked = [("WHERE subject = ?", each) for each in now.subjects - before.subjects]
        asked += [("WHERE id = ?", each) for each in now.entries - before.entries]
        found = [entry for which, each in asked for entry in read_entries(connection, which, (each,))]
    for entry in found:
        kept = now.applied(entry, type_of(entry.subject))
        if kept != entry:
            row = dict(zip(ENTRY_COLUMNS, entry_row(kept), strict=True))
            connection.execute(_UPDATE, (row["operator"], row["payload"], row["id"]))
    return list(dict.fromkeys(entry.subject for entry in found))


def compact(connection: Connection) -> None:
    """Writes the database anew and empties its log (WAL), so that no free page and no old version of a page stays.
    Outside any transaction. StorageError when another program is reading it.
    """
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("VACUUM")
    busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if busy:
        raise StorageError(
            "database_busy",
            "Un autre programme lit la base\u202f: l’effacement n’y est pas fini.",
            "Fermez l’autre programme, puis rouvrez l’édition\u202f: l’effacement se terminera.",
        )
