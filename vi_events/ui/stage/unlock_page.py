"""Before anything is seen: the palmarès is sealed, or there is none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from vi_events.errors import ViError
from vi_events.ui.language import spoken
from vi_events.ui.theme import BASE_PX, DARK, NOTE_PX, TITLE_PX
from vi_events.ui.widgets.dark import Card, StageButton, label

_SECRET = ("palmares_sealed", "passphrase_wrong", "recovery_key_mistyped", "palmares_key_wrong")
"""Problems that the right secret solves."""


class UnlockPage(QWidget):
    """Asks for the passphrase; says what is wrong."""

    unlock_requested = Signal(str)
    retry_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._card = Card()
        self._card.setFixedWidth(620)
        self.heading = label("", TITLE_PX, bold=True, wrap=True)
        self.problem = label("", BASE_PX, wrap=True)
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setMaxLength(200)
        self.secret.setAccessibleName(self.tr("Phrase de passe, ou clé de secours"))
        self.button = StageButton(self.tr("Ouvrir"), self.tr("Entrée"), kind="primary")
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self._ask)
        self._word = label(self.tr("Phrase de passe, ou clé de secours"), NOTE_PX, bold=True)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.button)
        for part in (self.heading, self.problem, self._word, self.secret):
            self._card.column.addWidget(part)
        self._card.column.addLayout(foot)
        self._card.column.setContentsMargins(28, 22, 28, 18)
        self._card.column.setSpacing(12)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.show_waiting()

    def show_waiting(self) -> None:
        """The document is being opened."""
        self.heading.setText(self.tr("Ouverture du palmarès…"))
        self.problem.setText("")
        self._asks(secret=False, button="")

    def show_locked(self, problem: ViError) -> None:
        """Why it is not open: sealed, a wrong passphrase, missing, or damaged."""
        sealed = problem.code in _SECRET
        self.heading.setText(self.tr("Le palmarès est scellé") if sealed else self.tr("Le palmarès ne s’ouvre pas"))
        said = "" if problem.code == "palmares_sealed" else spoken(problem)
        self.problem.setText(
            f"■ {said}" if said else self.tr("Sa phrase de passe l’ouvre sur ce poste, jusqu’à la fin.")
        )
        self.problem.set_ink(DARK.bad.ink if said else DARK.ink_2)
        self._asks(secret=sealed, button=self.tr("Ouvrir") if sealed else self.tr("Réessayer"))
        if sealed:
            self.secret.setFocus()

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
