"""Short facts in small boxes, that go to the next line when there is no room."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vi_events.ui.theme import LIGHT, NOTE_PX, RADIUS_CHIP_PX, color, font

_PAD_PX, _GAP_PX, _HEIGHT_PX = 9, 10, 26


class Chip(QWidget):
    """One fact. ``strong`` fills it with ink."""

    def __init__(self, text: str, *, strong: bool = False) -> None:
        super().__init__()
        self._text, self._strong = text, strong
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName(text)

    def text(self) -> str:
        return self._text

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(QFontMetrics(font(NOTE_PX, bold=True)).horizontalAdvance(self._text) + 2 * _PAD_PX, _HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color(LIGHT.ink if self._strong else LIGHT.line), 1))
        painter.setBrush(color(LIGHT.ink if self._strong else LIGHT.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CHIP_PX, RADIUS_CHIP_PX)
        painter.setPen(color(LIGHT.card if self._strong else LIGHT.ink))
        painter.setFont(font(NOTE_PX, bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)


class ChipRow(QWidget):
    """Chips one after the other, wrapped."""

    def __init__(self) -> None:
        super().__init__()
        self._chips: list[Chip] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def texts(self) -> tuple[str, ...]:
        return tuple(chip.text() for chip in self._chips)

    def show_chips(self, strong: tuple[str, ...], plain: tuple[str, ...]) -> None:
        """Replaces what is shown by ``strong`` chips, then ``plain`` ones."""
        for chip in self._chips:
            chip.setParent(None)
            chip.deleteLater()
        self._chips = [Chip(text, strong=True) for text in strong] + [Chip(text) for text in plain]
        for chip in self._chips:
            chip.setParent(self)
            chip.show()
        self.setVisible(bool(self._chips))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: ARG002, N802
        self._place()

    def _place(self) -> None:
        x = y = 0
        for chip in self._chips:
            if x and x + chip.width() > self.width():
                x, y = 0, y + _HEIGHT_PX + 6
            chip.move(x, y)
            x += chip.width() + _GAP_PX
        self.setFixedHeight(y + _HEIGHT_PX)
