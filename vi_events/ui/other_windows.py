"""The windows beside the reception: the stage manager's, the streaming operator's, the badge layouts; one of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QWidget

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.ui.checkin.reception_window import ReceptionWindow


class OtherWindows:
    """Opens them on the edition of the reception window, and closes them before it is let go."""

    def __init__(self, window: ReceptionWindow) -> None:
        self._window = window
        self._open: dict[str, Any] = {}

    def stage(self) -> None:
        """The stage manager's window."""
        from vi_events.ui.stage.console import open_console

        def make(opened: OpenEdition) -> QWidget:
            console = open_console(opened, self._window.bridge)
            console.actions_menu.palmares_requested.connect(self.palmares)
            return console

        self._show("stage", make)
        self._join()

    def webtv(self) -> None:
        """The streaming operator's window."""
        from vi_events.ui.webtv.console import open_webtv

        self._show("webtv", lambda opened: open_webtv(opened, self._window.bridge))
        self._join()

    def palmares(self) -> None:
        """The palmarès, its running order, its seal."""
        from vi_events.ui.preparation.palmares_window import PalmaresWindow

        def make(opened: OpenEdition) -> QWidget:
            window = PalmaresWindow(opened, self._window.bridge)
            window.saved.connect(self._on_palmares_saved)
            return window

        self._show("palmares", make)

    def badge_layouts(self) -> None:
        """The layouts of the badges."""
        from vi_events.ui.preparation.badge_editor import BadgeEditor

        self._show("layouts", lambda opened: BadgeEditor(opened, self._window.bridge, self._window))

    def close(self) -> None:
        """Before the edition is closed."""
        for other in self._open.values():
            other.close()
            other.deleteLater()
        self._open.clear()

    def _join(self) -> None:
        """The webtv desk shows what the surfaces of this computer's stage really painted."""
        stage, webtv = self._open.get("stage"), self._open.get("webtv")
        if webtv is not None:
            webtv.follow_surfaces(stage.outputs.lamps if stage is not None and stage.isVisible() else None)

    def _on_palmares_saved(self) -> None:
        """The console follows: of a change made before arming the journal does not hear."""
        if (stage := self._open.get("stage")) is not None and stage.isVisible():
            stage.driver.send(stage.driver.stage.view())

    def _show(self, name: str, make: Callable[[OpenEdition], QWidget]) -> None:
        opened = self._window.opened
        if opened is None:
            return
        known = self._open.get(name)
        if known is None or not known.isVisible():
            if known is not None:
                known.deleteLater()
            known = self._open[name] = make(opened)
        if isinstance(known, QDialog):
            known.open()
        else:
            known.show()
        known.raise_()
        known.activateWindow()
