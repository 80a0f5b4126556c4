"""How late the show is, and when it will end. Pure: derived from times in the journal, never from counted ticks."""

from dataclasses import dataclass

from vi_events.edition.rundown import AWARDING
from vi_events.stage.stops import Revision, ShowState

CALL_S = 8
"""Seconds a name takes in a roll call."""
_RECENT = 8


@dataclass(frozen=True, slots=True)
class Pace:
    """Times in milliseconds since 1970, durations in seconds. ``offset_s`` is positive when the show is late."""

    planned_ms: int
    """When the current stop was planned to begin."""
    offset_s: int
    projected_end_ms: int
    planned_end_ms: int
    awards_done: int
    awards_total: int
    per_award_s: float
    """Median of the last awards; 0 before the second."""
    per_award_planned_s: float
    regained_s: tuple[tuple[int, int], ...]
    """What calling the awards of a level in a group would recover: (level, seconds), where it recovers anything."""


def pace(revision: Revision, state: ShowState, starts_ms: int, now_ms: int) -> Pace:
    """The pace at ``now_ms``; ``starts_ms`` is when the show was planned to begin."""
    planned = {stop.id: 0 for stop in revision.stops}
    at = 0
    for stop in revision.stops:
        planned[stop.id] = at
        at += stop.planned_s
    planned_end_ms = starts_ms + at * 1000
    began = dict(state.played)
    current = revision.stops[state.stop] if state.stop >= 0 else None
    left_s = sum(stop.planned_s for stop in revision.stops[state.stop + 1 :] if stop.id not in began)
    if current is None:
        planned_ms, offset_s = starts_ms, max(0, (now_ms - starts_ms) // 1000)
        end_ms = max(now_ms, starts_ms) + left_s * 1000
    else:
        planned_ms = starts_ms + planned[current.id] * 1000
        since_ms = began.get(current.id, state.since_ms)
        remaining_s = max(0, current.planned_s - (now_ms - since_ms) // 1000)
        end_ms = now_ms + (remaining_s + left_s) * 1000
        overrun_s = max(0, (now_ms - since_ms) // 1000 - current.planned_s)
        offset_s = (since_ms - planned_ms) // 1000 + overrun_s
    awards = [stop for stop in revision.stops if stop.kind == "award"]
    return Pace(
        planned_ms=planned_ms,
        offset_s=int(offset_s),
        projected_end_ms=int(end_ms),
        planned_end_ms=planned_end_ms,
        awards_done=sum(stop.id in began for stop in revision.stops if stop.kind in AWARDING),
        awards_total=sum(stop.kind in AWARDING for stop in revision.stops),
        per_award_s=_median(_lasted(revision, state)),
        per_award_planned_s=sum(stop.planned_s for stop in awards) / len(awards) if awards else 0.0,
        regained_s=_regained(revision, began),
    )


def lasted_s(state: ShowState) -> dict[str, int]:
    """Seconds that each played stop lasted, but the current one."""
    return {
        stop_id: (after[1] - at) // 1000 for (stop_id, at), after in zip(state.played, state.played[1:], strict=False)
    }


def _lasted(revision: Revision, state: ShowState) -> list[int]:
    kinds = {stop.id: stop.kind for stop in revision.stops}
    return [seconds for stop_id, seconds in lasted_s(state).items() if kinds.get(stop_id) == "award"][-_RECENT:]


def _median(values: list[int]) -> float:
    if not values:
        return 0.0
    ordered = sorted(values)
    middle = len(ordered) // 2
    return float(ordered[middle]) if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def _regained(revision: Revision, began: dict[str, int]) -> tuple[tuple[int, int], ...]:
    saved: dict[int, int] = {}
    for stop in revision.stops:
        if stop.kind == "award" and stop.id not in began:
            level = stop.card.laureates[0].level
            saved[level] = saved.get(level, 0) + max(0, stop.planned_s - CALL_S)
    return tuple((level, seconds) for level, seconds in sorted(saved.items()) if seconds)
