"""OBS is kept as it should be; what its operator does there is told and left alone; its troubles end by themselves."""

import threading
import time
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from tests.fake_obs import FakeObs, wait_for
from tests.unit.studio_link import PATIENCE_S, READY, StudioLink
from vi_events.errors import DeviceError
from vi_events.webtv.obs_link import ObsLink
from vi_events.webtv.obs_setup import OVERLAYS, PICTURES
from vi_events.webtv.obs_types import LinkState, Request
from vi_events.webtv.overlays import OnAir, Overlay
from vi_events.webtv.reconciler import ObsView, Pace, Reconciler

PAGES = "http://127.0.0.1:8089/0123456789abcdef"
QUICK = Pace(settle=0.0, slow=0.02, leave=0.0, retry=(0.01, 0.02))
AWAY = LinkState("lost", "OBS ne répond plus.")


class Desk:
    """A reconciler on an OBS, and what it said and kept."""

    def __init__(self, link: StudioLink, adopted: Any = None, pace: Pace = QUICK) -> None:
        self.link = link
        self.kept: list[Mapping[str, Any]] = []
        self.obs = Reconciler(link, PAGES, adopted, self.kept.append, pace)
        self.obs.listen(lambda _: link.heard())

    def air(self, *kinds: str) -> None:
        self.obs.show(OnAir(1, tuple(Overlay(kind) for kind in kinds)))

    def until(self, state: str) -> ObsView:
        self.link.until(lambda: self.obs.view.state == state)
        return self.obs.view

    def drifts(self) -> list[str]:
        return [change.key for change in self.obs.view.drifts]

    def shown(self) -> set[str]:
        return {each.source for each in self.link.studio.now.scenes[OVERLAYS] if each.enabled}

    def item(self, source: str) -> Any:
        return next(each for each in self.link.studio.now.scenes[OVERLAYS] if each.source == source)

    def operator_moves(self, source: str) -> None:
        asked = {"sceneName": OVERLAYS, "sceneItemId": self.item(source).number}
        self.link.edit("SetSceneItemTransform", **asked, sceneItemTransform={"positionX": 250.0})

    def operator_deletes(self, source: str) -> None:
        self.link.edit("RemoveSceneItem", sceneName=OVERLAYS, sceneItemId=self.item(source).number)

    def operator_shows(self, source: str, shown: bool) -> None:
        asked = {"sceneName": OVERLAYS, "sceneItemId": self.item(source).number}
        self.link.edit("SetSceneItemEnabled", **asked, sceneItemEnabled=shown)


@pytest.fixture
def link() -> StudioLink:
    return StudioLink()


@pytest.fixture
def desk(link: StudioLink) -> Iterator[Desk]:
    """Set up, with nothing on air, in an OBS that neither streams nor records."""
    made = Desk(link)
    made.air()
    made.obs.start()
    made.obs.set_up()
    made.until("aligned")
    yield made
    made.obs.close()


def test_an_obs_that_was_never_set_up_is_told_and_nothing_is_made(link: StudioLink) -> None:
    desk = Desk(link)
    desk.air("award")
    desk.obs.start()
    assert "préparez OBS" in desk.until("not_set_up").text
    link.look_again()
    assert link.sent() == []
    desk.obs.close()


def test_nothing_is_done_before_what_is_on_air_is_known(link: StudioLink) -> None:
    desk = Desk(link)
    desk.obs.start()
    desk.obs.set_up()
    desk.obs.close()
    assert link.batches == []


def test_layers_follow_what_is_on_air(desk: Desk) -> None:
    desk.air("award", "logo")
    desk.link.until(lambda: desk.shown() == {"VI Labels", "VI Logo"})
    desk.air("lower_third")
    desk.link.until(lambda: desk.shown() == {"VI Noms"})
    desk.air()
    desk.link.until(lambda: desk.shown() == set())


