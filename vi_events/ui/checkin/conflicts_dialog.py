"""« Doubles entrées »: who was let in twice, or may have two badges; a supervisor says that they looked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from vi_events.checkin.conflicts import BADGE, Conflict, Passage
from vi_events.clock import NowMs
from vi_events.edition import people
from vi_events.ui.bridge import Bridge
from vi_events.ui.checkin import print_words, wording
from vi_events.ui.checkin.supervisor_dialog import PinDialog, PinGuard
from vi_events.ui.preparation.words import counted
from vi_events.ui.theme import BASE_PX, HALO_PX, LEAD_PX, LIGHT, TITLE_PX
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.form import PlainTable
from vi_events.ui.widgets.panel import Panel, Text
from vi_events.ui.widgets.signs import shape_pixmap

if TYPE_CHECKING:
    from vi_events.checkin.reception import Reception
    from vi_events.journal.store import Change
    from vi_events.ui.checkin.reception_window import ReceptionWindow

_SIZE_PX = (1120, 660)
_SIGN_PX = 14
_SETTLES_MS = 200
"""Changes closer together than this are shown at once."""
_MOST_NAMED = 5


class ConflictsDialog(QDialog):
    """Kept up to date while it is open; several rows may be chosen and looked at together."""

    person_chosen = Signal(str)

    def __init__(self, reception: Reception, bridge: Bridge, now_ms: NowMs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Doubles entrées"))
        self._reception, self._bridge, self._now_ms = reception, bridge, now_ms
        self.conflicts: tuple[Conflict, ...] = ()
        """What is shown, row by row."""
        self.sentence = Text(LEAD_PX, wrap=True)
        headers = (
            self.tr("Personne"),
            self.tr("Collectivité"),
            self.tr("En double"),
            self.tr("Une fois"),
            self.tr("Une autre"),
            self.tr("Vérification"),
        )
        self.table = PlainTable(headers, self.tr("Doubles entrées"))
        self.look_button = KeyButton("", self.tr("Entrée"), kind="primary")
        self.person_button = KeyButton(self.tr("Voir la personne"), "F9")
        self.close_button = KeyButton(self.tr("Fermer"), self.tr("Échap"))
        self.look_requested = self.look_button.clicked
        self._settling = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self._lay_out()
        self._connect()
        self.resize(*_SIZE_PX)
        self._enable()
        self.table.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Reads the list anew."""
        self._bridge.when_done(self._reception.conflicts(), self._take)

    def chosen(self) -> tuple[Conflict, ...]:
        """The chosen rows that nobody has looked at."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self.conflicts[row] for row in rows if self.conflicts[row].seen is None)

    def done(self, result: int) -> None:
        """Closes."""
        self._bridge.changed.disconnect(self._on_changed)
        self._settling.stop()
        super().done(result)

    # Inside

    def _lay_out(self) -> None:
        title = Text(TITLE_PX, bold=True)
        title.setText(self.windowTitle())
        self.table.setSelectionMode(PlainTable.SelectionMode.ExtendedSelection)
        verbs = QHBoxLayout()
        verbs.setContentsMargins(-HALO_PX, 0, -HALO_PX, 0)
        verbs.addWidget(self.close_button)
        verbs.addStretch(1)
        verbs.addWidget(self.person_button)
        verbs.addWidget(self.look_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(self.sentence)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        column.addLayout(verbs)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.reject)
        self.person_button.bind(self.person_button.key)
        self.person_button.clicked.connect(self._show_person)
        self.look_button.bind("Return")
        self.look_button.bind("Enter")
        self.table.itemSelectionChanged.connect(self._enable)
        self._settling.timeout.connect(self.refresh)
        self._bridge.changed.connect(self._on_changed)

    def _on_changed(self, change: Change) -> None:
        if not self._settling.isActive() and any(subject.startswith(people.PREFIX) for subject in change.subjects):
            self._settling.start()

    def _take(self, found: tuple[Conflict, ...]) -> None:
        chosen = {each.entries for each in self.chosen()}
        scrolled = self.table.verticalScrollBar().value()
        self.conflicts = found
        self.table.show_rows([self._cells(each) for each in found])
        rows = [row for row, each in enumerate(found) if each.entries in chosen]
        self._select(rows or [0])
        for row, each in enumerate(found):
            item = self.table.item(row, 0)
            if item is not None:
                item.setIcon(QIcon(shape_pixmap("ok" if each.seen else "warn", _SIGN_PX)))
        self.table.verticalScrollBar().setValue(scrolled)
        self.table.setVisible(bool(found))
        self.sentence.setText(self._sum(sum(each.seen is None for each in found)))
        self._enable()

    def _select(self, rows: Sequence[int]) -> None:
        self.table.clearSelection()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row in rows:
            self.table.selectionModel().select(self.table.model().index(row, 0), flags)
        self.table.selectionModel().setCurrentIndex(
            self.table.model().index(rows[0], 0), QItemSelectionModel.SelectionFlag.NoUpdate
        )

    def _sum(self, waiting: int) -> str:
        if not self.conflicts:
            return self.tr("Personne n’a été compté deux fois.")
        if not waiting:
            return self.tr("Tout est vérifié.")
        one = self.tr("%1 cas à vérifier\u202f: la personne est-elle entrée une seule fois\u202f?")
        many = self.tr("%1 cas à vérifier\u202f: chaque personne est-elle entrée une seule fois\u202f?")
        return counted(waiting, one, many)

    def _cells(self, each: Conflict) -> tuple[str, ...]:
        what = self.tr("Badge, peut-être sorti deux fois") if each.what == BADGE else each.zone
        seen = self._seen(each)
        passages = (self._passage(each, each.first), self._passage(each, each.second))
        return (each.whom.name or "—", each.whom.authority, what, *passages, seen)

    def _passage(self, each: Conflict, passage: Passage) -> str:
        place = print_words.printer_name(passage.place) if each.what == BADGE else passage.place
        return f"{self._when(passage.at_ms)}, {place}"

    def _seen(self, each: Conflict) -> str:
        if each.seen is None:
            return self.tr("à vérifier")
        said = self.tr("vérifié %1 par %2").replace("%1", wording.moment(each.seen.at_ms, self._now_ms()))
        said = said.replace("%2", each.seen.operator or each.seen.station)
        return f"{said}\n{each.seen.note}" if each.seen.note else said

    def _when(self, at_ms: int) -> str:
        today = wording.moment(at_ms, self._now_ms()) == wording.moment(at_ms, at_ms)
        return wording.clock(at_ms) if today else wording.moment(at_ms, self._now_ms())

    def _enable(self) -> None:
        chosen = len(self.chosen())
        self.look_button.set_text(counted(max(chosen, 1), self.tr("C’est vérifié…"), self.tr("Ces %1 sont vérifiés…")))
        self.look_button.setEnabled(chosen > 0)
        self.look_button.setVisible(chosen > 0)
        self.person_button.setVisible(len(self.table.selectionModel().selectedRows()) == 1)

    def _show_person(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        if len(rows) == 1:
            self.person_chosen.emit(self.conflicts[rows[0].row()].whom.attendee_id)
            self.accept()


class AcknowledgeDialog(PinDialog):
    """Which are said to be verified; the note may stay empty."""

    def __init__(self, chosen: Sequence[Conflict], guard: PinGuard | None, parent: QWidget | None = None) -> None:
        super().__init__("", "", guard, parent)


def open_conflicts(window: ReceptionWindow, guard: PinGuard) -> None:
    """Opens the list; ``guard`` counts the wrong PINs of the window."""
