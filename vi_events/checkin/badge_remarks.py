"""A badge as it will be printed, and what a person should know before printing six hundred like it. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import zxingcpp
from PIL import Image, ImageFilter

from vi_events.checkin.badge import BadgeData, place, render_badge
from vi_events.checkin.badge_elements import PAPERS, Band, Layout, Name, Qr, Text
from vi_events.checkin.typesetting import Block, missing_glyphs

DOTS_PER_MM = {"80": 8.0, "58": 8.0, "a6": 300 / 25.4}
"""By paper."""
_SMALLEST_MM = 1.75
"""Type of five points of typography: the least that is read without glasses at arm's length."""
_HEAT_MM = 0.275
"""How far heat and a hand that moves blur a code. Of 60 ticket codes on a roll, all read at 5 dots a module, none at
4: what the ready layouts say of ``module``."""

Kind = Literal["small", "cut", "lost", "code", "glyphs"]


@dataclass(frozen=True, slots=True)
class Remark:
    """``small``: a text set in ``size`` dots; ``cut``: one that ends with « … »; ``lost``: one that has no room at
    all; ``code``: a QR code that a reader will not read; ``glyphs``: letters that the font lacks. ``text`` is the
    text, or the letters.
    """

    kind: Kind
    text: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class TrialBadge:
    """The 1-bit picture that would be printed, and what is to be said of it."""

    image: Image.Image
    remarks: tuple[Remark, ...]


def try_badge(data: BadgeData, layout: Layout) -> TrialBadge:
    """The badge of ``data`` by a valid ``layout``."""
    image = render_badge(data, PAPERS[layout.paper][0], layout)
    return TrialBadge(image, (*text_remarks(data, layout), *_of_code(data, layout, image)))


def text_remarks(data: BadgeData, layout: Layout) -> tuple[Remark, ...]:
    """What ``try_badge`` says of texts and letters, without the picture: a hundred times a second."""
    return *_of_texts(data, layout), *_of_letters(data, layout)


def _of_texts(data: BadgeData, layout: Layout) -> Iterator[Remark]:
    blocks = [placed.content for placed in place(data, layout) if isinstance(placed.content, Block)]
    smallest = round(_SMALLEST_MM * DOTS_PER_MM[layout.paper])
    wanted = sum(isinstance(one, Name | Text) and _says(one.text, data) for one in layout.elements_for(data.category))
    if len(blocks) < wanted:
        yield Remark("lost")
    for block in blocks:
        text = " ".join(block.lines)
        if text.endswith("…"):
            yield Remark("cut", text)
        elif block.size <= smallest:
            yield Remark("small", text, block.size)


def _of_code(data: BadgeData, layout: Layout, image: Image.Image) -> Iterator[Remark]:
    if not data.code or not any(isinstance(one, Qr) for one in layout.elements_for(data.category)):
        return
    # Of a folded badge, the lower half is the front.
    front = image.crop((0, image.height - PAPERS[layout.paper][1], image.width, image.height)).convert("L")
    seen = front.filter(ImageFilter.GaussianBlur(_HEAT_MM * DOTS_PER_MM[layout.paper]))
    found = zxingcpp.read_barcodes(seen, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    if data.code not in [barcode.text for barcode in found]:
        yield Remark("code")


def _of_letters(data: BadgeData, layout: Layout) -> Iterator[Remark]:
    templates = " ".join(one.text for one in layout.elements_for(data.category) if isinstance(one, Name | Text | Band))
    named = [getattr(data, field) for field in _named(templates)]
    if missing := missing_glyphs("".join(named) + templates):
        yield Remark("glyphs", missing)


def _says(template: str, data: BadgeData) -> bool:
    """Whether the text has anything to say of this person; what names nothing is printed for everybody."""
    named = _named(template)
    return not named or any(_value(field, data) for field in named)


def _value(field: str, data: BadgeData) -> str:
    if field == "department" and data.department == data.authority:
        return ""  # said once, as the badge does
    return str(getattr(data, field))


def _named(template: str) -> list[str]:
    return re.findall(r"\{(\w+)\}", template)
