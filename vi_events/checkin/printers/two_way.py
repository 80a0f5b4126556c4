"""A printer that answers: asked before the job, and asked after it whether the badge is on paper."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from vi_events.checkin.escpos_job import job_rows
from vi_events.checkin.printers.contract import PrinterStatus, PrintState, offline, refusal
from vi_events.checkin.printers.conversation import ByteLink, Conversation, LinkLostError, read_status
from vi_events.checkin.printers.profiles import Profile
from vi_events.sentences import say

CHUNK_BYTES = 2048
_DOTS_PER_MM = 8
_MARGIN_S = 0.5
"""For the blade, and for a printer to notice that its paper has ended."""
_LONGEST_PRINT_S = 30.0
_POLL_S = 0.25
"""Between two questions while a badge prints: less than any printer takes to start up again, so that one that was
switched off and on, and forgot the badge, misses a question.
"""
_RESET, _TELL_OF_PAPER = b"\x1b@", b"\x1da\x08"
"""ESC @ and GS a 8 (Epson ESC/POS reference, « Automatic Status Back »)."""
_ROLL_ENDED = 0x0C
"""In the reply to GS r 1: the roll has ended."""
_ASK = say("\u202f: le badge est-il sorti\u202f?")
_RAN_OUT = say("Le papier s’est terminé pendant l’impression{0}", _ASK)


class UnreachableError(Exception):
    """The printer cannot be opened; nothing was sent. ``args[0]`` is the sentence that says so."""


@dataclass(frozen=True)
class TwoWayPrinter:
    """``name`` is what the desk calls it; ``open_link`` gives a fresh link or raises UnreachableError."""

    name: str
    open_link: Callable[[], ByteLink]
    profile: Profile
    timeout_s: float

    def check(self) -> PrinterStatus:
        try:
            link = self.open_link()
        except UnreachableError as error:
            return offline(error.args[0])
        try:
            return read_status(Conversation(link, self.timeout_s))
        except LinkLostError as error:
            return offline(say("L’imprimante {0} {1} quand on lui demande son état.", self.name, error.args[0]))
        finally:
            link.close()

    def send(self, job: bytes) -> PrintState:
        try:
            link = self.open_link()
        except UnreachableError as error:
            return PrintState("failed", error.args[0])
        try:
            talk = Conversation(link, self.timeout_s)
            try:
                status = read_status(talk)
            except LinkLostError as error:
                return PrintState(
                    "failed", say("L’imprimante {0} {1}\u202f; rien n’a été envoyé.", self.name, error.args[0])
                )
            return refusal(status) or self._print(link, talk, job)
        finally:
            link.close()

    def _print(self, link: ByteLink, talk: Conversation, job: bytes) -> PrintState:
        """From the first byte on, nothing but the printer's own word makes the job anything but ``unknown``."""
        try:
            number = self._hand_over(link, talk, job)
            print_s = job_rows(job) / (_DOTS_PER_MM * self.profile.speed_mm_s)
            on_the_way_s = min(len(job), CHUNK_BYTES * 2) / link.bytes_per_s
            return self._outcome(talk, number, min(_LONGEST_PRINT_S, print_s) + on_the_way_s + _MARGIN_S)
        except LinkLostError as error:
            return PrintState("unknown", say("L’imprimante {0} {1}{2}", self.name, error.args[0], _ASK))

    def _hand_over(self, link: ByteLink, talk: Conversation, job: bytes) -> bytes:
        """Sends the job and the question that follows it; gives the job's number."""
        if self.profile.ack == "process_id" and job.startswith(_RESET):
            # These models tell unasked that their paper has ended; a reset makes them forget that they should.
            job = _RESET + _TELL_OF_PAPER + job.removeprefix(_RESET)
        until = time.monotonic() + _LONGEST_PRINT_S + 2 * len(job) / link.bytes_per_s
        for start in range(0, len(job), CHUNK_BYTES):
            chunk = job[start : start + CHUNK_BYTES]
            link.write(chunk, self.timeout_s + len(chunk) / link.bytes_per_s)
            if time.monotonic() > until:
                raise LinkLostError(say("prend les données trop lentement"))
        talk.forget()
        number = b"%04d" % (time.monotonic_ns() // 1_000_000 % 10_000)
        if self.profile.ack == "gs_r":
            link.write(b"\x1dr\x01", self.timeout_s)
        elif self.profile.ack == "process_id":
            link.write(b"\x1d(H\x06\x0000" + number, self.timeout_s)
        return number

    def _outcome(self, talk: Conversation, number: bytes, print_s: float) -> PrintState:
        """Waits for the acknowledgement, watching the printer meanwhile."""
        until = time.monotonic() + print_s
        while True:
            talk.listen(min(_POLL_S, max(0.0, until - time.monotonic())), number)
            if number in talk.done_ids:
                return PrintState("confirmed")
            if talk.paper_ended:
                return PrintState("unknown", _RAN_OUT)
            if talk.roll_when_done is not None:
                return PrintState("unknown", _RAN_OUT) if talk.roll_when_done & _ROLL_ENDED else PrintState("confirmed")
            late = time.monotonic() >= until
            if trouble := _trouble(talk):
                return PrintState("unknown", trouble)
            if late and talk.roll_when_done is None and number not in talk.done_ids:
                break
        if self.profile.ack == "process_id":
            return PrintState("unknown", say("L’imprimante {0} n’a pas confirmé{1}", self.name, _ASK))
        return PrintState("confirmed")


def _trouble(talk: Conversation) -> str:
    """What stopped the printer, empty when nothing did. Asked in real time: a printer that ran out keeps the rest."""
    status = read_status(talk)
    if status.paper == "out":
        return _RAN_OUT
    return "" if status.online else say("{0} Le badge est-il sorti\u202f?", status.text)
