"""How late the show is: derived from when stops were played, whatever happened in between."""

import pytest

from tests.unit.shows import Stage
from vi_events.stage.pace import CALL_S, lasted_s, pace

STARTS = 1_000_000


@pytest.fixture
def stage() -> Stage:
    return Stage().armed()


def play(stage: Stage, stop_id: str, at_s: int) -> None:
    stage.now_ms = STARTS + at_s * 1000
    while stage.at[0] != stop_id:
        assert stage.forward() == ""


def test_before_the_first_stop_the_show_is_as_late_as_the_clock(stage: Stage) -> None:
    found = pace(stage.revision, stage.state, STARTS, STARTS + 90_000)
    assert found.offset_s == 90
    assert found.projected_end_ms == found.planned_end_ms + 90_000


def test_a_show_that_begins_early_is_not_late(stage: Stage) -> None:
    found = pace(stage.revision, stage.state, STARTS, STARTS - 60_000)
    assert (found.offset_s, found.projected_end_ms) == (0, found.planned_end_ms)


def test_the_delay_is_that_of_the_current_stop(stage: Stage) -> None:
    play(stage, "opening", 0)
    play(stage, "s-speech", 60)
    found = pace(stage.revision, stage.state, STARTS, STARTS + 120_000)
    assert found.planned_ms == STARTS
    assert found.offset_s == 60


def test_a_stop_that_overruns_adds_to_the_delay(stage: Stage) -> None:
    play(stage, "s-speech", 0)
    assert pace(stage.revision, stage.state, STARTS, STARTS + 299_000).offset_s == 0
    assert pace(stage.revision, stage.state, STARTS, STARTS + 330_000).offset_s == 30


def test_the_end_counts_what_is_left_of_this_stop_and_every_stop_to_come(stage: Stage) -> None:
    play(stage, "s-speech", 10)
    found = pace(stage.revision, stage.state, STARTS, STARTS + 100_000)
    assert found.projected_end_ms == found.planned_end_ms + 10_000


def test_an_early_show_has_a_negative_offset(stage: Stage) -> None:
    play(stage, "s-speech", 0)
    play(stage, "s-group", 100)
    assert pace(stage.revision, stage.state, STARTS, STARTS + 100_000).offset_s == -200


def test_seconds_per_award_are_measured_on_played_awards(stage: Stage) -> None:
    play(stage, "s-havre", 0)
    play(stage, "s-marcq", 50)
    play(stage, "s-mention", 80)
    found = pace(stage.revision, stage.state, STARTS, STARTS + 80_000)
    assert found.per_award_s == 40
    assert found.per_award_planned_s == 40
    assert lasted_s(stage.state)["s-havre"] == 50


def test_calling_in_a_group_would_recover_what_is_left_of_each_level(stage: Stage) -> None:
    assert pace(stage.revision, stage.state, STARTS, STARTS).regained_s == ((4, 2 * (40 - CALL_S)), (5, 40 - CALL_S))
    play(stage, "s-marcq", 0)
    assert pace(stage.revision, stage.state, STARTS, STARTS).regained_s == ((5, 40 - CALL_S),)
