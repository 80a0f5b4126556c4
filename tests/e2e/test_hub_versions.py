"""A station of the next version among others: what it says is not lost for those who cannot read it yet."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.hub_stations import Hub, Station, converge, end, until
from tests.wire_versions import versions
from vi_events import app
from vi_events.journal import store as stores
from vi_events.journal.entry import Entry, Fact
from vi_events.journal.fold import State, SubjectType

Make = Callable[..., Station]


def count_rain(state: State, entry: Entry) -> None:
    state.data["rain"] = state.data.get("rain", 0) + entry.payload["rain"]


WEATHER = SubjectType("weather", (count_rain,), ())


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    with versions(), Hub(tmp_path / "hub") as running:
        yield running


@pytest.fixture
def make(hub: Hub, tmp_path: Path) -> Iterator[Make]:
    made: list[Station] = []

    def make(name: str, role: str = "desk", is_ahead: bool = False) -> Station:
        made.append(Station(tmp_path, hub.membership(name, role), is_ahead=is_ahead))
        return made[-1]

    yield make
    end(made)


def update(station: Station) -> None:
    station.close()
    station.is_ahead = True
    station.open()


def test_a_newer_form_is_refused_and_told_and_the_others_go_on(make: Make) -> None:
    newer, one, two = make("poste-1", is_ahead=True), make("poste-2"), make("régie", "stage")
    unread = newer.admit("anne")
    for station in (one, two):
        until(f"{station.name} is told", lambda each=station: each.client.view.state == "newer")
        assert "mettez à jour" in station.client.view.text
    last = one.admit("jean")
    until("the others go on", lambda: all(last.id in each.ids() for each in (newer, two)))
    assert unread.id not in one.ids() | two.ids()


def test_what_was_refused_is_read_after_the_update_though_its_station_is_gone(make: Make) -> None:
    newer, one, two = make("poste-1", is_ahead=True), make("poste-2"), make("régie", "stage")
    said = {newer.admit(f"a{number}").id for number in range(20)}
    for station in (one, two):
        until(f"{station.name} is told", lambda each=station: each.client.view.state == "newer")
    said.add(one.admit("jean").id)
    until("newer knows", lambda: said <= newer.ids())
    newer.close()
    for station in (one, two):
        # Once more before the update, as it is when somebody only restarts the program.
        station.close()
        station.open()
        until(f"{station.name} is told again", lambda each=station: each.client.view.state == "newer")
        update(station)
    converge([one, two], said)


def test_an_old_station_does_not_fill_the_stream_with_what_it_cannot_read(hub: Hub, make: Make) -> None:
    newer, one = make("poste-1", is_ahead=True), make("poste-2")
    until("linked", newer.linked)
    newer.admit("anne")
    until("told", lambda: one.client.view.state == "newer")
    # It misses the entry, and asks for it at growing intervals: what it gets is at most one more copy.
    for number in range(3):
        until(f"asked {number}", lambda least=number: len(asked(one)) > least, 60)
    assert hub.messages() <= 2


def asked(station: Station) -> list[float]:
    """When it asked for what it misses, as far as was noticed here."""
    exchange = station.client._exchange
    seen: list[float] = station.__dict__.setdefault("asked", [])
    if exchange is not None:
        for due, _ in exchange._asked.values():
            if due not in seen:
                seen.append(due)
    return seen


def test_kinds_that_only_the_newer_knows_are_kept_and_folded_after_the_update(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = make("poste-1"), make("poste-2")
    (rain,) = one.record(Fact("weather_noted", "weather:paris", {"rain": 3}))
    converge([one, two], {rain.id})
    assert "rain" not in json.dumps(two.fold()["weather:paris"][0])
    monkeypatch.setattr(app, "TYPES", (*app.TYPES, WEATHER))
    monkeypatch.setattr(stores, "_FOLDED_AS", stores._FOLDED_AS + 1)
    for station in (one, two):
        station.close()
        station.open()
    (more,) = two.record(Fact("weather_noted", "weather:paris", {"rain": 4}))
    converge([one, two], {rain.id, more.id})
    assert one.fold()["weather:paris"][0] == {"rain": 7}
