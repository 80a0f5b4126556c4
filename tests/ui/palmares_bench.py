"""The window of the palmarès on an edition of its own, and what somebody can do with it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.stage_bench import PATIENCE_MS
from vi_events import app
from vi_events.edition.show_document import ShowDocument
from vi_events.journal.entry import Author
from vi_events.ui.bridge import Bridge
from vi_events.ui.preparation.palmares_import_dialog import PalmaresImportDialog
from vi_events.ui.preparation.palmares_window import PalmaresWindow

FILE = "collectivité;type;niveau;niveau précédent;mention\n"


class Prepared:
    """The window on an edition, and what somebody can do with it."""

    def __init__(self, window: PalmaresWindow, opened: app.OpenEdition, qtbot: QtBot) -> None:
        self.window, self.opened, self.qtbot = window, opened, qtbot
        self.rundown, self.awards = window.rundown, window.awards

    def until(self, done: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(done()), timeout=PATIENCE_MS)

    @property
    def on_disk(self) -> ShowDocument:
        return self.window.desk.documents.load()[0]

    @property
    def order(self) -> list[str]:
        return [stop.id for stop in self.rundown.draft.rundown.stops]

    def choose(self, *ids: str) -> None:
        self.rundown.table.choose(ids)

    def importing(self, path: Path) -> PalmaresImportDialog:
        dialog = self.awards.import_file()
        dialog.open_file(path)
        self.until(lambda: dialog.found is not None)
        return dialog

    def save(self) -> None:
        dialog = self.rundown.save()
        assert dialog is not None
        dialog.accept()
        self.until(lambda: not self.rundown.draft.changed)

    def go_live(self, presses: int) -> None:
        stage = self.opened.stage
        stage.arm().result()
        for _ in range(presses):
            if stage.go().result().refusal:
                stage.standby().result()
                stage.go().result()
        self.until(lambda: len(self.window.desk.played) > 1)


@contextmanager
def prepared_on(folder: Path, qtbot: QtBot) -> Iterator[Prepared]:
    with app.open_edition(folder, Author("Régie")) as opened:
        bridge = Bridge()
        bridge.listen(opened.core)
        window = PalmaresWindow(opened, bridge)
        try:
            window.show()
            qtbot.waitUntil(lambda: not window.is_waiting, timeout=PATIENCE_MS)
            yield Prepared(window, opened, qtbot)
        finally:
            window.close()
            window.deleteLater()
            bridge.close()
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def written(folder: Path, *rows: str, head: str = FILE) -> Path:
    path = folder / "labels.csv"
    path.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    return path
