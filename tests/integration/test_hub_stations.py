"""Hosting and joining a whole edition, as the program does it: with the real server, counter and journals."""

import socket
import stat
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.hub_stations import until
from tests.integration.conftest import Ran
from vi_events import app, stations
from vi_events.app import OpenEdition
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.errors import UserError
from vi_events.journal.entry import Author
from vi_events.journal.hub.client import HubClient
from vi_events.journal.hub.config import Listen
from vi_events.journal.hub.joining import JoinRefusedError
from vi_events.journal.hub.roles import Role

PIN = "2468"


class Host(NamedTuple):
    """An edition that is hosted in this process."""

    opened: OpenEdition
    hosting: stations.Hosting
    client: HubClient

    def link(self, role: Role = Role.DESK) -> str:
        return self.hosting.invite(role).link


@pytest.fixture
def listen() -> Listen:
    """A port that is free, and so is the next one for the counter."""
    while True:
        with socket.create_server(("127.0.0.1", 0)) as first:
            port = first.getsockname()[1]
            try:
                with socket.create_server(("127.0.0.1", port + 1)):
                    return Listen("127.0.0.1", port)
            except OSError:
                continue


@pytest.fixture
def host(tmp_path: Path, listen: Listen) -> Iterator[Host]:
    edition = Edition("labels-2027", "Labels", "2027-02-05", "Paris")
    folder = app.create_edition(tmp_path / "host", edition, [Zone("ceremonie", "Cérémonie")], PIN)
    with app.open_edition(folder, Author("régie")) as opened:
        hosting = stations.Hosting(opened, listen, "machine-1")
        with hosting.running() as client:
            yield Host(opened, hosting, client)


def test_a_joined_station_works_on_the_same_edition(host: Host, tmp_path: Path) -> None:
    folder = stations.join_edition(tmp_path / "desk", host.link(), "Accueil 1")
    with ExitStack() as stack:
        desk = stack.enter_context(app.open_edition(folder, Author("Accueil 1")))
        linked = stack.enter_context(stations.linked(desk))
        assert linked is not None
        assert (desk.edition.title, [zone.name for zone in desk.zones]) == ("Labels", ["Cérémonie"])
        added = desk.reception.walk_in({"last_name": "Dupont", "first_name": "Anne"}).result()
        assert added.verdict == "admitted"
        until("the host knows", lambda: bool(host.opened.core.call(lambda store: store.subjects("in:ceremonie"))))


def test_a_desk_gets_the_ticket_key_and_the_webtv_does_not(host: Host, tmp_path: Path) -> None:
    desk = stations.join_edition(tmp_path / "desk", host.link(), "Accueil 1")
    webtv = stations.join_edition(tmp_path / "webtv", host.link(Role.WEBTV), "Webtv")
    assert stations.vault.load(desk) == host.opened.vault
    assert stations.vault.load(webtv).ticket_key == b""
    assert not stations.vault.load(webtv).pin_is(PIN)


def test_secrets_are_in_files_that_only_their_owner_reads(host: Host, tmp_path: Path) -> None:
    folder = stations.join_edition(tmp_path / "desk", host.link(), "Accueil 1")
    secret = [folder / stations.MEMBERSHIP_FILE, host.opened.folder / "hub" / stations.MEMBERS_FILE]
    assert [stat.S_IMODE(path.stat().st_mode) for path in secret] == [0o600, 0o600]


def test_a_name_with_entries_is_refused_and_leaves_nothing(host: Host, tmp_path: Path) -> None:
    link = host.link()
    with pytest.raises(JoinRefusedError) as refused:
        stations.join_edition(tmp_path / "desk", link, "régie")
    assert refused.value.proposal == "régie-2"
    assert not (tmp_path / "desk" / "labels-2027").exists()
    assert stations.join_edition(tmp_path / "desk", link, refused.value.proposal).is_dir()


def test_joining_again_from_the_same_computer_keeps_its_journal(host: Host, tmp_path: Path) -> None:
    first = stations.join_edition(tmp_path / "desk", host.link(), "Accueil 1")
    with app.open_edition(first, Author("Accueil 1")) as desk:
        desk.reception.walk_in({"last_name": "Dupont"}).result()
    assert stations.join_edition(tmp_path / "desk", host.link(), "Accueil 1") == first
    # What was recorded alone went out while joining.
    until("the host has it", lambda: "Accueil 1" in host.opened.core.call(lambda store: store.positions()))


def test_a_revoked_station_is_cut_off_and_told(host: Host, tmp_path: Path) -> None:
    folder = stations.join_edition(tmp_path / "desk", host.link(), "Accueil 1")
    with app.open_edition(folder, Author("Accueil 1")) as desk, stations.linked(desk) as linked:
        assert linked is not None
        until("linked", lambda: linked.view.state == "connected")
        host.hosting.revoke("Accueil 1")
        until("told", lambda: linked.view.state == "refused")
    with pytest.raises(UserError) as refused:
        host.hosting.revoke("régie")
    assert refused.value.code == "station_hosts"


def test_another_edition_of_the_same_name_is_not_touched(host: Host, tmp_path: Path) -> None:
    mine = app.create_edition(tmp_path / "desk", Edition("labels-2027", "Mine", "2027-02-05", "Lyon"), [])
    with pytest.raises(UserError) as refused:
        stations.join_edition(tmp_path / "desk", host.link(), "Accueil 1")
    assert refused.value.code == "edition_exists"
    assert not (mine / stations.MEMBERSHIP_FILE).exists()


def test_who_was_admitted_is_still_after_the_host_restarts(host: Host, tmp_path: Path, listen: Listen) -> None:
    stations.join_edition(tmp_path / "desk", host.link(), "Accueil 1")
    again = stations.Hosting(host.opened, listen, "machine-1")
    assert [member.user.station for member in again.members()] == ["Accueil 1", "régie"]
    assert again.edition_id == host.hosting.edition_id


# Commands


def test_status_tells_a_station_that_works_alone(vi: Callable[..., Ran]) -> None:
    assert vi("hub", "status", "--json").said == {"state": "off"}


def test_status_tells_what_waits_when_the_host_is_away(
    host: Host, tmp_path: Path, vi: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "desk"
    folder = stations.join_edition(data, host.link(), "Accueil 1")
    with app.open_edition(folder, Author("Accueil 1")) as desk:
        desk.reception.walk_in({"last_name": "Dupont"}).result()
        waiting = desk.core.call(lambda store: store.positions()["Accueil 1"])
    monkeypatch.setenv("VI_EVENTS_DATA", str(data))
    said: dict[str, Any] = vi("hub", "status", "--json").said
    assert (said["state"], said["station"], said["pending"]) == ("reachable", "Accueil 1", waiting)
    host.hosting.server.stop()
    assert vi("hub", "status", "--json").said["state"] == "hub_away"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("join",), "link_missing"),
        (("join", "vi-events://nowhere"), "link_invalid"),
        (("config",), "not_hosted"),
        (("serve", "--invite", "roi"), "role_unknown"),
        (("serve", "--listen", "nowhere:x"), "hub_listen_invalid"),
    ],
)
def test_what_cannot_be_done_is_said(vi: Callable[..., Ran], arguments: tuple[str, ...], code: str) -> None:
    ran = vi("hub", *arguments, "--json")
    assert (ran.code, ran.error) == (1, code)
