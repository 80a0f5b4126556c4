"""A station's side of the hub: keeps a link open, exchanges entries over it, says how it stands.

It has a thread and an event loop of its own. Nothing that a person waits for waits for it: entries are in the journal
before it hears of them, and go out when they can.
"""

import asyncio
import json
import logging
import random
import secrets
import threading
from asyncio import wrap_future
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from vi_events import __version__
from vi_events.clock import NowMs, wall_ms
from vi_events.errors import UserError, ViError
from vi_events.journal.core import Core, Priority
from vi_events.journal.entry import Entry
from vi_events.journal.erasing import ERASING
from vi_events.journal.hub import presence
from vi_events.journal.hub.config import parse_listen
from vi_events.journal.hub.exchange import Exchange
from vi_events.journal.hub.known import Knowledge, journal_positions, load_index
from vi_events.journal.hub.link import Hearer, Link, LinkLostError, LinkRefusedError, Membership, open_link
from vi_events.journal.hub.presence import HEARTBEAT_S, Heartbeat, Presence
from vi_events.journal.hub.roles import Role
from vi_events.journal.hub.sealed import SealedExchange, Shared
from vi_events.journal.hub.searching import HostSearch, Search
from vi_events.journal.hub.standing import Standing
from vi_events.journal.hub.subjects import Subjects, station_token
from vi_events.journal.hub.views import AWAY, CONNECTED, CONNECTING, NEWER, REFUSED, HubView
from vi_events.journal.store import Change, Store
from vi_events.sentences import say

_log = logging.getLogger(__name__)
_SAVE_S = 10.0
_AGAIN_S, _AGAIN_REFUSED_S = 1.0, (8.0, 15.0)
_LISTEN_S = 3 * HEARTBEAT_S
_END_WAIT_S = 5.0
_CANCEL_AGAIN_S = 0.2
_SENT_POLL_S = 0.02
_SENDS = (CONNECTING, CONNECTED, NEWER)
_MOST_SERVERS = 8


def _forget(_: Membership) -> None: ...


