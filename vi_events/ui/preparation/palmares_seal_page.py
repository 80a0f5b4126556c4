"""The « Sceau » tab: whether the palmarès is sealed, what stays readable beside it, and what can be done about it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vi_events import private_files
from vi_events.edition.seal import DRAFT, PalmaresFile
from vi_events.errors import UserError
from vi_events.sentences import say
from vi_events.stage.documents import NONE
from vi_events.stage.show import ShowView
from vi_events.ui.job import Job
from vi_events.ui.preparation.palmares_desk import PalmaresDesk
from vi_events.ui.preparation.palmares_parts import AskDialog, Band, Notice, VerbButton, scrolling
from vi_events.ui.preparation.seal_dialog import NewPassphraseDialog, RecoveryKeyDialog, UnsealDialog
from vi_events.ui.theme import BASE_PX, LEAD_PX, LIGHT, NOTE_PX
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.form import small_button
from vi_events.ui.widgets.panel import Panel, Text, empty


class SealPage(QWidget):
    """Asks the documents of the desk, off the window's thread."""

    said = Signal(str)
    """What was done."""
    changed = Signal()
    """The palmarès was sealed, or its seal lifted."""

    def __init__(self, desk: PalmaresDesk) -> None:
        super().__init__()
        self._desk = desk
        self.state, self.notice = Band(), Notice()
        self.seal_button = VerbButton(self.tr("Sceller…"), primary=True)
        self.change_button = VerbButton(self.tr("Changer la phrase de passe…"))
        self.unseal_button = VerbButton(self.tr("Lever le scellé…"))
        self.copies_title, self.copies_said = Text(LEAD_PX, bold=True, wrap=True), Text(BASE_PX, wrap=True)
        self.copies: dict[Path, KeyButton] = {}
        """The files that can be removed, each with its button."""
        self._rows = QVBoxLayout()
        self._arrange()
        self.seal_button.clicked.connect(self.seal)
        self.change_button.clicked.connect(self.change_passphrase)
        self.unseal_button.clicked.connect(self.unseal)

    def show_view(self, view: ShowView | None) -> None:
        """Shows the state of the seal; looks again for copies in clear."""
        sealed, live = self._desk.is_sealed, self._desk.is_live
        self._show_state(sealed=sealed, empty=view is None)
        self.seal_button.setVisible(not sealed)
        self.seal_button.setEnabled(view is not None and not live)
        self.change_button.setVisible(sealed)
        self.unseal_button.setVisible(sealed)
        self.unseal_button.setEnabled(not live)
        self.look_for_copies()

    def look_for_copies(self) -> None:
        """Lists the files that hold the palmarès in clear."""
        documents = self._desk.documents
        if documents.state == NONE:
            self._show_copies([])
            return
        job = Job(documents.clear_copies, self._show_copies, self.notice.show_problem)
        self.destroyed.connect(job.forget)

    # Verbs

    def seal(self) -> NewPassphraseDialog:
        """Asks for the passphrase, seals, then shows the recovery key."""
        dialog = NewPassphraseDialog(change=False, parent=self)

        def sealed(recovery_key: str) -> None:
            dialog.was_done()
            self.changed.emit()
            self.show_key(recovery_key)

        dialog.given.connect(lambda _, new: Job(lambda: self._desk.documents.seal(new), sealed, dialog.show_problem))
        dialog.open()
        return dialog

    def show_key(self, recovery_key: str) -> RecoveryKeyDialog:
        """The recovery key, once."""
        dialog = RecoveryKeyDialog(recovery_key, self._desk.opened.edition.title, self)
        dialog.accepted.connect(lambda: self.said.emit(self.tr("Palmarès scellé, clé de secours imprimée.")))
        unsure = self.tr("Palmarès scellé, mais la feuille de secours n’est pas confirmée.")
        dialog.rejected.connect(lambda: self.notice.say("warn", unsure))
        dialog.open()
        return dialog

    def change_passphrase(self) -> NewPassphraseDialog:
        """Asks for both passphrases, and changes."""
        dialog = NewPassphraseDialog(change=True, parent=self)

        def done(_: object) -> None:
            dialog.was_done()
            self.said.emit(self.tr("Phrase de passe changée."))

        def change(old: str, new: str) -> None:
            file = PalmaresFile(self._desk.opened.folder)
            Job(lambda: file.change_passphrase(old, new), done, dialog.show_problem)

        dialog.given.connect(change)
        dialog.open()
        return dialog

    def unseal(self) -> UnsealDialog:
        """Warns, asks for the secret, lifts the seal."""
        dialog = UnsealDialog(self)

        def done(_: object) -> None:
            dialog.was_done()
            self.changed.emit()
            self.said.emit(self.tr("Le palmarès est de nouveau en clair\u202f: scellez-le avant le jour."))

        dialog.given.connect(lambda secret: Job(lambda: self._desk.documents.unseal(secret), done, dialog.show_problem))
        dialog.open()
        return dialog

    def ask_removal(self, path: Path) -> AskDialog:
        """Asks before a file is overwritten and removed."""
        ask = AskDialog(
            self.tr("Supprimer ce fichier\u202f?"),
            (str(path), self.tr("Il ne pourra pas être repris, pas même dans la corbeille.")),
            self.tr("Supprimer"),
            self,
        )

        def removed(_: object) -> None:
            self.said.emit(self.tr("«\u00a0%1\u00a0» est supprimé.").replace("%1", path.name))
            self.look_for_copies()

        ask.accepted.connect(lambda: Job(lambda: _wipe(path), removed, self.notice.show_problem))
        ask.open()
        return ask

    # Inside

    def _show_state(self, *, sealed: bool, empty: bool) -> None:
        if empty:
            self.state.say("", self.tr("Rien à sceller"), self.tr("Importez d’abord le palmarès."))
        elif sealed:
            self.state.say(
                "ok",
                self.tr("Le palmarès est scellé"),
                self.tr("Il est chiffré sur ce poste, et ouvert ici jusqu’à la fermeture du programme."),
            )
        else:
            self.state.say(
                "warn",
                self.tr("Le palmarès est en clair"),
                self.tr("Qui ouvre ce dossier le lit. Scellez-le avant que le poste quitte le bureau."),
            )

    def _show_copies(self, found: list[Path]) -> None:
        empty(self._rows)
        self.copies = {}
        # The draft is the palmarès itself as long as nothing is sealed.
        own = None if self._desk.is_sealed else self._desk.opened.folder.resolve() / DRAFT
        others = [path for path in found if path.resolve() != own]
        for path in others:
            self._rows.addWidget(self._row(path))
        self._rows.addStretch(1)
        none = "● " + self.tr("Aucune autre copie en clair n’est connue de ce poste.")
        said = self.tr(
            "Ces fichiers se lisent sans phrase de passe. Mettez-les à l’abri ailleurs, ou supprimez-les ici. Pensez "
            "aussi aux clés USB, aux courriels et aux partages, que ce poste ne voit pas."
        )
        self.copies_title.set_ink(LIGHT.warn.ink if others else LIGHT.ok.ink)
        self.copies_title.show_text("◆ " + self.tr("Copies en clair") if others else none)
        self.copies_title.setVisible(self._desk.view is not None)
        self.copies_said.show_text(said if others else "")

    def _row(self, path: Path) -> QWidget:
        panel = Panel()
        row = QHBoxLayout(panel)
        row.setContentsMargins(14, 6, 8, 6)
        words = QVBoxLayout()
        words.setSpacing(0)
        name, where = Text(BASE_PX, bold=True, wrap=True), Text(NOTE_PX, ink=LIGHT.ink_2, wrap=True)
        name.setText(path.name)
        where.setText(str(path.parent))
        words.addWidget(name)
        words.addWidget(where)
        remove = small_button(self.tr("Supprimer…"), self.tr("Supprimer %1").replace("%1", path.name))
        remove.clicked.connect(lambda: self.ask_removal(path))
        self.copies[path] = remove
        row.addLayout(words, 1)
        row.addWidget(remove)
        return panel

    def _arrange(self) -> None:
        verbs = QHBoxLayout()
        verbs.setSpacing(8)
        for button in (self.seal_button, self.change_button, self.unseal_button):
            verbs.addWidget(button)
        verbs.addStretch(1)
        inside = QWidget()
        self._rows.setContentsMargins(0, 0, 8, 0)
        inside.setLayout(self._rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.state)
        column.addLayout(verbs)
        column.addWidget(self.notice)
        column.addWidget(self.copies_title)
        column.addWidget(self.copies_said)
        column.addWidget(scrolling(inside), 1)


def _wipe(path: Path) -> None:
    try:
        private_files.wipe(path)
    except OSError as problem:
        raise UserError(
            "copy_not_removed",
            say("« {0} » ne se supprime pas ({1}).", path.name, problem.strerror),
            "Fermez le programme qui le tient ouvert, ou supprimez-le vous-même.",
        ) from None
