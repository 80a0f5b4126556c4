"""Fields with their sentence, and the dialog that holds them."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QIntValidator, QKeyEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vi_events.ui.theme import HALO_PX, LIGHT, NOTE_PX, TITLE_PX, font, framed
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.panel import Text, plain_tip

_CONTROL_PX = 42
_CONTROL_MARGIN_PX = 4
"""Room of a FormField above and below its control."""
TABLE_SHEET = f"""
    QTableView {{ background: {LIGHT.card}; alternate-background-color: {LIGHT.background}; outline: 0; }}
    {framed("QTableView", LIGHT.line, LIGHT.info.main)}
    QTableView::item {{ padding: 4px 5px; }}
    QTableView::item:selected {{ background: {LIGHT.info.paper}; color: {LIGHT.ink}; }}
    QHeaderView::section {{ background: {LIGHT.card}; color: {LIGHT.ink_2}; padding: 6px 8px; border: 0;
        border-bottom: 1px solid {LIGHT.line}; font-weight: bold; }}
"""
_CELL_PADDING_PX, _CELL_EDGES_PX, _CELL_ICON_GAP_PX = 16, 16, 8
"""Of a table's cell: above and below its words together, at both sides, beside its icon."""
_SORTED_PX = 18
"""Of a header: its arrow."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FormField(QWidget):
    """A control under its label; below it a hint, or what is wrong."""

    def __init__(self, label: str, control: QWidget) -> None:
        super().__init__()
        self.control = control
        control.setAccessibleName(label)
        # Without a floor, a sentence that appears below would squeeze the control.
        control.setMinimumHeight(max(_CONTROL_PX, control.sizeHint().height()))
        self._hint = ""
        self._problem = ""
        title = Text(NOTE_PX, bold=True)
        title.setText(label)
        title.setBuddy(control)
        self._note = Text(NOTE_PX, ink=LIGHT.ink_2, wrap=True)
        self._note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (title, control, self._note):
            column.addWidget(part)

    @property
    def problem(self) -> str:
        return self._problem

    def note(self) -> str:
        """The sentence shown under the control."""
        return self._note.text()

    def show_hint(self, text: str) -> None:
        """Shows a neutral sentence, unless a problem is shown."""
        self._hint = text
        self._show()

    def show_problem(self, text: str) -> None:
        """Shows what is wrong; empty when it is put right."""
        self._problem = text
        self._show()

    def _show(self) -> None:
        self._note.set_ink(LIGHT.bad.ink if self._problem else LIGHT.ink_2)
        self._note.show_text(f"■ {self._problem}" if self._problem else self._hint)
        self.control.setAccessibleDescription(self._problem or self._hint)


class FormDialog(QDialog):
    """Enter does what the main button says, from any control but another button, which it presses. Escape leaves; once
    something was typed, it asks first.
    """

    def __init__(self, title: str, accept_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self._at_first: list[str] = []
        """What the lines held when the dialog was shown."""
        self._asked: list[str] | None = None
        """What they held when Escape asked whether to leave it."""
        heading = Text(TITLE_PX, bold=True, wrap=True)
        heading.setText(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.accept_button = KeyButton(accept_text, self.tr("Entrée"), kind="primary")
        self.accept_button.clicked.connect(self.accept)
        self.cancel_button = KeyButton(self.tr("Annuler"), self.tr("Échap"))
        self.cancel_button.clicked.connect(self.reject)
        self.leaving = Text(NOTE_PX, bold=True, ink=LIGHT.warn.ink, wrap=True)
        self.leaving.hide()
        foot = QHBoxLayout()
        foot.setContentsMargins(-HALO_PX, 0, 0, 0)
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        foot.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addLayout(self.body, 1)
        column.addWidget(self.leaving)
        column.addLayout(foot)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        if not event.spontaneous():
            self._at_first = self._typed()
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        grows = event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show)
        done = super().event(event)
        # After any other event, such as the last one, there may be no layout left to ask.
        layout = self.layout() if grows else None
        if layout is not None:
            # Lines that wrap have no minimum height of their own: the window grows with its sentences.
            needed = layout.totalHeightForWidth(self.width())
            if needed > self.height():
                self.resize(self.width(), needed)
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            if not event.isAutoRepeat():
                self._escape()
        elif event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._enter(at_once=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))

    def _enter(self, *, at_once: bool) -> None:
        focused = self.focusWidget()
        if isinstance(focused, QAbstractButton) and not focused.isCheckable() and not at_once:
            focused.click()
        elif self.accept_button.isEnabled():
            self.accept()

    def _escape(self) -> None:
        typed = self._typed()
        if typed in (self._at_first, self._asked):
            self.reject()
            return
        self._asked = typed
        self.leaving.show_text(
            self.tr("◆ Ce que vous avez écrit n’est pas enregistré\u202f: Échap encore pour abandonner.")
        )

    def _typed(self) -> list[str]:
        return [line.text() for line in self.findChildren(QLineEdit)]


class Tick(QCheckBox):
    """A box that Space ticks. Enter is the form’s on every desktop: on some, Qt has it tick the box."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in _ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)


