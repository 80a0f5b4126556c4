"""« Préparation »: one page at a time, chosen in the list at the left; each is made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from vi_events.edition.programme import EDITION
from vi_events.ui.checkin.wording import QT_TRANSLATE_NOOP
from vi_events.ui.preparation.page import Page
from vi_events.ui.preparation.palmares_parts import Notice
from vi_events.ui.theme import BASE_PX, LIGHT, NOTE_PX, TITLE_PX, font, framed
from vi_events.ui.widgets.buttons import clicks_by_enter
from vi_events.ui.widgets.panel import OneLine, Text

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.journal.store import Change
    from vi_events.ui.bridge import Bridge

_SIZE_PX, _LIST_PX, _ROW_PX = (1366, 768), 232, 46
_LIST_SHEET = f"""
    QListWidget {{ background: {LIGHT.card}; outline: 0; }}
    {framed("QListWidget", LIGHT.line, LIGHT.info.main, (4, 4))}
    QListWidget::item {{ border-radius: 6px; padding: 0 10px; color: {LIGHT.ink}; }}
    QListWidget::item:hover {{ background: {LIGHT.background}; }}
    QListWidget::item:selected {{ background: {LIGHT.info.paper}; color: {LIGHT.info.ink}; }}
"""
_HERE = "vi_events.ui.preparation"
PAGES: tuple[tuple[str, str, str], ...] = (
    ("readiness", QT_TRANSLATE_NOOP("Preparation", "Prêt\u202f?"), "readiness_page.ReadinessPage"),
    ("edition", QT_TRANSLATE_NOOP("Preparation", "Édition"), "edition_page.EditionPage"),
    ("attendees", QT_TRANSLATE_NOOP("Preparation", "Participant·es"), "attendees_page.AttendeesPage"),
    ("authorities", QT_TRANSLATE_NOOP("Preparation", "Collectivités"), "authorities_page.AuthoritiesPage"),
    ("palmares", QT_TRANSLATE_NOOP("Preparation", "Palmarès et conducteur"), "palmares_summary.PalmaresSummary"),
    ("invitations", QT_TRANSLATE_NOOP("Preparation", "Invitations"), "invitations_page.InvitationsPage"),
    ("badges", QT_TRANSLATE_NOOP("Preparation", "Badges"), "badges_summary.BadgesSummary"),
    ("devices", QT_TRANSLATE_NOOP("Preparation", "Postes et appareils"), "devices_page.DevicesPage"),
    ("secrets", QT_TRANSLATE_NOOP("Preparation", "Secrets et clés"), "secrets_page.SecretsPage"),
    ("paper", QT_TRANSLATE_NOOP("Preparation", "Papier"), "paper_page.PaperPage"),
    ("closing", QT_TRANSLATE_NOOP("Preparation", "Après la journée"), "closing_page.ClosingPage"),
)
"""Name, words, and module with class: read when the page is first shown."""


class PreparationWindow(QWidget):
    """All that comes before the day, on an open edition. To be closed before the edition is."""

    tool_requested = Signal(str, str)
    """Another window or a dialog of the desk, and what it is to show: see ``Page.tool_requested``."""
    changed = Signal()
    """A page changed something of the edition."""

    def __init__(self, opened: OpenEdition, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Préparation"))
        self._opened, self._bridge = opened, bridge
        self.pages: dict[str, Page] = {}
        """Those shown so far, by name."""
        self.list, self.told, self._title = QListWidget(), Notice(), OneLine(NOTE_PX, ink=LIGHT.ink_2)
        self._heading, self._stack = Text(TITLE_PX, bold=True), QStackedWidget()
        self._arrange()
        self.list.currentRowChanged.connect(self._on_row_changed)
        bridge.changed.connect(self._on_journal_changed)
        again = QShortcut(QKeySequence(QKeySequence.StandardKey.Refresh), self)
        again.activated.connect(lambda: self.page.refresh())
        self.resize(*_SIZE_PX)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    @property
    def page(self) -> Page:
        """The page that is shown."""
        found = self._stack.currentWidget()
        assert isinstance(found, Page)
        return found

    def show_page(self, name: str, item: str = "") -> None:
        """Shows a page, and selects ``item`` in it; any other name is asked of the other windows."""
        row = next((row for row, (known, _, _) in enumerate(PAGES) if known == name), -1)
        if row < 0:
            self.tool_requested.emit(name, item)
            return
        self.list.setCurrentRow(row)
        if item:
            self.page.show_item(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if not clicks_by_enter(self, event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """A person who closes is asked about what is not saved; a program that ends is not held up."""
        unsaved = next((name for name, page in self.pages.items() if page.is_unsaved), "")
        if event.spontaneous() and unsaved:
            event.ignore()
            self.show_page(unsaved)
            self.say("warn", self.tr("Enregistrez, ou abandonnez les changements, avant de fermer."))
        else:
            super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self.page.rereads:
            self.page.refresh()
        super().changeEvent(event)

    def say(self, level: str, sentence: str) -> None:
        """One sentence at the head of the window."""
        self.told.say(level, sentence)

    # Inside

    def _on_row_changed(self, row: int) -> None:
        name = PAGES[row][0]
        self.say("info", "")
        self._heading.setText(self._words(row))
        page = self.pages.get(name) or self._make(row)
        self._stack.setCurrentWidget(page)
        page.refresh()

    def _make(self, row: int) -> Page:
        name, _, place = PAGES[row]
        module, _, kind = place.partition(".")
        make: Callable[..., Page] = getattr(import_module(f"{_HERE}.{module}"), kind)
        page = self.pages[name] = make(self._opened, self._bridge)
        page.message.connect(self.say)
        page.shown.connect(self.show_page)
        page.tool_requested.connect(self.tool_requested)
        page.changed.connect(lambda: self._on_page_changed(page))
        self._stack.addWidget(page)
        return page

    def _on_page_changed(self, changed: Page) -> None:
        """A page that is not shown reads again when it is."""
        self.changed.emit()
        if changed is not self.page:
            self.page.refresh()

    def _on_journal_changed(self, change: Change) -> None:
        if EDITION in change.subjects:
            self._title.setText(self._opened.edition.title)

    def _words(self, row: int) -> str:
        return QCoreApplication.translate("Preparation", PAGES[row][1])

    def _arrange(self) -> None:
        self.list.setAccessibleName(self.tr("Pages de la préparation"))
        self.list.setFixedWidth(_LIST_PX)
        self.list.setStyleSheet(_LIST_SHEET)
        self.list.setFont(font(BASE_PX, bold=True))
        for row in range(len(PAGES)):
            item = QListWidgetItem(self._words(row))
            item.setSizeHint(QSize(_LIST_PX - 24, _ROW_PX))
            self.list.addItem(item)
        self._title.setText(self._opened.edition.title)
        self.told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._heading)
        head.addWidget(self._title, 2)
        head.addWidget(self.told, 3)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addLayout(head)
        right.addWidget(self._stack, 1)
        row_ = QHBoxLayout(self)
        row_.setContentsMargins(16, 16, 20, 16)
        row_.setSpacing(20)
        row_.addWidget(self.list)
        row_.addLayout(right, 1)
