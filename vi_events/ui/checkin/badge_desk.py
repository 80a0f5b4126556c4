"""Badges at the desk: the preview, printing once after an admission, and the printer's lamp."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from vi_events.checkin.printers import PrinterStatus, PrintState, open_printer
from vi_events.checkin.views import LampState, PersonCard
from vi_events.errors import ViError
from vi_events.journal.core import Priority
from vi_events.ui.bridge import Bridge

if TYPE_CHECKING:
    from PIL.Image import Image

    from vi_events.app import OpenEdition
    from vi_events.checkin.badges import BadgePrinter
    from vi_events.journal.store import Store

_CHECK_EVERY_MS = 15_000
_WAITS = "sending"


class BadgeDesk(QObject):
    """Shows and prints badges. What was shown is what is printed: the same picture serves both."""

    badge_shown = Signal(object, str, str, str)
    """(QPixmap or None, lamp level, state, detail) of the person in view."""
    lamp_changed = Signal(object)
    _checked = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._opened: OpenEdition | None = None
        self._printer: BadgePrinter | None = None
        self._url = ""
        self._width_dots = 576
        self._shown = ""
        self._asked: set[str] = set()
        """Whose badge this desk has asked for: the journal hears of it only when its turn at the printer comes."""
        self._printing: list[str] = []
        self._missing: dict[str, str] = {}
        """Names of people who went on before their badge failed: the lamp keeps them until they are seen again."""
        self._timer = QTimer(self)
        self._timer.setInterval(_CHECK_EVERY_MS)
        self._timer.timeout.connect(self._check)
        self._checked.connect(self._on_checked)

    def attach(self, opened: OpenEdition, url: str, width_dots: int) -> None:
        """Uses this edition and this printer; an empty ``url`` means none."""
        self.close()
        self._opened, self._url, self._width_dots = opened, url, width_dots
        if url:
            from vi_events.checkin.badges import BadgePrinter

            self._printer = BadgePrinter(opened.reception, url)
            self._timer.start()
            self._check()
        else:
            self.lamp_changed.emit(LampState(self.tr("Imprimante"), "off", self.tr("Pas d’imprimante")))

    def close(self) -> None:
        """Ends the printer's worker after the badge that is being printed."""
        self._timer.stop()
        if self._printer:
            self._printer.close()
            self._printer = None

    def show(self, person: PersonCard) -> None:
        """Shows a person's badge and what became of it."""
        self._shown = person.attendee_id
        if self._missing.pop(person.attendee_id, None) is not None:
            self._check()
        lost = person.badge_state == _WAITS and person.attendee_id not in self._printing
        state = "unknown" if lost else person.badge_state
        self._draw(person.attendee_id, lambda image: self._say(person.attendee_id, image, state))

    def clear(self) -> None:
        """Nobody is in view."""
        self._shown = ""
        self.badge_shown.emit(None, "off", self.tr("Aucun badge demandé"), "")

    def print_after_admission(self, person: PersonCard) -> None:
        """Prints a first badge; somebody whose badge was ever asked for gets another only if a person asks."""
        if self._printer and not person.badge_state and person.attendee_id not in self._asked:
            self.print(person.attendee_id, person.name)

    def print(self, attendee_id: str, name: str = "") -> None:
        """Prints a badge because a person, or an admission, asked for it. ``name`` says whose it was, if it fails."""
        if self._printer is None:
            self._draw(attendee_id, lambda image: self._say(attendee_id, image, "none"))
            return
        self._asked.add(attendee_id)
        self._draw(attendee_id, lambda image: self._send(attendee_id, image, name))

    def _send(self, attendee_id: str, image: Image, name: str) -> None:
        if self._printer is None:
            return
        self._printing.append(attendee_id)
        self._say(attendee_id, image, _WAITS)
        sent = self._printer.submit(attendee_id, image)
        self._bridge.when_done(
            sent,
            lambda state: self._on_printed(attendee_id, name, image, state),
            lambda problem: self._on_print_failed(attendee_id, problem),
        )

    def _on_printed(self, attendee_id: str, name: str, image: Image, state: PrintState) -> None:
        self._printing.remove(attendee_id)
        self._say(attendee_id, image, state.state, state.reason)
        if state.state in ("failed", "unknown"):
            if attendee_id != self._shown:
                self._missing[attendee_id] = name
            self.lamp_changed.emit(LampState(self.tr("Imprimante"), "bad", state.reason or self._words(state.state)))
        self._check()

    def _on_print_failed(self, attendee_id: str, problem: ViError) -> None:
        self._printing.remove(attendee_id)
        self._bridge.failed.emit(problem)

    def _draw(self, attendee_id: str, then: Callable[[Image], None]) -> None:
        opened, width = self._opened, self._width_dots
        if opened is not None:

            def draw(store: Store) -> Image:
                from vi_events.checkin.badges import picture

                return picture(store, attendee_id, width)

            drawn = opened.core.submit(draw, Priority.VIEW)
            self._bridge.when_done(drawn, then, lambda problem: self._no_picture(attendee_id, problem))

    def _no_picture(self, attendee_id: str, problem: ViError) -> None:
        if attendee_id == self._shown:
            self.badge_shown.emit(None, "bad", self.tr("Badge impossible"), problem.message)

    def _say(self, attendee_id: str, image: Image, state: str, reason: str = "") -> None:
        if attendee_id != self._shown:
            return  # Drawing comes after verdicts: somebody else, or nobody, is in view by now.
        levels = {"confirmed": "ok", "sent": "ok", "failed": "bad", "unknown": "warn", _WAITS: "warn"}
        detail = reason
        if not detail and state == "unknown":
            detail = self.tr("Le badge est-il sorti\u202f? Sinon, F7.")
        self.badge_shown.emit(pixmap(image), levels.get(state, "off"), self._words(state), detail)

    def _words(self, state: str) -> str:
        return {
            "confirmed": self.tr("Imprimé, confirmé"),
            "sent": self.tr("Envoyé à l’imprimante"),
            "failed": self.tr("Pas imprimé"),
            "unknown": self.tr("Peut-être imprimé"),
            _WAITS: self.tr("Impression…"),
            "none": self.tr("Pas d’imprimante"),
        }.get(state, self.tr("Pas encore imprimé"))

    def _check(self) -> None:
        if self._url and not self._printing:
            Thread(target=self._ask, args=(self._url,), daemon=True, name="printer check").start()

    def _ask(self, url: str) -> None:
        try:
            found: object = open_printer(url).check()
        except ViError as problem:
            found = problem
        try:
            self._checked.emit(found)
        except RuntimeError:
            return  # The window closed while the printer was thinking.

    def _trouble(self, found: PrinterStatus) -> str:
        # Short, for the lamp; the whole sentence stands beside the badge that did not come out.
        if not found.online and found.paper != "out" and found.cover != "open":
            return self.tr("Imprimante introuvable")
        return self.tr("Capot de l’imprimante ouvert") if found.cover == "open" else self.tr("Plus de papier")

    def _on_checked(self, found: PrinterStatus | ViError) -> None:
        name = self.tr("Imprimante")
        if isinstance(found, ViError):
            self.lamp_changed.emit(LampState(name, "bad", found.message))
        elif not found.online or found.paper == "out":
            self.lamp_changed.emit(LampState(name, "bad", self._trouble(found)))
        elif self._missing:
            names = ", ".join(each for each in self._missing.values() if each)
            self.lamp_changed.emit(LampState(name, "warn", self.tr("Badge à revoir\u202f: %1").replace("%1", names)))
        else:
            level = "warn" if found.paper == "low" else "ok"
            self.lamp_changed.emit(LampState(name, level, self.tr("Imprimante prête") if level == "ok" else found.text))


def pixmap(image: Image) -> QPixmap:
    """A 1-bit picture as Qt shows it."""
    grey = image.convert("L")
    shown = QImage(grey.tobytes(), grey.width, grey.height, grey.width, QImage.Format.Format_Grayscale8)
    return QPixmap.fromImage(shown.copy())
