"""The webtv desk as its window and the command line use it: what goes on air, and who is told of it."""

import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from time import monotonic
from typing import Any, TypeVar

from vi_events.clock import NowMs, hlc_ms, wall_ms
from vi_events.edition import people
from vi_events.edition.text import clean
from vi_events.errors import UserError
from vi_events.journal.core import Core, Priority
from vi_events.journal.entry import Author, Fact
from vi_events.journal.fold import State
from vi_events.journal.store import Change, Store
from vi_events.sentences import say
from vi_events.webtv import chapters, overlays
from vi_events.webtv.air import SHOW, compose, moment, stage_overlay
from vi_events.webtv.airtime import Airtime
from vi_events.webtv.chapters import Chapter
from vi_events.webtv.overlays import LOWER_THIRD_MS, STAGE_KINDS, WEBTV, OnAir, Overlay

T = TypeVar("T")
SPEAKERS = "show:speakers"
_CATEGORY = "speaker"
_LONGEST = 200
_LOGGED = 200
_LOOK_S = 1.0
"""While something leaves by itself, so often is it seen whether the clock was set."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody whose name may be put on air. ``source`` is ``rundown``, ``attendee`` or ``free``."""

    name: str
    function: str
    source: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Aired:
    """One line of the log: what was put on air or taken off, when."""

    at_ms: int
    what: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True, repr=False)
class WebtvView:
    """The desk at one moment. ``prepared`` is what the stage's next GO will show, in memory only; in ``manual`` nothing
    is loaded from the stage. ``moment`` is what the show has come to (``air.moment``).
    """

    air: OnAir
    mode: str
    prepared: Mapping[str, Any] | None = None
    moment: tuple[str, str] = ("", "")


Listener = Callable[[WebtvView], None]


