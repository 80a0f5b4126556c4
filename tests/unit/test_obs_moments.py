"""The operator's own scenes: off by default, once a moment, never against the operator, and calm when OBS is not."""

import logging
from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.fake_obs import FakeObs, wait_for
from tests.unit.studio_link import StudioLink
from vi_events.errors import DeviceError, UserError
from vi_events.webtv.obs_link import ObsLink
from vi_events.webtv.obs_moments import HAND_S, MOMENTS, Moments, MomentScenes
from vi_events.webtv.obs_setup import OVERLAYS
from vi_events.webtv.obs_types import Link

SCENES = {"speech": "Pupitre", "award": "Plan large", "pause": "Disparue"}
MISSING = "OBS n’a pas de scène «\u202fDisparue\u202f». Choisissez-en une autre."


@dataclass
class Desk:
    """Moments over an OBS in memory."""

    link: StudioLink
    said: list[str] = field(default_factory=list)
    kept: list[MomentScenes] = field(default_factory=list)
    elapsed_s: float = 1000.0

    def moments(self, wanted: MomentScenes | None = None) -> Moments:
        return self.over(self.link, wanted or MomentScenes(True, False, SCENES))

    def over(self, link: Link, wanted: MomentScenes) -> Moments:
        return Moments(link, wanted, self.said.append, self.kept.append, lambda: self.elapsed_s)

    @property
    def program(self) -> str:
        return self.link.studio.now.program

    def troubles(self) -> list[str]:
        return [each for each in self.said if each]


@pytest.fixture
def desk() -> Desk:
    link = StudioLink()
    for scene in ("Pupitre", "Plan large"):
        link.edit("CreateScene", sceneName=scene)
    return Desk(link)


# What it does


def test_a_moment_cuts_to_its_scene_and_others_change_nothing(desk: Desk) -> None:
    moments = desk.moments()
    for moment in ("video", "unknown", "signature", ""):
        moments.reached(moment)
    assert desk.link.batches == []
    moments.reached("speech")
    assert desk.program == "Pupitre"
    moments.reached("award")
    assert desk.program == "Plan large", "its own cut is nobody's hand"
    assert desk.troubles() == []


def test_nothing_is_done_unless_it_was_switched_on(desk: Desk) -> None:
    assert not MomentScenes().on
    desk.moments(MomentScenes(False, True, SCENES)).reached("speech")
    desk.moments(MomentScenes(on=True)).reached("speech")
    assert desk.link.batches == []


def test_a_scene_that_is_on_already_is_not_asked_for(desk: Desk) -> None:
    moments = desk.moments()
    moments.reached("speech")
    moments.reached("speech")
    assert [each.type for each in desk.link.sent()] == ["SetCurrentProgramScene"]


def test_where_the_show_already_was_is_no_moment(desk: Desk) -> None:
    moments = desk.moments()
    moments.follow(("speech", "s-1"), allowed=True)
    moments.follow(("speech", "s-1"), allowed=True)
    assert desk.program == "Scene"
    moments.follow(("speech", "s-2"), allowed=True)
    assert desk.program == "Pupitre"


def test_only_follow_changes_scenes_and_what_was_missed_is_not_made_up_for(desk: Desk) -> None:
    moments = desk.moments()
    moments.follow(("", ""), allowed=True)
    moments.follow(("speech", "s-1"), allowed=False)
    moments.follow(("speech", "s-1"), allowed=True)
    assert desk.program == "Scene"


# The operator comes first


def test_a_scene_taken_by_hand_stands_for_a_while(desk: Desk) -> None:
    moments = desk.moments()
    moments.reached("speech")
    desk.link.edit("SetCurrentProgramScene", sceneName="Scene")
    desk.elapsed_s += HAND_S - 0.1
    moments.reached("award")
    assert desk.program == "Scene"
    desk.elapsed_s += 0.1
    moments.reached("award")
    assert desk.program == "Plan large"


def test_a_hand_that_comes_while_obs_is_asked_wins(desk: Desk) -> None:
    moments = desk.moments()

    def meddle(request: Any) -> None:
        if request.type == "GetStudioModeEnabled":
            desk.link.edit("SetCurrentProgramScene", sceneName="Plan large")

    desk.link.meddler = meddle
    moments.reached("speech")
    assert desk.program == "Plan large"


def test_in_studio_mode_the_programme_is_the_operator_s_alone(desk: Desk) -> None:
    desk.link.studio.studio_mode = True
    desk.moments().reached("speech")
    assert (desk.program, desk.link.studio.now.preview) == ("Scene", "")
    desk.moments(MomentScenes(True, True, SCENES)).reached("speech")
    assert (desk.program, desk.link.studio.now.preview) == ("Scene", "Pupitre")


