from datetime import datetime

import pytest

from vi_events.clock import clock_time, hour
from vi_events.edition.dates import full_moment, long_date, long_days, moment, read_moment, same_day, short_moment


def ms(*when: int) -> int:
    return int(datetime(*when).timestamp() * 1000)  # type: ignore[misc,arg-type]


def test_a_day_and_an_hour_are_said_as_in_french() -> None:
    assert moment(ms(2027, 1, 14, 14, 0)) == "le 14 janvier à 14\u202fh\u202f00"
    assert moment(ms(2027, 12, 1, 8, 5)) == "le 1er décembre à 8\u202fh\u202f05"
    assert full_moment(ms(2027, 1, 14, 14, 0)) == "le jeudi 14 janvier 2027 à 14\u202fh\u202f00"
    assert hour(ms(2027, 2, 5, 0, 30)) == "0\u202fh\u202f30"
    assert long_date("2018-02-01") == "jeudi 1er février 2018"


def test_an_hour_has_two_figures_on_a_clock_and_as_few_as_it_can_in_a_sentence() -> None:
    early = ms(2027, 2, 5, 8, 5, 9)
    assert (clock_time(early), clock_time(early, seconds=True)) == ("08:05", "08:05:09")
    assert hour(early) == "8\u202fh\u202f05"


def test_a_day_ends_at_midnight() -> None:
    assert same_day(ms(2027, 1, 14, 0, 0), ms(2027, 1, 14, 23, 59))
    assert not same_day(ms(2027, 1, 14, 23, 59), ms(2027, 1, 15, 0, 0))


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2027-02-05", "", "vendredi 5 février 2027"),
        ("2027-02-05", "2027-02-06", "du vendredi 5 au samedi 6 février 2027"),
        ("2027-01-31", "2027-02-01", "du dimanche 31 janvier au lundi 1er février 2027"),
        ("2026-12-31", "2027-01-01", "du jeudi 31 décembre 2026 au vendredi 1er janvier 2027"),
    ],
)
def test_several_days_are_said_once_each(first: str, last: str, said: str) -> None:
    assert long_days(first, last) == said


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("9h", "09:00"),
        (" 9 h 30 ", "09:30"),
        ("09:05", "09:05"),
        ("06/02 9:00", "06/02 09:00"),
        ("6/2/2028 18:00", "06/02/2028 18:00"),
        ("5/2 8H", "08:00"),
    ],
)
def test_a_time_is_read_however_it_is_typed(typed: str, shown: str) -> None:
    assert short_moment(read_moment(typed, "2027-02-05"), "2027-02-05") == shown


@pytest.mark.parametrize("typed", ["", "9", "25:00", "9:60", "31/02 9:00", "demain", "9:00 x", "5/13 9h"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (whatever its words)
        read_moment(typed, "2027-02-05")
