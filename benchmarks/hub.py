"""Entry at one station -> applied at another, beside a bare publish -> deliver; a late joiner, beside a bare replay."""

import asyncio
import multiprocessing
import shutil
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path

import nats
from nats.aio.client import Client
from nats.aio.msg import Msg

from benchmarks.editions import AUTHOR, Built
from benchmarks.measure import Figure, over, settle, spread
from tests.hub_stations import Hub, Station, until
from vi_events import paths
from vi_events.journal.hub.certificate import pinned
from vi_events.journal.hub.link import Membership
from vi_events.journal.hub.subjects import EntryClass, Subjects, inbox

MOST_TIMES = 3.0
JOIN_S = 10.0
_ENTRIES = 300
_WARM_UP = 20
_UPLOAD_WAIT_S = 900


def run(built: Built) -> list[Figure]:
    with (
        tempfile.TemporaryDirectory(prefix="hub-", dir=built.folder.parent) as folder,
        Hub(Path(folder) / "hub") as hub,
    ):
        root = Path(folder)
        full = _filled(root, hub, built)
        joined = _join(root, hub, built, full)
        full.end()
        return [_entry(root, hub, built), joined]


def _filled(root: Path, hub: Hub, built: Built) -> Station:
    """A station that has sent the whole edition to the hub."""
    (root / AUTHOR.station).mkdir()
    shutil.copy(built.folder / paths.DATABASE, root / AUTHOR.station)
    station = Station(root, hub.membership(AUTHOR.station, "stage"), direct=True)
    until("sent", lambda: station.linked() and not station.client.view.pending, _UPLOAD_WAIT_S)
    return station


def _entry(root: Path, hub: Hub, built: Built) -> Figure:
    took, floor = list[float](), list[float]()
    with (
        _Process(root, hub.membership("banc-1", "desk")) as one,
        _Process(root, hub.membership("banc-2", "desk")) as two,
        # A server of its own: the stations would read what it is sent. They alternate, for the machine is never quiet.
        Hub(root / "bare") as other,
        asyncio.Runner() as loop,
    ):
        bare = loop.run(_Bare.opened(other.membership("nu-1", "desk"), other.membership("nu-2", "desk")))
        for number in range(_ENTRIES + _WARM_UP):
            floor.append(loop.run(bare.one_entry()))
            took.append(_one_entry(one, two, number))
        loop.run(bare.close())
    subject, base = spread(took[_WARM_UP:]), spread(floor[_WARM_UP:])
    promise = f"p50 at most {MOST_TIMES} x the floor"
    kept = subject.p50 <= MOST_TIMES * base.p50
    return Figure("hub", built.size, "ms", subject, base, "a bare publish -> deliver", promise, over((promise, kept)))


def _join(root: Path, hub: Hub, built: Built, full: Station) -> Figure:
    entries = full.count()
    began_s, ended_s = asyncio.run(bare_replay(hub.membership("nu-3", "desk"), entries))
    membership = hub.membership("banc-3", "desk")
    settle()
    start = time.perf_counter()
    late = Station(root, membership, direct=True)
    until("joined", late.linked, _UPLOAD_WAIT_S)
    took = time.perf_counter() - start
    if late.count() != entries:
        raise AssertionError(f"{late.count()} entries came, not {entries}")
    late.end()
    promise = f"{JOIN_S:g} s"
    return Figure(
        "hub-join",
        built.size,
        "s",
        spread([took]),
        spread([ended_s - began_s]),
        "a bare replay of the stream",
        promise,
        over((promise, took <= JOIN_S)),
        {"entries": entries, "µs an entry": took / entries * 1_000_000},
    )


def _one_entry(one: "_Process", two: "_Process", number: int) -> float:
    """Milliseconds from the commit at one station to the commit at the other: the clock is the same for both."""
    one.pipe.send(f"hub-{number}")
    recorded: float = one.pipe.recv()
    applied: float = two.pipe.recv()
    return (applied - recorded) * 1000


class _Process:
    """A station in a process of its own, as on a machine of its own. It is told whom to admit, and tells when it
    committed an entry, its own or the other's.
    """

    def __init__(self, root: Path, membership: Membership) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, its_end = context.Pipe()
        self._process = context.Process(target=_work, args=(root, membership, its_end), daemon=True)

    def __enter__(self) -> "_Process":
        self._process.start()
        self.pipe.recv()  # linked
        return self

    def __exit__(self, *_: object) -> None:
        self.pipe.send("")
        self._process.join()


def _work(root: Path, membership: Membership, pipe: "Connection[float, str]") -> None:
    station = Station(root, membership, direct=True)
    until("linked", station.linked, _UPLOAD_WAIT_S)
    settle()
    pipe.send(0.0)
    station.core.subscribe(lambda change: pipe.send(time.perf_counter()) if change.entries else None)
    while attendee_id := pipe.recv():
        station.admit(attendee_id)
    station.end()


class _Bare:
    """Two connections in one loop, one that publishes and one that is delivered to, with the same acknowledgements on
    disk.
    """

    def __init__(self, sender: Client, reader: Client) -> None:
        self._sender, self._reader = sender, reader
        self._delivered: asyncio.Queue[float] = asyncio.Queue()
        self._stream = sender.jetstream()
        self._subject = ""

    @classmethod
    async def opened(cls, one: Membership, two: Membership) -> "_Bare":
        bare = cls(await _connected(one), await _connected(two))
        subjects = Subjects(two.edition_id)
        bare._subject = subjects.entry(EntryClass.DESK, one.token)
        await bare._reader.subscribe(subjects.delivery(subjects.entries_stream, two.token), cb=bare._received)
        return bare

    async def _received(self, message: Msg) -> None:
        if message.reply:  # else a heartbeat of the server
            self._delivered.put_nowait(time.perf_counter())
            await self._reader.publish(message.reply, b"+ACK")

    async def one_entry(self) -> float:
        """Milliseconds from a publish to its delivery."""
        start = time.perf_counter()
        stored = await self._stream.publish_async(self._subject, b"{}")
        delivered = await self._delivered.get()
        await stored  # so that nothing of it is left to the next
        return (delivered - start) * 1000

    async def close(self) -> None:
        await self._sender.close()
        await self._reader.close()


async def bare_replay(membership: Membership, entries: int) -> tuple[float, float]:
    """When it asked for the stream, and when it had been delivered so many messages, content unread; in seconds."""
    reader = await _connected(membership)
    done = asyncio.Event()
    count = 0

    async def received(message: Msg) -> None:
        nonlocal count
        if not message.reply:
            return  # a heartbeat of the server
        count += 1
        if count % 500 == 0:
            await reader.publish(message.reply, b"+ACK")
        if count == entries:
            done.set()

    subjects = Subjects(membership.edition_id)
    began_s = time.perf_counter()
    await reader.subscribe(subjects.delivery(subjects.entries_stream, membership.token), cb=received)
    await done.wait()
    ended_s = time.perf_counter()
    await reader.close()
    return began_s, ended_s


async def _connected(membership: Membership) -> Client:
    return await nats.connect(
        f"tls://{membership.servers[0]}",
        tls=pinned(membership.certificate),
        user=membership.token,
        password=membership.password,
        inbox_prefix=inbox(membership.token),
    )
