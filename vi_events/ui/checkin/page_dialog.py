"""A page of the desk in a window of its own: its title, the page, and the way out."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from vi_events.ui.theme import HALO_PX, TITLE_PX
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.panel import Text

_SIZE_PX = (760, 640)


class PageDialog(QDialog):
    """Shows ``page`` under its window title; Escape or the button closes."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(page.windowTitle())
        title = Text(TITLE_PX, bold=True)
        title.setText(page.windowTitle())
        self.close_button = KeyButton(self.tr("Fermer"), self.tr("Échap"), kind="primary")
        self.close_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, -HALO_PX, 0)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(page, 1)
        column.addLayout(foot)
        self.resize(*_SIZE_PX)
        self.close_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        focused = self.focusWidget()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(focused, KeyButton) and not event.isAutoRepeat():
            focused.click()
