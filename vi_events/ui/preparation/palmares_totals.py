"""How many labels there are of each level and kind, beside what was announced."""

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from vi_events.edition.palmares import TOTALS, Palmares
from vi_events.ui.preparation.palmares_labels import total_label
from vi_events.ui.theme import BASE_PX, LIGHT, color
from vi_events.ui.widgets.form import FormDialog, FormField, PlainTable
from vi_events.ui.widgets.panel import Text

_MOST = 99_999


class TotalsTable(PlainTable):
    """One row for each total; a gap is said in words and in colour."""

    def __init__(self) -> None:
        headers = (self.tr("Total"), self.tr("Compté"), self.tr("Annoncé"), self.tr("Écart"))
        super().__init__(headers, self.tr("Totaux comptés et annoncés"))

    def show_palmares(self, palmares: Palmares) -> None:
        """Shows the totals of a palmarès."""
        counts, gaps = palmares.counts(), palmares.gaps()
        rows = []
        for name in TOTALS:
            said = palmares.announced.get(name)
            gap = f"■ {counts[name] - said:+d}".replace("-", "−") if name in gaps and said is not None else ""
            agreed = "● " + self.tr("juste") if said is not None else ""
            announced = "—" if said is None else str(said)
            rows.append((total_label(name), str(counts[name]), announced, gap or agreed))
        self.show_rows(rows)
        for number, name in enumerate(TOTALS):
            item = self.item(number, 3)
            if item is not None and name in gaps:
                item.setForeground(color(LIGHT.bad.ink))


class TotalsDialog(FormDialog):
    """Asks for the totals published beforehand; an empty field was not announced."""

    def __init__(self, palmares: Palmares, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Totaux annoncés"), self.tr("Enregistrer"), parent)
        self.lines: dict[str, QLineEdit] = {}
        advice = Text(BASE_PX, ink=LIGHT.ink_2, wrap=True)
        advice.setText(self.tr("Ce que le communiqué annonce. Laissez vide ce qu’il ne dit pas."))
        self.body.addWidget(advice)
        counts = palmares.counts()
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        for number, name in enumerate(TOTALS):
            said = palmares.announced.get(name)
            line = self.lines[name] = QLineEdit("" if said is None else str(said))
            line.setValidator(QIntValidator(0, _MOST, line))
            field = FormField(total_label(name), line)
            field.show_hint(self.tr("%1 au palmarès").replace("%1", str(counts[name])))
            grid.addWidget(field, number // 2, number % 2)
        self.body.addLayout(grid)
        self.setMinimumWidth(520)
        self.lines[TOTALS[0]].setFocus()

    def announced(self) -> dict[str, int]:
        """What was typed, by name of total."""
        return {name: int(line.text()) for name, line in self.lines.items() if line.hasAcceptableInput()}