def test_a_scene_that_gets_another_name_is_followed_and_kept(desk: Desk) -> None:
    moments = desk.moments()
    desk.link.edit("SetSceneName", sceneName="Pupitre", newSceneName="Orateur")
    assert desk.kept == [MomentScenes(True, False, {**SCENES, "speech": "Orateur"})]
    moments.reached("speech")
    assert desk.program == "Orateur"


# Trouble


def test_a_missing_scene_is_one_sentence_and_no_other_try(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    moments = desk.moments()
    moments.reached("pause")
    assert desk.troubles() == [MISSING]
    assert [record.getMessage() for record in caplog.records] == [MISSING]
    assert [each.type for each in desk.link.sent()].count("SetCurrentProgramScene") == 1
    moments.reached("speech")
    assert desk.said[-1] == "", "it is over"


def test_an_obs_that_is_away_is_one_sentence_and_is_not_asked_again(desk: Desk) -> None:
    moments = desk.moments()
    desk.link.trouble = DeviceError("obs_away", "Il n’y a pas de liaison avec OBS.")
    moments.reached("speech")
    assert desk.troubles() == ["OBS n’est pas passé à «\u202fPupitre\u202f». Il n’y a pas de liaison avec OBS."]
    assert len(desk.link.batches) == 1
    desk.link.trouble = None
    desk.link.move_to(desk.link.state)
    assert desk.program == "Scene", "the moment is over when OBS comes back"


def test_a_refusal_is_one_sentence(desk: Desk) -> None:
    desk.link.refuses.add("SetCurrentProgramScene")
    desk.moments().reached("speech")
    assert desk.troubles() == ["OBS a refusé de passer à «\u202fPupitre\u202f». Passez-y dans OBS."]


def test_a_moment_returns_at_once_whatever_obs_does(desk: Desk) -> None:
    with FakeObs(fault="mute") as obs:
        link = ObsLink(obs.url, lambda: "")
        moments = desk.over(link, MomentScenes(True, False, SCENES))
        link.start()
        moments.reached("speech")
        link.close()
        assert desk.troubles(), "closing it says that OBS did not follow"


def test_over_a_real_socket_a_moment_cuts_and_a_hand_is_heard(desk: Desk) -> None:
    with FakeObs() as obs:
        obs.edit("CreateScene", sceneName="Pupitre")
        link = ObsLink(obs.url, lambda: "")
        moments = desk.over(link, MomentScenes(True, False, SCENES))
        link.start()
        assert wait_for(lambda: link.state.state == "ready")
        moments.reached("speech")
        assert wait_for(lambda: obs.studio.now.program == "Pupitre" and moments._ours == ("", 0.0))
        obs.edit("SetCurrentProgramScene", sceneName="Scene")
        assert wait_for(moments._by_hand)
        link.close()


# Trying, choosing, keeping


def test_a_try_goes_to_the_scene_unless_viewers_would_see_it(desk: Desk) -> None:
    moments = desk.moments()
    assert moments.attempt("Pupitre").result() == "program"
    desk.link.edit("StartRecord")
    with pytest.raises(UserError, match="se verrait"):
        moments.attempt("Plan large").result()
    assert desk.program == "Pupitre"
    assert moments.attempt("Plan large", seen=True).result() == "program"
    assert desk.program == "Plan large"


def test_a_try_in_studio_mode_stays_in_the_preview_even_on_air(desk: Desk) -> None:
    desk.link.studio.studio_mode = True
    desk.link.edit("StartStream")
    assert desk.moments().attempt("Pupitre").result() == "preview"
    assert (desk.program, desk.link.studio.now.preview) == ("Scene", "Pupitre")


def test_a_try_that_fails_says_why(desk: Desk) -> None:
    with pytest.raises(DeviceError, match="Disparue"):
        desk.moments().attempt("Disparue").result()
    desk.link.trouble = DeviceError("obs_away", "Il n’y a pas de liaison avec OBS.")
    with pytest.raises(DeviceError, match="liaison"):
        desk.moments().attempt("Pupitre").result()


def test_scenes_are_those_of_obs_but_for_the_one_that_is_nested(desk: Desk) -> None:
    desk.link.edit("CreateScene", sceneName=OVERLAYS)
    desk.link.edit("CreateScene", sceneName="VI Attente")
    assert desk.moments().scenes().result() == ("Scene", "Pupitre", "Plan large", "VI Attente")


def test_what_is_wanted_survives_as_json_and_what_is_damaged_does_nothing() -> None:
    wanted = MomentScenes(True, True, dict.fromkeys(MOMENTS, "Scène"))
    assert MomentScenes.from_json(wanted.to_json()) == wanted
    for said in (None, [], "oui", {"on": "oui", "scenes": {"award": 3, "inconnu": "X", "pause": ""}}, {"scenes": []}):
        assert MomentScenes.from_json(said) == MomentScenes()
