"""The link with OBS, against an OBS where anything may go wrong."""

import logging
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from types import MappingProxyType
from typing import Any

import pytest

from tests.fake_obs import FAULTS, FakeObs, wait_for
from tests.obs_contract import RULES, Rule
from vi_events.errors import DeviceError, UserError
from vi_events.webtv import obs_session
from vi_events.webtv.obs_calls import MAX_WAITING, Calls
from vi_events.webtv.obs_link import ObsLink
from vi_events.webtv.obs_protocol import EVENTS, INPUT_VOLUME_METERS, OFF, TROUBLES, parse_address
from vi_events.webtv.obs_types import LinkState, Reply, Request

PASSWORD = "Bérénice & 7 arobases"
STUDIO_MODE = Request("GetStudioModeEnabled")
LARGE = 8 << 20
"""More than the system keeps for a peer that does not read."""
PICTURE = Request("GetSourceScreenshot", {"sourceName": "Scene"})

AT_CONNECTING = {
    "deaf": ("lost", "ne dit rien"),
    "hangs_up": ("lost", "raccroche"),
    "another_protocol": ("refused", "n’est pas OBS"),
    "web_site": ("refused", "n’est pas OBS"),
    "redirects": ("refused", "n’est pas OBS"),
    "no_hello": ("lost", "antérieur à la version 28"),
    "closes_before_hello": ("lost", "raccroche"),
    "closes_after_hello": ("lost", "raccroche"),
    "cuts_after_hello": ("lost", "raccroche"),
    "closes_at_identify": ("lost", "raccroche"),
    "no_identified": ("lost", "ne dit rien"),
    "garbage_hello": ("refused", "n’est pas OBS"),
    "other_hello": ("refused", "n’est pas OBS"),
    "binary_hello": ("refused", "n’est pas OBS"),
    "garbage_identified": ("refused", "n’est pas OBS"),
    "salt_missing": ("refused", "n’est pas OBS"),
    "old_hello": ("too_old", "trop ancien"),
    "rpc_0": ("too_old", "OBS 28"),
    "rpc_2_only": ("too_old", "même version"),
}
"""Fault -> state and words of the sentence."""

ONCE_READY = {
    "mute": ("obs_timeout", "busy", "occupé"),
    "stops_reading": ("obs_timeout", "lost", "ne répond plus"),
    "kicks": ("obs_cut", "refused", "mis fin"),
    "garbage": ("obs_cut", "refused", "n’est pas OBS"),
    "bad_status": ("obs_cut", "refused", "n’est pas OBS"),
    "binary": ("obs_cut", "refused", "n’est pas OBS"),
    "huge": ("obs_cut", "refused", "n’est pas OBS"),
    "not_ready": ("obs_busy", "busy", "occupé"),
}
"""Fault -> what a call says, then the state and words of its sentence."""


class Watched:
    """A link, the states and events it told, in order."""

    def __init__(self, url: str, password: Callable[[], str] = lambda: PASSWORD, events: int = EVENTS) -> None:
        self.link = ObsLink(url, password, events)
        self.states: list[LinkState] = []
        self.events: list[tuple[str, Any]] = []
        self.link.on_state(self.states.append)
        self.link.on_event(lambda kind, data: self.events.append((kind, data)))

    def ready(self) -> ObsLink:
        self.link.start()
        assert wait_for(lambda: self.count("Connected") == 1), self.states
        return self.link

    def count(self, kind: str) -> int:
        return [each for each, _ in self.events].count(kind)

    def came_to(self, state: str, words: str) -> bool:
        return wait_for(lambda: any(said.state == state and words in said.text for said in list(self.states)))


@pytest.fixture
def watch() -> Iterator[Callable[..., Watched]]:
    made: list[Watched] = []

    def watch(obs: FakeObs, **options: Any) -> Watched:
        made.append(Watched(obs.url, **options))
        return made[-1]

    yield watch
    for each in made:
        each.link.close()


@pytest.fixture
def obs() -> Iterator[FakeObs]:
    with FakeObs(PASSWORD) as obs:
        yield obs


