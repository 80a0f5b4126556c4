"""Lives that scan, import or play a show until they are killed; each thing is told through a pipe once it is on disk.

Where processes can fork, one server imports all this once and each life is forked from it before any thread or
database is opened; elsewhere each life is a new process.
"""

import multiprocessing
import os
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from vi_events.app import OpenEdition, open_edition
from vi_events.edition.importing import prepare
from vi_events.edition.reference import load_reference
from vi_events.journal.entry import Author
from vi_events.journal.store import Change
from vi_events.stage import engine
from vi_events.stage.show import ShowView

FORKS = hasattr(os, "fork")
REFERENCE = load_reference()
_WAIT_S = 60


@dataclass
class Killed:
    told: list[tuple[str, ...]]
    """What it had told when it died."""
    by_us: bool


class Lives:
    """Starts lives and kills them."""

    def __init__(self) -> None:
        if FORKS:
            self._context = multiprocessing.get_context("forkserver")
            self._context.set_forkserver_preload([__name__])
        else:
            self._context = multiprocessing.get_context("spawn")  # type: ignore[assignment]

    def kill(self, verb: str, edition: Path, file: Path, after: tuple[int, float]) -> Killed:
        """One life, killed so many seconds after it told so many things."""
        reader, writer = self._context.Pipe(duplex=False)
        process = self._context.Process(target=_live, args=(writer, verb, edition, file))
        process.start()
        writer.close()
        things, seconds = after
        with reader:
            told = list(_news(reader, _WAIT_S, most=things))
            told += _news(reader, seconds)
            process.kill()
            told += _news(reader, _WAIT_S)
        process.join(_WAIT_S)
        code = process.exitcode
        process.close()
        assert told, f"never opened (exit {code})"
        return Killed(told, code not in (0, 1))


def _news(reader: Connection, seconds: float, most: int = sys.maxsize) -> Iterator[tuple[str, ...]]:
    """What is told within so many seconds, until it dies."""
    until = time.monotonic() + seconds
    for _ in range(most):
        left = until - time.monotonic()
        if left <= 0 or not reader.poll(left):
            return
        try:
            yield reader.recv()
        except (EOFError, OSError):
            return


def _live(writer: Connection, verb: str, edition: Path, file: Path) -> None:
    with open_edition(edition, Author("poste-1")) as opened:
        writer.send(("open", str(opened.recovered)))
        {"scan": _scan, "import": _take_in, "play": _play}[verb](opened, file, writer)


def _play(opened: OpenEdition, file: Path, writer: Connection) -> None:
    """Presses keys at random; ``file`` holds the passphrase and a seed."""
    passphrase, seed = file.read_text("utf-8").split("\n")
    view = opened.stage.unlock(passphrase).result()
    writer.send(("restored", *_place(view)))
    if view.state.mode == "edit":
        opened.stage.press(engine.arm).result()
    chance = random.Random(seed)
    while True:
        name = chance.choice(("go", "go", "go", "go", "standby", "back", "hold", "resume", "resume", "black", "clear"))
        view = opened.stage.press(getattr(engine, name)).result()
        if view.state.black:
            view = opened.stage.black().result()
        writer.send((name, *_place(view)))


def _place(view: ShowView) -> tuple[str, ...]:
    state = view.state
    stop = view.revision.stops[state.stop].id if state.stop >= 0 else ""
    return stop, str(state.step), state.mode, ",".join(sorted(state.revealed))


def _scan(opened: OpenEdition, codes: Path, writer: Connection) -> None:
    for code in codes.read_text("utf-8").split():
        result = opened.reception.scan(code).result()
        writer.send((result.verdict, code, result.entry_id))


def _take_in(opened: OpenEdition, table: Path, writer: Connection) -> None:
    def tell(change: Change) -> None:
        writer.send(("slice", str(len(change.entries))))

    prepared = prepare(table, REFERENCE)
    opened.core.subscribe(tell)
    outcome = opened.import_prepared(prepared)
    writer.send(("done", outcome.batch))
