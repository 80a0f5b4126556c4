"""One thing a line: what it is, how it stands, and the buttons that see to it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vi_events.ui.preparation.palmares_parts import VerbButton, scrolling
from vi_events.ui.theme import BASE_PX, LIGHT, NOTE_PX
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.panel import Panel, Text
from vi_events.ui.widgets.signs import Lamp

_TITLE_PX = 210


class StateRow(Panel):
    """A title, a lamp with its sentence, a note below it, and buttons at the right."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.lamp, self.note = Lamp(BASE_PX, coloured=True, wrap=True), Text(NOTE_PX, ink=LIGHT.ink_2, wrap=True)
        self.buttons: list[KeyButton] = []
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(2)
        name = Text(BASE_PX, bold=True, wrap=True)
        name.setText(title)
        name.setFixedWidth(_TITLE_PX)
        self.lamp.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.setContentsMargins(0, 6, 0, 6)
        words.addStretch(1)
        words.addWidget(self.lamp)
        words.addWidget(self.note)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addLayout(self._buttons)
        self.setMinimumHeight(62)
        self.note.hide()

    def add_button(self, text: str, clicked: Callable[[], object]) -> KeyButton:
        """One more button, told from those of the other lines to whoever does not see it."""
        button = VerbButton(text)
        button.setAccessibleName(f"{text} ({self._title})")
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: clicked())
        self.buttons.append(button)
        self._buttons.addWidget(button)
        return button

    def show_state(self, level: str, text: str, note: str = "") -> None:
        """``level`` is a lamp's: ok, warn, bad, info or off."""
        self.lamp.show_state(level, text)
        self.note.show_text(note)
        self.set_tone(level if level == "bad" else "")


def stacked(*rows: QWidget) -> QWidget:
    """Lines one under the other, which scroll when there is no room."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(8)
    for row in rows:
        column.addWidget(row)
    column.addStretch(1)
    return scrolling(inside)
