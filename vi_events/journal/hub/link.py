"""One connection to the hub, from its opening to its end: the only place where stations speak NATS.

A link that breaks is not mended: the client opens another. Every way of losing it (server killed, cable pulled, stream
deleted) is then the same one, and what follows the opening is always done.
"""

import asyncio
import json
import logging
import ssl
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from nats import errors
from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.js import api
from nats.js.errors import APIError

from vi_events.errors import DeviceError
from vi_events.journal.hub.certificate import pinned
from vi_events.journal.hub.roles import Role
from vi_events.journal.hub.subjects import Subjects, inbox, station_token

# Every TLS connection that ends says so: it means nothing to anybody.
logging.getLogger("asyncio").addFilter(lambda record: "eof_received() has no effect" not in record.getMessage())

ACK_TIMEOUT_S = 5.0
_CONNECT_TIMEOUT_S = 4
_HANG_UP_S = 2.0
_PING_S = 2
_UNANSWERED_PINGS = 2
"""A cable pulled is noticed after about six seconds: nothing else tells."""
_ACK_PARTS = 9


@dataclass(frozen=True, slots=True)
class Membership:
    """What a station needs to take part: made when it joins, kept in a file that only its owner reads.

    ``servers`` are ``host:port``; ``certificate`` is the edition's, in PEM: no other is accepted.
    """

    edition_id: str
    servers: tuple[str, ...]
    station: str
    role: Role
    password: str = field(repr=False)
    certificate: str = field(repr=False)
    hosts: bool = False

    @property
    def token(self) -> str:
        """Its name on the hub."""
        return station_token(self.station)


@dataclass(frozen=True, slots=True)
class StreamState:
    """``incarnation`` is another whenever messages went away: stream made anew, purged, or some deleted."""

    incarnation: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class StreamMessage:
    """One message of the stream; ``seq`` is its place there, ``id`` what it was published under."""

    subject: str
    seq: int
    id: str
    data: bytes
    left: int
    """How many more the stream held when this one was sent."""
    receipt: str


@dataclass(frozen=True, slots=True)
class Stored:
    """The stream has it, at ``seq``; or had it already under the same id, there."""

    seq: int
    duplicate: bool


Follower = Callable[[StreamMessage], Awaitable[None]]
Hearer = Callable[[str, bytes], None]


class LinkRefusedError(DeviceError):
    """The hub does not know these credentials, or knows them no more."""


class LinkLostError(DeviceError):
    """Nobody answers, or no longer."""


class Link:
    """An open connection. Made by ``open_link``, used in one event loop."""

    def __init__(self, client: Client, membership: Membership, over: "asyncio.Future[DeviceError]") -> None:
        self._client = client
        self._membership = membership
        self._subjects = Subjects(membership.edition_id)
        self._js = client.jetstream(timeout=ACK_TIMEOUT_S)
        self._receipts = f"{client.new_inbox()}.stored"
        self._number = 0
        self._unanswered: dict[str, tuple[asyncio.Future[Stored], asyncio.TimerHandle]] = {}
        self.over = over
        """Done once the link is lost, with the reason."""

    async def state(self, stream: str) -> StreamState:
        """What there is in a stream. LinkLostError when there is no such stream, or no answer."""
        with _translated():
            info = await self._js.stream_info(stream)
        state = info.state
        first = max(state.first_seq, 1)  # 0 as long as nothing was ever stored
        return StreamState(f"{info.created}/{first}/{state.num_deleted or 0}", first, state.last_seq)

    async def follow(self, stream: str, start: int, follower: Follower) -> None:
        """Every message from ``start`` on, in order, now and later. The server sends only so many before the earlier
        ones are acknowledged.
        """
        token = self._membership.token
        expected = last = 0

        async def received(message: Msg) -> None:
            nonlocal expected, last
            place = _place(message, stream)
            if place is None:
                return
            seq, delivery, left = place
            if delivery == 1:
                expected = 1  # the server begins where it was asked to
            if delivery != expected:
                if expected:
                    self.lose(LinkLostError("hub_gap", "Des messages de l’hôte se sont perdus en route."))
                return  # on its way since before it was asked
            expected += 1
            if seq < start or seq <= last:
                return
            last = seq
            id_ = (message.headers or {}).get(api.Header.MSG_ID, "")
            await follower(StreamMessage(message.subject, seq, id_, message.data, left, message.reply))

        with _translated():
            await self._client.subscribe(self._subjects.delivery(stream, token), cb=received)
            asked = json.dumps({"seq": max(start, 1)}).encode()
            answer = await self._client.request(f"$JS.API.CONSUMER.RESET.{stream}.{token}", asked, ACK_TIMEOUT_S)
            if error := json.loads(answer.data).get("error"):
                raise APIError.from_error(error)

    async def acknowledge(self, message: StreamMessage) -> None:
        """Says that this message and all before it were taken in: the server may send more."""
        with _translated():
            await self._client.publish(message.receipt, b"+ACK")

    async def follow_kept(self, follower: Follower) -> None:
        """The sealed documents as they stand, then each that replaces one. Only for who may read them."""
        await self.follow(self._subjects.sealed_stream, 1, follower)

    async def hear(self, subject: str, hearer: Hearer) -> None:
        """``hearer`` gets the subject and the content of each plain message."""

        async def received(message: Msg) -> None:
            hearer(message.subject, message.data)

        with _translated():
            await self._client.subscribe(subject, cb=received)

    async def say(self, subject: str, data: bytes) -> None:
        """Sends a plain message; who is not there misses it."""
        with _translated():
            await self._client.publish(subject, data)

    async def store(self, subject: str, data: bytes, id_: str) -> "asyncio.Future[Stored]":
        """Sends a message to the stream of its subject, in order of the calls; the future tells when it is on the
        server's disk. It fails with LinkLostError when no answer comes.
        """
        loop = asyncio.get_running_loop()
        self._number += 1
        number = str(self._number)
        future: asyncio.Future[Stored] = loop.create_future()
        self._unanswered[number] = future, loop.call_later(ACK_TIMEOUT_S, self._give_up, number)
        with _translated():
            await self._client.publish(subject, data, f"{self._receipts}.{number}", {api.Header.MSG_ID: id_})
        return future

    async def _await_receipts(self) -> None:
        async def received(message: Msg) -> None:
            number = message.subject.rpartition(".")[2]
            if number not in self._unanswered:
                return
            future, timer = self._unanswered.pop(number)
            timer.cancel()
            try:
                answer = json.loads(message.data)
                future.set_result(Stored(int(answer["seq"]), bool(answer.get("duplicate"))))
            except (ValueError, TypeError, KeyError):
                future.set_exception(LinkLostError("hub_not_stored", "L’hôte n’a pas pu garder une entrée."))

        with _translated():
            await self._client.subscribe(f"{self._receipts}.*", cb=received)

    def _give_up(self, number: str) -> None:
        future, _ = self._unanswered.pop(number)
        future.set_exception(LinkLostError("hub_no_answer", "L’hôte n’a pas répondu."))

    async def close(self) -> None:
        for future, timer in self._unanswered.values():
            timer.cancel()
            future.cancel()
        await hang_up(self._client)

    def lose(self, reason: DeviceError) -> None:
        """Ends the link for a reason of ours."""
        if not self.over.done():
            self.over.set_result(reason)


