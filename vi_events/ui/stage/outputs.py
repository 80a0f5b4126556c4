"""The other windows of the stage, public screen, prompter and wings, and the lamps that say what they really show."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vi_events import settings
from vi_events.stage.frames import frame, next_frame
from vi_events.stage.lining_up import lining_up
from vi_events.stage.pace import Pace
from vi_events.stage.preflight import Surfaces
from vi_events.stage.prompting import prompt
from vi_events.stage.room import InRoom
from vi_events.stage.show import ShowView
from vi_events.stage.theme import Theme
from vi_events.ui.surfaces.displays import Binder, Display, as_text, displays, from_text, is_mirrored
from vi_events.ui.surfaces.prompter import Prompter
from vi_events.ui.surfaces.public_screen import PublicScreen
from vi_events.ui.surfaces.wings import WingsWindow

LATE_MS = 500
"""After this long without an acknowledgement a surface is late."""
Key = tuple[int, str, int]
"""(epoch, stop id, step): what a surface was asked to show, or says that it painted."""


@dataclass(slots=True)
class Acknowledged:
    """What one surface was asked for, since when, and what it painted last. Times in milliseconds."""

    asked: Key = (0, "", 0)
    asked_ms: int = 0
    painted: Key | None = None

    def ask(self, key: Key, now_ms: int) -> None:
        if key != self.asked:
            self.asked, self.asked_ms = key, now_ms

    def level(self, now_ms: int) -> str:
        """``ok`` when it shows what was asked for; ``info`` while it may still come; then ``warn``."""
        if self.painted == self.asked:
            return "ok"
        return "warn" if now_ms - self.asked_ms > LATE_MS else "info"


class Outputs(QObject):
    """Opens the surfaces and keeps them on the show."""

    changed = Signal()
    """A surface came, went or painted."""
    opened = Signal(QWidget)
    """A window whose keys act on stage as well."""
    forgetful = Signal()
    """The displays chosen could not be written down for the next start."""

    def __init__(self, theme: Theme, title: str, data: Path, parent: QWidget) -> None:
        """``data`` is the folder of editions, where this computer remembers its displays."""
        super().__init__(parent)
        self._title = title
        self._data = data
        self.public = PublicScreen(theme)
        self.binder = Binder(self.public)
        self.prompter: Prompter | None = None
        self.prompter_binder: Binder | None = None
        self.wings: WingsWindow | None = None
        self.acknowledged = {"public": Acknowledged(), "prompter": Acknowledged()}
        self._gone = False
        self._failed = False
        self._shown: ShowView | None = None
        self.public.painted.connect(lambda *key: self._painted("public", key))
        self.public.paint_failed.connect(lambda _kind: self._set(failed=True))
        self.binder.lost.connect(lambda: self._set(gone=True))
        self.binder.bound.connect(lambda: self._set(gone=False))

    def use_look(self, theme: Theme, title: str) -> None:
        """The theme of the public screen, and the title of the wings when they are next opened."""
        self._title = title
        self.public.set_theme(theme)

    # Windows

    def choose_display(self, display: Display | None) -> None:
        """Puts the public screen on a display, or away, from now on and after a crash."""
        self._put_public(display)
        self._remember(public_screen=as_text(display) if display else "")

    def open_prompter(self, display: Display | None = None) -> None:
        """Puts the prompter on a display, from now on and after a crash; None: in a window of its own."""
        self._put_prompter(display)
        self._remember(prompter=as_text(display) if display else "")

    def close_prompter(self) -> None:
        """Puts the prompter away."""
        if self.prompter is not None:
            self.prompter.close()
            self.prompter.deleteLater()
            self.prompter = self.prompter_binder = None
        self._remember(prompter="")
        self.changed.emit()

    def reopen(self) -> tuple[str, ...]:
        """After a crash: the windows on the displays that were chosen for them. Gives what those displays are called
        that are not there: their windows stay hidden until they come.
        """
        known = settings.load_displays(self._data)
        public, prompter = from_text(known.public_screen), from_text(known.prompter)
        missing = []
        if public is not None:
            self._put_public(public)
            missing += [] if self.public.isVisible() else [public.label]
        if prompter is not None:
            window = self._put_prompter(prompter)
            missing += [] if window.isVisible() else [prompter.label]
        return tuple(dict.fromkeys(missing))

    def open_wings(self) -> None:
        if self.wings is None:
            self.wings = WingsWindow(self._title)
            self.opened.emit(self.wings)  # GO works there too
        self.wings.show()
        self.wings.raise_()
        self.changed.emit()

    def close(self) -> None:
        for window in (self.public, self.prompter, self.wings):
            if window is not None:
                window.close()
                window.deleteLater()

    # What they show

    def show_view(self, view: ShowView, now_ms: int) -> None:
        """The public screen follows at once; the others follow with the second."""
        elapsed_ms = max(0, now_ms - view.state.since_ms)
        shown = frame(view.revision, view.state, elapsed_ms)
        self.acknowledged["public"].ask((shown.epoch, shown.stop_id, shown.step), now_ms)
        if self._shown is None or (self._shown.revision, self._shown.state) != (view.revision, view.state):
            self._shown = view
            self._failed = False
            self.public.show_state(view.revision, view.state, elapsed_ms)
            # The audience first: this window has more to paint, and the same thread paints both.
            self.public.repaint()
            self.public.prepare(next_frame(view.revision, view.state))

    def show_reading(self, view: ShowView, room: Mapping[str, tuple[InRoom, ...]], pace: Pace, now_ms: int) -> None:
        """What the presenter and the wings read."""
        state = view.state
        if self.prompter is not None and self.prompter.isVisible():
            stop_id = view.revision.stops[state.stop].id if state.stop >= 0 else ""
            self.acknowledged["prompter"].ask((state.epoch, stop_id, state.step), now_ms)
            text = prompt(view.revision, state, room, pace, now_ms)
            self.prompter.show_prompt(text, state.epoch, stop_id, state.step)
        if self.wings is not None and self.wings.isVisible():
            self.wings.show_rows(lining_up(view.revision, state, room), now_ms)

    def surfaces(self) -> Surfaces:
        """What is plugged in, for the preflight."""
        prompter = "ok" if self.prompter is not None and self.prompter.isVisible() else "none"
        wanted = self.binder.wanted
        if wanted is None:
            return Surfaces("none", prompter)
        if self._gone or not self.public.isVisible():
            return Surfaces("gone", prompter)
        return Surfaces("mirrored" if is_mirrored(wanted, displays()) else "ok", prompter)

    def lamps(self, now_ms: int) -> tuple[tuple[str, str], tuple[str, str]]:
        """(level, words) of the public screen, then of the prompter."""
        return self._public_lamp(now_ms), self._prompter_lamp(now_ms)

    def _public_lamp(self, now_ms: int) -> tuple[str, str]:
        name = self.tr("Écran de salle")
        if self._gone:
            return "bad", self.tr("%1 disparu").replace("%1", name)
        if self.binder.wanted is None or not self.public.isVisible():
            return "off", self.tr("%1 fermé").replace("%1", name)
        if self._failed:
            return "bad", self.tr("%1\u202f: image impossible").replace("%1", name)
        return self._words(name, self.acknowledged["public"].level(now_ms))

    def _prompter_lamp(self, now_ms: int) -> tuple[str, str]:
        name = self.tr("Prompteur")
        if self.prompter is None:
            return "off", self.tr("%1 fermé").replace("%1", name)
        if not self.prompter.isVisible():
            return "bad", self.tr("%1 disparu").replace("%1", name)
        return self._words(name, self.acknowledged["prompter"].level(now_ms))

    def _words(self, name: str, level: str) -> tuple[str, str]:
        if level == "warn":
            return level, self.tr("%1 en retard").replace("%1", name)
        return ("ok", name) if level == "ok" else ("info", name)

    def _put_public(self, display: Display | None) -> None:
        self.acknowledged["public"].painted = None
        self.binder.choose(display)
        self._set(gone=display is not None and not self.public.isVisible())

    def _put_prompter(self, display: Display | None) -> Prompter:
        window, binder = self._made_prompter()
        binder.choose(display)
        if display is None:
            window.showNormal()
            window.raise_()
        self.changed.emit()
        return window

    def _made_prompter(self) -> tuple[Prompter, Binder]:
        if self.prompter is None or self.prompter_binder is None:
            self.prompter = Prompter()
            self.prompter.painted.connect(lambda *key: self._painted("prompter", key))
            self.prompter_binder = Binder(self.prompter)
            self.prompter_binder.lost.connect(self.changed)
            self.prompter_binder.bound.connect(self.changed)
            self.opened.emit(self.prompter)
        return self.prompter, self.prompter_binder

    def _remember(self, **chosen: str) -> None:
        try:
            settings.save_displays(self._data, replace(settings.load_displays(self._data), **chosen))
        except OSError:
            self.forgetful.emit()

    def _painted(self, name: str, key: tuple[int, str, int]) -> None:
        self.acknowledged[name].painted = (key[0], key[1], key[2])
        self.changed.emit()

    def _set(self, *, gone: bool | None = None, failed: bool | None = None) -> None:
        self._gone = self._gone if gone is None else gone
        self._failed = self._failed if failed is None else failed
        self.changed.emit()
