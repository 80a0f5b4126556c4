"""What the link with OBS gives and takes, apart from how it speaks."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, Protocol

STATES = ("off", "connecting", "ready", "busy", "wrong_password", "refused", "too_old", "lost")
"""``off``: nobody asked for a link; ``busy``: OBS is alive and not ready (a collection is changing); the others say why
it is not ``ready``.
"""


@dataclass(frozen=True, slots=True)
class LinkState:
    """The link as it is now, with one sentence for the operator."""

    state: str
    text: str
    obs_version: str = ""
    browser_source: bool | None = None
    """Whether this OBS has browser sources; None until it was asked."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request of obs-websocket 5. ``Sleep`` with ``sleepFrames`` is one too, in a batch."""

    type: str
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reply:
    """What OBS answered: ``code`` 100 is success (see the protocol's RequestStatus)."""

    ok: bool
    code: int
    data: Mapping[str, Any]
    comment: str = ""


EventListener = Callable[[str, Mapping[str, Any]], None]
StateListener = Callable[[LinkState], None]


class Link(Protocol):
    """The one way to OBS. Futures fail with DeviceError when OBS does not answer; nothing ever blocks the caller."""

    @property
    def state(self) -> LinkState: ...

    def start(self) -> None:
        """Connects, and goes on connecting until ``close``."""

    def close(self) -> None: ...

    def call(self, request: Request, timeout_s: float = 3.0) -> "Future[Reply]": ...

    def batch(self, requests: Sequence[Request], timeout_s: float = 5.0) -> "Future[list[Reply]]":
        """All in one frame of OBS, in order (SerialFrame); goes on after a request that fails."""

    def on_event(self, listener: EventListener) -> None:
        """``listener(event type, data)``, in the link's thread; also called with ``("Connected", {})``."""

    def on_state(self, listener: StateListener) -> None: ...
