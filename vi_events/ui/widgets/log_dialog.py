"""A log in words, newest first, as the régies show theirs."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from vi_events.clock import clock_time
from vi_events.ui.theme import BASE_PX, DARK, RADIUS_BUTTON_PX
from vi_events.ui.widgets.dark import StageDialog, label

_SHEET = f"""
    QTableWidget {{ background: {DARK.card}; color: {DARK.ink}; border: 1px solid {DARK.line};
        border-radius: {RADIUS_BUTTON_PX}px; gridline-color: {DARK.line}; }}
    QHeaderView::section {{ background: {DARK.card}; color: {DARK.ink_2}; border: 0; padding: 6px 8px; }}
"""


class LogDialog(StageDialog):
    """Lines of (milliseconds since 1970, then a text for each further header); ``wide`` is the column that stretches,
    ``empty`` what is said when there is no line.
    """

    def __init__(self, title: str, headers: Sequence[str], wide: int, empty: str, parent: QWidget | None) -> None:
        super().__init__(title, "", parent)
        self.table = QTableWidget(0, len(headers))
        self.table.setHorizontalHeaderLabels(list(headers))
        self.table.setAccessibleName(title)
        self.table.setStyleSheet(_SHEET)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        self._empty = label(empty, BASE_PX, ink=DARK.ink_2)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.table, 1)
        self.resize(860, 560)

    def show_lines(self, lines: Sequence[tuple[int, Sequence[str]]]) -> None:
        """Fills the table."""
        self.table.setRowCount(len(lines))
        for row, (at_ms, texts) in enumerate(lines):
            for column, text in enumerate((clock_time(at_ms, seconds=True), *texts)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self._empty.setVisible(not lines)
        self.table.setVisible(bool(lines))
