"""« Après la journée »: the figures, what to take away, and the erasure of names when their time is over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from vi_events.clock import wall_ms
from vi_events.edition import erasure, programme
from vi_events.errors import ViError
from vi_events.files import Told
from vi_events.journal.core import Priority
from vi_events.journal.store import Store
from vi_events.ui.checkin import wording
from vi_events.ui.job import Job
from vi_events.ui.language import spoken
from vi_events.ui.preparation.backup_dialog import BackupDialog
from vi_events.ui.preparation.document_rows import DocumentRows
from vi_events.ui.preparation.edition_dialog import shown_date
from vi_events.ui.preparation.erasure_dialog import EraseEditionDialog, hub_here, show_proof
from vi_events.ui.preparation.figures_row import Figure, FiguresRow
from vi_events.ui.preparation.page import Page
from vi_events.ui.preparation.palmares_parts import Band, VerbButton
from vi_events.ui.preparation.state_rows import stacked
from vi_events.ui.preparation.words import counted
from vi_events.ui.preparation.work_band import WorkBand
from vi_events.ui.theme import LIGHT, NOTE_PX
from vi_events.ui.widgets.form import combo
from vi_events.ui.widgets.panel import Text

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.closing.contents import Headline
    from vi_events.closing.erasure import Proved
    from vi_events.ui.bridge import Bridge

_SOON_DAYS = 14
REPORT, ATTESTATIONS, CHAPTERS, REGISTER, BACKUP = "report", "attestations", "chapters", "register", "backup"
_NAMED = (REPORT, ATTESTATIONS, BACKUP)
"""What cannot be made any more once names are erased; called as ``erasure.note_export`` calls them."""


@dataclass(frozen=True, slots=True)
class _Privacy:
    """How the edition stands with personal data."""

    edition: programme.Edition
    erased: bool
    unproved: bool
    """An erasure was cut short, and its proof is still to be written."""
    notice: str
    unheard: tuple[str, ...]
    exported: dict[str, str]
    """By what left the edition, when it last did (ISO 8601)."""


class ClosingPage(Page):
    """Read when shown: it takes a while of a large edition."""

    def __init__(self, opened: OpenEdition, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(opened, bridge, parent)
        self._privacy: _Privacy | None = None
        self._counting: Job | None = None
        self.reminder, self.figures, self.band = Band(), FiguresRow(), WorkBand()
        self.counting, self.documents = Text(NOTE_PX, ink=LIGHT.ink_2, wrap=True), DocumentRows()
        self.by = self._make_choice()
        self.erase_button = VerbButton(self.tr("Effacer les données personnelles…"))
        self.erase_button.clicked.connect(self.ask_erasure)
        self.prove_button = VerbButton(self.tr("Écrire la preuve de l’effacement"))
        self.prove_button.clicked.connect(self.prove)
        self.prove_button.hide()
        self.band.ended.connect(self._enable)
        self._arrange()
        self._enable()

    def refresh(self) -> None:
        """Counts again, and looks whether names are to be erased."""
        folder = self.opened.folder
        self.bridge.when_done(
            self.opened.core.submit(lambda store: _read_privacy(store, folder), Priority.VIEW), self._show_privacy
        )
        if self._counting is None:
            self.counting.show_text(self.tr("Calcul des chiffres…") if not self.figures.figures else "")
            self._counting = Job(lambda: _headlines(folder), self._show_headlines, self._on_uncounted)
            self.destroyed.connect(self._counting.forget)

    def show_item(self, key: str) -> None:
        """``erasure``, or the key of a document."""
        self.documents.buttons.get(key, self.erase_button).setFocus()

    # Documents

    def ask(self, key: str) -> None:
        """Asks where a document goes, then writes it."""
        if key == BACKUP:
            dialog = BackupDialog(self.opened.folder, self)
            dialog.finished.connect(lambda _: self.refresh())
            dialog.open()
        elif key == REGISTER:
            chosen, _ = QFileDialog.getSaveFileName(
                self, self.tr("Où enregistrer la fiche\u202f?"), "registre.pdf", "PDF (*.pdf);;CSV (*.csv)"
            )
            if chosen:
                self.write(key, Path(chosen))
        elif chosen := QFileDialog.getExistingDirectory(self, self.tr("Dans quel dossier\u202f?")):
            self.write(key, Path(chosen))

    def write(self, key: str, out: Path) -> None:
        """Writes a document into the folder ``out``; the register, as the file ``out``."""
        if key == REGISTER and out.suffix.lower() not in (".pdf", ".csv"):
            out = out.with_name(out.name + ".pdf")
        write = _writers(self.opened.folder, out, str(self.by.currentData()))[key]

        def show(files: Sequence[Path]) -> None:
            said = counted(
                len(files), self.tr("%1 fichier dans «\u00a0%2\u00a0»"), self.tr("%1 fichiers dans «\u00a0%2\u00a0»")
            )
            where = out.parent if key == REGISTER else out
            self.band.show_written(said.replace("%2", str(where)), where)
            self.refresh()

        self.band.run(self.tr("Écriture en cours…"), write, show, stops=key == ATTESTATIONS)
        self._enable()

    # Erasure

    def ask_erasure(self) -> EraseEditionDialog | None:
        """Opens the dialog that erases; None before it is known how the edition stands."""
        if self._privacy is None:
            return None
        names = {key: self._described()[key][0] for key in _NAMED}
        exported = self._privacy.exported
        made = {key: (name, self._written(exported.get(key, ""))) for key, name in names.items()}
        dialog = EraseEditionDialog(self.opened, self._due(self._privacy), made, self)
        dialog.export_requested.connect(self.ask)
        dialog.erased.connect(self.changed)
        dialog.finished.connect(lambda _: self.refresh())
        dialog.open()
        return dialog

    def prove(self) -> None:
        """Ends an erasure that was cut short, and writes its proof beside the edition."""
        opened = self.opened

        def work(_told: object) -> Sequence[Proved]:
            from vi_events.closing.erasure import prove_waiting  # the typesetting comes along

            return prove_waiting(opened, opened.folder, hub_here(opened.folder))

        def show(done: Sequence[Proved]) -> None:
            for each in done:
                show_proof(self.band, each)
            self.refresh()

        self.band.run(self.tr("Recherche de chaque nom dans chaque fichier…"), work, show, stops=False)
        self._enable()

    # Inside

    def _show_headlines(self, found: Sequence[Headline]) -> None:
        self._counting = None
        self.counting.show_text("")
        self.figures.show_figures([Figure(each.value, spoken(each.label), spoken(each.detail)) for each in found])

    def _on_uncounted(self, problem: ViError) -> None:
        self._counting = None
        self.counting.show_text("")
        self.message.emit("bad", spoken(problem))

    def _show_privacy(self, privacy: _Privacy) -> None:
        self._privacy = privacy
        self.reminder.say(*self._reminder(privacy))
        self._enable()

    def _reminder(self, privacy: _Privacy) -> tuple[str, str, str]:
        if privacy.unproved:
            text = self.tr(
                "Le programme s’est arrêté avant de l’avoir écrite. Écrivez-la dans les sept jours\u202f: ensuite, ce "
                "poste oublie ce qu’il faut chercher."
            )
            return "bad", self.tr("Un effacement attend sa preuve"), text
        if privacy.erased:
            done = self.tr("Les données personnelles de cette édition sont effacées")
            if not privacy.unheard:
                return "ok", done, self.tr("Tous les postes connus l’ont confirmé.")
            unheard = self.tr("Pas encore confirmé par\u202f: %1. Rouvrez l’édition sur ces postes.")
            return "warn", done, unheard.replace("%1", ", ".join(privacy.unheard))
        if privacy.notice:
            return "bad", self.tr("Il est temps d’effacer les noms"), privacy.notice
        days = (date.fromisoformat(privacy.edition.erase_from) - date.today()).days
        return ("warn" if days <= _SOON_DAYS and not privacy.edition.demo else "info"), self._due(privacy), ""

    def _due(self, privacy: _Privacy) -> str:
        if privacy.edition.demo:
            return self.tr("Édition de démonstration\u202f: ses noms sont inventés, rien n’oblige à les effacer.")
        day = date.fromisoformat(privacy.edition.erase_from)
        left = (day - date.today()).days
        if left <= 0:
            return self.tr("Les noms étaient à effacer à partir du %1.").replace("%1", shown_date(day.isoformat()))
        said = counted(
            left,
            self.tr("Les noms sont à effacer à partir du %2, dans %1 jour."),
            self.tr("Les noms sont à effacer à partir du %2, dans %1 jours."),
        )
        return said.replace("%2", shown_date(day.isoformat()))

    def _written(self, at: str) -> str:
        if not at:
            return ""
        at_ms = int(datetime.fromisoformat(at).timestamp() * 1000)
        return wording.moment(at_ms, wall_ms())

    def _enable(self) -> None:
        free = not self.band.is_busy
        erased = self._privacy is not None and self._privacy.erased
        for key, button in self.documents.buttons.items():
            button.setEnabled(free and not (erased and key == ATTESTATIONS))
        self.erase_button.setEnabled(free and self._privacy is not None and not erased)
        self.prove_button.setVisible(self._privacy is not None and self._privacy.unproved)
        self.prove_button.setEnabled(free)

    def _described(self) -> dict[str, tuple[str, str]]:
        """By key, what each document is called and what it holds."""
        return {
            REPORT: (
                self.tr("Rapport de la journée"),
                self.tr(
                    "Page, PDF, tableaux et graphiques\u202f; pour la presse, les labels annoncés et leurs cartes."
                ),
            ),
            ATTESTATIONS: (
                self.tr("Attestations de présence"),
                self.tr("De celles et ceux qui sont venus, en PDF à signer\u202f; un par…"),
            ),
            CHAPTERS: (
                self.tr("Chapitres de la rediffusion"),
                self.tr("Où commence chaque annonce, en tableau et pour YouTube."),
            ),
            REGISTER: (
                self.tr("Fiche de registre"),
                self.tr("Ce qui est traité et pourquoi (RGPD, article 30), en PDF ou CSV."),
            ),
            BACKUP: (
                self.tr("Sauvegarde"),
                self.tr("L’édition entière en un fichier, pour la reprendre sur un autre ordinateur."),
            ),
        }

    def _make_choice(self) -> QComboBox:
        choices = (self.tr("personne"), "person"), (self.tr("collectivité"), "authority")
        made = combo([*choices, (self.tr("demi-journée"), "half_day")], "person")
        made.setAccessibleName(self.tr("Un PDF par"))
        made.setMinimumWidth(160)
        return made

    def _arrange(self) -> None:
        for key, (name, use) in self._described().items():
            button = self.documents.add(key, name, use, self.by if key == ATTESTATIONS else None)
            button.clicked.connect(lambda _=False, key=key: self.ask(key))
        last = QHBoxLayout()
        last.setContentsMargins(0, 0, 0, 0)
        last.addStretch(1)
        last.addWidget(self.prove_button)
        last.addWidget(self.erase_button)
        foot = QWidget()
        foot.setLayout(last)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        parts = (self.reminder, self.counting, self.figures, self.band, self.documents, foot)
        whole.addWidget(stacked(*parts))
        self.reminder.hide()
        self.counting.hide()


def _read_privacy(store: Store, folder: Path) -> _Privacy:
    said = [dict(entry.payload) for entry in store.entries(erasure.EXPORTED)] + erasure.noted_exports(folder)
    return _Privacy(
        programme.read_edition(store),
        store.erasures.edition,
        erasure.is_unproved(folder),
        erasure.notice(store, date.today()),
        tuple(erasure.unheard(store)),
        {str(each["what"]): str(each["at"]) for each in said},
    )


def _headlines(folder: Path) -> Sequence[Headline]:
    # Beside the core, which the reception needs.
    from vi_events import app
    from vi_events.closing.contents import headlines
    from vi_events.closing.figures import figures
    from vi_events.edition.reference import load_reference

    with app.read_edition(folder) as store:
        return headlines(figures(store, load_reference()))


def _writers(folder: Path, out: Path, by: Any) -> dict[str, Callable[[Told], Sequence[Path]]]:
    """By key, what writes each document and gives its files; the libraries that draw come along with it."""

    def report(_told: Told) -> Sequence[Path]:
        from vi_events.closing.day import write_day

        done = write_day(folder, out)
        return (*done.report.files, *done.press)

    def attestations(told: Told) -> Sequence[Path]:
        from vi_events.closing.attestations import AttestationOrder, write_attestations

        files = write_attestations(folder, out, wall_ms(), AttestationOrder(by=by, told=told))
        erasure.note_export(folder, ATTESTATIONS, "pdf")
        return files

    def chapters(_told: Told) -> Sequence[Path]:
        from vi_events.closing.press import write_chapters

        return write_chapters(folder, out)

    def register(_told: Told) -> Sequence[Path]:
        from vi_events import app
        from vi_events.closing.register import write_register

        with app.read_edition(folder) as store:
            write_register(out, programme.read_edition(store))
        return (out,)

    return {REPORT: report, ATTESTATIONS: attestations, CHAPTERS: chapters, REGISTER: register}
