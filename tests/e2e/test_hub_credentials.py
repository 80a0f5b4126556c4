"""A desk's access in the wrong hands, tried on everything over a hub that really hosts: refused, and told."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.canaries import PASSPHRASE, document
from tests.hub_stations import until
from tests.networks import Seat, free_listen
from tests.raw_station import raw_station
from vi_events import app
from vi_events.clock import uuid7, wall_ms
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.journal.entry import Entry
from vi_events.journal.hub import server as hub_server
from vi_events.journal.hub import wire
from vi_events.journal.hub.certificate import pinned
from vi_events.journal.hub.link import Membership
from vi_events.journal.hub.subjects import Subjects, inbox, station_token
from vi_events.stations import files

DESK, OTHER, STAGE = "Accueil 1", "Accueil 2", "régie"
ELSEWHERE = Subjects("fedcba9876543210")


@pytest.fixture
def seats(tmp_path: Path) -> Iterator[list[Seat]]:
    """The stage that hosts, and two desks."""
    edition = Edition("labels", "Labels", "2027-02-05", "Paris")
    folder = app.create_edition(tmp_path / "stage", edition, [Zone("jour", "Jour")])
    host = Seat(folder, STAGE, free_listen())
    seated = [host]
    try:
        host.network.host().result()
        host.opened.stage.on_disk.save(document())
        host.opened.stage.on_disk.seal(PASSPHRASE)
        seated += [host.join(tmp_path / name, name) for name in (DESK, OTHER)]
        yield seated
    finally:
        for seat in seated:
            seat.end()


def access(seat: Seat) -> Membership:
    """What a thief of the laptop has."""
    found = files.load_membership(seat.folder)
    assert found is not None
    return found


def notices(host: Seat) -> tuple[str, ...]:
    state = host.network.view().host
    assert state is not None
    return state.notices


def forbidden(subjects: Subjects) -> tuple[list[str], list[str]]:
    """What a desk may not say, and what it may not hear."""
    desk, other, stage = (station_token(name) for name in (DESK, OTHER, STAGE))
    entries, sealed = subjects.entries_stream, subjects.sealed_stream
    say = [subjects.sealed("palmares"), subjects.sealed("hosting"), subjects.prep]
    say += [subjects.entry(kind, token) for kind in ("stage", "webtv") for token in (desk, stage)]
    # Under another's name, and in the hub's own: « I host now », « host in my place ».
    say += [subjects.entry("desk", other), subjects.presence(other), subjects.ack(other)]
    say += [subjects.hosts, subjects.handover(other), subjects.handover(desk)]
    say += [ELSEWHERE.entry("desk", desk), ELSEWHERE.presence(desk), ELSEWHERE.hosts, f"{inbox(stage)}.entries"]
    for stream in (entries, sealed, ELSEWHERE.entries_stream):
        for verb in ("DELETE", "PURGE", "UPDATE", "CREATE", "SNAPSHOT", "RESTORE", "MSG.GET", "MSG.DELETE"):
            say.append(f"$JS.API.STREAM.{verb}.{stream}")
        say += [f"$JS.API.DIRECT.GET.{stream}", f"$JS.API.CONSUMER.CREATE.{stream}", f"$JS.API.CONSUMER.LIST.{stream}"]
        say += [
            f"$JS.API.CONSUMER.{verb}.{stream}.thief" for verb in ("CREATE", "DURABLE.CREATE", "MSG.NEXT", "DELETE")
        ]
    say += [f"$JS.API.CONSUMER.{verb}.{entries}.{stage}" for verb in ("RESET", "DELETE", "PAUSE", "INFO")]
    say += [f"$JS.API.CONSUMER.CREATE.{entries}.{desk}", f"$JS.ACK.{entries}.{stage}.1.1.1.1.0"]
    say += [
        "$JS.API.INFO",
        "$JS.API.STREAM.NAMES",
        "$JS.API.ACCOUNT.PURGE.x",
        "$SYS.REQ.SERVER.PING",
        "$SYS.REQ.USER.INFO",
    ]
    hear = [">", "vi.>", "*.>", "_INBOX.>", f"{inbox(stage)}.>", f"{inbox(other)}.>", subjects.sealed(">")]
    hear += [subjects.prep, subjects.entry("*", "*"), subjects.want("*"), subjects.handover("*")]
    hear += [ELSEWHERE.presence("*"), ELSEWHERE.entry("*", "*"), "$JS.>", "$SYS.>", "$JS.EVENT.ADVISORY.>"]
    return say, hear


def test_a_desk_s_access_opens_nothing_else_and_its_tries_are_told(seats: list[Seat]) -> None:
    host, desk, other = seats
    known = host.walk_in("Dupont")
    other.until_knows(STAGE, known)
    assert notices(host) == ()  # an honest day leaves none
    sealed = host.opened.stage.on_disk.sealed_content()
    stolen = access(desk)
    desk.end()

    async def steal() -> None:
        async with raw_station(stolen) as thief:
            await thief.is_refused(*forbidden(Subjects(stolen.edition_id)))

    asyncio.run(steal())
    until("the organiser is told", lambda: bool(notices(host)))
    (sentence,) = notices(host)
    assert sentence.startswith(f"Le poste «\u202f{DESK}\u202f» a tenté à ")
    assert "ce qui ne lui est pas permis" in sentence
    # Nothing was lost, nothing moved, and the others go on.
    state = host.network.view().host
    assert state is not None
    assert (state.phase, state.restarts) == ("running", 0)
    host.until_knows(OTHER, other.walk_in("Durand"))
    assert other.network.view().hub.state == "connected"
    assert host.opened.stage.on_disk.sealed_content() == sealed
    desk.start()
    desk.network.start().result()
    desk.until_linked()
    desk.until_knows(OTHER, 1)


def test_what_a_thief_writes_in_another_s_name_counts_nowhere(seats: list[Seat]) -> None:
    host, desk, other = seats
    stolen = access(desk)
    desk.end()
    subjects = Subjects(stolen.edition_id)
    reveal = Entry(
        uuid7(wall_ms()), STAGE, 10**6, wall_ms() << 16, "live", "", "award_revealed", 1, "award:x", {}, None
    )
    data = wire.encode(reveal)
    assert isinstance(data, bytes)

    async def forge() -> None:
        async with raw_station(stolen) as thief:
            # Under the one subject it may publish to: the server takes it, the stations do not.
            answer = json.loads((await thief.client.request(subjects.entry("desk", stolen.token), data, 20)).data)
            assert answer["seq"]

    asyncio.run(forge())
    for seat in (host, other):
        until("told", lambda each=seat: any("n’en a pas le droit" in said for said in each.network.view().hub.remarks))
        assert seat.opened.core.call(lambda store: reveal.id not in {entry.id for entry in store.entries()})


def test_a_station_that_goes_on_trying_is_told_of_once_a_minute(
    seats: list[Seat], monkeypatch: pytest.MonkeyPatch
) -> None:
    host, desk, other = seats
    subject = Subjects(access(desk).edition_id).hosts
    told: list[tuple[str, ...]] = []
    host.network.listen(lambda view: told.append(view.host.notices if view.host else ()))

    async def try_until(seat: Seat, done: str, met: int) -> None:
        async with raw_station(access(seat)) as thief:
            loop = asyncio.get_running_loop()
            end = loop.time() + 20
            while len({each for each in told if any(done in said for said in each)}) < met:
                assert loop.time() < end
                await thief.say(subject)
                await asyncio.sleep(0.2)

    asyncio.run(try_until(desk, DESK, 1))
    # Another is told of at once; the first is not told of again by then, nor by three more looks.
    asyncio.run(try_until(other, OTHER, 1))
    assert [said.count(DESK) for said in notices(host)].count(1) == 1
    hours = iter(("8:01", "8:02", "8:03", "8:04", "8:05", "8:06"))
    monkeypatch.setattr("vi_events.journal.hub.troubles.hour", lambda _: next(hours))
    monkeypatch.setattr(hub_server, "_TRESPASS_S", 0.0)
    asyncio.run(try_until(desk, "8:02", 1))
    # A later sentence takes the place of the former one.
    assert sum(DESK in said for said in notices(host)) == 1


def test_no_name_a_thief_gives_itself_frames_another_or_stops_the_server(seats: list[Seat]) -> None:
    host, desk, _ = seats
    stolen = access(desk)
    framed = f'1" - "VI_{stolen.edition_id}/user:{station_token(OTHER)}" - Publish Violation - Subject "x'
    lines = ("\n[1] 2027/02/05 10:00:00.000000 [FTL] JetStream", "\n[1] [ERR] JetStream critical write error", framed)

    async def lie() -> None:
        for line in lines:
            for user in (stolen.token, line):
                await _introduce(stolen, user, line)

    asyncio.run(lie())
    until("its tries are told", lambda: any(DESK in said for said in notices(host)))
    assert not any(OTHER in said for said in notices(host))
    state = host.network.view().host
    assert state is not None
    assert (state.phase, state.restarts, state.error) == ("running", 0, None)


async def _introduce(stolen: Membership, user: str, line: str) -> None:
    """Logs in under a name and a version of its own making, and says what it may not."""
    host, _, port = stolen.servers[0].partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    await reader.readline()
    await writer.start_tls(pinned(stolen.certificate))
    login = {"user": user, "pass": stolen.password, "version": line, "name": line, "lang": line, "verbose": True}
    writer.write(b"CONNECT " + json.dumps(login).encode() + b"\r\nPUB vi.x 1\r\n1\r\n")
    await asyncio.wait_for(reader.readline(), 20)
    writer.close()
