"""Draws a frame of the show: on the public screen, in the consoles, for pictures. The same frame, the same pixels.

The arrangement is that of stage.fitting, on 1920 x 1080; another shape of screen keeps it whole, in the middle of a
background that fills everything.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from vi_events.stage.fitting import (
    AROBASE_HEIGHT,
    AROBASE_RISE,
    CHIP_HEIGHT,
    CHIP_PADDING,
    HEIGHT,
    LEFT,
    RIGHT,
    ROOM,
    WIDTH,
    Countdown,
    FittedCard,
    Placed,
    Row,
    fit_card,
)
from vi_events.stage.stops import Frame
from vi_events.stage.theme import Theme
from vi_events.typesetting.fitting import CAP, face
from vi_events.typesetting.metrics import width
from vi_events.ui.surfaces import pieces
from vi_events.ui.surfaces.pieces import Run

_EDGE = 14
_LOGO = QRectF(RIGHT - 280, 70, 280, 92)
_RISE = 26
"""How far below its place a name begins to appear."""
_REHEARSAL = "RÉPÉTITION"
_COLORS = {
    "header": "note",
    "place": "soft",
    "progress": "note",
    "distinction": "arobase",
    "subtitle": "soft",
    "below": "soft",
    "video": "note",
    "chip": "background",
}
"""The theme's colour of each part; ``ink`` for the others."""
_DETAILS = ("place", "progress", "distinction")


def paint_frame(painter: QPainter, frame: Frame, rect: QRectF, theme: Theme) -> None:
    """Draws ``frame`` in ``rect``."""
    canvas = _Canvas(painter, rect, theme)
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    if frame.kind == "black":
        painter.fillRect(rect, Qt.GlobalColor.black)
        if frame.watermark:
            canvas.flag(large=False)
    else:
        canvas.background(frame.watermark)
        if frame.kind != "clear":
            _PAINTERS.get(frame.kind, _plain)(canvas, frame, fit_card(frame.card, theme.fonts))
        if frame.watermark:
            canvas.flag(large=True)
    painter.restore()


def frame_image(frame: Frame, size: QSize, theme: Theme) -> QImage:
    """The picture of ``frame`` at ``size``, opaque."""
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_frame(painter, frame, QRectF(0, 0, size.width(), size.height()), theme)
    painter.end()
    return image


