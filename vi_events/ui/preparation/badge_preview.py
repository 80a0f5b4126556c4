"""What a badge layout makes of the hardest people of the edition: one badge dot for dot, or all of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from vi_events.checkin.badge_remarks import TrialBadge, try_badge
from vi_events.ui.job import Job
from vi_events.ui.preparation.badge_outline import LIST_SHEET
from vi_events.ui.preparation.badge_words import remark_label
from vi_events.ui.preparation.words import counted
from vi_events.ui.theme import BASE_PX, LIGHT, NOTE_PX, color, font
from vi_events.ui.widgets.badge_picture import pixmap
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.form import Choice
from vi_events.ui.widgets.panel import Panel, Text, plain_tip

if TYPE_CHECKING:
    from vi_events.checkin.badge import BadgeData
    from vi_events.checkin.badge_elements import Layout
    from vi_events.errors import ViError

_BUTTON_PX, _ZOOM_PX, _COLUMNS = 50, 150, 5
_LARGEST_ZOOM = 4
_MARGIN_PX = 12
_NUMBER_PX = 40
"""Room for the number under a badge of the sheet."""


class Redraw(QObject):
    """Draws badges off the window's thread, one at a time. What was asked before and is not begun is forgotten."""

    drawn = Signal(int, object)
    """(number of the person, TrialBadge)."""
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[tuple[int, BadgeData, Layout]] = []
        self._job: Job | None = None
        self._stale = False

    def ask(self, layout: Layout, people: Sequence[BadgeData], first: int) -> None:
        """Draws everybody by ``layout``, person ``first`` first."""
        order = sorted(range(len(people)), key=lambda number: number != first)
        self._waiting = [(number, people[number], layout) for number in order]
        self._stale = True
        self._next()

    def stop(self) -> None:
        """Nothing more comes out."""
        self._waiting.clear()
        if self._job is not None:
            self._job.forget()

    def _next(self) -> None:
        if self._job is None and self._waiting:
            self._stale = False
            number, data, layout = self._waiting.pop(0)
            self._job = Job(lambda: try_badge(data, layout), partial(self._on_drawn, number), self._on_failed)

    def _on_drawn(self, number: int, badge: TrialBadge) -> None:
        self._job = None
        if not self._stale:
            self.drawn.emit(number, badge)
        self._next()

    def _on_failed(self, problem: ViError) -> None:
        self._job = None
        self.failed.emit(problem)
        self._next()


class DotPicture(QWidget):
    """A picture on which a dot is a whole number of pixels of the screen; ``zoom`` 0 shows it whole, smaller if it
    must.
    """

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self._shown = QPixmap()
        self._zoom = 0

    def show_picture(self, picture: QPixmap, zoom: int, room: QSize) -> None:
        """``room`` is where a picture shown whole must fit, in pixels of the window."""
        self._picture = picture
        ratio = self.devicePixelRatioF()
        if picture.isNull():
            return
        widest, highest = (room.width() * ratio / picture.width(), room.height() * ratio / picture.height())
        whole = min(widest, highest, _LARGEST_ZOOM)
        scale = float(zoom or (int(whole) if whole >= 1 else whole))
        size = QSize(max(1, int(picture.width() * scale)), max(1, int(picture.height() * scale)))
        how = Qt.TransformationMode.FastTransformation if scale >= 1 else Qt.TransformationMode.SmoothTransformation
        self._shown = picture.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, how)
        self._shown.setDevicePixelRatio(ratio)
        self.setFixedSize(round(size.width() / ratio) + 2, round(size.height() / ratio) + 2)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        if not self._picture.isNull():
            painter = QPainter(self)
            painter.drawPixmap(1, 1, self._shown)
            painter.setPen(color(LIGHT.ink_2))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class _Desk(QScrollArea):
    """Where the picture lies; its arrows step through the people."""

    stepped = Signal(int)
    resized = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.resized.emit()


