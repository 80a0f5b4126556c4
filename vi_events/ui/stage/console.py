"""The stage manager's window: what is on screen, what GO will do, who is in the room, how late the show is.

It decides nothing: the driver sends presses to the stage and brings its views, and each part shows a view.
"""

import time
from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from vi_events.app import OpenEdition
from vi_events.clock import NowMs, clock_time, wall_ms
from vi_events.errors import StorageError, ViError
from vi_events.stage.frames import is_moving
from vi_events.stage.go_key import DISCARDED
from vi_events.stage.pace import Pace, pace
from vi_events.stage.preflight import starts_ms
from vi_events.stage.room import InRoom
from vi_events.stage.service import Change
from vi_events.stage.show import ShowView
from vi_events.ui.bridge import Bridge
from vi_events.ui.language import spoken
from vi_events.ui.stage.actions import StageActions
from vi_events.ui.stage.driver import StageDriver
from vi_events.ui.stage.keys import StageKeys, act_of, is_typing
from vi_events.ui.stage.outputs import Outputs
from vi_events.ui.stage.stage_page import StagePage
from vi_events.ui.stage.top_area import top_state
from vi_events.ui.stage.top_bar import Banner, RehearsalBand, StageTopBar
from vi_events.ui.theme import DARK
from vi_events.ui.widgets.dark import Card, StageButton, darken
from vi_events.ui.widgets.unlock import UnlockPage

_TICK_MS, _MOVING_MS = 200, 40
_SIZE_PX = (1366, 768)


def open_console(opened: OpenEdition, bridge: Bridge, parent: QWidget | None = None) -> "StageConsole":
    """The console of an open edition, in front of the other windows. ``bridge`` listens to the edition's core."""
    console = StageConsole(opened, bridge, parent)
    console.show()
    console.raise_()
    console.activateWindow()
    return console


