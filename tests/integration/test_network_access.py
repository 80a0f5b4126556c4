"""A certificate and an access that change while something goes wrong: nobody is kept out who may come, nor let in."""

import asyncio
import errno
import os
import signal
from collections.abc import Sequence
from pathlib import Path
from threading import Event

import pytest

from tests.hub_stations import until
from tests.networks import Seat
from vi_events.clock import wall_ms
from vi_events.errors import StorageError
from vi_events.journal.hub import certificate
from vi_events.journal.hub.admin import Admin
from vi_events.journal.hub.link import LinkLostError
from vi_events.journal.hub.roles import HubUser


def joined(seats: list[Seat], tmp_path: Path) -> tuple[Seat, Seat]:
    """The host, and a desk that is linked."""
    seats.append(seats[0].join(tmp_path / "desk", "Accueil 1"))
    return seats[0], seats[1]


def blip(seat: Seat) -> None:
    """Its link dies, and another is opened."""
    client = seat.network._client
    assert client is not None
    until("it has a link", lambda: client._link is not None)
    link = client._link
    assert link is not None
    client._loop.call_soon_threadsafe(lambda: link.lose(LinkLostError("test", "La liaison est coupée.")))
    until("the link is another", lambda: client._link is not link)
    seat.until_linked()


def test_a_clock_days_off_keeps_nobody_out(seats: list[Seat], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    host, desk = joined(seats, tmp_path)
    hosting = host.network._serving.hosting_or_refuse()
    monkeypatch.setattr(hosting, "_now_ms", lambda: wall_ms() + 40 * 86_400_000)
    host.network.renew().result()
    blip(desk)
    seats.append(host.join(tmp_path / "second", "Accueil 2"))


def test_a_renewal_that_cannot_be_written_changes_nothing(
    seats: list[Seat], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    host, desk = joined(seats, tmp_path)
    write = certificate.write_whole

    def full(path: Path, content: bytes) -> None:
        if path.name == certificate.CERTIFICATE:
            raise OSError(errno.ENOSPC, "No space left on device")
        write(path, content)

    with monkeypatch.context() as patch:
        patch.setattr(certificate, "write_whole", full)
        renewed = host.network.renew()
        with pytest.raises(StorageError):
            renewed.result()
    seats.append(host.join(tmp_path / "second", "Accueil 2"))
    blip(desk)


def test_a_renewal_of_which_the_end_is_not_heard_leaves_every_link_right(
    seats: list[Seat], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    host, desk = joined(seats, tmp_path)
    server = host.network._serving.hosting_or_refuse().server
    set_users = server.set_users

    def late(users: Sequence[HubUser]) -> None:
        set_users(users)
        raise TimeoutError

    with monkeypatch.context() as patch:
        patch.setattr(server, "set_users", late)
        renewed = host.network.renew()
        with pytest.raises(StorageError):
            renewed.result()
    desk.until_linked()
    seats.append(host.join(tmp_path / "second", "Accueil 2"))
    assert host.network._client is not None
    assert host.network._client.membership == host.network._serving.hosting_or_refuse().own


def test_a_station_excluded_while_the_server_starts_again_is_out(
    seats: list[Seat], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    host, desk = joined(seats, tmp_path)
    prepare, has_read, goes_on = Admin.prepare, Event(), Event()

    async def slow(admin: Admin, users: Sequence[HubUser], replicas: int = 1) -> int:
        found = await prepare(admin, users, replicas)
        has_read.set()
        while not goes_on.is_set():
            await asyncio.sleep(0.02)
        return found

    monkeypatch.setattr(Admin, "prepare", slow)
    os.kill(host.network._serving.hosting_or_refuse().server.state.pid, signal.SIGKILL)
    assert has_read.wait(30)
    revoked = host.network.revoke("Accueil 1")
    goes_on.set()
    revoked.result()
    until("it is out", lambda: desk.network.view().hub.state == "refused")
