"""The menu of the reception window: short groups of verbs, whose keys work wherever the focus is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


@dataclass(frozen=True, slots=True)
class Entry:
    """One verb. ``elsewhere``: a button of the window already has its keys, which the menu only shows."""

    text: str
    keys: str
    do: Callable[[], object]
    elsewhere: bool = False


class DeskMenu:
    """Groups of entries, each a submenu under its title; those of an empty title are in the menu itself."""

    def __init__(
        self, window: QWidget, groups: Sequence[tuple[str, Sequence[Entry]]], allowed: Callable[[], bool]
    ) -> None:
        self._window, self._allowed = window, allowed
        self.groups = [(title, [self._action(entry) for entry in entries]) for title, entries in groups]
        self.actions = [action for _, actions in self.groups for action in actions]

    def action(self, text: str) -> QAction:
        """The one of this text."""
        return next(action for action in self.actions if action.text() == text)

    def lines(self) -> list[tuple[str, str]]:
        """Every key with what it does, in the order of the menu."""
        shown = [action for action in self.actions if action.isVisible()]
        pairs = [(_keys(action), action.text().partition("\t")[0].rstrip("…")) for action in shown]
        return [(keys, text) for keys, text in pairs if keys]

    def open(self, at: QPoint) -> QMenu:
        """Shows it at a place of the screen."""
        menu = QMenu(self._window)
        menu.setToolTipsVisible(True)
        for title, actions in self.groups:
            if not title:
                menu.addSeparator()
            group = menu.addMenu(title) if title else menu
            group.setToolTipsVisible(True)
            group.addActions(actions)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
        return menu

    def _action(self, entry: Entry) -> QAction:
        # Were the keys of a button the action’s too, Qt would call them ambiguous and obey neither.
        action = QAction(f"{entry.text}\t{entry.keys}" if entry.elsewhere else entry.text, self._window)
        if entry.keys and not entry.elsewhere:
            action.setShortcut(QKeySequence(entry.keys))
            action.setAutoRepeat(False)
            self._window.addAction(action)
        action.triggered.connect(lambda: self._allowed() and entry.do())
        return action


def _keys(action: QAction) -> str:
    return action.shortcut().toString() or action.text().partition("\t")[2]
