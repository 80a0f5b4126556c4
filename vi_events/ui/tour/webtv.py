"""The webtv's day: OBS away, then OBS as it would look on air. No OBS runs here, and none is looked for."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from vi_events.errors import DeviceError
from vi_events.ui.bridge import Bridge
from vi_events.ui.tour.camera import Camera, Clock
from vi_events.ui.webtv.console import WebtvConsole
from vi_events.ui.webtv.keys import KeySheet
from vi_events.ui.webtv.moments_dialog import MomentsDialog
from vi_events.ui.webtv.obs_wizard import ObsWizard
from vi_events.ui.webtv.outputs_dialog import OutputsDialog
from vi_events.ui.webtv.station import overlay_theme
from vi_events.webtv import pictures
from vi_events.webtv.audio import Input
from vi_events.webtv.control_room import ControlRoom, Parts, RoomEars, RoomView
from vi_events.webtv.obs_moments import MomentScenes
from vi_events.webtv.obs_plan import Actual, difference
from vi_events.webtv.obs_setup import wanted
from vi_events.webtv.obs_types import EventListener, LinkState, Reply, Request, StateListener
from vi_events.webtv.obs_watch import Seen
from vi_events.webtv.outputs import Health, Output
from vi_events.webtv.overlay_server import OverlayServer, new_token
from vi_events.webtv.picture_files import PictureFiles
from vi_events.webtv.reconciler import ObsView

if TYPE_CHECKING:
    from vi_events.app import OpenEdition

_AWAY = LinkState(
    "lost", "OBS ne répond plus\u202f: s’il est figé, relancez-le\u202f; la liaison se rétablit toute seule."
)
_READY = LinkState("ready", "Liaison établie avec OBS 31.0.2.", "31.0.2", True)
_ALIGNED = ObsView("aligned", "OBS montre ce qu’il faut.", live=True)
_BEGAN = {"stream": datetime(2018, 2, 1, 12, 6), "record": datetime(2018, 2, 1, 12, 3)}
"""The assembly of the morning was streamed too."""
_NUMBER = "3"
_SAID_S = 10.0
"""Longer than a sentence stays in the banner."""
_KINDS = ("browser_source", "image_source", "color_source_v3", "text_ft2_source_v2")

_SCENES = MomentScenes(
    on=True,
    scenes={
        "waiting": "Attente",
        "award": "Plateau large",
        "group": "Plateau large",
        "speech": "Pupitre",
        "debate": "Table ronde",
        "video": "Vidéo",
        "pause": "Attente",
    },
)


class _NoObs:
    """Implements ``obs_types.Link``: nobody is ever at the other end."""

    state = _AWAY

    def start(self) -> None:
        """Nothing to look for."""

    def close(self) -> None:
        """Nothing to end."""

    def call(self, request: Request, timeout_s: float = 3.0) -> "Future[Reply]":  # noqa: ARG002
        return self._refused()

    def batch(self, requests: Sequence[Request], timeout_s: float = 5.0) -> "Future[list[Reply]]":  # noqa: ARG002
        return self._refused()

    def on_event(self, listener: EventListener) -> None:
        """No event ever comes."""

    def on_state(self, listener: StateListener) -> None:
        """The state never changes."""

    def _refused(self) -> "Future[Any]":
        future: Future[Any] = Future()
        future.set_exception(DeviceError("obs_away", _AWAY.text))
        return future


class WebtvTour:
    """One console, while the stage is on an award."""

    def __init__(self, camera: Camera, clock: Clock, bridge: Bridge, opened: "OpenEdition") -> None:
        self._camera, self._clock, self._bridge, self._opened = camera, clock, bridge, opened
        self._theme = overlay_theme(opened.stage.look[0])

    def begin(self) -> None:
        """OBS streams and records hours before the ceremony: what the stage shows is a chapter of both."""
        for name in _BEGAN:
            self._opened.webtv.output(name, _began_ms(name)).result()

    def play(self, size: tuple[int, int]) -> None:
        """Leaves the console without OBS and on air, and its dialogs."""
        name = f"-{size[0]}"
        self._opened.webtv.start()
        with TemporaryDirectory() as files:
            console = self._console(Path(files))
            console.resize(*size)
            console.show()
            self._camera.settle(lambda: bool(console.view.air.overlays) and bool(console.page.speakers.list.rows))
            console.act("mark")
            self._camera.settle()
            self._clock.pass_s(_SAID_S)
            console.page.speakers.press(_NUMBER, self._clock())
            console.act("enter")
            self._camera.settle(lambda: console.view.air.get("lower_third") is not None)
            self._camera.shoot(console, "webtv-sans-obs" + name)
            self._on_air(console)
            self._camera.shoot(console, "webtv-direct" + name)
            self._modes(console, name)
            self._dialogs(console, name)
            console.close()

    def _console(self, files: Path) -> WebtvConsole:
        def make(ears: RoomEars) -> ControlRoom:
            def server(port: int) -> OverlayServer:
                return OverlayServer(self._theme, new_token(), port)

            parts = Parts(_NoObs(), server, 0, self._drawn, PictureFiles(files), {}, _keep_nothing)
            return ControlRoom(self._opened.webtv, parts, ears, self._clock)

        return WebtvConsole(self._opened, self._bridge, make, now_ms=self._clock, monotonic=self._clock.monotonic)

    def _drawn(self, air: Any) -> Any:
        return pictures.render(air, self._theme)

    def _on_air(self, console: WebtvConsole) -> None:
        """What the console would hear of an OBS that streams and records."""
        now_ms = self._clock()
        seen = Seen(
            Output(True, _began_ms("stream")),
            Output(True, _began_ms("record")),
            Health(11.0, 212_000.0, 0.0),
            "Scène",
        )
        epoch = console.view.air.epoch
        painted = {"lower_third,two_voices": epoch, "award,roll_call": epoch}
        driver = console.driver
        driver.room_changed.emit(RoomView(_READY, _ALIGNED, seen, epoch, now_ms, painted))
        driver.levels_changed.emit(
            tuple(
                Input(each, level, now_ms, heard_ms=now_ms, first_ms=now_ms)
                for each, level in (("Table", -12.0), ("Micros HF", -18.0))
            )
        )
        driver.picture_changed.emit(self._programme(console))
        console.tick()

    def _modes(self, console: WebtvConsole, name: str) -> None:
        """The palmarès follows the stage, but for the two other modes."""
        for mode, picture in (("prepare", "webtv-preparer"), ("manual", "webtv-manuel")):
            self._choose(console, mode)
            self._camera.shoot(console, picture + name)
        self._choose(console, "follow")

    def _choose(self, console: WebtvConsole, mode: str) -> None:
        console.act(mode)
        self._camera.settle(lambda: console.view.mode == mode)
        self._clock.pass_s(_SAID_S)
        self._on_air(console)

    def _programme(self, console: WebtvConsole) -> QImage:
        """A stage in the dark, with what is on air over it."""
        picture = QImage(1280, 720, QImage.Format.Format_RGB32)
        painter = QPainter(picture)
        ground = QLinearGradient(0, 0, 1280, 720)
        ground.setColorAt(0, QColor("#26354A"))
        ground.setColorAt(1, QColor("#1A2233"))
        painter.fillRect(picture.rect(), ground)
        over = self._drawn(console.view.air)
        data = over.tobytes("raw", "RGBA")
        shown = QImage(data, over.width, over.height, 4 * over.width, QImage.Format.Format_RGBA8888)
        painter.drawImage(QRectF(picture.rect()), shown)
        painter.end()
        return picture

    def _dialogs(self, console: WebtvConsole, name: str) -> None:
        missing = difference(wanted("http://127.0.0.1/", (1920, 1080), _KINDS), Actual())
        outputs = OutputsDialog(console)
        outputs.show_seen(Seen(Output(), Output()))
        scenes = MomentsDialog(_SCENES, console)
        scenes.show_scenes(sorted({*_SCENES.scenes.values(), "Générique"}))
        to_set_up = ObsView("not_set_up", "L’habillage n’est pas installé.", tuple(missing))
        for what, dialog in (
            ("webtv-preparer-obs", ObsWizard(to_set_up, console)),
            ("webtv-sorties", outputs),
            ("webtv-scenes", scenes),
            ("webtv-touches", KeySheet(console)),
        ):
            dialog.show()
            self._camera.settle()
            self._camera.shoot(dialog, what + name)
            dialog.close()


def _began_ms(output: str) -> int:
    return round(_BEGAN[output].timestamp() * 1000)


def _keep_nothing(_adopted: Mapping[str, Any]) -> None:
    """The tour adopts nothing."""
