"""Several stations: a real host and a real guest, both on this computer; the others of the list are only spoken of."""

import socket
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from vi_events import app
from vi_events.app import OpenEdition
from vi_events.journal.entry import Author
from vi_events.journal.hub import presence
from vi_events.journal.hub.config import Listen
from vi_events.journal.hub.joining import Invitation
from vi_events.journal.hub.presence import StationView
from vi_events.journal.hub.roles import Role
from vi_events.journal.hub.views import AWAY, CONNECTED, HubView
from vi_events.stations.network import Network
from vi_events.stations.views import MemberView, NetworkView
from vi_events.ui.checkin.conflicts_dialog import ConflictsDialog
from vi_events.ui.checkin.supervisor_dialog import PinGuard
from vi_events.ui.shell import Desk
from vi_events.ui.stations.invite_dialog import InviteDialog
from vi_events.ui.stations.join_dialog import JoinDialog
from vi_events.ui.stations.panel import StationsPanel
from vi_events.ui.tour.camera import Camera, Clock
from vi_events.ui.tour.people import expected

GUEST = "Poste 3"
_TWICE, _THERE = 3, 9
"""How many people both stations let in while the network is cut, and how many more the guest alone."""
_ADDRESS = "192.168.1.20"
"""Shown in place of this computer’s own loopback, where nobody else could come."""
_OTHERS = (
    ("Poste 1", Role.DESK, 900, 300, 0),
    ("Personnalités", Role.SUPERVISOR, 1_400, 6_200, 0),
    ("Webtv", Role.WEBTV, 185_000, -200, 2),
)
"""Name, role, how long ago it was heard of and how far its clock is ahead (ms), entries that wait there."""


@dataclass(frozen=True, slots=True)
class _Guest:
    opened: OpenEdition
    network: Network


