"""What is done once in a show, from the menu: arming, screens, tests, the log, the end."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from vi_events.stage.documents import OPEN, SEALED, EditionDocuments
from vi_events.stage.preflight import Finding, Surfaces, preflight
from vi_events.stage.service import LogLine
from vi_events.stage.show import ShowView
from vi_events.ui.bridge import Bridge
from vi_events.ui.job import Job
from vi_events.ui.stage.driver import StageDriver
from vi_events.ui.stage.key_test import KeyTest
from vi_events.ui.stage.outputs import Outputs
from vi_events.ui.stage.preflight_dialog import PreflightDialog
from vi_events.ui.stage.press_job import PressJob
from vi_events.ui.stage.replay import SPEEDS, Replay
from vi_events.ui.stage.rows import names
from vi_events.ui.stage.stage_log import StageLog
from vi_events.ui.surfaces.displays import Display, displays, identify, is_mirrored
from vi_events.ui.theme import BASE_PX
from vi_events.ui.widgets.dark import StageDialog, StageHoldButton, label

_HOLD_S = 2.0


class StageActions(QObject):
    """The menu of the console, and the dialogs that it opens."""

    told = Signal(str)
    """What came of something that takes a while, in a sentence."""
    palmares_requested = Signal()
    """The window of the palmarès is one for the whole program: whoever holds it opens it."""

    def __init__(self, window: QWidget, driver: StageDriver, outputs: Outputs, bridge: Bridge) -> None:
        super().__init__(window)
        self._window, self._driver, self._outputs, self._bridge = window, driver, outputs, bridge
        self.replay = Replay(driver, self)
        self._numbers: list[QWidget] = []
        """The windows that tell displays apart: kept as long as they show."""

    def menu(self) -> QMenu:
        """The menu as it is possible now."""
        menu = QMenu(self._window)
        menu.addMenu(self._public_displays(menu))
        menu.addMenu(self._prompter_displays(menu))
        menu.addAction(self.tr("Coulisse")).triggered.connect(self._outputs.open_wings)
        menu.addSeparator()
        menu.addAction(self.tr("Palmarès et conducteur…")).triggered.connect(self.palmares_requested)
        menu.addAction(self.tr("Essai des touches et de la télécommande…")).triggered.connect(self.test_keys)
        menu.addAction(self.tr("Journal du spectacle…")).triggered.connect(self.show_log)
        self._add_press(menu)
        self._add_show(menu)
        return menu

    def popup(self, button: QWidget) -> None:
        """Opens the menu under its button."""
        menu = self.menu()
        menu.popup(button.mapToGlobal(QPoint(button.width() - menu.sizeHint().width(), button.height())))

    def arm(self) -> None:
        """Checks everything off the window's thread, then asks."""
        view = self._driver.view
        if view is None or view.state.mode != "edit":
            return
        surfaces, documents = self._outputs.surfaces(), self._driver.stage.documents
        fonts = self._driver.stage.look[0].fonts

        def work() -> tuple[Finding, ...]:
            known: Surfaces = surfaces
            if isinstance(documents, EditionDocuments):
                known = replace(surfaces, sealed=documents.state in (OPEN, SEALED))
            return preflight(view.revision, view.document, known, fonts)

        Job(work, partial(self._ask_to_arm, view), self._driver.failed.emit)

    def test_keys(self) -> None:
        KeyTest(self._window).open()

    def show_log(self) -> None:
        def show(lines: tuple[LogLine, ...]) -> None:
            StageLog(lines, self._window).open()

        self._bridge.when_done(self._driver.stage.log(), show, self._driver.failed.emit)

    def finish(self) -> None:
        """Asks to hold a button before the show ends."""
        dialog = FinishDialog(self._window)
        dialog.accepted.connect(lambda: self._driver.send(self._driver.stage.finish()))
        dialog.open()

    def take_over(self) -> None:
        """Asks before this station leads a show that another one leads."""
        view = self._driver.view
        if view is None or not view.state.elsewhere:
            return
        dialog = TakeOverDialog(view.state.leader, self._window)
        dialog.accepted.connect(lambda: self._driver.send(self._driver.stage.take_over()))
        dialog.open()

    def press_pictures(self) -> None:
        """Asks for a folder, then draws what was announced."""
        asked = QFileDialog(self._window, self.tr("Où enregistrer les images"))
        asked.setFileMode(QFileDialog.FileMode.Directory)
        asked.setOption(QFileDialog.Option.ShowDirsOnly)
        if asked.exec() and asked.selectedFiles():
            self.write_press_pictures(Path(asked.selectedFiles()[0]))

    def write_press_pictures(self, folder: Path) -> None:
        """Draws what was announced into ``folder``, a picture at a time."""
        stage = self._driver.opened.stage

        def write(rows: list[dict[str, Any]]) -> None:
            job = PressJob(folder, rows, (stage.header, stage.look[0]), self)
            job.told.connect(self.told)
            job.failed.connect(self._driver.failed)

        self._bridge.when_done(stage.announced(), write, self._driver.failed.emit)

    def _ask_to_arm(self, view: ShowView, findings: tuple[Finding, ...]) -> None:
        dialog = PreflightDialog(findings, names(view), self._window)
        dialog.accepted.connect(lambda: self._driver.arm(dialog.signed()))
        dialog.open()

    def _public_displays(self, menu: QMenu) -> QMenu:
        chosen = self._outputs.binder.wanted
        screens = self._displays(menu, self.tr("Écran de salle"), chosen, self._outputs.choose_display)
        action = screens.addAction(self.tr("Fermer l’écran de salle"))
        action.setEnabled(chosen is not None)
        action.triggered.connect(lambda: self._outputs.choose_display(None))
        return screens

    def _prompter_displays(self, menu: QMenu) -> QMenu:
        outputs = self._outputs
        chosen = outputs.prompter_binder.wanted if outputs.prompter_binder else None
        screens = self._displays(menu, self.tr("Prompteur"), chosen, outputs.open_prompter)
        screens.addAction(self.tr("Dans une fenêtre")).triggered.connect(lambda: outputs.open_prompter())
        action = screens.addAction(self.tr("Fermer le prompteur"))
        action.setEnabled(outputs.prompter is not None)
        action.triggered.connect(outputs.close_prompter)
        return screens

    def _displays(self, menu: QMenu, title: str, chosen: Display | None, choose: Callable[[Display], None]) -> QMenu:
        screens = QMenu(title, menu)
        present = displays()
        for number, display in enumerate(present, 1):
            words = f"{number}. {display.label}"
            if is_mirrored(display, present):
                words += self.tr(" · recopie la régie")
            action = screens.addAction(words)
            action.setCheckable(True)
            action.setChecked(display == chosen)
            action.triggered.connect(partial(self._choose, display, choose))
        screens.addSeparator()
        screens.addAction(self.tr("Numéroter les écrans")).triggered.connect(self._identify)
        return screens

    def _choose(self, display: Display, choose: Callable[[Display], None], _checked: bool = False) -> None:
        # It may have been unplugged while the menu was open.
        if display in displays():
            choose(display)

    def _identify(self) -> None:
        self._numbers = identify()

    def _add_press(self, menu: QMenu) -> None:
        """Before and after the show: drawing them would hold up a TOP."""
        view = self._driver.view
        action = menu.addAction(self.tr("Images pour la presse…"))
        action.setEnabled(view is not None and view.state.mode == "edit")
        action.triggered.connect(self.press_pictures)

    def _add_replay(self, menu: QMenu) -> None:
        """A rehearsal may play itself to its end."""
        menu.addSeparator()
        if self.replay.running:
            menu.addAction(self.tr("Arrêter la lecture")).triggered.connect(lambda: self.replay.stop())
            return
        for speed in SPEEDS:
            words = self.tr("Jouer toute la cérémonie, %1 fois plus vite").replace("%1", str(speed))
            menu.addAction(words).triggered.connect(partial(self._replay, speed))

    def _replay(self, speed: int, _checked: bool = False) -> None:
        self.replay.start(speed)

    def _add_show(self, menu: QMenu) -> None:
        """What changes the show comes last, away from the rest."""
        view, stage = self._driver.view, self._driver.stage
        if view is None or view.state.mode == "edit":
            return
        send = self._driver.send
        menu.addSeparator()
        if view.state.elsewhere:
            menu.addAction(self.tr("Reprendre la main…")).triggered.connect(self.take_over)
            return
        words = self.tr("Rendre la carte à l’écran") if view.state.cleared else self.tr("Vider l’écran de salle")
        menu.addAction(words).triggered.connect(lambda: send(stage.clear()))
        if view.state.rehearsal:
            self._add_replay(menu)
        if view.state.mode == "armed":
            menu.addAction(self.tr("Désarmer")).triggered.connect(lambda: send(stage.disarm()))
        if view.state.mode in ("live", "hold") and not view.state.rehearsal:
            menu.addSeparator()
            menu.addAction(self.tr("Terminer le spectacle…")).triggered.connect(self.finish)


