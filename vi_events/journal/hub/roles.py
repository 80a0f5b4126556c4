"""Who may say and hear what on the hub, as the server enforces it.

A station publishes under its own name, hears the plain messages, and reads the streams through the consumer the server
made for it: it acknowledges, and may ask to be served again from a position. It may create nothing. Three doors stay
shut, each measured against nats-server 2.15: ``$JS.API.>`` lets a client delete the stream; a consumer of its own may
deliver to subjects its maker could not publish to; and a stored message asked for directly is republished under any
subject named as the place of the reply, a stage's entry among them.
"""

import secrets
from dataclasses import dataclass, field
from enum import StrEnum

from vi_events.journal.hub.subjects import EntryClass, Subjects, inbox, station_token


class Role(StrEnum):
    DESK = "desk"
    SUPERVISOR = "supervisor"
    STAGE = "stage"
    WEBTV = "webtv"
    ORGANISER = "organiser"


_ENTRIES: dict[Role, tuple[tuple[EntryClass | str, bool], ...]] = {
    Role.DESK: ((EntryClass.DESK, True),),
    Role.SUPERVISOR: ((EntryClass.DESK, False),),
    Role.STAGE: (("*", False),),
    Role.WEBTV: ((EntryClass.DESK, True), (EntryClass.WEBTV, True)),
    Role.ORGANISER: ((EntryClass.DESK, False), (EntryClass.WEBTV, False)),
}
"""Classes of entries each role publishes; False: those of every station, for journals saved from a dead disk."""


@dataclass(frozen=True, slots=True)
class HubUser:
    """A station that joined. Its user name on the hub is its token. ``hosts``: it publishes the entries of every
    station, for its server may be new, and some of them may never come back.
    """

    station: str
    role: Role
    password: str = field(repr=False)
    hosts: bool = False

    @property
    def token(self) -> str:
        return station_token(self.station)


@dataclass(frozen=True, slots=True)
class Permissions:
    """The subjects a user may publish to and subscribe to; all others are refused."""

    publish: tuple[str, ...]
    subscribe: tuple[str, ...]


def new_password() -> str:
    """256 random bits, in letters, digits, - and _."""
    return secrets.token_urlsafe(32)


def streams(role: Role, subjects: Subjects) -> tuple[str, ...]:
    """The streams a role reads."""
    both = (subjects.entries_stream, subjects.sealed_stream)
    return both if role is Role.STAGE else both[:1]


def permissions(user: HubUser, subjects: Subjects) -> Permissions:
    """What the server allows this user."""
    token = user.token
    entries = _ENTRIES[Role.STAGE if user.hosts else user.role]
    publish = [subjects.entry(name, token if own else "*") for name, own in entries]
    publish += [subjects.presence(token), subjects.ack(token), subjects.want("*")]
    subscribe = [f"{inbox(token)}.>", subjects.presence("*"), subjects.ack("*"), subjects.want(token)]
    subscribe += [subjects.handover(token), subjects.access(token), subjects.hosts]  # said by the hub itself only
    if user.role is Role.STAGE:
        publish += [subjects.sealed(">"), subjects.prep, f"$JS.API.STREAM.MSG.GET.{subjects.sealed_stream}"]
    if user.role is Role.WEBTV:
        subscribe.append(subjects.prep)
    for stream in streams(user.role, subjects):
        publish += _reading(stream, token)
    return Permissions(tuple(publish), tuple(subscribe))


def _reading(stream: str, token: str) -> tuple[str, ...]:
    """Acknowledge, start again from a position, and see how far one is."""
    return (
        f"$JS.ACK.{stream}.{token}.>",
        f"$JS.API.CONSUMER.RESET.{stream}.{token}",
        f"$JS.API.CONSUMER.INFO.{stream}.{token}",
        f"$JS.API.STREAM.INFO.{stream}",
    )
