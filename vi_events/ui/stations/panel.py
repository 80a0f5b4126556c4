"""« Postes »: who is there, what to look at, and what this station may do about it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from vi_events.errors import ViError
from vi_events.journal.hub.roles import Role
from vi_events.journal.hub.views import REFUSED
from vi_events.stations import files
from vi_events.stations.views import NetworkView
from vi_events.ui.language import spoken, told
from vi_events.ui.preparation.backup_dialog import busy_bar
from vi_events.ui.preparation.palmares_parts import AskDialog, Band, VerbButton, scrolling
from vi_events.ui.stations.hand_over_dialog import HandOverDialog
from vi_events.ui.stations.invite_dialog import InviteDialog
from vi_events.ui.stations.parts import AlonePart, HostingPart, JoinedPart
from vi_events.ui.stations.rows import StationsTable, rows
from vi_events.ui.theme import BASE_PX, LIGHT, TITLE_PX
from vi_events.ui.widgets.panel import Text
from vi_events.ui.widgets.signs import Lamp

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.ui.bridge import Bridge
    from vi_events.ui.stations.news import NetworkNews

_SIZE_PX = (1120, 660)
_SIDE_PX, _REMARKS_PX, _TICK_MS = 340, 150, 1000


class StationsPanel(QWidget):
    """A window beside the others; it shows what ``news`` says and asks the network."""

    join_requested = Signal()

    def __init__(self, opened: OpenEdition, news: NetworkNews, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Postes"))
        self._opened, self._news, self._bridge = opened, news, bridge
        self._problem: ViError | None = None
        self._closed = False
        self._looked = ("", "")
        self._servers: tuple[str, ...] = ()
        self._host_name = ""
        self.sentence, self.band, self.bar = Lamp(BASE_PX), Band(), busy_bar()
        self.seen_button = VerbButton(self.tr("Compris"))
        self.table, self.remarks = StationsTable(), Text(BASE_PX, wrap=True)
        self.alone, self.hosting, self.joined = AlonePart(), HostingPart(), JoinedPart()
        self._pages, self._sides = QStackedWidget(), QStackedWidget()
        self._lay_out()
        self._connect()
        self._ticks = QTimer(self, interval=_TICK_MS)
        self._ticks.timeout.connect(self.refresh)
        self._ticks.start()
        self.refresh()

    def refresh(self) -> None:
        """Shows how things stand now."""
        news = self._news
        view = news.view or NetworkView()
        lamp = news.lamp
        # What a refusal asks for has a line of its own: the window is no wider than a small screen.
        whole = spoken(view.hub.text)
        said, _, advice = whole.partition(". ") if view.hub.state == REFUSED else (whole, "", "")
        self.sentence.show_state(lamp.level, f"{said}." if advice else said)
        problem = self._problem
        if problem is not None:
            self.band.say("warn", *told(problem))
        else:
            failing = view.host.error if view.host else None
            self.band.say("warn", spoken(failing) if failing else news.trouble or advice)
        self.seen_button.setVisible(problem is not None or bool(news.trouble))
        self._show_remarks(view)
        if not view.role:
            self._pages.setCurrentWidget(self.alone)
            return
        self._pages.setCurrentIndex(1)
        self._look_for_host(view)
        own = self._opened.reception.settings.author.station
        self.table.show_stations(rows(view, own, self._host_name, news.now_ms()))
        self._sides.setCurrentWidget(self.hosting if view.hosting else self.joined)
        if view.hosting:
            self.hosting.show_view(view, self.table.selected())
        else:
            self.joined.show_view(view, self._servers)

    def hand_over(self) -> None:
        """Asks to whom the hosting goes."""
        view, network = self._news.view, self._news.network
        if view is None or network is None or not view.hosting:
            return
        own = self._opened.reception.settings.author.station
        others = tuple(row for row in rows(view, own, own, self._news.now_ms()) if row.member and row.here)
        HandOverDialog(others, network, self._bridge, self).open()

    # What is asked

    def _host(self, role: str) -> None:
        if (network := self._news.network) is not None:
            self._ask(network.host(role=Role(role)))

    def _host_instead(self) -> None:
        dialog = AskDialog(
            self.tr("Héberger ici à la place de l’hôte perdu"),
            (
                self.tr("À faire quand l’hôte ne reviendra pas. Les autres postes trouvent celui-ci d’eux-mêmes."),
                self.tr("Si l’ancien hôte revient, il se joint à celui-ci\u202f: rien de ce qu’il sait n’est perdu."),
            ),
            self.tr("Héberger ici"),
            self,
        )
        dialog.accepted.connect(lambda: self._host(Role.STAGE))
        dialog.open()

    def _invite(self) -> None:
        if (network := self._news.network) is not None:
            InviteDialog(network, self._news, self._bridge, self).open()

    def _revoke(self) -> None:
        row, network = self.table.selected(), self._news.network
        if row is None or network is None:
            return
        said = [
            self.tr("Ce poste est coupé des autres aussitôt. Ce qu’il avait transmis reste."),
            self.tr("Il peut encore travailler seul. Pour revenir, il lui faudra un nouveau lien."),
        ]
        view = self._news.view
        if view is not None and any(each.name == row.name and each.knows_all for each in view.members):
            renewed = self.tr(
                "Ce poste a de quoi héberger\u202f: le certificat et les accès de tous sont renouvelés en même temps."
            )
            said += [renewed, self._wholeto_those_away(view, row.name)]
        dialog = AskDialog(
            self.tr("Exclure «\u00a0%1\u00a0»\u202f?").replace("%1", row.name),
            tuple(said),
            self.tr("Exclure"),
            self,
        )
        dialog.accepted.connect(lambda: self._ask(network.revoke(row.name)))
        dialog.open()

    def _renew(self) -> None:
        view, network = self._news.view, self._news.network
        if view is None or network is None:
            return
        said = (
            self.tr(
                "À faire si quelqu’un a pu copier ce que tient une régie\u202f: ordinateur volé, disque vendu. "
                "Un nouveau certificat et de nouveaux accès remplacent ceux d’avant."
            ),
            self.tr("Les postes en liaison les reçoivent aussitôt. Les liens déjà donnés ne servent plus."),
            self._wholeto_those_away(view, ""),
        )
        dialog = AskDialog(self.tr("Renouveler le certificat\u202f?"), said, self.tr("Renouveler"), self)
        dialog.accepted.connect(lambda: self._ask(network.renew()))
        dialog.open()

    def _wholeto_those_away(self, view: NetworkView, leaving: str) -> str:
        away = [each.name for each in view.members if not each.here and each.name != leaving]
        if not away:
            return self.tr("Aucun poste n’est absent en ce moment.")
        said = self.tr("Absents en ce moment, ils devront demander un nouveau lien\u202f: %1.")
        return said.replace("%1", ", ".join(away))

    def _stop(self) -> None:
        view, network = self._news.view, self._news.network
        if view is None or network is None:
            return
        others = [each.name for each in view.members if each.here and not each.own]
        depending = self.tr("Aucun autre poste n’est en liaison.")
        if others:
            depending = self.tr("Dépendent de ce poste en ce moment\u202f: %1.").replace("%1", ", ".join(others))
        after = self.tr(
            "Chacun continue seul et garde ce qu’il fait, jusqu’à ce qu’un poste héberge de nouveau. "
            "Pour qu’un autre prenne la suite, confiez plutôt l’hébergement."
        )
        dialog = AskDialog(self.tr("Arrêter d’héberger\u202f?"), (depending, after), self.tr("Arrêter"), self)
        dialog.accepted.connect(lambda: self._ask(network.stop_hosting()))
        dialog.open()

    def _leave(self) -> None:
        if (network := self._news.network) is None:
            return
        said = (
            self.tr(
                "Ce poste travaillera seul, avec tout ce qu’il sait déjà. Les autres ne verront plus ses passages."
            ),
            self.tr("Pour revenir, il lui faudra un nouveau lien."),
        )
        dialog = AskDialog(self.tr("Quitter ce réseau\u202f?"), said, self.tr("Quitter"), self)
        dialog.accepted.connect(lambda: self._ask(network.leave()))
        dialog.open()

    def _ask(self, future: Future[Any]) -> None:
        """Waits for an answer without the window waiting."""
        self._problem = None
        self._show_busy(True)
        # Closed meanwhile, the answer is in the view: the lamp says it.
        self._bridge.when_done(future, self._unless_closed(self._on_done), self._unless_closed(self._on_failed))

    def _unless_closed(self, then: Callable[[Any], None]) -> Callable[[Any], None]:
        return lambda answer: None if self._closed else then(answer)

    def _on_done(self, _answer: object) -> None:
        self._show_busy(False)
        self.refresh()

    def _on_failed(self, problem: ViError) -> None:
        self._problem = problem
        self._on_done(None)

    def _on_seen(self) -> None:
        self._problem = None
        self._news.take_note()

    def _show_busy(self, busy: bool) -> None:
        self.bar.setVisible(busy)
        self._pages.setEnabled(not busy)

    # What is shown

    def _show_remarks(self, view: NetworkView) -> None:
        notices = view.host.notices if view.host else ()
        self.remarks.setText("\n".join(f"◆ {spoken(each)}" for each in (*view.hub.remarks, *notices)))
        self._remarks_area.setVisible(bool(self.remarks.text()))

    def _look_for_host(self, view: NetworkView) -> None:
        """Where the host is, and what it is called: only stages know who made the last list of stations."""
        if (stamp := (view.role, view.hub.state)) == self._looked:
            return
        self._looked = stamp
        with suppress(ViError):
            membership = files.load_membership(self._opened.folder)
            self._servers = membership.servers if membership else ()
            self._host_name = files.load_members(self._opened.folder).host if view.role == Role.STAGE else ""

    def _lay_out(self) -> None:
        heading = Text(TITLE_PX, bold=True)
        heading.setText(self.tr("Postes"))
        top = QHBoxLayout()
        top.setSpacing(20)
        for part in (heading, self.sentence):
            top.addWidget(part)
        top.addStretch(1)
        told = QHBoxLayout()
        told.setSpacing(12)
        told.addWidget(self.band, 1)
        told.addWidget(self.seen_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._sides.setFixedWidth(_SIDE_PX)
        for side in (self.hosting, self.joined):
            self._sides.addWidget(side)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.table, 1)
        row.addWidget(self._sides)
        for page in (self.alone, both):
            self._pages.addWidget(page)
        self.remarks.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.remarks.set_ink(LIGHT.warn.ink)
        self._remarks_area = scrolling(self.remarks)
        self._remarks_area.setMaximumHeight(_REMARKS_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addLayout(top)
        column.addLayout(told)
        column.addWidget(self.bar)
        column.addWidget(self._pages, 1)
        column.addWidget(self._remarks_area)
        self.bar.hide()
        self.resize(*_SIZE_PX)

    def _connect(self) -> None:
        self._news.changed.connect(self.refresh)
        self.seen_button.clicked.connect(self._on_seen)
        self.alone.host_requested.connect(self._host)
        self.alone.join_requested.connect(self.join_requested)
        self.hosting.invite_requested.connect(self._invite)
        self.hosting.hand_over_requested.connect(self.hand_over)
        self.hosting.revoke_requested.connect(self._revoke)
        self.hosting.renew_requested.connect(self._renew)
        self.hosting.stop_requested.connect(self._stop)
        self.joined.join_requested.connect(self.join_requested)
        self.joined.host_requested.connect(self._host_instead)
        self.joined.leave_requested.connect(self._leave)
        self.table.itemSelectionChanged.connect(self.refresh)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if not self._closed:
            self._closed = True
            self._ticks.stop()
            self._news.changed.disconnect(self.refresh)
        super().closeEvent(event)
