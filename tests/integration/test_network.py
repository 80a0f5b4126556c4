"""Stations beside the journal: the sealed palmarès among the stages, the next stop for the webtv, handing over."""

import json
import os
from pathlib import Path

import pytest

from tests.canaries import CANARIES, PASSPHRASE
from tests.hub_stations import until
from tests.networks import Seat, erase_all, free_listen, sealed
from vi_events.edition import erasure
from vi_events.errors import UserError
from vi_events.journal.hub.roles import Role
from vi_events.stations import files
from vi_events.stations.joining import join_edition


def announce_first(seat: Seat) -> None:
    """The opening card, then the first award."""
    stage = seat.opened.stage
    stage.arm().result()
    assert [stage.go().result().refusal, stage.go().result().refusal] == ["", ""]


def test_the_standby_gets_the_sealed_palmares_and_follows_late_changes(seats: list[Seat], tmp_path: Path) -> None:
    host = seats[0]
    sealed(host)
    standby = host.join(tmp_path / "standby", "secours", Role.STAGE)
    seats.append(standby)
    until("the sealed palmarès is there", lambda: standby.opened.stage.on_disk.state == "sealed")
    standby.opened.stage.unlock(PASSPHRASE).result()
    host.opened.stage.open().result()
    host.opened.stage.arm().result()
    host.opened.stage.go().result()
    until(
        "the standby shows the same",
        lambda: standby.opened.stage.view().result().state.stop == 0,
    )
    view = standby.opened.stage.view().result()
    assert view.state.elsewhere
    # Its computer keeps the key too: were its program to crash, it would ask nothing.
    until("the key is kept", standby.opened.stage.on_disk.unlock_kept)
    before = view.revision.number
    host.opened.stage.edit(lambda known: known).result()
    until("the late change", lambda: standby.opened.stage.view().result().revision.number > before)
    # The first is lost: the standby takes over, and the first GO is its own.
    host.end()
    taken = standby.opened.stage.take_over().result()
    assert not taken.refusal
    assert not standby.opened.stage.go().result().refusal


def test_two_gos_at_once_count_once_and_the_other_is_told(seats: list[Seat], tmp_path: Path) -> None:
    host = seats[0]
    sealed(host)
    standby = host.join(tmp_path / "standby", "secours", Role.STAGE)
    seats.append(standby)
    until("the sealed palmarès is there", lambda: standby.opened.stage.on_disk.state == "sealed")
    for seat in seats:
        seat.opened.stage.unlock(PASSPHRASE).result()
    host.opened.stage.arm().result()
    host.opened.stage.go().result()
    until("the standby follows", lambda: standby.opened.stage.view().result().state.stop == 0)
    # Cut off from each other: the standby believes the first dead, which is alive.
    standby.network.leave().result()
    standby.opened.stage.take_over().result()
    assert not standby.opened.stage.go().result().refusal
    assert not host.opened.stage.go().result().refusal
    link = host.network.invite(Role.STAGE).result().link
    data, station = standby.folder.parent, standby.station
    standby.end()
    folder = join_edition(data, link, station)
    seats[1] = again = Seat(folder, station)
    again.network.start().result()
    again.until_linked()
    until("the first gave up the stage", lambda: host.opened.stage.view().result().state.elsewhere)
    assert host.opened.stage.go().result().refusal == "elsewhere"
    again.opened.stage.unlock(PASSPHRASE).result()
    until(
        "both show the same",
        lambda: host.opened.stage.view().result().state.played == again.opened.stage.view().result().state.played,
    )


def test_the_webtv_prepares_the_next_stop_and_keeps_none_of_it(seats: list[Seat], tmp_path: Path) -> None:
    host = seats[0]
    sealed(host)
    webtv = host.join(tmp_path / "webtv", "webtv", Role.WEBTV)
    desk = host.join(tmp_path / "desk", "Accueil 1")
    seats += [webtv, desk]
    prepared: list[str] = []
    webtv.opened.webtv.start()
    webtv.opened.webtv.listen(lambda view: prepared.append(json.dumps(dict(view.prepared or {}))))
    host.opened.stage.unlock(PASSPHRASE).result()
    announce_first(host)
    until("the webtv prepares the second", lambda: any(CANARIES[1] in each for each in prepared))
    host.walk_in("Dupont")
    desk.until_knows("régie", host.walk_in("Durand"))
    webtv.until_knows("régie", 1)
    for seat in (webtv, desk):
        seat.end()
        seat.start()
        for path in seat.folder.rglob("*"):
            content = path.read_bytes() if path.is_file() else b""
            assert not any(name.encode() in content for name in CANARIES[1:]), path
    store = host.folder / "hub" / "store"
    for path in store.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        assert not any(name.encode() in content for name in CANARIES[1:]), path


def test_town_graphics_leave_when_the_stage_falls_silent(seats: list[Seat], tmp_path: Path) -> None:
    host = seats[0]
    sealed(host)
    webtv = host.join(tmp_path / "webtv", "webtv", Role.WEBTV)
    seats.append(webtv)
    on_air: list[list[str]] = []
    webtv.opened.webtv.start()
    webtv.opened.webtv.listen(lambda view: on_air.append([each.kind for each in view.air.overlays]))
    host.opened.stage.unlock(PASSPHRASE).result()
    announce_first(host)
    until("the award is on air", lambda: bool(on_air) and "award" in on_air[-1])
    host.end()
    until("it left the air", lambda: "award" not in on_air[-1])
    host.start()
    host.network.start().result()
    until("it is back", lambda: "award" in on_air[-1])


