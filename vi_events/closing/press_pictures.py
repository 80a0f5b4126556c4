"""For social networks: a picture of each label with its short text and its description. The letters are drawn where
the pictures of the stream are (``webtv.pictures``).
"""

import io
import math
from dataclasses import asdict
from typing import Any

from PIL import Image

from vi_events.closing.labels import Label
from vi_events.closing.regions import joined, number
from vi_events.edition.grammar import full
from vi_events.edition.reference import Reference
from vi_events.stage.screen_text import mention_words
from vi_events.stage.theme import Theme
from vi_events.webtv.overlays import OnAir, Overlay
from vi_events.webtv.pages import OverlayTheme
from vi_events.webtv.pictures import render

SIZE = (1200, 630)
"""What social networks show of a link: 1.91 to 1."""
_LEFT, _RIGHT, _TOP, _EDGE = 80, 60, 50, 20
_DRAWN = (1920, 1080)
_LARGEST = 1.0
_PLATE_EDGE = 14
"""The gold edge of a plate of the stream, in pixels of a picture of 1920 x 1080: here it is as high as the picture."""


def picture(label: Label, header: str, theme: Theme) -> bytes:
    """The label as the stream shows it, on a ground of its own, as large as it fits: a PNG of SIZE."""
    on_air = OnAir(1, (Overlay("award", _award(label, header)),))
    look = _look(theme)
    room = (SIZE[0] - _LEFT - _RIGHT, SIZE[1] - 2 * _TOP)
    plate = _plate(on_air, look, _LARGEST)
    smaller = min(room[0] / plate.width, room[1] / plate.height)
    if smaller < 1:
        plate = _plate(on_air, look, _LARGEST * smaller)
    whole = Image.new("RGB", SIZE, theme.colors.background)
    whole.paste(theme.colors.arobase, (0, 0, _EDGE, SIZE[1]))
    whole.paste(plate, (_LEFT, (SIZE[1] - plate.height) // 2))
    out = io.BytesIO()
    whole.save(out, "PNG")
    return out.getvalue()


def text(label: Label, reference: Reference, year: str) -> str:
    """« La ville du Havre obtient 4 arobases au label national Territoires, Villes et Villages Internet 2018… »"""
    who = full(label.authority, reference)
    gets = f"{who[:1].upper()}{who[1:]} obtient {number(label.level, 'arobase', 'arobases')}"
    said = f"{gets} au label national Territoires, Villes et Villages Internet {year}"
    if label.has_risen:
        said += f", contre {label.previous} à sa participation précédente"
    elif label.first_participation:
        said += ", dès sa première participation"
    if label.mentions:
        names = joined([f"«\u202f{name}\u202f»" for name in label.mentions])
        said += f", avec {'la mention' if len(label.mentions) == 1 else 'les mentions'} {names}"
    return " ".join([f"{said}.", *(f"{each}." for each in label.distinctions)])


def alternative(label: Label) -> str:
    """What the picture shows, for those who do not see it."""
    shown = [number(label.level, "arobase", "arobases") + " sur 5", label.authority.name, label.place]
    shown += [*map(mention_words, label.mentions), *label.distinctions, label.progress]
    return f"Image du label\u202f: {', '.join(filter(None, shown))}."


def _award(label: Label, header: str) -> dict[str, Any]:
    laureate = {
        "name": label.authority.name,
        "place": label.place,
        "level": label.level,
        "progress": label.progress,
        "mentions": list(label.mentions),
        "distinctions": list(label.distinctions),
    }
    return {"card": {"kind": "award", "header": header, "laureates": [laureate]}}


def _plate(on_air: OnAir, look: OverlayTheme, scale: float) -> Image.Image:
    """What is on air alone, without its edge."""
    drawn = render(on_air, look, (round(_DRAWN[0] * scale), round(_DRAWN[1] * scale)))
    left, top, right, bottom = drawn.getbbox() or (0, 0, 1, 1)
    return drawn.crop((left + math.ceil(_PLATE_EDGE * scale) + 1, top, right, bottom)).convert("RGB")


def _look(theme: Theme) -> OverlayTheme:
    fonts = {f"{name}_font": path for name, path in asdict(theme.fonts).items()}
    return OverlayTheme(**asdict(theme.colors), **fonts, suspense_ms=0, arobase_ms=0, name_ms=0, details_ms=0)
