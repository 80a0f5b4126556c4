"""Setting words in type on a badge: which letters the font has, how wide they are, where lines break. Pure."""

import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from anyascii import anyascii
from PIL import Image, ImageDraw, ImageFont

from vi_events.paths import ASSETS

FONTS = ASSETS / "fonts"
WEIGHTS = ("Regular", "Medium", "Bold", "ExtraBold")
BLACK, WHITE = 0, 255

# Parts of the type size: room above the baseline for an accented capital (Å), room below it, line to line.
ASCENT, DESCENT, PITCH = 0.93, 0.24, 1.06
UNKNOWN = "?"
"""Printed for a character that has neither a glyph nor Latin letters: something was there."""
_PIECES = re.compile(r"[^ -]+ [-–—/] +|[^ -]*-+ *|[^ -]+ *| +")
"""What is never broken: a word, up to its hyphen; a dash between spaces stays with the word before it."""
_FRENCH = (
    (re.compile(r" (?=[;:!?](?:[ \u00a0\u202f»”)]|$))"), "\u202f"),
    (re.compile(r" (?=[»%])|(?<=«) "), "\u00a0"),
    (re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])"), "’"),
)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines set in one size, in dots."""

    weight: str
    size: int
    lines: tuple[str, ...]

    @property
    def height(self) -> int:
        return _block_height(self.size, len(self.lines))

    @property
    def width(self) -> int:
        return math.ceil(max((length(self.weight, self.size, line) for line in self.lines), default=0))


@dataclass(frozen=True, slots=True)
class Room:
    """Where a text must fit, in dots."""

    width: int
    height: int


Step = tuple[int, int]
"""A type size, and the lines allowed in it."""


def fit(text: str, weight: str, room: Room, steps: Iterable[Step]) -> Block | None:
    """``text`` in the first step that holds it whole, broken between words only; None when none does."""
    # Lengths per unit of size: most steps are ruled out without measuring them (rounding is under 4 %).
    whole = length(weight, 64, text) / 64
    widest = max((length(weight, 64, piece.rstrip()) for piece in _pieces(text)), default=0.0) / 64
    for size, most in steps:
        few = math.ceil(whole * size * 0.96 / room.width)
        if few > most or widest * size * 0.96 > room.width or _block_height(size, few) > room.height:
            continue
        lines = _wrap(_pieces(text), weight, size, room.width)
        if lines and len(lines) <= most and _block_height(size, len(lines)) <= room.height:
            return _balance(Block(weight, size, tuple(lines)), text, room.width)
    return None


def squeeze(text: str, weight: str, room: Room, sizes: Iterable[int]) -> Block:
    """``text`` in the first size that holds it broken anywhere. A text that even the last size does not hold ends
    with « … » rather than run over its neighbours.
    """
    block = Block(weight, 1, ())
    for size in sizes:
        block = Block(weight, size, tuple(_wrap(text, weight, size, room.width)))
        if block.lines and block.height <= room.height:
            return block
    lines = list(block.lines)
    while lines and _block_height(block.size, len(lines)) > room.height:
        lines.pop()
    if lines:
        lines[-1] = lines[-1][:-2] + "…"
    return Block(weight, block.size, tuple(lines))


def draw_block(picture: Image.Image, block: Block, corner: tuple[int, int]) -> None:
    """Draws the lines in black, flush left, from their upper left ``corner``."""
    left, top = corner
    for number, line in enumerate(block.lines):
        baseline = top + round(block.size * (ASCENT + PITCH * number))
        _draw_line(picture, (block.weight, block.size), line, (left, baseline))


def break_lines(text: str, weight: str, width_em: float) -> list[str]:
    """``text`` in lines of at most ``width_em`` type sizes, broken after spaces and hyphens; empty when one piece
    alone is wider.
    """
    return _wrap(_pieces(text), weight, 64, int(width_em * 64))


def missing_glyphs(text: str) -> str:
    """The characters of ``text`` that the badge font lacks, once each; they are printed in Latin letters."""
    return "".join(char for char in dict.fromkeys(unicodedata.normalize("NFC", text)) if not _has_glyph(char))


@lru_cache(maxsize=4096)
def printable(text: str) -> str:
    """``text`` as it is printed: French no-break spaces and apostrophes, what the font lacks in Latin letters
    (« Γιώργος » -> « Giorgos »), nothing invisible.
    """
    text = unicodedata.normalize("NFC", text)
    for pattern, mended in _FRENCH:
        text = pattern.sub(mended, text)
    if not (text.isascii() and text.isprintable()):
        text = "".join(char if _has_glyph(char) else _replacement(char) for char in text)
    return text.strip(" ")


@lru_cache(maxsize=1024)
def font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    """The badge font, ``size`` in dots."""
    # Basic layout: Raqm is not in every Pillow, and the picture must be the same on every station.
    path = FONTS / f"AtkinsonHyperlegibleNext-{weight}.ttf"
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


def length(weight: str, size: int, text: str) -> float:
    """The width of a line, in dots."""
    # Glyph by glyph from a cache: FreeType would take ten times longer, and a badge is measured at many sizes.
    kerned = sum(_kern(weight, first + second) for first, second in pairwise(text))
    return sum(_advance(weight, size, char) for char in text) + kerned * size


def _block_height(size: int, lines: int) -> int:
    return round(size * (ASCENT + DESCENT + PITCH * (lines - 1))) if lines else 0


@cache
def _has_glyph(char: str) -> bool:
    shape = font("Regular", 24)
    # U+FFFF is never a character, so it shows the box that stands for a missing glyph.
    return bytes(shape.getmask(char)) != bytes(shape.getmask("\uffff"))


def _replacement(char: str) -> str:
    if char.isspace():
        return " "
    category = unicodedata.category(char)
    if category in ("Cc", "Cf", "Mn", "Me", "Sk"):
        return ""  # controls, direction marks, accents and tints: what they act on is printed without them
    return anyascii(char) or UNKNOWN


@cache
def _advance(weight: str, size: int, char: str) -> float:
    return font(weight, size).getlength(char)


@cache
def _kern(weight: str, pair: str) -> float:
    """Dots per dot of type size to add between two letters."""
    shape = font(weight, 64)
    return (shape.getlength(pair) - shape.getlength(pair[0]) - shape.getlength(pair[1])) / 64


@lru_cache(maxsize=2048)
def _glyph(weight: str, size: int, char: str) -> tuple[Image.Image, int, int]:
    """The letter's mask and its corner, from the pen on the baseline."""
    shape = font(weight, size)
    left, top, right, bottom = (math.floor(edge) for edge in shape.getbbox(char, anchor="ls"))
    mask = Image.new("L", (max(right - left + 2, 1), max(bottom - top + 2, 1)), 0)
    ImageDraw.Draw(mask).text((-left, -top), char, 255, shape, anchor="ls")
    return mask, left, top


