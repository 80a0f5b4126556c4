"""The elements of a badge layout, in order, with the verbs that add, remove and move them."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QMenu, QVBoxLayout, QWidget

from vi_events.checkin.badge_elements import (
    KINDS,
    PAPERS,
    Band,
    Cut,
    Element,
    Fold,
    Layout,
    Logo,
    Name,
    Qr,
    Rule,
    Text,
)
from vi_events.ui.preparation.badge_words import element_label, kind_label
from vi_events.ui.theme import BASE_PX, HALO_PX, LIGHT, NOTE_PX, color, font, framed
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.panel import Text as Label
from vi_events.ui.widgets.panel import plain_tip

_BUTTON_PX = 50
LIST_SHEET = f"""
    QListWidget {{ background: {LIGHT.card}; outline: 0; }}
    {framed("QListWidget", LIGHT.line, LIGHT.info.main)}
    QListWidget::item {{ padding: 5px 8px; }}
    QListWidget::item:selected {{ background: {LIGHT.info.paper}; color: {LIGHT.ink}; }}
"""


class ElementList(QWidget):
    """Emits ``chosen(row)``, row 0 being the sheet, and ``changed(layout, row to choose)``."""

    chosen = Signal(int)
    changed = Signal(object, int)
    logo_wanted = Signal()
    """A logo is to be added, once somebody says which."""

    def __init__(self) -> None:
        super().__init__()
        self._layout: Layout | None = None
        self.rows = QListWidget()
        self.rows.setAccessibleName(self.tr("Éléments du badge"))
        self.rows.setStyleSheet(LIST_SHEET)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.currentRowChanged.connect(self._on_row)
        self.add_button = KeyButton(self.tr("Ajouter…"), self.tr("Inser"))
        self.remove_button = KeyButton(self.tr("Retirer"), self.tr("Suppr"))
        self.up_button = KeyButton(self.tr("Monter"), "Ctrl+↑")
        self.down_button = KeyButton(self.tr("Descendre"), "Ctrl+↓")
        self._bind(self.add_button, "Ins", self._open_menu)
        self._bind(self.remove_button, "Del", self._remove)
        self._bind(self.up_button, "Ctrl+Up", lambda: self._move(-1))
        self._bind(self.down_button, "Ctrl+Down", lambda: self._move(1))
        self._lay_out()

    def row(self) -> int:
        """The row chosen; 0 is the sheet, elements follow."""
        return max(0, self.rows.currentRow())

    def show_layout(self, layout: Layout, category: str, row: int) -> None:
        """Lists the elements; those that this category has not are in italics."""
        self._layout = layout
        self.rows.blockSignals(True)
        while self.rows.count() > len(layout.elements) + 1:
            self.rows.takeItem(self.rows.count() - 1)
        while self.rows.count() < len(layout.elements) + 1:
            self.rows.addItem(QListWidgetItem())
        self._dress(0, kind_label("layout"), True)
        for number, one in enumerate(layout.elements, 1):
            self._dress(number, element_label(one), not one.only_for or category in one.only_for)
        self.rows.setCurrentRow(min(row, len(layout.elements)))
        self.rows.blockSignals(False)
        self._enable()

    def add(self, one: Element) -> None:
        """Puts an element after the one chosen."""
        layout = self._layout
        if layout is not None:
            row = self.row()
            elements = (*layout.elements[:row], one, *layout.elements[row:])
            self.changed.emit(replace(layout, elements=elements), row + 1)

    # Inside

    def _bind(self, button: KeyButton, keys: str, act: Callable[[], None]) -> None:
        button.setFixedHeight(_BUTTON_PX)
        button.clicked.connect(act)
        # Only in the list: elsewhere these keys write.
        shortcut = QShortcut(QKeySequence(keys), self.rows)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(button.click)

    def _lay_out(self) -> None:
        title = Label(NOTE_PX, bold=True)
        title.setText(self.tr("Éléments, de haut en bas"))
        title.setBuddy(self.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(title)
        column.addWidget(self.rows, 1)
        for pair in ((self.add_button, self.remove_button), (self.up_button, self.down_button)):
            row = QHBoxLayout()
            row.setContentsMargins(-HALO_PX, 0, -HALO_PX, 0)
            row.setSpacing(0)
            for button in pair:
                row.addWidget(button)
            column.addLayout(row)

    def _dress(self, row: int, text: str, used: bool) -> None:
        item = self.rows.item(row)
        item.setText(text)
        item.setToolTip(plain_tip(text))
        item.setForeground(color(LIGHT.ink if used else LIGHT.ink_2))
        style = QFont(font(BASE_PX))
        style.setItalic(not used)
        item.setFont(style)
        spoken = text if used else self.tr("%1, pas dans cette catégorie").replace("%1", text)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _on_row(self, row: int) -> None:
        self._enable()
        self.chosen.emit(max(0, row))

    def _enable(self) -> None:
        row, count = self.row(), self.rows.count()
        self.remove_button.setEnabled(row > 0 and count > 2)
        self.up_button.setEnabled(row > 1)
        self.down_button.setEnabled(0 < row < count - 1)

    def _remove(self) -> None:
        layout, row = self._layout, self.row()
        if layout is not None and row:
            elements = (*layout.elements[: row - 1], *layout.elements[row:])
            self.changed.emit(replace(layout, elements=elements), min(row, len(elements)))

    def _move(self, step: int) -> None:
        layout, row = self._layout, self.row()
        if layout is not None:
            elements = list(layout.elements)
            elements.insert(row - 1 + step, elements.pop(row - 1))
            self.changed.emit(replace(layout, elements=tuple(elements)), row + step)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        for kind in KINDS:
            menu.addAction(kind_label(kind)).triggered.connect(lambda _=False, kind=kind: self._add_kind(kind))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.add_button.mapToGlobal(QPoint(0, self.add_button.height())))

    def _add_kind(self, kind: str) -> None:
        if kind == "logo":
            self.logo_wanted.emit()
        elif self._layout is not None:
            self.add(new_element(kind, self._layout.paper, self.tr("Votre texte")))


def new_element(kind: str, paper: str, words: str) -> Element:
    """An element to start from, as large as its paper asks; ``words`` is what a text says, or a logo's file."""
    scale = PAPERS[paper][0] / PAPERS["80"][0]

    def dots(on_roll: int) -> int:
        return max(1, round(on_roll * scale))

    made: dict[str, Element] = {
        "band": Band(height=dots(64), size=dots(40)),
        "name": Name(text="{last_name}", size=dots(64), floor=dots(40), share=20),
        "text": Text(text=words, size=dots(30), floor=dots(20), gap=dots(8)),
        "qr": Qr(module=max(5, dots(8))),
        "logo": Logo(file=words, width=dots(160), height=dots(80), gap=dots(8)),
        "rule": Rule(thickness=dots(2), gap=dots(8)),
        "fold": Fold(length=max(2, dots(20))),
        "cut": Cut(thickness=dots(2)),
    }
    return made[kind]
