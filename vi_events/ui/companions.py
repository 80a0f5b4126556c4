"""What lives beside the open edition of a window: the other stations, copies, the stick; and how they tell of it."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from vi_events.companions import accompanied
from vi_events.journal import mirror
from vi_events.ui.language import spoken

if TYPE_CHECKING:
    from types import TracebackType

    from vi_events.app import OpenEdition
    from vi_events.ui.bridge import Bridge

_LEVELS = {mirror.COPYING: "ok", mirror.CURRENT: "ok", mirror.ABSENT: "", mirror.NO_KEY: "", mirror.ENDED: ""}


class Companions:
    """Made when the edition is open, in any thread; ended before it is closed."""

    def __init__(self, opened: OpenEdition, bridge: Bridge) -> None:
        self._stack = ExitStack()
        self._bridge = bridge
        found = self._stack.enter_context(accompanied(opened, lambda said: bridge.tell_copies("warn", said)))
        self.network = found.network
        bridge.listen_to_network(self.network)
        found.mirror.listen(self._on_mirror)
        self._on_mirror(found.mirror.view)

    def __enter__(self) -> Companions:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def start(self) -> None:
        """Takes up what this station was, in the threads of each; the window does not wait."""
        # What does not succeed is in the view: the lamp says it.
        self._bridge.when_done(self.network.start(), lambda _: None, lambda _: None)

    def _on_mirror(self, view: mirror.MirrorView) -> None:
        if level := _LEVELS.get(view.state, "warn"):
            self._bridge.tell_copies(level, spoken(view.text))
