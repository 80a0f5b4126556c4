"""What OBS should hold for a ceremony, and the rule of the set-up: it makes what is missing, and moves nothing."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from vi_events.webtv.obs_plan import Actual, Change, Desired, Input, Item, Place, full_frame, same_kind

OVERLAYS = "VI Habillage"
"""The scene to nest in the operator's own: nested, it also stays under control in studio mode, where OBS broadcasts a
copy of the scene itself.
"""
WAITING = "VI Attente"
"""A scene by itself before the ceremony and during a pause: a background, and whatever overlay is on air."""
HOLDING = "VI Carton"
"""A scene for when everything else fails: it needs neither pages nor files."""
SCENES = (OVERLAYS, WAITING, HOLDING)
LAYERS: Mapping[str, tuple[str, ...]] = {
    "VI Logo": ("logo",),
    "VI Bandeau": ("ticker",),
    "VI Noms": ("lower_third", "two_voices"),
    "VI Labels": ("award", "roll_call"),
    "VI Pause": ("slate",),
}
"""The pages, from bottom to top, and the overlays of each: one page each, so that they can be moved apart."""
PICTURES = ("VI Image A", "VI Image B")
"""Without pages, one picture of everything on air: the next one is loaded behind the one that shows."""
_BACKGROUND, _TEXT = "VI Fond", "VI Texte"
_COLOUR = 0xFF30170C
"""#0C1730, as OBS writes it: alpha, blue, green, red."""
_SENTENCE = "La diffusion reprend dans un instant."
_BROWSER, _IMAGE, _COLOURED = "browser_source", "image_source", "color_source"
_LOADED = {"unload": False}
_TEXTS = ("text_gdiplus", "text_ft2_source")


@dataclass(frozen=True, slots=True)
class Picture:
    """The two pictures without pages: what each shows, and which one is in front (None: nothing is on air)."""

    sides: tuple[Mapping[str, Any], Mapping[str, Any]] = ({}, {})
    front: int | None = None

    def showing(self, file: str, number: int) -> "Picture":
        """The same once ``file`` is on air; "" takes everything off. ``number`` tells one picture from the next: files
        are used again, and OBS reads a file only when a setting changes.
        """
        if not file:
            return replace(self, front=None)
        side = {"file": file, "vi_number": number}
        if self.front is not None and self.sides[self.front] == side:
            return self
        back = 0 if self.front is None else 1 - self.front
        return Picture((side, self.sides[1]) if back == 0 else (self.sides[0], side), back)


def has_pages(kinds: Collection[str]) -> bool:
    """Whether an OBS that makes these kinds of input shows pages."""
    return _version(kinds, _BROWSER) is not None


def wanted(base_url: str, size: tuple[int, int], kinds: Collection[str]) -> Desired:
    """Scenes, sources and items, with nothing on air. ``size`` is OBS's canvas in pixels, ``kinds`` what it can make:
    without browser sources, pictures take the place of pages.
    """
    whole = full_frame(size)
    layers = _pages(base_url, size) if has_pages(kinds) else [Input(name, _IMAGE, _LOADED) for name in PICTURES]
    items = [Item(OVERLAYS, each.name, whole, shown=False) for each in layers]
    coloured = _version(kinds, _COLOURED) or _COLOURED
    inputs = [*layers, Input(_BACKGROUND, coloured, {"color": _COLOUR, "width": size[0], "height": size[1]})]
    items += [Item(WAITING, _BACKGROUND, whole), Item(WAITING, OVERLAYS, whole), Item(HOLDING, _BACKGROUND, whole)]
    if text := next(filter(None, (_version(kinds, kind) for kind in _TEXTS)), None):
        font = {"face": "Arial", "style": "Regular", "size": round(size[1] / 18), "flags": 0}
        inputs.append(Input(_TEXT, text, {"text": _SENTENCE, "font": font}))
        items.append(Item(HOLDING, _TEXT, _middle(whole, size)))
    return Desired(SCENES, tuple(inputs), tuple(items))


def on_air(desired: Desired, overlays: Collection[str], picture: Picture) -> Desired:
    """The same with these kinds of overlay on air, and this picture where there are no pages."""
    shown = {name for name, kinds in LAYERS.items() if not set(kinds).isdisjoint(overlays)}
    sides = dict(zip(PICTURES, picture.sides, strict=True))
    shown |= set() if picture.front is None else {PICTURES[picture.front]}
    items = [
        replace(item, shown=item.source in shown) if carries_overlays(item.source) else item for item in desired.items
    ]
    inputs = [
        replace(each, settings={**each.settings, **sides[each.name]}) if each.name in sides else each
        for each in desired.inputs
    ]
    return replace(desired, inputs=tuple(inputs), items=tuple(items))


def carries_overlays(source: str) -> bool:
    """Whether the source shows only while something of it is on air."""
    return source in LAYERS or source in PICTURES


def set_up(change: Change, _: Actual) -> bool:
    """The rule of the set-up (``obs_align.Rule``). What is made gets its place; what was there keeps its own."""
    return change.kind in ("scene", "input", "item", "settings")


def _pages(base_url: str, size: tuple[int, int]) -> Sequence[Input]:
    # Loaded once and kept: a page that loads when it is shown comes late.
    kept = {"width": size[0], "height": size[1], "shutdown": False, "restart_when_active": False}
    return [
        Input(name, _BROWSER, {"url": f"{base_url.rstrip('/')}/all?only={','.join(kinds)}", **kept})
        for name, kinds in LAYERS.items()
    ]


def _middle(whole: Place, size: tuple[int, int]) -> Place:
    bounds = {"boundsWidth": round(size[0] * 0.8), "boundsHeight": round(size[1] * 0.2)}
    return {**whole, "positionX": size[0] / 2, "positionY": size[1] / 2, "alignment": 0, **bounds}


def _version(kinds: Collection[str], kind: str) -> str | None:
    """The newest version of a kind, as OBS names it."""
    versions = [each for each in kinds if same_kind(each, kind)]
    return max(versions, key=lambda each: (len(each), each), default=None)
