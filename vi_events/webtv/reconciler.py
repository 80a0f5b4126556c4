"""Keeps OBS as it should be: on connect, when something changes here or there, and from time to time.

What changes on our side (what is on air, the address of a page, what was adopted) is sent at once. What somebody
changed in OBS is a drift: it is told, and only « rétablir » undoes it. When OBS has just been found, or has changed its
collection, and neither streams nor records, there is no drift: everything is put right.
"""

import logging
import math
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from vi_events.clock import wall_ms
from vi_events.errors import ViError
from vi_events.webtv import obs_sentences as say
from vi_events.webtv.obs_adopted import Adopted, is_adoptable
from vi_events.webtv.obs_align import Aligned, Rule, align
from vi_events.webtv.obs_plan import PREFIX, Actual, Change, Desired, values
from vi_events.webtv.obs_setup import Picture, on_air, set_up, wanted
from vi_events.webtv.obs_state import Means, read_means
from vi_events.webtv.obs_types import Link, LinkState
from vi_events.webtv.overlays import OnAir

STATES = ("aligned", "drift", "not_set_up", "refused", "failing")
"""Of a link that is ready; the others are those of the link. ``refused``: OBS said no; ``failing``: it does not answer,
another try follows.
"""
_RENAMED = {"SceneNameChanged": ("oldSceneName", "sceneName"), "InputNameChanged": ("oldInputName", "inputName")}
_OUTPUTS = ("StreamStateChanged", "RecordStateChanged")
_WHOLE = ("Connected", "CurrentSceneCollectionChanged", "CurrentProfileChanged")
_NAMES = ("sceneName", "inputName", "sourceName")
_CLOSE_S = 1.0
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pace:
    """How long things take, in seconds."""

    settle: float = 0.15
    """After an event of OBS: those that come with it are looked at together."""
    slow: float = 5.0
    """Between two looks when nothing happens: OBS tells nobody that an item was moved."""
    leave: float = 0.6
    """How long a layer stays once its overlay is off air: its page plays the end."""
    retry: tuple[float, float] = (0.5, 10.0)
    """After a failure: first, and at most."""


@dataclass(frozen=True, slots=True)
class ObsView:
    """How OBS stands, with one sentence; ``drifts`` are said by ``obs_sentences.sentence``."""

    state: str
    text: str
    drifts: tuple[Change, ...] = ()
    live: bool = False


@dataclass(slots=True)
class _Orders:
    """What was asked for since the last turn."""

    found: bool = False
    """OBS has just been found."""
    look: bool = False
    set_up: bool = False
    forget: bool = False
    adopt: set[str] = field(default_factory=set)
    restore: set[str] = field(default_factory=set)

    def add(self, other: "_Orders") -> None:
        for name in ("found", "look", "set_up", "forget"):
            setattr(self, name, getattr(self, name) or getattr(other, name))
        self.adopt |= other.adopt
        self.restore |= other.restore


