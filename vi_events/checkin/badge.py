"""The badge as a picture: the same dots on screen, in a PNG and on paper. Pure: no clock, no device.

A layout (badge_layouts) says what stands on it; ``place`` sets it in type and gives each thing its box;
``render_badge`` draws the boxes.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from PIL import Image, ImageChops, ImageDraw

from vi_events.checkin.badge_bands import draw_band
from vi_events.checkin.badge_elements import (
    PAPERS,
    Band,
    Cut,
    Fold,
    Layout,
    Logo,
    Name,
    Qr,
    Rule,
    Stacked,
    Text,
    fixed_height,
)
from vi_events.checkin.badge_layouts import Layouts, layouts
from vi_events.checkin.qr import QUIET_MODULES, qr_square
from vi_events.checkin.typesetting import BLACK, WHITE, Block, Room, draw_block, fit, printable, squeeze

CATEGORY_LABELS = {
    "elected": "élu·e",
    "officer": "agent·e",
    "partner": "partenaire",
    "press": "presse",
    "speaker": "intervenant·e",
    "crew": "équipe",
    "guest": "invité·e",
}
WIDTHS_DOTS = (PAPERS["80"][0], PAPERS["58"][0])
"""Of the rolls that desks print on."""
_PAPER_OF_WIDTH = {width: paper for paper, (width, _) in PAPERS.items()}
_ANY = 99
"""As many lines as it takes."""
_SMALLEST = 8
"""Type size in dots under which a text is cut: one millimetre on a roll."""
_THRESHOLD = [BLACK] * 128 + [WHITE] * 128


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
    short_authority: str = ""
    """The approved short form, printed when ``authority`` does not fit its room at the floor size."""
    box: str = ""
    """Where the badge prepared for this person is kept."""
    seat: str = ""


class Placed(NamedTuple):
    """One thing on the badge and the dots it may ink: left, top, right and bottom (both outside)."""

    box: tuple[int, int, int, int]
    content: Block | Image.Image


def render_badge(data: BadgeData, width_dots: int = 576, layout: Layout | None = None) -> Image.Image:
    """The badge, mode "1", ``width_dots`` (of one of ``PAPERS``) by its paper's height, twice that when it is folded.
    Without ``layout``, the ready one for the category. The same data gives the same dots.
    """
    layout = layout or _ready().for_category(data.category, _PAPER_OF_WIDTH[width_dots])
    if PAPERS[layout.paper][0] != width_dots:
        raise ValueError(f"layout {layout.name} is for paper {layout.paper}, not {width_dots} dots")
    # Eight bits cut at the middle keep the weight of the letters; FreeType's own one-bit glyphs come out thinner.
    picture = Image.new("L", PAPERS[layout.paper], WHITE)
    for placed in place(data, layout):
        if isinstance(placed.content, Block):
            draw_block(picture, placed.content, placed.box[:2])
        else:
            picture.paste(placed.content, placed.box[:2])
    _draw_edges(picture, layout, data.category)
    if layout.two_sided_fold:
        picture = _with_back(picture)
    return picture.point(_THRESHOLD, "1")


def place(data: BadgeData, layout: Layout) -> list[Placed]:
    """What stands on the badge and where; no two boxes share a dot."""
    width, height = PAPERS[layout.paper]
    elements = layout.elements_for(data.category)
    shown: list[Placed] = []
    top = 0
    for band in (one for one in elements if isinstance(one, Band)):
        label = printable(_words(band.text, data))
        shown.append(_boxed(draw_band(band, label, width, layout.margin), 0, top))
        top += band.height
    code = next((one for one in elements if isinstance(one, Qr)), None)
    quiet = code.module * QUIET_MODULES if code else 0
    foot_left, foot_right = layout.margin, width - layout.margin
    foot_top = foot_bottom = height - max(layout.margin_bottom, quiet)
    if code and data.code:
        square = qr_square(data.code, code.module)
        left = max(quiet, layout.margin) if code.corner == "left" else width - quiet - square.width
        foot_top = foot_bottom - square.height - quiet
        shown.append(_boxed(square, left, foot_bottom - square.height))
        if code.corner == "left":
            foot_left = left + square.width + quiet
        else:
            foot_right = left - quiet
    foot = _stack(_column(layout, data, "foot"), data, Room(foot_right - foot_left, layout.foot_height))
    foot_top = min(foot_top, foot_bottom - foot.height)
    shown += foot.at(foot_left, foot_bottom - foot.height)
    top += layout.body_top
    room = Room(width - 2 * layout.margin, foot_top - layout.body_bottom - top)
    body = _stack(_column(layout, data, "body"), data, room)
    # Most of the blank goes below: the name stays near the head.
    return [*shown, *body.at(layout.margin, top + max(0, room.height - body.height) // 5)]


@cache
def _ready() -> Layouts:
    return layouts(None)


def _boxed(content: Block | Image.Image, left: int, top: int) -> Placed:
    return Placed((left, top, left + content.width, top + content.height), content)


def _words(template: str, data: BadgeData) -> str:
    """The text of an element; empty when nothing that it names is known."""
    values = {
        "first_name": data.first_name,
        "last_name": data.last_name,
        "function": data.function,
        "authority": data.authority,
        "department": "" if data.department == data.authority else data.department,
        "edition_line": data.edition_line,
        "category": CATEGORY_LABELS[data.category],
        "box": data.box,
        "seat": data.seat,
    }
    named = re.findall(r"\{(\w+)\}", template)
    if named and not any(values[name] for name in named):
        return ""
    return re.sub(r"\{(\w+)\}", lambda found: values[found[1]], template).strip()


def _column(layout: Layout, data: BadgeData, at: str) -> list[Stacked]:
    """The elements of a column that this person's badge has, top to bottom."""
    stacked = [one for one in layout.elements_for(data.category) if isinstance(one, Stacked) and one.at == at]
    return [one for one in stacked if not isinstance(one, Name | Text) or _words(one.text, data)]


