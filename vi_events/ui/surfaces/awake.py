"""Keeps the computer and its displays awake while the public screen is open."""

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable

from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage

_ES_CONTINUOUS, _ES_SYSTEM_REQUIRED, _ES_DISPLAY_REQUIRED = 0x80000000, 0x1, 0x2
_CALL_MS = 1000
_SERVICE, _PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
_PROBLEM = "Cet ordinateur n’a pas accepté de rester éveillé\u202f: désactivez sa mise en veille dans ses réglages."


class Awake:
    """Holds sleep off from ``hold`` to ``release``. ``problem`` says in French what the operator must do instead."""

    def __init__(self) -> None:
        self.problem = ""
        self._let_go: Callable[[], None] | None = None

    def hold(self) -> None:
        """Asks the system; what it refuses is told in ``problem``, and stops nothing."""
        if self._let_go is None:
            self._let_go = _ask()
            self.problem = "" if self._let_go else _PROBLEM

    def release(self) -> None:
        """Lets the system sleep again."""
        if self._let_go:
            self._let_go()
        self._let_go = None


def _ask() -> Callable[[], None] | None:
    if sys.platform == "win32":
        return _windows()
    return _macos() if sys.platform == "darwin" else _linux()


def _windows() -> Callable[[], None] | None:
    """SetThreadExecutionState: lasts as long as this thread."""
    set_state = getattr(ctypes, "windll").kernel32.SetThreadExecutionState  # noqa: B009  # Only there on Windows.
    if not set_state(_ES_CONTINUOUS | _ES_SYSTEM_REQUIRED | _ES_DISPLAY_REQUIRED):
        return None
    return lambda: set_state(_ES_CONTINUOUS)


def _macos() -> Callable[[], None] | None:
    """caffeinate, which ends by itself with this process."""
    try:
        child = subprocess.Popen(["/usr/bin/caffeinate", "-di", "-w", str(os.getpid())])
    except OSError:
        return None

    def let_go() -> None:
        child.terminate()
        child.wait()

    return let_go


def _linux() -> Callable[[], None] | None:
    """The « Idle Inhibition Service » of freedesktop.org, that every desktop has; ends with the connection."""
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return None
    service = QDBusInterface(_SERVICE, _PATH, _SERVICE, bus)
    service.setTimeout(_CALL_MS)
    reply = service.call("Inhibit", "VI Events", "Écran public")
    if reply.type() != QDBusMessage.MessageType.ReplyMessage or not reply.arguments():
        return None
    cookie = reply.arguments()[0]
    return lambda: _uninhibit(cookie)


def _uninhibit(cookie: object) -> None:
    service = QDBusInterface(_SERVICE, _PATH, _SERVICE, QDBusConnection.sessionBus())
    service.setTimeout(_CALL_MS)
    service.call("UnInhibit", cookie)
