"""Rules of the serial scanner, with a pseudo-terminal for a port."""

import queue
import socket

import pytest

from vi_events.checkin.layouts import MAX_RAW
from vi_events.checkin.serial_scanner import IDLE_S, LineSplitter, SerialScanner, list_ports
from vi_events.checkin.views import LampState


@pytest.mark.parametrize("ending", [b"\r", b"\n", b"\r\n", b"\n\r"])
def test_a_line_ends_at_cr_lf_or_both(ending: bytes) -> None:
    splitter = LineSplitter()
    assert splitter.feed(b"ABC" + ending + b"DE", 1.0) == ["ABC"]
    assert splitter.feed(b"F" + ending, 1.01) == ["DEF"]


def test_silence_ends_a_line_without_terminator() -> None:
    splitter = LineSplitter()
    assert splitter.feed(b"ABC", 1.0) == []
    assert splitter.feed(b"", 1.0 + IDLE_S - 0.01) == []
    assert splitter.feed(b"", 1.01 + IDLE_S) == ["ABC"]
    assert splitter.feed(b"", 9.0) == []


def test_foreign_bytes_and_endless_lines_are_survived() -> None:
    splitter = LineSplitter()
    assert splitter.feed("é".encode("cp1252") + b"\r" + "é".encode() + b"\r", 1.0) == ["é", "é"]
    assert [len(line) for line in splitter.feed(b"x" * 100_000 + b"\r", 1.1)] == [MAX_RAW]


class Desk:
    def __init__(self, port: str) -> None:
        self.lines: queue.Queue[str] = queue.Queue()
        self.states: queue.Queue[LampState] = queue.Queue()
        self.scanner = SerialScanner(port, self.lines.put, self.states.put)
        self.scanner.start()

    def end(self) -> None:
        self.scanner.close()
        assert self.scanner.join(3)


def listening(port: int = 0) -> socket.socket:
    """A scanner behind a serial server on the network: no serial hardware, and no pseudo-terminal, is needed."""
    server = socket.create_server(("127.0.0.1", port))
    server.settimeout(5)
    return server


def test_lines_are_read_and_close_never_blocks() -> None:
    with listening() as server:
        desk = Desk(f"socket://127.0.0.1:{server.getsockname()[1]}")
        link, _ = server.accept()
        with link:
            assert desk.states.get(timeout=3).level == "ok"
            link.sendall(b"VABC\r\n123")
            assert [desk.lines.get(timeout=3), desk.lines.get(timeout=3)] == ["VABC", "123"]
            desk.end()
            assert desk.states.get(timeout=3).level == "off"


def test_an_unplugged_scanner_says_so_and_comes_back() -> None:
    with listening() as server:
        port = server.getsockname()[1]
    url = f"socket://127.0.0.1:{port}"
    desk = Desk(url)
    lamp = desk.states.get(timeout=3)
    assert lamp.level == "bad"
    assert url in lamp.text
    with listening(port) as server:
        server.accept()[0].close()
        assert desk.states.get(timeout=5).level == "ok"
        assert desk.states.get(timeout=5).level == "bad"
    desk.end()


def test_ports_are_listed_with_device_and_label() -> None:
    assert all(port.device and port.label for port in list_ports())
