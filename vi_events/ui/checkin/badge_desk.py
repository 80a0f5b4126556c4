"""Badges at the desk: the one in view, printing after an admission, the printer's lamp, what the desk must answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from vi_events.checkin.print_jobs import WAITING, owner
from vi_events.checkin.views import LampState, PersonCard
from vi_events.edition import people
from vi_events.errors import StorageError, ViError
from vi_events.ui.bridge import Bridge
from vi_events.ui.checkin import print_words
from vi_events.ui.language import cause, spoken
from vi_events.ui.widgets.badge_picture import pixmap

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.checkin.print_views import BadgeView, JobView, PrinterView
    from vi_events.checkin.printing import Printing
    from vi_events.journal.entry import Entry
    from vi_events.journal.store import Change
    from vi_events.settings import PrinterSettings


_LATE_CHECK_MS = 5000
"""Nothing in the journal says that another station is silent: it is looked at."""


class BadgeDesk(QObject):
    """Shows and prints badges. What is shown is the job's own picture: what is printed, dot for dot."""

    badge_shown = Signal(object, str, str, str)
    """(QPixmap or None, lamp level, state, detail) of the person in view."""
    lamp_changed = Signal(object)
    sheets_requested = Signal()
    """No printer anywhere prints what was asked for."""
    questions_changed = Signal(object)
    """The badges (tuple of JobView) of which the desk must say whether they came out, or that somebody may have two:
    that of the person in view, then the oldest.
    """

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._printing: Printing | None = None
        self._shown = ""
        self._view: BadgeView | None = None
        self._printers: dict[str, PrinterView] = {}
        self._questions: tuple[JobView, ...] = ()
        self._late: tuple[JobView, ...] = ()
        """Badges asked for here of which another station says nothing."""
        self._late_check = QTimer(self, interval=_LATE_CHECK_MS)
        self._late_check.timeout.connect(self.look_elsewhere)
        bridge.changed.connect(self._on_changed)
        bridge.printer_changed.connect(self._on_printer_changed)

    def attach(self, opened: OpenEdition, printers: Sequence[PrinterSettings], elsewhere: str = "") -> None:
        """Takes this edition and these printers, of which the first is the main one, unless one ``elsewhere`` is."""
        self.close()
        self._printing = opened.reception.printing
        self._bridge.listen_to_printers(self._printing)
        self._printing.attach(printers, elsewhere)
        self._late_check.start()
        self._light()
        self._ask_questions()

    def use_printers(self, printers: Sequence[PrinterSettings], elsewhere: str = "") -> None:
        """Takes other printers."""
        if self._printing is not None:
            self._printers.clear()
            self._printing.attach(printers, elsewhere)
            self._light()
            self._look()
            self._ask_questions()

    def close(self) -> None:
        """Ends the printers' workers, each after the badge that it is printing."""
        printing, self._printing = self._printing, None
        if printing is not None:
            printing.close()
        self._late_check.stop()
        self._printers.clear()
        self._view, self._late = None, ()
        self._take_questions(())

    @property
    def prints(self) -> bool:
        """Whether a badge asked for now is likely to come out here."""
        if self._main_elsewhere():
            return not self._late
        main = self._main()
        return main is not None and main.level != "bad"

    def show(self, person: PersonCard) -> None:
        """Shows a person's badge and what became of it."""
        self._shown, self._view = person.attendee_id, None
        self._show_questions()
        self._look()

    def clear(self) -> None:
        """Nobody is in view."""
        self._shown, self._view = "", None
        self._show_questions()
        self.badge_shown.emit(None, "off", self.tr("Aucun badge demandé"), "")

    def print_after_admission(self, person: PersonCard) -> None:
        """Prints a first badge; somebody whose badge was ever asked for gets another only if a person asks."""
        if self._printing is not None:
            queued = self._printing.after_admission(person.attendee_id)
            self._bridge.when_done(queued, _nothing, lambda problem: self._on_failed(person.attendee_id, problem))

    def print(self, attendee_id: str) -> None:
        """Prints a badge because a person asked for it, unless it waits already: impatience makes no second badge."""
        printing, view = self._printing, self._view if attendee_id == self._shown else None
        if printing is None:
            return
        if not printing.main:
            if view:
                self.badge_shown.emit(pixmap(view.image), "off", self.tr("Pas d’imprimante"), self._elsewhere())
            return
        if view and view.job and view.job.state in WAITING:
            if view.silent_ms or view.job.held:
                self._pass_on(view)
            else:
                printing.look()
            return
        queued = printing.queue(attendee_id)
        self._bridge.when_done(queued, _nothing, lambda problem: self._on_failed(attendee_id, problem))

    def answer(self, asked: JobView, came_out: bool) -> None:
        """« Le badge est-il sorti ? » Not: it is printed again. Of two for one: somebody has looked."""
        if self._printing is None:
            return
        if asked.job.state == "unknown":
            self._bridge.when_done(self._printing.answer(asked.job, came_out), _nothing)
        else:
            self._bridge.when_done(self._printing.double_seen(asked.job), _nothing)

    def look_elsewhere(self) -> None:
        """Looks whether other stations are silent about badges asked for here."""
        if self._printing is None:
            return
        self._bridge.when_done(self._printing.late(), self._take_late)
        job = self._view.job if self._view else None
        if job and job.state in WAITING and job.printer not in self._printers:
            self._look()

    def _take_late(self, late: tuple[JobView, ...]) -> None:
        if late != self._late:
            self._late = late
            self._light()

    def _pass_on(self, view: BadgeView) -> None:
        """What waits for a silent station is printed somewhere else, on sheets if need be."""
        assert self._printing is not None
        assert view.job is not None

        def passed(job: object) -> None:
            if job is None:
                self.sheets_requested.emit()
            self.look_elsewhere()

        self._bridge.when_done(self._printing.pass_on(view.job), passed)

    # What the journal and the printers say

    def _on_changed(self, change: Change) -> None:
        if self._shown and people.subject(self._shown) in change.subjects:
            self._look()
        if any(self._matters(entry) for entry in change.entries):
            self._ask_questions()
            if self._late:
                self.look_elsewhere()

    def _matters(self, entry: Entry) -> bool:
        """Whether there may be other questions after it. A badge that simply came out here asks nothing."""
        if entry.kind != "badge_printed" or entry.payload["state"] == "unknown":
            return entry.kind in ("badge_printed", "badge_double_seen")
        asked = any(each.job.id == entry.payload.get("job") for each in self._questions)
        return asked or bool(self._printing and entry.station != self._printing.station)

    def _on_printer_changed(self, view: PrinterView) -> None:
        self._printers[view.id] = view
        self._light()
        if self._view and self._view.job and self._view.job.printer == view.id:
            self._say(self._view)

    def _on_failed(self, attendee_id: str, problem: ViError) -> None:
        if isinstance(problem, StorageError):
            self._bridge.failed.emit(problem)
        elif attendee_id == self._shown:
            # The verdict stands: only the badge is missing.
            self.badge_shown.emit(None, "bad", self.tr("Badge impossible"), spoken(problem.message))

    # The badge in view

    def _look(self) -> None:
        shown = self._shown
        if shown and self._printing is not None:
            found = self._printing.badge(shown)
            self._bridge.when_done(
                found, lambda view: self._on_badge(shown, view), lambda problem: self._on_failed(shown, problem)
            )

    def _on_badge(self, attendee_id: str, view: BadgeView) -> None:
        if attendee_id == self._shown:  # else somebody else, or nobody, is in view by now
            self._view = view
            self._say(view)

    def _say(self, view: BadgeView) -> None:
        job = view.job
        state, detail = print_words.state(view.state), job.reason if job else ""
        level = print_words.level(view.state)
        if job and job.double:
            level, state = print_words.job_level(job), print_words.job_state(job)
            detail = self.tr("Imprimé deux fois peut-être\u202f: n’en gardez qu’un.")
        elif not view.state and not self._has_printer():
            state, detail = self.tr("Pas d’imprimante"), self._elsewhere()
        elif job and view.silent_ms:
            silent = print_words.silent(job.printer, view.silent_ms)
            detail = self.tr("%1\u202f: F7 pour l’imprimer ailleurs.").replace("%1", silent)
        elif job and job.held:
            detail = self.tr("%1 F7 pour en imprimer un autre.").replace("%1", job.reason)
        elif job and job.state == "queued":
            level, detail = self._why_waiting(job.printer, detail)
        elif view.state == "unknown" and not (job and job.printer in self._printers):
            detail = self.tr("Le badge est-il sorti\u202f? Sinon, F7.")
        elif job and job.box:
            detail = print_words.box(job.box)
        self.badge_shown.emit(pixmap(view.image), level, state, detail)

    def _elsewhere(self) -> str:
        return self.tr("À imprimer ailleurs\u202f: «\u00a0Badges à imprimer\u00a0», Ctrl+F8.")

    def _why_waiting(self, printer: str, reason: str) -> tuple[str, str]:
        """Lamp level and sentence of a badge that waits."""
        known = self._printers.get(printer)
        if known is not None:
            return ("bad", spoken(known.text)) if known.level == "bad" else ("warn", "")
        elsewhere = self.tr("Sur l’imprimante %1").replace("%1", print_words.printer_name(printer))
        return "warn", reason or elsewhere

    # The lamp and the questions

    def _light(self) -> None:
        if self._printing is not None:
            self.lamp_changed.emit(LampState(self.tr("Imprimante"), *self._lamp()))

    def _lamp(self) -> tuple[str, str]:
        """Level and words: the trouble of the main printer, then what the desk must answer."""
        main, asked = self._main(), self._question_words()
        if not self._has_printer():
            level, words = "off", self.tr("Pas d’imprimante")
        elif self._late:
            level, words = "warn", print_words.silent(self._late[0].job.printer, self._late[0].silent_ms)
        elif self._main_elsewhere():
            level, words = "off", print_words.printer_elsewhere(self._printing.main if self._printing else "")
        elif main is None:
            level, words = "off", self.tr("Imprimante pas encore vue")
        elif main.level == "ok":
            level, words = "ok", self.tr("Imprimante prête")
        else:
            # What to do about it stands beside the badge and on the printers' page.
            level, words = main.level, cause(main.text)
        if not asked:
            return level, words
        return (level, f"{words} · {asked}") if level == "bad" else ("warn", asked)

    def _question_words(self) -> str:
        if len(self._questions) == 1:
            return self.tr("Badge à vérifier\u202f: %1").replace("%1", self._questions[0].name)
        several = self.tr("%1 badges à vérifier").replace("%1", str(len(self._questions)))
        return several if self._questions else ""

    def _main(self) -> PrinterView | None:
        return self._printers.get(self._printing.main) if self._printing else None

    def _main_elsewhere(self) -> bool:
        printing = self._printing
        return bool(printing and printing.main and owner(printing.main) != printing.station)

    def _has_printer(self) -> bool:
        return bool(self._printing and self._printing.main)

    def _ask_questions(self) -> None:
        if self._printing is not None:
            self._bridge.when_done(self._printing.questions(), self._take_questions)

    def _take_questions(self, questions: tuple[JobView, ...]) -> None:
        self._questions = questions
        self._show_questions()
        self._light()

    def _show_questions(self) -> None:
        # Of the person in view first: they stand there, with their badge or without.
        in_view = [each for each in self._questions if each.job.attendee_id == self._shown]
        others = [each for each in self._questions if each.job.attendee_id != self._shown]
        self.questions_changed.emit((*in_view, *others))


def _nothing(_done: object) -> None:
    """What was asked for shows itself through the journal."""
