"""Blocking work done off the window's thread, its answer given back in it."""

import logging
from collections.abc import Callable
from threading import Thread
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from vi_events.errors import ViError

_log = logging.getLogger(__name__)
_running: set["Job"] = set()
"""Jobs live until their answer came and their thread ended."""


class Job(QObject):
    """Runs ``work`` in a thread, then calls ``done`` or ``failed`` in the thread that made the job."""

    _ended = Signal(object, object)

    def __init__(self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[ViError], None]) -> None:
        super().__init__()
        self._work = work
        self._answers: tuple[Callable[[Any], None], Callable[[ViError], None]] | None = (done, failed)
        self._ended.connect(self._on_ended)
        _running.add(self)
        # Not a daemon: the program ends once what it writes is written.
        self._thread = Thread(target=self._run, name="job")
        self._thread.start()

    def forget(self) -> None:
        """The answer no longer matters; the work itself goes on to its end."""
        self._answers = None

    def _run(self) -> None:
        try:
            self._ended.emit(self._work(), None)
        except ViError as problem:
            self._ended.emit(None, problem)
        except Exception:  # noqa: BLE001  (a bug: logged, and told, so that the window does not wait for ever)
            _log.exception("a job failed")
            self._ended.emit(None, _unexpected())

    def _on_ended(self, result: Any, problem: ViError | None) -> None:
        # The thread lets go of this object before this one does: it must not be the one that destroys it.
        self._thread.join()
        _running.discard(self)
        answers, self._answers = self._answers, None
        if answers is None:
            return
        if problem is None:
            answers[0](result)
        else:
            answers[1](problem)


def _unexpected() -> ViError:
    return ViError(
        "unexpected",
        QCoreApplication.translate("Job", "Le programme a rencontré une erreur qu’il n’attendait pas."),
        QCoreApplication.translate(
            "Job", "Recommencez\u202f; si elle revient, gardez le fichier et signalez-la avec le journal du programme."
        ),
    )
