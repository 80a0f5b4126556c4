"""The keys of the desk on one page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from vi_events.ui.language import labelled
from vi_events.ui.theme import BASE_PX, HALO_PX, TITLE_PX
from vi_events.ui.widgets.buttons import KeyButton, KeyCap
from vi_events.ui.widgets.panel import Panel, Text

_ROWS_PER_CARD = 12


class HelpSheet(QDialog):
    """Shows ``lines``, each a key and what it does, in reading order; long lists make two cards side by side."""

    def __init__(self, lines: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Aide-mémoire"))
        self.setModal(True)
        title = Text(TITLE_PX, bold=True)
        title.setText(self.tr("Aide-mémoire"))
        close = KeyButton(self.tr("Fermer"), self.tr("Échap"), kind="primary")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, -HALO_PX, 0)
        foot.addStretch(1)
        foot.addWidget(close)
        cards = QHBoxLayout()
        cards.setSpacing(16)
        per_card = len(lines) if len(lines) <= _ROWS_PER_CARD else (len(lines) + 1) // 2
        for start in range(0, len(lines), max(1, per_card)):
            cards.addWidget(_card(lines[start : start + per_card]), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(title)
        column.addLayout(cards, 1)
        column.addLayout(foot)
        close.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.accept()
        else:
            super().keyPressEvent(event)


def _card(lines: Sequence[tuple[str, str]]) -> Panel:
    card = Panel()
    grid = QGridLayout(card)
    grid.setContentsMargins(16, 14, 16, 14)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, (key, words) in enumerate(lines):
        said = Text(BASE_PX)
        said.setText(words)
        said.setAccessibleName(labelled(key, words))
        grid.addWidget(KeyCap(key), row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(said, row, 1)
    grid.setRowStretch(len(lines), 1)
    return card
