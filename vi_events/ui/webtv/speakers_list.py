"""The people whose name may go on air: their number, who is on air and for how long, and what is being typed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from vi_events.edition.text import fold
from vi_events.ui.language import labelled
from vi_events.ui.theme import BASE_PX, DARK, SMALL_PX, color, font
from vi_events.ui.widgets.dark import draw_mark
from vi_events.webtv.overlays import OnAir
from vi_events.webtv.service import Speaker

_ROW_PX = 54
_NUMBER_PX = 42
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """One line. ``left_s`` counts when on air and leaving by itself."""

    number: int
    speaker: Speaker
    on_air: bool = False
    left_s: int | None = None


def speaker_rows(speakers: Sequence[Speaker], air: OnAir, now_ms: int, wanted: str = "") -> tuple[SpeakerRow, ...]:
    """Those whose name or function holds every word of ``wanted``. A number is that of the whole list: it stays the
    same while one searches. Pure.
    """
    words = fold(wanted).split()
    rows = []
    for number, speaker in enumerate(speakers, 1):
        said = f" {fold(f'{speaker.name} {speaker.function}')}"
        if all(f" {word}" in said for word in words):
            until = _until(speaker, air)
            left = None if not until else max(0, -(-(until - now_ms) // 1000))
            rows.append(SpeakerRow(number, speaker, until is not None, left))
    return tuple(rows)


def _until(speaker: Speaker, air: OnAir) -> int | None:
    """When the speaker leaves the air; 0: when somebody takes the name off; None: not on air."""
    for kind in ("lower_third", "two_voices"):
        overlay = air.get(kind)
        people = [] if overlay is None else overlay.data.get("people") or [overlay.data]
        said = {"name": speaker.name, "function": speaker.function}
        if overlay is not None and any({name: each.get(name) for name in said} == said for each in people):
            return overlay.until_ms or 0
    return None


class SpeakersList(QListView):
    """Never has the keyboard: the console hears the keys, and says which line is chosen."""

    taken = Signal(int)
    """A number, by a double click."""

    def __init__(self) -> None:
        super().__init__()
        self._model = _Rows(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setAccessibleName(self.tr("Intervenant·es"))
        self.doubleClicked.connect(lambda index: self.taken.emit(self.rows[index.row()].number))

    @property
    def rows(self) -> tuple[SpeakerRow, ...]:
        return self._model.rows

    def show_rows(self, rows: tuple[SpeakerRow, ...], chosen: Sequence[int] = ()) -> None:
        """``chosen``: the numbers that Enter would take."""
        if (rows, tuple(chosen)) == (self._model.rows, self._model.chosen):
            return
        moved = tuple(chosen) != self._model.chosen
        self._model.show_rows(rows, tuple(chosen))
        place = next((place for place, row in enumerate(rows) if chosen and row.number == chosen[0]), None)
        if moved and place is not None:
            self.scrollTo(self._model.index(place))


class _Rows(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[SpeakerRow, ...] = ()
        self.chosen: tuple[int, ...] = ()

    def show_rows(self, rows: tuple[SpeakerRow, ...], chosen: tuple[int, ...]) -> None:
        same = [(row.number, row.speaker) for row in rows] == [(row.number, row.speaker) for row in self.rows]
        if same:
            self.rows, self.chosen = rows, chosen
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows, self.chosen = rows, chosen
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            said = labelled(str(row.number), ", ".join(filter(None, (row.speaker.name, row.speaker.function))))
            on_air = self.tr("à l’antenne")
            return f"{said} ({on_air})" if row.on_air else said
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QWidget) -> None:
        super().__init__(view)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        return QSize(200, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, SpeakerRow) or not isinstance(model, _Rows):
            return
        box: QRect = option.rect
        painter.save()
        chosen = row.number in model.chosen
        if row.on_air:
            painter.fillRect(box, color(DARK.bad.paper))
        painter.setPen(QPen(color(DARK.line), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(color(DARK.warn.main), 2))
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -2), 6, 6)
        right = self._paint_state(painter, row, box)
        self._paint_words(painter, row, box, right)
        painter.restore()

    def _paint_words(self, painter: QPainter, row: SpeakerRow, box: QRect, right: int) -> None:
        painter.setPen(color(DARK.ink))
        painter.setFont(font(BASE_PX, bold=True, tabular=True))
        number = box.adjusted(8, 0, 0, 0)
        painter.drawText(number, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(row.number))
        left, wide = box.left() + _NUMBER_PX, box.width() - _NUMBER_PX - right
        bold = font(BASE_PX, bold=row.on_air)
        self._line(painter, QRect(left, box.top() + 5, wide, 22), row.speaker.name, bold)
        painter.setPen(color(DARK.bad.ink if row.on_air else DARK.ink_2))
        self._line(painter, QRect(left, box.top() + 27, wide, 20), row.speaker.function, font(BASE_PX - 1))

    def _line(self, painter: QPainter, box: QRect, text: str, written: QFont) -> None:
        painter.setFont(written)
        said = QFontMetrics(written).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)

    def _paint_state(self, painter: QPainter, row: SpeakerRow, box: QRect) -> int:
        """The width that it takes at the right."""
        if not row.on_air:
            return 8
        said = self.tr("antenne")
        left = "" if row.left_s is None else self.tr("encore %1\u00a0s").replace("%1", str(row.left_s))
        wide = QFontMetrics(font(BASE_PX, bold=True)).horizontalAdvance(said) + 20
        wide = max(wide, QFontMetrics(font(SMALL_PX, bold=True, tabular=True)).horizontalAdvance(left))
        painter.setPen(color(DARK.bad.main))
        painter.setFont(font(BASE_PX, bold=True))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(box.right() - wide - 8, box.top() + 5, wide, 22), side, said)
        painter.setFont(font(SMALL_PX, bold=True, tabular=True))
        painter.drawText(QRect(box.right() - wide - 8, box.top() + 27, wide, 20), side, left)
        advance = QFontMetrics(font(BASE_PX, bold=True)).horizontalAdvance(said)
        draw_mark(painter, QRectF(box.right() - 8 - advance - 16, box.top() + 11, 10, 10), "circle", DARK.bad.main)
        return wide + 16
