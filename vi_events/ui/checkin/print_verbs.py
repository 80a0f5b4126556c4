"""What the desk does about printing through a dialog: printers and queue, badges due, badges ahead."""

from PySide6.QtCore import QObject, Signal

from vi_events.app import OpenEdition
from vi_events.ui.checkin.badges_ahead import BadgesAhead
from vi_events.ui.checkin.badges_due import BadgesDue
from vi_events.ui.checkin.page_dialog import PageDialog
from vi_events.ui.checkin.printers_page import SIZE_PX, PrintersPage
from vi_events.ui.checkin.reception_window import ReceptionWindow

_EDGE_PX = 24
"""Of the reception window, that stays in view around a page."""


class PrintVerbs(QObject):
    """Opens these dialogs of one reception window."""

    settings_requested = Signal()

    def __init__(self, window: ReceptionWindow) -> None:
        super().__init__(window)
        self.window = window
        self._ahead: BadgesAhead | None = None
        """Goes on while it is closed: one for each edition."""
        self._ahead_of: OpenEdition | None = None
        window.printers_requested.connect(self.show_printers)
        window.badges.sheets_requested.connect(self.show_due)

    def show_printers(self) -> None:
        """Ctrl+F7: every printer, the queue, its history."""
        if self.window.opened is not None:
            self.printers_dialog(self.window.opened).open()

    def show_due(self) -> None:
        """Ctrl+F8: people who came in and have no badge."""
        opened = self.window.opened
        if opened is not None:
            BadgesDue(opened, self.window.bridge, self.window).open()

    def show_ahead(self) -> None:
        """The day before: everybody’s badge, in boxes."""
        opened = self.window.opened
        if opened is None:
            return
        if self._ahead is None or self._ahead_of is not opened:
            self._ahead = BadgesAhead(opened.reception.printing, self.window.bridge, self.window)
            self._ahead_of = opened
        self._ahead.refresh()
        self._ahead.open()

    def printers_dialog(self, opened: OpenEdition) -> PageDialog:
        """The page of the printers in its window."""
        addresses = {printer.name: printer.url for printer in self.window.settings.printers}
        page = PrintersPage(opened.reception.printing, self.window.bridge, addresses)
        dialog = PageDialog(page, self.window)
        dialog.resize(min(SIZE_PX[0], self.window.width() - _EDGE_PX), min(SIZE_PX[1], self.window.height() - _EDGE_PX))

        def ask_settings() -> None:
            dialog.reject()
            self.settings_requested.emit()

        page.settings_requested.connect(ask_settings)
        dialog.finished.connect(page.leave)
        return dialog
