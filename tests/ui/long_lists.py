"""An edition of its own for the pages of attendees and authorities, and what somebody can do with them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vi_events import app
from vi_events.checkin.codes import new_code
from vi_events.edition import people, programme
from vi_events.edition.models import Authority, Zone
from vi_events.edition.programme import Edition
from vi_events.journal.entry import Author
from vi_events.journal.store import Store
from vi_events.ui.bridge import Bridge
from vi_events.ui.preparation.page import Page

P = TypeVar("P", bound=Page)
ZONES = (Zone("jour-1", "Jour 1"), Zone("diner", "Dîner"))
BASSENS = Authority("33032", "Bassens", "commune", "33", "Gironde")
FREE = Authority("libre-bassens", "Bassens")
ROUEN = Authority("200023414", "Métropole Rouen Normandie", "epci", "76", "Seine-Maritime")
PEOPLE: dict[str, dict[str, Any]] = {
    "ana": {"last_name": "Evans", "first_name": "Ana", "function": "Maire", "authority_id": BASSENS.id},
    "zoe": {"last_name": "Évrard", "first_name": "Zoé", "category": "press", "zones": ["jour-1"]},
    "paul": {"last_name": "Oest", "first_name": "Paul", "authority_id": FREE.id, "status": "not_confirmed"},
    "marc": {"last_name": "Œuvrard", "first_name": "Marc", "authority_id": FREE.id, "zones": ["jour-1", "diner"]},
    "lise": {"last_name": "Zola", "first_name": "Lise", "authority_id": ROUEN.id, "code": ""},
}
PATIENCE_MS = 5000


class Open:
    """An open edition with its bridge, and a person who waits."""

    def __init__(self, opened: app.OpenEdition, bridge: Bridge, qtbot: QtBot) -> None:
        self.opened, self.bridge, self.qtbot = opened, bridge, qtbot

    def until(self, done: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(done()), timeout=PATIENCE_MS)

    def show(self, kind: Callable[..., P]) -> P:
        page = kind(self.opened, self.bridge)
        page.resize(1090, 690)
        page.show()
        page.refresh()
        return page

    def state(self, who: str) -> dict[str, Any]:
        state = self.opened.core.call(lambda store: store.state(people.subject(who)))
        assert state is not None
        return state.data

    def field(self, name: str, whom: Sequence[str] = tuple(PEOPLE)) -> dict[str, Any]:
        """What a field says of each of these people."""
        return {who: self.state(who).get(name) for who in whom}


def make(data: Path, *, empty: bool = False) -> Path:
    """An edition with ``PEOPLE`` on its list, or nobody."""
    folder = app.create_edition(data, Edition("essai", "Remise d’essai", "2027-02-05", "Paris"), ZONES)
    if not empty:
        with app.open_edition(folder, Author("poste-1")) as opened:
            opened.core.call(lambda store: _expect(store, opened.vault.ticket_key))
    return folder


def _expect(store: Store, key: bytes) -> None:
    with store.transaction(Author("poste-1")) as tx:
        tx.record(
            *(programme.authority_set(each) for each in (BASSENS, FREE, ROUEN)),
            *(people.upserted(who, {"code": new_code(key), **said}) for who, said in PEOPLE.items()),
        )


@contextmanager
def opened_on(folder: Path, qtbot: QtBot) -> Iterator[Open]:
    with app.open_edition(folder, Author("poste-1")) as opened:
        bridge = Bridge()
        bridge.listen(opened.core)
        opened.reception.fill_index().result()
        try:
            yield Open(opened, bridge, qtbot)
        finally:
            for window in QApplication.topLevelWidgets():
                window.close()
                window.deleteLater()
            bridge.close()
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
