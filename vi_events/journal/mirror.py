"""The journal copied to a USB stick while it is being written: what is left of a station whose disk has died.

On a stick with a folder « VI-EVENTS », one file for each station of origin (see ``mirror_file``). A thread of its own
compares what the stick holds with what the journal holds, and adds what is missing: whether it is new, arrived late, or
was damaged on the stick makes no difference. Nothing that a stick does can hold up the journal.
"""

import errno
import logging
import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from vi_events.clock import NowMs, hour, wall_ms
from vi_events.journal import founding
from vi_events.journal.core import Core, Priority
from vi_events.journal.entry import Entry
from vi_events.journal.hub.known import journal_positions
from vi_events.journal.hub.positions import Positions
from vi_events.journal.mirror_file import MirrorKey
from vi_events.journal.mirror_stick import BREATH_S, Copied, NewerStickError, Stick
from vi_events.journal.removable import prepared_folder, removable_folders
from vi_events.journal.store import Change, Store
from vi_events.sentences import say, say_of

_log = logging.getLogger(__name__)
_ROUND_S = 1.0
"""Between two writings: what the stick may lack when it is pulled out, and no more wear than that."""
_AGAIN_S = 10.0
"""After the stick refused."""
_SLOW_S = 10.0
_END_WAIT_S = 4.0
_LAST_COPY_S = 2.0
_SLICE = 50
"""Entries asked of the core at a time: with the pictures of badges in them, some milliseconds."""
_MOST_BYTES = 4_000_000
"""Written at a time."""
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_LOCKED = (errno.EROFS, errno.EACCES, errno.EPERM)
_EXCHANGED = (errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.ESTALE)

NO_KEY, ABSENT, COPYING, CURRENT, SLOW = "no_key", "absent", "copying", "current", "slow"
FULL, LOCKED, NEWER, FAILED, ENDED = "full", "locked", "newer", "failed", "ended"
_COPYING = say("Copie sur clé USB\u202f: en cours…")


@dataclass(frozen=True, slots=True)
class MirrorView:
    """``state`` is one of the constants above, ``text`` a sentence for people."""

    state: str = ABSENT
    text: str = say("Pas de clé USB.")


