"""How long a name stands: in time that passes, whatever the clock says."""

from dataclasses import dataclass

import pytest

from vi_events.clock import COUNTER_BITS
from vi_events.webtv.airtime import Airtime
from vi_events.webtv.overlays import Placed

AT_MS = 1_800_000_000_000


@dataclass
class Times:
    wall_ms: int = AT_MS
    elapsed_s: float = 50.0

    def pass_s(self, seconds: float) -> None:
        self.wall_ms += round(seconds * 1000)
        self.elapsed_s += seconds


@pytest.fixture
def times() -> Times:
    return Times()


@pytest.fixture
def airtime(times: Times) -> Airtime:
    return Airtime(lambda: times.wall_ms, lambda: times.elapsed_s)


def name(aired_ms: int = AT_MS, lasts_ms: int | None = 8_000, order: int = 0, kind: str = "lower_third") -> Placed:
    return Placed(kind, {"name": "Zoé"}, (aired_ms << COUNTER_BITS) + order, lasts_ms)


def test_it_stands_as_long_as_was_said(airtime: Airtime, times: Times) -> None:
    assert airtime.standing((name(),))[0].until_ms == AT_MS + 8_000
    times.pass_s(7.9)
    assert len(airtime.standing((name(),))) == 1
    assert airtime.next_s() == pytest.approx(0.1)
    times.pass_s(0.1)
    assert airtime.standing((name(),)) == ()
    assert airtime.next_s() is None


@pytest.mark.parametrize("set_ms", [-86_400_000, -9_000, 9_000, 86_400_000])
def test_a_clock_that_is_set_neither_keeps_it_nor_takes_it_off(airtime: Airtime, times: Times, set_ms: int) -> None:
    airtime.standing((name(),))
    times.pass_s(3)
    times.wall_ms += set_ms
    (overlay,) = airtime.standing((name(),))
    assert overlay.until_ms == times.wall_ms + 5_000
    times.pass_s(5)
    assert airtime.standing((name(),)) == ()
    times.wall_ms = AT_MS
    assert airtime.standing((name(),)) == (), "what has left does not come back"


def test_its_end_is_told_once_as_long_as_the_clock_is_right(airtime: Airtime, times: Times) -> None:
    told = set()
    for _ in range(40):
        told |= {each.until_ms for each in airtime.standing((name(),))}
        times.elapsed_s += 0.1
        times.wall_ms += 101
    assert told == {AT_MS + 8_000}


def test_after_a_restart_it_stands_for_what_is_left(airtime: Airtime, times: Times) -> None:
    times.wall_ms += 6_000
    airtime.standing((name(),))
    assert airtime.next_s() == pytest.approx(2)
    times.wall_ms += 60_000
    assert Airtime(lambda: times.wall_ms, lambda: 0.0).standing((name(),)) == ()


def test_an_order_from_a_clock_ahead_stands_no_longer_than_was_said(airtime: Airtime, times: Times) -> None:
    ahead = name(AT_MS + 3_600_000)
    airtime.standing((ahead,))
    assert airtime.next_s() == pytest.approx(8)
    times.pass_s(8)
    assert airtime.standing((ahead,)) == ()


def test_two_orders_of_the_same_millisecond_each_have_their_time(airtime: Airtime, times: Times) -> None:
    airtime.standing((name(),))
    times.pass_s(7)
    # The clock is set back: until it has caught up, every order bears the same millisecond.
    times.wall_ms -= 3_600_000
    again = name(order=1)
    airtime.standing((again,))
    times.pass_s(2)
    assert len(airtime.standing((again,))) == 1


def test_what_somebody_has_to_take_off_stays(airtime: Airtime, times: Times) -> None:
    airtime.standing((name(lasts_ms=None),))
    times.pass_s(86_400)
    (overlay,) = airtime.standing((name(lasts_ms=None),))
    assert overlay.until_ms is None
    assert airtime.next_s() is None
