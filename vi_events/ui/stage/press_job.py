"""Pictures for the press, drawn a picture at a time so that the window stays alive."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from vi_events.errors import UserError
from vi_events.stage.theme import Theme
from vi_events.ui.surfaces.press_pictures import write_press_pictures


class PressJob(QObject):
    """Writes the pictures of what was announced. It draws in the window's thread: Qt’s outlines belong to one."""

    told = Signal(str)
    """How far it has come, then what came of it."""
    failed = Signal(object)
    """A UserError: it has stopped."""

    def __init__(
        self,
        folder: Path,
        announced: Sequence[Mapping[str, Any]],
        look: tuple[str, Theme],
        parent: QObject | None = None,
    ) -> None:
        """``look`` is the line that heads every card, and the theme."""
        super().__init__(parent)
        self._folder = folder
        self._written = 0
        self._pictures = write_press_pictures(folder, announced, *look)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start()

    def _on_timer_timeout(self) -> None:
        try:
            path = next(self._pictures, None)
        except UserError as problem:
            self._timer.stop()
            self.failed.emit(problem)
            return
        if path is not None:
            self._written += 1
            said = self.tr("Images pour la presse\u202f: %1")
            self.told.emit(said.replace("%1", str(self._written)))
            return
        self._timer.stop()
        said = self.tr("%1 images pour la presse dans «\u202f%2\u202f».")
        self.told.emit(said.replace("%1", str(self._written)).replace("%2", self._folder.name))
