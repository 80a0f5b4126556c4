"""Before anything of the palmarès is seen: it is sealed, or cannot be read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vi_events.errors import ViError
from vi_events.ui.language import spoken
from vi_events.ui.theme import BASE_PX, NOTE_PX, TITLE_PX, Tokens
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.panel import Text

_SECRET = ("palmares_sealed", "passphrase_wrong", "recovery_key_mistyped", "palmares_key_wrong")
"""Problems that the right secret solves."""
_WIDTH_PX = 620


class UnlockPage(QWidget):
    """Asks for the passphrase, on ``card``; says what is wrong. ``card``, ``button`` and ``tokens`` are its dress."""

    unlock_requested = Signal(str)
    retry_requested = Signal()

    def __init__(self, card: QWidget, button: KeyButton, tokens: Tokens) -> None:
        super().__init__()
        self.button, self._tokens = button, tokens
        self.heading = Text(TITLE_PX, bold=True, ink=tokens.ink, wrap=True)
        self.said = Text(BASE_PX, ink=tokens.ink_2, wrap=True)
        self._word = Text(NOTE_PX, bold=True, ink=tokens.ink)
        self._word.setText(self.tr("Phrase de passe, ou clé de secours"))
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setMaxLength(200)
        self.secret.setAccessibleName(self._word.text())
        self.button.clicked.connect(self._ask)
        self._lay_out(card)
        self.show_waiting()

    def show_waiting(self) -> None:
        """The document is being opened."""
        self.heading.setText(self.tr("Ouverture du palmarès…"))
        self.said.show_text("")
        self._asks(secret=False, button="")

    def show_locked(self, problem: ViError) -> None:
        """Why it is not open: sealed, a wrong passphrase, missing, or damaged."""
        sealed, wrong = problem.code in _SECRET, problem.code != "palmares_sealed"
        self.heading.setText(self.tr("Le palmarès est scellé") if sealed else self.tr("Le palmarès ne s’ouvre pas"))
        self.said.set_ink(self._tokens.bad.ink if wrong else self._tokens.ink_2)
        opens = self.tr("Sa phrase de passe l’ouvre sur ce poste, jusqu’à la fermeture du programme.")
        self.said.show_text(f"■ {spoken(problem)}" if wrong else opens)
        self._asks(secret=sealed, button=self.tr("Ouvrir") if sealed else self.tr("Réessayer"))
        asked = self.secret if sealed else self.button
        if asked.focusPolicy() != Qt.FocusPolicy.NoFocus:
            asked.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._ask()
        else:
            super().keyPressEvent(event)

    def _asks(self, *, secret: bool, button: str) -> None:
        self._word.setVisible(secret)
        self.secret.setVisible(secret)
        self.button.setVisible(bool(button))
        self.button.set_text(button)

    def _ask(self) -> None:
        if self.button.isHidden():
            return
        if self.secret.isHidden():
            self.show_waiting()
            self.retry_requested.emit()
        elif self.secret.text():
            secret = self.secret.text()
            self.secret.clear()
            self.show_waiting()
            self.unlock_requested.emit(secret)

    def _lay_out(self, card: QWidget) -> None:
        card.setFixedWidth(_WIDTH_PX)
        inside = card.layout()
        if not isinstance(inside, QVBoxLayout):
            inside = QVBoxLayout(card)
        inside.setContentsMargins(28, 24, 28, 18)
        inside.setSpacing(14)
        for part in (self.heading, self.said, self._word, self.secret):
            inside.addWidget(part)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.button)
        inside.addLayout(foot)
        column = QVBoxLayout(self)
        column.addStretch(1)
        # Not by an alignment: a panel so placed does not grow with its sentences.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
