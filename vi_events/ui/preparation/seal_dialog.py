"""Sealing the palmarès: the passphrase typed twice, the recovery key shown once, both changed or lifted later."""

import secrets
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from vi_events.edition import recovery_key as keys
from vi_events.edition.seal import MIN_PASSPHRASE
from vi_events.errors import UserError, ViError
from vi_events.ui.preparation.palmares_parts import Notice, VerbButton
from vi_events.ui.preparation.palmares_recovery_sheet import print_recovery_sheet, write_recovery_pdf
from vi_events.ui.preparation.words import counted
from vi_events.ui.theme import BASE_PX, LIGHT, NOTE_PX, TITLE_PX
from vi_events.ui.widgets.form import FormDialog, FormField
from vi_events.ui.widgets.panel import Panel, Text

_WIDTH_PX, _LONGEST = 640, 200
_SOLID, _SOLID_WORDS = 20, 4
"""Signs, or words, from which a passphrase is more than enough."""


def strength(passphrase: str) -> tuple[str, str]:
    """How hard a passphrase is to guess: a tone and a sentence. ``bad`` is too short to be accepted."""
    words = passphrase.split()
    signs = len(" ".join(words))
    if not signs:
        return "info", QCoreApplication.translate("Strength", "Quatre mots sans rapport entre eux, par exemple.")
    if signs < MIN_PASSPHRASE:
        one = QCoreApplication.translate("Strength", "Trop courte\u202f: encore %1 signe.")
        many = QCoreApplication.translate("Strength", "Trop courte\u202f: encore %1 signes.")
        return "bad", counted(MIN_PASSPHRASE - signs, one, many)
    if len(set("".join(words).casefold())) < signs // 3:
        return "warn", QCoreApplication.translate("Strength", "Facile à deviner\u202f: trop de signes se répètent.")
    if signs >= _SOLID or len(set(words)) >= _SOLID_WORDS:
        return "ok", QCoreApplication.translate("Strength", "Solide.")
    return "warn", QCoreApplication.translate(
        "Strength", "Acceptable\u202f: un mot de plus la rendrait bien plus solide."
    )


class NewPassphraseDialog(FormDialog):
    """Asks twice for a passphrase, and first for the one there was when ``change``. Emits, then waits."""

    given = Signal(str, str)
    """The secret there was (empty when sealing), and the new passphrase."""

    def __init__(self, *, change: bool, parent: QWidget | None = None) -> None:
        title = self.tr("Changer la phrase de passe") if change else self.tr("Sceller le palmarès")
        super().__init__(title, self.tr("Changer") if change else self.tr("Sceller"), parent)
        self.old, self.new, self.again = _secret_line(), _secret_line(), _secret_line()
        self.old_field = FormField(self.tr("Phrase de passe d’aujourd’hui, ou clé de secours"), self.old)
        self.new_field = FormField(self.tr("Nouvelle phrase de passe"), self.new)
        self.again_field = FormField(self.tr("La même, encore une fois"), self.again)
        self.strength, self.notice = Notice(), Notice()
        self._change = change
        said = Text(BASE_PX, ink=LIGHT.ink_2, wrap=True)
        said.setText(
            self.tr("La clé de secours déjà imprimée reste bonne.")
            if change
            else self.tr(
                "Sans elle ni la clé de secours, personne ne peut plus lire le palmarès\u202f: ni vous, ni nous. "
                "Elle sera demandée à chaque ouverture."
            )
        )
        self.body.addWidget(said)
        if change:
            self.body.addWidget(self.old_field)
        for part in (self.new_field, self.strength, self.again_field, self.notice):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.setMinimumWidth(_WIDTH_PX)
        self.new.textChanged.connect(self._judge)
        self.again.textChanged.connect(lambda _: self.again_field.show_problem(""))
        self._judge("")
        (self.old if change else self.new).setFocus()

    def accept(self) -> None:
        """Emits both once they agree."""
        tone, sentence = strength(self.new.text())
        if tone in ("bad", "info"):
            self.new_field.show_problem(sentence)
            self.new.setFocus()
        elif self.new.text() != self.again.text():
            self.again_field.show_problem(self.tr("Les deux ne sont pas les mêmes."))
            self.again.setFocus()
        else:
            self.accept_button.setEnabled(False)
            self.notice.say("info", self.tr("Un instant… C’est lent exprès."))
            self.given.emit(self.old.text(), self.new.text())

    def was_done(self) -> None:
        """The passphrase is in use."""
        super().accept()

    def show_problem(self, problem: ViError) -> None:
        """Why it is not; what was typed stays."""
        self.accept_button.setEnabled(True)
        self.notice.show_problem(problem)

    def _judge(self, text: str) -> None:
        self.new_field.show_problem("")
        self.strength.say(*strength(text))


