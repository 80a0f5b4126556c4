"""Maps of labels by département, as shapes: the whole of France, or one region. Pure, but for reading the outlines.

Lengths are in pixels of the drawing. ``closing.drawing`` makes pictures of it.
"""

import json
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from vi_events.closing.drawing import Area, Drawing, Line, Point, Shape, Words
from vi_events.errors import StorageError
from vi_events.paths import ASSETS
from vi_events.sentences import say

_SOURCE = ASSETS / "outlines" / "departements.json"
CREDIT = "Contours\u202f: Natural Earth."
INK, SOFT, BORDER, REGION_BORDER, EMPTY, AROUND = "#0C1730", "#44506B", "#FFFFFF", "#44506B", "#E4E9F1", "#F3F5F9"
CLASSES = (
    (1, "1", "#C3D9F5"),
    (2, "2", "#8FBAEE"),
    (3, "3 ou 4", "#5590DC"),
    (5, "5 à 7", "#1F5FB0"),
    (8, "8 et plus", "#0B346F"),
)
"""The least number of labels, what the legend says, and the colour: darker for more, told apart without hue."""
_LIGHT_INK_FROM = 5
OVERSEAS = {"971": "Guadeloupe", "972": "Martinique", "973": "Guyane", "974": "La Réunion", "976": "Mayotte"}
"""Drawn beside, each at its own scale."""
_CLOSE_IN = ("75", "92", "93", "94")
"""Too small for their number on the map of the country."""
_ROW = 46
"""From line to line of a list."""
Ring = tuple[Point, ...]
Counts = Mapping[str, int]
"""How many labels by code of département."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A département in hundreds of metres; ``label`` is where its number stands."""

    label: Point
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle of the drawing, in pixels."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Place:
    """From outlines to the drawing."""

    scale: float
    x: float
    y: float

    def at(self, point: Point) -> Point:
        return self.x + point[0] * self.scale, self.y + point[1] * self.scale


@cache
def outlines() -> Mapping[str, Outline]:
    """The outlines by code of département, in the order to paint them (assets/outlines). StorageError when damaged."""
    try:
        known = json.loads(_SOURCE.read_text(encoding="utf-8"))
        return {code: _outline(said) for code, said in known.items()}
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise StorageError(
            "outlines_unreadable",
            say("Les contours des départements sont illisibles (dossier {0}).", _SOURCE.parent.name),
            "Réinstallez VI Events, ou copiez ce dossier depuis un autre poste.",
        ) from problem


def _outline(said: Mapping[str, Any]) -> Outline:
    x, y = said["label"]
    return Outline((x, y), tuple(tuple(zip(ring[::2], ring[1::2], strict=True)) for ring in said["rings"]))


def is_on_map(department: str) -> bool:
    """Whether the département is drawn; the other overseas authorities and foreign countries are not."""
    return department in outlines()


def france_map(counts: Counts, title: str, subtitle: str, aside: Sequence[str], regions: Mapping[str, str]) -> Drawing:
    """The map of the country, each département with its number of labels. ``aside`` names what is not on it;
    ``regions`` is the region of each département, for its borders.
    """
    mainland = [code for code in outlines() if code not in OVERSEAS]
    place = _fitted(mainland, Frame(60, 170, 1540, 1545))
    shapes: list[Shape] = [
        Words((60, 88), title, 48, INK, bold=True),
        Words((60, 136), subtitle, 27, SOFT),
        *_painted(mainland, counts, place),
        *_region_borders(mainland, regions, place),
        *(word for code in mainland if code not in _CLOSE_IN for word in _number(code, counts, place, 24)),
        *_legend(60, 205),
        *_inset(_CLOSE_IN, counts, Frame(1235, 175, 1540, 405), "Paris et petite couronne"),
    ]
    for rank, (code, name) in enumerate(OVERSEAS.items()):
        top = 790 + 152 * rank
        shapes += _inset((code,), counts, Frame(60, top, 250, top + 142), name)
    low = 1600
    for line in textwrap.wrap(f"Hors de la carte\u202f: {', '.join(aside)}.", 110) if aside else ():
        shapes.append(Words((60, low), line, 24, INK))
        low += 34
    shapes.append(Words((60, low + 6), CREDIT, 20, SOFT))
    return Drawing(1600, low + 40, tuple(shapes))


