"""The streaming operator's window: who is on air, what follows the stage, what is really shown, how OBS feels.

It decides nothing: the driver sends its orders and brings the news, and each part shows them.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from vi_events.app import OpenEdition
from vi_events.clock import NowMs, clock_time, wall_ms
from vi_events.errors import ViError
from vi_events.ui.bridge import Bridge
from vi_events.ui.language import spoken
from vi_events.ui.stage.keys import is_typing
from vi_events.ui.stage.top_bar import Banner
from vi_events.ui.webtv.actions import WebtvActions
from vi_events.ui.webtv.desk_page import DeskPage
from vi_events.ui.webtv.driver import MakeRoom, WebtvDriver
from vi_events.ui.webtv.keys import WHILE_TYPING, TwiceEscape, act_of, begins_search
from vi_events.ui.webtv.lamps import WebtvTopBar
from vi_events.ui.webtv.really_shown import Surfaces, overlay_truth
from vi_events.ui.webtv.station import make_room
from vi_events.ui.widgets.dark import darken
from vi_events.webtv.audio import heard
from vi_events.webtv.control_room import RoomView
from vi_events.webtv.obs_types import LinkState
from vi_events.webtv.outputs import lamps
from vi_events.webtv.overlays import OnAir, Overlay
from vi_events.webtv.reconciler import ObsView
from vi_events.webtv.service import WebtvView

_TICK_MS = 250
_SIZE_PX = (1366, 768)
_SAID_S = 8.0
"""How long a failure stays in the banner when nothing comes after it."""
_CLOSE_S = 6.0
_UNKNOWN = RoomView(LinkState("off", ""), ObsView("off", ""))


def open_webtv(opened: OpenEdition, bridge: Bridge, parent: QWidget | None = None) -> "WebtvConsole":
    """The console of an open edition, in front of the other windows. ``bridge`` listens to the edition's core."""
    opened.webtv.start()
    console = WebtvConsole(opened, bridge, lambda ears: make_room(opened, ears), parent)
    console.show()
    console.raise_()
    console.activateWindow()
    return console


