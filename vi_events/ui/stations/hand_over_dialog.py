"""Handing the hosting over to another station that is there."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vi_events.errors import ViError
from vi_events.ui.language import told
from vi_events.ui.preparation.backup_dialog import busy_bar, shrink
from vi_events.ui.preparation.palmares_parts import Band
from vi_events.ui.theme import BASE_PX
from vi_events.ui.widgets.form import FormDialog, FormField, combo
from vi_events.ui.widgets.panel import Text

if TYPE_CHECKING:
    from vi_events.stations.network import Network
    from vi_events.ui.bridge import Bridge
    from vi_events.ui.stations.rows import Row

_WIDTH_PX = 620


class HandOverDialog(FormDialog):
    """Asks to whom, says what happens, and stays open until it has happened or was refused."""

    def __init__(
        self, stations: tuple[Row, ...], network: Network, bridge: Bridge, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Confier l’hébergement"), self.tr("Confier"), parent)
        self._network, self._bridge = network, bridge
        self._answer: Future[None] | None = None
        self.choice = combo([(f"{row.name}, {row.texts[0]}", row.name) for row in stations], "")
        self.field = FormField(self.tr("À quel poste"), self.choice)
        about = Text(BASE_PX, wrap=True)
        about.setText(
            self.tr(
                "Ce poste lui donne tout ce qu’il faut pour héberger, puis chaque poste passe chez lui, en quelques "
                "secondes. Personne ne cesse de travailler. Si cela ne réussit pas, l’hébergement reste ici."
            )
        )
        self.said, self.bar = Band(), busy_bar()
        for part in (about, self.field, self.said, self.bar):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.bar.hide()
        self.said.hide()
        if not stations:
            self.field.hide()
            self.accept_button.hide()
            nobody = self.tr("Aucun autre poste n’est en liaison.")
            self.said.say("warn", nobody, self.tr("Invitez-en un, ou attendez qu’il revienne."))
        self.setMinimumWidth(_WIDTH_PX)
        self.cancel_button.setFocus()

    def accept(self) -> None:
        """Hands over; the dialog closes once the other hosts."""
        if self.accept_button.isHidden():
            return
        name = str(self.choice.currentData())
        self._show_busy(True)
        asked = self.tr("«\u00a0%1\u00a0» prend l’hébergement…").replace("%1", name)
        self.said.say("info", asked, self.tr("Au plus une minute et demie."))
        self._answer = self._network.hand_over(name)
        self._bridge.when_done(self._answer, lambda _: self._on_done(), self._on_failed)

    def reject(self) -> None:
        """Leaves; not while it is being handed over: its answer must be seen."""
        if self._answer is None or self._answer.done():
            super().reject()

    def _on_done(self) -> None:
        super().accept()

    def _on_failed(self, problem: ViError) -> None:
        self._show_busy(False)
        self.said.say("bad", *told(problem))
        self.cancel_button.setFocus()

    def _show_busy(self, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.field.setEnabled(not busy)
        for button in (self.accept_button, self.cancel_button):
            button.setVisible(not busy)
        shrink(self)
