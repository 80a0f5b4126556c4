"""The stage's day: a rehearsal, the checks, the show up to its first gates, a pause, black, a late change, a crash."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from vi_events.stage.engine import needs_standby, target
from vi_events.stage.preflight import Surfaces, preflight
from vi_events.stage.show import ShowView
from vi_events.ui.bridge import Bridge
from vi_events.ui.stage.console import StageConsole
from vi_events.ui.stage.key_test import KeyTest
from vi_events.ui.stage.preflight_dialog import PreflightDialog
from vi_events.ui.stage.rows import names
from vi_events.ui.tour.camera import Camera, Clock

if TYPE_CHECKING:
    from vi_events.app import OpenEdition

_BEGINS = datetime(2018, 2, 1, 14, 30, 20)
_SCREEN_PX = QSize(1280, 720)
_REVEALED_S = 12.0
"""Longer than any reveal moves."""
_CALLED_S = 8.0
_AWARDS = 4


class StageTour:
    """One console, with its public screen, prompter and wings."""

    def __init__(self, camera: Camera, clock: Clock, bridge: Bridge, opened: "OpenEdition") -> None:
        self._camera, self._clock, self._bridge, self._opened = camera, clock, bridge, opened
        self._name = ""
        self._console = self._new_console()

    def play(self, size: tuple[int, int]) -> None:
        """Leaves the console in each state, and what the audience and the presenter see then."""
        self._name = f"-{size[0]}"
        self._clock.pass_until(_BEGINS)
        self._open(size)
        self._shoot("scene-preparation")
        self._dialogs()
        self._rehearsal()
        self._arm()
        self._awards()
        self._states()
        self._late_change()
        self._crash(size)
        self._console.close()

    def end(self) -> None:
        """The rest of the show, with no picture of it."""
        stage = self._opened.stage
        view = stage.view().result()
        while view.state.mode == "live" and target(view.revision, view.state) is not None:
            if needs_standby(view.revision, view.state):
                stage.standby().result()
            self._clock.pass_s(_CALLED_S)
            view = stage.go().result()
        stage.finish().result()

    # The day

    def _dialogs(self) -> None:
        view = self._view
        document = self._console.driver.stage.documents
        assert document is not None
        found = preflight(view.revision, view.document, Surfaces("ok", "ok", sealed=True))
        test = KeyTest(self._console)
        for what, dialog in (
            ("scene-controle", PreflightDialog(found, names(view), self._console)),
            ("scene-essai-touches", test),
        ):
            dialog.show()
            if dialog is test:
                self._send_keys(test)
            self._camera.settle()
            self._camera.shoot(dialog, what + self._name)
            dialog.close()

    def _send_keys(self, test: KeyTest) -> None:
        """What a clicker sends."""
        for key, text in ((Qt.Key.Key_B, "b"), (Qt.Key.Key_PageUp, ""), (Qt.Key.Key_PageDown, "")):
            QApplication.sendEvent(test, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text))

    def _rehearsal(self) -> None:
        console = self._console
        console.driver.rehearse()
        self._camera.settle(lambda: console.driver.rehearsing and self._mode("armed"))
        self._top()
        self._shoot("scene-repetition")
        console.driver.leave_rehearsal()
        self._camera.settle(lambda: self._mode("edit"))

    def _arm(self) -> None:
        self._console.outputs.open_prompter()
        self._console.outputs.open_wings()
        self._console.driver.arm()
        self._camera.settle(lambda: self._mode("armed"))
        self._shoot("scene-arme")

    def _awards(self) -> None:
        """The first part, up to awards of towns whose people are in the room."""
        self._roll_calls()
        self._shoot("scene-palier")
        self._do(lambda: self._console.act("standby"))
        self._shoot("scene-palier-prepare")
        self._surfaces("-palier")
        awards = 0
        while awards < _AWARDS or not self._is_somebody_here():
            self._top()
            awards += self._on_screen() == "award"
        self._shoot("scene-direct")
        self._surfaces("")
        assert self._console.outputs.wings is not None
        self._camera.shoot(self._console.outputs.wings, "coulisse" + self._name)

    def _states(self) -> None:
        console = self._console
        self._do(lambda: console.act("back"))
        self._shoot("scene-retour")
        self._do(lambda: console.act("pause"))
        self._shoot("scene-pause")
        self._do(lambda: console.act("pause"))
        self._do(lambda: console.act("black"))
        self._shoot("scene-noir")
        self._do(lambda: console.act("black"))

    def _late_change(self) -> None:
        """A town whose mayor is late: read before it is applied, then left alone."""
        console, late = self._console, self._console.page.late
        stop = next(row for row in console.page.rundown.rows if row.state == "future" and row.kind == "award")
        console.toggle_late()
        late.stop.setText(str(stop.number))
        late.preview()
        self._camera.settle(late.apply_button.isEnabled)
        self._shoot("scene-changement")
        console.toggle_late()

    def _crash(self, size: tuple[int, int]) -> None:
        """The window dies during the show, and comes back."""
        self._console.close()
        self._console = self._new_console()
        self._open(size)
        self._shoot("scene-redemarrage")
        self._do(lambda: self._console.act("pause"))

    # How

    @property
    def _view(self) -> ShowView:
        view = self._console.view
        assert view is not None
        return view

    def _new_console(self) -> StageConsole:
        return StageConsole(self._opened, self._bridge, now_ms=self._clock, monotonic=self._clock.monotonic)

    def _open(self, size: tuple[int, int]) -> None:
        self._console.resize(*size)
        self._console.outputs.public.resize(_SCREEN_PX)
        self._console.show()
        self._console.activateWindow()
        self._camera.settle(lambda: self._console.view is not None)

    def _mode(self, mode: str) -> bool:
        return self._console.view is not None and self._view.state.mode == mode

    def _on_screen(self) -> str:
        state = self._view.state
        return self._view.revision.stops[state.stop].kind if state.stop >= 0 else ""

    def _is_somebody_here(self) -> bool:
        """Of the town on screen."""
        return self._on_screen() == "award" and self._console.page.room.lines[0].level == "ok"

    def _roll_calls(self) -> None:
        """Name after name, up to the first gate: nothing of it is a picture."""
        stage, view = self._opened.stage, self._view
        while not needs_standby(view.revision, view.state):
            self._clock.pass_s(_CALLED_S)
            view = stage.go().result()
        self._clock.pass_s(_REVEALED_S)
        self._do(lambda: self._console.driver.send(stage.view()))

    def _top(self) -> None:
        """S where there is a gate, then TOP, and time for the reveal."""
        if needs_standby(self._view.revision, self._view.state):
            self._do(lambda: self._console.act("standby"))
        self._do(self._press)
        self._clock.pass_s(_REVEALED_S)
        self._console.tick()

    def _press(self) -> None:
        self._console.press_go()
        self._console.driver.release_go()

    def _do(self, act: Callable[[], None]) -> None:
        before = self._view
        self._clock.pass_s(1)
        act()
        self._camera.settle(lambda: self._view is not before)
        self._console.tick()

    def _shoot(self, what: str) -> None:
        """With the keyboard, as the stage manager has it: without it TOP says that it would not act."""
        self._console.activateWindow()
        self._camera.settle(self._console.isActiveWindow)
        self._console.tick()
        self._camera.shoot(self._console, what + self._name)

    def _surfaces(self, suffix: str) -> None:
        """What the audience sees and what the presenter reads."""
        outputs, view = self._console.outputs, self._view
        assert outputs.prompter is not None
        outputs.public.show_state(view.revision, view.state, round(_REVEALED_S * 1000))
        self._camera.shoot(outputs.public, f"ecran-de-salle{suffix}{self._name}")
        self._camera.shoot(outputs.prompter, f"prompteur{suffix}{self._name}")
