"""What the assembly panel asks: who holds a proxy, and how the assembly counts."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from vi_events.checkin.views import FoundPerson
from vi_events.edition.models import Zone
from vi_events.edition.text import clean
from vi_events.ui.theme import BASE_PX, LEAD_PX, LIGHT
from vi_events.ui.widgets.form import FormDialog, FormField
from vi_events.ui.widgets.panel import Text
from vi_events.ui.widgets.person_list import PersonList

_GIVE_PX = (760, 600)
_RULES_WIDTH_PX = 640
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
Answer = Callable[[tuple[FoundPerson, ...]], None]
Find = Callable[[str, Answer], None]
"""Looks for people by name, and answers with those who are in the room."""


class GiveProxyDialog(FormDialog):
    """Searches who represents an authority among the people in the room. Emits ``proxy_asked(holder id, giver)``; stays
    open until ``accept_given`` or ``refuse``.
    """

    proxy_asked = Signal(str, str)

    def __init__(self, authority: str, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Donner un pouvoir"), self.tr("Donner le pouvoir"), parent)
        self._find = find
        self._found: tuple[FoundPerson, ...] = ()
        where = Text(LEAD_PX, bold=True, wrap=True)
        where.setText(authority)
        about = Text(BASE_PX, ink=LIGHT.ink_2, wrap=True)
        about.setText(self.tr("sera représentée par une personne présente dans la salle\u202f:"))
        self.field, self.giver = QLineEdit(), QLineEdit()
        self.field.setPlaceholderText(self.tr("Nom, commune, fonction…"))
        self.field.setAccessibleName(self.tr("Qui représente"))
        self.giver.setMaxLength(120)
        self.people = PersonList(numbered=False)
        self.said = Text(BASE_PX, bold=True, ink=LIGHT.bad.ink, wrap=True)
        self.said.hide()
        for part in (where, about, self.field):
            self.body.addWidget(part)
        self.body.addWidget(self.people, 1)
        self.body.addWidget(FormField(self.tr("Signé par, facultatif"), self.giver))
        self.body.addWidget(self.said)
        self.field.textEdited.connect(self._on_text_edited)
        self.people.currentRowChanged.connect(lambda _: self._enable())
        self.people.person_chosen.connect(lambda _: self.accept())
        self.resize(*_GIVE_PX)
        self._enable()
        self.field.setFocus()

    def accept(self) -> None:
        """Asks for the proxy when somebody is chosen."""
        row = self.people.currentRow()
        if 0 <= row < len(self._found):
            self.accept_button.setEnabled(False)
            self.proxy_asked.emit(self._found[row].attendee_id, clean(self.giver.text(), 120))

    def accept_given(self) -> None:
        """The proxy is recorded."""
        super().accept()

    def refuse(self, sentence: str) -> None:
        """Says why it cannot be."""
        self.said.show_text(f"■ {sentence}")
        self._enable()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        step = _STEPS.get(Qt.Key(event.key()))
        if step and self.focusWidget() is self.field:
            self.people.step(step)
        else:
            super().keyPressEvent(event)

    def _on_text_edited(self, text: str) -> None:
        self._find(text, lambda found: self._show_found(text, found))

    def _show_found(self, text: str, found: tuple[FoundPerson, ...]) -> None:
        if text != self.field.text():
            return  # of what was typed before
        self._found = found
        self.people.show_people(found)
        nobody = self.tr("Personne, dans la salle, ne correspond\u202f: seul qui est entré peut représenter.")
        self.said.show_text(nobody if text.strip() and not found else "")
        self._enable()

    def _enable(self) -> None:
        self.accept_button.setEnabled(0 <= self.people.currentRow() < len(self._found))


class RulesDialog(FormDialog):
    """How many members, what quorum, how many proxies a person may hold. Emits ``rules_asked``; stays open until
    ``accept_set`` or ``refuse``.
    """

    rules_asked = Signal(object)

    def __init__(self, zone: Zone, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Règles de l’assemblée"), self.tr("Valider"), parent)
        self.members = QLineEdit("" if zone.members is None else str(zone.members))
        self.quorum = QLineEdit(zone.quorum)
        self.proxies = QLineEdit(str(zone.proxy_cap))
        self.members.setValidator(QIntValidator(1, 999_999, self))
        self.proxies.setValidator(QIntValidator(0, 999, self))
        self.quorum.setMaxLength(15)
        self.members_field = FormField(self.tr("Adhérents, facultatif"), self.members)
        self.quorum_field = FormField(self.tr("Quorum, facultatif"), self.quorum)
        proxies_field = FormField(self.tr("Pouvoirs par personne"), self.proxies)
        self.members_field.show_hint(self.tr("Combien de collectivités votent\u202f; sinon, celles de la liste."))
        self.quorum_field.show_hint(self.tr("Une part (1/2, 50\u202f%) ou un nombre d’adhérents."))
        proxies_field.show_hint(self.tr("Le plus qu’une personne puisse en porter."))
        name = Text(LEAD_PX, bold=True, wrap=True)
        name.setText(zone.name)
        row = QHBoxLayout()
        row.setSpacing(16)
        for field in (self.members_field, self.quorum_field, proxies_field):
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(name)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.quorum.textEdited.connect(lambda: self.quorum_field.show_problem(""))
        self.setMinimumWidth(_RULES_WIDTH_PX)
        self.members.setFocus()

    def rules(self) -> dict[str, Any]:
        """The rules asked for."""
        return {
            "assembly": True,
            "members": int(self.members.text()) if self.members.hasAcceptableInput() else None,
            "quorum": clean(self.quorum.text()),
            "proxy_cap": int(self.proxies.text()) if self.proxies.hasAcceptableInput() else 1,
        }

    def accept(self) -> None:
        """Asks for these rules."""
        self.rules_asked.emit(self.rules())

    def accept_set(self) -> None:
        """They are recorded."""
        super().accept()

    def refuse(self, sentence: str) -> None:
        """Says what makes no sense."""
        self.quorum_field.show_problem(sentence)
        self.quorum.setFocus()


def in_room(found: Sequence[FoundPerson]) -> tuple[FoundPerson, ...]:
    """Those who are in."""
    return tuple(person for person in found if person.present)
