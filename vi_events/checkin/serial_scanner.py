"""Scanners on a serial port, or in USB virtual COM mode: no keyboard layout stands between them and the text."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

import serial
from serial.tools import list_ports as serial_ports

from vi_events.checkin.layouts import MAX_RAW
from vi_events.checkin.views import LampState
from vi_events.sentences import say

LAMP = "scanner"
READ_TIMEOUT_S = 0.1
IDLE_S = 0.15
"""Silence that ends a line when the scanner sends neither CR nor LF."""
RETRY_S = 1.0


@dataclass(frozen=True, slots=True)
class PortInfo:
    """A serial port of this computer. ``device`` opens it; ``label`` is what the system calls it."""

    device: str
    label: str


def list_ports() -> list[PortInfo]:
    """The serial ports present now, by device name."""
    return [PortInfo(port.device, port.description or port.device) for port in sorted(serial_ports.comports())]


class SerialScanner:
    """Reads lines in its own thread, which also calls both callbacks; reopens the port when it comes back."""

    def __init__(
        self, port: str, on_line: Callable[[str], None], on_state: Callable[[LampState], None], baudrate: int = 9600
    ) -> None:
        self._port = port
        self._baudrate = baudrate
        self._on_line = on_line
        self._on_state = on_state
        self._stop = threading.Event()
        self._state: LampState | None = None
        self._thread = threading.Thread(target=self._run, name=f"scanner {port}", daemon=True)

    def start(self) -> None:
        """Begin reading; returns at once, the first state follows."""
        self._thread.start()

    def close(self) -> None:
        """Ask the thread to end; returns at once. It ends within one read timeout."""
        self._stop.set()

    def join(self, timeout_s: float) -> bool:
        """Wait for the thread after ``close``; whether it has ended."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                # By URL: a scanner behind a serial server on the network reads like one on this computer.
                with serial.serial_for_url(self._port, self._baudrate, timeout=READ_TIMEOUT_S) as link:
                    self._say("ok", say("Douchette prête sur {0}.", self._port))
                    self._read(link)
            except (serial.SerialException, OSError, ValueError) as error:
                self._say("bad", _trouble(self._port, error))
            self._stop.wait(RETRY_S)
        self._say("off", say("Douchette série arrêtée."))

    def _read(self, link: serial.Serial) -> None:
        lines = LineSplitter()
        while not self._stop.is_set():
            received = link.read(max(1, min(link.in_waiting, MAX_RAW)))
            for line in lines.feed(received, time.monotonic()):
                self._on_line(line)

    def _say(self, level: str, text: str) -> None:
        state = LampState(LAMP, level, text)
        if state != self._state:
            self._state = state
            self._on_state(state)


class LineSplitter:
    """Cuts bytes into lines at CR, LF, both, or after ``IDLE_S`` of silence; never yields an empty line."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._last_s = 0.0

    def feed(self, received: bytes, now_s: float) -> list[str]:
        """The lines that ``received`` ends (empty when nothing came); lines are cut at ``MAX_RAW`` bytes."""
        lines = []
        if self._buffer and now_s - self._last_s >= IDLE_S:
            lines.append(self._take())
        if received:
            self._last_s = now_s
        for byte in received:
            if byte in b"\r\n":
                lines.append(self._take())
            elif len(self._buffer) < MAX_RAW:
                self._buffer.append(byte)
        return [line for line in lines if line.strip()]

    def _take(self) -> str:
        raw = bytes(self._buffer)
        self._buffer.clear()
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            return raw.decode("cp1252", errors="replace")


def _trouble(port: str, error: Exception) -> str:
    reason = str(error).lower()
    if "permission" in reason or "access is denied" in reason:
        return say(
            "La douchette sur {0} ne s’ouvre pas\u202f: un autre programme l’utilise ou l’accès est "
            "refusé. Fermez l’autre programme ou demandez le droit d’accès au port\u202f; l’essai reprend "
            "tout seul.",
            port,
        )
    return say(
        "La douchette sur {0} ne répond plus. Rebranchez-la ou choisissez un autre port\u202f; "
        "l’essai reprend tout seul.",
        port,
    )
