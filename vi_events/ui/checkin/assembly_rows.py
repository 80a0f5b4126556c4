"""The members of an assembly as a list, and the quorum as a bar."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from vi_events.checkin.assembly import AssemblyView, MemberLine, ProxyLine
from vi_events.edition.text import fold
from vi_events.ui.preparation.words import counted
from vi_events.ui.theme import BASE_PX, LEAD_PX, LIGHT, NOTE_PX, RADIUS_BUTTON_PX, color, font
from vi_events.ui.widgets.panel import plain_tip
from vi_events.ui.widgets.signs import draw_shape

_ROW_PX, _SIGN_PX, _PAD_PX, _BAR_PX = 58, 16, 14, 46
_LEVELS = {"present": "ok", "represented": "info", "absent": "off"}
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class Members(QAbstractListModel):
    """One row a member; ``Qt.UserRole`` gives its MemberLine."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: tuple[MemberLine, ...] = ()

    def show_lines(self, lines: Sequence[MemberLine]) -> None:
        """Replaces what is shown."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 (Qt's own default)
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == _Role.UserRole:
            return line
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole, _Role.ToolTipRole):
            words = ", ".join(part for part in (line.place, self.state(line), self.note(line)) if part)
            return plain_tip(words) if role == _Role.ToolTipRole else words
        return None

    def state(self, line: MemberLine) -> str:
        """« Présente, 3 personnes », « Représentée », « Absente »."""
        if line.state == "present":
            return counted(line.people, self.tr("Présente, %1 personne"), self.tr("Présente, %1 personnes"))
        return self.tr("Représentée") if line.state == "represented" else self.tr("Absente")

    def note(self, line: MemberLine) -> str:
        """Who holds its proxies, and why one of them does not count."""
        return " · ".join(self._proxy(each) for each in line.proxies)

    def _proxy(self, each: ProxyLine) -> str:
        said = {
            "counts": self.tr("par %1"),
            "waiting": self.tr("pouvoir à %1, qui n’est pas dans la salle"),
            "fallen": self.tr("pouvoir à %1 tombé\u202f: venue elle-même"),
            "doubled": self.tr("◆ second pouvoir, à %1\u202f: à retirer"),
            "over_cap": self.tr("◆ pouvoir de trop pour %1\u202f: à retirer"),
        }[each.state]
        return said.replace("%1", ", ".join(part for part in (each.holder or "—", each.holder_authority) if part))


class _Rows(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002, N802
        return QSize(200, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line, members = index.data(_Role.UserRole), index.model()
        assert isinstance(members, Members)
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(color(LIGHT.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(color(LIGHT.info.main))
            painter.setBrush(color(LIGHT.info.paper))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -2), RADIUS_BUTTON_PX, RADIUS_BUTTON_PX)
        inner = box.adjusted(_PAD_PX, 4, -_PAD_PX, -5)
        sign = QRect(inner.left(), inner.center().y() - _SIGN_PX // 2, _SIGN_PX, _SIGN_PX)
        draw_shape(painter, QRectF(sign), _LEVELS[line.state])
        state, face = members.state(line), font(BASE_PX, bold=True)
        painter.setFont(face)
        painter.setPen(color(LIGHT.tone(_LEVELS[line.state]).ink))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, state)
        words = inner.adjusted(_SIGN_PX + 12, 0, -QFontMetrics(face).horizontalAdvance(state) - 16, 0)
        conflict = any(each.is_conflict for each in line.proxies)
        _draw_words(painter, words, line.place, members.note(line), LIGHT.warn.ink if conflict else LIGHT.ink_2)
        painter.restore()


def _draw_words(painter: QPainter, box: QRect, upper: str, lower: str, ink: str) -> None:
    """One line in the middle, or two; only a row may abridge, its tip says all."""
    half = box.height() // 2
    first = QRect(box.left(), box.top(), box.width(), half + 1) if lower else box
    for text, px, bold, where, paint in (
        (upper, LEAD_PX, True, first, LIGHT.ink),
        (lower, NOTE_PX, False, QRect(box.left(), box.top() + half + 1, box.width(), half), ink),
    ):
        face = font(px, bold=bold)
        if QFontMetrics(face).horizontalAdvance(text) > where.width():
            face = font(NOTE_PX, bold=bold)
        painter.setFont(face)
        painter.setPen(color(paint))
        shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, where.width())
        painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class MemberList(QListView):
    """Chosen with the arrows or the mouse; a refresh keeps the choice."""

    def __init__(self) -> None:
        super().__init__()
        self.members = Members(self)
        self.setModel(self.members)
        self.setItemDelegate(_Rows(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Adhérents"))

    def show_lines(self, lines: Sequence[MemberLine]) -> None:
        """Shows these members, on the one that was chosen, else on the first."""
        chosen, scrolled = self.chosen(), self.verticalScrollBar().value()
        self.members.show_lines(lines)
        ids = [line.authority.id for line in lines]
        row = ids.index(chosen.authority.id) if chosen and chosen.authority.id in ids else 0
        self.setCurrentIndex(self.members.index(row, 0))
        self.verticalScrollBar().setValue(scrolled)

    def chosen(self) -> MemberLine | None:
        row = self.currentIndex().row()
        return self.members.lines[row] if 0 <= row < len(self.members.lines) else None

    def step(self, by: int) -> None:
        """Moves the choice by ``by`` rows, within the list."""
        if self.members.lines:
            row = max(0, min(len(self.members.lines) - 1, self.currentIndex().row() + by))
            self.setCurrentIndex(self.members.index(row, 0))


class QuorumBar(QWidget):
    """Present, then represented, out of all members; a mark where the quorum is."""

    def __init__(self) -> None:
        super().__init__()
        self._view: AssemblyView | None = None
        self.setFixedHeight(_BAR_PX)

    def show_view(self, view: AssemblyView) -> None:
        self._view = view
        self.setAccessibleName(f"{view.voices} / {view.members}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        view = self._view
        if view is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = max(view.members, view.voices, view.quorum or 0, 1)
        track = QRectF(1, 4, self.width() - 2, 20)
        painter.setPen(color(LIGHT.ink_2))
        painter.setBrush(color(LIGHT.card))
        painter.drawRect(track)
        here, more = track.width() * view.present / whole, track.width() * view.represented / whole
        painter.fillRect(QRectF(track.left(), track.top(), here, track.height()), color(LIGHT.ok.main))
        # Hatched: told apart from the present without the colour.
        painter.setPen(color(LIGHT.info.main))
        painter.setBrush(QBrush(color(LIGHT.info.main), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(QRectF(track.left() + here, track.top(), more, track.height()))
        if view.quorum is not None:
            self._draw_mark(painter, track, view.quorum / whole, view.quorum)

    def _draw_mark(self, painter: QPainter, track: QRectF, share: float, quorum: int) -> None:
        at = track.left() + track.width() * share
        painter.fillRect(QRectF(at - 1.5, 0, 3, track.bottom() + 4), color(LIGHT.ink))
        face, words = font(NOTE_PX, bold=True), self.tr("quorum %1").replace("%1", str(quorum))
        wide = QFontMetrics(face).horizontalAdvance(words)
        left = max(track.left(), min(at - wide / 2, track.right() - wide))
        painter.setFont(face)
        painter.setPen(color(LIGHT.ink))
        box = QRectF(left, track.bottom() + 3, wide + 2, self.height() - track.bottom() - 3)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


def matching(lines: Sequence[MemberLine], text: str) -> list[MemberLine]:
    """Those whose place or proxy holder has every word of ``text``."""
    words = fold(text).split()
    if not words:
        return list(lines)
    found = []
    for line in lines:
        said = fold(" ".join([line.place, *(f"{each.holder} {each.proxy.giver}" for each in line.proxies)]))
        if all(word in said for word in words):
            found.append(line)
    return found
