"""The reception window: the verdict large, the search always in view, the figures at the side."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from vi_events.checkin.rules import is_admission
from vi_events.checkin.views import LampState, PersonCard, ScanResult
from vi_events.clock import NowMs, wall_ms
from vi_events.edition import people
from vi_events.errors import StorageError, ViError
from vi_events.settings import Settings
from vi_events.ui.bridge import Bridge
from vi_events.ui.checkin import wording
from vi_events.ui.checkin.badge_desk import BadgeDesk
from vi_events.ui.checkin.kiosk import KioskView
from vi_events.ui.checkin.search_bar import SearchBar
from vi_events.ui.checkin.side_panel import SidePanel
from vi_events.ui.checkin.top_bar import TopBar
from vi_events.ui.checkin.verdict_card import VerdictCard
from vi_events.ui.language import spoken
from vi_events.ui.sounds import Sounds
from vi_events.ui.stations.news import NetworkNews
from vi_events.ui.stations.quitting import QuitGuard

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.journal.store import Change

SIDE_PX, NARROW_SIDE_PX = 384, 352
_NARROW_PX = 1330
"""Below this width the side panel gives room to the verbs, whose words must not be cut."""
MINIMUM_PX = (1240, 700)
_LAMPS = ("scanner", "printer", "network", "copies")
_LEADING = ("printer", "network")
"""Lamps that lead to a page of their own."""
_SHOWN_PASSAGES = 12
_KIOSK_RESET_S = 6.0
_HELP_CALLS = 3
"""How many times the sound is played when the kiosk calls for help: the desk beside it must hear."""
_COUNT_AFTER_MS = 60
"""Figures are counted once after a burst of changes, not for each."""


class ReceptionWindow(QMainWindow):
    """One desk. It shows at once; ``attach`` gives it its edition when that is open."""

    menu_requested = Signal()
    zone_requested = Signal()
    operator_requested = Signal()
    printers_requested = Signal()
    stations_requested = Signal()
    verb_requested = Signal(str)
    """substitute, group, correct, force or walk_in: what needs a dialog."""

    def __init__(self, bridge: Bridge, settings: Settings) -> None:
        super().__init__()
        self.bridge = bridge
        self.settings = settings
        self.now_ms: NowMs = wall_ms
        self.opened: OpenEdition | None = None
        self.result: ScanResult | None = None
        """What the card shows, when it came from a scan or an admission."""
        self.person: PersonCard | None = None
        """Whom the verbs act on."""
        self._done = wording.Done()
        """What F8 would undo."""
        self.searched = ""
        """What was typed in the search when adding a person was asked for."""
        self._stopped: object = None
        """Why nothing can be recorded, once that is so."""
        self._passages: deque[ScanResult] = deque(maxlen=_SHOWN_PASSAGES)
        self._lamps: dict[str, LampState] = {}
        self.sounds = Sounds(self)
        self.top = TopBar()
        self.card = VerdictCard()
        self.search = SearchBar()
        self.side = SidePanel()
        self.kiosk = KioskView(_KIOSK_RESET_S)
        self.badges = BadgeDesk(bridge, self)
        self.news = NetworkNews(bridge, parent=self)
        self.guard = QuitGuard(self.news, self)
        self._count_soon = QTimer(self, singleShot=True, interval=_COUNT_AFTER_MS)
        self._clock = QTimer(self, interval=1000)
        self._lay_out()
        self._connect()
        self.setWindowTitle(self.tr("VI Events, accueil"))
        self.card.show_loading()
        self._tick()

    # Life

    def attach(self, opened: OpenEdition) -> None:
        """Takes the edition: from here on everything works."""
        self.opened = opened
        self.bridge.listen(opened.core)
        self.setWindowTitle(self.tr("%1, accueil").replace("%1", opened.edition.title))
        self.sounds.on = self.settings.sounds
        self.badges.attach(opened, self.settings.printers, self.settings.prints_at)
        self.show_place()
        self.be_idle()
        self.set_lamp("scanner", LampState(self.tr("Douchette"), "off", self.tr("Douchette pas encore essayée")))
        self.set_lamp("network", self.news.lamp)
        self._count()
        self.bridge.when_done(opened.reception.last_passages(), self._show_earlier)
        self.bridge.when_done(opened.reception.fill_index(), lambda _: self._on_query_changed(self.search.field.text()))

    def _show_earlier(self, passages: tuple[ScanResult, ...]) -> None:
        """What this desk did before it was closed, after what it has done since."""
        self._passages.extend(passages[: _SHOWN_PASSAGES - len(self._passages)])
        self.side.show_passages(tuple(self._passages))

    def detach(self) -> None:
        """Lets the edition go: until the next one is there, scans are refused, visibly."""
        self.opened = None
        self.badges.close()
        self.result = self.person = None
        self._passages.clear()
        self.side.show_passages(())
        self.search.clear()
        self.card.show_loading()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self.side.setFixedWidth(NARROW_SIDE_PX if event.size().width() < _NARROW_PX else SIDE_PX)
        super().resizeEvent(event)

    def show_place(self) -> None:
        """Shows where this desk stands."""
        if self.opened:
            standing = self.opened.reception.settings
            self.top.show_place(standing.author.station, standing.zone.name, standing.author.operator)

    def refresh_place(self) -> None:
        """The desk moved: shows where, and counts anew."""
        self.show_place()
        self.be_idle()
        self._count()

    def set_lamp(self, key: str, state: LampState) -> None:
        """Sets one of the lamps: scanner, printer, network, copies."""
        if self._lamps.get(key) == state:
            return
        self._lamps[key] = state
        self.top.lamps.links = frozenset(known.name for name, known in self._lamps.items() if name in _LEADING)
        self.top.show_lamps(tuple(self._lamps[name] for name in _LAMPS if name in self._lamps))

    # Scans and people

    def scan(self, raw: str) -> None:
        """A scanner read this, whatever device it is and wherever the focus was."""
        if not raw.strip():
            return
        if self.opened is None:
            # Said each time, else the desk would believe that it counts.
            self._refuse_scan()
            return
        # Judged in the core thread while the window does the rest.
        self.bridge.when_done(self.opened.reception.scan(raw), self.show_result, self._on_scan_failed)
        self.set_lamp("scanner", LampState(self.tr("Douchette"), "ok", self.tr("Douchette prête")))
        self.search.clear()

    def show_result(self, result: ScanResult) -> None:
        """Shows a verdict, everywhere it belongs."""
        sound = wording.wording(result).sound if result.repeat != "ignored" else "neutral"
        if result.repeat == "ignored" and self.result is not None and self._same_person(result):
            self.card.show_notice(wording.ignored_notice())
            self.kiosk.show_result(self.result, prints=self.badges.prints)
            self.sounds.play(sound)
            return
        self.result, self.person = result, result.person
        self._done = wording.done_by(result)
        self.kiosk.show_result(result, prints=self.badges.prints)
        self.card.show_result(result)
        # The verdict first, then everything around it.
        self.card.repaint()
        self.sounds.play(sound)
        self._passages.appendleft(result)
        self.side.show_passages(tuple(self._passages))
        if result.person is None:
            self.badges.clear()
            return
        self.badges.show(result.person)
        if is_admission(result.verdict):
            self.badges.print_after_admission(result.person)

    def show_person(self, person: PersonCard, notice: str = "", done: wording.Done | None = None) -> None:
        """Shows somebody found, or what was just ``done``, so that it can be undone as a whole."""
        self.result, self.person = None, person
        self._done = done or wording.standing_entry(person)
        self.card.show_person(person, notice, self._done)
        self.card.setFocus()
        self.badges.show(person)

    def show_person_after(
        self, asked: PersonCard, person: PersonCard, notice: str, done: wording.Done | None = None
    ) -> None:
        """Shows what became of somebody, unless another person was scanned since: the newer verdict stays."""
        if self.person is asked:
            self.show_person(person, notice, done)

    def note_passages(self, results: tuple[ScanResult, ...]) -> None:
        """Takes up people let in together: the list, and their badges."""
        for result in results:
            self._passages.appendleft(result)
            if result.person and is_admission(result.verdict):
                self.badges.print_after_admission(result.person)
        self.side.show_passages(tuple(self._passages))

    def be_idle(self) -> None:
        """Ready for the next person."""
        self.result = self.person = None
        demo = self.opened is not None and self.opened.edition.demo
        self.card.show_idle(hint=self._demo_hint() if demo else "")
        self.badges.clear()
        self.card.setFocus()

    def _demo_hint(self) -> str:
        return self.tr("Édition de démonstration, personnes inventées. Pour créer la vôtre\u202f: Ctrl+N.")

    def say(self, problem: object) -> None:
        """Shows a failure calmly. A disk that cannot be written to, or an edition that cannot be opened, stops the
        desk, loudly.
        """
        if isinstance(problem, StorageError) or self.opened is None:
            self._stopped, self.opened = problem, None
        # Eyes are on the person, not on the screen: a failure is heard too.
        self.sounds.play("refused")
        bug = self.tr("Une erreur imprévue est arrivée. Ce qui a été confirmé est enregistré\u202f; recommencez.")
        self.result = self.person = None
        self.badges.clear()
        self.card.show_error(spoken(problem) if isinstance(problem, ViError) else bug)
        self.kiosk.show_result(ScanResult("error", self.now_ms(), ""), prints=False)

    def _same_person(self, result: ScanResult) -> bool:
        shown = self.result.person.attendee_id if self.result and self.result.person else ""
        return bool(result.person) and result.person is not None and result.person.attendee_id == shown

    def _refuse_scan(self) -> None:
        self.show_result(ScanResult("error", self.now_ms(), ""))
        if self._stopped is not None:
            self.say(self._stopped)

    def _on_scan_failed(self, problem: ViError) -> None:
        failed = ScanResult("error", self.now_ms(), spoken(problem))
        self.show_result(failed)
        if isinstance(problem, StorageError):
            self.say(problem)

    # Verbs that need no dialog

    def _show_found(self, attendee_id: str) -> None:
        if self.opened:
            self.bridge.when_done(self.opened.reception.card(attendee_id), self.show_person)

    def _admit_person(self) -> None:
        if self.person:
            self._admit(self.person.attendee_id)

    def _on_candidate_chosen(self, attendee_id: str) -> None:
        # At the kiosk nobody chooses from a list of people, even by a key that reaches it.
        if not self.in_kiosk():
            self._admit(attendee_id)

    def _admit(self, attendee_id: str) -> None:
        if self.opened:
            self.bridge.when_done(self.opened.reception.admit(attendee_id), self.show_result)

    def _undo(self) -> None:
        opened, person, done = self.opened, self.person, self._done
        if opened is None or person is None or not done.entries:
            return

        def undone(count: int) -> None:
            dead = {entry_id for entry_id, _ in done.entries}
            self._passages = deque((each for each in self._passages if each.entry_id not in dead), _SHOWN_PASSAGES)
            self.side.show_passages(tuple(self._passages))
            card = opened.reception.card(person.attendee_id)
            said = done.undone_text(count)
            self.bridge.when_done(card, lambda shown: self.show_person_after(person, shown, said))

        self.bridge.when_done(opened.reception.undo_group(done.entries), undone)

    def _reprint(self) -> None:
        if self.person:
            self.badges.print(self.person.attendee_id)

    # Search and figures

    def _on_query_changed(self, query: str) -> None:
        if self.opened and query.strip():
            found = self.opened.reception.find(query)
            self.bridge.when_done(found, lambda people_found: self.search.show_results(query, people_found))

    def _on_walk_in_requested(self, query: str) -> None:
        self.searched = query
        self.verb_requested.emit("walk_in")
        self.searched = ""

    def _on_changed(self, change: Change) -> None:
        if any(subject.startswith("zone:") for subject in change.subjects):
            self.show_place()
        counted = any(subject.startswith((people.PREFIX, "zone:")) for subject in change.subjects)
        if counted and not self._count_soon.isActive():
            self._count_soon.start()
        self._look_for_conflict(change)

    def _look_for_conflict(self, change: Change) -> None:
        """Another station may just have let in the person in view: the card says so while they still stand here."""
        opened, person = self.opened, self.person
        if opened is None or person is None or people.subject(person.attendee_id) not in change.subjects:
            return

        def look(now: PersonCard) -> None:
            if self.person is person:  # else somebody else is in view, or a newer card
                if now.conflict and self.card.conflict.isHidden():
                    self.sounds.play("attention")
                self.card.show_conflict(now.conflict)

        self.bridge.when_done(opened.reception.card(person.attendee_id), look)

    def _count(self) -> None:
        if self.opened:
            self.bridge.when_done(self.opened.reception.counters(), self.side.show_counters)

    def use_clock(self, now_ms: NowMs) -> None:
        """Shows another time of day than the computer's."""
        self.now_ms = now_ms
        self._tick()

    def _tick(self) -> None:
        self.top.show_time(self.now_ms())

    # Kiosk and screen

    def toggle_full_screen(self) -> None:
        """F11."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def enter_kiosk(self, full_screen: bool = True) -> None:
        """Self check-in: full screen, nothing about anybody else. Only the held button leaves it."""
        self.kiosk.show_idle()
        self._pages.setCurrentWidget(self.kiosk)
        if full_screen:
            self.showFullScreen()
        self.kiosk.setFocus()

    def leave_kiosk(self) -> None:
        """Back to the desk."""
        self._pages.setCurrentWidget(self._desk)
        if self.isFullScreen():
            self.showNormal()
        self.card.setFocus()

    def _on_lamp_clicked(self, name: str) -> None:
        if self.opened is None:
            return
        for key, asked in (("printer", self.printers_requested), ("network", self.stations_requested)):
            if key in self._lamps and self._lamps[key].name == name:
                asked.emit()

    def _on_help_requested(self) -> None:
        for number in range(_HELP_CALLS):
            QTimer.singleShot(number * 900, lambda: self.sounds.play("attention"))

    def in_kiosk(self) -> bool:
        return self._pages.currentWidget() is self.kiosk

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.card, 1)
        left.addWidget(self.search)
        body = QHBoxLayout()
        body.setContentsMargins(20, 16, 20, 16)
        body.setSpacing(16)
        body.addLayout(left, 1)
        body.addWidget(self.side)
        self._desk = QWidget()
        column = QVBoxLayout(self._desk)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addLayout(body, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._desk)
        self._pages.addWidget(self.kiosk)
        self.setCentralWidget(self._pages)
        self.setMinimumSize(*MINIMUM_PX)
        self.resize(1366, 768)

    def _connect(self) -> None:
        self.bridge.copies_told.connect(
            lambda level, said: self.set_lamp("copies", LampState(self.tr("Copies"), level, said))
        )
        card, search = self.card, self.search
        card.admit_requested.connect(self._admit_person)
        card.undo_requested.connect(self._undo)
        card.reprint_requested.connect(self._reprint)
        card.search_requested.connect(search.focus_field)
        card.person_chosen.connect(self._on_candidate_chosen)
        for verb in ("substitute", "group", "correct", "force", "walk_in"):
            getattr(card, f"{verb}_requested").connect(lambda verb=verb: self.verb_requested.emit(verb))
        search.query_changed.connect(self._on_query_changed)
        search.person_chosen.connect(self._show_found)
        search.walk_in_requested.connect(self._on_walk_in_requested)
        self.top.full_screen_requested.connect(self.toggle_full_screen)
        self.top.menu_requested.connect(self.menu_requested)
        self.top.zone_requested.connect(self.zone_requested)
        self.top.operator_requested.connect(self.operator_requested)
        self.kiosk.exit_requested.connect(self.leave_kiosk)
        self.kiosk.help_requested.connect(self._on_help_requested)
        self.badges.badge_shown.connect(self.side.show_badge)
        self.badges.lamp_changed.connect(lambda state: self.set_lamp("printer", state))
        self.badges.questions_changed.connect(self.side.show_questions)
        self.side.question.answered.connect(self.badges.answer)
        self.top.lamps.lamp_clicked.connect(self._on_lamp_clicked)
        self.news.lamp_changed.connect(lambda state: self.set_lamp("network", state))
        self.guard.watch(self)
        self.bridge.changed.connect(self._on_changed)
        self.bridge.failed.connect(self.say)
        self._count_soon.timeout.connect(self._count)
        self._clock.timeout.connect(self._tick)
        self._clock.start()
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._on_escape)

    def _on_escape(self) -> None:
        if not self.in_kiosk() and self.opened is not None:
            self.be_idle()
