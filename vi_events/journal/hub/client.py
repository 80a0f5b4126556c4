"""A station's side of the hub: keeps a link open, exchanges entries over it, says how it stands.

It has a thread and an event loop of its own. Nothing that a person waits for waits for it: entries are in the journal
before it hears of them, and go out when they can.
"""

import asyncio
import json
import logging
import threading
from asyncio import wrap_future
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from vi_events import __version__
from vi_events.clock import NowMs, hlc_ms, wall_ms
from vi_events.errors import UserError, ViError
from vi_events.journal.core import Core, Priority
from vi_events.journal.entry import Entry
from vi_events.journal.erasing import ERASING
from vi_events.journal.hub import presence
from vi_events.journal.hub.config import parse_listen
from vi_events.journal.hub.exchange import Exchange
from vi_events.journal.hub.known import Knowledge, journal_positions, load_index
from vi_events.journal.hub.link import Hearer, Link, LinkLostError, LinkRefusedError, Membership, open_link
from vi_events.journal.hub.presence import HEARTBEAT_S, Heartbeat, Presence, remarks
from vi_events.journal.hub.roles import Role
from vi_events.journal.hub.sealed import SealedExchange, Shared
from vi_events.journal.hub.subjects import Subjects, station_token
from vi_events.journal.hub.views import AWAY, CONNECTED, CONNECTING, NEWER, REFUSED, HubView, lamp_text
from vi_events.journal.store import Change, Store

