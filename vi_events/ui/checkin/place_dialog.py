"""Where this desk stands: its contrôle, its operator and its station name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from vi_events.edition.models import Zone
from vi_events.edition.text import clean
from vi_events.ui.theme import LEAD_PX, LIGHT, RADIUS_BUTTON_PX, color, font
from vi_events.ui.widgets.buttons import draw_key_cap
from vi_events.ui.widgets.form import FormDialog, FormField

_ROW_PX, _MOST_ROWS, _WIDTH_PX = 44, 9, 620


@dataclass(frozen=True, slots=True)
class Place:
    """A desk's place; ``station`` is its name in the journal."""

    zone_id: str
    operator: str
    station: str


class _Rows(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002, N802
        return QSize(200, _ROW_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        box, state = option.rect, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(color(LIGHT.info.main if chosen else LIGHT.line))
        painter.setBrush(color(LIGHT.info.paper if chosen else LIGHT.card))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -3), RADIUS_BUTTON_PX, RADIUS_BUTTON_PX)
        inner = box.adjusted(14, 0, -14, -2)
        if index.row() < _MOST_ROWS:
            draw_key_cap(painter, QPoint(inner.left() + 24, inner.center().y()), str(index.row() + 1))
        painter.setFont(font(LEAD_PX, bold=chosen))
        painter.setPen(color(LIGHT.ink))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner.adjusted(40, 0, 0, 0), left, index.data())
        painter.restore()


class _ZoneList(QListWidget):
    """Zones chosen with the arrows or their digit."""

    def __init__(self, zones: Sequence[Zone], now: str) -> None:
        super().__init__()
        self.setItemDelegate(_Rows(self))
        for zone in zones:
            item = QListWidgetItem(zone.name)
            item.setData(Qt.ItemDataRole.UserRole, zone.id)
            self.addItem(item)
            if zone.id == now:
                self.setCurrentItem(item)
        if zones and self.currentRow() < 0:
            self.setCurrentRow(0)
        self.setFixedHeight(_ROW_PX * max(1, min(len(zones), _MOST_ROWS)) + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        digit = event.text()
        if digit and digit in "123456789":
            self.setCurrentRow(min(int(digit), self.count()) - 1 if int(digit) <= self.count() else self.currentRow())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class PlaceDialog(FormDialog):
    """Asks where the desk stands. ``focus`` says which question brought the person here."""

    def __init__(
        self,
        zones: Sequence[Zone],
        now: Place,
        focus: Literal["zone", "operator"] = "zone",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Ce poste"), self.tr("Valider"), parent)
        self.zones = _ZoneList(zones, now.zone_id)
        self.operator, self.station = QLineEdit(now.operator), QLineEdit(now.station)
        self.station.setMaxLength(40)
        self.operator.setMaxLength(60)
        self.operator.setPlaceholderText(self.tr("Prénom, ou initiales"))
        self.station_field = FormField(self.tr("Nom du poste"), self.station)
        self.station_field.show_hint(self.tr("Il signe chaque passage\u202f: donnez un nom différent à chaque poste."))
        self.body.addWidget(FormField(self.tr("Contrôle"), self.zones))
        names = QHBoxLayout()
        names.setSpacing(16)
        for field in (FormField(self.tr("Qui tient le poste"), self.operator), self.station_field):
            names.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(names)
        self.body.addStretch(1)
        self.station.textEdited.connect(lambda: self.station_field.show_problem(""))
        self.setMinimumWidth(_WIDTH_PX)
        {"zone": self.zones, "operator": self.operator}[focus].setFocus()

    def fix_station(self) -> None:
        """The others know this station by its name: it stays."""
        self.station.setEnabled(False)
        self.station_field.show_hint(self.tr("Les autres postes le connaissent sous ce nom\u202f: il ne change plus."))

    def place(self) -> Place:
        """What was chosen."""
        item = self.zones.currentItem()
        zone_id = item.data(Qt.ItemDataRole.UserRole) if item else ""
        return Place(str(zone_id), clean(self.operator.text()), clean(self.station.text(), 40))

    def accept(self) -> None:
        """Closes when the station has a name."""
        if clean(self.station.text()):
            super().accept()
            return
        self.station_field.show_problem(self.tr("Donnez un nom à ce poste\u202f: il signe chaque passage."))
        self.station.setFocus()
