"""What a press of GO costs, from the key to the public screen, beside a bare SQLite commit and one repaint.

``go``: the key goes down in the stage manager's window, the core writes with fsync, the public screen (1920 x 1080,
software raster) has painted and says so. ``compile``: a running order of 185 awards, as at every late change.
``restart``: a process of its own opens on a show that was cut short, until it is held and the public screen painted.
None depends on how many people are registered.
"""

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.editions import AUTHOR, Built
from benchmarks.measure import Figure, over, settle, spread, timed
from benchmarks.scan import bare_database
from vi_events import app
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.edition.reference import load_reference
from vi_events.edition.rundown_making import Plan, generate
from vi_events.edition.show_document import ShowDocument
from vi_events.stage import engine
from vi_events.stage.compiling import Sources, compile_revision
from vi_events.stage.documents import EditionDocuments
from vi_events.ui.bridge import Bridge
from vi_events.ui.shell import application
from vi_events.ui.stage.console import StageConsole
from vi_events.ui.surfaces.displays import displays

_GO_MS, _COMPILE_MS, _RESTART_MS = 50.0, 200.0, 3000.0
_SIZE = QSize(1920, 1080)
_PRESSES, _WARM_UP, _COMPILES, _RESTARTS = 40, 3, 20, 5
_SETTLED_MS = 200
"""Longer than the public screen waits before it draws the next card ahead."""
_PATIENCE_S = 30.0
_EMPTY = (
    "from PySide6.QtWidgets import QApplication, QWidget; a = QApplication([]); w = QWidget(); w.show(); w.repaint()"
)


def run(built: Built) -> list[Figure]:
    """Three figures, in milliseconds."""
    application("fr")
    folder = app.create_edition(built.data, Edition("gala", "Gala", "2018-02-01", "Paris"), (Zone("salle", "Salle"),))
    known = app.demo_show()
    document = replace(known, rundown=generate(known.palmares, load_reference(), Plan(starts="14:30", ends="17:30")))
    EditionDocuments(folder).save(document)
    with bare_database(built.folder) as bare:
        return [_go(folder, built.size, bare), _compile(document, built.size), _restart(folder, built.size)]


class _Console:
    """The stage manager's window on the show, its public screen open, its GO key always armed again."""

    def __init__(self, opened: app.OpenEdition, size: QSize) -> None:
        self._minutes = 0
        self._bridge = Bridge()
        self._bridge.listen(opened.core)
        self.window = StageConsole(opened, self._bridge, monotonic=self._later)
        self.public = self.window.outputs.public
        self.painted = 0
        self.public.painted.connect(self._on_public_painted)
        self.window.show()
        until(lambda: self.window.view is not None)
        self.window.outputs.choose_display(displays()[0])
        self.public.resize(size)

    def close(self) -> None:
        self.window.close()
        self._bridge.close()
        QApplication.processEvents()

    def press_go(self) -> float:
        """Milliseconds from the key until the public screen has told that it painted."""
        before = self.painted
        start = time.perf_counter()
        QTest.keyPress(self.window, Qt.Key.Key_Space)
        until(lambda: self.painted > before)
        took = (time.perf_counter() - start) * 1000
        QTest.keyRelease(self.window, Qt.Key.Key_Space)
        return took

    def rest(self) -> None:
        """The animation over, the next card drawn ahead, its gate open: as after some seconds on stage."""
        view = self.window.view
        assert view is not None
        self.public.show_state(view.revision, replace(view.state, settled=True), 0)
        if engine.needs_standby(view.revision, view.state):
            self.window.act("standby")
        QTest.qWait(_SETTLED_MS)

    def _later(self) -> float:
        self._minutes += 1
        return self._minutes * 60.0

    def _on_public_painted(self) -> None:
        self.painted += 1


def until(done: Callable[[], bool]) -> None:
    """Turns the event loop until ``done``; RuntimeError after half a minute."""
    end = time.monotonic() + _PATIENCE_S
    while not done():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        if time.monotonic() > end:
            raise RuntimeError("the stage did not answer")


def _go(folder: Path, size: int, bare: sqlite3.Connection) -> Figure:
    took, floor, commits = [], [], []
    with app.open_edition(folder, AUTHOR) as opened:
        console = _Console(opened, _SIZE)
        console.window.driver.arm()
        until(lambda: console.window.view is not None and console.window.view.state.mode == "armed")
        settle()
        for number in range(_PRESSES + _WARM_UP):
            console.rest()
            ms = console.press_go()
            commit = timed(lambda number=number: _commit(bare, number))[0]  # type: ignore[misc]
            repaint = timed(console.public.repaint)[0]
            if number >= _WARM_UP:
                took.append(ms)
                commits.append(commit)
                floor.append(commit + repaint)
        console.close()
    times = spread(took)
    kept = over(("p95 50 ms", times.p95 <= _GO_MS))
    floor_is = "bare commit with fsync and one repaint"
    return Figure(
        "go", size, "ms", times, spread(floor), floor_is, "p95 50 ms", kept, {"commit p50": spread(commits).p50}
    )


def _compile(document: ShowDocument, size: int) -> Figure:
    sources = Sources(document.palmares, document.rundown, load_reference(), "Gala", "Label national")
    took = [timed(lambda number=number: compile_revision(sources, number))[0] for number in range(_COMPILES)]  # type: ignore[misc]
    floor = [timed(lambda: json.loads(json.dumps(document.to_json())))[0] for _ in range(_COMPILES)]
    times = spread(took)
    kept = over(("200 ms", times.p95 <= _COMPILE_MS))
    stops = {"stops": float(len(document.rundown.stops))}
    return Figure("compile", size, "ms", times, spread(floor), "the document to JSON and back", "200 ms", kept, stops)


def _restart(folder: Path, size: int) -> Figure:
    took, floor = [], []
    for _ in range(_RESTARTS):
        floor.append(timed(lambda: _process("-c", _EMPTY))[0])
        took.append(timed(lambda: _process("-m", "benchmarks.go", str(folder)))[0])
    times = spread(took)
    kept = over(("3 s", times.p95 <= _RESTART_MS))
    return Figure("restart", size, "ms", times, spread(floor), "a process with an empty window", "3 s", kept)


def _process(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, timeout=60, capture_output=True)


def _commit(bare: sqlite3.Connection, number: int) -> None:
    with bare:
        bare.execute("INSERT INTO entry VALUES (?, ?)", (number, "x" * 300))


def main(folder: Path) -> None:
    """Opens on a show that was cut short, and leaves once it is held and on the public screen."""
    application("fr")
    with app.open_edition(folder, AUTHOR) as opened:
        console = _Console(opened, _SIZE)
        until(lambda: console.painted > 0)
        view = console.window.view
        assert view is not None
        assert view.state.mode == "hold"
        sys.stdout.flush()
        os._exit(0)  # closing is not measured


if __name__ == "__main__":
    main(Path(sys.argv[1]))
