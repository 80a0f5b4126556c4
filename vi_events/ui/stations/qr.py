"""A QR code on screen, for the camera of another computer."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from vi_events.ui.theme import LIGHT, color

_SIZE_PX = 496
"""Some 12 cm on a laptop: read from 1 m."""


class QrPicture(QWidget):
    """Black on white whatever the theme, with the margin that readers need; an empty frame while there is no text."""

    def __init__(self, spoken: str) -> None:
        super().__init__()
        self._modules: list[list[bool]] = []
        self.setFixedSize(_SIZE_PX, _SIZE_PX)
        self.setAccessibleName(spoken)

    def show_text(self, text: str) -> None:
        """Draws the code of ``text``; an empty one takes it away."""
        self._modules = _modules(text) if text else []
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        if not self._modules:
            painter.setPen(color(LIGHT.line))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            return
        painter.fillRect(self.rect(), QColor("white"))
        count = len(self._modules)
        # A whole number of dots each: modules of uneven width are what cameras misread.
        side = self.width() // count
        edge = (self.width() - side * count) // 2
        for y, row in enumerate(self._modules):
            for x, dark in enumerate(row):
                if dark:
                    painter.fillRect(QRect(edge + x * side, edge + y * side, side, side), QColor("black"))


def _modules(text: str) -> list[list[bool]]:
    import qrcode  # only where a station is invited
    from qrcode.constants import ERROR_CORRECT_L

    # A screen is neither torn nor dirty: larger modules are worth more than corrections.
    code = qrcode.QRCode(border=4, error_correction=ERROR_CORRECT_L)
    code.add_data(text)
    code.make(fit=True)
    return [[bool(dark) for dark in row] for row in code.get_matrix()]
