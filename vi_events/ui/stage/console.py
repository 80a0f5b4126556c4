"""The stage manager's window: what is on screen, what GO will do, who is in the room, how late the show is.

Pure of rules: the driver sends presses to the stage and brings its views; each part shows a view.
"""

import time
from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from vi_events.app import OpenEdition
from vi_events.clock import NowMs, wall_ms
from vi_events.errors import StorageError, UserError, ViError
from vi_events.stage.frames import frame, is_moving, next_frame
from vi_events.stage.go_key import DISCARDED
from vi_events.stage.pace import Pace, pace
from vi_events.stage.preflight import starts_ms
from vi_events.stage.room import InRoom
from vi_events.stage.show import ShowView
from vi_events.stage.theme import Theme, default_theme, load_theme
from vi_events.ui.bridge import Bridge
from vi_events.ui.stage.actions import StageActions
from vi_events.ui.stage.dark import DARK, Card, StageButton, darken, label
from vi_events.ui.stage.driver import StageDriver
from vi_events.ui.stage.keys import StageKeys, act_of, is_typing
from vi_events.ui.stage.late_changes import LateChanges
from vi_events.ui.stage.outputs import Outputs
from vi_events.ui.stage.panels import FrameView, RoomPanel, ScriptPanel, TimePanel
from vi_events.ui.stage.rundown_list import RundownList
from vi_events.ui.stage.top_area import TopArea, TopState, kind_of, target_words
from vi_events.ui.stage.top_bar import Banner, RehearsalBand, StageTopBar
from vi_events.ui.stage.unlock_page import UnlockPage
from vi_events.ui.theme import NOTE_PX
from vi_events.ui.widgets.buttons import KeyCap

_TICK_MS, _MOVING_MS = 200, 40


