"""A table of any length over a model: rows of one height, that are neither measured nor made, as wide as its window."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from vi_events.ui.theme import NOTE_PX, font
from vi_events.ui.widgets.form import TABLE_SHEET, cell_width, header_width

_ROW_PX = 34


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds: ``words``, a closed list of which none should be cut, or free text of about ``text_px``.
    Where there is no room for all, the columns of the lowest ``rank`` are cut first, down to their header or
    ``least_px``. Where there is more, free text has it.
    """

    rank: int
    words: Sequence[str] = ()
    text_px: int = 0
    least_px: int = 0


def shared_widths(room_px: int, columns: Sequence[Column], headers_px: Sequence[int]) -> list[int]:
    """The width of each column in ``room_px``: all of it, and more only when every column is at its least."""
    face = font(NOTE_PX)
    least = [max(header, each.least_px) for each, header in zip(columns, headers_px, strict=True)]
    widths = [
        max(low, each.text_px, cell_width(each.words, face) if each.words else 0)
        for each, low in zip(columns, least, strict=True)
    ]
    over = sum(widths) - room_px
    for place in sorted(range(len(columns)), key=lambda place: columns[place].rank):
        cut = min(max(over, 0), widths[place] - least[place])
        widths[place] -= cut
        over -= cut
    texts = [place for place, each in enumerate(columns) if each.text_px]
    for number, place in enumerate(texts):
        more = max(-over, 0) // (len(texts) - number)
        widths[place] += more
        over += more
    return widths


class LongTable(QTableView):
    """Sorted by its first column until a header is clicked; one row is selected at a time."""

    def __init__(self, model: QAbstractTableModel, name: str, columns: Sequence[Column]) -> None:
        super().__init__()
        self._columns = columns
        self.setModel(model)
        self.setAccessibleName(name)
        self.setStyleSheet(TABLE_SHEET)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setDefaultSectionSize(_ROW_PX)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setFont(font(NOTE_PX, bold=True))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        header.sortIndicatorChanged.connect(lambda *_: self._share())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share()

    def leave_out(self, places: Collection[int]) -> None:
        """Shows all columns but these, which have nothing to say; the others share their room."""
        for place in range(len(self._columns)):
            self.setColumnHidden(place, place in places)
        self._share()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, super().minimumSizeHint().height())

    def _share(self) -> None:
        model, sorted_by = self.model(), self.horizontalHeader().sortIndicatorSection()
        seen = [place for place in range(len(self._columns)) if not self.isColumnHidden(place)]
        heads = [str(model.headerData(place, Qt.Orientation.Horizontal)) for place in seen]
        headers_px = [header_width(head, sorts=place == sorted_by) for place, head in zip(seen, heads, strict=True)]
        columns = [self._columns[place] for place in seen]
        for place, width in zip(seen, shared_widths(self.viewport().width(), columns, headers_px), strict=True):
            self.setColumnWidth(place, width)
