"""The import of the palmarès: awards as they would be, names to choose, totals held against those announced."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from vi_events.edition.palmares import Award
from vi_events.edition.palmares_import import PalmaresImport, read_palmares
from vi_events.edition.rundown_making import Plan, generate
from vi_events.edition.show_document import ShowDocument
from vi_events.errors import UserError
from vi_events.ui.preparation.palmares_desk import PalmaresDesk
from vi_events.ui.preparation.palmares_import_pages import NameAsked, NamesPage
from vi_events.ui.preparation.palmares_import_window import FileImportDialog
from vi_events.ui.preparation.palmares_labels import (
    PALMARES_FIELDS,
    kind_label,
    level_label,
    mention_names,
)
from vi_events.ui.preparation.palmares_totals import TotalsTable
from vi_events.ui.preparation.words import counted
from vi_events.ui.widgets.form import PlainTable


class PalmaresImportDialog(FileImportDialog[PalmaresImport]):
    """Adds the awards of a file to those that the desk's document holds."""

    imported = Signal(str)
    """What was done, in a sentence."""

    def __init__(self, desk: PalmaresDesk, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._known = desk.document.palmares
        self.answers: dict[int, str] = {}
        self._asked: dict[int, NameAsked] = {}
        super().__init__(
            QCoreApplication.translate("PalmaresImportDialog", "Importer le palmarès"), PALMARES_FIELDS, parent
        )

    def open_file(self, path: Path) -> None:
        self.answers, self._asked = {}, {}
        super().open_file(path)

    def import_words(self) -> str:
        return self.tr("Importer")

    def read_file(self, path: Path, mapping: dict[str, str]) -> PalmaresImport:
        answers = {str(row): code for row, code in self.answers.items()}
        return read_palmares(path, self._desk.stage.reference, mapping, answers, self._known)

    def pages(self) -> Sequence[tuple[QWidget, str]]:
        headers = (
            self.tr("Collectivité"),
            self.tr("Arobases"),
            self.tr("Avant"),
            self.tr("Type"),
            self.tr("Effet"),
            self.tr("Mentions"),
        )
        self.preview = PlainTable(headers, self.tr("Le palmarès comme il sera"))
        self.names, self.totals = NamesPage(), TotalsTable()
        self.names.answered.connect(self._on_answered)
        return (
            (self.preview, self.tr("Aperçu")),
            (self.names, self.tr("Noms")),
            (self.totals, self.tr("Totaux")),
        )

    def open_points(self, found: PalmaresImport) -> int:
        return len({each.row for each in found.refused}) + len(found.questions)

    def first_page(self, found: PalmaresImport) -> QWidget:
        return self.names if found.questions else self.refused if found.refused else self.preview

    def show_found(self, found: PalmaresImport) -> tuple[str, str]:
        self._ask_names(found)
        before = {award.authority.id: award for award in self._known.awards}
        mentions = mention_names(found.readable)
        self.preview.show_rows([self._row(award, before, mentions) for award in found.readable.awards])
        self.names.show_names(tuple(self._asked.values()), self.answers, found.corrections)
        self.count_tab(self.names, self.tr("Noms"), len(found.questions))
        self.totals.show_palmares(found.readable)
        return self._told(found)

    def keep(self, found: PalmaresImport, partial: bool) -> None:
        known, reference = self._known, self._desk.stage.reference

        def change(document: ShowDocument) -> ShowDocument:
            if document.palmares != known:
                raise UserError(
                    "changed_elsewhere",
                    self.tr("Le palmarès a changé pendant cet import."),
                    self.tr("Fermez cette fenêtre, puis importez de nouveau le fichier."),
                )
            fresh = replace(document, palmares=found.accepted(partial=partial))
            if document.rundown.stops:
                return fresh
            return replace(fresh, rundown=generate(fresh.palmares, reference, Plan()))

        def done() -> None:
            added = counted(found.added, self.tr("%1 label ajouté"), self.tr("%1 labels ajoutés"))
            updated = counted(found.updated, self.tr("%1 mis à jour"), self.tr("%1 mis à jour"))
            self.imported.emit(self.tr("Palmarès importé\u202f: %1, %2.").replace("%1", added).replace("%2", updated))
            self.accept()

        self._desk.edit(change, done, self.show_problem, self.path)

    def _told(self, found: PalmaresImport) -> tuple[str, str]:
        title = counted(found.read, self.tr("%1 ligne lue"), self.tr("%1 lignes lues"))
        parts = [
            counted(found.added, self.tr("%1 label ajouté"), self.tr("%1 labels ajoutés")),
            counted(found.updated, self.tr("%1 mis à jour"), self.tr("%1 mis à jour")),
            counted(found.unchanged, self.tr("%1 inchangé"), self.tr("%1 inchangés")),
            counted(
                len({each.row for each in found.refused}),
                self.tr("%1 ligne refusée"),
                self.tr("%1 lignes refusées"),
            ),
        ]
        if found.questions:
            parts.append(counted(len(found.questions), self.tr("%1 nom à préciser"), self.tr("%1 noms à préciser")))
        return title, ", ".join(parts) + "."

    def _row(self, award: Award, before: dict[str, Award], mentions: dict[str, str]) -> tuple[str, ...]:
        known = before.get(award.authority.id)
        effect = self.tr("ajouté") if known is None else self.tr("mis à jour") if known != award else "—"
        return (
            award.authority.name,
            level_label(award.level),
            level_label(award.previous),
            kind_label(award.authority.kind),
            effect,
            ", ".join(mentions.get(id_, id_) for id_ in award.mentions),
        )

    def _ask_names(self, found: PalmaresImport) -> None:
        """Questions stay in view once answered, so that an answer can be changed."""
        for question in found.questions:
            row = question.rows[0]
            self._asked.setdefault(row, NameAsked(row, question.written, question.candidates))
        for refusal in found.refused:
            if refusal.code == "unknown_authority":
                self._asked.setdefault(refusal.row, NameAsked(refusal.row, refusal.reason.partition(" n’est pas")[0]))

    def _on_answered(self, row: int, code: str) -> None:
        self.answers.pop(row, None)
        if code:
            self.answers[row] = code
        self.read()
