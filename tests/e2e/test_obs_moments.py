"""A real OBS goes to the operator's own scenes, and leaves them their hand, their studio mode and their names."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from tests.e2e.obs_runner import MISSING, RealObs, is_installed
from tests.fake_obs import wait_for
from vi_events.errors import UserError
from vi_events.webtv.obs_link import ObsLink
from vi_events.webtv.obs_moments import HAND_S, Moments, MomentScenes
from vi_events.webtv.obs_types import Request

pytestmark = pytest.mark.skipif(not is_installed(), reason=MISSING)
SCENES = {"waiting": "Salle", "award": "Plan large", "speech": "Pupitre", "pause": "Disparue"}
PATIENCE_S = 20.0


@dataclass
class Desk:
    """The moments of a show, and the operator's own hands on the same OBS."""

    link: ObsLink
    hand: ObsLink
    said: list[str] = field(default_factory=list)
    kept: list[MomentScenes] = field(default_factory=list)
    later_s: float = 0.0

    def __post_init__(self) -> None:
        self.moments = Moments(
            self.link, MomentScenes(True, False, SCENES), self.said.append, self.kept.append, lambda: self.later_s
        )

    def edit(self, kind: str, **data: object) -> dict[str, object]:
        reply = self.hand.call(Request(kind, data), 10).result(15)
        assert reply.ok, (kind, reply)
        return dict(reply.data)

    def program(self) -> str:
        return str(self.edit("GetCurrentProgramScene")["currentProgramSceneName"])

    def cuts_to(self, scene: str) -> bool:
        return wait_for(lambda: self.program() == scene, PATIENCE_S)


@pytest.fixture(scope="module")
def obs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealObs]:
    with RealObs(tmp_path_factory.mktemp("obs")) as running:
        hand = ObsLink(running.url, lambda: running.password)
        hand.start()
        assert wait_for(lambda: hand.state.state == "ready", PATIENCE_S)
        for scene in ("Salle", "Plan large", "Pupitre"):
            assert hand.call(Request("CreateScene", {"sceneName": scene})).result(15).ok
        hand.close()
        yield running


@pytest.fixture
def desk(obs: RealObs) -> Iterator[Desk]:
    links = [ObsLink(obs.url, lambda: obs.password) for _ in range(2)]
    desk = Desk(*links)
    for link in links:
        link.start()
    assert wait_for(lambda: all(link.state.state == "ready" for link in links), PATIENCE_S)
    desk.edit("SetCurrentProgramScene", sceneName="Scene")
    assert desk.cuts_to("Scene")
    # What was done by hand before is long ago.
    desk.later_s += 10 * HAND_S
    yield desk
    for link in links:
        link.close()


def test_a_real_obs_cuts_at_each_moment_and_its_own_event_is_no_hand(desk: Desk) -> None:
    for moment, scene in (("waiting", "Salle"), ("award", "Plan large"), ("speech", "Pupitre")):
        desk.moments.reached(moment)
        assert desk.cuts_to(scene), desk.said
        assert wait_for(lambda: desk.moments._ours == ("", 0.0), PATIENCE_S), "OBS told of the cut"
    assert [each for each in desk.said if each] == []


def test_a_real_hand_stands(desk: Desk) -> None:
    desk.moments.reached("waiting")
    assert desk.cuts_to("Salle")
    assert wait_for(lambda: desk.moments._ours == ("", 0.0), PATIENCE_S)
    desk.edit("SetCurrentProgramScene", sceneName="Pupitre")
    assert wait_for(desk.moments._by_hand, PATIENCE_S)
    desk.moments.reached("award")
    assert desk.program() == "Pupitre"
    desk.later_s += HAND_S
    desk.moments.reached("award")
    assert desk.cuts_to("Plan large")


def test_a_real_studio_mode_keeps_its_programme(desk: Desk) -> None:
    desk.edit("SetStudioModeEnabled", studioModeEnabled=True)
    try:
        desk.moments.wanted = MomentScenes(True, True, SCENES)
        desk.moments.reached("speech")
        preview = "currentPreviewSceneName"
        assert wait_for(lambda: desk.edit("GetCurrentPreviewScene")[preview] == "Pupitre", PATIENCE_S), desk.said
        assert desk.program() == "Scene"
        assert desk.moments.attempt("Salle").result(10) == "preview"
    finally:
        desk.edit("SetStudioModeEnabled", studioModeEnabled=False)


def test_a_real_obs_without_the_scene_is_one_sentence(desk: Desk) -> None:
    desk.moments.reached("pause")
    assert wait_for(lambda: bool(desk.said), PATIENCE_S)
    assert desk.said == ["OBS n’a pas de scène «\u202fDisparue\u202f». Choisissez-en une autre."]
    assert desk.program() == "Scene"


def test_a_real_rename_is_followed(desk: Desk) -> None:
    desk.edit("SetSceneName", sceneName="Plan large", newSceneName="Vue de salle")
    try:
        assert wait_for(lambda: bool(desk.kept), PATIENCE_S)
        desk.moments.reached("award")
        assert desk.cuts_to("Vue de salle")
    finally:
        desk.edit("SetSceneName", sceneName="Vue de salle", newSceneName="Plan large")


def test_a_real_recording_refuses_a_try_until_it_may_be_seen(desk: Desk) -> None:
    assert "Pupitre" in desk.moments.scenes().result(10)
    desk.edit("StartRecord")
    try:
        assert wait_for(lambda: bool(desk.edit("GetRecordStatus")["outputActive"]), PATIENCE_S)
        with pytest.raises(UserError, match="se verrait"):
            desk.moments.attempt("Pupitre").result(10)
        assert desk.program() == "Scene"
        assert desk.moments.attempt("Pupitre", seen=True).result(10) == "program"
        assert desk.cuts_to("Pupitre")
    finally:
        desk.edit("StopRecord")
