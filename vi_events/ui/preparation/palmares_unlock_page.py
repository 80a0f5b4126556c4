"""Before anything of the palmarès is seen: it is sealed, or cannot be read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vi_events.errors import ViError
from vi_events.ui.language import spoken
from vi_events.ui.preparation.palmares_parts import VerbButton
from vi_events.ui.theme import BASE_PX, LIGHT, TITLE_PX
from vi_events.ui.widgets.form import FormField
from vi_events.ui.widgets.panel import Panel, Text

_SECRET = ("palmares_sealed", "passphrase_wrong", "recovery_key_mistyped", "palmares_key_wrong")
"""Problems that the right secret solves."""
_WIDTH_PX = 620


class PalmaresUnlockPage(QWidget):
    """Asks for the passphrase; says what is wrong."""

    unlock_requested = Signal(str)
    retry_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        panel = Panel()
        panel.setFixedWidth(_WIDTH_PX)
        self.heading, self.said = Text(TITLE_PX, bold=True, wrap=True), Text(BASE_PX, wrap=True)
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setMaxLength(200)
        self.field = FormField(self.tr("Phrase de passe, ou clé de secours"), self.secret)
        self.button = VerbButton(self.tr("Ouvrir"), self.tr("Entrée"), primary=True)
        self.button.clicked.connect(self._ask)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.button)
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(28, 24, 28, 18)
        inside.setSpacing(14)
        for part in (self.heading, self.said, self.field):
            inside.addWidget(part)
        inside.addLayout(foot)
        column = QVBoxLayout(self)
        column.addStretch(1)
        # Not by an alignment: a panel so placed does not grow with its sentences.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(panel)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        self.show_waiting()

    def show_waiting(self) -> None:
        """The document is being opened."""
        self.heading.setText(self.tr("Ouverture du palmarès…"))
        self.said.show_text("")
        self._asks(secret=False, button="")

    def show_locked(self, problem: ViError) -> None:
        """Why it is not open: sealed, a wrong passphrase, or damaged."""
        sealed = problem.code in _SECRET
        self.heading.setText(self.tr("Le palmarès est scellé") if sealed else self.tr("Le palmarès ne s’ouvre pas"))
        wrong = problem.code != "palmares_sealed"
        self.said.set_ink(LIGHT.bad.ink if wrong else LIGHT.ink_2)
        told = self.tr("Sa phrase de passe l’ouvre sur ce poste, jusqu’à la fermeture du programme.")
        self.said.show_text(f"■ {spoken(problem)}" if wrong else told)
        self._asks(secret=sealed, button=self.tr("Ouvrir") if sealed else self.tr("Réessayer"))
        (self.secret if sealed else self.button).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._ask()
        else:
            super().keyPressEvent(event)

    def _asks(self, *, secret: bool, button: str) -> None:
        self.field.setVisible(secret)
        self.button.setVisible(bool(button))
        self.button.set_text(button)

    def _ask(self) -> None:
        if self.button.isHidden():
            return
        if self.field.isHidden():
            self.show_waiting()
            self.retry_requested.emit()
        elif self.secret.text():
            secret = self.secret.text()
            self.secret.clear()
            self.show_waiting()
            self.unlock_requested.emit(secret)
