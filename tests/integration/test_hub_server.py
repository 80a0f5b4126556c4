"""The hub's real server: what it refuses to whom, and what it outlives."""

import asyncio
import json
import os
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator
from contextlib import ExitStack, asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import nats
import pytest
from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.errors import Error as NatsError

from vi_events.clock import wall_ms
from vi_events.errors import DeviceError, UserError
from vi_events.journal.hub import troubles
from vi_events.journal.hub.admin import Admin
from vi_events.journal.hub.certificate import kept_certificate, pinned
from vi_events.journal.hub.child import find_binary
from vi_events.journal.hub.config import (
    MAX_CONNECTIONS,
    MAX_PAYLOAD,
    Cluster,
    HubConfig,
    Listen,
    Logins,
    Places,
    configuration,
)
from vi_events.journal.hub.roles import HubUser, Role, new_password
from vi_events.journal.hub.server import HubServer, Phase
from vi_events.journal.hub.subjects import Subjects, inbox, station_token

EDITION, OTHER_EDITION = "0123456789abcdef", "fedcba9876543210"
SUBJECTS, OTHERS = Subjects(EDITION), Subjects(OTHER_EDITION)
DESK, DESK_2 = HubUser("Accueil 1", Role.DESK, new_password()), HubUser("Accueil 2", Role.DESK, new_password())
STAGE = HubUser("Régie plateau", Role.STAGE, new_password())
WEBTV = HubUser("Régie webtv", Role.WEBTV, new_password())
ALL = (DESK, DESK_2, STAGE, WEBTV)
PATIENCE_S = 20.0
ENTRIES, SEALED = SUBJECTS.entries_stream, SUBJECTS.sealed_stream
OWN = SUBJECTS.entry("desk", DESK.token)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[HubServer]:
    made = HubServer(tmp_path, EDITION, Listen("127.0.0.1", free_port()), ALL)
    made.start()
    yield made
    made.stop()


def address(server: HubServer) -> tuple[str, int]:
    return server._listen.host, server._listen.port


def trusting(server: HubServer) -> ssl.SSLContext:
    return pinned((server._folder / "certificate.pem").read_text())


class Station:
    """A connected user that notes what it hears and what it is refused."""

    def __init__(self, client: Client, user: HubUser, refusals: list[str]) -> None:
        self.client, self.user, self.refusals = client, user, refusals
        self.heard: list[Msg] = []

    async def hear(self, *subjects: str) -> None:
        async def noted(message: Msg) -> None:
            self.heard.append(message)

        for subject in subjects:
            await self.client.subscribe(subject, cb=noted)
        await self.client.flush()

    async def say(self, subject: str, data: bytes = b"{}", reply: str = "") -> None:
        await self.client.publish(subject, data, reply=reply)
        await self.client.flush()

    async def is_refused(self, say: Iterable[str] = (), hear: Iterable[str] = ()) -> None:
        """Waits until the server has refused each of them, by its name."""
        await self.hear(*hear)
        for subject in say:
            await self.say(subject)
        awaited = [f'publish to "{subject}"' for subject in say] + [f'subscription to "{subject}"' for subject in hear]
        end = time.monotonic() + PATIENCE_S
        while missing := [one for one in awaited if not any(one.lower() in said.lower() for said in self.refusals)]:
            assert time.monotonic() < end, missing
            await asyncio.sleep(0.01)

    async def store(self, subject: str, data: bytes = b"{}", id_: str = "") -> dict[str, Any]:
        headers = {"Nats-Msg-Id": id_} if id_ else None
        return json_of(await self.client.request(subject, data, timeout=PATIENCE_S, headers=headers))

    async def ask(self, verb: str, **question: Any) -> dict[str, Any]:
        return json_of(await self.client.request(f"$JS.API.{verb}", json.dumps(question).encode(), PATIENCE_S))


def json_of(message: Msg) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(message.data)
    return found


@asynccontextmanager
async def station(server: HubServer, user: HubUser) -> AsyncIterator[Station]:
    refusals: list[str] = []

    async def noted(problem: Exception) -> None:
        refusals.append(str(problem))

    host, port = address(server)
    client = await nats.connect(
        f"tls://{host}:{port}",
        tls=trusting(server),
        user=user.token,
        password=user.password,
        inbox_prefix=inbox(user.token),
        allow_reconnect=False,
        max_reconnect_attempts=1,
        reconnect_time_wait=0,
        error_cb=noted,
    )
    try:
        yield Station(client, user, refusals)
    finally:
        with suppress(Exception):
            await client.close()


