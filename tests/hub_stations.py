"""Stations that exchange through a real hub, in one process: for tests and benchmarks."""

import asyncio
import os
import shutil
import signal
import socket
import threading
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from nats.aio.client import Client
from nats.errors import Error as NatsError

from tests.cuttable import Cable
from tests.wire_versions import ahead
from vi_events import app, paths
from vi_events.checkin import conflicts, presence
from vi_events.clock import uuid7, wall_ms
from vi_events.edition import people
from vi_events.journal.core import Core
from vi_events.journal.entry import Author, Entry, Fact
from vi_events.journal.hub.certificate import CERTIFICATE, KEY, pinned
from vi_events.journal.hub.client import Here, HubClient
from vi_events.journal.hub.config import HUB_USER, Listen
from vi_events.journal.hub.link import Membership, hang_up
from vi_events.journal.hub.roles import HubUser, Role, new_password
from vi_events.journal.hub.server import HubServer
from vi_events.journal.hub.subjects import Subjects
from vi_events.journal.hub.views import CONNECTED
from vi_events.journal.rows import load_entries, read_states
from vi_events.journal.store import Store

T = TypeVar("T")
WAIT_S = 30.0
ZONE = "ceremonie"
_news = threading.Event()


def until(what: str, true: Callable[[], bool], wait_s: float = WAIT_S) -> None:
    """Waits for something to become true, looking again whenever a journal or a lamp changes."""
    end = time.monotonic() + wait_s
    while not true():
        if time.monotonic() > end:
            raise AssertionError(f"not in {wait_s:g} s: {what}")
        _news.wait(0.05)
        _news.clear()


def tell(_: object) -> None:
    """What a listener of anything that ``until`` waits for is."""
    _news.set()


class Hub:
    """A real server that can be killed, emptied, copied and put back."""

    edition_id = "0123456789abcdef"

    def __init__(self, folder: Path, users: dict[str, HubUser] | None = None) -> None:
        self.folder = folder
        self._users = {} if users is None else users
        with socket.create_server(("127.0.0.1", 0)) as free:
            self._listen = Listen("127.0.0.1", free.getsockname()[1])
        self._subjects = Subjects(self.edition_id)
        self._make()

    def __enter__(self) -> "Hub":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.stop()

    @property
    def address(self) -> tuple[str, int]:
        return self._listen.host, self._listen.port

    def elsewhere(self, folder: Path, older: Path | None = None) -> "Hub":
        """Another computer that hosts the same edition: known to every station, and with no store, or that of a copy
        of this one.
        """
        if older:
            shutil.copytree(older, folder)
        place = folder / "hub"
        place.mkdir(parents=True, exist_ok=True)
        for name in (CERTIFICATE, KEY):
            shutil.copy(self.folder / "hub" / name, place)
        return Hub(folder, self._users)

    def _make(self) -> None:
        self.server = HubServer(self.folder, self.edition_id, self._listen, list(self._users.values()))

    def start(self) -> None:
        self.server.start()

    def kill(self) -> None:
        """As a power cut does; it does not come back before ``start``."""
        self.crash()
        self.server.stop()
        self._make()

    def crash(self) -> None:
        """The server's process dies; it is started again by itself. Nothing when it is dead already."""
        if pid := self.server.state.pid:  # 0 would be ourselves
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def empty(self) -> None:
        for name in ("store", "last-entry"):
            path = self.folder / "hub" / name
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)

    def copy(self) -> Path:
        return Path(shutil.copytree(self.folder, self.folder.with_name(f"copy-{uuid7(wall_ms())}")))

    def put_back(self, copy: Path) -> None:
        shutil.rmtree(self.folder)
        shutil.copytree(copy, self.folder)

    def membership(self, station: str, role: str) -> Membership:
        user = self._users.setdefault(station, HubUser(station, Role(role), new_password()))
        self.server.set_users(list(self._users.values()))
        certificate = (self.folder / "hub" / "certificate.pem").read_text(encoding="ascii")
        return Membership(
            self.edition_id,
            (str(self._listen),),
            station,
            user.role,
            user.password,
            certificate,
        )

    def revoke(self, station: str) -> None:
        del self._users[station]
        self.server.set_users(list(self._users.values()))

    # As the keeper of the streams, who may do everything.

    def messages(self) -> int:
        async def count(client: Client) -> int:
            return (await client.jetstream().stream_info(self._subjects.entries_stream)).state.messages

        return self._as_keeper(count)

    def purge(self) -> None:
        async def purge(client: Client) -> None:
            await client.jetstream().purge_stream(self._subjects.entries_stream)

        self._as_keeper(purge)

    def publish(self, subject: str, data: bytes, id_: str) -> None:
        async def publish(client: Client) -> None:
            await client.jetstream().publish(subject, data, headers={"Nats-Msg-Id": id_})

        self._as_keeper(publish)

    def say(self, subject: str, data: bytes) -> None:
        async def say(client: Client) -> None:
            await client.publish(subject, data)
            await client.flush()

        self._as_keeper(say)

    def _as_keeper(self, work: Callable[[Client], Awaitable[T]]) -> T:
        """Waits for a server that is being started again."""

        async def connected() -> T:
            certificate = (self.folder / "hub" / "certificate.pem").read_text(encoding="ascii")
            end = time.monotonic() + WAIT_S
            while True:
                client = Client()
                try:
                    await client.connect(
                        f"tls://{self._listen}",
                        tls=pinned(certificate),
                        user=HUB_USER,
                        password=self.server._logins.hub,
                        allow_reconnect=False,
                        max_reconnect_attempts=1,
                        error_cb=_quiet,
                    )
                    return await work(client)
                except (NatsError, OSError):
                    if time.monotonic() > end:
                        raise
                    await asyncio.sleep(0.1)
                finally:
                    await hang_up(client)

        return asyncio.run(connected())


