"""How wide words are in a typeface, which letters it lacks, and where lines may break. Pure.

Widths come from the font files themselves (FreeType without hinting to a screen), so that what is checked before the
show is what every station draws, on every system. They are in em: multiply by the type size.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from anyascii import anyascii
from PIL import ImageFont

_UNITS = 1000
_GAPS = re.compile(r"(?<= )(?![-–—/·:;!?»] )|(?<=[^\s-]-)(?=\w)")
"""Where a line may end: after a space, except before a lone sign; after the hyphen of a compound name."""
_FORBIDDEN_ENDS = frozenset(("de", "du", "des", "d’", "la", "le", "les", "l’", "un", "une", "à", "au", "aux"))
_POOR_ENDS = frozenset(("et", "en", "ès", "lès", "sur", "sous", "saint", "sainte", "st", "ste"))
_POOR_COST = 0.12
"""Share of an even line that a poor end may cost before it is accepted."""
_FRENCH = (
    (re.compile(r" (?=[;:!?](?:[ \u00a0\u202f»”)]|$))"), "\u202f"),
    (re.compile(r" (?=[»%])|(?<=«) "), "\u00a0"),
    (re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])"), "’"),
)


@dataclass(frozen=True, slots=True)
class Fonts:
    """Paths of TrueType files."""

    name: str
    condensed: str
    text: str
    strong: str


@dataclass(frozen=True, slots=True)
class Face:
    """A font file, and the space added between its letters (em, negative to tighten)."""

    path: str
    tracking: float = 0.0


@dataclass(frozen=True, slots=True, repr=False)
class Broken:
    """A text in lines. ``width`` of the widest, in em; ``forbidden``: how many end on « de », « la », « d’ »…"""

    lines: tuple[str, ...]
    width: float
    forbidden: int


def pens(face: Face, text: str) -> tuple[float, ...]:
    """Where each letter begins, in em, and at the end where the last one ends."""
    found, pen, before = [], 0.0, ""
    for char in text:
        if before:
            pen += _kern(face.path, before + char) + face.tracking
        found.append(pen)
        pen += _advance(face.path, char)
        before = char
    return (*found, pen)


def width(face: Face, text: str) -> float:
    """The width of one line, in em."""
    return pens(face, text)[-1]


def missing_glyphs(face: Face, text: str) -> str:
    """The characters of ``text`` that the typeface lacks, once each."""
    return "".join(dict.fromkeys(char for char in unicodedata.normalize("NFC", text) if not _has(face.path, char)))


@lru_cache(maxsize=4096)
def shown(face: Face, text: str) -> str:
    """``text`` as it is drawn: French spaces and apostrophes, and Latin letters for what the typeface lacks."""
    text = " ".join(unicodedata.normalize("NFC", text).split(" ")).strip()
    for pattern, mended in _FRENCH:
        text = pattern.sub(mended, text)
    return "".join(char if _has(face.path, char) else anyascii(char) for char in text)


@lru_cache(maxsize=4096)
def broken(face: Face, text: str, lines: int, strict: bool) -> Broken | None:
    """``text`` in exactly ``lines`` even lines; None when it has fewer places to break.

    ``strict`` looks first for lines that do not end on a forbidden word, whatever their evenness.
    """
    starts = [0, *(gap.start() for gap in _GAPS.finditer(text)), len(text)]
    if lines > len(starts) - 1:
        return None
    at = pens(face, text)
    # The best way to set what stands before each place to break, in the lines counted so far.
    ways = {0: _Way()}
    for _ in range(lines):
        following: dict[int, _Way] = {}
        for first, way in ways.items():
            for last in range(first + 1, len(starts)):
                words = text[starts[first] : starts[last]].rstrip(" ·")
                long = at[starts[first] + len(words)] - at[starts[first]]
                longer = way.with_line(words, long, at[-1] / lines, last == len(starts) - 1)
                if last not in following or longer.cost(strict) < following[last].cost(strict):
                    following[last] = longer
        ways = following
    best = ways[len(starts) - 1]
    return Broken(best.lines, best.widest, best.forbidden)


@dataclass(frozen=True, slots=True)
class _Way:
    """Some lines and what speaks against them. Widths in em."""

    lines: tuple[str, ...] = ()
    widest: float = 0.0
    forbidden: int = 0
    poor: float = 0.0
    uneven: float = 0.0

    def with_line(self, words: str, long: float, even: float, is_last: bool) -> "_Way":
        ending = "" if is_last else _last_word(words)
        return _Way(
            (*self.lines, words),
            max(self.widest, long),
            self.forbidden + (ending in _FORBIDDEN_ENDS),
            self.poor + (ending in _POOR_ENDS) * _POOR_COST * even,
            self.uneven + (long - even) ** 2,
        )

    def cost(self, strict: bool) -> tuple[float, float, float]:
        return self.forbidden if strict else 0, self.widest + self.poor, self.uneven


def _last_word(words: str) -> str:
    """« Aulnay-sous- » ends on « sous », « Verneuil d’ » on « d’ »."""
    return re.split(r"[\s-]", words.rstrip("- ").casefold())[-1]


@cache
def _font(path: str, size: int) -> ImageFont.FreeTypeFont:
    # Basic layout: Raqm is not in every Pillow, and the lines must be the same on every station.
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _advance(path: str, char: str) -> float:
    return _font(path, _UNITS).getlength(char) / _UNITS


@cache
def _kern(path: str, pair: str) -> float:
    return _font(path, _UNITS).getlength(pair) / _UNITS - _advance(path, pair[0]) - _advance(path, pair[1])


@cache
def _has(path: str, char: str) -> bool:
    font = _font(path, 24)
    # U+FFFF is never a character, so it shows the box that stands for a missing glyph.
    return bytes(font.getmask(char)) != bytes(font.getmask("\uffff"))
