"""Writing the invitations of an edition: to print, one picture a person, or for a mailing."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QRadioButton, QVBoxLayout, QWidget

from vi_events.errors import ViError
from vi_events.ui.job import Job
from vi_events.ui.preparation.words import counted
from vi_events.ui.theme import BASE_PX, LEAD_PX, LIGHT, NOTE_PX
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.form import FormDialog
from vi_events.ui.widgets.panel import Panel, Text

_WIDTH_PX, _INDENT_PX = 720, 28


class TicketsDialog(FormDialog):
    """Asks for a kind (``pdf``, ``png``, ``csv``) and a place, then runs ``write(kind, path)`` off the window's thread.

    ``count`` is how many people get a ticket; ``write`` returns how many it wrote and raises ViError.
    For ``png`` the path is a folder.
    """

    def __init__(self, count: int, write: Callable[[str, Path], int], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Billets et invitations"), self.tr("Enregistrer…"), parent)
        self._count, self._write = count, write
        self._job: Job | None = None
        self.kinds = {
            "pdf": QRadioButton(self.tr("PDF à imprimer")),
            "png": QRadioButton(self.tr("Images PNG")),
            "csv": QRadioButton(self.tr("Tableau CSV")),
        }
        self.sentence = Text(LEAD_PX, wrap=True)
        self.sentence.setText(self._who())
        self.outcome = _Outcome()
        self.outcome.open_requested.connect(self._open_folder)
        self.body.addWidget(self.sentence)
        choices = self._choices()
        choices.setVisible(count > 0)
        self.body.addWidget(choices)
        self.body.addWidget(self.outcome)
        self.body.addStretch(1)
        self._folder = Path()
        self._enable(True)
        self.setMinimumWidth(_WIDTH_PX)
        self.kinds["pdf"].setChecked(True)
        (self.kinds["pdf"] if count else self.cancel_button).setFocus()

    def kind(self) -> str:
        """The kind chosen."""
        return next(kind for kind, button in self.kinds.items() if button.isChecked())

    def accept(self) -> None:
        """Asks where, then writes; the dialog stays open to say what came of it."""
        if self._job is not None or not self._count:
            return
        kind = self.kind()
        path = self._ask_where(kind)
        if path is not None:
            self.save(kind, path)

    def save(self, kind: str, path: Path) -> None:
        """Writes the invitations to ``path``."""
        self._enable(False)
        self.outcome.show_busy(
            counted(self._count, self.tr("Préparation de %1 invitation…"), self.tr("Préparation de %1 invitations…"))
        )
        self.cancel_button.set_text(self.tr("Fermer"))
        self.cancel_button.setFocus()
        self._job = Job(
            lambda: self._write(kind, path), lambda written: self._on_written(kind, path, written), self._on_failed
        )

    def done(self, result: int) -> None:
        """Closes; what is being written goes on to its end."""
        if self._job is not None:
            self._job.forget()
            self._job = None
        super().done(result)

    # Inside

    def _who(self) -> str:
        if not self._count:
            return self.tr("Personne n’a encore de billet\u202f: importez d’abord la liste des inscrits.")
        return counted(
            self._count,
            self.tr("%1 personne recevra une invitation."),
            self.tr("%1 personnes recevront une invitation."),
        )

    def _choices(self) -> Panel:
        panel = Panel()
        column = QVBoxLayout(panel)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(4)
        hints = (
            self.tr("Une page A4 par personne, à plier en quatre."),
            self.tr("Un code par personne, chacun dans son fichier, réunis dans un dossier."),
            self.tr("Une ligne par personne avec son code, pour un publipostage ou un envoi par courriel."),
        )
        for button, hint in zip(self.kinds.values(), hints, strict=True):
            button.setAccessibleDescription(hint)
            note = Text(NOTE_PX, ink=LIGHT.ink_2, wrap=True)
            note.setText(hint)
            note.setContentsMargins(_INDENT_PX, 0, 0, 8)
            column.addWidget(button)
            column.addWidget(note)
        return panel

    def _ask_where(self, kind: str) -> Path | None:
        asked = QFileDialog(self, self.tr("Où enregistrer les invitations"))
        if kind == "png":
            asked.setFileMode(QFileDialog.FileMode.Directory)
            asked.setOption(QFileDialog.Option.ShowDirsOnly)
        else:
            asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            asked.setNameFilter(f"{kind.upper()} (*.{kind})")
            # Added by the dialog itself, so that it also asks before replacing the file of that name.
            asked.setDefaultSuffix(kind)
            asked.selectFile(self.tr("invitations"))
        return Path(asked.selectedFiles()[0]) if asked.exec() and asked.selectedFiles() else None

    def _enable(self, enabled: bool) -> None:
        for button in self.kinds.values():
            button.setEnabled(enabled)
        self.accept_button.setVisible(enabled and self._count > 0)

    def _on_written(self, kind: str, path: Path, written: int) -> None:
        self._job = None
        self._enable(True)
        self._folder = path if kind == "png" else path.parent
        said = counted(
            written, self.tr("● %1 invitation dans «\u00a0%2\u00a0»"), self.tr("● %1 invitations dans «\u00a0%2\u00a0»")
        )
        self.outcome.show_written(said.replace("%2", str(path)))
        self.outcome.open_button.setFocus()

    def _on_failed(self, problem: ViError) -> None:
        self._job = None
        self._enable(True)
        self.outcome.show_problem(str(problem))
        self.kinds[self.kind()].setFocus()

    def _open_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            said = self.tr("Le dossier ne s’ouvre pas d’ici\u202f: cherchez «\u00a0%1\u00a0» dans vos fichiers.")
            self.outcome.show_problem(said.replace("%1", str(self._folder)))
            self.cancel_button.setFocus()


class _Outcome(Panel):
    """Work going on, what it made, or why it failed. Hidden until then. Emits ``open_requested``."""

    open_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = Text(BASE_PX, bold=True, wrap=True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(12)
        self._bar.setAccessibleName(self.tr("Travail en cours"))
        self._note = Text(NOTE_PX, ink=LIGHT.ink_2, wrap=True)
        self._note.setText(self.tr("Vous pouvez fermer cette fenêtre\u202f: le travail ira à son terme."))
        self.open_button = KeyButton(self.tr("Ouvrir le dossier"), "Ctrl+O")
        self.open_button.bind("Ctrl+O")
        self.open_button.clicked.connect(self.open_requested)
        column = QVBoxLayout()
        column.setSpacing(8)
        for part in (self.text, self._bar, self._note):
            column.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(16)
        row.addLayout(column, 1)
        row.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_busy(self, sentence: str) -> None:
        """Shows that work is going on."""
        self._show("", LIGHT.ink, sentence)

    def show_written(self, sentence: str) -> None:
        """Shows what was made, with the button that opens its folder."""
        self._show("ok", LIGHT.ok.ink, sentence)

    def show_problem(self, sentence: str) -> None:
        """Shows what went wrong and what to do."""
        self._show("bad", LIGHT.bad.ink, f"■ {sentence}")

    def _show(self, tone: str, ink: str, sentence: str) -> None:
        self.set_tone(tone)
        self.text.set_ink(ink)
        self.text.setText(sentence)
        for part in (self._bar, self._note):
            part.setVisible(not tone)
        self.open_button.setVisible(tone == "ok")
        self.show()
