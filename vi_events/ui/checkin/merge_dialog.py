"""Choosing the record that stays, when two are the same person."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from vi_events.checkin.views import FoundPerson
from vi_events.ui.theme import BASE_PX, LEAD_PX, LIGHT
from vi_events.ui.widgets.panel import Text
from vi_events.ui.widgets.person_list import PersonList


class MergeDialog(QDialog):
    """Asks which record takes over: search, arrows, Enter."""

    person_chosen = Signal(str)

    def __init__(self, find: Callable[[str], Sequence[FoundPerson]], attendee_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Réunir deux fiches"))
        self._find, self._attendee_id = find, attendee_id
        about = Text(BASE_PX, ink=LIGHT.ink_2, wrap=True)
        about.show_text(self.tr("Cherchez la fiche qui reste\u202f: elle garde son nom et prend les deux billets."))
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Fiche qui reste"))
        self.field.setPlaceholderText(self.tr("Nom, commune, fonction…"))
        self.people = PersonList(numbered=False)
        self.nobody = Text(LEAD_PX, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        for widget in (about, self.field, self.nobody):
            column.addWidget(widget)
        column.addWidget(self.people, 1)
        self.field.textEdited.connect(self._on_text_edited)
        self.field.returnPressed.connect(lambda: self.people.choose(self.people.currentRow()))
        self.people.person_chosen.connect(self._on_person_chosen)
        self.resize(680, 460)

    def _on_text_edited(self, text: str) -> None:
        found = tuple(person for person in self._find(text) if person.attendee_id != self._attendee_id)
        self.people.show_people(found)
        self.nobody.show_text("" if found or not text.strip() else self.tr("Personne d’autre ne correspond."))

    def _on_person_chosen(self, attendee_id: str) -> None:
        self.person_chosen.emit(attendee_id)
        self.accept()
