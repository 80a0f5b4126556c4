"""The buttons of the webtv console: those of the stage, which Tab reaches here, since Space is not GO."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from vi_events.ui.theme import DARK
from vi_events.ui.widgets.buttons import key_cap_width
from vi_events.ui.widgets.dark import StageButton, StageHoldButton, draw_key

_HOLD_PX, _HOLD_PAD_PX = 44, 12


class VerbButton(StageButton):
    """A verb with its key. ``lit`` while what it does stands."""

    def __init__(self, text: str, key: str = "", *, kind: str = "quiet") -> None:
        super().__init__(text, key, kind=kind)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def light(self, lit: bool) -> None:
        """Lights it, for a verb that stays on."""
        if lit != self.lit:
            self.lit = lit
            self.update()


class OnAirButton(VerbButton):
    """Lit in red while what it does is on air."""

    def _colours(self) -> tuple[str, str, str]:
        if self.lit and self.isEnabled():
            return DARK.bad.main, DARK.bad.paper, DARK.bad.ink
        return super()._colours()


class DangerButton(VerbButton):
    """Always in red: it takes something off the air."""

    def _colours(self) -> tuple[str, str, str]:
        if not self.isEnabled():
            return super()._colours()
        return DARK.bad.main, DARK.bad.paper, DARK.ink if self.underMouse() else DARK.bad.ink


class HoldVerb(StageHoldButton):
    """A dangerous verb, as high as the others."""

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(super().sizeHint().width(), _HOLD_PX)

    def _box(self) -> QRect:
        return self.rect()

    def _pad_px(self) -> int:
        return _HOLD_PAD_PX


class DarkKeyCap(QWidget):
    """A key beside what it does, on the dark ground."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self.setFixedSize(key_cap_width(key) + 2, 24)
        self.setAccessibleName(key)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        draw_key(QPainter(self), QPoint(self.width() - 1, 12), self._key)
