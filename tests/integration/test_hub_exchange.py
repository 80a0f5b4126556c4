"""Stations that share entries through a real hub: what is lost, when, and what they make of it."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import orjson
import pytest

from tests.hub_stations import Hub, Station, converge, end, until
from vi_events.clock import hlc_ms, uuid7
from vi_events.journal.entry import Entry, Fact
from vi_events.journal.hub import wire
from vi_events.journal.hub.subjects import EntryClass, Subjects, station_token

HOUR_MS = 3_600_000
Make = Callable[..., Station]


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    with Hub(tmp_path / "hub") as running:
        yield running


@pytest.fixture
def make(hub: Hub, tmp_path: Path) -> Iterator[Make]:
    """Makes stations, linked unless said otherwise."""
    made: list[Station] = []

    def make(name: str, role: str = "desk", ahead_ms: int = 0, linked: bool = True) -> Station:
        station = Station(tmp_path, hub.membership(name, role), ahead_ms)
        made.append(station)
        if linked:
            until(f"{name} linked", station.linked)
        return station

    yield make
    end(made)


def noted(*stations: Station) -> set[str]:
    """Everything that these stations acknowledged."""
    return {id_ for station in stations for id_ in station.ids()}


def forged(station: str, seq: int, subject: str = "attendee:x", kind: str = "noted") -> Entry:
    return Entry(uuid7(1), station, seq, 1 << 16, "live", "", kind, 1, subject, {}, None)


def entry_subject(hub: Hub, station: str) -> str:
    return Subjects(hub.edition_id).entry(EntryClass.DESK, station_token(station))


def sent(entry: Entry) -> bytes:
    data = wire.encode(entry)
    assert isinstance(data, bytes)
    return data


# What goes well


def test_what_one_station_records_the_others_have(make: Make) -> None:
    one, two = make("poste-1"), make("poste-2")
    one.expect("anne")
    two.expect("jean")
    converge([one, two], noted(one, two))
    assert one.client.view.text == "En liaison, tout est transmis."


def test_a_station_that_comes_late_gets_everything(make: Make) -> None:
    one = make("poste-1")
    for number in range(300):
        one.expect(f"a{number}")
    late = make("poste-2")
    # The lamp says « en liaison » only once all that was there has been read.
    assert late.count() == 300
    converge([one, late], noted(one))


def test_stations_see_each_other(make: Make) -> None:
    one, two = make("poste-1"), make("régie", "stage")
    until("seen", lambda: bool(one.client.view.stations))
    (seen,) = one.client.view.stations
    assert (seen.name, seen.role) == ("régie", "stage")
    assert abs(seen.clock_offset_ms) < 1000
    two.expect("anne")
    converge([one, two], noted(two))


# Faults


def test_what_waits_is_counted_from_the_first_that_waits(make: Make) -> None:
    one, two = make("poste-1"), make("poste-2")
    one.cable.cut()
    until("away", lambda: one.client.view.state == "away")
    waiting = [one.admit("anne"), one.admit("jean"), one.admit("zoé")]
    until("counted", lambda: one.client.view.pending == 3)
    assert one.client.view.since_ms == hlc_ms(waiting[0].hlc)
    assert "3 passages non transmis depuis" in one.client.view.text
    one.cable.mend()
    converge([one, two], noted(one))
    until("none waits", lambda: one.client.view.pending == 0)


def test_a_cable_that_hangs_without_closing_is_noticed(make: Make) -> None:
    one, two = make("poste-1"), make("poste-2")
    one.cable.freeze()
    one.admit("anne")
    until("away", lambda: one.client.view.state == "away")
    one.cable.cut()
    one.cable.mend()
    converge([one, two], noted(one))


def test_a_killed_server_loses_nothing(hub: Hub, make: Make) -> None:
    one, two = make("poste-1"), make("poste-2")
    for number in range(50):
        one.admit(f"a{number}")
        if number == 20:
            hub.kill()
        two.admit(f"b{number}")
    hub.start()
    converge([one, two], noted(one, two))


def test_an_emptied_server_is_filled_again_also_by_others(hub: Hub, make: Make) -> None:
    one, two, three = make("poste-1"), make("poste-2"), make("régie", "stage")
    one.expect("anne")
    two.expect("jean")
    everything = noted(one, two)
    converge([one, two, three], everything)
    one.close()  # what it recorded is only with the others now
    hub.kill()
    hub.empty()
    hub.start()
    late = make("poste-4")
    converge([two, three, late], everything)
    assert hub.messages() == len(everything)


def test_a_server_from_an_older_copy_is_completed(hub: Hub, make: Make) -> None:
    one, two = make("poste-1"), make("poste-2")
    one.expect("anne")
    converge([one, two], noted(one))
    hub.kill()
    copy = hub.copy()
    hub.start()
    until("linked again", lambda: one.linked() and two.linked())
    for number in range(20):
        (one, two)[number % 2].admit(f"a{number}")
    everything = noted(one, two)
    converge([one, two], everything)
    hub.kill()
    hub.put_back(copy)
    hub.start()
    late = make("poste-3")
    converge([one, two, late], everything)


def test_a_stream_that_grew_again_past_the_loss_is_not_taken_for_the_same(hub: Hub, make: Make) -> None:
    one, two = make("poste-1"), make("poste-2")
    one.expect("anne")
    converge([one, two], noted(one))
    hub.kill()
    copy = hub.copy()
    hub.start()
    until("linked again", lambda: one.linked() and two.linked())
    one.admit("anne")
    one.admit("jean")
    everything = noted(one)
    converge([one, two], everything)
    one.close()
    two.close()
    hub.kill()
    hub.put_back(copy)
    hub.start()
    three = make("poste-3")
    for number in range(5):
        three.admit(f"b{number}")
    one.open()
    two.open()
    converge([one, two, three], everything | noted(three))


def test_a_purged_stream_is_filled_again_though_the_server_remembers_the_ids(hub: Hub, make: Make) -> None:
    one = make("poste-1")
    for number in range(10):
        one.admit(f"a{number}")
    until("stored", lambda: hub.messages() == 10)
    hub.purge()
    until("stored again", lambda: hub.messages() == 10)
    late = make("poste-2")
    converge([one, late], noted(one))


def test_a_damaged_message_under_an_entry_s_id_does_not_stand_for_it(hub: Hub, make: Make) -> None:
    one = make("poste-1", linked=False)
    entry = one.admit("anne")
    one.close()
    hub.publish(entry_subject(hub, "poste-1"), b"\x00 damaged", entry.id)
    one.open()
    two = make("poste-2")
    converge([one, two], {entry.id})


def test_entries_that_are_asked_for_are_sent_again(hub: Hub, make: Make) -> None:
    one = make("poste-1")
    one.admit("anne")
    one.admit("jean")
    until("stored", lambda: hub.messages() == 2)
    want = {"station": "poste-1", "first": 1, "last": 2}
    hub.say(Subjects(hub.edition_id).want(station_token("poste-1")), orjson.dumps(want))
    until("sent again", lambda: hub.messages() == 4)


def test_what_arrives_twice_counts_once(hub: Hub, make: Make) -> None:
    one, two = make("poste-1"), make("poste-2")
    entry = one.admit("anne")
    converge([one, two], {entry.id})
    before = two.fold()
    for copy in range(3):
        hub.publish(entry_subject(hub, "poste-2"), sent(entry), f"copy {copy}")
    last = one.admit("jean")
    converge([one, two], {last.id})
    assert [each.id for each in two.history("attendee:anne")] == [entry.id]
    assert two.fold()["attendee:anne"] == before["attendee:anne"]


@pytest.mark.parametrize("ahead_ms", [-5 * HOUR_MS, 3 * HOUR_MS, 400 * 24 * HOUR_MS])
def test_clocks_that_are_wrong_give_the_same_state_everywhere(make: Make, ahead_ms: int) -> None:
    one, two = make("poste-1"), make("poste-2", ahead_ms=ahead_ms)
    for number in range(6):
        (one, two)[number % 2].admit("anne")
        (two, one)[number % 2].expect(f"a{number}")
    converge([one, two], noted(one, two))
    if ahead_ms > 24 * HOUR_MS:
        # A clock a year ahead is not followed.
        assert hlc_ms(one.admit("jean").hlc) < one.now_ms() + HOUR_MS
    until("told", lambda: any("poste-2" in said for said in one.client.view.remarks))


def test_two_admissions_apart_are_listed_once(make: Make) -> None:
    one, two, three = make("poste-1"), make("poste-2"), make("poste-3")
    one.expect("anne")
    converge([one, two, three], noted(one))
    one.cable.cut()
    two.cable.cut()
    one.admit("anne")
    two.admit("anne")
    one.cable.mend()
    two.cable.mend()
    everything = noted(one, two)
    converge([one, two, three], everything)
    for station in (one, two, three):
        data, _, _ = station.fold()["attendee:anne"]
        assert len(data["conflicts"]) == 1
        assert station.fold()["totals"]["#conflict:0"] == 1


# What cannot be used


def test_an_entry_that_cannot_be_applied_is_set_aside_and_told(hub: Hub, make: Make) -> None:
    one, two = make("poste-1"), make("poste-2")
    first = one.admit("anne")
    converge([one, two], {first.id})
    subject = entry_subject(hub, "poste-1")
    hub.publish(subject, sent(forged("poste-1", 1)), "taken number")
    hub.publish(subject, b"{]", "damaged")
    last = one.admit("jean")
    converge([one, two], {first.id, last.id})
    until("told", lambda: len(two.client.view.remarks) >= 2)
    assert any("mise de côté" in said and "poste-1" in said for said in two.client.view.remarks)


def test_a_desk_cannot_speak_for_the_stage(hub: Hub, make: Make) -> None:
    one, two = make("poste-1"), make("poste-2")
    reveal = forged("régie", 1, "award:75056", "award_revealed")
    hub.publish(entry_subject(hub, "poste-1"), sent(reveal), reveal.id)
    last = one.admit("jean")
    converge([one, two], {last.id})
    assert reveal.id not in two.ids()
    until("told", lambda: any("n’en a pas le droit" in said for said in two.client.view.remarks))


def test_a_message_of_a_later_version_asks_for_an_update_and_holds_up_nothing(hub: Hub, make: Make) -> None:
    one, two = make("poste-1"), make("poste-2")
    hub.publish(entry_subject(hub, "poste-1"), b'{"v":2}', "later")
    until("told", lambda: two.client.view.state == "newer")
    assert "mettez à jour" in two.client.view.text
    last = one.admit("jean")
    until("others go on", lambda: last.id in two.ids())


def test_an_unknown_kind_is_kept_and_reaches_who_comes_later(make: Make) -> None:
    one, two = make("poste-1"), make("poste-2")
    (entry,) = one.record(Fact("weather_noted", "weather:1", {"rain": True}, version=7))
    converge([one, two], {entry.id})
    assert two.history("weather:1") == one.history("weather:1")


def test_wrong_credentials_are_told_and_tried_again_later(hub: Hub, tmp_path: Path) -> None:
    stranger = Station(tmp_path, replace(hub.membership("poste-1", "desk"), password="wrong"))
    until("refused", lambda: stranger.client.view.state == "refused")
    assert "nouveau lien" in stranger.client.view.text
    stranger.end()


def test_two_computers_of_one_name_are_told(hub: Hub, make: Make, tmp_path: Path) -> None:
    one = make("poste-1")
    other = Station(tmp_path / "copy", hub.membership("poste-1", "desk"))
    other.close()
    other.machine = "another"
    other.open()
    until("told", lambda: "Un autre ordinateur" in one.client.view.text + other.client.view.text)
    other.end()


def test_two_copies_of_one_disk_are_told_on_both_and_what_each_noted_stays(
    hub: Hub, make: Make, tmp_path: Path
) -> None:
    one, two = make("poste-1"), make("poste-2")
    one.admit("anne")
    converge([one, two], noted(one))
    one.close()
    shutil.copytree(one.folder, tmp_path / "copy" / "poste-1")
    one.open()
    other = Station(tmp_path / "copy", hub.membership("poste-1", "desk"))
    kept = [{one.admit("jean").id}, {other.admit("paul").id}]
    for each in (one, other):
        until("told", lambda: "copié du même disque" in each.client.view.text)  # noqa: B023
    # Both gave the same number: each keeps its own, and the number is named where the other's came.
    for each, ids in zip((one, other), kept, strict=True):
        assert ids <= each.ids()
    until(
        "named", lambda: any("deux machines" in said for each in (one, other, two) for said in each.client.view.remarks)
    )
    # One is put out of the way: the other goes on by itself.
    other.end()
    until("linked again", one.linked, 60)
    later = one.admit("marie").id
    until("it reaches the others", lambda: later in two.ids())


# A station that begins again


def test_a_restarted_station_sends_what_it_had_left(make: Make) -> None:
    one, two = make("poste-1"), make("poste-2")
    one.cable.cut()
    for number in range(30):
        one.admit(f"a{number}")
    one.close()
    one.cable.mend()
    one.open()
    converge([one, two], noted(one))


def test_a_station_that_lost_its_disk_gets_its_own_entries_back(make: Make) -> None:
    one, two = make("poste-1"), make("poste-2")
    everything = {one.admit(f"a{number}").id for number in range(10)}
    converge([one, two], everything)
    one.close()
    shutil.rmtree(one.folder)
    one.folder.mkdir()
    one.open()
    until("linked", one.linked)
    after = one.admit("jean")
    assert after.seq == 11
    converge([one, two], everything | {after.id})
