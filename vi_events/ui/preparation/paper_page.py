"""« Papier »: the sheets that save the day when all screens are dead, one by one or all at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from vi_events.backup import palmares_state
from vi_events.backup.held import NO_PALMARES, SEALED
from vi_events.edition import erasure
from vi_events.files import Told
from vi_events.ui.job import Job
from vi_events.ui.language import spoken
from vi_events.ui.preparation.backup_dialog import passphrase_line
from vi_events.ui.preparation.document_rows import DocumentRows
from vi_events.ui.preparation.page import Page
from vi_events.ui.preparation.palmares_parts import VerbButton, scrolling
from vi_events.ui.preparation.words import counted
from vi_events.ui.preparation.work_band import WorkBand
from vi_events.ui.theme import BASE_PX, LIGHT, NOTE_PX
from vi_events.ui.widgets.form import FormField
from vi_events.ui.widgets.panel import Text

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.paper import PaperReport
    from vi_events.ui.bridge import Bridge

_FIELD_PX = 420


class PaperPage(Page):
    """The documents of ``paper.write_paper``."""

    def __init__(self, opened: OpenEdition, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(opened, bridge, parent)
        self.band, self.documents = WorkBand(), DocumentRows()
        self.band.ended.connect(self._on_ended)
        self.all_button = VerbButton(self.tr("Tout écrire…"), "Ctrl+E", "Ctrl+E", primary=True)
        self.all_button.clicked.connect(lambda: self.ask(tuple(self.documents.buttons)))
        self.passphrase = passphrase_line()
        self.passphrase_field = FormField(self.tr("Phrase de passe du palmarès, facultative"), self.passphrase)
        self.passphrase_field.setMaximumWidth(_FIELD_PX)
        self.passphrase_field.show_hint(
            self.tr("Sans elle, les feuilles de scène sont laissées de côté, à moins que ce poste n’en garde la clé.")
        )
        self.stage_note = Text(NOTE_PX, ink=LIGHT.warn.ink, wrap=True)
        self._arrange()

    def refresh(self) -> None:
        """Looks again whether the palmarès is there, and sealed."""
        looking = Job(lambda: palmares_state(self.opened.folder), self._show_palmares, lambda _: None)
        self.destroyed.connect(looking.forget)

    def show_item(self, key: str) -> None:
        """``key`` is the file name of a document."""
        self.documents.buttons.get(key, self.all_button).setFocus()

    def ask(self, documents: Sequence[str]) -> None:
        """Asks where, then writes these."""
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Où enregistrer les feuilles\u202f?"))
        if chosen:
            self.write(Path(chosen), documents)

    def write(self, out: Path, documents: Sequence[str]) -> None:
        """Writes these documents into the folder ``out``."""
        folder, passphrase = self.opened.folder, self.passphrase.text()
        self._enable(False)

        def work(told: Told) -> PaperReport:
            from vi_events.paper import PaperOrder, write_paper

            report = write_paper(folder, out, PaperOrder(documents, passphrase, told))
            if report.files:
                erasure.note_export(folder, "paper", "pdf")
            return report

        self.band.run(
            counted(len(documents), self.tr("Écriture de %1 document…"), self.tr("Écriture de %1 documents…")),
            work,
            self._show_report,
        )

    # Inside

    def _show_report(self, report: PaperReport) -> None:
        self.passphrase.clear()
        missing = self.tr("%1 n’est pas écrit\u202f: %2")
        lines = [
            missing.replace("%1", left.name).replace("%2", f"{spoken(left.reason)} {spoken(left.advice)}")
            for left in report.left_out
        ]
        pages = sum(file.pages for file in report.files)
        said = counted(len(report.files), self.tr("%1 document, "), self.tr("%1 documents, "))
        said += counted(pages, self.tr("%1 page, dans «\u00a0%2\u00a0»"), self.tr("%1 pages, dans «\u00a0%2\u00a0»"))
        if report.files:
            tone = "warn" if lines else "ok"
            self.band.show_written(said.replace("%2", str(report.folder)), report.folder, "\n".join(lines), tone)
        else:
            self.band.show_done("bad", self.tr("Rien n’est écrit"), "\n".join(lines))

    def _show_palmares(self, state: str) -> None:
        self.passphrase_field.setVisible(state == SEALED)
        none = self.tr("◆ Pas encore de palmarès\u202f: les feuilles de scène (03, 04, 05) seront laissées de côté.")
        self.stage_note.show_text(none if state == NO_PALMARES else "")

    def _on_ended(self) -> None:
        self._enable(True)

    def _enable(self, free: bool) -> None:
        for part in (self.all_button, self.passphrase_field, *self.documents.buttons.values()):
            part.setEnabled(free)

    def _described(self) -> dict[str, tuple[str, str]]:
        """By file name, what each document is called and what it is for."""
        from vi_events.paper import writing  # the typesetting comes along

        return {
            writing.ALPHABETICAL: (
                self.tr("Liste alphabétique"),
                self.tr("Tout le monde, avec une case à cocher par contrôle."),
            ),
            writing.SIGNATURE: (
                self.tr("Feuilles d’émargement"),
                self.tr("Une par contrôle, avec la place de signer."),
            ),
            writing.CALL: (self.tr("Appel du plateau"), self.tr("Qui est appelé sur scène, à cocher. Aucun niveau.")),
            writing.RUNNING: (
                self.tr("Conducteur"),
                self.tr("L’ordre de passage, à cocher. Aucun niveau."),
            ),
            writing.WINGS: (self.tr("Coulisses"), self.tr("Qui fait patienter qui, dans l’ordre.")),
            writing.BOXES: (self.tr("Boîtes de badges"), self.tr("Quel badge imprimé d’avance est dans quelle boîte.")),
            writing.RESCUE: (
                self.tr("Fiche de secours"),
                self.tr("Que faire quand tous les écrans sont éteints, à remplir à la main la veille."),
            ),
        }

    def _arrange(self) -> None:
        about = Text(BASE_PX, ink=LIGHT.ink_2, wrap=True)
        about.setText(
            self.tr(
                "Ce qui sauve la journée si tous les écrans s’éteignent. Imprimez ces feuilles la veille, "
                "gardez-les sous clé, détruisez-les après."
            )
        )
        verbs = QHBoxLayout()
        verbs.addWidget(self.all_button)
        verbs.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(about)
        column.addLayout(verbs)
        column.addWidget(self.band)
        column.addWidget(self.passphrase_field)
        column.addWidget(self.stage_note)
        column.addWidget(scrolling(self._list()), 1)
        self.passphrase_field.hide()
        self.stage_note.hide()

    def _list(self) -> QWidget:
        inside = QWidget()
        for name, (words, use) in self._described().items():
            button = self.documents.add(name, f"{name[:2]}  {words}", use)
            button.clicked.connect(lambda _=False, name=name: self.ask((name,)))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.documents)
        column.addStretch(1)
        return inside
