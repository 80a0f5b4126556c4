"""What a running order lacks, held against the palmarès."""

from dataclasses import replace

from tests.unit.rundowns import EDUCATION, award, stop
from vi_events.edition import rundown_editing as editing
from vi_events.edition.palmares import Palmares
from vi_events.edition.rundown import Rundown, Stop
from vi_events.edition.rundown_checks import lacks, planned_s

PALMARES = Palmares((award("a", 1, "village", EDUCATION.id), award("b")), (EDUCATION,))
MENTION = Stop("m", "mention", 90, authority_ids=("libre-a",), mention=EDUCATION.id)
WHOLE = Rundown((stop("a"), stop("b"), MENTION))


def found(rundown: Rundown) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {lack.code: (lack.stop_ids, lack.authority_ids) for lack in lacks(PALMARES, rundown)}


def test_a_whole_running_order_lacks_nothing() -> None:
    assert found(WHOLE) == {}
    assert found(editing.postpone(WHOLE, ("a",))) == {}


def test_an_award_left_out_or_given_twice_is_said() -> None:
    assert found(editing.remove(WHOLE, ("b",))) == {"award_missing": ((), ("libre-b",))}
    twice = editing.insert(WHOLE, stop("x", "group", 40, "libre-a", "libre-b"))
    assert found(twice) == {"award_twice": (("a", "b", "x"), ("libre-a", "libre-b"))}


def test_a_stop_without_award_is_said() -> None:
    assert found(editing.insert(WHOLE, stop("z"))) == {"stop_without_award": (("z",), ("libre-z",))}


def test_an_empty_roll_call_is_said() -> None:
    assert found(editing.insert(WHOLE, stop("g", "group"))) == {"group_empty": (("g",), ())}


def test_a_mention_without_or_with_other_laureates_is_said() -> None:
    assert found(editing.replace_stop(WHOLE, replace(MENTION, authority_ids=()))) == {"mention_unawarded": (("m",), ())}
    other = replace(MENTION, authority_ids=("libre-a", "libre-b"))
    assert found(editing.replace_stop(WHOLE, other)) == {"mention_differs": (("m",), ())}


def test_an_award_of_more_than_ten_minutes_is_said() -> None:
    assert found(editing.retime(WHOLE, ("a", "b", "m"), 600)) == {}
    assert found(editing.retime(WHOLE, ("a", "m"), 601)) == {"award_long": (("a",), ())}


def test_what_is_postponed_lasts_nothing() -> None:
    assert planned_s(WHOLE) == 170
    assert planned_s(editing.postpone(WHOLE, ("a",))) == 130


def test_a_lack_names_nobody() -> None:
    told = lacks(PALMARES, editing.insert(editing.remove(WHOLE, ("b",)), stop("z")))
    assert len(told) == 2
    assert "libre" not in "".join(f"{lack.text}{lack!r}" for lack in told)
