"""The badge as a picture: the same dots on screen, in a PNG and on paper. Pure: no clock, no device."""

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, cast

import zxingcpp
from anyascii import anyascii
from PIL import Image, ImageDraw, ImageFont

from vi_events.paths import ASSETS

FONTS = ASSETS / "fonts"
CATEGORY_LABELS = {
    "elected": "élu·e",
    "officer": "agent·e",
    "partner": "partenaire",
    "press": "presse",
    "speaker": "intervenant·e",
    "crew": "équipe",
    "guest": "invité·e",
}
BLACK, WHITE = 0, 255
QUIET_MODULES = 4
"""Blank modules around a QR code (ISO/IEC 18004, 9.1)."""

# Parts of the type size: room above the baseline for an accented capital (Å), room below it, line to line.
ASCENT, DESCENT, PITCH = 0.93, 0.24, 1.06
HARD_BREAK_FLOOR = 16
"""Type size in dots under which a word too long is broken anywhere rather than made smaller."""
_PIECES = re.compile(r"[^ -]*-+ *|[^ -]+ *| +")


@dataclass(frozen=True, slots=True)
class BadgeData:
    """What a badge says. Every text may be empty; ``category`` is one of ``models.CATEGORIES``."""

    first_name: str
    last_name: str
    function: str
    authority: str
    department: str
    category: str
    edition_line: str
    code: str


@dataclass(frozen=True, slots=True)
class _Paper:
    height: int
    margin: int
    band: int
    module: int
    """Dots per QR module."""
    scale: float
    """Type sizes, as a share of those of the 80 mm badge."""


