"""A station whose journal is copied to a stick, which is a folder here; whatever waits, waits for something told."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from vi_events import paths
from vi_events.app import TYPES
from vi_events.edition import people, programme
from vi_events.edition.programme import Edition
from vi_events.journal.core import Core
from vi_events.journal.entry import Author, Entry, Fact
from vi_events.journal.failing_disk import FailingFile
from vi_events.journal.founding import edition_id
from vi_events.journal.hub import wire
from vi_events.journal.mirror import CURRENT, Mirror, MirrorView
from vi_events.journal.mirror_file import MirrorKey, Records
from vi_events.journal.store import Store

KEY = bytes(range(32))
EDITION = Edition("essai", "Essai", "2027-02-05", "Paris")
WAIT_S = 20.0


def station(folder: Path, like: "Core | None" = None) -> Core:
    """A journal of its own: of a new edition, or of that of another journal, with all its entries."""
    folder.mkdir(parents=True, exist_ok=True)
    core = Core(lambda: Store(folder / paths.DATABASE, TYPES))
    if like is None:
        record(core, programme.edition_created(EDITION), author="poste-1")
    else:
        entries = journal(like)
        core.call(lambda store: store.take_in(entries))
    return core


def expected(number: int, **said: object) -> Fact:
    return people.upserted(f"{number:06}", {"last_name": f"Lefèvre-{number}", "first_name": "Zoé", **said})


def record(core: Core, *facts: Fact, author: str = "Accueil de Zoé") -> tuple[Entry, ...]:
    """Records facts as any service does: in one transaction, then told."""

    def write(store: Store) -> tuple[Entry, ...]:
        with store.transaction(Author(author)) as tx:
            entries = tx.record(*facts)
        core.publish(tx.change)
        return entries

    return core.call(write)


def journal(core: Core) -> list[Entry]:
    return core.call(lambda store: list(store.entries()))


def edition_of(core: Core) -> str:
    return core.call(edition_id)


def entries_in(path: Path, key: bytes = KEY) -> list[Entry]:
    """The intact entries of one file of a stick, in its order."""
    cipher = MirrorKey(key)
    with FailingFile(path) as file:
        messages = [cipher.open(box) for box in Records(file)]
    found = [wire.decode(message) for message in messages if message is not None]
    return [entry for entry in found if isinstance(entry, Entry)]


@dataclass
class Stick:
    """A stick that is plugged in and pulled out."""

    root: Path
    plugged: bool = True
    away: Path = field(init=False)

    def __post_init__(self) -> None:
        self.away = self.root.with_name(self.root.name + " in a pocket")
        (self.root / "VI-EVENTS").mkdir(parents=True)

    def roots(self) -> list[Path]:
        return [self.root]

    def pull(self) -> None:
        self.root.rename(self.away)

    def put_back(self) -> None:
        self.away.rename(self.root)

    def files(self) -> list[Path]:
        return sorted(self.root.rglob("*.vij"))

    def file(self) -> Path:
        (only,) = self.files()
        return only

    def entries(self, key: bytes = KEY) -> list[Entry]:
        """All that can be read, in the journal's order, each once."""
        found = {entry.id: entry for path in self.files() for entry in entries_in(path, key)}
        return sorted(found.values(), key=lambda entry: entry.order)


class Watched:
    """A mirror, and what it told."""

    def __init__(self, core: Core, stick: Stick, key: bytes = KEY) -> None:
        self.told: list[MirrorView] = []
        self._news = threading.Condition()
        self.mirror = Mirror(core, EDITION.slug, key, stick.roots)
        self.mirror.listen(self._hear)

    def _hear(self, view: MirrorView) -> None:
        with self._news:
            self.told.append(view)
            self._news.notify_all()

    def until(self, true: Callable[[], bool]) -> None:
        with self._news:
            assert self._news.wait_for(true, WAIT_S) or true(), [view.text for view in self.told]

    def until_state(self, state: str = CURRENT) -> None:
        self.until(lambda: self.mirror.view.state == state)

    def states(self) -> list[str]:
        return [view.state for view in self.told]


@contextmanager
def mirrored(core: Core, stick: Stick, key: bytes = KEY) -> Iterator[Watched]:
    watched = Watched(core, stick, key)
    try:
        yield watched
    finally:
        watched.mirror.close()
