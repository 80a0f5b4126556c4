"""What each key does at the webtv desk, the sheet that lists them, and the filter that hears Escape twice.

A letter that is no verb begins a search, and so does any capital: names have one.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from vi_events.ui.theme import BASE_PX, DARK, NOTE_PX
from vi_events.ui.webtv.verbs import DarkKeyCap
from vi_events.ui.widgets.dark import StageDialog, label

ACTS: dict[int, str] = {
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_L: "free",
    Qt.Key.Key_D: "two",
    Qt.Key.Key_N: "add",
    Qt.Key.Key_Delete: "off",
    Qt.Key.Key_Backspace: "off",
    Qt.Key.Key_T: "take",
    Qt.Key.Key_M: "mark",
    Qt.Key.Key_F1: "help",
    Qt.Key.Key_F2: "slate",
    Qt.Key.Key_F3: "ticker",
    Qt.Key.Key_F4: "logo",
    Qt.Key.Key_F6: "follow",
    Qt.Key.Key_F7: "prepare",
    Qt.Key.Key_F8: "manual",
    Qt.Key.Key_F9: "outputs",
    Qt.Key.Key_F10: "menu",
    Qt.Key.Key_Slash: "search",
}
WHILE_TYPING = ("enter", "help", "slate", "ticker", "logo", "follow", "prepare", "manual", "outputs", "menu")
"""Verbs that no text can mean. The others wait until the field is left."""
TWICE_S = 1.5
"""Two presses of Escape in that time take everything off the picture."""
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def act_of(event: QKeyEvent) -> str:
    """A value of ``ACTS``; empty for any other key, with Ctrl, Alt or Meta, and for a capital."""
    if event.modifiers() & _COMMANDS:
        return ""
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and event.text().isalpha():
        return ""
    return ACTS.get(event.key(), "")


def begins_search(event: QKeyEvent) -> bool:
    """Whether the key is the first letter of a name."""
    return not event.modifiers() & _COMMANDS and event.text().isalpha() and not act_of(event)


class TwiceEscape(QObject):
    """Hears Escape in the console and in its dialogs, whatever has the keyboard. The first press does what it always
    does; the second one, soon after, is a gesture of its own.
    """

    twice = Signal()
    once = Signal()

    def __init__(self, console: QWidget, monotonic: Callable[[], float] = time.monotonic) -> None:
        super().__init__(console)
        self._console, self._monotonic = console, monotonic
        self._at_s = -TWICE_S

    def install(self) -> None:
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def remove(self) -> None:
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, receiver: QObject, event: QEvent) -> bool:  # noqa: N802
        # Only at the window: the same press then goes on to the widgets, one after the other.
        if event.type() != QEvent.Type.KeyPress or not isinstance(receiver, QWindow):
            return False
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape or event.isAutoRepeat():
            return False
        if not self._is_within(receiver):
            return False
        now_s = self._monotonic()
        if now_s - self._at_s < TWICE_S:
            self._at_s = -TWICE_S
            self.twice.emit()
            return True
        self._at_s = now_s
        self.once.emit()
        return False

    def _is_within(self, window: QWindow) -> bool:
        """In the console, or in a dialog of it."""
        tops = (each for each in QApplication.topLevelWidgets() if each.windowHandle() == window)
        widget: QWidget | None = next(tops, None)
        while widget is not None and widget is not self._console:
            widget = widget.parentWidget()
        return widget is not None


class KeySheet(StageDialog):
    """Every key on one page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Touches de la régie webtv"), "", parent)
        self.lines = (
            (self.tr("12 Entrée"), self.tr("Met à l’antenne le nom n° 12")),
            (self.tr("1 + 2 Entrée"), self.tr("Met deux voix à l’antenne")),
            (self.tr("D"), self.tr("Propose deux voix\u202f; Entrée les prend")),
            (self.tr("L"), self.tr("Texte libre")),
            (self.tr("N"), self.tr("Ajoute une personne à la liste")),
            (self.tr("Suppr"), self.tr("Ôte le nom à l’antenne")),
            (self.tr("/"), self.tr("Cherche un nom, comme toute majuscule\u202f; Entrée prend le premier")),
            (self.tr("Échap ×2"), self.tr("Retire tout de l’image, même depuis un champ ou une fenêtre")),
            (self.tr("T"), self.tr("Prend le label qui est prêt (mode Préparer)")),
            ("F6", self.tr("Suivre la scène")),
            ("F7", self.tr("Préparer\u202f: chaque label se charge, vous le prenez")),
            ("F8", self.tr("Manuel\u202f: rien ne vient de la scène")),
            ("F2", self.tr("Image d’attente, ou la retire")),
            ("F3", self.tr("Bandeau, ou le retire")),
            ("F4", self.tr("Logo « en direct », ou le retire")),
            (self.tr("M"), self.tr("Pose un repère")),
            ("F9", self.tr("Diffusion et enregistrement")),
            ("F10", self.tr("Menu")),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(7)
        half = (len(self.lines) + 1) // 2
        for place, (key, words) in enumerate(self.lines):
            row, column = place % half, 3 * (place // half)
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(DarkKeyCap(key), row, column, side)
            grid.addWidget(label(words, BASE_PX, wrap=True), row, column + 1)
            grid.setColumnStretch(column + 1, 1)
        grid.setColumnMinimumWidth(2, 20)
        note = self.tr("Dans un champ, seules Entrée, les touches F et Échap ×2 agissent.")
        self.body.addLayout(grid)
        self.body.addWidget(label(note, NOTE_PX, ink=DARK.ink_2, wrap=True))
        self.resize(900, 460)
        self.cancel_button.setFocus()
