"""The network lamp of the régies: a mark that leads to the stations."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent

from vi_events.checkin.views import LampState
from vi_events.ui.theme import DARK, font
from vi_events.ui.widgets.dark import Mark

_WIDEST_PX = 300


class NetworkMark(Mark):
    """Quiet while all is well; a long sentence is cut, its tooltip has the whole of it."""

    clicked = Signal()

    def __init__(self, px: int) -> None:
        super().__init__(px)
        self._metrics = QFontMetrics(font(px))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        alone = self.tr("Seul")
        self.show_lamp(LampState(alone, "off", alone))

    def show_lamp(self, lamp: LampState) -> None:
        """What the network does, in a word where nothing is wrong."""
        said = lamp.text if lamp.level in ("warn", "bad") else lamp.name
        ink = {"off": DARK.ink_2, "warn": DARK.warn.main, "bad": DARK.bad.main}.get(lamp.level, "")
        self.show_state(lamp.level, self._metrics.elidedText(said, Qt.TextElideMode.ElideRight, _WIDEST_PX), ink)
        self.setToolTip(lamp.text)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()
