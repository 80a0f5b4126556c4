"""The link with OBS: one thread, one socket, kept up until it is closed. Its promises: ``obs_types.Link``."""

import contextlib
import logging
import random
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from typing import Any

from vi_events.webtv.obs_calls import Calls
from vi_events.webtv.obs_protocol import (
    EVENTS,
    OFF,
    TroubleError,
    connecting_state,
    parse_address,
    trouble_state,
)
from vi_events.webtv.obs_session import Session
from vi_events.webtv.obs_socket import ObsSocket
from vi_events.webtv.obs_types import EventListener, LinkState, Reply, Request, StateListener

FIRST_RETRY_S = 0.4
LOST_RETRY_S = 2.0
"""An OBS that starts again is found within that time."""
REFUSED_RETRY_S = 5.0
"""The same for what somebody has to change first."""
STEADY_S = 5.0
"""A link that held for that long was a good one: the next retry is a quick one again."""
JOIN_S = 0.4
SETTLED_S = 8.0
_UNSETTLED = ("off", "connecting", "busy")
_log = logging.getLogger(__name__)


@contextlib.contextmanager
def settled_link(
    url: str, password: Callable[[], str], patience_s: float = SETTLED_S
) -> Iterator[tuple["ObsLink", LinkState]]:
    """A link, and how it stands once it is settled: ready, or why not; whatever it is after ``patience_s``."""
    link, settled = ObsLink(url, password), threading.Event()
    link.on_state(lambda state: None if state.state in _UNSETTLED else settled.set())
    link.start()
    try:
        settled.wait(patience_s)
        yield link, link.state
    finally:
        link.close()


class ObsLink:
    """Implements ``Link``. Listeners, and the callbacks of futures, run in its thread: they are quick and never wait
    for another reply. OBS runs two calls in either order; a ``batch`` keeps its own.
    """

    def __init__(self, url: str, password: Callable[[], str], events: int = EVENTS) -> None:
        """``password`` is read at each connection that needs it; ``events`` is a mask. UserError for a bad ``url``."""
        self._address = parse_address(url)
        self._password = password
        self._events = events
        self._state = OFF
        self._event_listeners: list[EventListener] = []
        self._state_listeners: list[StateListener] = []
        self._calls = Calls(time.monotonic, OFF.text)
        self._again = threading.Event()
        self._lock = threading.Lock()
        """Over the four below."""
        self._closing = False
        self._thread: threading.Thread | None = None
        self._waker: socket.socket | None = None
        self._wire: ObsSocket | None = None

    @property
    def state(self) -> LinkState:
        return self._state

    def start(self) -> None:
        """Connects, and goes on connecting until ``close``. Called again, tries at once; after ``close``, nothing."""
        with self._lock:
            if self._closing:
                return
            if self._thread is None:
                self._waker, wakened = socket.socketpair()
                self._waker.setblocking(False)
                wakened.setblocking(False)
                self._thread = threading.Thread(target=self._run, args=(wakened,), name="obs", daemon=True)
                self._thread.start()
            else:
                self._again.set()

    def close(self) -> None:
        """Ends the link for good, within a second; what was asked and not answered fails."""
        with self._lock:
            self._closing = True
            thread = self._thread
        self._again.set()
        self._wake()
        if thread is None or thread is threading.current_thread():
            return
        thread.join(JOIN_S)
        if thread.is_alive():
            # It waits for OBS, for a name server or in a listener; it ends by itself after that.
            with self._lock:
                if self._wire is not None:
                    self._wire.abort()
            thread.join(JOIN_S)
            self._calls.close(OFF.text)
            self._state = OFF

    def call(self, request: Request, timeout_s: float = 3.0) -> "Future[Reply]":
        """What OBS answers. DeviceError ``obs_away``, ``obs_full``, ``obs_busy``: OBS did not do it; ``obs_timeout``,
        ``obs_cut``: it perhaps did.
        """
        return self._ask([request], timeout_s, single=True)

    def batch(self, requests: Sequence[Request], timeout_s: float = 5.0) -> "Future[list[Reply]]":
        """As ``call``, all in one frame of OBS and in order; goes on after a request that fails."""
        return self._ask(requests, timeout_s, single=False)

    def _ask(self, requests: Sequence[Request], timeout_s: float, single: bool) -> "Future[Any]":
        future = self._calls.add(requests, timeout_s, single)
        self._wake()
        return future

    def on_event(self, listener: EventListener) -> None:
        self._event_listeners.append(listener)

    def on_state(self, listener: StateListener) -> None:
        self._state_listeners.append(listener)

    # In its thread

    def _run(self, wakened: socket.socket) -> None:
        tries = 0
        self._say(connecting_state(self._address))
        while not self._closing:
            self._again.clear()
            trouble, steady = self._connect(wakened)
            if self._closing:
                break
            state = trouble_state(trouble, self._address)
            self._calls.close(state.text)
            self._say(state)
            tries = 0 if steady else tries
            self._again.wait(_pause_s(trouble, state, tries))
            tries += 1
        self._calls.close(OFF.text)
        with self._lock:
            assert self._waker is not None
            self._waker.close()
            self._waker = None
        wakened.close()
        self._say(OFF)

    def _connect(self, wakened: socket.socket) -> tuple[str, bool]:
        """One connection, from its beginning to its end: why it ended, and whether it had held for a while."""
        wire = ObsSocket(self._address)
        session = Session(wire, self._calls, self._say, self._happened)
        with self._lock:
            self._wire = wire
        trouble = "cut"
        try:
            wire.open(self._password, self._events)
            session.serve(wakened, lambda: self._closing)
        except TroubleError as problem:
            trouble = problem.trouble
        except Exception:  # noqa: BLE001 (a bug: logged, and the link goes on with another connection)
            _log.exception("the link with OBS failed")
        finally:
            with self._lock:
                self._wire = None
            wire.close()
        ready_s = session.ready_since_s
        return trouble, ready_s is not None and time.monotonic() - ready_s > STEADY_S

    def _wake(self) -> None:
        with self._lock:
            if self._waker is not None:
                with contextlib.suppress(BlockingIOError):  # Full: it has enough to wake up for.
                    self._waker.send(b"\0")

    def _say(self, state: LinkState) -> None:
        if state != self._state:
            self._state = state
            _tell(self._state_listeners, state)

    def _happened(self, kind: str, data: Mapping[str, Any]) -> None:
        _tell(self._event_listeners, kind, data)


def _pause_s(trouble: str, state: LinkState, tries: int) -> float | None:
    """Before the next try; None: when somebody asks for it, as the protocol wants after a kick (close code 4011)."""
    if trouble == "kicked":
        return None
    most_s = LOST_RETRY_S if state.state == "lost" else REFUSED_RETRY_S
    # Several stations that lost the same OBS do not come back all at once.
    return min(most_s, FIRST_RETRY_S * (1 << min(tries, 10))) * random.uniform(0.5, 1.0)


def _tell(listeners: Sequence[Callable[..., None]], *said: object) -> None:
    for listener in tuple(listeners):
        try:
            listener(*said)
        except Exception:  # noqa: BLE001 (a listener's mistake must not end the link)
            _log.exception("a listener of the link with OBS failed")
