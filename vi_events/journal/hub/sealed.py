"""The sealed documents among the stations of the stage: each keeps the best one, and the hub keeps it too.

What is in them is none of our business here; who owns a document says which of two is the better, the same everywhere,
so that two stations that both changed it while apart come to hold the same.
"""

import asyncio
import hashlib
from collections.abc import Sequence
from typing import Protocol

from vi_events.clock import NowMs, uuid7, wall_ms
from vi_events.journal.hub.config import MAX_PAYLOAD
from vi_events.journal.hub.link import Link, Membership, StreamMessage
from vi_events.journal.hub.subjects import Subjects

_ROOM = 4_096
"""Of a message, for what is not the document."""


class Shared(Protocol):
    """One document, by its name on the hub. Its methods may touch the disk; they are called in a thread."""

    name: str

    def mine(self) -> bytes | None:
        """What this station would have the others hold; None when it has none to give."""

    def meet(self, theirs: bytes) -> bool:
        """Takes theirs when it is the better one. False when ours is: the others should have it."""


class SealedExchange:
    """The work over one open link."""

    def __init__(self, link: Link, membership: Membership, shared: Sequence[Shared], now_ms: NowMs = wall_ms) -> None:
        self._link = link
        self._now_ms = now_ms
        self._subjects = Subjects(membership.edition_id)
        self._prefix = self._subjects.sealed("")
        self._shared = {each.name: each for each in shared}
        self._on_hub: dict[str, str] = {}
        self._came: asyncio.Queue[StreamMessage] = asyncio.Queue()
        self._changed = asyncio.Event()

    def notice(self) -> None:
        """A document may have changed here."""
        self._changed.set()

    async def run(self) -> None:
        """Exchanges until the link is lost."""
        state = await self._link.state(self._subjects.sealed_stream)
        await self._link.follow_kept(self._came.put)
        last = 0
        while last < state.last and state.last >= state.first:
            last = (await self._take()).seq
        self._changed.set()
        await asyncio.gather(self._take_all(), self._give_all())

    async def _take_all(self) -> None:
        while True:
            await self._take()

    async def _take(self) -> StreamMessage:
        message = await self._came.get()
        name = message.subject.removeprefix(self._prefix)
        shared = self._shared.get(name)
        if shared is not None and message.subject.startswith(self._prefix):
            self._on_hub[name] = _digest(message.data)
            if not await asyncio.to_thread(shared.meet, message.data):
                self._changed.set()
        await self._link.acknowledge(message)
        return message

    async def _give_all(self) -> None:
        while True:
            await self._changed.wait()
            self._changed.clear()
            for name, shared in self._shared.items():
                mine = await asyncio.to_thread(shared.mine)
                if mine is None or len(mine) > MAX_PAYLOAD - _ROOM or _digest(mine) == self._on_hub.get(name):
                    continue
                # An id of its own each time: the server would not take again what another document had replaced.
                await (await self._link.store(self._subjects.sealed(name), mine, uuid7(self._now_ms())))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