def code_of(future: "Future[Any]") -> str:
    problem = future.exception(10)
    assert isinstance(problem, DeviceError), problem
    return problem.code


# What it says


def test_every_fault_of_the_fake_is_tried() -> None:
    others = {"", "shuffled", "late", "unknown_ids", "mute_to_screenshots", "short_batch", "dies_mid_batch"}
    assert set(FAULTS) == {*AT_CONNECTING, *ONCE_READY, *others}


@pytest.mark.parametrize("fault", list(AT_CONNECTING))
def test_what_is_no_usable_obs_is_said_in_a_sentence(watch: Callable[..., Watched], fault: str) -> None:
    state, words = AT_CONNECTING[fault]
    with FakeObs("" if fault == "salt_missing" else PASSWORD, fault) as obs:
        watched = watch(obs)
        watched.link.start()
        assert watched.came_to(state, words), watched.states
        assert code_of(watched.link.call(STUDIO_MODE)) == "obs_away"
        obs.fault = ""
        watched.link.start()
        assert wait_for(lambda: watched.link.state.state == "ready")


@pytest.mark.parametrize("fault", list(ONCE_READY))
def test_what_goes_wrong_later_fails_the_call_and_is_said(
    watch: Callable[..., Watched], obs: FakeObs, fault: str
) -> None:
    code, state, words = ONCE_READY[fault]
    watched = watch(obs)
    link = watched.ready()
    obs.fault = fault
    assert code_of(link.call(STUDIO_MODE, timeout_s=1.0)) == code
    assert watched.came_to(state, words), watched.states
    obs.fault = ""
    link.start()
    assert wait_for(lambda: link.state.state == "ready")
    assert link.call(STUDIO_MODE).result(10).ok


def test_nothing_listening_is_said_with_the_address(watch: Callable[..., Watched], obs: FakeObs) -> None:
    obs.stop()
    watched = watch(obs)
    watched.link.start()
    assert watched.came_to("lost", obs.url.removeprefix("ws://")), watched.states
    assert [state.state for state in watched.states] == ["connecting", "lost"]


def test_an_unknown_computer_is_said() -> None:
    watched = Watched("ws://nobody.invalid:4455")
    watched.link.start()
    assert watched.came_to("lost", "introuvable"), watched.states
    watched.link.close()


@pytest.mark.parametrize(
    ("password", "words"),
    [(lambda: "faux", "refuse le mot de passe"), (lambda: "", "aucun n’est enregistré"), (lambda: 1 / 0, "relu")],
)
def test_a_password_that_does_not_open_is_said(
    watch: Callable[..., Watched], obs: FakeObs, password: Callable[[], str], words: str
) -> None:
    watched = watch(obs, password=password)
    watched.link.start()
    assert watched.came_to("wrong_password", words), watched.states


def test_a_password_corrected_is_read_again(watch: Callable[..., Watched], obs: FakeObs) -> None:
    passwords = ["faux"]
    watched = watch(obs, password=lambda: passwords[0])
    watched.link.start()
    assert watched.came_to("wrong_password", "refuse")
    passwords[0] = PASSWORD
    watched.link.start()
    assert wait_for(lambda: watched.link.state.state == "ready", 1.0)


def test_without_a_password_asked_none_is_read(watch: Callable[..., Watched]) -> None:
    with FakeObs() as obs:
        watch(obs, password=lambda: pytest.fail("read")).ready()


def test_a_kicked_link_comes_back_only_when_asked(watch: Callable[..., Watched], obs: FakeObs) -> None:
    watched = watch(obs)
    link = watched.ready()
    obs.fault = "kicks"
    assert code_of(link.call(STUDIO_MODE)) == "obs_cut"
    obs.fault = ""
    assert watched.came_to("refused", "mis fin")
    # Any other trouble is tried again well within that time.
    assert not wait_for(lambda: obs.connections > 1, 1.5)
    link.start()
    assert wait_for(lambda: link.state.state == "ready")


def test_the_ready_state_knows_version_and_browser_sources(watch: Callable[..., Watched]) -> None:
    for has_them in (True, False):
        with FakeObs(PASSWORD, browser_source=has_them) as obs:
            state = watch(obs).ready().state
            assert (state.state, state.obs_version, state.browser_source) == ("ready", "31.0.2", has_them)


