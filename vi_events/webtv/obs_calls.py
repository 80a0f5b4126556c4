"""What OBS was asked and has not answered yet: each reply finds its request, whatever the order. No I/O."""

import itertools
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

from vi_events.webtv.obs_protocol import TroubleError, batch_frame, call_error, is_not_ready, request_frame
from vi_events.webtv.obs_types import Reply, Request

MAX_WAITING = 1_000
"""More means that OBS does not keep up: what comes then fails at once."""


@dataclass(slots=True)
class _Call:
    frame: bytes
    count: int
    single: bool
    deadline_s: float
    future: "Future[Any]" = field(default_factory=Future)
    sent_s: float | None = None

    def fail(self, code: str, advice: str = "") -> None:
        self.future.set_exception(call_error(code, advice))


class Calls:
    """Any thread may add; the link's thread sends, answers and expires. Times are on the clock given.

    Futures are resolved in the thread that finds out, never under the lock.
    """

    def __init__(self, now_s: Callable[[], float], why: str) -> None:
        """Closed at first; ``why`` as in ``close``."""
        self._now_s = now_s
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._calls: dict[str, _Call] = {}
        self._why_away: str | None = why

    def open(self) -> None:
        """OBS takes calls from now on."""
        with self._lock:
            self._why_away = None

    def close(self, why: str) -> None:
        """No link any more: everything fails, and what is asked later too, with that advice."""
        with self._lock:
            self._why_away = why
            left, self._calls = self._calls, {}
        for call in left.values():
            call.fail("obs_away" if call.sent_s is None else "obs_cut", why)

    def add(self, requests: Sequence[Request], timeout_s: float, single: bool) -> "Future[Any]":
        """Asks one request (``single``) or a batch."""
        name = f"vi-{next(self._numbers)}"
        frame = request_frame(name, requests[0]) if single else batch_frame(name, requests)
        call = _Call(frame, len(requests), single, self._now_s() + timeout_s)
        # Nobody can cancel it any more: OBS may already be doing it.
        call.future.set_running_or_notify_cancel()
        with self._lock:
            why_away, full = self._why_away, len(self._calls) >= MAX_WAITING
            if why_away is None and not full:
                self._calls[name] = call
                return call.future
        call.fail("obs_full" if why_away is None else "obs_away", why_away or "")
        return call.future

    def to_send(self) -> list[bytes]:
        """The frames that have not left yet, in the order they were asked; they count as sent."""
        now_s = self._now_s()
        with self._lock:
            waiting = [call for call in self._calls.values() if call.sent_s is None and now_s < call.deadline_s]
            for call in waiting:
                call.sent_s = now_s
        return [call.frame for call in waiting]

    def answered(self, name: object, replies: Sequence[Reply]) -> bool:
        """Whether OBS did it; False when it is not ready: the call then waits to be sent again.

        A reply to nothing we know counts as done: its caller was told otherwise long ago.
        """
        with self._lock:
            call = self._calls.get(str(name))
            if call is None:
                return True
            if is_not_ready(replies):
                call.sent_s = None
                return False
            if len(replies) != call.count:
                raise TroubleError("not_obs")
            del self._calls[str(name)]
        call.future.set_result(replies[0] if call.single else list(replies))
        return True

    def expire(self) -> float | None:
        """Fails what is too late. When the oldest call that OBS had and did not answer was sent; None: no such call."""
        now_s = self._now_s()
        with self._lock:
            late = {name: call for name, call in self._calls.items() if call.deadline_s <= now_s}
            for name in late:
                del self._calls[name]
        for call in late.values():
            call.fail("obs_busy" if call.sent_s is None else "obs_timeout")
        return min((call.sent_s for call in late.values() if call.sent_s is not None), default=None)

    def next_deadline_s(self) -> float | None:
        with self._lock:
            return min((call.deadline_s for call in self._calls.values()), default=None)
