"""How a station's link stands: the view that its windows show, told to listeners whenever it changes."""

import asyncio
import logging
from asyncio import wrap_future
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from vi_events.clock import NowMs, hlc_ms
from vi_events.journal.core import Core, Priority
from vi_events.journal.hub.known import Knowledge
from vi_events.journal.hub.presence import remarks
from vi_events.journal.hub.roles import Role
from vi_events.journal.hub.views import AWAY, CONNECTED, CONNECTING, NEWER, REFUSED, HubView, lamp_text
from vi_events.sentences import say

_log = logging.getLogger(__name__)
_LOOK_S = 0.5
_STAGE_HEARD_MS = 5_000
_BROKEN = say(
    "La liaison avec les autres postes s’est arrêtée sur une erreur\u202f: fermez VI Events et "
    "relancez-le. Ce poste garde ce qu’il note."
)


class Standing:
    """The state of the link of one station. In the hub's thread, but for ``listen`` and ``view``."""

    def __init__(self, core: Core, station: str, now_ms: NowMs) -> None:
        self.view = HubView()
        self.state = CONNECTING
        self._core, self._station, self._now_ms = core, station, now_ms
        self._listeners: list[Callable[[HubView], None]] = []
        self._problem, self._lost_ms = "", 0
        self._oldest = (0, 0)
        """Number and time of the oldest entry not on the hub: read once for each."""
        self._changed = asyncio.Event()

    def listen(self, listener: Callable[[HubView], None]) -> None:
        """``listener`` is told of every change of the view, in the hub's thread."""
        self._listeners.append(listener)

    def become(self, state: str, problem: str = "") -> None:
        """``problem`` is what a refusal says."""
        if state == AWAY and self.state in (CONNECTED, NEWER):
            self._lost_ms = self._now_ms()
        self.state, self._problem = state, problem
        self._changed.set()

    def break_down(self) -> None:
        """The link ended by a mistake: nobody may believe that it goes on."""
        self.state = REFUSED
        self.view = replace(self.view, state=REFUSED, text=_BROKEN)
        self._tell()

    def pending(self, known: Knowledge) -> int:
        """How many entries of this station the hub does not have."""
        return max(known.journal.count(self._station) - known.index.entries.count(self._station), 0)

    async def keep_telling(self, known: Knowledge) -> None:
        """Looks again at every change of state, and twice a second, for as long as it is awaited."""
        while True:
            view = await self._look(known)
            if view != self.view:
                self.view = view
                self._tell()
            self._changed.clear()
            with suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._changed.wait(), _LOOK_S)

    def _tell(self) -> None:
        for listener in self._listeners:
            try:
                listener(self.view)
            except Exception:  # noqa: BLE001 (a view's mistake must not cut the link)
                _log.exception("a listener failed")

    async def _look(self, known: Knowledge) -> HubView:
        if known.newer and self.state == CONNECTED:
            self.state = NEWER
        pending = self.pending(known)
        since_ms = await self._oldest_pending_ms(known) if pending else 0
        stations = known.presence.stations()
        text = lamp_text(self.state, pending, since_ms, self._lost_ms, self._problem)
        said = (*remarks(stations, self._now_ms()), *known.remarks())
        heard = known.presence.role_is_here(Role.STAGE, self._now_ms(), _STAGE_HEARD_MS)
        return HubView(self.state, text, pending, since_ms, stations, said, heard)

    async def _oldest_pending_ms(self, known: Knowledge) -> int:
        own = self._station
        lacking = known.index.entries.lacking(own, known.journal, 1)
        if lacking and lacking[0] != self._oldest[0]:
            entry = known.recent.get(lacking[0])
            if entry is None:
                job = self._core.submit(lambda store: store.entries_after(own, lacking[0] - 1, 1), Priority.VIEW)
                entry = (await wrap_future(job))[0]
            self._oldest = lacking[0], hlc_ms(entry.hlc)
        return self._oldest[1]
