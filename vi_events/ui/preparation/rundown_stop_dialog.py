"""One stop to insert or to correct; and what several stops share."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from vi_events.edition.rundown import Section, Stop, new_id
from vi_events.edition.timing import clock_duration, duration_of
from vi_events.errors import ViError
from vi_events.ui.preparation.palmares_labels import FREE_KINDS, stop_kind_label
from vi_events.ui.preparation.palmares_parts import Lines, Notice
from vi_events.ui.widgets.form import FormDialog, FormField, combo

_WIDTH_PX, _PEOPLE_PX, _NOTE_PX = 620, 92, 64
_USUAL = {"speech": 300, "debate": 2700, "signature": 300, "video": 120, "pause": 900}
"""Seconds proposed for each kind."""


class StopDialog(FormDialog):
    """The fields of one stop. Without ``known`` it is a new one of no award."""

    def __init__(self, sections: tuple[Section, ...], known: Stop | None = None, parent: QWidget | None = None) -> None:
        title = self.tr("Modifier une étape") if known else self.tr("Insérer une étape")
        super().__init__(title, self.tr("Valider"), parent)
        self._known = known or Stop(new_id(), "speech", _USUAL["speech"])
        kinds = FREE_KINDS if self._known.kind in FREE_KINDS else (self._known.kind,)
        self.kind = combo([(stop_kind_label(kind), kind) for kind in kinds], self._known.kind)
        self.title = QLineEdit(self._known.title)
        self.lasts = QLineEdit(clock_duration(self._known.planned_s))
        self.section = combo(_section_choices(sections, self.tr("Aucune section")), self._known.section)
        self.people = Lines(self.tr("Personnes"), _PEOPLE_PX)
        self.people.setPlainText("\n".join(self._known.people))
        self.note = Lines(self.tr("Note, pour la scène seulement"), _NOTE_PX)
        self.note.setPlainText(self._known.note)
        self.notice = Notice()
        self._arrange(new=known is None)

    def stop(self) -> Stop | None:
        """The stop as typed; None while its duration cannot be read, which is said."""
        seconds = duration_of(self.lasts.text())
        self.lasts_field.show_problem(
            self.tr("Écrivez 2:30, 40 s, 5 min ou 1:30:00.") if seconds is None else "",
        )
        if seconds is None:
            self.lasts.setFocus()
            return None
        return replace(
            self._known,
            kind=str(self.kind.currentData()),
            planned_s=seconds,
            title=self.title.text(),
            section=str(self.section.currentData()),
            people=self.people.lines(),
            note=" ".join(self.note.lines()),
        )

    def accept(self) -> None:
        if self.stop() is not None:
            super().accept()

    def show_problem(self, problem: ViError) -> None:
        """Why this stop cannot stand."""
        self.notice.show_problem(problem)

    def _propose(self) -> None:
        self.lasts.setText(clock_duration(_USUAL[str(self.kind.currentData())]))

    def _arrange(self, *, new: bool) -> None:
        self.lasts_field = FormField(self.tr("Durée"), self.lasts)
        row = QHBoxLayout()
        row.setSpacing(14)
        for field in (FormField(self.tr("Type"), self.kind), self.lasts_field):
            row.addWidget(field, 1)
        people = FormField(self.tr("Personnes, une par ligne"), self.people)
        people.show_hint(self.tr("Prénom Nom, fonction"))
        self.body.addLayout(row)
        if self._known.kind not in ("award",):
            self.body.addWidget(FormField(self.tr("Titre affiché"), self.title))
        self.body.addWidget(FormField(self.tr("Section"), self.section))
        self.body.addWidget(people)
        self.body.addWidget(FormField(self.tr("Note, pour la scène seulement"), self.note))
        self.body.addWidget(self.notice)
        self.setMinimumWidth(_WIDTH_PX)
        if new:
            self.kind.currentIndexChanged.connect(lambda _: self._propose())
        (self.kind if new else self.lasts).setFocus()


class SeveralDialog(FormDialog):
    """A duration or a section for several stops at once; what is left alone stays as it is."""

    def __init__(self, sections: tuple[Section, ...], count: int, parent: QWidget | None = None) -> None:
        title = self.tr("Modifier %1 étapes").replace("%1", str(count))
        super().__init__(title, self.tr("Valider"), parent)
        self.lasts = QLineEdit()
        self.lasts.setPlaceholderText(self.tr("inchangée"))
        self.lasts_field = FormField(self.tr("Durée de chacune"), self.lasts)
        same: list[tuple[str, str | int]] = [(self.tr("inchangée"), "=")]
        self.section = combo(same + _section_choices(sections, self.tr("Aucune section")), "=")
        self.body.addWidget(self.lasts_field)
        self.body.addWidget(FormField(self.tr("Section"), self.section))
        self.setMinimumWidth(_WIDTH_PX)
        self.lasts.setFocus()

    def seconds(self) -> int | None:
        """The duration of each; None to leave them."""
        return duration_of(self.lasts.text())

    def section_id(self) -> str | None:
        """The section of all, empty for none; None to leave them."""
        chosen = str(self.section.currentData())
        return None if chosen == "=" else chosen

    def accept(self) -> None:
        wrong = bool(self.lasts.text().strip()) and self.seconds() is None
        self.lasts_field.show_problem(self.tr("Écrivez 2:30, 40 s, 5 min ou 1:30:00.") if wrong else "")
        if not wrong:
            super().accept()


def _section_choices(sections: tuple[Section, ...], none: str) -> list[tuple[str, str | int]]:
    return [(none, ""), *((section.title, section.id) for section in sections)]
