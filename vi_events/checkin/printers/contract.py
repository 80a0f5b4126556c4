"""What every printer promises, whatever cable leads to it."""

from dataclasses import dataclass
from typing import Protocol

from vi_events.checkin.printers.profiles import Profile
from vi_events.sentences import say

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
    """What became of a job, one of ``STATES``.

    ``confirmed``: the printer said so after the data. ``sent``: handed to something that cannot answer. ``failed``:
    certainly no dot was printed, so that sending again is safe. ``unknown``: ask whether the badge came out, never
    send again unasked.
    """

    state: str
    reason: str = ""


class Printer(Protocol):
    @property
    def profile(self) -> Profile:
        """The model that the address names: the width of its paper, its cutter."""

    def check(self) -> PrinterStatus:
        """The printer's state now. Never raises for a printer in trouble: it is offline, and says why."""

    def send(self, job: bytes) -> PrintState:
        """Prints, blocking as long as the picture takes and a few times the address's patience; never for ever.

        Call it from the printer's own worker.
        """


def offline(text: str) -> PrinterStatus:
    """A printer that nothing more is known of."""
    return PrinterStatus(False, "unknown", "unknown", text)


def refusal(status: PrinterStatus) -> PrintState | None:
    """``failed`` for a printer that cannot print now, asked before anything was sent; None when it can."""
    if status.online and status.paper != "out" and status.cover != "open":
        return None
    return PrintState("failed", say("{0} Rien n’a été envoyé.", status.text))
