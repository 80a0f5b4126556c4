"""Making and choosing editions, wherever the window stands: with one open, or with none yet."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vi_events import app, paths
from vi_events.edition import programme
from vi_events.errors import ViError
from vi_events.ui.preparation.edition_dialog import ChooseEditionDialog, EditionLine, NewEditionDialog
from vi_events.ui.preparation.tickets_dialog import TicketsDialog


class Editions(QObject):
    """Opens the dialogs about editions; the shell opens the edition that they ask for."""

    edition_requested = Signal(str)
    """The slug of an edition to open."""
    failed = Signal(object)

    def __init__(self, data: Path, window: QWidget) -> None:
        super().__init__(window)
        self._data = data
        self._window = window

    def choose(self, current: str = "") -> None:
        """Lists the editions of this computer."""
        dialog = ChooseEditionDialog(self._lines(current), self._window)
        dialog.edition_chosen.connect(self.edition_requested)
        dialog.new_requested.connect(self.create)
        dialog.open()

    def create(self) -> None:
        """Asks for a new edition, makes it and has it opened."""
        dialog = NewEditionDialog(paths.editions(self._data), self._window)

        def accepted() -> None:
            try:
                app.create_edition(self._data, dialog.edition(), dialog.zones(), dialog.pin())
            except ViError as problem:
                self.failed.emit(problem)
            else:
                self.edition_requested.emit(dialog.edition().slug)

        dialog.accepted.connect(accepted)
        dialog.open()

    def make_tickets(self, opened: app.OpenEdition) -> None:
        """Writes the tickets of the open edition where the person says."""
        from vi_events.checkin import tickets  # a library for PDF comes along, which no desk needs to begin

        rows = opened.core.call(tickets.ticket_rows)

        def write(kind: str, path: Path) -> int:
            tickets.write_tickets(kind, path, rows, opened.edition)
            return len(rows)

        TicketsDialog(len(rows), write, self._window).open()

    def _lines(self, current: str) -> list[EditionLine]:
        lines = []
        for slug in paths.editions(self._data):
            try:
                with app.read_edition(self._data / slug) as store:
                    found = programme.read_edition(store)
            except ViError:
                continue
            lines.append(EditionLine(slug, found.title, found.date, found.place, slug == current))
        return lines
