"""Everything that a webtv station runs, put together: what is on air goes to the overlay pages and to OBS, and what
they really show comes back. OBS may come, go or hang: nothing here waits for it.
"""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Protocol

from PIL import Image

from vi_events.clock import NowMs, wall_ms
from vi_events.errors import DeviceError, StorageError
from vi_events.sentences import say
from vi_events.webtv.audio import Input
from vi_events.webtv.obs_moments import Moments, MomentScenes
from vi_events.webtv.obs_types import Link, LinkState, Reply, Request
from vi_events.webtv.obs_watch import Ears, ObsWatch, Seen
from vi_events.webtv.outputs import Lamp, lamps
from vi_events.webtv.overlay_painter import OverlayPainter, Render
from vi_events.webtv.overlays import OnAir, Overlay
from vi_events.webtv.picture_files import PictureFiles
from vi_events.webtv.reconciler import ObsView, Reconciler
from vi_events.webtv.service import Webtv, WebtvView

OUTPUTS = {"stream": "Stream", "record": "Record"}
_REFUSED = {
    "StartStream": say("OBS n’a pas démarré la diffusion."),
    "StopStream": say("OBS n’a pas arrêté la diffusion."),
    "StartRecord": say("OBS n’a pas démarré l’enregistrement."),
    "StopRecord": say("OBS n’a pas arrêté l’enregistrement."),
}


class Server(Protocol):
    """What is used of ``overlay_server.OverlayServer``."""

    def start(self) -> str: ...

    def show(self, snapshot: Mapping[str, Any]) -> None: ...

    def on_painted(self, listener: Callable[[str, int], None]) -> None: ...

    @property
    def pages(self) -> tuple[str, ...]: ...

    @property
    def problems(self) -> tuple[str, ...]: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Parts:
    """What a control room is made of. ``server`` makes one on a port; 0 takes a free one."""

    link: Link
    server: Callable[[int], Server]
    port: int
    render: Render
    pictures: PictureFiles
    adopted: Mapping[str, Any]
    keep_adopted: Callable[[Mapping[str, Any]], None]
    moments: MomentScenes = field(default_factory=MomentScenes)
    keep_moments: Callable[[MomentScenes], None] = lambda _: None


@dataclass(frozen=True, slots=True)
class RoomView:
    """The station at one moment."""

    link: LinkState
    obs: ObsView
    seen: Seen = field(default_factory=Seen)
    wanted_epoch: int = 0
    wanted_ms: int = 0
    """Since when that epoch is to be shown."""
    painted: Mapping[str, int] = field(default_factory=dict)
    """Epoch that each connected page painted last; -1: none yet."""
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoomEars:
    """Who is told, in whatever thread the news comes from: quick, and never waiting."""

    view: Callable[[RoomView], None]
    levels: Callable[[tuple[Input, ...]], None]
    picture: Callable[[bytes | None], None]
    """A JPEG of OBS's programme, once a second; None: none."""
    overlay: Callable[[Image.Image], None]
    """Everything on air, drawn here, while OBS cannot show it."""


