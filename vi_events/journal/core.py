"""The core worker: the one thread that owns the writing connection, serving by priority."""

from __future__ import annotations

import itertools
import logging
import queue
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from enum import IntEnum
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from vi_events.journal.store import Change, Store

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Priority(IntEnum):
    """Who goes first. A GO or a scan waits at most for the slice of an import that is being written."""

    URGENT = 0
    REMOTE = 1
    VIEW = 2
    BULK = 3
    IDLE = 4


Listener = Callable[["Change"], None]


class Core:
    """Runs jobs against the store in its own thread, the most urgent first, and tells listeners what changed.

    ``open_store`` runs in that thread, so that opening never holds up a window.
    """

    def __init__(self, open_store: Callable[[], Store]) -> None:
        self._queue: queue.PriorityQueue[tuple[int, int, Callable[[Store], Any] | None, Future[Any] | None]]
        self._queue = queue.PriorityQueue()
        self._numbers = itertools.count()
        self._listeners: list[Listener] = []
        self._open_store = open_store
        self._closing = threading.Lock()
        self._closed = False
        self.opened: Future[None] = Future()
        self._thread = threading.Thread(target=self._run, name="core", daemon=True)
        self._thread.start()

    def subscribe(self, listener: Listener) -> None:
        """``listener`` is called in the core thread after each commit; it must be quick."""
        self._listeners.append(listener)

    def publish(self, change: Change) -> None:
        """Tells every listener; one that fails does not stop the others."""
        for listener in self._listeners:
            try:
                listener(change)
            except Exception:  # noqa: BLE001 (a view's mistake must not stop the journal)
                _log.exception("a listener failed")

    def submit(self, job: Callable[[Store], T], priority: Priority = Priority.URGENT) -> Future[T]:
        """Runs ``job`` in the core thread; the future gives its result or its exception. Cancelled once closed."""
        with self._closing:
            if not self._closed:
                return self._put(job, priority)
        future: Future[T] = Future()
        future.cancel()
        return future

    @property
    def closing(self) -> bool:
        """Whether the end was asked for: what only serves views may stop."""
        return self._closed

    def has_urgent(self) -> bool:
        """Whether a job waits that goes before bulk work; asked by bulk work to know when to make room."""
        waiting = self._queue.queue
        return bool(waiting) and waiting[0][0] < Priority.BULK

    def call(self, job: Callable[[Store], T], priority: Priority = Priority.URGENT) -> T:
        """Like submit, and waits."""
        return self.submit(job, priority).result()

    def submit_slices(self, steps: Callable[[Store], Iterator[T]], priority: Priority = Priority.BULK) -> Future[T]:
        """Runs a generator one step at a time, letting every more urgent job pass between two steps.

        The future gives the last value that it yielded. Cancelling the future stops it between two steps.
        """
        future: Future[T] = Future()
        running: list[Iterator[T]] = []
        last: list[T] = []

        def step(store: Store) -> None:
            if future.cancelled():
                return
            if not running:
                running.append(steps(store))
            try:
                last[:] = [next(running[0])]
            except StopIteration:
                future.set_result(last[0])
            else:
                # Behind the lock's back: slices that began are finished even while closing.
                self._put(step, priority).add_done_callback(hand_on)

        def hand_on(done: Future[None]) -> None:
            problem = done.exception() if not done.cancelled() else CancelledError()
            if problem is not None and not future.done():
                future.set_exception(problem)

        self.submit(step, priority).add_done_callback(hand_on)
        return future

    def close(self) -> None:
        """Ends after the jobs that are already queued."""
        with self._closing:
            if not self._closed:
                self._closed = True
                self._queue.put((99, next(self._numbers), None, None))
        self._thread.join()

    def _put(self, job: Callable[[Store], T], priority: Priority) -> Future[T]:
        future: Future[T] = Future()
        self._queue.put((priority, next(self._numbers), job, future))
        return future

    def _run(self) -> None:
        try:
            store = self._open_store()
        except BaseException as problem:  # noqa: BLE001 (handed to whoever waits)
            self.opened.set_exception(problem)
            self._refuse_all(problem)
            return
        self.opened.set_result(None)
        while True:
            _, _, job, future = self._queue.get()
            if job is None or future is None:
                break
            if future.set_running_or_notify_cancel():
                try:
                    future.set_result(job(store))
                except BaseException as problem:  # noqa: BLE001 (handed to whoever waits)
                    future.set_exception(problem)
        store.close()

    def _refuse_all(self, problem: BaseException) -> None:
        while True:
            _, _, job, future = self._queue.get()
            if job is None or future is None:
                return
            if future.set_running_or_notify_cancel():
                future.set_exception(problem)