@dataclass(frozen=True, slots=True)
class Here:
    """This computer: the folder of its edition, and what tells it from another of the same station name."""

    folder: Path
    machine: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What passes beside the entries. ``hearers`` get plain messages, by subject; ``shared`` are the sealed documents
    of a stage; ``search`` looks for the host on the network (addresses of its server), and may take seconds; ``moved``
    is told of another address, to keep it; ``repeated`` gives what is said again every two seconds (subject, content).
    """

    hearers: Sequence[tuple[str, Hearer]] = ()
    shared: Sequence[Shared] = ()
    search: Search | None = None
    moved: Callable[[Membership], None] = _forget
    repeated: Callable[[], Sequence[tuple[str, bytes]]] = tuple


class HubClient:
    """The hub as the rest of the program sees it. Its methods may be called from any thread; to be closed before the
    core.
    """

    def __init__(
        self, core: Core, membership: Membership, here: Here, now_ms: NowMs = wall_ms, beside: Beside | None = None
    ) -> None:
        self.membership = membership
        self._beside = beside or Beside()
        self._subjects = Subjects(membership.edition_id)
        self._link: Link | None = None
        self._sealed: SealedExchange | None = None
        self._core = core
        self._here = here
        self._now_ms = now_ms
        self._loop = asyncio.new_event_loop()
        self._ending = asyncio.Event()
        self._known: Knowledge | None = None
        self._exchange: Exchange | None = None
        self._run_id = secrets.token_hex(8)
        self._standing = Standing(core, membership.station, now_ms)
        self._host_search = HostSearch(self._beside.search)
        self._thread = threading.Thread(target=self._run, name="hub", daemon=True)

    def start(self) -> None:
        """Begins; connects and connects again until closed."""
        self._thread.start()

    def listen(self, listener: Callable[[HubView], None]) -> None:
        """``listener`` is told of every change of the view, in the hub's thread."""
        self._standing.listen(listener)

    @property
    def view(self) -> HubView:
        """How the link stands."""
        return self._standing.view

    def say(self, subject: str, data: bytes) -> None:
        """Sends a plain message; without a link it is dropped: what it says would be of no use later."""

        def now() -> None:
            if self._link is not None:
                task = self._loop.create_task(self._link.say(subject, data))
                task.add_done_callback(lambda done: done.cancelled() or done.exception())

        with suppress(RuntimeError):  # closed
            self._loop.call_soon_threadsafe(now)

    def take(self, membership: Membership) -> None:
        """Takes part by this membership from now on, over a new link."""

        def now() -> None:
            if membership != self.membership:
                self.membership = membership
                self._beside.moved(membership)
                if self._link is not None:
                    self._link.lose(LinkLostError("hub_moved", say("L’hébergement passe à un autre poste.")))

        with suppress(RuntimeError):  # closed
            self._loop.call_soon_threadsafe(now)

    def wait_until_sent(self, most_s: float) -> None:
        """Returns once all that was recorded here is on the hub, or the hub is found not to answer, or so late."""

        async def sent() -> None:
            while self._standing.state in _SENDS and (self._known is None or self._standing.pending(self._known)):
                await asyncio.sleep(_SENT_POLL_S)

        with suppress(TimeoutError, RuntimeError):  # closed
            asyncio.run_coroutine_threadsafe(sent(), self._loop).result(most_s)

    def close(self) -> None:
        """Ends the link. What was not sent stays in the journal, and goes when the station is next there."""
        with suppress(RuntimeError):  # it has ended already
            self._loop.call_soon_threadsafe(self._ending.set)
        if self._thread.is_alive():
            self._thread.join(_END_WAIT_S)

    # In the hub's thread

    def _run(self) -> None:
        try:
            # Cancelled: the core closed first.
            with asyncio.Runner(loop_factory=lambda: self._loop) as runner, suppress(asyncio.CancelledError):
                runner.run(self._work())
        except Exception:  # noqa: BLE001 (a bug, or a disk that fails: nobody may believe that it goes on)
            _log.exception("the hub client ended")
            self._standing.break_down()

    async def _work(self) -> None:
        known = await wrap_future(self._core.submit(self._take_stock, Priority.REMOTE))
        works = self._keep_linked(known), self._standing.keep_telling(known), self._keep_saved(known)
        tasks = [asyncio.create_task(work) for work in (*works, _ended(self._ending))]
        done, left = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        while left:  # again and again: in the middle of connecting nats-py may swallow it
            for task in left:
                task.cancel()
            _, left = await asyncio.wait(left, timeout=_CANCEL_AGAIN_S)
        known.save(self._here.folder)
        for task in done:
            if not task.cancelled():
                task.result()

    def _take_stock(self, store: Store) -> Knowledge:
        """What the journal holds. In the core thread, so that nothing is recorded before the client listens."""
        journal = journal_positions(store)
        index = load_index(self._here.folder, journal)
        nobody = Presence(self.membership.station, self._here.machine, self._run_id)
        known = self._known = Knowledge(index, journal, nobody)
        self._core.subscribe(self._on_change)
        return known

    def _on_change(self, change: Change) -> None:
        if change.entries:
            with suppress(RuntimeError):  # closed
                self._loop.call_soon_threadsafe(self._note, change.entries)

    def _note(self, entries: tuple[Entry, ...]) -> None:
        if self._known is None:
            return
        for entry in entries:
            self._known.journal.add(entry.station, entry.seq)
            if entry.station == self.membership.station:
                self._known.note_own(entry)
        if any(entry.kind in ERASING for entry in entries):
            self._known.recent.clear()  # they are read again from the journal, as they are now
        if self._exchange is not None:
            self._exchange.notice(entries)

    async def _keep_linked(self, known: Knowledge) -> None:
        while True:
            wait_s = _AGAIN_S
            try:
                await self._one_link(known)
            except LinkRefusedError as problem:
                # Two that refuse each other do not come back at the same moment for ever.
                wait_s = random.uniform(*_AGAIN_REFUSED_S)
                self._standing.become(REFUSED, str(problem))
            except Exception as problem:  # noqa: BLE001 (a bug must not keep the day's entries at home in silence)
                if not isinstance(problem, ViError):
                    _log.exception("the link to the hub")
                self._standing.become(AWAY)
            self._exchange = self._link = self._sealed = None
            await self._search()
            await asyncio.sleep(wait_s)

    async def _one_link(self, known: Knowledge) -> None:
        link = await open_link(self.membership)
        try:
            await link.hear(self._subjects.presence("*"), self._on_presence)
            await link.hear(self._subjects.hosts, self._on_hosts)
            await link.hear(self._subjects.access(self.membership.token), self._on_access)
            if known.presence.namesake:
                await self._listen_for_namesake(known)
            for subject, hearer in self._beside.hearers:
                await link.hear(subject, hearer)
            self._exchange = Exchange(link, self._core, self.membership, known, self._now_ms)
            self._link = link
            tasks = [asyncio.create_task(self._speak(link, known))]
            tasks[0].add_done_callback(lambda done: _lose_with(link, done))
            if self.membership.role is Role.STAGE:
                self._sealed = SealedExchange(link, self.membership, self._beside.shared, self._now_ms)
                tasks.append(asyncio.create_task(_logged(_once(self._exchange.caught_up, self._sealed.run))))
            try:
                await self._exchange.run()
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
        finally:
            await link.close()

    async def _listen_for_namesake(self, known: Knowledge) -> None:
        """Silent, so that of two computers of one name the one that is linked stays so; with the entries of both, the
        numbers of one would contradict the other's. LinkRefusedError while there is another.
        """
        known.presence.forget_namesake()
        await asyncio.sleep(_LISTEN_S)
        if known.presence.namesake:
            raise self._namesake(known)

    def _namesake(self, known: Knowledge) -> LinkRefusedError:
        copied = known.presence.namesake == self._here.machine
        which = say("Un autre ordinateur, copié du même disque que celui-ci,") if copied else say("Un autre ordinateur")
        return LinkRefusedError(
            "station_name_taken",
            say("{0} travaille aussi sous le nom «\u202f{1}\u202f».", which, self.membership.station),
            say(
                "Arrêtez l’un des deux, puis faites-le rejoindre l’hôte sous un autre nom. Chacun garde ce qu’il note."
            ),
        )

    async def _search(self) -> None:
        """Where the host may be now: it changed its address, or another station hosts in its place."""
        known = self.membership.servers
        if found := tuple(each for each in await self._host_search.found() if each not in known):
            self.take(replace(self.membership, servers=(*found, *known)[:_MOST_SERVERS]))

    def _on_hosts(self, _subject: str, data: bytes) -> None:
        if servers := _servers(data):
            self.take(replace(self.membership, servers=servers, hosts=False))

    def _on_access(self, subject: str, data: bytes) -> None:
        """The hub changes this station's password and its own certificate: the link ends, and the next one is opened
        with them.
        """
        with suppress(ValueError, TypeError, KeyError):
            found = json.loads(data)
            password, certificate = found["password"], found["certificate"]
            told = isinstance(password, str) and isinstance(certificate, str)
            if told and subject == self._subjects.access(self.membership.token):
                self.membership = replace(self.membership, password=password, certificate=certificate)
                self._beside.moved(self.membership)

    async def _speak(self, link: Link, known: Knowledge) -> None:
        """Says every two seconds that this station is there; and that it is linked, once all is read."""
        me = self.membership
        assert self._exchange is not None
        await self._exchange.caught_up.wait()
        self._standing.become(NEWER if known.newer else CONNECTED)
        told_namesake = False
        while True:
            said = Heartbeat(
                me.station,
                me.role,
                self._here.machine,
                __version__,
                self._now_ms(),
                known.journal.upto(me.station),
                self._standing.pending(known),
                self._run_id,
            )
            await link.say(self._subjects.presence(me.token), presence.encode(said))
            for subject, data in self._beside.repeated():
                await link.say(subject, data)
            if self._sealed is not None:
                self._sealed.notice()
            if told_namesake:
                link.lose(self._namesake(known))
            # The other has to hear this one as well: it goes on for one heartbeat more.
            told_namesake = bool(known.presence.namesake)
            await asyncio.sleep(HEARTBEAT_S)

    def _on_presence(self, subject: str, data: bytes) -> None:
        heard = presence.decode(data)
        if heard is None or self._known is None:
            return
        # The server vouches for the subject: nobody speaks in another's name.
        if subject == self._subjects.presence(station_token(heard.station)):
            self._known.presence.hear(heard, self._now_ms())

    async def _keep_saved(self, known: Knowledge) -> None:
        while True:
            await asyncio.sleep(_SAVE_S)
            known.save(self._here.folder)


def _servers(data: bytes) -> tuple[str, ...]:
    """The addresses in a message of the hub; none when it is not one."""
    try:
        found = json.loads(data)["servers"]
        return tuple(str(each) for each in found if parse_listen(str(each)))[:_MOST_SERVERS]
    except (ValueError, TypeError, KeyError, UserError):
        return ()


async def _once(ready: asyncio.Event, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """What was erased meanwhile is known by then, and not given again."""
    await ready.wait()
    await work()


async def _logged(work: Coroutine[Any, Any, None]) -> None:
    """The journal's link does not end with the sealed documents'."""
    try:
        await work
    except ViError as problem:
        _log.warning("%s", problem)
    except Exception:  # noqa: BLE001
        _log.exception("sealed documents")


def _lose_with(link: Link, done: "asyncio.Task[None]") -> None:
    """A station that no longer says that it is there would be taken for a silent one: over another link it does."""
    if done.cancelled() or (problem := done.exception()) is None:
        return
    if not isinstance(problem, ViError):
        _log.error("the station fell silent", exc_info=problem)
    link.lose(LinkLostError("hub_silent", say("Ce poste ne disait plus qu’il est là.")))


async def _ended(ending: asyncio.Event) -> None:
    await ending.wait()
