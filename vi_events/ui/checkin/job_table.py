"""The print queue and its history as a table: hundreds of jobs, filtered as one types."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from vi_events.checkin.print_jobs import OUT, WAITING, Job
from vi_events.checkin.print_views import JobView
from vi_events.clock import clock_time
from vi_events.edition.text import fold
from vi_events.ui.checkin import print_words
from vi_events.ui.preparation.words import counted
from vi_events.ui.theme import BASE_PX, LEAD_PX, LIGHT, NOTE_PX, font
from vi_events.ui.widgets.form import TABLE_SHEET, Choice, cell_width, header_width
from vi_events.ui.widgets.panel import Text, plain_tip
from vi_events.ui.widgets.signs import shape_pixmap

_ROW_PX, _ICON_PX, _PAD_PX = 48, 14, 8
_PERSON = 2
"""The column of the name, with the authority under it; it takes the room that is left."""
_PRINTER_PX = 108
_KINDS: dict[str, tuple[str, ...]] = {
    "": print_words.STATES,
    "unknown": ("unknown",),
    "waiting": WAITING,
    "out": OUT,
    "other": ("failed", "cancelled", "moved"),
}
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class _Jobs(QAbstractTableModel):
    """One row a job: time, state, name and authority, why, printer."""

    def __init__(self, heads: Sequence[str]) -> None:
        super().__init__()
        self._heads = heads
        self._icons = {level: shape_pixmap(level, _ICON_PX) for level in ("ok", "warn", "bad", "off")}
        self.jobs: list[JobView] = []

    def show_jobs(self, jobs: list[JobView]) -> None:
        self.beginResetModel()
        self.jobs = jobs
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 (Qt's own default)
        return 0 if parent.isValid() else len(self.jobs)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:  # noqa: N802
        return self._heads[section] if role == _Role.DisplayRole and orientation == Qt.Orientation.Horizontal else None

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        shown = self.jobs[index.row()]
        if role == _Role.DisplayRole:
            return _cell(shown, index.column())
        if role == _Role.ToolTipRole:
            return plain_tip(_cell(shown, index.column()))
        if role == _Role.DecorationRole and index.column() == 1:
            return self._icons[print_words.job_level(shown.job)]
        if role == _Role.ForegroundRole and index.column() == 1:
            return QColor(LIGHT.tone(print_words.job_level(shown.job)).ink)
        return None


def _is_of(job: Job, kind: str) -> bool:
    return job.state in _KINDS[kind] or (kind == "unknown" and job.double)


def _cell(shown: JobView, column: int) -> str:
    job = shown.job
    return (
        clock_time(job.at_ms),
        print_words.job_state(job),
        f"{shown.name or '—'}\n{shown.authority}",
        print_words.why(job.why),
        job.printer.partition("/")[2] or print_words.printer_name(job.printer),
    )[column]


class _PersonCell(QStyledItemDelegate):
    """The name, and the authority under it."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:  # noqa: N802
        super().initStyleOption(option, index)
        option.text = ""  # drawn below, on two lines

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        name, _, authority = str(index.data()).partition("\n")
        box: QRect = option.rect.adjusted(_PAD_PX, 4, -_PAD_PX, -4)
        half = box.height() // 2
        painter.save()
        for text, top, bold, ink in ((name, 0, True, LIGHT.ink), (authority, half, False, LIGHT.ink_2)):
            face = font(NOTE_PX + 1 if bold else NOTE_PX, bold=bold)
            painter.setFont(face)
            painter.setPen(QColor(ink))
            line = QRect(box.left(), box.top() + top, box.width(), half)
            shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


