"""Printers of Windows: ``win://queue``, as raw data through the spooler (pywin32).

The queue is asked before the job. What comes out afterwards cannot be known, so that a job is ``sent`` at best.
"""

import importlib
from typing import Any

from vi_events.checkin.printers.address import Address
from vi_events.checkin.printers.contract import PrinterStatus, PrintState, offline, refusal
from vi_events.sentences import say

_PAUSED, _ERROR, _JAM, _PAPER_OUT, _OFFLINE, _DOOR_OPEN = 0x1, 0x2, 0x8, 0x10, 0x80, 0x400000
_WORK_OFFLINE = 0x400
"""PRINTER_STATUS_… and PRINTER_ATTRIBUTE_WORK_OFFLINE (winspool.h)."""


def spooler() -> Any:
    """pywin32's module. Raises ImportError elsewhere than on Windows."""
    return importlib.import_module("win32print")


class WindowsPrinter:
    def __init__(self, address: Address, timeout_s: float) -> None:  # noqa: ARG002 (the spooler takes jobs at once)
        self._queue = (address.place + address.path).strip("/").replace("/", "\\")
        if not self._queue:
            raise address.invalid("ne dit pas quelle imprimante utiliser")
        if "\\" in self._queue:  # \\server\queue
            self._queue = "\\\\" + self._queue.lstrip("\\")
        self.profile = address.profile

    def check(self) -> PrinterStatus:
        try:
            windows = spooler()
        except ImportError:
            return offline(say("Les adresses win:// ne servent que sous Windows, avec « pywin32 »."))
        try:
            handle = windows.OpenPrinter(self._queue)
        except windows.error:
            return offline(say("Windows ne connaît pas l’imprimante « {0} »\u202f: vérifiez son nom.", self._queue))
        try:
            known = windows.GetPrinter(handle, 2)
        except windows.error:
            return offline(say("Windows ne dit rien de l’imprimante « {0} »\u202f: vérifiez vos droits.", self._queue))
        finally:
            windows.ClosePrinter(handle)
        return self._status(known["Status"], known["Attributes"])

    def _status(self, status: int, attributes: int) -> PrinterStatus:
        paper = "out" if status & _PAPER_OUT else "unknown"
        cover = "open" if status & _DOOR_OPEN else "unknown"
        online = not status & (_PAUSED | _ERROR | _JAM | _OFFLINE) and not attributes & _WORK_OFFLINE
        if cover == "open":
            text = say("Le capot de l’imprimante est ouvert\u202f: fermez-le.")
        elif paper == "out":
            text = say("L’imprimante n’a plus de papier\u202f: changez le rouleau.")
        elif not online:
            text = say(
                "Windows dit l’imprimante « {0} » en pause ou hors ligne\u202f: allumez-la, relancez-la.", self._queue
            )
        else:
            text = say("L’imprimante « {0} » prend les badges, sans confirmer qu’ils sortent.", self._queue)
        return PrinterStatus(online and cover != "open" and paper != "out", paper, cover, text)

    def send(self, job: bytes) -> PrintState:
        if refused := refusal(self.check()):
            return refused
        windows = spooler()
        try:
            handle = windows.OpenPrinter(self._queue)
        except windows.error:
            return PrintState(
                "failed", say("Windows n’ouvre plus l’imprimante « {0} »\u202f: rien n’est parti.", self._queue)
            )
        try:
            windows.StartDocPrinter(handle, 1, ("badge", None, "RAW"))
            written = windows.WritePrinter(handle, job)
            windows.EndDocPrinter(handle)
        except windows.error:
            written = 0
        finally:
            windows.ClosePrinter(handle)
        if written != len(job):
            return PrintState("unknown", say("Windows a interrompu l’envoi\u202f: le badge est-il sorti\u202f?"))
        return PrintState("sent")
