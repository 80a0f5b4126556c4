"""Writing the invitations of an edition: to print, one picture a person, or for a mailing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QRadioButton, QVBoxLayout, QWidget

from vi_events.checkin.invitations import FORMS, IN_A_FOLDER, TicketRow, note_issued
from vi_events.edition import erasure, programme
from vi_events.files import Told
from vi_events.journal.core import Priority
from vi_events.ui.preparation.words import counted
from vi_events.ui.preparation.work_band import WorkBand
from vi_events.ui.theme import LEAD_PX, LIGHT, NOTE_PX
from vi_events.ui.widgets.form import FormDialog
from vi_events.ui.widgets.panel import Panel, Text

if TYPE_CHECKING:
    from vi_events.app import OpenEdition

Write = Callable[[str, Path, Told], int]
"""Writes the tickets of a kind at a place; gives how many. Raises ViError."""
_WIDTH_PX, _INDENT_PX = 720, 28


def tickets_dialog(opened: OpenEdition, rows: Sequence[TicketRow], parent: QWidget | None) -> TicketsDialog:
    """The dialog that writes the tickets of these people, and notes in the journal that they are written."""

    def write(kind: str, path: Path, told: Told) -> int:
        from vi_events.checkin import tickets  # drawing comes along, which no desk needs to begin

        about = tickets.ticket_edition(opened.core.call(programme.read_programme, Priority.VIEW))
        tickets.write_tickets(kind, path, rows, about, told)
        erasure.note_export(opened.folder, "tickets", FORMS[kind])
        noting = note_issued(rows, kind, opened.reception.settings.author, opened.core.publish)
        return opened.core.submit_slices(noting).result()

    return TicketsDialog(len(rows), write, parent)


class TicketsDialog(FormDialog):
    """Asks for a kind (of ``invitations.FORMS``) and a place, then runs ``write`` off the window's thread. ``count`` is
    how many people get a ticket. Of kinds that give a file a person, the path is a folder.
    """

    def __init__(self, count: int, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Billets et invitations"), self.tr("Enregistrer…"), parent)
        self._count, self._write = count, write
        self.kinds = {
            "pdf": QRadioButton(self.tr("Un PDF à imprimer")),
            "pdfs": QRadioButton(self.tr("Un PDF par personne")),
            "png": QRadioButton(self.tr("Images PNG")),
            "mailing": QRadioButton(self.tr("Tableau CSV")),
        }
        self.sentence = Text(LEAD_PX, wrap=True)
        self.sentence.setText(self._who())
        self.outcome = WorkBand(self.tr("Vous pouvez fermer cette fenêtre\u202f: le travail ira à son terme."))
        self.outcome.ended.connect(self._on_ended)
        self.body.addWidget(self.sentence)
        choices = self._choices()
        self.body.addWidget(choices)
        choices.setVisible(count > 0)
        self.body.addWidget(self.outcome)
        self.body.addStretch(1)
        self._enable(True)
        self.setMinimumWidth(_WIDTH_PX)
        self.kinds["pdf"].setChecked(True)
        (self.kinds["pdf"] if count else self.cancel_button).setFocus()

    def kind(self) -> str:
        """The kind chosen."""
        return next(kind for kind, button in self.kinds.items() if button.isChecked())

    def accept(self) -> None:
        """Asks where, then writes; the dialog stays open to say what came of it."""
        if self.outcome.is_busy or not self._count:
            return
        kind = self.kind()
        path = self._ask_where(kind)
        if path is not None:
            self.save(kind, path)

    def save(self, kind: str, path: Path) -> None:
        """Writes the invitations to ``path``."""
        self._enable(False)
        sentence = counted(
            self._count, self.tr("Préparation de %1 invitation…"), self.tr("Préparation de %1 invitations…")
        )
        self.outcome.run(
            sentence, lambda told: self._write(kind, path, told), lambda written: self._on_written(kind, path, written)
        )
        self.cancel_button.set_text(self.tr("Fermer"))
        self.cancel_button.setFocus()

    def done(self, result: int) -> None:
        """Closes; what is being written goes on to its end."""
        self.outcome.forget()
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
            self.tr("Une page A4 par personne, à plier en quatre, toutes dans un fichier."),
            self.tr("La même page, chacune dans son fichier, à joindre à un courriel."),
            self.tr("Le code seul, chacun dans son fichier, pour un outil d’envoi."),
            self.tr(
                "Une ligne par personne pour un publipostage\u202f: adresse, code, noms de l’image et du PDF. "
                "Ouvrez-le avec un tableur."
            ),
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
        if kind in IN_A_FOLDER:
            asked.setFileMode(QFileDialog.FileMode.Directory)
            asked.setOption(QFileDialog.Option.ShowDirsOnly)
        else:
            asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            form = FORMS[kind]
            asked.setNameFilter(f"{form.upper()} (*.{form})")
            # Added by the dialog itself, so that it also asks before replacing the file of that name.
            asked.setDefaultSuffix(form)
            asked.selectFile(self.tr("invitations"))
        return Path(asked.selectedFiles()[0]) if asked.exec() and asked.selectedFiles() else None

    def _enable(self, enabled: bool) -> None:
        for button in self.kinds.values():
            button.setEnabled(enabled)
        self.accept_button.setVisible(enabled and self._count > 0)

    def _on_written(self, kind: str, path: Path, written: int) -> None:
        said = counted(
            written, self.tr("%1 invitation dans «\u00a0%2\u00a0»"), self.tr("%1 invitations dans «\u00a0%2\u00a0»")
        )
        self.outcome.show_written(said.replace("%2", str(path)), path if kind in IN_A_FOLDER else path.parent)

    def _on_ended(self) -> None:
        self._enable(True)
        written = self.outcome.tone == "ok"
        (self.outcome.open_button if written else self.kinds[self.kind()]).setFocus()