_PAPERS = {576: _Paper(800, 28, 96, 8, 1.0), 384: _Paper(560, 18, 66, 5, 0.68)}
WIDTHS_DOTS = tuple(_PAPERS)


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines set in one size; ``height`` in dots."""

    weight: str
    size: int
    lines: tuple[str, ...]

    @property
    def height(self) -> int:
        if not self.lines:
            return 0
        return round(self.size * (ASCENT + DESCENT + PITCH * (len(self.lines) - 1)))


@dataclass(frozen=True, slots=True)
class _Room:
    width: int
    height: int


def render_badge(data: BadgeData, width_dots: int = 576) -> Image.Image:
    """The badge, mode "1", ``width_dots`` (one of ``WIDTHS_DOTS``) by 800 or 560 dots. The same data gives the
    same dots.
    """
    paper = _PAPERS[width_dots]
    # Eight bits cut at the middle keep the weight of the letters; FreeType's own one-bit glyphs come out thinner.
    picture = Image.new("L", (width_dots, paper.height), WHITE)
    picture.paste(_band(width_dots, paper, CATEGORY_LABELS[data.category].upper()))
    quiet = paper.module * QUIET_MODULES
    foot = paper.height - quiet
    text_right, foot_top = width_dots - paper.margin, foot
    if data.code:
        square = _qr_square(data.code, paper.module)
        corner = (width_dots - quiet - square.width, foot - square.height)
        picture.paste(square, corner)
        text_right, foot_top = corner[0] - quiet, corner[1] - quiet
    foot_top = min(foot_top, _draw_foot(picture, paper, data, _Room(text_right - paper.margin, foot)))
    _draw_person(picture, paper, data, _Room(width_dots - 2 * paper.margin, foot_top - round(16 * paper.scale)))
    return picture.point(_THRESHOLD, "1")


_THRESHOLD = [BLACK] * 128 + [WHITE] * 128


def missing_glyphs(text: str) -> str:
    """The characters of ``text`` that the badge font lacks, once each; they are printed in Latin letters."""
    return "".join(char for char in dict.fromkeys(unicodedata.normalize("NFC", text)) if not _has_glyph(char))


def qr_picture(code: str) -> Image.Image:
    """The QR code of ``code``, mode "L", one dot per module, level M, without its quiet zone. A ticket code gives
    version 2 in alphanumeric mode.
    """
    barcode = zxingcpp.create_barcode(code, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    # The picture gives its pixels through the buffer protocol, which its type stub does not tell.
    pixels = memoryview(cast("Any", barcode.to_image(scale=1, add_quiet_zones=False))).tobytes()
    side = math.isqrt(len(pixels))
    return Image.frombytes("L", (side, side), pixels)


def break_lines(text: str, weight: str, width_em: float) -> list[str]:
    """``text`` in lines of at most ``width_em`` type sizes, broken after spaces and hyphens; empty when one piece
    alone is wider.
    """
    return _wrap(text, (weight, 64), int(width_em * 64))


@lru_cache(maxsize=256)
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    # Basic layout: Raqm is not in every Pillow, and the picture must be the same on every station.
    path = FONTS / f"AtkinsonHyperlegibleNext-{weight}.ttf"
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _has_glyph(char: str) -> bool:
    shape = _font("Regular", 24)
    # U+FFFF is never a character, so it shows the box that stands for a missing glyph.
    return bytes(shape.getmask(char)) != bytes(shape.getmask("\uffff"))


@lru_cache(maxsize=4096)
def printable(text: str) -> str:
    """``text`` with what the font lacks in Latin letters: « Γιώργος » -> « Giorgos »."""
    text = unicodedata.normalize("NFC", text)
    if text.isascii():
        return text
    return "".join(char if _has_glyph(char) else anyascii(char) for char in text)


@lru_cache(maxsize=64)
def _band(width: int, paper: _Paper, label: str) -> Image.Image:
    band = Image.new("L", (width, paper.band), BLACK)
    draw = ImageDraw.Draw(band)
    size = round(58 * paper.scale)
    while _spaced_width(label, size) > width - 2 * paper.margin:
        size -= 1
    left = (width - _spaced_width(label, size)) / 2
    cap_height = 0.67 * size
    baseline = round((paper.band + cap_height) / 2 + 0.06 * size)
    for char in label:
        draw.text((round(left), baseline), char, WHITE, _font("Bold", size), anchor="ls")
        left += _font("Bold", size).getlength(char) + _tracking(size)
    return band


def _tracking(size: int) -> float:
    return 0.08 * size


def _spaced_width(label: str, size: int) -> float:
    return sum(_font("Bold", size).getlength(char) for char in label) + _tracking(size) * (len(label) - 1)


def _qr_square(code: str, module: int) -> Image.Image:
    """The code in the square of a version 2 one; a longer code from elsewhere has smaller modules, never split."""
    side = 25 * module
    modules = qr_picture(code)
    scale = max(side // modules.width, 1)
    return modules.resize((modules.width * scale,) * 2, Image.Resampling.NEAREST)


def _draw_foot(picture: Image.Image, paper: _Paper, data: BadgeData, room: _Room) -> int:
    """Authority, department and edition, ending at ``room.height``; returns where they begin."""
    gap, limit = round(8 * paper.scale), round(236 * paper.scale)
    edition = _fit(data.edition_line, "Regular", room.width, _steps(paper, 24, 14, limit // 3), balanced=True)
    department = "" if data.department == data.authority else data.department
    place = _fit(department, "Regular", room.width, _steps(paper, 26, 16, limit // 3))
    left = limit - edition.height - place.height - gap
    authority = _fit(data.authority, "Bold", room.width, _steps(paper, 36, 14, left))
    top = room.height - sum(block.height for block in (authority, place, edition)) - (gap if edition.lines else 0)
    cursor = _draw_block(picture, authority, paper.margin, top)
    cursor = _draw_block(picture, place, paper.margin, cursor)
    _draw_block(picture, edition, paper.margin, cursor + gap)
    return top


def _draw_person(picture: Image.Image, paper: _Paper, data: BadgeData, room: _Room) -> None:
    """Names and function between the band and ``room.height``."""
    top = paper.band + round(20 * paper.scale)
    height = room.height - top
    first = _fit_name(data.first_name, "Regular", room.width, paper, (64, 46, height * 3 // 10))
    share = height * (45 if first.lines else 65) // 100
    last = _fit_name(data.last_name, "ExtraBold", room.width, paper, (92, 62, share))
    gap = round(18 * paper.scale)
    left = height - first.height - last.height - gap
    # Never larger than the name, even a name that had to be made small.
    steps = [step for step in _steps(paper, 36, 14, left) if not last.lines or step[0] <= last.size]
    function = _fit(data.function, "Regular", room.width, steps, balanced=True)
    slack = max(0, left - function.height)
    cursor = _draw_block(picture, first, paper.margin, top + slack // 5)
    cursor = _draw_block(picture, last, paper.margin, cursor)
    _draw_block(picture, function, paper.margin, cursor + gap)


def _draw_block(picture: Image.Image, block: _Block, left: int, top: int) -> int:
    for number, line in enumerate(block.lines):
        baseline = top + round(block.size * (ASCENT + PITCH * number))
        _draw_line(picture, (block.weight, block.size), line, (left, baseline))
    return top + block.height


_Step = tuple[int, int, int]
"""A type size, the lines and the height allowed in it."""


def _steps(paper: _Paper, largest: int, smallest: int, height: int) -> Iterator[_Step]:
    for size in range(round(largest * paper.scale), max(round(smallest * paper.scale), 12) - 1, -2):
        yield size, 99, height


def _fit_name(text: str, weight: str, width: int, paper: _Paper, limits: tuple[int, int, int]) -> _Block:
    """One line down to a floor, then two, then smaller. ``limits``: largest size, floor, height."""
    largest, floor, height = limits
    one = ((size, 1, height) for size, _, _ in _steps(paper, largest, floor, height))
    two = ((size, 2, height) for size, _, _ in _steps(paper, largest, floor * 2 // 3, height))
    return _fit(text, weight, width, [*one, *two, *_steps(paper, floor, HARD_BREAK_FLOOR, height)], balanced=True)


def _fit(text: str, weight: str, width: int, steps: Iterable[_Step], balanced: bool = False) -> _Block:
    """``text`` in the first step that holds it whole; failing all, in the smallest size, broken anywhere."""
    text = printable(text)
    size = HARD_BREAK_FLOOR
    if not text:
        return _Block(weight, size, ())
    # Lengths per unit of size: most steps are ruled out without measuring them (rounding is under 4 %).
    whole = _length(weight, 64, text) / 64
    widest = max(_length(weight, 64, piece.rstrip()) for piece in _pieces(text)) / 64
    for size, most, height in steps:
        few = math.ceil(whole * size * 0.96 / width)
        if few > most or widest * size * 0.96 > width or _Block(weight, size, ("",) * few).height > height:
            continue
        block = _Block(weight, size, tuple(_wrap(text, (weight, size), width)))
        if block.lines and len(block.lines) <= most and block.height <= height:
            return _balance(block, text, width) if balanced else block
    return _Block(weight, size, tuple(_wrap(text, (weight, size), width, anywhere=True)))


@dataclass(frozen=True, slots=True)
class _Glyph:
    advance: float
    mask: Image.Image
    corner: tuple[int, int]
    """Of the mask, from the pen on the baseline."""


@cache
def _glyph(weight: str, size: int, char: str) -> _Glyph:
    shape = _font(weight, size)
    left, top, right, bottom = (math.floor(edge) for edge in shape.getbbox(char, anchor="ls"))
    mask = Image.new("L", (max(right - left + 2, 1), max(bottom - top + 2, 1)), 0)
    ImageDraw.Draw(mask).text((-left, -top), char, 255, shape, anchor="ls")
    return _Glyph(shape.getlength(char), mask, (left, top))


@cache
def _kern(weight: str, pair: str) -> float:
    """Dots per dot of type size to add between two letters."""
    shape = _font(weight, 64)
    return (shape.getlength(pair) - shape.getlength(pair[0]) - shape.getlength(pair[1])) / 64


def _length(weight: str, size: int, text: str) -> float:
    # Glyph by glyph from a cache: FreeType would take ten times longer, and a badge is measured at many sizes.
    kerned = sum(_kern(weight, first + second) for first, second in pairwise(text))
    return sum(_glyph(weight, size, char).advance for char in text) + kerned * size


def _draw_line(picture: Image.Image, style: tuple[str, int], text: str, pen: tuple[int, int]) -> None:
    weight, size = style
    left, baseline = float(pen[0]), pen[1]
    for number, char in enumerate(text):
        if number:
            left += _kern(weight, text[number - 1] + char) * size
        glyph = _glyph(weight, size, char)
        picture.paste(BLACK, (round(left) + glyph.corner[0], baseline + glyph.corner[1]), glyph.mask)
        left += glyph.advance


def _pieces(text: str) -> list[str]:
    return _PIECES.findall(text)


def _balance(block: _Block, text: str, width: int) -> _Block:
    """The same number of lines, in the narrowest column: « Adjointe au maire, / déléguée au numérique »."""
    low, high, lines = width // len(block.lines), width, block.lines
    while len(block.lines) > 1 and high - low > 8:
        middle = (low + high) // 2
        tried = _wrap(text, (block.weight, block.size), middle)
        if tried and len(tried) == len(block.lines):
            high, lines = middle, tuple(tried)
        else:
            low = middle
    return _Block(block.weight, block.size, lines)


def _wrap(text: str, style: tuple[str, int], width: int, anywhere: bool = False) -> list[str]:
    """Lines broken after spaces and hyphens, or anywhere; empty when one piece alone is wider than ``width``."""
    lines: list[str] = []
    line = ""
    for piece in text if anywhere else _pieces(text):
        longer = line + piece
        if _length(*style, longer.rstrip()) <= width:
            line = longer
            continue
        if not anywhere and _length(*style, piece.rstrip()) > width:
            return []
        if line.strip():
            lines.append(line.rstrip(" ·"))  # a separator has nothing to separate at the end of a line
        line = piece
    return [*lines, line.rstrip()]