def region_map(departments: Mapping[str, str], counts: Counts) -> Drawing | None:
    """The map of a region and the list of its ``departments`` (name by code). None: it is not on the map."""
    codes = sorted(code for code in departments if code in outlines())
    if not codes:
        return None
    height = max(560, 60 + _ROW * len(codes))
    frame = Frame(14, 14, height * 1.05, height - 14)
    place = _fitted(codes, frame)
    painted = [code for code in outlines() if code in codes]
    around = [code for code in outlines() if not {code, *codes} & OVERSEAS.keys() and code not in codes]
    shapes: list[Shape] = [Area(ring, AROUND, BORDER, 2) for code in around for ring in _rings(code, place)]
    shapes += _painted(painted, counts, place)
    shapes += _region_borders([*around, *painted], dict.fromkeys(codes, "here"), place)
    shapes += [_label(code, code, counts, place, 27) for code in codes]
    # What is drawn around does not go under the list.
    edge, width = frame.right + 14, frame.right + 720
    shapes.append(Area(((edge, 0), (width, 0), (width, height), (edge, height)), BORDER, BORDER, 0))
    for rank, code in enumerate(codes):
        low, count = (height - _ROW * len(codes)) / 2 + _ROW * rank + 33, counts.get(code, 0)
        shapes.append(Words((edge + 30, low), code, 30, SOFT))
        shapes.append(Words((edge + 100, low), departments[code], 30, INK, bold=count > 0))
        shapes.append(Words((width - 40, low), str(count), 30, INK, bold=True, anchor="end"))
    return Drawing(width, height, tuple(shapes))


def shade(count: int) -> str:
    """The colour of a département with so many labels."""
    return next((color for least, _, color in reversed(CLASSES) if count >= least), EMPTY)


def _painted(codes: Iterable[str], counts: Counts, place: Place) -> list[Shape]:
    return [Area(ring, shade(counts.get(code, 0)), BORDER, 2) for code in codes for ring in _rings(code, place)]


def _rings(code: str, place: Place) -> list[tuple[Point, ...]]:
    return [tuple(map(place.at, ring)) for ring in outlines()[code].rings]


def _inset(codes: Sequence[str], counts: Counts, frame: Frame, title: str) -> list[Shape]:
    place = _fitted(codes, Frame(frame.left + 10, frame.top + 36, frame.right - 10, frame.bottom - 10))
    corners = (
        (frame.left, frame.top),
        (frame.right, frame.top),
        (frame.right, frame.bottom),
        (frame.left, frame.bottom),
    )
    shapes: list[Shape] = [Area(corners, BORDER, "#D5DBE6", 2), *_painted(codes, counts, place)]
    shapes.append(Words((frame.left + 10, frame.top + 27), title, 20, SOFT))
    return [*shapes, *(word for code in codes for word in _number(code, counts, place, 22))]


def _legend(left: float, top: float) -> list[Shape]:
    shapes: list[Shape] = [Words((left, top), "Collectivités par département", 24, INK, bold=True)]
    for rank, (color, said) in enumerate([(EMPTY, "aucune"), *((color, said) for _, said, color in CLASSES)]):
        y = top + 20 + 36 * rank
        shapes.append(Area(((left, y), (left + 46, y), (left + 46, y + 26), (left, y + 26)), color, color, 0))
        shapes.append(Words((left + 60, y + 21), said, 22, INK))
    return shapes


def _number(code: str, counts: Counts, place: Place, px: float) -> list[Shape]:
    count = counts.get(code, 0)
    return [_label(code, str(count), counts, place, px)] if count else []


def _label(code: str, text: str, counts: Counts, place: Place, px: float) -> Words:
    x, y = place.at(outlines()[code].label)
    dark = counts.get(code, 0) >= _LIGHT_INK_FROM
    return Words((x, y + px * 0.34), text, px, BORDER if dark else INK, bold=True, anchor="middle")


def _region_borders(codes: Iterable[str], regions: Mapping[str, str], place: Place) -> list[Shape]:
    """The borders between two regions; those with the sea and other countries are seen without."""
    sides: dict[frozenset[Point], list[str]] = {}
    for code in codes:
        for ring in outlines()[code].rings:
            for before, point in zip((ring[-1], *ring), ring, strict=False):
                sides.setdefault(frozenset((before, point)), []).append(regions.get(code, ""))
    between = [tuple(edge) for edge, found in sides.items() if len(found) == 2 and found[0] != found[1]]
    return [Line((place.at(start), place.at(end)), REGION_BORDER, 3) for start, end in sorted(between)]


def _fitted(codes: Iterable[str], frame: Frame) -> Place:
    """As large as the frame allows, in its middle."""
    points = [point for code in codes for ring in outlines()[code].rings for point in ring]
    (left, right), (top, bottom) = ((min(axis), max(axis)) for axis in zip(*points, strict=True))
    scale = min((frame.right - frame.left) / (right - left), (frame.bottom - frame.top) / (bottom - top))
    x = (frame.left + frame.right - (left + right) * scale) / 2
    y = (frame.top + frame.bottom - (top + bottom) * scale) / 2
    return Place(scale, x, y)
