"""Making and choosing editions, wherever the window stands: with one open, or with none yet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vi_events import app, paths, settings
from vi_events.checkin.invitations import read_invitations
from vi_events.edition import programme
from vi_events.errors import ViError
from vi_events.journal.core import Priority
from vi_events.journal.entry import Author
from vi_events.ui.job import Job
from vi_events.ui.preparation.edition_dialog import ChooseEditionDialog, EditionLine, NewEditionDialog
from vi_events.ui.preparation.tickets_dialog import tickets_dialog

if TYPE_CHECKING:
    from vi_events.ui.stations.join_dialog import JoinDialog


class Editions(QObject):
    """Opens the dialogs about editions; the shell opens the edition that they ask for."""

    edition_requested = Signal(str)
    """The slug of an edition to open."""
    joined = Signal(str)
    """The slug of an edition that came from its host, perhaps with another name for this station."""
    failed = Signal(object)
    joining = Signal()
    """A host is about to be joined: the open edition must be let go."""
    given_up = Signal()
    """No host was joined after all."""

    def __init__(self, data: Path, window: QWidget) -> None:
        super().__init__(window)
        self.fresh = ""
        """The slug of an edition just made here: it is prepared as soon as it is open."""
        self._data = data
        self._window = window
        self._join: JoinDialog | None = None

    def choose(self, current: str = "") -> None:
        """Lists the editions of this computer."""
        dialog = ChooseEditionDialog(self._lines(current), self._window)
        dialog.edition_chosen.connect(self.edition_requested)
        dialog.new_requested.connect(self.create)
        dialog.join_requested.connect(self.join)
        dialog.open()

    def create(self) -> None:
        """Asks for a new edition, makes it and has it opened."""
        dialog = NewEditionDialog(paths.editions(self._data), self._window)

        def accepted() -> None:
            try:
                known = settings.load(self._data)
                author = Author(known.station, known.operator)
                app.create_edition(self._data, dialog.edition(), dialog.zones(), dialog.pin(), author)
            except ViError as problem:
                self.failed.emit(problem)
            else:
                self.fresh = dialog.edition().slug
                self.edition_requested.emit(self.fresh)

        dialog.accepted.connect(accepted)
        dialog.open()

    def join(self) -> None:
        """Asks for a host's link, brings its edition here and has it opened."""
        from vi_events.ui.stations.join_dialog import JoinDialog  # the network's libraries come along

        self._join = dialog = JoinDialog(self._data, settings.load(self._data).station, self._window)
        dialog.began.connect(self.joining)
        dialog.joined.connect(self.joined)
        dialog.rejected.connect(self.given_up)
        dialog.open()

    def takes_scan(self, raw: str) -> bool:
        """Whether a scan is for the dialog of ours that is open."""
        if self._join is None or not self._join.isVisible():
            return False
        self._join.take_scan(raw)
        return True

    def make_tickets(self, opened: app.OpenEdition) -> None:
        """Writes the tickets of the open edition where the person says."""
        Job(
            lambda: opened.core.submit_slices(read_invitations, Priority.VIEW).result(),
            lambda found: tickets_dialog(opened, found.rows(), self._window).open(),
            self.failed.emit,
        )

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
