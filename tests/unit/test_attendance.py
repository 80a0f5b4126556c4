from datetime import date, datetime
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vi_events.checkin.attendance import HalfDay, Stay, half_days, overlaps, stays
from vi_events.clock import COUNTER_BITS
from vi_events.edition.models import Attendee, Zone
from vi_events.journal.entry import CANCELLED, Entry

DAY = date(2027, 2, 4)
MORNING, AFTERNOON = HalfDay(DAY, False), HalfDay(DAY, True)
NEXT_MORNING = HalfDay(date(2027, 2, 5), False)


def at(hour: str, day: int = 4) -> int:
    """Milliseconds of a local hour of February 2027."""
    hours, minutes = hour.split(":")
    return int(datetime(2027, 2, day, int(hours), int(minutes)).timestamp() * 1000)


LATER = at("23:00", 20)
ROOM = Zone("room", "Salle", "in_out", opens_ms=at("8:00"), closes_ms=at("18:00"))
ZONES = {zone.id: zone for zone in (ROOM, Zone("hall", "Hall", "reentry"), Zone("open", "Ouvert", "in_out"))}
_numbers = count(1)


def entry(kind: str, moment_ms: int, zone: str = "room", **payload: object) -> Entry:
    number = next(_numbers)
    said = {"zone": zone, **payload}
    return Entry(f"{number:032x}", "p", number, moment_ms << COUNTER_BITS, "live", "", kind, 1, "attendee:a", said, {})


def came(hour: str, zone: str = "room", day: int = 4, **payload: object) -> Entry:
    return entry("attendee_admitted", at(hour, day), zone, **payload)


def left(hour: str, zone: str = "room", day: int = 4) -> Entry:
    return entry("attendee_exited", at(hour, day), zone)


def halves(*entries: Entry, now_ms: int = LATER) -> tuple[HalfDay, ...]:
    return half_days(entries, ZONES, now_ms)


def test_an_admission_says_the_half_day_it_was_made_in() -> None:
    assert halves(came("12:59", "hall")) == (MORNING,)
    assert halves(came("13:00", "hall")) == (AFTERNOON,)
    assert halves() == ()


def test_an_admission_alone_says_nothing_of_the_half_day_after_where_exits_are_not_recorded() -> None:
    assert halves(came("9:00", "hall")) == (MORNING,)
    assert halves(came("9:00", "hall"), came("14:00", "hall")) == (MORNING, AFTERNOON)


def test_the_time_until_the_exit_counts() -> None:
    assert halves(came("9:00"), left("17:00")) == (MORNING, AFTERNOON)
    assert halves(came("9:00"), left("12:00")) == (MORNING,)


def test_whoever_is_on_the_way_out_after_lunch_was_not_there_in_the_afternoon() -> None:
    assert halves(came("9:00"), left("13:20")) == (MORNING,)
    assert halves(came("9:00"), left("13:30")) == (MORNING, AFTERNOON)


def test_whoever_was_not_seen_leaving_stayed_until_it_closed() -> None:
    assert stays([came("9:00")], ZONES, LATER) == (Stay("room", at("9:00"), at("18:00")),)
    assert halves(came("9:00")) == (MORNING, AFTERNOON)


def test_an_afternoon_to_come_is_not_attested() -> None:
    assert halves(came("9:00"), now_ms=at("11:00")) == (MORNING,)


def test_without_an_hour_of_closing_nothing_is_supposed() -> None:
    assert halves(came("9:00", "open")) == (MORNING,)


def test_an_exit_on_another_day_says_who_was_at_the_door_not_a_night_inside() -> None:
    assert halves(came("9:00", "open"), left("9:05", "open", day=5)) == (MORNING, NEXT_MORNING)


def test_two_admissions_without_an_exit_are_one_stay_where_exits_are_counted() -> None:
    assert stays([came("9:00"), came("10:00"), left("11:00")], ZONES, LATER) == (Stay("room", at("9:00"), at("11:00")),)


def test_times_in_room_are_those_between_entry_and_exit() -> None:
    found = stays([came("9:00"), left("10:00"), came("11:00"), left("12:30")], ZONES, LATER)
    assert [(stay.until_ms or 0) - stay.from_ms for stay in found] == [3_600_000, 5_400_000]


def test_the_hour_written_on_paper_outranks_that_of_its_typing() -> None:
    assert halves(came("20:00", "hall", day=6, at_ms=at("9:00"))) == (MORNING,)


def test_what_was_undone_does_not_count() -> None:
    wrong = came("9:00", "hall")
    undone = entry(CANCELLED, at("9:01"), cancels=wrong.id)
    assert halves(wrong, undone, came("14:00", "hall")) == (AFTERNOON,)


def test_a_refusal_is_no_presence() -> None:
    assert halves(entry("scan_refused", at("9:00"), verdict="zone_full")) == ()


@given(st.data())
def test_the_order_in_which_entries_are_given_does_not_matter(data: st.DataObject) -> None:
    hours = st.integers(0, 23).map(lambda hour: f"{hour}:00")
    made = st.builds(lambda make, hour, zone, day: make(hour, zone, day), st.sampled_from([came, left]), hours,
                     st.sampled_from(sorted(ZONES)), st.integers(4, 6))  # fmt: skip
    entries = data.draw(st.lists(made, max_size=8))
    shuffled = data.draw(st.permutations(entries))
    assert stays(shuffled, ZONES, LATER) == stays(entries, ZONES, LATER)
    days = {half.day for half in halves(*entries)}
    assert days == {datetime.fromtimestamp(stay.from_ms / 1000).date() for stay in stays(entries, ZONES, LATER)}


# Sessions at the same time


def session(name: str, opens: str, closes: str) -> Zone:
    return Zone(name, name, opens_ms=at(opens), closes_ms=at(closes))


DAY_ZONE = session("jour", "9:00", "18:00")
A, B, C = session("a", "14:00", "15:30"), session("b", "15:00", "16:00"), session("c", "15:30", "17:00")


@pytest.mark.parametrize(
    ("zones", "found"),
    [
        (("a", "b"), [("a", "b")]),
        (("b", "a", "c", "jour"), [("a", "b"), ("b", "c")]),
        (("a", "c"), []),
        (("jour", "a"), []),
        ((), []),
    ],
)
def test_a_person_registered_in_two_sessions_at_once_is_reported(
    zones: tuple[str, ...], found: list[tuple[str, str]]
) -> None:
    person = Attendee("x", "Curie", zones=zones)
    reported = overlaps([person], [DAY_ZONE, A, B, C, Zone("libre", "Sans heures")])
    assert [(each.first.id, each.second.id) for each in reported] == found
    assert all(each.attendee == person for each in reported)
