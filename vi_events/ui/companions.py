"""What lives beside an open edition, from its opening to its end: the other stations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vi_events.stations.network import Network

if TYPE_CHECKING:
    from types import TracebackType

    from vi_events.app import OpenEdition
    from vi_events.ui.bridge import Bridge


class Companions:
    """Made when the edition is open; ended, in reverse order, before it is closed."""

    def __init__(self, opened: OpenEdition, bridge: Bridge) -> None:
        self._bridge = bridge
        self.network = Network(opened)
        bridge.listen_to_network(self.network)

    def __enter__(self) -> Companions:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.network.close()

    def start(self) -> None:
        """Takes up what this station was, in the threads of each; the window does not wait."""
        # What does not succeed is in the view: the lamp says it.
        self._bridge.when_done(self.network.start(), lambda _: None, lambda _: None)
