"""The authorities of the edition as Qt's table sees them."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from vi_events.edition.collation import sort_key
from vi_events.edition.palmares import KINDS
from vi_events.edition.roster import AuthorityRow
from vi_events.edition.text import fold
from vi_events.ui.checkin.wording import QT_TRANSLATE_NOOP
from vi_events.ui.language import grouped
from vi_events.ui.preparation.long_table import Column
from vi_events.ui.preparation.palmares_labels import kind_label
from vi_events.ui.preparation.words import type_label, type_labels
from vi_events.ui.theme import LIGHT, NOTE_PX, color, font
from vi_events.ui.widgets.panel import plain_tip

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
COLUMNS = (
    QT_TRANSLATE_NOOP("Authorities", "Collectivité"),
    QT_TRANSLATE_NOOP("Authorities", "Type"),
    QT_TRANSLATE_NOOP("Authorities", "Catégorie"),
    QT_TRANSLATE_NOOP("Authorities", "Département"),
    QT_TRANSLATE_NOOP("Authorities", "Région"),
    QT_TRANSLATE_NOOP("Authorities", "Inscrit·es"),
    QT_TRANSLATE_NOOP("Authorities", "Présent·es"),
)
PLACES = (3, 4)
"""Columns that are empty for whatever is on no official list."""
_FIGURES = (5, 6)
ANY, DOUBTFUL, AMBIGUOUS, UNLISTED = "", "doubtful", "ambiguous", "unlisted"
"""Which rows are wanted."""
_TESTS: dict[str, Callable[[AuthorityRow], bool]] = {
    DOUBTFUL: lambda row: row.doubt is not None,
    AMBIGUOUS: lambda row: row.doubt is not None and row.doubt.ambiguous,
    UNLISTED: lambda row: row.doubt is not None and not row.doubt.ambiguous,
}


def columns() -> tuple[Column, ...]:
    """How the columns share the room, in the language in use."""
    kinds = [kind_label(each) for each in KINDS]
    return (
        *(Column(7, text_px=240, least_px=150), Column(5, type_labels()), Column(4, kinds)),
        *(Column(2, text_px=130), Column(1, text_px=130), Column(6), Column(6)),
    )


class AuthoritiesModel(QAbstractTableModel):
    """Shows those of the authorities that are wanted, in the order of a column, then of their names."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[AuthorityRow] = []
        """All of them, in French alphabetical order."""
        self._words: list[str] = []
        self._shown: list[AuthorityRow] = []
        self._query, self._which = "", ANY
        self._sorted = (0, False)

    def show_rows(self, rows: list[AuthorityRow]) -> None:
        """Shows other authorities."""
        self.rows = rows
        self._words = [f" {fold(f'{row.authority.name} {row.authority.department_name} {row.region}')}" for row in rows]
        self._find()

    def want(self, query: str, which: str) -> None:
        """Shows those whose name, department or region has words that begin with those of the query."""
        self._query, self._which = query, which
        self._find()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Shows them in the order of a column."""
        self._sorted = (column, order == Qt.SortOrder.DescendingOrder)
        self._find()

    def row(self, number: int) -> AuthorityRow:
        return self._shown[number]

    def row_of(self, authority_id: str) -> int:
        """The row in which an authority is shown; -1 when it is not."""
        return next((number for number, row in enumerate(self._shown) if row.authority.id == authority_id), -1)

    # What Qt asks

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:  # noqa: N802
        if orientation == Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return QCoreApplication.translate("Authorities", COLUMNS[section])
        return None

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        column, row = index.column(), self._shown[index.row()]
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return self._text(row, column)
        if role == _Role.ToolTipRole:
            return plain_tip(self._text(row, column))
        if role == _Role.FontRole:
            return font(NOTE_PX, bold=column == 0, tabular=column in _FIGURES)
        if role == _Role.TextAlignmentRole and column in _FIGURES:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == _Role.ForegroundRole and column == 0 and row.doubt:
            return color(LIGHT.warn.ink)
        return None

    # Inside

    def _text(self, row: AuthorityRow, column: int) -> str:
        authority = row.authority
        return (
            f"◆ {authority.name}" if row.doubt else authority.name,
            type_label(authority) or "—",
            kind_label(authority.kind) if authority.kind else "—",
            authority.department_name,
            row.region,
            grouped(row.people),
            grouped(row.present),
        )[column]

    def _find(self) -> None:
        wanted = [f" {word}" for word in fold(self._query).split()]
        test = _TESTS.get(self._which)
        found = [
            row
            for row, words in zip(self.rows, self._words, strict=True)
            if all(word in words for word in wanted) and (test is None or test(row))
        ]
        column, turned = self._sorted
        if column in _FIGURES:
            found.sort(key=lambda row: (row.people, row.present)[column - 5], reverse=turned)
        elif column:
            found.sort(key=lambda row: sort_key(self._text(row, column)), reverse=turned)
        elif turned:
            found.reverse()
        self.beginResetModel()
        self._shown = found
        self.endResetModel()
