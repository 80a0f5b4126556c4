"""A real OBS is set up, kept right through crashes, collections and studio mode, and in time."""

import base64
import io
import json
import statistics
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.e2e.obs_runner import MISSING, RealObs, is_installed
from vi_events import cli
from vi_events.webtv.obs_link import ObsLink
from vi_events.webtv.obs_setup import HOLDING, OVERLAYS, PICTURES, SCENES, WAITING
from vi_events.webtv.obs_types import Request
from vi_events.webtv.overlays import OnAir, Overlay
from vi_events.webtv.reconciler import Reconciler

pytestmark = pytest.mark.skipif(not is_installed(), reason=MISSING)
PAGES = "http://127.0.0.1:8089/0123456789abcdef"
PATIENCE_S = 30.0
FRAME_S = 1 / 30
RESTART_BUDGET_S = 5.0


@pytest.fixture(scope="module")
def obs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealObs]:
    with RealObs(tmp_path_factory.mktemp("obs")) as running:
        yield running


class Station:
    """A link, a reconciler, and what a test asks of both."""

    def __init__(self, obs: RealObs) -> None:
        self.link = ObsLink(obs.url, lambda: obs.password)
        self.events: list[tuple[float, str, Mapping[str, Any]]] = []
        self.link.on_event(lambda kind, data: self.events.append((time.monotonic(), kind, data)))
        self.reconciler = Reconciler(self.link, PAGES, None, lambda _: None)

    def __enter__(self) -> "Station":
        self.reconciler.show(OnAir())
        self.reconciler.start()
        self.link.start()
        until(lambda: self.link.state.state == "ready")
        return self

    def __exit__(self, *_: object) -> None:
        self.reconciler.close()
        self.link.close()

    def ask(self, kind: str, **data: Any) -> Mapping[str, Any]:
        reply = self.link.call(Request(kind, data)).result(10)
        assert reply.ok, (kind, reply)
        return reply.data

    def enabled_s(self) -> float | None:
        """When OBS last said that it shows something."""
        told = [
            at_s
            for at_s, kind, data in list(self.events)
            if kind == "SceneItemEnableStateChanged" and data["sceneItemEnabled"]
        ]
        return told[-1] if told else None

    def shown(self) -> set[str]:
        items = self.ask("GetSceneItemList", sceneName=OVERLAYS)["sceneItems"]
        return {each["sourceName"] for each in items if each["sceneItemEnabled"]}

    def picture(self, file: Path, colour: str) -> float:
        """When the picture was given, on the monotonic clock."""
        Image.new("RGBA", (1280, 720), colour).save(file)
        given_s = time.monotonic()
        self.reconciler.show_picture(str(file))
        return given_s

    def colour(self, scene: str) -> tuple[int, ...]:
        """In the middle of what the scene shows."""
        said = self.ask("GetSourceScreenshot", sourceName=scene, imageFormat="png", imageWidth=64, imageHeight=36)
        with Image.open(io.BytesIO(base64.b64decode(said["imageData"].partition(",")[2]))) as image:
            found = image.convert("RGB").getpixel((32, 18))
        assert isinstance(found, tuple)
        return found

    def set_up(self) -> None:
        self.reconciler.set_up()
        until(lambda: self.reconciler.view.state == "aligned")


def until(holds: Callable[[], bool], patience_s: float = PATIENCE_S) -> float:
    """When it first held, on the monotonic clock."""
    never, end_s = threading.Event(), time.monotonic() + patience_s
    while not holds():
        assert time.monotonic() < end_s
        never.wait(0.01)
    return time.monotonic()


def answers(holds: Callable[[], bool]) -> bool:
    """The same while OBS may be away."""
    try:
        return holds()
    except Exception:  # noqa: BLE001 (it restarts)
        return False


