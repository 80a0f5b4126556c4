"""Printers of the system, Linux and macOS: ``cups://queue``, through ``lp`` and ``lpstat``.

The queue is asked before the job. What comes out afterwards cannot be known, so that a job is ``sent`` at best.
"""

import os
import subprocess

from vi_events.checkin.printers.address import Address
from vi_events.checkin.printers.contract import PrinterStatus, PrintState, offline, refusal
from vi_events.sentences import say

_ALERTS = {"out": ("media-empty", "media-needed"), "low": ("media-low",), "open": ("cover-open", "door-open")}
_OFF = ("offline-report", "connecting-to-device", "shutdown", "timed-out")
"""``printer-state-reasons`` (RFC 8011, 5.4.12) that lpstat calls alerts."""


class CupsPrinter:
    def __init__(self, address: Address, timeout_s: float) -> None:
        queue = address.place
        if not queue or address.path.strip("/") or queue.startswith("-") or any(sign.isspace() for sign in queue):
            raise address.invalid(say("ne dit pas quelle file d’impression utiliser"))
        self._queue = queue
        self._timeout_s = timeout_s
        self.profile = address.profile

    def check(self) -> PrinterStatus:
        try:
            told = command(["lpstat", "-l", "-p", self._queue, "-a", self._queue], self._timeout_s)
            # Of a server that is not there, lpstat says that the queue does not exist.
            dead = told.returncode and b"not running" in command(["lpstat", "-r"], self._timeout_s).stdout
        except FileNotFoundError:
            return offline(say("CUPS n’est pas installé sur cet ordinateur\u202f: « lpstat » manque."))
        except (subprocess.TimeoutExpired, OSError):
            return offline(say("CUPS ne répond pas\u202f: redémarrez le service d’impression."))
        if not dead and b"Invalid destination" in told.stderr:
            return offline(say("CUPS ne connaît pas la file « {0} »\u202f: vérifiez son nom.", self._queue))
        if told.returncode:
            return offline(say("CUPS ne répond pas\u202f: redémarrez le service d’impression."))
        return _status(told.stdout.decode("utf-8", "replace"), self._queue)

    def send(self, job: bytes) -> PrintState:
        if refused := refusal(self.check()):
            return refused
        try:
            told = command(["lp", "-d", self._queue, "-o", "raw", "-t", "badge"], self._timeout_s, job)
        except FileNotFoundError:
            return PrintState("failed", say("CUPS n’est pas installé sur cet ordinateur\u202f: « lp » manque."))
        except (subprocess.TimeoutExpired, OSError):
            return PrintState(
                "unknown", say("CUPS n’a pas dit s’il prenait le badge\u202f: le badge est-il sorti\u202f?")
            )
        if told.returncode:
            why = told.stderr.decode("utf-8", "replace").strip()[:120]
            return PrintState(
                "unknown", say("CUPS a interrompu l’envoi ({0})\u202f: le badge est-il sorti\u202f?", why)
            )
        return PrintState("sent")


def command(words: list[str], timeout_s: float, given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    """What a command of CUPS said, in its own English. Raises FileNotFoundError, TimeoutExpired."""
    english = os.environ | {"LC_ALL": "C"}
    return subprocess.run(words, input=given, capture_output=True, timeout=timeout_s, env=english, check=False)


def _status(said: str, queue: str) -> PrinterStatus:
    alerts = " ".join(line.partition(":")[2] for line in said.splitlines() if line.strip().startswith("Alerts:"))
    paper = next((each for each in ("out", "low") if any(word in alerts for word in _ALERTS[each])), "unknown")
    cover = "open" if any(word in alerts for word in _ALERTS["open"]) else "unknown"
    stopped = " disabled since" in said or "not accepting requests" in said
    if stopped:
        text = say("La file « {0} » est arrêtée dans CUPS\u202f: relancez-la.", queue)
    elif any(word in alerts for word in _OFF):
        text, stopped = say("CUPS dit l’imprimante « {0} » éteinte\u202f: allumez-la et branchez-la.", queue), True
    elif cover == "open":
        text = say("Le capot de l’imprimante est ouvert\u202f: fermez-le.")
    elif paper == "out":
        text = say("L’imprimante n’a plus de papier\u202f: changez le rouleau.")
    else:
        text = say("La file « {0} » prend les badges, sans confirmer qu’ils sortent.", queue)
    return PrinterStatus(not stopped and cover != "open" and paper != "out", paper, cover, text)
