"""Printers on a serial port, or in USB virtual COM mode: ``serial:///dev/ttyUSB0?baud=19200``, ``serial:///COM3``."""

import contextlib
import re
import sys

import serial

from vi_events.checkin.printers.address import Address
from vi_events.checkin.printers.contract import Printer
from vi_events.checkin.printers.conversation import LinkLostError
from vi_events.checkin.printers.two_way import TwoWayPrinter, UnreachableError
from vi_events.sentences import say

DEFAULT_BAUD = 19200
_BITS_PER_BYTE = 10
_LOST = say("ne répond plus sur son câble")
_TROUBLE: tuple[type[Exception], ...] = (OSError, ValueError, TypeError)
"""All that pyserial raises when a cable is pulled, whatever it was doing."""
if sys.platform != "win32":
    import termios

    _TROUBLE += (termios.error,)


def printer(address: Address, timeout_s: float) -> Printer:
    """Raises DeviceError ``printer_url_invalid``."""
    baud = address.options.get("baud", str(DEFAULT_BAUD))
    if not (baud.isascii() and baud.isdigit() and len(baud) < 8 and int(baud) in serial.Serial.BAUDRATES):
        raise address.invalid("demande une vitesse impossible (par exemple 9600, 19200, 38400, 115200)")
    windows_port = re.fullmatch(r"/(COM\d{1,3})", address.path, re.IGNORECASE)
    port = windows_port[1].upper() if windows_port else address.path
    if address.place or len(port) < 2 or port.endswith("/"):
        raise address.invalid("ne dit pas quel port ouvrir")
    return TwoWayPrinter(port, lambda: _SerialLink(port, int(baud)), address.profile, timeout_s)


class _SerialLink:
    def __init__(self, port: str, baud: int) -> None:
        self.bytes_per_s = baud / _BITS_PER_BYTE
        try:
            # A printer that has no room says so by XOFF; one that says so by its wires loses nothing by it.
            self._port = serial.Serial(port, baud, xonxoff=True, exclusive=True)
            self._port.reset_input_buffer()  # what it said to whoever asked before
        except _TROUBLE as error:
            raise UnreachableError(say("L’imprimante {0} est introuvable\u202f: {1}", port, _why(error))) from error
        self._stuck = False

    def write(self, data: bytes, timeout_s: float) -> None:
        try:
            self._port.write_timeout = timeout_s
            self._port.write(data)
        except serial.SerialTimeoutException as error:
            self._stuck = True
            raise LinkLostError(say("ne prend plus de données")) from error
        except _TROUBLE as error:
            self._stuck = True
            raise LinkLostError(_LOST) from error

    def read(self, timeout_s: float) -> bytes:
        try:
            self._port.timeout = max(0.0, timeout_s)
            first: bytes = self._port.read(1)
            return first + self._port.read(self._port.in_waiting) if first else b""
        except _TROUBLE as error:
            raise LinkLostError(_LOST) from error

    def close(self) -> None:
        with contextlib.suppress(*_TROUBLE):
            if self._stuck:  # or the system would wait half a minute for the rest to leave
                self._port.reset_output_buffer()
        with contextlib.suppress(*_TROUBLE):
            self._port.close()


def _why(error: Exception) -> str:
    reason = str(error).lower()
    if "denied" in reason or "permission" in reason or "errno 13" in reason:
        return say("le port est pris ou interdit, fermez l’autre programme (sous Linux\u202f: groupe dialout).")
    if "lock" in reason or "busy" in reason:
        return "un autre programme tient le port, fermez-le."
    return say("vérifiez qu’elle est allumée et branchée.")
