from hypothesis import given
from hypothesis import strategies as st

from vi_events.clock import MAX_AHEAD_MS, HybridClock, hlc_ms, uuid7


@given(st.lists(st.integers(0, 1 << 41), min_size=1))
def test_timestamps_increase_whatever_the_wall_clock_does(readings: list[int]) -> None:
    readings_left = iter(readings)
    clock = HybridClock(lambda: next(readings_left))
    stamps = [clock.tick() for _ in readings]
    assert stamps == sorted(set(stamps))


def test_a_tick_comes_after_what_was_observed() -> None:
    clock = HybridClock(lambda: 1000)
    clock.observe(5000 << 16)
    assert hlc_ms(clock.tick()) == 5000


def test_an_absurdly_fast_clock_does_not_drag_ours_along() -> None:
    clock = HybridClock(lambda: 1000)
    clock.observe((1001 + MAX_AHEAD_MS) << 16)
    assert hlc_ms(clock.tick()) == 1000


def test_uuid7_has_its_version_variant_and_time() -> None:
    value = uuid7(0x123456789ABC)
    assert value[:12] == "123456789abc"
    assert value[12] == "7"
    assert value[16] in "89ab"
    assert uuid7(1) < uuid7(2)
