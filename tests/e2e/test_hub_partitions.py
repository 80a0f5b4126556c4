"""A day of faults: five stations, cables cut, servers killed, clocks wrong. In the end all hold the same.

The seed is printed; ``VI_EVENTS_SEED`` plays a day again.
"""

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hub_stations import Hub, Station, converge, end, until

HOUR_MS = 3_600_000
STEPS = 250
PEOPLE = 40
CONVERGE_S = 120.0
STATIONS = (
    ("régie", "stage", 0),
    ("poste-1", "desk", 0),
    ("poste-2", "desk", -2 * HOUR_MS),
    ("poste-3", "supervisor", 5 * HOUR_MS),
    ("webtv", "webtv", 30 * 24 * HOUR_MS),
)


class Day:
    """What happens at random, and what was acknowledged to people meanwhile."""

    def __init__(self, hub: Hub, stations: list[Station], chance: random.Random) -> None:
        self.hub, self.stations, self.chance = hub, stations, chance
        self.acknowledged: set[str] = set()
        self.served = True
        self.closed: list[Station] = []
        self.copy: Path | None = None

    def step(self) -> None:
        happens = self.chance.choices(
            (self.work, self.cut, self.mend, self.crash, self.stop, self.start, self.keep, self.lose, self.restart),
            (60, 5, 8, 2, 2, 8, 1, 1, 3),
        )
        happens[0]()

    def work(self) -> None:
        if working := [station for station in self.stations if station not in self.closed]:
            station, person = self.chance.choice(working), f"p{self.chance.randrange(PEOPLE)}"
            for _ in range(self.chance.choice((1, 1, 1, 5, 30))):
                self.acknowledged.add(station.admit(person).id)

    def cut(self) -> None:
        self.chance.choice(self.stations).cable.cut()

    def mend(self) -> None:
        self.chance.choice(self.stations).cable.mend()

    def crash(self) -> None:
        """The server dies and is started again by its supervisor."""
        if self.served:
            self.hub.crash()

    def stop(self) -> None:
        if self.served:
            self.hub.kill()
            self.served = False

    def start(self) -> None:
        if not self.served:
            self.hub.start()
            self.served = True

    def keep(self) -> None:
        if not self.served:
            self.copy = self.hub.copy()

    def lose(self) -> None:
        """The server's disk is new, or an older copy of itself."""
        if not self.served:
            if self.copy and self.chance.random() < 0.5:
                self.hub.put_back(self.copy)
            else:
                self.hub.empty()

    def restart(self) -> None:
        """A station's program ends, or begins again."""
        if self.closed:
            self.closed.pop().open()
        else:
            station = self.chance.choice(self.stations)
            station.close()
            self.closed.append(station)

    def finish(self) -> None:
        self.start()
        for station in self.stations:
            station.cable.mend()
        while self.closed:
            self.closed.pop().open()


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    with Hub(tmp_path / "hub") as running:
        yield running


@pytest.mark.parametrize("day", range(3))
def test_after_a_day_of_faults_every_station_holds_the_same(hub: Hub, tmp_path: Path, day: int) -> None:
    seed = int(os.environ.get("VI_EVENTS_SEED", 0)) or random.SystemRandom().randrange(1, 10**9)
    print(f"VI_EVENTS_SEED={seed}, day {day}")
    stations = [Station(tmp_path, hub.membership(name, role), ahead) for name, role, ahead in STATIONS]
    try:
        for station in stations:
            until(f"{station.name} linked", station.linked)
        for number in range(PEOPLE):
            stations[0].expect(f"p{number}")
        played = Day(hub, stations, random.Random(seed + day))
        for _ in range(STEPS):
            played.step()
        played.finish()
        converge(stations, played.acknowledged, CONVERGE_S)
        twice = stations[0].fold()["totals"].get("#conflict:0", 0)
        print(f"{len(played.acknowledged)} entries, {twice} people admitted twice")
        assert twice > 0
        late = Station(tmp_path, hub.membership("late", "desk"))
        stations.append(late)
        until("the late one linked", late.linked)
        converge(stations, played.acknowledged, CONVERGE_S)
    finally:
        end(stations)
