"""Copies of the database of an open edition, made by themselves into ``copies`` in its folder.

They answer for a damaged database or a mistake, not for a lost disk: that is what a backup file is for.
"""

import shutil
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from vi_events import paths
from vi_events.app import OpenEdition
from vi_events.backup.snapshot import StoppedError, open_reading, snapshot
from vi_events.clock import NowMs, wall_ms
from vi_events.errors import UserError
from vi_events.files import why
from vi_events.sentences import say

FOLDER = "copies"
EVERY_S = 600.0
_FIRST_S = 30.0
"""After opening, when the window is at rest: a session shorter than the interval leaves a copy too."""
_NEWEST, _MOST = 12, 36
_ROOM_BYTES = 200 * 2**20
"""Left to the journal, which needs it more."""
_ABANDONED_S = 3600.0


class Copies:
    """The copies of the edition in ``folder``. For one thread."""

    def __init__(self, folder: Path, now_ms: NowMs = wall_ms) -> None:
        self._database = folder / paths.DATABASE
        self._folder = folder / FOLDER
        self._now_ms = now_ms

    def names(self) -> list[str]:
        """The copies there are, oldest first."""
        return sorted(path.name for path in self._folder.glob("*.db"))

    def make(self, stopped: Callable[[], bool] = lambda: False) -> Path | None:
        """Makes one if the journal grew since the last, and removes those it replaces; None when it had not grown.

        Raises UserError when the disk does not take it, StoppedError once ``stopped`` says so.
        """
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            self._sweep()
            known = self.names()
            if known and _last_row(self._folder / known[-1]) == _last_row(self._database) is not None:
                return None
            self._check_room()
            made = self._folder / datetime.fromtimestamp(self._now_ms() / 1000).strftime("%Y-%m-%d_%Hh%M.db")
            snapshot(self._database, made, stopped)
            for name in set(self.names()) - kept(self.names()) - {made.name}:
                (self._folder / name).unlink(missing_ok=True)
        except OSError as problem:
            raise UserError(
                "copy_failed",
                say("Les copies automatiques ne se font pas ({0}).", why(problem)),
                say("Vérifiez la place libre et les droits sur le dossier {0} de l’édition.", FOLDER),
            ) from problem
        return made

    def _check_room(self) -> None:
        needed = self._database.stat().st_size + _ROOM_BYTES
        free = shutil.disk_usage(self._folder).free
        if free < needed:
            raise UserError(
                "copy_no_room",
                say("Les copies automatiques attendent\u202f: il ne reste que {0} Mo sur le disque.", free // 2**20),
                "Faites de la place\u202f; les passages, eux, continuent de s’enregistrer.",
            )

    def _sweep(self) -> None:
        """What a crash cut short; not what another program is writing now."""
        for left in self._folder.glob("*.new*"):
            with suppress(OSError):
                if time.time() - left.stat().st_mtime > _ABANDONED_S:
                    shutil.rmtree(left) if left.is_dir() else left.unlink()


def kept(names: Sequence[str]) -> set[str]:
    """Which copies stay: the newest twelve, and of those before the newest of each hour, thirty-six in all."""
    newest_first = sorted(names, reverse=True)
    hours: dict[str, str] = {}
    for name in newest_first[_NEWEST:]:
        hours.setdefault(name.partition("h")[0], name)
    return {*newest_first[:_NEWEST], *list(hours.values())[: _MOST - _NEWEST]}


@contextmanager
def automatic_copies(opened: OpenEdition, told: Callable[[str], None], every_s: float = EVERY_S) -> Iterator[None]:
    """Makes copies of an open edition until the block ends, in a thread that nothing waits for but the end.

    ``told`` is called in that thread with one sentence when copies no longer succeed: once, until one does again.
    """
    stopping = threading.Event()
    copies = Copies(opened.folder)
    thread = threading.Thread(target=_keep_copying, args=(copies, told, every_s, stopping), name="copies", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stopping.set()
        thread.join()


def _keep_copying(copies: Copies, told: Callable[[str], None], every_s: float, stopping: threading.Event) -> None:
    failing = False
    wait_s = min(_FIRST_S, every_s)
    while not stopping.wait(wait_s):
        wait_s = every_s
        try:
            copies.make(stopping.is_set)
            failing = False
        except StoppedError:
            return
        except UserError as problem:
            if not failing:
                told(str(problem))
            failing = True


def _last_row(database: Path) -> int | None:
    """Grows with each entry; None when the database does not say."""
    try:
        with closing(open_reading(database)) as connection:
            return int(connection.execute("SELECT coalesce(max(rowid), 0) FROM entry").fetchone()[0])
    except sqlite3.Error:
        return None
