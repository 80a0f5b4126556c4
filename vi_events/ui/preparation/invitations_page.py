"""« Invitations »: who has one that is good, writing those that are missing, giving somebody another code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from vi_events.checkin.invitations import (
    CHANGED,
    CURRENT,
    MISSING,
    STANDINGS,
    TO_WRITE,
    Invitations,
    TicketRow,
    read_invitations,
)
from vi_events.edition import programme
from vi_events.errors import ViError
from vi_events.journal.core import Priority
from vi_events.journal.entry import CANCELLED
from vi_events.journal.erasing import ERASING
from vi_events.ui.job import Job
from vi_events.ui.language import grouped, spoken
from vi_events.ui.preparation.figures_row import Figure, FiguresRow
from vi_events.ui.preparation.gesture import Gesture, GestureBand
from vi_events.ui.preparation.invitations_model import InvitationsModel, Line, sorted_lines
from vi_events.ui.preparation.page import Page
from vi_events.ui.preparation.palmares_parts import AskDialog, VerbButton
from vi_events.ui.preparation.tickets_dialog import TicketsDialog, tickets_dialog
from vi_events.ui.preparation.words import counted
from vi_events.ui.theme import LEAD_PX, LIGHT, NOTE_PX, font
from vi_events.ui.widgets.form import TABLE_SHEET, combo
from vi_events.ui.widgets.panel import Text, plain_tip

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.journal.store import Change
    from vi_events.ui.bridge import Bridge

_ROW_PX, _SOON_MS = 34, 700
_SAID = ("attendee_upserted", "attendee_added", "attendee_corrected", "attendee_substituted", "attendee_merged")
_CONCERN = frozenset((*_SAID, "ticket_issued", "ticket_replaced", CANCELLED, *ERASING))
"""Kinds of entries after which the list may be another."""
_FILTERS = {"all": STANDINGS, "to-write": TO_WRITE, MISSING: (MISSING,), CHANGED: (CHANGED,), CURRENT: (CURRENT,)}


class InvitationsPage(Page):
    """Everyone who gets a ticket."""

    def __init__(self, opened: OpenEdition, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(opened, bridge, parent)
        self._found, self._lacks = Invitations(), False
        self._reading: Job | None = None
        self._again = False
        """Something changed while it was being read."""
        self.figures, self.gestures, self.model = FiguresRow(), GestureBand(), InvitationsModel()
        self.write_button = VerbButton(self.tr("Écrire celles qui manquent…"), "Ctrl+E", "Ctrl+E", primary=True)
        self.all_button = VerbButton(self.tr("Écrire pour tout le monde…"))
        self.chosen_button = VerbButton(self.tr("Écrire pour la sélection…"))
        self.replace_button = VerbButton(self.tr("Nouveau code…"))
        self.access_button = VerbButton(self.tr("Plan d’accès…"))
        self.access = Text(NOTE_PX, ink=LIGHT.warn.ink, wrap=True)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Chercher un nom, une collectivité"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.standing = self._make_filter()
        self.count, self.empty = Text(NOTE_PX, ink=LIGHT.ink_2), Text(LEAD_PX, ink=LIGHT.ink_2, wrap=True)
        self.table = self._make_table()
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._arrange()
        self._connect()
        self._show_found([])

    def refresh(self) -> None:
        """Reads everybody again; what is shown stays until then."""
        self._again = self._reading is not None
        if self._again:
            return
        core = self.opened.core
        self.bridge.when_done(core.submit(programme.read_edition, Priority.VIEW), self._show_access)

        def read() -> tuple[Invitations, list[Line]]:
            found = core.submit_slices(read_invitations, Priority.VIEW).result()
            return found, sorted_lines(found)

        self._reading = Job(read, self._on_read, self._on_unread)
        self.destroyed.connect(self._reading.forget)

    def show_item(self, key: str) -> None:
        """``all``, ``to-write``, ``missing``, ``changed`` or ``current``; else the id of a person."""
        self.search.clear()
        self.standing.setCurrentIndex(self.standing.findData(key if key in _FILTERS else "all"))
        if key not in _FILTERS:
            self._choose([key])
        self.table.setFocus()

    def write(self, rows: Sequence[TicketRow]) -> TicketsDialog:
        """Opens the dialog that writes these."""
        dialog = tickets_dialog(self.opened, rows, self)
        dialog.outcome.ended.connect(self.refresh)
        dialog.open()
        return dialog

    def replace_chosen(self) -> AskDialog:
        """Asks, then revokes the codes of the people chosen and gives them new ones."""
        rows = self.chosen()
        ask = AskDialog(
            counted(
                len(rows),
                self.tr("Donner un nouveau code à %1 personne\u202f?"),
                self.tr("Donner un nouveau code à %1 personnes\u202f?"),
            ),
            (
                self.tr("L’ancien ne fera plus entrer\u202f: l’accueil dira «\u202fBillet désactivé\u202f»."),
                self.tr("L’invitation sera à écrire et à envoyer de nouveau."),
            ),
            self.tr("Donner un nouveau code"),
            self,
        )
        ask.accepted.connect(lambda: self.gestures.run(self._replacement(), [row.attendee_id for row in rows]))
        ask.open()
        return ask

    def chosen(self) -> list[TicketRow]:
        """Those selected in the table."""
        return [self.model.person(index.row()).row for index in self.table.selectionModel().selectedRows()]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.table.hasFocus() and not event.isAutoRepeat() and self.chosen():
            self.write(self.chosen())
        else:
            super().keyPressEvent(event)

    # Inside

    def _replacement(self) -> Gesture[list[tuple[str, str]]]:
        reception = self.opened.reception
        one = self.tr("%1 code remplacé\u202f: l’invitation est à écrire de nouveau.")
        many = self.tr("%1 codes remplacés\u202f: les invitations sont à écrire de nouveau.")
        return Gesture(
            self.tr("Remplacement des codes…"),
            lambda number: counted(number, one, many),
            reception.replace_tickets,
            reception.undo_group,
            len,
        )

    def _on_change(self, change: Change) -> None:
        if any(entry.kind in _CONCERN or entry.subject == programme.EDITION for entry in change.entries):
            self._soon.start()

    def _on_read(self, read: tuple[Invitations, list[Line]]) -> None:
        self._reading = None
        self._found, lines = read
        self._show_found(lines)
        if self._again:
            self._soon.start()

    def _on_unread(self, problem: ViError) -> None:
        self._reading = None
        self.message.emit("bad", spoken(problem))

    def _show_found(self, lines: list[Line]) -> None:
        kept = [row.attendee_id for row in self.chosen()]
        number, without = self._found.counts(), self._found.without_code
        self._lacks = any(number[standing] for standing in TO_WRITE)
        good, old = "ok" if number[CURRENT] else "", "warn" if number[CHANGED] else ""
        again = self.tr("à écrire et envoyer de nouveau")
        figures = [
            Figure(grouped(number[CURRENT]), self.tr("à jour"), self.tr("écrites, avec le bon code"), good),
            Figure(grouped(number[MISSING]), self.tr("sans invitation"), self.tr("jamais écrite")),
            Figure(grouped(number[CHANGED]), self.tr("code changé depuis"), again, old),
        ]
        if without:
            figures.append(Figure(grouped(without), self.tr("sans code"), self.tr("ni invitation ni billet"), "bad"))
        self.figures.show_figures(figures)
        self.model.take(lines)
        self._choose(kept)
        self._show_count()

    def _choose(self, ids: Sequence[str]) -> None:
        selection = self.table.selectionModel()
        how = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row in (self.model.row_of(id_) for id_ in ids[:50]):
            if row >= 0:
                selection.select(self.model.index(row, 0), how)
                self.table.scrollTo(self.model.index(row, 0))

    def _filter(self) -> None:
        self.model.filter(self.search.text(), _FILTERS[self.standing.currentData()])
        self._show_count()

    def _show_count(self) -> None:
        shown, total = self.model.rowCount(), len(self._found.people)
        people = counted(shown, self.tr("%1 personne"), self.tr("%1 personnes"))
        some = self.tr("%1 sur %2").replace("%1", people).replace("%2", grouped(total))
        self.count.setText(people if shown == total else some)
        nobody = self.tr("Personne n’a encore de billet\u202f: importez d’abord la liste des participant·es.")
        self.empty.show_text("" if shown else self.tr("Personne ne répond à ces filtres.") if total else nobody)
        self.table.setVisible(shown > 0)
        self._enable()

    def _enable(self) -> None:
        chosen = self.table.selectionModel().hasSelection()
        free = not self.gestures.is_busy
        self.write_button.setEnabled(free and self._lacks)
        self.all_button.setEnabled(free and bool(self._found.people))
        for button in (self.chosen_button, self.replace_button):
            button.setEnabled(free and chosen)

    def _show_access(self, edition: programme.Edition) -> None:
        self.access_button.setToolTip(plain_tip(edition.access))
        said = self.tr("◆ L’invitation ne dit pas encore comment venir\u202f: écrivez le plan d’accès de l’édition.")
        self.access.show_text("" if edition.access else said)

    def _make_filter(self) -> QComboBox:
        made = combo(
            [
                (self.tr("Toutes"), "all"),
                (self.tr("À écrire"), "to-write"),
                (self.tr("Jamais écrites"), MISSING),
                (self.tr("Code changé depuis"), CHANGED),
                (self.tr("À jour"), CURRENT),
            ],
            "all",
        )
        made.setAccessibleName(self.tr("Invitation"))
        made.setMinimumWidth(220)
        return made

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Invitations"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        table.setStyleSheet(TABLE_SHEET)
        table.verticalHeader().hide()
        # A height that is the same for all: 100,000 rows are then laid out at no cost.
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(_ROW_PX)
        header = table.horizontalHeader()
        header.setFont(font(NOTE_PX, bold=True))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column, width in enumerate((210, 150, 240, 130)):
            table.setColumnWidth(column, width)
        header.setStretchLastSection(True)
        return table

    def _connect(self) -> None:
        self.write_button.clicked.connect(lambda: self.write(self._found.rows(TO_WRITE)))
        self.all_button.clicked.connect(lambda: self.write(self._found.rows()))
        self.chosen_button.clicked.connect(lambda: self.write(self.chosen()))
        self.replace_button.clicked.connect(self.replace_chosen)
        self.access_button.clicked.connect(lambda: self.shown.emit("edition", "access"))
        self.access.hide()
        self.search.textChanged.connect(lambda _: self._filter())
        self.standing.currentIndexChanged.connect(lambda _: self._filter())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.table.doubleClicked.connect(lambda _: self.write(self.chosen()))
        self.gestures.changed.connect(self._enable)
        self.gestures.changed.connect(self.changed)
        # While it is not shown, the window has it read again when it is.
        self._soon.timeout.connect(lambda: self.refresh() if self.isVisible() else None)
        self.bridge.changed.connect(self._on_change)

    def _arrange(self) -> None:
        verbs, filters = QHBoxLayout(), QHBoxLayout()
        for button in (self.write_button, self.all_button):
            verbs.addWidget(button)
        verbs.addStretch(1)
        verbs.addWidget(self.access_button)
        filters.setSpacing(10)
        self.search.setFixedHeight(self.standing.height())
        filters.addWidget(self.search, 1)
        filters.addWidget(self.standing)
        below = QHBoxLayout()
        below.addWidget(self.count, 1)
        for button in (self.replace_button, self.chosen_button):
            below.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.figures)
        column.addLayout(verbs)
        column.addWidget(self.access)
        column.addWidget(self.gestures)
        column.addLayout(filters)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        column.addLayout(below)
