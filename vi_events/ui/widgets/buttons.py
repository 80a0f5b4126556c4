"""Buttons that show their key, and one that must be held."""

import time
from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from vi_events.ui.language import locale
from vi_events.ui.theme import (
    BASE_PX,
    HALO_PX,
    LIGHT,
    RADIUS_BUTTON_PX,
    RADIUS_CHIP_PX,
    RING_PX,
    SMALL_PX,
    color,
    font,
)

_PAD_PX, _GAP_PX, _CAP_PAD_PX, _CAP_HEIGHT_PX = 10, 8, 7, 22


def key_cap_width(key: str) -> int:
    """Width in pixels of the drawn key; 0 when there is none."""
    if not key:
        return 0
    return max(_CAP_HEIGHT_PX, QFontMetrics(font(SMALL_PX, bold=True)).horizontalAdvance(key) + 2 * _CAP_PAD_PX)


def draw_key_cap(painter: QPainter, right_centre: QPoint, key: str, ink: str = LIGHT.ink) -> None:
    """Draws ``key`` as on a keyboard, its right edge in the middle at ``right_centre``."""
    width = key_cap_width(key)
    box = QRectF(right_centre.x() - width, right_centre.y() - _CAP_HEIGHT_PX / 2, width, _CAP_HEIGHT_PX)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color(LIGHT.line), 1))
    painter.setBrush(color(LIGHT.background))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, 0.5), 4, 4)
    painter.setPen(QPen(color(LIGHT.line), 2))
    painter.drawLine(box.bottomLeft() + QPoint(3, 0), box.bottomRight() - QPoint(3, 0))
    painter.setPen(color(ink))
    painter.setFont(font(SMALL_PX, bold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)


class KeyCap(QWidget):
    """A key, drawn beside what it does."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self.setFixedSize(key_cap_width(key) + 1, _CAP_HEIGHT_PX + 4)
        self.setAccessibleName(key)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        draw_key_cap(QPainter(self), QPoint(self.width(), self.height() // 2), self._key)


class KeyButton(QAbstractButton):
    """A button with its key drawn on it. ``kind`` is ``quiet`` (default), ``primary`` or ``bare`` (no edge)."""

    def __init__(self, text: str, key: str = "", *, kind: str = "quiet", px: int = BASE_PX) -> None:
        super().__init__()
        self._key, self._kind, self._px = key, kind, px
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    @property
    def key(self) -> str:
        return self._key

    def set_text(self, text: str) -> None:
        """Shows ``text``; screen readers also hear the key."""
        self.setText(text)
        # An « & » in a name would make Qt give the button a mnemonic.
        self.setShortcut(QKeySequence())
        self.setAccessibleName(f"{text} ({self._key})" if self._key else text)
        self.updateGeometry()

    def bind(self, keys: str) -> None:
        """Clicks once when ``keys`` are pressed anywhere in the window, while the button is shown."""
        # Not QAbstractButton.setShortcut: it clicks 100 ms later, when the card may show somebody else, and repeats.
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self.click)

    def sizeHint(self) -> QSize:  # noqa: N802
        metrics = QFontMetrics(font(self._px, bold=True))
        if self._kind == "bare":
            return QSize(self._around_px() + metrics.horizontalAdvance(self.text()), metrics.height() + 18)
        words = _even_width(self.text(), metrics)
        return QSize(self._around_px() + words, max(62, 2 * metrics.height() + 20) + 2 * HALO_PX)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        metrics = QFontMetrics(font(self._px, bold=True))
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split(" ")), default=0)
        full = self.sizeHint()
        return full if self._kind == "bare" else QSize(self._around_px() + longest, full.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._box()
        self._paint_ground(painter, box)
        self._paint_words(painter, box)
        if self.hasFocus():
            draw_ring(painter, QRectF(self.rect()))

    def _box(self) -> QRect:
        return self.rect().adjusted(HALO_PX, HALO_PX, -HALO_PX, -HALO_PX)

    def _words_box(self, box: QRect) -> QRect:
        pad, cap = self._pad_px(), key_cap_width(self._key)
        return box.adjusted(pad, 0, -pad - (cap + _GAP_PX if cap else 0), 0)

    def _pad_px(self) -> int:
        return 4 if self._kind == "bare" else _PAD_PX

    def _around_px(self) -> int:
        cap = key_cap_width(self._key)
        return 2 * (HALO_PX + self._pad_px()) + (cap + _GAP_PX if cap else 0) + 2

    def _colours(self) -> tuple[str, str, str]:
        """Edge, ground and ink."""
        pressed = self.isDown() or self.underMouse()
        if self._kind == "primary":
            return LIGHT.ink, LIGHT.ink_2 if pressed else LIGHT.ink, LIGHT.card
        if self._kind == "bare":
            return ("", LIGHT.background if pressed else "", LIGHT.ink_2)
        return (LIGHT.ink_2 if pressed else LIGHT.line), (LIGHT.background if self.isDown() else LIGHT.card), LIGHT.ink

    def _paint_ground(self, painter: QPainter, box: QRect) -> None:
        edge, ground, _ink = self._colours()
        painter.setPen(QPen(color(edge), 1) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(color(ground) if ground else Qt.BrushStyle.NoBrush)
        if edge or ground:
            shape = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(shape, RADIUS_BUTTON_PX, RADIUS_BUTTON_PX)

    def _paint_words(self, painter: QPainter, box: QRect) -> None:
        pad, cap = self._pad_px(), key_cap_width(self._key)
        painter.setPen(color(self._colours()[2]))
        painter.setFont(font(self._px, bold=self._kind != "bare"))
        words = self._words_box(box)
        side = Qt.AlignmentFlag.AlignLeft if cap or self._kind == "bare" else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(words, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self.text())
        if cap:
            draw_key_cap(painter, QPoint(box.right() - pad + 2, box.center().y()), self._key)


class HoldButton(KeyButton):
    """A dangerous button: it acts only after having been held (mouse, Space or Enter) for ``seconds``. It says so at
    its right, and for how long still.
    """

    held = Signal()

    def __init__(self, text: str, *, seconds: float, monotonic: Callable[[], float] = time.monotonic) -> None:
        super().__init__(text)
        self._seconds = seconds
        held = self.tr("À maintenir %1\u00a0s, avec la souris, Espace ou Entrée.")
        self.setAccessibleDescription(held.replace("%1", _tenths(seconds)))
        self._monotonic = monotonic
        self._since: float | None = None
        self._ticks = QTimer(self)
        self._ticks.setInterval(50)
        self._ticks.timeout.connect(self.tick)
        self.pressed.connect(self._start)
        self.released.connect(self._stop)

    def left_s(self) -> float:
        """Seconds still to hold."""
        if self._since is None:
            return self._seconds
        return max(0.0, self._seconds - (self._monotonic() - self._since))

    def tick(self) -> None:
        """Looks at the time; emits ``held`` once when it has been long enough."""
        self.update()
        if self._since is not None and self.left_s() <= 0:
            self._stop()
            self.setDown(False)
            self.held.emit()

    def sizeHint(self) -> QSize:  # noqa: N802
        words = QFontMetrics(font(self._px, bold=True)).horizontalAdvance(self.text())
        hint = QFontMetrics(_hint_font()).horizontalAdvance(self.hint(self._seconds))
        return QSize(self._around_px() + words + hint + 2 * _GAP_PX, 54)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def hint(self, seconds: float) -> str:
        """What it says at its right: « maintenir 2,0 s »."""
        return self.tr("maintenir %1\u00a0s").replace("%1", _tenths(seconds))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.setDown(True)
            self.pressed.emit()
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.setDown(False)
            self.released.emit()
            return
        super().keyReleaseEvent(event)

    def _start(self) -> None:
        self._since = self._monotonic()
        self._ticks.start()

    def _stop(self) -> None:
        self._since = None
        self._ticks.stop()
        self.update()

    def _colours(self) -> tuple[str, str, str]:
        return LIGHT.bad.main, LIGHT.bad.paper, LIGHT.bad.ink

    def _paint_ground(self, painter: QPainter, box: QRect) -> None:
        super()._paint_ground(painter, box)
        done = 1 - self.left_s() / self._seconds
        if done > 0:
            path = QPainterPath()
            path.addRoundedRect(QRectF(box), RADIUS_BUTTON_PX, RADIUS_BUTTON_PX)
            painter.save()
            painter.setClipPath(path)
            veil = color(LIGHT.bad.main)
            veil.setAlphaF(0.22)
            painter.fillRect(QRectF(box.x(), box.y(), box.width() * done, box.height()), veil)
            painter.restore()

    def _paint_words(self, painter: QPainter, box: QRect) -> None:
        pad = self._pad_px()
        inner, middle = box.adjusted(pad, 0, -pad, 0), Qt.AlignmentFlag.AlignVCenter
        painter.setPen(color(self._colours()[2]))
        painter.setFont(font(self._px, bold=True))
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | middle, self.text())
        painter.setFont(_hint_font())
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | middle, self.hint(self.left_s()))


def _hint_font() -> QFont:
    return font(SMALL_PX, bold=True, tabular=True)


def _tenths(seconds: float) -> str:
    return locale().toString(float(seconds), "f", 1)


def draw_ring(painter: QPainter, box: QRectF) -> None:
    """The focus ring, just inside ``box``."""
    inset = RING_PX / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color(LIGHT.info.main), RING_PX))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = RADIUS_BUTTON_PX + RADIUS_CHIP_PX / 2
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)


def _even_width(text: str, metrics: QFontMetrics) -> int:
    """Width of ``text`` on one line when short, else on two lines as even as its words allow."""
    words = text.split(" ")
    whole = metrics.horizontalAdvance(text)
    if whole <= 96 or len(words) == 1:
        return whole
    halves = (
        max(metrics.horizontalAdvance(" ".join(words[:i])), metrics.horizontalAdvance(" ".join(words[i:])))
        for i in range(1, len(words))
    )
    return min(halves)


def clicks_by_enter(window: QWidget, event: QKeyEvent) -> bool:
    """Whether this key was Enter on a button that has the focus, which is then clicked: a window, unlike a dialog,
    has no default button.
    """
    focused = window.focusWidget()
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not isinstance(focused, KeyButton):
        return False
    if event.isAutoRepeat():
        return False
    focused.click()
    return True
