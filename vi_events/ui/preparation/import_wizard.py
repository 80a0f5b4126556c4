"""The import of attendees, page after page: nothing is written before the last one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from vi_events.edition.importing import Outcome, Prepared, prepare
from vi_events.errors import UserError
from vi_events.ui.checkin.suggestions import reference
from vi_events.ui.job import Job
from vi_events.ui.language import spoken
from vi_events.ui.preparation.columns_page import ColumnsPage
from vi_events.ui.preparation.confirm_page import ConfirmPage, Figures, save_refusals
from vi_events.ui.preparation.file_page import BusyPage, ChoosePage, SentencePage
from vi_events.ui.preparation.import_flow import ImportActions, ImportFlow, Step, read
from vi_events.ui.preparation.words import counted
from vi_events.ui.preparation.written_names_page import WrittenNamesPage
from vi_events.ui.theme import HALO_PX, LIGHT, NOTE_PX, TITLE_PX
from vi_events.ui.widgets.buttons import HoldButton, KeyButton
from vi_events.ui.widgets.panel import Text

if TYPE_CHECKING:
    from vi_events.app import OpenEdition

_WIDTH_PX, _HEIGHT_PX = 1060, 690
_HOLD_S = 1.0
_BUSY = (Step.READING, Step.WRITING)
_PROGRESS = {
    Step.CHOOSE: 0,
    Step.COLUMNS: 1,
    Step.AUTHORITIES: 2,
    Step.CONFIRM: 3,
    Step.NOTHING: 3,
    Step.WRITING: 3,
    Step.RESULT: 4,
}


class ImportWizard(QDialog):
    """Shows an ``ImportFlow`` and runs its work off the window's thread."""

    def __init__(self, actions: ImportActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.flow = ImportFlow()
        self._actions = actions
        self._job: Job | None = None
        self._shown: Step | None = None
        # The field whose column was just changed: the focus comes back to it.
        self._changed = ""
        self.setWindowTitle(self.tr("Importer les inscrits"))
        self.setModal(True)
        self.choose_page, self.busy_page = ChoosePage(), BusyPage()
        self.columns_page, self.names_page, self.confirm_page = ColumnsPage(), WrittenNamesPage(), ConfirmPage()
        self.sentence_page, self.figures = SentencePage(), Figures()
        self._steps, self._file = Text(NOTE_PX, ink=LIGHT.ink_2), Text(NOTE_PX, bold=True, wrap=True)
        self._pages = QStackedWidget()
        self._pages.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # it waits with the focus, Tab never stops there
        self.cancel_button = KeyButton(self.tr("Annuler"), self.tr("Échap"))
        self.back_button = KeyButton(self.tr("Retour"), "Alt+←")
        self.other_button = KeyButton(self.tr("Choisir un autre fichier"))
        self.undo_button = HoldButton(self.tr("Annuler cet import"), seconds=_HOLD_S)
        self.next_button = KeyButton(self.tr("Suivant"), self.tr("Entrée"), kind="primary")
        self._build()
        self._connect()
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self._show()

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read or written."""
        return self.flow.step in _BUSY

    def open_file(self, path: Path) -> None:
        """Reads a file, as if it had been chosen."""
        self.flow.choose(path)
        self._read()

    def step_once(self) -> None:
        """What « Suivant » does on this page."""
        if self.flow.step in (Step.RESULT, Step.NOTHING):
            self.accept()
        elif self.flow.step is Step.PROBLEM:
            self._browse()
        elif self.flow.step is Step.CONFIRM and self.flow.refused and not self.flow.partial:
            self.flow.read_again()
            self._read()
        elif self.flow.may_advance and self.flow.step not in _BUSY:
            self.flow.advance()
            self._after_advance()

    def step_back(self) -> None:
        """What « Retour » does: stops waiting for a reading, or goes to the page before."""
        if self.flow.step is not Step.WRITING:
            self._forget()
            self.flow.back()
            self._show()

    def reject(self) -> None:
        """Closes, unless the import is being written: its end must be seen."""
        if self.flow.step is not Step.WRITING:
            self._forget()
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        focused = self.focusWidget()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.isAutoRepeat():
            return
        elif isinstance(focused, KeyButton):
            focused.click()
        elif self.next_button.isVisible() and self.next_button.isEnabled():
            self.step_once()

    # Work

    def _read(self) -> None:
        path, mapping, answers = self.flow.path, dict(self.flow.mapping), dict(self.flow.answers)
        assert path is not None
        self._run(lambda: read(self._actions, path, mapping, answers), self.flow.was_read)

    def _write(self) -> None:
        assert self.flow.reading is not None
        prepared, partial = self.flow.reading.prepared, self.flow.partial
        assert prepared is not None
        self._run(lambda: self._actions.write(prepared, partial, False), self.flow.was_written)

    def _undo(self) -> None:
        outcome = self.flow.outcome
        assert outcome is not None
        self.flow.step = Step.WRITING
        self._run(lambda: self._actions.undo(outcome.batch), self.flow.was_undone)

    def _run(self, work: Callable[[], Any], told: Callable[[Any], None]) -> None:
        self._forget()

        def then(tell: Callable[[Any], None]) -> Callable[[Any], None]:
            def answer(result: Any) -> None:
                self._job = None
                tell(result)
                self._show()

            return answer

        self._job = Job(work, then(told), then(self.flow.failed))
        self._show()

    def _forget(self) -> None:
        if self._job:
            self._job.forget()
            self._job = None

    def _after_advance(self) -> None:
        if self.flow.step is Step.READING:
            self._read()
        elif self.flow.step is Step.WRITING:
            self._write()
        else:
            self._show()

    def _browse(self) -> None:
        kinds = self.tr("Listes (*.csv *.xlsx *.xls *.txt);;Tous les fichiers (*)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Choisir le fichier des inscrits"), "", kinds)
        if chosen:
            self.open_file(Path(chosen))

    def _save_refusals(self) -> None:
        start = (self.flow.path or Path()).stem + self.tr("-lignes-refusees.csv")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Enregistrer les lignes refusées"), start, "CSV (*.csv)")
        if chosen:
            self.save_refusals(Path(chosen))

    def save_refusals(self, path: Path) -> None:
        """Writes the refused rows and the remarks to ``path``; the page says whether it was done."""
        prepared = self.flow.reading.prepared if self.flow.reading else None
        target = path if path.suffix else path.with_suffix(".csv")
        try:
            save_refusals(target, [*self.flow.refused, *(prepared.warnings if prepared else ())])
        except UserError as problem:
            self.confirm_page.saved.show_text(spoken(problem))
        else:
            said = self.tr("Liste enregistrée dans «\u00a0%1\u00a0».").replace("%1", target.name)
            self.confirm_page.saved.show_text(said)

    # What is shown

    def _show(self) -> None:
        step = self.flow.step
        page = self._fill_page(step)
        self._pages.setCurrentWidget(page)
        self.figures.setVisible(step is Step.RESULT and self.flow.undone is None)
        self._show_steps(step)
        self._file.show_text(self.flow.path.name if self.flow.path and step is not Step.CHOOSE else "")
        self._show_buttons(step)
        if step is not self._shown:
            # Enter must never fall on « Annuler » because the button that had the focus went away.
            self._shown = step
            self._first_control(step).setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_control(self, step: Step) -> QWidget:
        if step is Step.CHOOSE:
            return self.choose_page.browse
        changed, self._changed = self._changed, ""
        if step is Step.COLUMNS and (changed or not self.flow.may_advance):
            return self.columns_page.combos[changed or "full_name"]
        self._changed = changed if step is Step.READING else ""
        if step is Step.AUTHORITIES and self.flow.unanswered:
            return self.names_page.combos[self.flow.unanswered]
        return self._pages if step in _BUSY else self.next_button

    def _fill_page(self, step: Step) -> QWidget:
        for shown, page in (
            (Step.COLUMNS, self.columns_page),
            (Step.AUTHORITIES, self.names_page),
            (Step.CONFIRM, self.confirm_page),
        ):
            if step is shown:
                page.show_flow(self.flow)
                return page
        if step is Step.CHOOSE:
            return self.choose_page
        if step in _BUSY:
            reading = self.tr("Lecture du fichier… Rien n’est encore écrit.")
            writing = self.tr("Écriture dans l’édition… Quelques secondes\u202f; l’accueil peut continuer.")
            self.busy_page.sentence.setText(reading if step is Step.READING else writing)
            return self.busy_page
        self._say(step)
        return self.sentence_page

    def _say(self, step: Step) -> None:
        if step is Step.PROBLEM and self.flow.problem:
            self.sentence_page.show_problem(self.flow.problem)
        elif step is Step.NOTHING:
            self.sentence_page.say(
                "info",
                self.tr("Rien à changer"),
                self.tr("Toutes les personnes de ce fichier sont déjà inscrites, avec les mêmes renseignements."),
            )
        elif self.flow.undone is not None:
            cancelled = counted(
                self.flow.undone, self.tr("%1 inscription annulée."), self.tr("%1 inscriptions annulées.")
            )
            kept = self.tr("Les personnes déjà entrées sont gardées.")
            self.sentence_page.say("info", self.tr("Import annulé"), f"{cancelled} {kept}")
        elif self.flow.outcome:
            self.figures.show_outcome(self.flow.outcome, len({each.row for each in self.flow.outcome.refused}))
            text = self.tr("Les personnes ajoutées peuvent entrer dès maintenant sur tous les postes reliés.")
            self.sentence_page.say("ok", self.tr("Import terminé"), text)

    def _show_steps(self, step: Step) -> None:
        names = (
            self.tr("Fichier"),
            self.tr("Colonnes"),
            self.tr("Collectivités"),
            self.tr("Vérification"),
            self.tr("Résultat"),
        )
        now = _PROGRESS.get(step, -1)
        shown = [
            f"[ {number + 1}. {name} ]" if number == now else f"{number + 1}. {name}"
            for number, name in enumerate(names)
        ]
        self._steps.setText("   ›   ".join(shown))

    def _show_buttons(self, step: Step) -> None:
        relire = step is Step.CONFIRM and bool(self.flow.refused) and not self.flow.partial
        texts = {
            Step.CONFIRM: self.tr("Relire le fichier corrigé") if relire else self.tr("Importer"),
            Step.NOTHING: self.tr("Fermer"),
            Step.RESULT: self.tr("Fermer"),
            Step.PROBLEM: self.tr("Choisir un autre fichier"),
        }
        self.next_button.set_text(texts.get(step, self.tr("Suivant")))
        self.next_button.setVisible(step is not Step.CHOOSE and step not in _BUSY)
        self.next_button.setEnabled(step is not Step.COLUMNS or self.flow.may_advance)
        self.back_button.setVisible(step in (Step.READING, Step.COLUMNS, Step.AUTHORITIES, Step.CONFIRM, Step.NOTHING))
        self.other_button.setVisible(step is Step.NOTHING)
        self.undo_button.setVisible(step is Step.RESULT and self.flow.undone is None)
        self.cancel_button.setVisible(step not in (Step.WRITING, Step.RESULT, Step.NOTHING))

    def _on_column_chosen(self, name: str, header: str) -> None:
        self.flow.set_column(name, header)
        self._changed = name
        self._read()

    def _on_partial_chosen(self, partial: bool) -> None:
        self.flow.partial = partial
        self._show_buttons(self.flow.step)

    def _connect(self) -> None:
        self.choose_page.file_dropped.connect(self.open_file)
        self.choose_page.browse_requested.connect(self._browse)
        self.columns_page.column_chosen.connect(self._on_column_chosen)
        self.names_page.answered.connect(self.flow.answer)
        self.confirm_page.partial_chosen.connect(self._on_partial_chosen)
        self.confirm_page.save_requested.connect(self._save_refusals)
        self.cancel_button.clicked.connect(self.reject)
        self.back_button.clicked.connect(self.step_back)
        self.back_button.bind("Alt+Left")
        self.other_button.clicked.connect(self._browse)
        self.undo_button.held.connect(self._undo)
        self.next_button.clicked.connect(self.step_once)

    def _build(self) -> None:
        title = Text(TITLE_PX, bold=True)
        title.setText(self.tr("Importer les inscrits"))
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._steps)
        for page in (
            self.choose_page,
            self.busy_page,
            self.columns_page,
            self.names_page,
            self.confirm_page,
            self.sentence_page,
        ):
            self._pages.addWidget(page)
        foot = QHBoxLayout()
        foot.setContentsMargins(-HALO_PX, 0, -HALO_PX, 0)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.undo_button)
        foot.addStretch(1)
        for button in (self.other_button, self.back_button, self.next_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 12)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._file)
        column.addWidget(self.figures)
        column.addWidget(self._pages, 1)
        column.addLayout(foot)


def wizard_on(opened: OpenEdition, parent: QWidget | None = None) -> ImportWizard:
    """The wizard that imports into an edition."""

    def prepared(path: Path, mapping: dict[str, str], answers: dict[str, str]) -> Prepared:
        return prepare(path, reference(), mapping, answers)

    def write(ready: Prepared, partial: bool, dry_run: bool) -> Outcome:
        return opened.import_prepared(ready, dry_run=dry_run, partial=partial)

    return ImportWizard(ImportActions(prepared, write, opened.undo_import), parent)