def test_a_layer_stays_until_its_page_has_played_its_end(link: StudioLink) -> None:
    desk = Desk(link, pace=Pace(settle=0.0, slow=30.0, leave=0.25))
    desk.air("award")
    desk.obs.start()
    desk.obs.set_up()
    desk.link.until(lambda: desk.obs.view.state == "aligned" and desk.shown() == {"VI Labels"})
    batches = len(link.sent())
    desk.air("logo")
    link.until(lambda: len(link.sent()) == batches + 1)
    assert desk.shown() == {"VI Labels", "VI Logo"}
    link.until(lambda: desk.shown() == {"VI Logo"})
    desk.obs.close()


def test_what_goes_on_air_is_sent_before_obs_is_read_again(link: StudioLink) -> None:
    desk = Desk(link, pace=Pace(settle=30.0, slow=30.0))
    desk.air()
    desk.obs.start()
    desk.obs.set_up()
    desk.until("aligned")
    before = len(link.batches)
    desk.air("award")
    link.until(lambda: len(link.batches) >= before + 2)
    assert [each.type for each in link.batches[before]] == ["SetSceneItemEnabled"]
    desk.obs.close()


# The operator's own doing


@pytest.mark.parametrize("live", ["StartStream", "StartRecord", None])
def test_a_moved_item_is_a_drift_that_nobody_reverts(desk: Desk, live: str | None) -> None:
    if live:
        desk.link.edit(live)
    desk.operator_moves("VI Logo")
    view = desk.until("drift")
    assert desk.drifts() == [f"place:{OVERLAYS}/VI Logo"]
    assert view.text == "1 écart dans OBS\u202f: à adopter ou à rétablir."
    desk.link.look_again()
    assert desk.item("VI Logo").transform["positionX"] == 250.0
    assert view.live == (live is not None)


def test_a_layer_hidden_on_air_stays_hidden_until_it_goes_on_air_again(desk: Desk) -> None:
    desk.air("lower_third")
    desk.link.until(lambda: desk.shown() == {"VI Noms"})
    desk.link.edit("StartStream")
    desk.operator_shows("VI Noms", False)
    desk.until("drift")
    desk.link.look_again()
    assert desk.shown() == set()
    desk.air()
    desk.until("aligned")
    desk.air("lower_third")
    desk.link.until(lambda: desk.shown() == {"VI Noms"})


def test_restoring_undoes_one_drift_only(desk: Desk) -> None:
    desk.operator_moves("VI Logo")
    desk.operator_moves("VI Noms")
    desk.link.until(lambda: len(desk.drifts()) == 2)
    desk.obs.restore(f"place:{OVERLAYS}/VI Logo")
    desk.link.until(lambda: desk.drifts() == [f"place:{OVERLAYS}/VI Noms"])
    assert desk.item("VI Logo").transform["positionX"] == 0
    assert desk.item("VI Noms").transform["positionX"] == 250.0


def test_adopting_makes_it_what_is_wanted_and_is_kept(desk: Desk) -> None:
    desk.operator_moves("VI Logo")
    desk.until("drift")
    desk.obs.adopt(f"place:{OVERLAYS}/VI Logo")
    desk.until("aligned")
    assert desk.item("VI Logo").transform["positionX"] == 250.0
    assert [list(kept["places"]) for kept in desk.kept] == [[f"place:{OVERLAYS}/VI Logo"]]


def test_what_was_adopted_is_put_back_when_obs_lost_it(desk: Desk) -> None:
    desk.operator_moves("VI Logo")
    desk.until("drift")
    desk.obs.adopt(f"place:{OVERLAYS}/VI Logo")
    desk.until("aligned")
    desk.obs.close()
    desk.operator_deletes("VI Logo")
    again = Desk(desk.link, adopted=desk.kept[-1])
    again.air()
    again.obs.start()
    again.until("aligned")
    assert again.item("VI Logo").transform["positionX"] == 250.0
    again.obs.close()


def test_forgetting_what_was_adopted_gives_the_first_arrangement(desk: Desk) -> None:
    desk.operator_moves("VI Logo")
    desk.until("drift")
    desk.obs.adopt(f"place:{OVERLAYS}/VI Logo")
    desk.until("aligned")
    desk.obs.forget_adopted()
    desk.link.until(lambda: desk.item("VI Logo").transform["positionX"] == 0)
    assert desk.kept[-1] == {"places": {}, "orders": {}, "left_out": []}


