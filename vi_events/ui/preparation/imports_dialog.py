"""The imports of the edition: when, from which file, what each did, and taking one back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from vi_events.clock import uuid7_ms
from vi_events.edition.batches import batches
from vi_events.journal.core import Priority
from vi_events.ui.checkin.wording import QT_TRANSLATE_NOOP
from vi_events.ui.language import grouped, locale
from vi_events.ui.preparation.palmares_parts import AskDialog, VerbButton
from vi_events.ui.preparation.words import counted
from vi_events.ui.preparation.work_band import WorkBand
from vi_events.ui.theme import BASE_PX, LIGHT, TITLE_PX
from vi_events.ui.widgets.form import PlainTable
from vi_events.ui.widgets.panel import Text

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.journal.store import Store
    from vi_events.ui.bridge import Bridge

_STATES = {
    "started": QT_TRANSLATE_NOOP("Imports", "en cours"),
    "completed": QT_TRANSLATE_NOOP("Imports", "fait"),
    "undone": QT_TRANSLATE_NOOP("Imports", "annulé"),
}
_SIZE_PX = (820, 480)


@dataclass(frozen=True, slots=True)
class Batch:
    """One import. ``state`` is ``started``, ``completed`` or ``undone``."""

    id: str
    at_ms: int
    file: str
    rows: int
    added: int
    updated: int
    state: str


def read_batches(store: Store) -> list[Batch]:
    """Every import, newest first."""
    return [
        Batch(
            id_,
            uuid7_ms(id_),
            str(data.get("file", "")),
            int(data.get("rows", 0)),
            int(data.get("added", 0)),
            int(data.get("updated", 0)),
            str(data.get("state", "")),
        )
        for id_, data in reversed(batches(store))
    ]


class ImportsDialog(QDialog):
    """Lists the imports of the edition; « Annuler ce lot… » takes one back, but for people who have come."""

    undone = Signal()

    def __init__(self, opened: OpenEdition, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Imports de cette édition"))
        self._opened, self._bridge = opened, bridge
        self._batches: list[Batch] = []
        headers = (self.tr("Quand"), self.tr("État"), self.tr("Ajouts"), self.tr("Mises à jour"), self.tr("Fichier"))
        self.table = PlainTable(headers, self.windowTitle())
        self.empty = Text(BASE_PX, ink=LIGHT.ink_2, wrap=True)
        self.band = WorkBand()
        self.undo_button = VerbButton(self.tr("Annuler ce lot…"))
        self.close_button = VerbButton(self.tr("Fermer"), self.tr("Échap"), primary=True)
        self._arrange()
        self.table.itemSelectionChanged.connect(self._enable)
        self.undo_button.clicked.connect(self.ask_to_undo)
        self.close_button.clicked.connect(self.reject)
        self.refresh()

    def refresh(self) -> None:
        """Reads the imports again."""
        self._bridge.when_done(self._opened.core.submit(read_batches, Priority.VIEW), self._take)

    def ask_to_undo(self) -> AskDialog | None:
        """Asks whether the import of the row chosen is to be taken back."""
        batch = self._chosen()
        if batch is None or self.band.is_busy:
            return None
        title = self.tr("Annuler l’import de «\u00a0%1\u00a0»\u202f?").replace("%1", batch.file)
        told = self.tr(
            "Les personnes qu’il a ajoutées quittent la liste, les fiches qu’il a changées redeviennent comme avant. "
            "Qui est déjà entré, a son badge ou fut corrigé à la main reste."
        )
        ask = AskDialog(title, (told,), self.tr("Annuler ce lot"), self)
        ask.accepted.connect(lambda: self.undo(batch))
        ask.open()
        return ask

    def undo(self, batch: Batch) -> None:
        """Takes an import back."""

        def done(count: int) -> None:
            said = counted(count, self.tr("%1 inscription annulée."), self.tr("%1 inscriptions annulées."))
            self.band.show_done("ok", said)
            self.undone.emit()
            self.refresh()

        opened = self._opened
        self.band.run(self.tr("Annulation…"), lambda _told: opened.undo_import(batch.id), done, stops=False)
        self._enable()

    # Inside

    def _take(self, found: list[Batch]) -> None:
        self._batches = found
        self.table.show_rows([batch_texts(each) for each in found])
        self.table.setVisible(bool(found))
        self.empty.show_text("" if found else self.tr("Aucun import dans cette édition."))
        if found:
            self.table.setCurrentCell(0, 0)
        self._enable()

    def _chosen(self) -> Batch | None:
        row = self.table.currentRow()
        return self._batches[row] if 0 <= row < len(self._batches) else None

    def _enable(self) -> None:
        batch = self._chosen()
        self.undo_button.setEnabled(batch is not None and batch.state == "completed" and not self.band.is_busy)

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.undo_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        title = Text(TITLE_PX, bold=True)
        title.setText(self.windowTitle())
        column.addWidget(title)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        column.addWidget(self.band)
        column.addLayout(foot)
        self.resize(*_SIZE_PX)


def batch_texts(batch: Batch) -> tuple[str, ...]:
    """When, state, people added, people changed, file."""
    state = QCoreApplication.translate("Imports", _STATES.get(batch.state, batch.state))
    return batch_moment(batch), state, grouped(batch.added), grouped(batch.updated), batch.file


def batch_moment(batch: Batch) -> str:
    """« 14/01/2027 9:05 »."""
    return locale().toString(QDateTime.fromMSecsSinceEpoch(batch.at_ms), QLocale.FormatType.ShortFormat)
