"""Figures as pictures: how far, and how fast."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vi_events.ui.language import labelled
from vi_events.ui.theme import LIGHT, SMALL_PX, color, font

_LABELS_PX, _GAP_PX, _MOST_BARS = 18, 4, 24


class ProgressBar(QWidget):
    """A thin line that fills."""

    def __init__(self, height_px: int = 8) -> None:
        super().__init__()
        self._part = 0.0
        self.setFixedHeight(height_px)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def part(self) -> float:
        """What is filled, from 0 to 1."""
        return self._part

    def show_part(self, done: int, total: int) -> None:
        """Fills ``done`` out of ``total``; more than the total is full, nothing expected is empty."""
        self._part = min(1.0, done / total) if total > 0 else 0.0
        self.setAccessibleName(f"{round(self._part * 100)} %")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box, radius = QRectF(self.rect()), self.height() / 2
        painter.setBrush(color(LIGHT.line))
        painter.drawRoundedRect(box, radius, radius)
        if self._part > 0:
            box.setWidth(max(self.height(), box.width() * self._part))
            painter.setBrush(color(LIGHT.info.main))
            painter.drawRoundedRect(box, radius, radius)


class BarChart(QWidget):
    """One bar a slice of time, the current one darker, the first and last times written below."""

    def __init__(self, caption: str, empty: str) -> None:
        super().__init__()
        self._caption, self._empty = caption, empty
        self._values: tuple[int, ...] = ()
        self._first, self._last = "", ""
        self.setMinimumHeight(72)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(240, 72)

    def show_values(self, values: tuple[int, ...], first: str, last: str) -> None:
        """Shows ``values``, oldest first, at most the last 24 of them: the caller names those times."""
        self._values = values[-_MOST_BARS:]
        self._first, self._last = first, last
        spoken = labelled(f"{first}–{last}", ", ".join(str(value) for value in self._values))
        self.setAccessibleName(f"{self._caption}, {spoken}" if any(self._values) else self._empty)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(SMALL_PX, tabular=True))
        painter.setPen(color(LIGHT.ink_2))
        if not any(self._values):
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._empty)
            return
        room = self.height() - _LABELS_PX
        below = QRect(0, room, self.width(), _LABELS_PX)
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | bottom, self._first)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | bottom, self._caption)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight | bottom, self._last)
        self._paint_bars(painter, room)

    def _paint_bars(self, painter: QPainter, room_px: int) -> None:
        count, most = max(12, len(self._values)), max(self._values)
        width = (self.width() - (count - 1) * _GAP_PX) / count
        painter.setPen(Qt.PenStyle.NoPen)
        for index, value in enumerate(self._values):
            height = max(2.0, room_px * value / most)
            current = index == len(self._values) - 1
            painter.setBrush(color(LIGHT.info.main if current else LIGHT.chart))
            x = index * (width + _GAP_PX)
            painter.drawRoundedRect(QRectF(x, room_px - height, width, height), 2, 2)