class StationsTour:
    """The desk hosts. ``data`` is where the other computer keeps its editions; ``zone`` where both let people in."""

    def __init__(self, camera: Camera, clock: Clock, desk: Desk, opened: OpenEdition, data: Path) -> None:
        self._camera, self._clock, self._desk, self._opened, self._data = camera, clock, desk, opened, data
        self._listen = _free_listen()
        self._folder = Path()
        """Of the guest's edition, once it joined."""

    def play(self, size: tuple[int, int]) -> None:
        """Leaves the panel and its dialogs, a desk that is cut off, the people let in twice meanwhile."""
        window, name = self._desk.window, f"-{size[0]}"
        window.resize(*size)
        window.be_idle()
        self._camera.settle(lambda: window.news.network is not None)
        panel = StationsPanel(self._opened, window.news, self._desk.bridge, window)
        panel.show()
        self._camera.settle()
        self._camera.shoot(panel, "postes-seul" + name)
        with self._hosting():
            self._join(self._invite(name), name)
        with self._guest() as guest:
            self._cut(guest, name)
            with self._hosting():
                self._camera.settle(lambda: guest.network.view().hub.state == CONNECTED)
                self._doubles(name)
                self._camera.settle(lambda: _is_at_rest(self._network.view()))
                seen = self._network.view()
        self._many(panel, seen, name)
        panel.close()
        panel.deleteLater()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Both are on, and linked, until the block ends."""
        with self._guest() as guest, self._hosting():
            guest.network.start().result()
            self._camera.settle(lambda: guest.network.view().hub.state == CONNECTED)
            yield

    # The two stations

    @property
    def _network(self) -> Network:
        network = self._desk.window.news.network
        assert network is not None
        return network

    @contextmanager
    def _hosting(self) -> Iterator[None]:
        self._network.host(self._listen).result()
        self._camera.settle(lambda: self._network.view().hub.state == CONNECTED)
        try:
            yield
        finally:
            self._network.stop_hosting().result()
            self._network.leave().result()

    @contextmanager
    def _guest(self) -> Iterator[_Guest]:
        zone = self._opened.reception.settings.zone.id
        with app.open_edition(self._folder, Author(GUEST, "Samir (démo)"), zone, self._clock) as opened:
            network = Network(opened, search=lambda _: ())
            try:
                yield _Guest(opened, network)
            finally:
                network.close()

    # What is seen

    def _invite(self, name: str) -> Invitation:
        """Gives the invitation as it is; what is shown says another address."""
        invites = _Invites(self._network)
        dialog = InviteDialog(cast(Network, invites), self._desk.window.news, self._desk.bridge, self._desk.window)
        dialog.show()
        dialog.roles[Role.DESK].click()
        self._camera.settle(lambda: bool(dialog.link))
        self._camera.shoot(dialog, "postes-inviter" + name)
        dialog.reject()
        assert invites.made is not None
        return invites.made

    def _join(self, invitation: Invitation, name: str) -> None:
        came: list[str] = []
        dialog = JoinDialog(self._data, GUEST, self._desk.window)
        dialog.joined.connect(came.append)
        dialog.show()
        dialog.link.setText(_elsewhere(invitation).link)
        dialog.link.setCursorPosition(0)
        self._camera.settle()
        self._camera.shoot(dialog, "postes-rejoindre" + name)
        dialog.link.setText(invitation.link)
        dialog.accept()
        self._camera.settle(lambda: bool(came))
        self._folder = self._data / came[0]

    def _cut(self, guest: _Guest, name: str) -> None:
        """The network is down: some people come in by both doors. The lamp is the one that the guest has then."""
        codes = [code for _, code in expected(self._opened, _TWICE + _THERE)]
        guest.network.start().result()
        for number, code in enumerate(codes):
            guest.opened.reception.scan(code).result()
            self._clock.pass_s(40)
            if number < _TWICE:
                self._opened.reception.scan(code).result()
                self._clock.pass_s(25)
        self._camera.settle(lambda: _waits(guest.network.view().hub, len(codes)))
        self._desk.bridge.network_changed.emit(guest.network.view())
        self._camera.settle()
        self._camera.shoot(self._desk.window, "accueil-hors-liaison" + name)
        self._desk.bridge.network_changed.emit(NetworkView())

    def _doubles(self, name: str) -> None:
        """One of them was seen to."""
        reception = self._opened.reception
        self._camera.settle(lambda: len(reception.conflicts().result()) >= _TWICE)
        reception.acknowledge(
            reception.conflicts().result()[:1], "La même personne, sortie chercher un bagage", app.DEMO_PIN
        ).result()
        dialog = ConflictsDialog(self._opened, PinGuard(), self._desk.window)
        dialog.show()
        self._camera.settle(lambda: any(each.seen for each in dialog.conflicts))
        self._camera.shoot(dialog, "doubles-entrees" + name)
        dialog.close()

    def _many(self, panel: StationsPanel, seen: NetworkView, name: str) -> None:
        """What the host would see of a whole team: its own guest, and others that are not here."""
        self._camera.settle()  # what the network said of its end has come
        now_ms = self._desk.window.news.now_ms()
        others = tuple(StationView(who, role, now_ms - ago, ahead, left) for who, role, ago, ahead, left in _OTHERS)
        stations = tuple(replace(each, last_seen_ms=now_ms - 700) for each in seen.hub.stations) + others
        members = (*seen.members, *(MemberView(who, role, ago < 10_000, False) for who, role, ago, *_ in _OTHERS))
        hub = replace(seen.hub, stations=stations, remarks=presence.remarks(stations, now_ms))
        view = replace(seen, hub=hub, members=members, addresses=(f"{_ADDRESS}:4222",))
        self._desk.bridge.network_changed.emit(view)
        panel.table.selectRow(1)
        panel.activateWindow()
        self._camera.settle()
        self._camera.shoot(panel, "postes-hote" + name)
        self._desk.bridge.network_changed.emit(NetworkView())


class _Invites:
    """As much of the network as the dialog asks: real invitations, shown with another address."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self.made: Invitation | None = None

    def invite(self, role: Role) -> "Future[Invitation]":
        self.made = self._network.invite(role).result()
        shown: Future[Invitation] = Future()
        shown.set_result(_elsewhere(self.made))
        return shown


def _waits(hub: HubView, entries: int) -> bool:
    """Whether the host is away, and that many entries wait for it."""
    return hub.state == AWAY and hub.pending >= entries


def _is_at_rest(view: NetworkView) -> bool:
    """Whether everybody is there and everything was sent."""
    return all(each.here for each in view.members) and not any(each.pending for each in view.hub.stations)


def _elsewhere(invitation: Invitation) -> Invitation:
    return replace(invitation, addresses=(f"{_ADDRESS}:4223",))


def _free_listen() -> Listen:
    """A port of the loopback that is free, and so is the next one for the counter."""
    while True:
        with socket.create_server(("127.0.0.1", 0)) as first:
            port = first.getsockname()[1]
            try:
                with socket.create_server(("127.0.0.1", port + 1)):
                    return Listen("127.0.0.1", port)
            except OSError:
                continue
