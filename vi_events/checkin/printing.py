"""Printing as the window and the command line use it: one worker per printer, and verbs that give futures."""

import logging
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from vi_events.checkin.escpos_job import raster_job
from vi_events.checkin.print_jobs import DESK, Job
from vi_events.checkin.print_queue import PrintQueue
from vi_events.checkin.print_views import BadgeView, JobView, PrinterView
from vi_events.checkin.print_watch import PrintWatch
from vi_events.checkin.printers import PrinterStatus, PrintState, open_printer
from vi_events.clock import NowMs, wall_ms
from vi_events.errors import ViError
from vi_events.journal.core import Core, Priority
from vi_events.journal.store import Change
from vi_events.sentences import say
from vi_events.settings import PrinterSettings

if TYPE_CHECKING:
    from PIL.Image import Image

T = TypeVar("T")
_log = logging.getLogger(__name__)
_IDLE_CHECK_S = 1.0
_CHECK_PATIENCE_S = 1.5
_TROUBLE_CHECK_S = 1.0
"""Between two looks, and how long one may take: the lamp is right within three seconds, also when the cable is pulled
and nothing answers at all.
"""
_LONGEST_WAIT_S = 30.0
_END_WAIT_S = 3.0


class Printing:
    """The printers of this station and the print queue of the edition. Its methods may be called from any thread.

    ``queue`` is used in the core thread only.
    """

    def __init__(self, core: Core, queue: PrintQueue, now_ms: NowMs = wall_ms) -> None:
        self._core = core
        self._queue = queue
        self._watch = PrintWatch(queue, now_ms)
        self._workers: dict[str, _Worker] = {}
        self._elsewhere = ""
        self._in_touch: Callable[[], bool] = lambda: True
        self._listeners: list[Callable[[PrinterView], None]] = []
        core.subscribe(self._on_change)

    # Printers

    def attach(self, printers: Sequence[PrinterSettings], elsewhere: str = "") -> None:
        """Uses these printers of this computer, in place of the ones before; does not wait for those to end.

        ``elsewhere``: id of the printer of another station that prints what is asked for here, before them all.
        """
        self._elsewhere = elsewhere
        station = self.station
        kept, former = {}, dict(self._workers)
        for each in printers:  # one that is the same goes on: what it prints is not cut short
            id_ = f"{station}/{each.name}"
            if id_ in former and former[id_].settings == each and former[id_].is_alive():
                kept[id_] = former.pop(id_)
        workers = [
            _Worker(self, f"{station}/{each.name}", each) for each in printers if f"{station}/{each.name}" not in kept
        ]
        made = {worker.view.id: worker for worker in workers}
        # At once: a badge asked for while the former ones end waits for these.
        wanted = [f"{station}/{each.name}" for each in printers]
        self._workers = {id_: kept[id_] if id_ in kept else made[id_] for id_ in wanted}

        def begin() -> None:
            _end(former.values())
            for worker in workers:
                worker.start()
            with suppress(CancelledError, ViError):
                self._core.call(lambda _: self._queue.recover_left(station, wanted), Priority.VIEW)

        threading.Thread(target=begin, name="printers change", daemon=True).start()

    def close(self) -> None:
        """Ends the workers, each after the badge it is printing; what waits stays in the queue."""
        workers, self._workers = self._workers, {}
        _end(workers.values())

    def listen(self, listener: Callable[[PrinterView], None]) -> None:
        """``listener`` is told of every change of a printer here, in that printer's thread."""
        self._listeners.append(listener)

    def follow_link(self, in_touch: Callable[[], bool]) -> None:
        """While this station is not ``in_touch`` with the others, and has not read all they said, its printers leave
        out what others asked of them: it may have been taken back. To be called before ``attach``.
        """
        self._in_touch = in_touch

    @property
    def station(self) -> str:
        """The name of this station."""
        return self._queue.station

    @property
    def main(self) -> str:
        """The id of the printer that prints after an admission; empty when this station has none."""
        return self._elsewhere or next(iter(self._workers), "")

    def look(self) -> None:
        """Asks every printer here how it is, at once."""
        for worker in self._workers.values():
            worker.wake()

    def printers(self) -> "Future[tuple[PrinterView, ...]]":
        """The printers here, then those of the other stations."""
        return self._core.submit(lambda _: self._views(), Priority.VIEW)

    # Badges

    def after_admission(self, attendee_id: str) -> "Future[Job | None]":
        """A first badge on the main printer; None when there was one already, or there is no printer."""
        printer = self.main
        return self._verb(lambda: self._queue.queue_once(attendee_id, printer) if printer else None, Priority.VIEW)

    def queue(
        self, attendee_id: str, why: str = DESK, printer: str = "", image: "Image | None" = None
    ) -> "Future[Job]":
        """A badge that a person asks for, whatever was printed before."""
        printer = printer or self.main
        return self._verb(lambda: self._queue.queue(attendee_id, printer, why, image))

    def queue_batch(self, number_of_boxes: int, printer: str = "") -> "Future[int]":
        """Badges of everyone expected who has none, in box order; gives how many."""
        printer = printer or self.main
        return self._core.submit_slices(lambda _: self._queue.queue_batch(printer, number_of_boxes))

    def answer(self, job: Job, came_out: bool) -> "Future[Job | None]":
        """« Le badge est-il sorti ? » Not: it waits again."""
        return self._verb(lambda: self._queue.answer(job, came_out))

    def cancel(self, job: Job) -> "Future[bool]":
        return self._verb(lambda: self._queue.cancel(job))

    def move(self, printer: str, to: str) -> "Future[int]":
        """What waits for one printer goes to another, here or at another station."""
        return self._verb(lambda: self._queue.move(printer, to))

    def pass_on(self, job: Job) -> "Future[Job | None]":
        """Prints somewhere else what another station says nothing of, or another badge than one that is held: on a
        printer here that works, else at a station that is heard. None: there is no such printer.
        """

        def passed() -> Job | None:
            here = [id_ for id_, worker in self._workers.items() if worker.view.level != "bad"]
            away = [view.id for view in self._views() if not view.here and not view.silent_ms]
            to = next((id_ for id_ in (*here, *away) if job.held or id_ != job.printer), "")
            return self._queue.queue(job.attendee_id, to, DESK) if to else None

        return self._verb(passed)

    def double_seen(self, job: Job) -> "Future[None]":
        """A person has looked after the two badges that may be out for one."""
        return self._verb(lambda: self._queue.double_seen(job.attendee_id))

    def change_roll(self, printer: str, badges: int) -> "Future[None]":
        return self._verb(lambda: self._queue.change_roll(printer, badges))

    def jobs(self) -> "Future[tuple[JobView, ...]]":
        """What is open on the printers here or was asked for here and is open, what this station asked for last, and
        doubles; newest first.
        """
        return self._core.submit(lambda _: self._watch.jobs(self._workers), Priority.VIEW)

    def badge(self, attendee_id: str) -> "Future[BadgeView]":
        """The person's newest badge, or the one they would get."""
        return self._core.submit(lambda _: self._watch.badge(attendee_id, self.main), Priority.VIEW)

    def questions(self) -> "Future[tuple[JobView, ...]]":
        """What a person must say here: of badges of the printers here, or asked for here, whether they came out,
        oldest first; then of which people two may be out for one.
        """
        return self._core.submit(lambda _: self._watch.questions(self._workers), Priority.VIEW)

    def late(self) -> "Future[tuple[JobView, ...]]":
        """Badges asked for here of which another station says nothing, oldest first."""
        return self._core.submit(lambda _: self._watch.late(), Priority.VIEW)

    def note_printed(self, attendee_ids: Sequence[str]) -> "Future[int]":
        """Badges printed on sheets, which somebody saw come out; gives how many."""
        return self._core.submit_slices(lambda _: self._queue.note_printed(attendee_ids), Priority.VIEW)

    def picture(self, job: Job) -> "Future[Image]":
        return self._core.submit(lambda _: self._queue.picture(job), Priority.VIEW)

    def due(self) -> "Future[tuple[JobView, ...]]":
        """People who came in and have no badge, or wait for one that another station says nothing of."""

        return self._core.submit_slices(lambda _: self._watch.due(), Priority.VIEW)

    def print_picture(self, printer: str, image: "Image") -> None:
        """Prints something that is no badge (a test card), after what is being printed; the journal does not hear."""
        if worker := self._workers.get(printer):
            worker.aside(image)

    def print_now(self, attendee_id: str, image: "Image", url: str) -> PrintState:
        """One badge on any printer, waiting for the end: for the command line. What came of it is in the journal
        before this returns.
        """
        printer = open_printer(url)
        job = self.queue(attendee_id, DESK, url, image).result()
        self._core.call(lambda _: self._queue.begin(job))
        state = PrintState("unknown", say("L’impression a été interrompue\u202f: le badge est-il sorti\u202f?"))
        try:
            state = printer.send(raster_job(image, printer.profile.cutter))
        finally:
            # Interrupted or broken half-way: the journal must not say « sending » for ever.
            self._core.call(lambda _: self._queue.end(job, state.state, state.reason))
        return state

    # Inside

    def _verb(self, verb: Callable[[], T], priority: Priority = Priority.URGENT) -> "Future[T]":
        return self._core.submit(lambda _: verb(), priority)

    def _views(self) -> tuple[PrinterView, ...]:
        return self._watch.printers([each.view for each in self._workers.values()], self.main, self._in_touch())

    def _on_change(self, change: Change) -> None:
        woken = {str(entry.payload.get("printer", "")) for entry in change.entries if entry.kind == "badge_queued"}
        self._watch.hear(change)
        for id_ in woken & self._workers.keys():
            self._workers[id_].wake()

    def _told(self, view: PrinterView) -> None:
        for listener in self._listeners:
            listener(view)


