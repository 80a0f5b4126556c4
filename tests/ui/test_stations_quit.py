"""Rules of ending while other stations depend on this one."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.stations_bench import OTHERS, Stations, hosting
from vi_events.stations.views import NetworkView
from vi_events.ui.stations.quitting import QuitDialog, QuitGuard

REFUSAL = "Ce poste héberge l’édition pour 3 autres."


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def stations() -> Iterator[Stations]:
    found = Stations()
    found.network.refusal = REFUSAL
    found.say(hosting(*OTHERS))
    yield found
    found.close()


@pytest.fixture
def guard(window: QMainWindow, stations: Stations) -> QuitGuard:
    made = QuitGuard(stations.news, window)
    made.watch(window)
    return made


def question(window: QWidget) -> QuitDialog:
    return next(found for found in window.findChildren(QuitDialog) if found.isVisible())


@pytest.mark.usefixtures("guard")
def test_the_last_window_asks_before_it_closes_and_enter_stays(window: QMainWindow) -> None:
    assert not window.close()
    dialog = question(window)
    assert dialog.focusWidget() is dialog.cancel_button
    dialog.cancel_button.click()
    assert window.isVisible()
    assert not window.close(), "asked again the next time"


@pytest.mark.usefixtures("guard")
def test_stopping_all_the_same_closes_the_window(window: QMainWindow) -> None:
    window.close()
    question(window).stop_button.click()
    assert not window.isVisible()


def test_handing_over_first_keeps_the_window(window: QMainWindow, guard: QuitGuard, qtbot: QtBot) -> None:
    window.close()
    with qtbot.waitSignal(guard.hand_over_requested):
        question(window).accept()
    assert window.isVisible()


def test_a_window_that_is_not_the_last_closes_unasked(window: QMainWindow, guard: QuitGuard, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    guard.watch(other)
    other.show()
    assert window.close()
    assert not other.close()
    question(other).stop_button.click()
    assert not other.isVisible()


def test_nobody_is_asked_when_nobody_depends_on_this_station(
    window: QMainWindow, guard: QuitGuard, stations: Stations
) -> None:
    stations.network.refusal = ""
    assert not guard.refusal()
    assert window.close()
    window.show()
    stations.network.refusal = REFUSAL
    stations.say(NetworkView())
    assert window.close(), "what the host would say counts no more"


def test_another_edition_is_not_opened_over_those_who_depend_on_this_one(
    window: QMainWindow, guard: QuitGuard, stations: Stations
) -> None:
    opened: list[str] = []
    guard.unless_needed(lambda: opened.append("now"))
    assert not opened
    question(window).stop_button.click()
    assert opened == ["now"]
    stations.network.refusal = ""
    guard.unless_needed(lambda: opened.append("at once"))
    assert opened == ["now", "at once"]
