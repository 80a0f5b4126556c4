"""Lives of a program that prints a batch until they are killed, each at a moment of its own.

Where processes can fork, each is forked from a server that never opened a database; elsewhere it is a new process.
"""

import multiprocessing
import os
import random
import signal
import threading
from functools import partial
from pathlib import Path

from vi_events.app import open_edition
from vi_events.checkin import printing
from vi_events.checkin.printers import Printer, PrinterStatus, PrintState, open_printer
from vi_events.checkin.printing import Printing
from vi_events.journal.entry import Author
from vi_events.journal.store import Change
from vi_events.settings import PrinterSettings

MOMENTS = ("queued", "sending", "on the way", "printed", "recorded")
"""A slice of the batch is on disk; « sending » is, and no byte has left; while the bytes leave; the printer has
confirmed, and the journal does not know; it does.
"""
STATION, NAME = "poste-1", "Accueil"
_ON_THE_WAY_S = 0.05
_WAIT_S = 60
_KILL = getattr(signal, "SIGKILL", signal.SIGTERM)
"""On Windows SIGTERM is as sudden."""


def kill(edition: Path, url: str, moment: str, badges: int) -> None:
    """One life, killed at the ``badges``-th such moment."""
    context = multiprocessing.get_context("forkserver" if hasattr(os, "fork") else "spawn")
    context.set_forkserver_preload([__name__])
    process = context.Process(target=_live, args=(edition, url, moment, badges))
    process.start()
    process.join(_WAIT_S)
    code = process.exitcode
    if code is None:
        process.kill()
        process.join()
    process.close()
    assert code not in (None, 0, 1), f"it should have died {moment} (exit {code})"


def _live(edition: Path, url: str, moment: str, badges: int) -> None:
    death = _Death(moment, badges)
    # As a module's global, so that each turn of the worker meets it.
    printing.open_printer = partial(_watched, death)  # type: ignore[attr-defined]
    with open_edition(edition, Author(STATION)) as opened:
        opened.core.subscribe(death.told)
        used: Printing = opened.reception.printing
        used.attach([PrinterSettings(NAME, url)])
        used.queue_batch(1).result()
        threading.Event().wait(_WAIT_S)


class _Death:
    def __init__(self, moment: str, badges: int) -> None:
        self._moment = moment
        self._left = badges

    def comes(self, moment: str) -> bool:
        """Whether this is the last of such moments in this life."""
        self._left -= moment == self._moment
        return self._left == 0 and moment == self._moment

    def at(self, moment: str) -> None:
        if self.comes(moment):
            _die()

    def told(self, change: Change) -> None:
        """Each commit, once it is on disk."""
        for entry in change.entries[:1]:
            if entry.kind == "badge_queued":
                self.at("queued")
            elif entry.kind == "badge_printed" and entry.payload["state"] in ("sending", "confirmed"):
                self.at("sending" if entry.payload["state"] == "sending" else "recorded")


def _watched(death: _Death, url: str, patience_s: float = 5) -> Printer:
    return _Watched(death, open_printer(url, patience_s))


class _Watched:
    def __init__(self, death: _Death, printer: Printer) -> None:
        self._death = death
        self._printer = printer
        self.profile = printer.profile

    def check(self) -> PrinterStatus:
        return self._printer.check()

    def send(self, job: bytes) -> PrintState:
        if self._death.comes("on the way"):
            threading.Timer(random.uniform(0, _ON_THE_WAY_S), _die).start()
        state = self._printer.send(job)
        self._death.at("printed")
        return state


def _die() -> None:
    os.kill(os.getpid(), _KILL)