@dataclass(slots=True)
class _Canvas:
    """Draws in reference pixels on some rectangle of a device."""

    painter: QPainter
    rect: QRectF
    theme: Theme

    @property
    def scale(self) -> float:
        """Logical pixels in a reference pixel."""
        return min(self.rect.width() / WIDTH, self.rect.height() / HEIGHT)

    @property
    def ratio(self) -> float:
        """Device pixels in a logical pixel."""
        return self.painter.device().devicePixelRatio() * (abs(self.painter.worldTransform().m11()) or 1.0)

    def at(self, x: float, y: float) -> QPointF:
        """The logical point of a reference point."""
        across = max(0.0, self.rect.width() - WIDTH * self.scale) / 2
        down = max(0.0, self.rect.height() - HEIGHT * self.scale) / 2
        return QPointF(self.rect.left() + across + x * self.scale, self.rect.top() + down + y * self.scale)

    def box(self, x: float, y: float, width: float, height: float) -> QRectF:
        corner = self.at(x, y)
        return QRectF(corner.x(), corner.y(), width * self.scale, height * self.scale)

    def color(self, name: str) -> QColor:
        return QColor(getattr(self.theme.colors, name))

    def background(self, watermark: bool) -> None:
        """Everything that does not move: one opaque picture."""
        size = (round(self.rect.width() * self.ratio), round(self.rect.height() * self.ratio))
        if min(size) > 0:
            self.painter.drawImage(self.rect, _background(*size, self.theme, watermark))

    def words(self, placed: Placed, color: str, opacity: float = 1.0, lower: float = 0.0) -> None:
        """A text at its place, ``lower`` by so many reference pixels."""
        fit = placed.fit
        px = self.scale * self.ratio
        self.run(
            Run(face(self.theme.fonts, fit.face), fit.px * px, fit.lines, fit.pitch * px, color),
            (placed.x, placed.baseline + lower),
            opacity,
        )

    def run(self, run: Run, pen: tuple[float, float], opacity: float = 1.0) -> None:
        if opacity <= 0:
            return
        piece, point = pieces.words(run), self.at(*pen)
        # On whole device pixels: the letters stay as sharp as they were drawn.
        left, top = round(point.x() * self.ratio) + piece.left, round(point.y() * self.ratio) + piece.top
        box = (left, top, piece.image.width(), piece.image.height())
        self.painter.setOpacity(opacity)
        self.painter.drawImage(QRectF(*(edge / self.ratio for edge in box)), piece.image)
        self.painter.setOpacity(1.0)

    def arobases(self, row: Row, shown: float) -> None:
        """The first ``shown`` of a row; the one on its way pops."""
        whole, popping = int(shown), shown % 1
        set_in = face(self.theme.fonts, "name")
        step = row.px * 0.996
        px = row.px * self.scale * self.ratio
        run = Run(set_in, px, ("@",), 0.0, self.theme.colors.arobase)
        for number in range(min(whole, row.count)):
            self.run(run, (row.x - row.px * 0.035 + number * step, row.baseline))
        if popping and whole < row.count:
            grown, opacity = _popped(popping)
            shape = pieces.outline(set_in, row.px * self.scale, "@")
            centre = shape.boundingRect().center()
            corner = self.at(row.x - row.px * 0.035 + whole * step, row.baseline)
            place = QTransform.fromTranslate(corner.x() + centre.x(), corner.y() + centre.y())
            place.scale(grown, grown)
            place.translate(-centre.x(), -centre.y())
            self.painter.setOpacity(opacity)
            self.painter.fillPath(place.map(shape), self.color("arobase"))
            self.painter.setOpacity(1.0)

    def countdown(self, place: Countdown, left_s: int, opacity: float) -> None:
        """« 12:30 », every digit in the same room so that nothing trembles."""
        set_in = face(self.theme.fonts, "name")
        px = place.px * self.scale * self.ratio
        room, x = pieces.digit_width(set_in) * place.px, place.x
        for char in f"{left_s // 60:02}:{left_s % 60:02}":
            long = width(set_in, char) * place.px
            pad = (room - long) / 2 if char.isdigit() else 0.0
            self.run(Run(set_in, px, (char,), 0.0, self.theme.colors.ink), (x + pad, place.baseline), opacity)
            x += room if char.isdigit() else long

    def chip(self, placed: Placed, opacity: float) -> None:
        """A text on its gold box."""
        if opacity <= 0:
            return
        fit = placed.fit
        top = placed.baseline - fit.px * 0.35 - CHIP_HEIGHT / 2 + 1
        self.painter.setOpacity(opacity)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.color("arobase"))
        box = self.box(placed.x, top, fit.width + 2 * CHIP_PADDING, CHIP_HEIGHT)
        self.painter.drawRoundedRect(box, 10 * self.scale, 10 * self.scale)
        moved = Placed(fit, placed.x + CHIP_PADDING, placed.baseline)
        self.words(moved, self.theme.colors.background, opacity)

    def bar(self, y: float, long: float, opacity: float) -> None:
        """A calm line in the colour of the arobases, from the left margin."""
        if opacity <= 0 or long <= 0:
            return
        tint = self.color("arobase")
        tint.setAlphaF(opacity)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(tint)
        self.painter.drawRoundedRect(self.box(LEFT, y - 5, long, 10), 5 * self.scale, 5 * self.scale)

    def flag(self, *, large: bool) -> None:
        """The word « RÉPÉTITION » in a box, at the lower right."""
        px = 40 if large else 26
        set_in = face(self.theme.fonts, "strong")
        device_px = px * self.scale * self.ratio
        run = Run(set_in, device_px, (_REHEARSAL,), 0.0, self.theme.colors.background)
        long = width(set_in, _REHEARSAL) * px
        box = self.box(RIGHT - long - 2 * px * 0.6, 1040 - px * 1.7, long + 2 * px * 0.6, px * 1.7)
        self.painter.fillRect(box, self.color("rehearsal"))
        self.run(run, (RIGHT - long - px * 0.6, 1040 - px * 0.5))


def _plain(canvas: _Canvas, frame: Frame, card: FittedCard) -> None:
    """Titles, sections, speeches, debates, signatures, videos: words that appear together."""
    for placed in card.texts:
        if placed.fit.part == "chip":
            canvas.chip(placed, frame.name)
        elif placed.fit.part == "header":
            canvas.words(placed, _ink(canvas, placed))
        else:
            canvas.words(placed, _ink(canvas, placed), frame.name)
    title = next((placed for placed in card.texts if placed.fit.part == "title"), None)
    if title and frame.kind == "section":
        canvas.bar(title.baseline - title.fit.px * CAP - 76, 190 * frame.name, frame.name)
    if card.row:
        canvas.arobases(card.row, frame.name)


