"""« Badges à imprimer »: people who came in and have no badge, printed elsewhere than on this station's printer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QMarginsF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QGridLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from vi_events.edition.text import fold
from vi_events.errors import DeviceError, ViError
from vi_events.journal.core import Priority
from vi_events.sentences import say
from vi_events.ui.bridge import Bridge
from vi_events.ui.checkin import print_words
from vi_events.ui.checkin.print_question import NO_KEY, YES_KEY
from vi_events.ui.job import Job
from vi_events.ui.language import spoken
from vi_events.ui.preparation.words import counted
from vi_events.ui.theme import BASE_PX, HALO_PX, LEAD_PX, LIGHT, NOTE_PX, TITLE_PX
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.form import Choice, PlainTable
from vi_events.ui.widgets.panel import Panel, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vi_events.app import OpenEdition
    from vi_events.checkin.badge import BadgeData
    from vi_events.checkin.print_views import JobView, PrinterView
    from vi_events.journal.store import Store

_SIZE_PX = (980, 660)
_BUTTON_PX = 54


class BadgesDue(QDialog):
    """Lists them, prints them all in one of three ways, and notes them as printed once a person saw them come out."""

    def __init__(self, opened: OpenEdition, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Badges à imprimer"))
        self._opened, self._bridge = opened, bridge
        self._due: tuple[JobView, ...] = ()
        self._made: tuple[str, ...] = ()
        """Ids of those whose sheets were made: the question is about them."""
        self._to_send: list[str] = []
        self._work: Job | None = None
        self.sentence = Text(LEAD_PX, wrap=True)
        self.people = PlainTable((self.tr("Nom"), self.tr("Collectivité")), self.tr("Personnes sans badge"))
        self.printer, self.per_page = Choice(), Choice()
        self.send_button = KeyButton(self.tr("Imprimer"), "F7", kind="primary")
        self.pdf_button = KeyButton(self.tr("Feuilles A6 en PDF…"), "F8")
        self.system_button = KeyButton(self.tr("Imprimante de bureau…"), "F9")
        self.said = Text(BASE_PX, bold=True, wrap=True)
        self.busy = QProgressBar()
        self.question = _CameOut()
        self.close_button = KeyButton(self.tr("Fermer"), self.tr("Échap"))
        self._lay_out()
        self._connect()
        self.resize(*_SIZE_PX)
        self._enable()
        self.refresh()

    def refresh(self) -> None:
        """Reads who has no badge, and which printers there are."""
        printing = self._opened.reception.printing
        self._bridge.when_done(printing.due(), self._take_due)
        self._bridge.when_done(printing.printers(), self._take_printers)

    def save_pdf(self, path: Path) -> None:
        """Writes the badges to print on an office printer."""
        ids, per_page, opened = self._ids(), self.per_page.currentData(), self._opened
        self._make(
            ids, lambda: _write_pdf(opened, path, ids, per_page), self.tr("Feuilles prêtes\u202f: imprimez-les.")
        )

    def print_on(self, printer: QPrinter) -> None:
        """Prints one A6 page a badge."""
        ids, opened = self._ids(), self._opened
        self._make(ids, lambda: _print(opened, printer, ids), self.tr("Envoyé à l’imprimante de bureau."))

    def done(self, result: int) -> None:
        """Closes; what is being made goes on to its end."""
        if self._work is not None:
            self._work.forget()
            self._work = None
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        focused = self.focusWidget()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(focused, KeyButton) and not event.isAutoRepeat():
            focused.click()

    # Inside

    def _ids(self) -> tuple[str, ...]:
        return tuple(each.job.attendee_id for each in self._due)

    def _take_due(self, due: tuple[JobView, ...]) -> None:
        self._due = tuple(sorted(due, key=lambda each: fold(each.name)))
        self.people.show_rows([(each.name or "—", each.authority) for each in self._due])
        self.people.setVisible(bool(due))
        none = self.tr("Toutes les personnes entrées ont leur badge.")
        some = counted(
            len(due),
            self.tr("%1 personne est entrée sans recevoir de badge."),
            self.tr("%1 personnes sont entrées sans recevoir de badge."),
        )
        self.sentence.setText(some if due else none)
        self._enable()

    def _take_printers(self, views: tuple[PrinterView, ...]) -> None:
        fill_printers(self.printer, views)
        self._enable()

    def _enable(self) -> None:
        free = bool(self._due) and self._work is None and not self._made and not self._to_send
        for widget in (self.pdf_button, self.system_button, self.per_page):
            widget.setEnabled(free)
            widget.setVisible(bool(self._due))
        can_send = self.printer.count() > 0 and bool(self._due)
        self.send_button.setEnabled(free and can_send)
        self.send_button.setVisible(can_send)
        self.printer.setVisible(can_send)
        self.busy.setVisible(self._work is not None)

    def _send(self) -> None:
        if self._due and not self._to_send and self.printer.currentData():
            self._to_send = list(self._ids())
            said = self.tr("%1 badges demandés à «\u00a0%2\u00a0».").replace("%1", str(len(self._to_send)))
            self._send_next(self.printer.currentData(), said.replace("%2", self.printer.currentText()))
            self._enable()

    def _send_next(self, printer: str, said: str) -> None:
        # One after the other, so that a scan passes between two.
        if self._to_send:
            queued = self._opened.reception.printing.queue(self._to_send.pop(0), printer=printer)
            self._bridge.when_done(queued, lambda _: self._send_next(printer, said), self._on_failed)
        else:
            self._tell("info", said)
            self.refresh()

    def _ask_where(self) -> None:
        asked = QFileDialog(self, self.tr("Où enregistrer les badges"))
        asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asked.setNameFilter("PDF (*.pdf)")
        asked.setDefaultSuffix("pdf")
        asked.selectFile(self.tr("badges"))
        if asked.exec() and asked.selectedFiles():
            self.save_pdf(Path(asked.selectedFiles()[0]))

    def _ask_printer(self) -> None:
        printer = a6_printer()
        if QPrintDialog(printer, self).exec() == QPrintDialog.DialogCode.Accepted:
            self.print_on(printer)

    def _make(self, ids: tuple[str, ...], work: Callable[[], None], said: str) -> None:
        if not ids or self._work is not None:
            return

        def made(_done: None) -> None:
            self._work, self._made = None, ids
            self._tell("info", said)
            self.question.ask(len(ids))
            self._enable()

        self.said.hide()
        self._work = Job(work, made, self._on_failed)
        self._enable()

    def _on_failed(self, problem: ViError) -> None:
        self._work = None
        self._to_send.clear()
        self._tell("bad", f"■ {spoken(problem)}")
        self._enable()

    def _on_answered(self, came_out: bool) -> None:
        ids, self._made = self._made, ()
        if came_out and ids:
            noted = self._opened.reception.printing.note_printed(ids)
            self._bridge.when_done(noted, self._on_noted, self._on_failed)
        else:
            self._tell("info", self.tr("Rien n’est noté\u202f: ces badges restent à imprimer."))
        self._enable()

    def _on_noted(self, count: int) -> None:
        self._tell("ok", self.tr("Noté\u202f: %1 badges sortis.").replace("%1", str(count)))
        self.refresh()

    def _tell(self, tone: str, words: str) -> None:
        self.said.set_ink(LIGHT.tone(tone).ink)
        self.said.show_text(words)

    def _connect(self) -> None:
        self.question.answered.connect(self._on_answered)
        for button, slot in (
            (self.send_button, self._send),
            (self.pdf_button, self._ask_where),
            (self.system_button, self._ask_printer),
        ):
            button.bind(button.key)
            button.clicked.connect(lambda _=False, act=slot: act())
        self.close_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        title = Text(TITLE_PX, bold=True)
        title.setText(self.windowTitle())
        self.printer.setAccessibleName(self.tr("Imprimante"))
        self.per_page.setAccessibleName(self.tr("Badges par page"))
        self.per_page.addItem(self.tr("4 par page A4"), 4)
        self.per_page.addItem(self.tr("1 par page A6"), 1)
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName(self.tr("Travail en cours"))
        self.said.hide()
        verbs = QGridLayout()
        verbs.setContentsMargins(-HALO_PX, 0, -HALO_PX, 0)
        verbs.setHorizontalSpacing(12)
        verbs.setVerticalSpacing(0)
        for column, (choice, button) in enumerate(
            ((self.printer, self.send_button), (self.per_page, self.pdf_button), (None, self.system_button))
        ):
            if choice is not None:
                verbs.addWidget(choice, 0, column)
            button.setFixedHeight(_BUTTON_PX)
            verbs.addWidget(button, 1, column)
            verbs.setColumnStretch(column, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, -HALO_PX, 0)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(24, 20, 24, 16)
        column_.setSpacing(12)
        column_.addWidget(title)
        column_.addWidget(self.sentence)
        column_.addWidget(self.people, 1)
        column_.addLayout(verbs)
        column_.addWidget(self.busy)
        column_.addWidget(self.said)
        column_.addWidget(self.question)
        column_.addStretch(0)
        column_.addLayout(foot)


class _CameOut(Panel):
    """« Les 12 badges sont-ils sortis ? »; hidden until asked."""

    answered = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.words = Text(LEAD_PX, bold=True, ink=LIGHT.warn.ink, wrap=True)
        note = Text(NOTE_PX, wrap=True)
        note.setText(self.tr("Comptez-les avant de répondre\u202f: ceux qui sont notés ne seront plus proposés."))
        self.yes = KeyButton(self.tr("Oui, tous sortis"), YES_KEY)
        self.no = KeyButton(self.tr("Non"), NO_KEY)
        words = QVBoxLayout()
        words.addWidget(self.words)
        words.addWidget(note)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 10, 8)
        row.addLayout(words, 1)
        for button, key, came_out in ((self.yes, YES_KEY, True), (self.no, NO_KEY, False)):
            button.bind(key)
            button.setFixedSize(button.sizeHint().width() + 24, _BUTTON_PX + 8)
            button.clicked.connect(lambda _=False, said=came_out: self._answer(said))
            row.addWidget(button)
        self.set_tone("warn")
        self.hide()

    def ask(self, count: int) -> None:
        """Asks about ``count`` badges."""
        self.words.setText(
            counted(count, self.tr("Le badge est-il sorti\u202f?"), self.tr("Les %1 badges sont-ils sortis\u202f?"))
        )
        self.setAccessibleName(self.words.text())
        self.show()

    def _answer(self, came_out: bool) -> None:
        self.hide()
        self.answered.emit(came_out)


def fill_printers(choice: Choice, views: Sequence[PrinterView]) -> None:
    """Fills ``choice`` with printers, those here first; the one chosen stays so."""
    before = choice.currentData()
    choice.clear()
    for view in views:
        choice.addItem(view.name if view.here else print_words.printer_name(view.id), view.id)
    choice.setCurrentIndex(max(0, choice.findData(before)))


def a6_printer() -> QPrinter:
    """A printer of the system, set for one A6 page a badge."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A6), QPageLayout.Orientation.Portrait, QMarginsF())
    )
    return printer


