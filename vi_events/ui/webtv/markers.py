"""The chapters of the replay as they come, the marker key, and the files made of them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from vi_events.edition.exporting import write_rows
from vi_events.files import write_whole
from vi_events.ui.theme import DARK, NOTE_PX, font
from vi_events.ui.webtv.verbs import VerbButton
from vi_events.ui.widgets.dark import Card, label
from vi_events.webtv.chapters import Chapter, cuts, rows, timecode, youtube

FORMATS = ("youtube", "csv", "cuts")
_NAMES = {"youtube": "chapitres-youtube.txt", "csv": "chapitres.csv", "cuts": "decoupe.csv"}


class Markers(Card):
    """Newest last, in view."""

    act_requested = Signal(str)
    """``mark`` or ``export``."""

    def __init__(self) -> None:
        super().__init__()
        self.title.setText(self.tr("Repères (chapitres)"))
        self.title.show()
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setFont(font(NOTE_PX, tabular=True))
        self.list.setAccessibleName(self.tr("Repères (chapitres)"))
        self.list.verticalScrollBar().rangeChanged.connect(lambda *_: self.list.scrollToBottom())
        self.none = label(
            self.tr("Chaque label révélé sera un chapitre\u202f; M marque un autre moment."),
            NOTE_PX,
            ink=DARK.ink_2,
            wrap=True,
        )
        self.mark = VerbButton(self.tr("Repère"), self.tr("M"))
        self.export = VerbButton(self.tr("Exporter…"))
        self.mark.clicked.connect(lambda: self.act_requested.emit("mark"))
        self.export.clicked.connect(lambda: self.act_requested.emit("export"))
        verbs = QHBoxLayout()
        verbs.setSpacing(8)
        verbs.addWidget(self.mark, 1)
        verbs.addWidget(self.export, 1)
        self.column.addWidget(self.none)
        self.column.addWidget(self.list, 1)
        self.column.addLayout(verbs)
        self.column.setSpacing(8)

    def show_chapters(self, found: Sequence[Chapter]) -> None:
        lines = [f"{_moment(chapter)}  {chapter.title}" for chapter in found]
        if lines == [self.list.item(place).text() for place in range(self.list.count())]:
            return
        self.list.clear()
        for line in lines:
            item = QListWidgetItem(line)
            item.setToolTip(line)
            self.list.addItem(item)
        self.none.setVisible(not found)
        self.list.setVisible(bool(found))
        self.export.setEnabled(bool(found))


def _moment(chapter: Chapter) -> str:
    """In the stream, else in the recording; else a dash: nothing was running."""
    return timecode(chapter.stream_s) or timecode(chapter.record_s) or "—"


def write_chapters(path: Path, found: Sequence[Chapter], what: str) -> None:
    """Writes one of FORMATS, whole or not at all; UserError when the folder does not allow it."""
    output = "stream" if any(chapter.stream_s is not None for chapter in found) else "record"
    if what == "youtube":
        write_whole(path, youtube(found, output).encode())
    else:
        write_rows(path, [dict(row) for row in cuts(found)] if what == "cuts" else rows(found))


def ask_where(what: str, parent: QWidget) -> Path | None:
    """Where to write; None when the operator left the dialog."""
    kinds = (
        QCoreApplication.translate("Markers", "Texte (*.txt)") if what == "youtube" else "CSV (*.csv);;JSON (*.json)"
    )
    title = QCoreApplication.translate("Markers", "Enregistrer les chapitres")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, _NAMES[what], kinds)
    return Path(chosen).with_suffix(Path(chosen).suffix or Path(_NAMES[what]).suffix) if chosen else None
