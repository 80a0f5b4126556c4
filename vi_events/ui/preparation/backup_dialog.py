"""Saving an edition into one file, to carry it to another computer."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QProgressBar, QWidget

from vi_events import backup
from vi_events.backup import Held
from vi_events.backup.held import DRAFT, SEALED
from vi_events.edition import erasure
from vi_events.errors import ViError
from vi_events.ui.job import Job
from vi_events.ui.language import locale, told
from vi_events.ui.preparation.palmares_parts import Band, Notice
from vi_events.ui.preparation.seal_dialog import strength
from vi_events.ui.preparation.words import counted
from vi_events.ui.theme import BASE_PX
from vi_events.ui.widgets.form import FormDialog, FormField
from vi_events.ui.widgets.panel import Text

_WIDTH_PX, _BAR_PX, _LONGEST = 720, 12, 200


class BackupDialog(FormDialog):
    """Asks for a passphrase and a place, then writes the backup of the edition in ``folder`` off the window's thread;
    stays open to say what came of it.
    """

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Sauvegarder l’édition"), self.tr("Enregistrer…"), parent)
        self._folder = folder
        self._palmares = backup.palmares_state(folder)
        self._job: Job | None = None
        self.passphrase, self.again = passphrase_line(), passphrase_line()
        self.passphrase_field = FormField(self._passphrase_label(), self.passphrase)
        self.again_field = FormField(self.tr("La même, encore une fois"), self.again)
        self.strength, self.warning, self.outcome, self.bar = Notice(), Band(), Band(), busy_bar()
        said = Text(BASE_PX, wrap=True)
        said.setText(
            self.tr(
                "Un seul fichier avec tout ce qui permet de reprendre l’édition sur un autre ordinateur\u202f: "
                "personnes, passages, palmarès, modèles de badge. L’accueil peut continuer pendant ce temps."
            )
        )
        parts = (said, self.warning, self.passphrase_field, self.strength, self.again_field, self.outcome, self.bar)
        for part in parts:
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.warning.say(*self._about_secrets())
        self.outcome.hide()
        self.bar.hide()
        self.setMinimumWidth(_WIDTH_PX)
        self.passphrase.textChanged.connect(self._judge)
        self.again.textChanged.connect(lambda _: self.again_field.show_problem(""))
        self._judge("")
        self.passphrase.setFocus()

    def accept(self) -> None:
        """Asks where once the passphrase is right, then writes."""
        if self._job is None and self._is_right():
            chosen, _ = QFileDialog.getSaveFileName(
                self,
                self.tr("Où enregistrer la sauvegarde"),
                self._folder.name + backup.SUFFIX,
                self.tr("Sauvegarde VI Events (*.viedition)"),
            )
            if chosen:
                path = Path(chosen)
                self.save(path if path.suffix.lower() == backup.SUFFIX else path.with_name(path.name + backup.SUFFIX))

    def save(self, path: Path) -> None:
        """Writes the backup to ``path``."""
        passphrase = self.passphrase.text()
        self._enable(False)
        self.outcome.say(
            "info",
            self.tr("Sauvegarde en cours…"),
            self.tr("Vous pouvez fermer cette fenêtre\u202f: le travail ira à son terme."),
        )
        self.cancel_button.set_text(self.tr("Fermer"))
        self.cancel_button.setFocus()

        def write() -> Held:
            held = backup.write_backup(self._folder, path, passphrase)
            erasure.note_export(self._folder, *backup.EXPORT)
            return held

        self._job = Job(write, lambda held: self._on_written(path, held), self._on_failed)

    def done(self, result: int) -> None:
        """Closes; what is being written goes on to its end."""
        if self._job is not None:
            self._job.forget()
            self._job = None
        super().done(result)

    # Inside

    def _passphrase_label(self) -> str:
        if self._palmares == SEALED:
            return self.tr("Phrase de passe de la sauvegarde")
        return self.tr("Phrase de passe de la sauvegarde, facultative")

    def _about_secrets(self) -> tuple[str, str, str]:
        if self._palmares == SEALED:
            return (
                "info",
                self.tr("Le palmarès est scellé\u202f: la sauvegarde sera chiffrée"),
                self.tr("Sans cette phrase de passe, personne ne pourra la reprendre\u202f: ni vous, ni nous."),
            )
        if self._palmares == DRAFT:
            return (
                "warn",
                self.tr("Le palmarès est encore en clair"),
                self.tr(
                    "Sans phrase de passe, qui trouve le fichier lit le palmarès avant l’annonce, et les noms. "
                    "Donnez-en une, ou scellez d’abord le palmarès."
                ),
            )
        return (
            "info",
            self.tr("Une phrase de passe chiffre toute la sauvegarde"),
            self.tr("Sans elle, qui trouve le fichier lit les noms et peut fabriquer des billets."),
        )

    def _judge(self, text: str) -> None:
        self.passphrase_field.show_problem("")
        self.strength.say(*strength(text))
        self.again_field.setVisible(bool(text))

    def _is_right(self) -> bool:
        typed = self.passphrase.text()
        tone, sentence = strength(typed)
        if (typed and tone == "bad") or (not typed and self._palmares == SEALED):
            self.passphrase_field.show_problem(sentence if typed else self.tr("Donnez une phrase de passe."))
            self.passphrase.setFocus()
            return False
        if typed and typed != self.again.text():
            self.again_field.show_problem(self.tr("Les deux ne sont pas les mêmes."))
            self.again.setFocus()
            return False
        return True

    def _enable(self, enabled: bool) -> None:
        self.bar.setVisible(not enabled)
        self.accept_button.setVisible(enabled)
        for part in (self.passphrase_field, self.again_field):
            part.setEnabled(enabled)

    def _on_written(self, path: Path, held: Held) -> None:
        self._job = None
        for part in (self.bar, self.warning, self.passphrase_field, self.strength, self.again_field):
            part.hide()
        where = self.tr("Sauvegarde enregistrée dans «\u00a0%1\u00a0»").replace("%1", path.name)
        facts = (
            counted(held.contents.people, self.tr("%1 personne"), self.tr("%1 personnes")),
            counted(held.contents.entries, self.tr("%1 entrée au journal"), self.tr("%1 entrées au journal")),
            file_size(held.size),
            self.tr("chiffrée") if held.encrypted else self.tr("sans phrase de passe"),
        )
        said = ", ".join(facts) + "."
        for name in held.left_out:
            left = self.tr("«\u00a0%1\u00a0» n’y est pas\u202f: son nom ne va pas partout.")
            said += "\n" + left.replace("%1", name)
        self.outcome.say("warn" if held.left_out else "ok", where, said)
        shrink(self)

    def _on_failed(self, problem: ViError) -> None:
        self._job = None
        self._enable(True)
        self.outcome.say("bad", *told(problem))
        self.accept_button.setFocus()

    def _escape(self) -> None:
        # Once it is being written, what was typed has served.
        if self.accept_button.isHidden():
            self.reject()
        else:
            super()._escape()


def shrink(dialog: QDialog) -> None:
    """Gives back the room of what is no longer shown."""
    layout = dialog.layout()
    if layout is not None:
        layout.activate()
        dialog.resize(dialog.width(), layout.totalHeightForWidth(dialog.width()))


def passphrase_line() -> QLineEdit:
    """A line that does not show what is typed."""
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setMaxLength(_LONGEST)
    return line


def file_size(size: int) -> str:
    """« 236 ko » for a size in bytes."""
    return locale().formattedDataSize(size, 0, QLocale.DataSizeFormat.DataSizeSIFormat)


def busy_bar() -> QProgressBar:
    """Work of which nobody knows the end."""
    bar = QProgressBar()
    bar.setRange(0, 0)
    bar.setTextVisible(False)
    bar.setFixedHeight(_BAR_PX)
    bar.setAccessibleName(QCoreApplication.translate("Backup", "Travail en cours"))
    return bar
