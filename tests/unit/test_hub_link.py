"""Where a delivered message stands, by what the server writes in its place of reply."""

import pytest
from nats.aio.client import Client
from nats.aio.msg import Msg

from vi_events.journal.hub.link import _place

STREAM = "VI_0123456789abcdef"


def delivered(reply: str) -> Msg:
    return Msg(_client=Client(), reply=reply)


def test_a_message_tells_its_place_its_delivery_and_how_many_are_left() -> None:
    assert _place(delivered(f"$JS.ACK.{STREAM}.token.1.52.7.1700000000000000000.4"), STREAM) == (52, 7, 4)


@pytest.mark.parametrize("end", ["", ".random"])
def test_so_does_one_of_a_server_that_names_its_domain(end: str) -> None:
    reply = f"$JS.ACK._.hash.{STREAM}.token.1.52.7.1700000000000000000.4{end}"
    assert _place(delivered(reply), STREAM) == (52, 7, 4)


@pytest.mark.parametrize(
    "reply",
    [
        "",
        "_INBOX.other.1",
        "$JS.ACK.VI_fedcba9876543210.token.1.52.7.1700000000000000000.4",
        f"$JS.ACK.{STREAM}.token.1.52",
        f"$JS.ACK.{STREAM}.token.1.x.7.1700000000000000000.4",
        "$JS.ACK",
        "$JS.ACK.a.b.c.d.e.f.g.h",
    ],
)
def test_what_somebody_made_arrive_has_no_place(reply: str) -> None:
    assert _place(delivered(reply), STREAM) is None