async def open_link(membership: Membership) -> Link:
    """Connects to the first server that answers and lets this station in. Raises LinkRefusedError or LinkLostError."""
    problems: list[DeviceError] = []
    for server in membership.servers:
        try:
            return await _connect(server, membership)
        except DeviceError as problem:
            problems.append(problem)
    raise next((problem for problem in problems if isinstance(problem, LinkRefusedError)), problems[-1])


async def _connect(server: str, membership: Membership) -> Link:
    over: asyncio.Future[DeviceError] = asyncio.get_running_loop().create_future()
    client = Client()

    async def closed() -> None:
        if not over.done():
            over.set_result(_reason(client.last_error))

    async def told(_: Exception) -> None:
        """Errors also arrive where they are waited for; here nats-py would log them, credentials included."""

    try:
        with _translated():
            await client.connect(
                servers=f"tls://{server}",
                tls=pinned(membership.certificate),
                user=membership.token,
                password=membership.password,
                inbox_prefix=inbox(membership.token),
                allow_reconnect=False,
                max_reconnect_attempts=1,
                reconnect_time_wait=0,
                connect_timeout=_CONNECT_TIMEOUT_S,
                ping_interval=_PING_S,
                max_outstanding_pings=_UNANSWERED_PINGS,
                closed_cb=closed,
                error_cb=told,
            )
    except BaseException:
        await hang_up(client)
        raise
    link = Link(client, membership, over)
    await link._await_receipts()
    return link


async def hang_up(client: Client) -> None:
    """Ends a connection, also one that failed half-way: nats-py leaves it open, and would wait for ever for the end of
    one whose encryption was not agreed on.
    """
    try:
        with suppress(errors.Error, OSError, asyncio.TimeoutError):
            await asyncio.wait_for(client.close(), _HANG_UP_S)
    finally:
        # Where nobody answers, asyncio would keep the socket half a minute for a farewell.
        if writer := getattr(client._transport, "_io_writer", None):
            with suppress(AttributeError):  # encryption that has ended already, in Python 3.11 before 3.11.5
                writer.transport.abort()


def _place(message: Msg, stream: str) -> tuple[int, int, int] | None:
    """Where a delivered message stands in the stream, and among those delivered since the last beginning; and how many
    are left. None when it is no message of the stream (a heartbeat, or what somebody made arrive here).
    """
    # $JS.ACK.[domain.account.]stream.consumer.deliveries.place in the stream.delivery.time.left[.more]; nats-py makes
    # a date of it, which costs half of what a joining station does with a message.
    said = message.reply.split(".")
    about = said[4:] if len(said) > _ACK_PARTS else said[2:]
    if said[:2] != ["$JS", "ACK"] or about[:1] != [stream]:
        return None
    try:
        return int(about[3]), int(about[4]), int(about[6])
    except (ValueError, IndexError):
        return None


class _translated:  # noqa: N801 (used as a function)
    """Turns what NATS and the network raise into LinkRefusedError and LinkLostError."""

    def __enter__(self) -> None: ...

    def __exit__(self, _kind: object, problem: BaseException | None, _trace: object) -> None:
        if isinstance(problem, errors.Error | APIError | OSError | asyncio.TimeoutError | json.JSONDecodeError):
            raise _reason(problem) from problem


def _reason(problem: Any) -> DeviceError:
    said = str(problem).lower()
    if isinstance(problem, errors.AuthorizationError) or "authorization" in said or "authentication" in said:
        return LinkRefusedError(
            "hub_refused",
            "L’hôte refuse ce poste\u202f: son accès a été retiré, ou n’a jamais existé.",
            "Demandez un nouveau lien au poste qui héberge.",
        )
    # Another failure of TLS is no stranger: a host that has no place left says so in clear, where TLS should begin.
    if isinstance(problem, ssl.SSLCertVerificationError):
        return LinkRefusedError(
            "hub_stranger",
            "L’hôte a changé de certificat pendant que ce poste était absent, ou une autre machine répond à sa place.",
            "Demandez un nouveau lien au poste qui héberge.",
        )
    return LinkLostError("hub_away", "L’hôte ne répond pas.", "Les passages sont gardés ici et partiront tout seuls.")
