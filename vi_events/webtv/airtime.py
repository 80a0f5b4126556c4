"""How long what was put on air still stands here, in elapsed time: a clock that somebody sets, or that the network
puts right, neither keeps a name on air nor takes it off.
"""

from collections.abc import Callable, Sequence

from vi_events.clock import NowMs, hlc_ms
from vi_events.webtv.overlays import Overlay, Placed

_SET_MS = 250
"""A clock that is off by more than this was set: pages and windows are told the end by the new one."""


class Airtime:
    """Remembers when each overlay leaves, from the moment that this station first knew of it. For one thread."""

    def __init__(self, now_ms: NowMs, elapsed_s: Callable[[], float]) -> None:
        """``elapsed_s`` only ever goes forward, at the pace of time."""
        self._now_ms, self._elapsed_s = now_ms, elapsed_s
        self._ends: dict[tuple[str, int], tuple[float, int]] = {}
        """(kind, aired) -> its end in elapsed seconds, and the same as it was last told, by the clock."""

    def standing(self, placed: Sequence[Placed]) -> tuple[Overlay, ...]:
        """What has not left by itself. ``until_ms`` is by the clock as it is now."""
        now_ms, now_s = self._now_ms(), self._elapsed_s()
        ends: dict[tuple[str, int], tuple[float, int]] = {}
        found = []
        for each in placed:
            since_ms, until_ms = hlc_ms(each.aired), None
            if each.lasts_ms is not None:
                key = each.kind, each.aired
                # After a restart, or from elsewhere: by the clock, and never for longer than it was to last.
                left_ms = min(since_ms + each.lasts_ms - now_ms, each.lasts_ms)
                end_s, until_ms = self._ends.get(key, (now_s + left_ms / 1000, now_ms + left_ms))
                fresh_ms = now_ms + round((end_s - now_s) * 1000)
                until_ms = fresh_ms if abs(fresh_ms - until_ms) > _SET_MS else until_ms
                ends[key] = end_s, until_ms
                if now_s >= end_s:
                    continue
            found.append(Overlay(each.kind, each.data, since_ms, until_ms))
        self._ends = ends
        return tuple(found)

    def next_s(self) -> float | None:
        """Seconds until one of them leaves; None when none will."""
        now_s = self._elapsed_s()
        return min((end_s - now_s for end_s, _ in self._ends.values() if end_s > now_s), default=None)