class _Worker(threading.Thread):
    """One printer's thread: the only one that speaks to it."""

    def __init__(self, printing: Printing, id_: str, settings: PrinterSettings) -> None:
        super().__init__(name=f"printer {settings.name}", daemon=True)
        self.view = PrinterView(id_, settings.name, settings.width_dots)
        self._printing = printing
        self.settings = settings
        self._url = settings.url
        self._woken = threading.Event()
        self._stopped = False
        self._aside: list[Image] = []
        self._refusals = 0

    def wake(self) -> None:
        self._woken.set()

    def aside(self, image: "Image") -> None:
        self._aside.append(image)
        self.wake()

    def stop(self) -> None:
        self._stopped = True
        self.wake()

    def run(self) -> None:
        known = False
        while not self._stopped:
            self._woken.clear()
            try:
                if not known:
                    self._printing._core.call(lambda _: self._take_up(), Priority.VIEW)
                    known = True
                wait_s = self._turn()
            except CancelledError:
                return  # the edition was closed
            except ViError as problem:
                self._say("bad", problem.message)
                wait_s = _TROUBLE_CHECK_S
            except Exception as problem:  # noqa: BLE001 (a bug must not end the printing of the day in silence)
                _log.exception("printer %s", self.view.id)
                self._say(
                    "bad", say("Erreur imprévue de l’imprimante ({0})\u202f: changez-en.", type(problem).__name__)
                )
                wait_s = _LONGEST_WAIT_S
            if wait_s:
                self._woken.wait(wait_s)

    def _take_up(self) -> None:
        """What was being sent when the program last stopped becomes a question."""
        self._printing._queue.set_printer(self.view.id, self.view.name, self.view.width_dots)
        self._printing._queue.recover(self.view.id)

    def _turn(self) -> float:
        """Does one thing; gives the seconds to wait before the next, unless something wakes the worker."""
        status = self._check()
        if not _prints(status):
            # What waits stays where it is: nothing is lost, and it can be moved to another printer.
            return _TROUBLE_CHECK_S
        if self._aside:
            state = self._send(self._aside.pop(0))
            if state.state in ("failed", "unknown"):
                self._say("bad", state.reason)
            return 0
        core, queue = self._printing._core, self._printing._queue
        in_touch = self._printing._in_touch()
        job = core.call(lambda _: queue.next(self.view.id, in_touch), Priority.VIEW)
        if job is None:
            return _IDLE_CHECK_S
        image = core.call(lambda _: queue.begin(job), Priority.VIEW)
        if image is None:
            return 0
        self._busy(job.id)
        state = PrintState("unknown", "")
        try:
            state = self._send(image)
        finally:
            # Nothing was printed: the badge waits for the printer to be well again.
            ended = "queued" if state.state == "failed" else state.state
            core.call(lambda _: queue.end(job, ended, state.reason))
            self._busy("")
        if state.state == "failed":
            self._say("bad", state.reason)
            # It says that it is ready, and takes nothing: asked less and less often, for each try is an entry.
            self._refusals += 1
            return min(_TROUBLE_CHECK_S * 2.0**self._refusals, _LONGEST_WAIT_S)
        self._refusals = 0
        return 0

    def _send(self, image: "Image") -> PrintState:
        printer = open_printer(self._url)
        return printer.send(raster_job(image, printer.profile.cutter))

    def _check(self) -> PrinterStatus:
        status = open_printer(self._url, _CHECK_PATIENCE_S).check()
        level = "bad" if not _prints(status) else "warn" if status.paper == "low" else "ok"
        self._say(level, status.text)
        return status

    def _busy(self, job_id: str) -> None:
        self.view = replace(self.view, busy=job_id)
        self._printing._told(self.view)

    def _say(self, level: str, text: str) -> None:
        if (level, text) != (self.view.level, self.view.text):
            self.view = replace(self.view, level=level, text=text)
            self._printing._told(self.view)


def _end(workers: Iterable[_Worker]) -> None:
    """Stops workers and waits for them, together. A job that a hung printer holds for longer stays « sending » in the
    journal: a question at the next start.
    """
    ending = list(workers)
    until = time.monotonic() + _END_WAIT_S
    for worker in ending:
        worker.stop()
    for worker in ending:
        if worker.is_alive():
            worker.join(max(0.0, until - time.monotonic()))


def _prints(status: PrinterStatus) -> bool:
    return status.online and status.paper != "out" and status.cover != "open"
