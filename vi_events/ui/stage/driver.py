"""Between the console and the stage: presses go out, views come back, in the window's thread.

It holds the live stage and, while one is played, that of a rehearsal; what comes late from the other one is dropped.
"""

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import replace
from random import SystemRandom
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from vi_events.app import open_rehearsal
from vi_events.clock import NowMs
from vi_events.edition.show_document import ShowDocument, invented
from vi_events.errors import ViError
from vi_events.journal.store import Change as JournalChange
from vi_events.stage.engine import SHOW
from vi_events.stage.go_key import GoKey
from vi_events.stage.service import Change, Stage
from vi_events.stage.show import ShowView
from vi_events.ui.bridge import Bridge
from vi_events.ui.job import Job
from vi_events.ui.language import spoken
from vi_events.ui.stage.rows import upcoming

if TYPE_CHECKING:
    from vi_events.app import OpenEdition

_AHEAD = 12
"""Awarding stops ahead of which the room is watched."""
_ROOM_MS = 300
_SEEDS = 1 << 30


class StageDriver(QObject):
    """Its signals are the console's news."""

    view_changed = Signal(object)
    """A ShowView, after a press or a change."""
    refused = Signal(str)
    """The sentence of a press that did nothing."""
    discarded = Signal(str)
    """Why a press of GO did not count: a key of ``go_key.DISCARDED``, ``pending`` or ``typing``."""
    room_changed = Signal(object)
    """Who is in the room: {authority id: people}."""
    locked = Signal(object)
    """The document is not open: a ViError."""
    failed = Signal(object)
    """A press could not be done: a ViError."""

    def __init__(
        self,
        opened: "OpenEdition",
        bridge: Bridge,
        now_ms: NowMs,
        monotonic: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.opened = opened
        self.stage: Stage = opened.stage
        self.view: ShowView | None = None
        self._bridge = bridge
        self._now_ms, self._monotonic = now_ms, monotonic
        self._go_key = GoKey()
        self._pending = False
        self._repeating = False
        self._rehearsal: ExitStack | None = None
        self._room_soon = QTimer(self, singleShot=True, interval=_ROOM_MS)
        self._room_soon.timeout.connect(self.ask_room)
        bridge.changed.connect(self._on_journal_changed)

    def close(self) -> None:
        """Nothing more is heard; a rehearsal ends."""
        self._bridge.changed.disconnect(self._on_journal_changed)
        self._room_soon.stop()
        self.leave_rehearsal()

    # The document

    def open(self) -> None:
        """Loads the document; ``locked`` says why when it is not open."""
        self._ask(self.stage.open(), self.locked.emit)

    def recompile(self) -> None:
        """Makes every card anew: what stands on them all has changed."""
        self._ask(self.stage.reload(), self.locked.emit)

    def unlock(self, secret: str) -> None:
        self._ask(self.stage.unlock(secret), self.locked.emit)

    def preview(self, change: Change, then: Callable[[ShowView], None], refused: Callable[[ViError], None]) -> None:
        """What a change would do, to ``then``."""
        self._bridge.when_done(self.stage.preview(change), then, refused)

    def edit(self, change: Change, then: Callable[[ShowView], None], refused: Callable[[ViError], None]) -> None:
        """Applies a change; ``then`` gets the view, which may hold a refusal."""
        stage = self.stage

        def done(view: ShowView) -> None:
            self._take(stage, view)
            then(view)

        self._bridge.when_done(stage.edit(change), done, refused)

    def arm(self, signed: tuple[str, ...] = ()) -> None:
        """Arms, once what was approved in the preflight is in the document."""
        stage = self.stage
        if not signed:
            self._ask(stage.arm(), self.failed.emit)
            return

        def add(document: ShowDocument) -> ShowDocument:
            return replace(document, signed=tuple(dict.fromkeys((*document.signed, *signed))))

        self.edit(add, lambda _view: self._ask(stage.arm(), self.failed.emit), self.failed.emit)

    # Presses

    def press_go(self, auto_repeat: bool = False) -> None:
        """A press of GO, by key, clicker or mouse: one rule for all of them."""
        why = self._go_key.press(round(self._monotonic() * 1000), auto_repeat)
        if not why and self._pending:
            why = "pending"
        if not why:
            self._pending = True
            self._ask(self.stage.go(), self.failed.emit, going=True)
        elif why != "repeat" or not self._repeating:  # a key that is held is told once
            self._repeating = why == "repeat"
            self.discard(why)

    def release_go(self) -> None:
        """The key came up; also when the window lost the keyboard, and would not hear of it."""
        self._repeating = False
        self._go_key.release()

    def discard(self, why: str) -> None:
        """A press that does not count is shown and logged."""
        if self.view is not None and self.view.state.mode != "edit":
            self.stage.discarded(why)
        self.discarded.emit(why)

    def is_rearmed(self) -> bool:
        """Whether a press of GO would count by its time."""
        return not self._pending and self._go_key.is_armed(round(self._monotonic() * 1000))

    def send(self, future: "Future[ShowView]") -> None:
        """Shows what a verb of the stage gives."""
        self._ask(future, self.failed.emit)

    def pause_or_resume(self) -> None:
        held = self.view is not None and self.view.state.mode == "hold"
        self.send(self.stage.resume() if held else self.stage.hold())

    # A rehearsal

    def rehearse(self) -> None:
        """Opens a rehearsal of this document with invented levels, armed."""
        view, opened = self.view, self.opened
        if view is None or self._rehearsal is not None or view.state.mode != "edit":
            return
        stack = ExitStack()

        def work() -> tuple[Stage, ShowView]:
            document = invented(view.document, SystemRandom().randrange(_SEEDS))
            stage = stack.enter_context(open_rehearsal(opened, document, self._now_ms))
            stage.open().result()
            return stage, stage.arm().result()

        def begun(made: tuple[Stage, ShowView]) -> None:
            self._rehearsal = stack
            self.stage = made[0]
            self._take(*made)

        Job(work, begun, self.failed.emit)

    def leave_rehearsal(self) -> None:
        """Back to the live stage, as it was."""
        if self._rehearsal is None:
            return
        ended, self._rehearsal = self._rehearsal, None
        self.stage = self.opened.stage
        self._pending = False
        Job(ended.close, lambda _: None, self.failed.emit)
        self.send(self.stage.view())

    @property
    def rehearsing(self) -> bool:
        return self._rehearsal is not None

    # The room

    def ask_room(self) -> None:
        """Asks who is here for the stop on screen and for those to come. A rehearsal looks at the real room."""
        view = self.view
        if view is None:
            return
        stops = [*(view.revision.stops[view.state.stop : view.state.stop + 1] if view.state.stop >= 0 else ())]
        stops += upcoming(view, _AHEAD)
        ids = tuple(dict.fromkeys(id_ for stop in stops for id_ in stop.authority_ids))
        self._bridge.when_done(self.opened.stage.room(ids), self.room_changed.emit)

    # Inside

    def _ask(self, future: "Future[ShowView]", failed: Callable[[ViError], None], going: bool = False) -> None:
        """``going``: this is the GO that further presses wait for."""
        stage = self.stage

        def trouble(problem: ViError) -> None:
            if stage is self.stage:
                self._pending = self._pending and not going
                failed(problem)
                # Part of it may be done: a show that closed while its key could not be forgotten.
                self._bridge.when_done(stage.view(), lambda view: self._take(stage, view), lambda _: None)

        def done(view: ShowView) -> None:
            self._pending = self._pending and not going
            self._take(stage, view)

        self._bridge.when_done(future, done, trouble)

    def _take(self, stage: Stage, view: ShowView) -> None:
        if stage is not self.stage:
            return
        before, self.view = self.view, view
        self.view_changed.emit(view)
        if view.refusal:
            self.refused.emit(spoken(view.sentence))
        if before is None or before.revision is not view.revision or before.state.stop != view.state.stop:
            self.ask_room()

    def _on_journal_changed(self, change: JournalChange) -> None:
        if any(subject.startswith("attendee:") for subject in change.subjects) and not self._room_soon.isActive():
            self._room_soon.start()
        own = self.opened.stage.author.station
        elsewhere = SHOW in change.subjects and any(entry.station != own for entry in change.entries)
        if elsewhere and self.view is not None and not self.rehearsing:
            self.send(self.stage.view())
