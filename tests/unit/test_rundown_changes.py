"""What a late change does, as lines to approve: short, exact, and none when nothing changed."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.rundowns import letters, rundowns, stop
from vi_events.edition import rundown_editing as editing
from vi_events.edition.rundown import Rundown, Section, Stop
from vi_events.edition.rundown_changes import difference


def name(each: Stop) -> str:
    return each.title or each.id.upper()


def lines(before: Rundown, after: Rundown) -> list[str]:
    return [change.text.replace("\u202f", " ") for change in difference(before, after, name)]


ABCDEFGH = letters("abcdefgh")


def test_one_stop_moved_says_how_far() -> None:
    assert lines(ABCDEFGH, editing.move(ABCDEFGH, "g", "b")) == ["G : avancé de 5 places"]
    assert lines(ABCDEFGH, editing.move(ABCDEFGH, "a", "d")) == ["A : reculé de 2 places"]


def test_a_block_moved_is_one_line() -> None:
    assert lines(ABCDEFGH, editing.move(ABCDEFGH, "gh", "b")) == ["G et H : avancés de 5 places"]
    many = Rundown(tuple(stop(f"s{rank}") for rank in range(150)))
    block = [each.id for each in many.stops[90:140]]
    assert lines(many, editing.move(many, block, "s2")) == ["S90 et 49 autres étapes : avancés de 88 places"]


def test_two_blocks_moved_are_two_lines() -> None:
    moved = editing.move(editing.move(ABCDEFGH, "gh", "b"), "a")
    assert lines(ABCDEFGH, moved) == ["G et H : avancés de 5 places", "A : reculé de 5 places"]


def test_stops_added_and_removed_are_said_with_their_place() -> None:
    after = editing.insert(editing.remove(ABCDEFGH, "cd"), stop("x", "debate"), "f")
    after = editing.insert(after, stop("y", "pause"))
    assert lines(ABCDEFGH, after) == ["C et D : retirés", "Titre x : ajouté avant F", "Titre y : ajouté à la fin"]


def test_an_addition_moves_nobody() -> None:
    after = editing.insert(ABCDEFGH, stop("x", "debate"), "a")
    assert [change.kind for change in difference(ABCDEFGH, after, name)] == ["added"]


def test_stops_changed_alike_share_a_line() -> None:
    after = editing.postpone(editing.retime(ABCDEFGH, "abcde", 60), "b")
    assert lines(ABCDEFGH, after) == ["A et 4 autres étapes : durée 40 s → 60 s", "B : à jouer plus tard"]
    assert lines(after, ABCDEFGH) == ["A et 4 autres étapes : durée 60 s → 40 s", "B : de nouveau à jouer"]


def test_each_part_of_a_stop_is_said() -> None:
    before = Rundown((stop("a", "speech"), stop("b", "group", 60, "x", "y")), (Section("s", "Les villes"),))
    after = editing.replace_stop(before, replace(before.stops[0], title="Vœux", people=("Le maire",), note="n"))
    after = editing.replace_stop(after, replace(after.stops[1], authority_ids=("y", "z", "t"), section="s"))
    assert lines(before, after) == [
        "Vœux : titre « Titre a » → « Vœux »",
        "Vœux : personnes changées",
        "Vœux : note changée",
        "Titre b : passe dans la section « Les villes »",
        "Titre b : 2 collectivités en plus, 1 collectivité en moins",
    ]


def test_sections_and_hours_are_said() -> None:
    before = Rundown((), (Section("s", "Les villes"), Section("t", "Bretagne")), "14:30")
    after = editing.set_hours(editing.remove_section(before, "t"), "15:00", "")
    after = editing.add_section(editing.change_section(after, Section("s", "Villes", "le maire")), Section("u", "Fin"))
    assert lines(before, after) == [
        "Section « Bretagne » retirée",
        "Section « Les villes » renommée « Villes »",
        "Section « Villes » : présentée par « le maire »",
        "Section « Fin » ajoutée",
        "Début : 14:30 → 15:00",
    ]


@given(rundowns(), rundowns())
def test_only_the_same_running_order_gives_no_line(one: Rundown, other: Rundown) -> None:
    assert difference(one, one, name) == ()
    # The order of the sections among themselves is seen by nobody.
    assert bool(difference(one, other, name)) == (
        replace(one, sections=()) != replace(other, sections=()) or set(one.sections) != set(other.sections)
    )


@given(st.permutations("abcdefgh"))
def test_nobody_is_said_to_move_by_no_place(order: list[str]) -> None:
    changes = difference(ABCDEFGH, letters("".join(order)), name)
    assert all(change.kind == "moved" and " 0 place" not in change.text for change in changes)


def test_a_change_keeps_silent() -> None:
    change = difference(ABCDEFGH, editing.remove(ABCDEFGH, "a"), name)[0]
    assert "A :" not in repr(change)
