"""What every page of the preparation window is: made when it is first shown, read again whenever asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.ui.bridge import Bridge


class Page(QWidget):
    """One page of the preparation window. Data come through futures and ``bridge.when_done``: nothing blocks."""

    message = Signal(str, str)
    """Level (``ok``, ``warn``, ``bad`` or ``info``) and a sentence, for the window's line."""
    changed = Signal()
    """The edition changed here: the other pages read again."""
    shown = Signal(str, str)
    """Another page is asked for: its name in the window, and what to select there."""
    tool_requested = Signal(str, str)
    """Another window or a dialog of the desk is asked for (``OtherWindows.use_tool``), and what it is to show."""

    def __init__(self, opened: OpenEdition, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.opened = opened
        self.bridge = bridge

    rereads = False
    """Whether it is read again whenever the window comes back: what it shows is changed elsewhere."""

    @property
    def is_unsaved(self) -> bool:
        """Whether closing the window would lose something."""
        return False

    def refresh(self) -> None:
        """Reads the edition again."""

    def show_item(self, key: str) -> None:
        """Selects what the readiness list names by ``key`` (a zone, a field, a filter)."""
