"""The import of a running order: the stops as they would be, and what they lack."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from vi_events.edition.palmares import Palmares
from vi_events.edition.reference import Reference
from vi_events.edition.rundown import Rundown
from vi_events.edition.rundown_file import RundownImport, read_rundown
from vi_events.edition.timing import clock_duration
from vi_events.errors import ViError
from vi_events.ui.language import spoken
from vi_events.ui.preparation.palmares_import_window import FileImportDialog
from vi_events.ui.preparation.palmares_labels import (
    RUNDOWN_FIELDS,
    authority_names,
    mention_names,
    stop_kind_label,
    stop_label,
)
from vi_events.ui.preparation.words import counted
from vi_events.ui.widgets.form import PlainTable


class RundownImportDialog(FileImportDialog[RundownImport]):
    """Gives the running order of a file, to be looked at and saved by whoever asked; nothing is written here."""

    chosen = Signal(object, object)
    """The Rundown, and the Path that it was read from."""

    def __init__(self, palmares: Palmares, reference: Reference, known: Rundown, parent: QWidget | None = None) -> None:
        self._palmares, self._reference, self._known = palmares, reference, known
        super().__init__(
            QCoreApplication.translate("RundownImportDialog", "Importer le conducteur"), RUNDOWN_FIELDS, parent
        )

    def import_words(self) -> str:
        return self.tr("Mettre au conducteur")

    def read_file(self, path: Path, mapping: dict[str, str]) -> RundownImport:
        return read_rundown(path, self._palmares, self._reference, mapping, self._known)

    def pages(self) -> Sequence[tuple[QWidget, str]]:
        headers = (self.tr("Type"), self.tr("Durée"), self.tr("Étape"))
        self.preview = PlainTable(headers, self.tr("Le conducteur comme il sera"))
        self.lacks = PlainTable((self.tr("Ce qui manque ou surprend"),), self.tr("Ce qui manque ou surprend"))
        return ((self.preview, self.tr("Aperçu")), (self.lacks, self.tr("À vérifier")))

    def open_points(self, found: RundownImport) -> int:
        return len({each.row for each in found.refused})

    def first_page(self, found: RundownImport) -> QWidget:
        return self.refused if found.refused else self.preview

    def show_found(self, found: RundownImport) -> tuple[str, str]:
        names, mentions = authority_names(self._palmares), mention_names(self._palmares)
        self.preview.show_rows(
            [
                (stop_kind_label(stop.kind), clock_duration(stop.planned_s), stop_label(stop, names, mentions))
                for stop in found.readable.stops
            ]
        )
        self.lacks.show_rows([(spoken(lack.text),) for lack in found.lacks])
        self.count_tab(self.lacks, self.tr("À vérifier"), len(found.lacks))
        title = counted(found.read, self.tr("%1 ligne lue"), self.tr("%1 lignes lues"))
        parts = (
            counted(found.added, self.tr("%1 étape ajoutée"), self.tr("%1 étapes ajoutées")),
            counted(found.updated, self.tr("%1 modifiée"), self.tr("%1 modifiées")),
            counted(found.unchanged, self.tr("%1 inchangée"), self.tr("%1 inchangées")),
            counted(found.removed, self.tr("%1 retirée"), self.tr("%1 retirées")),
        )
        return title, ", ".join(parts) + "."

    def keep(self, found: RundownImport, partial: bool) -> None:
        try:
            self.chosen.emit(found.accepted(partial=partial), self.path)
        except ViError as problem:
            self.show_problem(problem)
        else:
            self.accept()
