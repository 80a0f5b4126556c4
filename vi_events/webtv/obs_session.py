"""One open connection to OBS: what comes is handed on, what is asked leaves, silence is noticed."""

import contextlib
import selectors
import socket
import time
from collections.abc import Callable, Mapping
from typing import Any

from vi_events.webtv.obs_calls import Calls
from vi_events.webtv.obs_protocol import (
    BATCH_RESPONSE,
    EVENT,
    NOT_READY,
    RESPONSE,
    TroubleError,
    batch_frame,
    busy_state,
    read_batch,
    read_reply,
    ready_state,
)
from vi_events.webtv.obs_socket import ObsSocket
from vi_events.webtv.obs_types import EventListener, Reply, Request, StateListener

PING_S = 1.0
PONG_S = 2.0
"""An answer to a ping, or anything else, comes within that time, or the connection is half open."""
GREETING_S = 3.0
"""An OBS that lives and does not answer within that time is busy: nothing more is sent before it does."""
GIVE_UP_S = 30.0
"""The same, for good: another connection is tried."""
FIRST_PAUSE_S, LAST_PAUSE_S = 0.1, 1.0
"""How soon an OBS that is not ready is asked again: at first, at most."""
_GREETING = (Request("GetVersion"), Request("GetInputKindList", {"unversioned": True}))


class Session:
    """Serves ``calls`` over an identified ``wire``, in the thread that calls ``serve``.

    It greets first, and again when it doubts: OBS opens its port before it is ready, and until then answers nothing but
    « not ready » (code 207).
    Calls are accepted from the first greeting answered; while OBS is not ready again, they are kept.
    """

    def __init__(self, wire: ObsSocket, calls: Calls, say: StateListener, happened: EventListener) -> None:
        self._wire = wire
        self._calls = calls
        self._say = say
        self._happened = happened
        self._facts: tuple[str, bool | None] = ("", None)
        self._ready = False
        self._greetings = 0
        self._greeted_s: float | None = None
        """When the greeting that OBS has not answered yet was sent."""
        self._greet_at_s: float | None = 0.0
        self._pause_s = FIRST_PAUSE_S
        self._pinged_s = 0.0
        self._answered_s = 0.0
        self.ready_since_s: float | None = None

    def serve(self, wakened: socket.socket, is_over: Callable[[], bool]) -> None:
        """Until ``is_over``, looked at after each byte of ``wakened``. TroubleError when the connection ends."""
        with selectors.DefaultSelector() as selector:
            selector.register(self._wire, selectors.EVENT_READ)
            selector.register(wakened, selectors.EVENT_READ)
            while not is_over():
                ready = {key.fileobj for key, _ in selector.select(self._patience_s())}
                if wakened in ready:
                    with contextlib.suppress(BlockingIOError):
                        wakened.recv(4096)
                if self._wire in ready:
                    for op, data in self._wire.receive():
                        self._take(op, data)
                self._greet()
                if self._ready:
                    for frame in self._calls.to_send():
                        self._wire.send(frame)
                self._notice_silence()

    def _patience_s(self) -> float:
        now_s = time.monotonic()
        due = [self._calls.next_deadline_s(), self._greet_at_s, max(self._wire.heard_s, self._pinged_s) + PING_S]
        return max(0.0, min(moment for moment in due if moment is not None) - now_s)

    def _take(self, op: int, data: Mapping[str, Any]) -> None:
        if op == EVENT:
            # What happens before « Connected » is in the state that its listener reads.
            if self.ready_since_s is not None:
                self._happened(str(data.get("eventType", "")), data.get("eventData") or {})
        elif op == RESPONSE:
            self._answer(data.get("requestId"), [read_reply(data)])
        elif op == BATCH_RESPONSE:
            self._answer(data.get("requestId"), read_batch(data))

    def _answer(self, name: object, replies: list[Reply]) -> None:
        self._answered_s = time.monotonic()
        if name == self._greeting_name():
            self._greeted_s = None
            self._welcome(replies)
        elif not self._calls.answered(name, replies):
            self._wait_for_obs()
        elif self._ready:
            self._pause_s = FIRST_PAUSE_S

    # Greeting

    def _greeting_name(self) -> str:
        return f"greeting-{self._greetings}"

    def _greet(self) -> None:
        now_s = time.monotonic()
        if self._greeted_s is not None and now_s - self._greeted_s > GREETING_S:
            self._hold()
            if now_s - self._greeted_s > GIVE_UP_S:
                raise TroubleError("mute")
        if self._greet_at_s is not None and now_s >= self._greet_at_s:
            self._greet_at_s = None
            self._greeted_s = now_s
            self._greetings += 1
            self._wire.send(batch_frame(self._greeting_name(), _GREETING))

    def _welcome(self, replies: list[Reply]) -> None:
        if len(replies) != len(_GREETING):
            raise TroubleError("not_obs")
        if any(reply.code == NOT_READY for reply in replies):
            self._wait_for_obs()
            return
        version, kinds = replies[0].data.get("obsVersion", ""), replies[1].data.get("inputKinds")
        self._facts = (str(version), "browser_source" in kinds if isinstance(kinds, list) else None)
        self._ready = True
        self._calls.open()
        self._say(ready_state(*self._facts))
        if self.ready_since_s is None:
            self.ready_since_s = time.monotonic()
            self._happened("Connected", {})

    def _wait_for_obs(self) -> None:
        """OBS is not ready: asks again in a while."""
        self._hold()
        if self._greet_at_s is None and self._greeted_s is None:
            self._greet_at_s = time.monotonic() + self._pause_s
            self._pause_s = min(2 * self._pause_s, LAST_PAUSE_S)

    def _hold(self) -> None:
        """Keeps the calls until a greeting is answered."""
        self._ready = False
        state = busy_state(*self._facts)
        if self.ready_since_s is None:
            self._calls.close(state.text)
        self._say(state)

    # Silence

    def _notice_silence(self) -> None:
        late_since_s = self._calls.expire()
        # While its own window is busy (14 s after 600 new items), OBS holds up some requests, then all of them: it has
        # as many threads for them as the computer has cores. Another connection would have the same ones.
        if late_since_s is not None and self._answered_s < late_since_s and self._greeted_s is None:
            self._greet_at_s = 0.0
        now_s, heard_s = time.monotonic(), self._wire.heard_s
        if self._pinged_s > heard_s:
            if now_s - self._pinged_s >= PONG_S:
                raise TroubleError("mute")
        elif now_s - heard_s >= PING_S:
            self._wire.ping()
            self._pinged_s = now_s
