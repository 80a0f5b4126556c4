"""Stand-ins for devices. Each passes the same contract tests as what it stands for.

``FakePrinter`` is a network printer, ``FakeSerialPrinter`` and ``FakeUsbPrinter`` are at the end of a cable: the same
machine, three links.
"""

import contextlib
import errno
import os
import select
import socket
import struct
import sys
import tempfile
import threading
import time
import tty
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace, TracebackType
from typing import Protocol, TypeVar

import usb.core  # type: ignore[import-untyped]
from PIL import Image

PRINTER_MODES = {
    "ok": "prints and answers everything",
    "paper_low": "the same, near the end of the roll",
    "paper_out": "has no paper, before the job",
    "runs_out": "runs out during a job and keeps it: it prints once the mode is another one",
    "runs_out_after": "runs out with the last line of a job",
    "cover_open": "its cover is open",
    "closes_mid_job": "hangs up, or is unplugged, after ``after_bytes`` of a picture",
    "resets": "the same, with a reset of the connection",
    "stalls": "takes nothing more after ``after_bytes`` of a picture, and says nothing",
    "never_answers": "takes everything and says nothing",
    "answers_late": "says everything ``late_s`` after it should",
    "answers_garbage": "answers what no printer says",
    "sends_asb": "says a lot that nobody asked for, also in the middle of a job",
    "no_gs_r": "answers DLE EOT only",
    "slow": "takes ``bytes_per_s`` of a picture, as a printer that prints while it reads",
    "refuses": "listens no longer, or is not plugged in",
    "power_cycles": "is switched off and on at the end of a job: it forgets it, and hangs up or is deaf for a while",
}
_OUT = ("paper_out", "runs_out", "runs_out_after")
_DROPS = ("closes_mid_job", "resets")
_NEEDS_HELP = (*_DROPS, "stalls", "power_cycles", "refuses")
"""Somebody ends them by plugging the printer in again."""
_DEAF_S = 1.0
_TICK_S = 0.05
Self = TypeVar("Self", bound="_Machine")


class _Line(Protocol):
    """One end of a link."""

    def take(self, most: int) -> bytes | None:
        """At most so many bytes; None when nothing came in a moment, empty at the end."""

    def give(self, data: bytes) -> None: ...

    def cut(self, reset: bool) -> None:
        """Ends the link now."""


class _OverError(Exception):
    """The link is over, or what came so far is forgotten."""


