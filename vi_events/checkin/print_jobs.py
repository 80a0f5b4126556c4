"""Print jobs as folded state: what was asked of which printer for a person, and what became of it. Pure.

Stations that cannot hear each other ask, print and take back at the same time. What a printer did stands above what
people wished; of several jobs for the same badge one prints, and when two came out all the same somebody is told.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
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
"""Why a badge is printed: by itself after an admission, again, a first one asked for at the desk, before the day, or
sent on from another printer.
"""
PAPER = "papier"
"""The « printer » of badges that were printed on sheets, by no printer of ours."""
SILENT_MS = 30_000
"""A badge that waits for so long at another station without a word from there is told to the desk."""


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
    """Where it was asked for."""
    why: str
    reason: str = ""
    """Of the state: what the printer said, in a sentence."""
    roll: int = 0
    box: str = ""
    follows: str = ""
    """Id of the job in whose place it was asked for; empty for a new wish."""
    held: bool = False
    """It is queued, and must not print: the same badge may be coming out of another printer."""
    double: bool = False
    """It came out, or may have; so did another job for the same badge; and nobody has looked yet."""

    @property
    def order(self) -> tuple[int, str]:
        """Jobs leave in this order."""
        return self.hlc, self.id

    @property
    def at_ms(self) -> int:
        """When it was asked for, in milliseconds since 1970."""
        return hlc_ms(self.hlc)


def owner(printer: str) -> str:
    """The station whose printer it is; empty for sheets and for an address given to the command line."""
    station, slash, _ = printer.partition("/")
    return station if slash and not station.endswith(":") else ""


# Facts


def badge_queued(attendee_id: str, printer: str, why: str, picture: str, box: str = "") -> Fact:
    """A badge waits for a printer. ``picture`` is the PNG to print, in base64: it bears the name. The entry's id is
    the job's.
    """
    payload = {"printer": printer, "why": why, **({"box": box} if box else {})}
    return Fact("badge_queued", people.subject(attendee_id), payload, {"picture": picture})


def badge_queued_again(job: Job, printer: str, why: str, picture: str) -> Fact:
    """The same badge waits for a printer, in the place of ``job``: of the two, one is wanted."""
    payload = {"printer": printer, "why": why, "follows": job.id, **({"box": job.box} if job.box else {})}
    return Fact("badge_queued", people.subject(job.attendee_id), payload, {"picture": picture})


def badge_printed(job: Job, state: str, reason: str = "", roll: int = 0) -> Fact:
    """What became of a job: in the words of its printer, or ``cancelled`` or ``moved`` by a person."""
    payload: dict[str, Any] = {"job": job.id, "printer": job.printer, "state": state, "reason": reason}
    return Fact("badge_printed", people.subject(job.attendee_id), payload | ({"roll": roll} if roll else {}))


def badge_answered(job: Job, came_out: bool) -> Fact:
    """A person said whether an ``unknown`` badge came out. Of several answers the first counts."""
    state = "confirmed" if came_out else "failed"
    reason = "Quelqu’un l’a vu sortir." if came_out else "Quelqu’un ne l’a pas vu sortir."
    payload = {"job": job.id, "printer": job.printer, "state": state, "reason": reason, "answer": True}
    return Fact("badge_printed", people.subject(job.attendee_id), payload)


def badge_double_seen(attendee_id: str, job_ids: Sequence[str]) -> Fact:
    """A person has looked after the badges of these jobs, of which more than one may be out."""
    return Fact("badge_double_seen", people.subject(attendee_id), {"jobs": list(job_ids)})


def badge_carried(into: str, state: str) -> Fact:
    """A record merged into ``into`` had a badge, in this state: it is that person's now."""
    return Fact("badge_carried", people.subject(into), {"state": state})


def badge_handed(attendee_id: str) -> Fact:
    """The person has their badge."""
    return Fact("badge_handed", people.subject(attendee_id))


# The fold


def reduce_badges(state: State, entry: Entry) -> None:
    """Folds what happened to a person's badges; the picture stays in its entry."""
    data, said = state.data, entry.payload
    if entry.kind == "badge_queued":
        asked = [str(said["printer"]), entry.hlc, entry.station, str(said["why"])]
        data.setdefault("jobs", {})[entry.id] = [*asked, str(said.get("box", "")), str(said.get("follows", ""))]
    elif entry.kind == "badge_printed":
        # Kept beside the jobs: by a clock that is far behind, a badge is printed before it was asked for.
        heard = data.setdefault("heard", {}).setdefault(str(said.get("job")), ["", "", 0, []])
        now, reason = str(said["state"]), str(said.get("reason", ""))
        if now in GONE or said.get("answer"):
            heard[3].append([now, reason])
        else:
            heard[:3] = now, reason, int(said.get("roll", 0))
    elif entry.kind == "badge_double_seen":
        data.setdefault("doubles_seen", []).extend(str(id_) for id_ in said.get("jobs", ()))
    elif entry.kind == "badge_carried":
        data["carried"] = str(said["state"])
    elif entry.kind == "badge_handed":
        data["handed"] = True
    if entry.kind.startswith("badge_"):
        _sum_up(data, jobs("", state))


def cancel_waiting(state: State) -> None:
    """The jobs of a person who is erased do not print: their pictures are gone."""
    for job in jobs("", state):
        if job.state == "queued":
            heard = state.data.setdefault("heard", {}).setdefault(job.id, ["", "", 0, []])
            heard[3].append(["cancelled", ""])
    if state.data.get("jobs"):
        _sum_up(state.data, jobs("", state))


