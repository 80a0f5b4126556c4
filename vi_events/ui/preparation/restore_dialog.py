"""Taking an edition up from a backup file: first what it holds, then a new edition beside those there are."""

from collections.abc import Iterator
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLineEdit, QWidget

from vi_events import backup
from vi_events.backup import Held
from vi_events.backup.held import DRAFT, NO_PALMARES, SEALED
from vi_events.clock import wall_ms
from vi_events.edition.text import clean
from vi_events.errors import ViError
from vi_events.ui.checkin import wording
from vi_events.ui.checkin.wording import QT_TRANSLATE_NOOP
from vi_events.ui.job import Job
from vi_events.ui.language import grouped, spoken, told
from vi_events.ui.preparation.backup_dialog import busy_bar, file_size, passphrase_line, shrink
from vi_events.ui.preparation.edition_dialog import shown_date
from vi_events.ui.preparation.palmares_parts import Band
from vi_events.ui.preparation.words import counted
from vi_events.ui.theme import BASE_PX, LEAD_PX, LIGHT, NOTE_PX
from vi_events.ui.widgets.form import FormDialog, FormField, Tick
from vi_events.ui.widgets.panel import Panel, Text

_WIDTH_PX, _INDENT_PX, _SLUG_LENGTH = 760, 28, 60
_PALMARES = {
    NO_PALMARES: QT_TRANSLATE_NOOP("Backup", "aucun"),
    DRAFT: QT_TRANSLATE_NOOP("Backup", "non scellé"),
    SEALED: QT_TRANSLATE_NOOP("Backup", "scellé"),
}


class Step(Enum):
    """What is on the screen."""

    CHOOSE = auto()
    READING = auto()
    SECRET = auto()
    SHOWN = auto()
    RESTORING = auto()
    DONE = auto()