class Mirror:
    """Copies the journal of ``core`` to the stick that ``roots`` finds, until closed; to be closed before the core.
    ``ticket_key`` is the edition's, empty on a station that has not received it: nothing is then copied.
    """

    def __init__(
        self,
        core: Core,
        slug: str,
        ticket_key: bytes,
        roots: Callable[[], Iterable[Path]] = removable_folders,
        now_ms: NowMs = wall_ms,
    ) -> None:
        self.view = MirrorView()
        self._core = core
        self._slug = slug
        self._roots = roots
        self._now_ms = now_ms
        self._listeners: list[Callable[[MirrorView], None]] = []
        self._news: queue.SimpleQueue[tuple[str, int]] = queue.SimpleQueue()
        self._journal = Positions()
        self._stick: Stick | None = None
        self._written_ms = 0
        self._writing_since_s: float | None = None
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="mirror", daemon=True)
        if ticket_key:
            self._key = MirrorKey(ticket_key)
            self._thread.start()
        else:
            said = say("Pas de copie sur clé USB\u202f: ce poste n’a pas reçu la clé de l’édition.")
            self.view = MirrorView(NO_KEY, said)

    def listen(self, listener: Callable[[MirrorView], None]) -> None:
        """``listener`` is told of every change of the view, in the mirror's thread or the core's; it must be quick."""
        self._listeners.append(listener)

    def close(self) -> None:
        """Ends once what is recorded by now is on the stick; one that does not follow is not waited for."""
        self._ending.set()
        if self._thread.is_alive():
            self._thread.join(_END_WAIT_S)

    # In the core's thread

    def _take_stock(self, store: Store) -> str:
        """In one go, so that nothing is recorded between what is counted and what is heard of."""
        self._journal = journal_positions(store)
        self._core.subscribe(self._on_change)
        return founding.edition_id(store)

    def _on_change(self, change: Change) -> None:
        for entry in change.entries:
            self._news.put((entry.station, entry.seq))
        since_s = self._writing_since_s
        if since_s is not None and time.monotonic() - since_s > _SLOW_S:
            self._tell(SLOW, say("Clé USB lente\u202f: rien n’y est écrit depuis {0}.", hour(self._written_ms)))

    # In the mirror's own thread

    def _run(self) -> None:
        try:
            edition = self._core.submit(self._take_stock, Priority.IDLE).result()
            copied = Copied(edition, self._journal, self._read)
            wait_s = 0.0
            while not self._ending.wait(wait_s):
                wait_s = self._round(copied)
            for _ in range(2):  # the first may find that the stick is no longer the one it knew
                self._round(copied)
        except CancelledError:
            return  # the core closed first
        except Exception:  # noqa: BLE001 (a bug here must not pass for a stick that is up to date)
            _log.exception("the mirror ended")
            self._tell(ENDED, say("La copie sur clé USB s’est arrêtée\u202f: relancez VI Events pour la reprendre."))

    def _round(self, copied: Copied) -> float:
        """Brings the stick up to date; returns for how long to leave it in peace."""
        try:
            stick = self._find(copied)
            if stick is not None:
                self._copy(stick)
            return _ROUND_S
        except OSError as problem:
            return self._after(problem)
        finally:
            self._writing_since_s = None

    def _find(self, copied: Copied) -> Stick | None:
        prepared = prepared_folder(self._roots())
        if prepared is None:
            self._stick = None
            self._tell(ABSENT, MirrorView().text)
            return None
        # The edition's id too: two editions may bear one name, and each demonstration does.
        folder = prepared / f"{self._slug}-{copied.edition[-8:]}"
        if self._stick is None or self._stick.folder != folder or not self._stick.is_there():
            self._stick = Stick(folder, self._key, copied)
            if self.view.state == ABSENT:
                self._tell(COPYING, _COPYING)
        return self._stick

    def _copy(self, stick: Stick) -> None:
        self._write(stick)  # what a full stick did not take goes first
        while not self._news.empty():
            self._journal.add(*self._news.get())
        written_s = time.monotonic()
        for station in sorted(self._journal):
            for entries in self._lacking(stick, station):
                stick.add(entries)
                if stick.waiting > _MOST_BYTES or time.monotonic() - written_s > _ROUND_S:
                    self._write(stick)
                    self._tell(COPYING, _COPYING)
                    written_s = time.monotonic()
        self._write(stick)
        self._tell(CURRENT, _current(self._written_ms or self._now_ms(), stick.refused))

    def _lacking(self, stick: Stick, station: str) -> Iterator[list[Entry]]:
        """What the journal has and the stick has not, a slice at a time."""
        until_s = time.monotonic() + _LAST_COPY_S
        while lacking := set(stick.lacking(station, _SLICE)):
            yield [entry for entry in self._read(station, min(lacking), _SLICE) if entry.seq in lacking]
            if self._ending.is_set() and time.monotonic() > until_s:
                return
            time.sleep(BREATH_S)

    def _read(self, station: str, first: int, most: int) -> list[Entry]:
        return self._core.submit(lambda store: store.entries_after(station, first - 1, most), Priority.IDLE).result()

    def _write(self, stick: Stick) -> None:
        if stick.waiting:
            self._writing_since_s = time.monotonic()
            stick.write()
            self._writing_since_s = None
            self._written_ms = self._now_ms()

    def _after(self, problem: OSError) -> float:
        """Says what the stick refused; returns how long to wait."""
        if problem.errno not in _FULL:
            self._stick = None
        if prepared_folder(self._roots()) is None or problem.errno in _EXCHANGED:
            return _ROUND_S  # pulled out, or another one: the next look says so
        self._tell(*_refusal(problem))
        return _AGAIN_S

    def _tell(self, state: str, text: str) -> None:
        view = MirrorView(state, text)
        if view == self.view:
            return
        self.view = view
        for listener in self._listeners:
            try:
                listener(view)
            except Exception:  # noqa: BLE001 (a view's mistake must not stop the copy)
                _log.exception("a listener failed")


@contextmanager
def mirrored(core: Core, slug: str, ticket_key: bytes) -> Iterator[Mirror]:
    """Copies an open edition to the stick that is, or will be, plugged in, until the block ends."""
    mirror = Mirror(core, slug, ticket_key)
    try:
        yield mirror
    finally:
        mirror.close()


def _current(at_ms: int, refused: int) -> str:
    if not refused:
        return say("Copie sur clé USB\u202f: à jour ({0}).", hour(at_ms))
    return say_of(
        refused,
        "Copie sur clé USB\u202f: à jour ({1}), sauf {0} entrée trop grande.",
        "Copie sur clé USB\u202f: à jour ({1}), sauf {0} entrées trop grandes.",
        hour(at_ms),
    )


def _refusal(problem: OSError) -> tuple[str, str]:
    kept = say("rien n’est perdu, ce poste garde tout")
    if isinstance(problem, NewerStickError):
        return (
            NEWER,
            say("Clé USB d’une version plus récente de VI Events\u202f: mettez à jour ce poste, ou changez de clé."),
        )
    if problem.errno in _FULL:
        return FULL, say("Clé USB pleine\u202f: libérez de la place ou changez de clé\u202f; {0}.", kept)
    if problem.errno in _LOCKED:
        return LOCKED, say("Clé USB protégée en écriture\u202f: ôtez la protection ou changez de clé\u202f; {0}.", kept)
    return FAILED, say(
        "La clé USB ne répond plus bien (erreur {0})\u202f: changez de clé\u202f; {1}.", problem.errno, kept
    )
