"""The sections of the running order: their titles and who presents them."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from vi_events.edition.rundown import Rundown, Section, new_id
from vi_events.edition.rundown_editing import add_section, change_section, remove_section
from vi_events.errors import ViError
from vi_events.ui.preparation.palmares_parts import Notice, VerbButton, scrolling
from vi_events.ui.preparation.words import counted
from vi_events.ui.theme import BASE_PX, LIGHT, NOTE_PX
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.form import FormDialog, small_button
from vi_events.ui.widgets.panel import Text

_SIZE_PX = (860, 560)


class SectionsDialog(FormDialog):
    """Edits the sections of a running order. ``apply`` takes them, or raises ViError, which is shown."""

    def __init__(
        self, rundown: Rundown, apply: Callable[[tuple[Section, ...]], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Sections"), self.tr("Valider"), parent)
        self._apply = apply
        self._used = [stop.section for stop in rundown.stops]
        self.lines: dict[str, tuple[QLineEdit, QLineEdit]] = {}
        """By id of section: its title and its presenters."""
        self._removals: dict[str, tuple[QWidget, KeyButton]] = {}
        self.notice = Notice()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        for section in rundown.sections:
            self._add(section)
        self._arrange()
        self.resize(*_SIZE_PX)
        next((title for title, _ in self.lines.values()), self.accept_button).setFocus()

    def sections(self) -> tuple[Section, ...]:
        """The sections as typed."""
        return tuple(Section(id_, title.text(), who.text()) for id_, (title, who) in self.lines.items())

    def add(self) -> None:
        """One section more, to be named."""
        id_ = new_id()
        self._add(Section(id_, ""))
        self.lines[id_][0].setFocus()

    def accept(self) -> None:
        wanted = self.sections()

        try:
            self._apply(wanted)
        except ViError as problem:
            self.notice.show_problem(problem)
        else:
            super().accept()

    def _add(self, section: Section) -> None:
        row = self._grid.rowCount()
        title, who = QLineEdit(section.title), QLineEdit(section.presenters)
        title.setAccessibleName(self.tr("Titre de la section"))
        who.setAccessibleName(self.tr("Présentée par"))
        who.setPlaceholderText(self.tr("remis par la présidente du jury"))
        count = Text(NOTE_PX, ink=LIGHT.ink_2)
        count.setText(counted(self._used.count(section.id), self.tr("%1 étape"), self.tr("%1 étapes")))
        remove = small_button(self.tr("Retirer"), self.tr("Retirer la section %1").replace("%1", section.title))
        remove.clicked.connect(lambda: self._remove(section.id))
        for place, widget in enumerate((title, who, count, remove)):
            self._grid.addWidget(widget, row, place)
        self.lines[section.id] = (title, who)
        self._removals[section.id] = (count, remove)

    def _remove(self, section_id: str) -> None:
        for widget in (*self.lines.pop(section_id), *self._removals.pop(section_id)):
            self._grid.removeWidget(widget)
            widget.deleteLater()

    def _arrange(self) -> None:
        for place, words in enumerate((self.tr("Titre affiché"), self.tr("Présentée par"))):
            heading = Text(NOTE_PX, bold=True)
            heading.setText(words)
            self._grid.addWidget(heading, 0, place)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        said = Text(BASE_PX, ink=LIGHT.ink_2, wrap=True)
        said.setText(
            self.tr("Chaque section s’ouvre par une carte à l’écran. Ses étapes la quittent si vous la retirez.")
        )
        inside = QWidget()
        rows = QHBoxLayout(inside)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.addLayout(self._grid)
        add = VerbButton(self.tr("Ajouter une section"), "Ctrl+N", "Ctrl+N")
        add.clicked.connect(self.add)
        foot = QHBoxLayout()
        foot.addWidget(add)
        foot.addStretch(1)
        self.body.addWidget(said)
        self.body.addWidget(scrolling(inside), 1)
        self.body.addLayout(foot)
        self.body.addWidget(self.notice)


def with_sections(rundown: Rundown, wanted: tuple[Section, ...], locked: frozenset[str]) -> Rundown:
    """The running order with these sections, in their order. UserError of the verbs of ``rundown_editing``."""
    kept = {section.id for section in wanted}
    for section in rundown.sections:
        if section.id not in kept:
            rundown = remove_section(rundown, section.id, locked)
    for section in wanted:
        known = rundown.section(section.id)
        if known is None:
            rundown = add_section(rundown, section)
        elif known != section:
            rundown = change_section(rundown, section, locked)
    order = {section.id: rank for rank, section in enumerate(wanted)}
    return replace(rundown, sections=tuple(sorted(rundown.sections, key=lambda each: order[each.id])))
