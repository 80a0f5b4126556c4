"""A ceremony without windows: the stage and the whole webtv station of one edition, as they run on the day."""

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from keyring.backends.fail import Keyring

from vi_events import app
from vi_events.app import OpenEdition
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.edition.reference import load_reference
from vi_events.edition.rundown_making import Plan, generate
from vi_events.edition.show_document import ShowDocument
from vi_events.journal.entry import Author
from vi_events.stage.documents import EditionDocuments
from vi_events.stage.engine import arm, needs_standby, target
from vi_events.stage.show import ShowView
from vi_events.ui.webtv.station import make_room
from vi_events.webtv import station_file
from vi_events.webtv.control_room import ControlRoom, RoomEars, RoomView
from vi_events.webtv.obs_password import ObsPassword
from vi_events.webtv.overlay_server import base_url, new_token
from vi_events.webtv.overlays import OnAir
from vi_events.webtv.service import WebtvView

EDITION = Edition("gala", "Palmarès 2027", "2027-01-28", "Paris")
PATIENCE_S = 30.0


@dataclass(frozen=True, slots=True)
class Go:
    """One press of GO. Times in seconds of the monotonic clock; ``air`` is what the webtv then had on air."""

    pressed_s: float
    took_s: float
    """Until the stage had it on disk."""
    view: ShowView
    air: OnAir

    @property
    def wall_ms(self) -> int:
        """When the journal says that the stop went live."""
        return self.view.state.since_ms


@dataclass
class Ceremony:
    """An armed show, its webtv station started."""

    opened: OpenEdition
    room: ControlRoom
    base_url: str
    """Of the overlay pages."""
    views: list[RoomView]
    aired: list[OnAir] = field(default_factory=list)
    _painted: dict[tuple[str, int], float] = field(default_factory=dict)
    _news: threading.Condition = field(default_factory=threading.Condition)

    def until(self, holds: Callable[[], bool], patience_s: float = PATIENCE_S) -> float:
        """When it held, at the latest news of the station, on the monotonic clock."""
        end_s = time.monotonic() + patience_s
        with self._news:
            while not holds():
                assert self._news.wait(min(0.05, max(0.0, end_s - time.monotonic()))) or time.monotonic() < end_s
        return time.monotonic()

    def go(self) -> Go:
        """GO, its gate opened first where there is one; back once the webtv has it on air."""
        stage = self.opened.stage
        view = stage.view().result()
        if needs_standby(view.revision, view.state):
            self._and_aired(stage.standby)
        pressed_s = time.monotonic()
        view, took_s = self._and_aired(stage.go)
        return Go(pressed_s, took_s, view, self.aired[-1])

    def go_to_award(self, level: int = 0) -> Go:
        """GO on the next award by itself, of at least that level."""
        view = self.opened.stage.view().result()
        after = view.revision.stops[view.state.stop + 1 :]
        wanted = next(stop for stop in after if stop.kind == "award" and stop.card.laureates[0].level >= level)
        if target(view.revision, view.state) != (view.revision.index(wanted.id), 0):
            self._and_aired(lambda: self.opened.stage.jump(wanted.id))
        return self.go()

    def _and_aired(self, press: Callable[[], "Future[ShowView]"]) -> tuple[ShowView, float]:
        """What the press gave and the seconds it took, once the webtv has heard of it."""
        before, pressed_s = self.aired[-1].epoch, time.monotonic()
        view = press().result()
        took_s = time.monotonic() - pressed_s
        assert view.refusal == "", view.refusal
        self.until(lambda: self.aired[-1].epoch > before)
        return view, took_s

    def painted_s(self, page: str, epoch: int) -> float:
        """When the page said that it had painted this, or something later."""

        def told() -> list[float]:
            return [at_s for (name, known), at_s in self._painted.items() if name == page and known >= epoch]

        self.until(lambda: bool(told()))
        return min(told())

    def wait_for_obs(self, state: str) -> RoomView:
        """Until OBS stands so (``reconciler.STATES``, or of the link)."""
        self.until(lambda: self.room.view.obs.state == state)
        return self.room.view

    # What the station tells

    def heard(self, view: RoomView) -> None:
        at_s = time.monotonic()
        with self._news:
            self.views.append(view)
            for page in view.painted.items():
                self._painted.setdefault(page, at_s)
            self._news.notify_all()

    def on_air(self, view: WebtvView) -> None:
        with self._news:
            self.aired.append(view.air)
            self._news.notify_all()


def whole_show() -> ShowDocument:
    """The demo show with an award by itself for each of its 185 laureates."""
    known = app.demo_show()
    plan = Plan(starts="14:30", ends="17:30")
    return ShowDocument(known.palmares, generate(known.palmares, load_reference(), plan))


@contextmanager
def ceremony(
    data: Path, document: ShowDocument, obs: tuple[str, str] = ("", ""), secret: str = ""
) -> Iterator[Ceremony]:
    """The show armed, in a new edition. ``obs`` is the address of OBS and its password; "": there is none. With a
    ``secret`` the palmarès is sealed by it.
    """
    folder = app.create_edition(data, EDITION, (Zone("salle", "Salle"),))
    documents = EditionDocuments(folder)
    documents.save(document)
    if secret:
        documents.seal(secret)
    with (
        patch.dict(os.environ, XDG_STATE_HOME=str(data / "state")),
        app.open_edition(folder, Author("Régie")) as opened,
    ):
        settings = connection(folder, *obs)
        (opened.stage.unlock(secret) if secret else opened.stage.open()).result()
        opened.stage.press(arm).result()
        held: list[Ceremony] = []
        ears = RoomEars(lambda view: held[0].heard(view), _ignore, _ignore, _ignore)
        room = make_room(opened, ears)
        made = Ceremony(opened, room, base_url(settings.port, settings.token), [])
        held.append(made)
        opened.webtv.listen(made.on_air)
        opened.webtv.start()
        room.start()
        try:
            made.until(lambda: bool(made.aired))
            yield made
        finally:
            room.close()
            opened.webtv.close()


def connection(folder: Path, address: str, password: str) -> station_file.StationSettings:
    """Saved for the station: where OBS is, and a port of its own for the pages."""
    settings = station_file.StationSettings(new_token(), address or f"ws://127.0.0.1:{free_port()}", free_port())
    station_file.save(folder, settings)
    if password:
        # In a file below the test's folder: nothing goes to the keyring of whoever runs this.
        ObsPassword(settings.address, Keyring).keep(password)
    return settings


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def _ignore(_said: object) -> None:
    """For what no test here looks at."""
