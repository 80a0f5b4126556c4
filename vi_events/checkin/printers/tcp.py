"""Printers on the network: ``tcp://host:9100``."""

import contextlib
import math
import socket
import time

from vi_events.checkin.printers.address import Address
from vi_events.checkin.printers.contract import Printer
from vi_events.checkin.printers.conversation import LinkLostError
from vi_events.checkin.printers.two_way import TwoWayPrinter, UnreachableError
from vi_events.sentences import say

DEFAULT_PORT = 9100
_GOODBYE_S = 0.2


def printer(address: Address, timeout_s: float) -> Printer:
    """Raises DeviceError ``printer_url_invalid``."""
    try:
        port = DEFAULT_PORT if address.parts.port is None else address.parts.port
    except ValueError:
        port = 0
    host = address.parts.hostname or ""
    if not port:
        raise address.invalid(say("a un port impossible (de 1 à 65535)"))
    if not _is_host(host) or address.path.strip("/") or address.parts.username is not None:
        raise address.invalid("ne dit pas quel ordinateur appeler")
    name = f"{host}:{port}"
    return TwoWayPrinter(name, lambda: _open((host, port), name, timeout_s), address.profile, timeout_s)


def _is_host(host: str) -> bool:
    try:
        return bool(host.encode("idna")) and not any(sign.isspace() for sign in host)
    except UnicodeError:  # too long, or empty between two dots: the system would refuse it with a bug's error
        return False


def _open(where: tuple[str, int], name: str, timeout_s: float) -> "_TcpLink":
    try:
        connection = socket.create_connection(where, timeout_s)
    except OSError as error:
        why = say("la connexion est refusée") if isinstance(error, ConnectionRefusedError) else say("pas de réponse")
        raise UnreachableError(
            say("L’imprimante {0} est introuvable ({1})\u202f: vérifiez qu’elle est allumée et branchée.", name, why)
        ) from error
    with contextlib.suppress(OSError):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return _TcpLink(connection)


class _TcpLink:
    bytes_per_s = math.inf

    def __init__(self, connection: socket.socket) -> None:
        self._socket = connection

    def write(self, data: bytes, timeout_s: float) -> None:
        try:
            self._socket.settimeout(timeout_s)
            self._socket.sendall(data)
        except TimeoutError as error:
            raise LinkLostError(say("ne prend plus de données")) from error
        except OSError as error:
            raise LinkLostError(say("a coupé la liaison")) from error

    def read(self, timeout_s: float) -> bytes:
        try:
            self._socket.settimeout(max(0.0, timeout_s))
            received = self._socket.recv(256)
        except (TimeoutError, BlockingIOError):
            return b""
        except OSError as error:
            raise LinkLostError(say("a coupé la liaison")) from error
        if not received:  # the printer hung up: this is not « all is well »
            raise LinkLostError(say("a coupé la liaison"))
        return received

    def close(self) -> None:
        # Closing with something unread resets the link, and a printer may drop what it has not printed yet.
        with contextlib.suppress(OSError), self._socket:
            self._socket.shutdown(socket.SHUT_WR)
            until = time.monotonic() + _GOODBYE_S
            while (left := until - time.monotonic()) > 0:
                self._socket.settimeout(left)
                if not self._socket.recv(256):
                    break
