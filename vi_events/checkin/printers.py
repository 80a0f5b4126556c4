"""Printers behind one door: what they say of themselves, and what became of a job.

The link is spoken here, byte by byte: a library that takes an empty reply for « plenty of paper » and a closed link
for success cannot tell a printed badge from a lost one.
"""

import os
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import SplitResult, unquote, urlsplit

from vi_events.errors import DeviceError

DEFAULT_PORT = 9100
PAPERS = ("ok", "low", "out", "unknown")
STATES = ("confirmed", "sent", "failed", "unknown")


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """What the printer says: ``paper`` is one of ``PAPERS``, ``cover`` is ``closed``, ``open`` or ``unknown``."""

    online: bool
    paper: str
    cover: str
    text: str
    """One sentence for the desk."""


@dataclass(frozen=True, slots=True)
class PrintState:
    """What became of a job: ``confirmed`` by the printer after the data, ``sent`` where it cannot answer, ``failed``
    with nothing sent, or ``unknown`` (ask whether the badge came out, never send again unasked).
    """

    state: str
    reason: str = ""


class Printer(Protocol):
    def check(self) -> PrinterStatus:
        """The printer's state now. Never raises for a printer in trouble: it is offline, and says why."""

    def send(self, job: bytes) -> PrintState:
        """Prints, blocking at most a few times ``timeout_s``; call it from the printer's own worker."""


def open_printer(url: str, timeout_s: float = 5) -> Printer:
    """The printer at ``url``: ``tcp://host:9100``, ``file:///path`` or ``null:``. Nothing is opened yet.

    Raises DeviceError ``printer_url_unsupported`` or ``printer_url_invalid``.
    """
    try:
        parts = urlsplit(url)
        make = _TRANSPORTS.get(parts.scheme)
    except ValueError:
        make = None
    if make is None:
        raise DeviceError(
            "printer_url_unsupported",
            f"L’adresse d’imprimante « {url} » n’est pas d’un genre connu.",
            f"Genres possibles\u202f: {', '.join(sorted(_FORMS))}.",
        )
    return make(parts, timeout_s)


class _LostError(Exception):
    """The printer gave no reply."""


_STATUS, _OFFLINE, _ERRORS, _ROLL = 1, 2, 3, 4
"""n of DLE EOT n (Epson ESC/POS reference)."""


_RAN_OUT = "Le papier s’est terminé pendant l’impression\u202f: le badge est-il sorti\u202f?"


class _Link:
    """One open connection: asks, and tells replies from what the printer says unasked."""

    def __init__(self, connection: socket.socket, timeout_s: float) -> None:
        self._socket = connection
        self._timeout_s = timeout_s

    def ask_now(self, what: int) -> int:
        """The reply to DLE EOT, which a printer gives even when it is offline."""
        self.send(bytes((0x10, 0x04, what)))
        return self._reply()

    def ask_after_data(self) -> int:
        """The reply to GS r 1, which a printer gives only when it has worked through all that came before."""
        self.send(b"\x1dr\x01")
        return self._reply()

    def send(self, job: bytes) -> None:
        self._socket.settimeout(self._timeout_s)
        self._socket.sendall(job)

    def _reply(self) -> int:
        until = time.monotonic() + self._timeout_s
        while True:
            byte = self._byte(until)
            if byte & 0x93 == 0x10:  # automatic status, four bytes that nobody asked for
                for _ in range(3):
                    self._byte(until)
            elif byte not in (0x11, 0x13):  # XON, XOFF
                return byte

    def _byte(self, until: float) -> int:
        left = until - time.monotonic()
        if left <= 0:
            raise _LostError
        try:
            self._socket.settimeout(left)
            received = self._socket.recv(1)
        except OSError as error:
            raise _LostError from error
        if not received:  # the printer hung up: this is not « all is well »
            raise _LostError
        return received[0]


