"""Several stations when something goes wrong in the middle: what was promised holds, and a person is told."""

import asyncio
import base64
import json
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from tests.canaries import CANARIES, PASSPHRASE, document
from tests.hub_stations import until
from tests.networks import Seat, erase_all, free_listen, sealed
from tests.raw_station import raw_station
from vi_events import app
from vi_events.edition import erasure
from vi_events.edition.seal import SEALED
from vi_events.errors import UserError
from vi_events.journal.entry import Author, Entry, Fact
from vi_events.journal.hub import client as hub_client
from vi_events.journal.hub import exchange
from vi_events.journal.hub.admin import Admin
from vi_events.journal.hub.exchange import Exchange
from vi_events.journal.hub.joining import JoinRefusedError
from vi_events.journal.hub.link import Link, LinkLostError, Membership
from vi_events.journal.hub.presence import Heartbeat, encode
from vi_events.journal.hub.roles import Role
from vi_events.journal.hub.server import HubState
from vi_events.journal.hub.standing import Standing
from vi_events.journal.hub.subjects import Subjects, station_token
from vi_events.journal.store import Store
from vi_events.stations import files, handing_over, joining, rivals
from vi_events.stations.beside import SharedPalmares
from vi_events.stations.hosting import Hosting
from vi_events.stations.joining import join_edition


def on_the_hub(stage: Seat, name: str) -> bytes:
    """A sealed document as the hub holds it."""
    membership = files.load_membership(stage.folder)
    assert membership is not None
    subjects = Subjects(membership.edition_id)

    async def look() -> bytes:
        async with raw_station(membership) as station:
            wanted = {"last_by_subj": subjects.sealed(name)}
            found = await station.ask(f"STREAM.MSG.GET.{subjects.sealed_stream}", **wanted)
            return base64.b64decode(found["message"].get("data", "")) if "message" in found else b"?"

    return asyncio.run(look())


# Handing over


