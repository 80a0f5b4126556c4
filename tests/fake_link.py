"""OBS in memory behind ``obs_types.Link``: answers at once, in the caller's thread, and fails when told to."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from typing import Any

from tests.fake_studio import FakeStudio, RefusedError
from vi_events.errors import DeviceError
from vi_events.webtv.obs_types import EventListener, LinkState, Reply, Request, StateListener

AWAY = LinkState("lost", "OBS ne répond plus. Il sera retrouvé dès qu’il revient.")


class FakeLink:
    """Away at first; ``become`` brings OBS there and takes it away."""

    def __init__(self, browser_source: bool = True) -> None:
        self._events: list[EventListener] = []
        self._states: list[StateListener] = []
        self.studio = FakeStudio(self.happen, browser_source)
        self.state = AWAY
        self.ready = LinkState("ready", "OBS est relié.", "31.0.2", browser_source)
        self.asked: list[str] = []
        self.refusing: set[str] = set()
        self.silent_on: set[str] = set()
        """Requests that OBS leaves without an answer."""
        self.answers: dict[str, Mapping[str, Any]] = {}
        """What is added to the answers of the studio."""

    def start(self) -> None:
        """The test says when OBS is there."""

    def close(self) -> None:
        self.become(LinkState("off", "OBS n’est pas relié."))

    def become(self, state: LinkState) -> None:
        self.state = state
        for listener in self._states:
            listener(state)
        if state.state == "ready":
            self.happen("Connected", {})

    def happen(self, kind: str, data: Mapping[str, Any]) -> None:
        for listener in self._events:
            listener(kind, data)

    def call(self, request: Request, timeout_s: float = 3.0) -> "Future[Reply]":  # noqa: ARG002
        future: Future[Reply] = Future()
        if self.state.state != "ready":
            future.set_exception(DeviceError("obs_away", AWAY.text))
        elif request.type in self.silent_on:
            self.asked.append(request.type)
        else:
            future.set_result(self._answer(request))
        return future

    def batch(self, requests: Sequence[Request], timeout_s: float = 5.0) -> "Future[list[Reply]]":  # noqa: ARG002
        future: Future[list[Reply]] = Future()
        if self.state.state != "ready":
            future.set_exception(DeviceError("obs_away", AWAY.text))
        else:
            future.set_result([self._answer(each) for each in requests])
        return future

    def on_event(self, listener: EventListener) -> None:
        self._events.append(listener)

    def on_state(self, listener: StateListener) -> None:
        self._states.append(listener)

    def _answer(self, request: Request) -> Reply:
        self.asked.append(request.type)
        if request.type == "Sleep":
            return Reply(True, 100, {})
        if request.type in self.refusing:
            return Reply(False, 702, {}, "refused")
        try:
            said = self.studio.ask(request.type, request.data)
        except RefusedError as problem:
            return Reply(False, problem.code, {}, str(problem))
        return Reply(True, 100, {**said, **self.answers.get(request.type, {})})


class FakeServer:
    """Pages that paint when the test says so."""

    def __init__(self) -> None:
        self.shown: list[Mapping[str, Any]] = []
        self.pages: tuple[str, ...] = ()
        self.problems: tuple[str, ...] = ()
        self.taken = False
        """Whether another program has its port."""
        self.closed = False
        self._listeners: list[Any] = []

    def start(self) -> str:
        if self.taken:
            raise DeviceError("overlay_port", "Le port 8089 de cet ordinateur est pris.")
        return "http://127.0.0.1:8089/jeton"

    def show(self, snapshot: Mapping[str, Any]) -> None:
        self.shown.append(snapshot)

    def on_painted(self, listener: Any) -> None:
        self._listeners.append(listener)

    def paint(self, page: str = "all", epoch: int | None = None) -> None:
        """A page has painted the latest snapshot, or that epoch."""
        self.pages = (*(each for each in self.pages if each != page), page)
        for listener in self._listeners:
            listener(page, self.shown[-1]["epoch"] if epoch is None else epoch)

    def close(self) -> None:
        self.closed = True