class Reconciler:
    """One worker on a link. Its methods may be called from any thread, never block and never fail; listeners are told
    in its own thread.
    """

    def __init__(
        self, link: Link, pages: str, adopted: Any, keep: Callable[[Mapping[str, Any]], None], pace: Pace | None = None
    ) -> None:
        """``pages`` is the address of the overlay server; ``adopted`` is what ``keep`` was last given, or None."""
        self._link = link
        self._pages = pages
        self._adopted = Adopted.from_json(adopted)
        self._keep = keep
        self._pace = pace or Pace()
        self._listeners: list[Callable[[ObsView], None]] = []
        self._view = ObsView(link.state.state, link.state.text)
        self._asked = threading.Condition()
        # Under the lock of _asked:
        self._orders = _Orders()
        self._due_s = math.inf
        self._closed = False
        self._overlays: frozenset[str] | None = None
        self._leaving: dict[str, float] = {}
        self._file, self._number = "", wall_ms()
        self._renamed: dict[str, str] = {}
        self._look_s = 0.0
        self._thread = threading.Thread(target=self._run, name="obs reconciler", daemon=True)
        # The worker's own:
        self._means: Means | None = None
        self._known: Actual | None = None
        self._collection: str | None = None
        self._applied: dict[str, Any] = {}
        self._picture = Picture()
        self._failures = 0
        # The link's thread:
        self._changing = False

    def start(self) -> None:
        """Begins to work, once ``show`` has said what is on air. The link is started and closed by its owner."""
        self._link.on_state(self._on_state)
        self._link.on_event(self._on_event)
        self._thread.start()
        self._ask(_Orders(found=True, look=True))

    def close(self) -> None:
        with self._asked:
            self._closed = True
            self._asked.notify()
        if self._thread.is_alive() and threading.current_thread() is not self._thread:
            self._thread.join(_CLOSE_S)

    @property
    def view(self) -> ObsView:
        return self._view

    def listen(self, listener: Callable[[ObsView], None]) -> None:
        self._listeners.append(listener)

    # What is asked of it

    def show(self, air: OnAir) -> None:
        """What is on air: the layers of it show, the others hide once their pages have played their end."""
        kinds = frozenset(overlay.kind for overlay in air.overlays)
        with self._asked:
            until_s = time.monotonic() + self._pace.leave
            self._leaving |= dict.fromkeys((self._overlays or frozenset()) - kinds, until_s)
            self._overlays = kinds
        self._ask(_Orders())

    def show_picture(self, file: str) -> None:
        """The picture of everything on air, for an OBS without pages; "" when nothing is. Its file is left alone until
        the next but one.
        """
        with self._asked:
            self._file, self._number = file, self._number + 1
        self._ask(_Orders())

    def set_up(self) -> None:
        """Makes what is missing in OBS."""
        self._ask(_Orders(look=True, set_up=True))

    def adopt(self, key: str) -> None:
        """The drift with this key becomes what is wanted."""
        self._ask(_Orders(adopt={key}))

    def restore(self, key: str) -> None:
        """The drift with this key is undone."""
        self._ask(_Orders(look=True, restore={key}))

    def forget_adopted(self) -> None:
        """Nothing is adopted any more: OBS gets the arrangement of the set-up."""
        self._ask(_Orders(look=True, forget=True))

    # What the link tells, in its thread

    def _on_state(self, _: LinkState) -> None:
        self._ask(_Orders(look=True))

    def _on_event(self, kind: str, data: Mapping[str, Any]) -> None:
        # OBS before version 30 answers in between, with half a collection.
        self._changing = kind == "CurrentSceneCollectionChanging" or (self._changing and kind not in _WHOLE)
        if kind == "CurrentSceneCollectionChanging":
            self._drop_orders()
        elif kind in _WHOLE:
            self._ask(_Orders(found=True, look=True))
        elif kind in _RENAMED:
            self._note_renamed(*(str(data.get(name, "")) for name in _RENAMED[kind]))
            self._look_soon()
        elif kind in _OUTPUTS or any(self._is_ours(data.get(name)) for name in _NAMES):
            self._look_soon()

    def _drop_orders(self) -> None:
        """What was asked for one collection is not done in another."""
        with self._asked:
            self._orders.set_up = False
            self._orders.restore.clear()
        self._ask(_Orders(look=True))

    def _note_renamed(self, old: str, new: str) -> None:
        with self._asked:
            wanted = next((name for name, present in self._renamed.items() if present == old), old)
            self._renamed.pop(wanted, None)
            if wanted.startswith(PREFIX) and wanted != new:
                self._renamed[wanted] = new

    def _is_ours(self, name: object) -> bool:
        return isinstance(name, str) and (name.startswith(PREFIX) or name in self._renamed.values())

    def _ask(self, orders: _Orders) -> None:
        with self._asked:
            self._orders.add(orders)
            self._due_s = 0.0
            self._asked.notify()

    def _look_soon(self) -> None:
        """Not an order: what goes on air meanwhile does not wait for it."""
        with self._asked:
            self._look_s = min(self._look_s, time.monotonic() + self._pace.settle)
            self._due_s = min(self._due_s, self._look_s)
            self._asked.notify()

    # The worker

    def _run(self) -> None:
        while True:
            with self._asked:
                while not self._closed and (wait_s := self._due_s - time.monotonic()) > 0:
                    self._asked.wait(None if wait_s == math.inf else wait_s)
                if self._closed:
                    return
                orders, self._orders, self._due_s = self._orders, _Orders(), math.inf
            wait_s = self._turn(orders)
            with self._asked:
                self._due_s = min(self._due_s, time.monotonic() + wait_s)

    def _turn(self, orders: _Orders) -> float:
        """Looks once and puts right; gives the seconds until the next turn, unless something is asked before."""
        link = self._link.state
        if link.state != "ready" or self._overlays is None or self._changing:
            self._put_off(orders)
            self._tell(ObsView(link.state, link.text, self._view.drifts, self._view.live))
            return math.inf
        try:
            self._tell(self._align(orders))
        except ViError as problem:
            self._tell(ObsView("failing", str(problem), self._view.drifts, self._view.live))
        except Exception:  # noqa: BLE001 (a bug: told and logged; the next try may do better)
            _log.exception("the reconciler failed")
            self._tell(ObsView("failing", say.FAILED, self._view.drifts, self._view.live))
        else:
            if self._view.state != "refused":
                self._failures = 0
                return self._next_s()
            orders = _Orders()
        orders.look = True
        self._put_off(orders)
        self._failures += 1
        return self._retry_s()

    def _align(self, orders: _Orders) -> ObsView:
        self._take(orders)
        if self._means is None or orders.found:
            self._means = read_means(self._link)
        desired = self._desired(self._means)
        # What goes on air leaves at once: what OBS holds was read after the last batch. A look reads it first.
        with self._asked:
            renamed = dict(self._renamed)
            look = orders.look or self._known is None or time.monotonic() >= self._look_s
            if look:
                self._look_s = time.monotonic() + self._pace.slow
        rule = self._rule(orders, values(desired))
        aligned = align(self._link, desired, rule, renamed, None if look else self._known)
        self._remember(values(desired), aligned)
        return _seen(aligned)

    def _take(self, orders: _Orders) -> None:
        """Adopts and forgets what was asked; kept by the caller before OBS sees it."""
        before = self._adopted
        if orders.forget:
            self._adopted = Adopted()
        for change in self._view.drifts:
            if change.key in orders.adopt and is_adoptable(change):
                self._adopted = self._adopted.adopting(change)
        if self._adopted != before:
            self._keep(self._adopted.to_json())

    def _desired(self, means: Means) -> Desired:
        with self._asked:
            now_s = time.monotonic()
            self._leaving = {kind: until_s for kind, until_s in self._leaving.items() if until_s > now_s}
            overlays = (self._overlays or frozenset()) | self._leaving.keys()
            self._picture = self._picture.showing(self._file, self._number)
        return self._adopted.apply(on_air(wanted(self._pages, means.size, means.kinds), overlays, self._picture))

    def _rule(self, orders: _Orders, wishes: Mapping[str, Any]) -> Rule:
        def is_ours(change: Change, actual: Actual) -> bool:
            if change.key in orders.restore or (orders.set_up and set_up(change, actual)):
                return True
            # A scene made again is nested nowhere: only a person knows what to do.
            if change.kind in ("scene", "name") or (change.scene and change.scene not in _present(actual)):
                return False
            new = actual.collection != self._collection
            if (orders.found or new) and not actual.live:
                return True
            wish, applied = wishes.get(change.key), None if new else self._applied.get(change.key)
            if change.kind in ("settings", "shown"):
                return applied != wish
            return change.kind in ("place", "order") and applied is not None and applied != wish

        return is_ours

    def _remember(self, wishes: Mapping[str, Any], aligned: Aligned) -> None:
        """What OBS was once given: from then on, anything else there is somebody's doing."""
        self._known = aligned.actual
        if aligned.actual.collection != self._collection:
            self._applied.clear()
            self._collection = aligned.actual.collection
        refused = {change.key for change in aligned.refused}
        given = wishes.keys() - ({change.key for change in aligned.left} - {change.key for change in aligned.done})
        self._applied |= {key: wishes[key] for key in given - refused}

    def _next_s(self) -> float:
        """Until the next look, or until a layer has played its end."""
        with self._asked:
            ends_s = min((self._look_s, *self._leaving.values()))
        return max(0.0, ends_s - time.monotonic())

    def _retry_s(self) -> float:
        first_s, most_s = self._pace.retry
        return min(most_s, first_s * (1 << min(self._failures - 1, 16)))

    def _put_off(self, orders: _Orders) -> None:
        with self._asked:
            self._orders.add(orders)

    def _tell(self, view: ObsView) -> None:
        if view == self._view:
            return
        self._view = view
        for listener in list(self._listeners):
            try:
                listener(view)
            except Exception:  # noqa: BLE001 (theirs: the work goes on)
                _log.exception("a listener of the reconciler failed")


def _present(actual: Actual) -> set[str]:
    return {actual.name(scene) for scene in actual.scenes}


def _seen(aligned: Aligned) -> ObsView:
    state, text = "drift" if aligned.left else "aligned", say.drift_text(len(aligned.left))
    if aligned.refused:
        state, text = "refused", say.refused_text(aligned.refused)
    elif not aligned.actual.scenes:
        state, text = "not_set_up", say.NOT_SET_UP
    return ObsView(state, text, aligned.left, aligned.actual.live)