async def _quiet(_: Exception) -> None: ...


class Station:
    """A journal and its hub client, with a cable that can be pulled and a clock that may be wrong."""

    def __init__(
        self, root: Path, membership: Membership, ahead_ms: int = 0, direct: bool = False, is_ahead: bool = False
    ) -> None:
        """``direct``: without the cable, which costs some time. ``is_ahead``: of the next version, which ``versions``
        allows.
        """
        host, _, port = membership.servers[0].partition(":")
        self.cable = Cable(host, int(port))
        self.name = membership.station
        self.folder = root / self.name
        self.folder.mkdir(parents=True, exist_ok=True)
        self.ahead_ms = ahead_ms
        self.machine = f"machine of {self.name}"
        self.is_ahead = is_ahead
        self._membership = membership if direct else replace(membership, servers=(self.cable.address,))
        self.open()

    def now_ms(self) -> int:
        return wall_ms() + self.ahead_ms

    def open(self) -> None:
        self.core = Core(lambda: Store(self.folder / paths.DATABASE, app.TYPES, self.now_ms))
        self.core.opened.result()
        self.core.subscribe(tell)
        self.client = HubClient(self.core, self._membership, Here(self.folder, self.machine), self.now_ms)
        self.client.listen(tell)
        if self.is_ahead:
            ahead(self.client)
        self.client.start()

    def close(self) -> None:
        self.client.close()
        self.core.close()

    def end(self) -> None:
        self.close()
        self.cable.close()

    def hear(self, hub: Hub | None) -> None:
        """From now on it reaches this server, or none."""
        if hub is None:
            self.cable.cut()
        else:
            self.cable.lead(*hub.address)
            self.cable.mend()

    def record(self, *facts: Fact) -> Sequence[Entry]:
        """Records at once, as a desk does: what this returns was acknowledged to a person."""

        def job(store: Store) -> Sequence[Entry]:
            with store.transaction(Author(self.name)) as tx:
                entries = tx.record(*facts)
            self.core.publish(tx.change)
            return entries

        return self.core.call(job)

    def expect(self, attendee_id: str) -> Entry:
        return self.record(people.upserted(attendee_id, {"last_name": "Dupont", "status": "confirmed"}))[0]

    def admit(self, attendee_id: str) -> Entry:
        return self.record(presence.admitted(attendee_id, ZONE, "once"))[0]

    def let_in(self, attendee_id: str) -> Entry | None:
        """As the desk's rules have it: nobody whom this station knows to be in is admitted again."""

        def job(store: Store) -> Entry | None:
            state = store.state(people.subject(attendee_id))
            if state and presence.last_admission(state, ZONE):
                return None
            with store.transaction(Author(self.name)) as tx:
                (entry,) = tx.record(presence.admitted(attendee_id, ZONE, "once"))
            self.core.publish(tx.change)
            return entry

        return self.core.call(job)

    def double_admissions(self) -> list[frozenset[str]]:
        """The entries of each line of the supervisor's list."""
        return [frozenset(each.entries) for each in self.core.call(conflicts.conflicts) if each.what == conflicts.ENTRY]

    def linked(self) -> bool:
        return self.client.view.state == CONNECTED

    def count(self) -> int:
        return self.core.call(lambda store: sum(store.positions().values()))

    def fold(self) -> dict[str, Any]:
        """Every state of the journal, and the totals: what must be the same on all stations."""

        def read(store: Store) -> dict[str, Any]:
            with store.reading() as connection:
                states = dict(read_states(connection))
            said: dict[str, Any] = {
                subject: (state.data, state.personal, state.last) for subject, state in states.items()
            }
            return said | {"totals": {key: number for key, number in store.counts.items() if number}}

        return self.core.call(read)

    def ids(self) -> set[str]:
        return self.core.call(lambda store: {entry.id for entry in store.entries()})

    def history(self, subject: str) -> list[Entry]:
        def read(store: Store) -> list[Entry]:
            with store.reading() as connection:
                return load_entries(connection, subject)

        return self.core.call(read)


def converge(stations: Sequence[Station], acknowledged: set[str], wait_s: float = WAIT_S) -> None:
    """Waits until every station has every acknowledged entry and all that the others have, and compares what they make
    of them.
    """

    def is_everywhere() -> bool:
        first, *others = (station.ids() for station in stations)
        return acknowledged <= first and all(ids == first for ids in others)

    until("every entry everywhere", is_everywhere, wait_s)
    first, *others = (station.fold() for station in stations)
    for station, other in zip(stations[1:], others, strict=True):
        assert other == first, f"{station.name} has another state than {stations[0].name}"


def end(stations: Sequence[Station]) -> None:
    for station in stations:
        with suppress(Exception):
            station.end()