class StageConsole(QWidget):
    """One window for the whole show, and for its rehearsals."""

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
        self._title, self._now_ms = opened.edition.title, now_ms
        self._theme, theme_problem = _theme_of(opened)
        self._room: Mapping[str, tuple[InRoom, ...]] = {}
        self._reopened = True
        self.driver = StageDriver(opened, bridge, monotonic, self)
        self.outputs = Outputs(self._theme, opened.edition.title, self)
        self.keys = StageKeys(self, monotonic)
        self._make_parts()
        self.actions_menu = StageActions(self, self.driver, self.outputs)
        self._arrange()
        self._connect()
        self._ticks = QTimer(self, interval=_TICK_MS)
        self._ticks.timeout.connect(self.tick)
        self._moving = QTimer(self, interval=_MOVING_MS)
        self._moving.timeout.connect(self._show_frame)
        self._show_nothing()
        if theme_problem:
            self.banner.say("warn", str(theme_problem))
        self.keys.install()
        self._ticks.start()
        self.driver.open()
        self.resize(1366, 768)

    @property
    def view(self) -> ShowView | None:
        return self.driver.view

    # News

    def show_view(self, view: ShowView) -> None:
        """The show as it is now, everywhere in the window and on the surfaces."""
        now_ms = self._now_ms()
        self.outputs.show_view(view, now_ms)
        self.pages.setCurrentIndex(1)
        self.top.show_view(view, self._title)
        self.band.setVisible(view.state.rehearsal)
        self._show_frame()
        after = next_frame(view.revision, view.state)
        chosen = self.tr("étape choisie") if view.state.standby >= 0 else ""
        self.next.show_frame(after, self._theme, chosen)
        self.script.show_view(view)
        self.late.show_view(view)
        self._show_buttons(view)
        self._show_room(view)
        self._after_restart(view)
        self.tick()

    def tick(self) -> None:
        """What follows from the time alone: the clock, the delay, the lamps, whether GO is armed."""
        now_ms = self._now_ms()
        self.top.clock.setText(datetime.fromtimestamp(now_ms / 1000).strftime("%H:%M:%S"))
        for lamp, (level, words) in zip(("public", "prompter"), self.outputs.lamps(now_ms), strict=True):
            self.top.lamps[lamp].show_state(level, words)
        view = self.view
        if view is not None:
            timed = self._pace(view, now_ms)
            self.time.show_pace(timed, timed=bool(view.revision.starts))
            self.outputs.show_reading(view, self._room, timed, now_ms)
        self.area.show_state(self.top_state())
        if self._moving.isActive() != self._is_moving(now_ms):
            self._moving.stop() if self._moving.isActive() else self._moving.start()

    def inert(self) -> str:
        """Why a press of GO would not reach the stage: ``dialog``, ``typing``, ``elsewhere``, or empty."""
        if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None:
            return "dialog"
        if is_typing(QApplication.focusWidget()):
            return "typing"
        active = QApplication.activeWindow()
        return "elsewhere" if active is None or not self.keys.hears(active) else ""

    def top_state(self) -> TopState:
        """What GO would do now, in words."""
        view, kind = self.view, kind_of(self.view)
        words = target_words(view)
        inert = self.inert()
        if inert and kind != "edit":
            return TopState("inert", self.tr("TOP inactif"), "", self._inert_words(inert))
        if kind == "ready":
            return TopState(kind, self.tr("TOP"), words, self._ready_words(view))
        said = {
            "gate": (self.tr("PALIER"), words, self.tr("S pour préparer, puis TOP")),
            "hold": (self.tr("PAUSE"), "", self.tr("P reprend\u202f; d’ici là, TOP n’agit pas")),
            "black": (self.tr("NOIR"), "", self.tr("F12 rend l’écran, puis TOP")),
            "ended": (self.tr("FIN"), "", self.tr("dernière étape passée\u202f; F10, Terminer le spectacle")),
            "edit": (self.tr("PAS ARMÉ"), "", self.tr("« Armer… » vérifie tout, puis le premier TOP ouvre")),
        }
        return TopState(kind, *said[kind])

    def act(self, act: str) -> None:
        """One of the orders of ``keys.ACTS`` but GO."""
        stage, view = self.driver.stage, self.view
        if act == "typing":
            self.driver.discard("typing")
        elif view is None:
            return
        elif act == "back":
            self.driver.send(stage.back())
        elif act == "pause":
            self.driver.pause_or_resume()
        elif act == "standby":
            self.driver.send(stage.standby())
        elif act == "black":
            self.driver.send(stage.black())
        elif act == "jump":
            self.rundown.begin_jump()
        elif act == "late":
            self.toggle_late()
        elif act == "menu":
            self.actions_menu.popup(self.top.menu)
        elif act == "escape":
            self._escape(view)
        elif act == "ignored":
            self.area.flash(self.tr("IGNORÉ"), self.tr("Cette touche ne fait rien sur scène."))

    def toggle_late(self) -> None:
        """F9: the late changes in place of the room and the script, and back."""
        view = self.view
        if view is None:
            return
        if self.late.isVisible():
            self.lower.setCurrentIndex(0)
            self.setFocus()
        else:
            self.lower.setCurrentWidget(self.late)
            self.late.open_for(view, self.rundown.chosen())

    # Inside: showing

    def _show_frame(self) -> None:
        view = self.view
        if view is None:
            return
        elapsed_ms = max(0, self._now_ms() - view.state.since_ms)
        self.current.show_frame(frame(view.revision, view.state, elapsed_ms), self._theme, self._screen_words(view))

    def _is_moving(self, now_ms: int) -> bool:
        view = self.view
        return view is not None and is_moving(view.revision, view.state, max(0, now_ms - view.state.since_ms))

    def _screen_words(self, view: ShowView) -> str:
        if view.state.black:
            return self.tr("noir")
        if view.state.cleared or view.state.stop < 0:
            return self.tr("vide")
        return self.tr("● en direct") if view.state.mode == "live" else self.tr("image tenue")

    def _show_room(self, view: ShowView) -> None:
        absent = {
            stop.id
            for stop in view.revision.stops
            if stop.authority_ids and all(id_ in self._room for id_ in stop.authority_ids)
            if not any(one.since_ms for id_ in stop.authority_ids for one in self._room[id_])
        }
        self.rundown.show_view(view, absent)
        self.room.show_room(view, self._room)
        done = sum(row.state in ("done", "current") and row.number > 0 for row in self.rundown.rows)
        total = max((row.number for row in self.rundown.rows), default=0)
        self.order.title.setText(self.tr("Conducteur · %1 / %2").replace("%1", str(done)).replace("%2", str(total)))

    def _take_room(self, room: Mapping[str, tuple[InRoom, ...]]) -> None:
        self._room = room
        if self.view is not None:
            self._show_room(self.view)

    def _show_buttons(self, view: ShowView) -> None:
        edit = view.state.mode == "edit"
        for button in (self.arm, self.rehearse):
            button.setVisible(edit and not view.state.rehearsal)
        for button in (self.back, self.pause):
            button.setVisible(not edit)
        held = view.state.mode == "hold"
        self.pause.set_text(self.tr("Reprendre") if held else self.tr("Pause"))
        self.pause.lit = held
        self.pause.setEnabled(view.state.mode in ("live", "hold"))
        self.back.setEnabled(view.state.mode in ("live", "hold") and bool(view.state.trail))
        self.noir.lit = view.state.black
        self.noir.set_text(self.tr("Rendre l’écran") if view.state.black else self.tr("Noir"))
        self.noir.setEnabled(not edit)
        for button in (self.pause, self.noir):
            button.update()

    def _after_restart(self, view: ShowView) -> None:
        """The first view after the program started tells what it found."""
        first, self._reopened = self._reopened, False
        state = view.state
        if not first or state.rehearsal or state.mode not in ("hold", "armed"):
            return
        name = view.revision.stops[state.stop].label if state.stop >= 0 else self.tr("écran vide")
        said = {
            "hold": self.tr(
                "Le programme a redémarré pendant le spectacle. L’écran tient «\u202f%1\u202f», sans animation. "
                "Vérifiez l’écran de salle, puis P reprend\u202f; TOP passera à la suite."
            ),
            "armed": self.tr("Le programme a redémarré. Le spectacle est armé\u202f: le premier TOP l’ouvre."),
        }
        self.banner.say("warn", said[state.mode].replace("%1", name))

    def _pace(self, view: ShowView, now_ms: int) -> Pace:
        midnight = datetime.fromtimestamp(now_ms / 1000).replace(hour=0, minute=0, second=0, microsecond=0)
        begins_ms = starts_ms(view.revision, round(midnight.timestamp() * 1000))
        if view.state.rehearsal or not view.revision.starts:
            begins_ms = view.state.played[0][1] if view.state.played else now_ms
        return pace(view.revision, view.state, begins_ms, now_ms)

    def _ready_words(self, view: ShowView | None) -> str:
        if not self.driver.is_rearmed():
            return "…"
        if view is not None and view.state.standby >= 0:
            return self.tr("étape choisie · Échap annule")
        if view is not None and view.state.gate_open:
            return self.tr("palier préparé · Espace ou télécommande")
        return self.tr("armé · Espace ou télécommande")

    def _inert_words(self, why: str) -> str:
        return {
            "dialog": self.tr("Une fenêtre est ouverte devant\u202f: fermez-la."),
            "typing": self.tr("Vous écrivez dans un champ\u202f: Échap en sort."),
            "elsewhere": self.tr("Le clavier est dans une autre fenêtre\u202f: cliquez dans la régie."),
        }[why]

    # Inside: slots

    def _escape(self, view: ShowView) -> None:
        if self.late.isVisible():
            self.toggle_late()
        elif view.state.standby >= 0:
            self.driver.send(self.driver.stage.jump(""))
            self.setFocus()
        elif self.rundown.hasFocus():
            self.setFocus()
            self.rundown.follow()
        else:
            self.area.flash(self.tr("IGNORÉ"), self.tr("Échap ne fait rien sur scène."))

    def _on_discarded(self, why: str) -> None:
        words = {
            "pending": self.tr("le TOP d’avant n’est pas fini"),
            "typing": self.tr("vous écrivez dans un champ\u202f: Échap en sort"),
            **DISCARDED,
        }
        self.area.flash(self.tr("APPUI ÉCARTÉ"), words.get(why, why))

    def _on_refused(self, sentence: str) -> None:
        self.area.flash(self.tr("REFUSÉ"), sentence)

    def _on_failed(self, problem: ViError) -> None:
        self.banner.say("bad", str(problem))
        if isinstance(problem, StorageError):
            self.top.lamps["journal"].show_state("bad", self.tr("Journal\u202f: écriture impossible"))

    def _on_view_changed(self, view: ShowView) -> None:
        if not view.refusal:
            self.area.end_flash()
            if not self._reopened:
                self.banner.say("info", "")
            self.top.lamps["journal"].show_state("ok", self.tr("Journal"))
        self.show_view(view)

    def _on_locked(self, problem: ViError) -> None:
        self.pages.setCurrentIndex(0)
        self.unlock.show_locked(problem)

    def _on_go_pressed(self, auto_repeat: bool) -> None:
        if self.view is None:
            return
        if is_typing(QApplication.focusWidget()):
            self.driver.discard("typing")
        else:
            self.driver.press_go(auto_repeat)

    def _preview(self, change: Callable[..., object]) -> None:
        self._tried(lambda: self.driver.preview(change, self.late.show_difference, self._refuse_late))  # type: ignore[arg-type]

    def _apply(self, change: Callable[..., object]) -> None:
        def done(view: ShowView) -> None:
            self.late.show_refusal(view.sentence) if view.refusal else self.late.show_done()

        self._tried(lambda: self.driver.edit(change, done, self._refuse_late))  # type: ignore[arg-type]

    def _tried(self, verb: Callable[[], None]) -> None:
        try:
            verb()
        except UserError as problem:
            self._refuse_late(problem)

    def _refuse_late(self, problem: ViError) -> None:
        self.late.show_refusal(str(problem))

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        act = act_of(event.key(), event.modifiers())
        if event.isAutoRepeat() or not act:
            super().keyPressEvent(event)
        elif act == "go":
            # What reaches the window is not a press of GO: a scanner's space, or a key that a field left over.
            self.act("typing" if is_typing(QApplication.focusWidget()) else "ignored")
        elif not is_typing(QApplication.focusWidget()) or act in ("escape", "late", "menu"):
            self.act(act)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        view = self.view
        if event.spontaneous() and view is not None and view.state.mode != "edit" and not view.state.rehearsal:
            self.banner.say("warn", self.tr("Le spectacle est armé\u202f: désarmez-le ou terminez-le d’abord (F10)."))
            event.ignore()
            return
        self.keys.remove()
        self._ticks.stop()
        self._moving.stop()
        self.outputs.close()
        self.driver.close()
        super().closeEvent(event)

    # Inside: making

    def _make_parts(self) -> None:
        self.top = StageTopBar()
        self.band = RehearsalBand()
        self.banner = Banner()
        self.unlock = UnlockPage()
        self.rundown = RundownList()
        self.order = Card(self.tr("Conducteur"))
        self.current = FrameView(self.tr("À l’écran"), DARK.bad)
        self.next = FrameView(self.tr("Prochain top"), DARK.warn, dashed=True)
        self.room = RoomPanel(lambda at_ms: datetime.fromtimestamp(at_ms / 1000).strftime("%H:%M"))
        self.script = ScriptPanel()
        self.time = TimePanel()
        self.area = TopArea()
        self.late = LateChanges()
        self.arm = StageButton(self.tr("Armer…"), kind="primary")
        self.rehearse = StageButton(self.tr("Répéter"))
        self.back = StageButton(self.tr("Retour"), "←")
        self.pause = StageButton(self.tr("Pause"), "P")
        self.noir = StageButton(self.tr("Noir"), "F12", kind="black")
        self.late_button = StageButton(self.tr("Changement tardif…"), "F9")

    def _connect(self) -> None:
        driver = self.driver
        driver.view_changed.connect(self._on_view_changed)
        driver.room_changed.connect(self._take_room)
        driver.refused.connect(self._on_refused)
        driver.discarded.connect(self._on_discarded)
        driver.locked.connect(self._on_locked)
        driver.failed.connect(self._on_failed)
        self.outputs.changed.connect(self.tick)
        self.outputs.opened.connect(self.keys.hear)
        self.keys.hear(self.outputs.public)
        self.keys.go_pressed.connect(self._on_go_pressed)
        self.keys.go_released.connect(driver.release_go)
        self.keys.acted.connect(self.act)
        self.keys.peek_changed.connect(lambda down: self.rundown.peek() if down else self.rundown.hide_again())
        self.area.pressed.connect(lambda: self._on_go_pressed(False))
        self.area.released.connect(driver.release_go)
        self.rundown.jump_requested.connect(lambda stop_id: driver.send(driver.stage.jump(stop_id)))
        self.unlock.unlock_requested.connect(driver.unlock)
        self.unlock.retry_requested.connect(driver.open)
        self.band.left.connect(driver.leave_rehearsal)
        self.late.preview_requested.connect(self._preview)
        self.late.apply_requested.connect(self._apply)
        self.late.withdraw_requested.connect(lambda who, why: driver.send(driver.stage.withdraw(who, why)))
        self.late.closed.connect(self.toggle_late)
        self.top.menu_requested.connect(lambda: self.act("menu"))
        for button, act in ((self.back, "back"), (self.pause, "pause"), (self.noir, "black"), (self.late_button, "late")):
            button.clicked.connect(lambda _=False, act=act: self.act(act))
        self.arm.clicked.connect(lambda: self.actions_menu.arm())
        self.rehearse.clicked.connect(driver.rehearse)
