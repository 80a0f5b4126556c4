"""« Imprimantes et badges »: every printer, the queue and its history, and what a person can do about them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPixmap, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vi_events.checkin.print_jobs import DESK, PAPER, WAITING
from vi_events.errors import ViError
from vi_events.ui.bridge import Bridge
from vi_events.ui.checkin import print_words, wording
from vi_events.ui.checkin.job_table import JobTable
from vi_events.ui.checkin.print_question import NO_KEY, YES_KEY
from vi_events.ui.checkin.printer_panel import PrinterPanel
from vi_events.ui.language import spoken
from vi_events.ui.theme import BASE_PX, HALO_PX, LEAD_PX, LIGHT, NOTE_PX
from vi_events.ui.widgets.badge_picture import BadgePicture, pixmap
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.panel import Panel, Text
from vi_events.ui.widgets.signs import Lamp

if TYPE_CHECKING:
    from concurrent.futures import Future
    from typing import Any

    from vi_events.checkin.print_jobs import Job
    from vi_events.checkin.print_views import JobView
    from vi_events.checkin.printing import Printing
    from vi_events.journal.store import Change

SIZE_PX = (1560, 900)
_PRINTERS_PX, _JOB_PX, _BUTTON_PX, _PAD_PX = 312, 224, 50, 16
_PICTURE_PX = (138, 190)
_REFRESH_MS = 400
"""The page is read once after a burst of changes, not for each."""
_LATE_CHECK_MS = 5000
"""Nothing in the journal says that another station is silent: it is looked at."""
_OF_PRINTING = ("badge_queued", "badge_printed", "badge_double_seen", "printer_set", "roll_changed")


class PrintersPage(QWidget):
    """Reads everything anew when the journal or a printer says something, while it is shown."""

    settings_requested = Signal()

    def __init__(self, printing: Printing, bridge: Bridge, addresses: Mapping[str, str]) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Imprimantes et badges"))
        self._printing, self._bridge = printing, bridge
        self.printers = PrinterPanel(addresses)
        self.jobs = JobTable()
        self.job = JobPanel()
        self.said = Text(BASE_PX, bold=True, ink=LIGHT.info.ink, wrap=True)
        self.said.hide()
        self._names: dict[str, str] = {}
        self._pictured = ""
        self._soon = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._soon.timeout.connect(self.refresh)
        self._late_check = QTimer(self, interval=_LATE_CHECK_MS)
        self._late_check.timeout.connect(self.refresh)
        self._late_check.start()
        self._first = True
        self._lay_out()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Reads the queue, then the printers, whose badge being printed is named after it."""
        if self.isVisible():
            self._bridge.when_done(self._printing.jobs(), self._take_jobs)
            self._bridge.when_done(
                self._printing.printers(), lambda views: self.printers.show_printers(views, self._names)
            )

    def leave(self) -> None:
        """The page is closed for good."""
        self._late_check.stop()
        self._bridge.changed.disconnect(self._on_changed)
        self._bridge.printer_changed.disconnect(self._refresh_soon)

    # What the journal and the printers say

    def _take_jobs(self, jobs: tuple[JobView, ...]) -> None:
        self._names = {each.job.id: each.name for each in jobs}
        self.jobs.show_jobs(jobs)
        if self._first:
            self.jobs.view.setFocus()  # there is something to walk through now
            self._first = False

    def _on_changed(self, change: Change) -> None:
        if any(entry.kind in _OF_PRINTING for entry in change.entries):
            self._refresh_soon()

    def _refresh_soon(self, _view: object = None) -> None:
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def _on_job_selected(self, shown: JobView | None) -> None:
        self.job.show_job(shown)
        if shown is None:
            self._pictured = ""
        elif shown.job.id != self._pictured:
            self._pictured = shown.job.id
            self.job.picture.show_pixmap(QPixmap())
            self._bridge.when_done(
                self._printing.picture(shown.job), partial(self._on_picture, shown.job.id), lambda _: None
            )

    def _on_picture(self, job_id: str, image: Any) -> None:
        if job_id == self._pictured:
            self.job.picture.show_pixmap(pixmap(image))

    # What a person does

    def _do(self, done: Future[Any], said: str) -> None:
        def tell(outcome: object) -> None:
            late = self.tr("Trop tard\u202f: ce badge est déjà parti à l’imprimante.")
            self.said.show_text(late if outcome is False else said.replace("%1", str(outcome)))

        self._bridge.when_done(done, tell, self._say_problem)

    def _say_problem(self, problem: ViError) -> None:
        self.said.show_text(f"■ {spoken(problem)}")

    def _reprint(self, job: Job) -> None:
        if job.state in WAITING:
            none = self.tr("Aucune autre imprimante\u202f: imprimez-le sur feuilles, «\u00a0Badges à imprimer\u00a0».")
            self._bridge.when_done(
                self._printing.pass_on(job),
                lambda passed: self.said.show_text(self.tr("Passé à une autre imprimante.") if passed else none),
                self._say_problem,
            )
            return
        printer = self._printing.main or job.printer
        if printer == PAPER:
            self.said.show_text(self.tr("Ce poste n’a pas d’imprimante\u202f: ajoutez-en une d’abord."))
            return
        self._do(self._printing.queue(job.attendee_id, DESK, printer), self.tr("Badge demandé une nouvelle fois."))

    def _answer(self, job: Job, came_out: bool) -> None:
        if job.state != "unknown":
            self._do(self._printing.double_seen(job), self.tr("Noté\u202f: quelqu’un a regardé."))
            return
        said = self.tr("Noté\u202f: sorti.") if came_out else self.tr("Noté\u202f: il attend de nouveau.")
        self._do(self._printing.answer(job, came_out), said)

    def _move(self, printer: str, to: str) -> None:
        said = self.tr("%1 badges passés à «\u00a0%2\u00a0».").replace("%2", print_words.printer_name(to))
        self._do(self._printing.move(printer, to), said)

    def _change_roll(self, printer: str, badges: int) -> None:
        said = self.tr("Nouveau rouleau\u202f: %1 badges.").replace("%1", str(badges))
        self._do(self._printing.change_roll(printer, badges), said)

    def _print_test_card(self, printer: str, width_dots: int) -> None:
        from vi_events.checkin.test_card import test_card

        self._printing.print_picture(printer, test_card(width_dots))
        self.said.show_text(self.tr("Carte d’essai demandée\u202f: vérifiez que ses deux flèches sont entières."))

    def _check(self) -> None:
        self._printing.look()
        self.said.show_text(self.tr("Imprimantes interrogées."))
        self._refresh_soon()

    def _connect(self) -> None:
        self._bridge.changed.connect(self._on_changed)
        self._bridge.printer_changed.connect(self._refresh_soon)
        self.jobs.job_selected.connect(self._on_job_selected)
        self.printers.check_requested.connect(self._check)
        self.printers.test_card_requested.connect(self._print_test_card)
        self.printers.move_requested.connect(self._move)
        self.printers.roll_changed.connect(self._change_roll)
        self.printers.settings_requested.connect(self.settings_requested)
        self.job.reprint_requested.connect(self._reprint)
        self.job.cancel_requested.connect(
            lambda job: self._do(self._printing.cancel(job), self.tr("Impression annulée."))
        )
        self.job.answered.connect(self._answer)

    def _lay_out(self) -> None:
        self.printers.setFixedWidth(_PRINTERS_PX)
        self.job.setFixedWidth(_JOB_PX)
        middle = QVBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self.jobs, 1)
        middle.addWidget(self.said)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.printers)
        row.addLayout(middle, 1)
        row.addWidget(self.job)


