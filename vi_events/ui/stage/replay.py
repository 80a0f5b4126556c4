"""A rehearsal that plays itself: the whole ceremony, so many times faster, to look at every card."""

from PySide6.QtCore import QObject, QTimer

from vi_events.stage.engine import needs_standby, target
from vi_events.stage.show import ShowView
from vi_events.ui.stage.driver import StageDriver

SPEEDS = (10, 60)


class Replay(QObject):
    """Presses GO by itself, in a rehearsal only; any pause, black or other trouble ends it."""

    def __init__(self, driver: StageDriver, parent: QObject) -> None:
        super().__init__(parent)
        self._driver = driver
        self._speed = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._press)
        driver.view_changed.connect(self._on_view_changed)
        driver.failed.connect(self.stop)
        driver.refused.connect(self.stop)

    @property
    def running(self) -> bool:
        return bool(self._speed)

    def start(self, speed: int) -> None:
        """From where the rehearsal is to its end, ``speed`` times faster than planned."""
        if self._driver.rehearsing:
            self._speed = speed
            self._timer.start(0)

    def stop(self) -> None:
        self._speed = 0
        self._timer.stop()

    def _press(self) -> None:
        view = self._driver.view
        if not self._goes_on(view) or view is None:
            self.stop()
            return
        stage = self._driver.stage
        # What is pressed here goes where a person's press goes; the gate opens by itself only in a rehearsal.
        self._driver.send(stage.standby() if needs_standby(view.revision, view.state) else stage.go())

    def _on_view_changed(self, view: ShowView) -> None:
        if not self.running:
            return
        if not self._goes_on(view):
            self.stop()
        elif not self._timer.isActive():
            self._timer.start(wait_ms(view, self._speed))

    def _goes_on(self, view: ShowView | None) -> bool:
        if view is None or not self._driver.rehearsing or view.state.mode not in ("armed", "live") or view.state.black:
            return False
        return target(view.revision, view.state) is not None


def wait_ms(view: ShowView, speed: int) -> int:
    """Until the next press: what the step was planned to last, and at least until nothing moves on it."""
    if view.state.stop < 0 or view.state.gate_open:
        return 0
    stop = view.revision.stops[view.state.stop]
    planned = stop.planned_s * 1000 // len(stop.steps)
    return max(planned, stop.steps[view.state.step].moving_ms) // speed
