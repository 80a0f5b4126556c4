"""Looks at OBS once a second: outputs, health, picture of the programme; and hears its sound meters.

Nothing waits: an answer that is not there by the next second is not asked for again until it came.
"""

import base64
import binascii
import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import Any

from vi_events.clock import NowMs
from vi_events.webtv import audio
from vi_events.webtv.audio import Input, Level
from vi_events.webtv.obs_types import Link, LinkState, Reply, Request
from vi_events.webtv.outputs import Frames, Health, Output, dropped, frames, is_other, output, recent

BEAT_S = 1.0
METERS_MS = 100
"""OBS tells its levels 20 times a second; nobody looks so often."""
PICTURE_WIDTH = 640
_PICTURE_TIMEOUT_S = 3.0
_STATUS = (Request("GetStreamStatus"), Request("GetRecordStatus"), Request("GetStats"))
_OUTPUTS = {"StreamStateChanged": "stream", "RecordStateChanged": "record"}
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Seen:
    """OBS as it was last seen. None: not yet, or OBS is away."""

    stream: Output | None = None
    record: Output | None = None
    health: Health | None = None
    scene: str = ""
    """What is on programme."""


@dataclass(frozen=True, slots=True)
class Ears:
    """Who hears of it, in the link's thread or the watch's: quick, and never waiting."""

    seen: Callable[[Seen], None]
    levels: Callable[[tuple[Input, ...]], None]
    picture: Callable[[bytes | None], None]
    """A JPEG of the programme; None: there is none any more."""
    output: Callable[[str, int | None], None]
    """``stream`` or ``record`` began at that millisecond, or stopped."""


class ObsWatch:
    """Over a link that somebody else starts and closes."""

    def __init__(self, link: Link, ears: Ears, now_ms: NowMs) -> None:
        self._link, self._ears, self._now_ms = link, ears, now_ms
        self._lock = threading.Lock()
        """Over what follows, up to the thread."""
        self._seen = Seen()
        self._told: dict[str, Output] = {}
        self._frames: tuple[Frames, ...] = ()
        self._moment: tuple[Level, ...] = ()
        self._moment_ms = 0
        self._inputs: tuple[Input, ...] = ()
        self._asked: set[str] = set()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="obs watch", daemon=True)
        link.on_event(self._on_event)
        link.on_state(self._on_state)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(2)

    @property
    def seen(self) -> Seen:
        """OBS as it was last seen."""
        return self._seen

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The inputs as they were last heard."""
        return self._inputs

    def look(self) -> None:
        """Asks OBS for everything, but for what it has not answered yet."""
        if self._link.state.state != "ready":
            return
        self._ask("status", lambda: self._link.batch(_STATUS), self._on_status)
        scene = self._seen.scene
        if not scene:
            self._ask("scene", lambda: self._link.call(Request("GetCurrentProgramScene")), self._on_scene)
            return
        shot = {
            "sourceName": scene,
            "imageFormat": "jpg",
            "imageWidth": PICTURE_WIDTH,
            "imageCompressionQuality": 75,
        }
        picture = Request("GetSourceScreenshot", shot)
        self._ask("picture", lambda: self._link.call(picture, _PICTURE_TIMEOUT_S), self._on_picture)

    # Inside

    def _run(self) -> None:
        while not self._stopping.wait(BEAT_S):
            try:
                self.look()
            except Exception:  # noqa: BLE001 (a bug: logged, and the watch goes on)
                _log.exception("looking at OBS failed")

    def _ask(self, what: str, ask: Callable[[], "Future[Any]"], answered: Callable[[Any], None]) -> None:
        with self._lock:
            if what in self._asked:
                return
            self._asked.add(what)

        def done(future: "Future[Any]") -> None:
            with self._lock:
                self._asked.discard(what)
            # A failure is told by the state of the link.
            if not future.cancelled() and future.exception() is None:
                answered(future.result())

        ask().add_done_callback(done)

    def _on_status(self, replies: Sequence[Reply]) -> None:
        if len(replies) != len(_STATUS) or not all(reply.ok for reply in replies):
            return
        now_ms = self._now_ms()
        stream, record, stats = (reply.data for reply in replies)
        with self._lock:
            self._frames = recent(self._frames, frames(stream, stats, now_ms))
            health = Health(
                float(stats.get("cpuUsage") or 0), float(stats.get("availableDiskSpace") or 0), dropped(self._frames)
            )
            self._seen = replace(
                self._seen, stream=output(stream, now_ms), record=output(record, now_ms), health=health
            )
            seen = self._seen
        self._tell_outputs(seen)
        self._ears.seen(seen)

    def _tell_outputs(self, seen: Seen) -> None:
        for name, now in (("stream", seen.stream), ("record", seen.record)):
            if now is not None and is_other(self._told.get(name), now):
                self._told[name] = now
                self._ears.output(name, now.began_ms if now.active else None)

    def _on_scene(self, reply: Reply) -> None:
        if reply.ok:
            self._on_programme(reply.data.get("sceneName") or reply.data.get("currentProgramSceneName"))

    def _on_programme(self, scene: object) -> None:
        with self._lock:
            self._seen = replace(self._seen, scene=str(scene or ""))
        self._ears.seen(self._seen)

    def _on_picture(self, reply: Reply) -> None:
        if not reply.ok:
            with self._lock:
                self._seen = replace(self._seen, scene="")  # it was removed or renamed: asked for again
            return
        try:
            picture = base64.b64decode(str(reply.data.get("imageData", "")).partition(",")[2], validate=True)
        except binascii.Error:
            return
        self._ears.picture(picture or None)

    def _on_event(self, kind: str, data: Mapping[str, Any]) -> None:
        if kind == "InputVolumeMeters":
            self._on_meters(data)
        elif kind == "CurrentProgramSceneChanged":
            self._on_programme(data.get("sceneName"))
        elif kind in _OUTPUTS or kind == "Connected":
            self.look()

    def _on_meters(self, data: Mapping[str, Any]) -> None:
        now_ms = self._now_ms()
        self._moment = audio.loudest(self._moment, audio.levels(data))
        if now_ms - self._moment_ms >= METERS_MS:
            moment, self._moment, self._moment_ms = self._moment, (), now_ms
            self._inputs = audio.heard(self._inputs, moment, now_ms)
            self._ears.levels(self._inputs)

    def _on_state(self, state: LinkState) -> None:
        if state.state in ("ready", "busy"):
            return
        with self._lock:
            known = self._seen != Seen()
            self._seen, self._frames, self._inputs, self._moment = Seen(), (), (), ()
        if known:
            self._ears.seen(self._seen)
            self._ears.levels(())
            self._ears.picture(None)
