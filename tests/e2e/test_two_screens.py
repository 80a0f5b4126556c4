"""The public screen under a real X server with two monitors: on the right one, gone with it, back with it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.e2e.x_server import wait_for, x_server
from tests.ui.stage_bench import new_edition

PROGRAM = [sys.executable, "-m", "tests.e2e.stage_program"]
TITLE = "^VI Events$"
"""Of the public screen; the console has another one."""
INSIDE, HALL = "1366/300x768/200+0+0", "1920/500x1080/300+1366+0"
ON_HALL = (1366, 0, 1920, 1080)
Env = dict[str, str]


@pytest.fixture
def screens(tmp_path: Path) -> Iterator[Env]:
    """A laptop and, at its right, a hall."""
    with x_server(tmp_path, "us", "3286x1080") as env:
        xrandr(env, "--setmonitor", "inside", INSIDE, "screen")
        plug(env)
        yield env


def xrandr(env: Env, *arguments: str) -> None:
    subprocess.run(["xrandr", *arguments], env=env, check=True, capture_output=True)


def plug(env: Env) -> None:
    xrandr(env, "--setmonitor", "hall", HALL, "none")


def unplug(env: Env) -> None:
    xrandr(env, "--delmonitor", "hall")


@contextmanager
def program(env: Env, *arguments: str) -> Iterator["subprocess.Popen[str]"]:
    with subprocess.Popen([*PROGRAM, *arguments], env=env, stdout=subprocess.PIPE, text=True) as running:
        try:
            assert running.stdout is not None
            assert running.stdout.readline() == "ready\n"
            yield running
        finally:
            running.kill()


def public_screen(env: Env) -> tuple[int, int, int, int] | None:
    """Where the X server shows it: left, top, width, height; None when it shows it nowhere."""
    asked = ["xdotool", "search", "--onlyvisible", "--name", TITLE, "getwindowgeometry", "--shell"]
    told = subprocess.run(asked, env=env, capture_output=True, text=True, check=False).stdout
    values = dict(line.split("=", 1) for line in told.splitlines() if "=" in line)
    if not values:
        return None
    return int(values["X"]), int(values["Y"]), int(values["WIDTH"]), int(values["HEIGHT"])


def test_public_screen_is_on_the_hall_goes_with_it_and_comes_back(screens: Env, tmp_path: Path) -> None:
    folder = new_edition(tmp_path / "data")
    with program(screens, str(folder), "hall"):
        assert wait_for(lambda: public_screen(screens) == ON_HALL)
        unplug(screens)
        assert wait_for(lambda: public_screen(screens) is None)
        seen = [public_screen(screens) for _ in range(20)]
        assert seen == [None] * 20, "it never shows on the stage manager's own display"
        plug(screens)
        assert wait_for(lambda: public_screen(screens) == ON_HALL)


def test_after_a_crash_it_comes_back_on_the_hall_and_nowhere_else(screens: Env, tmp_path: Path) -> None:
    folder = new_edition(tmp_path / "data")
    with program(screens, str(folder), "hall"):
        assert wait_for(lambda: public_screen(screens) == ON_HALL)
    with program(screens, str(folder)):
        assert wait_for(lambda: public_screen(screens) == ON_HALL)
    unplug(screens)
    with program(screens, str(folder)):
        assert [public_screen(screens) for _ in range(20)] == [None] * 20
        plug(screens)
        assert wait_for(lambda: public_screen(screens) == ON_HALL)
