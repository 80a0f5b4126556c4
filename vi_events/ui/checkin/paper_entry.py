"""« Saisie d’après papier »: who was let in by the lists on paper, typed in afterwards, as fast as one can read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout

from vi_events.checkin.views import FoundPerson, ScanResult
from vi_events.clock import clock_time
from vi_events.edition.models import Zone
from vi_events.errors import ViError
from vi_events.ui.checkin import wording
from vi_events.ui.language import labelled, locale, spoken
from vi_events.ui.preparation.words import counted
from vi_events.ui.theme import BASE_PX, HALO_PX, LEAD_PX, LIGHT, TITLE_PX, font
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.form import Choice, FormField, PlainTable
from vi_events.ui.widgets.panel import Text
from vi_events.ui.widgets.person_list import ROW_PX, PersonList

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.ui.checkin.reception_window import ReceptionWindow

_SIZE_PX = (1180, 690)
_WIDEST_NAME_PX = 270
_MOST_ROWS = 5
_FOUND = 20
_FEWEST_LETTERS = 3
_DAYS = 3
"""Lists are typed in the same day, or the morning after."""
_DAY_MIN = 24 * 60
_HOUR = re.compile(r"(\d{1,2})\s*[:hH.]?\s*(\d\d)")
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TimeField(QLineEdit):
    """An hour of the day, typed « 8:42 », « 8h42 » or « 842 »; Up and Down move it by a minute."""

    def __init__(self, minutes: int) -> None:
        super().__init__()
        self.setMaxLength(7)
        self._show(minutes)

    def minutes(self) -> int | None:
        """Since midnight; None when it is no hour."""
        found = _HOUR.fullmatch(self.text().strip())
        hours, minutes = (int(found[1]), int(found[2])) if found else (24, 0)
        return hours * 60 + minutes if hours < 24 and minutes < 60 else None

    def step(self, by: int) -> None:
        """Moves it by so many minutes, within the day."""
        now = self.minutes()
        if now is not None:
            self._show(max(0, min(_DAY_MIN - 1, now + by)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in _STEPS:
            self.step(-_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _show(self, minutes: int) -> None:
        self.setText(f"{minutes // 60:02d}:{minutes % 60:02d}")
        self.selectAll()


@dataclass(frozen=True, slots=True)
class Line:
    """One person typed in. ``entry_id`` is empty when nothing was counted, or no longer is."""

    at_ms: int
    attendee_id: str
    who: str
    said: str
    entry_id: str = ""


class PaperEntry(QDialog):
    """Letters, Enter, next one: the field keeps the focus, and the place and time stay until they are changed. Closed
    and opened again, it goes on where it was.
    """

    def __init__(self, opened: OpenEdition, window: ReceptionWindow) -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("Saisie d’après papier"))
        self.setModal(True)
        self._reception = opened.reception
        self._bridge, self._now_ms = window.bridge, window.now_ms
        self._zones = opened.zones
        self._today = date.min
        self._found: tuple[FoundPerson, ...] = ()
        self._found_for = ""
        self.lines: list[Line] = []
        """Newest first."""
        now = datetime.fromtimestamp(self._now_ms() / 1000)
        self.zone, self.day, self.time = Choice(), Choice(), TimeField(now.hour * 60 + now.minute)
        self.time_field = FormField(self.tr("Heure notée"), self.time)
        self.time_field.show_hint(self.tr("Une minute\u202f: Ctrl+↑, Ctrl+↓"))
        self.field, self.people = QLineEdit(), PersonList(numbered=False)
        self.said = Text(BASE_PX, bold=True, wrap=True)
        self.count = Text(LEAD_PX, bold=True)
        headers = (self.tr("Heure"), self.tr("Personne"), self.tr("Résultat"))
        self.table = PlainTable(headers, self.tr("Personnes saisies"))
        self.undo_button = KeyButton(self.tr("Annuler la ligne"), "F8")
        self.close_button = KeyButton(self.tr("Fermer"), self.tr("Échap"))
        ids = [zone.id for zone in self._zones]
        self.zone.addItems([zone.name for zone in self._zones])
        standing = opened.reception.settings.zone.id
        self.zone.setCurrentIndex(ids.index(standing) if standing in ids else 0)
        self._lay_out()
        self._connect()
        self._show_lines()
        self.resize(*_SIZE_PX)
        self.time.setFocus()

    def at_ms(self) -> int | None:
        """When the person came in by the paper, in milliseconds since 1970; None without an hour."""
        minutes = self.time.minutes()
        if minutes is None:
            return None
        day = self._today - timedelta(days=self.day.currentIndex())
        return round(datetime.combine(day, time(*divmod(minutes, 60))).timestamp() * 1000)

    def admit(self) -> None:
        """Enter: lets in the person chosen among those shown for what is typed, at the time noted."""
        row, at_ms = self.people.currentRow(), self.at_ms()
        if not 0 <= row < len(self._found) or self._found_for != self.field.text():
            return  # nobody is let in whom the eye has not seen
        problem = self._time_problem(at_ms)
        self.time_field.show_problem(problem)
        if problem or at_ms is None:
            self.time.setFocus()
            return
        person = self._found[row]
        self._clear()
        done = self._reception.admit_on_paper([person.attendee_id], self._zone(), at_ms)
        self._bridge.when_done(
            done, lambda results: self._note(results[0], person), lambda problem: self._fail(problem, person)
        )

    def undo(self) -> None:
        """F8: what the chosen line counted counts no longer; without a choice the newest."""
        row = max(self.table.currentRow(), 0)
        line = self.lines[row] if row < len(self.lines) else None
        if line is None or not line.entry_id:
            return

        def undone(_count: int) -> None:
            self.lines = [
                replace(each, said=self.tr("annulé"), entry_id="") if each is line else each for each in self.lines
            ]
            self._show_lines(max(self.table.currentRow(), 0))  # another line may have been chosen meanwhile
            self._tell("info", self.tr("%1\u202f: la ligne ne compte plus.").replace("%1", line.who))

        done = self._reception.undo_group([(line.entry_id, line.attendee_id)])
        self._bridge.when_done(done, undone, lambda problem: self._tell("bad", f"■ {spoken(problem)}"))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        self._show_days()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        focused, step = self.focusWidget(), _STEPS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self._clear()
        elif step and focused is self.field:
            self.people.step(step)
        elif event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._enter()

    # Inside

    def _lay_out(self) -> None:
        title = Text(TITLE_PX, bold=True)
        title.setText(self.windowTitle())
        about = Text(BASE_PX, ink=LIGHT.ink_2, wrap=True)
        about.setText(
            self.tr("L’heure notée, puis trois lettres du nom et Entrée\u202f: la personne est comptée entrée.")
        )
        where = QHBoxLayout()
        where.setSpacing(12)
        for part, share in (
            (FormField(self.tr("Contrôle"), self.zone), 4),
            (FormField(self.tr("Jour"), self.day), 3),
            (self.time_field, 3),
        ):
            where.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
        self.field.setFont(font(LEAD_PX))
        self.field.setMaxLength(80)
        self.field.setPlaceholderText(self.tr("Trois lettres du nom, de la commune…"))
        self.field.setAccessibleName(self.tr("Qui est entré·e"))
        self.people.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.people.setFixedHeight(_MOST_ROWS * ROW_PX)
        self.table.horizontalHeader().setMaximumSectionSize(_WIDEST_NAME_PX)
        typed = QVBoxLayout()
        typed.setSpacing(12)
        typed.addLayout(where)
        typed.addWidget(self.field)
        typed.addWidget(self.people)
        typed.addWidget(self.said)
        typed.addStretch(1)
        done = QVBoxLayout()
        done.setSpacing(12)
        done.addWidget(self.count)
        done.addWidget(self.table, 1)
        halves = QHBoxLayout()
        halves.setSpacing(24)
        halves.addLayout(typed, 6)
        halves.addLayout(done, 5)
        foot = QHBoxLayout()
        foot.setContentsMargins(-HALO_PX, 0, -HALO_PX, 0)
        foot.addWidget(self.close_button)
        foot.addStretch(1)
        foot.addWidget(self.undo_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(about)
        column.addLayout(halves, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.reject)
        self.undo_button.bind(self.undo_button.key)
        self.undo_button.clicked.connect(self.undo)
        self.field.textEdited.connect(self._on_text_edited)
        self.people.person_chosen.connect(lambda _: self.admit())
        self.time.textEdited.connect(lambda: self.time_field.show_problem(""))
        self.zone.currentIndexChanged.connect(lambda _: self._clear())
        self.table.itemSelectionChanged.connect(self._enable)
        QShortcut(QKeySequence("F3"), self, self.field.setFocus)
        for keys, by in (("Ctrl+Up", 1), ("Ctrl+Down", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda by=by: self.time.step(by))

    def _enter(self) -> None:
        focused = self.focusWidget()
        if isinstance(focused, KeyButton):
            focused.click()
        elif focused is self.field:
            self.admit()
        else:
            self.field.setFocus()

    def _show_days(self) -> None:
        """Today and the days before, as days are counted now."""
        today = datetime.fromtimestamp(self._now_ms() / 1000).date()
        if today != self._today:
            self._today = today
            before = [today - timedelta(days=back) for back in range(2, _DAYS)]
            names = [locale().toString(QDate(day.year, day.month, day.day), "dddd") for day in before]
            self.day.clear()
            self.day.addItems([self.tr("aujourd’hui"), self.tr("hier"), *names])

    def _clear(self) -> None:
        self.field.clear()
        self._show_found("", ())

    def _time_problem(self, at_ms: int | None) -> str:
        if at_ms is None:
            return self.tr("Écrivez l’heure ainsi\u202f: 08:42.")
        return self.tr("Cette heure n’est pas encore passée.") if at_ms > self._now_ms() else ""

    def _on_text_edited(self, text: str) -> None:
        if len(text.strip()) < _FEWEST_LETTERS:
            self._show_found(text, ())
            return
        found = self._reception.find(text, _FOUND, self._zone())
        self._bridge.when_done(found, lambda people: self._show_found(text, people))

    def _zone(self) -> Zone:
        return self._zones[self.zone.currentIndex()]

    def _show_found(self, text: str, found: tuple[FoundPerson, ...]) -> None:
        if text != self.field.text():
            return  # of what was typed before
        self._found, self._found_for = found, text
        self.people.show_people(found)
        enough = len(text.strip()) >= _FEWEST_LETTERS
        if enough:
            self._tell("warn", "" if found else self.tr("◆ Aucun nom ne ressemble à cela."))

    def _note(self, result: ScanResult, person: FoundPerson) -> None:
        said = self.tr("entrée") if result.entry_id else wording.title(result)
        who = "\n".join(part for part in (person.name or "—", person.authority) if part)
        self.lines.insert(0, Line(result.at_ms, person.attendee_id, who, said, result.entry_id))
        self._show_lines()
        sign, tone = ("●", "ok") if result.entry_id else ("◆", "warn")
        self._tell(tone, labelled(f"{sign} {person.name}", said))

    def _fail(self, problem: ViError, person: FoundPerson) -> None:
        self._tell("bad", labelled(f"■ {person.name}", spoken(problem)))

    def _tell(self, tone: str, words: str) -> None:
        self.said.set_ink(LIGHT.tone(tone).ink)
        self.said.setText(words)

    def _show_lines(self, row: int = 0) -> None:
        self.table.show_rows([(clock_time(line.at_ms), line.who, line.said) for line in self.lines])
        self.table.setCurrentCell(row, 0)
        self._enable()
        counting = sum(bool(line.entry_id) for line in self.lines)
        self.count.setText(counted(counting, self.tr("%1 entrée saisie"), self.tr("%1 entrées saisies")))

    def _enable(self) -> None:
        row = self.table.currentRow()
        self.undo_button.setEnabled(0 <= row < len(self.lines) and bool(self.lines[row].entry_id))
