"""The window that the audience sees. It shows one state of the show at a time, and tells when it was really painted."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QHideEvent, QImage, QPainter, QPaintEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QWidget

from vi_events.stage.frames import frame, is_moving
from vi_events.stage.stops import Frame, Revision, ShowState
from vi_events.stage.theme import Theme
from vi_events.ui.surfaces.awake import Awake
from vi_events.ui.surfaces.painting import paint_frame

_MOVING_MS, _COUNTING_MS = 16, 200
_CALM_MS = 120
"""After the last movement, before what comes next is drawn ahead."""
_log = logging.getLogger(__name__)


class PublicScreen(QWidget):
    """Full screen, without a frame, a cursor or the focus; its title tells nothing."""

    painted = Signal(int, str, int)
    """(epoch, stop id, step) of what was asked for last, once it has been painted on a visible window."""
    paint_failed = Signal(str)
    """The kind of error; the empty background was shown instead."""

    def __init__(self, theme: Theme, elapsed: Callable[[], int] | None = None) -> None:
        """``elapsed``: milliseconds since some moment, never going back; a clock of its own when not given."""
        flags = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint
        super().__init__(None, flags | Qt.WindowType.WindowDoesNotAcceptFocus | Qt.WindowType.WindowStaysOnTopHint)
        self.setWindowTitle("VI Events")
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.awake = Awake()
        self._theme = theme
        self._own_clock = QElapsedTimer()
        self._own_clock.start()
        self._elapsed = elapsed or self._own_clock.elapsed
        self._shown: tuple[Revision, ShowState] | None = None
        self._began_ms = 0
        self._answered = True
        self._on_glass: Frame | None = None
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._ahead: Frame | None = None
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._calm.timeout.connect(self._on_calm_timeout)

    def show_state(self, revision: Revision, state: ShowState, elapsed_ms: int) -> None:
        """Shows ``state`` from now on, ``elapsed_ms`` after its ``since_ms``, and animates it while it moves."""
        self._shown = revision, state
        self._began_ms = self._elapsed() - elapsed_ms
        self._answered = False
        self.update()
        self._tick_while_moving()

    def prepare(self, following: Frame | None) -> None:
        """Draws what the next GO will show once, aside, when nothing moves: GO then finds every word drawn already.
        Nobody sees it.
        """
        self._ahead = following
        self._calm.start()

    def set_theme(self, theme: Theme) -> None:
        """Draws with ``theme`` from now on."""
        self._theme = theme
        self.update()

    def show_on(self, screen: QScreen) -> None:
        """Fills ``screen``, wherever the window was before."""
        self.winId()  # Makes the window, which must be on its screen before it is seen.
        if handle := self.windowHandle():
            handle.setScreen(screen)
        self.setGeometry(screen.geometry())
        # Not showFullScreen, which asks for the focus as well: the keys belong to the stage manager's window.
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()

    @property
    def is_animating(self) -> bool:
        """Whether another frame is awaited."""
        return self._timer.isActive()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        try:
            current = self._on_glass = self._now()
            paint_frame(painter, current, QRectF(self.rect()), self._theme)
        except Exception as problem:  # noqa: BLE001  # Whatever happens, the audience sees no error.
            self._clear(painter, type(problem).__name__)
        else:
            self._acknowledge(current)
        finally:
            painter.end()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.awake.hold()
        self._answered = False
        self._tick_while_moving()
        if self._ahead is not None:
            self._calm.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._timer.stop()
        self.awake.release()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        # Alt+F4 on the wrong window must not take the picture from the audience.
        event.setAccepted(not event.spontaneous())

    def _now(self) -> Frame:
        """The frame of this moment."""
        if self._shown is None:
            return Frame("clear")
        revision, state = self._shown
        return frame(revision, state, self._elapsed() - self._began_ms)

    def _on_calm_timeout(self) -> None:
        if self._ahead is None or not self.isVisible():
            return
        if self._is_moving():
            self._calm.start()
            return
        following, self._ahead = self._ahead, None
        # The size and the scale of the glass: what is kept of it is kept for them.
        aside = QImage(self.size() * self.devicePixelRatioF(), QImage.Format.Format_RGB32)
        aside.setDevicePixelRatio(self.devicePixelRatioF())
        painter = QPainter(aside)
        try:
            paint_frame(painter, following, QRectF(self.rect()), self._theme)
        except Exception as problem:  # noqa: BLE001  # As on the glass: told by its kind, and nothing stops.
            _log.error("public screen: drawing ahead failed (%s)", type(problem).__name__)
        finally:
            painter.end()

    def _is_moving(self) -> bool:
        """Whether frames follow each other fast: a countdown does not count."""
        return self._timer.isActive() and self._timer.interval() == _MOVING_MS

    def _on_timer_timeout(self) -> None:
        if self._now() != self._on_glass:
            self.update()
        self._tick_while_moving()

    def _tick_while_moving(self) -> None:
        if self._shown is None or not self.isVisible():
            self._timer.stop()
            return
        revision, state = self._shown
        elapsed = self._elapsed() - self._began_ms
        if not is_moving(revision, state, elapsed):
            if self._timer.isActive():
                self.update()  # The last frame, exactly.
            self._timer.stop()
            return
        counting = state.settled or elapsed > revision.stops[state.stop].steps[state.step].moving_ms
        interval = _COUNTING_MS if counting else _MOVING_MS
        if not self._timer.isActive() or self._timer.interval() != interval:
            self._timer.start(interval)

    def _acknowledge(self, current: Frame) -> None:
        if self._answered or self._shown is None:
            return
        self._answered = True
        asked = (self._shown[1].epoch, current.stop_id, current.step)
        # Once back in the event loop: the picture has then been handed over to the screen.
        QTimer.singleShot(0, self, lambda: self.painted.emit(*asked))

    def _clear(self, painter: QPainter, kind: str) -> None:
        """The empty background. Neither the log nor the signal quotes the card: it may be under embargo."""
        painter.resetTransform()
        painter.setClipping(False)
        painter.setOpacity(1.0)
        painter.fillRect(self.rect(), QColor(self._theme.colors.background))
        if not self._answered:
            self._answered = True
            _log.error("public screen: painting failed (%s)", kind)
            QTimer.singleShot(0, self, lambda: self.paint_failed.emit(kind))