class ControlRoom:
    """One station, from ``start`` to ``close``. ``webtv`` already tells its listeners, and outlives it."""

    def __init__(self, webtv: Webtv, parts: Parts, ears: RoomEars, now_ms: NowMs = wall_ms) -> None:
        self._webtv, self._parts, self._ears, self._now_ms = webtv, parts, ears, now_ms
        self._link = parts.link
        self._server: Server | None = None
        self._reconciler: Reconciler | None = None
        self._air = OnAir()
        self._air_ms = now_ms()
        self._painted: dict[str, int] = {}
        self._trouble = self._moment_trouble = ""
        self._closed = False
        self._unlisten: Callable[[], None] = lambda: None
        watching = Ears(lambda _seen: self._tell(), ears.levels, ears.picture, self._on_output)
        self._watch = ObsWatch(self._link, watching, now_ms)
        self._painter = OverlayPainter(parts.render, self._on_picture)
        self.moments = Moments(self._link, parts.moments, self._on_moment_trouble, self._on_renamed)
        """The operator's own scenes and the moments of the show."""

    def start(self) -> None:
        """Serves the pages, then looks for OBS. DeviceError when no page can be served."""
        base_url = self._serve()
        parts = self._parts
        self._reconciler = Reconciler(self._link, base_url, parts.adopted, parts.keep_adopted)
        self._reconciler.listen(lambda _view: self._tell())
        self._link.on_state(self._on_state)
        self._painter.start()
        self._unlisten = self._webtv.listen(self._on_air)
        self._reconciler.start()
        self._watch.start()
        self._link.start()

    def close(self) -> None:
        """Within a few seconds, whatever OBS does. Pages and items in OBS keep what they show."""
        self._closed = True
        self._unlisten()
        self._watch.close()
        if self._reconciler is not None:
            self._reconciler.close()
        self._painter.close()
        self._link.close()
        if self._server is not None:
            self._server.close()

    @property
    def view(self) -> RoomView:
        reconciler, server = self._reconciler, self._server
        state = self._link.state
        obs = reconciler.view if reconciler is not None else ObsView(state.state, state.text)
        pages = server.pages if server is not None else ()
        painted = {page: self._painted.get(page, -1) for page in pages}
        faults = server.problems if server is not None else ()
        problems = (*filter(None, (self._trouble, self._moment_trouble)), *faults)
        return RoomView(state, obs, self._watch.seen, self._air.epoch, self._air_ms, painted, problems)

    def lamps(self, now_ms: int) -> tuple[Lamp, ...]:
        """OBS, dropped frames, processor, disk, sound."""
        return lamps(self._link.state, self._watch.seen.health, self._watch.inputs, now_ms)

    # Verbs

    def draw(self, overlay: Overlay) -> Image.Image:
        """An overlay as it would be on the picture. Takes a while."""
        return self._parts.render(OnAir(0, (overlay,)))

    def choose_scenes(self, wanted: MomentScenes) -> None:
        """Which of the operator's scenes goes with which moment, from now on. Raises StorageError."""
        self._parts.keep_moments(wanted)
        self.moments.wanted = wanted

    def start_output(self, name: str) -> "Future[None]":
        """``stream`` or ``record``; DeviceError when OBS refuses or is away."""
        return self._order(f"Start{OUTPUTS[name]}")

    def stop_output(self, name: str) -> "Future[None]":
        return self._order(f"Stop{OUTPUTS[name]}")

    def retry(self) -> None:
        """Looks for OBS at once."""
        self._link.start()

    def adopt(self, key: str) -> None:
        """What was changed in OBS becomes what is wanted."""
        if self._reconciler is not None:
            self._reconciler.adopt(key)

    def restore(self, key: str) -> None:
        """What was changed in OBS is undone."""
        if self._reconciler is not None:
            self._reconciler.restore(key)

    def set_up(self) -> None:
        """Makes what is missing in OBS."""
        if self._reconciler is not None:
            self._reconciler.set_up()

    # Inside

    def _serve(self) -> str:
        """On the port that OBS remembers; on any other when that one is taken: OBS is then told of it."""
        for port in (self._parts.port, 0):
            server = self._parts.server(port)
            try:
                base_url = server.start()
            except DeviceError as problem:
                if not port:
                    raise
                self._trouble = problem.message
                continue
            server.on_painted(self._on_painted)
            self._server = server
            return base_url
        raise AssertionError("unreachable")

    def _order(self, request: str) -> "Future[None]":
        ordered: Future[None] = Future()

        def answered(future: "Future[Reply]") -> None:
            problem = future.exception()
            if problem is not None:
                ordered.set_exception(problem)
            elif not future.result().ok:
                advice = say("Regardez dans OBS ce qui l’en empêche, puis recommencez.")
                ordered.set_exception(DeviceError("obs_refused", _REFUSED[request], advice))
            else:
                ordered.set_result(None)

        self._link.call(Request(request), timeout_s=10.0).add_done_callback(answered)
        return ordered

    def _on_air(self, view: WebtvView) -> None:
        if self._closed or self._server is None or self._reconciler is None:
            return
        if view.air.epoch != self._air.epoch:
            self._air_ms = self._now_ms()
        before, self._air = self._air, view.air
        self._server.show(view.air.to_json())
        self._reconciler.show(view.air)
        # STANDBY and the like change the epoch only: the same picture again would keep GO waiting.
        if view.air.overlays != before.overlays:
            self._paint()
        # Last: nothing waits for the operator's scenes.
        self.moments.follow(view.moment, allowed=view.mode == "follow")
        self._tell()

    def _paint(self) -> None:
        """Draws only what nobody else can show."""
        if self._link.state.state != "ready" or self._link.state.browser_source is False:
            self._painter.paint(self._air)

    def _on_picture(self, air: OnAir, picture: Image.Image) -> None:
        self._ears.overlay(picture)
        if self._link.state.browser_source is not False or self._reconciler is None:
            return
        try:
            path = self._parts.pictures.write(picture)
        except DeviceError as problem:
            self._trouble = str(problem)
            self._tell()
        else:
            self._reconciler.show_picture(str(path) if air.overlays else "")

    def _on_state(self, _state: LinkState) -> None:
        self._paint()
        self._tell()

    def _on_painted(self, page: str, epoch: int) -> None:
        self._painted[page] = epoch
        self._tell()

    def _on_moment_trouble(self, sentence: str) -> None:
        if sentence != self._moment_trouble:
            self._moment_trouble = sentence
            self._tell()

    def _on_renamed(self, wanted: MomentScenes) -> None:
        try:
            self._parts.keep_moments(wanted)
        except StorageError as problem:
            self._on_moment_trouble(str(problem))

    def _on_output(self, name: str, began_ms: int | None) -> None:
        with suppress(Exception):  # the edition is being closed
            self._webtv.output(name, began_ms)

    def _tell(self) -> None:
        if not self._closed:
            self._ears.view(self.view)