def test_a_renamed_source_is_still_driven_and_gets_its_name_back(desk: Desk) -> None:
    desk.link.edit("SetInputName", inputName="VI Noms", newInputName="Synthés")
    desk.until("drift")
    assert desk.drifts() == ["name:/VI Noms"]
    desk.air("lower_third")
    desk.link.until(lambda: desk.shown() == {"Synthés"})
    desk.obs.restore("name:/VI Noms")
    desk.link.until(lambda: desk.shown() == {"VI Noms"})
    desk.until("aligned")


def test_a_renamed_scene_is_still_driven_and_gets_its_name_back(desk: Desk) -> None:
    desk.link.edit("SetSceneName", sceneName=OVERLAYS, newSceneName="Titrage")
    desk.until("drift")
    assert desk.drifts() == [f"name:/{OVERLAYS}"]
    desk.air("award")
    desk.link.until(lambda: any(each.enabled for each in desk.link.studio.now.scenes["Titrage"]))
    desk.obs.restore(f"name:/{OVERLAYS}")
    desk.until("aligned")
    assert desk.shown() == {"VI Labels"}


def test_a_deleted_layer_is_not_made_again_while_streaming(desk: Desk) -> None:
    desk.link.edit("StartStream")
    desk.operator_deletes("VI Noms")
    desk.until("drift")
    desk.link.look_again()
    assert desk.drifts() == [f"item:{OVERLAYS}/VI Noms"]
    assert "VI Noms" not in desk.link.studio.now.inputs
    desk.air("lower_third")
    desk.obs.restore(f"item:{OVERLAYS}/VI Noms")
    desk.until("aligned")
    assert desk.shown() == {"VI Noms"}


def test_a_deleted_scene_comes_back_only_when_asked_for(desk: Desk) -> None:
    desk.link.edit("RemoveScene", sceneName="VI Carton")
    desk.until("drift")
    desk.link.move_to(AWAY)
    desk.link.move_to(READY)
    desk.link.look_again()
    assert "VI Carton" not in desk.link.studio.now.scenes
    desk.obs.restore("scene:VI Carton/")
    desk.until("aligned")


def test_a_copy_of_a_layer_is_told_and_restoring_hides_it(desk: Desk) -> None:
    desk.link.edit("CreateSceneItem", sceneName=OVERLAYS, sourceName="VI Logo")
    desk.until("drift")
    copies = [each for each in desk.link.studio.now.scenes[OVERLAYS] if each.source == "VI Logo"]
    desk.obs.restore(desk.drifts()[0])
    desk.until("aligned")
    assert [each.enabled for each in copies] == [False, False]


# OBS comes and goes


def test_when_obs_is_found_again_off_air_everything_is_put_right(desk: Desk) -> None:
    desk.link.move_to(AWAY)
    assert desk.until("lost").text == AWAY.text
    desk.operator_moves("VI Logo")
    desk.operator_deletes("VI Bandeau")
    desk.air("award")
    desk.link.move_to(READY)
    desk.until("aligned")
    assert desk.shown() == {"VI Labels"}
    assert desk.item("VI Logo").transform["positionX"] == 0


def test_when_obs_is_found_again_on_air_only_what_is_ours_changes(desk: Desk) -> None:
    desk.link.edit("StartStream")
    desk.air("lower_third")
    desk.link.until(lambda: desk.shown() == {"VI Noms"})
    desk.link.move_to(AWAY)
    desk.until("lost")
    desk.operator_moves("VI Logo")
    desk.air("award")
    desk.link.move_to(READY)
    desk.until("drift")
    assert desk.shown() == {"VI Labels"}
    assert desk.drifts() == [f"place:{OVERLAYS}/VI Logo"]


def test_another_collection_without_our_scenes_says_so_and_the_first_one_comes_right(desk: Desk) -> None:
    desk.link.studio.collections["autre"] = type(desk.link.studio.now)()
    desk.link.edit("SetCurrentSceneCollection", sceneCollectionName="autre")
    desk.until("not_set_up")
    desk.air("award")
    desk.link.edit("SetCurrentSceneCollection", sceneCollectionName="test")
    desk.until("aligned")
    assert desk.shown() == {"VI Labels"}
    assert list(desk.link.studio.collections["autre"].scenes) == ["Scene"]


