"""``vi-events obs``: what it says of an OBS, what it would change there, and what it changes."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.fake_obs import FakeObs
from vi_events import cli

Vi = Callable[..., tuple[int, Any]]
PASSWORD = "mot-de-passe-témoin"


@pytest.fixture
def obs() -> Iterator[FakeObs]:
    with FakeObs(PASSWORD) as listening:
        yield listening


@pytest.fixture
def vi(
    obs: FakeObs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, Any]]:
    """Runs ``obs`` on this OBS: the exit code, and what was printed."""
    monkeypatch.setenv("VI_EVENTS_OBS_PASSWORD", PASSWORD)

    def run(*arguments: str) -> tuple[int, Any]:
        code = cli.run(["--data", str(tmp_path), "--json", *arguments], lambda _: 99)
        printed = capsys.readouterr()
        assert PASSWORD not in printed.out + printed.err
        return code, json.loads(printed.out)

    run("new", "labels-2027", "--title", "Labels", "--date", "2027-01-20", "--place", "Paris")
    return lambda action: run("obs", action, "--url", obs.url)


def test_an_obs_that_can_be_reached_says_what_it_can_show(vi: Vi) -> None:
    code, said = vi("check")
    assert (code, said["state"], said["browser_source"]) == (0, "ready", True)


def test_a_wrong_password_is_told_and_fails(vi: Vi, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VI_EVENTS_OBS_PASSWORD", "autre")
    code, said = vi("check")
    assert (code, said["state"]) == (1, "wrong_password")
    code, said = vi("plan")
    assert (code, said["error"]["code"]) == (1, "obs_wrong_password")


def test_the_plan_changes_nothing_and_the_set_up_leaves_nothing_to_plan(vi: Vi, obs: FakeObs) -> None:
    code, planned = vi("plan")
    assert code == 0
    assert {change["setup"] for change in planned["changes"]} == {True}
    assert list(obs.studio.now.scenes) == ["Scene"]
    code, done = vi("setup")
    assert (code, done["left"], done["refused"]) == (0, [], 0)
    assert vi("plan") == (0, {"collection": "test", "live": False, "changes": []})
    assert vi("setup")[1]["changes"] == []


def test_what_is_on_air_is_no_difference_for_the_command(vi: Vi, obs: FakeObs) -> None:
    vi("setup")
    for item in obs.studio.now.scenes["VI Habillage"]:
        item.enabled = True
    assert vi("plan")[1]["changes"] == []
    vi("setup")
    assert all(item.enabled for item in obs.studio.now.scenes["VI Habillage"])


def test_what_was_moved_is_planned_but_not_set_up(vi: Vi, obs: FakeObs) -> None:
    vi("setup")
    obs.studio.now.scenes["VI Habillage"][0].transform["positionX"] = 80.0
    (moved,) = vi("plan")[1]["changes"]
    assert (moved["kind"], moved["source"], moved["setup"]) == ("place", "VI Logo", False)
    assert "déplacé" in moved["text"]
    assert len(vi("setup")[1]["left"]) == 1
    assert obs.studio.now.scenes["VI Habillage"][0].transform["positionX"] == 80.0
