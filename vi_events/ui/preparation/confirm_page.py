"""What the import would do, what it refuses, and the choice of all or nothing."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from vi_events.edition.importing import Outcome
from vi_events.edition.platforms import Refusal
from vi_events.edition.text import neutral_cell
from vi_events.files import write_whole
from vi_events.ui.language import is_many, spoken
from vi_events.ui.preparation.import_flow import ImportFlow
from vi_events.ui.preparation.words import counted, field_label
from vi_events.ui.theme import LEAD_PX, LIGHT, NOTE_PX, TITLE_PX
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.form import PlainTable
from vi_events.ui.widgets.panel import Panel, Text


class Figures(QWidget):
    """Added, updated, unchanged, refused: four figures with their words."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._figures = [(Text(TITLE_PX, bold=True), Text(NOTE_PX, ink=LIGHT.ink_2)) for _ in range(4)]
        for figure, label in self._figures:
            panel = Panel()
            inside = QVBoxLayout(panel)
            inside.setContentsMargins(16, 10, 16, 10)
            inside.addWidget(figure)
            inside.addWidget(label)
            self._row.addWidget(panel, 1)

    def show_outcome(self, outcome: Outcome, refused: int) -> None:
        """Shows an outcome; ``refused`` counts rows."""
        words = (
            (outcome.added, self.tr("personne ajoutée"), self.tr("personnes ajoutées")),
            (outcome.updated, self.tr("personne mise à jour"), self.tr("personnes mises à jour")),
            (outcome.unchanged, self.tr("personne inchangée"), self.tr("personnes inchangées")),
            (refused, self.tr("ligne refusée"), self.tr("lignes refusées")),
        )
        for (figure, label), (number, one, many) in zip(self._figures, words, strict=True):
            figure.setText(counted(number, "%1", "%1"))
            label.setText(many if is_many(number) else one)
        refused_figure = self._figures[3][0]
        refused_figure.set_ink(LIGHT.bad.ink if refused else LIGHT.ink)

    def texts(self) -> tuple[str, ...]:
        return tuple(f"{figure.text()} {label.text()}" for figure, label in self._figures)


class ConfirmPage(QWidget):
    """The last look before writing. ``partial_chosen`` says whether the refused rows are set aside."""

    partial_chosen = Signal(bool)
    save_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = Text(LEAD_PX, bold=True, wrap=True)
        self.figures = Figures()
        self.nothing, self.others = QRadioButton(), QRadioButton()
        self.nothing.setText(self.tr("Tout ou rien\u202f: je corrige d’abord le fichier, rien n’est importé"))
        self.others.toggled.connect(self.partial_chosen)
        headers = (self.tr("Ligne"), self.tr("Colonne"), self.tr("Pourquoi"))
        self.refused = PlainTable(headers, self.tr("Lignes refusées et remarques"))
        self._refused_title = Text(LEAD_PX, bold=True, ink=LIGHT.bad.ink)
        self.save = KeyButton(self.tr("Enregistrer la liste…"), "Ctrl+S")
        self.save.bind("Ctrl+S")
        self.save.clicked.connect(self.save_requested)
        self.saved = Text(NOTE_PX, ink=LIGHT.ink_2, wrap=True)
        self._list = QWidget()
        self._build()

    def show_flow(self, flow: ImportFlow) -> None:
        """Shows what would happen."""
        assert flow.reading is not None
        assert flow.reading.prepared is not None
        assert flow.reading.preview is not None
        preview, refused, warnings = flow.reading.preview, flow.refused, flow.reading.prepared.warnings
        rows = len({refusal.row for refusal in refused})
        self.figures.show_outcome(preview, rows)
        self._title.setText(self.tr("Voici ce que l’import fera. Rien n’est encore écrit."))
        sound = preview.added + preview.updated
        label = counted(sound, self.tr("Importer l’autre (%1 personne)"), self.tr("Importer les autres (%1 personnes)"))
        self.others.setText(label if sound else self.tr("Importer les autres\u202f: elles sont déjà à jour"))
        self.others.setEnabled(sound > 0)
        (self.others if flow.partial else self.nothing).setChecked(True)
        for button in (self.nothing, self.others):
            button.setVisible(bool(refused))
        alike = preview.similar
        remarks = len(warnings) + len(alike)
        self._refused_title.setText(self._heading(rows, remarks))
        self._refused_title.set_ink(LIGHT.bad.ink if refused else LIGHT.warn.ink)
        self._list.setVisible(bool(refused or remarks))
        self.saved.show_text("")
        remark = self.tr("Remarque\u202f: ")
        same = self.tr("%1 ressemble à une personne déjà inscrite. Si c’est la même, réunissez leurs fiches ensuite.")
        self.refused.show_rows(
            [(str(each.row), shown_column(each), spoken(each.reason)) for each in refused]
            + [(str(each.row), shown_column(each), remark + spoken(each.reason)) for each in warnings]
            + [(str(each.row), "—", remark + same.replace("%1", each.name)) for each in alike]
        )

    def _heading(self, refused: int, warnings: int) -> str:
        remarks = counted(warnings, self.tr("%1 remarque"), self.tr("%1 remarques"))
        if not refused:
            return f"◆ {remarks}"
        said = "■ " + counted(refused, self.tr("%1 ligne refusée"), self.tr("%1 lignes refusées"))
        return f"{said}, {remarks}" if warnings else said

    def _build(self) -> None:
        inside = QVBoxLayout(self._list)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._refused_title, 1)
        head.addWidget(self.save)
        inside.addLayout(head)
        inside.addWidget(self.saved)
        inside.addWidget(self.refused, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self._title, self.figures, self.nothing, self.others):
            column.addWidget(widget)
        column.addWidget(self._list, 1)
        column.addStretch()


def shown_column(refusal: Refusal) -> str:
    """The column as the file names it; the French name of a field when the refusal gives a field."""
    return field_label(refusal.column) if refusal.column else "—"


def save_refusals(path: Path, refusals: Sequence[Refusal]) -> None:
    """Writes the refused rows as CSV for a spreadsheet, whole or not at all. Raises UserError."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(("ligne", "colonne", "pourquoi"))
    for each in refusals:
        writer.writerow((each.row, neutral_cell(shown_column(each)), neutral_cell(spoken(each.reason))))
    write_whole(path, text.getvalue().encode("utf-8-sig"))
