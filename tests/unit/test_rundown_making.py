"""Making a running order: the order asked for, sections, roll calls, mentions, and what is kept of the one before."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.rundowns import EDUCATION, award
from vi_events.edition import rundown_editing as editing
from vi_events.edition.palmares import Palmares
from vi_events.edition.palmares_import import read_palmares
from vi_events.edition.reference import load_reference
from vi_events.edition.rundown import Rundown, Section, Stop
from vi_events.edition.rundown_checks import lacks
from vi_events.edition.rundown_making import ORDERS, Plan, generate
from vi_events.errors import UserError

REFERENCE = load_reference()
DEMO = read_palmares(Path(__file__).parents[2] / "assets" / "demo" / "palmares.csv", REFERENCE).accepted()
SMALL = Palmares(
    (
        award("Le Havre", 2, "ville", EDUCATION.id, department="76"),
        award("Œting", 1, "village", department="57"),
        award("Oyonnax", 1, "village", department="01"),
        award("Odos", 1, "village", EDUCATION.id, department="65"),
        award("Haguenau", 2, "ville", department="67"),
        award("Quimper", 1, "ville", department="29"),
    ),
    (EDUCATION,),
)


def named(rundown: Rundown) -> list[str]:
    return [" ".join(each.authority_ids).replace("libre-", "") or each.title for each in rundown.stops]


def titles(rundown: Rundown) -> list[str]:
    return [section.title for section in rundown.sections]


def shape(rundown: Rundown) -> list[tuple[str, int, str, tuple[str, ...]]]:
    return [(each.kind, each.planned_s, each.title, each.authority_ids) for each in rundown.stops]


def test_levels_go_up_then_kinds_then_names_by_collation() -> None:
    made = generate(SMALL, REFERENCE, Plan())
    assert named(made)[:-1] == ["odos", "œting", "oyonnax", "quimper", "haguenau", "le-havre"]
    assert titles(made) == ["Une arobase", "Deux arobases", "Les mentions spéciales"]


def test_the_article_may_count() -> None:
    made = generate(SMALL, REFERENCE, Plan(orders=("alphabetical",), article_last=False))
    assert named(made)[:3] == ["haguenau", "le-havre", "odos"]
    assert titles(made) == ["Les mentions spéciales"]


def test_sections_take_their_title_from_the_first_criteria() -> None:
    presenters = {"Les villages une arobase": "le maire de Reims"}
    made = generate(SMALL, REFERENCE, Plan(("kind", "level"), section_keys=2, presenters=presenters))
    assert titles(made)[:3] == ["Les villages une arobase", "Les villes une arobase", "Les villes deux arobases"]
    assert made.sections[0].presenters == "le maire de Reims"
    assert made.stops[0].section == made.sections[0].id
    by_region = generate(SMALL, REFERENCE, Plan(("region", "kind"), section_keys=1))
    assert titles(by_region)[:2] == ["Auvergne-Rhône-Alpes", "Bretagne"]
    assert titles(generate(SMALL, REFERENCE, Plan(("region", "kind"), section_keys=2)))[1] == "Bretagne, les villes"
    assert titles(generate(SMALL, REFERENCE, Plan(section_keys=0))) == []


def test_who_has_no_region_comes_last() -> None:
    palmares = Palmares((award("Yoff", 1, "ville"), *SMALL.awards))
    made = generate(palmares, REFERENCE, Plan(("region",)))
    assert (titles(made)[-1], named(made)[-1]) == ("Hors régions", "yoff")


def test_low_levels_are_roll_calls_of_nearly_the_same_size() -> None:
    made = generate(SMALL, REFERENCE, Plan(("level",), group_up_to=1, group_most=3, call_s=10, photo_s=20))
    assert shape(made)[:4] == [
        ("group", 40, "Une arobase (1 sur 2)", ("libre-odos", "libre-œting")),
        ("group", 40, "Une arobase (2 sur 2)", ("libre-oyonnax", "libre-quimper")),
        ("award", 30, "", ("libre-haguenau",)),
        ("award", 30, "", ("libre-le-havre",)),
    ]


def test_a_roll_call_holds_one_level_and_says_its_kind_when_it_is_one() -> None:
    made = generate(SMALL, REFERENCE, Plan(("kind",), group_up_to=2))
    assert [each.title for each in made.stops] == ["Les villages une arobase", "", "Les villes deux arobases", ""]
    assert [each.kind for each in made.stops] == ["group", "award", "group", "mention"]


def test_durations_are_by_level() -> None:
    made = generate(SMALL, REFERENCE, Plan(("level",), seconds={1: 10, 2: 20, 3: 30, 4: 40, 5: 50}, mention_s=99))
    assert [each.planned_s for each in made.stops] == [10, 10, 10, 10, 20, 20, 99]


def test_a_mention_follows_its_last_laureate_or_ends_the_show() -> None:
    plan = Plan(("alphabetical",), section_keys=0)
    behind = generate(SMALL, REFERENCE, replace(plan, mentions="after"))
    assert named(behind) == ["haguenau", "le-havre", "odos", "le-havre odos", "œting", "oyonnax", "quimper"]
    assert behind.stops[3].mention == EDUCATION.id
    assert named(generate(SMALL, REFERENCE, plan))[-1] == "le-havre odos"


@given(st.permutations(DEMO.awards), st.permutations(ORDERS[:3]), st.integers(0, 3))
def test_the_same_palmares_gives_the_same_order_whatever_its_rows(
    awards: list[object], orders: list[str], level: int
) -> None:
    plan = Plan((*orders, "alphabetical"), group_up_to=level)
    shuffled = replace(DEMO, awards=tuple(awards))
    assert shape(generate(shuffled, REFERENCE, plan)) == shape(generate(DEMO, REFERENCE, plan))


@given(st.permutations(ORDERS[:3]), st.integers(0, 5), st.integers(2, 60), st.sampled_from(["after", "end"]))
def test_everyone_has_one_stop_whatever_the_plan(orders: list[str], level: int, most: int, mentions: str) -> None:
    made = generate(DEMO, REFERENCE, Plan(tuple(orders), group_up_to=level, group_most=most, mentions=mentions))
    giving = Counter(id_ for each in made.stops if each.kind != "mention" for id_ in each.authority_ids)
    assert giving == Counter(award.authority.id for award in DEMO.awards)
    assert lacks(DEMO, made) == ()
    assert max(len(each.authority_ids) for each in made.stops if each.kind != "mention") <= most
    places = [each.section for each in made.stops]
    assert len(set(places)) == 1 + sum(one != two for one, two in pairwise(places))
    assert all(editing.problem(each) is None for each in made.stops)


def test_ids_and_notes_and_postponing_stay_when_the_order_changes() -> None:
    before = generate(SMALL, REFERENCE, Plan())
    first = before.stops[0].id
    before = editing.postpone(editing.replace_stop(before, replace(before.stops[0], note="Proche du bord")), (first,))
    after = generate(SMALL, REFERENCE, Plan(("alphabetical",)), before)
    assert {each.id for each in after.stops} == {each.id for each in before.stops}
    kept = next(each for each in after.stops if each.id == first)
    assert (kept.authority_ids, kept.note, kept.postponed) == (("libre-odos",), "Proche du bord", True)
    assert generate(SMALL, REFERENCE, Plan(), before) == before


def test_presenters_and_hours_stay_unless_the_plan_says_others() -> None:
    before = editing.set_hours(generate(SMALL, REFERENCE, Plan()), "14:30", "17:00")
    before = editing.change_section(before, replace(before.sections[0], presenters="le maire"))
    assert generate(SMALL, REFERENCE, Plan(), before) == before
    other = generate(SMALL, REFERENCE, Plan(presenters={"Une arobase": "la marraine"}, starts="15:00"), before)
    assert (other.sections[0].presenters, other.starts, other.ends) == ("la marraine", "15:00", "17:00")


def test_speeches_stay_behind_what_they_followed() -> None:
    before = generate(SMALL, REFERENCE, Plan(("level",)))
    before = editing.add_section(before, Section("opening", "Ouverture"))
    before = editing.insert(before, Stop("hello", "speech", 60, "Accueil", "opening"), before.stops[0].id)
    quimper = next(each for each in before.stops if each.authority_ids == ("libre-quimper",))
    after_quimper = before.stops[before.stops.index(quimper) + 1].id
    before = editing.insert(before, Stop("talk", "debate", 60, "L’école", quimper.section), after_quimper)
    after = generate(SMALL, REFERENCE, Plan(("kind",)), before)
    assert [each.id for each in after.stops].index("talk") == [each.id for each in after.stops].index(quimper.id) + 1
    assert (after.stops[0].id, after.sections[0]) == ("hello", Section("opening", "Ouverture"))
    assert titles(after) == ["Ouverture", "Les villages", "Les villes", "Les mentions spéciales"]
    talk = next(each for each in after.stops if each.id == "talk")
    assert talk.section == next(each for each in after.stops if each.id == quimper.id).section


@pytest.mark.parametrize(
    "plan",
    [
        Plan(("popularity",)),
        Plan(("level", "level")),
        Plan(("alphabetical", "level")),
        Plan(mentions="before"),
        Plan(seconds={1: 30}),
        Plan(call_s=-1),
        Plan(group_most=1),
    ],
)
def test_a_plan_that_makes_no_sense_is_refused(plan: Plan) -> None:
    with pytest.raises(UserError) as caught:
        generate(SMALL, REFERENCE, plan)
    assert caught.value.code == "plan_impossible"


def test_hours_are_in_the_running_order() -> None:
    made = generate(SMALL, REFERENCE, Plan(starts="14 h 30", ends="17:00"))
    assert (made.starts, made.ends) == ("14:30", "17:00")


def test_nothing_of_it_shows_in_a_repr() -> None:
    made = generate(SMALL, REFERENCE, Plan())
    assert "havre" not in f"{made!r}{made.stops!r}{made.sections!r}"
