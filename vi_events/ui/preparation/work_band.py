"""Long work shown where it was asked for: how far it is, a way to stop it, then what came of it and where it lies."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout

from vi_events.errors import UserError, ViError
from vi_events.files import Told
from vi_events.ui.job import Job
from vi_events.ui.language import spoken
from vi_events.ui.theme import BASE_PX, LIGHT, NOTE_PX
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.panel import Panel, Text

_BAR_PX, _TELL_S = 12, 0.05
_STOPPED = "stopped"
_SHAPES = {"ok": "● ", "warn": "◆ ", "bad": "■ "}


class _Steps(QObject):
    """Passes what the work says of itself into the window's thread, and asks it to stop."""

    told = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.stopped = False
        self._last_s = 0.0

    def tell(self, done: int, total: int) -> None:
        """Given to the work, which runs in another thread."""
        if self.stopped:
            raise UserError(_STOPPED, "Arrêté.")
        now_s = time.monotonic()
        if now_s - self._last_s > _TELL_S:
            self._last_s = now_s
            self.told.emit(done, total)


class WorkBand(Panel):
    """Hidden until there is something to say. One work at a time."""

    ended = Signal()
    """The work is over, well or not."""

    def __init__(self, note: str = "") -> None:
        super().__init__()
        self._job: Job | None = None
        self._steps = _Steps()
        self._folder = Path()
        self.text, self._details = Text(BASE_PX, bold=True, wrap=True), Text(NOTE_PX, wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(_BAR_PX)
        self.bar.setAccessibleName(self.tr("Travail en cours"))
        self._note = Text(NOTE_PX, ink=LIGHT.ink_2, wrap=True)
        self._note.setText(note)
        self.open_button = KeyButton(self.tr("Ouvrir le dossier"), "Ctrl+O")
        self.open_button.bind("Ctrl+O")
        self.open_button.clicked.connect(self._open_folder)
        self.stop_button = KeyButton(self.tr("Arrêter"))
        self.stop_button.clicked.connect(self._stop)
        self._arrange()
        self.hide()

    @property
    def is_busy(self) -> bool:
        return self._job is not None

    def run(
        self, sentence: str, work: Callable[[Told], Any], done: Callable[[Any], None], *, stops: bool = True
    ) -> None:
        """Does ``work`` off the window's thread, then calls ``done`` with its result, or shows why there is none.
        ``stops``: the work can be stopped whenever it tells how far it is.
        """
        steps = self._steps = _Steps()
        steps.told.connect(self._on_told)

        def ended(result: Any) -> None:
            self._over()
            done(result)
            self.ended.emit()

        self._job = Job(lambda: work(steps.tell), ended, self._on_failed)
        self.destroyed.connect(self._job.forget)
        self.bar.setRange(0, 0)
        self._show("", sentence, "")
        self.stop_button.setEnabled(True)
        self.stop_button.setVisible(stops)

    def forget(self) -> None:
        """What comes of the work no longer matters; it goes on to its end."""
        if self._job is not None:
            self._job.forget()
            self._over()

    def show_written(self, sentence: str, folder: Path, details: str = "", tone: str = "ok") -> None:
        """Shows what was made, with the button that opens its folder. ``tone``: ``warn`` when something is left out."""
        self._folder = folder
        self._show(tone, sentence, details)
        self.open_button.show()

    def show_done(self, tone: str, sentence: str, details: str = "") -> None:
        """Shows what was done where there is nothing to open."""
        self._show(tone, sentence, details)

    def show_problem(self, problem: str) -> None:
        """Shows what went wrong and what to do."""
        self._show("bad", problem, "")

    # Inside

    def _stop(self) -> None:
        self._steps.stopped = True
        self.stop_button.setEnabled(False)

    def _over(self) -> None:
        self._job = None

    def _on_told(self, done: int, total: int) -> None:
        if self._job is not None:
            self.bar.setRange(0, total)
            self.bar.setValue(done)

    def _on_failed(self, problem: ViError) -> None:
        self._over()
        if problem.code == _STOPPED:
            self._show("warn", self.tr("Arrêté avant la fin. Ce qui était déjà fait l’est."), "")
        else:
            self.show_problem(spoken(problem))
        self.ended.emit()

    def _open_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            said = self.tr("Le dossier ne s’ouvre pas d’ici\u202f: cherchez «\u00a0%1\u00a0» dans vos fichiers.")
            self.show_problem(said.replace("%1", str(self._folder)))

    def _show(self, tone: str, sentence: str, details: str) -> None:
        self.set_tone(tone)
        self.text.set_ink(LIGHT.tone(tone).ink if tone else LIGHT.ink)
        self.text.setText(_SHAPES.get(tone, "") + sentence)
        self._details.show_text(details)
        self.bar.setVisible(not tone)
        self._note.setVisible(not tone and bool(self._note.text()))
        self.stop_button.hide()
        self.open_button.hide()
        self.show()

    def _arrange(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(8)
        for part in (self.text, self._details, self.bar, self._note):
            column.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(16)
        row.addLayout(column, 1)
        for button in (self.stop_button, self.open_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