class TakeOverDialog(StageDialog):
    """Says what taking over does; nothing happens by Enter alone."""

    def __init__(self, leader: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Reprendre la main"), "", parent)
        said = self.tr(
            "«\u202f%1\u202f» mène ce spectacle. Ce poste le mènera à sa place\u202f: les ordres que «\u202f%1\u202f» "
            "donne encore seront ignorés, et comptés ici."
        )
        self.hold = StageHoldButton(self.tr("Reprendre la main"), seconds=_HOLD_S)
        self.hold.held.connect(self.accept)
        self.body.addWidget(label(said.replace("%1", leader), BASE_PX, wrap=True))
        self.body.addWidget(self.hold)
        self.setMinimumWidth(520)
        self.cancel_button.setFocus()


class FinishDialog(StageDialog):
    """Accepted only by a button that was held."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Terminer le spectacle"), "", parent)
        said = self.tr("L’écran de salle se vide, et ce poste oublie la clé du palmarès.")
        self.hold = StageHoldButton(self.tr("Terminer"), seconds=_HOLD_S)
        self.hold.held.connect(self.accept)
        self.body.addWidget(label(said, BASE_PX, wrap=True))
        self.body.addWidget(self.hold)
        self.setMinimumWidth(520)
        self.cancel_button.setFocus()