class JobPanel(Panel):
    """One job: the picture as printed, what became of it, and what can be done. Signals carry the Job."""

    reprint_requested = Signal(object)
    cancel_requested = Signal(object)
    answered = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self._job: Job | None = None
        self.picture = BadgePicture(self.tr("Pas de badge"), _PICTURE_PX)
        self.name = Text(LEAD_PX, bold=True, wrap=True)
        self.state = Lamp(BASE_PX, bold=True, coloured=True)
        self.detail = Text(NOTE_PX, ink=LIGHT.ink_2, wrap=True)
        self.question = Text(NOTE_PX, bold=True, ink=LIGHT.warn.ink, wrap=True)
        self.yes = KeyButton(self.tr("Oui, sorti"), YES_KEY)
        self.no = KeyButton(self.tr("Non"), NO_KEY)
        self.reprint = KeyButton(self.tr("Réimprimer"), "F7")
        self.cancel = KeyButton(self.tr("Annuler"), self.tr("Suppr"))
        self._lay_out()
        for button, keys, ask in (
            (self.yes, YES_KEY, lambda job: self.answered.emit(job, True)),
            (self.no, NO_KEY, lambda job: self.answered.emit(job, False)),
            (self.reprint, "F7", self.reprint_requested.emit),
            (self.cancel, "Delete", self.cancel_requested.emit),
        ):
            button.bind(keys)
            button.clicked.connect(lambda _=False, ask=ask: self._ask(ask))
        self.show_job(None)

    def show_job(self, shown: JobView | None) -> None:
        """Shows a job, or that none is chosen."""
        job = self._job = shown.job if shown else None
        if shown is None or job is None:
            self.picture.show_pixmap(QPixmap())
        self.name.show_text((shown.name or "—") if shown else "")
        self.state.setVisible(job is not None)
        if job is not None:
            self.state.show_state(print_words.job_level(job), print_words.job_state(job))
            asked = self.tr("À %1, %2").replace("%1", wording.hour(job.at_ms))
            box = print_words.box(job.box) if job.box else ""
            silent = print_words.silent(job.printer, shown.silent_ms) if shown and shown.silent_ms else ""
            lines = (asked.replace("%2", print_words.why(job.why)), box, silent or _short(job.reason))
            self.detail.show_text("\n".join(line for line in lines if line))
        else:
            self.detail.show_text("")
        unknown = job is not None and job.state == "unknown"
        double = job is not None and job.double and not unknown
        two = self.tr("Imprimé deux fois peut-être\u202f: n’en gardez qu’un.") if double else ""
        self.question.show_text(self.tr("Le badge est-il sorti\u202f?") if unknown else two)
        self.yes.set_text(self.tr("Vu") if double else self.tr("Oui, sorti"))
        self.yes.setVisible(unknown or double)
        self.no.setVisible(unknown)
        waits = job is not None and job.state in WAITING
        stuck = waits and bool(shown and (shown.silent_ms or shown.job.held))
        self.reprint.set_text(self.tr("Imprimer ailleurs") if waits else self.tr("Réimprimer"))
        self.reprint.setVisible(job is not None and (stuck or not waits))
        self.cancel.setVisible(job is not None and job.state == "queued")

    def _ask(self, ask: Any) -> None:
        if self._job is not None:
            ask(self._job)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        # The halo of the buttons goes out into the margins, so that their edges line up with the text.
        column.setContentsMargins(_PAD_PX - HALO_PX, _PAD_PX, _PAD_PX - HALO_PX, 10)
        column.setSpacing(6)
        words = QVBoxLayout()
        words.setContentsMargins(HALO_PX, 0, HALO_PX, 0)
        words.setSpacing(6)
        words.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        words.addSpacing(4)
        for widget in (self.name, self.state, self.detail):
            words.addWidget(widget)
        words.addStretch(1)
        words.addWidget(self.question)
        column.addLayout(words, 1)
        verbs = QVBoxLayout()
        verbs.setSpacing(0)
        for button in (self.yes, self.no, self.reprint, self.cancel):
            button.setFixedHeight(_BUTTON_PX)
            verbs.addWidget(button)
        column.addLayout(verbs)


def _short(reason: str) -> str:
    """A printer's sentence without the question at its end, which stands beside its answers."""
    return reason.partition("\u202f: le badge est-il")[0]
