"""Inviting a station: its role, then a link and its QR code that work once, for ten minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from vi_events.errors import ViError
from vi_events.journal.hub.joining import VALID_MS, Invitation
from vi_events.journal.hub.roles import Role
from vi_events.ui.language import told
from vi_events.ui.preparation.palmares_parts import Band, Lines, VerbButton
from vi_events.ui.stations import words
from vi_events.ui.stations.qr import QrPicture
from vi_events.ui.theme import BASE_PX, LIGHT, NOTE_PX, TITLE_PX
from vi_events.ui.widgets.form import FormDialog
from vi_events.ui.widgets.panel import Text

if TYPE_CHECKING:
    from vi_events.stations.network import Network
    from vi_events.ui.bridge import Bridge
    from vi_events.ui.stations.news import NetworkNews

_LINK_PX, _SIDE_PX = 132, 420


class InviteDialog(FormDialog):
    """Asks which role, then shows the link until it was used or is too old."""

    def __init__(self, network: Network, news: NetworkNews, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Inviter un poste"), self.tr("Fermer"), parent)
        self._network, self._news, self._bridge = network, news, bridge
        self._issued_ms = 0
        self._before: frozenset[tuple[str, str]] = frozenset()
        self._role = ""
        self.link = ""
        """What is shown; empty before a role is chosen and once it can serve no more."""
        self.cancel_button.hide()
        self.roles = {role: _RoleButton(words.role_name(role)) for role in Role}
        self.picture = QrPicture(self.tr("Code QR du lien"))
        self.text = _link_lines(self.tr("Lien"))
        self.copy_button = VerbButton(self.tr("Copier le lien"))
        self.left, self.state, self.said = Text(TITLE_PX, bold=True), Text(BASE_PX, wrap=True), Band()
        self.left.use_tabular_figures()
        self._lay_out()
        group = QButtonGroup(self)
        for role, button in self.roles.items():
            group.addButton(button)
            button.clicked.connect(lambda _=False, role=role: self._invite(role))
        self.copy_button.clicked.connect(self._copy)
        self._ticks = QTimer(self, interval=1000)
        self._ticks.timeout.connect(self.tick)
        self._ticks.start()
        news.changed.connect(self.tick)
        self._show_link("", self.tr("Choisissez d’abord le rôle du poste à inviter."))

    def tick(self) -> None:
        """Whether the link still serves, and for how long."""
        if not self.link:
            return
        left_ms = self._issued_ms + VALID_MS - self._news.now_ms()
        joined = sorted(name for name, role in self._members() - self._before if role == self._role)
        if joined:
            self._show_link("", "")
            said = self.tr("«\u00a0%1\u00a0» a rejoint ce poste\u202f: le lien a servi.").replace("%1", joined[0])
            self.said.say("ok", said, self.tr("Pour un autre poste, choisissez de nouveau un rôle."))
        elif left_ms <= 0:
            self._show_link("", "")
            again = self.tr("Choisissez de nouveau un rôle pour en avoir un autre.")
            self.said.say("warn", self.tr("Ce lien a plus de dix minutes\u202f: il ne sert plus."), again)
        else:
            seconds = -(-left_ms // 1000)
            self.left.setText(f"{seconds // 60}:{seconds % 60:02}")

    def done(self, result: int) -> None:
        """Closes; the link still serves until its time is over."""
        if self._ticks.isActive():
            self._ticks.stop()
            self._news.changed.disconnect(self.tick)
        super().done(result)

    # Inside

    def _invite(self, role: Role) -> None:
        self._role = role
        self._before = self._members()
        self.said.say("", "")
        self._bridge.when_done(self._network.invite(role), self._on_invited, self._on_failed)

    def _on_invited(self, invitation: Invitation) -> None:
        if invitation.role != self._role:
            return  # another role was pressed since
        self._issued_ms = self._news.now_ms()
        role = words.role_name(self._role)
        about = self.tr("Ce lien fait entrer un seul poste, comme «\u00a0%1\u00a0». Il reste valable encore\u202f:")
        self._show_link(invitation.link, about.replace("%1", role))
        self.tick()

    def _on_failed(self, problem: ViError) -> None:
        self._show_link("", "")
        self.said.say("bad", *told(problem))

    def _members(self) -> frozenset[tuple[str, str]]:
        view = self._news.view
        return frozenset((each.name, str(each.role)) for each in view.members) if view is not None else frozenset()

    def _show_link(self, link: str, about: str) -> None:
        self.link = link
        self.picture.show_text(link)
        self.text.setPlainText(link)
        self.state.show_text(about)
        self.copy_button.set_text(self.tr("Copier le lien"))
        for part in (self.left, self.text, self.copy_button):
            part.setVisible(bool(link))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.link)
        self.copy_button.set_text(self.tr("Lien copié"))

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(8)
        grid = QGridLayout()
        grid.setSpacing(0)
        for number, button in enumerate(self.roles.values()):
            grid.addWidget(button, number // 2, number % 2)
        side.addLayout(grid)
        how = Text(NOTE_PX, ink=LIGHT.ink_2, wrap=True)
        how.setText(
            self.tr(
                "Sur l’autre poste\u202f: menu, «\u00a0Postes…\u00a0», «\u00a0Rejoindre un hôte…\u00a0». "
                "Sa caméra lit ce code\u202f; sinon, envoyez-lui le lien."
            )
        )
        for part in (self.said, self.state, self.left, self.text, self.copy_button):
            side.addWidget(part)
        side.addStretch(1)
        side.addWidget(how)
        self.said.hide()
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        column = QWidget()
        column.setLayout(side)
        column.setFixedWidth(_SIDE_PX)
        both.addWidget(column)
        self.body.addLayout(both)


class _RoleButton(VerbButton):
    """One of the roles: the one chosen stays lit."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCheckable(True)

    def _colours(self) -> tuple[str, str, str]:
        if self.isChecked():
            return LIGHT.info.main, LIGHT.info.paper, LIGHT.info.ink
        return super()._colours()


def _link_lines(spoken: str) -> QPlainTextEdit:
    lines = Lines(spoken, _LINK_PX)
    lines.setReadOnly(True)
    return lines
