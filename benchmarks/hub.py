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
    floor = asyncio.run(_bare_entries(hub.membership("nu-1", "desk"), hub.membership("nu-2", "desk")))
    with (
        _Process(root, hub.membership("banc-1", "desk")) as one,
        _Process(root, hub.membership("banc-2", "desk")) as two,
    ):
        took = [_one_entry(one, two, number) for number in range(_ENTRIES + _WARM_UP)]
    subject, base = spread(took[_WARM_UP:]), spread(floor)
    promise = f"p50 at most {MOST_TIMES} x the floor"
    kept = subject.p50 <= MOST_TIMES * base.p50
    return Figure("hub", built.size, "ms", subject, base, "a bare publish -> deliver", promise, over((promise, kept)))


def _join(root: Path, hub: Hub, built: Built, full: Station) -> Figure:
    entries = full.count()
    floor = asyncio.run(_bare_replay(hub.membership("nu-3", "desk"), entries))
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
        spread([floor]),
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


async def _bare_entries(one: Membership, two: Membership) -> list[float]:
    """Milliseconds from a publish to its delivery over two connections, with the same acknowledgements on disk."""
    sender, reader = await _connected(one), await _connected(two)
    delivered: asyncio.Queue[float] = asyncio.Queue()
    ready = asyncio.Event()

    async def received(message: Msg) -> None:
        if not message.reply:
            return  # a heartbeat of the server
        if message.data == b"{}":
            delivered.put_nowait(time.perf_counter())
        await reader.publish(message.reply, b"+ACK")
        if message.metadata.num_pending == 0:
            ready.set()

    subjects = Subjects(two.edition_id)
    await reader.subscribe(subjects.delivery(subjects.entries_stream, two.token), cb=received)
    await ready.wait()
    took: list[float] = []
    stream = sender.jetstream()
    for _ in range(_ENTRIES + _WARM_UP):
        start = time.perf_counter()
        await stream.publish_async(subjects.entry(EntryClass.DESK, one.token), b"{}")
        took.append((await delivered.get() - start) * 1000)
    await sender.close()
    await reader.close()
    return took[_WARM_UP:]


async def _bare_replay(membership: Membership, entries: int) -> float:
    """Seconds to be delivered the whole stream, content unread."""
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
    start = time.perf_counter()
    await reader.subscribe(subjects.delivery(subjects.entries_stream, membership.token), cb=received)
    await done.wait()
    took = time.perf_counter() - start
    await reader.close()
    return took


async def _connected(membership: Membership) -> Client:
    return await nats.connect(
        f"tls://{membership.servers[0]}",
        tls=pinned(membership.certificate),
        user=membership.token,
        password=membership.password,
        inbox_prefix=inbox(membership.token),
    )