class UnsealDialog(FormDialog):
    """Warns, then asks for the secret that lifts the seal. Emits, then waits."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Lever le scellé\u202f?"), self.tr("Lever le scellé"), parent)
        warning, self.notice = Notice(), Notice()
        self.secret = _secret_line()
        self.body.addWidget(warning)
        warning.say(
            "warn",
            self.tr(
                "Le palmarès sera de nouveau en clair sur ce poste\u202f: qui ouvre ce dossier le lit. Scellez-le "
                "avant le jour. La clé de secours imprimée ne vaudra plus rien."
            ),
        )
        self.body.addWidget(FormField(self.tr("Phrase de passe, ou clé de secours"), self.secret))
        self.body.addWidget(self.notice)
        self.setMinimumWidth(_WIDTH_PX)
        self.secret.setFocus()

    def accept(self) -> None:
        if self.secret.text():
            self.accept_button.setEnabled(False)
            self.notice.say("info", self.tr("Un instant… C’est lent exprès."))
            self.given.emit(self.secret.text())

    def was_done(self) -> None:
        """The seal is lifted."""
        super().accept()

    def show_problem(self, problem: ViError) -> None:
        """Why it is not."""
        self.accept_button.setEnabled(True)
        self.notice.show_problem(problem)


class RecoveryKeyDialog(FormDialog):
    """Shows the key once, to print; then hides it and asks for one of its groups, read from the paper."""

    def __init__(self, recovery_key: str, title: str, parent: QWidget | None = None, rank: int | None = None) -> None:
        super().__init__(self.tr("Clé de secours"), self.tr("J’ai la feuille en main"), parent)
        self._key, self._title = recovery_key, title
        self._groups = recovery_key.split("-")
        self.rank = secrets.randbelow(len(self._groups)) if rank is None else rank
        """Of the group to type, from 0."""
        self._warned = False
        self.shown, self.notice = Panel(), Notice()
        self.said = Text(BASE_PX, wrap=True)
        self.said.setText(
            self.tr(
                "Elle ouvre le palmarès si la phrase de passe est perdue. Elle ne sera plus jamais montrée\u202f: "
                "imprimez-la et rangez-la ailleurs que ce poste."
            )
        )
        self.print_button = VerbButton(self.tr("Imprimer…"), "Ctrl+P", "Ctrl+P")
        self.pdf_button = VerbButton(self.tr("Enregistrer en PDF…"))
        self.typed = QLineEdit()
        asked = self.tr("Tapez le groupe n°\u00a0%1 de la feuille").replace("%1", str(self.rank + 1))
        self.typed_field = FormField(asked, self.typed)
        self.typed_field.hide()
        self._arrange()
        self.print_button.clicked.connect(self._ask_printer)
        self.pdf_button.clicked.connect(self._ask_pdf)

    @property
    def is_hidden(self) -> bool:
        """Whether the key is no longer shown, and one of its groups is asked for."""
        return self.shown.isHidden()

    def accept(self) -> None:
        """First hides the key; then closes when the group typed is the right one."""
        if not self.is_hidden:
            self._ask_group(hidden=True)
        elif self._is_right(self.typed.text()):
            super().accept()
        else:
            wrong = self.tr("Ce n’est pas ce groupe\u202f: relisez la feuille. Échap montre encore la clé.")
            self.typed_field.show_problem(wrong)
            self.typed.setFocus()

    def reject(self) -> None:
        """Back to the key; from there, leaving without the sheet is asked about once."""
        if self.is_hidden:
            self._ask_group(hidden=False)
        elif self._warned:
            super().reject()
        else:
            self._warned = True
            self.notice.say(
                "warn",
                self.tr(
                    "Sans cette feuille, une phrase de passe oubliée perd le palmarès. Échap encore pour fermer quand "
                    "même."
                ),
            )

    def write_pdf(self, path: Path) -> None:
        """Writes the sheet, and says that the file itself is a secret."""
        target = path if path.suffix else path.with_suffix(".pdf")
        try:
            write_recovery_pdf(target, self._key, self._title)
        except UserError as problem:
            self.notice.show_problem(problem)
        else:
            said = self.tr(
                "Écrit dans «\u00a0%1\u00a0». Imprimez ce fichier, puis supprimez-le\u202f: il contient la clé."
            )
            self.notice.say("warn", said.replace("%1", target.name))

    def _ask_group(self, *, hidden: bool) -> None:
        self.typed.clear()
        self.typed_field.show_problem("")
        for part in (self.shown, self.print_button, self.pdf_button):
            part.setVisible(not hidden)
        self.typed_field.setVisible(hidden)
        self.accept_button.set_text(self.tr("Confirmer") if hidden else self.tr("J’ai la feuille en main"))
        self.cancel_button.set_text(self.tr("Revoir la clé") if hidden else self.tr("Fermer"))
        self.notice.say("info", "")
        (self.typed if hidden else self.accept_button).setFocus()

    def _escape(self) -> None:
        # What was typed here is no loss: Escape goes back to the key at once.
        self.reject()

    def _is_right(self, typed: str) -> bool:
        whole = "-".join(typed if rank == self.rank else group for rank, group in enumerate(self._groups))
        return bool(typed.strip()) and keys.read_back(whole) == keys.read_back(self._key)

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec() != QDialog.DialogCode.Accepted:
            return
        try:
            print_recovery_sheet(printer, self._key, self._title)
        except UserError as problem:
            self.notice.show_problem(problem)
        else:
            self.notice.say("ok", self.tr("Feuille envoyée à l’imprimante."))

    def _ask_pdf(self) -> None:
        name = self.tr("feuille-de-secours.pdf")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Enregistrer la feuille"), name, "PDF (*.pdf)")
        if chosen:
            self.write_pdf(Path(chosen))

    def _arrange(self) -> None:
        grid = QGridLayout(self.shown)
        grid.setContentsMargins(20, 16, 20, 16)
        grid.setHorizontalSpacing(24)
        for rank, group in enumerate(self._groups):
            number, signs = Text(NOTE_PX, ink=LIGHT.ink_2), Text(TITLE_PX, bold=True)
            number.setText(str(rank + 1))
            signs.setText(group)
            signs.use_tabular_figures()
            signs.setAccessibleName(f"{rank + 1}. {' '.join(group)}")
            grid.addWidget(number, rank // 4 * 2, rank % 4)
            grid.addWidget(signs, rank // 4 * 2 + 1, rank % 4)
        row = QHBoxLayout()
        row.addWidget(self.print_button)
        row.addWidget(self.pdf_button)
        row.addStretch(1)
        for part in (self.said, self.shown):
            self.body.addWidget(part)
        self.body.addLayout(row)
        self.body.addWidget(self.typed_field)
        self.body.addWidget(self.notice)
        self.body.addStretch(1)
        self.cancel_button.set_text(self.tr("Fermer"))
        self.setMinimumWidth(_WIDTH_PX)
        self.print_button.setFocus()


def _secret_line() -> QLineEdit:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setMaxLength(_LONGEST)
    return line
