"""Wall clock, how its hours are written, and hybrid logical clock.

The hybrid logical clock (Kulkarni et al. 2014) orders entries of several stations without trusting their wall clocks:
48 bits of milliseconds since 1970, 16 bits of counter, in one integer.
"""

import os
import threading
import time
from collections.abc import Callable, Sequence

from vi_events.sentences import Sentence, say

COUNTER_BITS = 16
MAX_AHEAD_MS = 24 * 3600 * 1000
"""A foreign clock further ahead than this does not drag ours along: its entries keep their own order."""

_CHANCE_BYTES = 10
_VARIANT = {digit: "89ab"[int(digit, 16) & 3] for digit in "0123456789abcdef"}
"""Of the digit that says the variant, two bits are fixed and two are chance."""

NowMs = Callable[[], int]


def wall_ms() -> int:
    """Milliseconds since 1970 by the system's clock."""
    return time.time_ns() // 1_000_000


def clock_time(at_ms: int, *, seconds: bool = False) -> str:
    """« 08:21 » or « 08:21:07 », local time: in tables and on clocks, where it is glanced at."""
    return time.strftime("%H:%M:%S" if seconds else "%H:%M", time.localtime(at_ms / 1000))


def hour(at_ms: int) -> Sentence:
    """« 8 h 21 », local time: in a French sentence."""
    local = time.localtime(at_ms / 1000)
    return say("{0}\u202fh\u202f{1:02d}", local.tm_hour, local.tm_min)


class HybridClock:
    """Hands out strictly increasing hybrid timestamps, whatever the wall clock does."""

    def __init__(self, now_ms: NowMs = wall_ms, last: int = 0) -> None:
        self._now_ms = now_ms
        self._last = last
        self._lock = threading.Lock()

    def tick(self) -> int:
        """A timestamp after every one handed out or observed before."""
        return self.ticks(1)[0]

    def ticks(self, count: int) -> Sequence[int]:
        """So many timestamps, each after the other, and after every one handed out or observed before."""
        with self._lock:
            first = max(self._now_ms() << COUNTER_BITS, self._last + 1)
            self._last = first + count - 1
        return range(first, first + count)

    def observe(self, hlc: int) -> None:
        """Take note of another station's timestamp, unless its clock is absurdly ahead."""
        with self._lock:
            if (hlc >> COUNTER_BITS) - self._now_ms() <= MAX_AHEAD_MS:
                self._last = max(self._last, hlc)


def hlc_ms(hlc: int) -> int:
    """The wall-clock part of a hybrid timestamp, in milliseconds since 1970."""
    return hlc >> COUNTER_BITS


def uuid7(now_ms: int) -> str:
    """A UUIDv7 (RFC 9562 section 5.7) as 32 hexadecimal digits: sortable by time, random otherwise."""
    return uuid7s(now_ms, 1)[0]


def uuid7s(now_ms: int, count: int) -> list[str]:
    """So many of them for the same moment; the system is asked for their chance only once."""
    start, chance = f"{now_ms & (1 << 48) - 1:012x}7", os.urandom(_CHANCE_BYTES * count).hex()
    width = 2 * _CHANCE_BYTES
    drawn = (chance[at : at + width] for at in range(0, width * count, width))
    return [f"{start}{digits[:3]}{_VARIANT[digits[3]]}{digits[4:19]}" for digits in drawn]


def uuid7_ms(identifier: str) -> int:
    """When a ``uuid7`` was made, in milliseconds since 1970."""
    return int(identifier[:12], 16)
