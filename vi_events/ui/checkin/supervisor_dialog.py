"""The supervisor's word: a PIN and a reason, to let in somebody whom the rules refuse."""

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vi_events.checkin.views import PersonCard
from vi_events.edition.text import clean
from vi_events.ui.theme import BASE_PX, HALO_PX, LEAD_PX, LIGHT
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.form import FormDialog, FormField
from vi_events.ui.widgets.panel import Panel, Text

TRIES = 3
WAIT_S = 10.0
_WIDTH_PX = 720


class PinGuard:
    """Counts wrong PINs. The window keeps one, so that closing the dialog does not give new tries."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._wrong = 0
        self._until = -math.inf

    def wrong(self) -> None:
        """One more wrong PIN; every third one starts a wait."""
        self._wrong += 1
        if self._wrong % TRIES == 0:
            self._until = self._monotonic() + WAIT_S

    def right(self) -> None:
        """Forgets the wrong ones."""
        self._wrong = 0

    def wait_s(self) -> float:
        """Seconds before another try; 0 when there is nothing to wait for."""
        return max(0.0, self._until - self._monotonic())


class SupervisorDialog(FormDialog):
    """Emits ``override_requested(pin, reason)``; the window answers with ``accept_override`` or ``refuse_override``."""

    override_requested = Signal(str, str)

    def __init__(self, person: PersonCard, refusal: str, guard: PinGuard, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Forcer l’entrée"), self.tr("Forcer l’entrée"), parent)
        self._guard = guard
        self._asking = False
        self.pin = QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(32)
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self.pin_field = FormField(self.tr("Code superviseur"), self.pin)
        self.reason_field = FormField(self.tr("Motif, gardé dans le journal"), self.reason)
        self.body.addWidget(self._refused(person, refusal))
        self.body.addWidget(self.pin_field)
        self.body.addWidget(self.reason_field)
        self.body.addLayout(self._suggestions())
        self.body.addStretch(1)
        self.pin.textEdited.connect(lambda: self.pin_field.show_problem(""))
        self.reason.textChanged.connect(lambda: self.reason_field.show_problem(""))
        self._ticks = QTimer(self, interval=250)
        self._ticks.timeout.connect(self.tick)
        self.setMinimumWidth(_WIDTH_PX)
        self.pin.setFocus()
        self.tick()

    def accept(self) -> None:
        """Asks for the override when the PIN and the reason are there; does not close yet."""
        if self._asking or self._guard.wait_s() > 0:
            return
        pin, reason = self.pin.text(), clean(self.reason.text())
        self.pin_field.show_problem("" if pin else self.tr("Tapez le code superviseur."))
        missing = self.tr("Écrivez le motif, ou choisissez-en un ci-dessous.")
        told = self.tr("C’est le code que vous venez de taper\u202f: effacez-le d’ici et écrivez le motif.")
        self.reason_field.show_problem(missing if not reason else told if reason == clean(pin) else "")
        if pin and not self.reason_field.problem:
            self._set_asking(True)
            self.override_requested.emit(pin, reason)
        else:
            (self.reason if pin else self.pin).setFocus()

    def accept_override(self) -> None:
        """The person was let in: closes."""
        self._guard.right()
        super().accept()

    def refuse_override(self, message: str) -> None:
        """The PIN was wrong: stays open, says ``message``, and waits after the third time."""
        self._guard.wrong()
        self._set_asking(False)
        self.pin.clear()
        self.pin_field.show_problem(message)
        self.pin.setFocus()
        self.tick()

    def tick(self) -> None:
        """Shows the seconds still to wait."""
        wait = self._guard.wait_s()
        waited = self._ticks.isActive() and not wait
        self._enable(not wait and not self._asking)
        if wait:
            said = self.tr("Trois codes faux\u202f: attendez encore %1\u202fs, puis recommencez.")
            self.pin_field.show_problem(said.replace("%1", str(math.ceil(wait))))
            self._ticks.start()
        elif waited:
            self._ticks.stop()
            self.pin_field.show_problem("")
            self.pin.setFocus()

    def _set_asking(self, asking: bool) -> None:
        self._asking = asking
        self._enable(not asking)

    def _enable(self, enabled: bool) -> None:
        if not enabled:
            # Qt would pass the focus on, and a code be typed where it shows and is kept.
            self.setFocus()
        self.pin.setEnabled(enabled)
        self.reason.setEnabled(enabled)
        self.accept_button.setEnabled(enabled)

    def _refused(self, person: PersonCard, refusal: str) -> QWidget:
        card = Panel()
        card.set_tone("bad")
        who = Text(LEAD_PX, bold=True, wrap=True)
        who.setText(person.name)
        where = Text(BASE_PX, wrap=True)
        where.show_text(", ".join(part for part in (person.function, person.authority, person.department) if part))
        why = Text(BASE_PX, bold=True, ink=LIGHT.bad.ink, wrap=True)
        why.setText(self.tr("■ Refus à lever\u202f: %1").replace("%1", refusal))
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        for line in (who, where, why):
            column.addWidget(line)
        return card

    def _suggestions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(-HALO_PX, 0, -HALO_PX, 0)
        row.setSpacing(2)
        reasons = (
            self.tr("Vérifié au téléphone"),
            self.tr("Présent·e sur la liste papier"),
            self.tr("Accord de l’organisation"),
        )
        self.reason_buttons = [KeyButton(text, f"F{number}") for number, text in enumerate(reasons, start=1)]
        for button in self.reason_buttons:
            button.bind(button.key)
            button.clicked.connect(lambda _=False, said=button: self.reason.setText(said.text()))
            row.addWidget(button, 1)
        return row
