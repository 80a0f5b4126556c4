"""The windows beside the reception: the stage manager's, the streaming operator's, the badge layouts; one of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.ui.checkin.reception_window import ReceptionWindow


class OtherWindows:
    """Opens them on the edition of the reception window, and closes them before it is let go."""

    def __init__(self, window: ReceptionWindow) -> None:
        self._window = window
        self._open: dict[str, QWidget] = {}

    def stage(self) -> None:
        """The stage manager's window."""
        from vi_events.ui.stage.console import open_console

        self._show("stage", lambda opened: open_console(opened, self._window.bridge))
        self._join()

    def webtv(self) -> None:
        """The streaming operator's window."""
        from vi_events.ui.webtv.console import open_webtv

        self._show("webtv", lambda opened: open_webtv(opened, self._window.bridge))
        self._join()

    def badge_layouts(self) -> None:
        """The layouts of the badges."""
        from vi_events.ui.preparation.badge_editor import BadgeEditor

        self._show("layouts", lambda opened: BadgeEditor(opened, self._window.bridge, self._window))

    def close(self) -> None:
        """Before the edition is closed."""
        for other in self._open.values():
            other.close()
        self._open.clear()

    def _join(self) -> None:
        """The webtv desk shows what the surfaces of this computer's stage really painted."""
        stage, webtv = self._open.get("stage"), self._open.get("webtv")
        if webtv is not None:
            lamps = stage.outputs.lamps if stage is not None and stage.isVisible() else None  # type: ignore[attr-defined]
            webtv.follow_surfaces(lamps)  # type: ignore[attr-defined]

    def _show(self, name: str, make: Callable[[OpenEdition], QWidget]) -> None:
        opened = self._window.opened
        if opened is None:
            return
        known = self._open.get(name)
        if known is None or not known.isVisible():
            known = self._open[name] = make(opened)
        if isinstance(known, QDialog):
            known.open()
        else:
            known.show()
        known.raise_()
        known.activateWindow()
