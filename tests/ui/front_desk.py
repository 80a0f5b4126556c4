"""The whole reception window on an edition of its own: scanner filter, dialogs, core thread, journal."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.unit.desks import FakeClock
from vi_events import app
from vi_events.app import OpenEdition
from vi_events.checkin.codes import new_code
from vi_events.checkin.views import PersonCard
from vi_events.edition import people, programme
from vi_events.edition.models import Authority, Zone
from vi_events.edition.programme import Edition
from vi_events.journal.entry import Author, Entry
from vi_events.journal.store import Store
from vi_events.settings import PrinterSettings, Settings
from vi_events.ui.checkin.delegation import DelegationDialog
from vi_events.ui.checkin.reception_window import ReceptionWindow
from vi_events.ui.checkin.verdict_card import VerdictCard
from vi_events.ui.shell import Desk

PIN = "2027"
TWICE = "EXT-0042"
"""A code of another system, which two people have."""
ZONES = (Zone("jour-1", "Jour 1"), Zone("diner", "Dîner"))
BASSENS = Authority("33032", "Bassens", "commune", "33", "Gironde")
TROYES = Authority("10387", "Troyes", "commune", "10", "Aube")
PEOPLE: dict[str, dict[str, Any]] = {
    "marie": {"last_name": "Curie", "first_name": "Marie", "function": "Maire", "authority_id": BASSENS.id},
    "paul": {"last_name": "Valéry", "first_name": "Paul", "function": "Adjoint", "authority_id": BASSENS.id},
    "olga": {"last_name": "Refus", "first_name": "Olga", "authority_id": BASSENS.id, "status": "cancelled"},
    "louise": {"last_name": "Michel", "first_name": "Louise", "authority_id": TROYES.id},
    "jean1": {"last_name": "Martin", "first_name": "Jean", "function": "Maire", "external_codes": [TWICE]},
    "jean2": {"last_name": "Martin", "first_name": "Jean", "function": "Agent", "external_codes": [TWICE]},
    "wait": {"last_name": "Attente", "first_name": "Ana", "status": "not_confirmed"},
    "asked": {"last_name": "Question", "first_name": "Zoé", "info_required": "Quel train prenez-vous ?"},
}
PATIENCE_MS = 5000


@dataclass
class FrontDesk:
    """What a person at the desk can do and see."""

    desk: Desk
    opened: OpenEdition
    clock: FakeClock
    tickets: dict[str, str]
    qtbot: QtBot
    sounds: list[str] = field(default_factory=list)
    badges: list[tuple[QPixmap | None, str, str, str]] = field(default_factory=list)
    """What was shown as badge: picture, lamp, state, detail."""

    @property
    def window(self) -> ReceptionWindow:
        return self.desk.window

    @property
    def card(self) -> VerdictCard:
        return self.window.card

    def until(self, done: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(done, timeout=PATIENCE_MS)

    def read(self, code: str) -> None:
        """The scanner presses the keys of a code, as fast as it can, wherever the focus is."""
        # What waits to be painted would come between two keys.
        QApplication.processEvents()
        keyboard = (QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window).windowHandle()
        for char in code:
            QTest.keyClick(keyboard, char)
        QTest.keyClick(keyboard, Qt.Key.Key_Return)

    def scan(self, who: str, later_s: float = 60) -> str:
        """Scans somebody's ticket, or any other text; gives the verdict once it is shown."""
        before = self.window.result
        self.clock.later(later_s)
        self.read(self.tickets.get(who, who))
        self.until(lambda: self.window.result is not None and self.window.result is not before)
        assert self.window.result is not None
        return self.window.result.verdict

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A hand presses a key: later than the scanner, which is still listened to for a moment."""
        self.qtbot.wait(80)
        if QApplication.activeWindow() is None:
            # A window manager gives the focus back once a dialog is closed; without a display nobody does.
            self.window.activateWindow()
            self.until(self.window.isActiveWindow)
        QTest.keyClick((QApplication.activeModalWidget() or self.window).windowHandle(), key, modifiers)

    def search(self, text: str) -> None:
        """Types a short text in the search, and waits for what is found."""
        assert len(text) < 4, "longer would be taken for a scan"
        self.window.search.focus_field()
        self.qtbot.wait(80)
        QTest.keyClicks(self.window.search.field, text)
        self.until(self.window.search.results_shown)

    def dialog(self, kind: type[QWidget]) -> Any:
        """The dialog of that kind, once it is open."""
        self.until(lambda: isinstance(QApplication.activeModalWidget(), kind))
        return QApplication.activeModalWidget()

    def admit_delegation(self) -> None:
        """F5, then Enter: everyone listed comes in."""
        self.press(Qt.Key.Key_F5)
        self.dialog(DelegationDialog)
        self.press(Qt.Key.Key_Return)

    def ask(self, job: Callable[[Store], Any]) -> Any:
        """An answer of the core thread, without the window standing still meanwhile."""
        future = self.opened.core.submit(job)
        self.until(future.done)
        return future.result()

    def journal(self, kind: str, who: str = "") -> list[Entry]:
        found: list[Entry] = self.ask(lambda store: list(store.entries(kind)))
        return [entry for entry in found if not who or entry.subject == people.subject(who)]

    def admitted(self) -> set[str]:
        """Everyone who is in the first zone."""

        def inside(store: Store) -> set[str]:
            states = store.states_of_type("attendee")
            return {subject.removeprefix(people.PREFIX) for subject, state in states if state.data.get("in")}

        return set(self.ask(inside))

    def person(self, who: str) -> PersonCard:
        future = self.opened.reception.card(who)
        self.until(future.done)
        return future.result()


def make_edition(data: Path) -> Path:
    """An edition with ``PEOPLE`` on its list."""
    return app.create_edition(data, Edition("essai", "Remise d’essai", "2027-02-05", "Paris"), ZONES, PIN)


def _expect(opened: OpenEdition) -> dict[str, str]:
    tickets = {who: new_code(opened.vault.ticket_key) for who in PEOPLE}

    def write(store: Store) -> None:
        with store.transaction(Author("poste-1")) as tx:
            tx.record(
                programme.authority_set(BASSENS),
                programme.authority_set(TROYES),
                *(people.upserted(who, {**said, "code": tickets[who]}) for who, said in PEOPLE.items()),
            )

    opened.core.call(write)
    return tickets


def printers(*urls: str) -> tuple[PrinterSettings, ...]:
    """Printers « Accueil », « Secours »… at these addresses; none for an empty one."""
    names = ("Accueil", "Secours", "Réserve")
    return tuple(PrinterSettings(name, url) for name, url in zip(names, urls, strict=False) if url)


@contextmanager
def front_desk(folder: Path, qtbot: QtBot, printer: str = "") -> Iterator[FrontDesk]:
    """The desk at work on the edition of ``make_edition``; ``printer`` is its printer's address."""
    clock = FakeClock()
    with ExitStack() as stack:
        desk = Desk(replace(Settings(), printers=printers(printer)), stack)
        opened = stack.enter_context(app.open_edition(folder, Author("poste-1"), now_ms=clock))
        listed = opened.core.call(lambda store: store.states_of_type("attendee"))
        tickets = {subject.removeprefix(people.PREFIX): str(state.data["code"]) for subject, state in listed}
        front = FrontDesk(desk, opened, clock, tickets or _expect(opened), qtbot)
        desk.window.sounds.play = front.sounds.append  # type: ignore[method-assign]
        desk.window.sounds.warm = lambda: None  # type: ignore[method-assign]
        desk.window.badges.badge_shown.connect(lambda *shown: front.badges.append(shown))
        desk.window.use_clock(clock)
        desk.window.show()
        desk.window.activateWindow()
        qtbot.waitExposed(desk.window)
        desk.take(opened)
        front.until(lambda: len(opened.reception.index) == len(PEOPLE))
        try:
            yield front
        finally:
            desk.close()
            application = QApplication.instance()
            assert application is not None
            application.removeEventFilter(desk.wedge)
            desk.window.close()
            desk.window.deleteLater()
