"""The link with OBS: one thread, one socket, kept up until it is closed. See ``obs_types.Link`` for what it promises."""

import contextlib
import logging
import random
import select
import socket
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from typing import Any

from vi_events.webtv.obs_calls import Calls
from vi_events.webtv.obs_protocol import (
    BATCH_RESPONSE,
    EVENT,
    EVENTS,
    OFF,
    RESPONSE,
    Address,
    TroubleError,
    batch_frame,
    busy_state,
    connecting_state,
    is_not_ready,
    parse_address,
    read_batch,
    read_reply,
    ready_state,
    trouble_state,
)
from vi_events.webtv.obs_socket import ObsSocket
from vi_events.webtv.obs_types import EventListener, LinkState, Reply, Request, StateListener

PING_S = 1.0
DEAD_S = 3.0
"""Nothing at all came for that long, pings included: the connection is half open."""
GREET_S = 3.0
FIRST_RETRY_S = 0.4
LOST_RETRY_S = 2.0
"""An OBS that starts again is found within that time."""
REFUSED_RETRY_S = 5.0
"""The same for what somebody has to change first."""
STEADY_S = 5.0
"""A link that held for that long was a good one: the next retry is a quick one again."""
NOT_READY_S = (0.1, 1.0)
"""How soon OBS is asked again whether it is ready: at first, at most."""
_GREETING = (Request("GetVersion"), Request("GetInputKindList", {"unversioned": True}))
_log = logging.getLogger(__name__)


class ObsLink:
    """Implements ``Link``. Listeners and callbacks of futures run in its thread: they must be quick and never wait for
    another reply. OBS runs calls that nobody waits for in any order; ``batch`` keeps it.
    """

    def __init__(self, url: str, password: Callable[[], str], events: int = EVENTS) -> None:
        """``password`` is read at each connection that needs it; ``events`` is a mask. UserError for a bad ``url``."""
        self._address = parse_address(url)
        self._password = password
        self._events = events
        self._state = OFF
        self._event_listeners: list[EventListener] = []
        self._state_listeners: list[StateListener] = []
        self._calls = Calls(time.monotonic)
        self._lock = threading.Lock()
        self._again = threading.Event()
        self._closing = False
        self._socket: ObsSocket | None = None
        self._waker: socket.socket | None = None
        self._thread = threading.Thread(target=self._run, name="obs", daemon=True)

    @property
    def state(self) -> LinkState:
        return self._state

    def start(self) -> None:
        """Connects, and goes on connecting until ``close``. Called again, tries at once; after ``close``, nothing."""
        with self._lock:
            if self._closing:
                return
            if self._waker is None and not self._thread.is_alive():
                self._waker, self._wakened = socket.socketpair()
                self._waker.setblocking(False)
                self._thread.start()
        self._again.set()

    def close(self) -> None:
        """Ends the link for good, within a second; what was asked and not answered fails."""
        with self._lock:
            self._closing = True
        self._again.set()
        self._wake()
        if self._thread.is_alive() and threading.current_thread() is not self._thread:
            self._thread.join(0.4)
            if self._thread.is_alive():
                # It waits for OBS, for a name server or in a listener.
                with self._lock:
                    if self._socket is not None:
                        self._socket.abort()
                self._thread.join(0.4)
        self._calls.close("")
        self._state = OFF if self._thread.is_alive() else self._state

    def call(self, request: Request, timeout_s: float = 3.0) -> "Future[Reply]":
        """What OBS answers. DeviceError: ``obs_away``, ``obs_full``, ``obs_busy`` (not done), ``obs_timeout``,
        ``obs_cut`` (perhaps done).
        """
        return self._ask([request], timeout_s, single=True)

    def batch(self, requests: Sequence[Request], timeout_s: float = 5.0) -> "Future[list[Reply]]":
        """As ``call``, all in one frame of OBS and in order; ``obs_busy`` when OBS did none of them."""
        return self._ask(requests, timeout_s, single=False)

    def _ask(self, requests: Sequence[Request], timeout_s: float, single: bool) -> "Future[Any]":
        future = self._calls.add(requests, timeout_s, single)
        self._wake()
        return future

    def on_event(self, listener: EventListener) -> None:
        self._event_listeners.append(listener)

    def on_state(self, listener: StateListener) -> None:
        self._state_listeners.append(listener)

    # What its thread does

    def _run(self) -> None:
        tries = 0
        self._say(connecting_state(self._address))
        while not self._closing:
            self._again.clear()
            trouble, steady = self._connection()
            if self._closing:
                break
            state = trouble_state(trouble, self._address)
            self._calls.close(state.text)
            self._say(state)
            tries = 0 if steady else tries
            self._again.wait(_retry_s(trouble, state, tries))
            tries += 1
        self._calls.close("")
        with self._lock:
            waker, self._waker = self._waker, None
        if waker is not None:
            waker.close()
            self._wakened.close()
        self._say(OFF)

    def _connection(self) -> tuple[str, bool]:
        """One connection, from its beginning to its end: why it ended, and whether it had held for a while."""
        wire = ObsSocket(self._address)
        with self._lock:
            self._socket = wire
        session = _Session(self, wire)
        trouble = "cut"
        try:
            wire.open(self._password, self._events)
            session.serve()
        except TroubleError as problem:
            trouble = problem.trouble
        except Exception:
            # A bug: told, and the link goes on with another connection.
            _log.exception("the link with OBS failed")
        finally:
            with self._lock:
                self._socket = None
            wire.close()
        return trouble, session.ready_since_s is not None and time.monotonic() - session.ready_since_s > STEADY_S

    def _wake(self) -> None:
        with self._lock:
            if self._waker is not None:
                # Full: it is awake.
                with contextlib.suppress(BlockingIOError):
                    self._waker.send(b"\0")

    def _say(self, state: LinkState) -> None:
        if state != self._state:
            self._state = state
            for listener in list(self._state_listeners):
                _tell(listener, state)

    def _happened(self, kind: str, data: Mapping[str, Any]) -> None:
        for listener in list(self._event_listeners):
            _tell(listener, kind, data)


class _Session:
    """One connection that is open."""

    def __init__(self, link: ObsLink, wire: ObsSocket) -> None:
        self._link = link
        self._wire = wire
        self._version = ""
        self._browser_source: bool | None = None
        self._ready = False
        self._greetings = 0
        self._greeted_s: float | None = None
        self._greet_at_s = 0.0
        self._not_ready_s = NOT_READY_S[0]
        self._pinged_s = 0.0
        self._answered_s = 0.0
        self.ready_since_s: float | None = None