class _TcpPrinter:
    def __init__(self, parts: SplitResult, timeout_s: float) -> None:
        try:
            port = DEFAULT_PORT if parts.port is None else parts.port
        except ValueError:
            port = 0
        if not parts.hostname or not port:
            raise DeviceError(
                "printer_url_invalid",
                f"L’adresse d’imprimante « {parts.geturl()} » est incomplète.",
                "Écrivez-la comme tcp://192.168.1.50:9100.",
            )
        self._address = (parts.hostname, port)
        self._name = f"{parts.hostname}:{port}"
        self._timeout_s = timeout_s

    def check(self) -> PrinterStatus:
        try:
            with self._connect() as connection:
                return _read_status(_Link(connection, self._timeout_s))
        except _LostError:
            return _silent(f"L’imprimante {self._name} ne répond pas quand on lui demande son état.")
        except OSError as error:
            return _silent(self._unreachable(error))

    def send(self, job: bytes) -> PrintState:
        try:
            connection = self._connect()
        except OSError as error:
            return PrintState("failed", self._unreachable(error))
        with connection:
            link = _Link(connection, self._timeout_s)
            try:
                status = _read_status(link)
            except (_LostError, OSError):
                return PrintState("failed", f"L’imprimante {self._name} ne répond pas\u202f; rien n’a été envoyé.")
            if not status.online or status.paper == "out":
                return PrintState("failed", f"{status.text} Rien n’a été envoyé.")
            return self._print(link, job)

    def _print(self, link: _Link, job: bytes) -> PrintState:
        try:
            link.send(job)
            if link.ask_after_data() & 0x0C:
                return PrintState("unknown", _RAN_OUT)
        except _LostError:
            return PrintState("unknown", self._why_silent(link))
        except OSError:
            return PrintState("unknown", self._link_lost())
        return PrintState("confirmed")

    def _why_silent(self, link: _Link) -> str:
        """A printer that ran out keeps the rest of the job and answers only what is asked in real time."""
        try:
            return _RAN_OUT if link.ask_now(_ROLL) & 0x60 else self._link_lost()
        except (_LostError, OSError):
            return self._link_lost()

    def _link_lost(self) -> str:
        return f"La liaison avec l’imprimante {self._name} s’est perdue\u202f: le badge est-il sorti\u202f?"

    def _connect(self) -> socket.socket:
        connection = socket.create_connection(self._address, self._timeout_s)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def _unreachable(self, error: OSError) -> str:
        why = "la connexion est refusée" if isinstance(error, ConnectionRefusedError) else "pas de réponse"
        return f"L’imprimante {self._name} est introuvable ({why})\u202f: vérifiez qu’elle est allumée et branchée."


def _read_status(link: _Link) -> PrinterStatus:
    roll = link.ask_now(_ROLL)
    state = link.ask_now(_STATUS)
    offline = link.ask_now(_OFFLINE)
    errors = link.ask_now(_ERRORS)
    cover = "open" if offline & 0x04 else "closed"
    paper = "out" if roll & 0x60 or offline & 0x20 else "low" if roll & 0x0C else "ok"
    online = not state & 0x08
    if cover == "open":
        text = "Le capot de l’imprimante est ouvert\u202f: fermez-le."
    elif paper == "out":
        text = "L’imprimante n’a plus de papier\u202f: changez le rouleau."
    elif errors & 0x08:
        text = "Le massicot de l’imprimante est bloqué\u202f: ouvrez le capot et dégagez-le."
    elif not online or errors & 0x60:
        text, online = "L’imprimante est hors ligne\u202f: éteignez-la puis rallumez-la.", False
    elif paper == "low":
        text = "L’imprimante est prête\u202f; le rouleau est bientôt fini."
    else:
        text = "L’imprimante est prête."
    return PrinterStatus(online and cover == "closed" and not errors & 0x08, paper, cover, text)


def _silent(text: str) -> PrinterStatus:
    return PrinterStatus(False, "unknown", "unknown", text)


class _FilePrinter:
    """A file or a device file: jobs follow one another, as on a roll."""

    def __init__(self, parts: SplitResult, timeout_s: float) -> None:  # noqa: ARG002 (every transport is made alike)
        path = unquote(parts.path)
        if not path or parts.netloc not in ("", "localhost"):
            raise DeviceError(
                "printer_url_invalid",
                f"L’adresse d’imprimante « {parts.geturl()} » est incomplète.",
                "Écrivez-la comme file:///dossier/badges.bin.",
            )
        self._path = Path(path.lstrip("/") if os.name == "nt" else path)

    def check(self) -> PrinterStatus:
        target = self._path if self._path.exists() else self._path.parent
        if self._path.is_dir() or not os.access(target, os.W_OK):
            return _silent(self._refused())
        return PrinterStatus(True, "unknown", "unknown", f"Les badges s’écrivent dans {self._path}.")

    def send(self, job: bytes) -> PrintState:
        try:
            roll = self._path.open("ab", buffering=0)
        except OSError:
            return PrintState("failed", self._refused())
        try:
            with roll:
                rest = memoryview(job)
                while rest:
                    rest = rest[roll.write(rest) :]
        except OSError as error:
            return PrintState("unknown", f"L’écriture dans {self._path} s’est interrompue ({error.strerror}).")
        return PrintState("sent")

    def _refused(self) -> str:
        return f"Impossible d’écrire dans {self._path}\u202f: vérifiez que le dossier existe et que vous y avez droit."


class _NullPrinter:
    """No printer: jobs vanish. For a desk without badges, and for rehearsals."""

    def __init__(self, parts: SplitResult, timeout_s: float) -> None:
        pass

    def check(self) -> PrinterStatus:
        return PrinterStatus(True, "unknown", "unknown", "Aucune imprimante\u202f: les badges ne sont pas imprimés.")

    def send(self, job: bytes) -> PrintState:  # noqa: ARG002
        return PrintState("sent")


_TRANSPORTS: dict[str, Callable[[SplitResult, float], Printer]] = {
    "tcp": _TcpPrinter,
    "file": _FilePrinter,
    "null": _NullPrinter,
}
_FORMS = ("tcp://hôte:9100", "file:///chemin", "null:")