class RestoreDialog(FormDialog):
    """Chooses a backup, shows what it holds, then makes an edition of it in ``data``, the folder of editions."""

    edition_requested = Signal(str)
    """The slug of the edition just made, to open."""

    def __init__(self, data: Path, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Reprendre une sauvegarde"), self.tr("Choisir le fichier…"), parent)
        self.step = Step.CHOOSE
        self._data, self._file, self._made = data, Path(), Path()
        self._job: Job | None = None
        self._held: Held | None = None
        self.said, self.notice, self.shown, self.bar = Text(BASE_PX, wrap=True), Band(), _Contents(), busy_bar()
        self.passphrase, self.slug = passphrase_line(), QLineEdit()
        self.slug.setMaxLength(_SLUG_LENGTH)
        self.passphrase_field = FormField(self.tr("Phrase de passe de la sauvegarde"), self.passphrase)
        self.slug_field = FormField(self.tr("Nom du dossier sur cet ordinateur"), self.slug)
        self.replaces = Tick(self.tr("Cet ordinateur remplace l’ancien"))
        self.replaces_note = Text(NOTE_PX, ink=LIGHT.ink_2, wrap=True)
        self.replaces_note.setContentsMargins(_INDENT_PX, 0, 0, 0)
        self.replaces_note.setText(
            self.tr(
                "Cochez seulement si l’ancien n’a rien enregistré depuis cette sauvegarde et n’enregistrera plus rien. "
                "Sinon, ce poste prend un nom à lui, et les deux peuvent continuer."
            )
        )
        parts = (self.passphrase_field, self.shown, self.slug_field, self.replaces, self.replaces_note)
        for part in (self.said, self.notice, *parts, self.bar):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.setMinimumWidth(_WIDTH_PX)
        self._show(Step.CHOOSE)

    def accept(self) -> None:
        """The next step."""
        if self.step is Step.CHOOSE:
            chosen, _ = QFileDialog.getOpenFileName(
                self,
                self.tr("Quelle sauvegarde\u202f?"),
                "",
                self.tr("Sauvegarde VI Events (*.viedition);;Tous les fichiers (*)"),
            )
            if chosen:
                self.open_file(Path(chosen))
        elif self.step is Step.SECRET:
            self.open_file(self._file)
        elif self.step is Step.SHOWN:
            self._restore()
        elif self.step is Step.DONE:
            super().accept()
            self.edition_requested.emit(self._made.name)

    def open_file(self, file: Path) -> None:
        """Reads a backup, with the passphrase typed so far."""
        if file != self._file:
            self.passphrase.clear()
        self._file = file
        passphrase = self.passphrase.text()
        self._show(Step.READING)
        self._job = Job(lambda: backup.preview(file, passphrase), self._on_read, self._on_unreadable)

    def done(self, result: int) -> None:
        """Closes; an edition that is being made is made to its end."""
        if self._job is not None:
            self._job.forget()
            self._job = None
        super().done(result)

    # Inside

    def _restore(self) -> None:
        file, slug, passphrase = self._file, self.slug.text().strip(), self.passphrase.text()
        replaces = self.replaces.isChecked()
        self._show(Step.RESTORING)
        self._job = Job(
            lambda: backup.restore(file, self._data, passphrase, slug, replaces), self._on_restored, self._on_refused
        )

    def _show(self, step: Step) -> None:
        self.step = step
        busy = step in (Step.READING, Step.RESTORING)
        texts = {
            Step.CHOOSE: (self.tr("Choisir le fichier…"), self._about_choice()),
            Step.READING: ("", self.tr("Lecture de «\u00a0%1\u00a0»…").replace("%1", self._file.name)),
            Step.SECRET: (self.tr("Ouvrir"), self.tr("La sauvegarde «\u00a0%1\u00a0» est chiffrée.")),
            Step.SHOWN: (self.tr("Reprendre cette édition"), self.tr("Voici ce que contient «\u00a0%1\u00a0».")),
            Step.RESTORING: ("", self.tr("L’édition est copiée, puis son journal vérifié…")),
            Step.DONE: (self.tr("Ouvrir l’édition"), ""),
        }
        verb, sentence = texts[step]
        self.said.show_text(sentence.replace("%1", self._file.name))
        self.accept_button.setVisible(bool(verb))
        self.accept_button.set_text(verb)
        self.cancel_button.set_text(self.tr("Annuler") if step in (Step.CHOOSE, Step.SHOWN) else self.tr("Fermer"))
        self.notice.say("", "")
        self.passphrase_field.setVisible(step is Step.SECRET)
        self.shown.setVisible(step in (Step.SHOWN, Step.RESTORING, Step.DONE))
        for part in (self.slug_field, self.replaces, self.replaces_note):
            part.setVisible(step in (Step.SHOWN, Step.RESTORING))
            part.setEnabled(step is Step.SHOWN)
        self.bar.setVisible(busy)
        focus = {Step.SECRET: self.passphrase, Step.READING: self.cancel_button, Step.RESTORING: self.cancel_button}
        focus.get(step, self.accept_button).setFocus()

    def _about_choice(self) -> str:
        return self.tr(
            "Le fichier se termine par .viedition. Vous verrez ce qu’il contient avant que rien ne soit écrit\u202f; "
            "les éditions de cet ordinateur restent comme elles sont."
        )

    def _on_read(self, held: Held) -> None:
        self._job, self._held = None, held
        self.shown.show_held(held)
        self.slug.setText(backup.free_slug(self._data, held.contents.slug))
        self._show(Step.SHOWN)
        if self.slug.text() != held.contents.slug:
            taken = self.tr("«\u00a0%1\u00a0» existe déjà ici, et n’est pas touchée.")
            self.slug_field.show_hint(taken.replace("%1", held.contents.slug))

    def _on_unreadable(self, problem: ViError) -> None:
        self._job = None
        secret = problem.code in ("passphrase_missing", "passphrase_wrong")
        self._show(Step.SECRET if secret else Step.CHOOSE)
        if problem.code == "passphrase_wrong":
            self.passphrase_field.show_problem(spoken(problem))
            self.passphrase.selectAll()
        elif not secret:
            self.notice.say("bad", *told(problem))

    def _on_restored(self, folder: Path) -> None:
        self._job, self._made = None, folder
        self._show(Step.DONE)
        title = self._held.contents.title if self._held else folder.name
        self.notice.say(
            "ok",
            self.tr("«\u00a0%1\u00a0» est reprise, son journal est intact").replace("%1", clean(title)),
            self.tr("Elle est dans «\u00a0%1\u00a0».").replace("%1", str(folder)),
        )
        shrink(self)

    def _on_refused(self, problem: ViError) -> None:
        self._job = None
        self._show(Step.SHOWN)
        if problem.code in ("edition_exists", "slug_invalid"):
            self.slug_field.show_problem(spoken(problem))
            self.slug.setFocus()
        else:
            self.notice.say("bad", *told(problem))

    def _escape(self) -> None:
        # What was typed here is no loss.
        self.reject()


class _Contents(Panel):
    """What a backup holds, one line each."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Text(LEAD_PX, bold=True, wrap=True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(20, 16, 20, 16)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.title, 0, 0, 1, 2)
        self.values: list[Text] = []

    def show_held(self, held: Held) -> None:
        """Shows another backup in place of the one before."""
        self.title.setText(clean(held.contents.title))
        for row, (label, value) in enumerate(self._lines(held)):
            if row == len(self.values):
                name, shown = Text(BASE_PX, ink=LIGHT.ink_2), Text(BASE_PX, wrap=True)
                name.setText(label)
                shown.setAccessibleName(label)
                self._grid.addWidget(name, row + 1, 0)
                self._grid.addWidget(shown, row + 1, 1)
                self.values.append(shown)
            self.values[row].setText(value)

    def _lines(self, held: Held) -> Iterator[tuple[str, str]]:
        inside, now_ms = held.contents, wall_ms()
        last = self.tr("%1, la dernière %2").replace("%2", wording.moment(inside.last_entry_ms, now_ms))
        secret = self.tr("chiffrée") if held.encrypted else self.tr("sans phrase de passe")
        made = self.tr("faite %1").replace("%1", wording.moment(held.made_ms, now_ms))
        yield self.tr("Date et lieu"), f"{shown_date(inside.date)}, {clean(inside.place)}"
        yield self.tr("Personnes"), grouped(inside.people)
        yield (
            self.tr("Journal"),
            last.replace("%1", counted(inside.entries, self.tr("%1 entrée"), self.tr("%1 entrées"))),
        )
        yield self.tr("Postes"), ", ".join(sorted(clean(name, 40) for name in inside.stations))
        yield self.tr("Palmarès"), QCoreApplication.translate("Backup", _PALMARES[held.palmares])
        yield self.tr("Sauvegarde"), f"{made}, {file_size(held.size)}, {secret}"
