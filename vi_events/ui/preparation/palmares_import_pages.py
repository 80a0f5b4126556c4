"""The parts of an import: where each column is read, and names to choose among homonyms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from vi_events.edition.importing import Correction
from vi_events.edition.models import Authority
from vi_events.edition.palmares_import import FREE_ANSWER
from vi_events.ui.language import spoken
from vi_events.ui.preparation.palmares_labels import column_label
from vi_events.ui.preparation.palmares_parts import scrolling
from vi_events.ui.preparation.words import authority_label, rows_label
from vi_events.ui.theme import BASE_PX, LEAD_PX, LIGHT, NOTE_PX
from vi_events.ui.widgets.form import Choice, PlainTable
from vi_events.ui.widgets.panel import Panel, Text, empty, plain_tip

_COMBO_PX = 290


class ColumnChoices(QWidget):
    """Emits ``column_chosen(field, header)``; the header is empty to give it back to the automatic choice."""

    column_chosen = Signal(str, str)

    def __init__(self, fields: Sequence[str]) -> None:
        super().__init__()
        self.combos = {name: self._combo(name) for name in fields}
        self.ignored = Text(NOTE_PX, ink=LIGHT.ink_2, wrap=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        half = (len(fields) + 1) // 2
        for number, (name, combo) in enumerate(self.combos.items()):
            side = 3 * (number // half)
            label = Text(BASE_PX)
            label.setText(column_label(name))
            label.setBuddy(combo)
            grid.addWidget(label, number % half, side)
            grid.addWidget(combo, number % half, side + 1)
        grid.setColumnStretch(2, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 12, 4, 4)
        column.addLayout(grid)
        column.addWidget(self.ignored)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))

    def show_columns(self, headers: Sequence[str], used: Mapping[str, str], ignored: Sequence[str]) -> None:
        """``used`` is field -> header it is read from; ``ignored`` are headers that nothing is read from."""
        for name, combo in self.combos.items():
            combo.clear()
            combo.addItem(self.tr("Choix automatique") if name in used else self.tr("— pas dans le fichier —"), "")
            for header in headers:
                combo.addItem(header, header)
            combo.setCurrentIndex(max(0, combo.findData(used.get(name, ""))))
            combo.setToolTip(plain_tip(combo.currentText()))
        said = self.tr("Colonnes qui ne servent pas\u202f: %1.").replace("%1", ", ".join(ignored))
        self.ignored.show_text(said if ignored else "")

    def _combo(self, name: str) -> Choice:
        combo = Choice()
        combo.setFixedWidth(_COMBO_PX)
        combo.setAccessibleName(self.tr("Colonne de\u202f: %1").replace("%1", column_label(name)))
        combo.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        combo.activated.connect(lambda _row: self.column_chosen.emit(name, combo.currentData()))
        return combo


@dataclass(frozen=True, slots=True)
class NameAsked:
    """A row whose authority somebody must say. Without ``candidates`` it is on no official list."""

    row: int
    text: str
    candidates: tuple[Authority, ...] = ()


class NamesPage(QWidget):
    """Emits ``answered(row, code)``; the code is empty when the row is left unanswered."""

    answered = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.combos: dict[int, Choice] = {}
        self._title = Text(LEAD_PX, bold=True, ink=LIGHT.warn.ink, wrap=True)
        self._holder = QVBoxLayout()
        self._understood = Text(LEAD_PX, bold=True, wrap=True)
        headers = (self.tr("Écrit"), self.tr("Compris comme"), self.tr("Lignes"), self.tr("Pourquoi"))
        self.corrections = PlainTable(headers, self.tr("Noms compris autrement qu’écrits"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(self._title)
        column.addLayout(self._holder, 1)
        column.addWidget(self._understood)
        column.addWidget(self.corrections, 1)

    def show_names(
        self, asked: Sequence[NameAsked], answers: Mapping[int, str], corrections: Sequence[Correction]
    ) -> None:
        """The names to choose, with the answers already given, and those understood otherwise than written."""
        self._title.show_text(self.tr("◆ Quelle collectivité est désignée\u202f?") if asked else "")
        self._show_asked(asked, answers)
        none = self.tr("Tous les noms sont ceux de la liste officielle.")
        said = self.tr("Noms compris autrement qu’écrits\u202f: vérifiez-les.")
        self._understood.show_text(said if corrections else none if not asked else "")
        self.corrections.setVisible(bool(corrections))
        self.corrections.show_rows(
            [
                (each.written, f"{each.official} ({each.code})", rows_label(each.rows), spoken(each.why))
                for each in corrections
            ]
        )

    def _show_asked(self, asked: Sequence[NameAsked], answers: Mapping[int, str]) -> None:
        focused = next((row for row, combo in self.combos.items() if combo.hasFocus()), 0)
        empty(self._holder)
        self.combos = {}
        if not asked:
            return
        panel = Panel()
        grid = QGridLayout(panel)
        grid.setContentsMargins(16, 10, 16, 10)
        grid.setHorizontalSpacing(16)
        for number, name in enumerate(asked):
            combo = self.combos[name.row] = self._combo(name, answers.get(name.row, ""))
            text = Text(BASE_PX, bold=bool(name.candidates), wrap=True)
            text.setText(name.text)
            rows = Text(NOTE_PX, ink=LIGHT.ink_2)
            rows.setText(rows_label((name.row,)))
            for place, widget in enumerate((text, rows, combo)):
                grid.addWidget(widget, number, place)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(len(asked), 1)
        self._holder.addWidget(scrolling(panel))
        if focused in self.combos:
            self.combos[focused].setFocus()

    def _combo(self, name: NameAsked, answer: str) -> Choice:
        combo = Choice()
        combo.setMinimumWidth(430)
        combo.setAccessibleName(self.tr("Collectivité de la ligne %1").replace("%1", str(name.row)))
        left = self.tr("À choisir…") if name.candidates else self.tr("Refusée\u202f: à corriger dans le fichier")
        combo.addItem(left, "")
        for candidate in name.candidates:
            combo.addItem(authority_label(candidate), candidate.id)
        combo.addItem(self.tr("Garder tel quel, hors de la liste officielle"), FREE_ANSWER)
        combo.setCurrentIndex(max(0, combo.findData(answer)))
        combo.activated.connect(lambda _row: self.answered.emit(name.row, combo.currentData()))
        return combo
