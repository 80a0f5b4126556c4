"""A show with a real OBS: its recording shows the reveals in time, and GO never waits for it, whatever it does."""

import base64
import io
import statistics
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.canaries import CANARIES, document, found_in, nowhere
from tests.ceremony import Ceremony, Go, ceremony, whole_show
from tests.e2e import recording
from tests.e2e.chromium import chromium
from tests.e2e.obs_runner import MISSING, RealObs, is_installed
from tests.e2e.overlay_page import follow, standing
from vi_events.stage.theme import default_theme
from vi_events.ui.webtv.station import overlay_theme
from vi_events.webtv import station_file
from vi_events.webtv.obs_link import ObsLink
from vi_events.webtv.obs_setup import OVERLAYS, PICTURES, WAITING
from vi_events.webtv.obs_types import Request
from vi_events.webtv.overlays import WEBTV, OnAir
from vi_events.webtv.pictures import render

pytestmark = [
    pytest.mark.skipif(not is_installed(), reason=MISSING),
    pytest.mark.skipif(not recording.is_installed(), reason=recording.MISSING),
]
THEME = overlay_theme(default_theme())
GROUND, OBS_GROUND = "#285A8C", 0xFF8C5A28
"""What the operator's camera films; OBS writes blue first."""
SAME = 4.0
"""The encoder's work on a still picture is 2.5; two names are 5 apart at least."""
REST_S = 0.6
RIGHT_S = 5.0
LATE_MS = 1000
"""From GO in the journal to the recording: chapters are told to the second. It is 0.2 s on a quiet computer."""
QUICK_MS = 10.0


class Studio:
    """The operator's OBS, a camera in their own scene, on a link of their own."""

    def __init__(self, obs: RealObs, show: Ceremony) -> None:
        self.obs, self.show = obs, show
        self.link = ObsLink(obs.url, lambda: obs.password)
        self.link.start()
        show.until(lambda: self.link.state.state == "ready")
        camera = {"color": OBS_GROUND, "width": 1280, "height": 720}
        self.ask(
            "CreateInput", sceneName="Scene", inputName="Caméra", inputKind="color_source_v3", inputSettings=camera
        )

    def set_up(self) -> None:
        """From nothing of ours in OBS to the overlays over the camera."""
        self.show.wait_for_obs("not_set_up")
        self.show.room.set_up()
        self.show.wait_for_obs("aligned")
        self.ask("CreateSceneItem", sceneName="Scene", sourceName=OVERLAYS)

    def ask(self, kind: str, **data: Any) -> Mapping[str, Any]:
        reply = self.link.call(Request(kind, data), 10).result(15)
        assert reply.ok, (kind, reply)
        return reply.data

    def items(self, scene: str) -> dict[str, Mapping[str, Any]]:
        return {each["sourceName"]: each for each in self.ask("GetSceneItemList", sceneName=scene)["sceneItems"]}

    def record(self) -> None:
        self.show.room.start_output("record").result(10)
        self.show.until(lambda: (seen := self.show.room.view.seen.record) is not None and seen.active)

    def shows(self, air: OnAir, scene: str = "Scene") -> bool:
        """Whether OBS shows this over the camera."""
        wide, high = recording.SIZE
        shot = {"imageFormat": "png", "imageWidth": wide, "imageHeight": high}
        try:
            body = str(self.ask("GetSourceScreenshot", sourceName=scene, **shot)["imageData"])
        except Exception:  # noqa: BLE001 (it starts again, or changes its collection)
            return False
        with Image.open(io.BytesIO(base64.b64decode(body.partition(",")[2]))) as image:
            return recording.distance(image.convert("RGB"), expected(air)) < SAME

    def waits_until_it_shows(self, air: OnAir) -> float:
        """When it did, on the monotonic clock."""
        return self.show.until(lambda: self.shows(air))


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[Studio]:
    with (
        RealObs(tmp_path / "obs") as obs,
        ceremony(tmp_path / "data", whole_show(), (obs.url, obs.password)) as show,
    ):
        studio = Studio(obs, show)
        yield studio
        studio.link.close()


def expected(air: OnAir) -> Image.Image:
    return recording.over(render(air, THEME), GROUND)


def rest(seconds: float = REST_S) -> None:
    """What the audience needs; the recording needs it too."""
    threading.Event().wait(seconds)