@pytest.mark.parametrize("trouble", list(TROUBLES))
def test_sentences_are_one_line_of_good_french(trouble: str) -> None:
    _, sentence = TROUBLES[trouble]
    assert sentence.endswith(".")
    assert "'" not in sentence
    assert " :" not in sentence
    assert " ;" not in sentence
    assert "\u202f: " in sentence, "what happened, then what to do"


def test_the_password_is_nowhere(watch: Callable[..., Watched], obs: FakeObs, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    watched = watch(obs)
    link = watched.ready()
    obs.fault = "mute"
    problem = link.call(STUDIO_MODE, timeout_s=0.1).exception(10)
    assert watched.came_to("busy", "occupé")
    obs.stop()
    obs.start()
    for fault, state, words in (
        ("no_identified", "lost", "ne dit rien"),
        ("garbage_identified", "refused", "n’est pas"),
    ):
        obs.fault = fault
        link.start()
        assert watched.came_to(state, words)
    said = "\n".join([caplog.text, repr(link), repr(vars(link)), repr(problem), repr(watched.states)])
    assert PASSWORD not in said


@pytest.mark.parametrize(
    "url",
    [
        "",
        "obs",
        "localhost:4455",
        "http://localhost:4455",
        "ws://",
        "ws://:4455",
        "ws://a:b",
        "ws://a:0",
        "ws://a:70000",
        "ws://[::1",
        "ws://u:secret@a:1",
        "wss://a:1",
    ],
)
def test_a_bad_address_is_refused_at_once(url: str) -> None:
    with pytest.raises(UserError) as caught:
        ObsLink(url, lambda: PASSWORD)
    assert caught.value.code == "obs_address"
    assert "secret" not in str(caught.value)


def test_addresses_are_shown_as_they_are_written() -> None:
    shown = [str(parse_address(url)) for url in ("ws://obs", "ws://127.0.0.1:4444/", "ws://[::1]:4455", " WS://a:1 ")]
    assert shown == ["obs:4455", "127.0.0.1:4444", "[::1]:4455", "a:1"]


# Calls


def test_replies_find_their_request_in_any_order(watch: Callable[..., Watched], obs: FakeObs) -> None:
    link = watch(obs).ready()
    obs.fault = "shuffled"
    first, second = link.call(STUDIO_MODE), link.call(Request("GetCurrentProgramScene"))
    assert first.result(10).data == {"studioModeEnabled": False}
    assert second.result(10).data == {"currentProgramSceneName": "Scene"}


def test_replies_to_nobody_are_ignored(watch: Callable[..., Watched], obs: FakeObs) -> None:
    link = watch(obs).ready()
    obs.fault = "unknown_ids"
    replies = [link.call(Request("CreateScene", {"sceneName": f"VI {n}"})) for n in range(50)]
    assert [reply.result(10).code for reply in replies] == [100] * 50


def test_many_threads_get_their_own_replies(watch: Callable[..., Watched], obs: FakeObs) -> None:
    link = watch(obs).ready()
    obs.studio.fill(100)
    wrong: list[int] = []

    def ask(first: int) -> None:
        for number in range(first, 100, 4):
            said = link.call(Request("GetInputSettings", {"inputName": f"Source {number}"})).result(10)
            if said.data["inputSettings"] != {"color": number}:
                wrong.append(number)

    threads = [threading.Thread(target=ask, args=(first,)) for first in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert obs.connections == 1


def test_a_reply_after_its_time_shifts_nothing(watch: Callable[..., Watched], obs: FakeObs) -> None:
    link = watch(obs).ready()
    obs.fault, obs.late_s = "late", 0.3
    others = [link.call(Request("GetCurrentProgramScene")) for _ in range(3)]
    assert code_of(link.call(STUDIO_MODE, timeout_s=0.1)) == "obs_timeout"
    others.append(link.call(Request("GetCurrentProgramScene")))
    assert [other.result(10).data for other in others] == [{"currentProgramSceneName": "Scene"}] * 4
    assert obs.connections == 1


def test_one_request_that_hangs_does_not_cost_the_link(watch: Callable[..., Watched], obs: FakeObs) -> None:
    watched = watch(obs)
    link = watched.ready()
    obs.fault = "mute_to_screenshots"
    asked = len(obs.asked)
    assert code_of(link.call(PICTURE, timeout_s=0.2)) == "obs_timeout"
    assert wait_for(lambda: obs.asked[asked + 1 :] == ["GetVersion", "GetInputKindList"]), "it makes sure of OBS"
    assert link.call(STUDIO_MODE).result(10).ok
    assert [state.state for state in watched.states] == ["connecting", "ready"]
    assert (obs.connections, watched.count("Connected")) == (1, 1)


def test_a_refusal_is_a_reply(watch: Callable[..., Watched], obs: FakeObs) -> None:
    reply = watch(obs).ready().call(Request("GetInputSettings", {"inputName": "personne"})).result(10)
    assert (reply.ok, reply.code) == (False, 600)
    assert "personne" in reply.comment


def test_a_batch_keeps_its_order_and_goes_on_after_a_refusal(watch: Callable[..., Watched], obs: FakeObs) -> None:
    link = watch(obs).ready()
    place = {"sceneName": "VI", "sceneItemId": 1}
    batch = [
        Request("CreateScene", {"sceneName": "VI"}),
        Request("CreateScene", {"sceneName": "VI"}),
        Request("CreateInput", {"sceneName": "VI", "inputName": "VI logo", "inputKind": "image_source"}),
        Request("Sleep", {"sleepFrames": 1}),
        Request("SetSceneItemTransform", MappingProxyType({**place, "sceneItemTransform": {"positionX": 12.5}})),
        Request("GetSceneItemTransform", place),
    ]
    replies = link.batch(batch).result(10)
    assert [reply.code for reply in replies] == [100, 601, 100, 100, 100, 100]
    assert replies[-1].data["sceneItemTransform"]["positionX"] == 12.5
    assert link.batch([]).result(10) == []


def test_a_collection_of_600_inputs_comes_in_one_piece(watch: Callable[..., Watched], obs: FakeObs) -> None:
    obs.studio.fill(600)
    link = watch(obs).ready()
    batch = [Request("GetSceneItemList", {"sceneName": "Scene"}), Request("GetInputList")] * 10
    replies = link.batch(batch).result(10)
    assert {len(reply.data.get("sceneItems") or reply.data["inputs"]) for reply in replies} == {600}


def test_one_source_may_stand_many_times_in_a_scene(watch: Callable[..., Watched], obs: FakeObs) -> None:
    obs.studio.fill(1)
    link = watch(obs).ready()
    again = Request("CreateSceneItem", {"sceneName": "Scene", "sourceName": "Source 0"})
    ids = [reply.data["sceneItemId"] for reply in link.batch([again] * 3).result(10)]
    items = link.call(Request("GetSceneItemList", {"sceneName": "Scene"})).result(10).data["sceneItems"]
    assert [(item["sceneItemId"], item["sourceName"]) for item in items[1:]] == [(each, "Source 0") for each in ids]


def test_a_batch_cut_in_the_middle_may_be_half_done(watch: Callable[..., Watched], obs: FakeObs) -> None:
    watched = watch(obs)
    link = watched.ready()
    obs.fault = "dies_mid_batch"
    scenes = [Request("CreateScene", {"sceneName": f"VI {n}"}) for n in range(6)]
    assert code_of(link.batch(scenes)) == "obs_cut"
    assert watched.came_to("lost", "coupée")
    obs.fault = ""
    obs.start()
    assert wait_for(lambda: watched.count("Connected") == 2)
    assert [reply.code for reply in link.batch(scenes).result(10)] == [601, 601, 601, 100, 100, 100]


def test_a_batch_answered_in_part_is_no_answer(watch: Callable[..., Watched], obs: FakeObs) -> None:
    link = watch(obs).ready()
    obs.fault = "short_batch"
    assert code_of(link.batch([STUDIO_MODE, STUDIO_MODE])) == "obs_cut"


def test_what_obs_was_not_ready_for_is_done_once_it_is_and_in_order(
    watch: Callable[..., Watched], obs: FakeObs
) -> None:
    watched = watch(obs)
    link = watched.ready()
    obs.fault = "not_ready"
    calls = [link.batch([Request("CreateScene", {"sceneName": f"VI {n}"})], timeout_s=10) for n in range(5)]
    assert watched.came_to("busy", "attend")
    calls.append(link.batch([Request("CreateScene", {"sceneName": "VI 5"})], timeout_s=10))
    obs.fault = ""
    assert [call.result(10)[0].code for call in calls] == [100] * 6
    assert link.state.state == "ready"
    assert obs.connections == 1
    assert list(obs.studio.now.scenes)[1:] == [f"VI {n}" for n in range(6)]


def test_an_obs_that_still_starts_is_busy_then_ready(watch: Callable[..., Watched], obs: FakeObs) -> None:
    obs.fault = "not_ready"
    watched = watch(obs)
    watched.link.start()
    assert watched.came_to("busy", "occupé")
    assert code_of(watched.link.call(STUDIO_MODE)) == "obs_away"
    assert watched.count("Connected") == 0
    obs.fault = ""
    assert wait_for(lambda: watched.count("Connected") == 1)


def test_away_means_at_once(watch: Callable[..., Watched], obs: FakeObs) -> None:
    obs.stop()
    watched = watch(obs)
    assert code_of(watched.link.call(STUDIO_MODE)) == "obs_away", "not started"
    watched.link.start()
    assert watched.came_to("lost", "ne répond pas")
    started_s = time.monotonic()
    problems = [watched.link.call(STUDIO_MODE).exception(0) for _ in range(1000)]
    assert time.monotonic() - started_s < 1.0
    assert {problem.code for problem in problems if isinstance(problem, DeviceError)} == {"obs_away"}
    assert "Activer le serveur" in str(problems[0]), "what to do about it"


def test_more_than_obs_can_do_fails_at_once(watch: Callable[..., Watched], obs: FakeObs) -> None:
    link = watch(obs).ready()
    obs.fault = "not_ready"
    calls = [link.call(STUDIO_MODE, timeout_s=10) for _ in range(MAX_WAITING + 10)]
    full = [call for call in calls if call.done() and call.exception() is not None]
    assert {code_of(call) for call in full} == {"obs_full"}
    assert len(full) == 10
    obs.fault = ""
    assert all(call.result(10).ok for call in calls if call not in full)


def test_data_that_are_not_json_are_refused_where_they_are_given(watch: Callable[..., Watched], obs: FakeObs) -> None:
    link = watch(obs).ready()
    with pytest.raises(TypeError):
        link.call(Request("SetInputSettings", {"inputSettings": object()}))
    assert link.call(STUDIO_MODE).result(10).ok


def test_nobody_takes_back_what_obs_may_be_doing(watch: Callable[..., Watched], obs: FakeObs) -> None:
    future = watch(obs).ready().call(STUDIO_MODE)
    assert not future.cancel()
    assert future.result(10).ok


def test_late_is_told_by_the_clock_given() -> None:
    now_s = [10.0]
    calls = Calls(lambda: now_s[0], "")
    calls.open()
    sent, kept = calls.add([STUDIO_MODE], 1.0, True), calls.add([STUDIO_MODE], 3.0, True)
    assert len(calls.to_send()) == 2
    now_s[0] = 10.9
    assert calls.expire() is None
    now_s[0] = 11.0
    assert calls.expire() == 10.0
    assert (code_of(sent), kept.done()) == ("obs_timeout", False)
    assert calls.next_deadline_s() == 13.0


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_fake_is_as_the_real_one(watch: Callable[..., Watched], obs: FakeObs, rule: Rule) -> None:
    rule(watch(obs).ready())


# Events


def test_an_edit_in_obs_is_heard(watch: Callable[..., Watched], obs: FakeObs) -> None:
    obs.studio.fill(1)
    watched = watch(obs)
    watched.ready()
    obs.edit("SetSceneItemEnabled", sceneName="Scene", sceneItemId=1, sceneItemEnabled=False)
    said = {"sceneName": "Scene", "sceneItemId": 1, "sceneItemEnabled": False}
    assert wait_for(lambda: ("SceneItemEnableStateChanged", said) in watched.events)
    assert watched.events[0] == ("Connected", {})


def test_events_come_while_a_reply_is_due(watch: Callable[..., Watched], obs: FakeObs) -> None:
    watched = watch(obs)
    link = watched.ready()
    obs.fault, obs.late_s = "late", 0.5
    call = link.call(STUDIO_MODE)
    obs.edit("CreateScene", sceneName="Pause")
    assert wait_for(lambda: watched.count("SceneCreated") == 1)
    assert not call.done()
    assert call.result(10).ok


def test_levels_come_only_when_asked_for(watch: Callable[..., Watched], obs: FakeObs) -> None:
    quiet, loud = watch(obs), watch(obs, events=EVENTS | INPUT_VOLUME_METERS)
    quiet.ready(), loud.ready()
    obs.emit("InputVolumeMeters", {"inputs": []})
    obs.edit("CreateScene", sceneName="Pause")
    assert wait_for(lambda: quiet.count("SceneCreated") == loud.count("SceneCreated") == 1)
    assert (quiet.count("InputVolumeMeters"), loud.count("InputVolumeMeters")) == (0, 1)


def test_a_listener_that_fails_stops_nothing(obs: FakeObs, caplog: pytest.LogCaptureFixture) -> None:
    def fails(*_said: object) -> None:
        raise ZeroDivisionError("a mistake")

    failing = ObsLink(obs.url, lambda: PASSWORD)
    failing.on_event(fails)
    failing.on_state(fails)
    heard: list[str] = []
    failing.on_event(lambda kind, _data: heard.append(kind))
    failing.start()
    assert wait_for(lambda: heard == ["Connected"])
    failing.call(STUDIO_MODE).add_done_callback(fails)
    assert failing.call(STUDIO_MODE).result(10).ok
    obs.edit("CreateScene", sceneName="Pause")
    assert wait_for(lambda: "SceneCreated" in heard)
    failing.close()
    assert caplog.text.count("a listener of the link with OBS failed") >= 4


def test_a_listener_may_ask_and_close(watch: Callable[..., Watched], obs: FakeObs) -> None:
    watched = watch(obs)
    answers: list[bool] = []

    def answered(call: "Future[Reply]") -> None:
        answers.append(call.result(0).ok)
        watched.link.close()

    watched.link.on_event(lambda _kind, _data: watched.link.call(STUDIO_MODE).add_done_callback(answered))
    watched.link.start()
    assert wait_for(lambda: watched.states[-1:] == [OFF])
    assert answers == [True]


def test_a_listener_that_takes_long_does_not_make_obs_look_dead(watch: Callable[..., Watched], obs: FakeObs) -> None:
    watched = watch(obs)
    link = watched.ready()
    slow = threading.Event()
    link.on_event(lambda _kind, _data: (slow.wait(3.5), None)[-1])
    obs.emit("CustomEvent", {})
    assert wait_for(lambda: watched.count("CustomEvent") == 1)
    assert link.call(STUDIO_MODE, timeout_s=6).result(10).ok
    assert obs.connections == 1


# Coming and going


def test_the_link_is_back_by_itself_after_a_restart(watch: Callable[..., Watched], obs: FakeObs) -> None:
    watched = watch(obs)
    link = watched.ready()
    for times in (2, 3):
        obs.stop()
        assert wait_for(lambda: link.state.state == "lost")
        obs.start()
        back_s = time.monotonic()
        assert wait_for(lambda times=times: watched.count("Connected") == times, 3.0)  # type: ignore[misc]
        assert time.monotonic() - back_s < 2.5
        assert link.call(STUDIO_MODE).result(10).ok


def test_the_first_try_comes_within_a_second(watch: Callable[..., Watched], obs: FakeObs) -> None:
    watched = watch(obs)
    link = watched.ready()
    obs.stop()
    obs.start()
    assert wait_for(lambda: watched.count("Connected") == 2, 1.0)
    assert link.state.state == "ready"


def test_a_half_open_connection_is_noticed_without_a_call(watch: Callable[..., Watched], obs: FakeObs) -> None:
    watched = watch(obs)
    link = watched.ready()
    obs.fault = "stops_reading"
    link.call(STUDIO_MODE, timeout_s=60)
    assert watched.came_to("lost", "ne répond plus"), watched.states


def test_an_obs_that_lives_but_never_answers_is_given_up(
    watch: Callable[..., Watched], obs: FakeObs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(obs_session, "GREETING_S", 0.1)
    monkeypatch.setattr(obs_session, "GIVE_UP_S", 1.0)
    watched = watch(obs)
    link = watched.ready()
    obs.fault = "mute"
    assert code_of(link.call(STUDIO_MODE, timeout_s=0.1)) == "obs_timeout"
    kept = link.call(STUDIO_MODE, timeout_s=60)
    assert watched.came_to("busy", "occupé")
    assert watched.came_to("lost", "ne répond plus")
    assert code_of(kept) in ("obs_away", "obs_cut")
    obs.fault = ""
    assert wait_for(lambda: watched.count("Connected") == 2)


def test_an_idle_link_stays(watch: Callable[..., Watched], obs: FakeObs) -> None:
    watched = watch(obs)
    watched.ready()
    assert not wait_for(lambda: len(watched.states) > 2 or obs.connections > 1, 4.0)


@pytest.mark.parametrize("fault", ["", "deaf", "no_hello", "no_identified", "stops_reading", "mute", "not_ready"])
def test_closing_takes_less_than_a_second(watch: Callable[..., Watched], obs: FakeObs, fault: str) -> None:
    watched = watch(obs)
    if fault in ("deaf", "no_hello", "no_identified"):
        obs.fault = fault
        watched.link.start()
        assert wait_for(lambda: obs.connections > 0 or fault == "deaf")
        call = watched.link.call(STUDIO_MODE)
    else:
        link = watched.ready()
        obs.fault = fault
        call = link.call(Request("SetPersistentData", {"slotValue": "a" * LARGE}), timeout_s=60)
    started_s = time.monotonic()
    watched.link.close()
    assert time.monotonic() - started_s < 1.0
    assert call.done()
    assert watched.link.state.state == "off"
    assert code_of(watched.link.call(STUDIO_MODE)) == "obs_away"
    watched.link.close()


def test_closing_does_not_wait_for_a_listener(obs: FakeObs) -> None:
    link, held, let_go = ObsLink(obs.url, lambda: PASSWORD), threading.Event(), threading.Event()
    link.on_event(lambda _kind, _data: (held.set(), let_go.wait(10), None)[-1])
    link.start()
    assert held.wait(10)
    call = link.call(STUDIO_MODE, timeout_s=60)
    started_s = time.monotonic()
    link.close()
    assert time.monotonic() - started_s < 1.0
    assert code_of(call) == "obs_away"
    let_go.set()
    assert wait_for(lambda: not any(thread.name == "obs" for thread in threading.enumerate()))


def test_a_link_never_started_closes_and_one_closed_does_not_start(watch: Callable[..., Watched], obs: FakeObs) -> None:
    watched = watch(obs)
    watched.link.close()
    watched.link.start()
    assert not wait_for(lambda: obs.connections > 0 or bool(watched.states), 0.3)


def test_what_drips_holds_nobody_up() -> None:
    """One byte now and then is not a greeting: the time is counted for the whole of it."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        over = threading.Event()

        def drip() -> None:
            client, _ = server.accept()
            with client:
                client.settimeout(0.1)
                while not over.wait(0.05):
                    try:
                        client.sendall(b"H")
                    except OSError:
                        return

        thread = threading.Thread(target=drip)
        thread.start()
        watched = Watched(f"ws://127.0.0.1:{server.getsockname()[1]}")
        watched.link.start()
        assert wait_for(lambda: any(state.state == "lost" for state in watched.states), 5.0), watched.states
        watched.link.close()
        over.set()
        thread.join()
