"""What OBS hears: levels, and an input that is silent, muted or clipped. Pure.

Source of the levels: ``InputVolumeMeters`` of obs-websocket 5, for each channel [magnitude, peak, peak before the
fader and the mute], as factors: 1.0 is full scale.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

FLOOR_DB = -60.0
"""Below this nobody hears anything: the usual bottom of OBS's meters."""
CLIP_DB = -0.1
SILENT_AFTER_MS = 10_000
"""A speaker may breathe."""
CLIPPED_FOR_MS = 3_000
"""A clipped sound is told for that long: the eye is slower than a peak."""
GONE_AFTER_MS = 2_000
"""OBS tells only of the inputs in use: one that it no longer tells of is not there."""


@dataclass(frozen=True, slots=True)
class Level:
    """One input in one moment, in decibels below full scale. ``before_db`` is ahead of the fader and of the mute."""

    name: str
    peak_db: float = -math.inf
    before_db: float = -math.inf


@dataclass(frozen=True, slots=True)
class Input:
    """An input as it was heard so far. Times in milliseconds since 1970."""

    name: str
    peak_db: float
    told_ms: int
    heard_ms: int | None = None
    """When it was last loud enough to be heard; None: never."""
    first_ms: int = 0
    clipped_ms: int | None = None
    muted: bool = False
    """Sound comes in, none goes out: it is muted in OBS, or its fader is down."""


@dataclass(frozen=True, slots=True)
class Sound:
    """What is to be said of an input: ``ok``, ``quiet`` (never heard yet), ``silent``, ``muted`` or ``clipped``."""

    state: str
    since_s: int = 0


def levels(event: Mapping[str, Any]) -> tuple[Level, ...]:
    """The levels in the data of an ``InputVolumeMeters`` event; what is not one is left out."""
    found = []
    for each in event.get("inputs") or ():
        channels = [channel for channel in each.get("inputLevelsMul") or () if len(channel) >= 3]
        peak = max((float(channel[1]) for channel in channels), default=0.0)
        before = max((float(channel[2]) for channel in channels), default=0.0)
        found.append(Level(str(each.get("inputName", "")), decibels(peak), decibels(before)))
    return tuple(found)


def loudest(before: Iterable[Level], after: Iterable[Level]) -> tuple[Level, ...]:
    """Two moments as one, so that a peak between two looks is not lost."""
    known = {level.name: level for level in before}
    for level in after:
        old = known.get(level.name, level)
        known[level.name] = Level(level.name, max(old.peak_db, level.peak_db), max(old.before_db, level.before_db))
    return tuple(known.values())


def heard(inputs: Iterable[Input], moment: Iterable[Level], now_ms: int) -> tuple[Input, ...]:
    """The inputs after one more moment, in the order in which they came; those that left are gone."""
    known = {each.name: each for each in inputs if now_ms - each.told_ms < GONE_AFTER_MS}
    for level in moment:
        old = known.get(level.name) or Input(level.name, level.peak_db, now_ms, first_ms=now_ms)
        loud = level.peak_db > FLOOR_DB
        known[level.name] = replace(
            old,
            peak_db=level.peak_db,
            told_ms=now_ms,
            heard_ms=now_ms if loud else old.heard_ms,
            clipped_ms=now_ms if level.peak_db >= CLIP_DB else old.clipped_ms,
            muted=not loud and level.before_db > FLOOR_DB,
        )
    return tuple(known.values())


def sound(one: Input, now_ms: int) -> Sound:
    """What is to be said of an input now."""
    if one.clipped_ms is not None and now_ms - one.clipped_ms < CLIPPED_FOR_MS:
        return Sound("clipped")
    silent_ms = now_ms - (one.first_ms if one.heard_ms is None else one.heard_ms)
    if silent_ms < SILENT_AFTER_MS:
        return Sound("ok")
    if one.muted:
        return Sound("muted", silent_ms // 1000)
    return Sound("quiet" if one.heard_ms is None else "silent", silent_ms // 1000)


def worst(inputs: Iterable[Input], now_ms: int) -> tuple[str, Input | None, Sound]:
    """What the lamp of the sound says: level ``ok``, ``warn`` or ``bad``, whom it is about, and what.

    An input that was never heard is not worth a lamp by itself (a spare microphone), unless no sound comes at all.
    """
    told = [(each, sound(each, now_ms)) for each in inputs]
    if not told:
        return "off", None, Sound("quiet")
    if all(said.state in ("silent", "quiet", "muted") for _, said in told):
        each, said = min(told, key=lambda pair: pair[1].since_s)
        return "bad", None if len(told) > 1 else each, said
    for state in ("clipped", "muted", "silent"):
        for each, said in told:
            if said.state == state and (each.heard_ms is not None or state == "clipped"):
                return "warn", each, said
    return "ok", None, Sound("ok")


def decibels(factor: float) -> float:
    """Decibels of a factor; minus infinity for none."""
    return 20 * math.log10(factor) if factor > 0 and math.isfinite(factor) else -math.inf


def share(peak_db: float) -> float:
    """How much of a meter is lit, from 0 to 1."""
    return min(1.0, max(0.0, 1 - peak_db / FLOOR_DB))