class _Stack(NamedTuple):
    """Things one under the other, each with the blank above it."""

    things: list[tuple[int, Block | Image.Image]]

    @property
    def height(self) -> int:
        return sum(gap + thing.height for gap, thing in self.things)

    def at(self, left: int, top: int) -> Iterator[Placed]:
        for gap, thing in self.things:
            top += gap
            yield _boxed(thing, left, top)
            top += thing.height


def _stack(elements: Sequence[Stacked], data: BadgeData, room: Room) -> _Stack:
    """The elements set in ``room``. Texts with a share are served first; the others have what these leave."""
    left = room.height - sum(one.gap + fixed_height(one) for one in elements)
    texts = [(number, one) for number, one in enumerate(elements) if isinstance(one, Name | Text)]
    others = sum(not one.share for _, one in texts)
    blocks: dict[int, Block] = {}
    name_size = 0
    for number, one in sorted(texts, key=lambda text: not text[1].share):
        allowed = room.height * one.share // 100 if one.share else left // others
        others -= not one.share
        block = _set(one, data, Room(room.width, min(allowed, left)), name_size)
        if isinstance(one, Name):
            name_size = block.size
        blocks[number] = block
        left -= block.height
    things = [_thing(one, blocks.get(number), room.width) for number, one in enumerate(elements)]
    return _Stack([thing for shown in things for thing in shown])


def _thing(one: Stacked, block: Block | None, width: int) -> Iterator[tuple[int, Block | Image.Image]]:
    if isinstance(one, Rule):
        yield one.gap, Image.new("L", (width, one.thickness), BLACK)
    elif isinstance(one, Logo):
        yield one.gap, one.picture or _blank_logo(one)
    elif block and block.lines:
        yield one.gap, block


def _blank_logo(logo: Logo) -> Image.Image:
    """The place of a logo that was not read: an outline."""
    picture = Image.new("L", (logo.width, logo.height), WHITE)
    ImageDraw.Draw(picture).rectangle((0, 0, logo.width - 1, logo.height - 1), outline=BLACK)
    return picture


def _set(one: Name | Text, data: BadgeData, room: Room, name_size: int) -> Block:
    """The element's text in type: in its own sizes, then its short form, then smaller, then broken anywhere.
    A text is never larger than the name above it (``name_size``; 0: there is none).
    """
    texts = [printable(_words(one.text, data))]
    if data.short_authority and "{authority}" in one.text:
        texts.append(printable(_words(one.text, replace(data, authority=data.short_authority))))
    if isinstance(one, Name):
        size, floor, unbroken = one.size, one.floor, one.floor // 3
        steps = [*((step, 1) for step in _sizes(size, floor)), *((step, 2) for step in _sizes(size, floor * 2 // 3))]
    else:
        size = min(one.size, name_size or one.size)
        floor = unbroken = min(one.floor, size)
        steps = [(step, _ANY) for step in _sizes(size, floor)]
    for text in texts:
        if block := fit(text, one.weight, room, steps):
            return block
    smaller = [(step, _ANY) for step in _sizes(floor, _SMALLEST if isinstance(one, Text) else unbroken)]
    broken = _sizes(max(unbroken, _SMALLEST), _SMALLEST)
    return fit(texts[-1], one.weight, room, smaller) or squeeze(texts[-1], one.weight, room, broken)


def _sizes(largest: int, smallest: int) -> Iterable[int]:
    return range(largest, smallest - 1, -2)


def _draw_edges(picture: Image.Image, layout: Layout, category: str) -> None:
    """Fold and cut marks, within the margins."""
    draw = ImageDraw.Draw(picture)
    for one in layout.elements_for(category):
        if isinstance(one, Fold):
            ticks = Image.new("L", picture.size, BLACK)
            reach = min(one.length, layout.margin)
            for left in (0, picture.width - reach):
                ImageDraw.Draw(ticks).rectangle((left, 0, left + reach - 1, 3), WHITE)
            picture.paste(ImageChops.difference(picture, ticks))  # white on a black band, black on a white one
        elif isinstance(one, Cut):
            for left in range(0, picture.width, 16):
                draw.rectangle((left, picture.height - one.thickness, left + 7, picture.height - 1), BLACK)


def _with_back(front: Image.Image) -> Image.Image:
    """The badge below its own back, which is upside down so that it reads once folded over."""
    both = Image.new("L", (front.width, 2 * front.height), WHITE)
    both.paste(front.transpose(Image.Transpose.ROTATE_180), (0, 0))
    both.paste(front, (0, front.height))
    return both
