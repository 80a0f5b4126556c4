"""Correcting one award by hand."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vi_events.edition import grammar
from vi_events.edition.palmares import Award, Mention
from vi_events.edition.palmares_words import parts_of
from vi_events.edition.text import clean
from vi_events.errors import ViError
from vi_events.ui.preparation.palmares_labels import kind_choices, level_choices
from vi_events.ui.preparation.palmares_parts import Lines, Notice, VerbButton, scrolling
from vi_events.ui.theme import BASE_PX, LIGHT, NOTE_PX
from vi_events.ui.widgets.form import FormDialog, FormField, Tick, combo
from vi_events.ui.widgets.panel import Panel, Text

_NOTE_PX, _MENTIONS_PX, _WIDTH_PX = 132, 132, 960
_LONGEST = 200


class AwardDialog(FormDialog):
    """Emits ``award_edited`` on « Enregistrer »; whoever saves it then calls ``was_saved`` or says why not."""

    award_edited = Signal(object, str)
    """The Award as it should be, and the name of a mention to make."""
    removal_requested = Signal(str)
    """Id of the authority that leaves the palmarès."""

    def __init__(self, award: Award, mentions: tuple[Mention, ...], parent: QWidget | None = None) -> None:
        # The window's title is read in the task bar: the name stands inside only.
        super().__init__(self.tr("Un label"), self.tr("Enregistrer"), parent)
        self._award = award
        self.notice = Notice()
        none: list[tuple[str, str | int]] = [(self.tr("aucun ou inconnu"), 0)]
        self.level = combo(level_choices(), award.level)
        self.previous = combo(none + level_choices(), award.previous or 0)
        self.kind = combo(kind_choices(), award.authority.kind)
        self.first = Tick(self.tr("Première participation"))
        self.first.setChecked(award.first_participation)
        self.ticks = {mention.id: Tick(mention.name.replace("&", "&&")) for mention in mentions}
        for id_, tick in self.ticks.items():
            tick.setChecked(id_ in award.mentions)
        self.new_mention = QLineEdit()
        self.distinctions = QLineEdit(" ; ".join(award.distinctions))
        self.representative, self.short_form = QLineEdit(award.representative), QLineEdit(award.short_form)
        self.pronunciation = QLineEdit(award.pronunciation)
        self.note = Lines(self.tr("Note"), _NOTE_PX)
        self.note.setPlainText(award.note)
        self.remove_button = VerbButton(self.tr("Retirer du palmarès…"))
        self.remove_button.clicked.connect(lambda: self.removal_requested.emit(award.authority.id))
        self._arrange()
        self.setMinimumWidth(_WIDTH_PX)
        self.level.setFocus()

    def edited(self) -> Award:
        """The award as typed."""
        kept = tuple(id_ for id_ in self._award.mentions if id_ not in self.ticks)
        return replace(
            self._award,
            authority=replace(self._award.authority, kind=str(self.kind.currentData())),
            level=int(self.level.currentData()),
            previous=int(self.previous.currentData()) or None,
            first_participation=self.first.isChecked(),
            mentions=kept + tuple(id_ for id_, tick in self.ticks.items() if tick.isChecked()),
            distinctions=parts_of(self.distinctions.text()),
            representative=clean(self.representative.text(), _LONGEST),
            note=clean(self.note.toPlainText()),
            short_form=clean(self.short_form.text(), _LONGEST),
            pronunciation=clean(self.pronunciation.text(), _LONGEST),
        )

    def accept(self) -> None:
        """Asks for the award to be saved; nothing changed closes at once."""
        new_mention = clean(self.new_mention.text())
        if self.edited() == self._award and not new_mention:
            super().accept()
        else:
            self.accept_button.setEnabled(False)
            self.award_edited.emit(self.edited(), new_mention)

    def was_saved(self) -> None:
        """The award is on the disk."""
        super().accept()

    def show_problem(self, problem: ViError) -> None:
        """Why it was not saved; what was typed stays."""
        self.accept_button.setEnabled(True)
        self.notice.show_problem(problem)

    def _arrange(self) -> None:
        authority = self._award.authority
        name, place = Text(BASE_PX, bold=True, wrap=True), Text(NOTE_PX, ink=LIGHT.ink_2)
        name.setText(grammar.printed(authority.name))
        place.setText(" · ".join(part for part in (authority.department_name, authority.country, authority.id) if part))
        self.body.addWidget(name)
        self.body.addWidget(place)
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(10)
        short = FormField(self.tr("Forme courte"), self.short_form)
        short.show_hint(self.tr("Affichée seulement là où le nom entier ne tient pas."))
        said = FormField(self.tr("Prononciation"), self.pronunciation)
        said.show_hint(self.tr("Lue par la présentatrice ou le présentateur, entre crochets."))
        listed = FormField(self.tr("Distinctions"), self.distinctions)
        listed.show_hint(self.tr("Séparées par un point-virgule."))
        fields: tuple[tuple[QWidget, int, int], ...] = (
            (FormField(self.tr("Arobases"), self.level), 0, 0),
            (FormField(self.tr("Arobases précédentes"), self.previous), 0, 1),
            (FormField(self.tr("Type"), self.kind), 0, 2),
            (FormField(self.tr("Qui reçoit le label"), self.representative), 1, 0),
            (short, 1, 1),
            (said, 1, 2),
            (listed, 2, 0),
            (self._mentions(), 2, 1),
            (FormField(self.tr("Note, pour la scène seulement"), self.note), 2, 2),
        )
        for widget, row, column in fields:
            grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.first)
        foot = QHBoxLayout()
        foot.addWidget(self.remove_button)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.body.addWidget(self.notice)

    def _mentions(self) -> QWidget:
        self.new_mention.setPlaceholderText(self.tr("Nouvelle mention"))
        self.new_mention.setAccessibleName(self.tr("Nouvelle mention"))
        title = Text(NOTE_PX, bold=True)
        title.setText(self.tr("Mentions"))
        inside = Panel()
        ticks = QVBoxLayout(inside)
        ticks.setContentsMargins(10, 6, 10, 6)
        for tick in self.ticks.values():
            ticks.addWidget(tick)
        ticks.addStretch(1)
        area = scrolling(inside)
        area.setFixedHeight(_MENTIONS_PX)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(title)
        if self.ticks:
            column.addWidget(area)
        column.addWidget(self.new_mention)
        column.addStretch(1)
        return holder
