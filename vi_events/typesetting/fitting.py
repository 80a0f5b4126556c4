"""The rules by which a text gets its size, its lines and its face. Pure. Nothing is ever cut."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from vi_events.typesetting.metrics import Broken, Face, Fonts, broken, missing_glyphs, shown

PITCH = 1.04
"""From line to line, in type sizes."""
CAP = 0.66
"""Height of a capital, in type sizes."""
_MOST_LINES = 6
_TRACKING = {"name": -0.02, "condensed": -0.005, "text": 0.0, "strong": 0.0}


@dataclass(frozen=True, slots=True)
class Step:
    """A face (a key of Fonts), a number of lines, and the sizes allowed there, in reference pixels."""

    face: str
    lines: int
    largest_px: int
    smallest_px: int


@dataclass(frozen=True, slots=True)
class Room:
    """What a text may take, in reference pixels."""

    width: float
    height: float = float("inf")


# Under embargo like the card that it comes from.
@dataclass(frozen=True, slots=True, repr=False)
class Fit:
    """How one text is set. ``px`` is for a picture of 1920 x 1080."""

    text: str
    """As it was given."""
    face: str
    px: int
    lines: tuple[str, ...]
    width: float
    """Of the widest line, in reference pixels."""
    part: str = ""
    """What it is on its card: ``name``, ``place``, ``title``…"""
    surface: str = "public_screen"
    short_form: bool = False
    missing: str = ""
    """Characters that the typeface lacks; Latin letters are drawn instead."""
    too_long: bool = False
    """Smaller than its floor: somebody must approve a short form."""

    @property
    def condensed(self) -> bool:
        """Whether the condensed face was needed."""
        return self.face == "condensed"

    @property
    def pitch(self) -> float:
        """From line to line, in reference pixels."""
        return self.px * PITCH


def face(fonts: Fonts, name: str) -> Face:
    """The face called ``name``, a key of ``fonts``, spaced as the screen sets it."""
    return Face(getattr(fonts, name), _TRACKING[name])


def fit_name(name: str, short: str, fonts: Fonts, room: Room, steps: tuple[Step, ...]) -> Fit:
    """``name`` in the first step that holds it; else ``short``, where there is one; else as small as need be, and
    flagged ``too_long``.
    """
    if found := fit_steps(name, fonts, room, steps):
        return found
    if short and (found := fit_steps(short, fonts, room, steps)):
        return replace(found, text=name, short_form=True)
    return replace(_squeezed(short or name, fonts, room, steps[-1]), text=name, short_form=bool(short), too_long=True)


def fit_text(text: str, fonts: Fonts, room: Room, steps: tuple[Step, ...]) -> Fit:
    """``text`` in the first step that holds it; else as small as need be, and flagged ``too_long``."""
    return fit_steps(text, fonts, room, steps) or replace(_squeezed(text, fonts, room, steps[-1]), too_long=True)


def fit_steps(text: str, fonts: Fonts, room: Room, steps: Iterable[Step]) -> Fit | None:
    """``text`` in the first step that holds it whole; None when none does.

    A line that ends on « de » or « la » is accepted only when no step does without.
    """
    for strict in (True, False):
        for step in steps:
            set_in = face(fonts, step.face)
            way = broken(set_in, shown(set_in, text), step.lines, strict)
            if way is None or (strict and way.forbidden):
                continue
            px = _largest(way, room, step)
            if px >= step.smallest_px:
                return _fit(text, fonts, step.face, px, way)
    return None


def _largest(way: Broken, room: Room, step: Step) -> int:
    by_height = room.height / (1 + PITCH * (step.lines - 1))
    return int(min(step.largest_px, room.width / max(way.width, 0.01), by_height))


def _squeezed(text: str, fonts: Fonts, room: Room, step: Step) -> Fit:
    """In the last face, in as many lines as give the largest size, however small that is."""
    set_in = face(fonts, step.face)
    ways = [
        (_largest(way, room, Step(step.face, lines, step.smallest_px, 1)), -lines, way)
        for lines in range(1, _MOST_LINES + 1)
        if (way := broken(set_in, shown(set_in, text), lines, False))
    ]
    px, _, way = max(ways, key=lambda one: one[:2])
    return _fit(text, fonts, step.face, max(px, 1), way)


def _fit(text: str, fonts: Fonts, name: str, px: int, way: Broken) -> Fit:
    return Fit(text, name, px, way.lines, way.width * px, missing=missing_glyphs(face(fonts, name), text))
