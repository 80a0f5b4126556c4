"""The form of one element of a badge layout, or of its sheet: a field for each key, as its check allows."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from vi_events.checkin.badge_elements import FIELDS
from vi_events.checkin.badge_remarks import DOTS_PER_MM
from vi_events.edition.models import CATEGORIES
from vi_events.ui.checkin.wording import category_label
from vi_events.ui.language import locale
from vi_events.ui.preparation.badge_words import badge_field_label, key_label, kind_label, value_label
from vi_events.ui.theme import LEAD_PX, LIGHT, RADIUS_BUTTON_PX, color
from vi_events.ui.widgets.buttons import draw_ring
from vi_events.ui.widgets.form import Choice, FormField, Tick, small_button
from vi_events.ui.widgets.panel import Text

_NARROW_PX = 120
_WIDE = ("text", "file", "only_for", "categories", "two_sided_fold")
"""Keys whose field takes the width of the form."""


class ElementForm(QWidget):
    """Shows an element or a layout; ``changed(key, value)`` when a person changed a key."""

    changed = Signal(str, object)
    logo_requested = Signal()
    fields_made = Signal()
    """The fields are those of another kind."""

    def __init__(self) -> None:
        super().__init__()
        self._kind: type[Any] | None = None
        self._rows: dict[str, _Row] = {}
        self._title = Text(LEAD_PX, bold=True)
        self._inside = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._inside)
        column.addStretch(1)

    def show_element(self, one: Any, paper: str) -> None:
        """Shows the keys of ``one``; fields of the same kind stay, so that the hand stays where it is."""
        if type(one) is not self._kind:
            self._kind = type(one)
            self._make_rows(self._kind)
        self._title.setText(kind_label(self._kind.__name__.lower()))
        for key, row in self._rows.items():
            row.show_value(getattr(one, key), paper)

    def field(self, key: str) -> FormField:
        """The field of a key."""
        return self._rows[key].field

    # Inside

    def _make_rows(self, kind: type[Any]) -> None:
        self._rows = {key: self._row(key, check) for key, check in _keys(kind)}
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        at = 0
        for key, row in self._rows.items():
            if key in _WIDE:
                at += at % 2
                grid.addWidget(row.field, at // 2, 0, 1, 2)
                at += 2
            else:
                grid.addWidget(row.field, at // 2, at % 2)
                at += 1
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column = self.layout()
        assert column is not None
        column.replaceWidget(self._inside, inside)
        # At once: a form of before must neither be seen nor speak any more.
        self._inside.hide()
        self._inside.blockSignals(True)
        self._inside.deleteLater()
        self._inside = inside
        self.fields_made.emit()

    def _row(self, key: str, check: Any) -> "_Row":
        def tell(value: object) -> None:
            row.field.show_problem(check.advice(value))
            self.changed.emit(key, value)

        row: _Row
        if hasattr(check, "lowest"):
            row = _NumberRow(key, (check.lowest, check.highest), tell)
        elif hasattr(check, "words"):
            row = _ChoiceRow(key, check.words, tell)
        elif key in ("only_for", "categories"):
            row = _CategoriesRow(key, tell)
        elif key == "two_sided_fold":
            row = _FlagRow(key, tell)
        elif key == "file":
            row = _FileRow(key, self.logo_requested.emit)
        else:
            row = _TemplateRow(key, tell)
        return row


def _keys(kind: type[Any]) -> Sequence[tuple[str, Any]]:
    """The keys of a kind with their checks, wide ones first and last as a person fills them in."""
    found = [(one.name, check) for one in fields(kind) for check in getattr(one.type, "__metadata__", ())]
    found = [pair for pair in found if pair[0] != "paper"]  # chosen once for the whole editor
    first = [pair for pair in found if pair[0] in ("text", "file")]
    last = [pair for pair in found if pair[0] in ("only_for", "categories", "two_sided_fold")]
    return [*first, *(pair for pair in found if pair not in first and pair not in last), *last]


class _Row(Protocol):
    """One key: its field, and how a value is shown in it without being told as a change."""

    field: FormField

    def show_value(self, value: Any, paper: str) -> None: ...


class _Number(QSpinBox):
    """A number typed or stepped, dressed as the other fields; the wheel, which scrolls the page, leaves it."""

    def __init__(self) -> None:
        super().__init__()
        # With a style sheet of its own and no buttons, Qt leaves its line one pixel wide.
        self.setFrame(False)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.lineEdit().setStyleSheet("border: 0; padding: 0 8px; background: transparent;")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(color(LIGHT.line))
        painter.setBrush(color(LIGHT.card))
        box = self.rect().toRectF()
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_BUTTON_PX, RADIUS_BUTTON_PX)
        if self.hasFocus():
            draw_ring(painter, box)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        event.ignore()


class _NumberRow:
    def __init__(self, key: str, bounds: tuple[int, int], tell: Callable[[object], None]) -> None:
        self._spin = _Number()
        self._spin.setRange(*bounds)
        self._spin.setGroupSeparatorShown(False)
        self._spin.setLocale(locale())
        self._spin.setMinimumWidth(_NARROW_PX)
        self._percent = key == "share"
        self._per_mm = 8.0
        self._spin.valueChanged.connect(self._say_unit)
        self._spin.valueChanged.connect(tell)
        self.field = FormField(key_label(key), self._spin)

    def show_value(self, value: Any, paper: str) -> None:
        self._per_mm = DOTS_PER_MM[paper]
        if self._spin.value() != value:
            self._spin.blockSignals(True)
            self._spin.setValue(value)
            self._spin.blockSignals(False)
        self._say_unit()

    def _say_unit(self) -> None:
        if self._percent:
            self._spin.setSuffix("\u00a0%")
            return
        mm = locale().toString(self._spin.value() / self._per_mm, "f", 1)
        said = QCoreApplication.translate("BadgeForm", "\u00a0pts, %1\u00a0mm").replace("%1", mm)
        if self._spin.suffix() != said:
            # The suffix takes the cursor along; a person may be typing.
            at = self._spin.lineEdit().cursorPosition()
            self._spin.setSuffix(said)
            self._spin.lineEdit().setCursorPosition(at)


class _ChoiceRow:
    def __init__(self, key: str, words: Sequence[str], tell: Callable[[object], None]) -> None:
        self._choice = Choice()
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choice.setMinimumContentsLength(6)
        self._choice.setMinimumWidth(_NARROW_PX)
        for word in words:
            self._choice.addItem(value_label(word), word)
        self._choice.activated.connect(lambda row: tell(self._choice.itemData(row)))
        self.field = FormField(key_label(key), self._choice)

    def show_value(self, value: Any, paper: str) -> None:  # noqa: ARG002
        self._choice.setCurrentIndex(self._choice.findData(value))


class _FlagRow:
    def __init__(self, key: str, tell: Callable[[object], None]) -> None:
        self._tick = Tick()
        self._tick.setText(QCoreApplication.translate("BadgeForm", "Oui, tête-bêche"))
        self._tick.clicked.connect(tell)
        self.field = FormField(key_label(key), self._tick)

    def show_value(self, value: Any, paper: str) -> None:  # noqa: ARG002
        self._tick.setChecked(value)


class _CategoriesRow:
    """A box for each category. The last of a layout's stays: a layout serves somebody."""

    def __init__(self, key: str, tell: Callable[[object], None]) -> None:
        self._must_serve = key == "categories"
        self._ticks = {category: Tick() for category in CATEGORIES}
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        for number, (category, tick) in enumerate(self._ticks.items()):
            tick.setText(category_label(category))
            tick.clicked.connect(lambda: tell(self._chosen()))
            grid.addWidget(tick, number // 2, number % 2)
        self.field = FormField(key_label(key), holder)

    def show_value(self, value: Any, paper: str) -> None:  # noqa: ARG002
        for category, tick in self._ticks.items():
            tick.setChecked(category in value)
            tick.setEnabled(not self._must_serve or tuple(value) != (category,))

    def _chosen(self) -> tuple[str, ...]:
        return tuple(category for category, tick in self._ticks.items() if tick.isChecked())


class _FileRow:
    def __init__(self, key: str, ask: Callable[[], None]) -> None:
        self._name = Text(LEAD_PX)
        self.button = small_button(
            QCoreApplication.translate("BadgeForm", "Choisir…"),
            QCoreApplication.translate("BadgeForm", "Choisir l’image du logo"),
        )
        self.button.clicked.connect(ask)
        self.field = FormField(key_label(key), _beside(self._name, self.button))

    def show_value(self, value: Any, paper: str) -> None:  # noqa: ARG002
        self._name.setText(value)


class _TemplateRow:
    """A line of words, with a menu of what it may name in braces."""

    def __init__(self, key: str, tell: Callable[[object], None]) -> None:
        self._line = QLineEdit()
        self._line.setMaxLength(300)
        self._line.textChanged.connect(self._on_text_changed)
        self._tell = tell
        self._quiet = False
        self._menu = small_button(
            QCoreApplication.translate("BadgeForm", "Insérer…"),
            QCoreApplication.translate("BadgeForm", "Insérer un renseignement de la personne"),
        )
        self._menu.clicked.connect(self._open_menu)
        holder = _beside(self._line, self._menu)
        self.field = FormField(key_label(key), holder)
        holder.setFocusProxy(self._line)
        self._line.setAccessibleName(key_label(key))

    def show_value(self, value: Any, paper: str) -> None:  # noqa: ARG002
        if self._line.text() != value:
            self._quiet = True
            self._line.setText(value)
            self._quiet = False
            self.field.show_problem("")

    def _on_text_changed(self, text: str) -> None:
        if not self._quiet:
            self._tell(text)

    def _open_menu(self) -> None:
        menu = QMenu(self._menu)
        for name in FIELDS:
            menu.addAction(badge_field_label(name)).triggered.connect(
                lambda _=False, name=name: self._line.insert(f"{{{name}}}")
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._menu.mapToGlobal(QPoint(0, self._menu.height())))


def _beside(wide: QWidget, button: QAbstractButton) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(wide, 1)
    row.addWidget(button)
    return holder
