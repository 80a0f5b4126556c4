"""Numbered migrations of the database; SQLite's ``user_version`` says how many were applied.

Add one at the end of ``MIGRATIONS`` with its test in ``tests/unit/test_migrations.py``; never change an old one.
"""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from vi_events.errors import StorageError
from vi_events.sentences import say

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE entry (
            id TEXT NOT NULL PRIMARY KEY, station TEXT NOT NULL, seq BIGINT NOT NULL, hlc BIGINT NOT NULL,
            session TEXT NOT NULL, operator TEXT NOT NULL, kind TEXT NOT NULL, version BIGINT NOT NULL,
            subject TEXT NOT NULL, payload TEXT NOT NULL, personal TEXT,
            CONSTRAINT entry_station_seq UNIQUE (station, seq))""",
        "CREATE INDEX entry_subject ON entry (subject)",
        """CREATE TABLE state (
            number INTEGER NOT NULL PRIMARY KEY, subject TEXT NOT NULL UNIQUE, data TEXT NOT NULL, personal TEXT,
            refold BOOLEAN NOT NULL, hlc BIGINT NOT NULL, station TEXT NOT NULL, seq BIGINT NOT NULL)""",
        "CREATE TABLE lookup (key TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (key, number)) WITHOUT ROWID",
        "CREATE TABLE tally (key TEXT NOT NULL PRIMARY KEY, total BIGINT NOT NULL) WITHOUT ROWID",
    ),
)


def migrate(path: Path, migrations: Sequence[Sequence[str]] = MIGRATIONS) -> None:
    """Brings the database at ``path`` to the newest schema, creating it if it is not there.

    An older one is first copied beside itself. Raises StorageError when it is newer than this program, or not ours.
    """
    connection: sqlite3.Connection | None = None
    try:
        connection = sqlite3.connect(path, isolation_level=None)
        found = check(connection, path, migrations)
        if 0 < found < len(migrations):
            _back_up(connection, path.with_name(f"{path.name}.schema-{found}.bak"))
        for number in range(found, len(migrations)):
            _apply(connection, migrations[number], number + 1)
    except sqlite3.DatabaseError as problem:
        raise StorageError(
            "database_unreadable",
            say("La base {0} ne se lit pas ({1}).", path.name, problem),
            "Reprenez une copie de secours du dossier de l’édition, ou le miroir de la clé USB.",
        ) from problem
    finally:
        if connection is not None:
            connection.close()


def check(connection: sqlite3.Connection, path: Path, migrations: Sequence[Sequence[str]] = MIGRATIONS) -> int:
    """The schema of an open database, 0 for a new one. Raises StorageError when it is too new, or not ours."""
    found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if tables and (found == 0 or "entry" not in tables):
        raise StorageError(
            "database_foreign",
            say("Le fichier {0} n’est pas une édition de VI Events.", path.name),
            "Choisissez un autre dossier ; rien n’a été modifié.",
        )
    if found > len(migrations):
        raise StorageError(
            "database_too_new",
            say(
                "Cette édition a été écrite par une version plus récente de VI Events (schéma {0}, ici {1}).",
                found,
                len(migrations),
            ),
            "Mettez ce poste à jour, puis rouvrez ; rien n’a été modifié.",
        )
    return found


def _apply(connection: sqlite3.Connection, statements: Sequence[str], number: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in statements:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _back_up(connection: sqlite3.Connection, target: Path) -> None:
    copy = sqlite3.connect(target)
    try:
        connection.backup(copy)
    finally:
        copy.close()
