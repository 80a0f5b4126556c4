"""A network in memory for the windows: views that the test gives, verbs that it answers."""

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, cast

import shiboken6

from vi_events.app import OpenEdition
from vi_events.journal.hub.joining import Invitation
from vi_events.journal.hub.presence import StationView
from vi_events.journal.hub.roles import Role
from vi_events.journal.hub.server import HubState, Phase
from vi_events.journal.hub.views import CONNECTED, HubView
from vi_events.stations.network import Network
from vi_events.stations.views import MemberView, NetworkView
from vi_events.ui.bridge import Bridge
from vi_events.ui.stations.news import NetworkNews

OWN = "Régie"
NOW_MS = 1_800_000_000_000
LINK = Invitation(("192.168.1.20:4223", "10.42.0.1:4223"), "0f" * 32, "s" * 22, "0123456789abcdef", Role.DESK)
OTHERS = (
    ("Accueil 1", Role.DESK, 1_000, 0, 0),
    ("Accueil 2", Role.DESK, 1_500, 6_400, 0),
    ("Accueil supervision du grand amphithéâtre", Role.SUPERVISOR, 200_000, -300, 12),
    ("Webtv", Role.WEBTV, 800, 200, 0),
)
"""Name, role, how long ago it was heard of, clock offset, entries that wait."""


@dataclass
class FakeNetwork:
    """Notes what it is asked; answers when the test says so."""

    asked: list[tuple[object, ...]] = field(default_factory=list)
    answers: list["Future[Any]"] = field(default_factory=list)
    refusal: str = ""
    shown: list[Mapping[str, Any]] = field(default_factory=list)

    def _ask(self, *what: object) -> "Future[Any]":
        self.asked.append(what)
        self.answers.append(Future())
        return self.answers[-1]

    def host(self, role: Role) -> "Future[Any]":
        return self._ask("host", role)

    def stop_hosting(self) -> "Future[Any]":
        return self._ask("stop")

    def invite(self, role: Role) -> "Future[Any]":
        return self._ask("invite", role)

    def revoke(self, station: str) -> "Future[Any]":
        return self._ask("revoke", station)

    def renew(self) -> "Future[Any]":
        return self._ask("renew")

    def hand_over(self, station: str) -> "Future[Any]":
        return self._ask("hand_over", station)

    def leave(self) -> "Future[Any]":
        return self._ask("leave")

    def quit_refusal(self) -> str:
        return self.refusal

    def show_surfaces(self, surfaces: Mapping[str, Any]) -> None:
        self.shown.append(surfaces)


class Clock:
    """A time of day that the test moves, in milliseconds."""

    def __init__(self) -> None:
        self.at_ms = NOW_MS

    def __call__(self) -> int:
        return self.at_ms


@dataclass
class Stations:
    """A station called ``OWN`` with its news, its clock, and the fake network behind them."""

    bridge: Bridge = field(default_factory=Bridge)
    network: FakeNetwork = field(default_factory=FakeNetwork)
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        self.news = NetworkNews(self.bridge, self.clock)
        self.news.follow(cast(Network, self.network))

    def close(self) -> None:
        """Destroyed here: left to the garbage collector, its timer might end in another thread."""
        shiboken6.delete(self.news)

    def say(self, view: NetworkView) -> None:
        """The network says how things stand."""
        self.bridge.network_changed.emit(view)


def edition(folder: Any) -> OpenEdition:
    """As much of an open edition as the panel reads."""
    author = SimpleNamespace(station=OWN)
    return cast(
        OpenEdition, SimpleNamespace(folder=folder, reception=SimpleNamespace(settings=SimpleNamespace(author=author)))
    )


def heard(*others: tuple[str, Role, int, int, int]) -> tuple[StationView, ...]:
    return tuple(StationView(name, role, NOW_MS - ago, offset, left) for name, role, ago, offset, left in others)


def hub(state: str = CONNECTED, text: str = "En liaison, tout est transmis.", **more: Any) -> HubView:
    return HubView(state, text, **more)


def joined(state: str = CONNECTED, text: str = "En liaison, tout est transmis.", **more: Any) -> NetworkView:
    """A desk among others."""
    return NetworkView(hub(state, text, stations=heard(*OTHERS[1:]), **more), Role.DESK)


def hosting(*others: tuple[str, Role, int, int, int], away: tuple[str, ...] = (), **more: Any) -> NetworkView:
    """The stage hosts, with ``others``."""
    members = [MemberView(name, role, name not in away, False, role is Role.STAGE) for name, role, *_ in others]
    members.append(MemberView(OWN, Role.STAGE, True, True, True))
    told = hub(stations=heard(*others), remarks=more.pop("remarks", ()))
    addresses = ("192.168.1.20:4222", "10.42.0.1:4222")
    return NetworkView(told, Role.STAGE, HubState(Phase.RUNNING), addresses, tuple(members), **more)
