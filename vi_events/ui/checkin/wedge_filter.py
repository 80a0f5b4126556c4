"""Takes scans out of the key stream of the whole application, wherever the focus is."""

import time
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from vi_events.checkin.wedge import Fate, Outcome, Scan, WedgeRecogniser, WedgeSettings

_ENDS = {Qt.Key.Key_Return: "enter", Qt.Key.Key_Enter: "enter", Qt.Key.Key_Tab: "tab"}
_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    }
)
_LATE_MS = 20
_GRACE_MS = 15


class _HandedBack(QKeyEvent):
    """A copy of a held key: its type tells the filter to let it through at every widget it reaches."""


class _HandedBackText(QInputMethodEvent):
    """A copy of text held from an input method."""


@dataclass(frozen=True, slots=True)
class _Held:
    receiver: QObject
    event: _HandedBack | _HandedBackText
    key: int


class WedgeFilter(QObject):
    """Event filter (``install``): keys of a scan reach no widget, typed keys arrive unchanged.

    Qt shows one press several times: as ShortcutOverride then KeyPress, to the window then to the widget. Text keys are
    held where they appear first, so no shortcut, menu or button sees them; keys let through get the same answer again.
    """

    scan_read = Signal(str)
    scanned = Signal(object)
    """The same scan with its rhythm and terminator (checkin.wedge.Scan), for the test page."""

    def __init__(self, settings: WedgeSettings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings or WedgeSettings()
        self._recogniser = WedgeRecogniser(self._settings)
        self._held: list[_Held] = []
        self._swallowed: set[int] = set()
        self._handing_back: tuple[int, int] | None = None
        self._offset_ms = 0.0
        self._watched: QObject | None = None
        self._due_at_ms = 0.0
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._time_passed)

    def use(self, settings: WedgeSettings) -> None:
        """Takes other settings of the scanner, from the next key on."""
        self._settings = settings
        self._recogniser = WedgeRecogniser(settings)

    def install(self, on: QObject | None = None) -> None:
        """Starts filtering all that the running application gets, or only what reaches ``on``, a native window.

        Of all the application, Qt asks for every event of every widget: some 20 microseconds each.
        """
        app = QCoreApplication.instance()
        if self._watched is not None and self._watched is app:
            return
        self.remove()
        self._watched = on or app
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def remove(self) -> None:
        """Stops filtering."""
        watched, self._watched = self._watched, None
        if watched is not None and shiboken6.isValid(watched):
            watched.removeEventFilter(self)

    def eventFilter(self, receiver: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """True for what belongs, or may belong, to a scan."""
        if isinstance(event, QInputMethodEvent):
            return self._text_committed(receiver, event)
        if not isinstance(event, QKeyEvent) or isinstance(event, _HandedBack):
            return False
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride:
            return self._shortcut_asked(event)
        if kind == QEvent.Type.KeyPress:
            return self._pressed(receiver, event)
        if kind == QEvent.Type.KeyRelease:
            return self._released(receiver, event)
        return False

    def _shortcut_asked(self, event: QKeyEvent) -> bool:
        """Keep shortcuts from keys that may be a scan's: handing back asks for the shortcut again."""
        if event.key() in _MODIFIERS or self._handing_back == (event.key(), event.timestamp()):
            return False
        if self._recogniser.in_scan(self._time_of(event)) or self._is_text(event):
            event.accept()
            return True
        if event.key() in _ENDS and self._recogniser.busy:
            event.accept()
            return True
        return False

    def _pressed(self, receiver: QObject, event: QKeyEvent) -> bool:
        if event.key() in _MODIFIERS:
            return False
        at_ms = self._time_of(event)
        end = _ENDS.get(Qt.Key(event.key())) if not self._has_command(event) else None
        overridden = self._is_text(event) or (end is not None and self._recogniser.busy)
        if end is not None:
            outcome = self._recogniser.terminator("enter" if end == "enter" else "tab", at_ms)
        elif self._is_text(event):
            outcome = self._recogniser.key(event.text(), at_ms, event.isAutoRepeat())
        else:
            outcome = self._recogniser.interrupt(at_ms)
        copy = _Held(receiver, _copy_of(event), event.key())
        self._apply(outcome, copy)
        if outcome.fate is not Fate.PASS:
            event.accept()
            return True
        self._swallowed.discard(event.key())
        if overridden:
            # Its shortcut was held off a moment ago: hand it back so that the shortcut has its chance.
            self._deliver(copy)
        return overridden

    def _released(self, receiver: QObject, event: QKeyEvent) -> bool:
        if any(held.key == event.key() for held in self._held):
            self._held.append(_Held(receiver, _copy_of(event), event.key()))
            return True
        if event.key() in self._swallowed:
            if not event.isAutoRepeat():
                self._swallowed.discard(event.key())
            return True
        return False

    def _text_committed(self, receiver: QObject, event: QInputMethodEvent) -> bool:
        """Letters made of a dead key, or by an input method, come without a key."""
        text = event.commitString()
        if isinstance(event, _HandedBackText) or not text or not text.isprintable() or event.replacementLength():
            return False
        outcome = self._recogniser.key(text, self._now())
        copy = _HandedBackText()
        copy.setCommitString(text)
        self._apply(outcome, _Held(receiver, copy, 0))
        return outcome.fate is not Fate.PASS

    def _apply(self, outcome: Outcome, current: _Held | None) -> None:
        if outcome.replay:
            self._hand_back()
        if outcome.scan is not None or outcome.fate is Fate.SWALLOW:
            self._swallowed.update(held.key for held in self._held)
            self._held.clear()
        if current is not None and outcome.fate is Fate.HOLD:
            self._held.append(current)
        elif current is not None and outcome.fate is Fate.SWALLOW:
            self._swallowed.add(current.key)
        self._arm()
        if outcome.scan is not None and outcome.scan.raw.strip():
            self._emit(outcome.scan)

    def _emit(self, scan: Scan) -> None:
        self.scanned.emit(scan)
        self.scan_read.emit(scan.raw)

    def _hand_back(self) -> None:
        held, self._held = self._held, []
        for item in held:
            self._deliver(item)

    def _deliver(self, item: _Held) -> None:
        if not shiboken6.isValid(item.receiver):
            return
        if isinstance(item.event, QKeyEvent):
            self._handing_back = (item.event.key(), item.event.timestamp())
        try:
            QCoreApplication.sendEvent(item.receiver, item.event)
        finally:
            self._handing_back = None

    def _arm(self) -> None:
        due = self._recogniser.due_ms()
        if due is None:
            self._timer.stop()
            return
        self._due_at_ms = due
        self._timer.start(max(0, round(due - self._now()) + 1))

    def _time_passed(self) -> None:
        # After a hitch the timer may come before keys that are already waiting: let them in first, once.
        late = self._now() - self._due_at_ms
        if late > _LATE_MS:
            self._due_at_ms = self._now() + _GRACE_MS
            self._timer.start(_GRACE_MS)
            return
        self._apply(self._recogniser.idle(max(self._now(), self._due_at_ms)), None)

    def _time_of(self, event: QKeyEvent) -> float:
        """The moment of the key by the system's clock, by ours when the system gives none."""
        stamp = event.timestamp()
        if not stamp:
            return self._now()
        self._offset_ms = stamp - _monotonic_ms()
        return float(stamp)

    def _now(self) -> float:
        return _monotonic_ms() + self._offset_ms

    def _is_text(self, event: QKeyEvent) -> bool:
        text = event.text()
        if text and text == self._settings.prefix:
            return True
        return bool(text) and text.isprintable() and not self._has_command(event)

    def _has_command(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers()
        control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
        if modifiers & control and modifiers & alt:
            return False  # AltGr on Windows
        return bool(modifiers & (control | alt | Qt.KeyboardModifier.MetaModifier))


def _monotonic_ms() -> float:
    return time.monotonic_ns() / 1e6


def _copy_of(event: QKeyEvent) -> _HandedBack:
    copy = _HandedBack(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
    copy.setTimestamp(event.timestamp())
    return copy
