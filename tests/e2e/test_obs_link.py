"""The link against a real OBS: the fake's contract, then what only a real process does."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.obs_runner import MISSING, RealObs, is_installed
from tests.fake_obs import wait_for
from tests.obs_contract import RULES, Rule, ask
from vi_events.errors import DeviceError
from vi_events.webtv.obs_link import ObsLink
from vi_events.webtv.obs_types import LinkState, Request

pytestmark = pytest.mark.skipif(not is_installed(), reason=MISSING)
STUDIO_MODE = Request("GetStudioModeEnabled")
BACK_S = 5.0
"""OBS accepts connections -> the link is ready."""


@pytest.fixture(scope="module")
def obs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealObs]:
    with RealObs(tmp_path_factory.mktemp("obs")) as obs:
        yield obs


@pytest.fixture
def link(obs: RealObs) -> Iterator[ObsLink]:
    link = ObsLink(obs.url, lambda: obs.password)
    link.start()
    assert is_state(link, "ready"), link.state
    yield link
    link.close()


def is_state(link: ObsLink, state: str, seconds: float = 30.0) -> bool:
    return wait_for(lambda: link.state.state == state, seconds)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_real_one_keeps_the_contract(link: ObsLink, rule: Rule) -> None:
    rule(link)


def test_its_version_and_kinds_are_known(link: ObsLink) -> None:
    assert link.state.obs_version.split(".")[0].isdigit()
    assert link.state.browser_source is not None


@pytest.mark.parametrize(
    ("password", "words"), [(lambda: "faux", "refuse le mot de passe"), (lambda: "", "aucun n’est enregistré")]
)
def test_a_wrong_password_is_said(obs: RealObs, password: Callable[[], str], words: str) -> None:
    link = ObsLink(obs.url, password)
    link.start()
    assert is_state(link, "wrong_password")
    assert words in link.state.text
    link.close()


def test_a_hundred_calls_at_once_find_their_replies(link: ObsLink) -> None:
    calls = [link.call(Request("GetSceneItemList", {"sceneName": f"VI {number}"})) for number in range(100)]
    comments = [call.result(10).comment for call in calls]
    assert comments == [f"No source was found by the name of `VI {number}`." for number in range(100)]


def test_calls_made_while_the_collection_changes_are_done_after_it(link: ObsLink) -> None:
    current = ask(link, "GetSceneCollectionList").data["currentSceneCollectionName"]
    assert ask(link, "CreateSceneCollection", sceneCollectionName="VI Essai").ok
    for name in (current, "VI Essai", current):
        change = link.call(Request("SetCurrentSceneCollection", {"sceneCollectionName": name}), 30)
        calls = [link.batch([Request("GetSceneList"), STUDIO_MODE], 30) for _ in range(50)]
        assert change.result(30).ok
        assert [[reply.code for reply in call.result(30)] for call in calls] == [[100, 100]] * 50
    assert is_state(link, "ready")


def test_a_frozen_obs_is_noticed_and_comes_back(obs: RealObs, link: ObsLink) -> None:
    states: list[LinkState] = []
    link.on_state(states.append)
    obs.freeze()
    frozen_s = time.monotonic()
    try:
        problem = link.call(STUDIO_MODE, timeout_s=30).exception(30)
        assert isinstance(problem, DeviceError)
        assert problem.code == "obs_cut"
        assert time.monotonic() - frozen_s < 5
        assert wait_for(lambda: bool(states) and "ne répond plus" in states[0].text)
    finally:
        obs.thaw()
    assert is_state(link, "ready")


def test_a_killed_obs_is_found_again(obs: RealObs, link: ObsLink) -> None:
    connected: list[float] = []
    link.on_event(lambda kind, _data: connected.append(time.monotonic()) if kind == "Connected" else None)
    requests = [STUDIO_MODE, Request("Sleep", {"sleepFrames": 60}), STUDIO_MODE]
    batch: Any = link.batch(requests, timeout_s=30)
    assert link.call(STUDIO_MODE).result(10).ok
    obs.kill()
    assert batch.exception(5).code == "obs_cut"
    assert is_state(link, "lost")
    accepted_s = obs.start()
    assert wait_for(lambda: bool(connected), 30)
    assert connected[0] - accepted_s < BACK_S
    assert ask(link, "GetSceneList").ok


def test_closing_a_link_to_a_frozen_obs_takes_less_than_a_second(obs: RealObs, link: ObsLink) -> None:
    obs.freeze()
    try:
        call = link.call(STUDIO_MODE, timeout_s=30)
        started_s = time.monotonic()
        link.close()
        assert time.monotonic() - started_s < 1
        assert call.done()
    finally:
        obs.thaw()


def test_a_window_busy_with_400_new_items_does_not_cost_the_link(tmp_path: Path) -> None:
    codes: list[str] = []
    heard: list[str] = []
    # An OBS of its own: it is slow from then on.
    with RealObs(tmp_path) as obs:
        link = ObsLink(obs.url, lambda: obs.password)
        link.on_event(lambda kind, _data: heard.append(kind))
        link.start()
        assert is_state(link, "ready")
        # Texts are the slowest, in the scene on air: its window lists them.
        made = {"sceneName": "Scene", "inputKind": "text_ft2_source_v2", "inputSettings": {"text": "Œuilly"}}
        batch = [Request("CreateInput", {**made, "inputName": f"VI {number}"}) for number in range(400)]
        assert {reply.code for reply in link.batch(batch, 60).result(60)} == {100}
        items = Request("GetSceneItemList", {"sceneName": "Scene"})
        while (problem := (call := link.call(items, timeout_s=0.5)).exception(10)) is not None:
            assert isinstance(problem, DeviceError)
            codes.append(problem.code)
            assert len(codes) < 240
        assert len(call.result(0).data["sceneItems"]) == 400
        link.close()
    assert set(codes) <= {"obs_timeout", "obs_busy"}
    assert codes, "not busy enough to try anything"
    assert heard.count("Connected") == 1
