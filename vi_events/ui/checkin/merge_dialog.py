"""Two records that are one person: which one goes, which one stays."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vi_events.checkin.views import FoundPerson, PersonCard
from vi_events.ui.checkin import wording
from vi_events.ui.checkin.reception_window import ReceptionWindow
from vi_events.ui.theme import BASE_PX, HALO_PX, LEAD_PX, LIGHT, NOTE_PX, TITLE_PX
from vi_events.ui.widgets.buttons import HoldButton, KeyButton
from vi_events.ui.widgets.panel import Panel, Text
from vi_events.ui.widgets.person_list import PersonList

_SIZE_PX = (860, 600)
_HOLD_S = 1.0
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RecordPanel(Panel):
    """One record: what tells it from the other."""

    def __init__(self, title: str, tone: str) -> None:
        super().__init__()
        self.set_tone(tone)
        head = Text(NOTE_PX, bold=True, ink=LIGHT.tone(tone).ink)
        head.setText(title)
        self._name = Text(LEAD_PX, bold=True, wrap=True)
        self._lines = [Text(BASE_PX, wrap=True) for _ in range(3)]
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        for line in (head, self._name, *self._lines):
            column.addWidget(line)
        column.addStretch(1)

    def show_record(self, person: FoundPerson | PersonCard | None, otherwise: str = "") -> None:
        """Shows a record, or what to do to have one."""
        self._name.show_text((person.name or "—") if person else otherwise)
        said = ("", "", "")
        if person:
            place = f"{person.authority} ({person.department})" if person.department else person.authority
            presence = self.tr("Présent·e") if person.present else self.tr("Pas encore entré·e")
            said = (person.function, place, presence)
        for line, words in zip(self._lines, said, strict=True):
            line.show_text(words)

    def words(self) -> str:
        """All that is shown of the record."""
        return "\n".join(line.text() for line in (self._name, *self._lines) if line.text())


class MergeDialog(QDialog):
    """Shows the record that goes beside the one that stays, which is searched, chosen with the arrows, then held."""

    person_chosen = Signal(str)

    def __init__(self, find: Callable[[str], Sequence[FoundPerson]], person: PersonCard, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Réunir deux fiches"))
        self._find, self._person = find, person
        self._found: tuple[FoundPerson, ...] = ()
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Fiche qui reste"))
        self.field.setPlaceholderText(self.tr("Nom, commune, fonction…"))
        self.people = PersonList(numbered=False)
        self.nobody = Text(LEAD_PX, wrap=True)
        self.nobody.hide()
        self.gone = RecordPanel(self.tr("Fiche qui disparaît"), "bad")
        self.kept = RecordPanel(self.tr("Fiche qui reste"), "ok")
        self.merge_button = HoldButton(self.tr("Réunir"), seconds=_HOLD_S)
        self._build()
        self.field.textEdited.connect(self._on_text_edited)
        self.people.currentRowChanged.connect(self._on_row_changed)
        self.people.person_chosen.connect(lambda _: self.merge_button.setFocus())
        self.merge_button.held.connect(self._on_held)
        self.gone.show_record(person)
        self._on_row_changed(-1)
        self.resize(*_SIZE_PX)
        self.field.setFocus()

    def look_for(self, name: str) -> None:
        """Begins with a search, as if the name had been typed."""
        self.field.setText(name)
        self._on_text_edited(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        focused = self.focusWidget()
        step = _STEPS.get(Qt.Key(event.key()))
        if step and focused is self.field:
            self.people.step(step)
        elif event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif isinstance(focused, KeyButton) and not event.isAutoRepeat():
            focused.click()
        elif self.merge_button.isEnabled() and not event.isAutoRepeat():
            self.merge_button.setFocus()

    def _build(self) -> None:
        title = Text(TITLE_PX, bold=True)
        title.setText(self.windowTitle())
        about = Text(BASE_PX, ink=LIGHT.ink_2, wrap=True)
        about.setText(self.tr("Cherchez la fiche qui reste\u202f: elle garde son nom et prend les deux billets."))
        records = QHBoxLayout()
        records.setSpacing(16)
        records.addWidget(self.gone, 1)
        records.addWidget(self.kept, 1)
        cancel = KeyButton(self.tr("Annuler"), self.tr("Échap"))
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(-HALO_PX, 0, -HALO_PX, 0)
        foot.addWidget(cancel)
        foot.addStretch(1)
        foot.addWidget(self.merge_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for widget in (title, about, self.field, self.nobody):
            column.addWidget(widget)
        column.addWidget(self.people, 1)
        column.addLayout(records)
        column.addLayout(foot)

    def _on_text_edited(self, text: str) -> None:
        self._found = tuple(each for each in self._find(text) if each.attendee_id != self._person.attendee_id)
        self.people.show_people(self._found)
        # Nobody is chosen in silence: the arrows choose.
        self.people.setCurrentRow(-1)
        self.nobody.show_text("" if self._found or not text.strip() else self.tr("Personne d’autre ne correspond."))

    def _on_row_changed(self, row: int) -> None:
        chosen = self._found[row] if 0 <= row < len(self._found) else None
        self.kept.show_record(chosen, self.tr("Choisissez-la avec les flèches."))
        self.merge_button.setEnabled(chosen is not None)

    def _on_held(self) -> None:
        row = self.people.currentRow()
        if 0 <= row < len(self._found):
            self.person_chosen.emit(self._found[row].attendee_id)
            self.accept()


def open_merge(
    window: ReceptionWindow, person: PersonCard, find: Callable[[str], Sequence[FoundPerson]], details: QDialog
) -> None:
    """Ctrl+R: asks which record stays, and makes one of the two; F8 parts them again."""
    opened = window.opened
    if opened is None:
        return
    dialog = MergeDialog(find, person, details)

    def merged(result: tuple[PersonCard, tuple[tuple[str, str], ...]]) -> None:
        card, entries = result
        said = QCoreApplication.translate("MergeDialog", "Fiches réunies.")
        window.show_person(card, said, wording.Done(entries, "merge"))

    def chosen(into: str) -> None:
        window.bridge.when_done(opened.reception.merge(person.attendee_id, into), merged)
        details.close()

    dialog.person_chosen.connect(chosen)
    dialog.open()
