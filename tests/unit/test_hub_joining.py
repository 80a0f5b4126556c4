"""Joining a host: what a link says, who gets in, and what is refused."""

import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest

from vi_events.clock import wall_ms
from vi_events.errors import UserError
from vi_events.journal.hub.certificate import kept_certificate
from vi_events.journal.hub.joining import (
    VALID_MS,
    Counter,
    Invitation,
    Joined,
    JoinRefusedError,
    Request,
    free_name,
    join,
    parse_link,
)
from vi_events.journal.hub.link import Membership
from vi_events.journal.hub.roles import Role

EDITION = "0123456789abcdef"
INVITATION = Invitation(("10.0.0.5:4223", "[fe80::1]:4223"), "ab" * 32, "s3cret", EDITION, Role.DESK)
REQUEST = Request("Accueil 2", "machine-2")


class FakeHost:
    """A host that admits everyone and remembers whom."""

    def __init__(self, certificate: str) -> None:
        self.known: dict[str, str] = {"Régie": "machine-1", "poste-1": ""}
        self.certificate = certificate

    def names(self) -> Mapping[str, str]:
        return self.known

    def admit(self, request: Request, role: Role) -> Joined:
        self.known[request.station] = request.machine
        membership = Membership(EDITION, ("10.0.0.5:4222",), request.station, role, "password", self.certificate)
        return Joined(membership, "labels-2027", b"key" if role is Role.DESK else b"", "", {"Régie": 7})


class Clock:
    def __init__(self) -> None:
        self.ms = wall_ms()

    def __call__(self) -> int:
        return self.ms


class Desk:
    """A counter that is open on loopback."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        certificate = kept_certificate(folder, ["127.0.0.1"], self.clock())
        self.host = FakeHost(certificate.certificate.read_text(encoding="ascii"))
        self.counter = Counter(self.host, EDITION, certificate, self.clock)
        self.address = f"127.0.0.1:{self.counter.open('127.0.0.1')}"

    def invite(self, role: Role = Role.DESK) -> Invitation:
        return parse_link(self.counter.invite(role, (self.address,)).link)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.counter.close()


def refusal(invitation: Invitation, request: Request = REQUEST) -> JoinRefusedError:
    with pytest.raises(JoinRefusedError) as refused:
        join(invitation, request)
    return refused.value


# Links


def test_a_link_says_all_that_it_said() -> None:
    assert parse_link(INVITATION.link) == INVITATION
    assert parse_link(f"  {INVITATION.link}\n") == INVITATION
    assert INVITATION.link.startswith("vi-events://join?")


@pytest.mark.parametrize(
    "link",
    [
        "",
        "vi-events://join",
        "https://example.org",
        INVITATION.link[:-20],
        INVITATION.link.replace("join", "leave"),
        INVITATION.link.replace("ab" * 32, "ab"),
        INVITATION.link.replace("4223", "0"),
        INVITATION.link.replace("r=desk", f"r={quote('roi')}"),
    ],
)
def test_what_is_no_link_is_said_so(link: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_link(link)
    assert refused.value.code == "link_invalid"


def test_a_secret_is_in_no_representation() -> None:
    assert "s3cret" not in repr(INVITATION)


# Who gets in


def test_a_station_joins_and_gets_what_its_role_needs(desk: Desk) -> None:
    joined = join(desk.invite(), REQUEST)
    assert (joined.membership.station, joined.membership.role, joined.slug) == ("Accueil 2", Role.DESK, "labels-2027")
    assert joined.ticket_key == b"key"
    assert desk.host.known["Accueil 2"] == "machine-2"


def test_a_link_works_once(desk: Desk) -> None:
    invitation = desk.invite()
    join(invitation, REQUEST)
    assert refusal(invitation, replace(REQUEST, station="Accueil 3")).code == "link_expired"


def test_a_link_works_for_ten_minutes(desk: Desk) -> None:
    invitation, other = desk.invite(), desk.invite()
    desk.clock.ms += VALID_MS - 1
    join(invitation, REQUEST)
    desk.clock.ms += 1
    assert refusal(other, replace(REQUEST, station="Accueil 3")).code == "link_expired"


def test_a_guessed_secret_opens_nothing(desk: Desk) -> None:
    assert refusal(replace(desk.invite(), secret="guess")).code == "link_expired"
    assert refusal(replace(desk.invite(), secret="dévine")).code == "link_expired"


def test_the_name_of_another_computer_is_refused_with_a_free_one(desk: Desk) -> None:
    invitation = desk.invite()
    refused = refusal(invitation, replace(REQUEST, station="Régie"))
    assert (refused.code, refused.proposal) == ("station_name_taken", "Régie-2")
    # The link still works, under the name proposed.
    assert join(invitation, replace(REQUEST, station=refused.proposal)).membership.station == "Régie-2"


def test_a_name_that_has_entries_already_is_taken_though_its_computer_is_unknown(desk: Desk) -> None:
    refused = refusal(desk.invite(), replace(REQUEST, station="poste-1"))
    assert refused.proposal == "poste-2"


def test_the_same_computer_may_come_back_under_its_name(desk: Desk) -> None:
    join(desk.invite(), REQUEST)
    assert join(desk.invite(), REQUEST).membership.station == "Accueil 2"


def test_a_free_name_is_one_that_nobody_has() -> None:
    assert free_name("poste-1", {"poste-1": "", "poste-2": ""}) == "poste-3"
    assert free_name("12", {}) == "poste-2"
    assert len(free_name("x" * 40, {})) <= 40


@pytest.mark.parametrize("name", ["", " ", "-a", "a\nb", "a/b", "x" * 41, "🙂"])
def test_a_name_that_cannot_be_written_is_refused(desk: Desk, name: str) -> None:
    assert refusal(desk.invite(), replace(REQUEST, station=name)).code == "station_name_invalid"


def test_another_version_is_told_apart_and_spares_the_link(desk: Desk) -> None:
    invitation = desk.invite()
    assert refusal(invitation, replace(REQUEST, wire=2)).code == "version_incompatible"
    join(invitation, REQUEST)


# The network


def test_another_machine_at_the_address_is_told_nothing(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    stranger = Desk(other)
    with pytest.raises(UserError) as refused:
        join(replace(desk.invite(), addresses=(stranger.address,)), REQUEST)
    assert refused.value.code == "host_unreachable"
    assert stranger.host.known == {"Régie": "machine-1", "poste-1": ""}
    stranger.counter.close()


def test_a_host_that_moved_is_found_by_its_announcement(desk: Desk) -> None:
    moved = replace(desk.invite(), addresses=("127.0.0.1:9",))
    assert join(moved, REQUEST, lambda: (desk.address,)).slug == "labels-2027"


def test_rubbish_at_the_counter_does_not_stop_it(desk: Desk) -> None:
    host, _, port = desk.address.partition(":")
    for rubbish in (b"GET / HTTP/1.0\r\n\r\n", b"", b"\x00" * 5000):
        with socket.create_connection((host, int(port)), 5) as plain:
            plain.sendall(rubbish)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    for rubbish in (
        b"{}\n",
        b"[1]\n",
        b'{"secret":1,"station":[],"machine":{},"program":0,"wire":"1"}\n',
    ):
        with context.wrap_socket(socket.create_connection((host, int(port)), 5)) as talk:
            talk.sendall(rubbish)
            assert b"refused" in talk.recv(65536)
    with context.wrap_socket(socket.create_connection((host, int(port)), 5)) as talk, suppress(OSError):
        talk.sendall(b"x" * 1_000_000)  # an endless line is cut off
    assert join(desk.invite(), REQUEST).slug == "labels-2027"