def _badge_data(opened: OpenEdition, ids: Sequence[str]) -> list[BadgeData]:
    """What the badges say; waits for the core thread, which lets scans pass between two people."""
    from vi_events.checkin.badges import badge_data

    def steps(store: Store) -> Iterator[list[BadgeData]]:
        found: list[BadgeData] = []
        for attendee_id in ids:
            found.append(badge_data(store, attendee_id))
            yield found

    return opened.core.submit_slices(steps, Priority.VIEW).result()


def _write_pdf(opened: OpenEdition, path: Path, ids: Sequence[str], per_page: Literal[4, 1]) -> None:
    from vi_events.checkin.badge_layouts import layouts
    from vi_events.checkin.badge_sheets import write_badge_sheets_pdf

    write_badge_sheets_pdf(path, _badge_data(opened, ids), layouts(opened.folder / "layouts"), per_page)


def _print(opened: OpenEdition, printer: QPrinter, ids: Sequence[str]) -> None:
    from vi_events.checkin.badge import render_badge
    from vi_events.checkin.badge_elements import PAPERS
    from vi_events.checkin.badge_layouts import layouts

    looks = layouts(opened.folder / "layouts")
    painter = QPainter()
    if not painter.begin(printer):
        raise DeviceError(
            "system_printer_refused",
            say("L’imprimante « {0} » n’a pas accepté les badges.", printer.printerName()),
            "Vérifiez qu’elle est allumée, ou choisissez les feuilles en PDF.",
        )
    for number, data in enumerate(_badge_data(opened, ids)):
        if number:
            printer.newPage()
        badge = render_badge(data, PAPERS["a6"][0], looks.for_category(data.category, "a6")).convert("L")
        shown = QImage(badge.tobytes(), badge.width, badge.height, badge.width, QImage.Format.Format_Grayscale8)
        size = QSize(badge.width, badge.height).scaled(painter.viewport().size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRect(0, 0, size.width(), size.height()), shown)
    painter.end()
