"""How the hub bears many desks: 2 to 50 stations with ten scans a second each, until every station has every entry.

Two stations are whole: journal, commits, exchange. The others are ``LightStation``: fifty that each apply 500 entries a
second are the work of fifty computers.
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
from benchmarks.light_station import SENT, LightStation
from benchmarks.measure import Figure, over, settle, spread, timed
from tests.hub_stations import ZONE, Hub, Station, until
from vi_events.checkin import presence as admissions
from vi_events.journal.hub.link import Membership
from vi_events.journal.hub.roles import HubUser, Role, new_password
from vi_events.journal.store import Change

LAG_S = 2.0
_STATIONS = {2: 15, 10: 15, 25: 15, 50: 60}
"""For how many seconds the scans of so many stations go on."""
_WHOLE = 2
_SCANS_S = 10
_EACH_WORKER = 24
_LEAD_S = 1.0
_LINK_WAIT_S = 60
_MOST_LAG_S = 120


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
        workers += [_Worker(_bare, Path(folder), [hub.membership("nu", Role.DESK)])]
        for worker in workers:
            worker.pipe.recv()  # linked
        settle()
        pids = [hub.server.state.pid, *(worker.pid for worker in workers[:-1])]
        before = [_usage(pid) for pid in pids]
        scans = seconds * _SCANS_S
        course = _Course(time.perf_counter() + _LEAD_S, scans, scans * stations)
        for worker in workers:
            worker.pipe.send(course)
        details = {"fsync ms p50": _sync_ms(Path(folder), course)}
        *ran, bare = [worker.result() for worker in workers]
        used = [_since(usage, _usage(pid)) for usage, pid in zip(before, pids, strict=True)]
        for worker in workers:
            worker.end()
    details |= _waits(course, ran) | _costs(used, [1] * _WHOLE + [len(part) for part in parts])
    return _figure(stations, ran, bare, details)


def _figure(stations: int, ran: Sequence[_Ran], bare: _Ran, details: dict[str, float]) -> Figure:
    last_s = max(each.sent_s for each in ran)
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


def _waits(course: _Course, ran: Sequence[_Ran]) -> dict[str, float]:
    """What the whole stations saw; and by how much the last scan missed its moment, which tells of a machine that is
    not up to the simulation.
    """
    ways = spread([way for each in ran[:_WHOLE] for way in each.ways])
    waits = spread([wait for each in ran[:_WHOLE] for wait in each.waits])
    last_s = max(each.sent_s for each in ran)
    said: dict[str, float] = {"entries": course.total}
    said["last scan late s"] = last_s - _scan_at(course, course.scans - 1, 1.0)
    said["whole lag s"] = max(each.complete_s for each in ran[:_WHOLE]) - last_s
    said |= {"applied ms p50": ways.p50, "applied ms p95": ways.p95}
    return said | {"scan ms p50": waits.p50, "scan ms p95": waits.p95}


def _sync_ms(folder: Path, course: _Course) -> float:
    """What the disk takes meanwhile to keep a line, in milliseconds: the server does so for each entry, one after the
    other.
    """
    took = []
    with (folder / "lines").open("wb", buffering=0) as file:
        for number in range(course.scans):
            time.sleep(max(_scan_at(course, number, 0) - time.perf_counter(), 0))
            file.write(b"-" * 400)
            took.append(timed(lambda: os.fsync(file.fileno()))[0])
    return spread(took).p50


def _costs(used: Sequence["_Usage | None"], stations: Sequence[int]) -> dict[str, float]:
    """CPU seconds of the server, of a whole station and of a light one, and MB of the first two; nothing where the
    system tells none.
    """
    known = [each for each in used if each is not None]
    if len(known) < len(used):
        return {}
    server, *workers = known
    memory = max(each.memory_mb for each in workers[:_WHOLE])
    costs = {"server CPU s": server.cpu_s, "server MB": server.memory_mb, "whole MB": memory}
    for name, part in (("whole", slice(0, _WHOLE)), ("light", slice(_WHOLE, None))):
        if number := sum(stations[part]):
            costs[f"{name} CPU s"] = sum(each.cpu_s for each in workers[part]) / number
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
        others = [entry for entry in change.entries if entry.station != member.station]
        ways.extend((complete_s - entry.payload[SENT]) * 1000 for entry in others)

    station.core.subscribe(note)
    pipe.send(None)
    course: _Course = pipe.recv()
    waits = list[float]()
    for number in range(course.scans):
        time.sleep(max(_scan_at(course, number, 0.5) - time.perf_counter(), 0))
        start_s = time.perf_counter()
        fact = admissions.admitted(f"{member.token}-{number}", ZONE, "once")
        station.record(fact._replace(payload={**fact.payload, SENT: start_s}))
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
    stations = [await LightStation.opened(member) for member in members]
    pipe.send(None)
    course: _Course = await asyncio.to_thread(pipe.recv)
    work = [_scan(each, course, number / len(stations)) for number, each in enumerate(stations)]
    async with asyncio.timeout(course.start_s - time.perf_counter() + course.scans / _SCANS_S + _MOST_LAG_S):
        sent_s = await asyncio.gather(*work)
    pipe.send(_Ran(max(sent_s), max(each.complete_s for each in stations), (), ()))
    await asyncio.to_thread(pipe.recv)
    for each in stations:
        await each.close()


async def _scan(station: LightStation, course: _Course, shift: float) -> float:
    """Goes through the course; when the last scan was."""
    sent_s = 0.0
    for number in range(course.scans):
        await asyncio.sleep(_scan_at(course, number, shift) - time.perf_counter())
        sent_s = time.perf_counter()
        station.scan(number + 1, sent_s)
    await station.complete(course.scans, course.total)
    return sent_s


# The floor


def _bare(_: Path, members: Sequence[Membership], pipe: "Connection[Any, Any]") -> None:
    asyncio.run(_run_bare(members[0], pipe))


async def _run_bare(member: Membership, pipe: "Connection[Any, Any]") -> None:
    pipe.send(None)
    course: _Course = await asyncio.to_thread(pipe.recv)
    _, ended_s = await bare_replay(member, course.total)
    pipe.send(_Ran(0.0, ended_s, (), ()))
    await asyncio.to_thread(pipe.recv)