def test_nothing_is_done_while_a_collection_changes_and_old_wishes_are_dropped(desk: Desk) -> None:
    held, hung = threading.Event(), threading.Event()

    def hang(request: Request) -> None:
        if request.type == "SetSceneItemEnabled":
            hung.set()
            held.wait(PATIENCE_S)

    desk.operator_deletes("VI Logo")
    desk.until("drift")
    desk.link.meddler = hang
    desk.air("award")
    assert hung.wait(PATIENCE_S)
    desk.obs.set_up()
    desk.link.edit("StartStream")  # or what is missing would be made when the collection is there
    desk.link.tell("CurrentSceneCollectionChanging", {"sceneCollectionName": "test"})
    held.set()
    desk.until("ready")
    asked = len(desk.link.batches)
    desk.air("lower_third")
    desk.link.tell("CurrentSceneCollectionChanged", {"sceneCollectionName": "test"})
    desk.until("drift")
    assert desk.shown() == {"VI Noms"}
    assert asked < len(desk.link.batches)
    assert "VI Logo" not in desk.link.studio.now.inputs


def test_an_obs_that_does_not_answer_is_told_and_asked_again(desk: Desk) -> None:
    desk.link.trouble = DeviceError("obs_timeout", "OBS n’a pas répondu à temps.")
    desk.air("award")
    assert "pas répondu" in desk.until("failing").text
    desk.link.trouble = None
    desk.until("aligned")
    assert desk.shown() == {"VI Labels"}


def test_what_obs_refuses_is_told_and_tried_again(desk: Desk) -> None:
    desk.link.refuses = {"SetSceneItemEnabled"}
    desk.air("award")
    view = desk.until("refused")
    assert "n’applique pas" in view.text
    assert "«\u202fVI Labels\u202f»" in view.text
    desk.link.refuses = set()
    desk.until("aligned")
    assert desk.shown() == {"VI Labels"}


def test_a_second_controller_is_not_fought(desk: Desk) -> None:
    def undo(request: Request) -> None:
        if request.type == "SetSceneItemEnabled":
            desk.item("VI Labels").enabled = False

    desk.link.meddler = undo
    asked = len(desk.link.sent())
    desk.air("award")
    desk.until("drift")
    desk.link.look_again()
    assert desk.drifts() == [f"shown:{OVERLAYS}/VI Labels"]
    assert len(desk.link.sent()) == asked + 1


def test_a_hundred_changes_at_once_never_run_side_by_side(desk: Desk) -> None:
    threads = set()
    desk.link.meddler = lambda _: threads.add(threading.current_thread().name)
    for number in range(100):
        desk.air(*(("award",) if number % 2 else ("logo", "lower_third")))
    desk.link.until(lambda: desk.shown() == {"VI Labels"})
    assert threads == {"obs reconciler"}


def test_what_happens_to_foreign_sources_makes_nobody_look(link: StudioLink) -> None:
    desk = Desk(link, pace=Pace(settle=0.0, slow=30.0))
    desk.air()
    desk.obs.start()
    desk.obs.set_up()
    desk.until("aligned")
    looks = link.looks()
    link.edit("CreateInput", sceneName="Scene", inputName="Caméra", inputKind="image_source", inputSettings={})
    link.edit("SetInputSettings", inputName="Caméra", inputSettings={"file": "a.png"})
    desk.air("award")
    link.until(lambda: desk.shown() == {"VI Labels"})
    desk.obs.close()
    assert all("Caméra" not in str(each.data) for batch in link.batches for each in batch)
    assert link.looks() <= looks + 2


