"""How the hub bears many desks: 2 to 50 stations with ten scans a second each, until every station has every entry.

Two stations are whole: journal, commits, exchange. The others publish and follow as those do, over links of their own,
but keep no journal: fifty that each apply 500 entries a second are the work of fifty computers.
"""

import asyncio
import multiprocessing
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from benchmarks.hub import bare_replay
from benchmarks.measure import Figure, over, settle, spread
from tests.hub_stations import ZONE, Hub, Station, until
from vi_events.checkin import presence as admissions
from vi_events.clock import hlc_ms, uuid7, wall_ms
from vi_events.journal.entry import Entry
from vi_events.journal.hub import presence, wire
from vi_events.journal.hub.link import Link, Membership, StreamMessage, open_link
from vi_events.journal.hub.presence import HEARTBEAT_S, Heartbeat
from vi_events.journal.hub.roles import HubUser, Role, new_password
from vi_events.journal.hub.subjects import Subjects, entry_class
from vi_events.journal.store import Change

LAG_S = 2.0
_STATIONS = {2: 15, 10: 15, 25: 15, 50: 60}
"""For how many seconds the scans of so many stations go on."""
_WHOLE = 2
_SCANS_S = 10
_EACH_WORKER = 24
_HLC_BITS = 16
_ACKNOWLEDGED_AT = 500
_SAMPLES = 5_000
_LEAD_S = 1.0
_LINK_WAIT_S = 60
_MOST_LAG_S = 120
_SENT = "sent_s"
"""In the payload: when the scan was committed, or given to the link, on the clock that all processes share."""


@dataclass(frozen=True, slots=True)
class _Course:
    """``start_s`` is on that clock; ``total`` how many entries there are at the end."""

    start_s: float
    scans: int
    total: int


@dataclass(frozen=True, slots=True)
class _Ran:
    """What a process tells of its stations: moments in seconds, waits and ways in milliseconds."""

    sent_s: float
    complete_s: float
    waits: Sequence[float]
    ways: Sequence[float]


def run(root: Path) -> list[Figure]:
    return [_measure(root, stations, seconds) for stations, seconds in _STATIONS.items()]


def _measure(root: Path, stations: int, seconds: int) -> Figure:
    names = [f"poste-{number}" for number in range(1, stations + 1)]
    users = {name: HubUser(name, Role.DESK, new_password()) for name in [*names, "nu"]}
    with tempfile.TemporaryDirectory(prefix="many-", dir=root) as folder, Hub(Path(folder) / "hub", users) as hub:
        members = [hub.membership(name, Role.DESK) for name in names]
        light = members[_WHOLE:]
        parts = [light[start : start + _EACH_WORKER] for start in range(0, len(light), _EACH_WORKER)]
        workers = [_Worker(_whole, Path(folder), [member]) for member in members[:_WHOLE]]
        workers += [_Worker(_light, Path(folder), part) for part in parts]
        floor = _Worker(_bare, Path(folder), [hub.membership("nu", Role.DESK)])
        everybody = [*workers, floor]
        for worker in everybody:
            worker.pipe.recv()  # linked
        settle()
        scans = seconds * _SCANS_S
        course = _Course(time.perf_counter() + _LEAD_S, scans, scans * stations)
        pids = [hub.server.state.pid, *(worker.pid for worker in workers)]
        before = [_usage(pid) for pid in pids]
        for worker in everybody:
            worker.pipe.send(course)
        ran = [worker.result() for worker in workers]
        bare = floor.result()
        used = [_since(usage, _usage(pid)) for usage, pid in zip(before, pids, strict=True)]
        for worker in everybody:
            worker.end()
    last_s = max(each.sent_s for each in ran)
    details = {"entries": course.total, "last scan late s": last_s - course.start_s - (scans - 1) / _SCANS_S}
    whole = spread([way for each in ran[:_WHOLE] for way in each.ways])
    waits = spread([wait for each in ran[:_WHOLE] for wait in each.waits])
    details |= {"applied ms p50": whole.p50, "applied ms p95": whole.p95, "scan ms p50": waits.p50}
    details |= {"scan ms p95": waits.p95} | _costs(used, [1] * _WHOLE + [len(part) for part in parts])
    lag_s = max(each.complete_s for each in ran) - last_s
    promise = f"no lag {LAG_S:g} s after the last scan"
    return Figure(
        "hub-many",
        stations,
        "s",
        spread([lag_s]),
        spread([bare.complete_s - last_s]),
        "a bare connection that counts what it is sent",
        promise,
        over((promise, lag_s <= LAG_S)),
        details,
    )


