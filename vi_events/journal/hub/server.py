"""The hub's server: nats-server as a supervised child of the station that hosts.

Started again whenever it dies, ended with us, its store moved aside when damaged. Public members may be used from any
thread; a thread of its own supervises.
"""

import asyncio
import errno
import logging
import math
import os
import shutil
import socket
import ssl
import threading
import time
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from vi_events.clock import NowMs, wall_ms
from vi_events.errors import DeviceError, ViError
from vi_events.journal.hub import troubles
from vi_events.journal.hub.admin import Admin
from vi_events.journal.hub.certificate import Certificate, current, kept_certificate, pinned
from vi_events.journal.hub.child import Child, find_binary
from vi_events.journal.hub.config import HubConfig, Listen, Logins, Places, configuration
from vi_events.journal.hub.roles import HubUser
from vi_events.journal.hub.subjects import Subjects
from vi_events.private_files import private_folder, write_whole

FOLDER = "hub"
_CONFIG, _STORE, _LOG, _MARK = "nats.conf", "store", "hub.log", "last-entry"
_READY_S = 60.0
"""A store of millions of entries is read again before the server answers."""
_LOOK_S = 2.0
_SILENT_S = 20.0
_READY_POLL_S, _WATCH_POLL_S = 0.05, 0.2
_SLEPT_S = 15.0
_DELAYS_S = (0.1, 8.0)
"""Before starting it again: at first, and at most."""
_STEADY_S = 60.0
_CALL_S = 30.0
_TRESPASS_S = 60.0
"""A station that goes on trying what it may not is told of once in that time."""
_TAKEN = (errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", errno.EADDRINUSE), errno.EACCES)
"""Windows says « access denied » of a port another program holds for itself."""
_log = logging.getLogger(__name__)


class Phase(StrEnum):
    STOPPED = "stopped"
    STARTING = "starting"
    RUNNING = "running"
    RESTARTING = "restarting"


@dataclass(frozen=True, slots=True)
class HubState:
    """``error`` is why it does not run, or what will stop it soon; ``notices`` are sentences on what happened since
    the start; ``stations`` the tokens of those connected; ``pid`` that of the server, 0 without one.
    """

    phase: Phase = Phase.STOPPED
    error: ViError | None = None
    restarts: int = 0
    notices: tuple[str, ...] = ()
    stations: frozenset[str] = frozenset()
    pid: int = 0


class _DamagedError(Exception):
    """What the server has stored is not what it had."""


class HubServer:
    """Hosts one edition. ``folder`` is the edition's; the server's files stand in its ``hub`` folder."""

    def __init__(
        self, folder: Path, edition_id: str, listen: Listen, users: Sequence[HubUser], now_ms: NowMs = wall_ms
    ) -> None:
        self._folder, self._listen, self._now_ms = folder / FOLDER, listen, now_ms
        self._subjects = Subjects(edition_id)
        self._users = _distinct(users)
        self._logins = Logins()
        self._state = HubState()
        self._certificate: Certificate | None = None
        self._admin: Admin | None = None
        self._binary = Path()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopping = asyncio.Event()
        self._child: Child | None = None
        self._thread: threading.Thread | None = None
        self._moved_aside = False
        """Since it last ran: an empty store is not moved again."""
        self._trespasses: dict[str, tuple[float, str]] = {}
        """When a station, by its token, was last told of, and how."""

    @property
    def state(self) -> HubState:
        return self._state

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the certificate, for joining; empty before the first start."""
        return self._certificate.fingerprint if self._certificate else ""

    def start(self) -> None:
        """Returns once stations may connect. Raises UserError with the sentence to show, and then nothing runs."""
        if self._thread:
            return
        self._binary = find_binary()
        self._check_place()
        try:
            private_folder(self._folder)
            names = [self._listen.host, socket.gethostname()]
            self._certificate = kept_certificate(self._folder, names, self._now_ms())
            context = self._write_config(self._certificate)
        except OSError as problem:
            raise troubles.folder_closed(FOLDER) from problem
        self._admin = Admin(self._listen.local, context, self._logins, self._subjects)
        self._state = HubState(Phase.STARTING)
        started: Future[None] = Future()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run(started)), name="hub server", daemon=True)
        self._thread.start()
        try:
            started.result()
        except ViError:
            self._thread.join()
            self._thread = None
            raise

    def stop(self) -> None:
        """Ends the server and returns once it is gone. What it took is on the disk."""
        if not self._thread or not self._loop:
            return
        with suppress(RuntimeError):  # The loop ended by itself.
            self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join()
        self._thread = None
        self._state = HubState()

    def set_users(self, users: Sequence[HubUser]) -> None:
        """From now on these, and no others, by the certificate that is kept now: those no longer among them are cut
        off before this returns.
        """
        self._users = _distinct(users)
        if self._thread and self._loop:
            self._certificate = current(self._folder)
            context = self._write_config(self._certificate)
            asyncio.run_coroutine_threadsafe(self._apply_users(context), self._loop).result(_CALL_S)

    def say(self, subject: str, data: bytes) -> None:
        """A plain message of the hub itself. DeviceError when the server does not answer."""
        self._ask(lambda admin: admin.say(subject, data))

    def keep(self, name: str, data: bytes) -> None:
        """Puts a sealed document into the stage's stream. DeviceError when the server does not take it."""
        self._ask(lambda admin: admin.keep(name, data))

    def _ask(self, verb: Callable[[Admin], Coroutine[Any, Any, None]]) -> None:
        if self._admin and self._loop:
            asyncio.run_coroutine_threadsafe(verb(self._admin), self._loop).result(_CALL_S)

    def purge(self, sealed: bool) -> None:
        """Deletes every entry that the server holds, after an erasure: the stations fill it again from their journals.
        ``sealed``: the sealed documents too. Raises DeviceError when it does not answer; nothing happens while it is
        stopped.
        """
        if self._thread and self._loop:
            asyncio.run_coroutine_threadsafe(self._purge(sealed), self._loop).result(_CALL_S)

    async def _purge(self, sealed: bool) -> None:
        if self._admin and self._state.phase is Phase.RUNNING:
            (self._folder / _MARK).unlink(missing_ok=True)  # fewer entries than before are no damage
            self._mark(await self._admin.purge(self._users, sealed))

    async def _apply_users(self, context: ssl.SSLContext) -> None:
        if not self._admin:
            return
        while self._child and self._state.phase is not Phase.RUNNING:
            await asyncio.sleep(_READY_POLL_S)  # it has perhaps read the former ones
        child = self._child
        try:
            if child:  # else it reads all when it starts
                await self._admin.reload()
            self._admin.trust(context)
            if child:
                await self._admin.prepare(self._users)
        except DeviceError:
            _log.warning("the hub's server did not take the users: it is started again")
            self._admin.trust(context)
            if child:
                child.end()

    def _check_place(self) -> None:
        self._folder.parent.mkdir(parents=True, exist_ok=True)
        if full := troubles.disk_full(shutil.disk_usage(self._folder.parent).free):
            raise full
        family = socket.AF_INET6 if ":" in self._listen.host else socket.AF_INET
        with socket.socket(family) as tried:
            if os.name != "nt":  # As the server does: a port that was just left is free.
                tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                tried.bind((self._listen.host, self._listen.port))
                tried.listen()
            except OSError as problem:
                taken = problem.errno in _TAKEN
                raise (troubles.port_in_use if taken else troubles.address_unknown)(self._listen) from problem

    def _write_config(self, kept: Certificate) -> ssl.SSLContext:
        """Gives how to talk to a server that has read it."""
        store, log = self._folder / _STORE, self._folder / _LOG
        places = Places(store, kept.certificate, kept.key, log)
        text = configuration(HubConfig(self._subjects, self._listen, self._users, self._logins, places))
        write_whole(self._folder / _CONFIG, text.encode())
        return pinned(kept.certificate.read_text(encoding="ascii"))

    def _tell(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)

    def _notice(self, sentence: str) -> None:
        _log.warning("%s", sentence)
        self._tell(notices=(*self._state.notices, sentence))

    def _tell_of(self, trespassers: frozenset[str]) -> None:
        """One sentence for each station, with the last time."""
        names = {user.token: user.station for user in self._users}
        for token in sorted(trespassers & names.keys()):
            at, before = self._trespasses.get(token, (-math.inf, ""))
            if (now := time.monotonic()) - at < _TRESPASS_S:
                continue
            sentence = troubles.trespassed(names[token], self._now_ms())
            self._trespasses[token] = now, sentence
            _log.warning("station %s tried what its role does not allow", token)  # its name may be a person's
            self._tell(notices=(*(each for each in self._state.notices if each != before), sentence))

    async def _run(self, started: "Future[None]") -> None:
        self._loop, self._stopping = asyncio.get_running_loop(), asyncio.Event()
        delay, longest = _DELAYS_S
        while not self._stopping.is_set():
            began = time.monotonic()
            try:
                if not await self._serve_whole(started):
                    continue
            except Exception as problem:  # noqa: BLE001 (a bug must not end the hosting without a word)
                failure = problem if isinstance(problem, ViError) else troubles.failed(type(problem).__name__)
                if failure is not problem:
                    _log.exception("the hub's server")
                if not started.done():
                    self._state = HubState(error=failure)
                    started.set_exception(failure)
                    return
                self._tell(error=failure)
            if self._stopping.is_set():
                break
            delay = _DELAYS_S[0] if time.monotonic() - began > _STEADY_S else min(2 * delay, longest)
            self._tell(phase=Phase.RESTARTING, restarts=self._state.restarts + 1, pid=0, stations=frozenset())
            await self._stopped_within(delay)
        if not started.done():
            started.set_result(None)

    async def _serve_whole(self, started: "Future[None]") -> bool:
        """One life of the child; False when what it had stored was damaged, and is out of the way now."""
        try:
            await self._serve(started)
        except _DamagedError:
            self._move_aside()
            return False
        return True

    async def _serve(self, started: "Future[None]") -> None:
        """One life of the child. Raises ViError when it did not come up, stopped by itself or fell silent."""
        before = self._log_size()
        try:
            self._child = Child(self._binary, self._folder / _CONFIG)
        except OSError as problem:
            raise troubles.binary_missing() from problem
        try:
            entries = await self._ready(self._child, before)
            if entries < self._marked():
                raise _DamagedError
            self._mark(entries)
            self._moved_aside = False
            self._tell(phase=Phase.RUNNING, error=None, pid=self._child.pid)
            if not started.done():
                started.set_result(None)
            await self._watch(self._child, before)
        finally:
            if self._admin:
                await self._admin.close()
            self._child.end()
            self._child = None

    async def _ready(self, child: Child, log_from: int) -> int:
        """Waits until it serves. Returns how many entries it holds."""
        assert self._admin
        until = time.monotonic() + _READY_S
        while time.monotonic() < until and not self._stopping.is_set():
            if child.ended:
                self._raise_stopped(child, log_from)
            if self._answers():
                with suppress(DeviceError):
                    return await self._admin.prepare(self._users)
            await self._stopped_within(_READY_POLL_S)
        raise troubles.silent(_READY_S)

    def _answers(self) -> bool:
        """Whether somebody listens there: nats-py takes a second to find out that nobody does."""
        local = self._listen.local
        with suppress(OSError), socket.create_connection((local.host, local.port), 1):
            return True
        return False

    async def _watch(self, child: Child, log_from: int) -> None:
        """Until it ends, falls silent or writes no more, or we stop."""
        looked = heard = time.monotonic()
        log_read, blocked = log_from, False
        wall = self._now_ms()
        while not await self._stopped_within(_WATCH_POLL_S):
            if child.ended:
                self._raise_stopped(child, log_from)
            late_s = (self._now_ms() - wall) / 1000
            wall = self._now_ms()
            if late_s > _SLEPT_S:
                self._notice(troubles.slept(late_s))
                heard = time.monotonic()
            if time.monotonic() - looked < _LOOK_S:
                continue
            with suppress(DeviceError):
                await self._look()
                heard = time.monotonic()
            size, log = self._log_size(), self._log_since(log_read)
            log_read, looked = size, time.monotonic()
            blocked = blocked or troubles.writes_no_more(log)
            self._tell_of(troubles.trespassers(log))
            if looked - heard > _SILENT_S:
                raise troubles.silent(_SILENT_S)
            if blocked and not self._state.error:
                raise troubles.blocked()

    async def _look(self) -> None:
        assert self._admin
        seen = await self._admin.look()
        self._mark(seen.entries)
        self._tell(stations=seen.stations, error=troubles.disk_full(shutil.disk_usage(self._folder).free))

    async def _stopped_within(self, seconds: float) -> bool:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)
        return self._stopping.is_set()

    def _raise_stopped(self, child: Child, log_from: int) -> None:
        log = self._log_since(log_from) + child.last_words()
        if troubles.store_is_damaged(log) and not self._moved_aside:
            raise _DamagedError
        raise troubles.stopped(log, self._listen)

    def _move_aside(self) -> None:
        stamp = datetime.fromtimestamp(self._now_ms() / 1000).strftime("%Y%m%d-%H%M%S-%f")
        aside = self._folder / f"{_STORE}-{stamp}"
        (self._folder / _STORE).rename(aside)
        self._moved_aside = True
        (self._folder / _MARK).unlink(missing_ok=True)
        self._notice(troubles.moved_aside(f"{FOLDER}/{aside.name}"))

    def _marked(self) -> int:
        """How many entries the store held when it was last looked at: nothing takes any away, but damage."""
        try:
            return int((self._folder / _MARK).read_text(encoding="ascii"))
        except (OSError, ValueError):
            return 0

    def _mark(self, entries: int) -> None:
        if entries != self._marked():
            with suppress(OSError):  # No room: the warning about the disk says so.
                write_whole(self._folder / _MARK, str(entries).encode("ascii"))

    def _log_size(self) -> int:
        with suppress(OSError):
            return (self._folder / _LOG).stat().st_size
        return 0

    def _log_since(self, offset: int) -> str:
        with suppress(OSError), (self._folder / _LOG).open("rb") as log:
            log.seek(offset if offset <= log.seek(0, os.SEEK_END) else 0)  # it begins anew when it is full
            return log.read().decode("utf-8", "replace")
        return ""


def _distinct(users: Sequence[HubUser]) -> tuple[HubUser, ...]:
    if len({user.token for user in users}) < len(users):
        raise ValueError("two users of the hub are the same station")
    return tuple(users)