def test_twenty_reveals_stand_in_the_recording_at_their_times(studio: Studio) -> None:
    show = studio.show
    studio.set_up()
    studio.record()
    rest()
    reveals = [show.go_to_award(level=2)]
    for _ in range(19):
        rest()
        reveals.append(show.go())
    rest()
    file = Path(studio.ask("StopRecord")["outputPath"])
    show.until(lambda: (seen := show.room.view.seen.record) is not None and not seen.active)
    (began_ms,) = (
        entry.payload["began_ms"]
        for entry in show.opened.core.call(lambda store: store.entries_of(WEBTV))
        if entry.kind == "output_started"
    )
    runs = recording.runs(file, [expected(OnAir()), *(expected(go.air) for go in reveals)])
    assert [run.shows for run in runs] == list(range(21)), "each once, in the order of the show"
    assert max(run.distance for run in runs) < SAME
    late_ms = [
        began_ms + run.first * 1000 / recording.FPS - go.wall_ms for run, go in zip(runs[1:], reveals, strict=True)
    ]
    print(f"GO to the recording: {min(late_ms):.0f} to {max(late_ms):.0f} ms, p50 {statistics.median(late_ms):.0f} ms")
    assert all(abs(each) < LATE_MS for each in late_ms)
    check_arobases(file, runs, reveals)


