"""The whole webtv console on an edition of its own, with an OBS in memory and a clock that the test moves."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fake_studio import FakeStudio, RefusedError
from tests.ui.stage_bench import DOCUMENT, EDITION, PATIENCE_MS
from tests.unit.desks import FakeClock
from vi_events import app
from vi_events.app import OpenEdition
from vi_events.edition.models import Zone
from vi_events.errors import DeviceError
from vi_events.journal.entry import Author
from vi_events.stage import engine
from vi_events.stage.documents import EditionDocuments
from vi_events.ui.bridge import Bridge
from vi_events.ui.webtv.console import WebtvConsole
from vi_events.webtv.control_room import ControlRoom, Parts, RoomEars
from vi_events.webtv.obs_types import EventListener, LinkState, Reply, Request, StateListener
from vi_events.webtv.overlays import OnAir
from vi_events.webtv.picture_files import PictureFiles

AWAY = LinkState("lost", "OBS ne répond plus. Il sera retrouvé dès qu’il revient.")
READY = LinkState("ready", "OBS est relié.", "31.0.2", True)


class FakeLink:
    """Implements ``obs_types.Link`` on an OBS in memory, in the caller's thread."""

    def __init__(self, browser_source: bool = True) -> None:
        self._events: list[EventListener] = []
        self._states: list[StateListener] = []
        self.studio = FakeStudio(self.happen, browser_source)
        self.state = AWAY
        self.ready = LinkState("ready", "OBS est relié.", "31.0.2", browser_source)
        self.asked: list[str] = []
        self.refusing: set[str] = set()
        self.answers: dict[str, Mapping[str, Any]] = {}

    def start(self) -> None:
        pass

    def close(self) -> None:
        self.become(LinkState("off", "OBS n’est pas relié."))

    def become(self, state: LinkState) -> None:
        self.state = state
        for listener in self._states:
            listener(state)
        if state.state == "ready":
            self.happen("Connected", {})

    def happen(self, kind: str, data: Mapping[str, Any]) -> None:
        for listener in self._events:
            listener(kind, data)

    def call(self, request: Request, timeout_s: float = 3.0) -> "Future[Reply]":
        future: Future[Reply] = Future()
        if self.state.state != "ready":
            future.set_exception(DeviceError("obs_away", AWAY.text))
        else:
            future.set_result(self._answer(request))
        return future

    def batch(self, requests: Sequence[Request], timeout_s: float = 5.0) -> "Future[list[Reply]]":
        future: Future[list[Reply]] = Future()
        if self.state.state != "ready":
            future.set_exception(DeviceError("obs_away", AWAY.text))
        else:
            future.set_result([self._answer(each) for each in requests if each.type != "Sleep"])
        return future

    def on_event(self, listener: EventListener) -> None:
        self._events.append(listener)

    def on_state(self, listener: StateListener) -> None:
        self._states.append(listener)

    def _answer(self, request: Request) -> Reply:
        self.asked.append(request.type)
        if request.type in self.refusing:
            return Reply(False, 702, {}, "refused")
        try:
            said = self.studio.ask(request.type, request.data)
        except RefusedError as problem:
            return Reply(False, problem.code, {}, str(problem))
        return Reply(True, 100, {**said, **self.answers.get(request.type, {})})


class FakeServer:
    """Pages that paint when the test says so."""

    def __init__(self) -> None:
        self.shown: list[Mapping[str, Any]] = []
        self.pages: tuple[str, ...] = ()
        self.problems: tuple[str, ...] = ()
        self.closed = False
        self._listeners: list[Callable[[str, int], None]] = []

    def start(self) -> str:
        return "http://127.0.0.1:8089/jeton"

    def show(self, snapshot: Mapping[str, Any]) -> None:
        self.shown.append(snapshot)

    def on_painted(self, listener: Callable[[str, int], None]) -> None:
        self._listeners.append(listener)

    def paint(self, page: str = "all", epoch: int | None = None) -> None:
        """A page has painted the latest snapshot, or that epoch."""
        self.pages = (*(each for each in self.pages if each != page), page)
        for listener in self._listeners:
            listener(page, self.shown[-1]["epoch"] if epoch is None else epoch)

    def close(self) -> None:
        self.closed = True


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

    def parts(self, folder: Path) -> Parts:
        return Parts(
            self.link,
            lambda _port: self.server,
            8089,
            lambda _air: Image.new("RGBA", (160, 90), (0, 0, 0, 0)),
            PictureFiles(folder),
            {},
            self.adopted.append,
        )


@contextmanager
def webtv_on(data: Path, qtbot: QtBot, making: Making | None = None) -> Iterator[WebtvBench]:
    """The console on a new edition; OBS is away at first."""
    made, clock = making or Making(), FakeClock()
    folder = app.create_edition(data, EDITION, (Zone("salle", "Salle"),))
    EditionDocuments(folder).save(DOCUMENT)
    with app.open_edition(folder, Author("Régie"), now_ms=clock) as opened:
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
