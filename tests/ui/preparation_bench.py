"""One page of the preparation window on an edition of its own: core thread, journal, bridge."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pytestqt.qtbot import QtBot

from vi_events import app
from vi_events.app import OpenEdition
from vi_events.checkin.codes import new_code
from vi_events.edition import people
from vi_events.edition.models import Authority, Zone
from vi_events.edition.programme import Edition, authority_set
from vi_events.journal.entry import Author, Entry, Fact
from vi_events.ui.bridge import Bridge
from vi_events.ui.preparation.page import Page

P = TypeVar("P", bound=Page)
PATIENCE_MS = 15_000
EDITION = Edition("labels-2027", "Label <b>2027</b>", "2027-02-05", "Saint-Étienne", retention="2099-05-05")
TROYES = Authority("10387", "Troyes", "commune", "10", "Aube")


@dataclass
class PageBench(Generic[P]):
    """A page, and what it said."""

    page: P
    opened: OpenEdition
    qtbot: QtBot
    said: list[tuple[str, ...]]

    def until(self, done: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(done, timeout=PATIENCE_MS)

    def record(self, *facts: Fact) -> tuple[Entry, ...]:
        return self.opened.core.call(lambda _: self.opened.reception._desk.record(*facts))

    def journal(self, kind: str) -> list[Entry]:
        return self.opened.core.call(lambda store: list(store.entries(kind)))

    def expect(self, attendee_id: str, last_name: str, **fields: Any) -> None:
        """Somebody is on the list, with a ticket."""
        code = new_code(self.opened.vault.ticket_key)
        said = {"last_name": last_name, "first_name": "Anne", "code": code, "authority_id": TROYES.id, **fields}
        self.record(people.upserted(attendee_id, said))


@contextmanager
def page_bench(
    qtbot: QtBot, data: Path, make: Callable[[OpenEdition, Bridge], P], edition: Edition = EDITION
) -> Iterator[PageBench[P]]:
    """The page, shown on a new edition as the preparation window shows it."""
    folder = app.create_edition(data, edition, [Zone("jour-1", "Jour 1")])
    with app.open_edition(folder, Author("poste-1")) as opened:
        bridge = Bridge()
        bridge.listen(opened.core)
        page = make(opened, bridge)
        qtbot.addWidget(page)
        bench = PageBench(page, opened, qtbot, [])
        bench.record(authority_set(TROYES))
        page.message.connect(lambda level, words: bench.said.append((level, words)))
        page.shown.connect(lambda name, item: bench.said.append((name, item)))
        page.changed.connect(lambda: bench.said.append(("changed",)))
        page.resize(1100, 700)
        page.show()
        page.refresh()
        try:
            yield bench
        finally:
            bridge.close()
