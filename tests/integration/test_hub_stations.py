"""Hosting and joining a whole edition, as the program does it: with the real server, counter and journals."""

import stat
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.hub_stations import until
from tests.integration.conftest import Ran
from tests.networks import free_listen, networked
from vi_events import app, paths
from vi_events.app import OpenEdition
from vi_events.edition import vault
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.errors import UserError
from vi_events.journal.entry import Author
from vi_events.journal.hub.config import Listen
from vi_events.journal.hub.joining import JoinRefusedError
from vi_events.journal.hub.roles import Role
from vi_events.stations.joining import join_edition
from vi_events.stations.network import Network

PIN = "2468"


class Host(NamedTuple):
    """An edition that is hosted in this process."""

    opened: OpenEdition
    network: Network

    def link(self, role: Role = Role.DESK) -> str:
        return self.network.invite(role).result().link


@pytest.fixture
def listen() -> Listen:
    return free_listen()


@pytest.fixture
def host(tmp_path: Path, listen: Listen) -> Iterator[Host]:
    edition = Edition("labels-2027", "Labels", "2027-02-05", "Paris")
    folder = app.create_edition(tmp_path / "host", edition, [Zone("ceremonie", "Cérémonie")], PIN)
    with app.open_edition(folder, Author("régie")) as opened, networked(opened, listen) as network:
        network.host().result()
        yield Host(opened, network)


def test_a_joined_station_works_on_the_same_edition(host: Host, tmp_path: Path) -> None:
    folder = join_edition(tmp_path / "desk", host.link(), "Accueil 1")
    with ExitStack() as stack:
        desk = stack.enter_context(app.open_edition(folder, Author("Accueil 1")))
        network = stack.enter_context(networked(desk))
        network.start().result()
        assert (desk.edition.title, [zone.name for zone in desk.zones]) == ("Labels", ["Cérémonie"])
        added = desk.reception.walk_in({"last_name": "Dupont", "first_name": "Anne"}).result()
        assert added.verdict == "admitted"
        until("the host knows", lambda: bool(host.opened.core.call(lambda store: store.subjects("in:ceremonie"))))


def test_a_desk_gets_the_ticket_key_and_the_webtv_does_not(host: Host, tmp_path: Path) -> None:
    desk = join_edition(tmp_path / "desk", host.link(), "Accueil 1")
    webtv = join_edition(tmp_path / "webtv", host.link(Role.WEBTV), "Webtv")
    assert vault.load(desk) == host.opened.vault
    assert vault.load(webtv).ticket_key == b""
    assert not vault.load(webtv).pin_is(PIN)


def test_secrets_are_in_files_that_only_their_owner_reads(host: Host, tmp_path: Path) -> None:
    folder = join_edition(tmp_path / "desk", host.link(), "Accueil 1")
    secret = [folder / paths.MEMBERSHIP, host.opened.folder / "hub" / "members.json"]
    assert [stat.S_IMODE(path.stat().st_mode) for path in secret] == [0o600, 0o600]


def test_a_name_with_entries_is_refused_and_leaves_nothing(host: Host, tmp_path: Path) -> None:
    link = host.link()
    with pytest.raises(JoinRefusedError) as refused:
        join_edition(tmp_path / "desk", link, "régie")
    assert refused.value.proposal == "régie-2"
    assert not (tmp_path / "desk" / "labels-2027").exists()
    assert join_edition(tmp_path / "desk", link, refused.value.proposal).is_dir()


def test_joining_again_from_the_same_computer_keeps_its_journal(host: Host, tmp_path: Path) -> None:
    first = join_edition(tmp_path / "desk", host.link(), "Accueil 1")
    with app.open_edition(first, Author("Accueil 1")) as desk:
        desk.reception.walk_in({"last_name": "Dupont"}).result()
    assert join_edition(tmp_path / "desk", host.link(), "Accueil 1") == first
    # What was recorded alone went out while joining.
    until("the host has it", lambda: "Accueil 1" in host.opened.core.call(lambda store: store.positions()))


def test_a_revoked_station_is_cut_off_and_told(host: Host, tmp_path: Path) -> None:
    folder = join_edition(tmp_path / "desk", host.link(), "Accueil 1")
    with app.open_edition(folder, Author("Accueil 1")) as desk, networked(desk) as network:
        network.start().result()
        until("linked", lambda: network.view().hub.state == "connected")
        host.network.revoke("Accueil 1").result()
        until("told", lambda: network.view().hub.state == "refused")
    with pytest.raises(UserError) as refused:
        host.network.revoke("régie").result()
    assert refused.value.code == "station_hosts"


def test_another_edition_of_the_same_name_is_not_touched(host: Host, tmp_path: Path) -> None:
    mine = app.create_edition(tmp_path / "desk", Edition("labels-2027", "Mine", "2027-02-05", "Lyon"), [])
    with pytest.raises(UserError) as refused:
        join_edition(tmp_path / "desk", host.link(), "Accueil 1")
    assert refused.value.code == "edition_exists"
    assert not (mine / paths.MEMBERSHIP).exists()


def test_who_was_admitted_is_still_after_the_host_restarts(host: Host, tmp_path: Path, listen: Listen) -> None:
    join_edition(tmp_path / "desk", host.link(), "Accueil 1")
    before = host.network.identity()
    host.network.stop_hosting().result()
    with networked(host.opened, listen) as again:
        again.host().result()
        assert [member.name for member in again.view().members] == ["Accueil 1", "régie"]
        assert again.identity() == before


# Commands


def test_status_tells_a_station_that_works_alone(vi: Callable[..., Ran]) -> None:
    assert vi("hub", "status", "--json").said == {"state": "off"}


def test_status_tells_what_waits_when_the_host_is_away(
    host: Host, tmp_path: Path, vi: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "desk"
    folder = join_edition(data, host.link(), "Accueil 1")
    with app.open_edition(folder, Author("Accueil 1")) as desk:
        desk.reception.walk_in({"last_name": "Dupont"}).result()
        waiting = desk.core.call(lambda store: store.positions()["Accueil 1"])
    monkeypatch.setenv("VI_EVENTS_DATA", str(data))
    said: dict[str, Any] = vi("hub", "status", "--json").said
    assert (said["state"], said["station"], said["pending"]) == ("reachable", "Accueil 1", waiting)
    host.network.stop_hosting().result()
    assert vi("hub", "status", "--json").said["state"] == "hub_away"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("join",), "link_missing"),
        (("join", "vi-events://nowhere"), "link_invalid"),
        (("config", "--expect", "desk"), "station_name_invalid"),
        (("config", "--cluster", "a=10.0.0.1:4222"), "cluster_of_three"),
        (("serve", "--invite", "roi"), "role_unknown"),
        (("serve", "--listen", "nowhere:x"), "hub_listen_invalid"),
    ],
)
def test_what_cannot_be_done_is_said(vi: Callable[..., Ran], arguments: tuple[str, ...], code: str) -> None:
    ran = vi("hub", *arguments, "--json")
    assert (ran.code, ran.error) == (1, code)
