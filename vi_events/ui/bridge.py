"""The only crossing from worker threads into Qt: futures and changes come out as calls in the GUI thread."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from vi_events.errors import ViError

if TYPE_CHECKING:
    from vi_events.checkin.print_views import PrinterView
    from vi_events.checkin.printing import Printing
    from vi_events.journal.core import Core
    from vi_events.journal.store import Change
    from vi_events.stations.network import Network
    from vi_events.stations.views import NetworkView

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Bridge(QObject):
    """Signals are emitted in the GUI thread, whatever thread the news comes from."""

    changed = Signal(object)
    """A Change was committed."""
    printer_changed = Signal(object)
    """A printer of this station is otherwise than it was: its PrinterView."""
    network_changed = Signal(object)
    """How this station takes part among the others is otherwise than it was: a NetworkView."""
    surfaces_heard = Signal(str, object)
    """The name of another station, and what its surfaces show now."""
    copies_told = Signal(str, str)
    """How the copies of the journal stand, on this disk and on the stick: a level and a sentence."""
    failed = Signal(object)
    """A verb failed and nobody else takes care of it: a ViError, or any exception (a bug)."""
    _arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)
        self._closed = False

    def listen(self, core: Core) -> None:
        """Passes the core's changes on as ``changed``."""
        core.subscribe(self._on_change)

    def listen_to_printers(self, printing: Printing) -> None:
        """Passes what printers say of themselves on as ``printer_changed``."""
        printing.listen(self._on_printer)

    def listen_to_network(self, network: Network) -> None:
        """Passes what is heard of the other stations on as ``network_changed`` and ``surfaces_heard``."""
        network.listen(self._on_network)
        network.hear_surfaces(self._on_surfaces)

    def tell_copies(self, level: str, sentence: str) -> None:
        """Passes on how the copies stand as ``copies_told``."""
        if not self._closed:
            self.copies_told.emit(level, sentence)

    def when_done(
        self, future: Future[T], then: Callable[[T], None], failed: Callable[[ViError], None] | None = None
    ) -> None:
        """Calls ``then`` with the result in the GUI thread; a ViError goes to ``failed`` if given."""
        future.add_done_callback(lambda done: self._emit((done, then, failed)))

    def close(self) -> None:
        """Nothing more is passed on."""
        self._closed = True

    def _emit(self, news: tuple[Any, ...]) -> None:
        if not self._closed:
            self._arrived.emit(news)

    def _on_change(self, change: Change) -> None:
        if not self._closed:
            self.changed.emit(change)

    def _on_printer(self, view: PrinterView) -> None:
        if not self._closed:
            self.printer_changed.emit(view)

    def _on_network(self, view: NetworkView) -> None:
        if not self._closed:
            self.network_changed.emit(view)

    def _on_surfaces(self, station: str, surfaces: Mapping[str, Any]) -> None:
        if not self._closed:
            self.surfaces_heard.emit(station, surfaces)

    def _on_arrived(self, news: tuple[Future[Any], Callable[[Any], None], Callable[[ViError], None] | None]) -> None:
        future, then, failed = news
        if self._closed or future.cancelled() or _is_gone(then):
            return
        problem = future.exception()
        if problem is None:
            then(future.result())
        elif failed is not None and isinstance(problem, ViError):
            failed(problem)
        else:
            if not isinstance(problem, ViError):
                _log.error("unexpected failure", exc_info=problem)
            self.failed.emit(problem)


def _is_gone(then: Callable[..., None]) -> bool:
    """Whether the answer is for a window that was closed meanwhile."""
    asked_by = getattr(getattr(then, "func", then), "__self__", None)
    return isinstance(asked_by, QObject) and not isValid(asked_by)
