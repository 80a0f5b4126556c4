"""The list of attendees as Qt's table sees it: places in a roster, so that 100,000 rows are neither copied nor made."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from vi_events.edition.collation import sort_key
from vi_events.edition.models import CATEGORIES, Zone
from vi_events.edition.roster import PersonRow, Roster, Wanted
from vi_events.ui.checkin import print_words, wording
from vi_events.ui.checkin.wording import QT_TRANSLATE_NOOP
from vi_events.ui.preparation.long_table import Column
from vi_events.ui.theme import LIGHT, NOTE_PX, color, font
from vi_events.ui.widgets.panel import plain_tip

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
COLUMNS = (
    QT_TRANSLATE_NOOP("Attendees", "Nom"),
    QT_TRANSLATE_NOOP("Attendees", "Fonction"),
    QT_TRANSLATE_NOOP("Attendees", "Collectivité"),
    QT_TRANSLATE_NOOP("Attendees", "Catégorie"),
    QT_TRANSLATE_NOOP("Attendees", "Inscription"),
    QT_TRANSLATE_NOOP("Attendees", "Billet"),
    QT_TRANSLATE_NOOP("Attendees", "Badge"),
    QT_TRANSLATE_NOOP("Attendees", "Entré·e"),
    QT_TRANSLATE_NOOP("Attendees", "Attendu·e à"),
)
_STATUSES = {
    "confirmed": QT_TRANSLATE_NOOP("Attendees", "confirmée"),
    "not_confirmed": QT_TRANSLATE_NOOP("Attendees", "à confirmer"),
    "cancelled": QT_TRANSLATE_NOOP("Attendees", "annulée"),
    "revoked": QT_TRANSLATE_NOOP("Attendees", "désactivée"),
}
_TICKETS = {
    "": QT_TRANSLATE_NOOP("Attendees", "aucun"),
    "issued": QT_TRANSLATE_NOOP("Attendees", "oui"),
    "replaced": QT_TRANSLATE_NOOP("Attendees", "remplacé"),
    "external": QT_TRANSLATE_NOOP("Attendees", "externe"),
}
_HANDED = QT_TRANSLATE_NOOP("Attendees", "Remis")
_NOBODYS = QT_TRANSLATE_NOOP("Attendees", "aucune")
_EVERYWHERE = QT_TRANSLATE_NOOP("Attendees", "partout")
_SHAPES = {"warn": "◆ ", "bad": "■ ", "ok": "● "}
_TONES: dict[tuple[int, str], str] = {
    (4, "not_confirmed"): "warn",
    (4, "cancelled"): "bad",
    (4, "revoked"): "bad",
    (5, ""): "warn",
    (6, "failed"): "bad",
    (6, "unknown"): "warn",
}


def columns() -> tuple[Column, ...]:
    """How the columns share the room, in the language in use; function and places are said beside the list too."""
    name, function, authority = Column(8, text_px=190, least_px=132), Column(1, text_px=150), Column(7, text_px=160)
    categories = [wording.category_label(each) for each in CATEGORIES]
    statuses = [_SHAPES.get(_TONES.get((4, each), ""), "") + status_label(each) for each in _STATUSES]
    tickets = [_SHAPES.get(_TONES.get((5, each), ""), "") + _say(words) for each, words in _TICKETS.items()]
    states = [_SHAPES.get(_TONES.get((6, each), ""), "") + print_words.state(each) for each in print_words.STATES]
    return (
        *(name, function, authority),
        *(Column(4, categories), Column(6, statuses), Column(5, tickets), Column(2, states)),
        *(Column(3, text_px=110), Column(0, text_px=150)),
    )


def _say(text: str) -> str:
    return QCoreApplication.translate("Attendees", text)


def status_label(status: str) -> str:
    """« confirmée », « annulée »…"""
    return _say(_STATUSES.get(status, status))


class AttendeesModel(QAbstractTableModel):
    """Shows those of a roster's people who are wanted, in the order of a column, then of their names."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.roster = Roster(())
        self._wanted = Wanted()
        self._sorted: tuple[int, bool] = (0, False)
        """The column, and whether it is turned round."""
        self._ranks: list[int] | None = None
        """Of each place, where it stands in the order of the column; None: by name."""
        self._shown: list[int] = []
        self._rows: dict[int, int] | None = None
        """The row of each place shown; made when somebody is looked for."""
        self._zones: dict[str, str] = {}

    # What is shown

    def show_zones(self, zones: Sequence[Zone]) -> None:
        """How the zones are called."""
        self._zones = {zone.id: zone.name for zone in zones}

    def show_roster(self, roster: Roster) -> None:
        """Shows another list."""
        self.roster = roster
        self._rank()
        self._find()

    def show_again(self, wanted: Wanted, moved: bool) -> bool:
        """Looks again at the same list, some of whose people have changed; ``moved``: stand at another place. Else the
        rows keep their order, whatever they now say. Gives whether other rows are shown, of which none is selected.
        """
        self._wanted = wanted
        if moved:
            self._rank()
        before = self._shown
        if moved or self._places() != before:
            self._find()
            return True
        if before:
            self.dataChanged.emit(self.index(0, 0), self.index(len(before) - 1, len(COLUMNS) - 1))
        return False

    def want(self, wanted: Wanted) -> None:
        """Shows other people."""
        self._wanted = wanted
        self._find()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Shows them in the order of a column."""
        self._sorted = (column, order == Qt.SortOrder.DescendingOrder)
        self._rank()
        self._find()

    def person(self, row: int) -> PersonRow:
        return self.roster.rows[self._shown[row]]

    def row_of(self, attendee_id: str) -> int | None:
        """The row in which somebody is shown; None when they are not."""
        if self._rows is None:
            self._rows = {place: row for row, place in enumerate(self._shown)}
        place = self.roster.place(attendee_id)
        return None if place is None else self._rows.get(place)

    # What Qt asks

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:  # noqa: N802
        if orientation == Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return _say(COLUMNS[section])
        return None

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        column = index.column()
        row = self.roster.rows[self._shown[index.row()]]
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return self._text(row, column)
        if role == _Role.ToolTipRole:
            return plain_tip(self._text(row, column))
        if role == _Role.FontRole:
            return font(NOTE_PX, bold=column == 0)
        if role == _Role.ForegroundRole and (tone := self._tone(row, column)):
            return color(LIGHT.tone(tone).ink)
        return None

    # Inside

    def _text(self, row: PersonRow, column: int) -> str:
        if column == 0:
            return f"{row.last_name} {row.first_name}".strip() or "—"
        tone = self._tone(row, column)
        return _SHAPES.get(tone, "") + self._words(row, column)

    def _words(self, row: PersonRow, column: int) -> str:
        if column in (1, 2):
            return row.function if column == 1 else row.authority or _say(_NOBODYS)
        if column == 3:
            return wording.category_label(row.category)
        if column == 4:
            return status_label(row.status)
        if column == 5:
            return _say(_TICKETS[row.ticket])
        if column == 6:
            return _say(_HANDED) if row.badge == "handed" else print_words.state(row.badge) if row.badge else "—"
        zones = row.inside if column == 7 else row.zones
        names = ", ".join(self._zones.get(zone, zone) for zone in zones)
        return names or ("—" if column == 7 else _say(_EVERYWHERE))

    def _tone(self, row: PersonRow, column: int) -> str:
        if column == 2:
            return "" if row.authority else "warn"
        value = {4: row.status, 5: row.ticket, 6: row.badge}.get(column, "")
        return _TONES.get((column, value), "")

    def _rank(self) -> None:
        """Once for each order: a key typed in the search only looks ranks up."""
        column, turned = self._sorted
        rows = self.roster.rows
        if column == 0:
            self._ranks = [len(rows) - place for place in range(len(rows))] if turned else None
            return
        texts = [self._words(row, column) for row in rows]
        order = {text: rank for rank, text in enumerate(sorted(set(texts), key=sort_key))}
        sign = -1 if turned else 1
        places = sorted(range(len(rows)), key=lambda place: sign * order[texts[place]])
        self._ranks = [0] * len(rows)
        for rank, place in enumerate(places):
            self._ranks[place] = rank

    def _places(self) -> list[int]:
        found = self.roster.search(self._wanted)
        return found if self._ranks is None else sorted(found, key=self._ranks.__getitem__)

    def _find(self) -> None:
        self.beginResetModel()
        self._shown, self._rows = self._places(), None
        self.endResetModel()
