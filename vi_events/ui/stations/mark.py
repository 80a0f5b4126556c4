"""The network lamp of the régies: a mark that leads to the stations."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from vi_events.checkin.views import LampState
from vi_events.ui.theme import DARK, font
from vi_events.ui.widgets.dark import Mark

_SHAPE_PX = 22


class NetworkMark(Mark):
    """Quiet while all is well. Where there is no room its sentence is cut; the tooltip has the whole of it."""

    clicked = Signal()

    def __init__(self, px: int) -> None:
        super().__init__(px)
        self._metrics = QFontMetrics(font(px))
        alone = self.tr("Seul")
        self._lamp = LampState(alone, "off", alone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_lamp(self._lamp)

    def show_lamp(self, lamp: LampState) -> None:
        """What the network does, in a word where nothing is wrong."""
        self._lamp = lamp
        self._write()

    def sizeHint(self) -> QSize:  # noqa: N802
        return self._size_of(self._said())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self._size_of(self._lamp.name)

    def _said(self) -> str:
        return self._lamp.text if self._lamp.level in ("warn", "bad") else self._lamp.name

    def _size_of(self, text: str) -> QSize:
        return QSize(self._metrics.horizontalAdvance(text) + _SHAPE_PX, self._metrics.height() + 4)

    def _write(self) -> None:
        lamp = self._lamp
        room_px = max(self.width(), self.minimumSizeHint().width()) - _SHAPE_PX + 1
        ink = {"off": DARK.ink_2, "warn": DARK.warn.main, "bad": DARK.bad.main}.get(lamp.level, "")
        self.show_state(lamp.level, self._metrics.elidedText(self._said(), Qt.TextElideMode.ElideRight, room_px), ink)
        self.setToolTip(lamp.text)
        self.setAccessibleName(lamp.text)
        self.updateGeometry()

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: ARG002, N802
        self._write()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()
