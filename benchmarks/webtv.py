"""What GO costs until the stream shows it: on an overlay page in Chromium, and as an item of a real OBS.

``webtv-page``: ``Stage.go`` -> the page of 1920 x 1080 has painted the award and says so; floor: a WebSocket message to
the same page, answered after two of its frames. ``webtv-obs``: ``Stage.go`` -> OBS tells that the picture of the award
shows, in an OBS without browser sources, which has the longer way; floor: a bare batch that shows an item.
Neither depends on how many people are registered. One that cannot run says so and is left out.
"""

import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.editions import Built
from benchmarks.measure import Figure, over, settle, spread, timed
from tests.ceremony import Ceremony, Go, ceremony, whole_show
from tests.e2e import obs_runner
from tests.e2e.chromium import Tab, chromium
from tests.e2e.overlay_page import follow
from vi_events.stage.go_key import REARM_MS
from vi_events.webtv.obs_link import ObsLink
from vi_events.webtv.obs_setup import OVERLAYS
from vi_events.webtv.obs_types import Request

_PAGE_MS, _FRAMES, _FPS = 50.0, 3, 30
_GOES, _WARM_UP = 40, 3
_PATIENCE_S = 10.0
_TWO_FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))).then(() => 0)"
_NO_CHROMIUM = "webtv-page: left out, Chromium is not installed here (apt-get install chromium)."
_NO_OBS = "webtv-obs: left out, OBS is not installed here (apt-get install obs-studio xvfb)."


def run(built: Built) -> list[Figure]:
    """One figure for each that is installed, in milliseconds."""
    figures = []
    for is_there, sentence, measure in (
        (shutil.which("chromium") is not None, _NO_CHROMIUM, _page),
        (obs_runner.is_installed(), _NO_OBS, _obs),
    ):
        if is_there:
            with tempfile.TemporaryDirectory(dir=built.data, ignore_cleanup_errors=True) as folder:
                figures.append(measure(Path(folder), built.size))
        else:
            print(sentence, file=sys.stderr)
    return figures


def _page(folder: Path, size: int) -> Figure:
    with chromium(folder / "chromium") as browser, ceremony(folder / "data", whole_show()) as show:
        tab = browser.tab()
        follow(show, tab)

        def painted(go: Go) -> float:
            return show.painted_s("all", go.air.epoch)

        took, floor = _follow(show, painted, lambda: _echo(tab))
        tab.close()
    times = spread(took)
    floor_is = "a WebSocket message to the same page, answered after two of its frames"
    budget = f"p95 {_PAGE_MS:.0f} ms"
    return Figure(
        "webtv-page", size, "ms", times, spread(floor), floor_is, budget, over((budget, times.p95 <= _PAGE_MS))
    )


def _echo(tab: Tab) -> None:
    tab.run(_TWO_FRAMES)


def _obs(folder: Path, size: int) -> Figure:
    with (
        obs_runner.RealObs(folder / "obs") as obs,
        ceremony(folder / "data", whole_show(), (obs.url, obs.password)) as show,
        _listening(obs) as operator,
    ):
        show.wait_for_obs("not_set_up")
        show.room.set_up()
        show.wait_for_obs("aligned")
        bare = operator.made()
        frames = spread([timed(operator.sleep)[0] for _ in range(_GOES)])
        took, floor = _follow(show, operator.shown_s, lambda: operator.show(bare))
    times, most_ms = spread(took), _FRAMES * 1000 / _FPS
    budget = f"p95 {_FRAMES} frames at {_FPS} fps ({most_ms:.0f} ms)"
    kept = over((budget, times.p95 <= most_ms))
    # Where OBS draws by software its frames may be late.
    details = {f"{_FRAMES} frames slept p50 ms": frames.p50, f"{_FRAMES} frames slept p95 ms": frames.p95}
    return Figure(
        "webtv-obs", size, "ms", times, spread(floor), "a bare batch that shows an item", budget, kept, details
    )


def _follow(
    show: Ceremony, shown_s: Callable[[Go], float], bare: Callable[[], None]
) -> tuple[list[float], list[float]]:
    """Milliseconds from each GO to ``shown_s``, and of the floor in turn with them, as quick as the key lets."""
    took, floor, resting = [], [], threading.Event()
    settle()
    for number in range(_GOES + _WARM_UP):
        resting.wait(REARM_MS / 1000)
        go = show.go_to_award(level=2)
        ms = (shown_s(go) - go.pressed_s) * 1000
        resting.wait(REARM_MS / 1000)
        beside = timed(bare)[0]
        if number >= _WARM_UP:
            took.append(ms)
            floor.append(beside)
    return took, floor


class _Operator:
    """Somebody else's link with the same OBS."""

    def __init__(self, link: ObsLink) -> None:
        self._link = link
        self._shown: list[float] = []
        self._news = threading.Condition()
        self._is_shown = False
        link.on_event(self._on_event)

    def _on_event(self, kind: str, data: Mapping[str, Any]) -> None:
        if kind == "SceneItemEnableStateChanged" and data["sceneName"] == OVERLAYS and data["sceneItemEnabled"]:
            with self._news:
                self._shown.append(time.monotonic())
                self._news.notify_all()

    def made(self) -> int:
        """An item of one colour in the operator's own scene."""
        made = {"sceneName": "Scene", "inputName": "Caméra", "inputKind": "color_source_v3", "inputSettings": {}}
        number: int = self._link.call(Request("CreateInput", made)).result(_PATIENCE_S).data["sceneItemId"]
        return number

    def show(self, item: int) -> None:
        self._is_shown = not self._is_shown
        shown = {"sceneName": "Scene", "sceneItemId": item, "sceneItemEnabled": self._is_shown}
        self._link.batch([Request("SetSceneItemEnabled", shown)]).result(_PATIENCE_S)

    def sleep(self) -> None:
        wait = Request("Sleep", {"sleepFrames": _FRAMES})
        self._link.batch([wait, Request("GetVersion")]).result(_PATIENCE_S)

    def shown_s(self, go: Go) -> float:
        """When OBS told that it shows the next picture."""
        with self._news:
            if not self._news.wait_for(lambda: bool(self._shown) and self._shown[-1] > go.pressed_s, _PATIENCE_S):
                raise RuntimeError("OBS did not show the award")
            return next(at_s for at_s in self._shown if at_s > go.pressed_s)


@contextmanager
def _listening(obs: obs_runner.RealObs) -> Iterator[_Operator]:
    link, ready = ObsLink(obs.url, lambda: obs.password), threading.Event()
    link.on_event(lambda kind, _data: ready.set() if kind == "Connected" else None)
    operator = _Operator(link)
    link.start()
    try:
        if not ready.wait(_PATIENCE_S):
            raise RuntimeError("OBS does not answer")
        yield operator
    finally:
        link.close()
