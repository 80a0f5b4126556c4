"""Large numbers side by side, each with what it counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from vi_events.ui.theme import BASE_PX, LIGHT, NOTE_PX, TITLE_PX
from vi_events.ui.widgets.panel import Panel, Text, empty

_ACROSS = 4


@dataclass(frozen=True, slots=True)
class Figure:
    """One number as it is read, what it counts, and a line that puts it in proportion. ``tone`` colours it."""

    value: str
    label: str
    detail: str = ""
    tone: str = ""


class FiguresRow(QWidget):
    """At most four across, then a line below."""

    def __init__(self) -> None:
        super().__init__()
        self.figures: tuple[Figure, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Replaces what is shown."""
        self.figures = tuple(figures)
        empty(self._grid)
        for number, figure in enumerate(figures):
            self._grid.addWidget(_panel(figure), number // _ACROSS, number % _ACROSS)
        for column in range(_ACROSS):
            self._grid.setColumnStretch(column, 1 if column < len(figures) else 0)


def _panel(figure: Figure) -> Panel:
    panel = Panel()
    panel.set_tone(figure.tone)
    panel.setAccessibleName(" ".join(part for part in (figure.value, figure.label, figure.detail) if part))
    column = QVBoxLayout(panel)
    column.setContentsMargins(16, 8, 16, 12)
    column.setSpacing(0)
    ink = LIGHT.tone(figure.tone).ink if figure.tone else LIGHT.ink
    for words, text in (
        (figure.value, Text(TITLE_PX, bold=True, ink=ink)),
        (figure.label, Text(BASE_PX, bold=True, ink=ink, wrap=True)),
        (figure.detail, Text(NOTE_PX, ink=LIGHT.ink_2, wrap=True)),
    ):
        text.use_tabular_figures()
        column.addWidget(text)  # before it is shown: what has no parent is shown as a window
        text.show_text(words)
    column.addStretch(1)
    return panel