class JobTable(QWidget):
    """The jobs that match the filter; ``job_selected`` gives the one under the cursor, or None."""

    job_selected = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[JobView, ...] = ()
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filtrer par nom ou collectivité"))
        self.filter.setAccessibleName(self.tr("Filtrer par nom ou collectivité"))
        self.kind = Choice()
        for value, words in (
            ("", self.tr("Tous les badges")),
            ("unknown", self.tr("À vérifier")),
            ("waiting", self.tr("En attente")),
            ("out", self.tr("Imprimés")),
            ("other", self.tr("Annulés ou passés")),
        ):
            self.kind.addItem(words, value)
        self.kind.setAccessibleName(self.tr("Quels badges"))
        self.summary = Text(NOTE_PX, ink=LIGHT.ink_2)
        self.empty = Text(LEAD_PX, ink=LIGHT.ink_2, wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._heads = (
            *(self.tr("Heure"), self.tr("État"), self.tr("Personne")),
            *(self.tr("Pourquoi"), self.tr("Imprimante")),
        )
        self._model = _Jobs(self._heads)
        self.view = QTableView()
        self._stack = QStackedWidget()
        self._dress()
        self._lay_out()
        self.filter.textEdited.connect(lambda _: self._fill())
        self.kind.currentIndexChanged.connect(lambda _: self._fill())
        self.view.selectionModel().currentRowChanged.connect(lambda now, _before: self._on_row_changed(now.row()))
        self._fill()

    def show_jobs(self, jobs: tuple[JobView, ...]) -> None:
        """Shows ``jobs`` in place of those before; the one selected stays so."""
        self._all = jobs
        self._fill()

    def selected(self) -> JobView | None:
        """The job under the cursor."""
        row = self.view.currentIndex().row()
        return self._model.jobs[row] if 0 <= row < len(self._model.jobs) else None

    def shown(self) -> list[JobView]:
        """The jobs that match the filter, as shown."""
        return self._model.jobs

    def _fill(self) -> None:
        before = self.selected()
        words = fold(self.filter.text()).split()
        kind = self.kind.currentData()
        found = [
            each
            for each in self._all
            if _is_of(each.job, kind) and all(word in fold(f"{each.name} {each.authority}") for word in words)
        ]
        self._model.show_jobs(found)
        ids = [each.job.id for each in found]
        self.view.selectRow(ids.index(before.job.id) if before and before.job.id in ids else 0)
        self.empty.setText(
            self.tr("Aucun badge ne correspond.")
            if self._all
            else self.tr("Aucun badge demandé pour l’instant. Le premier partira à la première entrée.")
        )
        self._stack.setCurrentIndex(0 if found else 1)
        self._sum_up()
        # A reset selects nothing anew by itself when the row is the same.
        self.job_selected.emit(self.selected())

    def _sum_up(self) -> None:
        counts = {kind: sum(_is_of(each.job, kind) for each in self._all) for kind in _KINDS}
        parts = (
            (counts["unknown"], self.tr("%1 à vérifier")),
            (counts["waiting"], self.tr("%1 en attente")),
            (counts["out"], counted(counts["out"], self.tr("%1 imprimé"), self.tr("%1 imprimés"))),
        )
        self.summary.setText(" · ".join(words.replace("%1", str(count)) for count, words in parts if count))

    def _on_row_changed(self, row: int) -> None:
        if row >= 0:
            self.job_selected.emit(self.selected())

    def _dress(self) -> None:
        view = self.view
        view.setModel(self._model)
        view.setAccessibleName(self.tr("Badges demandés"))
        view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        view.setTabKeyNavigation(False)
        view.setShowGrid(False)
        view.setAlternatingRowColors(True)
        view.setWordWrap(False)
        view.setFont(font(NOTE_PX + 1))
        view.setIconSize(QSize(_ICON_PX, _ICON_PX))
        view.setStyleSheet(TABLE_SHEET)
        view.setItemDelegateForColumn(_PERSON, _PersonCell(view))
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(_ROW_PX)
        header = view.horizontalHeader()
        header.setFont(font(NOTE_PX, bold=True))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        face = view.font()
        for column, width in {
            0: cell_width(("00:00",), face),
            1: cell_width(print_words.job_states(), face, _ICON_PX),
            3: cell_width(print_words.whys(), face),
            4: _PRINTER_PX,
        }.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, max(width, header_width(self._heads[column])))

    def _lay_out(self) -> None:
        self.kind.setFixedWidth(200)
        self.filter.setFont(font(BASE_PX))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.filter, 1)
        head.addWidget(self.kind)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addWidget(self.summary)
