"""A list of documents that can be written, each with what it is for and its button."""

from PySide6.QtWidgets import QGridLayout, QWidget

from vi_events.ui.theme import BASE_PX, NOTE_PX
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.form import small_button
from vi_events.ui.widgets.panel import Panel, Text

_NAME_PX = 220


class DocumentRows(Panel):
    """One row a document."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, KeyButton] = {}
        """By the key of a document, the button that writes it."""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 8, 16, 8)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnMinimumWidth(0, _NAME_PX)
        self._grid.setColumnStretch(1, 1)

    def add(self, key: str, name: str, use: str, option: QWidget | None = None) -> KeyButton:
        """Adds a document; ``option`` is how it is to be written. Returns its button."""
        row = len(self.buttons)
        called, said = Text(BASE_PX, bold=True, wrap=True), Text(NOTE_PX, wrap=True)
        called.setText(name)
        said.setText(use)
        button = small_button(self.tr("Écrire…"), self.tr("Écrire «\u00a0%1\u00a0»").replace("%1", name))
        for place, part in enumerate((called, said, option, button)):
            if part is not None:
                self._grid.addWidget(part, row, place)
        self.buttons[key] = button
        return button
