"""What a window sees of printing, made in the core thread: printers, jobs, and what a person must be told.

Of other stations it sees what the journal says, and how long one has been silent.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from vi_events.checkin.print_jobs import SILENT_MS, WAITING, Job, owner
from vi_events.checkin.print_queue import PrinterRow, PrintQueue
from vi_events.checkin.print_views import BadgeView, JobView, PrinterView
from vi_events.clock import NowMs
from vi_events.journal.store import Change

_HISTORY = 200


class PrintWatch:
    """Looks at the print queue for one station. ``here`` are the ids of the printers that it has."""

    def __init__(self, queue: PrintQueue, now_ms: NowMs) -> None:
        self._queue = queue
        self._now_ms = now_ms
        self._seen_ms: dict[str, int] = {}
        self._heard_ms: dict[str, int] = {}
        """By this computer's clock: since when each job that waits elsewhere does, when each printer was last heard
        of. What journals say of time is by whichever clock was furthest ahead.
        """

    def hear(self, change: Change) -> None:
        """Notes which printers of other stations have said something."""
        for entry in change.entries:
            if entry.kind == "badge_printed":
                printer = str(entry.payload.get("printer", ""))
                if entry.station == owner(printer):
                    self._heard_ms[printer] = self._now_ms()

    def silent_ms(self, job: Job) -> int:
        """How long a badge has waited for another station that says nothing; 0 below ``SILENT_MS``."""
        if job.state not in WAITING or owner(job.printer) in ("", self._queue.station):
            self._seen_ms.pop(job.id, None)
            return 0
        now_ms = self._now_ms()
        # A clock that another station set ahead makes jobs of the future.
        seen_ms = self._seen_ms.setdefault(job.id, min(job.at_ms, now_ms))
        silent = now_ms - max(seen_ms, self._heard_ms.get(job.printer, 0))
        return silent if silent >= SILENT_MS else 0

    def printers(self, here: Iterable[PrinterView], main: str, in_touch: bool) -> tuple[PrinterView, ...]:
        """Those of this station as their workers say they are, then those of the others."""
        own = {view.id: self._own(view, in_touch) for view in here}
        away = [self._away(row) for row in self._queue.printers() if row.id not in own and self._matters(row)]
        return tuple(replace(view, main=view.id == main) for view in (*own.values(), *away))

    def badge(self, attendee_id: str, main: str) -> BadgeView:
        """The person's newest badge, or the one they would get on the printer ``main``."""
        view = self._queue.badge(attendee_id, main)
        return replace(view, silent_ms=self.silent_ms(view.job)) if view.job else view

    def jobs(self, here: Collection[str]) -> tuple[JobView, ...]:
        """What is open on the printers here or was asked for here, what this station asked for last, and doubles;
        newest first.
        """
        found = {job.id: job for id_ in here for job in self._queue.open(id_)}
        found |= {job.id: job for job in (*self._queue.elsewhere(), *self._queue.latest(_HISTORY), *self._doubles())}
        return tuple(self._named(job) for job in sorted(found.values(), key=lambda job: job.order, reverse=True))

    def questions(self, here: Collection[str]) -> tuple[JobView, ...]:
        """Of badges of the printers here, or asked for here, whether they came out, oldest first; then which people may
        have two badges for one.
        """
        own = [row.id for row in self._queue.printers() if owner(row.id) == self._queue.station]
        found = {job.id: job for id_ in (*here, *own) for job in self._queue.open(id_)}
        found |= {job.id: job for job in self._queue.elsewhere()}
        unknown = sorted((job for job in found.values() if job.state == "unknown"), key=lambda job: job.order)
        asked = {job.attendee_id for job in unknown}
        doubles = {job.attendee_id: job for job in self._doubles() if job.attendee_id not in asked}
        return tuple(self._queue.named(job) for job in (*unknown, *doubles.values()))

    def late(self) -> tuple[JobView, ...]:
        """Badges asked for here of which another station says nothing, oldest first."""
        return tuple(self._named(job) for job in self._queue.elsewhere() if self.silent_ms(job))

    def due(self) -> Iterator[tuple[JobView, ...]]:
        """People who came in and have no badge, or wait for one that another station says nothing of; in slices, of
        which the last gives them.
        """
        due: list[str] = []
        for found in self._queue.due(lambda job: self.silent_ms(job) > 0):
            due = found
            yield ()
        yield tuple(self._queue.named(Job("", id_, "", "", 0, "", "")) for id_ in due)

    # Inside

    def _own(self, view: PrinterView, in_touch: bool) -> PrinterView:
        view, open_ = self._counted(view, self._queue.printer(view.id))
        strange = [job for job in open_ if job.state == "queued" and job.station != self._queue.station]
        return replace(view, strange=0 if in_touch else len(strange))

    def _away(self, row: PrinterRow) -> PrinterView:
        view, open_ = self._counted(PrinterView(row.id, row.name, row.width_dots, here=False), row)
        silent = max(map(self.silent_ms, open_), default=0)
        ours = [job for job in open_ if job.state == "queued" and self._queue.may_move(job)]
        last_out_ms = self._queue.last_out_ms(row.id)
        return replace(
            view, level="warn" if silent else "off", ours=len(ours), last_out_ms=last_out_ms, silent_ms=silent
        )

    def _counted(self, view: PrinterView, row: PrinterRow) -> tuple[PrinterView, list[Job]]:
        open_ = self._queue.open(view.id)
        waiting, unknown = (sum(job.state == state for job in open_) for state in ("queued", "unknown"))
        return replace(view, waiting=waiting, questions=unknown, left=row.left), open_

    def _matters(self, row: PrinterRow) -> bool:
        """A printer that this station no longer has is shown as long as badges wait for it: they can be moved."""
        return owner(row.id) != self._queue.station or bool(self._queue.open(row.id))

    def _doubles(self) -> list[Job]:
        """Those that concern this station, by a printer or by who asked."""
        found = self._queue.doubles()
        whom = {job.attendee_id for job in found if self._queue.station in (job.station, owner(job.printer))}
        return [job for job in found if job.attendee_id in whom]

    def _named(self, job: Job) -> JobView:
        return replace(self._queue.named(job), silent_ms=self.silent_ms(job))