class _Sheet(QListWidget):
    """All the badges, small; Enter or a click goes to one."""

    opened = Signal(int)
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Planche des badges les plus difficiles"))
        self.setStyleSheet(LIST_SHEET)
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setMovement(QListWidget.Movement.Static)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setFont(font(NOTE_PX, bold=True))
        self.itemClicked.connect(lambda item: self.opened.emit(self.row(item)))

    def fit(self, paper: QSize) -> None:
        """Five in a row and two rows, however large the window is."""
        cell = QSize((self.width() - 16) // _COLUMNS, (self.height() - 16) // 2)
        room = cell - QSize(16, _NUMBER_PX)
        self.setIconSize(paper.scaled(room.expandedTo(QSize(40, 40)), Qt.AspectRatioMode.KeepAspectRatio))
        self.setGridSize(cell)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.currentRow())
        else:
            super().keyPressEvent(event)


class BadgePreview(QWidget):
    """Shows badges of ``people``, drawn again whenever the layout changes."""

    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._people: tuple[BadgeData, ...] = ()
        self._layout: Layout | None = None
        self._category = ""
        self._badges: dict[int, TrialBadge] = {}
        self._at = 0
        self.redraw = Redraw(self)
        self.redraw.drawn.connect(self._on_drawn)
        self.redraw.failed.connect(self.failed)
        self.before = KeyButton("◀", "Alt+←")
        self.after = KeyButton("▶", "Alt+→")
        self.who = Text(BASE_PX, bold=True, wrap=True)
        self.zoom = Choice()
        self.sheet_button = KeyButton(self.tr("Les voir tous"), "F6")
        self.picture, self._desk, self.sheet, self._views = DotPicture(), _Desk(), _Sheet(), QStackedWidget()
        self._panel, self.remarks = Panel(), Text(NOTE_PX, wrap=True)
        self._dress()
        self._lay_out()

    def badge(self) -> TrialBadge | None:
        """The badge in view as it was drawn last."""
        return self._badges.get(self._at)

    def drawn(self) -> int:
        """How many of the badges are drawn by the layout of now."""
        return len(self._badges)

    def show_people(self, people: Sequence[BadgeData]) -> None:
        """Tries these people; starts with the first."""
        self._people, self._at = tuple(people), 0
        self.sheet.clear()
        for number in range(1, len(people) + 1):
            self.sheet.addItem(QListWidgetItem(str(number)))
        self._ask()

    def show_layout(self, layout: Layout, category: str) -> None:
        """Draws everybody as if they were of ``category``."""
        if (layout, category) != (self._layout, self._category):
            self._layout, self._category = layout, category
            self._ask()

    def step(self, by: int) -> None:
        """Goes to another person, from the last to the first."""
        if self._people:
            self.go_to((self._at + by) % len(self._people))

    def go_to(self, number: int) -> None:
        """Shows one person, from 0."""
        self._at = number
        self._views.setCurrentWidget(self._desk)
        self._show()

    def toggle_sheet(self) -> None:
        """All at once, or one."""
        many = self._views.currentWidget() is self._desk
        self._views.setCurrentWidget(self.sheet if many else self._desk)
        if many:
            self.sheet.setCurrentRow(self._at)
        self._show()
        (self.sheet if many else self._desk).setFocus()

    def change_zoom(self, by: int) -> None:
        """One step nearer or farther."""
        self.zoom.setCurrentIndex(min(max(self.zoom.currentIndex() + by, 0), self.zoom.count() - 1))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._show()

    # Inside

    def _dress(self) -> None:
        self.before.setAccessibleName(self.tr("Badge précédent (Alt+←)"))
        self.after.setAccessibleName(self.tr("Badge suivant (Alt+→)"))
        self.zoom.setAccessibleName(self.tr("Agrandissement"))
        self.zoom.addItem(self.tr("Badge entier"))
        for zoom in range(1, _LARGEST_ZOOM + 1):
            self.zoom.addItem(counted(zoom, self.tr("1 point, %1 pixel"), self.tr("1 point, %1 pixels")))
        self.zoom.setFixedWidth(_ZOOM_PX + 40)
        self.zoom.currentIndexChanged.connect(lambda _: self._show())
        self.zoom.setToolTip(self.tr("Ctrl++ et Ctrl+-"))
        for button, keys, act in (
            (self.before, "Alt+Left", partial(self.step, -1)),
            (self.after, "Alt+Right", partial(self.step, 1)),
            (self.sheet_button, "F6", self.toggle_sheet),
        ):
            button.setFixedHeight(_BUTTON_PX)
            button.bind(keys)
            button.clicked.connect(lambda _=False, act=act: act())
        self._desk.setWidget(self.picture)
        self._desk.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._desk.setAccessibleName(self.tr("Badge tel qu’il sera imprimé\u202f; flèches pour les autres"))
        self._desk.stepped.connect(self.step)
        self._desk.resized.connect(self._show)
        self.sheet.opened.connect(self.go_to)
        self.sheet.resized.connect(self._show)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.before, self.after, self.sheet_button):
            button.setFixedWidth(button.sizeHint().width())
        row.addWidget(self.before)
        row.addWidget(self.after)
        row.addStretch(1)
        row.addWidget(self.zoom)
        row.addWidget(self.sheet_button)
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addWidget(self.remarks)
        self._views.addWidget(self._desk)
        self._views.addWidget(self.sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.who)
        column.addWidget(self._views, 1)
        column.addWidget(self._panel)

    def _ask(self) -> None:
        self._badges.clear()
        if self._layout is not None and self._people:
            people = [replace(person, category=self._category) for person in self._people]
            self.redraw.ask(self._layout, people, self._at)

    def _on_drawn(self, number: int, badge: TrialBadge) -> None:
        self._badges[number] = badge
        if self._views.currentWidget() is self.sheet:
            self._show_on_sheet(number)
        if number == self._at:
            self._show()
        else:
            self._show_remarks()

    def _show(self) -> None:
        many = self._views.currentWidget() is self.sheet
        self.sheet_button.set_text(self.tr("En voir un") if many else self.tr("Les voir tous"))
        self.zoom.setEnabled(not many)
        if not self._people:
            return
        person = self._people[self._at]
        said = self.tr("%1 sur %2").replace("%1", str(self._at + 1)).replace("%2", str(len(self._people)))
        self.who.setText(f"{said} · {person.first_name} {person.last_name}")
        badge = self.badge()
        if many:
            for number in self._badges:
                self._show_on_sheet(number)
        elif badge is not None:
            room = self._desk.viewport().size() - QSize(_MARGIN_PX, _MARGIN_PX)
            self.picture.show_picture(pixmap(badge.image), self.zoom.currentIndex(), room)
            self.picture.setAccessibleName(self.who.text())
        self._show_remarks()

    def _show_on_sheet(self, number: int) -> None:
        badge, item, person = self._badges[number], self.sheet.item(number), self._people[number]
        self.sheet.fit(QSize(*badge.image.size))
        smooth = Qt.TransformationMode.SmoothTransformation
        small = pixmap(badge.image).scaled(self.sheet.iconSize(), Qt.AspectRatioMode.KeepAspectRatio, smooth)
        painter = QPainter(small)
        painter.setPen(color(LIGHT.line))
        painter.drawRect(small.rect().adjusted(0, 0, -1, -1))
        painter.end()
        icon = QIcon(small)
        icon.addPixmap(small, QIcon.Mode.Selected)  # else the chosen one would be tinted
        item.setIcon(icon)
        item.setText(f"◆ {number + 1}" if badge.remarks else str(number + 1))
        name = f"{person.first_name} {person.last_name}"
        said = [name, *(remark_label(remark) for remark in badge.remarks)]
        item.setToolTip(plain_tip("\n".join(said)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ". ".join(said))

    def _show_remarks(self) -> None:
        badge = self.badge()
        if badge is None:
            return
        lines = [f"◆ {remark_label(remark)}" for remark in badge.remarks] or [self.tr("● Rien à redire de ce badge.")]
        others = sum(bool(each.remarks) for number, each in self._badges.items() if number != self._at)
        if others:
            lines.append(
                counted(others, self.tr("%1 autre badge à regarder."), self.tr("%1 autres badges à regarder."))
            )
        self._panel.set_tone("warn" if badge.remarks else "ok")
        self.remarks.set_ink(LIGHT.warn.ink if badge.remarks else LIGHT.ok.ink)
        self.remarks.setText("\n".join(lines))
