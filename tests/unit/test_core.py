import threading
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future
from pathlib import Path

import pytest

from vi_events.app import TYPES
from vi_events.errors import StorageError
from vi_events.journal.core import Core, Priority
from vi_events.journal.store import Change, Store

WAIT_S = 10


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    made = Core(lambda: Store(tmp_path / "a.db", TYPES))
    yield made
    made.close()


def hold(core: Core) -> threading.Event:
    """Keeps the core busy until the event is set, so that what is asked meanwhile queues."""
    go, busy = threading.Event(), threading.Event()

    def wait(_store: Store) -> None:
        busy.set()
        go.wait(WAIT_S)

    core.submit(wait)
    assert busy.wait(WAIT_S)
    return go


def test_the_most_urgent_goes_first_and_equals_keep_their_order(core: Core) -> None:
    done: list[str] = []
    go = hold(core)
    asked = [("bulk", Priority.BULK), ("view", Priority.VIEW), ("scan 1", Priority.URGENT), ("scan 2", Priority.URGENT)]
    futures = [core.submit(lambda _, name=name: done.append(name), priority) for name, priority in asked]
    go.set()
    for future in futures:
        future.result(WAIT_S)
    assert done == ["scan 1", "scan 2", "view", "bulk"]


def test_a_scan_passes_between_two_slices_of_an_import(core: Core) -> None:
    done: list[str] = []
    scans: list[Future[None]] = []

    def slices(_store: Store) -> Iterator[int]:
        for number in range(3):
            done.append(f"slice {number}")
            scans.append(core.submit(lambda _, n=number: done.append(f"scan {n}")))  # type: ignore[misc]
            yield number

    assert core.submit_slices(slices).result(WAIT_S) == 2
    assert done == ["slice 0", "scan 0", "slice 1", "scan 1", "slice 2", "scan 2"]


def test_what_a_job_raises_reaches_whoever_waits(core: Core) -> None:
    with pytest.raises(ZeroDivisionError):
        core.call(lambda _: 1 / 0)
    assert core.call(lambda _: 3) == 3


def test_what_a_slice_raises_reaches_whoever_waits(core: Core) -> None:
    def slices(_store: Store) -> Iterator[int]:
        yield 1
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        core.submit_slices(slices).result(WAIT_S)
    assert core.call(lambda _: 3) == 3


def test_slices_that_are_cancelled_stop_between_two(core: Core) -> None:
    done: list[int] = []
    future: Future[int]

    def slices(_store: Store) -> Iterator[int]:
        for number in range(100):
            done.append(number)
            if number == 2:
                future.cancel()
            yield number

    go = hold(core)
    future = core.submit_slices(slices)
    go.set()
    with pytest.raises(CancelledError):
        future.result(WAIT_S)
    core.call(lambda _: None, Priority.BULK)
    core.call(lambda _: None, Priority.BULK)
    assert done == [0, 1, 2]


def test_a_job_that_is_cancelled_while_queued_is_not_run(core: Core) -> None:
    done: list[int] = []
    go = hold(core)
    future = core.submit(lambda _: done.append(1))
    assert future.cancel()
    go.set()
    core.call(lambda _: None, Priority.BULK)
    assert done == []


def test_a_listener_that_fails_does_not_stop_the_others(core: Core, caplog: pytest.LogCaptureFixture) -> None:
    heard: list[Change] = []
    core.subscribe(lambda _: 1 / 0)  # type: ignore[arg-type, return-value]
    core.subscribe(heard.append)
    core.call(lambda _: core.publish(Change((), ())))
    assert heard == [Change((), ())]
    assert "a listener failed" in caplog.text


def test_closing_waits_for_all_that_was_asked_slices_included(core: Core) -> None:
    def slices(_store: Store) -> Iterator[int]:
        yield from range(5)

    go = hold(core)
    asked, sliced = core.submit(lambda _: 7, Priority.BULK), core.submit_slices(slices)
    closing = threading.Thread(target=core.close)
    closing.start()
    go.set()
    closing.join(WAIT_S)
    assert (asked.result(0), sliced.result(0)) == (7, 4)


def test_what_is_asked_after_closing_is_cancelled_not_forgotten(core: Core) -> None:
    core.close()
    core.close()
    with pytest.raises(CancelledError):
        core.submit(lambda _: 1).result(WAIT_S)
    with pytest.raises(CancelledError):
        core.submit_slices(lambda _: iter([1])).result(WAIT_S)


def test_when_opening_fails_every_job_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"x" * 5000)
    core = Core(lambda: Store(tmp_path / "a.db", TYPES))
    with pytest.raises(StorageError):
        core.opened.result(WAIT_S)
    core.submit(lambda _: 1).cancel()
    with pytest.raises(StorageError):
        core.submit(lambda _: 1).result(WAIT_S)
    with pytest.raises(StorageError):
        core.submit_slices(lambda _: iter([1])).result(WAIT_S)
    core.close()
