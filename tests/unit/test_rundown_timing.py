"""Durations and times of a running order, as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vi_events.edition.timing import clock_duration, duration_of, duration_words, time_of


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0:40", 40), ("40 s", 40), ("40\u202fs", 40), ("2 min", 120), ("2 mn", 120), ("1:30:00", 5400),
        ("1 h 30", 5400), ("1h30 min 5 s", 5405), ("1 min 30", 90), ("90:00", 5400), ("00:00:40", 40),
        ("2 Minutes", 120), ("0 s", 0),
        ("40", None), ("", None), ("0:75", None), ("1:75:00", None), ("bientôt", None), ("-0:40", None),
        ("40 s 2 min", None), ("1:2:3:4", None),
    ],
)  # fmt: skip
def test_a_duration_is_read_in_every_writing_and_a_bare_number_is_none(text: str, seconds: int | None) -> None:
    assert duration_of(text) == seconds


@given(st.integers(0, 99 * 3600))
def test_a_duration_written_is_read_back(seconds: int) -> None:
    assert duration_of(clock_duration(seconds)) == seconds
    assert duration_of(duration_words(seconds)) == seconds


def test_a_duration_in_words_is_short() -> None:
    assert [duration_words(s) for s in (40, 60, 150, 5400)] == [
        "40\u202fs", "60\u202fs", "2\u202fmin 30\u202fs", "1\u202fh 30\u202fmin",
    ]  # fmt: skip


def test_a_time_of_day_is_read_in_every_writing() -> None:
    said = [time_of(text) for text in ("14:30", "14 h 30", "9h", "14:30:00", "24:00", "14:60", "midi", "")]
    assert said == ["14:30", "14:30", "09:00", "14:30", None, None, None, None]
