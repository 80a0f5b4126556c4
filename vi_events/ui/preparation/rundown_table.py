"""The running order as rows to choose, drag and move."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from vi_events.edition.palmares import Palmares
from vi_events.edition.rundown import Rundown, Stop
from vi_events.edition.timing import clock_duration
from vi_events.ui.preparation.palmares_labels import authority_names, mention_names, stop_kind_label, stop_label
from vi_events.ui.theme import BASE_PX, LIGHT, NOTE_PX, color, font
from vi_events.ui.widgets.form import TABLE_SHEET
from vi_events.ui.widgets.panel import plain_tip

_MIME = "application/x-vi-events-stops"
_ROW_PX, _DAY_S = 34, 24 * 3600
_Index = QModelIndex | QPersistentModelIndex
_NAME, _WIDTHS = 2, (64, 112, 0, 74, 170, 150)


@dataclass(frozen=True, slots=True, repr=False)
class _Line:
    """One row as it is read."""

    stop_id: str
    cells: tuple[str, ...]
    state: str
    """``played``, ``postponed`` or empty."""


class RundownModel(QAbstractTableModel):
    """The rows of a running order. Dropping rows asks for a move, which whoever owns the order makes."""

    dropped = Signal(object, str)
    """Ids of the stops, and of the one before which they were dropped (empty: at the end)."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[_Line] = []
        self._headers = (
            self.tr("Heure"),
            self.tr("Type"),
            self.tr("Étape"),
            self.tr("Durée"),
            self.tr("Section"),
            self.tr("Personnes"),
        )

    def show_rundown(self, rundown: Rundown, palmares: Palmares, played: Collection[str]) -> None:
        """Replaces what is shown."""
        names, mentions = authority_names(palmares), mention_names(palmares)
        titles = {section.id: section.title for section in rundown.sections}
        at_s = _seconds(rundown.starts)
        lines = []
        for stop in rundown.stops:
            hour = _clock(at_s) if rundown.starts and not stop.postponed else ""
            name = stop_label(stop, names, mentions)
            if stop.kind == "group":
                name = f"{name} ({len(stop.authority_ids)})"
            lines.append(self._line(stop, (hour, name, titles.get(stop.section, "")), stop.id in played))
            at_s += 0 if stop.postponed else stop.planned_s
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def stop_ids(self) -> list[str]:
        """The ids of the rows, in their order."""
        return [line.stop_id for line in self._lines]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: ARG002, B008, N802
        return len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None

    def data(self, index: _Index, role: int = 0) -> Any:
        line = self._lines[index.row()]
        text = line.cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(text)
        if role == Qt.ItemDataRole.ForegroundRole and line.state:
            return color(LIGHT.ink_2)
        if role == Qt.ItemDataRole.FontRole and index.column() == _NAME and not line.state:
            return font(BASE_PX, bold=True)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        carried = QMimeData()
        rows = sorted({index.row() for index in indexes})
        carried.setData(_MIME, " ".join(self._lines[row].stop_id for row in rows).encode())
        return carried

    def canDropMimeData(self, data: QMimeData, *_where: Any) -> bool:  # noqa: N802
        return data.hasFormat(_MIME)

    def dropMimeData(self, data: QMimeData, _action: Any, row: int, _column: int, parent: _Index) -> bool:  # noqa: N802
        """Between two rows, or on one, which counts as before it. The rows are not removed by the view."""
        place = parent.row() if row < 0 and parent.isValid() else row
        before = self._lines[place].stop_id if 0 <= place < len(self._lines) else ""
        self.dropped.emit(bytes(data.data(_MIME).data()).decode().split(), before)
        return False

    def _line(self, stop: Stop, said: tuple[str, str, str], played: bool) -> _Line:
        hour, name, section = said
        state = "played" if played else "postponed" if stop.postponed else ""
        if state:
            name += " · " + (self.tr("jouée") if played else self.tr("reportée"))
        kind, people = stop_kind_label(stop.kind), ", ".join(stop.people)
        return _Line(stop.id, (hour, kind, name, clock_duration(stop.planned_s), section, people), state)


class RundownTable(QTableView):
    """Several rows may be chosen. Ctrl+↑ and Ctrl+↓ move them by one place; so does dragging, anywhere."""

    shift_requested = Signal(int)
    """-1: one place up; 1: one place down."""
    edit_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows = RundownModel()
        self.setModel(self.rows)
        self.setAccessibleName(self.tr("Le conducteur"))
        self.setStyleSheet(TABLE_SHEET)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        header = self.horizontalHeader()
        header.setFont(font(NOTE_PX, bold=True))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for place, width in enumerate(_WIDTHS):
            if width:
                self.setColumnWidth(place, width)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(lambda _: self.edit_requested.emit())

    def chosen(self) -> list[str]:
        """Ids of the rows chosen, in their order."""
        ids = self.rows.stop_ids()
        return [ids[row] for row in sorted({index.row() for index in self.selectionModel().selectedRows()})]

    def choose(self, ids: Collection[str]) -> None:
        """Chooses these rows and brings the first into view; those that are gone are left out."""
        known = self.rows.stop_ids()
        places = [place for place, id_ in enumerate(known) if id_ in ids]
        chosen = QItemSelection()
        last = self.rows.columnCount() - 1
        for place in places:
            chosen.select(self.rows.index(place, 0), self.rows.index(place, last))
        model = self.selectionModel()
        flag = QItemSelectionModel.SelectionFlag
        if places:
            model.setCurrentIndex(self.rows.index(places[0], _NAME), flag.NoUpdate)
            self.scrollTo(self.rows.index(places[0], _NAME))
        model.select(chosen, flag.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        controlled = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if controlled and shift:
            self.shift_requested.emit(shift)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.edit_requested.emit()
        else:
            super().keyPressEvent(event)


def _seconds(clock: str) -> int:
    hours, _, minutes = clock.partition(":")
    return int(hours) * 3600 + int(minutes) * 60 if clock else 0


def _clock(seconds: int) -> str:
    minutes = seconds % _DAY_S // 60
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
