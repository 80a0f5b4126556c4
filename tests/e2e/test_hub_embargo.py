"""The embargo over a real hub: half a show with a late change, while a desk's access listens to all that it may.

What was not announced is nowhere in clear: not in the hub's store, not in what a desk is sent, not in the folders of
the desk, the webtv, the standby; the webtv alone is told the next stop, which it never keeps.
"""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.canaries import CANARIES, PASSPHRASE, SECRETS, document, forward, found_in
from tests.hub_stations import until
from tests.networks import Seat, free_listen
from tests.raw_station import RawStation, raw_station
from vi_events import app
from vi_events.edition.models import Zone
from vi_events.edition.palmares import Award
from vi_events.edition.programme import Edition
from vi_events.edition.rundown import Stop, new_id
from vi_events.edition.rundown_editing import insert
from vi_events.edition.show_document import ShowDocument
from vi_events.journal.hub.link import Membership
from vi_events.journal.hub.roles import HubUser, Role, permissions
from vi_events.journal.hub.subjects import Subjects
from vi_events.stage import engine
from vi_events.stage.show import ShowView
from vi_events.stations import files

ANNOUNCED = 6
LATE = "Canarimprévu"
NEVER_SAID = [secret for secret in SECRETS if not secret.startswith("Mention")]


class Listener:
    """Somebody with a station's access, who subscribes to all that its role may hear."""

    def __init__(self, membership: Membership) -> None:
        self._membership = membership
        self._loop = asyncio.new_event_loop()
        self._ready, self._ended = threading.Event(), asyncio.Event()
        self.raw: RawStation | None = None
        self._thread = threading.Thread(target=lambda: self._loop.run_until_complete(self._listen()))
        self._thread.start()
        assert self._ready.wait(20)

    async def _listen(self) -> None:
        me = self._membership
        user = HubUser(me.station, me.role, me.password)
        async with raw_station(me) as raw:
            await raw.hear(*permissions(user, Subjects(me.edition_id)).subscribe)
            self.raw = raw
            self._ready.set()
            await self._ended.wait()

    def frames(self) -> list[tuple[str, str]]:
        """Subjects and contents heard so far, headers included."""
        assert self.raw is not None
        return [
            (each.subject, f"{each.subject} {each.headers} {each.reply} {each.data.decode('utf-8', 'replace')}")
            for each in list(self.raw.heard)
        ]

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._ended.set)
        self._thread.join()
        self._loop.close()


@contextmanager
def listening(seat: Seat) -> Iterator[Listener]:
    membership = files.load_membership(seat.folder)
    assert membership is not None
    listener = Listener(membership)
    try:
        yield listener
    finally:
        listener.close()


@pytest.fixture
def seats(tmp_path: Path) -> Iterator[list[Seat]]:
    """The stage that hosts, its standby, a webtv and a desk."""
    edition = Edition("labels", "Labels", "2027-02-05", "Paris")
    folder = app.create_edition(tmp_path / "stage", edition, [Zone("jour", "Jour")])
    host = Seat(folder, "régie", free_listen())
    seated = [host]
    try:
        host.network.host().result()
        host.opened.stage.on_disk.save(document())
        host.opened.stage.on_disk.seal(PASSPHRASE)
        seated.append(host.join(tmp_path / "standby", "secours", Role.STAGE))
        seated.append(host.join(tmp_path / "webtv", "webtv", Role.WEBTV))
        seated.append(host.join(tmp_path / "desk", "Accueil 1"))
        yield seated
    finally:
        for seat in seated:
            seat.end()


def revealed(view: ShowView) -> list[str]:
    return [name for name in CANARIES if f"libre-canari-{name[-2:]}" in view.state.revealed]


def named(text: str) -> set[str]:
    return {name for name in CANARIES if name in text}


def correct(known: ShowDocument) -> ShowDocument:
    """Somebody speaks who was not expected, and the last award changes."""
    awards: list[Award] = list(known.palmares.awards)
    awards[-1] = replace(awards[-1], level=5, note=LATE)
    palmares = replace(known.palmares, awards=tuple(awards))
    rundown = insert(known.rundown, Stop(new_id(), "speech", 60, LATE))
    return replace(known, palmares=palmares, rundown=rundown)


def test_what_is_to_come_is_heard_and_kept_by_nobody_who_may_not_know(seats: list[Seat], tmp_path: Path) -> None:
    host, standby, webtv, desk = seats
    with ExitStack() as stack:
        for seat in (host, standby):
            until(f"{seat.station} holds it", lambda each=seat: each.opened.stage.on_disk.sealed_content() is not None)
        webtv.opened.webtv.start()
        thief = stack.enter_context(listening(desk))
        insider = stack.enter_context(listening(webtv))
        view = host.opened.stage.unlock(PASSPHRASE).result()
        standby.opened.stage.unlock(PASSPHRASE).result()
        view = host.opened.stage.press(engine.arm).result()
        for step in range(1 + ANNOUNCED):  # the opening first
            if step == ANNOUNCED // 2:
                view = host.opened.stage.edit(correct).result()
                assert view.refusal == ""
            view = forward(host.opened.stage)
            check_heard(view, thief, insider)
        announced = revealed(view)
        assert len(announced) == ANNOUNCED
        last = host.walk_in("Dupont")
        for seat in (standby, webtv, desk):
            seat.until_knows("régie", last)
        until("the last award was heard", lambda: any(announced[-1] in text for _, text in thief.frames()))
        until("the webtv was told of the next", lambda: any(each.endswith(".prep") for each, _ in insider.frames()))
        until("the change is at the standby", lambda: has_change(standby))
        check_heard(view, thief, insider)
        assert len(named(" ".join(text for _, text in thief.frames()))) == ANNOUNCED
    to_come = [name for name in CANARIES if name not in announced]
    nowhere_in_clear(tmp_path, [*to_come, *NEVER_SAID, LATE])
    for seat in seats[1:]:
        seat.end()
        nowhere_in_clear(seat.folder, [*to_come, *NEVER_SAID, LATE])
    seats[1:] = []


def check_heard(view: ShowView, thief: Listener, insider: Listener) -> None:
    """A desk hears what was announced; the webtv that, and the next stop as a message that is not stored."""
    announced = set(revealed(view))
    for subject, text in thief.frames():
        assert named(text) <= announced, subject
        assert not any(secret in text for secret in (*NEVER_SAID, LATE)), subject
        assert not subject.endswith(".prep")
    following = set(CANARIES[: len(announced) + 1])
    for subject, text in insider.frames():
        allowed = following if subject.endswith(".prep") else announced
        assert named(text) <= allowed, subject


def has_change(standby: Seat) -> bool:
    document = standby.opened.stage.view().result().document
    return any(stop.title == LATE for stop in document.rundown.stops)


def nowhere_in_clear(root: Path, secrets: list[str]) -> None:
    for secret in secrets:
        assert found_in(root, secret) == [], secret
