"""A list of people to choose from, told apart by function, authority and department."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from vi_events.checkin.views import FoundPerson
from vi_events.ui.theme import BASE_PX, LEAD_PX, LIGHT, NOTE_PX, RADIUS_BUTTON_PX, color, font
from vi_events.ui.widgets.buttons import draw_key_cap
from vi_events.ui.widgets.panel import plain_tip
from vi_events.ui.widgets.signs import draw_shape

ROW_PX = 56
_MOST_KEYS = 9
_PERSON = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class _Rows(QStyledItemDelegate):
    def __init__(self, people: QListWidget, *, numbered: bool, present_word: str, box_words: str) -> None:
        super().__init__(people)
        self._people = people
        self._numbered, self._present_word, self._box_words = numbered, present_word, box_words

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002, N802
        return QSize(200, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        person: FoundPerson = index.data(_PERSON)
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._people.selectionModel().isSelected(index):
            painter.setPen(color(LIGHT.info.main))
            painter.setBrush(color(LIGHT.info.paper))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -2), RADIUS_BUTTON_PX, RADIUS_BUTTON_PX)
        elif self._numbered:
            painter.setPen(color(LIGHT.line))
            painter.setBrush(color(LIGHT.card))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -2), RADIUS_BUTTON_PX, RADIUS_BUTTON_PX)
        else:
            painter.setPen(color(LIGHT.line))
            painter.drawLine(box.bottomLeft() + QPoint(12, 0), box.bottomRight() - QPoint(12, 0))
        inner = box.adjusted(14, 5, -14, -6)
        if self._numbered and index.row() < _MOST_KEYS:
            draw_key_cap(painter, QPoint(inner.left() + 24, inner.center().y()), str(index.row() + 1))
        if self._numbered:
            inner.setLeft(inner.left() + 40)
        if person.present:
            inner.setRight(self._paint_present(painter, inner))
        if person.box:
            inner.setRight(_paint_box(painter, inner, self._box_words.replace("%1", person.box)))
        _paint_person(painter, inner, person)
        painter.restore()

    def _paint_present(self, painter: QPainter, inner: QRect) -> int:
        """Draws « entré·e »; returns where the rest must end."""
        face = font(NOTE_PX, bold=True)
        width = QFontMetrics(face).horizontalAdvance(self._present_word)
        left = inner.right() - width
        dot = QRect(left - 18, inner.center().y() - 5, 12, 12)
        draw_shape(painter, dot.toRectF(), "ok")
        painter.setFont(face)
        painter.setPen(color(LIGHT.ok.ink))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._present_word)
        return dot.left() - 16


def _paint_box(painter: QPainter, inner: QRect, words: str) -> int:
    """Draws « Boîte A à F »; returns where the rest must end."""
    face = font(NOTE_PX, bold=True)
    painter.setFont(face)
    painter.setPen(color(LIGHT.ink))
    painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
    return inner.right() - QFontMetrics(face).horizontalAdvance(words) - 16


def _paint_person(painter: QPainter, inner: QRect, person: FoundPerson) -> None:
    upper = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2 + 1)
    lower = QRect(inner.left(), upper.bottom() + 1, inner.width(), inner.height() - upper.height())
    end = _piece(painter, upper, person.name or "—", LEAD_PX, LIGHT.ink, bold=True)
    if person.function:
        rest = QRect(end + 12, upper.top(), upper.right() - end - 12, upper.height())
        _piece(painter, rest, person.function, BASE_PX, LIGHT.ink)
    end = _piece(painter, lower, person.authority, BASE_PX, LIGHT.ink, bold=True)
    rest = QRect(end + (8 if person.authority else 0), lower.top(), lower.right() - end - 8, lower.height())
    _piece(painter, rest, person.department, BASE_PX, LIGHT.ink_2)


def _piece(painter: QPainter, box: QRect, text: str, px: int, ink: str, *, bold: bool = False) -> int:
    """Draws ``text`` from the left of ``box``; returns its right edge. Only a row may abridge; the card never does."""
    face = font(px, bold=bold)
    metrics = QFontMetrics(face)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(face)
    painter.setPen(color(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    return box.left() + min(box.width(), metrics.horizontalAdvance(shown))


class PersonList(QListWidget):
    """Chosen with the arrows and Enter, with the mouse, or, when ``numbered``, with keys 1 to 9."""

    person_chosen = Signal(str)

    def __init__(self, *, numbered: bool) -> None:
        super().__init__()
        self._numbered = numbered
        self._present_word = self.tr("entré·e")
        self._box_words = self.tr("Boîte %1")
        words = {"present_word": self._present_word, "box_words": self._box_words}
        self.setItemDelegate(_Rows(self, numbered=numbered, **words))
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._on_item_clicked)
        self.setAccessibleName(self.tr("Personnes trouvées"))

    def show_people(self, people: tuple[FoundPerson, ...]) -> None:
        """Shows ``people``, the first one selected."""
        self.clear()
        for person in people:
            item = QListWidgetItem()
            item.setData(_PERSON, person)
            parts = [person.name, person.function, person.authority, person.department]
            if person.present:
                parts.append(self._present_word)
            if person.box:
                parts.append(self._box_words.replace("%1", person.box))
            spoken = ", ".join(part for part in parts if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setToolTip(plain_tip(spoken))
            self.addItem(item)
        if people:
            self.setCurrentRow(0)

    def step(self, by: int) -> None:
        """Moves the selection by ``by`` rows, within the list."""
        if self.count():
            self.setCurrentRow(max(0, min(self.count() - 1, self.currentRow() + by)))

    def choose(self, row: int) -> bool:
        """Emits ``person_chosen`` for a row counted from 0; returns whether there is such a row."""
        if not 0 <= row < self.count():
            return False
        person: FoundPerson = self.item(row).data(_PERSON)
        self.person_chosen.emit(person.attendee_id)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.isAutoRepeat() and event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose(self.currentRow())
        elif self._numbered and event.text() in "123456789" and event.text():
            self.choose(int(event.text()) - 1)
        else:
            super().keyPressEvent(event)

    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        self.choose(self.row(item))
