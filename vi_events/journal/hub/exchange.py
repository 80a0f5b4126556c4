"""The exchange over one open link: read the stream, send what it lacks, ask for what is missing here.

The stream is read first: only what was seen not to be in it is sent. So a stream that is new, was shortened or comes
from an older copy is completed by the same few lines that send a new entry.
"""

import asyncio
import random
import time
from asyncio import wrap_future
from collections.abc import Iterable
from contextlib import suppress
from fnmatch import fnmatchcase
from typing import Any

import orjson

from vi_events.clock import NowMs
from vi_events.journal.core import Core, Priority
from vi_events.journal.entry import Entry
from vi_events.journal.hub import applying, wire
from vi_events.journal.hub.known import Knowledge
from vi_events.journal.hub.link import Link, LinkLostError, Membership, Stored, StreamMessage
from vi_events.journal.hub.roles import HubUser, permissions
from vi_events.journal.hub.subjects import Subjects, entry_class, station_token
from vi_events.journal.store import Store
from vi_events.sentences import say

_BACKLOG = 4_000
"""Messages that wait to be applied; the server waits beyond."""
_WINDOW = 256
"""Entries on their way to the stream that it has not given back yet."""
_TOGETHER = 2_000
"""Messages whose entries are applied in as few transactions as may be."""
ACKNOWLEDGED_TOGETHER = 1_000
"""An acknowledgement only lets the server send on: one for each entry would double the messages on the network. The
others wait for ``_CHECK_S``, well before the server would send again.
"""
_BUSY_S, _QUIET_S = 0.010, 0.250
"""How long a transaction may go on while a person works at this station, whose scan would wait for its end; and
otherwise: each commit costs what a hundred entries do.
"""
_BUSY_FOR_S = 10.0
"""A person who had to wait is taken to work for as long."""
_RETRY_S = 1.0
_TICK_S = 1.0
_CHECK_S = 5.0
_ASK_AFTER_S, _ASK_AT_MOST_S = 3.0, 60.0
_ANSWER_WITHIN_S = (0.5, 3.0)
"""Stations that could all send the same entry each wait a while of their own: the first spares the others."""
_MOST_WANTED = 500
_STRANDED_S = 20.0
"""Whoever may send what this station may not does so before."""


