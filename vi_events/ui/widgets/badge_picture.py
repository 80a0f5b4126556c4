"""A badge on screen: the dots that the printer gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from vi_events.ui.theme import LIGHT, SMALL_PX, color, font

if TYPE_CHECKING:
    from PIL.Image import Image


class BadgePicture(QWidget):
    """The badge as printed, on white, in a room of ``size_px``; ``empty`` says that there is none."""

    def __init__(self, empty: str, size_px: tuple[int, int]) -> None:
        super().__init__()
        self._pixmap = QPixmap()
        self._empty = empty
        self.setFixedSize(*size_px)

    def show_pixmap(self, pixmap: QPixmap) -> None:
        self._pixmap = pixmap
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        if self._pixmap.isNull():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(color(LIGHT.line))
            painter.setBrush(color(LIGHT.background))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(color(LIGHT.ink_2))
            painter.setFont(font(SMALL_PX))
            words = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(8, 0, -8, 0), words, self._empty)
            return
        ratio = self.devicePixelRatioF()
        room = QSize(round((self.width() - 2) * ratio), round((self.height() - 2) * ratio))
        smooth = Qt.TransformationMode.SmoothTransformation
        small = self._pixmap.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        small.setDevicePixelRatio(ratio)
        width, height = round(small.width() / ratio), round(small.height() / ratio)
        painter.drawPixmap(1, 1, small)
        painter.setPen(color(LIGHT.ink))
        painter.drawRect(0, 0, width + 1, height + 1)


def pixmap(image: Image) -> QPixmap:
    """A 1-bit picture as Qt shows it."""
    grey = image.convert("L")
    shown = QImage(grey.tobytes(), grey.width, grey.height, grey.width, QImage.Format.Format_Grayscale8)
    return QPixmap.fromImage(shown.copy())