def check_arobases(file: Path, runs: list[recording.Run], reveals: list[Go]) -> None:
    """In the middle of each reveal the gold stands where it should: as many arobases as the level."""
    middles = {run.first + run.count // 2: reveals[run.shows - 1] for run in runs if run.shows}
    for number, frame in enumerate(recording.frames(file)):
        if go := middles.get(number):
            found, wanted = (recording.box_of(each, THEME.arobase) for each in (frame, expected(go.air)))
            assert found is not None
            assert wanted is not None
            assert all(abs(a - b) <= 2 for a, b in zip(found, wanted, strict=True)), (found, wanted)


def test_an_obs_killed_in_the_middle_of_the_show_is_right_again_within_five_seconds(studio: Studio) -> None:
    show = studio.show
    studio.set_up()
    studio.waits_until_it_shows(show.go_to_award(level=2).air)
    studio.obs.kill()
    show.wait_for_obs("lost")
    for _ in range(3):
        missed = show.go()
    accepts_s = studio.obs.start()
    right_s = studio.waits_until_it_shows(missed.air)
    print(f"OBS accepts, then is right: {right_s - accepts_s:.2f} s")
    assert right_s - accepts_s < RIGHT_S
    show.wait_for_obs("aligned")
    studio.waits_until_it_shows(show.go().air)


def test_what_the_operator_changes_is_told_and_stays_until_somebody_decides(studio: Studio) -> None:
    show, room = studio.show, studio.show.room
    studio.set_up()
    studio.waits_until_it_shows(show.go_to_award(level=2).air)
    studio.record()
    theirs = {"sceneName": OVERLAYS, "inputName": "Partenaires", "inputKind": "color_source_v3"}
    studio.ask("CreateInput", **theirs, inputSettings={"color": OBS_GROUND, "width": 60, "height": 60})
    before = studio.items("Scene"), studio.items(OVERLAYS)["Partenaires"]
    standing = studio.items(OVERLAYS)[PICTURES[0]]["sceneItemId"]
    # On the waiting scene only, so that what is broadcast can be compared.
    moved = {"sceneName": WAITING, "sceneItemId": studio.items(WAITING)["VI Fond"]["sceneItemId"]}
    studio.ask("RemoveSceneItem", sceneName=WAITING, sceneItemId=studio.items(WAITING)[OVERLAYS]["sceneItemId"])
    studio.ask("SetInputName", inputName=PICTURES[1], newInputName="Mes titres")
    studio.ask("SetSceneItemTransform", **moved, sceneItemTransform={"positionX": 111.0})
    show.until(lambda: sorted(each.kind for each in room.view.obs.drifts) == ["item", "name", "place"])
    for _ in range(3):
        studio.waits_until_it_shows(show.go().air)
    assert OVERLAYS not in studio.items(WAITING)
    assert "Mes titres" in studio.items(OVERLAYS)
    assert studio.ask("GetSceneItemTransform", **moved)["sceneItemTransform"]["positionX"] == 111.0
    for drift in room.view.obs.drifts:
        (room.adopt if drift.kind == "place" else room.restore)(drift.key)
    show.wait_for_obs("aligned")
    assert set(PICTURES) < set(studio.items(OVERLAYS))
    assert OVERLAYS in studio.items(WAITING)
    assert studio.ask("GetSceneItemTransform", **moved)["sceneItemTransform"]["positionX"] == 111.0
    assert "111" in str(station_file.load(show.opened.folder).adopted)
    after = studio.items("Scene"), studio.items(OVERLAYS)["Partenaires"]
    assert position_free(after) == position_free(before)
    # The picture itself is gone from the scene on air: made again on demand, the show goes on.
    studio.ask("RemoveSceneItem", sceneName=OVERLAYS, sceneItemId=standing)
    show.until(lambda: bool(room.view.obs.drifts))
    room.set_up()
    show.wait_for_obs("aligned")
    for _ in range(2):
        studio.waits_until_it_shows(show.go().air)
    studio.ask("StopRecord")


def position_free(found: tuple[dict[str, Mapping[str, Any]], Mapping[str, Any]]) -> Any:
    """Without the rank among our items, that change around it."""
    scene, item = found
    return scene, {name: value for name, value in item.items() if name != "sceneItemIndex"}


def test_another_scene_collection_gets_nothing_and_the_first_comes_right(studio: Studio) -> None:
    show = studio.show
    studio.set_up()
    studio.waits_until_it_shows(show.go_to_award(level=2).air)
    first = studio.ask("GetSceneCollectionList")["currentSceneCollectionName"]
    studio.ask("CreateSceneCollection", sceneCollectionName="Autre")
    show.wait_for_obs("not_set_up")
    for _ in range(3):
        missed = show.go()
    assert not [each for each in studio.ask("GetSceneList")["scenes"] if each["sceneName"].startswith("VI ")]
    studio.ask("SetCurrentSceneCollection", sceneCollectionName=first)
    studio.waits_until_it_shows(missed.air)
    show.wait_for_obs("aligned")


def test_go_does_not_wait_for_an_obs_that_hangs(studio: Studio) -> None:
    show = studio.show
    studio.set_up()
    show.go_to_award(level=2)
    frozen, away = list[float](), list[float]()
    # Both in turn: what else the computer does weighs on both.
    for _ in range(2):
        studio.obs.freeze()
        try:
            frozen += (took_ms(show.go) for _ in range(5))
        finally:
            studio.obs.thaw()
        show.wait_for_obs("aligned")
        studio.obs.kill()
        show.wait_for_obs("lost")
        away += (took_ms(show.go) for _ in range(5))
        studio.obs.start()
        show.wait_for_obs("aligned")
    p50, without = statistics.median(frozen), statistics.median(away)
    print(f"GO while OBS hangs: p50 {p50:.1f} ms, most {max(frozen):.1f} ms; without OBS: p50 {without:.1f} ms")
    assert p50 < max(QUICK_MS, 2 * without)
    assert max(frozen) < 1000, "a GO that waits for OBS takes seconds"
    studio.waits_until_it_shows(show.go().air)


def took_ms(go: Callable[[], Go]) -> float:
    return go().took_s * 1000


def test_185_reveals_at_speed_leave_no_drift_and_pages_show_the_last(studio: Studio, tmp_path: Path) -> None:
    show = studio.show
    studio.set_up()
    with chromium(tmp_path / "chromium") as browser:
        tab = browser.tab()
        follow(show, tab)
        awards, began_s = set[str](), time.monotonic()
        while len(awards) < 185:
            go = show.go()
            stop = go.view.revision.stops[go.view.state.stop]
            awards |= {stop.id} if stop.kind == "award" else set()
        print(f"185 reveals in {time.monotonic() - began_s:.1f} s")
        show.painted_s("all", go.air.epoch)
        assert standing(tab) == [stop.label]
        studio.waits_until_it_shows(go.air)
        view = show.wait_for_obs("aligned")
        assert (view.obs.drifts, view.problems) == ((), ())
        tab.close()


def test_obs_keeps_no_name_in_its_files(tmp_path: Path) -> None:
    folder = tmp_path / "obs"
    with RealObs(folder) as obs, ceremony(tmp_path / "data", document(), (obs.url, obs.password)) as show:
        studio = Studio(obs, show)
        studio.set_up()
        for _ in range(3):
            studio.waits_until_it_shows(show.go_to_award().air)
        # It writes its scenes when their collection changes.
        studio.ask("CreateSceneCollection", sceneCollectionName="Autre")
        studio.link.close()
    assert found_in(folder, OVERLAYS)
    nowhere(folder, CANARIES)