def test_hosting_stays_when_nobody_could_reach_the_next_host(
    seats: list[Seat], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    host = seats[0]
    standby = host.join(tmp_path / "standby", "secours", Role.STAGE, free_listen())
    desk = host.join(tmp_path / "desk", "Accueil 1")
    seats += [standby, desk]
    until("all are seen", lambda: sum(each.here for each in host.network.view().members) == 3)
    # A firewall: the standby hosts, at an address where nobody gets in.
    monkeypatch.setattr(Hosting, "addresses", ("127.0.0.1:9",))
    with pytest.raises(UserError) as refused:
        host.network.hand_over("secours").result()
    monkeypatch.undo()
    assert refused.value.code == "handover_unreachable"
    assert host.network.view().hosting
    until("the standby gave up", lambda: not standby.network.view().hosting, 40)
    number = desk.walk_in("Dupont")
    for seat in (host, standby):
        seat.until_knows("Accueil 1", number)
    for seat in (desk, standby):
        membership = files.load_membership(seat.folder)
        assert membership is not None
        assert "127.0.0.1:9" not in membership.servers


def test_a_next_host_whose_ports_are_taken_stays_with_the_others(seats: list[Seat], tmp_path: Path) -> None:
    host = seats[0]
    listen = free_listen()
    standby = host.join(tmp_path / "standby", "secours", Role.STAGE, listen)
    seats.append(standby)
    until("all are seen", lambda: sum(each.here for each in host.network.view().members) == 2)
    with socket.create_server((listen.host, listen.port + 1)):  # the counter's
        host.network._serving.hosting_or_refuse().give_kit("secours")
        until("it was refused", lambda: "port" in standby.network.view().trouble)
    assert not standby.network.view().hosting
    standby.end()
    standby.start()
    standby.network.start().result()
    standby.until_linked()
    host.until_knows("secours", standby.walk_in("Dupont"))
    # Who may take part is what the host last said, not what the refused one made of it.
    desk = host.join(tmp_path / "desk", "Accueil 1")
    seats.append(desk)
    until("the list is whole", lambda: len(files.load_members(standby.folder).members) == 3)
    assert files.load_members(standby.folder).host == "régie"


def test_two_hosts_at_once_are_told_on_both(seats: list[Seat], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a network where hosts cannot be looked for."""
    monkeypatch.setattr(rivals, "_LOOK_S", 0.5)
    host = seats[0]
    standby = host.join(tmp_path / "standby", "secours", Role.STAGE, free_listen())
    seats.append(standby)
    until("the standby could host", lambda: files.load_kit(standby.folder, "") is not None)
    host.end()
    until("it is gone", lambda: standby.network.view().hub.state == "away")
    standby.network.host().result()
    standby.until_linked()
    assert not standby.network.view().trouble
    host.start()
    host.network.start().result()
    for seat in seats:
        until(f"{seat.station} tells it", lambda: "héberge aussi" in seat.network.view().trouble)  # noqa: B023
    standby.network.stop_hosting().result()
    until("it is over", lambda: not host.network.view().trouble)


def test_two_hosts_of_different_certificates_are_told_on_both(
    seats: list[Seat], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rivals, "_LOOK_S", 0.5)
    host, found = seats[0], list[str]()
    standby = host.join(tmp_path / "standby", "secours", Role.STAGE, free_listen(), search=lambda _: tuple(found))
    seats.append(standby)
    until("the standby could host", lambda: files.load_kit(standby.folder, "") is not None)
    host.end()
    until("it is gone", lambda: standby.network.view().hub.state == "away")
    standby.network.host().result()
    standby.network.renew().result()
    host.search = lambda _: tuple(found)
    host.start()
    host.network.start().result()
    for seat in seats:
        seat.until_linked()
        found += seat.network.view().addresses
    for seat in seats:
        until(f"{seat.station} tells it", lambda: "héberge aussi" in seat.network.view().trouble)  # noqa: B023
    # Alone again, it takes none of its own addresses for another.
    host.network.stop_hosting().result()
    until("it is over", lambda: not standby.network.view().trouble)


def test_a_host_that_comes_back_asks_where_the_hosting_went(seats: list[Seat], tmp_path: Path) -> None:
    """It was killed before it noted that it had handed over, on a network where hosts cannot be looked for."""
    host = seats[0]
    standby = host.join(tmp_path / "standby", "secours", Role.STAGE, free_listen())
    seats.append(standby)
    until("all are seen", lambda: sum(each.here for each in host.network.view().members) == 2)
    host.network.hand_over("secours").result()
    host.end()
    files.mark_hosting(host.folder, str(host.listen))
    host.start()
    with pytest.raises(UserError) as refused:
        host.network.start().result()
    assert refused.value.code == "hub_elsewhere"
    host.until_linked()


# What others say


def test_a_desk_cannot_cut_off_the_stage_by_speaking_in_its_name(seats: list[Seat], tmp_path: Path) -> None:
    host = seats[0]
    desk = host.join(tmp_path / "desk", "Accueil 1")
    desk.end()
    membership = files.load_membership(desk.folder)
    assert membership is not None
    subjects = Subjects(membership.edition_id)
    forged = Heartbeat("régie", "stage", "another computer", "1", 0, 10**6, 0, "run")
    honest = Heartbeat("Accueil 1", "desk", "machine", "1", 0, 0, 0, "run")

    async def speak() -> None:
        async with raw_station(replace(membership, station="Accueil 1")) as station:
            for said in (forged, honest):
                await station.say(subjects.presence(station_token("Accueil 1")), encode(said))

    asyncio.run(speak())
    heard = host.network._client
    assert heard is not None
    assert heard._known is not None
    known = heard._known
    until("the desk is heard", lambda: "Accueil 1" in known.presence)
    assert not known.presence.namesake


def test_the_standby_does_not_take_the_next_stop_from_the_webtv(seats: list[Seat], tmp_path: Path) -> None:
    host = seats[0]
    sealed(host)
    standby = host.join(tmp_path / "standby", "secours", Role.STAGE)
    webtv = host.join(tmp_path / "webtv", "webtv", Role.WEBTV)
    seats += [standby, webtv]
    until("the sealed palmarès is there", lambda: standby.opened.stage.on_disk.state == "sealed")
    for seat in (host, standby):
        seat.opened.stage.unlock(PASSPHRASE).result()
    prepared: list[str] = []
    webtv.opened.webtv.start()
    webtv.opened.webtv.listen(lambda view: prepared.append(json.dumps(view.prepared and dict(view.prepared))))
    stage = host.opened.stage
    stage.arm().result()
    stage.go().result()
    until("the standby follows", lambda: standby.opened.stage.view().result().state.stop == 0)
    until("the webtv prepares the first", lambda: any(CANARIES[0] in each for each in prepared))
    since = len(prepared)
    messages = standby.network._messages
    assert messages is not None
    assert not messages.beside().repeated()
    host.until_knows("secours", standby.walk_in("Dupont"))
    assert all(each != "null" for each in prepared[since:])


def test_a_stage_that_is_excluded_comes_back_under_no_name(seats: list[Seat], tmp_path: Path) -> None:
    host = seats[0]
    standby = host.join(tmp_path / "standby", "secours", Role.STAGE)
    desk = host.join(tmp_path / "desk", "Accueil 1")
    away = host.join(tmp_path / "away", "Accueil 2")
    seats += [standby, desk, away]
    until("the standby knows all accesses", lambda: len(files.load_members(standby.folder).members) == 4)
    away.end()
    known, membership = files.load_members(standby.folder).members, files.load_membership(standby.folder)
    assert membership is not None
    host.network.revoke("secours").result()
    shown = (host.folder / "hub" / "certificate.pem").read_text()
    for member in known:
        user = member.user
        stolen = replace(membership, station=user.station, password=user.password, certificate=shown)
        problem = handing_over.refusal(stolen)
        assert problem is not None
        assert problem.code == "hub_refused"
    number = desk.walk_in("Dupont")
    host.until_knows("Accueil 1", number)
    desk.until_knows("régie", host.walk_in("Durand"))
    for seat in (host, desk):
        seat.end()
        seat.start()
        seat.network.start().result()
        seat.until_linked()
    away.start()
    away.network.start().result()
    until("it is told to ask for a link", lambda: "nouveau lien" in away.network.view().hub.text)
    away.end()
    away.folder = join_edition(away.folder.parent, host.network.invite(Role.DESK).result().link, "Accueil 2")
    away.start()
    away.network.start().result()
    away.until_knows("Accueil 1", number)


def test_the_certificate_changes_with_a_stage_that_is_excluded(seats: list[Seat], tmp_path: Path) -> None:
    host = seats[0]
    standby = host.join(tmp_path / "standby", "secours", Role.STAGE, free_listen())
    second = host.join(tmp_path / "second", "secours 2", Role.STAGE)
    desk = host.join(tmp_path / "desk", "Accueil 1")
    seats += [standby, second, desk]
    until("the standby knows all", lambda: len(files.load_members(standby.folder).members) == 4)
    stolen, link = files.load_kit(standby.folder, ""), host.network.invite(Role.DESK).result().link
    assert stolen is not None
    host.network.revoke("secours").result()
    for seat in (host, second, desk):
        membership = files.load_membership(seat.folder)
        assert membership is not None
        assert membership.certificate != stolen.certificate
        seat.until_linked()
    desk.until_knows("régie", host.walk_in("Dupont"))
    until("the other stage could host", lambda: _key(second) == _key(host))
    assert _key(host) != stolen.key
    assert _key(standby) == stolen.key
    with pytest.raises(UserError) as refused:
        join_edition(tmp_path / "late", link, "Accueil 2")
    assert refused.value.code == "host_unreachable"
    # With the key it knew, it gets nobody: a station takes no other certificate than the one it was told.
    host.network.stop_hosting().result()
    standby.network.host().result()
    known = files.load_membership(desk.folder)
    assert known is not None
    problem = handing_over.refusal(replace(known, servers=standby.network.view().addresses))
    assert problem is not None
    assert problem.code == "hub_stranger"
    assert "nouveau lien" in str(problem)


def test_a_station_that_once_hosted_takes_the_key_with_it(seats: list[Seat], tmp_path: Path) -> None:
    host = seats[0]
    webtv = host.join(tmp_path / "webtv", "webtv", Role.WEBTV, free_listen())
    seats.append(webtv)
    until("all are seen", lambda: sum(each.here for each in host.network.view().members) == 2)
    host.network.hand_over("webtv").result()
    until("it hosts", lambda: webtv.network.view().hosting)
    host.until_linked()
    until("all are seen", lambda: sum(each.here for each in webtv.network.view().members) == 2)
    webtv.network.hand_over("régie").result()
    until("it hosts again", lambda: host.network.view().hosting)
    known = _key(webtv)
    assert _key(host) == known
    host.network.revoke("webtv").result()
    assert _key(host) != known


def test_a_station_that_was_away_asks_for_a_link_once_the_certificate_changed(
    seats: list[Seat], tmp_path: Path
) -> None:
    host = seats[0]
    desk = host.join(tmp_path / "desk", "Accueil 1")
    away = host.join(tmp_path / "away", "Accueil 2")
    seats += [desk, away]
    before = host.network.identity()["fingerprint"]
    number = away.walk_in("Dupont")
    host.until_knows("Accueil 2", number)
    away.end()
    host.network.renew().result()
    assert host.network.identity()["fingerprint"] != before
    host.until_linked()
    host.until_knows("Accueil 1", desk.walk_in("Durand"))
    away.start()
    away.network.start().result()
    until("it is told", lambda: "nouveau lien" in away.network.view().hub.text)
    waiting = away.walk_in("Martin")
    away.end()
    join_edition(away.folder.parent, host.network.invite(Role.DESK).result().link, "Accueil 2")
    away.start()
    away.network.start().result()
    away.until_linked()
    host.until_knows("Accueil 2", waiting)
    # The host, started again, still serves the new one.
    host.end()
    host.start()
    host.network.start().result()
    host.until_knows("Accueil 1", desk.walk_in("Petit"))


def test_an_excluded_station_comes_back_under_its_name_and_nobody_else_takes_it(
    seats: list[Seat], tmp_path: Path
) -> None:
    host = seats[0]
    standby = host.join(tmp_path / "standby", "secours", Role.STAGE)
    desk = host.join(tmp_path / "desk", "Accueil 1")
    seats += [standby, desk]
    number = desk.walk_in("Dupont")
    host.until_knows("Accueil 1", number)
    host.network.revoke("Accueil 1").result()
    until("it is told", lambda: desk.network.view().hub.state == "refused")
    alone = desk.walk_in("Durand")
    desk.end()
    link = host.network.invite(Role.DESK).result().link
    with pytest.raises(JoinRefusedError) as refused:
        join_edition(tmp_path / "thief", link, "Accueil 1")
    assert refused.value.code == "station_name_taken"
    assert join_edition(desk.folder.parent, link, "Accueil 1") == desk.folder
    desk.start()
    desk.network.start().result()
    desk.until_linked()
    last = desk.walk_in("Martin")
    assert last > alone > number
    host.until_knows("Accueil 1", last)
    # Whoever hosts next knows whose name it is.
    host.network.revoke("Accueil 1").result()
    until("the standby knows", lambda: "Accueil 1" in files.load_members(standby.folder).excluded)


def _key(seat: Seat) -> str:
    kit = files.load_kit(seat.folder, "")
    return kit.key if kit else ""


def test_a_palmares_changed_on_both_sides_is_told_where_it_was_replaced(seats: list[Seat]) -> None:
    host, told = seats[0], list[str]()
    host.network.stop_hosting().result()
    sealed(host)
    documents, path = host.opened.stage.on_disk, host.folder / SEALED
    shared = SharedPalmares(host.opened, told.append)
    first = path.read_bytes()
    assert shared.meet(first)
    documents.save(document())
    documents.save(document())
    theirs = path.read_bytes()
    path.write_bytes(first)
    assert shared.meet(theirs)
    assert told[-1] == ""
    shared.meet(first)
    path.write_bytes(first)
    documents.save(document())
    assert shared.meet(theirs)
    assert "sur une autre régie" in told[-1]
    assert path.read_bytes() == theirs


# Erasure


def test_a_stage_that_was_away_does_not_bring_the_palmares_back(
    seats: list[Seat], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    host = seats[0]
    sealed(host)
    standby = host.join(tmp_path / "standby", "secours", Role.STAGE)
    seats.append(standby)
    until("the sealed palmarès is there", lambda: (standby.folder / SEALED).exists())
    host.until_knows("secours", standby.walk_in("Dupont"))
    standby.end()
    erase_all(host)
    until("it is erased here", lambda: host.opened.core.call(erasure.unheard) == ["secours"])
    assert not (host.folder / SEALED).exists()
    # Back, it is slow to take in what happened meanwhile.
    apply, slow = Exchange._apply, Event()

    async def slowly(exchange: Exchange, entries: list[Entry]) -> None:
        while not slow.is_set():
            await asyncio.sleep(0.02)
        await apply(exchange, entries)

    monkeypatch.setattr(Exchange, "_apply", slowly)
    standby.start()
    standby.network.start().result()
    until("it is there", lambda: any(each.here and not each.own for each in host.network.view().members))
    slow.set()
    until("it has ended it too", lambda: not host.opened.core.call(erasure.unheard))
    until("the hub holds none", lambda: not on_the_hub(standby, "palmares"))
    for seat in seats:
        assert not (seat.folder / SEALED).exists()


# Joining


def test_a_join_that_was_cut_short_gives_no_number_twice(
    seats: list[Seat], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    host = seats[0]
    desk = host.join(tmp_path / "desk", "Accueil 1")
    number = desk.walk_in("Dupont")
    host.until_knows("Accueil 1", number)
    desk.end()
    (desk.folder / "edition.db").unlink()  # another disk in the same computer
    with monkeypatch.context() as patched:

        def cut(*_: object) -> None:
            raise KeyboardInterrupt

        patched.setattr(joining, "_wait_until_whole", cut)
        with pytest.raises(KeyboardInterrupt):
            join_edition(desk.folder.parent, host.network.invite(Role.DESK).result().link, "Accueil 1")
    with pytest.raises(UserError) as refused, app.open_edition(desk.folder, Author("Accueil 1")):
        pass
    assert refused.value.code == "journal_incomplete"
    join_edition(desk.folder.parent, host.network.invite(Role.DESK).result().link, "Accueil 1")
    desk.start()
    seats.append(desk)
    assert desk.walk_in("Durand") == 2 * number


# The link dies


def test_a_link_that_dies_of_a_mistake_says_so(seats: list[Seat], monkeypatch: pytest.MonkeyPatch) -> None:
    host = seats[0]
    host.until_linked()

    async def broken(*_: object) -> None:
        raise ValueError("a bug")

    monkeypatch.setattr(Standing, "_oldest_pending_ms", broken)
    monkeypatch.setattr(Standing, "pending", lambda *_: 1)
    until("it is told", lambda: host.network.view().hub.state != "connected")


def test_a_kit_that_comes_twice_at_once_is_kept_once(seats: list[Seat]) -> None:
    host = seats[0]
    kit = files.load_kit(host.folder, files.load_membership(host.folder).edition_id)  # type: ignore[union-attr]
    assert kit is not None
    with ThreadPoolExecutor(4) as workers:
        for saved in [workers.submit(files.save_kit, host.folder.with_name("copy"), kit) for _ in range(200)]:
            saved.result()


def test_what_a_role_may_not_send_is_told(seats: list[Seat], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "_STRANDED_S", 0.0)
    host = seats[0]
    desk = host.join(tmp_path / "desk", "Accueil 1")
    seats.append(desk)

    def record(store: Store) -> None:
        for station, subject in (("Accueil 1", "show:main"), ("ancien nom", "zone:jour")):
            with store.transaction(Author(station)) as tx:
                tx.record(Fact("noted", subject))
            desk.opened.core.publish(tx.change)

    desk.opened.core.call(record)
    for name in ("Accueil 1", "ancien nom"):
        until(f"{name} is told of", lambda: any(name in each for each in desk.network.view().hub.remarks))  # noqa: B023


def test_an_unforeseen_error_of_the_host_is_told_and_it_serves_on(
    seats: list[Seat], monkeypatch: pytest.MonkeyPatch
) -> None:
    host = seats[0]

    def state() -> HubState:
        found = host.network.view().host
        assert found is not None
        return found

    async def broken(_: Admin) -> None:
        raise KeyError("a bug")

    with monkeypatch.context() as patched:
        patched.setattr(Admin, "look", broken)
        until("it is told", lambda: state().error is not None)
    until("it serves again", lambda: state().phase == "running" and state().error is None)
    host.until_linked()


def test_an_end_in_the_middle_of_connecting_is_quick(seats: list[Seat], monkeypatch: pytest.MonkeyPatch) -> None:
    """As nats-py does now and then, what connects does not see that it is to end."""
    host = seats[0]
    connecting = Event()

    async def deaf(_: Membership) -> Link:
        connecting.set()
        with suppress(asyncio.CancelledError):
            await asyncio.sleep(60)
        raise LinkLostError("hub_away", "L’hôte ne répond pas.")

    monkeypatch.setattr(hub_client, "open_link", deaf)
    host.network.stop_hosting().result()
    assert connecting.wait(30)
    began = time.monotonic()
    client = host.network._client
    assert client is not None
    client.close()
    assert time.monotonic() - began < 3
    assert not client._thread.is_alive()