def _award(canvas: _Canvas, frame: Frame, card: FittedCard) -> None:
    for placed in card.texts:
        part = placed.fit.part
        if part == "chip":
            canvas.chip(placed, frame.details)
        elif part in _DETAILS:
            canvas.words(placed, _ink(canvas, placed), frame.details)
        elif part == "name":
            canvas.words(placed, canvas.theme.colors.ink, frame.name, _RISE * (1 - _eased(frame.name)))
        else:
            canvas.words(placed, _ink(canvas, placed))
    if card.row:
        if frame.arobases < 1:
            middle = card.row.baseline - card.row.px * (AROBASE_RISE - AROBASE_HEIGHT / 2)
            canvas.bar(middle, ROOM * _eased(frame.suspense), 1 - frame.arobases)
        canvas.arobases(card.row, frame.arobases)


def _roll_call(canvas: _Canvas, frame: Frame, card: FittedCard) -> None:
    if card.row:
        canvas.arobases(card.row, card.row.count)
    for placed in card.texts:
        if placed.fit.part in ("header", "title"):
            canvas.words(placed, _ink(canvas, placed))
            continue
        if placed.fit.part == "photo":
            canvas.chip(placed, float(frame.photo))
            continue
        shown = min(max(frame.calls - placed.rank, 0.0), 1.0)
        called = not frame.photo and placed.fit.part == "call" and frame.calls <= placed.rank + 1
        color = canvas.theme.colors.arobase if called else _ink(canvas, placed)
        canvas.words(placed, color, shown, 10 * (1 - _eased(shown)))


def _mention(canvas: _Canvas, frame: Frame, card: FittedCard) -> None:
    for placed in card.texts:
        part = placed.fit.part
        if part == "chip":
            canvas.chip(placed, 1.0)
        elif part in ("name", "below"):
            canvas.words(placed, _ink(canvas, placed), frame.details, _RISE * (1 - _eased(frame.details)))
        else:
            canvas.words(placed, _ink(canvas, placed))


def _pause(canvas: _Canvas, frame: Frame, card: FittedCard) -> None:
    over = frame.left_s <= 0
    for placed in card.texts:
        if placed.fit.part != "resuming" or over:
            canvas.words(placed, _ink(canvas, placed), frame.name)
    if card.countdown and not over:
        canvas.countdown(card.countdown, frame.left_s, frame.name)


def _ink(canvas: _Canvas, placed: Placed) -> str:
    color: str = getattr(canvas.theme.colors, _COLORS.get(placed.fit.part, "ink"))
    return color


def _eased(part: float) -> float:
    """Fast, then slower: from 0 to 1."""
    return 1 - (1 - part) ** 3


def _popped(part: float) -> tuple[float, float]:
    """Size and opacity of an arobase on its way: it grows a little too much, then settles."""
    return 0.55 + 0.45 * part + 0.16 * math.sin(math.pi * part), min(1.0, part * 2.5)


@lru_cache(maxsize=10)
def _background(width_px: int, height_px: int, theme: Theme, watermark: bool) -> QImage:
    image = QImage(width_px, height_px, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.colors.background))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(0, 0, width_px, height_px)
    canvas = _Canvas(painter, area, theme)
    if watermark:
        shape, tint = pieces.watermark(face(theme.fonts, "name"), _REHEARSAL, theme.colors.rehearsal, area)
        painter.fillPath(shape, tint)
    painter.fillRect(QRectF(0, 0, max(1.0, _EDGE * canvas.scale), height_px), QColor(theme.colors.arobase))
    if theme.logo:
        box = canvas.box(_LOGO.x(), _LOGO.y(), _LOGO.width(), _LOGO.height())
        picture = pieces.logo(theme.logo, round(box.width()), round(box.height()))
        painter.drawImage(QPointF(round(box.right()) - picture.width(), round(box.top())), picture)
    painter.end()
    return image


_PAINTERS: dict[str, Callable[[_Canvas, Frame, FittedCard], None]] = {
    "award": _award,
    "roll_call": _roll_call,
    "mention": _mention,
    "pause": _pause,
}
