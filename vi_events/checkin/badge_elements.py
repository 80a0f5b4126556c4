"""What may stand on a badge: the elements of a layout, their keys and what each key accepts."""

import re
from dataclasses import dataclass, field
from typing import Annotated, Any

from PIL import Image

from vi_events.checkin.typesetting import WEIGHTS
from vi_events.edition.models import CATEGORIES
from vi_events.sentences import say

PAPERS = {"80": (576, 800), "58": (384, 560), "a6": (1240, 1748)}
"""Dots, 8 a millimetre on rolls of 80 and 58 mm, 300 an inch on A6."""
FIELDS = (
    "first_name",
    "last_name",
    "function",
    "authority",
    "department",
    "edition_line",
    "category",
    "box",
    "seat",
)
"""What a text may name in braces."""


@dataclass(frozen=True, slots=True)
class _Between:
    lowest: int
    highest: int

    def advice(self, value: object) -> str:
        right = type(value) is int and self.lowest <= value <= self.highest
        return "" if right else say("Écrivez un nombre entier de {0} à {1}.", self.lowest, self.highest)


@dataclass(frozen=True, slots=True)
class _OneOf:
    words: tuple[str, ...]

    def advice(self, value: object) -> str:
        return "" if value in self.words else say("Écrivez {0}.", either(self.words))


class _Flag:
    def advice(self, value: object) -> str:
        return "" if isinstance(value, bool) else say("Écrivez true ou false, sans guillemets.")


class _Categories:
    def advice(self, value: object) -> str:
        right = isinstance(value, tuple) and all(word in CATEGORIES for word in value)
        return "" if right else say("Écrivez une liste entre crochets parmi {0}.", either(CATEGORIES))


class _Template:
    def advice(self, value: object) -> str:
        if not isinstance(value, str) or not value.isprintable() or not value.strip() or len(value) > 300:
            return say("Écrivez entre guillemets un texte d’une ligne, de 300 signes au plus.")
        left = re.sub(r"\{(" + "|".join(FIELDS) + r")\}", "", value)
        return say("Entre accolades, écrivez {0}.", either(FIELDS)) if "{" in left or "}" in left else ""


class _FileName:
    def advice(self, value: object) -> str:
        right = isinstance(value, str) and re.fullmatch(r"[\w -][\w. -]*\.png", value)
        return "" if right else say('Écrivez le nom d’un fichier .png placé à côté du modèle, par exemple "logo.png".')


_Dots = Annotated[int, _Between(0, 800)]
_Size = Annotated[int, _Between(8, 400)]
_Column = Annotated[str, _OneOf(("body", "foot"))]
_Weight = Annotated[str, _OneOf(WEIGHTS)]
_Only = Annotated[tuple[str, ...], _Categories()]
_Text = Annotated[str, _Template()]
_Share = Annotated[int, _Between(0, 90)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A full-width strip at the head with a word in capitals."""

    height: Annotated[int, _Between(24, 600)]
    size: _Size
    style: Annotated[str, _OneOf(("black", "white", "striped", "checked", "barred"))] = "black"
    edge: Annotated[str, _OneOf(("straight", "teeth"))] = "straight"
    marks: Annotated[str, _OneOf(("none", "disc", "lozenge", "square"))] = "none"
    text: _Text = "{category}"
    only_for: _Only = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name: one line down to ``floor``, then two lines, then smaller. ``share``: of its column's height, in %."""

    text: _Text
    size: _Size
    floor: _Size
    share: _Share
    weight: _Weight = "Regular"
    at: _Column = "body"
    gap: _Dots = 0
    only_for: _Only = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words on as many lines as they need, from ``size`` down to ``floor``. ``share`` 0: what the others leave."""

    text: _Text
    size: _Size
    floor: _Size
    share: _Share = 0
    weight: _Weight = "Regular"
    at: _Column = "body"
    gap: _Dots = 0
    only_for: _Only = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Qr:
    """The ticket code, in a corner of the foot; ``module`` is the side of its squares."""

    module: Annotated[int, _Between(4, 40)]
    corner: Annotated[str, _OneOf(("right", "left"))] = "right"
    only_for: _Only = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A PNG in ``width`` by ``height``; ``picture`` is it, made black and white once, None until it is read."""

    file: Annotated[str, _FileName()]
    width: Annotated[int, _Between(8, 1200)]
    height: Annotated[int, _Between(8, 1200)]
    at: _Column = "body"
    gap: _Dots = 0
    only_for: _Only = ()
    picture: Image.Image | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A black line as wide as its column."""

    thickness: Annotated[int, _Between(1, 40)]
    at: _Column = "body"
    gap: _Dots = 0
    only_for: _Only = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """Ticks at both ends of the upper edge, where a badge printed twice is folded."""

    length: Annotated[int, _Between(2, 60)]
    only_for: _Only = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A dashed line on the lower edge."""

    thickness: Annotated[int, _Between(1, 8)]
    only_for: _Only = ()


Element = Band | Name | Text | Qr | Logo | Rule | Fold | Cut
Stacked = Name | Text | Logo | Rule
KINDS: dict[str, type[Any]] = {kind.__name__.lower(): kind for kind in (Band, Name, Text, Qr, Logo, Rule, Fold, Cut)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One kind of badge. All sizes are dots of its paper."""

    paper: Annotated[str, _OneOf(tuple(PAPERS))]
    categories: _Only
    margin: Annotated[int, _Between(8, 200)]
    margin_bottom: Annotated[int, _Between(8, 400)]
    body_top: _Dots
    body_bottom: _Dots
    foot_height: Annotated[int, _Between(0, 1200)]
    two_sided_fold: Annotated[bool, _Flag()] = False
    elements: tuple[Element, ...] = ()
    name: str = field(default="", compare=False)

    def elements_for(self, category: str) -> tuple[Element, ...]:
        """What is drawn for this category, in the file's order."""
        return tuple(one for one in self.elements if not one.only_for or category in one.only_for)


def fixed_height(one: Stacked) -> int:
    """The height in dots of what does not depend on a text."""
    return one.height if isinstance(one, Logo) else one.thickness if isinstance(one, Rule) else 0


def either(words: tuple[str, ...]) -> str:
    *others, last = (f'"{word}"' for word in words)
    return say("{0} ou {1}", ", ".join(others), last) if others else last
