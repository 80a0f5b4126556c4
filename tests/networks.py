"""Whole stations, each with an open edition of its own, that host, join and hand over: for tests."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.canaries import PASSPHRASE, document
from tests.hub_stations import tell, until
from vi_events import app
from vi_events.app import OpenEdition
from vi_events.edition import erasure
from vi_events.journal.entry import Author
from vi_events.journal.hub.config import Listen
from vi_events.journal.hub.roles import Role
from vi_events.journal.store import Store
from vi_events.stations.joining import join_edition
from vi_events.stations.network import Network
from vi_events.stations.serving import Search

NOWHERE = Listen("127.0.0.1", 1)


def free_listen() -> Listen:
    """A port that is free, and so is the next one for the counter."""
    while True:
        with socket.create_server(("127.0.0.1", 0)) as first:
            port = first.getsockname()[1]
            try:
                with socket.create_server(("127.0.0.1", port + 1)):
                    return Listen("127.0.0.1", port)
            except OSError:
                continue


@contextmanager
def networked(opened: OpenEdition, listen: Listen = NOWHERE, search: Search = lambda _: ()) -> Iterator[Network]:
    """The network of an open edition; nothing is looked for on the real network."""
    network = Network(opened, listen, search=search)
    network.listen(tell)
    try:
        yield network
    finally:
        network.close()


class Seat:
    """A computer with one edition: a program that can be ended and started again."""

    def __init__(self, folder: Path, station: str, listen: Listen = NOWHERE, search: Search = lambda _: ()) -> None:
        self.folder, self.station, self.listen, self.search = folder, station, listen, search
        self._stack = ExitStack()
        self.opened: OpenEdition
        self.network: Network
        self.start()

    def start(self) -> None:
        self.opened = self._stack.enter_context(app.open_edition(self.folder, Author(self.station)))
        self.network = self._stack.enter_context(networked(self.opened, self.listen, self.search))

    def end(self) -> None:
        self._stack.close()

    def join(
        self, data: Path, station: str, role: Role = Role.DESK, listen: Listen = NOWHERE, search: Search = lambda _: ()
    ) -> "Seat":
        """Another computer that joins this one, and is linked."""
        folder = join_edition(data, self.network.invite(role).result().link, station)
        seat = Seat(folder, station, listen, search)
        seat.network.start().result()
        seat.until_linked()
        return seat

    def until_linked(self) -> None:
        until(f"{self.station} is linked", lambda: self.network.view().hub.state == "connected")

    def until_knows(self, station: str, seq: int) -> None:
        """Waits for an entry of another station."""
        until(
            f"{self.station} knows {station} {seq}",
            lambda: self.opened.core.call(lambda store: store.positions().get(station, 0)) >= seq,
        )

    def walk_in(self, name: str) -> int:
        """Somebody comes; gives the number of this station's newest entry."""
        assert self.opened.reception.walk_in({"last_name": name}).result().verdict == "admitted"
        return self.opened.core.call(lambda store: store.positions()[self.station])


def sealed(seat: Seat) -> None:
    """Its palmarès is that of the canaries from now on, sealed."""
    documents = seat.opened.stage.on_disk
    documents.save(document())
    documents.seal(PASSPHRASE)


def erase_all(seat: Seat) -> None:
    """Decides there to erase the edition."""
    author = seat.opened.reception.settings.author

    def erase(store: Store) -> None:
        with store.transaction(author) as tx:
            tx.record(erasure.edition_erased("asked"))
        seat.opened.core.publish(tx.change)

    seat.opened.core.call(erase)
