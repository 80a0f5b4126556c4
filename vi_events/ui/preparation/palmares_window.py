"""« Palmarès et conducteur »: preparing what the stage plays, in four tabs, behind its seal.

The window's title, the log and the settings never hear of what is in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from vi_events.stage.show import ShowView
from vi_events.ui.preparation.palmares_check_page import CheckPage
from vi_events.ui.preparation.palmares_desk import PalmaresDesk
from vi_events.ui.preparation.palmares_page import PalmaresPage
from vi_events.ui.preparation.palmares_parts import TAB_SHEET, AskDialog, Notice, VerbButton
from vi_events.ui.preparation.palmares_seal_page import SealPage
from vi_events.ui.preparation.rundown_page import RundownPage
from vi_events.ui.theme import LIGHT, NOTE_PX, TITLE_PX
from vi_events.ui.widgets.buttons import clicks_by_enter
from vi_events.ui.widgets.panel import Panel, Text
from vi_events.ui.widgets.unlock import UnlockPage

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.errors import ViError
    from vi_events.ui.bridge import Bridge

_SIZE_PX = (1366, 768)


class PalmaresWindow(QWidget):
    """One window on the stage's document. To be closed before the edition is."""

    saved = Signal()
    """Something was saved: another window on the same stage should look again."""

    def __init__(self, opened: OpenEdition, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Palmarès et conducteur"))
        self.desk = PalmaresDesk(opened, bridge, self)
        self.unlock = UnlockPage(Panel(), VerbButton("", self.tr("Entrée"), primary=True), LIGHT)
        self.awards, self.rundown = PalmaresPage(self.desk), RundownPage(self.desk)
        self.seal, self.check = SealPage(self.desk), CheckPage(self.desk)
        self.live, self.told = Notice(), Notice()
        self.tabs, self._pages = QTabWidget(), QStackedWidget()
        self._arrange(opened.edition.title)
        self._connect()
        self.resize(*_SIZE_PX)
        self.desk.open()

    @property
    def is_waiting(self) -> bool:
        """Whether the document is still being opened."""
        return self._pages.currentWidget() is self.unlock and self.unlock.button.isHidden()

    def show_view(self, view: ShowView | None) -> None:
        """Shows the document as it is now; None before the first import."""
        self._pages.setCurrentWidget(self.tabs)
        for page in (self.awards, self.rundown, self.seal, self.check):
            page.show_view(view)
        live = self.tr("Le spectacle est en cours\u202f: ce qui est joué est verrouillé, la suite peut changer.")
        armed = self.tr("Le spectacle est armé\u202f: chaque changement enregistré s’applique aussitôt.")
        self.live.say("warn", (live if self.desk.played else armed) if self.desk.is_live else "")

    def go_to(self, place: str, stop_id: str = "") -> None:
        """``palmares``, ``missing`` (the awards that no stop announces), ``rundown`` (at a stop), ``seal`` or
        ``check``."""
        pages = {"palmares": self.awards, "missing": self.awards, "rundown": self.rundown, "seal": self.seal}
        self.tabs.setCurrentWidget(pages.get(place, self.check))
        if place == "missing":
            self.awards.show_missing()
        elif stop_id:
            self.rundown.go_to(stop_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if not clicks_by_enter(self, event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """A person who closes is asked about what is not saved; a program that ends is not held up."""
        if event.spontaneous() and self.rundown.draft.changed:
            event.ignore()
            self._ask_to_leave()
            return
        self.desk.close()
        super().closeEvent(event)

    # Inside

    def _ask_to_leave(self) -> None:
        ask = AskDialog(
            self.tr("Fermer sans enregistrer\u202f?"),
            (self.tr("Les changements du conducteur seront perdus."),),
            self.tr("Fermer sans enregistrer"),
            self,
        )
        ask.accepted.connect(self.close)
        ask.open()

    def _on_locked(self, problem: ViError) -> None:
        if problem.code == "no_palmares":
            self.show_view(None)
        else:
            self._pages.setCurrentWidget(self.unlock)
            self.unlock.show_locked(problem)

    def _say(self, sentence: str) -> None:
        self.told.say("ok", sentence)

    def _on_tab_changed(self, _place: int) -> None:
        self.told.say("info", "")
        if self.tabs.currentWidget() is self.seal:
            self.seal.look_for_copies()

    def _on_seal_changed(self) -> None:
        self.seal.show_view(self.desk.view)
        self.check.show_view(self.desk.view)

    def _connect(self) -> None:
        self.desk.view_changed.connect(self.show_view)
        self.desk.locked.connect(self._on_locked)
        self.desk.saved.connect(self.saved)
        self.unlock.unlock_requested.connect(self.desk.unlock)
        self.unlock.retry_requested.connect(self.desk.open)
        self.awards.said.connect(self._say)
        self.rundown.said.connect(self._say)
        self.seal.said.connect(self._say)
        self.seal.changed.connect(self._on_seal_changed)
        self.check.place_requested.connect(self.go_to)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        for place in range(self.tabs.count()):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{place + 1}"), self)
            shortcut.activated.connect(lambda place=place: self.tabs.setCurrentIndex(place))

    def _arrange(self, title: str) -> None:
        heading = Text(TITLE_PX, bold=True)
        heading.setText(self.tr("Palmarès et conducteur"))
        self.tabs.setStyleSheet(TAB_SHEET)
        self.tabs.setAccessibleName(self.windowTitle())
        for page, words in (
            (self.awards, self.tr("Palmarès")),
            (self.rundown, self.tr("Conducteur")),
            (self.seal, self.tr("Sceau")),
            (self.check, self.tr("Contrôle")),
        ):
            self.tabs.addTab(page, words)
            self.tabs.setTabToolTip(self.tabs.count() - 1, f"Ctrl+{self.tabs.count()}")
        self._pages.addWidget(self.unlock)
        self._pages.addWidget(self.tabs)
        edition = Text(NOTE_PX, ink=LIGHT.ink_2)
        edition.setText(title)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(heading)
        head.addWidget(edition)
        head.addStretch(1)
        head.addWidget(self.told)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.live)
        column.addWidget(self._pages, 1)
