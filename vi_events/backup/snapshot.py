"""A copy of a database as it is at one moment, while another connection goes on writing to it."""

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import quote

from vi_events.errors import UserError
from vi_events.private_files import beside
from vi_events.sentences import say

_STEP_PAGES = 256
_BETWEEN_S = 0.005
"""Between two steps the disk and the processor are the desk's."""
_BUSY_S = 5


class StoppedError(Exception):
    """The copy was no longer wanted; nothing of it is left."""


def open_reading(database: Path) -> sqlite3.Connection:
    """A connection of one's own that never writes."""
    address = f"file:{quote(database.resolve().as_posix())}?mode=ro"
    return sqlite3.connect(address, uri=True, timeout=_BUSY_S, isolation_level=None)


def snapshot(database: Path, target: Path, stopped: Callable[[], bool] = lambda: False) -> None:
    """Writes the copy, one file that its owner alone reads, checked and on the disk; or leaves what was there.

    Raises UserError when it cannot be made, StoppedError once ``stopped`` says so.
    """
    fresh = beside(target)
    try:
        fresh.unlink(missing_ok=True)
        os.close(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        with closing(open_reading(database)) as source, closing(sqlite3.connect(fresh, isolation_level=None)) as copy:
            _copy(source, copy, stopped)
        with fresh.open("rb+") as written:
            os.fsync(written.fileno())
        os.replace(fresh, target)
    except (OSError, sqlite3.Error) as problem:
        why = problem.strerror if isinstance(problem, OSError) else problem
        raise UserError(
            "copy_failed",
            say("La base de l’édition n’a pas pu être copiée ({0}).", why),
            "Faites de la place sur le disque\u202f; si cela se répète, vérifiez le disque.",
        ) from problem
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _copy(source: sqlite3.Connection, copy: sqlite3.Connection, stopped: Callable[[], bool]) -> None:
    # Read in one transaction: a copy made in steps would else begin anew with each scan. Writers do not wait for it.
    source.execute("BEGIN")
    source.execute("SELECT count(*) FROM sqlite_master").fetchone()

    def pause(_status: int, _remaining: int, _total: int) -> None:
        if stopped():
            raise StoppedError
        time.sleep(_BETWEEN_S)

    copy.execute("PRAGMA synchronous = OFF")  # written through once, at the end
    source.backup(copy, pages=_STEP_PAGES, progress=pause)
    copy.execute("PRAGMA journal_mode = DELETE")  # no file beside it
    found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise sqlite3.DatabaseError(str(found))
