"""A station's credentials in the hands of somebody who speaks NATS without our program."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from typing import Any

import nats
from nats.aio.client import Client
from nats.aio.msg import Msg

from vi_events.journal.hub.certificate import pinned
from vi_events.journal.hub.link import Membership
from vi_events.journal.hub.subjects import inbox

_PATIENCE_S = 20.0


class RawStation:
    """Notes what it hears and what it is refused."""

    def __init__(self, client: Client, refusals: list[str]) -> None:
        self.client, self._refusals = client, refusals
        self.heard: list[Msg] = []

    async def hear(self, *subjects: str) -> None:
        async def noted(message: Msg) -> None:
            self.heard.append(message)

        for subject in subjects:
            await self.client.subscribe(subject, cb=noted)
        await self.client.flush()

    async def say(self, subject: str, data: bytes = b"{}") -> None:
        await self.client.publish(subject, data)
        await self.client.flush()

    async def ask(self, verb: str, **question: Any) -> dict[str, Any]:
        answer = await self.client.request(f"$JS.API.{verb}", json.dumps(question).encode(), _PATIENCE_S)
        found: dict[str, Any] = json.loads(answer.data)
        return found

    async def is_refused(self, say: Iterable[str] = (), hear: Iterable[str] = ()) -> None:
        """Tries all of them; returns once the server has refused each by its name."""
        say, hear = tuple(say), tuple(hear)
        await self.hear(*hear)
        for subject in say:
            await self.say(subject)
        awaited = [f'publish to "{each}"' for each in say] + [f'subscription to "{each}"' for each in hear]
        loop = asyncio.get_running_loop()
        end = loop.time() + _PATIENCE_S
        while missing := [each for each in awaited if not any(each.lower() in said for said in self._refusals)]:
            assert loop.time() < end, missing
            await asyncio.sleep(0.01)


@asynccontextmanager
async def raw_station(membership: Membership) -> AsyncIterator[RawStation]:
    refusals: list[str] = []

    async def noted(problem: Exception) -> None:
        refusals.append(str(problem).lower())

    client = await nats.connect(
        f"tls://{membership.servers[0]}",
        tls=pinned(membership.certificate),
        user=membership.token,
        password=membership.password,
        inbox_prefix=inbox(membership.token),
        allow_reconnect=False,
        max_reconnect_attempts=1,
        reconnect_time_wait=0,
        error_cb=noted,
    )
    try:
        yield RawStation(client, refusals)
    finally:
        with suppress(Exception):
            await client.close()
