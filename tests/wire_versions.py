"""Stations of different versions in one process: each hub client's thread speaks the form of its own version."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from vi_events.journal.entry import Entry
from vi_events.journal.hub import wire
from vi_events.journal.hub.client import HubClient

_ahead: set[threading.Thread] = set()
_encode, _decode = wire.encode, wire.decode


@contextmanager
def versions() -> Iterator[None]:
    """While it lasts, clients may be ``ahead``."""
    with patch.object(wire, "encode", encode), patch.object(wire, "decode", decode):
        yield
    _ahead.clear()


def ahead(client: HubClient) -> None:
    """This client is of the next version, whose form of an entry others cannot read. To be called before it starts."""
    _ahead.add(client._thread)


def encode(entry: Entry) -> bytes | wire.Refused:
    data = _encode(entry)
    if isinstance(data, bytes) and threading.current_thread() in _ahead:
        return json.dumps({"v": wire.VERSION + 1, "entry": json.loads(data)}).encode()
    return data


def decode(data: bytes) -> Entry | wire.Refused:
    if threading.current_thread() in _ahead and data.startswith(b'{"v": %d' % (wire.VERSION + 1)):
        return _decode(json.dumps(json.loads(data)["entry"]).encode())
    return _decode(data)
