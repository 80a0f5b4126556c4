"""The connection to an edition's database, and SQLModel's sessions beside it.

What a scan waits for goes through the driver: SQLAlchemy and SQLModel take three tenths of a second to be read, four
times as long as an empty window, and a part of each statement. Reports, which no scan waits for, have their sessions.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from vi_events.errors import StorageError
from vi_events.journal.migrations import check
from vi_events.sentences import say

if TYPE_CHECKING:
    from sqlmodel import Session

_BUSY_TIMEOUT_S = 5
_LOG_PAGES = 4000
"""The log is copied into the database when it has so many pages. Ticket codes fall on pages everywhere: copied four
times as often, as SQLite does by itself, an import takes a tenth longer.
"""
_PRAGMAS = ("synchronous = FULL", "temp_store = MEMORY", "cache_size = -16000", "foreign_keys = ON")


def connect(path: Path, read_only: bool = False) -> sqlite3.Connection:
    """Opens a database of ours that exists, without the driver's own deferred transactions: they lose updates silently.
    For one thread at a time.
    """
    with translated():
        connection = _open(path, read_only)
        check(connection, path)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        if not read_only:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written in the block is on disk when it ends, or nothing is."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk may have ended it
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
        raise


@contextmanager
def translated() -> Iterator[None]:
    """Raises StorageError for what the driver says."""
    try:
        yield
    except sqlite3.Error as problem:
        raise _failed(problem) from problem


@contextmanager
def session(path: Path) -> Iterator["Session"]:
    """SQLModel on a connection of its own, which only reads: it sees what is committed."""
    from sqlalchemy.exc import DBAPIError
    from sqlalchemy.pool import NullPool
    from sqlmodel import Session, create_engine

    engine = create_engine("sqlite://", creator=lambda: _open(path, read_only=True), poolclass=NullPool)
    try:
        with Session(engine) as opened:
            yield opened
    except DBAPIError as problem:
        raise _failed(problem.orig) from problem.orig


def _open(path: Path, read_only: bool) -> sqlite3.Connection:
    address = f"file:{quote(path.as_posix())}?mode={'ro' if read_only else 'rw'}"
    return sqlite3.connect(address, uri=True, check_same_thread=False, timeout=_BUSY_TIMEOUT_S, isolation_level=None)


def _failed(problem: BaseException | None) -> StorageError:
    return StorageError(
        "storage_failed",
        say("L’écriture sur le disque a échoué ({0}).", problem),
        "Ce poste s’arrête pour ne rien perdre : vérifiez l’espace libre et le disque, puis relancez VI Events.",
    )
