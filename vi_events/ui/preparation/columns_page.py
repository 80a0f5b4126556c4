"""What was understood of the file: its platform, where each field is read, and the first people."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from vi_events.edition.columns import FIELDS
from vi_events.edition.importing import Prepared
from vi_events.edition.models import Authority
from vi_events.edition.platforms import Record
from vi_events.ui.checkin.wording import category_label
from vi_events.ui.language import labelled, spoken
from vi_events.ui.preparation.import_flow import ImportFlow
from vi_events.ui.preparation.words import counted, field_label
from vi_events.ui.theme import BASE_PX, LEAD_PX, LIGHT, NOTE_PX
from vi_events.ui.widgets.form import Choice, PlainTable
from vi_events.ui.widgets.panel import Panel, Text, plain_tip

_PREVIEW_ROWS = 5
_COMBO_PX = 300


class ColumnsPage(QWidget):
    """Emits ``column_chosen(field, header)`` when a person says where a field is; the header is empty for « auto »."""

    column_chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._panel = Panel()
        self.title, self.said = Text(LEAD_PX, bold=True, wrap=True), Text(BASE_PX, wrap=True)
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(16, 10, 16, 10)
        inside.addWidget(self.title)
        inside.addWidget(self.said)
        self.combos = {name: self._combo(name) for name in FIELDS}
        self.preview = PlainTable(
            (self.tr("Ligne"), *map(field_label, ("last_name", "first_name", "category", "function", "authority"))),
            self.tr("Les premières personnes du fichier"),
        )
        self._people = Text(NOTE_PX, bold=True)
        self._people.setText(self.tr("Les premières personnes, comme elles seront inscrites"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._panel)
        column.addWidget(self._fields(), 1)
        column.addWidget(self._people)
        column.addWidget(self.preview)

    def show_flow(self, flow: ImportFlow) -> None:
        """Shows what the last reading understood."""
        reading = flow.reading
        assert reading is not None
        used = dict(reading.prepared.mapping) if reading.prepared else {}
        for name, combo in self.combos.items():
            self._fill(combo, reading.headers, used.get(name, ""), flow.mapping.get(name, ""))
        self._people.setVisible(reading.prepared is not None)
        self.preview.setVisible(reading.prepared is not None)
        if reading.prepared:
            self._say_understood(reading.prepared)
        else:
            self._panel.set_tone("warn")
            self.title.setText(self.tr("◆ Aucune colonne ne semble donner le nom des personnes"))
            self.said.setText(self.tr("Choisissez ci-dessous la colonne du nom\u202f: le fichier sera relu aussitôt."))

    def _say_understood(self, prepared: Prepared) -> None:
        self._panel.set_tone("info")
        rows = counted(prepared.read, self.tr("%1 ligne lue"), self.tr("%1 lignes lues"))
        self.title.setText(labelled(spoken(prepared.platform), rows))
        other = [
            self.tr("«\u00a0%1\u00a0»").replace("%1", header)
            for name, header in prepared.mapping.items()
            if name not in FIELDS
        ]
        more = self.tr("Aussi lues\u202f: %1.").replace("%1", ", ".join(other))
        self.said.show_text(more if other else "")
        self.preview.show_rows([_preview(*pair) for pair in prepared.records[:_PREVIEW_ROWS]])
        height = self.preview.horizontalHeader().height() + self.preview.verticalHeader().length() + 4
        self.preview.setFixedHeight(min(height, 230))

    def _combo(self, name: str) -> Choice:
        combo = Choice()
        combo.setFixedWidth(_COMBO_PX)
        combo.setAccessibleName(self.tr("Colonne de\u202f: %1").replace("%1", field_label(name)))
        combo.activated.connect(lambda _row: self.column_chosen.emit(name, combo.currentData()))
        return combo

    def _fill(self, combo: Choice, headers: tuple[str, ...], used: str, chosen: str) -> None:
        combo.clear()
        automatic = self.tr("Choix automatique") if used else self.tr("— pas dans le fichier —")
        combo.addItem(automatic, "")
        for header in headers:
            combo.addItem(header, header)
        combo.setCurrentIndex(max(0, combo.findData(chosen or used)))
        combo.setToolTip(plain_tip(combo.currentText()))
        combo.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)

    def _fields(self) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(4, 4, 4, 4)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        half = (len(FIELDS) + 1) // 2
        for number, (name, combo) in enumerate(self.combos.items()):
            side = 3 * (number // half)
            label = Text(BASE_PX, ink=LIGHT.ink)
            label.setText(field_label(name))
            label.setBuddy(combo)
            grid.addWidget(label, number % half, side)
            grid.addWidget(combo, number % half, side + 1)
        grid.setColumnStretch(2, 1)
        holder = QWidget()
        holder.setLayout(grid)
        area = QScrollArea()
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area


def _preview(record: Record, authority: Authority | None) -> tuple[str, ...]:
    category = category_label(record.category or "guest")
    place = authority.name if authority else ""
    return str(record.row), record.last_name, record.first_name, category, record.function, place
