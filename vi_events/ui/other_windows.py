"""The windows beside the reception: preparation, palmarès, the régies, badge layouts, stations; one of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QWidget

from vi_events.errors import ViError
from vi_events.stations.roles_here import PALMARES, STAGE, WEBTV, require, role_in
from vi_events.ui.language import spoken
from vi_events.ui.stations.surfaces import SurfacesHeard, SurfacesSaid

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.ui.checkin.reception_window import ReceptionWindow
    from vi_events.ui.stations.mark import NetworkMark


class OtherWindows:
    """Opens them on the edition of the reception window, and closes them before it is let go."""

    def __init__(self, window: ReceptionWindow) -> None:
        self._window = window
        self._open: dict[str, Any] = {}
        self.join_requested: Callable[[], object] = _nothing
        """What the stations panel calls to join a host."""
        self.desk_tools: dict[str, Callable[[str], object]] = {}
        """What the desk itself opens for the preparation, by name."""
        self._heard = SurfacesHeard(window.news.now_ms)
        window.bridge.surfaces_heard.connect(self._heard.hear)

    def stage(self) -> None:
        """The stage manager's window."""
        from vi_events.ui.stage.console import open_console

        def make(opened: OpenEdition) -> QWidget:
            console = open_console(opened, self._window.bridge)
            console.actions_menu.palmares_requested.connect(self.palmares)
            self._show_network(console.top.network)
            said = SurfacesSaid(console.outputs, lambda: self._window.news.network, self._window.news.now_ms)
            console.closing.connect(said.close)
            return console

        self._show("stage", make)
        self._join()

    def webtv(self) -> None:
        """The streaming operator's window."""
        from vi_events.ui.webtv.console import open_webtv

        def make(opened: OpenEdition) -> QWidget:
            console = open_webtv(opened, self._window.bridge)
            self._show_network(console.top.network)
            return console

        self._show("webtv", make)
        self._join()

    def palmares(self) -> None:
        """The palmarès, its running order, its seal."""
        from vi_events.ui.preparation.palmares_window import PalmaresWindow

        def make(opened: OpenEdition) -> QWidget:
            window = PalmaresWindow(opened, self._window.bridge)
            window.saved.connect(self._on_palmares_saved)
            return window

        self._show("palmares", make)

    def preparation(self) -> None:
        """All that comes before the day, page by page."""
        from vi_events.ui.preparation.preparation_window import PreparationWindow

        def make(opened: OpenEdition) -> QWidget:
            window = PreparationWindow(opened, self._window.bridge)
            window.tool_requested.connect(self.use_tool)
            window.changed.connect(self._on_preparation_changed)
            return window

        self._show("preparation", make)

    def use_tool(self, name: str, item: str = "") -> None:
        """What a page of the preparation asks for: a window of these, or one of ``desk_tools``; ``item`` is what it is
        to show.
        """
        own = {
            "palmares": self.palmares,
            "layouts": self.badge_layouts,
            "stage": self.stage,
            "webtv": self.webtv,
            "stations": self.stations,
        }
        opened = self._window.opened
        if opened is None:
            return
        try:
            if name in (PALMARES, STAGE, WEBTV):
                require(role_in(opened.folder), name)
        except ViError as problem:
            self._open["preparation"].say("bad", spoken(problem))
            return
        if name not in own:
            self.desk_tools[name](item)
            return
        own[name]()
        if name == "palmares" and item:
            self._open[name].go_to(item)

    def badge_layouts(self) -> None:
        """The layouts of the badges."""
        from vi_events.ui.preparation.badge_editor import BadgeEditor

        self._show("layouts", lambda opened: BadgeEditor(opened, self._window.bridge, self._window))

    def stations(self) -> None:
        """Who else is there, and joining, hosting, inviting."""
        from vi_events.ui.stations.panel import StationsPanel

        def make(opened: OpenEdition) -> QWidget:
            panel = StationsPanel(opened, self._window.news, self._window.bridge, self._window)
            panel.join_requested.connect(lambda: self.join_requested())
            return panel

        self._show("stations", make)

    def hand_over(self) -> None:
        """The stations, asking to whom the hosting goes."""
        self.stations()
        if (panel := self._open.get("stations")) is not None:
            panel.hand_over()

    def close(self) -> None:
        """Before the edition is closed."""
        for other in self._open.values():
            other.close()
            other.deleteLater()
        self._open.clear()
        self._heard.forget()

    def _show_network(self, mark: NetworkMark) -> None:
        """The lamp of a régie."""
        news = self._window.news
        mark.show_lamp(news.lamp)
        news.lamp_changed.connect(mark.show_lamp)
        mark.clicked.connect(self.stations)

    def _join(self) -> None:
        """The webtv desk shows what the surfaces really painted: this computer's stage, else those heard of."""
        stage, webtv = self._open.get("stage"), self._open.get("webtv")
        if webtv is not None:
            if stage is not None and stage.isVisible():
                webtv.follow_surfaces(stage.outputs.lamps)
            else:
                webtv.follow_surfaces(self._heard, self._heard.station)

    def _on_palmares_saved(self) -> None:
        """The console follows: of a change made before arming the journal does not hear."""
        if (stage := self._open.get("stage")) is not None and stage.isVisible():
            stage.driver.send(stage.driver.stage.view())

    def _on_preparation_changed(self) -> None:
        """The console looks as the edition page says: the theme is a file, of which the journal does not hear."""
        if (stage := self._open.get("stage")) is not None and stage.isVisible():
            stage.take_look()

    def _show(self, name: str, make: Callable[[OpenEdition], QWidget]) -> None:
        opened = self._window.opened
        if opened is None:
            return
        known = self._open.get(name)
        if known is None or not known.isVisible():
            if known is not None:
                known.deleteLater()
            known = self._open[name] = make(opened)
            if known.parent() is None:
                self._window.guard.watch(known)
        if isinstance(known, QDialog):
            known.open()
        else:
            known.show()
        known.raise_()
        known.activateWindow()


def _nothing() -> None: ...
