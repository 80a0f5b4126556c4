"""What a typed number means, when things go on, and which reveal waits: the rules behind the webtv console."""

from datetime import datetime

import pytest

from vi_events.ui.webtv.number_entry import NumberEntry
from vi_events.ui.webtv.overlay_dialogs import resume_text, resume_time
from vi_events.ui.webtv.reveals import waiting
from vi_events.ui.webtv.speakers_list import speaker_rows
from vi_events.webtv.overlays import OnAir, Overlay
from vi_events.webtv.service import Speaker, WebtvView

NOW = datetime(2027, 1, 28, 14, 0)


def typed(text: str) -> NumberEntry:
    entry = NumberEntry()
    for character in text:
        entry.press(character, 0)
    return entry


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("12", (12,)),
        ("1+2", (1, 2)),
        ("1 2", (1, 2)),
        ("&é", (12,)),
        ("1+", ()),
        ("+1", (1,)),
        ("x", ()),
        ("1+2+3", (1, 3)),
    ],
)
def test_figures_make_one_number_or_two(text: str, numbers: tuple[int, ...]) -> None:
    assert typed(text).numbers == numbers


def test_a_number_is_forgotten_after_a_while() -> None:
    entry = typed("12")
    assert not entry.expire(5_999)
    assert entry.expire(6_000)
    assert entry.numbers == ()


def test_a_figure_replaces_what_was_proposed() -> None:
    entry = NumberEntry()
    entry.propose((1, 2), 0)
    entry.press("4", 0)
    assert entry.numbers == (4,)


@pytest.mark.parametrize(
    ("said", "at"), [("14 h 30", "14:30"), ("14h30", "14:30"), ("14:30", "14:30"), ("16h", "16:00"), ("9h05", "09:05")]
)
def test_an_hour_is_read_as_it_is_written(said: str, at: str) -> None:
    found = resume_time(said, NOW)
    assert found is not None
    assert found.strftime("%H:%M") == at
    assert found > NOW


@pytest.mark.parametrize("said", ["", "midi", "25 h", "14 h 75", "14", "14 h 30 demain"])
def test_what_is_no_hour_is_refused(said: str) -> None:
    assert resume_time(said, NOW) is None


def test_the_hour_is_said_in_prose() -> None:
    assert resume_text(resume_time("16h", NOW)) == "reprise vers 16\u00a0h"
    assert resume_text(resume_time("14:05", datetime(2027, 1, 28, 9, 0))) == "reprise vers 14\u00a0h\u00a005"
    assert resume_text(None) == ""


def test_numbers_stay_while_one_searches() -> None:
    people = [Speaker("Maëlys Ferrand", "", "free"), Speaker("Zoé Haÿ", "Déléguée", "free")]
    (row,) = speaker_rows(people, OnAir(), 0, "hay")
    assert (row.number, row.speaker.name) == (2, "Zoé Haÿ")


def test_only_the_one_with_that_function_is_on_air() -> None:
    people = [Speaker("Zoé Haÿ", "Maire", "free"), Speaker("Zoé Haÿ", "Déléguée", "free")]
    air = OnAir(1, (Overlay("lower_third", {"name": "Zoé Haÿ", "function": "Déléguée"}, 0, 8_000),))
    assert [(row.on_air, row.left_s) for row in speaker_rows(people, air, 4_100)] == [(False, None), (True, 4)]


def reveal(name: str, stop: str) -> Overlay:
    laureate = {"name": name, "level": 4}
    card = {"laureates": [laureate], "title": name}
    return Overlay("award", {"kind": "award", "epoch": 1, "stop": stop, "step": 0, "card": card})


def test_a_reveal_of_the_room_waits_until_it_is_taken() -> None:
    havre, marcq = reveal("Le Havre", "a"), reveal("Marcq", "b")
    held = WebtvView(OnAir(1, (havre,)), "prepare")
    assert waiting(held, marcq).state == "to_take"
    assert waiting(held, havre).state == "on_air"
    assert waiting(WebtvView(OnAir(), "follow", dict(marcq.data)), None).state == "follows"
    assert waiting(WebtvView(OnAir(), "prepare", dict(marcq.data)), None).state == "loaded"
    assert waiting(WebtvView(OnAir(), "manual"), marcq).state == "manual", "nothing is loaded from the stage"
