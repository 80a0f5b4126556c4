"""What is said of a sound: silent, muted, clipped, or nothing."""

import math

from hypothesis import given
from hypothesis import strategies as st

from vi_events.webtv import audio
from vi_events.webtv.audio import Input, Level, heard, levels, loudest, share, sound, worst

START_MS = 1_000_000


def listen(*peaks_db: float, name: str = "Micro 1", before_db: float | None = None) -> tuple[tuple[Input, ...], int]:
    """An input heard once a second, and the time of the last."""
    inputs: tuple[Input, ...] = ()
    now_ms = START_MS
    for place, peak_db in enumerate(peaks_db):
        now_ms = START_MS + 1000 * place
        inputs = heard(inputs, [Level(name, peak_db, peak_db if before_db is None else before_db)], now_ms)
    return inputs, now_ms


def test_levels_are_the_loudest_channel_in_decibels() -> None:
    event = {"inputs": [{"inputName": "Micro 1", "inputLevelsMul": [[0.05, 0.1, 0.2], [0.0, 0.01, 0.0]]}]}
    (level,) = levels(event)
    assert (level.name, round(level.peak_db), round(level.before_db)) == ("Micro 1", -20, -14)


def test_an_input_without_channels_is_silent_and_odd_data_are_left_out() -> None:
    event = {"inputs": [{"inputName": "A", "inputLevelsMul": []}, {"inputName": "B", "inputLevelsMul": [[1.0]]}]}
    assert [level.peak_db for level in levels(event)] == [-math.inf, -math.inf]
    assert levels({}) == ()


def test_a_pause_in_a_speech_is_no_silence() -> None:
    inputs, now_ms = listen(-20, *[-80.0] * 9)
    assert sound(inputs[0], now_ms).state == "ok"


def test_silence_is_told_with_how_long_it_has_lasted() -> None:
    inputs, now_ms = listen(-20, *[-80.0] * 12)
    said = sound(inputs[0], now_ms)
    assert (said.state, said.since_s) == ("silent", 12)


def test_an_input_never_heard_is_told_apart_from_one_that_fell_silent() -> None:
    inputs, now_ms = listen(*[-80.0] * 12)
    assert sound(inputs[0], now_ms).state == "quiet"


def test_sound_that_comes_in_and_does_not_go_out_is_muted_in_obs() -> None:
    inputs, now_ms = listen(*[-math.inf] * 12, before_db=-15.0)
    assert sound(inputs[0], now_ms).state == "muted"


def test_a_clipped_sound_is_told_for_three_seconds() -> None:
    inputs, now_ms = listen(0.0, -20.0)
    assert sound(inputs[0], now_ms).state == "clipped"
    assert sound(inputs[0], now_ms + 2_000).state == "ok"


def test_a_peak_between_two_looks_is_not_lost() -> None:
    both = loudest([Level("A", -3.0, -3.0)], [Level("A", -40.0, -40.0), Level("B", -10.0, -10.0)])
    assert both == (Level("A", -3.0, -3.0), Level("B", -10.0, -10.0))


def test_an_input_that_obs_no_longer_tells_of_is_gone() -> None:
    inputs, now_ms = listen(-20.0)
    assert heard(inputs, [], now_ms + audio.GONE_AFTER_MS) == ()


def test_the_lamp_is_red_when_no_sound_comes_at_all() -> None:
    inputs, now_ms = listen(-20, *[-80.0] * 12)
    level, one, said = worst(inputs, now_ms)
    assert (level, one and one.name, said.state) == ("bad", "Micro 1", "silent")


def test_the_lamp_is_amber_when_one_of_several_fell_silent() -> None:
    inputs: tuple[Input, ...] = ()
    for second in range(13):
        pair = [Level("Micro 1", -20.0, -20.0), Level("Micro 2", -20.0 if not second else -80.0, -80.0)]
        inputs = heard(inputs, pair, START_MS + 1000 * second)
    level, one, said = worst(inputs, START_MS + 12_000)
    assert (level, one and one.name, said.since_s) == ("warn", "Micro 2", 12)


def test_a_spare_microphone_never_heard_lights_no_lamp() -> None:
    inputs: tuple[Input, ...] = ()
    for second in range(13):
        inputs = heard(inputs, [Level("Micro 1", -20.0, -20.0), Level("Secours", -80.0, -80.0)], 1000 * second)
    assert worst(inputs, 12_000)[0] == "ok"


def test_without_inputs_the_lamp_is_out() -> None:
    assert worst((), START_MS)[0] == "off"


@given(st.floats(allow_nan=True, allow_infinity=True))
def test_a_meter_is_never_more_than_full_nor_less_than_empty(factor: float) -> None:
    assert 0.0 <= share(audio.decibels(factor)) <= 1.0
