"""The print queue of an edition: its verbs. Each is one transaction, run in the core thread."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vi_events.checkin import print_jobs
from vi_events.checkin.desk import Desk
from vi_events.checkin.print_jobs import ADMISSION, BATCH, DESK, MOVED, OUT, PAPER, REPRINT, Job
from vi_events.checkin.print_views import BadgeView, JobView
from vi_events.clock import hlc_ms
from vi_events.edition import people
from vi_events.errors import UserError
from vi_events.journal.entry import Fact
from vi_events.journal.fold import State
from vi_events.journal.store import Store
from vi_events.sentences import say

if TYPE_CHECKING:
    from PIL import Image

INTERRUPTED = say("Le programme s’est arrêté pendant l’impression\u202f: le badge est-il sorti\u202f?")
_SLICE = 10
_LOOKED_BACK = 60
"""Entries of another station in which its last badge is looked for: four make an admission with its badge."""


@dataclass(frozen=True, slots=True)
class PrinterRow:
    """A printer of some station: ``id`` is ``station/name``. ``left`` badges are on the roll; None: nobody said."""

    id: str
    name: str
    width_dots: int
    left: int | None
    roll: int


def encode(image: Image.Image) -> str:
    """A 1-bit picture as a journal keeps it."""
    content = io.BytesIO()
    image.save(content, "PNG")
    return base64.b64encode(content.getvalue()).decode()


def decode(text: str) -> Image.Image:
    from PIL import Image  # drawing is read late: the window is there first

    return Image.open(io.BytesIO(base64.b64decode(text))).convert("1", dither=Image.Dither.NONE)


class PrintQueue:
    """What waits for each printer. The order of the queue is that of the journal."""

    def __init__(self, desk: Desk, store: Store) -> None:
        self._desk = desk
        self._store = store

    @property
    def station(self) -> str:
        """The name of this station."""
        return self._desk.settings.author.station

    # Asking for badges

    def queue(self, attendee_id: str, printer: str, why: str, image: Image.Image | None = None) -> Job:
        """A person asked for this badge: it waits, whatever was printed before. ``image`` is what they saw of it.

        What waits for the person at another printer is taken back: one badge is wanted. What waits at this very one is
        given again: impatience makes no second badge.
        """
        state = self._desk.standing(attendee_id)
        waiting = [job for job in print_jobs.jobs(attendee_id, state) if job.state == "queued" and not job.held]
        if here := [job for job in waiting if job.printer == printer and not image]:
            return here[-1]
        picture = encode(image or self._draw(attendee_id, printer))
        taken = [job for job in waiting if job.printer != printer]
        if taken:
            facts = [print_jobs.badge_printed(job, "moved") for job in taken]
            facts.append(print_jobs.badge_queued_again(taken[-1], printer, why, picture))
        else:
            again = why == DESK and not print_jobs.prints_by_itself(state)
            facts = [print_jobs.badge_queued(attendee_id, printer, REPRINT if again else why, picture)]
        return self._job(attendee_id, self._desk.record(*facts)[-1].id)

    def queue_once(self, attendee_id: str, printer: str) -> Job | None:
        """After an admission: a first badge, or None when one was asked for before, here or at another station."""
        if not print_jobs.prints_by_itself(self._desk.standing(attendee_id)):
            return None
        return self.queue(attendee_id, printer, ADMISSION)

    def queue_batch(self, printer: str, number_of_boxes: int) -> Iterator[int]:
        """Every expected person without a badge, in box order; yields how many are queued so far."""
        waiting = self._without_badge()
        done = 0
        for box in print_jobs.boxes(waiting, number_of_boxes):
            for start in range(0, len(box.attendee_ids), _SLICE):
                facts: list[Fact] = []
                for attendee_id in box.attendee_ids[start : start + _SLICE]:
                    if print_jobs.prints_by_itself(self._desk.standing(attendee_id)):
                        image = encode(self._draw(attendee_id, printer))
                        facts.append(print_jobs.badge_queued(attendee_id, printer, BATCH, image, box.label))
                done += len(self._desk.record(*facts)) if facts else 0
                yield done
        yield done

    def _without_badge(self) -> list[tuple[str, str, str]]:
        found = []
        for subject, state in self._store.states_of_type("attendee"):
            if people.is_known(state) and not state.data.get("merged_into") and print_jobs.prints_by_itself(state):
                person = people.attendee(subject, state)
                if person.status == "confirmed":
                    found.append((person.id, person.last_name, person.first_name))
        return found

    def note_printed(self, attendee_ids: Sequence[str]) -> Iterator[int]:
        """These people's badges were printed on sheets, and somebody saw them come out; yields how many are noted."""
        done = 0
        for attendee_id in attendee_ids:
            job = self.queue(attendee_id, PAPER, DESK)
            self._desk.record(print_jobs.badge_printed(job, "confirmed"))
            done += 1
            yield done
        yield done

    # What a printer's worker does

    def next(self, printer: str, in_touch: bool = True) -> Job | None:
        """The oldest job that may print on a printer. Out of touch with the other stations, one of theirs may not: it
        may have been taken back.
        """
        waiting = (job for job in self.open(printer) if job.state == "queued" and not job.held)
        return next((job for job in waiting if in_touch or job.station == print_jobs.owner(printer)), None)

    def begin(self, job: Job) -> Image.Image | None:
        """Marks the job as being sent and gives its picture; None when it was cancelled or moved meanwhile."""
        now = self._now(job)
        if now.state != "queued" or now.held:
            return None
        try:
            image = self.picture(job)
        except UserError as problem:  # erased meanwhile: it must not hold up those behind it
            self._desk.record(print_jobs.badge_printed(job, "failed", problem.message))
            return None
        self._desk.record(print_jobs.badge_printed(job, "sending"))
        return image

    def end(self, job: Job, state: str, reason: str = "") -> None:
        """What became of a job that was sent. ``queued`` puts it back, when the printer took nothing of it."""
        if self._now(job).state != "sending":
            return  # asked about meanwhile: what a person says of it stands
        roll = self.printer(job.printer).roll if state in (*OUT, "unknown") else 0
        self._desk.record(print_jobs.badge_printed(job, state, reason, roll))

    def recover(self, printer: str) -> int:
        """After a crash: what was being sent may have come out or not; a person must say. Gives how many."""
        lost = [job for job in self.open(printer) if job.state == "sending"]
        if lost:
            self._desk.record(*(print_jobs.badge_printed(job, "unknown", INTERRUPTED) for job in lost))
        return len(lost)

    def recover_left(self, station: str, printers: Collection[str]) -> int:
        """The same for the printers that this station no longer has: nobody else would ask."""
        ids = [row.id for row in self.printers() if row.id.startswith(f"{station}/") and row.id not in printers]
        return sum(self.recover(id_) for id_ in ids)

    # What a person does

    def answer(self, job: Job, came_out: bool) -> Job | None:
        """« Le badge est-il sorti ? » Not: the same picture waits again, and its job is given."""
        if self._now(job).state != "unknown":
            return None  # answered meanwhile, perhaps at another station
        facts = [print_jobs.badge_answered(job, came_out)]
        waits = self._held_for(job)  # it was passed to another printer meanwhile
        if not came_out and waits is None:
            facts.append(print_jobs.badge_queued_again(job, job.printer, REPRINT, encode(self.picture(job))))
        entry = self._desk.record(*facts)[-1]
        return None if came_out else self._job(job.attendee_id, waits.id if waits else entry.id)

    def double_seen(self, attendee_id: str) -> None:
        """A person has looked after the badges of somebody who may have two for one."""
        known = print_jobs.jobs(attendee_id, self._desk.standing(attendee_id))
        if ids := [job.id for job in known if job.double]:
            self._desk.record(print_jobs.badge_double_seen(attendee_id, ids))

    def cancel(self, job: Job) -> bool:
        """Takes a waiting job off the queue; False when it is too late."""
        if self._now(job).state != "queued":
            return False
        self._desk.record(print_jobs.badge_printed(job, "cancelled"))
        return True

    def move(self, printer: str, to: str) -> int:
        """Sends what waits for a printer to another; gives how many. The picture is drawn anew for another width.

        Of another station's printer only what was asked for here: the rest comes out where somebody waits for it. To
        the very same printer: what others asked of it is from now on asked here, and need not hear from them.
        """
        facts: list[Fact] = []
        same = self.printer(printer).width_dots == self.printer(to).width_dots
        for job in self.open(printer):
            wanted = job.station != self.station if printer == to else self.may_move(job)
            if job.state == "queued" and wanted:
                image = self.picture(job) if same else self._draw(job.attendee_id, to)
                facts.append(print_jobs.badge_printed(job, "moved"))
                facts.append(print_jobs.badge_queued_again(job, to, MOVED, encode(image)))
        if facts:
            self._desk.record(*facts)
        return len(facts) // 2

    def may_move(self, job: Job) -> bool:
        """Whether a job that waits is this station's to move: it prints it, or asked for it."""
        return self.station in (job.station, print_jobs.owner(job.printer))

    def set_printer(self, printer: str, name: str, width_dots: int) -> None:
        """Makes a printer of this station known to all; nothing is recorded when it already is."""
        if (known := self._store.state(f"printer:{printer}")) is None or (
            (known.data.get("name"), known.data.get("width_dots")) != (name, width_dots)
        ):
            self._desk.record(print_jobs.printer_set(printer, name, width_dots))

    def change_roll(self, printer: str, badges: int) -> None:
        """A new roll is in, with paper for so many badges."""
        self._desk.record(print_jobs.roll_changed(printer, self.printer(printer).roll + 1, badges))

    # What is seen

    def badge(self, attendee_id: str, printer: str) -> BadgeView:
        """The person's newest badge; one that was erased or never asked for is drawn for ``printer``."""
        state = self._desk.standing(attendee_id)
        asked = [job for job in print_jobs.jobs(attendee_id, state) if job.state not in print_jobs.GONE]
        job = asked[-1] if asked else None
        try:
            image = self.picture(job) if job else self._draw(attendee_id, printer)
        except UserError as problem:
            if problem.code != "picture_erased":
                raise
            image = self._draw(attendee_id, printer)
        return BadgeView(print_jobs.badge_state(state), job, image)

    def open(self, printer: str) -> list[Job]:
        """What waits, is being sent or asks for an answer, oldest first."""
        found = self._under(print_jobs.open_key(printer))
        return [job for job in found if job.printer == printer and print_jobs.is_open(job)]

    def elsewhere(self) -> list[Job]:
        """What this station asked others to print and is still to come; oldest first."""
        found = self._under(print_jobs.elsewhere_key(self.station))
        return [
            job
            for job in found
            if job.station == self.station != print_jobs.owner(job.printer) and print_jobs.is_open(job)
        ]

    def doubles(self) -> list[Job]:
        """Badges of which two may be out for one, at any station, that nobody has looked after; oldest first."""
        return [job for job in self._under(print_jobs.DOUBLE_KEY) if job.double]

    def last_out_ms(self, printer: str) -> int | None:
        """When a printer's last badge came out, as far as its station's last entries say."""
        for entry in self._store.latest(print_jobs.owner(printer), _LOOKED_BACK):
            said = entry.payload
            if entry.kind == "badge_printed" and said.get("printer") == printer and said["state"] in OUT:
                return hlc_ms(entry.hlc)
        return None

    def latest(self, limit: int) -> list[Job]:
        """The newest jobs that this station asked for, newest first, as they are now."""
        asked = [entry for entry in self._store.latest(self.station, limit * 5) if entry.kind == "badge_queued"]
        states = self._store.states(list(dict.fromkeys(entry.subject for entry in asked)))
        known = {
            job.id: job
            for subject, state in states.items()
            for job in print_jobs.jobs(subject.removeprefix(people.PREFIX), state)
        }
        return [known[entry.id] for entry in asked if entry.id in known][:limit]

    def picture(self, job: Job) -> Image.Image:
        """What the job prints, dot for dot. UserError when it was erased."""
        for entry in self._store.entries_of(people.subject(job.attendee_id)):
            if entry.id == job.id and entry.personal:
                return decode(str(entry.personal["picture"]))
        raise UserError("picture_erased", "Ce badge a été effacé.", "Demandez-en un autre depuis la fiche.")

    def named(self, job: Job) -> JobView:
        """The job with the name of its person."""
        listed = self._desk.cards.listed(people.subject(job.attendee_id), self._desk.standing(job.attendee_id))
        return JobView(job, f"{listed.first_name} {listed.last_name}".strip(), listed.authority)

    def printer(self, printer: str) -> PrinterRow:
        """What the edition knows of a printer."""
        state = self._store.state(f"printer:{printer}")
        return self._row(printer, state or State())

    def printers(self) -> list[PrinterRow]:
        """Every printer of every station that the edition knows."""
        return [self._row(subject.partition(":")[2], state) for subject, state in self._store.states_of_type("printer")]

    def due(self, is_late: Callable[[Job], bool]) -> Iterator[list[str]]:
        """Ids of the people who came in and have no badge: « badges à imprimer ». One that waits counts when it
        ``is_late``. Yields what is found so far.
        """
        found: list[str] = []
        after = ""
        while page := self._store.states_of_type("attendee", after, 500):
            for subject, state in page:
                gone = state.data.get("merged_into") or people.is_erased(state)
                came = bool(state.data.get("first")) and not gone
                if came and _is_due(state, is_late):
                    found.append(subject.removeprefix(people.PREFIX))
            after = page[-1][0]
            yield found
        yield found

    def _row(self, printer: str, state: State) -> PrinterRow:
        roll = int(state.data.get("roll", 0))
        left = None
        if roll:
            left = max(0, int(state.data["badges"]) - self._store.counts_under(print_jobs.roll_key(printer, roll)))
        name = str(state.data.get("name", printer))
        return PrinterRow(printer, name, int(state.data.get("width_dots", 576)), left, roll)

    def _draw(self, attendee_id: str, printer: str) -> Image.Image:
        from vi_events.checkin.badges import picture

        return picture(self._store, attendee_id, self.printer(printer).width_dots)

    def _job(self, attendee_id: str, job_id: str) -> Job:
        known = print_jobs.jobs(attendee_id, self._desk.standing(attendee_id))
        return next(job for job in known if job.id == job_id)

    def _now(self, job: Job) -> Job:
        return self._job(job.attendee_id, job.id)

    def _held_for(self, job: Job) -> Job | None:
        known = print_jobs.jobs(job.attendee_id, self._desk.standing(job.attendee_id))
        return next((each for each in print_jobs.rivals(known, job) if each.held), None)

    def _under(self, key: str) -> list[Job]:
        """The jobs of those people who are found under a key, oldest first."""
        states = self._store.states(self._store.subjects(key))
        found = (print_jobs.jobs(subject.removeprefix(people.PREFIX), state) for subject, state in states.items())
        return sorted((job for each in found for job in each), key=lambda job: job.order)


def _is_due(state: State, is_late: Callable[[Job], bool]) -> bool:
    badge = print_jobs.badge_state(state)
    if badge not in print_jobs.WAITING:
        return badge in ("", "failed")
    newest = [job for job in print_jobs.jobs("", state) if job.state not in print_jobs.GONE][-1]
    return is_late(newest)
