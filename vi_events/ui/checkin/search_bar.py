"""The search, always in view, and what it finds."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vi_events.checkin.views import FoundPerson
from vi_events.ui.theme import BASE_PX, HALO_PX, LEAD_PX, LIGHT, color, font
from vi_events.ui.widgets.buttons import KeyButton, KeyCap, draw_ring
from vi_events.ui.widgets.panel import Panel, Text
from vi_events.ui.widgets.person_list import ROW_PX, PersonList

_MOST_ROWS = 7
_DESK_KEYS = frozenset(getattr(Qt.Key, f"Key_F{number}") for number in (1, 4, 5, 6, 7, 8, 9, 10))


class _Glass(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(22, 22)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color(LIGHT.ink_2), 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawEllipse(3, 3, 12, 12)
        painter.drawLine(QPoint(14, 14), QPoint(19, 19))


class _Results(Panel):
    """What was found, laid over the card above the bar."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.people = PersonList(numbered=False)
        self.people.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.nobody = Text(LEAD_PX, bold=True, wrap=True)
        self.advice = Text(BASE_PX, ink=LIGHT.ink_2, wrap=True)
        self.add = KeyButton(self.tr("Ajouter sur place"), "F2", kind="primary")
        self.keys = Text(BASE_PX - 2, ink=LIGHT.ink_2)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.people, 1)
        for text in (self.nobody, self.advice, self.keys):
            text.setContentsMargins(12, 4, 12, 0)
            column.addWidget(text)
        foot = QHBoxLayout()
        foot.setContentsMargins(12 - HALO_PX, 0, 0, 0)
        foot.addWidget(self.add)
        foot.addStretch(1)
        column.addLayout(foot)
        self.hide()

    def show_people(self, query: str, people: tuple[FoundPerson, ...]) -> None:
        self.people.show_people(people)
        self.people.setVisible(bool(people))
        none = self.tr("Aucun nom ne ressemble à «\u00a0%1\u00a0»").replace("%1", query)
        self.nobody.show_text("" if people else none)
        advice = self.tr("Essayez moins de lettres, la commune ou la fonction.")
        self.advice.show_text("" if people else advice)
        self.keys.show_text(self.tr("Flèches pour parcourir, Entrée pour choisir, Échap pour fermer") if people else "")
        self.add.setVisible(not people)

    def height_for(self, rows: int) -> int:
        return min(rows, _MOST_ROWS) * ROW_PX + 50 if rows else 150


class SearchBar(Panel):
    """A field (F3). The window answers ``query_changed`` with ``show_results``."""

    query_changed = Signal(str)
    person_chosen = Signal(str)
    walk_in_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setObjectName("bare")
        self.field.setFont(font(LEAD_PX))
        self.field.setMaxLength(80)
        self.field.setPlaceholderText(self.tr("Chercher un nom, une commune, une fonction…"))
        self.field.setAccessibleName(self.tr("Chercher un nom, une commune, une fonction (F3)"))
        self.field.textEdited.connect(self._on_field_text_edited)
        self.field.installEventFilter(self)
        self._results: _Results | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(14)
        row.addWidget(_Glass())
        row.addWidget(self.field, 1)
        row.addWidget(KeyCap("F3"))
        self.setFixedHeight(52)
        QShortcut(QKeySequence("F3"), self, self.focus_field)

    def focus_field(self) -> None:
        """Puts the cursor in the field, its text selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def results_shown(self) -> bool:
        return self._results is not None and self._results.isVisible()

    def show_results(self, query: str, people: tuple[FoundPerson, ...]) -> None:
        """Shows what ``query`` found; ignored when the field has changed since: an older answer may come late."""
        if query != self.field.text() or not query.strip():
            return
        results = self._overlay()
        results.show_people(query.strip(), people)
        self._place(len(people))
        results.show()
        results.raise_()

    def clear(self) -> None:
        """Empties the field and hides the results."""
        self.field.clear()
        if self._results:
            self._results.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self.field.hasFocus():
            draw_ring(QPainter(self), self.rect().toRectF())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if self._results and self._results.isVisible():
            self._place(self._results.people.count())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self.field and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._is_ours(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._is_ours(event):
                self._on_key(event)
                return True
        return super().eventFilter(watched, event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            return True
        ours = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
        # The results hide the card: its verbs must not act on somebody whom the desk no longer sees.
        return self.results_shown() and (event.key() in ours or event.key() in _DESK_KEYS)

    def _on_key(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.query_changed.emit("")
            return
        people = self._overlay().people
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            people.step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_F2:
            self._add_walk_in()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            people.choose(people.currentRow())

    def _on_field_text_edited(self, text: str) -> None:
        if self._results and not text.strip():
            self._results.hide()
        self.query_changed.emit(text)

    def _on_person_chosen(self, attendee_id: str) -> None:
        self.clear()
        self.person_chosen.emit(attendee_id)

    def _add_walk_in(self) -> None:
        query = self.field.text().strip()
        self.clear()
        self.walk_in_requested.emit(query)

    def _overlay(self) -> _Results:
        if self._results is None:
            self._results = _Results(self.parentWidget() or self)
            self._results.people.person_chosen.connect(self._on_person_chosen)
            self._results.add.clicked.connect(self._add_walk_in)
        return self._results

    def _place(self, rows: int) -> None:
        results = self._overlay()
        top_left = self.mapTo(results.parentWidget() or self, QPoint(0, 0))
        height = min(results.height_for(rows), max(ROW_PX * 2, top_left.y() - 76))
        results.setGeometry(top_left.x(), top_left.y() - height - 6, self.width(), height)