class NumberField(QLineEdit):
    """A whole number from 1 to ``most``; what cannot be read is the number it began with."""

    def __init__(self, number: int, most: int) -> None:
        super().__init__(str(number))
        self._first = number
        self.setValidator(QIntValidator(1, most, self))

    def value(self) -> int:
        """The number."""
        return int(self.text()) if self.hasAcceptableInput() else self._first


class Choice(QComboBox):
    """A list to choose from. The wheel, which scrolls the page, leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        event.ignore()


def combo(choices: Sequence[tuple[str, str | int]], now: str | int) -> QComboBox:
    """A choice among (words, value) pairs, on ``now``, else on the first."""
    made = QComboBox()
    made.setFixedHeight(_CONTROL_PX)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(8)
    for text, value in choices:
        made.addItem(text, value)
    made.setCurrentIndex(max(0, made.findData(now)))
    return made


def small_button(text: str, spoken: str) -> KeyButton:
    """A button as high as the control beside it; ``spoken`` says to screen readers what it acts on."""
    button = KeyButton(text)
    button.setAccessibleName(spoken)
    button.setFixedSize(button.sizeHint().width(), _CONTROL_PX + 2 * _CONTROL_MARGIN_PX)
    return button


def cell_width(words: Iterable[str], face: QFont, icon_px: int = 0) -> int:
    """The width in pixels of a column of ``TABLE_SHEET`` that cuts none of these words."""
    metrics = QFontMetrics(face)
    longest = max((metrics.horizontalAdvance(each) for each in words), default=0)
    return longest + _CELL_EDGES_PX + 2 + (icon_px + _CELL_ICON_GAP_PX if icon_px else 0)


def header_width(words: str, *, sorts: bool = False) -> int:
    """The width in pixels of a header that is not cut; with its arrow in a table that ``sorts``."""
    return cell_width((words,), font(NOTE_PX, bold=True)) + (_SORTED_PX if sorts else 0)


class _Cells(QStyledItemDelegate):
    """Rows as high as their words in the width of the column: Qt, which forgets the padding of the style sheet, cuts
    them or leaves a line too many.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        hint: QSize = super().sizeHint(option, index)
        icon = index.data(Qt.ItemDataRole.DecorationRole) is not None
        room = option.rect.width() - _CELL_EDGES_PX - (option.decorationSize.width() + _CELL_ICON_GAP_PX if icon else 0)
        if room <= 0:
            return hint  # asked for the column's width
        words = option.fontMetrics.boundingRect(0, 0, room, 0, Qt.TextFlag.TextWordWrap, str(index.data() or ""))
        return QSize(hint.width(), words.height() + _CELL_PADDING_PX)


class PlainTable(QTableWidget):
    """Rows to read. The last column takes the room that is left and goes to the next line when it must."""

    def __init__(self, headers: Sequence[str], name: str) -> None:
        super().__init__(0, len(headers))
        self.setHorizontalHeaderLabels(list(headers))
        self.setAccessibleName(name)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setStyleSheet(TABLE_SHEET)
        self.setAlternatingRowColors(True)
        self.setWordWrap(True)
        self.setItemDelegate(_Cells(self))
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setFont(font(NOTE_PX, bold=True))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(len(headers) - 1, QHeaderView.ResizeMode.Stretch)
        header.setMaximumSectionSize(340)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._measure = QTimer(self, singleShot=True, interval=0)
        self._measure.timeout.connect(self.resizeRowsToContents)
        header.sectionResized.connect(lambda *_: self._measure.start())

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Replaces what is shown."""
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_tip(text))
                self.setItem(number, column, item)

    def texts(self) -> list[tuple[str, ...]]:
        """What is shown, row by row."""
        columns = range(self.columnCount())
        return [tuple(self._text(row, column) for column in columns) for row in range(self.rowCount())]

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text() if item else ""
