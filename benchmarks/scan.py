"""A scan -> its verdict on disk and painted, beside a bare SQLite commit and one repaint of the same card."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication

from benchmarks import editions
from benchmarks.editions import Built
from benchmarks.measure import Figure, Spread, over, settle, spread, timed
from vi_events import app
from vi_events.app import OpenEdition
from vi_events.journal.core import Priority
from vi_events.settings import Settings
from vi_events.ui.bridge import Bridge
from vi_events.ui.checkin.reception_window import ReceptionWindow
from vi_events.ui.shell import application

OVER_FSYNC_MS = 16.0
MOST_TIMES = 3.0
_SCANS = 200
_WARM_UP = 5


def run(built: Built) -> list[Figure]:
    """Two figures: the verb with its repaint, and the whole way through the window's event loop; milliseconds."""
    application("fr")
    with (
        app.open_edition(built.folder, editions.AUTHOR) as opened,
        _window(opened, built.size) as window,
        bare_database(built.folder) as bare,
    ):
        stage = _Stage(opened, window, bare)
        codes = [code for _, code in editions.sample(opened, 2 * (_SCANS + _WARM_UP))]
        half = len(codes) // 2
        return [
            stage.measure("scan", built.size, codes[:half], stage.verb),
            stage.measure("scan-window", built.size, codes[half:], stage.window_scan),
        ]


class _Stage:
    """A window on an open edition, and the bare database beside it."""

    def __init__(self, opened: OpenEdition, window: ReceptionWindow, bare: sqlite3.Connection) -> None:
        self._opened = opened
        self._window = window
        self._bare = bare
        self._paints = _Paints(window)

    def measure(self, name: str, size: int, codes: list[str], scan: Callable[[str], None]) -> Figure:
        took, commits, repaints = [], [], []
        self.rest()
        settle()
        for number, code in enumerate(codes):
            ms = timed(lambda code=code: scan(code))[0]  # type: ignore[misc]
            self.rest()
            commit = timed(lambda number=number: self._commit(number))[0]  # type: ignore[misc]
            repaint = timed(self._window.card.repaint)[0]
            if number >= _WARM_UP:
                took.append(ms)
                commits.append(commit)
                repaints.append(repaint)
        return _figure(name, size, spread(took), commits, repaints)

    def verb(self, code: str) -> None:
        """The verb, then the card told and painted, all waited for."""
        result = self._opened.reception.scan(code).result()
        self._window.card.show_result(result)
        self._window.card.repaint()

    def window_scan(self, code: str) -> None:
        """What a scanner's Enter does, until the card has painted the verdict."""
        before = self._window.result
        self._window.scan(code)
        while self._window.result is before or self._paints.shown is not self._window.result:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def rest(self) -> None:
        """Lets what follows a scan (badge, figures, lists) come to its end."""
        for _ in range(3):
            self._opened.core.call(lambda _: None, Priority.BULK)
            QApplication.processEvents()

    def _commit(self, number: int) -> None:
        with self._bare:
            self._bare.execute("INSERT INTO entry VALUES (?, ?)", (number, "x" * 300))


class _Paints(QObject):
    """Knows which result the verdict card has painted."""

    def __init__(self, window: ReceptionWindow) -> None:
        super().__init__(window)
        self.shown: object = None
        self._window = window
        window.card.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802
        if event.type() == QEvent.Type.Paint:
            self.shown = self._window.result
        return False


def _figure(name: str, size: int, times: Spread, commits: list[float], repaints: list[float]) -> Figure:
    floor = spread([commit + repaint for commit, repaint in zip(commits, repaints, strict=True)])
    commit, repaint = spread(commits), spread(repaints)
    return Figure(
        name,
        size,
        "ms",
        times,
        floor,
        "bare commit with fsync and one repaint",
        f"p50 at most {MOST_TIMES:.0f} x the floor, p99 under {OVER_FSYNC_MS:.0f} ms over the fsync",
        over(
            (f"{MOST_TIMES:.0f} x", times.p50 <= MOST_TIMES * floor.p50),
            (f"{OVER_FSYNC_MS:.0f} ms", times.p99 - commit.p99 < OVER_FSYNC_MS),
        ),
        {"commit p50": commit.p50, "commit p99": commit.p99, "repaint p50": repaint.p50},
    )


@contextmanager
def _window(opened: OpenEdition, size: int) -> Iterator[ReceptionWindow]:
    bridge = Bridge()
    window = ReceptionWindow(bridge, Settings(sounds=False))
    window.show()
    window.attach(opened)
    QApplication.processEvents()
    while len(opened.reception.index) < size:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        opened.core.call(lambda _: None, Priority.BULK)
    try:
        yield window
    finally:
        bridge.close()
        window.close()
        window.deleteLater()
        QApplication.processEvents()


@contextmanager
def bare_database(folder: Path) -> Iterator[sqlite3.Connection]:
    """A database with one table beside the edition's, on the same disk."""
    path = folder.parent / "floor-scan.sqlite3"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE IF NOT EXISTS entry (number INTEGER, payload TEXT)")
    try:
        yield connection
    finally:
        connection.close()
