"""« Participant·es »: the whole list, searched, sorted, corrected one by one or many at a time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QPoint,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from vi_events import app
from vi_events.checkin.cards import CardMaker
from vi_events.edition import erasure, exporting, people, roster
from vi_events.edition.roster import PersonRow, Roster
from vi_events.journal.core import Priority
from vi_events.ui.checkin.person_form import Lookup, PersonForm
from vi_events.ui.checkin.suggestions import suggest
from vi_events.ui.language import grouped
from vi_events.ui.preparation.attendee_detail import AttendeeDetail
from vi_events.ui.preparation.attendees_bulk import AttendeesBulk
from vi_events.ui.preparation.attendees_filters import BADGE, OVERLAP, AttendeesFilters
from vi_events.ui.preparation.attendees_model import AttendeesModel, columns
from vi_events.ui.preparation.gesture import GestureBand
from vi_events.ui.preparation.import_wizard import ImportWizard, wizard_on
from vi_events.ui.preparation.imports_dialog import ImportsDialog, read_batches
from vi_events.ui.preparation.long_table import LongTable
from vi_events.ui.preparation.page import Page
from vi_events.ui.preparation.palmares_parts import VerbButton
from vi_events.ui.preparation.words import counted
from vi_events.ui.theme import LEAD_PX, LIGHT, NOTE_PX
from vi_events.ui.widgets.panel import Text

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.checkin.views import FoundPerson, PersonCard
    from vi_events.journal.store import Change
    from vi_events.ui.bridge import Bridge

_DETAIL_PX = 310
_FRESHEN_MS, _LOOK_MS = 700, 120
_MOST_FRESHENED = 2000
"""People changed at once, beyond whom the whole list is read again."""
_SIMILAR = 3
SEARCH = "chercher:"
"""How an item of ``show_item`` begins that is a text to search for."""
ITEMS = {
    "sans-collectivite": "authority",
    "sans-billet": "ticket",
    "homonymes": "double",
    "ateliers": OVERLAP,
    "badge-long": BADGE,
}
"""What ``show_item`` filters, by the choice of ``AttendeesFilters.lack``."""


class AttendeesPage(Page):
    """Reads the list in slices, then follows the journal."""

    def __init__(self, opened: OpenEdition, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(opened, bridge, parent)
        self._reading = self._unread = False
        self._changed: set[str] = set()
        self.model = AttendeesModel(self)
        self.filters = AttendeesFilters(opened, bridge, lambda: self.model.roster)
        self.table = LongTable(self.model, self.tr("Participant·es"), columns())
        self.table.setSelectionMode(LongTable.SelectionMode.ExtendedSelection)
        self.detail, self.band = AttendeeDetail(opened, bridge), GestureBand()
        self.bulk = AttendeesBulk(opened, bridge, self.band, self.selected, self)
        self.count, self.empty = Text(NOTE_PX, ink=LIGHT.ink_2), Text(LEAD_PX, ink=LIGHT.ink_2, wrap=True)
        self.bulk_button = VerbButton(self.tr("Pour la sélection…"), "Ctrl+M", "Ctrl+M")
        self.import_button = VerbButton(self.tr("Importer…"), "Ctrl+I", "Ctrl+I", primary=True)
        self.imports_button = VerbButton(self.tr("Imports…"))
        self.export_button = VerbButton(self.tr("Exporter…"))
        self._freshen = QTimer(self, singleShot=True, interval=_FRESHEN_MS)
        self._look = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._arrange()
        self._connect()

    # What is shown

    def refresh(self) -> None:
        """Reads the list, unless it is the one that is shown."""
        zones = self.opened.zones
        self.model.show_zones(zones)
        self.filters.show_zones(zones)
        if self._reading:
            return
        if len(self.opened.reception.index) == 0:
            self.opened.reception.fill_index()
        if self._unread or not len(self.model.roster):
            self._read()
        else:
            self._read_changed()

    def show_item(self, key: str) -> None:
        """Filters what the readiness list names (``ITEMS``, ``sans-categorie``), or opens the import."""
        if key == "importer":
            self.import_file()
        elif key == "sans-categorie":
            self.filters.choose(self.filters.category, "guest")
        elif key.startswith(SEARCH):
            self.filters.clear()
            self.filters.text.setText(key.removeprefix(SEARCH))
        elif key in ITEMS:
            self.filters.choose(self.filters.lack, ITEMS[key])
        (self.filters.text if self.table.isHidden() else self.table).setFocus()

    def selected(self) -> list[PersonRow]:
        """The people of the rows selected, in the order of the list."""
        rows = sorted({row for each in self._ranges() for row in range(each.top(), each.bottom() + 1)})
        return [self.model.person(row) for row in rows]

    # Verbs

    def correct_chosen(self) -> None:
        """Opens the form of the person in the current row."""
        row = self.table.currentIndex().row()
        if row >= 0:
            self.bridge.when_done(self.opened.reception.card(self.model.person(row).id), self._correct)

    def open_menu(self) -> QMenu:
        """What can be done to those selected."""
        menu = QMenu(self)
        self.bulk.fill(menu, self.opened.zones)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.bulk_button.mapToGlobal(QPoint(0, self.bulk_button.height())))
        return menu

    def import_file(self) -> ImportWizard:
        """Opens the import wizard."""
        wizard = wizard_on(self.opened, self)
        wizard.finished.connect(lambda _: self._after_import())
        wizard.open()
        return wizard

    def show_imports(self) -> ImportsDialog:
        """Opens the list of imports."""
        dialog = ImportsDialog(self.opened, self.bridge, self)
        dialog.undone.connect(self._after_import)
        dialog.open()
        return dialog

    def export(self, path: Path) -> None:
        """Writes everybody into a .csv or .json file, off the window's thread."""
        folder = self.opened.folder

        def work(_told: object) -> int:
            with app.read_edition(folder) as store:
                count = exporting.export(store, "attendees", path, CardMaker(store).authority)
            erasure.note_export(folder, "attendees", path.suffix.lstrip(".").lower())
            return count

        def done(count: int) -> None:
            said = counted(
                count,
                self.tr("%1 personne exportée dans «\u00a0%2\u00a0»."),
                self.tr("%1 personnes exportées dans «\u00a0%2\u00a0»."),
            )
            self.band.band.show_written(said.replace("%2", path.name), path.parent)

        if not self.band.is_busy:
            self.band.band.run(self.tr("Export…"), work, done, stops=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.table.hasFocus() and not event.isAutoRepeat():
            self.correct_chosen()
        elif event.key() == Qt.Key.Key_Escape and not self.filters.is_open:
            self.filters.clear()
        else:
            super().keyPressEvent(event)

    # Reading

    def _read(self) -> None:
        self._reading, self._unread = True, False
        self._changed.clear()
        self.count.setText(self.tr("Lecture de la liste…"))
        core = self.opened.core
        self.bridge.when_done(core.submit_slices(roster.read_people, Priority.VIEW), self._take)
        self.bridge.when_done(core.submit(read_batches, Priority.VIEW), self.filters.show_batches)

    def _take(self, found: Roster) -> None:
        self._reading = False
        chosen = self._chosen_ids()
        self.model.show_roster(found)
        self.filters.forget()
        self._choose(*chosen)
        self._say_count()
        if self._changed or self._unread:
            self._freshen.start()

    def _on_journal_changed(self, change: Change) -> None:
        self._unread = self._unread or any(subject.startswith("authority:") for subject in change.subjects)
        self._changed.update(subject for subject in change.subjects if subject.startswith(people.PREFIX))
        if self.isVisible() and (self._unread or self._changed) and not self._freshen.isActive():
            self._freshen.start()

    def _read_changed(self) -> None:
        if self._reading or self.band.is_busy:
            return  # at its end
        if self._unread or len(self._changed) > _MOST_FRESHENED:
            self._read()
        elif self._changed:
            subjects, self._changed = self._changed, set()
            read = self.opened.core.submit(lambda store: roster.read_again(store, subjects), Priority.VIEW)
            self.bridge.when_done(read, self._take_changed)

    def _take_changed(self, changed: dict[str, PersonRow | None]) -> None:
        chosen = self._chosen_ids()
        if self.model.show_again(self.filters.wanted(), self.model.roster.take(changed)):
            self._choose(*chosen)
        self._say_count()
        if chosen[0] in changed:
            self._look.start()

    # Rows

    def _chosen_ids(self) -> tuple[str, list[str]]:
        """Whose row is the current one, and who is selected."""
        row = self.table.currentIndex().row()
        return (self.model.person(row).id if row >= 0 else ""), [each.id for each in self.selected()]

    def _choose(self, current: str, selected: Sequence[str]) -> None:
        """Selects those who are still shown, in rows that are new."""
        selection, model, last = QItemSelection(), self.table.selectionModel(), self.model.columnCount() - 1
        rows = sorted(row for id_ in selected if (row := self.model.row_of(id_)) is not None)
        while rows:
            length = next((n for n, row in enumerate(rows) if row != rows[0] + n), len(rows))
            selection.select(self.model.index(rows[0], 0), self.model.index(rows[length - 1], last))
            del rows[:length]
        row_now = self.model.row_of(current) if current else None
        flags = QItemSelectionModel.SelectionFlag
        if row_now is not None:
            model.setCurrentIndex(self.model.index(row_now, 0), flags.NoUpdate)
        model.select(selection, flags.ClearAndSelect)

    def _on_filters_changed(self) -> None:
        chosen = self._chosen_ids()
        self.model.want(self.filters.wanted())
        self._choose(*chosen)
        self._say_count()

    def _say_count(self) -> None:
        shown, total, selected = self.model.rowCount(), len(self.model.roster), self._number_selected()
        said = counted(total, self.tr("%1 personne"), self.tr("%1 personnes"))
        if not self.filters.is_open:
            said = self.tr("%1 sur %2").replace("%2", said).replace("%1", grouped(shown))
        if selected > 1:
            said += ", " + counted(selected, "", self.tr("%1 sélectionnées"))
        self.count.setText(said)
        none = self.tr("La liste est vide\u202f: importez le fichier des inscrits, en CSV ou Excel (Ctrl+I).")
        nobody = (
            self.tr("Recherche en cours…") if self.filters.is_waiting else self.tr("Personne ne répond à ces filtres.")
        )
        self.empty.show_text("" if shown else nobody if total else none)
        if not shown and self.table.hasFocus():
            self.filters.text.setFocus()  # what is hidden gives the focus to nobody
        self.table.setVisible(bool(shown))
        self.bulk_button.setEnabled(selected > 0 and not self.band.is_busy)
        self._look.start()

    def _show_chosen(self) -> None:
        many = self._number_selected()
        if many == 1:
            self.detail.show_person(self.selected()[0].id)
            return
        some = counted(
            many,
            "",
            self.tr("%1 personnes sélectionnées.\n«\u00a0Pour la sélection\u00a0» dit ce qui peut leur être fait."),
        )
        self.detail.show_nobody(some if many else self.tr("Choisissez une personne dans la liste."))

    def _number_selected(self) -> int:
        return sum(each.height() for each in self._ranges())

    def _ranges(self) -> list[QItemSelectionRange]:
        return self.table.selectionModel().selection().toList()

    # Dialogs

    def _correct(self, card: PersonCard) -> None:
        form = PersonForm("correct", Lookup(suggest, self._similar), card, self.opened.zones, self)

        def accepted() -> None:
            done = self.opened.reception.correct(card.attendee_id, form.fields(), form.authority())
            self.bridge.when_done(done, lambda _: self._said_corrected())

        form.accepted.connect(accepted)
        form.open()

    def _said_corrected(self) -> None:
        self.message.emit("ok", self.tr("Fiche corrigée."))
        self.changed.emit()

    def _similar(self, name: str) -> Sequence[FoundPerson]:
        return self.opened.reception.find(name, _SIMILAR).result() if name.strip() else ()

    def _ask_where(self) -> None:
        asked, _ = QFileDialog.getSaveFileName(
            self, self.tr("Où exporter la liste"), self.tr("participants.csv"), "CSV (*.csv);;JSON (*.json)"
        )
        if asked:
            path = Path(asked)
            self.export(path if path.suffix else path.with_suffix(".csv"))

    def _after_import(self) -> None:
        self._unread = True
        self.refresh()
        self.changed.emit()

    def _after_gesture(self) -> None:
        self._freshen.start()  # what was done is heard of a moment later
        self._say_count()
        self.changed.emit()

    # Making

    def _connect(self) -> None:
        self.filters.changed.connect(self._on_filters_changed)
        self._freshen.timeout.connect(self._read_changed)
        self._look.timeout.connect(self._show_chosen)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._say_count())
        self.table.doubleClicked.connect(lambda _: self.correct_chosen())
        self.detail.correct_requested.connect(self.correct_chosen)
        self.detail.merge_requested.connect(self.bulk.merge)
        self.band.changed.connect(self._after_gesture)
        self.bulk_button.clicked.connect(self.open_menu)
        self.import_button.clicked.connect(self.import_file)
        self.imports_button.clicked.connect(self.show_imports)
        self.export_button.clicked.connect(self._ask_where)
        self.bridge.changed.connect(self._on_journal_changed)
        search = QShortcut(QKeySequence("Ctrl+F"), self)
        search.activated.connect(self.filters.text.setFocus)

    def _arrange(self) -> None:
        verbs = QHBoxLayout()
        verbs.setSpacing(8)
        verbs.addWidget(self.count, 1)
        for button in (self.bulk_button, self.imports_button, self.export_button, self.import_button):
            verbs.addWidget(button)
        halves = QSplitter()
        halves.setChildrenCollapsible(False)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        column.addStretch()
        halves.addWidget(left)
        halves.addWidget(self.detail)
        halves.setStretchFactor(0, 1)
        halves.setSizes((1, _DETAIL_PX))
        self.detail.setMinimumWidth(_DETAIL_PX)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.filters)
        whole.addLayout(verbs)
        whole.addWidget(halves, 1)
        whole.addWidget(self.band)
