"""Erasing what is personal: of the whole edition, or of one person. Said in full first, proved afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vi_events.edition.erasure import Hub
from vi_events.ui.checkin.wording import QT_TRANSLATE_NOOP
from vi_events.ui.preparation.backup_dialog import shrink
from vi_events.ui.preparation.work_band import WorkBand
from vi_events.ui.theme import BASE_PX, LEAD_PX, LIGHT, NOTE_PX
from vi_events.ui.widgets.buttons import HoldButton
from vi_events.ui.widgets.form import FormDialog, FormField, small_button
from vi_events.ui.widgets.panel import Panel, Text

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.closing.erasure import Proved

_WIDTH_PX, _HOLD_S, _HOLD_PX = 860, 3.0, 320
_GOES = (
    QT_TRANSLATE_NOOP("Erasure", "noms, prénoms, fonctions, adresses, téléphones, notes"),
    QT_TRANSLATE_NOOP("Erasure", "codes de billets et leur clé, code superviseur"),
    QT_TRANSLATE_NOOP("Erasure", "images de badges, noms à l’antenne, noms des opérateurs"),
    QT_TRANSLATE_NOOP("Erasure", "palmarès scellé, copies automatiques de l’édition"),
)
_STAYS = (
    QT_TRANSLATE_NOOP("Erasure", "les labels annoncés et les collectivités"),
    QT_TRANSLATE_NOOP("Erasure", "tous les chiffres\u202f: le rapport se refait à l’identique, sans nom"),
    QT_TRANSLATE_NOOP("Erasure", "les passages sans nom\u202f: heure, contrôle, catégorie, collectivité"),
)
_PERSON_GOES = (
    QT_TRANSLATE_NOOP("Erasure", "nom, prénom, fonction, adresse, téléphone, note"),
    QT_TRANSLATE_NOOP("Erasure", "code du billet, image du badge, fiches réunies avec celle-ci"),
    QT_TRANSLATE_NOOP("Erasure", "ce qui la nomme ailleurs\u202f: habillages, listes d’intervenant·es"),
)
_PERSON_STAYS = (
    QT_TRANSLATE_NOOP("Erasure", "ses passages, sans nom\u202f: les chiffres ne changent pas"),
    QT_TRANSLATE_NOOP("Erasure", "le nom de sa collectivité"),
)
_PROOF = QT_TRANSLATE_NOOP("Erasure", "Preuve\u202f: %1")
_UNHEARD = QT_TRANSLATE_NOOP(
    "Erasure", "Pas encore confirmé par\u202f: %1. Ces postes effaceront à leur prochaine liaison."
)
_EXPORTED = QT_TRANSLATE_NOOP(
    "Erasure", "Des fichiers avec des noms ont quitté VI Events\u202f: la preuve les liste, détruisez-les."
)


class _ErasureDialog(FormDialog):
    """What goes and what stays, a button to hold, then the proof."""

    erased = Signal()
    """It is done; the proof is written."""

    def __init__(self, opened: OpenEdition, title: str, parent: QWidget | None) -> None:
        super().__init__(title, "", parent)
        self._opened = opened
        self.accept_button.hide()
        self.band = WorkBand()
        self.band.ended.connect(self._on_ended)
        self.hold_button = HoldButton(self.tr("Effacer"), seconds=_HOLD_S)
        self.hold_button.setFixedWidth(_HOLD_PX)
        self.hold_button.held.connect(self.erase)
        self.before: list[QWidget] = []
        """What is shown until it is erased."""
        self.setMinimumWidth(_WIDTH_PX)

    def erase(self) -> None:
        """Erases, looks for every name that was there, writes the proof."""
        self.hold_button.setEnabled(False)
        self.cancel_button.setEnabled(False)
        folder = self._proof_folder()

        def work(_told: object) -> Proved:
            done = self._erase(folder, hub_here(self._opened.folder))
            # An earlier one that was cut short is proved too: what went wrong is what must be seen.
            return next((each for each in done if not each.proof.is_clean), done[-1])

        sentence = self.tr("Effacement, puis recherche de chaque nom dans chaque fichier. N’éteignez pas ce poste…")
        self.band.run(sentence, work, self._show_proof, stops=False)

    def accept(self) -> None:
        """Enter erases nothing: the button must be held."""
        if self.hold_button.isEnabled():
            self.hold_button.setFocus()

    def reject(self) -> None:
        """Closes, but for the time it erases."""
        if not self.band.is_busy:
            super().reject()

    # Inside

    def _erase(self, out: Path, hub: Hub) -> list[Proved]:
        raise NotImplementedError

    def _proof_folder(self) -> Path:
        raise NotImplementedError

    def _show_proof(self, done: Proved) -> None:
        for part in self.before:
            part.hide()
        show_proof(self.band, done)
        self.cancel_button.set_text(self.tr("Fermer"))
        self.band.open_button.setFocus()
        shrink(self)
        self.erased.emit()

    def _on_ended(self) -> None:
        self.cancel_button.setEnabled(True)
        self.hold_button.setEnabled(self.hold_button.isVisible())

    def _lay(self, *parts: QWidget) -> None:
        hold = QWidget()
        row = QHBoxLayout(hold)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.hold_button)
        self.before = [*parts, hold]
        for part in (*parts, self.band, hold):
            self.body.addWidget(part)


class EraseEditionDialog(_ErasureDialog):
    """Of the edition: its name must be typed. ``made`` says of each export when it was made, empty for never."""

    export_requested = Signal(str)
    """A document is wanted first: its key."""

    def __init__(
        self, opened: OpenEdition, due: str, made: Mapping[str, tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """``made``: by key, what a document is called and « le 5 février à 9 h 12 »."""
        title = QCoreApplication.translate("Erasure", "Effacer les données personnelles de l’édition")
        super().__init__(opened, title, parent)
        about = Text(BASE_PX, bold=True, wrap=True)
        about.setText(due)
        self.slug = QLineEdit()
        name = self.tr("Pour confirmer, écrivez «\u00a0%1\u00a0»").replace("%1", opened.folder.name)
        self.slug_field = FormField(name, self.slug)
        self.slug.textChanged.connect(self._judge)
        self._lay(about, _lists(_GOES, _STAYS), self._exports(made), self.slug_field)
        self._judge("")
        self.slug.setFocus()

    def _erase(self, out: Path, hub: Hub) -> list[Proved]:
        from vi_events.closing.erasure import erase_edition

        return erase_edition(self._opened, out, hub)

    def _proof_folder(self) -> Path:
        return self._opened.folder

    def _judge(self, typed: str) -> None:
        self.hold_button.setEnabled(typed == self._opened.folder.name)

    def _on_ended(self) -> None:
        super()._on_ended()
        self._judge(self.slug.text())

    def _exports(self, made: Mapping[str, tuple[str, str]]) -> Panel:
        panel = Panel()
        grid = QGridLayout(panel)
        grid.setContentsMargins(16, 10, 16, 6)
        grid.setVerticalSpacing(0)
        title = Text(BASE_PX, bold=True)
        title.setText(self.tr("Avant\u202f: ce qui ne pourra plus se faire avec les noms"))
        grid.addWidget(title, 0, 0, 1, 3)
        for row, (key, (name, when)) in enumerate(made.items(), 1):
            called, said = Text(BASE_PX), Text(NOTE_PX, ink=LIGHT.ok.ink if when else LIGHT.warn.ink)
            called.setText(name)
            said.setText(f"● {when}" if when else self.tr("◆ jamais"))
            button = small_button(self.tr("Écrire…"), self.tr("Écrire d’abord «\u00a0%1\u00a0»").replace("%1", name))
            button.clicked.connect(lambda _=False, key=key: self._export_first(key))
            for place, part in enumerate((called, said, button)):
                grid.addWidget(part, row, place)
        grid.setColumnStretch(1, 1)
        return panel

    def _export_first(self, key: str) -> None:
        self.reject()
        self.export_requested.emit(key)

    def _escape(self) -> None:
        # What was typed here is no loss.
        self.reject()


class ErasePersonDialog(_ErasureDialog):
    """Of one person, who asked for it."""

    def __init__(self, opened: OpenEdition, attendee_id: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(opened, QCoreApplication.translate("Erasure", "Effacer une personne"), parent)
        self._attendee_id = attendee_id
        who, about = Text(LEAD_PX, bold=True, wrap=True), Text(BASE_PX, wrap=True)
        who.setText(name)
        about.setText(
            self.tr(
                "Ici et sur tous les postes\u202f; cela ne s’annule pas. Retirez-la aussi du fichier des "
                "inscriptions\u202f: un nouvel import la remettrait."
            )
        )
        self._lay(who, about, _lists(_PERSON_GOES, _PERSON_STAYS))
        self.cancel_button.setFocus()

    def _erase(self, out: Path, hub: Hub) -> list[Proved]:
        from vi_events.closing.erasure import erase_person

        return erase_person(self._opened, self._attendee_id, out, hub)

    def _proof_folder(self) -> Path:
        # Each its own: a person who asks later must not replace the proof of the one before.
        return self._opened.folder / "preuves" / datetime.now().strftime("%Y-%m-%d-%H%M%S")


def erase_person_dialog(
    opened: OpenEdition, attendee_id: str, name: str, parent: QWidget | None, erased: Callable[[], None]
) -> ErasePersonDialog:
    """Opens the dialog that erases one person; ``erased`` is called once it is done."""
    dialog = ErasePersonDialog(opened, attendee_id, name, parent)
    dialog.erased.connect(erased)
    dialog.open()
    return dialog


def show_proof(band: WorkBand, done: Proved) -> None:
    """Shows in the band what was found, where the proof lies, and what is still to be done by hand."""
    from vi_events.closing.erasure_sheet import copies_said, summary

    def words(text: str) -> str:
        return QCoreApplication.translate("Erasure", text)

    proof = done.proof
    lines = [words(_PROOF).replace("%1", str(done.files[0]))]
    if proof.unheard:
        lines.append(words(_UNHEARD).replace("%1", ", ".join(proof.unheard)))
    if proof.copies:
        lines.append(copies_said(proof.copies))
    if proof.exports:
        lines.append(words(_EXPORTED))
    tone = "bad" if not proof.is_clean else "warn" if proof.unheard or proof.copies else "ok"
    band.show_written(summary(proof), done.files[0].parent, "\n".join(lines), tone)


def hub_here(folder: Path) -> Hub:
    """Whether this station runs the server of the others: it is then emptied too before the names are looked for."""
    from vi_events.stations.files import was_hosting

    return Hub.STOPPED if was_hosting(folder) is None else Hub.RUNNING


def _lists(goes: Sequence[str], stays: Sequence[str]) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    for tone, title, lines in (
        ("bad", QCoreApplication.translate("Erasure", "Ce qui part"), goes),
        ("ok", QCoreApplication.translate("Erasure", "Ce qui reste"), stays),
    ):
        panel = Panel()
        panel.set_tone(tone)
        column = QVBoxLayout(panel)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(4)
        heading = Text(LEAD_PX, bold=True, ink=LIGHT.tone(tone).ink)
        heading.setText(title)
        column.addWidget(heading)
        for line in lines:
            said = Text(BASE_PX, wrap=True)
            said.setText("–\u00a0" + QCoreApplication.translate("Erasure", line))
            column.addWidget(said)
        column.addStretch(1)
        row.addWidget(panel, 1)
    return both
