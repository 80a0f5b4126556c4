"""The supervisor’s word: a PIN and a reason; and the dialog that lets in somebody whom the rules refuse."""

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


class PinDialog(FormDialog):
    """The supervisor’s PIN, and why. Emits ``asked(pin, reason)``; the window answers with ``grant`` or ``refuse``.

    Without a ``guard`` no PIN is asked: none is set.
    """

    asked = Signal(str, str)

    def __init__(self, title: str, reason_label: str, guard: PinGuard | None, parent: QWidget | None = None) -> None:
        super().__init__(title, title, parent)
        self._guard = guard
        self._asking = False
        self.pin = QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(32)
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self.pin_field = FormField(self.tr("Code superviseur"), self.pin)
        self.reason_field = FormField(reason_label, self.reason)
        self.pin.textEdited.connect(lambda: self.pin_field.show_problem(""))
        self.reason.textChanged.connect(lambda: self.reason_field.show_problem(""))
        self._ticks = QTimer(self, interval=250)
        self._ticks.timeout.connect(self.tick)
        self.setMinimumWidth(_WIDTH_PX)

    def fill(self, about: QWidget) -> None:
        """Lays the dialog out: what it is about, then the fields; the cursor where one begins."""
        for widget in (about, self.pin_field, self.reason_field):
            self.body.addWidget(widget)
        self.pin_field.setVisible(self._guard is not None)
        (self.pin if self._guard else self.reason).setFocus()
        self.tick()

    def lacking(self, reason: str) -> str:  # noqa: ARG002
        """What is wrong with the reason, in a sentence; here it may be empty."""
        return ""

    def accept(self) -> None:
        """Asks when the PIN and the reason are there; does not close yet."""
        if self._asking or self._wait_s() > 0:
            return
        pin, reason = self.pin.text(), clean(self.reason.text())
        wanted = self._guard is not None and not pin
        self.pin_field.show_problem(self.tr("Tapez le code superviseur.") if wanted else "")
        told = self.tr("C’est le code que vous venez de taper\u202f: effacez-le d’ici et écrivez le motif.")
        self.reason_field.show_problem(told if reason and reason == clean(pin) else self.lacking(reason))
        if not wanted and not self.reason_field.problem:
            self._set_asking(True)
            self.asked.emit(pin, reason)
        else:
            (self.pin if wanted else self.reason).setFocus()

    def grant(self) -> None:
        """It is done: closes."""
        if self._guard:
            self._guard.right()
        super().accept()

    def refuse(self, message: str) -> None:
        """The PIN was wrong: stays open, says ``message``, and waits after the third time."""
        if self._guard:
            self._guard.wrong()
        self._set_asking(False)
        self.pin.clear()
        self.pin_field.show_problem(message)
        self.pin.setFocus()
        self.tick()

    def tick(self) -> None:
        """Shows the seconds still to wait."""
        wait = self._wait_s()
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

    def _wait_s(self) -> float:
        return self._guard.wait_s() if self._guard else 0.0

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


class SupervisorDialog(PinDialog):
    """Lets in somebody whom the rules refuse: the reason must be given."""

    def __init__(self, person: PersonCard, refusal: str, guard: PinGuard, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Forcer l’entrée"), self.tr("Motif, gardé dans le journal"), guard, parent)
        self.fill(self._refused(person, refusal))
        self.body.addLayout(self._suggestions())
        self.body.addStretch(1)

    def lacking(self, reason: str) -> str:
        return "" if reason else self.tr("Écrivez le motif, ou choisissez-en un ci-dessous.")

    def _refused(self, person: PersonCard, refusal: str) -> QWidget:
        card = Panel()
        card.set_tone("bad")
        who = Text(LEAD_PX, bold=True, wrap=True)
        who.setText(person.name)
        where = Text(BASE_PX, wrap=True)
        why = Text(BASE_PX, bold=True, ink=LIGHT.bad.ink, wrap=True)
        why.setText(self.tr("■ Refus à lever\u202f: %1").replace("%1", refusal))
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        for line in (who, where, why):
            column.addWidget(line)
        where.show_text(", ".join(part for part in (person.function, person.authority, person.department) if part))
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