class Webtv:
    """The overlays of an open edition. Its methods may be called from any thread; what they acknowledge is on disk.

    Listeners are told of each change of what is on air, in the webtv's own thread: the overlay pages, the link with
    OBS and the window are listeners alike, so that none waits for another.
    """

    def __init__(self, core: Core, author: Author, now_ms: NowMs = wall_ms) -> None:
        self._core = core
        self._author = author
        self._listeners: list[Listener] = []
        self._prepared: Mapping[str, Any] | None = None
        self._stage_heard = True
        self._woken = threading.Event()
        self._closed = False
        self._last: WebtvView | None = None
        self._airtime = Airtime(now_ms, monotonic)
        # After a restart, later than what pages may still say of the run before.
        self._epoch = now_ms()
        self._composed: object = None
        self._thread = threading.Thread(target=self._run, name="webtv", daemon=True)
        core.subscribe(self._on_change)

    def start(self) -> None:
        """Begins to tell listeners, first of what is on air now. Once begun, a further call changes nothing."""
        if not self._thread.is_alive() and not self._closed:
            self._thread.start()
        self._woken.set()

    def close(self) -> None:
        self._closed = True
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join(2)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """``listener`` is told from now on, until what this returns is called."""
        self._listeners.append(listener)
        self._last = None  # the newcomer hears at once of what is on air
        self._woken.set()
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    # From the stage

    def prepare(self, shown: Mapping[str, Any] | None) -> None:
        """What the stage's next GO will show, for this enrolled station: kept in memory, never stored."""
        self._prepared = shown
        self._woken.set()

    def stage_heard(self, heard: bool) -> None:
        """Whether the stage can be heard: town graphics leave when it was silent for five seconds."""
        self._stage_heard = heard
        self._woken.set()

    # Verbs

    def set_mode(self, mode: str) -> "Future[None]":
        """``follow``, ``prepare`` or ``manual``. What is on air stays on air."""
        if mode not in overlays.MODES:
            raise UserError("mode_unknown", say("« {0} » n’est pas un mode.", mode[:20]), ", ".join(overlays.MODES))

        def change(store: Store) -> None:
            held = [each for each in self._overlays(store) if each.kind in STAGE_KINDS and mode != "follow"]
            facts = [overlays.shown(each.kind, each.data) for each in held]
            self._record(store, overlays.mode_set(mode), overlays.hidden(*STAGE_KINDS), *facts)

        return self._core.submit(change)

    def lower_third(self, name: str, function: str = "", lasts_ms: int | None = LOWER_THIRD_MS) -> "Future[None]":
        """A name on air, which leaves by itself."""
        return self._show_person("lower_third", {"name": _words(name), "function": _words(function)}, lasts_ms)

    def two_voices(self, first: Speaker, second: Speaker, lasts_ms: int | None = LOWER_THIRD_MS) -> "Future[None]":
        """Two names on air together."""
        both = [{"name": _words(each.name), "function": _words(each.function)} for each in (first, second)]
        return self._show_person("two_voices", {"people": both}, lasts_ms)

    def slate(self, title: str, text: str = "", resumes_ms: int | None = None) -> "Future[None]":
        """The holding picture: « Pause », « reprise vers 14 h 30 », counting down to ``resumes_ms``."""
        data = {"title": _words(title), "text": _words(text), "ends_ms": resumes_ms}
        return self._put(overlays.shown("slate", data))

    def ticker(self, text: str) -> "Future[None]":
        return self._put(overlays.shown("ticker", {"text": _words(text)}, personal=True))

    def logo(self, live: bool = True) -> "Future[None]":
        return self._put(overlays.shown("logo", {"live": live}))

    def take(self) -> "Future[None]":
        """In ``prepare``, puts on air what the stage is showing; UserError when there is nothing to take."""

        def put(store: Store) -> None:
            if overlays.mode(store.state(WEBTV)) != "prepare":
                advice = say("F7 (Préparer) le charge, T le prend alors\u202f; F6 suit la scène sans vous.")
                raise UserError("not_preparing", "Dans ce mode, aucun label de la scène n’attend d’être pris.", advice)
            show = store.state(SHOW)
            taken = stage_overlay(show.data) if show else None
            if taken is None:
                raise UserError("nothing_to_take", "La scène ne montre pas de label.", "Attendez le prochain TOP.")
            self._record(store, overlays.hidden(*STAGE_KINDS), overlays.shown(taken.kind, taken.data))

        return self._core.submit(put)

    def hide(self, *kinds: str) -> "Future[None]":
        return self._put(overlays.hidden(*kinds))

    def hide_all(self) -> "Future[None]":
        """Nothing is over the picture any more; the reveals no longer follow until somebody says so."""

        def clear(store: Store) -> None:
            facts = [overlays.hidden(*overlays.KINDS)]
            webtv = store.state(WEBTV)
            if overlays.mode(webtv) == "follow":
                facts.append(overlays.mode_set("manual"))
            self._record(store, *facts)

        return self._core.submit(clear)

    def mark(self, text: str = "") -> "Future[None]":
        """A chapter mark, now."""
        return self._put(chapters.marker_set(_words(text)))

    def output(self, output: str, began_ms: int | None) -> "Future[None]":
        """OBS began to stream or to record, or stopped (None); told by the link."""
        fact = chapters.output_stopped(output) if began_ms is None else chapters.output_started(output, began_ms)
        return self._put(fact)

    def add_speaker(self, name: str, function: str = "") -> "Future[None]":
        """Somebody who is in no list."""
        said = {"name": _words(name), "function": _words(function)}
        if not said["name"]:
            raise UserError("name_missing", "Le nom manque.", "Écrivez-le.")
        return self._put(Fact("speaker_added", WEBTV, {}, said))

    # What is seen

    def view(self) -> "Future[WebtvView]":
        return self._core.submit(self._view, Priority.VIEW)

    def speakers(self) -> "Future[tuple[Speaker, ...]]":
        """From the running order, then those added here, then the attendees who speak."""
        return self._core.submit(_speakers, Priority.VIEW)

    def chapters(self) -> "Future[tuple[Chapter, ...]]":
        def read(store: Store) -> tuple[Chapter, ...]:
            return chapters.chapters([*store.entries_of(WEBTV), *store.entries_of(SHOW)])

        return self._core.submit(read, Priority.VIEW)

    def log(self) -> "Future[tuple[Aired, ...]]":
        """What was aired when, newest first."""

        def read(store: Store) -> tuple[Aired, ...]:
            lines = []
            for entry in store.entries_of(WEBTV)[-_LOGGED:]:
                data = {**entry.payload.get("data", {}), **(entry.personal or {}).get("data", {})}
                kinds = entry.payload.get("kind") or ", ".join(entry.payload.get("kinds", ()))
                lines.append(Aired(hlc_ms(entry.hlc), entry.kind, str(kinds), _summary(data)))
            return tuple(reversed(lines))

        return self._core.submit(read, Priority.VIEW)

    # Inside

    def _show_person(self, kind: str, data: Mapping[str, Any], lasts_ms: int | None) -> "Future[None]":
        return self._put(overlays.shown(kind, data, lasts_ms, personal=True))

    def _put(self, *facts: Fact) -> "Future[None]":
        return self._core.submit(lambda store: self._record(store, *facts))

    def _record(self, store: Store, *facts: Fact) -> None:
        with store.transaction(self._author) as tx:
            tx.record(*facts)
        # Its time begins now, not when somebody looks.
        self._airtime.standing(overlays.placed(store.state(WEBTV)))
        self._core.publish(tx.change)

    def _overlays(self, store: Store) -> tuple[Overlay, ...]:
        webtv = store.state(WEBTV)
        standing = self._airtime.standing(overlays.placed(webtv))
        return compose(standing, webtv, store.state(SHOW), self._stage_heard)

    def _view(self, store: Store) -> WebtvView:
        """In the core's thread, like all that counts epochs."""
        webtv, show, composed = store.state(WEBTV), store.state(SHOW), self._overlays(store)
        changes = [state.data.get(name, 0) if state else 0 for state, name in ((webtv, "epoch"), (show, "changes"))]
        if (changes, composed) != self._composed:
            self._composed, self._epoch = (changes, composed), self._epoch + 1
        mode = overlays.mode(webtv)
        prepared = None if mode == "manual" else self._prepared
        return WebtvView(OnAir(self._epoch, composed), mode, prepared, moment(show))

    def _on_change(self, change: Change) -> None:
        if WEBTV in change.subjects or SHOW in change.subjects:
            self._woken.set()

    def _run(self) -> None:
        wait_s: float | None = None
        while not self._closed:
            self._woken.wait(wait_s)
            self._woken.clear()
            if self._closed:
                return
            try:
                view = self._core.submit(self._view).result()
            except BaseException:  # noqa: BLE001 (the edition was closed)
                return
            if view != self._last:
                self._last = view
                for listener in tuple(self._listeners):
                    listener(view)
            left_s = self._airtime.next_s()
            wait_s = None if left_s is None else max(0.01, min(left_s, _LOOK_S))


