"""Rules of the serial scanner, with a pseudo-terminal for a port."""

import os
import pty
import queue
from pathlib import Path

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


def test_lines_are_read_and_close_never_blocks() -> None:
    master, slave = pty.openpty()
    desk = Desk(os.ttyname(slave))
    assert desk.states.get(timeout=3).level == "ok"
    os.write(master, b"VABC\r\n123")
    assert [desk.lines.get(timeout=3), desk.lines.get(timeout=3)] == ["VABC", "123"]
    desk.end()
    assert desk.states.get(timeout=3).level == "off"
    os.close(slave)
    os.close(master)


def test_an_unplugged_scanner_says_so_and_comes_back(tmp_path: Path) -> None:
    port = tmp_path / "scanner"
    desk = Desk(str(port))
    lamp = desk.states.get(timeout=3)
    assert lamp.level == "bad"
    assert str(port) in lamp.text
    master, slave = pty.openpty()
    port.symlink_to(os.ttyname(slave))
    assert desk.states.get(timeout=5).level == "ok"
    os.close(slave)
    os.close(master)
    assert desk.states.get(timeout=5).level == "bad"
    port.unlink()
    desk.end()


def test_ports_are_listed_with_device_and_label() -> None:
    assert all(port.device and port.label for port in list_ports())