def _draw_line(picture: Image.Image, style: tuple[str, int], text: str, pen: tuple[int, int]) -> None:
    weight, size = style
    left, baseline = float(pen[0]), pen[1]
    for number, char in enumerate(text):
        if number:
            left += _kern(weight, text[number - 1] + char) * size
        mask, right_of_pen, below_baseline = _glyph(weight, size, char)
        picture.paste(BLACK, (round(left) + right_of_pen, baseline + below_baseline), mask)
        left += _advance(weight, size, char)


def _pieces(text: str) -> list[str]:
    return _PIECES.findall(text)


def _balance(block: Block, text: str, width: int) -> Block:
    """The same number of lines, in the narrowest column: « Adjointe au maire, / déléguée au numérique »."""
    low, high, lines = width // len(block.lines), width, block.lines
    while len(block.lines) > 1 and high - low > 8:
        middle = (low + high) // 2
        tried = _wrap(_pieces(text), block.weight, block.size, middle)
        if tried and len(tried) == len(block.lines):
            high, lines = middle, tuple(tried)
        else:
            low = middle
    return Block(block.weight, block.size, lines)


def _wrap(pieces: Iterable[str], weight: str, size: int, width: int) -> list[str]:
    """Lines broken between ``pieces`` only (a text's letters are pieces too); empty when one is wider than
    ``width``.
    """
    lines: list[str] = []
    line, reach = "", 0.0
    for piece in pieces:
        core = length(weight, size, piece.rstrip())
        if core > width:
            return []
        joint = _kern(weight, line[-1] + piece[0]) * size if line else 0.0
        if reach + joint + core > width:
            if line.strip():
                lines.append(line.rstrip(" ·"))  # a separator has nothing to separate at the end of a line
            line, reach, joint = "", 0.0, 0.0
        line += piece
        reach += joint + (core if piece[-1] != " " else length(weight, size, piece))
    return [*lines, line.rstrip()]