def _costs(used: Sequence["_Usage | None"], stations: Sequence[int]) -> dict[str, float]:
    """CPU seconds and MB of the server, of a whole station and of a light one; nothing where the system tells none."""
    known = [each for each in used if each is not None]
    if len(known) < len(used):
        return {}
    server, *workers = known
    costs = {"server CPU s": server.cpu_s, "server MB": server.memory_mb}
    for name, part in (("whole", slice(0, _WHOLE)), ("light", slice(_WHOLE, None))):
        if number := sum(stations[part]):
            costs[f"{name} CPU s"] = sum(each.cpu_s for each in workers[part]) / number
            costs[f"{name} MB"] = sum(each.memory_mb for each in workers[part]) / number
    return costs


@dataclass(frozen=True, slots=True)
class _Usage:
    cpu_s: float
    memory_mb: float


def _usage(pid: int) -> _Usage | None:
    """What a process has used so far; None where there is no /proc."""
    try:
        times = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return None
    resident_kb = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:"))
    return _Usage((int(times[11]) + int(times[12])) / os.sysconf("SC_CLK_TCK"), resident_kb / 1024)


def _since(before: _Usage | None, now: _Usage | None) -> _Usage | None:
    return replace(now, cpu_s=now.cpu_s - before.cpu_s) if before and now else None


Work = Callable[[Path, Sequence[Membership], "Connection[Any, Any]"], None]


class _Worker:
    """A process with stations in it, which says when they are linked, is given the course, and tells how it went."""

    def __init__(self, work: Work, folder: Path, members: Sequence[Membership]) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, its_end = context.Pipe()
        self._process = context.Process(target=work, args=(folder, members, its_end), daemon=True)
        self._process.start()
        its_end.close()  # so that its death ends our waiting

    @property
    def pid(self) -> int:
        return self._process.pid or 0

    def result(self) -> _Ran:
        ran: _Ran = self.pipe.recv()
        return ran

    def end(self) -> None:
        self.pipe.send(None)
        self._process.join()


def _scan_at(course: _Course, number: int, shift: float) -> float:
    """When a station scans for the nth time; ``shift`` (0 to 1) keeps stations from scanning all at once."""
    return course.start_s + (number + shift) / _SCANS_S


# A whole station


def _whole(folder: Path, members: Sequence[Membership], pipe: "Connection[Any, Any]") -> None:
    (member,) = members
    station = Station(folder, member, direct=True)
    until("linked", station.linked, _LINK_WAIT_S)
    here, ways, complete_s = 0, list[float](), 0.0

    def note(change: Change) -> None:
        nonlocal here, complete_s
        complete_s = time.perf_counter()
        here += len(change.entries)
        if len(ways) < _SAMPLES:
            others = [entry for entry in change.entries if entry.station != member.station]
            ways.extend((complete_s - entry.payload[_SENT]) * 1000 for entry in others)

    station.core.subscribe(note)
    pipe.send(None)
    course: _Course = pipe.recv()
    waits = list[float]()
    for number in range(course.scans):
        time.sleep(max(_scan_at(course, number, 0.5) - time.perf_counter(), 0))
        start_s = time.perf_counter()
        fact = admissions.admitted(f"{member.token}-{number}", ZONE, "once")
        station.record(replace(fact, payload={**fact.payload, _SENT: start_s}))
        waits.append((time.perf_counter() - start_s) * 1000)
    sent_s = time.perf_counter()
    until("every entry is here", lambda: here >= course.total, _MOST_LAG_S)
    pipe.send(_Ran(sent_s, complete_s, waits, ways))
    pipe.recv()
    station.end()