def _sum_up(data: dict[str, Any], known: Sequence[Job]) -> None:
    carried = data.get("carried", "")
    asked = [job.state for job in known if job.state not in GONE]
    data["badge"] = asked[-1] if asked else carried
    data["badges"] = sum(state in OUT for state in [carried, *asked])


def jobs(attendee_id: str, state: State) -> list[Job]:
    """The person's jobs, oldest first, each as it stands beside the others."""
    heard = state.data.get("heard", {})
    alone: dict[str, Job] = {}
    maybe_out: set[str] = set()
    for id_, (printer, hlc, station, why, box_, follows) in state.data.get("jobs", {}).items():
        last, reason, roll, said = heard.get(id_, ("", "", 0, ()))
        now, because = _stands(last, reason, said)
        roll = 0 if now == "failed" else roll
        alone[id_] = Job(id_, attendee_id, printer, now, hlc, station, why, because, roll, box_, follows)
        if _may_be_out(last, said):
            maybe_out.add(id_)
    if len(alone) < 2:
        return list(alone.values())  # nearly everybody
    asks: dict[str, list[Job]] = {}
    for job in alone.values():
        asks.setdefault(_ask(job, alone), []).append(job)
    seen = state.data.get("doubles_seen", ())
    beside = {
        job.id: job for each in asks.values() for job in (_beside(each, maybe_out, seen) if len(each) > 1 else each)
    }
    return [beside[id_] for id_ in alone]


def rivals(known: Sequence[Job], job: Job) -> list[Job]:
    """Of a person's jobs the others for the same badge: of them all one is wanted."""
    by_id = {each.id: each for each in known}
    return [each for each in known if each.id != job.id and _ask(each, by_id) == _ask(job, by_id)]


def _stands(last: str, reason: str, said: Sequence[Sequence[str]]) -> tuple[str, str]:
    """State and reason of one job by itself: what its printer said ``last``, then what people ``said``."""
    if last == "unknown":
        answers = [each for each in said if each[0] not in GONE]
        return (answers[0][0], answers[0][1]) if answers else (last, reason)
    if last not in ("", "queued"):
        return last, reason  # taken back too late
    taken = [each for each in said if each[0] in GONE]
    return (taken[0][0], taken[0][1]) if taken else ("queued", reason)


def _may_be_out(last: str, said: Sequence[Sequence[str]]) -> bool:
    """Whether paper may bear this job: also when of two people one saw it come out and the other did not."""
    if last == "unknown":
        answers = [each[0] for each in said if each[0] not in GONE]
        return not answers or "confirmed" in answers
    return last == "sending" or last in OUT


def _ask(job: Job, known: dict[str, Job]) -> str:
    """What a job and its rivals have in common. First badges are all the same wish, at whatever station they were asked
    for; one asked for again is a wish of its own, and so are those that follow it.
    """
    followed: list[str] = []
    while job.follows in known and job.id not in followed:
        followed.append(job.id)
        job = known[job.follows]
    return job.id if job.why == REPRINT else ""


def _beside(rivals: Sequence[Job], maybe_out: Collection[str], seen: Collection[str]) -> list[Job]:
    """Jobs for one and the same badge: at most one of them may still print, and none once one came out."""
    ordered = sorted(rivals, key=lambda job: job.order)
    out = [job for job in ordered if job.id in maybe_out]
    double = len(out) > 1 and not {job.id for job in out}.issubset(seen)
    done = next((job for job in out if job.state in OUT), None)
    busy = next((job for job in out if job.state in ("sending", "unknown")), None)
    first = next((job for job in ordered if job.state == "queued"), ordered[0])
    made = []
    for job in ordered:
        if job.state == "queued" and (done or job is not first):
            why = (
                f"Déjà sorti\u202f: {_place(done.printer)}."
                if done
                else f"Déjà demandé\u202f: {_place(first.printer)}."
            )
            job = replace(job, state="cancelled", reason=why)
        elif job.state == "queued" and busy:
            job = replace(job, held=True, reason=f"Peut-être déjà sorti\u202f: {_place(busy.printer)}.")
        made.append(replace(job, double=True) if double and job.id in maybe_out else job)
    return made


def _place(printer: str) -> str:
    """« Hall (accueil-2) »."""
    station, _, name = printer.partition("/")
    return f"{name} ({station})" if owner(printer) else printer


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


def is_open(job: Job) -> bool:
    """Whether something is still to come: a badge, or an answer."""
    return job.state in WAITING or job.state == "unknown"


# Where jobs are found


def badge_keys(state: State) -> Iterable[str]:
    """Where open jobs are found, by printer and by the station that asked another; doubles; how many badges came off
    each roll.
    """
    if "jobs" not in state.data:
        return ()  # nearly everybody, in an import
    return _job_keys(jobs("", state))


def _job_keys(known: Sequence[Job]) -> Iterator[str]:
    for job in known:
        if is_open(job):
            yield open_key(job.printer)
            if owner(job.printer) != job.station:
                yield elsewhere_key(job.station)
        if job.double:
            yield DOUBLE_KEY
    off = [(job.printer, job.roll) for job in known if job.roll]
    for number, (printer, roll) in enumerate(off):
        yield f"{roll_key(printer, roll)}{number}"


DOUBLE_KEY = "badge:double"


def open_key(printer: str) -> str:
    return f"job:{printer}"


def elsewhere_key(station: str) -> str:
    """Of what a station asked for that it does not print itself."""
    return f"job-elsewhere:{station}"


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
