"""The public screen stays on the display that was chosen: it hides when that one goes, and never moves to another."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vi_events.stage.theme import default_theme
from vi_events.ui.surfaces.displays import Binder, Display, displays, find, is_mirrored
from vi_events.ui.surfaces.public_screen import PublicScreen

pytestmark = pytest.mark.usefixtures("qapp")

LAPTOP = Display("eDP-1", "LG", "14Z", "", (0, 0, 1366, 768), primary=True)
HALL = Display("HDMI-1", "Epson", "EB-L200F", "X4RK0", (1366, 0, 1920, 1080))
LEFT = Display("DP-1", "Dell", "P2419", "", (1366, 0, 1920, 1080))
RIGHT = replace(LEFT, name="DP-2", area=(3286, 0, 1920, 1080))


def test_a_display_with_a_serial_number_is_known_on_any_socket() -> None:
    moved = replace(HALL, name="DP-3", area=(0, 768, 1920, 1080))
    assert find(HALL, [LAPTOP, moved]) == moved


def test_another_projector_on_the_same_socket_is_not_the_one_chosen() -> None:
    assert find(HALL, [LAPTOP, replace(HALL, serial="X4RK1")]) is None
    assert find(HALL, [LAPTOP, replace(HALL, model="EB-L210W")]) is None
    assert find(HALL, [LAPTOP]) is None


def test_twins_without_serial_numbers_are_told_apart_by_their_sockets() -> None:
    assert find(RIGHT, [LAPTOP, LEFT, RIGHT]) == RIGHT
    assert find(RIGHT, [LAPTOP, LEFT]) is None


def test_twins_that_share_a_serial_number_are_never_taken_for_each_other() -> None:
    one = replace(LEFT, serial="0000", twin=True)
    other = replace(RIGHT, serial="0000", twin=True)
    assert find(one, [LAPTOP, one, other]) == one
    assert find(one, [LAPTOP, replace(other, twin=False)]) is None


def test_place_on_the_desktop_decides_last() -> None:
    nameless = [replace(LEFT, name=""), replace(RIGHT, name="")]
    assert find(nameless[1], nameless) == nameless[1]
    assert find(replace(nameless[1], area=(0, 0, 1, 1)), nameless) is None


def test_one_display_or_two_showing_the_same_are_mirrored() -> None:
    assert is_mirrored(LAPTOP, [LAPTOP])
    copy = replace(HALL, area=(0, 0, 1366, 768))
    assert is_mirrored(copy, [LAPTOP, copy])
    assert not is_mirrored(HALL, [LAPTOP, HALL])


class Desk:
    """A computer whose displays come and go; every display is drawn on the one screen of the tests."""

    def __init__(self, qtbot: QtBot) -> None:
        self.present = [LAPTOP, HALL]
        self.window = PublicScreen(default_theme())
        qtbot.addWidget(self.window)
        self.said: list[str] = []
        self.binder = Binder(self.window, self._connected)
        self.binder.bound.connect(lambda: self.said.append("bound"))
        self.binder.lost.connect(lambda: self.said.append("lost"))

    def plug(self, *present: Display) -> None:
        self.present = list(present)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenRemoved.emit(QGuiApplication.primaryScreen())
        QApplication.processEvents()

    def _connected(self) -> list[tuple[Display, QScreen]]:
        return [(display, QGuiApplication.primaryScreen()) for display in self.present]


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_window_hides_when_its_display_goes_and_comes_back_with_it(desk: Desk) -> None:
    desk.binder.choose(HALL)
    assert desk.window.isVisible()
    desk.plug(LAPTOP)
    assert not desk.window.isVisible()
    desk.plug(LAPTOP, LEFT)
    assert not desk.window.isVisible()
    desk.plug(LAPTOP, HALL)
    assert desk.window.isVisible()
    assert desk.said == ["bound", "lost", "bound"]


def test_nothing_is_shown_before_a_display_is_chosen_nor_after_it_is_given_up(desk: Desk) -> None:
    desk.plug(LAPTOP, HALL)
    assert not desk.window.isVisible()
    desk.binder.choose(HALL)
    desk.binder.choose(None)
    assert not desk.window.isVisible()


def test_a_display_chosen_while_unplugged_is_waited_for(desk: Desk) -> None:
    desk.plug(LAPTOP)
    desk.binder.choose(HALL)
    assert (desk.window.isVisible(), desk.binder.wanted) == (False, HALL)
    desk.plug(LAPTOP, HALL)
    assert desk.window.isVisible()


TWO_SCREENS = """
import json, sys
from PySide6.QtWidgets import QApplication
from vi_events.stage.theme import default_theme
from vi_events.ui.surfaces.displays import Binder, displays, identify, is_mirrored
from vi_events.ui.surfaces.public_screen import PublicScreen
app = QApplication([])
present = displays()
window = PublicScreen(default_theme())
binder = Binder(window)
numbers = identify()
binder.choose(next(display for display in present if display.name == "hall"))
app.processEvents()
print(json.dumps({
    "areas": {display.name: display.area for display in present},
    "names": [display.name for display in present],
    "mirrored": [is_mirrored(display, present) for display in present],
    "window": window.geometry().getRect(),
    "screen": window.screen().name(),
    "numbers": [number.screen().name() for number in numbers],
}))
"""


def two_screens(tmp_path: Path, second_left: int) -> dict[str, object]:
    """What the program makes of two screens, in a process of its own."""
    shape = {"y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    described = [
        {"name": "inside", "x": 0, "width": 1366, "height": 768, **shape},
        {"name": "hall", "x": second_left, "width": 1920, "height": 1080, **shape},
    ]
    (tmp_path / "screens.json").write_text(json.dumps({"screens": described}))
    found = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen:configfile=screens.json", "PYTHONPATH": os.getcwd()},
        cwd=tmp_path,
        capture_output=True,
        check=True,
        timeout=60,
    )
    told: dict[str, object] = json.loads(found.stdout)
    return told


def test_window_fills_the_display_chosen_among_two(tmp_path: Path) -> None:
    told = two_screens(tmp_path, 1366)
    assert told["areas"] == {"inside": [0, 0, 1366, 768], "hall": [1366, 0, 1920, 1080]}
    assert told["mirrored"] == [False, False]
    assert (told["window"], told["screen"]) == ([1366, 0, 1920, 1080], "hall")
    assert told["numbers"] == told["names"]


def test_two_screens_in_the_same_place_are_mirrored(tmp_path: Path) -> None:
    assert two_screens(tmp_path, 0)["mirrored"] == [True, True]


def test_the_displays_of_this_computer_are_told() -> None:
    present = displays()
    assert len(present) == len(QGuiApplication.screens())
    assert sum(display.primary for display in present) == 1
    assert str(present[0].area[2]) in present[0].label
