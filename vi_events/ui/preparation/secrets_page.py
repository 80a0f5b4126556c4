"""« Secrets et clés »: what opens what, what is still in clear, and the copies that bring an edition back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vi_events import app, backup
from vi_events.clock import wall_ms
from vi_events.stage.documents import DRAFT, NONE
from vi_events.stations.roles_here import PALMARES, allowed, role_in
from vi_events.ui.checkin import wording
from vi_events.ui.job import Job
from vi_events.ui.language import spoken
from vi_events.ui.preparation.backup_dialog import BackupDialog
from vi_events.ui.preparation.page import Page
from vi_events.ui.preparation.pin_dialog import PinDialog
from vi_events.ui.preparation.restore_dialog import RestoreDialog
from vi_events.ui.preparation.state_rows import StateRow, stacked
from vi_events.ui.preparation.words import counted
from vi_events.webtv import station_file

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.errors import ViError
    from vi_events.stage.documents import EditionDocuments
    from vi_events.ui.bridge import Bridge

_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was read off the window's thread. ``clear``: files that hold the palmarès in clear, besides the draft."""

    palmares: str
    allowed: bool
    clear: tuple[Path, ...]
    obs_password: bool
    saved_ms: int | None


class SecretsPage(Page):
    """Nothing secret is ever shown here: only whether it is there."""

    rereads = True

    def __init__(self, opened: OpenEdition, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(opened, bridge, parent)
        self.tickets, self.pin = StateRow(self.tr("Clé des billets")), StateRow(self.tr("Code superviseur"))
        self.seal, self.recovery = StateRow(self.tr("Sceau du palmarès")), StateRow(self.tr("Clé de secours"))
        self.clear, self.obs = StateRow(self.tr("Copies en clair")), StateRow(self.tr("Mot de passe d’OBS"))
        self.backup = StateRow(self.tr("Sauvegarde"))
        self._rows = {
            "tickets": self.tickets,
            "pin": self.pin,
            "seal": self.seal,
            "recovery": self.recovery,
            "clear": self.clear,
            "obs": self.obs,
            "backup": self.backup,
        }
        self.tickets.add_button(self.tr("Reprendre…"), self.restore)
        self._pin_button = self.pin.add_button(self.tr("Changer…"), self.change_pin)
        self.seal.add_button(self.tr("Sceau…"), partial(self.tool_requested.emit, "palmares", "seal"))
        self.clear.add_button(self.tr("Voir…"), partial(self.tool_requested.emit, "palmares", "seal"))
        self.obs.add_button(self.tr("Régie webtv…"), partial(self.tool_requested.emit, "webtv", ""))
        self.backup.add_button(self.tr("Sauvegarder…"), self.save)
        self.backup.add_button(self.tr("Reprendre…"), self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(stacked(*self._rows.values()))

    def refresh(self) -> None:
        self._show_vault()
        job = Job(partial(_look, self.opened.folder, self.opened.stage.on_disk), self._show, self._on_failed)
        self.destroyed.connect(job.forget)

    def show_item(self, key: str) -> None:
        if key in self._rows and self._rows[key].buttons:
            self._rows[key].buttons[0].setFocus()

    # Verbs

    def change_pin(self) -> PinDialog:
        """Asks for the PIN there is, and the one to be."""
        dialog = PinDialog(bool(self.opened.vault.pin), self)

        def changed(_: object) -> None:
            dialog.accept_changed()
            self._show_vault()
            self.message.emit("ok", self.tr("Code superviseur enregistré."))
            self.changed.emit()

        dialog.pin_asked.connect(
            lambda current, fresh: self.bridge.when_done(self.opened.change_pin(current, fresh), changed, dialog.refuse)
        )
        dialog.open()
        return dialog

    def save(self) -> BackupDialog:
        """Saves the whole edition into one file."""
        dialog = BackupDialog(self.opened.folder, self)
        dialog.finished.connect(lambda _: self.refresh())
        dialog.open()
        return dialog

    def restore(self) -> RestoreDialog:
        """Takes an edition up from such a file, beside those of this computer."""
        dialog = RestoreDialog(self.opened.folder.parent, self)
        dialog.edition_requested.connect(lambda slug: self.tool_requested.emit("open", slug))
        dialog.open()
        return dialog

    # Inside

    def _show_vault(self) -> None:
        if self.opened.vault.ticket_key:
            self.tickets.show_state("ok", self.tr("Elle est là\u202f: un billet inventé ne passe pas"))
        else:
            missing = self.tr("Elle manque\u202f: les billets connus se lisent, les autres ne se vérifient pas")
            self.tickets.show_state("warn", missing, self.tr("Une sauvegarde de l’édition la contient."))
        self.tickets.buttons[0].setVisible(not self.opened.vault.ticket_key)
        if self.opened.vault.pin:
            self.pin.show_state("ok", self.tr("Fixé"))
        else:
            self.pin.show_state("warn", self.tr("Aucun\u202f: personne ne pourra lever un refus à l’accueil"))
        self._pin_button.set_text(self.tr("Changer…") if self.opened.vault.pin else self.tr("Fixer…"))

    def _show(self, seen: _Seen) -> None:
        for row in (self.seal, self.recovery, self.clear):
            row.setVisible(seen.allowed)
        self._show_seal(seen.palmares)
        self._show_clear(seen.clear)
        if seen.obs_password:
            self.obs.show_state("ok", self.tr("Gardé par cet ordinateur, hors du dossier de l’édition"))
        else:
            self.obs.show_state("off", self.tr("Aucun n’est gardé sur ce poste"))
        kept = self.tr("Un seul fichier, à garder sur un autre support que cet ordinateur.")
        if seen.saved_ms is None:
            self.backup.show_state("warn", self.tr("Aucune sauvegarde n’a été faite"), kept)
        else:
            said = self.tr("La dernière a été faite %1").replace("%1", wording.moment(seen.saved_ms, wall_ms()))
            self.backup.show_state("ok", said, kept)

    def _show_seal(self, palmares: str) -> None:
        sealed = palmares not in (NONE, DRAFT)
        if palmares == NONE:
            self.seal.show_state("off", self.tr("Pas encore de palmarès"))
        elif palmares == DRAFT:
            self.seal.show_state("warn", self.tr("Le palmarès est en clair\u202f: qui ouvre ce dossier le lit"))
        else:
            self.seal.show_state("ok", self.tr("Le palmarès est scellé"))
        printed = self.tr("Sur la feuille imprimée au scellement, et nulle part ailleurs")
        note = self.tr("Gardez-la loin de cet ordinateur\u202f: elle ouvre le palmarès sans la phrase de passe.")
        self.recovery.show_state("info" if sealed else "off", printed if sealed else self.tr("Faite au scellement"))
        self.recovery.note.show_text(note if sealed else "")

    def _show_clear(self, found: tuple[Path, ...]) -> None:
        if not found:
            self.clear.show_state("ok", self.tr("Aucune autre copie en clair n’est connue de ce poste"))
        else:
            said = counted(
                len(found),
                self.tr("%1 fichier se lit sans phrase de passe"),
                self.tr("%1 fichiers se lisent sans phrase de passe"),
            )
            more = "…" if len(found) > _MOST_NAMED else ""
            self.clear.show_state("warn", said, ", ".join(path.name for path in found[:_MOST_NAMED]) + more)
        self.clear.buttons[0].setVisible(bool(found))

    def _on_failed(self, problem: ViError) -> None:
        self.message.emit("bad", spoken(problem))


def _look(folder: Path, documents: EditionDocuments) -> _Seen:
    from vi_events.edition.seal import DRAFT as DRAFT_FILE
    from vi_events.webtv.obs_password import ObsPassword

    with app.read_edition(folder) as store:
        saved_ms = backup.last_backup_ms(store)
    state, ours = documents.state, folder.resolve() / DRAFT_FILE
    # The draft is the palmarès itself as long as nothing is sealed.
    clear = tuple(path for path in documents.clear_copies() if state != DRAFT or path.resolve() != ours)
    password = ObsPassword(station_file.load(folder).address).kept()
    return _Seen(state, PALMARES in allowed(role_in(folder)), clear, bool(password), saved_ms)
