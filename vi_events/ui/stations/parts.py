"""What the stations panel offers: alone, hosting, joined. The panel knows the network; these only ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vi_events.journal.hub.discovery import COUNTER_OFFSET
from vi_events.journal.hub.roles import Role
from vi_events.journal.hub.views import AWAY, REFUSED
from vi_events.ui.preparation.palmares_parts import VerbButton
from vi_events.ui.stations import words
from vi_events.ui.theme import BASE_PX, LEAD_PX, LIGHT, NOTE_PX
from vi_events.ui.widgets.form import FormField, combo
from vi_events.ui.widgets.panel import Panel, Text

if TYPE_CHECKING:
    from vi_events.stations.views import NetworkView
    from vi_events.ui.stations.rows import Row

_ROLES_TO_HOST = (Role.STAGE, Role.WEBTV, Role.SUPERVISOR, Role.ORGANISER)
_CHOICE_PX = (440, 300)


class AlonePart(QWidget):
    """Two large choices: host here, or join a host."""

    host_requested = Signal(str)
    """The role of this station."""
    join_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.role = combo([(words.role_name(role), role.value) for role in _ROLES_TO_HOST], Role.STAGE.value)
        self.host_button = VerbButton(self.tr("Héberger sur ce poste"), primary=True)
        self.join_button = VerbButton(self.tr("Rejoindre un hôte…"), primary=True)
        self.host_button.clicked.connect(lambda: self.host_requested.emit(self.role.currentData()))
        self.join_button.clicked.connect(self.join_requested)
        hosting = self.tr(
            "Les autres postes passent par celui-ci pour se dire ce qui arrive. Laissez-le allumé toute la journée."
        )
        joining = self.tr("Avec le lien, ou son code QR, que donne le poste qui héberge. L’édition arrive avec lui.")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        field = FormField(self.tr("Ce poste est"), self.role)
        row.addStretch(1)
        row.addWidget(_choice(self.tr("Héberger"), hosting, field, self.host_button))
        row.addWidget(_choice(self.tr("Rejoindre"), joining, None, self.join_button))
        row.addStretch(1)


def _choice(title: str, about: str, field: QWidget | None, button: VerbButton) -> Panel:
    card = Panel()
    card.setFixedSize(*_CHOICE_PX)
    heading, said = Text(LEAD_PX, bold=True), Text(BASE_PX, wrap=True)
    heading.setText(title)
    said.setText(about)
    column = QVBoxLayout(card)
    column.setContentsMargins(24, 20, 24, 20)
    column.setSpacing(12)
    column.addWidget(heading)
    column.addWidget(said)
    column.addStretch(1)
    if field is not None:
        column.addWidget(field)
    column.addWidget(button)
    return card


class _Verbs(Panel):
    """A card with a title, facts that can be copied, and buttons one under the other."""

    def __init__(self, title: str) -> None:
        super().__init__()
        heading = Text(LEAD_PX, bold=True)
        heading.setText(title)
        self.where = Text(BASE_PX, wrap=True)
        self.where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.note = Text(NOTE_PX, ink=LIGHT.ink_2, wrap=True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(8)
        for part in (heading, self.where, self.note):
            self.column.addWidget(part)

    def add(self, *buttons: VerbButton) -> None:
        for button in buttons:
            self.column.addWidget(button)


class HostingPart(_Verbs):
    """For the station that hosts."""

    invite_requested = Signal()
    hand_over_requested = Signal()
    revoke_requested = Signal()
    renew_requested = Signal()
    stop_requested = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Ce poste héberge"))
        self.invite_button = VerbButton(self.tr("Inviter un poste…"), primary=True)
        self.hand_over_button = VerbButton(self.tr("Confier l’hébergement…"))
        self.revoke_button = VerbButton(self.tr("Exclure le poste choisi…"))
        self.renew_button = VerbButton(self.tr("Renouveler le certificat…"))
        self.stop_button = VerbButton(self.tr("Arrêter d’héberger…"))
        for button, signal in (
            (self.invite_button, self.invite_requested),
            (self.hand_over_button, self.hand_over_requested),
            (self.revoke_button, self.revoke_requested),
            (self.renew_button, self.renew_requested),
            (self.stop_button, self.stop_requested),
        ):
            button.clicked.connect(signal)
        self.add(self.invite_button)
        self.column.addStretch(1)
        self.add(self.hand_over_button, self.revoke_button, self.renew_button, self.stop_button)

    def show_view(self, view: NetworkView, chosen: Row | None) -> None:
        self.where.setText("\n".join(map(_counter, view.addresses)))
        self.note.setText(self.tr("Adresse de cet hôte, à donner si un lien ne suffit pas."))
        self.note.setVisible(bool(view.addresses))
        self.revoke_button.setEnabled(chosen is not None and chosen.member and not chosen.own)


def _counter(address: str) -> str:
    """Where stations come to join, by the address of the server."""
    host, _, port = address.rpartition(":")
    return f"{host}:{int(port) + COUNTER_OFFSET}"


class JoinedPart(_Verbs):
    """For a station that joined another."""

    leave_requested = Signal()
    host_requested = Signal()
    join_requested = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Ce poste a rejoint un hôte"))
        self.host_button = VerbButton(self.tr("Héberger ici à sa place…"))
        self.join_button = VerbButton(self.tr("Rejoindre par un nouveau lien…"), primary=True)
        self.leave_button = VerbButton(self.tr("Quitter ce réseau…"))
        self.host_button.clicked.connect(self.host_requested)
        self.leave_button.clicked.connect(self.leave_requested)
        self.join_button.clicked.connect(self.join_requested)
        self.add(self.join_button)
        self.column.addStretch(1)
        self.add(self.host_button, self.leave_button)

    def show_view(self, view: NetworkView, servers: tuple[str, ...]) -> None:
        """``servers``: where the host is."""
        self.where.setText("\n".join(servers))
        self.note.setText(self.tr("Adresse de l’hôte."))
        self.note.setVisible(bool(servers))
        # A stage holds all it takes to host in place of a lost host; no other station does.
        self.join_button.setVisible(view.hub.state == REFUSED)
        self.host_button.setVisible(view.role == Role.STAGE and view.hub.state == AWAY)
