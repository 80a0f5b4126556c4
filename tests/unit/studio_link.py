"""A link with an OBS that is in memory: every request is answered at once, in the caller's thread."""

import copy
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from typing import Any

from tests.fake_studio import FakeStudio, RefusedError
from vi_events.errors import DeviceError
from vi_events.webtv.obs_types import EventListener, LinkState, Reply, Request, StateListener

PATIENCE_S = 10.0
LOOK = Request("GetStreamStatus")
READY = LinkState("ready", "Prêt.", "30.0.0", True)


class Studio(FakeStudio):
    """What the real OBS does besides: names are shared by scenes and inputs, and bounds have a size."""

    def ask(self, kind: str, data: Mapping[str, Any]) -> dict[str, Any]:
        if kind == "GetSceneItemList" and data["sceneName"] in self.now.inputs:
            raise RefusedError(602)
        if kind == "GetInputSettings" and data["inputName"] in self.now.scenes:
            raise RefusedError(602)
        if kind == "SetSceneItemTransform" and not all(
            data["sceneItemTransform"].get(name, 1) >= 1 for name in ("boundsWidth", "boundsHeight")
        ):
            raise RefusedError(402)
        return super().ask(kind, data)

    def _ask_SetSceneName(self, data: Mapping[str, Any]) -> None:  # noqa: N802
        old, new = data["sceneName"], data["newSceneName"]
        if new in {*self.now.scenes, *self.now.inputs}:
            raise RefusedError(601)
        self.now.scenes = {new if name == old else name: items for name, items in self.now.scenes.items()}
        for items in self.now.scenes.values():
            for item in items:
                item.source = new if item.source == old else item.source
        self._emit("SceneNameChanged", {"oldSceneName": old, "sceneName": new})


class StudioLink:
    """``Link``. ``trouble`` makes every request fail; ``refuses`` are types that are answered with a code."""

    def __init__(self, browser_source: bool = True) -> None:
        self.studio = Studio(self.tell, browser_source)
        self.state = READY
        self.trouble: DeviceError | None = None
        self.refuses: set[str] = set()
        self.batches: list[list[Request]] = []
        """What was asked, calls as batches of one."""
        self.meddler: Callable[[Request], None] = lambda _: None
        """Somebody else in OBS, who sees every request of a batch once it is done."""
        self._events: list[EventListener] = []
        self._states: list[StateListener] = []
        self._said = threading.Condition()

    # What a test does

    def edit(self, kind: str, **data: Any) -> dict[str, Any]:
        """Somebody does something in OBS itself."""
        return self.studio.ask(kind, data)

    def move_to(self, state: LinkState) -> None:
        self.state = state
        for listener in self._states:
            listener(state)
        if state.state == "ready":
            self.tell("Connected", {})

    def until(self, holds: Callable[[], bool]) -> None:
        """Waits for the traffic after which it holds."""
        with self._said:
            assert self._said.wait_for(holds, PATIENCE_S), self.sent()[-12:]

    def looks(self) -> int:
        """How many times OBS was read."""
        return sum(batch[0] == LOOK for batch in self.batches)

    def look_again(self) -> None:
        """Waits until OBS has been read, from beginning to end, since now."""
        looks = self.looks()
        self.until(lambda: self.looks() >= looks + 3)

    def sent(self) -> list[Request]:
        """Every request that changes something."""
        return [each for batch in self.batches for each in batch if not each.type.startswith("Get")]

    def heard(self) -> None:
        """Something other than traffic may hold now."""
        with self._said:
            self._said.notify_all()

    # Link

    def start(self) -> None: ...

    def close(self) -> None: ...

    def call(self, request: Request, timeout_s: float = 3.0) -> "Future[Reply]":  # noqa: ARG002
        return self._ask([request], lambda: self._one(request))

    def batch(self, requests: Sequence[Request], timeout_s: float = 5.0) -> "Future[list[Reply]]":  # noqa: ARG002
        return self._ask(list(requests), lambda: [self._one(request) for request in requests])

    def on_event(self, listener: EventListener) -> None:
        self._events.append(listener)

    def on_state(self, listener: StateListener) -> None:
        self._states.append(listener)

    def tell(self, kind: str, data: Mapping[str, Any]) -> None:
        if kind != "SceneItemTransformChanged":  # OBS tells it to nobody
            for listener in self._events:
                listener(kind, data)

    def _one(self, request: Request) -> Reply:
        reply = self._reply(request)
        self.meddler(request)
        return reply

    def _reply(self, request: Request) -> Reply:
        if request.type == "Sleep":
            return Reply(True, 100, {})
        if request.type in self.refuses:
            return Reply(False, 702, {}, "refused")
        try:
            return Reply(True, 100, copy.deepcopy(self.studio.ask(request.type, request.data)))
        except RefusedError as refused:
            return Reply(False, refused.code, {}, str(refused))

    def _ask(self, requests: list[Request], answer: Callable[[], Any]) -> "Future[Any]":
        # Before the answer: whoever has it knows that it counts.
        self.batches.append(requests)
        future: Future[Any] = Future()
        if self.trouble is not None:
            future.set_exception(self.trouble)
        else:
            future.set_result(answer())
        self.heard()
        return future