def run(work: Callable[[], Awaitable[None]]) -> None:
    async def bounded() -> None:
        await asyncio.wait_for(work(), 3 * PATIENCE_S)

    asyncio.run(bounded())


async def heard(station: Station, number: int) -> None:
    end = time.monotonic() + PATIENCE_S
    while len(station.heard) < number:
        assert time.monotonic() < end
        await asyncio.sleep(0.01)


# Who may do what


FORBIDDEN_TO_SAY = [
    SUBJECTS.entry("stage", DESK.token),
    SUBJECTS.entry("stage", STAGE.token),
    SUBJECTS.entry("webtv", DESK.token),
    SUBJECTS.entry("desk", DESK_2.token),
    SUBJECTS.sealed("palmares"),
    SUBJECTS.prep,
    SUBJECTS.presence(DESK_2.token),
    SUBJECTS.ack(DESK_2.token),
    OTHERS.entry("desk", DESK.token),
    OTHERS.presence(DESK.token),
    f"{inbox(STAGE.token)}.entries",
    f"$JS.API.STREAM.DELETE.{ENTRIES}",
    f"$JS.API.STREAM.PURGE.{ENTRIES}",
    f"$JS.API.STREAM.UPDATE.{ENTRIES}",
    f"$JS.API.STREAM.CREATE.{ENTRIES}",
    f"$JS.API.STREAM.SNAPSHOT.{ENTRIES}",
    f"$JS.API.STREAM.RESTORE.{ENTRIES}",
    f"$JS.API.STREAM.MSG.GET.{ENTRIES}",
    f"$JS.API.STREAM.MSG.DELETE.{ENTRIES}",
    f"$JS.API.DIRECT.GET.{ENTRIES}",
    f"$JS.API.CONSUMER.CREATE.{ENTRIES}.{DESK.token}",
    f"$JS.API.CONSUMER.CREATE.{ENTRIES}",
    f"$JS.API.CONSUMER.DELETE.{ENTRIES}.{STAGE.token}",
    f"$JS.API.CONSUMER.RESET.{ENTRIES}.{STAGE.token}",
    f"$JS.API.CONSUMER.PAUSE.{ENTRIES}.{STAGE.token}",
    f"$JS.ACK.{ENTRIES}.{STAGE.token}.1.1.1.1.0",
    f"$JS.API.STREAM.INFO.{SEALED}",
    f"$JS.API.STREAM.MSG.GET.{SEALED}",
    f"$JS.API.DIRECT.GET.{SEALED}",
    f"$JS.API.CONSUMER.CREATE.{SEALED}.{DESK.token}",
    f"$JS.API.CONSUMER.RESET.{SEALED}.{STAGE.token}",
    "$JS.API.STREAM.LIST",
    "$JS.API.STREAM.NAMES",
    "$JS.API.INFO",
    "$JS.API.META.LEADER.STEPDOWN",
    "$SYS.REQ.SERVER.PING",
    "$SYS.REQ.USER.INFO",
    "$JSC.R.x",
]
FORBIDDEN_TO_HEAR = [
    ">",
    "vi.>",
    "*.>",
    "_INBOX.>",
    f"{inbox(STAGE.token)}.>",
    f"{inbox(DESK_2.token)}.>",
    SUBJECTS.sealed(">"),
    SUBJECTS.prep,
    SUBJECTS.entry("*", "*"),
    SUBJECTS.want("*"),
    OTHERS.presence("*"),
    "$JS.>",
    "$SYS.>",
]


def test_a_desk_is_refused_all_that_is_not_its_own(server: HubServer) -> None:
    async def work() -> None:
        async with station(server, DESK) as desk, station(server, STAGE) as stage:
            sealed = await stage.store(SUBJECTS.sealed("palmares"), b"sealed")
            await desk.is_refused(FORBIDDEN_TO_SAY, FORBIDDEN_TO_HEAR)
            assert (await desk.store(OWN))["seq"] == 1
            found = await stage.ask(f"STREAM.INFO.{SEALED}")
            assert found["state"]["last_seq"] == sealed["seq"] == 1

    run(work)


