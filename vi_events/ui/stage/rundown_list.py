"""The running order on screen: what was played, what is shown, what comes next, and the rest behind hatching.

A masked row has no name in the model, its tooltip or its accessible text. One at a time is painted while peeked at.
"""

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from vi_events.edition.timing import clock_duration
from vi_events.stage.show import ShowView
from vi_events.ui.stage.rows import CURRENT, DONE, FUTURE, GATE, NEXT, POSTPONED, Row, names, rows
from vi_events.ui.theme import BASE_PX, DARK, NOTE_PX, color, font
from vi_events.ui.widgets.dark import draw_mark

ROW_PX = 33
_NUMBER_PX, _PAD_PX, _SEE_PX = 38, 8, 44
_MARK_PX = 100
"""Room for what stands at the right of a masked row."""
_ROW = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_ABOVE = 2
"""Rows kept in view before the one on screen."""


class RundownModel(QAbstractListModel):
    """Rows without the names of the masked ones."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: ARG002, N802
        return len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == _ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        return None

    def show_rows(self, fresh: tuple[Row, ...]) -> None:
        """Keeps the selection where rows only changed."""
        if len(fresh) == len(self.rows):
            self.rows = fresh
            self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return
        self.beginResetModel()
        self.rows = fresh
        self.endResetModel()

    def _spoken(self, row: Row) -> str:
        words = {
            DONE: self.tr("joué"),
            CURRENT: self.tr("à l’écran"),
            NEXT: self.tr("suivant"),
            FUTURE: self.tr("à venir"),
            GATE: self.tr("Palier\u202f: confirmation demandée"),
            POSTPONED: self.tr("reporté"),
        }
        name = self.tr("nom masqué") if row.masked else row.name
        absent = self.tr("absent") if row.absent else ""
        parts = (str(row.number or ""), name if row.state != GATE else "", words[row.state], absent)
        return ", ".join(part for part in parts if part)


class RundownList(QListView):
    """Arrows choose a row, Enter (or a double click) makes it the next one."""

    jump_requested = Signal(str)
    """Id of the stop to set as the next one."""

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[str, str] = {}
        self._peeked = ""
        self._shown_stop = -2
        self.words = {
            "on_screen": self.tr("à l’écran"),
            "chosen": self.tr("choisi"),
            "next": self.tr("suivant"),
            "absent": self.tr("absent"),
            "next_absent": self.tr("suivant, absent"),
            "gate": self.tr("Palier\u202f: confirmation demandée"),
            "see": self.tr("voir"),
            "postponed": self.tr("reportée"),
        }
        """What rows say, in the language in use."""
        self._model = RundownModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Conducteur"))

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._model.rows

    @property
    def peeked(self) -> str:
        """Id of the one masked row whose name is painted now."""
        return self._peeked

    def show_view(self, view: ShowView, absent: Collection[str] = ()) -> None:
        """Shows the running order as it is now; what is on screen stays in view, unless the list is being read."""
        self._known = names(view)
        kept = self.chosen()
        self._model.show_rows(rows(view, absent))
        if kept:
            self.choose(kept)
        if view.state.stop != self._shown_stop and not self.hasFocus():
            self._shown_stop = view.state.stop
            self.follow()

    def chosen(self) -> str:
        """Id of the stop of the chosen row; empty when there is none."""
        place = self.currentIndex().row()
        return self.rows[place].stop_id if 0 <= place < len(self.rows) else ""

    def choose(self, stop_id: str) -> None:
        """Moves the choice to a stop."""
        for place, row in enumerate(self.rows):
            if row.stop_id == stop_id and row.state != GATE:
                self.setCurrentIndex(self._model.index(place))

    def follow(self) -> None:
        """Brings what is on screen into view, with a little of what was before."""
        places = [place for place, row in enumerate(self.rows) if row.state in (CURRENT, NEXT)]
        if places:
            first = max(0, places[0] - _ABOVE)
            self.scrollTo(self._model.index(first), QListView.ScrollHint.PositionAtTop)

    def begin_jump(self) -> None:
        """J: the focus, on the next stop."""
        self.setFocus()
        place = next((place for place, row in enumerate(self.rows) if row.state == NEXT), 0)
        self.setCurrentIndex(self._model.index(place))

    # One name at a time

    def peek(self, stop_id: str = "") -> None:
        """Paints the name of one masked row: the given one, else the one under the pointer, else the chosen one."""
        self._peeked = stop_id or self._under_pointer() or self.chosen()
        self.viewport().update()

    def hide_again(self) -> None:
        """Masks the peeked row."""
        self._peeked = ""
        self.viewport().update()

    def name_of(self, row: Row) -> str:
        """What may be painted in this row now."""
        if not row.masked:
            return row.name
        return self._known.get(row.stop_id, "") if row.stop_id == self._peeked else ""

    def see_box(self, box: QRect) -> QRect:
        """Where « voir » is pressed in a row."""
        return QRect(box.right() - _MARK_PX - _SEE_PX, box.top() + 5, _SEE_PX, box.height() - 10)

    def _under_pointer(self) -> str:
        if not self.viewport().underMouse():
            return ""
        index = self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos()))
        row = self.rows[index.row()] if index.isValid() else None
        return row.stop_id if row and row.masked else ""

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat() and self.chosen():
                self.jump_requested.emit(self.chosen())
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        else:
            event.ignore()  # Letters are orders of the stage, not a search in the list.

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        at = event.position().toPoint()
        index = self.indexAt(at)
        masked = index.isValid() and self.rows[index.row()].masked
        if masked and self.see_box(self.visualRect(index)).contains(at):
            self.peek(self.rows[index.row()].stop_id)
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.hide_again()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return
        if not self.see_box(self.visualRect(index)).contains(event.position().toPoint()):
            self.jump_requested.emit(self.rows[index.row()].stop_id)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        self.hide_again()
        super().leaveEvent(event)


class _Painter(QStyledItemDelegate):
    def __init__(self, owner: RundownList) -> None:
        super().__init__(owner)
        self._list = owner

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002, N802
        return QSize(200, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Row = index.data(_ROW)
        whole: Any = option
        box: QRect = whole.rect
        state: QStyle.StateFlag = whole.state
        painter.save()
        ink = self._ground(painter, box, row)
        if state & QStyle.StateFlag.State_Selected and self._list.hasFocus():
            painter.setPen(QPen(color(DARK.info.main), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -1, -2))
        inner = box.adjusted(_PAD_PX, 0, -_PAD_PX, 0)
        bold = row.state in (CURRENT, NEXT)
        painter.setFont(font(BASE_PX, bold=bold, tabular=True))
        painter.setPen(color(ink if bold else DARK.ink if row.state == FUTURE else DARK.ink_2))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, middle, str(row.number or "—"))
        inner.setLeft(inner.left() + _NUMBER_PX)
        seen = bool(state & QStyle.StateFlag.State_MouseOver) or bool(state & QStyle.StateFlag.State_Selected)
        end = self._at_right(painter, inner, row)
        if row.masked and seen:
            self._see(painter, box)
            end = min(end, self._list.see_box(box).left())
        self._name(painter, QRect(inner.left(), inner.top(), end - inner.left() - 8, inner.height()), row)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRect, row: Row) -> str:
        """Paints the ground of a row; gives the ink of its words."""
        tone = {CURRENT: DARK.bad, NEXT: DARK.warn}.get(row.state)
        if tone:
            painter.fillRect(box, color(tone.paper))
            painter.fillRect(QRect(box.left(), box.top(), 4, box.height()), color(tone.main))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), color(DARK.line))
        return tone.ink if tone else DARK.ink

    def _at_right(self, painter: QPainter, box: QRect, row: Row) -> int:
        """What stands at the right; gives where the rest must end."""
        said = self._list.words
        if row.state == GATE:
            return box.right()
        time = clock_duration(row.lasts_s) if row.lasts_s else ""
        words, shape, ink = {
            DONE: (time, "check", DARK.ink_2),
            CURRENT: (said["on_screen"], "circle", DARK.bad.main),
            NEXT: (said["chosen"] if row.chosen else said["next"], "triangle", DARK.warn.main),
            POSTPONED: (said["postponed"], "", DARK.ink_2),
        }.get(row.state, (time, "", DARK.ink_2))
        if row.absent and row.state != CURRENT:
            words, shape, ink = said["absent"], "lozenge", DARK.warn.main
            if row.state == NEXT:
                words = said["next_absent"]
        bold = row.state in (CURRENT, NEXT)
        face = font(BASE_PX, bold=bold, tabular=True)
        painter.setFont(face)
        painter.setPen(color(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        left = box.right() - QFontMetrics(face).horizontalAdvance(words)
        if shape:
            draw_mark(painter, QRectF(left - 16, box.center().y() - 5, 10, 10), shape, ink)
            left -= 20
        return left

    def _name(self, painter: QPainter, box: QRect, row: Row) -> None:
        name = self._list.name_of(row)
        if row.state == GATE:
            draw_mark(painter, QRectF(box.left(), box.center().y() - 5, 10, 10), "square", DARK.warn.main)
            name, box = self._list.words["gate"], box.adjusted(18, 0, 0, 0)
        if not name:
            _hatch(painter, box, row)
            return
        bold = row.state in (CURRENT, NEXT) or row.kind == "section"
        inks = {CURRENT: DARK.ink, NEXT: DARK.ink, GATE: DARK.warn.main, DONE: DARK.ink_2}
        face = font(BASE_PX, bold=bold)
        painter.setFont(face)
        painter.setPen(color(DARK.info.main if row.masked else inks.get(row.state, DARK.ink_2)))
        shown = QFontMetrics(face).elidedText(name, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)

    def _see(self, painter: QPainter, box: QRect) -> None:
        see = self._list.see_box(box)
        painter.setPen(QPen(color(DARK.line), 1))
        painter.setBrush(color(DARK.background))
        painter.drawRoundedRect(see, 5, 5)
        painter.setPen(color(DARK.ink_2))
        painter.setFont(font(NOTE_PX - 1, bold=True))
        painter.drawText(see, Qt.AlignmentFlag.AlignCenter, self._list.words["see"])


def _hatch(painter: QPainter, box: QRect, row: Row) -> None:
    """A bar whose length tells nothing of the name: it follows from the number of the stop."""
    width = min(box.width(), 96 + (row.number * 37 + len(row.kind) * 53) % 110)
    bar = QRect(box.left(), box.center().y() - 8, width, 16)
    painter.save()
    painter.setClipRect(bar)
    painter.fillRect(bar, color(DARK.background))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color(DARK.line), 7))
    for x in range(bar.left() - 20, bar.right() + 20, 20):
        painter.drawLine(QPoint(x, bar.bottom() + 6), QPoint(x + 28, bar.top() - 6))
    painter.restore()
