"""One gesture on many people: done slice after slice, stopped when asked, taken back as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vi_events.errors import UserError
from vi_events.files import Told
from vi_events.ui.preparation.palmares_parts import VerbButton
from vi_events.ui.preparation.words import counted
from vi_events.ui.preparation.work_band import WorkBand

T = TypeVar("T")
SLICE = 100
"""People of one transaction: a scan passes between two."""


@dataclass(frozen=True)
class Gesture(Generic[T]):
    """``step`` does it for a slice of people, and gives what ``undo`` takes to undo that slice."""

    doing: str
    done: Callable[[int], str]
    """The sentence once it is done for so many people."""
    step: Callable[[Sequence[str]], Future[T]]
    undo: Callable[[T], Future[Any]]
    count: Callable[[T], int]
    """How many people a step changed."""
    slice: int = SLICE
    undone: str = ""
    """The sentence once it is taken back; empty: for how many people."""
    gone: Callable[[T], int] = lambda _: 0
    """How many people a step left out, for they are no longer on the list."""


class GestureBand(QWidget):
    """Runs gestures, one at a time; the last one can be taken back until the next."""

    changed = Signal()
    """Something was done or undone."""

    def __init__(self) -> None:
        super().__init__()
        self.band = WorkBand()
        self.undo_button = VerbButton(self.tr("Annuler ce geste"), "Ctrl+Z", "Ctrl+Z")
        self.undo_button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.band, 1)
        row.addWidget(self.undo_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._gesture: Gesture[Any] | None = None
        self._done: list[Any] = []
        self.undo_button.clicked.connect(self.undo)
        self.band.ended.connect(self._on_ended)

    @property
    def is_busy(self) -> bool:
        return self.band.is_busy

    def run(self, gesture: Gesture[Any], attendee_ids: Sequence[str]) -> None:
        """Does it for these people; what an earlier gesture did can no longer be taken back from here."""
        if self.is_busy:
            return
        self._gesture, self._done = gesture, []
        done = self._done

        def work(told: Told) -> None:
            for start in range(0, len(attendee_ids), gesture.slice):
                told(start, len(attendee_ids))
                done.append(gesture.step(attendee_ids[start : start + gesture.slice]).result())

        self.undo_button.hide()
        self.band.run(gesture.doing, work, lambda _: self._tell(gesture))

    def _tell(self, gesture: Gesture[Any]) -> None:
        gone = sum(gesture.gone(each) for each in self._done)
        one = self.tr("%1 personne n’est plus sur la liste\u202f: rien n’a été noté pour elle.")
        many = self.tr("%1 personnes ne sont plus sur la liste\u202f: rien n’a été noté pour elles.")
        details = counted(gone, one, many) if gone else ""
        self.band.show_done("warn" if gone else "ok", gesture.done(self._count()), details)

    def undo(self) -> None:
        """Takes the last gesture back."""
        gesture, done = self._gesture, self._done
        if gesture is None or self.is_busy or not self._count():
            return
        number = self._count()

        def work(told: Told) -> None:
            total = len(done)
            while done:
                told(total - len(done), total)
                try:
                    gesture.undo(done[-1]).result()
                except UserError as problem:
                    if problem.code != "entry_unknown":  # somebody undid it meanwhile
                        raise
                done.pop()

        def undone(_none: None) -> None:
            said = counted(number, self.tr("Annulé pour %1 personne."), self.tr("Annulé pour %1 personnes."))
            self.band.show_done("ok", gesture.undone or said)

        self.undo_button.hide()
        self.band.run(self.tr("Annulation…"), work, undone)

    def _count(self) -> int:
        return sum(self._gesture.count(each) for each in self._done) if self._gesture else 0

    def _on_ended(self) -> None:
        self.undo_button.setVisible(self._count() > 0)
        self.changed.emit()