class Exchange:
    """The work over one link. Lives in the hub's event loop; the journal is only touched through ``core``."""

    def __init__(self, link: Link, core: Core, membership: Membership, known: Knowledge, now_ms: NowMs) -> None:
        self._link = link
        self._core = core
        self._me = membership
        self._known = known
        self._now_ms = now_ms
        self._index = known.index
        self._subjects = Subjects(membership.edition_id)
        self._stream = self._subjects.entries_stream
        self._allowed = permissions(
            HubUser(membership.station, membership.role, "", membership.hosts), self._subjects
        ).publish
        self._backlog: asyncio.Queue[tuple[StreamMessage, Entry | wire.Refused]] = asyncio.Queue(_BACKLOG)
        self._taken_in: StreamMessage | None = None
        self._acknowledged = 0
        self._received = 0
        """The last message of the stream that came."""
        self._to_check: tuple[int, str] | None = None
        self._first = 0
        """The first message that the stream still has: those before are gone."""
        self._busy_until_s = 0.0
        self._sending: dict[tuple[str, int], str] = {}
        self._unsendable: set[tuple[str, int]] = set()
        self._something_to_send = asyncio.Event()
        self._relays: dict[str, float] = {}
        self._asked: dict[str, tuple[float, float]] = {}
        self._answers: dict[str, tuple[float, set[int]]] = {}
        self._stranded: dict[str, float] = {}
        """Since when, by station."""
        self.caught_up = asyncio.Event()
        """Set once everything that was in the stream at the opening is in the journal."""

    async def run(self) -> None:
        """Exchanges until the link is lost; raises why."""
        await self._open()
        tasks: list[asyncio.Task[None]] = [
            asyncio.create_task(work)
            for work in (self._apply_backlog(), self._send_own(), self._look_after(), self._check_stream())
        ]
        try:
            watched: list[asyncio.Future[Any]] = [*tasks, self._link.over]
            done, _ = await asyncio.wait(watched, return_when=asyncio.FIRST_COMPLETED)
            for task in tasks:
                if task in done:
                    await task
            raise self._link.over.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def notice(self, entries: Iterable[Entry]) -> None:
        """The journal has new entries, this station's own or others'."""
        if any(entry.station == self._me.station for entry in entries):
            self._something_to_send.set()

    # Reading the stream

    async def _open(self) -> None:
        state = await self._link.state(self._stream)
        index, self._first = self._index, state.first
        if state.incarnation != index.incarnation or state.last < index.last_seq:
            index.forget(state.incarnation)
        if index.last_seq:
            self._to_check = index.last_seq, index.last_id
        elif state.last < state.first:
            self.caught_up.set()
        await self._link.hear(self._subjects.want(self._me.token), self._on_want)
        await self._link.follow(self._stream, index.last_seq, self._on_message)

    async def _on_message(self, message: StreamMessage) -> None:
        self._received = message.seq
        if self._to_check is not None:
            expected, self._to_check = self._to_check, None
            if (message.seq, message.id) != expected:
                self._lose_track()
                return
            await self._link.acknowledge(message)
            if message.left == 0:
                self.caught_up.set()
                self._something_to_send.set()
            return
        # Decoded here: at a joining station, while the core writes those before.
        await self._backlog.put((message, wire.decode(message.data)))

    def _lose_track(self) -> None:
        """What the stream holds is not what was read: everything is read again, over another link."""
        self._index.forget("")
        self._link.lose(
            LinkLostError("hub_other_stream", "Le journal de l’hôte a changé\u202f: il est relu en entier.")
        )

    async def _apply_backlog(self) -> None:
        while True:
            read = [await self._backlog.get()]
            while len(read) < _TOGETHER and not self._backlog.empty():
                read.append(self._backlog.get_nowait())
            last, _ = read[-1]
            entries = [self._usable(message, found) for message, found in read]
            await self._apply([entry for entry in entries if entry and not self._comes_back(entry)])
            for entry in filter(None, entries):
                self._index.entries.add(entry.station, entry.seq)
                self._answers.get(entry.station, (0, set()))[1].discard(entry.seq)
            self._index.last_seq, self._index.last_id = last.seq, last.id
            self._taken_in = last
            if last.seq - self._acknowledged >= ACKNOWLEDGED_TOGETHER:
                await self._acknowledge()
            if last.left == 0:
                self.caught_up.set()
            self._something_to_send.set()

    async def _acknowledge(self) -> None:
        """Says how far the stream was taken in, when that was not said yet."""
        if self._taken_in is not None and self._taken_in.seq > self._acknowledged:
            self._acknowledged = self._taken_in.seq
            await self._link.acknowledge(self._taken_in)

    def _usable(self, message: StreamMessage, found: Entry | wire.Refused) -> Entry | None:
        """The entry in a message; None when there is none, or its sender may not say such a thing."""
        if isinstance(found, wire.Refused):
            self._refuse(found.reason)
            self._known.newer |= found.code == "newer"
            return None
        if message.subject != self._subject_of(found):
            self._refuse("envoyé par un poste qui n’en a pas le droit")
            return None
        return found

    def _refuse(self, reason: str) -> None:
        self._known.refused[reason] = self._known.refused.get(reason, 0) + 1

    def _comes_back(self, entry: Entry) -> bool:
        """Whether this station sent it, and so has it."""
        return self._sending.pop((entry.station, entry.seq), None) == entry.id

    async def _apply(self, entries: list[Entry]) -> None:
        done = 0

        def apply(store: Store) -> tuple[int, tuple[applying.SetAside, ...]]:
            most_s = _BUSY_S if time.monotonic() < self._busy_until_s else _QUIET_S
            taken, aside = applying.take_some_in(self._core, store, entries[done:], most_s)
            if self._core.has_urgent():
                self._busy_until_s = time.monotonic() + _BUSY_FOR_S
            return taken, aside

        while done < len(entries):
            taken, aside = await wrap_future(self._core.submit(apply, Priority.REMOTE))
            done += taken
            for each in aside:
                self._known.aside[each.station, each.seq] = each.reason

    # Sending

    async def _send_own(self) -> None:
        await self.caught_up.wait()
        own = self._me.station
        while True:
            self._something_to_send.clear()
            await self._send(own, self._lacking(own))
            await self._something_to_send.wait()

    def _lacking(self, station: str) -> list[int]:
        """What the journal has of a station and the stream has not, and is not on its way."""
        lacking = self._index.entries.lacking(station, self._known.journal, _WINDOW)
        return [
            seq for seq in lacking if (station, seq) not in self._sending and (station, seq) not in self._unsendable
        ]

    async def _send(self, station: str, seqs: list[int], again: bool = False) -> None:
        """Sends entries of a station, those that the journal has. ``again``: also when the stream says it has them."""
        if not seqs:
            return
        recent = self._known.recent if station == self._me.station else {}
        if not all(seq in recent for seq in seqs):
            recent = {entry.seq: entry for entry in await self._load(station, seqs)}
        for seq in seqs:
            if entry := recent.get(seq):
                await self._send_one(entry, entry.id, again)

    async def _load(self, station: str, seqs: list[int]) -> list[Entry]:
        first, number = seqs[0], seqs[-1] - seqs[0] + 1
        job = self._core.submit(lambda store: store.entries_after(station, first - 1, number), Priority.REMOTE)
        return await wrap_future(job)

    def _subject_of(self, entry: Entry) -> str:
        """The one subject under which an entry counts, whoever publishes it."""
        return self._subjects.entry(entry_class(entry.subject), station_token(entry.station))

    def _may_send(self, entry: Entry) -> bool:
        """Whether the server lets this station's role publish it: others' entries only some roles may."""
        return any(fnmatchcase(self._subject_of(entry), pattern) for pattern in self._allowed)

    async def _send_one(self, entry: Entry, id_: str, again: bool) -> None:
        place = entry.station, entry.seq
        data = wire.encode(entry)
        if isinstance(data, wire.Refused) or not self._may_send(entry):
            self._unsendable.add(place)
            if isinstance(data, wire.Refused):
                self._known.aside[place] = say(
                    "l’entrée n° {0} ne peut pas être transmise, {1}", entry.seq, data.reason
                )
            return
        self._sending[place] = entry.id
        acknowledged = await self._link.store(self._subject_of(entry), data, id_)

        def answered(answer: "asyncio.Future[Stored]") -> None:
            if answer.cancelled():
                return
            if answer.exception() is not None:
                self._sending.pop(place, None)
                asyncio.get_running_loop().call_later(_RETRY_S, self._something_to_send.set)
            elif answer.result().duplicate:
                self._sending.pop(place, None)
                self._refused_as_known(entry, answer.result().seq, id_, again)

        acknowledged.add_done_callback(answered)

    def _refused_as_known(self, entry: Entry, seq: int, id_: str, again: bool) -> None:
        """The server remembers an id for days, even of a message that is gone (stream purged) or damaged: where the
        stream was read and has no such entry, it is sent under another id, the same whoever sends it.
        """
        read = seq < self._first or seq <= self._index.last_seq
        gone = read and not self._index.entries.has(entry.station, entry.seq)
        if id_ == entry.id and (gone or again):
            task = asyncio.get_running_loop().create_task(self._send_one(entry, f"{entry.id}.{seq}", False))
            task.add_done_callback(lambda done: done.cancelled() or done.exception())

    # Helping each other

    async def _look_after(self) -> None:
        """Sends what other stations cannot send themselves, and asks for what is missing here."""
        await self.caught_up.wait()
        while True:
            now = time.monotonic()
            for station in set(self._known.journal) | set(self._index.entries) | set(self._known.presence):
                if station != self._me.station:
                    await self._relay(station, now)
                await self._ask_for_missing(station, now)
                self._note_stranded(station, now)
            for station, (due, seqs) in list(self._answers.items()):
                if now >= due:
                    del self._answers[station]
                    await self._send(station, sorted(seqs), again=True)
            await asyncio.sleep(_TICK_S)

    async def _relay(self, station: str, now: float) -> None:
        """Entries that the stream lacks and whose station is not there, or lost them."""
        lacking = self._lacking(station)
        heard = self._known.presence.heartbeat(station)
        if not lacking or (
            heard and self._known.presence.is_here(station, self._now_ms()) and heard.position >= lacking[-1]
        ):
            self._relays.pop(station, None)
            return
        due = self._relays.setdefault(station, now + random.uniform(*_ANSWER_WITHIN_S))
        while now >= due and lacking:
            await self._send(station, lacking)
            with suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._came_back(station, lacking[-1]), _RETRY_S)
            before, lacking = lacking, self._lacking(station)
            if lacking == before:
                return  # the server takes none now: asked again and again at once, it would have nothing else to do
            if lacking and self._index.entries.lacking(station, self._known.journal, 1)[0] < lacking[0]:
                return  # some are still on their way

    async def _came_back(self, station: str, seq: int) -> None:
        while (station, seq) in self._sending:
            await asyncio.sleep(0.005)

    def _note_stranded(self, station: str, now: float) -> None:
        """What this role may not send, and nobody else has sent: somebody has to carry it."""
        lacking = self._index.entries.lacking(station, self._known.journal, _WINDOW)
        kept = self._unsendable - self._known.aside.keys()
        left = sum((station, seq) in kept for seq in lacking)
        if not left:
            self._stranded.pop(station, None)
            self._known.stranded.pop(station, None)
        elif now - self._stranded.setdefault(station, now) >= _STRANDED_S:
            self._known.stranded[station] = left

    async def _ask_for_missing(self, station: str, now: float) -> None:
        heard = self._known.presence.heartbeat(station)
        here = heard is not None and self._known.presence.is_here(station, self._now_ms())
        told = heard.position - heard.pending if heard and here else 0
        upto = max(self._index.entries.last(station), told)
        missing = [
            seq
            for seq in self._known.journal.holes(station, upto, _MOST_WANTED)
            if (station, seq) not in self._known.aside
        ]
        if not missing:
            self._asked.pop(station, None)
            return
        due, wait = self._asked.setdefault(station, (now + _ASK_AFTER_S, _ASK_AFTER_S))
        if now >= due:
            self._asked[station] = now + 2 * wait, min(2 * wait, _ASK_AT_MOST_S)
            want = orjson.dumps({"station": station, "first": missing[0], "last": missing[-1]})
            for holder in self._holders(station, here):
                await self._link.say(self._subjects.want(station_token(holder)), want)

    def _holders(self, station: str, here: bool) -> list[str]:
        """Whom to ask for entries of a station: itself, or everybody; those who may publish them do."""
        if here:
            return [station]
        seen = self._known.presence.stations()
        return [other.name for other in seen if self._known.presence.is_here(other.name, self._now_ms())]

    def _on_want(self, _subject: str, data: bytes) -> None:
        """Another station asks for entries that the stream did not give it."""
        wanted = _parse_want(data)
        if wanted is None:
            return
        station, first, last = wanted
        held = [seq for seq in range(first, last + 1) if self._known.journal.has(station, seq)]
        if held and station not in self._answers:
            wait = 0.0 if station == self._me.station else random.uniform(*_ANSWER_WITHIN_S)
            self._answers[station] = time.monotonic() + wait, set(held)

    # Watching

    async def _check_stream(self) -> None:
        """A stream that is emptied or replaced under an open link does not say so."""
        before = -1
        while True:
            await asyncio.sleep(_CHECK_S)
            await self._acknowledge()
            state = await self._link.state(self._stream)
            stuck = self._received == before < state.last and self._backlog.empty()
            if state.incarnation != self._index.incarnation or state.last < self._index.last_seq:
                self._lose_track()
            elif stuck:
                self._link.lose(LinkLostError("hub_stuck", "L’hôte n’envoie plus les entrées."))
            before = self._received


def _parse_want(data: bytes) -> tuple[str, int, int] | None:
    try:
        found = orjson.loads(data)
        station, first, last = str(found["station"]), int(found["first"]), int(found["last"])
    except (ValueError, TypeError, KeyError):
        return None
    return (station, max(first, 1), min(last, first + _MOST_WANTED)) if last >= first else None
