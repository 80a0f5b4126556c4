"""Flat drawings of areas, lines and words, as PNG or SVG."""

import io
from dataclasses import dataclass
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from PIL import Image, ImageDraw, ImageFont

from vi_events.paths import ASSETS

Point = tuple[float, float]
GROUND = "#FFFFFF"
_SMOOTH = 3
"""Shapes are drawn so many times larger, then reduced."""
_FACES = {
    bold: ASSETS / "fonts" / f"AtkinsonHyperlegibleNext-{'Bold' if bold else 'Regular'}.ttf" for bold in (False, True)
}
_FAMILY = "'Atkinson Hyperlegible Next', Verdana, sans-serif"
_PIL_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}


@dataclass(frozen=True, slots=True)
class Area:
    """A filled polygon; its edge is ``thick`` pixels wide. Colours are ``#RRGGBB``."""

    points: tuple[Point, ...]
    fill: str
    edge: str
    thick: float


@dataclass(frozen=True, slots=True)
class Line:
    """An open line."""

    points: tuple[Point, ...]
    color: str
    thick: float


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text, on its baseline. ``anchor``: which part of it stands at ``at``: start, middle or end."""

    at: Point
    text: str
    px: float
    color: str
    bold: bool = False
    anchor: str = "start"


Shape = Area | Line | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in the order to draw them; words stand above all others. Lengths in pixels."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def png(drawing: Drawing) -> bytes:
    """The drawing as a PNG picture, the same bytes each time."""
    size = round(drawing.width), round(drawing.height)
    large = Image.new("RGB", (size[0] * _SMOOTH, size[1] * _SMOOTH), GROUND)
    pen = ImageDraw.Draw(large)
    for shape in drawing.shapes:
        if isinstance(shape, Words):
            continue
        points = [(x * _SMOOTH, y * _SMOOTH) for x, y in shape.points]
        thick = round(shape.thick * _SMOOTH)
        if isinstance(shape, Line):
            pen.line(points, shape.color, thick)
            continue
        pen.polygon(points, shape.fill)
        if thick:
            pen.line([*points, points[0]], shape.edge, thick)
    picture = large.resize(size, Image.Resampling.BOX)
    pen = ImageDraw.Draw(picture)
    for words in drawing.shapes:
        if isinstance(words, Words):
            pen.text(words.at, words.text, words.color, _font(words.bold, words.px), _PIL_ANCHORS[words.anchor])
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def svg(drawing: Drawing, title: str) -> bytes:
    """The drawing as SVG, to be enlarged or edited; ``title`` is what a screen reader says. Words stay text."""
    size = f"{drawing.width:g} {drawing.height:g}"
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" role="img" font-family={quoteattr(_FAMILY)}>',
        f"<title>{escape(title)}</title>",
        f'<rect width="100%" height="100%" fill="{GROUND}"/>',
        *(_svg(shape) for shape in drawing.shapes if not isinstance(shape, Words)),
        *(_svg(shape) for shape in drawing.shapes if isinstance(shape, Words)),
        "</svg>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _svg(shape: Shape) -> str:
    if isinstance(shape, Words):
        weight = ' font-weight="bold"' if shape.bold else ""
        place = f'x="{shape.at[0]:.1f}" y="{shape.at[1]:.1f}" text-anchor="{shape.anchor}"'
        return f'<text {place} font-size="{shape.px:g}" fill="{shape.color}"{weight}>{escape(shape.text)}</text>'
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in shape.points)
    if isinstance(shape, Line):
        return f'<path d="{path}" fill="none" stroke="{shape.color}" stroke-width="{shape.thick:g}"/>'
    edge = f' stroke="{shape.edge}" stroke-width="{shape.thick:g}" stroke-linejoin="round"' if shape.thick else ""
    return f'<path d="{path}Z" fill="{shape.fill}"{edge}/>'


@lru_cache(maxsize=16)
def _font(bold: bool, px: float) -> ImageFont.FreeTypeFont:
    # Basic layout: Raqm is not in every Pillow, and the picture must be the same on every station.
    return ImageFont.truetype(_FACES[bold], px, layout_engine=ImageFont.Layout.BASIC)
