"""What the program itself does on a NATS server: streams and consumers, reading the configuration again, who is there.

Works on our own child as on a server joined by its address. Its connections stay: while strangers hold all places, no
new one would be let in, and a server that works would be taken for a silent one.
"""

import asyncio
import json
import logging
import ssl
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from nats.aio.client import Client
from nats.errors import Error as NatsError

from vi_events.errors import DeviceError
from vi_events.journal.hub.config import HUB_USER, SYSTEM_USER, Listen, Logins, consumer
from vi_events.journal.hub.config import streams as streams_of
from vi_events.journal.hub.link import hang_up
from vi_events.journal.hub.roles import HubUser
from vi_events.journal.hub.roles import streams as streams_read
from vi_events.journal.hub.subjects import Subjects
from vi_events.sentences import say

# nats-py upgrades a plain stream to TLS, and asyncio then complains at the end of each connection, of nothing.
logging.getLogger("asyncio").addFilter(lambda record: "eof_received() has no effect" not in str(record.msg))
_TIMEOUT_S = 5.0
_NOT_FOUND = 404


@dataclass(frozen=True, slots=True)
class Seen:
    """The hub at one moment: how many entries its stream holds, and the stations connected, by their tokens."""

    entries: int
    stations: frozenset[str]


class Admin:
    """The keeper of one edition's streams on one server. Methods raise DeviceError ``hub_unreachable`` when it does
    not answer and ``hub_refused`` when it says no.
    """

    def __init__(self, address: Listen, context: ssl.SSLContext, logins: Logins, subjects: Subjects) -> None:
        self._address, self._context, self._logins, self._subjects = address, context, logins, subjects
        self._clients: dict[str, Client] = {}
        self._connecting = asyncio.Lock()

    def trust(self, context: ssl.SSLContext) -> None:
        """The server shows another certificate from now on; the connections that are open stay."""
        self._context = context

    async def close(self) -> None:
        """Ends its connections; the next call opens others."""
        for user in list(self._clients):
            await self._hang_up(user)

    async def prepare(self, users: Sequence[HubUser], replicas: int = 1) -> int:
        """Makes or corrects the streams, and exactly the consumers of these users. Returns how many entries the
        stream holds.
        """
        async with self._connected(HUB_USER, self._logins.hub) as client:
            for wanted in streams_of(self._subjects, replicas):
                known = await _asked(client, f"STREAM.INFO.{wanted['name']}", missing_ok=True)
                await _asked(client, f"STREAM.{'UPDATE' if known else 'CREATE'}.{wanted['name']}", wanted)
                readers = {user.token for user in users if wanted["name"] in streams_read(user.role, self._subjects)}
                await self._serve(client, wanted["name"], readers)
            return await self._entries(client)

    async def reload(self) -> None:
        """The server reads its configuration again; users no longer in it are cut off before this returns."""
        async with self._connected(SYSTEM_USER, self._logins.system) as client:
            server = json.loads((await client.request("$SYS.REQ.SERVER.PING", b"", _TIMEOUT_S)).data)["server"]["id"]
            answer = await client.request(f"$SYS.REQ.SERVER.{server}.RELOAD", b"", _TIMEOUT_S)
            _checked(json.loads(answer.data))

    async def look(self) -> Seen:
        """The hub as it is now."""
        async with self._connected(HUB_USER, self._logins.hub) as client:
            entries = await self._entries(client)
        async with self._connected(SYSTEM_USER, self._logins.system) as client:
            question = json.dumps({"auth": True, "limit": 4096}).encode()
            subject = f"$SYS.REQ.ACCOUNT.{self._subjects.account}.CONNZ"
            found = json.loads((await client.request(subject, question, _TIMEOUT_S)).data)
        names = {str(one.get("authorized_user")) for one in found["data"]["connections"]}
        return Seen(entries, frozenset(names - {HUB_USER}))

    async def say(self, subject: str, data: bytes) -> None:
        """A plain message of the hub itself; on its way before this returns."""
        async with self._connected(HUB_USER, self._logins.hub) as client:
            await client.publish(subject, data)
            await client.flush()

    async def keep(self, name: str, data: bytes) -> None:
        """Puts a sealed document into the stage's stream."""
        async with self._connected(HUB_USER, self._logins.hub) as client:
            answer = await client.request(self._subjects.sealed(name), data, _TIMEOUT_S)
            _checked(json.loads(answer.data))

    async def purge(self, users: Sequence[HubUser], sealed: bool, replicas: int = 1) -> int:
        """Deletes the stream of entries with all that it held and makes it anew: stations see that it is another one,
        and fill it from their journals. ``sealed``: that of the sealed documents too. Returns how many entries it holds
        then.
        """
        async with self._connected(HUB_USER, self._logins.hub) as client:
            for stream in (self._subjects.entries_stream, *([self._subjects.sealed_stream] if sealed else [])):
                await _asked(client, f"STREAM.DELETE.{stream}", missing_ok=True)
        return await self.prepare(users, replicas)

    async def _entries(self, client: Client) -> int:
        return int((await _asked(client, f"STREAM.INFO.{self._subjects.entries_stream}"))["state"]["messages"])

    async def _serve(self, client: Client, stream: str, readers: set[str]) -> None:
        there = set((await _asked(client, f"CONSUMER.NAMES.{stream}"))["consumers"] or ())
        for token in sorted(there - readers):
            await _asked(client, f"CONSUMER.DELETE.{stream}.{token}")
        for token in sorted(readers):
            request = {"stream_name": stream, "config": consumer(self._subjects, stream, token)}
            await _asked(client, f"CONSUMER.CREATE.{stream}.{token}", request)

    @asynccontextmanager
    async def _connected(self, user: str, password: str) -> AsyncIterator[Client]:
        try:
            async with self._connecting:
                client = await self._client(user, password)
            yield client
        except (NatsError, OSError) as problem:
            await self._hang_up(user)
            raise DeviceError(
                "hub_unreachable",
                say("Le serveur de l’hébergement ne répond pas à l’adresse {0}.", self._address),
                "Vérifiez l’adresse et que l’hébergement est en marche\u202f; chaque poste garde ce qu’il a noté.",
            ) from problem

    async def _client(self, user: str, password: str) -> Client:
        known = self._clients.get(user)
        if known and known.is_connected:
            return known
        await self._hang_up(user)
        client = self._clients[user] = Client()
        await client.connect(
            f"tls://{self._address}",
            user=user,
            password=password,
            tls=self._context,
            connect_timeout=int(_TIMEOUT_S),
            allow_reconnect=False,
            max_reconnect_attempts=1,
            reconnect_time_wait=0,
            error_cb=_quiet,
        )
        return client

    async def _hang_up(self, user: str) -> None:
        if client := self._clients.pop(user, None):
            await hang_up(client)


async def _quiet(_problem: Exception) -> None:
    """What goes wrong is raised where it was asked for; nats-py would log it too."""


async def _asked(
    client: Client, verb: str, request: dict[str, Any] | None = None, missing_ok: bool = False
) -> dict[str, Any]:
    """The answer of JetStream's API; empty when ``missing_ok`` and there is no such thing."""
    body = json.dumps(request).encode() if request else b""
    answer: dict[str, Any] = json.loads((await client.request(f"$JS.API.{verb}", body, _TIMEOUT_S)).data)
    if missing_ok and answer.get("error", {}).get("code") == _NOT_FOUND:
        return {}
    return _checked(answer)


def _checked(answer: dict[str, Any]) -> dict[str, Any]:
    if "error" in answer:
        raise DeviceError(
            "hub_refused",
            say("Le serveur de l’hébergement a refusé ({0}).", answer["error"].get("description", "")),
            "Arrêtez puis reprenez l’hébergement.",
        )
    return answer
