"""Jobs to a file or a device file (``file:///path``), where they follow one another as on a roll, or nowhere."""

import os
import select
from pathlib import Path

from vi_events.checkin.printers.address import Address
from vi_events.checkin.printers.contract import PrinterStatus, PrintState, offline
from vi_events.sentences import say


class FilePrinter:
    def __init__(self, address: Address, timeout_s: float) -> None:
        if not address.path or address.place not in ("", "localhost"):
            raise address.invalid(say("ne dit pas dans quel fichier écrire"))
        self._path = Path(address.path.lstrip("/") if os.name == "nt" else address.path)
        self._timeout_s = timeout_s
        self.profile = address.profile

    def check(self) -> PrinterStatus:
        target = self._path if self._path.exists() else self._path.parent
        if self._path.is_dir() or not os.access(target, os.W_OK):
            return offline(self._refused())
        return PrinterStatus(True, "unknown", "unknown", say("Les badges s’écrivent dans {0}.", self._path))

    def send(self, job: bytes) -> PrintState:
        # A device without paper takes nothing and would hold the writer for ever: never wait in the system.
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        try:
            roll = os.open(self._path, flags, 0o666)
        except OSError:
            return PrintState("failed", self._refused())
        try:
            left = self._write(roll, job)
        finally:
            os.close(roll)
        if left == len(job):
            return PrintState("failed", say("{0} ne prend aucune donnée\u202f; rien n’a été envoyé.", self._path))
        if left:
            why = say("L’écriture dans {0} s’est interrompue", self._path)
            return PrintState("unknown", say("{0}\u202f: le badge est-il sorti\u202f?", why))
        return PrintState("sent")

    def _write(self, roll: int, job: bytes) -> int:
        """How many bytes were not taken."""
        rest = memoryview(job)
        while rest:
            try:
                rest = rest[os.write(roll, rest) :]
            except BlockingIOError:
                if not select.select([], [roll], [], self._timeout_s)[1]:
                    break
            except OSError:
                break
        return len(rest)

    def _refused(self) -> str:
        return say(
            "Impossible d’écrire dans {0}\u202f: vérifiez que le dossier existe et que vous y avez droit.", self._path
        )


class NullPrinter:
    """No printer: jobs vanish. For a desk without badges, and for rehearsals."""

    def __init__(self, address: Address, timeout_s: float) -> None:  # noqa: ARG002 (every transport is made alike)
        self.profile = address.profile

    def check(self) -> PrinterStatus:
        return PrinterStatus(
            True, "unknown", "unknown", say("Aucune imprimante\u202f: les badges ne sont pas imprimés.")
        )

    def send(self, job: bytes) -> PrintState:  # noqa: ARG002
        return PrintState("sent")
