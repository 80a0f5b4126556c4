from pathlib import Path

import pytest

from tests.unit.desks import DAY, START_MS, Bench, bench
from vi_events.checkin import presence
from vi_events.checkin.cards import CardMaker
from vi_events.checkin.views import Counters
from vi_events.edition.models import Zone


@pytest.fixture
def two(tmp_path: Path) -> tuple[Bench, Bench]:
    """Two stations that know the same person and nothing of each other since."""
    first, second = bench(tmp_path, station="poste-1"), bench(tmp_path, station="poste-2")
    first.expect()
    second.store.take_in(first.journal())
    return first, second


def exchange(first: Bench, second: Bench) -> None:
    sent = first.journal()
    first.store.take_in(second.journal())
    second.store.take_in(sent)


def counters(bench: Bench) -> Counters:
    return CardMaker(bench.store).counters(DAY, bench.desk.settings.author.station, bench.clock())


def test_two_stations_that_admit_the_same_person_is_shown_on_both(two: tuple[Bench, Bench]) -> None:
    first, second = two
    assert first.desk.admit("marie").verdict == "admitted"
    second.clock.later(30)
    assert second.desk.admit("marie").verdict == "admitted"
    exchange(first, second)
    for station in two:
        zone, one, other = station.person()["conflicts"][0]
        assert (zone, one[:2], other[:2]) == ("jour-1", [START_MS, "poste-1"], [START_MS + 30_000, "poste-2"])
        assert counters(station).conflicts == 1
        assert station.present() == 1
        shown = station.desk.cards.card("marie", station.desk.standing("marie"), DAY).conflict
        assert "poste-1" in shown
        assert "poste-2" in shown
        assert station.in_order()


def test_a_conflict_ends_when_one_of_the_two_is_undone(two: tuple[Bench, Bench]) -> None:
    first, second = two
    first.desk.admit("marie")
    wrong = second.desk.admit("marie")
    exchange(first, second)
    second.desk.undo(wrong.entry_id, "marie")
    exchange(first, second)
    assert [counters(station).conflicts for station in two] == [0, 0]
    assert [station.present() for station in two] == [1, 1]


def test_the_same_person_admitted_twice_on_a_supervisors_word_is_no_conflict(two: tuple[Bench, Bench]) -> None:
    first, second = two
    first.desk.admit("marie")
    second.clock.later(5)
    second.desk.override("marie", "ticket vu")
    exchange(first, second)
    assert counters(first).conflicts == 0


@pytest.mark.parametrize("policy", ["reentry", "in_out"])
def test_two_admissions_are_no_conflict_where_one_may_come_back(tmp_path: Path, policy: str) -> None:
    zone = Zone("jour-1", "Jour 1", policy)
    first, second = bench(tmp_path, zone, "poste-1"), bench(tmp_path, zone, "poste-2")
    first.expect()
    second.store.take_in(first.journal())
    first.desk.admit("marie")
    second.desk.admit("marie")
    exchange(first, second)
    assert counters(first).conflicts == 0
    assert first.present() == 1


def test_counters_say_present_expected_and_here(two: tuple[Bench, Bench]) -> None:
    first, second = two
    first.expect("paul", category="press", zones=["jour-1"])
    first.expect("jean", category="press", zones=["ailleurs"])
    first.desk.admit("paul")
    second.desk.admit("marie")
    first.store.take_in(second.journal())
    found = counters(first)
    assert (found.zone, found.present, found.expected, found.here) == ("Jour 1", 2, 2, 1)
    assert found.by_category == (("press", 1, 1), ("guest", 1, 1))
    assert found.by_zone == (("Jour 1", 2, 2),)


def test_arrivals_are_counted_by_five_minutes_over_an_hour(tmp_path: Path) -> None:
    station = bench(tmp_path)
    minutes = presence.BUCKET_MS // 60_000
    for number, minute in enumerate((0, 0, minutes, 11 * minutes, 12 * minutes)):
        station.clock.now_ms = START_MS + minute * 60_000
        station.expect(str(number))
        station.desk.admit(str(number))
    found = counters(station)
    assert len(found.arrivals) == 12
    assert found.arrivals_from_ms % presence.BUCKET_MS == 0
    assert sum(found.arrivals) == 3  # the first two came more than an hour ago
    assert found.arrivals[0] == 1
    assert found.arrivals[-2:] == (1, 1)


def test_only_badges_that_came_out_are_counted(tmp_path: Path) -> None:
    station = bench(tmp_path)
    station.expect()
    for state in ("confirmed", "sent", "failed", "unknown"):
        station.badge("marie", "sending", state)
    station.desk.badge_handed("marie")
    card = station.desk.cards.card("marie", station.desk.standing("marie"), DAY)
    assert (card.badges_printed, card.badge_handed) == (2, True)
