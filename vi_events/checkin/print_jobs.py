"""Print jobs as folded state: what was asked of which printer for a person, and what became of it. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from vi_events.clock import hlc_ms
from vi_events.edition import people
from vi_events.edition.text import fold
from vi_events.journal.entry import Entry, Fact
from vi_events.journal.fold import State, SubjectType

WAITING = ("queued", "sending")
OUT = ("confirmed", "sent")
GONE = ("cancelled", "moved")
"""Jobs that came to nothing because a person said so; they do not count as a badge asked for."""
ADMISSION, REPRINT, DESK, BATCH, MOVED = "admission", "reprint", "desk", "batch", "moved"
"""Why a badge is printed: by itself after an admission, again, asked for at the desk, before the day, or sent on from
another printer.
"""
PAPER = "papier"
"""The « printer » of badges that were printed on sheets, by no printer of ours."""


@dataclass(frozen=True, slots=True)
class Job:
    """One badge asked of one printer. ``state`` is ``queued``, ``sending``, ``confirmed``, ``sent``, ``failed``,
    ``unknown``, ``cancelled`` or ``moved``; ``why`` is what asked for it.
    """

    id: str
    attendee_id: str
    printer: str
    state: str
    hlc: int
    """When it was asked for, as the journal counts."""
    station: str
    why: str
    reason: str = ""
    """Of the state: what the printer said, in a sentence."""
    roll: int = 0
    box: str = ""

    @property
    def order(self) -> tuple[int, str]:
        """Jobs leave in this order."""
        return self.hlc, self.id

    @property
    def at_ms(self) -> int:
        """When it was asked for, in milliseconds since 1970."""
        return hlc_ms(self.hlc)


def badge_queued(attendee_id: str, printer: str, why: str, picture: str, box: str = "") -> Fact:
    """A badge waits for a printer. ``picture`` is the PNG to print, in base64: it bears the name. The entry's id is
    the job's.
    """
    payload = {"printer": printer, "why": why, **({"box": box} if box else {})}
    return Fact("badge_queued", people.subject(attendee_id), payload, {"picture": picture})


def badge_printed(job: Job, state: str, reason: str = "", roll: int = 0) -> Fact:
    """What became of a job."""
    payload: dict[str, Any] = {"job": job.id, "state": state, "reason": reason}
    return Fact("badge_printed", people.subject(job.attendee_id), payload | ({"roll": roll} if roll else {}))


def badge_carried(into: str, state: str) -> Fact:
    """A record merged into ``into`` had a badge, in this state: it is that person's now."""
    return Fact("badge_carried", people.subject(into), {"state": state})


def badge_handed(attendee_id: str) -> Fact:
    """The person has their badge."""
    return Fact("badge_handed", people.subject(attendee_id))


def reduce_badges(state: State, entry: Entry) -> None:
    """Folds what happened to a person's badges; the picture stays in its entry."""
    if entry.kind == "badge_queued":
        said = entry.payload
        fresh = [str(said["printer"]), "queued", entry.hlc, entry.station, str(said["why"]), "", 0]
        state.data.setdefault("jobs", {})[entry.id] = [*fresh, str(said.get("box", ""))]
    elif entry.kind == "badge_printed":
        known = state.data.get("jobs", {}).get(entry.payload.get("job"))
        if known is not None:
            known[1], known[5] = str(entry.payload["state"]), str(entry.payload.get("reason", ""))
            known[6] = int(entry.payload.get("roll", 0))
    elif entry.kind == "badge_carried":
        state.data["carried"] = str(entry.payload["state"])
    elif entry.kind == "badge_handed":
        state.data["handed"] = True
    if entry.kind.startswith("badge_"):
        _sum_up(state.data, jobs("", state))


def _sum_up(data: dict[str, Any], known: Sequence[Job]) -> None:
    carried = data.get("carried", "")
    asked = [job.state for job in known if job.state not in GONE]
    data["badge"] = asked[-1] if asked else carried
    data["badges"] = sum(state in OUT for state in [carried, *asked])


