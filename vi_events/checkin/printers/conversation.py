"""Asking an ESC/POS printer how it is, over any link that carries bytes both ways.

Everything a printer says is told apart by its fixed bits (Epson ESC/POS reference, « Identifying transmitted data »),
so that a late reply, or one nobody asked for, is never taken for another.
"""

import time
from typing import Protocol

from vi_events.checkin.printers.contract import PrinterStatus
from vi_events.sentences import say

STATE, OFFLINE, ERRORS, ROLL = 1, 2, 3, 4
"""n of DLE EOT n."""
PAPER_OUT = 0x60
"""In the reply to DLE EOT 4."""
_XON, _XOFF = 0x11, 0x13
_BLOCK, _PROCESS_ID = 0x37, 0x22
_ROLL_ENDED = 0x0C
_REST_S = 0.1
"""For the rest of something that began to come."""
"""In the third byte of an automatic status."""


class ByteLink(Protocol):
    """An open way to a printer. ``bytes_per_s`` is what its slowest part carries."""

    bytes_per_s: float

    def write(self, data: bytes, timeout_s: float) -> None:
        """Hands over all of ``data``. Raises LinkLostError, also when the other side takes nothing any more."""

    def read(self, timeout_s: float) -> bytes:
        """What has come, waiting for at least a byte; empty when nothing came in time. LinkLostError at the end."""

    def close(self) -> None:
        """Ends so that all that was written still arrives; never raises."""


class LinkLostError(Exception):
    """The printer gave no reply, or no longer takes any data. ``args[0]`` is a sentence without its end."""


class Conversation:
    """One open link: asks, and tells replies from what the printer says unasked."""

    def __init__(self, link: ByteLink, timeout_s: float) -> None:
        self._link = link
        self._timeout_s = timeout_s
        self._come = bytearray()
        self._garbled = False
        self.paper_ended = False
        """The printer said so by itself (GS a)."""
        self.roll_when_done: int | None = None
        """The reply to GS r 1: the printer has worked through all that came before it."""
        self.done_ids: set[bytes] = set()
        """The numbers of the jobs that are on paper."""

    def ask(self, what: int) -> int:
        """The reply to DLE EOT ``what``, which a printer gives even when it is offline."""
        self._link.write(bytes((0x10, 0x04, what)), self._timeout_s)
        until = time.monotonic() + self._timeout_s
        while (reply := self._next(until)) is None or not _is_status(reply):
            if time.monotonic() >= until:
                raise LinkLostError(say("répond autre chose qu’un état") if self._garbled else say("ne répond pas"))
        return reply

    def listen(self, seconds: float, number: bytes) -> None:
        """Takes in what comes, until job ``number`` is acknowledged or so many seconds have gone."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and not (
            self.paper_ended or self.roll_when_done is not None or number in self.done_ids
        ):
            self._next(until)

    def forget(self) -> None:
        """What has come so far answers earlier jobs; that the paper has ended is true all the same."""
        while said := self._link.read(0):
            self._come += said
        while self._come:
            self._next(time.monotonic() + _REST_S)
        self.roll_when_done = None

    def _next(self, until: float) -> int | None:
        """The next thing said: a single byte, or None for nothing in time and for what is noted here."""
        byte = self._byte(until)
        if byte is None or byte in (_XON, _XOFF):
            return None
        if byte & 0x93 == 0x10:  # automatic status, four bytes that no question brought
            _errors, roll, _reserved = (self._byte(until) for _ in range(3))
            self.paper_ended = self.paper_ended or bool(roll and roll & _ROLL_ENDED)
            return None
        if byte == _BLOCK:
            self._take_block(until)
        elif byte & 0x90 == 0:
            self.roll_when_done = byte
        elif _is_status(byte):
            return byte
        else:
            self._garbled = True
        return None

    def _take_block(self, until: float) -> None:
        """A header, what it is, its data, NUL."""
        block = bytearray()
        while (byte := self._byte(until)) and len(block) < 80:
            block.append(byte)
        if byte == 0 and block[:1] == bytes((_PROCESS_ID,)):
            self.done_ids.add(bytes(block[1:]))

    def _byte(self, until: float) -> int | None:
        if not self._come:
            left = until - time.monotonic()
            if left <= 0:
                return None
            self._come += self._link.read(left)
        return self._come.pop(0) if self._come else None


def _is_status(byte: int) -> bool:
    return byte & 0x93 == 0x12


def read_status(printer: Conversation) -> PrinterStatus:
    """Asks for everything the desk can put right. Raises LinkLostError."""
    roll, state, offline, errors = (printer.ask(what) for what in (ROLL, STATE, OFFLINE, ERRORS))
    cover = "open" if offline & 0x04 else "closed"
    paper = "out" if roll & PAPER_OUT or offline & 0x20 else "low" if roll & 0x0C else "ok"
    online = not state & 0x08
    if cover == "open":
        text = say("Le capot de l’imprimante est ouvert\u202f: fermez-le.")
    elif paper == "out":
        text = say("L’imprimante n’a plus de papier\u202f: changez le rouleau.")
    elif errors & 0x08:
        text = say("Le massicot de l’imprimante est bloqué\u202f: ouvrez le capot et dégagez-le.")
    elif not online or errors & 0x60:
        text, online = say("L’imprimante est hors ligne\u202f: éteignez-la puis rallumez-la."), False
    elif paper == "low":
        text = say("L’imprimante est prête\u202f; le rouleau est bientôt fini.")
    else:
        text = say("L’imprimante est prête.")
    return PrinterStatus(online and cover == "closed" and not errors & 0x08, paper, cover, text)