def _speakers(store: Store) -> tuple[Speaker, ...]:
    found: dict[tuple[str, str], Speaker] = {}

    def add(name: str, function: str, source: str, key: str = "") -> None:
        if name:
            found.setdefault((name.casefold(), function.casefold()), Speaker(name, function, source, key))

    listed = store.state(SPEAKERS) or State()
    for person in listed.personal.get("people", ()):
        name, _, function = str(person).partition(",")
        add(name.strip(), function.strip(), "rundown")
    for entry in store.entries_of(WEBTV):
        if entry.kind == "speaker_added" and entry.personal:
            add(str(entry.personal.get("name", "")), str(entry.personal.get("function", "")), "free")
    for subject, state in store.states_of_type("attendee"):
        if state.data.get("category") == _CATEGORY and people.is_known(state) and not state.data.get("merged_into"):
            attendee = people.attendee(subject, state)
            add(attendee.name, attendee.function, "attendee", attendee.id)
    return tuple(found.values())


def _summary(data: Mapping[str, Any]) -> str:
    if data.get("people"):
        return " et ".join(str(each.get("name", "")) for each in data["people"])
    laureates = (data.get("card") or {}).get("laureates") or []
    texts = [data.get("name"), data.get("title"), data.get("text"), *(each["name"] for each in laureates[-1:])]
    return ", ".join(str(text) for text in texts if text)


def _words(text: str) -> str:
    return clean(text, _LONGEST)
