"""The pieces that a frame is put together from, drawn once and kept: words, arobases, the empty background, the logo.

Letters are drawn from the outlines of the font files, where typesetting.metrics measured them: what was checked is
what shows, the same on every system.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QRawFont, QTransform

from vi_events.typesetting.metrics import Face, pens, width

_OUTLINE_PX = 1000
"""Size in which outlines are read: large, so that no rounding is left."""


@dataclass(frozen=True, slots=True, repr=False)
class Run:
    """Lines of words in one face, size and colour, in device pixels, flush left."""

    face: Face
    px: float
    lines: tuple[str, ...]
    pitch: float
    color: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A picture, and where its corner stands from the pen on the first baseline (device pixels)."""

    image: QImage
    left: int
    top: int


@lru_cache(maxsize=320)
def words(run: Run) -> Piece:
    """The drawn words."""
    shape = _lines(run)
    bounds = shape.boundingRect()
    left, top = math.floor(bounds.left()) - 1, math.floor(bounds.top()) - 1
    size = (math.ceil(bounds.right()) + 2 - left, math.ceil(bounds.bottom()) + 2 - top)
    image = QImage(max(size[0], 1), max(size[1], 1), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-left, -top)
    painter.fillPath(shape, QColor(run.color))
    painter.end()
    return Piece(image, left, top)


def outline(face: Face, px: float, text: str) -> QPainterPath:
    """``text`` on one line as a shape, its pen at the origin."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for char, pen in zip(text, pens(face, text), strict=False):
        path.addPath(QTransform.fromTranslate(pen * _OUTLINE_PX, 0).map(_glyph(face.path, char)))
    scale = px / _OUTLINE_PX
    return QTransform.fromScale(scale, scale).map(path)


def digit_width(face: Face) -> float:
    """The room of every digit of a countdown, in em, so that nothing trembles: a little less than the widest."""
    return 0.95 * max(width(face, digit) for digit in "0123456789")


@lru_cache(maxsize=8)
def logo(path: str, width_px: int, height_px: int) -> QImage:
    """The logo in a box of this size, its proportions kept; a null image when the file has gone since."""
    found = QImage(path)
    if found.isNull():
        return found
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    scaled = found.scaled(width_px, height_px, keep, smooth)
    return scaled.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def watermark(face: Face, word: str, color: str, area: QRectF) -> tuple[QPainterPath, QColor]:
    """``word`` across the whole of ``area``, rising, as a shape and its colour."""
    slope = math.degrees(math.atan2(area.height(), area.width())) * 0.72
    px = area.width() * 0.98 / width(face, word)
    shape = outline(face, px, word)
    bounds = shape.boundingRect()
    place = QTransform.fromTranslate(area.center().x(), area.center().y())
    place.rotate(-slope)
    place.translate(-bounds.center().x(), -bounds.center().y())
    tint = QColor(color)
    tint.setAlphaF(0.34)
    return place.map(shape), tint


def _lines(run: Run) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for number, line in enumerate(run.lines):
        path.addPath(outline(run.face, run.px, line).translated(QPointF(0, run.pitch * number)))
    return path


@lru_cache(maxsize=16)
def _raw(path: str) -> QRawFont:
    # No hinting: outlines as they were designed, whatever the system does to its own text.
    return QRawFont(path, _OUTLINE_PX, QFont.HintingPreference.PreferNoHinting)


@lru_cache(maxsize=2048)
def _glyph(path: str, char: str) -> QPainterPath:
    raw = _raw(path)
    indexes = raw.glyphIndexesForString(char)
    return raw.pathForGlyph(indexes[0]) if indexes else QPainterPath()