def test_no_other_desk_and_no_webtv_reaches_the_sealed_documents(server: HubServer) -> None:
    async def work() -> None:
        for user in (DESK_2, WEBTV):
            async with station(server, user) as other:
                verbs = [f"$JS.API.{verb}.{SEALED}" for verb in ("STREAM.INFO", "STREAM.MSG.GET", "DIRECT.GET")]
                await other.is_refused(verbs, [SUBJECTS.sealed(">")])

    run(work)


def test_nothing_a_desk_writes_ends_up_under_another_name(server: HubServer) -> None:
    """The server sends its answers wherever the question says: they may land anywhere, but are of its own making."""

    async def work() -> None:
        forged = SUBJECTS.entry("stage", STAGE.token)
        async with station(server, DESK) as desk, station(server, STAGE) as stage, station(server, WEBTV) as webtv:
            await webtv.hear(SUBJECTS.prep)
            for place in (forged, SUBJECTS.prep, SUBJECTS.sealed("palmares")):
                await desk.say(OWN, b"mine", place)
                await desk.say(f"$JS.API.STREAM.INFO.{ENTRIES}", b"", place)
                await desk.say(f"$JS.API.CONSUMER.INFO.{ENTRIES}.{DESK.token}", b"", place)
                await desk.say(f"$JS.API.CONSUMER.RESET.{ENTRIES}.{DESK.token}", b'{"seq":1}', place)
            await stage.hear(SUBJECTS.delivery(ENTRIES, STAGE.token))
            await stage.hear(SUBJECTS.delivery(SEALED, STAGE.token))
            assert (await desk.store(OWN, b"the last"))["seq"]
            end = time.monotonic() + PATIENCE_S
            while not any(message.data == b"the last" for message in stage.heard):
                assert time.monotonic() < end
                await asyncio.sleep(0.01)
            elsewhere = [one for one in (*stage.heard, *webtv.heard) if one.subject != OWN]
            assert not any(b"mine" in message.data for message in elsewhere)

    run(work)


def test_the_stage_and_the_webtv_do_their_work(server: HubServer) -> None:
    async def work() -> None:
        async with station(server, STAGE) as stage, station(server, WEBTV) as webtv:
            await webtv.hear(SUBJECTS.prep)
            await stage.say(SUBJECTS.prep, b"next")
            assert (await stage.store(SUBJECTS.entry("stage", STAGE.token)))["stream"] == ENTRIES
            assert (await webtv.store(SUBJECTS.entry("webtv", WEBTV.token)))["stream"] == ENTRIES
            assert (await stage.store(SUBJECTS.sealed("palmares"), b"sealed"))["stream"] == SEALED
            await stage.hear(SUBJECTS.delivery(SEALED, STAGE.token))
            await heard(stage, 1)
            assert stage.heard[0].data == b"sealed"
            await heard(webtv, 1)
            await webtv.is_refused([SUBJECTS.entry("stage", WEBTV.token)])
            await stage.is_refused(hear=[SUBJECTS.prep])

    run(work)


def test_everyone_hears_who_is_there(server: HubServer) -> None:
    async def work() -> None:
        async with station(server, DESK) as desk, station(server, DESK_2) as other:
            await other.hear(SUBJECTS.presence("*"), SUBJECTS.want(DESK_2.token))
            await desk.say(SUBJECTS.presence(DESK.token), b"here")
            await desk.say(SUBJECTS.want(DESK_2.token), b"12")
            await heard(other, 2)
            assert desk.refusals == other.refusals == []

    run(work)


def test_a_stranger_gets_nowhere(server: HubServer) -> None:
    async def work() -> None:
        for password in ("", "x", DESK_2.password):
            with pytest.raises(NatsError, match="Authorization"):
                async with station(server, HubUser(DESK.station, Role.DESK, password)):
                    pass

    run(work)


def test_a_station_does_not_talk_to_another_machine(server: HubServer, tmp_path: Path) -> None:
    other = HubServer(tmp_path / "other", EDITION, Listen("127.0.0.1", free_port()), ALL)
    other.start()
    try:
        with socket.create_connection(address(server)) as plain:
            plain.recv(4096)
            with pytest.raises(ssl.SSLCertVerificationError):
                trusting(other).wrap_socket(plain)
    finally:
        other.stop()


# Users who come and go


