"""Displays by what they are, not by where they stand: public screen and prompter stay on those chosen for them.

When that display goes, the window hides; it comes back when the same display does, and never shows elsewhere.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from vi_events.ui.surfaces.prompter import Prompter
from vi_events.ui.surfaces.public_screen import PublicScreen
from vi_events.ui.theme import font

_IDENTIFY_MS = 4000


@dataclass(frozen=True, slots=True)
class Display:
    """One display. ``area`` is (left, top, width, height) on the desktop, in logical pixels."""

    name: str
    """Of its socket, « HDMI-1 », as the system gives it."""
    manufacturer: str
    model: str
    serial: str
    area: tuple[int, int, int, int]
    primary: bool = False
    twin: bool = False
    """Another one of the same maker, model and serial number was there too: the socket tells them apart."""

    @property
    def make(self) -> tuple[str, str, str]:
        """What the display says of itself."""
        return self.manufacturer, self.model, self.serial

    @property
    def label(self) -> str:
        """What a person reads: « Epson EB-L200F (HDMI-1, 1920 × 1080) »."""
        made = " ".join(part for part in (self.manufacturer, self.model) if part) or "Écran"
        return f"{made} ({self.name}, {self.area[2]} × {self.area[3]})"


def as_text(display: Display) -> str:
    """A display to be remembered; ``from_text`` reads it again."""
    return json.dumps(asdict(display), ensure_ascii=False)


def from_text(text: str) -> Display | None:
    """The display that was remembered; None for anything else."""
    try:
        found = json.loads(text)
        left, top, width, height = (int(edge) for edge in found.pop("area"))
        return Display(area=(left, top, width, height), **found)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def displays() -> tuple[Display, ...]:
    """The displays connected now, in the order of the system."""
    return tuple(display for display, _ in _connected())


def find(wanted: Display, present: Sequence[Display]) -> Display | None:
    """The display that was chosen among those ``present``; None when it is not there or cannot be told for sure.

    A serial number that no other display shared is enough. Otherwise the socket must be the same too, and where even
    that is shared, the place on the desktop.
    """
    alike = [display for display in present if display.make == wanted.make]
    if wanted.serial and not wanted.twin and len(alike) == 1:
        return alike[0]
    named = [display for display in alike if display.name == wanted.name]
    if len(named) > 1:
        named = [display for display in named if display.area == wanted.area]
    return named[0] if len(named) == 1 else None


def is_mirrored(display: Display, present: Sequence[Display]) -> bool:
    """Whether what ``display`` shows is also what the operator sees: it is the only one, or another one covers it."""
    others = [one for one in present if one != display]
    return not others or any(QRect(*display.area).intersects(QRect(*one.area)) for one in others)


class Binder(QObject):
    """Keeps a window on the display chosen for it."""

    bound = Signal()
    """The window fills its display."""
    lost = Signal()
    """The display is not there: the window is hidden."""

    def __init__(
        self,
        window: PublicScreen | Prompter,
        connected: Callable[[], list[tuple[Display, QScreen]]] | None = None,
    ) -> None:
        """``connected``: what is plugged in, from the system when not given."""
        super().__init__(window)
        self._window = window
        self._connected = connected or _connected
        self._wanted: Display | None = None
        self._there = False
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenRemoved.connect(self._on_app_screen_removed)
        app.screenAdded.connect(self._on_app_screen_added)
        app.primaryScreenChanged.connect(self.refresh)
        for screen in app.screens():
            screen.geometryChanged.connect(self.refresh)

    @property
    def wanted(self) -> Display | None:
        """The display chosen, there or not."""
        return self._wanted

    def choose(self, display: Display | None) -> None:
        """Binds the window to ``display`` from now on; None hides it."""
        self._wanted, self._there = display, False
        if display is None:
            self._window.hide()
        self.refresh()

    def refresh(self) -> None:
        """Shows the window on its display, or hides it. Called whenever a display comes, goes or changes. A window that
        is bound to none is left alone.
        """
        if self._wanted is None:
            return
        connected = self._connected()
        found = find(self._wanted, [display for display, _ in connected])
        if found is None:
            # First of all: the system may already have moved the window to another display.
            self._window.hide()
            if self._there:
                self._there = False
                self.lost.emit()
            return
        screen = next(screen for display, screen in connected if display is found)
        if not self._window.isVisible() or self._window.geometry() != screen.geometry():
            self._window.show_on(screen)
        if not self._there:
            self._there = True
            self.bound.emit()

    def _on_app_screen_removed(self) -> None:
        self.refresh()
        # Once more when the system has finished: windows of that screen are moved to another one around now.
        QTimer.singleShot(0, self, self.refresh)

    def _on_app_screen_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.refresh)
        self.refresh()


def identify() -> list[QWidget]:
    """Shows a large number on every display for four seconds, in the order of ``displays``; the windows shown."""
    return [_Number(number, display, screen) for number, (display, screen) in enumerate(_connected(), 1)]


class _Number(QWidget):
    """A number and the name of its display, in the middle of it."""

    def __init__(self, number: int, display: Display, screen: QScreen) -> None:
        flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, flags | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._number, self._label = number, display.label
        area = screen.geometry()
        box = QRect(0, 0, min(720, area.width()), min(480, area.height()))
        box.moveCenter(area.center())
        self.setGeometry(box)
        self.show()
        QTimer.singleShot(_IDENTIFY_MS, self, self.close)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#0C1730"))
        painter.setPen(QColor("#FFC857"))
        large = QFont(font(self.height() * 6 // 10, bold=True))
        painter.setFont(large)
        upper = self.rect().adjusted(0, 0, 0, -90)
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.setPen(QColor("#FFFFFF"))
        painter.setFont(font(24))
        lower = self.rect().adjusted(20, self.height() - 90, -20, -30)
        painter.drawText(lower, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._label)
        painter.end()


def _connected() -> list[tuple[Display, QScreen]]:
    screens = QGuiApplication.screens()
    makes = [(screen.manufacturer(), screen.model(), screen.serialNumber()) for screen in screens]
    return [
        (_described(screen, make, makes.count(make) > 1), screen) for screen, make in zip(screens, makes, strict=True)
    ]


def _described(screen: QScreen, make: tuple[str, str, str], twin: bool) -> Display:
    area = screen.geometry()
    return Display(
        screen.name(),
        *make,
        area=(area.x(), area.y(), area.width(), area.height()),
        primary=screen is QGuiApplication.primaryScreen(),
        twin=twin,
    )
