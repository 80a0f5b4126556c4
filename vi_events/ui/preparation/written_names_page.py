"""Names of authorities in a file: those to choose among homonyms, and those understood otherwise than written."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from vi_events.edition.importing import Question
from vi_events.ui.language import spoken
from vi_events.ui.preparation.import_flow import ImportFlow
from vi_events.ui.preparation.words import authority_label, counted, rows_label
from vi_events.ui.theme import BASE_PX, LEAD_PX, LIGHT, NOTE_PX
from vi_events.ui.widgets.form import Choice, PlainTable
from vi_events.ui.widgets.panel import Panel, Text


class WrittenNamesPage(QWidget):
    """Emits ``answered(written, code)``; the code is empty to keep the name as written."""

    answered = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.combos: dict[str, Choice] = {}
        self._asked_title = Text(LEAD_PX, bold=True, ink=LIGHT.warn.ink, wrap=True)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._corrected_title = Text(LEAD_PX, bold=True, wrap=True)
        headers = (self.tr("Écrit"), self.tr("Compris comme"), self.tr("Lignes"), self.tr("Pourquoi"))
        self.corrections = PlainTable(headers, self.tr("Noms compris autrement qu’écrits"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._asked_title)
        column.addWidget(self._area, 1)
        column.addWidget(self._corrected_title)
        column.addWidget(self.corrections, 1)

    def show_flow(self, flow: ImportFlow) -> None:
        """Shows the questions of the file, with the answers already given, and the corrections."""
        assert flow.reading is not None
        assert flow.reading.prepared is not None
        questions, corrections = list(flow.asked.values()), flow.reading.prepared.corrections
        asked = counted(
            len(questions),
            self.tr("◆ %1 nom désigne plusieurs collectivités\u202f: laquelle\u202f?"),
            self.tr("◆ %1 noms désignent plusieurs collectivités\u202f: lesquelles\u202f?"),
        )
        self._asked_title.show_text(asked if questions else "")
        self._area.setVisible(bool(questions))
        self._show_questions(flow, questions)
        understood = counted(
            len(corrections),
            self.tr("%1 nom compris autrement qu’écrit"),
            self.tr("%1 noms compris autrement qu’écrits"),
        )
        self._corrected_title.show_text(understood if corrections else "")
        self.corrections.setVisible(bool(corrections))
        self.corrections.show_rows(
            [
                (each.written, f"{each.official} ({each.code})", rows_label(each.rows), spoken(each.why))
                for each in corrections
            ]
        )

    def _show_questions(self, flow: ImportFlow, questions: list[Question]) -> None:
        self.combos = {}
        panel = Panel()
        grid = QGridLayout(panel)
        grid.setContentsMargins(16, 10, 16, 10)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for number, question in enumerate(questions):
            name, rows = Text(BASE_PX, bold=True, wrap=True), Text(NOTE_PX, ink=LIGHT.ink_2)
            name.setText(question.written)
            rows.setText(rows_label(question.rows))
            combo = self._combo(question, flow.answered(question.written))
            name.setBuddy(combo)
            for place, widget in enumerate((name, rows, combo)):
                grid.addWidget(widget, number, place)
            self.combos[question.written] = combo
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(len(questions), 1)
        self._area.setWidget(panel)

    def _combo(self, question: Question, answer: str) -> Choice:
        combo = Choice()
        combo.setMinimumWidth(440)
        name = self.tr("Collectivité désignée par «\u00a0%1\u00a0»").replace("%1", question.written)
        combo.setAccessibleName(name)
        combo.addItem(self.tr("Garder tel quel, sans code officiel"), "")
        for candidate in question.candidates:
            combo.addItem(authority_label(candidate), candidate.id)
        combo.setCurrentIndex(max(0, combo.findData(answer)))
        combo.activated.connect(lambda _row: self.answered.emit(question.written, combo.currentData()))
        return combo
