"""What each key of the keyboard and of a clicker does on stage, and the filter that hears GO before anything else.

A clicker sends PageDown, PageUp, Escape, F5, « b » or « . »: none of them may ever be a panic.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

ACTS: dict[int, str] = {
    Qt.Key.Key_Space: "go",
    Qt.Key.Key_PageDown: "go",
    Qt.Key.Key_PageUp: "back",
    Qt.Key.Key_Left: "back",
    Qt.Key.Key_P: "pause",
    Qt.Key.Key_S: "standby",
    Qt.Key.Key_J: "jump",
    Qt.Key.Key_F12: "black",
    Qt.Key.Key_F9: "late",
    Qt.Key.Key_F10: "menu",
    Qt.Key.Key_Escape: "escape",
    Qt.Key.Key_F5: "ignored",
    Qt.Key.Key_B: "ignored",
    Qt.Key.Key_Period: "ignored",
}
_AT_ONCE = ("go", "back", "black", "escape", "ignored")
"""Heard before any widget, and before the scanner's filter, which holds text back to see whether it is a scan."""
_SCANNER_MS = 60
"""A space that follows another character so closely was not typed: it belongs to what a scanner reads."""
KEEPS_KEYS = "keeps_keys"
"""Property of a dialog whose keys, NOIR included, do nothing on stage: the test page."""
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_TYPING = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)


def act_of(key: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> str:
    """What a key does on stage, a value of ``ACTS``; empty for any other key, and with Ctrl, Alt or Meta."""
    return "" if modifiers & _COMMANDS else ACTS.get(key, "")


def key_name(event: QKeyEvent) -> str:
    """How the key is called, for the test page."""
    words = {
        Qt.Key.Key_Space: QCoreApplication.translate("StageKeys", "Espace"),
        Qt.Key.Key_PageDown: QCoreApplication.translate("StageKeys", "Page suivante"),
        Qt.Key.Key_PageUp: QCoreApplication.translate("StageKeys", "Page précédente"),
        Qt.Key.Key_Left: QCoreApplication.translate("StageKeys", "Flèche gauche"),
        Qt.Key.Key_Escape: QCoreApplication.translate("StageKeys", "Échap"),
    }
    known = words.get(Qt.Key(event.key()))
    return known or QKeySequence(event.key()).toString(QKeySequence.SequenceFormat.NativeText) or f"#{event.key():x}"


def _is_character(event: QKeyEvent) -> bool:
    """Left to the scanner's filter first, then to the console; a space is not."""
    return bool(event.text().strip()) and event.text().isprintable()


def is_typing(widget: QWidget | None) -> bool:
    """Whether what is pressed goes to a form."""
    return isinstance(widget, _TYPING)


class StageKeys(QObject):
    """Hears the keys of the console's own windows, wherever their focus is."""

    go_pressed = Signal(bool)
    """Whether it is the repetition of a held key."""
    go_released = Signal()
    acted = Signal(str)
    """Another value of ``ACTS``."""
    peek_changed = Signal(bool)
    """Alt went down, or up."""

    def __init__(self, console: QWidget, monotonic: Callable[[], float] = time.monotonic) -> None:
        super().__init__(console)
        self._console = console
        self._monotonic = monotonic
        self._surfaces: list[QWidget] = []
        self._text_at = -1.0

    def install(self) -> None:
        """Starts; to call again once another filter was installed, to be the first that hears."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
            app.installEventFilter(self)

    def remove(self) -> None:
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def hear(self, surface: QWidget) -> None:
        """Keys pressed in this window act on stage as well: the public screen may have the focus."""
        self._surfaces.append(surface)
        surface.destroyed.connect(lambda: self._forget(surface))

    def _forget(self, surface: QWidget) -> None:
        self._surfaces = [each for each in self._surfaces if each is not surface]

    def hears(self, window: QWidget) -> bool:
        """Whether keys pressed in ``window`` act on stage."""
        return any(window is each for each in (self._console, *self._surfaces))

    def eventFilter(self, receiver: QObject, event: QEvent) -> bool:  # noqa: N802
        kind = event.type()
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride):
            return False
        if not isinstance(event, QKeyEvent):
            return False
        return self._heard(receiver, event, kind)

    def _heard(self, receiver: QObject, event: QKeyEvent, kind: QEvent.Type) -> bool:
        act = act_of(event.key(), event.modifiers())
        if act == "black" and self._is_within(receiver):  # a panic that works in a dialog and while typing too
            return self._pass_on(event, kind, act)
        if not self._is_ours(receiver):
            return False
        if event.key() == Qt.Key.Key_Alt:
            if kind != QEvent.Type.ShortcutOverride and not event.isAutoRepeat():
                self.peek_changed.emit(kind == QEvent.Type.KeyPress)
            return False
        if _is_character(event):
            if kind == QEvent.Type.KeyPress:
                self._text_at = self._monotonic()
            return False
        if act not in _AT_ONCE:
            return False
        if is_typing(QApplication.focusWidget()):
            if kind == QEvent.Type.KeyPress and act == "go" and not event.isAutoRepeat():
                self.acted.emit("typing")
            return False
        if event.key() == Qt.Key.Key_Space and (self._monotonic() - self._text_at) * 1000 < _SCANNER_MS:
            return False
        return self._pass_on(event, kind, act)

    def _pass_on(self, event: QKeyEvent, kind: QEvent.Type, act: str) -> bool:
        event.accept()
        if kind == QEvent.Type.KeyPress:
            if act == "go":
                self.go_pressed.emit(event.isAutoRepeat())
            elif not event.isAutoRepeat():
                self.acted.emit(act)
        elif kind == QEvent.Type.KeyRelease and act == "go" and not event.isAutoRepeat():
            self.go_released.emit()
        return True

    def _is_ours(self, receiver: QObject) -> bool:
        if isinstance(receiver, QWindow):
            return any(receiver == each.windowHandle() for each in (self._console, *self._surfaces))
        return isinstance(receiver, QWidget) and self.hears(receiver.window())

    def _is_within(self, receiver: QObject) -> bool:
        """In the console, or in a dialog of it."""
        if self._is_ours(receiver):
            return True
        widget = receiver if isinstance(receiver, QWidget) else QApplication.activeModalWidget()
        while widget is not None and widget is not self._console:
            if widget.property(KEEPS_KEYS):
                return False
            widget = widget.parentWidget()
        return widget is not None
