"""Ten thousand presses at random on the demo show: screen and prompter show the state after each; nothing breaks."""

import os
import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEventLoop, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from tests.unit.desks import FakeClock
from vi_events import app
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.journal.entry import Author
from vi_events.journal.verify import verify
from vi_events.stage.documents import EditionDocuments
from vi_events.stage.frames import frame
from vi_events.stage.show import ShowView
from vi_events.ui import theme
from vi_events.ui.bridge import Bridge
from vi_events.ui.stage.console import StageConsole
from vi_events.ui.surfaces.displays import displays

pytestmark = pytest.mark.untimed
PRESSES = 10_000
WEIGHTS = {"go": 50, "standby": 14, "back": 10, "jump": 8, "black": 8, "hold or resume": 7, "clear": 3}
PATIENCE_S = 10.0
HARMLESS = "This plugin does not support "
"""Said of what only a real desktop has."""


class Stage:
    """The console with its surfaces, pressed by nobody in particular."""

    def __init__(self, opened: app.OpenEdition, clock: FakeClock, chance: random.Random) -> None:
        self._clock, self._chance = clock, chance
        self._bridge = Bridge()
        self._bridge.listen(opened.core)
        self.console = StageConsole(opened, self._bridge, now_ms=clock, monotonic=lambda: clock.now_ms / 1000)
        self.views = 0
        self.failures: list[str] = []
        self.refusals = Counter[str]()
        driver, public = self.console.driver, self.console.outputs.public
        driver.view_changed.connect(self._on_driver_view_changed)
        driver.failed.connect(lambda problem: self.failures.append(str(problem)))
        driver.discarded.connect(lambda why: self.failures.append(f"discarded: {why}"))
        public.paint_failed.connect(self.failures.append)
        self.console.show()
        self._wait(lambda: self.views > 0, "the document")
        self.console.outputs.choose_display(displays()[0])
        self.console.outputs.open_prompter()
        driver.arm()
        self._wait(lambda: self.view.state.mode == "armed", "arming")

    @property
    def view(self) -> ShowView:
        assert self.console.view is not None
        return self.console.view

    def press(self, what: str) -> None:
        """One press, and the moment until everything shows what came of it."""
        self._clock.later(self._chance.choice((0.5, 1.0, 4.0, 30.0)))
        driver, before = self.console.driver, self.views
        stage = driver.stage
        if what == "go":
            driver.press_go()
            driver.release_go()
        elif what == "hold or resume":
            driver.pause_or_resume()
        elif what == "jump":
            stops = self.view.revision.stops
            driver.send(stage.jump(self._chance.choice((*(stop.id for stop in stops), "", "nowhere"))))
        else:
            driver.send(getattr(stage, what)())
        self._wait(lambda: self.views > before, what)
        self._wait(self.is_shown, f"what {what} gave")

    def is_shown(self) -> bool:
        """Whether both surfaces told that they painted this very state."""
        revision, state = self.view.revision, self.view.state
        stop_id = revision.stops[state.stop].id if state.stop >= 0 else ""
        shown = frame(revision, state, 0)
        told = self.console.outputs.acknowledged
        on_screen, read = (state.epoch, shown.stop_id, shown.step), (state.epoch, stop_id, state.step)
        return (told["public"].painted, told["prompter"].painted) == (on_screen, read)

    def close(self) -> None:
        self.console.close()
        self._bridge.close()
        QApplication.processEvents()

    def _wait(self, done: object, what: str) -> None:
        assert callable(done)
        end = time.monotonic() + PATIENCE_S
        while not done():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 2)
            assert time.monotonic() < end, f"nothing came of {what}: {self.failures}"

    def _on_driver_view_changed(self, view: ShowView) -> None:
        self.views += 1
        self.refusals[view.refusal] += 1


@contextmanager
def qt_messages() -> Iterator[list[str]]:
    """What Qt complains of."""
    said: list[str] = []

    def hear(_type: QtMsgType, _context: object, message: str) -> None:
        if not message.startswith(HARMLESS):
            said.append(message)

    before = qInstallMessageHandler(hear)
    try:
        yield said
    finally:
        qInstallMessageHandler(before)


@pytest.mark.parametrize("seed", [2018])
def test_screen_and_prompter_follow_ten_thousand_presses(tmp_path: Path, seed: int) -> None:
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme.apply_theme(application)
    folder = app.create_edition(tmp_path, Edition("gala", "Gala", "2027-01-28", "Paris"), (Zone("salle", "Salle"),))
    EditionDocuments(folder).save(app.demo_show())
    chance = random.Random(seed)
    with qt_messages() as said, app.open_edition(folder, Author("Régie"), now_ms=(clock := FakeClock())) as opened:
        stage = Stage(opened, clock, chance)
        try:
            for what in chance.choices([*WEIGHTS], [*WEIGHTS.values()], k=PRESSES):
                stage.press(what)
                assert stage.failures == []
            played = {id_ for id_, _ in stage.view.state.played}
        finally:
            stage.close()
        assert stage.views >= PRESSES
        assert stage.refusals[""] > PRESSES / 4, "a run that is nearly all refusals proves nothing"
        assert len(played) > len(stage.view.revision.stops) / 2
        announced = {row["authority_id"] for row in opened.stage.announced().result()}
        assert announced <= stage.view.state.revealed
        assert opened.core.call(verify).problems == ()
    assert said == []
