"""Where OBS is, and its password: the address goes to the station's file, the password to the keyring."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from vi_events.errors import UserError
from vi_events.ui.language import spoken
from vi_events.ui.theme import BASE_PX, DARK, NOTE_PX
from vi_events.ui.widgets.dark import StageDialog, label
from vi_events.webtv.obs_protocol import parse_address
from vi_events.webtv.obs_types import LinkState


class ConnectionDialog(StageDialog):
    """Says how the link is while one looks; « Relier » tries what is written."""

    connection_requested = Signal(str, str)
    """Address and password; an empty password leaves the one that is kept."""

    def __init__(self, address: str, state: LinkState, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Connexion à OBS"), self.tr("Relier"), parent)
        self.address, self.password = QLineEdit(address), QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(self.tr("vide\u202f: celui qui est déjà gardé"))
        self.state = label("", BASE_PX, wrap=True)
        self.problem = label("", NOTE_PX, ink=DARK.bad.main, wrap=True)
        self.problem.hide()
        where = self.tr("Dans OBS\u202f: Outils, Paramètres du serveur WebSocket, puis « Afficher les informations ».")
        self.body.addWidget(self.state)
        for name, field in ((self.tr("Adresse"), self.address), (self.tr("Mot de passe"), self.password)):
            field.setMaxLength(200)
            field.setAccessibleName(name)
            self.body.addWidget(label(name, NOTE_PX, bold=True))
            self.body.addWidget(field)
        self.body.addWidget(self.problem)
        self.body.addWidget(label(where, NOTE_PX, ink=DARK.ink_2, wrap=True))
        self.setMinimumWidth(560)
        self.show_state(state)
        self.password.setFocus()

    def show_state(self, state: LinkState) -> None:
        """The link as it is now."""
        shape = {"ready": "●", "busy": "●", "connecting": "○", "off": "○"}.get(state.state, "◆")
        ink = {"●": DARK.ok.main, "○": DARK.ink_2, "◆": DARK.warn.main}[shape]
        self.state.setText(f"{shape} {spoken(state.text)}")
        self.state.set_ink(ink)

    def show_problem(self, text: str) -> None:
        self.problem.show_text(text)

    def accept(self) -> None:
        """Stays open: the answer of OBS is read here."""
        try:
            parse_address(self.address.text())
        except UserError as problem:
            self.problem.show_text(spoken(problem))
            return
        self.problem.hide()
        self.connection_requested.emit(self.address.text().strip(), self.password.text())
        self.password.clear()