def jobs(attendee_id: str, state: State) -> list[Job]:
    """The person's jobs, oldest first."""
    return [
        Job(id_, attendee_id, printer, now, hlc, station, why, reason, roll, box)
        for id_, (printer, now, hlc, station, why, reason, roll, box) in state.data.get("jobs", {}).items()
    ]


def badge_state(state: State) -> str:
    """What became of the person's newest badge; empty when none was asked for."""
    return str(state.data.get("badge", ""))


def badges_out(state: State) -> int:
    """How many badges of the person came out of a printer."""
    return int(state.data.get("badges", 0))


def box(state: State) -> str:
    """The box in which the person's badge, printed before the day, waits; empty when there is none."""
    return next((job.box for job in reversed(jobs("", state)) if job.box and job.state in OUT), "")


def prints_by_itself(state: State) -> bool:
    """Whether an admission may print: only a first badge. A second one always takes a person who asks."""
    return not badge_state(state)


def badge_keys(state: State) -> Iterable[str]:
    """Where open jobs are found, by printer; how many badges came off each roll."""
    if not state.data.get("jobs"):
        return  # nearly everybody, in an import
    known = jobs("", state)
    for job in known:
        if job.state in WAITING or job.state == "unknown":
            yield open_key(job.printer)
    off = [(job.printer, job.roll) for job in known if job.roll]
    for number, (printer, roll) in enumerate(off):
        yield f"{roll_key(printer, roll)}{number}"


def open_key(printer: str) -> str:
    return f"job:{printer}"


def roll_key(printer: str, roll: int) -> str:
    """The beginning of the counted keys of a roll."""
    return f"#roll:{printer}:{roll}:"


def printer_set(printer: str, name: str, width_dots: int) -> Fact:
    """A station has a printer, which others may send badges to. ``printer`` is ``station/name``."""
    return Fact("printer_set", f"printer:{printer}", {"name": name, "width_dots": width_dots})


def roll_changed(printer: str, roll: int, badges: int) -> Fact:
    """A new roll, the printer's ``roll``-th, with paper for so many badges."""
    return Fact("roll_changed", f"printer:{printer}", {"roll": roll, "badges": badges})


def _reduce_printer(state: State, entry: Entry) -> None:
    if entry.kind in ("printer_set", "roll_changed"):
        state.data.update(entry.payload)


PRINTER = SubjectType("printer", (_reduce_printer,))


@dataclass(frozen=True, slots=True)
class Box:
    """A box of badges: « A à F », and who is in it, in order."""

    label: str
    attendee_ids: tuple[str, ...]


def boxes(people_: Sequence[tuple[str, str, str]], number: int) -> tuple[Box, ...]:
    """People, as (id, last name, first name), in alphabetical order and in at most ``number`` boxes of much the same
    size; nobody's initial is in two boxes.
    """
    ordered = sorted(people_, key=lambda each: (fold(each[1]), fold(each[2]), each[0]))
    by_initial: dict[str, list[str]] = {}
    for id_, last, first in ordered:
        by_initial.setdefault((fold(last) or fold(first) or "-")[0].upper(), []).append(id_)
    found: list[Box] = []
    letters: list[str] = []
    inside: list[str] = []
    left = len(ordered)
    for position, (initial, ids) in enumerate(by_initial.items()):
        share = left / max(number - len(found), 1)
        # A letter goes where the box ends nearest to its share.
        if inside and len(found) < number - 1 and len(inside) + len(ids) / 2 > share:
            found.append(_box(letters, inside))
            left -= len(inside)
            letters, inside = [], []
        letters.append(initial)
        inside += ids
        if position == len(by_initial) - 1:
            found.append(_box(letters, inside))
    return tuple(found)


def _box(letters: Sequence[str], ids: Sequence[str]) -> Box:
    label = letters[0] if len(letters) == 1 else f"{letters[0]} à {letters[-1]}"
    return Box(label, tuple(ids))
