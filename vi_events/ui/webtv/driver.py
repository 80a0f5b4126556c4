"""Between the console and what it shows: verbs go out, news come back, in the window's thread."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PIL import Image
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from vi_events.app import OpenEdition
from vi_events.clock import NowMs
from vi_events.journal.store import Change
from vi_events.ui.bridge import Bridge
from vi_events.ui.job import Job
from vi_events.webtv.air import SHOW, stage_overlay
from vi_events.webtv.control_room import ControlRoom, RoomEars
from vi_events.webtv.overlays import LOWER_THIRD_MS, WEBTV, Overlay
from vi_events.webtv.service import SPEAKERS, Speaker

MakeRoom = Callable[[RoomEars], ControlRoom]
_SPEAKERS_MS = 300


class WebtvDriver(QObject):
    """Its signals are the console's news; all are emitted in the window's thread."""

    view_changed = Signal(object)
    """A WebtvView."""
    stage_changed = Signal(object)
    """What the audience reads now, as an Overlay, or None."""
    speakers_changed = Signal(object)
    chapters_changed = Signal(object)
    room_changed = Signal(object)
    """A RoomView."""
    levels_changed = Signal(object)
    picture_changed = Signal(object)
    """A QImage of the programme, or None."""
    overlay_changed = Signal(object)
    """A QImage of what is on air, while OBS does not show it."""
    drawn = Signal(object, object)
    """An Overlay, and its QImage without what is empty around it."""
    failed = Signal(object)
    """A ViError."""

    def __init__(
        self, opened: OpenEdition, bridge: Bridge, make_room: MakeRoom, now_ms: NowMs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.opened, self.webtv = opened, opened.webtv
        self.bridge, self._make_room, self._now_ms = bridge, make_room, now_ms
        self._closed = False
        self._unlisten: Callable[[], None] = lambda: None
        self.room: ControlRoom | None = None
        self._to_draw: Overlay | None = None
        self._speakers_soon = QTimer(self, interval=_SPEAKERS_MS, singleShot=True)
        self._speakers_soon.timeout.connect(self.ask_speakers)
        self._ears = RoomEars(
            self._relay(self.room_changed),
            self._relay(self.levels_changed),
            self._relay(self.picture_changed, _decoded),
            self._relay(self.overlay_changed, _image),
        )

    def start(self) -> None:
        """Asks for everything once, and starts the control room."""
        self.bridge.changed.connect(self._on_journal_changed)
        self._unlisten = self.webtv.listen(self._relay(self.view_changed))
        self.bridge.when_done(self.webtv.view(), self.view_changed.emit, self.failed.emit)
        self.ask_speakers()
        self._ask_chapters()
        self._ask_stage()
        self.open_room()

    def open_room(self) -> None:
        """A new control room in place of the one there is: the settings have changed."""
        before, self.room = self.room, None

        def work() -> ControlRoom:
            if before is not None:
                before.close()
            room = self._make_room(self._ears)
            room.start()
            return room

        def started(room: ControlRoom) -> None:
            if self._closed:
                Job(room.close, lambda _: None, lambda _: None)
                return
            self.room = room
            self.room_changed.emit(room.view)
            self.draw(self._to_draw)

        Job(work, started, self.failed.emit)

    def close(self) -> None:
        self._closed = True
        self._unlisten()
        self.bridge.changed.disconnect(self._on_journal_changed)
        self._speakers_soon.stop()
        if self.room is not None:
            self.room.close()
            self.room = None

    # Verbs

    def send(self, future: "Future[None]", then: Callable[[], None] | None = None) -> None:
        """Says what fails; ``then`` once it is done."""
        self.bridge.when_done(future, lambda _: then() if then is not None else None, self.failed.emit)

    def ask(self, future: "Future[Any]", then: Callable[[Any], None]) -> None:
        self.bridge.when_done(future, then, self.failed.emit)

    def show(self, chosen: tuple[Speaker, ...]) -> None:
        """One name on air, or two, in place of the names that are there."""
        if len(chosen) == 1:
            self.show_name(chosen[0].name, chosen[0].function)
        else:
            self.send(self.webtv.hide("lower_third"))
            self.send(self.webtv.two_voices(chosen[0], chosen[1]))

    def show_name(self, name: str, function: str, lasts_ms: int | None = LOWER_THIRD_MS) -> None:
        """A name on air in place of the names that are there. ``lasts_ms`` None: until it is taken off."""
        self.send(self.webtv.hide("two_voices"))
        self.send(self.webtv.lower_third(name, function, lasts_ms))

    def add_speaker(self, name: str, function: str) -> None:
        self.send(self.webtv.add_speaker(name, function), self.ask_speakers)

    def adopt(self, key: str) -> None:
        """What was changed in OBS becomes what is wanted."""
        if self.room is not None:
            self.room.adopt(key)

    def restore(self, key: str) -> None:
        """What was changed in OBS is undone."""
        if self.room is not None:
            self.room.restore(key)

    def set_up_obs(self) -> None:
        """Makes what is missing in OBS."""
        if self.room is not None:
            self.room.set_up()

    def draw(self, overlay: Overlay | None) -> None:
        """An overlay as it would be on the picture, soon; the latest that was asked for."""
        room, self._to_draw = self.room, overlay
        if room is None or overlay is None:
            return

        def came(picture: QImage) -> None:
            if overlay is self._to_draw and not self._closed:
                self.drawn.emit(overlay, picture)

        # A picture that fails leaves its place empty: the words beside it say the same.
        Job(lambda: _image(_cropped(room.draw(overlay))), came, lambda _: None)

    def ask_speakers(self) -> None:
        self.bridge.when_done(self.webtv.speakers(), self.speakers_changed.emit, self.failed.emit)

    # Inside

    def _ask_chapters(self) -> None:
        self.bridge.when_done(self.webtv.chapters(), self.chapters_changed.emit, self.failed.emit)

    def _ask_stage(self) -> None:
        def read(store: Any) -> Overlay | None:
            show = store.state(SHOW)
            return stage_overlay(show.data) if show is not None else None

        self.bridge.when_done(self.opened.core.submit(read), self.stage_changed.emit, self.failed.emit)

    def _on_journal_changed(self, change: Change) -> None:
        if SHOW in change.subjects:
            self._ask_stage()
        if SHOW in change.subjects or WEBTV in change.subjects:
            self._ask_chapters()
        attendees = any(subject.startswith("attendee:") for subject in change.subjects)
        if (attendees or SPEAKERS in change.subjects) and not self._speakers_soon.isActive():
            self._speakers_soon.start()

    def _relay(self, signal: Any, made: Callable[[Any], Any] | None = None) -> Callable[[Any], None]:
        """Any thread may call it; a picture is decoded there, off the window's thread."""

        def told(news: Any) -> None:
            if not self._closed:
                signal.emit(news if made is None else made(news))

        return told


def _decoded(jpeg: bytes | None) -> QImage | None:
    picture = QImage.fromData(jpeg) if jpeg else QImage()
    return None if picture.isNull() else picture


def _cropped(picture: Image.Image) -> Image.Image:
    """Half as large: it is looked at in a corner of the window."""
    return picture.crop(picture.getbbox()).reduce(2)


def _image(picture: Image.Image) -> QImage:
    data = picture.tobytes("raw", "RGBA")
    # Copied: the bytes belong to Python.
    return QImage(data, picture.width, picture.height, 4 * picture.width, QImage.Format.Format_RGBA8888).copy()
