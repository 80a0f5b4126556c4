"""The verbs on a running order: nothing is lost or doubled, and what was played stays as it was."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.rundowns import letters, order, rundowns, stop
from vi_events.edition import rundown_editing as editing
from vi_events.edition.rundown import Rundown, Section, Stop, new_id
from vi_events.errors import UserError

ABCDE = letters("abcde")


def refused(verb: Callable[[], Rundown]) -> str:
    with pytest.raises(UserError) as caught:
        verb()
    assert caught.value.message
    assert caught.value.advice
    return caught.value.code


def test_a_block_moves_in_its_own_order() -> None:
    assert order(editing.move(ABCDE, ("e", "b"), "a")) == "beacd"
    assert order(editing.move(ABCDE, ("a", "c"))) == "bdeac"
    assert order(editing.move(ABCDE, ("b", "c"), "c")) == "abcde"


def test_a_stop_is_inserted_replaced_and_removed() -> None:
    inserted = editing.insert(ABCDE, stop("x", "debate"), "c")
    assert order(inserted) == "abxcde"
    replaced = editing.replace_stop(inserted, replace(inserted.stops[2], title="  Débat  sur l’école "))
    assert replaced.stops[2].title == "Débat sur l’école"
    assert order(editing.remove(replaced, ("x", "a"))) == "bcde"


def test_a_postponed_stop_keeps_its_place() -> None:
    later = editing.postpone(ABCDE, ("b",))
    assert [each.postponed for each in later.stops] == [False, True, False, False, False]
    assert editing.recall(later, ("b",)) == ABCDE


def test_several_stops_are_retimed_at_once() -> None:
    assert [each.planned_s for each in editing.retime(ABCDE, ("a", "c"), 90).stops] == [90, 40, 90, 40, 40]


def test_awards_become_a_roll_call_and_back() -> None:
    noted = editing.replace_stop(ABCDE, replace(ABCDE.stops[1], note="Maire en retard"))
    grouped = editing.group(noted, ("d", "b"), "Les villages")
    called = grouped.stops[1]
    assert (called.kind, called.title, called.planned_s) == ("group", "Les villages", 80)
    assert (called.authority_ids, called.note) == (("libre-b", "libre-d"), "Maire en retard")
    assert called.id not in "abcde"
    apart = editing.ungroup(grouped, called.id, 30)
    assert [each.authority_ids for each in apart.stops] == [(f"libre-{id_}",) for id_ in "abdce"]
    assert [(each.kind, each.planned_s) for each in apart.stops[1:3]] == [("award", 30)] * 2
    assert [each.note for each in apart.stops[1:3]] == ["Maire en retard", ""]


def test_only_awards_alike_become_a_roll_call() -> None:
    mixed = editing.postpone(editing.insert(ABCDE, stop("x", "pause")), ("a",))
    codes = [refused(lambda ids=ids: editing.group(mixed, ids, "T")) for ids in ("b", "bx", "ab")]  # type: ignore[misc]
    assert codes == ["group_impossible"] * 3
    assert refused(lambda: editing.ungroup(mixed, "x", 30)) == "ungroup_impossible"


def test_sections_are_added_changed_and_removed() -> None:
    one = editing.add_section(ABCDE, Section("s", " Les  villages ", "le maire"))
    placed = editing.set_section(one, ("a", "b"), "s")
    assert [each.section for each in placed.stops] == ["s", "s", "", "", ""]
    changed = editing.change_section(placed, Section("s", "Les villages", "la présidente du jury"))
    assert changed.sections == (Section("s", "Les villages", "la présidente du jury"),)
    assert editing.remove_section(changed, "s") == ABCDE


def test_a_section_has_a_title_of_its_own() -> None:
    one = editing.add_section(ABCDE, Section("s", "Les villages"))
    assert refused(lambda: editing.add_section(one, Section("t", "les  VILLAGES"))) == "section_title_twice"
    assert refused(lambda: editing.add_section(one, Section("s", "Bretagne"))) == "section_twice"
    assert refused(lambda: editing.add_section(one, Section("t", " "))) == "section_untitled"
    assert refused(lambda: editing.set_section(one, ("a",), "gone")) == "section_unknown"
    assert refused(lambda: editing.insert(one, replace(stop("x"), section="gone"))) == "section_unknown"


def test_hours_are_read_in_every_writing() -> None:
    timed = editing.set_hours(ABCDE, "14 h 30", "")
    assert (timed.starts, timed.ends) == ("14:30", "")
    assert refused(lambda: editing.set_hours(ABCDE, "25:00", "")) == "time_unknown"


def test_an_unknown_or_doubled_stop_is_refused() -> None:
    assert refused(lambda: editing.move(ABCDE, ("z",))) == "stop_unknown"
    assert refused(lambda: editing.move(ABCDE, ("a",), "z")) == "stop_unknown"
    assert refused(lambda: editing.remove(ABCDE, ("a", "z"))) == "stop_unknown"
    assert refused(lambda: editing.insert(ABCDE, stop("a"))) == "stop_twice"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (Stop("x", "concert", 10), "kind_unknown"),
        (Stop("x", "pause", -1), "duration_out_of_range"),
        (Stop("x", "pause", 86400), "duration_out_of_range"),
        (Stop("x", "award", 10), "award_not_one"),
        (Stop("x", "award", 10, authority_ids=("a", "b")), "award_not_one"),
        (Stop("x", "debate", 10, authority_ids=("a",)), "authority_unexpected"),
        (Stop("x", "group", 10, authority_ids=("a", "a")), "authority_doubled"),
        (Stop("x", "mention", 10), "mention_missing"),
        (Stop("x", "pause", 10, mention="m"), "mention_unexpected"),
        (Stop("x", "pause", 10, title="x" * 401), "text_too_long"),
        (Stop("x", "speech", 10, people=("A ; B",)), "person_mark"),
    ],
)
def test_a_stop_that_makes_no_sense_is_refused(wrong: Stop, code: str) -> None:
    assert refused(lambda: editing.insert(ABCDE, wrong)) == code


# While live


LIVE = frozenset({"a", "c"})


@pytest.mark.parametrize(
    "verb",
    [
        lambda: editing.move(ABCDE, ("a",), "", LIVE),
        lambda: editing.move(ABCDE, ("d",), "b", LIVE),
        lambda: editing.move(ABCDE, ("b",), "a", LIVE),
        lambda: editing.insert(ABCDE, stop("x"), "c", LIVE),
        lambda: editing.replace_stop(ABCDE, replace(ABCDE.stops[0], note="n"), LIVE),
        lambda: editing.remove(ABCDE, ("c",), LIVE),
        lambda: editing.postpone(ABCDE, ("a", "d"), LIVE),
        lambda: editing.retime(ABCDE, ("c",), 10, LIVE),
        lambda: editing.group(ABCDE, ("c", "d"), "T", LIVE),
        lambda: editing.group(ABCDE, ("b", "d"), "T", LIVE),
    ],
)
def test_nothing_changes_or_comes_before_what_was_played(verb: Callable[[], Rundown]) -> None:
    assert refused(verb) == "stop_played"


def test_a_stop_skipped_can_be_played_later() -> None:
    assert order(editing.move(ABCDE, ("b",), "e", LIVE)) == "acdbe"
    assert order(editing.remove(ABCDE, ("b",), LIVE)) == "acde"
    assert order(editing.insert(ABCDE, stop("x"), "d", LIVE)) == "abcxde"
    assert editing.postpone(ABCDE, ("b", "d"), LIVE).stops[1].postponed


def test_the_section_of_a_stop_played_is_locked_and_the_next_one_is_free() -> None:
    sections = (Section("s", "Les villages"), Section("t", "Les villes"))
    both = replace(ABCDE, sections=sections)
    both = editing.set_section(editing.set_section(both, "ab", "s"), "cde", "t")
    renamed = Section("s", "Autre")
    assert refused(lambda: editing.change_section(both, renamed, frozenset({"a"}))) == "stop_played"
    assert refused(lambda: editing.remove_section(both, "s", frozenset({"a"}))) == "stop_played"
    assert refused(lambda: editing.change_section(both, renamed, frozenset({"s"}))) == "stop_played"
    assert refused(lambda: editing.set_section(both, "a", "t", frozenset({"a"}))) == "stop_played"
    assert editing.change_section(both, Section("t", "Autre"), frozenset({"a"})).sections[1].title == "Autre"


# Any sequence


def called(rundown: Rundown) -> Counter[str]:
    return Counter(id_ for each in rundown.stops for id_ in each.authority_ids)


def free(rundown: Rundown) -> Counter[str]:
    return Counter(each.id for each in rundown.stops if each.kind not in ("award", "group"))


def one_verb(draw: st.DrawFn, rundown: Rundown, locked: frozenset[str]) -> Rundown:
    ids = [each.id for each in rundown.stops]
    chosen = tuple(draw(st.lists(st.sampled_from(ids), unique=True))) if ids else ()
    before = draw(st.sampled_from(["", *ids]))
    verbs = (
        lambda: editing.move(rundown, chosen, before, locked),
        lambda: editing.postpone(rundown, chosen, locked),
        lambda: editing.recall(rundown, chosen, locked),
        lambda: editing.retime(rundown, chosen, 55, locked),
        lambda: editing.set_section(rundown, chosen, "", locked),
        lambda: editing.group(rundown, chosen, "Appel", locked),
        lambda: editing.ungroup(rundown, before, 30, locked),
        lambda: editing.insert(rundown, Stop(new_id(), "pause", 60, note="new"), before, locked),
    )
    try:
        return draw(st.sampled_from(verbs))()
    except UserError:
        return rundown


@given(st.data(), rundowns())
def test_no_sequence_of_verbs_loses_or_doubles_a_stop(data: st.DataObject, start: Rundown) -> None:
    ids = [each.id for each in start.stops]
    locked = frozenset(data.draw(st.lists(st.sampled_from(ids)))) if ids else frozenset()
    now = start
    for _ in range(data.draw(st.integers(1, 8))):
        now = data.draw(st.composite(lambda draw: one_verb(draw, now, locked))())  # noqa: B023 - drawn at once
    assert len({each.id for each in now.stops}) == len(now.stops)
    assert called(now) == called(start)
    added = Counter(each.id for each in now.stops if each.note == "new")
    assert free(now) - added == free(start)
    assert [each for each in now.stops if each.id in locked] == [each for each in start.stops if each.id in locked]
    assert all(editing.problem(each) is None for each in now.stops)
