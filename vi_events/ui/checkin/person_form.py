"""The form of a person: someone added at the desk, someone who comes in another's place, a correction."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Literal

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from vi_events.checkin.views import FoundPerson, PersonCard
from vi_events.edition.attendee_words import split_name
from vi_events.edition.models import CATEGORIES, Authority, Zone
from vi_events.edition.text import clean, fold, free_id
from vi_events.ui.checkin.wording import category_label
from vi_events.ui.theme import BASE_PX, LEAD_PX, LIGHT, NOTE_PX
from vi_events.ui.widgets.form import Choice, FormDialog, FormField, Tick
from vi_events.ui.widgets.panel import Panel, Text

Mode = Literal["walk_in", "substitute", "correct"]
_WIDTH_PX = 760
_PAUSE_MS = 150
"""After the last key, before homonyms are looked for."""
_LIMITS = {"last_name": 80, "first_name": 80, "function": 200, "protocol_note": 500}
_AUTHORITY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Lookup:
    """Where the form looks: authorities that a text may mean, and people already registered by a name."""

    suggest: Callable[[str], Sequence[Authority]]
    similar: Callable[[str], Sequence[FoundPerson]]


class AuthorityField(FormField):
    """A line completed with the official list; what is not on the list stands as written, and the field says so."""

    def __init__(self, label: str, suggest: Callable[[str], Sequence[Authority]]) -> None:
        self.line = QLineEdit()
        super().__init__(label, self.line)
        self._suggest = suggest
        self._chosen: Authority | None = None
        self._initial = ""
        self.line.setMaxLength(200)
        self.line.setPlaceholderText(self.tr("Commune, intercommunalité, organisme…"))
        self._model = QStandardItemModel(self)
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated[QModelIndex].connect(self._on_completer_activated)  # type: ignore[index]
        self.line.setCompleter(completer)
        self.line.textEdited.connect(self._on_line_text_edited)

    def start_from(self, name: str) -> None:
        """Shows the authority that the person has now."""
        self._initial = name
        self.line.setText(name)

    def authority(self) -> Authority | None:
        """What was chosen or written; None when nothing was, or nothing changed."""
        text = clean(self.line.text())
        if not text or text == clean(self._initial):
            return None
        # The same id as an import gives to a name that is not on the list.
        return self._chosen or Authority(id=free_id(text), name=text)

    def is_emptied(self) -> bool:
        """Whether the authority was there and was taken away."""
        return bool(self._initial) and not clean(self.line.text())

    def _on_line_text_edited(self, text: str) -> None:
        found = list(self._suggest(text)) if len(text.strip()) > 1 else []
        self._model.clear()
        for authority in found:
            item = QStandardItem(_shown(authority))
            item.setData(authority, _AUTHORITY)
            self._model.appendRow(item)
        namesakes = [each for each in found if fold(each.name) == fold(text)]
        self._chosen = namesakes[0] if len(namesakes) == 1 else None
        self._say(len(namesakes))

    def _on_completer_activated(self, index: QModelIndex) -> None:
        # The completer writes the line's text after this signal: the choice is put right once it has.
        chosen = index.data(_AUTHORITY)
        QTimer.singleShot(0, self, lambda: self.choose(chosen))

    def choose(self, authority: Authority) -> None:
        """Takes an authority of the list."""
        self._chosen = authority
        self.line.setText(authority.name)
        self._say(1)

    def _say(self, namesakes: int) -> None:
        if self._chosen:
            self.show_hint(self.tr("Sur la liste officielle\u202f: %1").replace("%1", _shown(self._chosen)))
        elif namesakes > 1:
            self.show_hint(self.tr("Plusieurs portent ce nom\u202f: choisissez dans la liste avec la flèche bas."))
        elif clean(self.line.text()):
            self.show_hint(
                self.tr("Pas encore sur la liste officielle\u202f: le nom sera gardé tel que vous l’écrivez.")
            )
        else:
            self.show_hint("")


class PersonForm(FormDialog):
    """Asks who a person is. ``walk_in`` adds someone, ``substitute`` replaces ``person``, ``correct`` changes them."""

    def __init__(
        self,
        mode: Mode,
        lookup: Lookup,
        person: PersonCard | None = None,
        zones: Sequence[Zone] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(*self._titles(mode, person), parent)
        self._mode, self._lookup, self._person = mode, lookup, person
        self._lines = {name: QLineEdit() for name in _LIMITS}
        for name, line in self._lines.items():
            line.setMaxLength(_LIMITS[name])
        self.category = Choice()
        for category in CATEGORIES:
            self.category.addItem(category_label(category), category)
        self.authority_field = AuthorityField(self.tr("Collectivité ou organisme"), lookup.suggest)
        self.zone_boxes = {zone.id: Tick(zone.name.replace("&", "&&")) for zone in zones} if mode == "walk_in" else {}
        self.homonyms = Text(BASE_PX, ink=LIGHT.warn.ink, wrap=True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look_for_homonyms)
        if person and mode == "substitute":
            self.body.addWidget(self._replaced(person))
        self._build()
        self._fill()
        self.setMinimumWidth(_WIDTH_PX)
        self._lines["last_name"].setFocus()

    def prefill_name(self, text: str) -> None:
        """Starts from what was typed in the search."""
        first, last = split_name(clean(text))
        self._lines["first_name"].setText(first if last else "")
        self._lines["last_name"].setText(last or first)
        self._look_for_homonyms()

    def line(self, name: str) -> QLineEdit:
        """The line of ``last_name``, ``first_name``, ``function`` or ``protocol_note``."""
        return self._lines[name]

    def fields(self) -> dict[str, Any]:
        """What to record, by the names of ``edition.people``; for a correction, only what changed."""
        now: dict[str, Any] = {name: clean(line.text()) for name, line in self._lines.items()}
        now["category"] = self.category.currentData()
        if self._mode == "correct" and self._person:
            changed = {name: value for name, value in now.items() if value != clean(getattr(self._person, name))}
            return changed | ({"authority_id": ""} if self.authority_field.is_emptied() else {})
        said = {name: value for name, value in now.items() if value}
        chosen = [zone_id for zone_id, box in self.zone_boxes.items() if box.isChecked()]
        # No list of zones means every zone, those made later included.
        return said | ({"zones": chosen} if len(chosen) < len(self.zone_boxes) else {})

    def authority(self) -> Authority | None:
        """The authority chosen or written; None when there is none, when it did not change, or for a substitute."""
        return None if self._mode == "substitute" else self.authority_field.authority()

    def accept(self) -> None:
        """Closes when a name is there; otherwise says what is missing."""
        name = self._lines["last_name"]
        missing = not clean(name.text())
        self.name_field.show_problem(self.tr("Écrivez au moins le nom de famille.") if missing else "")
        boxes = self.zone_boxes.values()
        nowhere = bool(boxes) and not any(box.isChecked() for box in boxes)
        self.zones_problem.show_text(self.tr("■ Cochez au moins un contrôle.") if nowhere else "")
        if missing:
            name.setFocus()
        elif nowhere:
            next(iter(boxes)).setFocus()
        else:
            super().accept()

    def _titles(self, mode: Mode, person: PersonCard | None) -> tuple[str, str]:
        name = person.name if person and person.name else "—"
        return {
            "walk_in": (self.tr("Ajouter une personne"), self.tr("Ajouter et faire entrer")),
            "substitute": (self.tr("Remplacé·e par…"), self.tr("Remplacer et faire entrer")),
            "correct": (self.tr("Corriger la fiche de %1").replace("%1", name), self.tr("Enregistrer")),
        }[mode]

    def _replaced(self, person: PersonCard) -> QWidget:
        card = Panel()
        card.set_tone("info")
        who = Text(LEAD_PX, bold=True, wrap=True)
        who.setText(self.tr("À la place de %1").replace("%1", person.name))
        where = Text(BASE_PX, wrap=True)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(who)
        column.addWidget(where)
        where.show_text(", ".join(part for part in (person.function, person.authority, person.department) if part))
        return card

    def _build(self) -> None:
        labels = {
            "last_name": self.tr("Nom"),
            "first_name": self.tr("Prénom"),
            "function": self.tr("Fonction ou mandat"),
            "protocol_note": self.tr("Note protocolaire, lue à l’accueil"),
        }
        fields = {name: FormField(labels[name], line) for name, line in self._lines.items()}
        self.name_field = fields["last_name"]
        category = FormField(self.tr("Catégorie"), self.category)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.name_field, 0, 0, top)
        grid.addWidget(fields["first_name"], 0, 1, top)
        grid.addWidget(self.homonyms, 1, 0, 1, 2)
        grid.addWidget(fields["function"], 2, 0, top)
        grid.addWidget(category, 2, 1, top)
        order: list[QWidget] = [self._lines["last_name"], self._lines["first_name"], self._lines["function"]]
        order.append(self.category)
        if self._mode != "substitute":
            grid.addWidget(self.authority_field, 3, 0, 1, 2)
            order.append(self.authority_field.line)
        grid.addWidget(fields["protocol_note"], 4, 0, 1, 2)
        order.append(self._lines["protocol_note"])
        self.body.addLayout(grid)
        self._build_zones()
        self.body.addStretch(1)
        order += self.zone_boxes.values() if len(self.zone_boxes) > 1 else ()
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        for name in ("last_name", "first_name"):
            self._lines[name].textEdited.connect(self._on_name_text_edited)

    def _build_zones(self) -> None:
        self.zones_problem = Text(NOTE_PX, ink=LIGHT.bad.ink)
        self.zones_problem.hide()
        for box in self.zone_boxes.values():
            box.setChecked(True)
        if len(self.zone_boxes) < 2:
            return
        title = Text(NOTE_PX, bold=True)
        title.setText(self.tr("Attendu·e à"))
        row = QHBoxLayout()
        row.setSpacing(20)
        for box in self.zone_boxes.values():
            box.setAccessibleName(self.tr("Attendu·e à %1").replace("%1", box.text().replace("&&", "&")))
            row.addWidget(box)
        row.addStretch(1)
        self.body.addWidget(title)
        self.body.addLayout(row)
        self.body.addWidget(self.zones_problem)

    def _fill(self) -> None:
        self.homonyms.hide()
        self.category.setCurrentIndex(CATEGORIES.index("guest"))
        if not self._person:
            return
        self.category.setCurrentIndex(max(0, self.category.findData(self._person.category)))
        if self._mode == "correct":
            for name, line in self._lines.items():
                line.setText(getattr(self._person, name))
            self.authority_field.start_from(self._person.authority)

    def _on_name_text_edited(self) -> None:
        self.name_field.show_problem("")
        self._pause.start()

    def _look_for_homonyms(self) -> None:
        first, last = (clean(self._lines[name].text()) for name in ("first_name", "last_name"))
        name = f"{first} {last}".strip()
        own = self._person.attendee_id if self._person else ""
        found = self._lookup.similar(name) if first and last else ()
        alike = [each for each in found if fold(each.name) == fold(name) and each.attendee_id != own]
        said = " ; ".join(_described(each) for each in alike[:3]).replace(" ;", "\u202f;")
        warning = self.tr("◆ Une personne du même nom est déjà inscrite\u202f: %1.").replace("%1", said)
        self.homonyms.show_text(warning if alike else "")


def _shown(authority: Authority) -> str:
    where = authority.department_name or authority.department or authority.country
    return f"{authority.name} ({where})" if where and where != authority.name else authority.name


def _described(person: FoundPerson) -> str:
    facts = replace(person, department=f"({person.department})" if person.department else "")
    place = f"{facts.authority} {facts.department}".strip()
    return ", ".join(part for part in (facts.name, facts.function, place) if part)
