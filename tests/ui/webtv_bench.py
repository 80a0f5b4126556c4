"""The whole webtv console on an edition of its own, with an OBS in memory and a clock that the test moves."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fake_link import FakeLink, FakeServer
from tests.ui.stage_bench import DOCUMENT, EDITION, PATIENCE_MS
from tests.unit.desks import FakeClock
from vi_events import app
from vi_events.app import OpenEdition
from vi_events.edition.models import Zone
from vi_events.journal.entry import Author
from vi_events.stage import engine
from vi_events.stage.documents import EditionDocuments
from vi_events.ui.bridge import Bridge
from vi_events.ui.webtv.console import WebtvConsole
from vi_events.webtv import service
from vi_events.webtv.control_room import ControlRoom, Parts, RoomEars
from vi_events.webtv.obs_moments import MomentScenes
from vi_events.webtv.overlays import OnAir
from vi_events.webtv.picture_files import PictureFiles


@dataclass
class WebtvBench:
    """What a streaming operator can do and see."""

    console: WebtvConsole
    opened: OpenEdition
    clock: FakeClock
    link: FakeLink
    server: FakeServer
    qtbot: QtBot

    @property
    def air(self) -> OnAir:
        return self.opened.webtv.view().result().air

    def until(self, done: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(done, timeout=PATIENCE_MS)

    def later(self, seconds: float) -> None:
        self.clock.later(seconds)
        self.console.tick()

    def press(self, *keys: Qt.Key) -> None:
        """A hand presses keys, one after the other."""
        for key in keys:
            QTest.keyClick(QApplication.focusWindow() or self.console.windowHandle(), key)
        QApplication.processEvents()

    def write(self, text: str) -> None:
        for character in text:
            QTest.keyClick(self.console.windowHandle(), character)
        QApplication.processEvents()

    def connect(self) -> "WebtvBench":
        """OBS is there."""
        self.link.become(self.link.ready)
        self.until(lambda: self.console.room.seen.stream is not None)
        return self

    def paint(self) -> None:
        """The page of everything paints what is on air, once it was told."""
        self.until(lambda: bool(self.server.shown) and self.server.shown[-1]["epoch"] == self.air.epoch)
        self.server.paint()

    def add(self, *people: tuple[str, str]) -> "WebtvBench":
        for name, function in people:
            self.opened.webtv.add_speaker(name, function).result()
        self.console.driver.ask_speakers()
        self.until(lambda: len(self.console.page.speakers.list.rows) >= len(people))
        return self

    def go_to(self, stop_id: str) -> None:
        """The stage goes on to a stop."""
        stage = self.opened.stage
        view = stage.view().result()
        if view.state.mode == "edit":
            stage.press(engine.arm).result()
        while view.state.stop < 0 or view.revision.stops[view.state.stop].id != stop_id:
            if engine.needs_standby(view.revision, view.state):
                stage.standby().result()
            view = stage.go().result()
        QApplication.processEvents()


@dataclass
class Making:
    """What the control room is made of, and what it was told to keep."""

    link: FakeLink = field(default_factory=FakeLink)
    server: FakeServer = field(default_factory=FakeServer)
    adopted: list[Mapping[str, Any]] = field(default_factory=list)
    chosen: list[MomentScenes] = field(default_factory=list)

    def parts(self, folder: Path) -> Parts:
        return Parts(
            self.link,
            lambda _port: self.server,
            8089,
            lambda air: Image.new("RGBA", (160, 90), (0, 0, 0, 255 if air.overlays else 0)),
            PictureFiles(folder),
            {},
            self.adopted.append,
            keep_moments=self.chosen.append,
        )


@contextmanager
def webtv_on(data: Path, qtbot: QtBot, making: Making | None = None) -> Iterator[WebtvBench]:
    """The console on a new edition; OBS is away at first."""
    made, clock = making or Making(), FakeClock()
    folder = app.create_edition(data, EDITION, (Zone("salle", "Salle"),))
    EditionDocuments(folder).save(DOCUMENT)
    with (
        patch.object(service, "monotonic", lambda: clock.now_ms / 1000),
        app.open_edition(folder, Author("Régie"), now_ms=clock) as opened,
    ):
        opened.stage.open().result()
        opened.webtv.start()
        bridge = Bridge()
        bridge.listen(opened.core)

        def room(ears: RoomEars) -> ControlRoom:
            return ControlRoom(opened.webtv, made.parts(data / "images"), ears, clock)

        console = WebtvConsole(opened, bridge, room, None, clock, lambda: clock.now_ms / 1000)
        try:
            console.show()
            console.activateWindow()
            qtbot.waitUntil(lambda: console.isActiveWindow() and console.driver.room is not None, timeout=PATIENCE_MS)
            yield WebtvBench(console, opened, clock, made.link, made.server, qtbot)
        finally:
            console.close()
            bridge.close()
            opened.webtv.close()
            QApplication.processEvents()
