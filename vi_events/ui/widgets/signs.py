"""Shapes that say what colours say: circle for good, lozenge for attention, square for refused, ring for off."""

from collections.abc import Callable
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from vi_events.ui.theme import LIGHT, NOTE_PX, color, font
from vi_events.ui.widgets.panel import Text

_CORNERS = ((-1, -1), (1, -1), (1, 1), (-1, 1))
_FRAME = (
    *(((x * 0.54, y * 0.18), (x * 0.54, y * 0.54), (x * 0.18, y * 0.54)) for x, y in _CORNERS),
    ((-0.28, 0), (0.28, 0)),
)
_GLYPH_PATHS: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    # Polylines in a square from -1 to 1, y downwards.
    "check": (((-0.50, 0.05), (-0.14, 0.40), (0.52, -0.34)),),
    "cross": (((-0.42, -0.42), (0.42, 0.42)), ((0.42, -0.42), (-0.42, 0.42))),
    "bar": (((-0.52, 0.0), (0.52, 0.0)),),
    "out": (((-0.50, 0.0), (0.48, 0.0)), ((0.10, -0.38), (0.48, 0.0), (0.10, 0.38))),
    "turn": (((-0.45, 0.45), (-0.45, -0.05), (0.42, -0.05)), ((0.08, -0.40), (0.42, -0.05), (0.08, 0.30))),
    "clock": (((0.0, -0.50), (0.0, 0.06), (0.36, 0.30)),),
    "twice": (((-0.62, 0.05), (-0.34, 0.34), (0.16, -0.28)), ((-0.06, 0.22), (0.06, 0.34), (0.58, -0.28))),
    "wait": (((-0.34, -0.46), (0.34, -0.46), (-0.34, 0.46), (0.34, 0.46), (-0.34, -0.46)),),
    "down": (((0.0, -0.52), (0.0, 0.20)), ((-0.34, -0.10), (0.0, 0.24), (0.34, -0.10)), ((-0.40, 0.52), (0.40, 0.52))),
    "full": (((-0.38, -0.40), (-0.38, 0.42)), ((0.0, -0.40), (0.0, 0.42)), ((0.38, -0.40), (0.38, 0.42))),
    "page": (
        ((-0.44, -0.34), (0.44, -0.34), (0.44, 0.46), (-0.44, 0.46), (-0.44, -0.34)),
        ((-0.44, -0.06), (0.44, -0.06)),
    ),
    "slash": (((-0.40, 0.46), (0.40, -0.46)),),
    "pen": (((-0.44, 0.46), (-0.36, 0.14), (0.26, -0.48), (0.50, -0.24), (-0.12, 0.38), (-0.44, 0.46)),),
    "two": (((-0.50, -0.32), (0.50, -0.32)), ((-0.50, 0.32), (0.50, 0.32))),
    "ready": _FRAME,
}
_LETTERS = {"unknown": "?", "alert": "!"}
GLYPHS = frozenset(_GLYPH_PATHS) | frozenset(_LETTERS) | {"star"}


def draw_shape(painter: QPainter, box: QRectF, tone: str) -> None:
    """Fills ``box`` with the shape of ``tone`` in its colour."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint = color(LIGHT.tone(tone).main)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(paint)
    if tone == "off":
        painter.setPen(QPen(paint, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    elif tone == "warn":
        centre, reach = box.center(), box.width() * 0.60
        corners = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
        painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in corners]))
    elif tone == "bad":
        edge = box.width() * 0.05
        painter.drawRoundedRect(box.adjusted(edge, edge, -edge, -edge), box.width() * 0.14, box.width() * 0.14)
    elif tone == "info":
        painter.drawRoundedRect(box, box.width() * 0.34, box.width() * 0.34)
    else:
        painter.drawEllipse(box)


def shape_pixmap(tone: str, size_px: int) -> QPixmap:
    """The shape of ``tone`` on nothing, for lists and tables."""
    made = QPixmap(size_px, size_px)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    draw_shape(painter, QRectF(made.rect()).adjusted(1, 1, -1, -1), tone)
    painter.end()
    return made


def draw_glyph(painter: QPainter, box: QRectF, glyph: str, ink: str) -> None:
    """Draws the sign called ``glyph`` in the middle of ``box``; ``KeyError`` when there is none."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if glyph == "star":
        _draw_star(painter, box, ink)
        return
    if glyph in _LETTERS:
        painter.setPen(color(ink))
        painter.setFont(_letter_font(box))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _LETTERS[glyph])
        return
    half = box.width() / 2
    width = max(1.6, box.width() * 0.115)
    painter.setPen(QPen(color(ink), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in _GLYPH_PATHS[glyph]:
        painter.drawPolyline(QPolygonF([box.center() + QPointF(x * half, y * half) for x, y in line]))


def _letter_font(box: QRectF) -> QFont:
    return font(max(9, round(box.width() * 0.66)), bold=True)


def _draw_star(painter: QPainter, box: QRectF, ink: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(ink))
    points = []
    for step in range(10):
        reach = box.width() / 2 * (0.64 if step % 2 == 0 else 0.27)
        angle = -pi / 2 + step * pi / 5
        points.append(box.center() + QPointF(cos(angle) * reach, sin(angle) * reach))
    painter.drawPolygon(QPolygonF(points))


class Sign(QWidget):
    """The icon of a verdict: a shape for its tone, a glyph for itself."""

    def __init__(self, size_px: int) -> None:
        super().__init__()
        self._size_px = size_px
        self._tone, self._glyph = "info", "ready"
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:  # noqa: N802
        room = round(self._size_px * 1.2)
        return QSize(room, room)

    def show_sign(self, tone: str, glyph: str) -> None:
        """Shows ``glyph`` on the shape of ``tone``."""
        self._tone, self._glyph = tone, glyph
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        edge = (self.width() - self._size_px) / 2
        box = QRectF(edge, edge, self._size_px, self._size_px)
        draw_shape(painter, box, self._tone)
        draw_glyph(painter, box, self._glyph, LIGHT.card)


class _Painted(QWidget):
    def __init__(self, size: QSize, draw: Callable[[QPainter, QRectF], None]) -> None:
        super().__init__()
        self._draw = draw
        self.setFixedSize(size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        self._draw(QPainter(self), QRectF(self.rect()))


class Lamp(QWidget):
    """A small shape and its words. The words stay even where colours cannot be told apart."""

    def __init__(self, px: int = NOTE_PX, *, bold: bool = False, coloured: bool = False, wrap: bool = False) -> None:
        super().__init__()
        self._level = "off"
        self._coloured = coloured
        self._dot = _Painted(QSize(14, 16), self._draw_dot)
        self._words = Text(px, bold=bold, wrap=wrap)
        self._words.use_tabular_figures()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._dot)
        row.addWidget(self._words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    @property
    def level(self) -> str:
        return self._level

    def text(self) -> str:
        return self._words.text()

    def show_state(self, level: str, text: str) -> None:
        """``level`` is ``ok``, ``warn``, ``bad``, ``info`` or ``off``."""
        self._level = level
        self._words.setText(text)
        self._words.set_ink(LIGHT.tone(level).ink if self._coloured else LIGHT.ink)
        self.setAccessibleName(text)
        self._dot.update()

    def _draw_dot(self, painter: QPainter, box: QRectF) -> None:
        dot = QRectF(0, 0, 12, 12)
        dot.moveCenter(box.center())
        draw_shape(painter, dot, self._level)