def everything(station: Station) -> dict[str, Any]:
    """All that is not ours, as OBS tells it."""
    scenes = [each["sceneName"] for each in station.ask("GetSceneList")["scenes"]]
    return {name: station.ask("GetSceneItemList", sceneName=name) for name in scenes if not name.startswith("VI ")}


def test_the_command_sets_up_what_is_missing_and_touches_nothing_else(
    obs: RealObs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VI_EVENTS_OBS_PASSWORD", obs.password)

    def vi(*arguments: str) -> Any:
        code = cli.run(["--data", str(tmp_path), "--json", *arguments], lambda _: 99)
        printed = capsys.readouterr()
        assert code == 0, printed
        return json.loads(printed.out)

    vi("new", "labels-2027", "--title", "Labels", "--date", "2027-01-20", "--place", "Paris")
    with Station(obs) as station:
        station.ask(
            "CreateInput",
            sceneName="Scene",
            inputName="Caméra",
            inputKind="color_source_v3",
            inputSettings={"color": 0xFF2040C0, "width": 1280, "height": 720},
        )
        before = everything(station)
        assert vi("obs", "check", "--url", obs.url)["state"] == "ready"
        planned = vi("obs", "plan", "--url", obs.url)["changes"]
        assert [each["scene"] for each in planned if each["kind"] == "scene"] == list(SCENES)
        assert everything(station) == before
        vi("obs", "setup", "--url", obs.url)
        assert everything(station) == before
        assert vi("obs", "plan", "--url", obs.url)["changes"] == []
        assert vi("obs", "setup", "--url", obs.url)["changes"] == []


def test_the_scenes_show_what_they_should(obs: RealObs) -> None:
    with Station(obs) as station:
        station.set_up()
        assert station.colour(WAITING) == (0x0C, 0x17, 0x30)
        said = station.ask("GetSourceScreenshot", sourceName=HOLDING, imageFormat="png")
        with Image.open(io.BytesIO(base64.b64decode(said["imageData"].partition(",")[2]))) as image:
            assert image.convert("L").getextrema()[1] > 200  # the sentence


def test_pictures_take_turns_without_a_hole_and_within_three_frames(obs: RealObs, tmp_path: Path) -> None:
    colours = {"red": (255, 0, 0), "lime": (0, 255, 0), "blue": (0, 0, 255)}
    taken_s, three_frames_s = [], []
    with Station(obs) as station:
        station.set_up()
        for number in range(30):
            name = list(colours)[number % 3]
            began_s = time.monotonic()
            station.link.batch([Request("Sleep", {"sleepFrames": 3}), Request("GetVersion")]).result(10)
            three_frames_s.append(time.monotonic() - began_s)
            station.events.clear()
            # Two files in turn, as they are written.
            began_s = station.picture(tmp_path / f"{number % 2}.png", name)
            taken_s.append(until(lambda: station.enabled_s() is not None) and (station.enabled_s() or 0) - began_s)
            until(lambda: station.reconciler.view.state == "aligned" and len(station.shown()) == 1)
            assert station.shown() <= set(PICTURES)
            assert station.colour(WAITING) == colours[name]
        station.reconciler.show_picture("")
        until(lambda: station.shown() == set())
    # On a computer that draws by software frames are late: what they take is measured beside.
    ours_ms, budget_ms = (statistics.median(each) * 1000 for each in (taken_s, three_frames_s))
    print(f"picture to shown: p50 {ours_ms:.0f} ms (three frames: {budget_ms:.0f} ms)")
    assert ours_ms < budget_ms


def test_after_a_crash_obs_is_right_again(obs: RealObs, tmp_path: Path) -> None:
    with Station(obs) as station:
        station.set_up()
        station.picture(tmp_path / "a.png", "red")
        until(lambda: len(station.shown()) == 1)
        obs.kill()
        until(lambda: station.link.state.state not in ("ready", "busy"))
        # On air changes while nobody hears it.
        station.picture(tmp_path / "b.png", "lime")
        accepts_s = obs.start()
        right_s = until(lambda: answers(lambda: len(station.shown()) == 1 and station.colour(OVERLAYS) == (0, 255, 0)))
        print(f"OBS accepts, then is right: {right_s - accepts_s:.2f} s (budget {RESTART_BUDGET_S:.0f} s)")
        assert right_s - accepts_s < RESTART_BUDGET_S


def test_an_obs_that_hangs_is_told_and_right_once_it_goes_on(obs: RealObs, tmp_path: Path) -> None:
    with Station(obs) as station:
        station.set_up()
        obs.freeze()
        try:
            station.picture(tmp_path / "a.png", "blue")
            until(lambda: station.reconciler.view.state not in ("aligned", "drift"))
        finally:
            obs.thaw()
        until(lambda: answers(lambda: station.colour(OVERLAYS) == (0, 0, 255)))


def test_a_nested_layer_is_driven_in_studio_mode_too(obs: RealObs, tmp_path: Path) -> None:
    with Station(obs) as station:
        station.set_up()
        station.ask("SetCurrentProgramScene", sceneName=WAITING)
        station.ask("SetStudioModeEnabled", studioModeEnabled=True)
        try:
            station.ask("SetCurrentPreviewScene", sceneName="Scene")
            station.picture(tmp_path / "a.png", "lime")
            program = station.ask("GetCurrentProgramScene")["currentProgramSceneName"]
            assert program == WAITING
            until(lambda: station.colour(WAITING) == (0, 255, 0))
        finally:
            station.ask("SetStudioModeEnabled", studioModeEnabled=False)
            station.ask("SetCurrentProgramScene", sceneName="Scene")


def test_another_collection_is_left_alone_and_the_first_comes_right(obs: RealObs, tmp_path: Path) -> None:
    with Station(obs) as station:
        station.set_up()
        first = station.ask("GetSceneCollectionList")["currentSceneCollectionName"]
        station.ask("CreateSceneCollection", sceneCollectionName="autre")
        until(lambda: station.reconciler.view.state == "not_set_up")
        assert not [each for each in station.ask("GetSceneList")["scenes"] if each["sceneName"].startswith("VI ")]
        station.picture(tmp_path / "a.png", "red")
        station.ask("SetCurrentSceneCollection", sceneCollectionName=first)
        until(lambda: answers(lambda: station.colour(OVERLAYS) == (255, 0, 0)))
        until(lambda: station.reconciler.view.state == "aligned")


def test_what_the_operator_moves_while_recording_stays(obs: RealObs) -> None:
    with Station(obs) as station:
        station.set_up()
        station.ask("StartRecord")
        try:
            item = station.ask("GetSceneItemList", sceneName=OVERLAYS)["sceneItems"][0]
            asked = {"sceneName": OVERLAYS, "sceneItemId": item["sceneItemId"]}
            moved = {"positionX": 111.0, "boundsType": "OBS_BOUNDS_NONE"}
            station.ask("SetSceneItemTransform", **asked, sceneItemTransform=moved)
            until(lambda: station.reconciler.view.state == "drift" and station.reconciler.view.live)
            (drift,) = station.reconciler.view.drifts
            assert station.ask("GetSceneItemTransform", **asked)["sceneItemTransform"]["positionX"] == 111.0
            station.reconciler.restore(drift.key)
            until(lambda: station.reconciler.view.state == "aligned")
            assert station.ask("GetSceneItemTransform", **asked)["sceneItemTransform"]["positionX"] == 0
        finally:
            station.ask("StopRecord")


def test_an_overlay_that_nobody_can_show_without_pages_changes_nothing(obs: RealObs) -> None:
    with Station(obs) as station:
        station.set_up()
        station.reconciler.show(OnAir(2, (Overlay("award", {}),)))
        until(lambda: station.reconciler.view.state == "aligned")
        assert station.shown() == set()