_log = logging.getLogger(__name__)
_LOOK_S = 0.5
_SAVE_S = 10.0
_AGAIN_S, _AGAIN_REFUSED_S = 1.0, 15.0
_END_WAIT_S = 5.0
_CANCEL_AGAIN_S = 0.2
_SENT_POLL_S = 0.02
_SENDS = (CONNECTING, CONNECTED, NEWER)
_SEARCH_EVERY_S = 10.0
_MOST_SERVERS = 8
_STAGE_HEARD_MS = 5_000
_BROKEN = (
    "La liaison avec les autres postes s’est arrêtée sur une erreur\u202f: fermez VI Events et relancez-le. "
    "Ce poste garde ce qu’il note."
)


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
    search: Callable[[], tuple[str, ...]] | None = None
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
        self._searched_s = 0.0
        self.view = HubView()
        self._core = core
        self._here = here
        self._now_ms = now_ms
        self._listeners: list[Callable[[HubView], None]] = []
        self._loop = asyncio.new_event_loop()
        self._ending = asyncio.Event()
        self._known: Knowledge | None = None
        self._exchange: Exchange | None = None
        self._state, self._problem, self._lost_ms = CONNECTING, "", 0
        self._oldest = (0, 0)
        """Number and time of the oldest entry not on the hub: read once for each."""
        self._wake_teller = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="hub", daemon=True)

    def start(self) -> None:
        """Begins; connects and connects again until closed."""
        self._thread.start()

    def listen(self, listener: Callable[[HubView], None]) -> None:
        """``listener`` is told of every change of the view, in the hub's thread."""
        self._listeners.append(listener)

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
                    self._link.lose(LinkLostError("hub_moved", "L’hébergement passe à un autre poste."))

        with suppress(RuntimeError):  # closed
            self._loop.call_soon_threadsafe(now)

    def wait_until_sent(self, most_s: float) -> None:
        """Returns once all that was recorded here is on the hub, or the hub is found not to answer, or so late."""

        async def sent() -> None:
            while self._state in _SENDS and (self._known is None or self._pending(self._known)):
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
            self._state = REFUSED
            self.view = replace(self.view, state=REFUSED, text=_BROKEN)
            self._tell(self.view)

    async def _work(self) -> None:
        known = await wrap_future(self._core.submit(self._take_stock, Priority.REMOTE))
        tasks = [asyncio.create_task(work) for work in (self._keep_linked(known), self._keep_telling(known))]
        tasks.append(asyncio.create_task(_ended(self._ending)))
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
        known = self._known = Knowledge(index, journal, Presence(self.membership.station, self._here.machine))
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
                self._state, self._problem, wait_s = REFUSED, str(problem), _AGAIN_REFUSED_S
            except Exception as problem:  # noqa: BLE001 (a bug must not keep the day's entries at home in silence)
                if not isinstance(problem, ViError):
                    _log.exception("the link to the hub")
                if self._state in (CONNECTED, NEWER):
                    self._lost_ms = self._now_ms()
                self._state = AWAY
            self._exchange = self._link = self._sealed = None
            self._wake_teller.set()
            await self._search()
            await asyncio.sleep(wait_s)

    async def _one_link(self, known: Knowledge) -> None:
        link = await open_link(self.membership)
        try:
            await link.hear(self._subjects.presence("*"), self._on_presence)
            await link.hear(self._subjects.hosts, self._on_hosts)
            await link.hear(self._subjects.access(self.membership.token), self._on_access)
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

    async def _search(self) -> None:
        """Where the host may be now: it changed its address, or another station hosts in its place."""
        if self._beside.search is None or self._loop.time() - self._searched_s < _SEARCH_EVERY_S:
            return
        self._searched_s = self._loop.time()
        known = self.membership.servers
        if found := tuple(each for each in await _apart(self._beside.search) if each not in known):
            self.take(replace(self.membership, servers=(*found, *known)[:_MOST_SERVERS]))

    def _on_hosts(self, _subject: str, data: bytes) -> None:
        if servers := _servers(data):
            self.take(replace(self.membership, servers=servers, hosts=False))

    def _on_access(self, subject: str, data: bytes) -> None:
        """The hub changes this station's password: the link ends, and the next one is opened with it."""
        with suppress(ValueError, TypeError, KeyError):
            password = json.loads(data)["password"]
            if subject == self._subjects.access(self.membership.token) and isinstance(password, str):
                self.membership = replace(self.membership, password=password)
                self._beside.moved(self.membership)

    async def _speak(self, link: Link, known: Knowledge) -> None:
        """Says every two seconds that this station is there; and that it is linked, once all is read."""
        me = self.membership
        assert self._exchange is not None
        await self._exchange.caught_up.wait()
        self._state = NEWER if known.newer else CONNECTED
        self._wake_teller.set()
        while True:
            said = Heartbeat(
                me.station,
                me.role,
                self._here.machine,
                __version__,
                self._now_ms(),
                known.journal.upto(me.station),
                self._pending(known),
            )
            await link.say(self._subjects.presence(me.token), presence.encode(said))
            for subject, data in self._beside.repeated():
                await link.say(subject, data)
            if self._sealed is not None:
                self._sealed.notice()
            if known.presence.namesake:
                link.lose(_namesake(me.station))
            await asyncio.sleep(HEARTBEAT_S)

    def _on_presence(self, subject: str, data: bytes) -> None:
        heard = presence.decode(data)
        if heard is None or self._known is None:
            return
        # The server vouches for the subject: nobody speaks in another's name.
        if subject == self._subjects.presence(station_token(heard.station)):
            self._known.presence.hear(heard, self._now_ms())

    # What is told

    async def _keep_telling(self, known: Knowledge) -> None:
        saved = self._loop.time()
        while True:
            view = await self._look(known)
            if view != self.view:
                self.view = view
                self._tell(view)
            if self._loop.time() - saved >= _SAVE_S:
                known.save(self._here.folder)
                saved = self._loop.time()
            self._wake_teller.clear()
            with suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._wake_teller.wait(), _LOOK_S)

    def _tell(self, view: HubView) -> None:
        for listener in self._listeners:
            try:
                listener(view)
            except Exception:  # noqa: BLE001 (a view's mistake must not cut the link)
                _log.exception("a listener failed")

    async def _look(self, known: Knowledge) -> HubView:
        if known.newer and self._state == CONNECTED:
            self._state = NEWER
        pending = self._pending(known)
        since_ms = await self._oldest_pending_ms(known) if pending else 0
        stations = known.presence.stations()
        text = lamp_text(self._state, pending, since_ms, self._lost_ms, self._problem)
        said = (*remarks(stations, self._now_ms()), *known.remarks())
        heard = known.presence.role_is_here(Role.STAGE, self._now_ms(), _STAGE_HEARD_MS)
        return HubView(self._state, text, pending, since_ms, stations, said, heard)

    def _pending(self, known: Knowledge) -> int:
        own = self.membership.station
        return max(known.journal.count(own) - known.index.entries.count(own), 0)

    async def _oldest_pending_ms(self, known: Knowledge) -> int:
        own = self.membership.station
        lacking = known.index.entries.lacking(own, known.journal, 1)
        if lacking and lacking[0] != self._oldest[0]:
            entry = known.recent.get(lacking[0])
            if entry is None:
                job = self._core.submit(lambda store: store.entries_after(own, lacking[0] - 1, 1), Priority.VIEW)
                entry = (await wrap_future(job))[0]
            self._oldest = lacking[0], hlc_ms(entry.hlc)
        return self._oldest[1]


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
    link.lose(LinkLostError("hub_silent", "Ce poste ne disait plus qu’il est là."))


def _namesake(station: str) -> LinkRefusedError:
    return LinkRefusedError(
        "station_name_taken",
        f"Un autre ordinateur travaille aussi sous le nom «\u202f{station}\u202f».",
        "Arrêtez l’un des deux, puis faites-le rejoindre l’hôte sous un autre nom.",
    )


async def _apart(search: Callable[[], tuple[str, ...]]) -> tuple[str, ...]:
    """In a thread that nobody waits for at the end: looking for a host takes seconds."""
    loop = asyncio.get_running_loop()
    found: asyncio.Future[tuple[str, ...]] = loop.create_future()

    def look() -> None:
        answer: tuple[str, ...] = ()
        try:
            answer = search()
        except Exception:  # noqa: BLE001 (it is looked for again)
            _log.exception("looking for the host")
        with suppress(RuntimeError):  # closed
            loop.call_soon_threadsafe(_answer, found, answer)

    threading.Thread(target=look, name="hub search", daemon=True).start()
    return await found


def _answer(found: "asyncio.Future[tuple[str, ...]]", answer: tuple[str, ...]) -> None:
    if not found.done():  # else the link was closed meanwhile
        found.set_result(answer)


async def _ended(ending: asyncio.Event) -> None:
    await ending.wait()
