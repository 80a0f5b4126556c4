"""What strangers on the venue's network may do to a running host: scans of its ports, floods, messages too large.

Meanwhile the desks work: what one admits, the other knows within two seconds.
"""

import json
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from tests.hub_stations import Hub, Station, end, until
from tests.networks import free_listen
from tests.programs import Program, expected, invited, programs
from vi_events.app import read_edition
from vi_events.journal.hub.certificate import pinned
from vi_events.journal.hub.config import MAX_CONNECTIONS, MAX_PAYLOAD, Listen
from vi_events.journal.hub.joining import Request, join, parse_link
from vi_events.journal.hub.link import Membership
from vi_events.stations import files

WITHIN_S = 2.0
SCANS = 8
CONNECTIONS = 1000
PATIENCE_S = 10.0
HTTP, NATS = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"CONNECT {}\r\nPING\r\nSUB > 1\r\nPUB vi 1\r\nx\r\n"
CLIENT_HELLO = b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"
GARBAGE = (HTTP, NATS, b"\x00" * 64, bytes(range(256)) * 16, CLIENT_HELLO, b"\r\n" * 500)
Attack = Callable[["Venue", threading.Event], None]


class Venue:
    """A host and two desks, each a program."""

    def __init__(self, stack: ExitStack, root: Path) -> None:
        self.start = stack.enter_context(programs())
        self.listen: Listen = free_listen()
        _, self.tickets = expected(root / "host", 200)
        self.host: Program = self.start(root / "host", "hub", "serve", "--listen", str(self.listen))
        self.host.wait_for(1)
        self.desks: dict[str, Program] = {}
        self.folders: dict[str, Path] = {}
        for name in ("Accueil 1", "Accueil 2"):
            data = root / name
            joining = self.start(data, "hub", "join", invited(self.host), "--station", name)
            joining.wait_for(1)
            assert joining.end() == 0, joining
            self.folders[name] = data / "labels"
            self.desks[name] = self.start(data, "scan")
        self.scanned = 0

    @property
    def ports(self) -> tuple[int, int]:
        """The server's, and the counter's."""
        return self.listen.port, self.listen.port + 1

    def membership(self, desk: str) -> Membership:
        found = files.load_membership(self.folders[desk])
        assert found is not None
        return found

    def crosses(self) -> float:
        """Seconds until what the first desk admitted is known to the other."""
        one, two = self.desks.values()
        ticket = self.tickets[self.scanned]
        self.scanned += 1
        before = len(one.said)
        started = time.monotonic()
        one.type(ticket)
        said = one.wait_for(before + 1)[before]
        assert said["verdict"] == "admitted", said
        until(
            f"{said['attendee_id']} is known: {two!r}, {self.host!r}",
            lambda: self._knows("Accueil 2", said["attendee_id"]),
            PATIENCE_S,
        )
        return time.monotonic() - started

    def _knows(self, desk: str, attendee_id: str) -> bool:
        with read_edition(self.folders[desk]) as store:
            return any(entry.kind == "attendee_admitted" for entry in store.entries_of(f"attendee:{attendee_id}"))

    def connect(self, port: int) -> socket.socket:
        return socket.create_connection((self.listen.host, port), PATIENCE_S)


@pytest.fixture(scope="module")
def venue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Venue]:
    with ExitStack() as stack:
        made = Venue(stack, tmp_path_factory.mktemp("venue"))
        made.crosses()
        yield made


@contextmanager
def attacked(venue: Venue, attack: Attack) -> Iterator[None]:
    """While it lasts, the attack is made over and over."""
    ended = threading.Event()
    failures: list[BaseException] = []

    def go_on() -> None:
        try:
            while not ended.is_set():
                attack(venue, ended)
        except OSError:
            pass  # the host may hang up, or have no place left
        except BaseException as problem:  # noqa: BLE001
            failures.append(problem)

    attacker = threading.Thread(target=go_on)
    attacker.start()
    try:
        yield
    finally:
        ended.set()
        attacker.join()
    assert not failures, failures


def scan_plain(venue: Venue, ended: threading.Event) -> None:
    """As nmap does: connects, says something or nothing, listens a little, goes away."""
    for port in venue.ports:
        for said in (b"", *GARBAGE):
            with suppress(OSError), venue.connect(port) as talk:
                talk.settimeout(0.05)
                talk.sendall(said)
                talk.recv(4096)
            if ended.is_set():
                return


def scan_tls(venue: Venue, ended: threading.Event) -> None:
    """As testssl does: every version of TLS, ciphers, then garbage inside, or a handshake left half-way."""
    for port in venue.ports:
        for newest in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
            for said in (b"", *GARBAGE):
                with suppress(OSError):
                    _over_tls(venue, port, newest, said)
                if ended.is_set():
                    return


def _over_tls(venue: Venue, port: int, newest: ssl.TLSVersion, said: bytes) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.maximum_version = newest
    plain = venue.connect(port)
    with plain:
        plain.settimeout(0.5)
        if port == venue.listen.port:
            plain.recv(4096)  # the server greets before
        with context.wrap_socket(plain) as talk:
            talk.sendall(said)
            talk.recv(4096)


