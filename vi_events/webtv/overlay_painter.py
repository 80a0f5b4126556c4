"""Draws what is on air as one picture, in a thread of its own, only when somebody needs it: only the latest counts."""

import logging
import threading
from collections.abc import Callable

from PIL import Image

from vi_events.webtv.overlays import OnAir

Render = Callable[[OnAir], Image.Image]
_log = logging.getLogger(__name__)


class OverlayPainter:
    """``painted(air, picture)`` is told in the painter's thread."""

    def __init__(self, render: Render, painted: Callable[[OnAir, Image.Image], None]) -> None:
        self._render, self._painted = render, painted
        self._woken = threading.Condition()
        self._next: OnAir | None = None
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="overlay painter", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        with self._woken:
            self._closed = True
            self._woken.notify()
        if self._thread.is_alive():
            self._thread.join(2)

    def paint(self, air: OnAir) -> None:
        """Soon; what was asked for before and not begun is dropped."""
        with self._woken:
            self._next = air
            self._woken.notify()

    def _run(self) -> None:
        while True:
            with self._woken:
                while self._next is None and not self._closed:
                    self._woken.wait()
                air, self._next = self._next, None
            if self._closed or air is None:
                return
            try:
                self._painted(air, self._render(air))
            except Exception:  # noqa: BLE001 (a picture less; the next one may do better)
                _log.exception("the overlays could not be drawn")