class StageConsole(QWidget):
    """One window for the whole show, and for its rehearsals. To be closed before the edition is."""

    closing = Signal()
    """The surfaces are about to close."""

    def __init__(
        self,
        opened: OpenEdition,
        bridge: Bridge,
        parent: QWidget | None = None,
        now_ms: NowMs = wall_ms,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        darken(self)
        # Nothing else: a title is read in the task bar by whoever passes.
        self.setWindowTitle(self.tr("Régie plateau"))
        self._opened, self._title, self._now_ms = opened, opened.edition.title, now_ms
        self._room: Mapping[str, tuple[InRoom, ...]] = {}
        self._reopened = True
        self._theme, theme_problem = opened.stage.look
        self.driver = StageDriver(opened, bridge, now_ms, monotonic, self)
        self.outputs = Outputs(self._theme, opened.edition.title, opened.folder.parent, self)
        self.keys = StageKeys(self, monotonic)
        self.actions_menu = StageActions(self, self.driver, self.outputs, bridge)
        self.top, self.band, self.banner = StageTopBar(), RehearsalBand(), Banner()
        self.unlock = UnlockPage(Card(), StageButton("", self.tr("Entrée"), kind="primary"), DARK)
        self.page = StagePage(self._theme)
        self._pages = QStackedWidget()
        self._ticks = QTimer(self, interval=_TICK_MS)
        self._moving = QTimer(self, interval=_MOVING_MS)
        self._arrange()
        self._connect()
        self.top.show_view(None, self._title)
        self.banner.say("warn", spoken(theme_problem) if theme_problem else "")
        self.keys.install()
        self._ticks.start()
        self.driver.open()

    @property
    def view(self) -> ShowView | None:
        """The show as it was last heard of."""
        return self.driver.view

    def show_view(self, view: ShowView) -> None:
        """The show as it is now: first where the audience looks, then in this window."""
        now_ms = self._now_ms()
        self.outputs.show_view(view, now_ms)
        self._pages.setCurrentWidget(self.page)
        self.page.show_view(view, max(0, now_ms - view.state.since_ms))
        self.top.show_view(view, self._title)
        self.band.setVisible(view.state.rehearsal)
        self._after_restart(view)
        self.tick()

    def take_look(self) -> None:
        """The title or the theme may have changed: takes them up, unless a show or a rehearsal is armed or goes on."""
        title, (theme, problem) = self._opened.edition.title, self._opened.stage.look
        if (title, theme) == (self._title, self._theme):
            return
        if self.driver.rehearsing or (self.view is not None and self.view.state.mode != "edit"):
            self.banner.say(
                "info", self.tr("Le titre ou le thème a changé\u202f: il viendra à la prochaine ouverture de la régie.")
            )
            return
        self._title, self._theme = title, theme
        self.outputs.use_look(theme, title)
        self.page.use_theme(theme)
        self.top.show_view(self.view, title)
        self.banner.say("warn", spoken(problem) if problem else "")
        if self.view is not None:
            self.driver.recompile()

    def tick(self) -> None:
        """What follows from the time alone: the clock, the delay, the lamps, whether GO is armed."""
        now_ms, view = self._now_ms(), self.view
        self.top.clock.setText(clock_time(now_ms, seconds=True))
        for lamp, (level, words) in zip(("public", "prompter"), self.outputs.lamps(now_ms), strict=True):
            self.top.lamps[lamp].show_state(level, words)
        self.page.area.show_state(top_state(view, self.inert(), self.driver.is_rearmed()))
        if view is None:
            return
        timed = self._pace(view, now_ms)
        self.page.time.show_pace(timed, timed=bool(view.revision.starts))
        self.outputs.show_reading(view, self._room, timed, now_ms)
        moving = is_moving(view.revision, view.state, max(0, now_ms - view.state.since_ms))
        if moving and not self._moving.isActive():
            self._moving.start()
        elif not moving and self._moving.isActive():
            self._moving.stop()
            self._show_frame()

    def inert(self) -> str:
        """Why a press of GO would not reach the stage: ``dialog``, ``typing``, ``elsewhere``, or empty."""
        if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None:
            return "dialog"
        if is_typing(QApplication.focusWidget()):
            return "typing"
        active = QApplication.activeWindow()
        return "" if active is not None and self.keys.hears(active) else "elsewhere"

    def act(self, act: str) -> None:
        """One of the orders of ``keys.ACTS``; GO comes by ``press_go``."""
        view, stage, send = self.view, self.driver.stage, self.driver.send
        if view is None:
            return
        orders: dict[str, Callable[[], object]] = {
            "typing": lambda: self.driver.discard("typing"),
            "back": lambda: send(stage.back()),
            "pause": self.driver.pause_or_resume,
            "standby": lambda: send(stage.standby()),
            "black": lambda: send(stage.black()),
            "jump": self.page.rundown.begin_jump,
            "late": self.toggle_late,
            "menu": lambda: self.actions_menu.popup(self.top.menu),
            "escape": lambda: self._escape(view),
            "ignored": lambda: self._ignore(self.tr("Cette touche ne fait rien sur scène.")),
        }
        orders[act]()

    def press_go(self, auto_repeat: bool = False) -> None:
        """GO by key, clicker or mouse."""
        if self.view is None:
            return
        if is_typing(QApplication.focusWidget()):
            self.driver.discard("typing")
        else:
            self.driver.press_go(auto_repeat)

    def toggle_late(self) -> None:
        """F9: the late changes in place of the room and the script, and back."""
        view = self.view
        if view is None:
            return
        if self.page.late.isVisible():
            self.page.hide_late()
            self.setFocus()
        else:
            self.page.show_late(view)
        self.tick()

    # News

    def _on_view_changed(self, view: ShowView) -> None:
        if not view.refusal:
            self.page.area.end_flash()
            if not self._reopened:
                self.banner.say("info", "")
            self.top.lamps["journal"].show_state("ok", self.tr("Journal"))
        self.show_view(view)

    def _on_room_changed(self, room: Mapping[str, tuple[InRoom, ...]]) -> None:
        self._room = room
        if self.view is not None:
            self.page.show_room(self.view, room)

    def _on_locked(self, problem: ViError) -> None:
        self._pages.setCurrentWidget(self.unlock)
        self.unlock.show_locked(problem)

    def _on_discarded(self, why: str) -> None:
        words = {
            "pending": self.tr("le TOP d’avant n’est pas fini"),
            "typing": self.tr("vous écrivez dans un champ\u202f: Échap en sort"),
            **DISCARDED,
        }
        self.page.area.flash(self.tr("APPUI ÉCARTÉ"), words.get(why, why))

    def _on_failed(self, problem: ViError) -> None:
        self.banner.say("bad", spoken(problem))
        if isinstance(problem, StorageError):
            self.top.lamps["journal"].show_state("bad", self.tr("Journal\u202f: écriture impossible"))

    def _on_outputs_forgetful(self) -> None:
        self.banner.say("warn", self.tr("Le choix de l’écran n’a pas pu être gardé pour un redémarrage."))

    def _preview(self, change: Change) -> None:
        self.driver.preview(change, self.page.late.show_difference, self._refuse_late)

    def _apply(self, change: Change) -> None:
        def done(view: ShowView) -> None:
            if view.refusal:
                self.page.late.show_refusal(spoken(view.sentence))
            else:
                self.page.late.show_done()

        self.driver.edit(change, done, self._refuse_late)

    def _refuse_late(self, problem: ViError) -> None:
        self.page.late.show_refusal(spoken(problem))

    # Inside

    def _show_frame(self) -> None:
        if self.view is not None:
            self.page.show_frame(self.view, max(0, self._now_ms() - self.view.state.since_ms))

    def _after_restart(self, view: ShowView) -> None:
        """The first view after the program started says what it found, and what to press."""
        first, self._reopened = self._reopened, False
        state = view.state
        if not first or state.mode == "edit":
            return
        name = view.revision.stops[state.stop].label if state.stop >= 0 else "—"
        held = self.tr(
            "Le programme a redémarré pendant le spectacle, qui attend sur «\u202f%1\u202f». Vérifiez l’écran de "
            "salle, puis P reprend\u202f; le TOP d’après passera à la suite."
        )
        armed = self.tr("Le programme a redémarré. Le spectacle est armé\u202f: le premier TOP l’ouvre.")
        missing = self.outputs.reopen() if state.mode in ("live", "hold") else ()
        said = {"hold": held.replace("%1", name), "armed": armed, "live": ""}[state.mode]
        unplugged = self.tr(
            "L’écran choisi n’est pas branché (%1)\u202f: rien ne s’affiche ailleurs, et l’image revient avec lui."
        )
        told = [said, *(unplugged.replace("%1", each) for each in missing)]
        self.banner.say("warn", " ".join(part for part in told if part))

    def _pace(self, view: ShowView, now_ms: int) -> Pace:
        midnight = datetime.fromtimestamp(now_ms / 1000).replace(hour=0, minute=0, second=0, microsecond=0)
        begins_ms = starts_ms(view.revision, round(midnight.timestamp() * 1000))
        if view.state.rehearsal or not view.revision.starts:
            # Nothing was planned for this hour: the show counts from its own beginning.
            begins_ms = view.state.played[0][1] if view.state.played else now_ms
        return pace(view.revision, view.state, begins_ms, now_ms)

    def _escape(self, view: ShowView) -> None:
        if self.page.late.isVisible():
            self.toggle_late()
        elif view.state.standby >= 0:
            self.driver.send(self.driver.stage.jump(""))
            self.setFocus()
        elif self.page.rundown.hasFocus():
            self.setFocus()
            self.page.rundown.follow()
        else:
            self._ignore(self.tr("Échap ne fait rien sur scène."))

    def _ignore(self, why: str) -> None:
        self.page.area.flash(self.tr("IGNORÉ"), why)

    def _connect(self) -> None:
        driver, page = self.driver, self.page
        driver.view_changed.connect(self._on_view_changed)
        driver.room_changed.connect(self._on_room_changed)
        driver.refused.connect(lambda sentence: page.area.flash(self.tr("REFUSÉ"), sentence))
        driver.discarded.connect(self._on_discarded)
        driver.locked.connect(self._on_locked)
        driver.failed.connect(self._on_failed)
        self.outputs.changed.connect(self.tick)
        self.outputs.opened.connect(self.keys.hear)
        self.outputs.forgetful.connect(self._on_outputs_forgetful)
        self.keys.hear(self.outputs.public)
        self.keys.go_pressed.connect(self.press_go)
        self.keys.go_released.connect(driver.release_go)
        self.keys.acted.connect(self.act)
        self.keys.peek_changed.connect(lambda down: page.rundown.peek() if down else page.rundown.hide_again())
        page.area.pressed.connect(self.press_go)
        page.area.released.connect(driver.release_go)
        page.act_requested.connect(self.act)
        page.rundown.jump_requested.connect(lambda stop_id: driver.send(driver.stage.jump(stop_id)))
        page.arm.clicked.connect(self.actions_menu.arm)
        page.rehearse.clicked.connect(driver.rehearse)
        self.actions_menu.told.connect(lambda words: self.banner.say("info", words))
        page.late.preview_requested.connect(self._preview)
        page.late.apply_requested.connect(self._apply)
        page.late.withdraw_requested.connect(lambda who, why: driver.send(driver.stage.withdraw(who, why)))
        page.late.closed.connect(self.toggle_late)
        self.unlock.unlock_requested.connect(driver.unlock)
        self.unlock.retry_requested.connect(driver.open)
        self.band.left.connect(driver.leave_rehearsal)
        self.top.menu_requested.connect(lambda: self.act("menu"))
        self._ticks.timeout.connect(self.tick)
        self._moving.timeout.connect(self._show_frame)

    def _arrange(self) -> None:
        self._pages.addWidget(self.unlock)
        self._pages.addWidget(self.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.top, self.band, self.banner):
            column.addWidget(part)
        column.addWidget(self._pages, 1)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.resize(*_SIZE_PX)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        act = act_of(event.key(), event.modifiers())
        typing = is_typing(QApplication.focusWidget())
        if event.isAutoRepeat() or not act:
            super().keyPressEvent(event)
        elif act == "go":
            # No press of GO comes this way: it is a scanner's space, or a key that a field left over.
            self.act("typing" if typing else "ignored")
        elif not typing or act in ("escape", "late", "menu"):
            self.act(act)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            # The key may come up in another window: nobody would hear it here.
            self.driver.release_go()
            self.page.rundown.hide_again()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        view = self.view
        if event.spontaneous() and view is not None and view.state.mode != "edit" and not view.state.rehearsal:
            self.banner.say("warn", self.tr("Le spectacle est armé\u202f: désarmez-le ou terminez-le d’abord (F10)."))
            event.ignore()
            return
        self.closing.emit()
        self.keys.remove()
        self._ticks.stop()
        self._moving.stop()
        self.outputs.close()
        self.driver.close()
        super().closeEvent(event)