def test_a_revoked_station_is_cut_off_at_once_and_the_others_are_not(server: HubServer) -> None:
    async def work() -> None:
        async with station(server, DESK) as desk, station(server, DESK_2) as other:
            began = time.monotonic()
            await asyncio.to_thread(server.set_users, (DESK_2, STAGE, WEBTV))
            while not desk.client.is_closed:
                assert time.monotonic() - began < 2
                await asyncio.sleep(0.01)
            assert (await other.store(SUBJECTS.entry("desk", DESK_2.token)))["seq"] == 1
            with pytest.raises(NatsError, match="Authorization"):
                async with station(server, DESK):
                    pass

    run(work)


def test_a_station_that_joins_reads_all_there_was(server: HubServer) -> None:
    late = HubUser("Accueil 3", Role.DESK, new_password())

    async def work() -> None:
        async with station(server, DESK) as desk:
            for number in range(20):
                await desk.store(OWN, str(number).encode())
        await asyncio.to_thread(server.set_users, (*ALL, late))
        async with station(server, late) as new:
            await new.hear(SUBJECTS.delivery(ENTRIES, late.token))
            await heard(new, 20)
            assert [message.data for message in new.heard] == [str(number).encode() for number in range(20)]

    run(work)


def test_a_user_revoked_while_the_server_was_down_stays_out(server: HubServer) -> None:
    os.kill(server.state.pid, signal.SIGKILL)
    server.set_users((DESK_2,))
    until(lambda: server.state.phase is Phase.RUNNING and server.state.restarts == 1)

    async def work() -> None:
        with pytest.raises(NatsError, match="Authorization"):
            async with station(server, DESK):
                pass
        async with station(server, DESK_2) as other:
            assert await other.store(SUBJECTS.entry("desk", DESK_2.token))

    run(work)


def test_two_users_cannot_be_the_same_station(server: HubServer) -> None:
    with pytest.raises(ValueError, match="same station"):
        server.set_users((DESK, HubUser(DESK.station, Role.STAGE, new_password())))


def test_the_stations_connected_are_known(server: HubServer) -> None:
    async def work() -> None:
        async with station(server, DESK), station(server, STAGE):
            await asyncio.to_thread(until, lambda: server.state.stations == {DESK.token, STAGE.token})
        await asyncio.to_thread(until, lambda: not server.state.stations)

    run(work)


# What it outlives


def test_a_killed_server_is_back_with_all_it_acknowledged(server: HubServer) -> None:
    async def work() -> None:
        async with station(server, DESK) as desk:
            for number in range(200):
                await desk.store(OWN, b"x", str(number))
        os.kill(server.state.pid, signal.SIGKILL)
        began = time.monotonic()
        await asyncio.to_thread(until, lambda: server.state.phase is Phase.RUNNING and server.state.restarts == 1)
        assert time.monotonic() - began < 5
        async with station(server, DESK) as desk:
            assert (await desk.ask(f"STREAM.INFO.{ENTRIES}"))["state"]["messages"] == 200
            again = await desk.store(OWN, b"x", "7")
            assert (again["seq"], again["duplicate"]) == (8, True)

    run(work)


def test_a_station_goes_on_where_it_asks(server: HubServer) -> None:
    async def work() -> None:
        async with station(server, DESK) as desk:
            for number in range(10):
                await desk.store(OWN, str(number).encode())
            await desk.hear(SUBJECTS.delivery(ENTRIES, DESK.token))
            await heard(desk, 10)
            await desk.say(desk.heard[9].reply, b"+ACK")
        os.kill(server.state.pid, signal.SIGKILL)
        await asyncio.to_thread(until, lambda: server.state.phase is Phase.RUNNING and server.state.restarts == 1)
        async with station(server, DESK) as desk:
            await desk.ask(f"CONSUMER.RESET.{ENTRIES}.{DESK.token}", seq=6)
            await desk.hear(SUBJECTS.delivery(ENTRIES, DESK.token))
            await heard(desk, 5)
            assert [message.data for message in desk.heard] == [b"5", b"6", b"7", b"8", b"9"]

    run(work)


def test_what_was_taken_is_there_after_a_stop(server: HubServer) -> None:
    async def stored() -> None:
        async with station(server, DESK) as desk:
            await desk.store(OWN)

    async def still_there() -> None:
        async with station(server, DESK) as desk:
            assert (await desk.store(OWN))["seq"] == 2

    run(stored)
    fingerprint = server.fingerprint
    server.stop()
    assert server.state.phase is Phase.STOPPED
    server.start()
    assert server.fingerprint == fingerprint
    run(still_there)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the kernel's promise (prctl) is Linux's")