# Light stations, many in one process


def _light(_: Path, members: Sequence[Membership], pipe: "Connection[Any, Any]") -> None:
    asyncio.run(_run_light(members, pipe))


async def _run_light(members: Sequence[Membership], pipe: "Connection[Any, Any]") -> None:
    stations = [await _Light.opened(member) for member in members]
    pipe.send(None)
    course: _Course = await asyncio.to_thread(pipe.recv)
    work = [each.run(course, number / len(stations)) for number, each in enumerate(stations)]
    async with asyncio.timeout(course.start_s - time.perf_counter() + course.scans / _SCANS_S + _MOST_LAG_S):
        sent_s = await asyncio.gather(*work)
    pipe.send(_Ran(max(sent_s), max(each.complete_s for each in stations), (), ()))
    await asyncio.to_thread(pipe.recv)
    for each in stations:
        await each.close()


class _Light:
    """What a station does on the hub, without a journal: heartbeats, entries of its own, reading everybody's."""

    def __init__(self, link: Link, member: Membership) -> None:
        self._link, self._me = link, member
        self._subjects = Subjects(member.edition_id)
        self._total, self._here = 0, 0
        self._complete = asyncio.Event()
        self.complete_s = 0.0
        self._speaking = asyncio.create_task(self._speak())

    @classmethod
    async def opened(cls, member: Membership) -> "_Light":
        light = cls(await open_link(member), member)
        await light._link.hear(light._subjects.presence("*"), lambda _, data: presence.decode(data))
        await light._link.follow(light._subjects.entries_stream, 0, light._on_message)
        return light

    async def run(self, course: _Course, shift: float) -> float:
        """Scans until the end of the course and waits for what the others scanned; when its last scan was."""
        self._total = course.total
        acknowledged = []
        sent_s = 0.0
        for number in range(course.scans):
            await asyncio.sleep(_scan_at(course, number, shift) - time.perf_counter())
            sent_s = time.perf_counter()
            acknowledged.append(await self._send(number, sent_s))
        await asyncio.gather(*acknowledged)
        await self._complete.wait()
        return sent_s

    async def _send(self, number: int, now_s: float) -> "asyncio.Future[Any]":
        fact = admissions.admitted(f"{self._me.token}-{number}", ZONE, "once")
        hlc = (wall_ms() << _HLC_BITS) + number
        entry = Entry(
            uuid7(hlc_ms(hlc)),
            self._me.station,
            number + 1,
            hlc,
            "live",
            "",
            fact.kind,
            fact.version,
            fact.subject,
            {**fact.payload, _SENT: now_s},
            None,
        )
        data = wire.encode(entry)
        assert isinstance(data, bytes)
        subject = self._subjects.entry(entry_class(entry.subject), self._me.token)
        return await self._link.store(subject, data, entry.id)

    async def _on_message(self, message: StreamMessage) -> None:
        if isinstance(wire.decode(message.data), wire.Refused):
            raise AssertionError("an entry that is none")
        self._here += 1
        if message.left == 0 or self._here % _ACKNOWLEDGED_AT == 0:
            await self._link.acknowledge(message)
        if self._here == self._total:
            self.complete_s = time.perf_counter()
            self._complete.set()

    async def _speak(self) -> None:
        me = self._me
        while True:
            said = Heartbeat(me.station, me.role, me.token, "", wall_ms(), self._here, 0)
            await self._link.say(self._subjects.presence(me.token), presence.encode(said))
            await asyncio.sleep(HEARTBEAT_S)

    async def close(self) -> None:
        self._speaking.cancel()
        await self._link.close()


# The floor


def _bare(_: Path, members: Sequence[Membership], pipe: "Connection[Any, Any]") -> None:
    asyncio.run(_run_bare(members[0], pipe))


async def _run_bare(member: Membership, pipe: "Connection[Any, Any]") -> None:
    pipe.send(None)
    course: _Course = await asyncio.to_thread(pipe.recv)
    _, ended_s = await bare_replay(member, course.total)
    pipe.send(_Ran(0.0, ended_s, (), ()))
    await asyncio.to_thread(pipe.recv)
