"""What the windows last heard of the other stations: kept in the GUI thread, so that nothing waits for the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from vi_events.checkin.views import LampState
from vi_events.clock import NowMs, wall_ms
from vi_events.stations.roles_here import allowed
from vi_events.ui.language import spoken
from vi_events.ui.stations import words

if TYPE_CHECKING:
    from vi_events.stations.network import Network
    from vi_events.stations.views import NetworkView
    from vi_events.ui.bridge import Bridge

_TICK_MS = 1000


class NetworkNews(QObject):
    """The network of the open edition, its last view and its lamp; ``network`` is None while no edition is open."""

    changed = Signal()
    """Another view came, or another edition."""
    lamp_changed = Signal(object)

    def __init__(self, bridge: Bridge, now_ms: NowMs = wall_ms, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now_ms = now_ms
        self.network: Network | None = None
        self.view: NetworkView | None = None
        self._seen = ""
        """A trouble that the person has read."""
        self.lamp = self._lamp()
        self._ticks = QTimer(self, interval=_TICK_MS)
        self._ticks.timeout.connect(self.look)
        bridge.network_changed.connect(self._on_network_changed)

    @property
    def trouble(self) -> str:
        """The sentence of what did not happen, until it is read."""
        return spoken(self.view.trouble) if self.view is not None and self.view.trouble != self._seen else ""

    @property
    def joined(self) -> bool:
        """Whether this station takes part among others, itself the host or not."""
        return self.view is not None and bool(self.view.role)

    @property
    def allowed(self) -> frozenset[str]:
        """The activities of this station (``roles_here``)."""
        return allowed(self.view.role if self.view is not None else "")

    def follow(self, network: Network | None) -> None:
        """Takes up the network of another edition; None: there is none any more."""
        self.network, self.view, self._seen = network, None, ""
        if network is not None:
            self._ticks.start()
        else:
            self._ticks.stop()
        self.look()
        self.changed.emit()

    def take_note(self) -> None:
        """The person has read the trouble: the lamp says it no longer."""
        self._seen = self.view.trouble if self.view is not None else ""
        self.look()
        self.changed.emit()

    def look(self) -> None:
        """The lamp again: some of it follows from the time alone."""
        lamp = self._lamp()
        if lamp != self.lamp:
            self.lamp = lamp
            self.lamp_changed.emit(lamp)

    def _lamp(self) -> LampState:
        return words.lamp(self.view, self.trouble, self.now_ms())

    def _on_network_changed(self, view: NetworkView) -> None:
        if self.network is None:
            return  # said by the network of the edition that was let go
        self.view = view
        if not view.trouble:
            self._seen = ""
        self.look()
        self.changed.emit()