def test_the_server_dies_with_a_killed_program(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib; from vi_events.journal.hub.server import *; from vi_events.journal.hub.config import *;"
        f"server = HubServer(pathlib.Path(sys.argv[1]), {EDITION!r}, Listen('127.0.0.1', {free_port()}), ());"
        "server.start(); print(server.state.pid, flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as parent:
        assert parent.stdout
        pid = int(parent.stdout.readline())
        assert running(pid)
        parent.kill()
    until(lambda: not running(pid))


def running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_store_with_less_than_it_had_is_moved_aside_and_told(server: HubServer, tmp_path: Path) -> None:
    async def fill() -> None:
        async with station(server, DESK) as desk:
            for _ in range(50):
                await desk.store(OWN, b"x" * 300)

    async def empty() -> None:
        async with station(server, DESK) as desk:
            assert (await desk.ask(f"STREAM.INFO.{ENTRIES}"))["state"]["last_seq"] == 0
            assert (await desk.store(OWN))["seq"] == 1

    run(fill)
    until(lambda: (tmp_path / "hub" / "last-entry").exists())
    server.stop()
    for block in (tmp_path / "hub" / "store").rglob("*.blk"):
        block.write_bytes(block.read_bytes()[: block.stat().st_size // 2])
    server.start()
    assert server.state.phase is Phase.RUNNING
    (sentence,) = server.state.notices
    assert "republie" in sentence
    (aside,) = (tmp_path / "hub").glob("store-*")
    assert aside.name in sentence
    run(empty)


def test_a_store_that_is_no_store_is_moved_aside(server: HubServer, tmp_path: Path) -> None:
    server.stop()
    (tmp_path / "hub" / "store").rename(tmp_path / "hub" / "kept")
    (tmp_path / "hub" / "store").write_text("not a folder")
    server.start()
    assert server.state.phase is Phase.RUNNING
    assert len(server.state.notices) == 1


def test_a_server_that_writes_no_more_is_started_again(server: HubServer, tmp_path: Path) -> None:
    """What nats-server logs once its disk was full; it would take nothing more, even with room."""
    with (tmp_path / "hub" / "hub.log").open("a") as log:
        log.write("[1] [ERR] JetStream stream critical write error: no space left on device\n")
    until(lambda: server.state.restarts == 1 and server.state.phase is Phase.RUNNING)
    assert server.state.error is None


def test_three_servers_with_the_same_configuration_keep_three_copies(tmp_path: Path) -> None:
    kept, logins = kept_certificate(tmp_path, (), wall_ms()), Logins()
    clients, routes = ([Listen("127.0.0.1", free_port()) for _ in range(3)] for _ in range(2))
    commands = []
    for number, (listen, route) in enumerate(zip(clients, routes, strict=True)):
        cluster = Cluster(f"server-{number}", route, tuple(str(one) for one in routes if one != route), "route")
        places = Places(tmp_path / f"store-{number}", kept.certificate, kept.key)
        file = tmp_path / f"{number}.conf"
        file.write_text(configuration(HubConfig(SUBJECTS, listen, ALL, logins, places, cluster)))
        commands.append([str(find_binary()), "-c", str(file)])
    admins = [Admin(one, pinned(kept.certificate.read_text()), logins, SUBJECTS) for one in clients]

    async def work() -> None:
        await elected(admins[0])
        assert await admins[1].prepare(ALL, 3) == 0
        for admin in admins:
            await admin.close()

    with ExitStack() as stack:
        for command in commands:
            child = stack.enter_context(subprocess.Popen(command, stderr=subprocess.DEVNULL))
            stack.callback(child.kill)
        run(work)
    assert all(list(tmp_path.glob(f"store-{number}/**/{ENTRIES}")) for number in range(3))


async def elected(admin: Admin) -> None:
    """Waits until the three have chosen who leads, and hold the streams."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        with suppress(DeviceError):
            await admin.prepare(ALL, 3)
            return
        await asyncio.sleep(0.1)
    raise AssertionError


def test_it_takes_garbage_floods_and_oversized_messages(server: HubServer) -> None:
    async def work() -> None:
        async with station(server, DESK) as desk:
            with ExitStack() as stack:
                for number in range(1000):
                    with suppress(OSError):
                        plain = stack.enter_context(socket.create_connection(address(server), PATIENCE_S))
                        plain.sendall(b"GET / HTTP/1.1\r\n\r\n" if number % 2 else bytes(range(256)) * 8)
                assert (await desk.store(OWN))["seq"] == 1
            await too_large(server)
            assert (await desk.store(OWN))["seq"] == 2
        assert server.state.restarts == 0
        await asyncio.to_thread(until, lambda: connects(server))

    run(work)


async def too_large(server: HubServer) -> None:
    """Said past the client, which would not send it; the server hangs up."""
    reader, writer = await asyncio.open_connection(*address(server))
    await reader.readline()
    await writer.start_tls(trusting(server))
    login = {"user": DESK_2.token, "pass": DESK_2.password, "verbose": False, "pedantic": False}
    writer.write(b"CONNECT " + json.dumps(login).encode() + b"\r\n")
    size = MAX_PAYLOAD + 1
    writer.write(f"PUB {SUBJECTS.entry('desk', DESK_2.token)} {size}\r\n".encode() + bytes(size) + b"\r\n")
    with suppress(OSError):
        await writer.drain()
    answer = await asyncio.wait_for(reader.read(), PATIENCE_S)
    assert b"Maximum Payload Violation" in answer
    writer.close()


def connects(server: HubServer) -> bool:
    async def tried() -> None:
        async with station(server, DESK):
            pass

    try:
        asyncio.run(tried())
    except (NatsError, OSError):
        return False
    return True


def test_connections_are_limited_and_those_there_keep_theirs(server: HubServer) -> None:
    async def work() -> None:
        async with station(server, DESK) as desk:
            with ExitStack() as stack:
                for _ in range(MAX_CONNECTIONS + 20):
                    stack.enter_context(socket.create_connection(address(server), PATIENCE_S))
                log = server._folder / "hub.log"
                await asyncio.to_thread(until, lambda: "maximum connections exceeded" in log.read_text())
                assert (await desk.store(OWN))["seq"] == 1

    run(work)


# Sentences


def test_a_port_in_use_is_told_before_anything_starts(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        server = HubServer(tmp_path, EDITION, Listen("127.0.0.1", other.getsockname()[1]), ALL)
        with pytest.raises(UserError) as problem:
            server.start()
    assert problem.value.code == "hub_port_in_use"
    assert server.state.phase is Phase.STOPPED
    server.stop()


def test_an_address_of_another_machine_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError) as problem:
        HubServer(tmp_path, EDITION, Listen("192.0.2.1", free_port()), ALL).start()
    assert problem.value.code == "hub_address_unknown"


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(troubles, "LEAST_FREE_BYTES", 2**80)
    with pytest.raises(UserError) as problem:
        HubServer(tmp_path, EDITION, Listen("127.0.0.1", free_port()), ALL).start()
    assert problem.value.code == "hub_disk_full"


def test_a_missing_binary_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vi_events.journal.hub.child._BINARY", "no-such-server")
    with pytest.raises(UserError) as problem:
        HubServer(tmp_path, EDITION, Listen("127.0.0.1", free_port()), ALL).start()
    assert problem.value.code == "hub_binary_missing"


def test_a_machine_that_slept_is_told(tmp_path: Path) -> None:
    ahead = [0]
    server = HubServer(tmp_path, EDITION, Listen("127.0.0.1", free_port()), ALL, lambda: wall_ms() + ahead[0])
    server.start()
    try:
        ahead[0] = 7 * 60 * 1000
        until(lambda: bool(server.state.notices))
        assert "7\u202fmin" in server.state.notices[0]
        assert server.state.phase is Phase.RUNNING
    finally:
        server.stop()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights by folder")
def test_passwords_are_for_the_owner_and_not_in_the_log(server: HubServer, tmp_path: Path) -> None:
    run(lambda: _connected_once(server))
    folder = tmp_path / "hub"
    assert folder.stat().st_mode & 0o077 == 0
    for name in ("nats.conf", "key.pem"):
        assert (folder / name).stat().st_mode & 0o077 == 0
    log = (folder / "hub.log").read_text()
    assert "Server is ready" in log
    assert not any(user.password in log for user in ALL)


async def _connected_once(server: HubServer) -> None:
    async with station(server, DESK) as desk:
        await desk.store(OWN)
    assert station_token(DESK.station) == DESK.token