class WebtvConsole(QWidget):
    """One window for the whole stream. To be closed before the edition is."""

    def __init__(
        self,
        opened: OpenEdition,
        bridge: Bridge,
        make: MakeRoom,
        parent: QWidget | None = None,
        now_ms: NowMs = wall_ms,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        darken(self)
        self.setWindowTitle(self.tr("Régie webtv"))
        self._now_ms, self._monotonic = now_ms, monotonic
        self.view = WebtvView(OnAir(), "follow")
        self.room = _UNKNOWN
        self.stage: Overlay | None = None
        self._said, self._said_s = ("", ""), 0.0
        self._close_s = -_CLOSE_S
        self.driver = WebtvDriver(opened, bridge, make, now_ms, self)
        self.top, self.banner, self.page = WebtvTopBar(), Banner(), DeskPage()
        self.actions_menu = WebtvActions(self, self.driver, now_ms)
        self.escape = TwiceEscape(self, monotonic)
        self._ticks = QTimer(self, interval=_TICK_MS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.top, self.banner):
            column.addWidget(part)
        column.addWidget(self.page, 1)
        # Its place is kept: a sentence that comes must not move what one is about to press.
        policy = self.banner.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.banner.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.resize(*_SIZE_PX)
        self._connect()
        self.tick()
        self.escape.install()
        self._ticks.start()
        self.driver.start()
        self.setFocus()

    def follow_surfaces(self, surfaces: Surfaces | None, station: Callable[[], str] | None = None) -> None:
        """The public screen and the prompter of this computer's own stage: ``Outputs.lamps``; None: it has none.
        ``station`` names the station they are on when it is another.
        """
        self.page.truth.follow(surfaces, station)
        self.tick()

    def tick(self) -> None:
        """What follows from the time alone."""
        now_ms = self._now_ms()
        seen = self.room.seen
        self.top.clock.setText(clock_time(now_ms, seconds=True))
        self.top.show_outputs(seen.stream, seen.record, now_ms)
        self.top.show_lamps(lamps(self.room.link, seen.health, self.page.sound.inputs, now_ms))
        # An OBS that hangs sends no levels any more: its inputs go.
        self.page.sound.show_inputs(heard(self.page.sound.inputs, (), now_ms), now_ms)
        self.page.speakers.show_air(self.view.air, now_ms)
        self.page.programme.show_time(now_ms)
        self.page.truth.show_truth(overlay_truth(self.room, self.view.air, self.stage, now_ms), now_ms)
        self._show_banner()

    def act(self, act: str) -> None:
        """One of the orders of ``keys.ACTS``."""
        webtv, send, page = self.driver.webtv, self.driver.send, self.page
        menu = self.actions_menu
        orders: dict[str, Callable[[], object]] = {
            "enter": self._enter,
            "two": lambda: page.speakers.propose_two(self._now_ms()),
            "off": lambda: send(webtv.hide("lower_third", "two_voices")),
            "take": lambda: send(webtv.take()),
            "mark": lambda: send(webtv.mark(), lambda: self.say("ok", self.tr("Repère posé."))),
            "search": self._search,
            "hide_all": self._hide_all,
            "follow": lambda: send(webtv.set_mode("follow")),
            "prepare": lambda: send(webtv.set_mode("prepare")),
            "manual": lambda: send(webtv.set_mode("manual")),
            "slate": lambda: self._toggle("slate", menu.slate),
            "ticker": lambda: self._toggle("ticker", menu.ticker),
            "logo": lambda: self._toggle("logo", lambda: send(webtv.logo())),
            "free": menu.free_text,
            "add": menu.add_speaker,
            "outputs": menu.outputs,
            "export": lambda: menu.export_menu(page.markers.export),
            "menu": lambda: menu.popup(self.top.menu),
            "help": menu.help,
        }
        orders[act]()

    def say(self, tone: str, text: str) -> None:
        """One sentence, for a while."""
        self._said, self._said_s = (tone, text), self._monotonic()
        self._show_banner()

    # News

    def _on_view_changed(self, view: WebtvView) -> None:
        self.view = view
        self.page.show_view(view, self.stage)
        self.tick()

    def _on_stage_changed(self, stage: Overlay | None) -> None:
        self.stage = stage
        self._on_view_changed(self.view)

    def _on_room_changed(self, room: RoomView) -> None:
        self.room = room
        self.page.show_room(room)
        self.actions_menu.show_room(room)
        self.tick()

    # Inside

    def _enter(self) -> None:
        typed = bool(self.page.speakers.entry.text or self.page.speakers.search.text().strip())
        if typed and not self.page.speakers.take():
            self.say("warn", self.tr("Aucun nom n’a ce numéro."))
        self.setFocus()
        self.tick()

    def _search(self) -> None:
        self.page.speakers.entry.clear()
        self.page.speakers.search.setFocus()

    def _leave(self) -> None:
        """Escape: what was typed is forgotten."""
        self.page.speakers.clear()
        self.setFocus()
        self.tick()

    def _hide_all(self) -> None:
        self.page.speakers.clear()
        done = self.tr("Tout est retiré de l’image.")
        if self.view.mode == "follow":
            done = self.tr("Tout est retiré de l’image. Le palmarès ne suit plus la scène\u202f: F6 le fait suivre.")
        self.driver.send(self.driver.webtv.hide_all(), lambda: self.say("info", done))

    def _toggle(self, kind: str, put: Callable[[], object]) -> None:
        if self.view.air.get(kind) is not None:
            self.driver.send(self.driver.webtv.hide(kind))
        else:
            put()

    def _on_escape_once(self) -> None:
        if self.view.air.overlays:
            self.say("info", self.tr("Échap encore une fois retire tout de l’image."))

    def _show_banner(self) -> None:
        if self._said[1] and self._monotonic() - self._said_s < _SAID_S:
            self.banner.say(*self._said)
            return
        room = self.room
        if room.link.state not in ("ready", "off", "connecting"):
            rest = self.tr("Noms, repères et palmarès continuent.")
            self.banner.say("warn", f"{spoken(room.link.text)} {rest}")
        elif room.obs.state in ("refused", "failing"):
            self.banner.say("warn", spoken(room.obs.text))
        else:
            self.banner.say("warn", spoken(room.problems[0]) if room.problems else "")

    def _connect(self) -> None:
        driver, page = self.driver, self.page
        driver.view_changed.connect(self._on_view_changed)
        driver.stage_changed.connect(self._on_stage_changed)
        driver.speakers_changed.connect(page.speakers.show_speakers)
        driver.speakers_changed.connect(lambda _: self.tick())
        driver.chapters_changed.connect(page.markers.show_chapters)
        driver.room_changed.connect(self._on_room_changed)
        driver.levels_changed.connect(lambda inputs: page.sound.show_inputs(inputs, self._now_ms()))
        driver.picture_changed.connect(lambda picture: page.programme.show_picture(picture, self._now_ms()))
        driver.overlay_changed.connect(page.programme.show_overlay)
        driver.drawn.connect(page.palmares.show_picture)
        page.palmares.picture_wanted.connect(driver.draw)
        driver.failed.connect(self._on_failed)
        page.act_requested.connect(self.act)
        page.speakers.speakers_chosen.connect(driver.show)
        page.speakers.search.textChanged.connect(lambda _: self.tick())
        page.drift.adopted.connect(driver.adopt)
        page.drift.restored.connect(driver.restore)
        page.drift.set_up_requested.connect(self.actions_menu.prepare_obs)
        page.stop_stream.held.connect(self.actions_menu.stop_stream)
        self.top.menu_requested.connect(lambda: self.act("menu"))
        self.actions_menu.said.connect(self.say)
        self.escape.twice.connect(self._hide_all)
        self.escape.once.connect(self._on_escape_once)
        self._ticks.timeout.connect(self.tick)

    def _on_failed(self, problem: ViError) -> None:
        self.say("bad", spoken(problem))

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        act, typing = act_of(event), is_typing(QApplication.focusWidget())
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif typing and act not in WHILE_TYPING:
            super().keyPressEvent(event)
        elif act:
            self.act(act)
        elif not self.page.speakers.press(event.text(), self._now_ms()) and begins_search(event):
            self._search()
            self.page.speakers.search.setText(event.text())

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        seen, now_s = self.room.seen, self._monotonic()
        live = any(output is not None and output.active for output in (seen.stream, seen.record))
        if event.spontaneous() and live and now_s - self._close_s > _CLOSE_S:
            self._close_s = now_s
            self.say(
                "warn", self.tr("OBS diffuse ou enregistre\u202f: fermez encore une fois pour laisser l’habillage.")
            )
            event.ignore()
            return
        self.escape.remove()
        self._ticks.stop()
        self.driver.close()
        super().closeEvent(event)
