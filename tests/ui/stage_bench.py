"""The whole console of the stage on an edition of its own: journal, core thread, keys, clock that the test moves."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.unit.desks import FakeClock
from tests.unit.shows import PALMARES, RUNDOWN
from vi_events import app
from vi_events.app import OpenEdition
from vi_events.edition import people
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.edition.show_document import ShowDocument
from vi_events.journal.entry import Author, Fact
from vi_events.stage.documents import EditionDocuments
from vi_events.stage.show import ShowView
from vi_events.ui.bridge import Bridge
from vi_events.ui.stage.console import StageConsole
from vi_events.ui.stage.top_area import TopState

EDITION = Edition("gala", "Palmarès 2027", "2027-01-28", "Paris")
DOCUMENT = ShowDocument(PALMARES, RUNDOWN)
PEOPLE: dict[str, dict[str, Any]] = {
    "ines": {
        "last_name": "Morvan",
        "first_name": "Inès",
        "function": "Adjointe",
        "authority_id": "76351",
        "seat": "A 4",
    },
    "paul": {"last_name": "Delattre", "first_name": "Paul", "function": "Maire", "authority_id": "59378"},
    "luc": {"last_name": "Arrieta", "first_name": "Luc", "function": "Maire de Reims", "authority_id": "51454"},
}
PATIENCE_MS = 5000


@dataclass
class Bench:
    """What a stage manager can do and see."""

    console: StageConsole
    opened: OpenEdition
    clock: FakeClock
    qtbot: QtBot

    @property
    def view(self) -> ShowView:
        assert self.console.view is not None
        return self.console.view

    @property
    def top(self) -> TopState:
        return self.console.page.area.state

    @property
    def at(self) -> tuple[str, int]:
        """Id of the stop on screen, and its step."""
        state = self.view.state
        return (self.view.revision.stops[state.stop].id if state.stop >= 0 else "", state.step)

    def until(self, done: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(done, timeout=PATIENCE_MS)

    def press(self, key: Qt.Key, later_s: float = 1.0) -> None:
        """A hand presses a key, and lets it go."""
        self.clock.later(later_s)
        QTest.keyClick(self.console.windowHandle(), key)

    def do(self, key: Qt.Key) -> None:
        """Presses a key that changes the show, and waits until it has."""
        before = self.view
        self.press(key)
        self.until(lambda: self.view is not before)

    def armed(self) -> "Bench":
        """Armed, the preflight aside."""
        self.console.driver.arm()
        self.until(lambda: self.view.state.mode == "armed")
        self.console.tick()
        return self

    def forward(self, count: int = 1) -> "Bench":
        """GO, with S first where there is a gate."""
        for _ in range(count):
            if self.top.kind == "gate":
                self.do(Qt.Key.Key_S)
                self.console.tick()
            self.do(Qt.Key.Key_Space)
            self.clock.later(5)
            self.console.tick()
        return self

    def record(self, *facts: Fact) -> None:
        """Something that another part of the program says."""
        author = self.opened.reception.settings.author

        def write(store: Any) -> None:
            with store.transaction(author) as tx:
                tx.record(*facts)
            self.opened.core.publish(tx.change)

        self.opened.core.call(write)

    def kinds(self) -> list[str]:
        """What the stage's log says, newest first."""
        return [line.kind for line in self.opened.stage.log().result()]

    def log(self) -> list[tuple[str, str]]:
        return [(line.kind, line.detail) for line in self.opened.stage.log().result()]


def new_edition(data: Path, document: ShowDocument = DOCUMENT) -> Path:
    """An edition with a palmarès in clear."""
    folder = app.create_edition(data, EDITION, (Zone("salle", "Salle"),))
    EditionDocuments(folder).save(document)
    return folder


@contextmanager
def console_on(folder: Path, qtbot: QtBot, clock: FakeClock) -> Iterator[Bench]:
    """The console on an edition, its palmarès open."""
    with app.open_edition(folder, Author("Régie"), now_ms=clock) as opened:
        bridge = Bridge()
        bridge.listen(opened.core)
        console = StageConsole(opened, bridge, now_ms=clock, monotonic=lambda: clock.now_ms / 1000)
        try:
            console.show()
            console.activateWindow()
            qtbot.waitUntil(console.isActiveWindow, timeout=PATIENCE_MS)
            bench = Bench(console, opened, clock, qtbot)
            yield bench
        finally:
            console.close()
            bridge.close()
            QApplication.processEvents()


def came(attendee_id: str) -> Fact:
    """Somebody of ``PEOPLE`` is expected."""
    return people.upserted(attendee_id, PEOPLE[attendee_id], f"file:{attendee_id}")