class _Machine:
    """What the printers have in common: it obeys ESC/POS. ``pages`` holds what it printed, dot for dot.

    ``mode`` may be changed at any time; what is under way then ends in the new mode.
    """

    def __init__(self, mode: str = "ok") -> None:
        if mode not in PRINTER_MODES:
            raise ValueError(mode)
        self._mode = mode
        self.pages: list[Image.Image] = []
        self.cuts = 0
        self.after_bytes = 5000
        self.late_s = 0.5
        self.bytes_per_s = 40_000.0
        self.tells_of_paper = False
        """Whether it was asked to tell by itself that its paper has ended."""
        self._kept: list[Image.Image] = []
        self._rows = b""
        self._row_bytes = 1
        self._ended = False
        """The roll, with a job."""
        self._stopping = threading.Event()
        self._hands = threading.Lock()
        """Held to plug in or out."""
        self._thread = threading.Thread(target=self._serve, daemon=True)

    @property
    def mode(self) -> str:
        """One of ``PRINTER_MODES``."""
        return self._mode

    @mode.setter
    def mode(self, mode: str) -> None:
        if mode not in PRINTER_MODES:
            raise ValueError(mode)
        before, self._mode = self._mode, mode
        self._ended = False
        if mode not in _OUT:
            self.pages += self._kept
            self.cuts += len(self._kept)
            self._kept = []
        if before in _NEEDS_HELP or mode == "refuses":
            with self._hands:
                self._plug(False)
                self._plug(mode != "refuses")

    def __enter__(self: Self) -> Self:
        self._plug(self._mode != "refuses")
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stopping.set()
        self._thread.join(5)
        self._plug(False)

    def _plug(self, on: bool) -> None:
        """Makes the printer reachable, or not."""
        raise NotImplementedError

    def _serve(self) -> None:
        raise NotImplementedError

    @property
    def _plugged(self) -> "_Line | None":
        """Of those at the end of a cable: the link there is now."""
        return None

    def _plug_again(self, line: "_Line") -> None:
        """After trouble a cable is plugged in again, unless somebody did already."""
        with self._hands:
            if line is self._plugged and not self._stopping.is_set():
                self._plug(False)
                self._plug(True)

    # The machine

    def _converse(self, line: _Line) -> None:
        """Obeys until the link ends."""
        self._rows = b""
        with contextlib.suppress(_OverError, OSError):
            while not self._stopping.is_set():
                self._obey(line)

    def _obey(self, line: _Line) -> None:
        head = self._read(line, 2)
        if head == b"\x1b@":
            self._rows = b""
            self.tells_of_paper = False
        elif head == b"\x10\x04":
            self._answer(line, bytes((self._now(self._read(line, 1)[0]),)))
        elif head == b"\x1dr":
            self._read(line, 1)
            if self._mode not in ("runs_out", "no_gs_r"):
                self._answer(line, b"\x0f" if self._ended else b"\x03" if self._mode == "paper_low" else b"\x00")
        elif head == b"\x1d(":
            number = self._read(line, 9)[5:]
            if self._mode not in ("runs_out", "no_gs_r"):
                self._answer(line, b"\x37\x22" + number + b"\x00")
        elif head == b"\x1da":
            self.tells_of_paper = bool(self._read(line, 1)[0] & 0x08)
        elif head in (b"\x1dV", b"\x1bJ"):
            self._read(line, 2 if head == b"\x1dV" else 1)
            self._finish(line, head == b"\x1dV")
        elif head == b"\x1dv":
            self._raster(line)
        else:
            raise AssertionError(f"a printer would print {head!r}")

    def _answer(self, line: _Line, reply: bytes) -> None:
        if self._mode == "answers_late":
            self._stopping.wait(self.late_s)
        if self._mode == "sends_asb":
            line.give(b"\x10\x0c\x60\x0f" + b"\x11")
        if self._mode == "answers_garbage":
            reply = b"\xff\x80\xa5"
        if self._mode != "never_answers":
            line.give(reply)

    def _now(self, what: int) -> int:
        """Reply to DLE EOT ``what``: bits 1 and 4 always set."""
        out = self._mode == "paper_out" or self._ended
        opened = self._mode == "cover_open"
        return {
            1: 0x1A if out or opened else 0x12,
            2: 0x32 if out else 0x16 if opened else 0x12,
            4: 0x72 if out else 0x1E if self._mode == "paper_low" else 0x12,
        }.get(what, 0x12)

    def _raster(self, line: _Line) -> None:
        setting = self._read(line, 6)
        self._row_bytes = int.from_bytes(setting[2:4], "little")
        left = self._row_bytes * int.from_bytes(setting[4:6], "little")
        while left:
            if len(self._rows) >= self.after_bytes:
                self._come_to_harm(line)
            part = self._read(line, min(left, 1000))
            left -= len(part)
            self._rows += part
            if self._mode == "slow":
                self._stopping.wait(len(part) / self.bytes_per_s)

    def _come_to_harm(self, line: _Line) -> None:
        if self._mode in _DROPS:
            line.cut(reset=self._mode == "resets")
            raise _OverError
        if self._mode == "sends_asb":
            line.give(b"\x10\x00\x00\x0f")
        while self._mode == "stalls" and not self._stopping.is_set():
            self._stopping.wait(_TICK_S)
            if self._mode != "stalls":  # switched off and on by somebody
                self._forget(line)

    def _finish(self, line: _Line, cut: bool) -> None:
        size = (self._row_bytes * 8, len(self._rows) // self._row_bytes)
        page = Image.frombytes("1", size, self._rows, "raw", "1;I")
        self._rows = b""
        if self._mode == "power_cycles":
            self._forget(line)
        self._ended = self._mode in _OUT
        if self._ended and self.tells_of_paper:
            line.give(b"\x18\x00\x0c\x00")  # off line, for the roll has ended
        if self._mode == "runs_out":
            self._kept.append(page)
        else:
            self.pages.append(page)
            self.cuts += cut

    def _forget(self, line: _Line) -> None:
        """What a printer does that is switched off and on."""
        line.cut(reset=False)
        raise _OverError

    def _read(self, line: _Line, count: int) -> bytes:
        got = b""
        while len(got) < count:
            part = line.take(count - len(got))
            if part == b"" or self._stopping.is_set():
                raise _OverError
            got += part or b""
        return got


class FakePrinter(_Machine):
    """An ESC/POS printer on a real TCP port of this computer: one connection after another, as real ones."""

    def __init__(self, mode: str = "ok") -> None:
        super().__init__(mode)
        self._server: socket.socket | None = socket.create_server(("127.0.0.1", 0))
        self._server.settimeout(_TICK_S)
        self._port: int = self._server.getsockname()[1]
        self.url = f"tcp://127.0.0.1:{self._port}"

    def _plug(self, on: bool) -> None:
        if self._server is not None and not on:
            server, self._server = self._server, None
            with contextlib.suppress(OSError):
                server.shutdown(socket.SHUT_RDWR)  # on Linux, close() alone lets accept() take one more
            server.close()
        if self._server is None and on:
            self._server = socket.create_server(("127.0.0.1", self._port))
            self._server.settimeout(_TICK_S)

    def _serve(self) -> None:
        while not self._stopping.is_set():
            if (server := self._server) is None:
                self._stopping.wait(_TICK_S)
                continue
            try:
                connection, _ = server.accept()
            except OSError:  # nobody in a moment, or no longer plugged in
                continue
            with connection:
                self._converse(_SocketLine(connection))


class _SocketLine:
    def __init__(self, connection: socket.socket) -> None:
        self._socket = connection
        connection.settimeout(_TICK_S)

    def take(self, most: int) -> bytes | None:
        try:
            return self._socket.recv(most)
        except TimeoutError:
            return None

    def give(self, data: bytes) -> None:
        self._socket.sendall(data)

    def cut(self, reset: bool) -> None:
        if reset and self._socket.family == socket.AF_INET:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._socket.close()


class FakeSerialPrinter(_Machine):
    """The same printer at the end of a serial cable (a pseudo-terminal: Linux and macOS only).

    Unplugged, its port vanishes; it is there again for whoever opens it next.
    """

    def __init__(self, mode: str = "ok") -> None:
        super().__init__(mode)
        self._folder = tempfile.TemporaryDirectory()
        self._path = Path(self._folder.name) / "ttyFAKE0"
        self.url = f"serial://{self._path}?baud=115200"
        self._line: _PtyLine | None = None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        super().__exit__(kind, error, at)
        self._folder.cleanup()

    def _plug(self, on: bool) -> None:
        self._path.unlink(missing_ok=True)
        if self._line is not None:
            line, self._line = self._line, None
            line.cut(reset=False)
        if on:
            self._line = _PtyLine()
            self._path.symlink_to(self._line.name)

    @property
    def _plugged(self) -> _Line | None:
        return self._line

    def _serve(self) -> None:
        while not self._stopping.is_set():
            if (line := self._line) is None:
                self._stopping.wait(_TICK_S)
                continue
            self._converse(line)
            self._plug_again(line)

    def _forget(self, line: _Line) -> None:
        if self._mode != "power_cycles":
            super()._forget(line)
        # Nothing tells whoever holds the other end of the cable; the printer is only deaf while it starts up.
        until = time.monotonic() + _DEAF_S
        while time.monotonic() < until and line.take(4096) != b"":
            pass
        raise _OverError


class _PtyLine:
    def __init__(self) -> None:
        self._ours, self._theirs = os.openpty()
        tty.setraw(self._theirs)
        self.name = os.ttyname(self._theirs)
        self.gone = False
        self._lock = threading.Lock()

    def take(self, most: int) -> bytes | None:
        if self.gone or not select.select([self._ours], [], [], _TICK_S)[0]:
            return b"" if self.gone else None
        with self._lock:  # or the number of a closed end may by now be that of another
            return b"" if self.gone else os.read(self._ours, most)

    def give(self, data: bytes) -> None:
        os.write(self._ours, data)

    def cut(self, reset: bool) -> None:  # noqa: ARG002 (a cable knows only one way of being pulled)
        with self._lock:
            if not self.gone:
                self.gone = True
                os.close(self._ours)
                os.close(self._theirs)


class FakeUsbPrinter(_Machine):
    """The same printer as pyusb shows a device: give ``find`` to ``usb.core``."""

    url = "usb://04b8:0202"

    def __init__(self, mode: str = "ok") -> None:
        super().__init__(mode)
        self.device: _UsbDevice | None = None
        self._line: _SocketLine | None = None

    def find(self, find_all: bool = False, **_: object) -> object:
        """``usb.core.find``."""
        if find_all:
            return [] if self.device is None else [self.device]
        return self.device

    def _plug(self, on: bool) -> None:
        if self._line is not None and self.device is not None:
            self._line.cut(reset=False)
            self.device.cable.close()
            self._line, self.device = None, None
        if on:
            host, ours = socket.socketpair()
            ours.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            host.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
            self.device = _UsbDevice(host)
            self._line = _SocketLine(ours)

    @property
    def _plugged(self) -> _Line | None:
        return self._line

    def _serve(self) -> None:
        while not self._stopping.is_set():
            if (line := self._line) is None:
                self._stopping.wait(_TICK_S)
                continue
            self._converse(line)
            self._plug_again(line)


class _UsbDevice:
    """A device between being plugged in and being unplugged: nobody who held it before holds it afterwards."""

    bInterfaceClass, bInterfaceNumber = 7, 0  # noqa: N815 (the names of the USB standard)
    idVendor, idProduct = 0x04B8, 0x0202  # noqa: N815
    manufacturer, product = "EPSON ", "TM-T20III"

    def __init__(self, cable: socket.socket) -> None:
        self.cable = cable
        self.claimed = 0
        self._ctx = SimpleNamespace(
            managed_claim_interface=lambda *_: self._claim(1),
            managed_release_interface=lambda *_: self._claim(-1),
            dispose=lambda *_: None,
        )

    def get_active_configuration(self) -> list["_UsbDevice"]:
        return [self]

    def __iter__(self) -> Iterator[object]:
        """The settings of a device, the interfaces of a setting, the endpoints of an interface."""
        ways = (SimpleNamespace(bEndpointAddress=0x82), SimpleNamespace(bEndpointAddress=0x01))
        yield from (SimpleNamespace(**vars(way), bInterfaceClass=7) for way in ways)

    def is_kernel_driver_active(self, _: int) -> bool:
        raise NotImplementedError  # as on Windows and macOS

    def _claim(self, step: int) -> None:
        self.claimed += step

    def write(self, endpoint: int, data: bytes, timeout_ms: int) -> int:
        assert endpoint == 0x01
        with self._moving(timeout_ms):
            self.cable.sendall(data)
        return len(data)

    def read(self, endpoint: int, most: int, timeout_ms: int) -> bytes:
        assert endpoint == 0x82
        with self._moving(timeout_ms):
            if received := self.cable.recv(most):
                return received
        raise usb.core.USBError("No such device", errno=errno.ENODEV)

    @contextlib.contextmanager
    def _moving(self, timeout_ms: int) -> Iterator[None]:
        try:
            self.cable.settimeout(timeout_ms / 1000)
            yield
        except TimeoutError as error:
            raise usb.core.USBTimeoutError("Operation timed out", errno=errno.ETIMEDOUT) from error
        except OSError as error:
            raise usb.core.USBError("Input/Output Error", errno=errno.EIO) from error


class FakeCups:
    """``lp`` and ``lpstat`` in a folder for PATH. ``jobs`` holds what lp was given, ``asked`` each command line."""

    def __init__(self, root: Path) -> None:
        self.folder = root / "bin"
        self._kept = root / "kept"
        self.folder.mkdir()
        self._kept.mkdir()
        self.say("lpstat", "printer accueil is idle.  enabled since Sun\n\tAlerts: none\naccueil accepting requests")
        self.say("lp", "request id is accueil-1 (0 file(s))")

    def say(self, command: str, out: str, error: str = "", code: int = 0) -> None:
        """What a command answers from now on."""
        self._install(command, f"sys.stdout.write({out!r})\nsys.stderr.write({error!r})\nsys.exit({code})\n")

    def hang(self, command: str) -> None:
        """The command never ends."""
        self._install(command, "import signal\nsignal.pause()\n")

    def _install(self, command: str, ending: str) -> None:
        keep = f"open({str(self._kept / 'asked')!r}, 'a').write(' '.join([{command!r}, *sys.argv[1:]]) + '\\n')\n"
        if command == "lp":
            keep += (
                f"import os\nfolder = {str(self._kept)!r}\n"
                "name = os.path.join(folder, 'job%04d' % len(os.listdir(folder)))\n"
                "open(name, 'wb').write(sys.stdin.buffer.read())\n"
            )
        script = self.folder / command
        script.write_text(f"#!{sys.executable} -SE\nimport sys\n{keep}{ending}", encoding="utf-8")
        script.chmod(0o755)

    @property
    def jobs(self) -> list[bytes]:
        return [job.read_bytes() for job in sorted(self._kept.glob("job*"))]

    @property
    def asked(self) -> list[str]:
        return (self._kept / "asked").read_text(encoding="utf-8").splitlines()
