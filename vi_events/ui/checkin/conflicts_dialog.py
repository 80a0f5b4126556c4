"""« Doubles entrées »: who was let in twice, or may have two badges; a supervisor says that they looked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from vi_events.checkin.conflicts import BADGE, Conflict, Passage
from vi_events.edition import people
from vi_events.ui.checkin import print_words, wording
from vi_events.ui.checkin.supervisor_dialog import PinDialog, PinGuard
from vi_events.ui.language import spoken
from vi_events.ui.preparation.words import counted
from vi_events.ui.theme import BASE_PX, HALO_PX, LEAD_PX, TITLE_PX
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.form import PlainTable
from vi_events.ui.widgets.panel import Panel, Text
from vi_events.ui.widgets.signs import shape_pixmap

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.journal.store import Change
    from vi_events.ui.checkin.reception_window import ReceptionWindow

_SIZE_PX = (1120, 660)
_SIGN_PX = 14
_SETTLES_MS = 200
"""Changes closer together than this are shown at once."""
_MOST_NAMED = 5
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ConflictsDialog(QDialog):
    """Kept up to date while it is open; several rows may be chosen and verified together."""

    person_chosen = Signal(str)

    def __init__(self, opened: OpenEdition, guard: PinGuard, window: ReceptionWindow) -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("Doubles entrées"))
        self._reception, self._bridge, self._now_ms = opened.reception, window.bridge, window.now_ms
        self._guard = guard if opened.vault.pin else None
        self.conflicts: tuple[Conflict, ...] = ()
        """What is shown, row by row."""
        self.sentence = Text(LEAD_PX, wrap=True)
        passages = self.tr("Une première fois"), self.tr("Une seconde fois")
        headers = (self.tr("Personne"), self.tr("Compté deux fois"), *passages, self.tr("Vérification"))
        self.table = PlainTable(headers, self.windowTitle())
        self.table.setSelectionMode(PlainTable.SelectionMode.ExtendedSelection)
        self.verify_button = KeyButton("", self.tr("Entrée"), kind="primary")
        self.person_button = KeyButton(self.tr("Voir la personne"), "F9")
        self.close_button = KeyButton(self.tr("Fermer"), self.tr("Échap"))
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
        """The chosen rows that wait for somebody to look."""
        return tuple(self.conflicts[row] for row in self._rows() if self.conflicts[row].seen is None)

    def verify(self) -> None:
        """Enter: asks for the supervisor’s word about the chosen rows."""
        chosen = self.chosen()
        if not chosen:
            return
        dialog = VerifiedDialog(chosen, self._guard, self)

        def ask(pin: str, note: str) -> None:
            noted = self._reception.acknowledge(chosen, note, pin)
            self._bridge.when_done(noted, lambda _: dialog.grant(), lambda problem: dialog.refuse(spoken(problem)))

        dialog.asked.connect(ask)
        # Some desktops would give the keys to the window behind.
        dialog.finished.connect(self.activateWindow)
        dialog.open()

    def done(self, result: int) -> None:
        """Closes; what is written meanwhile goes on to its end."""
        self._bridge.changed.disconnect(self._on_changed)
        self._settling.stop()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        focused = self.focusWidget()
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            focused.click() if isinstance(focused, KeyButton) else self.verify()

    # Inside

    def _lay_out(self) -> None:
        title = Text(TITLE_PX, bold=True)
        title.setText(self.windowTitle())
        verbs = QHBoxLayout()
        verbs.setContentsMargins(-HALO_PX, 0, -HALO_PX, 0)
        verbs.addWidget(self.close_button)
        verbs.addStretch(1)
        verbs.addWidget(self.person_button)
        verbs.addWidget(self.verify_button)
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
        self.verify_button.clicked.connect(self.verify)
        self.table.itemSelectionChanged.connect(self._enable)
        self._settling.timeout.connect(self.refresh)
        self._bridge.changed.connect(self._on_changed)

    def _on_changed(self, change: Change) -> None:
        if not self._settling.isActive() and any(subject.startswith(people.PREFIX) for subject in change.subjects):
            self._settling.start()

    def _take(self, found: tuple[Conflict, ...]) -> None:
        if found == self.conflicts:
            self._sum()
            return
        chosen = {each.entries for each in self.chosen()}
        scrolled = self.table.verticalScrollBar().value()
        self.conflicts = found
        self.table.show_rows([self._cells(each) for each in found])
        for row, each in enumerate(found):
            if item := self.table.item(row, 0):
                item.setIcon(_sign("ok" if each.seen else "warn"))
        self._choose([row for row, each in enumerate(found) if each.entries in chosen and not each.seen] or [0])
        self.table.verticalScrollBar().setValue(scrolled)
        self._sum()
        self._enable()

    def _choose(self, rows: Sequence[int]) -> None:
        model, choice = self.table.model(), self.table.selectionModel()
        choice.setCurrentIndex(model.index(rows[0], 0), QItemSelectionModel.SelectionFlag.Clear)
        for row in rows:
            flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            choice.select(model.index(row, 0), flags)

    def _sum(self) -> None:
        waiting = sum(each.seen is None for each in self.conflicts)
        some = counted(waiting, self.tr("%1 cas à vérifier."), self.tr("%1 cas à vérifier."))
        none = self.tr("Tout est vérifié.") if self.conflicts else self.tr("Personne n’a été compté deux fois.")
        self.sentence.setText(some if waiting else none)
        self.table.setVisible(bool(self.conflicts))

    def _cells(self, each: Conflict) -> tuple[str, ...]:
        who = "\n".join(part for part in (each.whom.name or "—", each.whom.authority) if part)
        return (who, _what(each), self._passage(each, each.first), self._passage(each, each.second), self._seen(each))

    def _passage(self, each: Conflict, passage: Passage) -> str:
        place = print_words.printer_name(passage.place) if each.what == BADGE else passage.place
        return f"{wording.short_moment(passage.at_ms, self._now_ms())}, {place}"

    def _seen(self, each: Conflict) -> str:
        if each.seen is None:
            return self.tr("à vérifier")
        said = self.tr("vérifié %1 par %2").replace("%1", wording.moment(each.seen.at_ms, self._now_ms()))
        said = said.replace("%2", each.seen.operator or each.seen.station)
        return f"{said}\n{each.seen.note}" if each.seen.note else said

    def _rows(self) -> list[int]:
        return sorted(index.row() for index in self.table.selectionModel().selectedRows())

    def _enable(self) -> None:
        chosen = len(self.chosen())
        self.verify_button.set_text(counted(chosen or 1, self.tr("C’est vérifié…"), self.tr("Ces %1 sont vérifiés…")))
        self.verify_button.setVisible(chosen > 0)
        self.person_button.setVisible(len(self._rows()) == 1)

    def _show_person(self) -> None:
        rows = self._rows()
        if len(rows) == 1:
            self.person_chosen.emit(self.conflicts[rows[0]].whom.attendee_id)
            self.accept()


class VerifiedDialog(PinDialog):
    """Names those that are verified; the note may stay empty."""

    def __init__(self, chosen: Sequence[Conflict], guard: PinGuard | None, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Marquer comme vérifié"), self.tr("Note, facultative, gardée dans le journal"), guard, parent
        )
        card = Panel()
        card.set_tone("warn")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        said = [
            ", ".join(part for part in (each.whom.name or "—", each.whom.authority, _what(each)) if part)
            for each in chosen[:_MOST_NAMED]
        ]
        if len(chosen) > _MOST_NAMED:
            said.append(self.tr("et %1 autres").replace("%1", str(len(chosen) - _MOST_NAMED)))
        for words in said:
            line = Text(BASE_PX, bold=True, wrap=True)
            line.setText(words)
            column.addWidget(line)
        self.fill(card)
        self.body.addStretch(1)


def open_conflicts(window: ReceptionWindow, guard: PinGuard) -> None:
    """Opens the list; ``guard`` counts the wrong PINs of the window."""
    opened = window.opened
    if opened is None:
        return
    dialog = ConflictsDialog(opened, guard, window)
    dialog.person_chosen.connect(lambda id_: window.bridge.when_done(opened.reception.card(id_), window.show_person))
    dialog.open()


def _what(each: Conflict) -> str:
    """The zone; of a badge, that it may be out twice."""
    if each.what == BADGE:
        return QCoreApplication.translate("ConflictsDialog", "Badge imprimé deux fois peut-être")
    return each.zone


def _sign(tone: str) -> QIcon:
    sign = QIcon(shape_pixmap(tone, _SIGN_PX))
    # Else Qt would give it another colour in the chosen row.
    sign.addPixmap(shape_pixmap(tone, _SIGN_PX), QIcon.Mode.Selected)
    return sign