def test_a_listener_that_fails_stops_nothing(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    desk.obs.listen(lambda _: 1 / 0)  # type: ignore[func-returns-value]
    desk.operator_moves("VI Logo")
    desk.until("drift")
    desk.obs.restore(f"place:{OVERLAYS}/VI Logo")
    desk.until("aligned")
    assert "listener" in caplog.text


def test_the_size_of_the_canvas_and_the_address_of_the_pages_are_followed(desk: Desk) -> None:
    desk.obs.close()
    again = Reconciler(desk.link, "http://127.0.0.1:9/another", None, lambda _: None, QUICK)
    desk.link.edit("StartStream")
    again.show(OnAir())
    again.start()
    inputs = desk.link.studio.now.inputs
    desk.link.until(lambda: inputs["VI Logo"].settings["url"] == "http://127.0.0.1:9/another/all?only=logo")
    again.close()


def test_without_pages_pictures_take_turns() -> None:
    desk = Desk(StudioLink(browser_source=False))
    desk.air()
    desk.obs.start()
    desk.obs.set_up()
    desk.until("aligned")
    for file in ("a.png", "b.png", "a.png"):
        before = desk.shown()
        desk.obs.show_picture(file)
        desk.link.until(lambda before=before: desk.shown() not in (before, set()))  # type: ignore[misc]
        (front,) = desk.shown()
        assert front in PICTURES
        assert desk.link.studio.now.inputs[front].settings["file"] == file
    desk.obs.show_picture("")
    desk.link.until(lambda: desk.shown() == set())
    desk.obs.close()


def test_closing_waits_a_second_at_most_for_an_obs_that_hangs(desk: Desk) -> None:
    hung, held = threading.Event(), threading.Event()

    def hang(_: Request) -> None:
        hung.set()
        held.wait(PATIENCE_S)

    desk.link.meddler = hang
    desk.air("award")
    assert hung.wait(PATIENCE_S)
    began_s = time.monotonic()
    desk.obs.close()
    assert time.monotonic() - began_s < 1.5
    held.set()


# Through a socket


class FarDesk(Desk):
    """The same, with an OBS that listens."""

    def __init__(self, obs: FakeObs) -> None:
        self.far = ObsLink(obs.url, lambda: "")
        self.obs = Reconciler(self.far, PAGES, None, lambda _: None)
        self.studio = obs.studio

    def __enter__(self) -> "FarDesk":
        self.air()
        self.obs.start()
        self.obs.set_up()
        self.far.start()
        assert self.settles("aligned")
        return self

    def __exit__(self, *_: object) -> None:
        self.obs.close()
        self.far.close()

    def settles(self, state: str, *shown: str) -> bool:
        def holds() -> bool:
            items = list(self.studio.now.scenes.get(OVERLAYS, ()))
            return self.obs.view.state == state and {each.source for each in items if each.enabled} == set(shown)

        return wait_for(holds, PATIENCE_S)


def test_an_obs_that_restarts_is_right_again_within_five_seconds() -> None:
    with FakeObs() as obs, FarDesk(obs) as desk:
        desk.air("logo")
        assert desk.settles("aligned", "VI Logo")
        obs.stop()
        assert wait_for(lambda: desk.obs.view.state in ("lost", "connecting"), PATIENCE_S)
        desk.air("award", "ticker")
        obs.edit("RemoveSceneItem", sceneName=OVERLAYS, sceneItemId=desk.studio.now.scenes[OVERLAYS][2].number)
        obs.start()
        began_s = time.monotonic()
        assert desk.settles("aligned", "VI Labels", "VI Bandeau")
        assert time.monotonic() - began_s < 5


def test_an_obs_that_dies_in_the_middle_of_a_batch_is_right_again() -> None:
    with FakeObs() as obs, FarDesk(obs) as desk:
        obs.fault = "dies_mid_batch"
        desk.air("logo", "award", "ticker")
        assert wait_for(lambda: desk.obs.view.state not in ("aligned", "drift"), PATIENCE_S)
        obs.fault = ""
        obs.start()
        assert desk.settles("aligned", "VI Logo", "VI Labels", "VI Bandeau")


def test_a_large_collection_is_not_read() -> None:
    with FakeObs() as obs:
        obs.studio.fill(600)
        with FarDesk(obs) as desk:
            desk.air("logo")
            assert desk.settles("aligned", "VI Logo")
            assert not {"GetSceneList", "GetInputList"} & set(obs.asked)
