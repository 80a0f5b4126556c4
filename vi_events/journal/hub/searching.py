"""Looking for a host that is no longer where it was, now and then, in a thread that nobody waits for at the end."""

import asyncio
import logging
import threading
from collections.abc import Callable
from contextlib import suppress

_log = logging.getLogger(__name__)
_EVERY_S = 10.0

Search = Callable[[], tuple[str, ...]]
"""Gives addresses of the host's server; may take seconds."""


class HostSearch:
    """Used in one event loop."""

    def __init__(self, search: Search | None) -> None:
        self._search = search
        self._last_s = 0.0

    async def found(self) -> tuple[str, ...]:
        """The addresses found; none as long as it was looked for lately."""
        loop = asyncio.get_running_loop()
        if self._search is None or loop.time() - self._last_s < _EVERY_S:
            return ()
        self._last_s = loop.time()
        return await _apart(loop, self._search)


async def _apart(loop: asyncio.AbstractEventLoop, search: Search) -> tuple[str, ...]:
    found: asyncio.Future[tuple[str, ...]] = loop.create_future()

    def look() -> None:
        answer: tuple[str, ...] = ()
        try:
            answer = search()
        except Exception:  # noqa: BLE001 (it is looked for again)
            _log.exception("looking for the host")
        with suppress(RuntimeError):  # closed
            loop.call_soon_threadsafe(_answer, found, answer)

    threading.Thread(target=look, name="hub search", daemon=True).start()
    return await found


def _answer(found: "asyncio.Future[tuple[str, ...]]", answer: tuple[str, ...]) -> None:
    if not found.done():  # else the link was closed meanwhile
        found.set_result(answer)
