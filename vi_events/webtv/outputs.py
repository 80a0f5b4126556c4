"""Streaming, recording and the health of OBS, as it tells of them, and the lamps that follow. Pure.

Sources: ``GetStreamStatus``, ``GetRecordStatus`` and ``GetStats`` of obs-websocket 5.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vi_events.webtv.audio import Input, worst
from vi_events.webtv.obs_types import LinkState

DROPPED_WARN, DROPPED_BAD = 0.005, 0.05
CPU_WARN, CPU_BAD = 75.0, 90.0
DISK_WARN_MB, DISK_BAD_MB = 20_000.0, 5_000.0
"""An hour of recording at 10 Mbit/s takes 4.5 GB."""
WINDOW_MS = 60_000
"""Dropped frames are counted over the last minute: since the beginning of the day they would never be seen."""
SAME_BEGIN_MS = 3_000
"""Two tellings of one beginning differ by the time they took; a pause shifts it by more."""


@dataclass(frozen=True, slots=True)
class Output:
    """The stream or the recording. ``began_ms`` is when second 0 of it was, on this computer's clock."""

    active: bool = False
    began_ms: int = 0
    troubled: bool = False
    """The stream reconnects, or the recording is paused."""


@dataclass(frozen=True, slots=True)
class Frames:
    """Frames of an output that were skipped, of how many, at one moment."""

    at_ms: int
    skipped: int
    total: int


@dataclass(frozen=True, slots=True)
class Health:
    """How OBS feels."""

    cpu_percent: float
    disk_mb: float
    dropped: float
    """Share of the frames of the last minute, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Lamp:
    """``level`` is ``ok``, ``info``, ``warn``, ``bad`` or ``off``; ``figure`` and ``about`` fill its words."""

    name: str
    level: str
    state: str = ""
    figure: float = 0.0
    about: str = ""


def output(said: Mapping[str, Any], now_ms: int) -> Output:
    """The stream or the recording from OBS's answer."""
    if not said.get("outputActive"):
        return Output()
    lasted_ms = round(float(said.get("outputDuration") or 0))
    return Output(True, now_ms - lasted_ms, bool(said.get("outputReconnecting") or said.get("outputPaused")))


def is_other(before: Output | None, after: Output) -> bool:
    """Whether chapters have to count from another second 0, or from none."""
    if before is None:
        return after.active
    moved = after.active and abs(after.began_ms - before.began_ms) > SAME_BEGIN_MS
    return after.active != before.active or moved


def frames(stream: Mapping[str, Any], stats: Mapping[str, Any], now_ms: int) -> Frames:
    """Frames lost on the way out while streaming, else by OBS itself."""
    said = stream if stream.get("outputActive") else stats
    return Frames(now_ms, int(said.get("outputSkippedFrames") or 0), int(said.get("outputTotalFrames") or 0))


def recent(samples: Sequence[Frames], last: Frames) -> tuple[Frames, ...]:
    """The samples of the last minute; counters that start again start the samples again."""
    if samples and (last.total < samples[-1].total or last.skipped < samples[-1].skipped):
        samples = ()
    return (*(each for each in samples if last.at_ms - each.at_ms <= WINDOW_MS), last)


def dropped(samples: Sequence[Frames]) -> float:
    """Share of the frames skipped between the first sample and the last, from 0 to 1."""
    total = samples[-1].total - samples[0].total if samples else 0
    return (samples[-1].skipped - samples[0].skipped) / total if total > 0 else 0.0


def lamps(link: LinkState, health: Health | None, inputs: Sequence[Input], now_ms: int) -> tuple[Lamp, ...]:
    """OBS, dropped frames, processor, disk and sound; what OBS alone knows is ``off`` while it is away."""
    ready = link.state in ("ready", "busy")
    if not ready or health is None:
        others = tuple(Lamp(name, "off", "unknown") for name in ("dropped", "cpu", "disk", "sound"))
        return (_link_lamp(link), *others)
    level, one, said = worst(inputs, now_ms)
    return (
        _link_lamp(link),
        Lamp("dropped", _rising(health.dropped, DROPPED_WARN, DROPPED_BAD), "", health.dropped),
        Lamp("cpu", _rising(health.cpu_percent, CPU_WARN, CPU_BAD), "", health.cpu_percent),
        Lamp("disk", _rising(-health.disk_mb, -DISK_WARN_MB, -DISK_BAD_MB), "", health.disk_mb),
        Lamp("sound", level, said.state if level != "off" else "none", said.since_s, one.name if one else ""),
    )


def _link_lamp(link: LinkState) -> Lamp:
    level = {"ready": "ok", "busy": "info", "connecting": "info", "off": "off"}.get(link.state, "bad")
    return Lamp("obs", level, link.state, about=link.obs_version)


def _rising(value: float, warn: float, bad: float) -> str:
    return "bad" if value >= bad else "warn" if value >= warn else "ok"
