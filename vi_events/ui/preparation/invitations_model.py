"""The people of the invitations page as a table: read once off the window's thread, filtered in place."""

from collections.abc import Collection, Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from vi_events.checkin.invitations import CHANGED, CURRENT, MISSING, STANDINGS, Invitations, Invited
from vi_events.clock import wall_ms
from vi_events.edition.collation import sort_key
from vi_events.edition.text import fold
from vi_events.ui.checkin import wording
from vi_events.ui.theme import LIGHT, color
from vi_events.ui.widgets.panel import plain_tip
from vi_events.ui.widgets.signs import shape_pixmap

_Index = QModelIndex | QPersistentModelIndex
_SIGN_PX = 14
_TONES = {CURRENT: "ok", CHANGED: "warn", MISSING: "off"}
Line = tuple[Invited, str]
"""A person, and what the search looks in."""


def sorted_lines(found: Invitations) -> list[Line]:
    """People in French alphabetical order. Not for the window's thread: it takes a while of 100,000."""
    rows = found.rows()
    last, first = _ranks(row.last_name for row in rows), _ranks(row.first_name for row in rows)
    # One number each: a sort of so many lets no other thread in until it ends.
    people = sorted(found.people, key=lambda each: last[each.row.last_name] * len(first) + first[each.row.first_name])
    return [(each, fold(f"{each.row.first_name} {each.row.last_name} {each.row.authority}")) for each in people]


def _ranks(names: Iterable[str]) -> dict[str, int]:
    return {name: rank for rank, name in enumerate(sorted(set(names), key=sort_key))}


class InvitationsModel(QAbstractTableModel):
    """Name, authority, category, and how the invitation stands."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = []
        self._shown: list[Invited] = []
        self._query, self._standings = "", frozenset(STANDINGS)
        self._signs = {standing: shape_pixmap(tone, _SIGN_PX) for standing, tone in _TONES.items()}
        self._headers = (
            self.tr("Nom"),
            self.tr("Prénom"),
            self.tr("Collectivité"),
            self.tr("Catégorie"),
            self.tr("Invitation"),
        )

    def take(self, lines: list[Line]) -> None:
        """Shows other people, with the same filter."""
        self._lines = lines
        self._fill()

    def filter(self, query: str, standings: Collection[str]) -> None:
        """Shows only these: every word of ``query`` in the name or the authority."""
        self._query, self._standings = fold(query), frozenset(standings)
        self._fill()

    def person(self, row: int) -> Invited:
        return self._shown[row]

    def row_of(self, attendee_id: str) -> int:
        """Where somebody is shown; -1 when they are not."""
        rows = (number for number, each in enumerate(self._shown) if each.row.attendee_id == attendee_id)
        return next(rows, -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        each, last = self._shown[index.row()], index.column() == len(self._headers) - 1
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(each, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._text(each, index.column()))
        if role == Qt.ItemDataRole.DecorationRole and last:
            return self._signs[each.standing]
        if role == Qt.ItemDataRole.ForegroundRole and last:
            return color(LIGHT.tone(_TONES[each.standing]).ink)
        return None

    def _text(self, each: Invited, column: int) -> str:
        row = each.row
        words = (row.last_name, row.first_name, row.authority, wording.category_label(row.category))
        return words[column] if column < len(words) else standing_words(each)

    def _fill(self) -> None:
        lines = self._lines
        for word in self._query.split():
            lines = [line for line in lines if word in line[1]]
        self.beginResetModel()
        self._shown = [each for each, _ in lines if each.standing in self._standings]
        self.endResetModel()


def standing_words(each: Invited) -> str:
    """« écrite le 12 janvier à 14 h 05 »."""
    if each.standing == MISSING:
        return QCoreApplication.translate("Invitations", "pas encore écrite")
    when = wording.moment(each.written_ms, wall_ms())
    if each.standing == CHANGED:
        said = QCoreApplication.translate("Invitations", "code changé depuis (écrite %1)")
    else:
        said = QCoreApplication.translate("Invitations", "écrite %1")
    return said.replace("%1", when)
