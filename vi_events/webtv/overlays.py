"""What stands over the stream, as folded state: pure, the same for every page, picture and OBS item."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from vi_events.journal.entry import Entry, Fact
from vi_events.journal.fold import State, SubjectType

WEBTV = "webtv:main"
KINDS = ("award", "roll_call", "lower_third", "two_voices", "slate", "ticker", "logo")
"""The reveal, the names of a roll call, one speaker, two, a holding picture with its countdown, a line of text, the
corner logo. The first two follow the stage.
"""
STAGE_KINDS = ("award", "roll_call")
MODES = ("follow", "prepare", "manual")
LOWER_THIRD_MS = 8_000
"""How long a name stands before it leaves by itself."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """One overlay on air. ``data`` is what its page reads; times in milliseconds since 1970."""

    kind: str
    data: Mapping[str, Any] = field(default_factory=dict)
    since_ms: int = 0
    until_ms: int | None = None
    """When it leaves by itself; None: when somebody takes it off."""


@dataclass(frozen=True, slots=True)
class OnAir:
    """Everything over the stream at one moment. ``epoch`` grows with each change: a page acknowledges the one that it
    painted.
    """

    epoch: int = 0
    overlays: tuple[Overlay, ...] = ()

    def get(self, kind: str) -> Overlay | None:
        return next((overlay for overlay in self.overlays if overlay.kind == kind), None)

    def to_json(self) -> dict[str, Any]:
        """The snapshot that pages receive: ``{"epoch", "overlays": {kind: {"data", "since_ms", "until_ms"}}}``."""
        return {
            "epoch": self.epoch,
            "overlays": {
                each.kind: {"data": dict(each.data), "since_ms": each.since_ms, "until_ms": each.until_ms}
                for each in self.overlays
            },
        }


@dataclass(frozen=True, slots=True)
class Placed:
    """What the operator put on air and nobody took off, its time over or not. ``aired`` is the hybrid timestamp of that
    order: unlike its millisecond, no other order has the same.
    """

    kind: str
    data: Mapping[str, Any]
    aired: int
    lasts_ms: int | None = None
    """How long it stands before it leaves by itself; None: until somebody takes it off."""


# Facts


def shown(kind: str, data: Mapping[str, Any], lasts_ms: int | None = None, personal: bool = False) -> Fact:
    """An overlay is on air. ``personal``: its data name somebody, and are erased with the names."""
    payload: dict[str, Any] = {"kind": kind, "lasts_ms": lasts_ms}
    if personal:
        return Fact("overlay_shown", WEBTV, payload, {"data": dict(data)})
    return Fact("overlay_shown", WEBTV, payload | {"data": dict(data)})


def hidden(*kinds: str) -> Fact:
    """Overlays are off the air."""
    return Fact("overlay_hidden", WEBTV, {"kinds": list(kinds)})


def mode_set(mode: str) -> Fact:
    return Fact("webtv_mode_set", WEBTV, {"mode": mode})


def reduce_webtv(state: State, entry: Entry) -> None:
    """Folds what was put on air and taken off. ``data["air"]`` is kind -> [aired, lasts_ms], as in ``Placed``; what
    they say stands in ``personal`` or in the data beside.
    """
    data, said = state.data, entry.payload
    if entry.kind == "overlay_shown":
        kind = str(said.get("kind"))
        data.setdefault("air", {})[kind] = [entry.hlc, said.get("lasts_ms")]
        texts, names = data.setdefault("texts", {}), state.personal.setdefault("texts", {})
        texts.pop(kind, None)
        names.pop(kind, None)
        if "data" in said:
            texts[kind] = said["data"]
        elif entry.personal:
            names[kind] = entry.personal.get("data", {})
    elif entry.kind == "overlay_hidden":
        for kind in said.get("kinds", ()):
            data.get("air", {}).pop(kind, None)
    elif entry.kind == "webtv_mode_set":
        data["mode"] = str(said.get("mode"))
    else:
        return
    data["epoch"] = data.get("epoch", 0) + 1


def placed(state: State | None) -> tuple[Placed, ...]:
    """What was put on air and not taken off."""
    if state is None:
        return ()
    texts = {**state.data.get("texts", {}), **state.personal.get("texts", {})}
    air = state.data.get("air", {})
    return tuple(Placed(kind, texts.get(kind, {}), aired, lasts_ms) for kind, (aired, lasts_ms) in air.items())


def mode(state: State | None) -> str:
    """``follow``, ``prepare`` or ``manual``."""
    return str(state.data.get("mode", "follow")) if state else "follow"


def _scrub(entry: Entry) -> Mapping[str, Any]:
    """A holding picture says what somebody typed; awards that were announced are public and stay."""
    if entry.kind == "overlay_shown" and entry.payload.get("kind") == "slate" and "data" in entry.payload:
        return {**entry.payload, "data": {**entry.payload["data"], "title": "", "text": ""}}
    return entry.payload


SUBJECT_TYPES = (SubjectType("webtv", (reduce_webtv,), scrub=_scrub),)
