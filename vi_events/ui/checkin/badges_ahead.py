"""« Imprimer les badges d'avance »: the day before, everybody's badge in alphabetical boxes."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from vi_events.checkin.print_jobs import BATCH, OUT, Job
from vi_events.edition import people
from vi_events.errors import ViError
from vi_events.ui.bridge import Bridge
from vi_events.ui.checkin.badges_due import fill_printers
from vi_events.ui.language import spoken
from vi_events.ui.theme import BASE_PX, LEAD_PX, LIGHT
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.form import Choice, FormDialog, FormField, NumberField
from vi_events.ui.widgets.panel import Text

if TYPE_CHECKING:
    from vi_events.checkin.print_views import PrinterView
    from vi_events.checkin.printing import Printing
    from vi_events.journal.entry import Entry
    from vi_events.journal.store import Change

_WIDTH_PX = 640
_BOXES = 4
_ENDED = (*OUT, "unknown", "failed", "cancelled", "moved")


class BadgesAhead(FormDialog):
    """Asks for the number of boxes and a printer, then shows how far it is. Closed, it goes on."""

    def __init__(self, printing: Printing, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Imprimer les badges d’avance"), self.tr("Imprimer"), parent)
        self._printing, self._bridge = printing, bridge
        self._queueing: Future[int] | None = None
        self._open: dict[str, Job] = {}
        self._total = 0
        self._target = ""
        """The printer of this batch; its badges are counted as the journal hears of them."""
        self._stopped = False
        self.boxes, self.printer = NumberField(_BOXES, 26), Choice()
        about = Text(LEAD_PX, wrap=True)
        about.setText(
            self.tr(
                "Un badge pour chaque personne attendue qui n’en a pas, par ordre alphabétique. "
                "À l’entrée, le poste dira dans quelle boîte le prendre."
            )
        )
        self.boxes_field = FormField(self.tr("Nombre de boîtes"), self.boxes)
        self.printer_field = FormField(self.tr("Imprimante"), self.printer)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Badges imprimés"))
        self.progress = Text(BASE_PX, bold=True, wrap=True)
        self.stop_button = KeyButton(self.tr("Arrêter"), "F8")
        self.stop_button.bind("F8")
        self.stop_button.clicked.connect(self.stop)
        for widget in (about, self.boxes_field, self.printer_field, self.progress, self.bar, self.stop_button):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._paint_soon = QTimer(self, singleShot=True, interval=100)
        self._paint_soon.timeout.connect(self._show_progress)
        bridge.changed.connect(self._on_changed)
        self.cancel_button.set_text(self.tr("Fermer"))
        self.setMinimumWidth(_WIDTH_PX)
        self.progress.hide()
        self._enable()
        self.refresh()
        self.boxes.setFocus()

    def refresh(self) -> None:
        """Reads which printers there are."""
        self._bridge.when_done(self._printing.printers(), self._take_printers)

    def accept(self) -> None:
        """Queues the badges; the dialog stays to say how far they are."""
        printer = self.printer.currentData()
        if not printer or self._busy():
            return
        self._open.clear()
        self._total, self._target, self._stopped = 0, printer, False
        self._queueing = self._printing.queue_batch(self.boxes.value(), printer)
        self._bridge.when_done(self._queueing, self._on_queued, self._on_failed)
        self._show_progress()

    def stop(self) -> None:
        """Asks for no more badges, and takes back those that wait; the one being printed comes out."""
        self._stopped = True
        if self._queueing is not None:
            self._queueing.cancel()
            self._queueing = None
        self._cancel_next()
        self._show_progress()

    # Inside

    def _busy(self) -> bool:
        return self._queueing is not None or bool(self._open)

    def _take_printers(self, views: tuple[PrinterView, ...]) -> None:
        fill_printers(self.printer, views)
        none = self.tr("Aucune imprimante\u202f: ajoutez-en une dans les réglages du poste (Ctrl+P).")
        self.printer_field.show_problem("" if views else none)
        self._enable()

    def _on_changed(self, change: Change) -> None:
        for entry in change.entries:
            if entry.kind == "badge_queued" and self._is_mine(entry):
                attendee_id = entry.subject.removeprefix(people.PREFIX)
                self._open[entry.id] = Job(entry.id, attendee_id, self._target, "queued", 0, entry.station, BATCH)
                self._total += 1
                if self._stopped:  # it was being queued when it was stopped
                    self._cancel_next()
            elif entry.kind == "badge_printed" and entry.payload["state"] in _ENDED:
                self._open.pop(str(entry.payload.get("job")), None)
            else:
                continue
            if not self._paint_soon.isActive():
                self._paint_soon.start()

    def _is_mine(self, entry: Entry) -> bool:
        return entry.payload.get("why") == BATCH and entry.payload["printer"] == self._target

    def _on_queued(self, count: int) -> None:
        self._queueing = None
        self._show_progress()
        if not count:
            self._say("info", self.tr("Toutes les personnes attendues ont déjà leur badge."))

    def _on_failed(self, problem: ViError) -> None:
        self._queueing = None
        self._show_progress()
        self._say("bad", f"■ {spoken(problem)}")

    def _cancel_next(self) -> None:
        # One after the other, so that a scan passes between two.
        if self._open and self._queueing is None:
            job = self._open.pop(next(reversed(self._open)))
            self._bridge.when_done(self._printing.cancel(job), lambda _: self._cancel_next())
        else:
            self._show_progress()

    def _show_progress(self) -> None:
        done = self._total - len(self._open)
        self.bar.setRange(0, self._total if self._queueing is None else 0)
        self.bar.setValue(done)
        if self._queueing is not None:
            words = self.tr("Préparation\u202f: %1 badges…").replace("%1", str(self._total))
        elif self._open:
            words = self.tr("%1 badges sur %2").replace("%1", str(done)).replace("%2", str(self._total))
        else:
            words = self.tr("Terminé\u202f: rangez les badges dans leurs boîtes.") if self._total else ""
        self._say("ok" if self._total and not self._busy() else "info", words)
        self._enable()

    def _say(self, tone: str, words: str) -> None:
        self.progress.set_ink(LIGHT.tone(tone).ink)
        self.progress.show_text(words)

    def _enable(self) -> None:
        busy = self._busy()
        self.bar.setVisible(busy)
        self.stop_button.setVisible(busy)
        self.boxes.setEnabled(not busy)
        self.printer.setEnabled(not busy)
        self.accept_button.setEnabled(not busy and self.printer.count() > 0)
        self.accept_button.setVisible(not busy)
