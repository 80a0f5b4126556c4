"""The reveal over the picture, that of the room, and the next one: which is which. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vi_events.webtv.air import overlay_of
from vi_events.webtv.overlays import STAGE_KINDS, OnAir, Overlay
from vi_events.webtv.service import WebtvView


def aired_reveal(air: OnAir) -> Overlay | None:
    """The reveal over the picture."""
    return next((each for kind in STAGE_KINDS if (each := air.get(kind)) is not None), None)


def is_same(one: Overlay, other: Overlay) -> bool:
    """Whether both show the same step of the same stop."""
    return all(one.data.get(name) == other.data.get(name) for name in ("epoch", "stop", "step"))


@dataclass(frozen=True, slots=True)
class Waiting:
    """The reveal that is dealt with now. ``state``: ``on_air``, ``to_take``, ``loaded`` (its TOP is to come),
    ``follows`` (it will come by itself), ``manual`` (nothing is loaded from the stage) or ``none``.
    """

    state: str
    level: int = 0
    name: str = ""
    overlay: Overlay | None = None
    """What is ready in ``prepare``: the operator sees it before it is taken."""


def waiting(view: WebtvView, stage: Overlay | None) -> Waiting:
    """``stage`` is what the audience reads now, as an overlay. Pure."""
    aired = aired_reveal(view.air)
    if view.mode == "prepare" and stage is not None and (aired is None or not is_same(aired, stage)):
        return _waiting("to_take", stage.data, stage)
    # What comes next matters more than what everybody sees, unless nothing comes.
    coming = _next(view)
    if coming is not None:
        return coming
    if aired is not None:
        return _waiting("on_air", aired.data)
    return Waiting("manual" if view.mode == "manual" else "none")


def _next(view: WebtvView) -> Waiting | None:
    if not view.prepared or not (view.prepared.get("card") or {}).get("laureates"):
        return None
    if view.mode == "follow":
        return _waiting("follows", view.prepared)
    return _waiting("loaded", view.prepared, overlay_of(view.prepared, settled=True))


def _waiting(state: str, shown: Mapping[str, Any], overlay: Overlay | None = None) -> Waiting:
    card = shown.get("card") or {}
    laureates = card.get("laureates") or []
    if shown.get("kind") == "award" and len(laureates) == 1:
        return Waiting(state, int(laureates[0].get("level") or 0), str(laureates[0].get("name", "")), overlay)
    return Waiting(state, 0, str(card.get("title", "")), overlay)