def flood(venue: Venue, ended: threading.Event) -> None:
    """A thousand connections that stay, half of them silent; then all at once they go."""
    with ExitStack() as stack:
        for number in range(CONNECTIONS):
            if ended.is_set():
                return
            with suppress(OSError):
                talk = stack.enter_context(venue.connect(venue.ports[number % 2]))
                if number % 4 > 1:
                    talk.sendall(GARBAGE[number % len(GARBAGE)])
        ended.wait(1)


def say_too_much(venue: Venue, ended: threading.Event) -> None:
    """Messages larger than allowed: before a login, with a desk's own, and at the counter."""
    member = venue.membership("Accueil 2")
    context = pinned(member.certificate)
    login = json.dumps({"user": member.token, "pass": member.password, "verbose": False}).encode()
    body = b"PUB x %d\r\n" % (MAX_PAYLOAD + 1) + bytes(MAX_PAYLOAD + 3)
    for port, said in (
        (venue.ports[0], body),
        (venue.ports[0], b"CONNECT " + login + b"\r\n" + body),
        (venue.ports[0], b"CONNECT " + b"{" * 5_000_000),
        (venue.ports[1], b'{"secret": "' + b"a" * 5_000_000),
    ):
        with suppress(OSError):
            plain = venue.connect(port)
            with plain:
                if port == venue.listen.port:
                    plain.recv(4096)
                with context.wrap_socket(plain) as talk:
                    talk.sendall(said)
                    talk.recv(4096)
        if ended.wait(0.05):
            return


def drip(venue: Venue, ended: threading.Event) -> None:
    """Takes every place at the counter, and says one byte from time to time."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with ExitStack() as stack:
        talks = []
        for _ in range(20):
            with suppress(OSError):
                plain = stack.enter_context(venue.connect(venue.ports[1]))
                plain.settimeout(0.5)
                talks.append(stack.enter_context(context.wrap_socket(plain)))
        while not ended.wait(0.5):
            for talk in talks:
                with suppress(OSError):
                    talk.sendall(b" ")


@pytest.mark.parametrize("attack", [scan_plain, scan_tls, flood, say_too_much, drip])
def test_the_desks_work_while_strangers_try_the_host(venue: Venue, attack: Attack) -> None:
    took: list[float] = []
    with attacked(venue, attack):
        for _ in range(SCANS):
            took.append(venue.crosses())
            time.sleep(0.25)
    print(attack.__name__, [round(each, 2) for each in took])
    assert max(took) < WITHIN_S
    assert venue.host.process.poll() is None
    assert not any("relancé" in sentence for sentence in venue.host.sentences)


def test_a_flood_that_lasts_does_not_make_the_host_end_its_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Strangers hold every place: the supervisor, who looks after the server every two seconds, keeps its own."""
    monkeypatch.setattr("vi_events.journal.hub.server._SILENT_S", 5.0)
    ended = threading.Event()
    with Hub(tmp_path / "hub") as hub:
        one, two = (Station(tmp_path, hub.membership(f"poste-{each}", "desk"), direct=True) for each in (1, 2))
        strangers = threading.Thread(target=hold_every_place, args=(hub, ended))
        try:
            until("both linked", lambda: one.linked() and two.linked())
            strangers.start()
            log = hub.folder / "hub" / "hub.log"
            until("no place is left", lambda: "maximum connections exceeded" in log.read_text())
            until_s = time.monotonic() + 12
            while time.monotonic() < until_s:
                entry = one.admit("anne")
                until("it crosses", lambda entry=entry: entry.id in two.ids(), WITHIN_S)
                assert ended.wait(0.5) is False
            # Somebody who joins meanwhile makes the server read its configuration again: it takes it.
            hub.membership("poste-3", "desk")
            assert (hub.server.state.restarts, hub.server.state.error) == (0, None)
        finally:
            ended.set()
            strangers.join()
            end([one, two])


def hold_every_place(hub: Hub, ended: threading.Event) -> None:
    """Connects again as soon as the server hangs up."""
    held: list[socket.socket] = []
    while not ended.wait(0.02):
        held = [talk for talk in held if _is_open(talk)]
        with suppress(OSError):
            while len(held) < MAX_CONNECTIONS + 100 and not ended.is_set():
                held.append(socket.create_connection(hub.address, 1))
    for talk in held:
        talk.close()


def _is_open(talk: socket.socket) -> bool:
    talk.setblocking(False)
    try:
        if talk.recv(65536):
            return True
    except BlockingIOError:
        return True
    except OSError:
        pass
    talk.close()
    return False


@pytest.mark.parametrize("attack", [flood, drip])
def test_a_station_can_join_once_the_flood_is_over(venue: Venue, attack: Attack) -> None:
    with attacked(venue, attack):
        time.sleep(2)
    invitation = parse_link(invited(venue.host))
    until("somebody can join", lambda: _joins(invitation, attack.__name__))


def _joins(invitation: Any, name: str) -> bool:
    try:
        return bool(join(invitation, Request(f"Renfort {name}", name)))
    except Exception:  # noqa: BLE001 (it says why, and a person tries again)
        return False


def test_places_at_the_counter_are_not_held_for_long(venue: Venue) -> None:
    invitation = parse_link(invited(venue.host))
    with attacked(venue, drip):
        time.sleep(1)
        until("somebody can join between those who wait", lambda: _joins(invitation, "attente"), 20)