def test_what_the_surfaces_show_is_heard_by_the_webtv(seats: list[Seat], tmp_path: Path) -> None:
    host = seats[0]
    webtv = host.join(tmp_path / "webtv", "webtv", Role.WEBTV)
    seats.append(webtv)
    heard: list[tuple[str, dict[str, object]]] = []
    webtv.network.hear_surfaces(lambda station, surfaces: heard.append((station, dict(surfaces))))
    host.network.show_surfaces({"public": "ok", "prompter": "warn"})
    until("heard", lambda: ("régie", {"public": "ok", "prompter": "warn"}) in heard)


def test_hosting_is_handed_over_and_every_station_follows(seats: list[Seat], tmp_path: Path) -> None:
    host = seats[0]
    webtv = host.join(tmp_path / "webtv", "webtv", Role.WEBTV, free_listen())
    desk = host.join(tmp_path / "desk", "Accueil 1")
    seats += [webtv, desk]
    until("all are seen", lambda: sum(each.here for each in host.network.view().members) == 3)
    assert "webtv" in host.network.quit_refusal()
    host.network.hand_over("webtv").result()
    assert not host.network.view().hosting
    until("the webtv hosts", lambda: webtv.network.view().hosting)
    assert not host.network.quit_refusal()
    for seat in seats:
        seat.until_linked()
    number = desk.walk_in("Dupont")
    for seat in (host, webtv):
        seat.until_knows("Accueil 1", number)
    # The first may now leave, and the new host takes newcomers.
    host.end()
    late = webtv.join(tmp_path / "late", "Accueil 2")
    seats.append(late)
    late.until_knows("Accueil 1", number)
    desk.until_knows("Accueil 2", late.walk_in("Durand"))
    host.start()
    host.network.start().result()
    host.until_linked()
    host.until_knows("Accueil 2", 1)


def test_a_station_that_is_away_is_not_given_the_hosting(seats: list[Seat], tmp_path: Path) -> None:
    host = seats[0]
    desk = host.join(tmp_path / "desk", "Accueil 1")
    desk.end()
    seats.append(desk)
    until("it is gone", lambda: sum(each.here for each in host.network.view().members) == 1)
    with pytest.raises(UserError) as refused:
        host.network.hand_over("Accueil 1").result()
    assert refused.value.code == "station_away"
    assert host.network.view().hosting


def test_a_stage_hosts_in_place_of_a_lost_host_and_the_others_find_it(seats: list[Seat], tmp_path: Path) -> None:
    host = seats[0]
    found: list[str] = []
    standby = host.join(tmp_path / "standby", "secours", Role.STAGE, free_listen())
    desk = host.join(tmp_path / "desk", "Accueil 1", search=lambda _: tuple(found))
    seats += [standby, desk]
    until("the standby could host", lambda: files.load_kit(standby.folder, "") is not None)
    until("with everybody", lambda: len(files.load_members(standby.folder).members) == 3)
    host.end()
    number = desk.walk_in("Dupont")
    standby.network.host().result()
    found += standby.network.view().addresses
    desk.until_linked()
    standby.until_knows("Accueil 1", number)
    # The first comes back: it finds the new host, and does not host beside it.
    host.search = lambda _: tuple(found)
    host.start()
    with pytest.raises(UserError) as refused:
        host.network.start().result()
    assert refused.value.code == "hub_elsewhere"
    host.until_linked()
    host.until_knows("Accueil 1", number)


def test_a_host_that_was_killed_hosts_again_when_it_is_back(seats: list[Seat], tmp_path: Path) -> None:
    host = seats[0]
    desk = host.join(tmp_path / "desk", "Accueil 1")
    seats.append(desk)
    host.end()
    number = desk.walk_in("Dupont")
    host.start()
    host.network.start().result()
    assert host.network.view().hosting
    host.until_knows("Accueil 1", number)
    host.network.stop_hosting().result()
    host.end()
    host.start()
    host.network.start().result()
    assert not host.network.view().hosting


def test_kits_are_for_their_owner_only(seats: list[Seat], tmp_path: Path) -> None:
    host = seats[0]
    standby = host.join(tmp_path / "standby", "secours", Role.STAGE)
    desk = host.join(tmp_path / "desk", "Accueil 1")
    seats += [standby, desk]
    until("the kit came", lambda: files.load_kit(standby.folder, "") is not None)
    assert files.load_kit(desk.folder, "") is None
    for path in (standby.folder / "hub").iterdir():
        assert not path.stat().st_mode & 0o077, path
    key = (host.folder / "hub" / "key.pem").read_bytes()
    for root, _, names in os.walk(desk.folder):
        assert not any(key in Path(root, name).read_bytes() for name in names)


def test_an_erased_edition_leaves_no_name_with_any_station_nor_the_hub(seats: list[Seat], tmp_path: Path) -> None:
    host = seats[0]
    desk = host.join(tmp_path / "desk", "Accueil 1")
    standby = host.join(tmp_path / "standby", "secours", Role.STAGE)
    seats += [desk, standby]
    number = desk.walk_in("Canardeau")
    for seat in (host, standby):
        seat.until_knows("Accueil 1", number)
    store = host.folder / "hub" / "store"
    assert any(b"Canardeau" in path.read_bytes() for path in store.rglob("*") if path.is_file())
    erase_all(host)
    until(
        "every station said it is done",
        lambda: all(
            seat.opened.core.call(erasure.erasures) and set(seat.opened.core.call(erasure.unheard)) <= {"poste-1"}
            for seat in seats
        ),
    )
    for seat in seats:
        for path in seat.folder.rglob("*"):
            assert not path.is_file() or b"Canardeau" not in path.read_bytes(), path
    # The hub serves on: who comes later gets an edition without names.
    late = host.join(tmp_path / "late", "Accueil 2")
    seats.append(late)
    late.until_knows("Accueil 1", number)
    assert b"Canardeau" not in (late.folder / "edition.db").read_bytes()
