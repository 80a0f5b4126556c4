"""What the preflight refuses, what it asks to be signed, what it only tells."""

from dataclasses import replace

from tests.unit.shows import AWARDS, PALMARES, RUNDOWN, revision
from vi_events.edition.palmares import Palmares
from vi_events.edition.rundown import Rundown, Stop
from vi_events.edition.show_document import ShowDocument
from vi_events.stage.preflight import Finding, Surfaces, blocks, preflight, refuses

ALL = ShowDocument(PALMARES, RUNDOWN)


def codes(found: tuple[Finding, ...], *levels: str) -> set[str]:
    return {each.code for each in found if each.level in levels}


def check(document: ShowDocument = ALL, surfaces: Surfaces | None = None) -> tuple[Finding, ...]:
    made = revision(palmares=document.palmares, rundown=document.rundown)
    return preflight(made, document, surfaces or Surfaces(sealed=True))


def with_name(name: str, **fields: str) -> ShowDocument:
    first = AWARDS[2]
    named = replace(first, authority=replace(first.authority, name=name), **fields)
    return replace(ALL, palmares=Palmares((*AWARDS[:2], named, *AWARDS[3:]), PALMARES.mentions))


def test_a_sound_show_may_be_armed() -> None:
    assert codes(check(), "bad", "sign", "warn") == set()


def test_an_empty_palmares_is_refused() -> None:
    assert codes(check(ShowDocument()), "bad") == {"no_award"}


def test_an_award_without_a_stop_and_one_with_two_are_refused() -> None:
    without = tuple(stop for stop in RUNDOWN.stops if stop.id != "s-marcq")
    twice = (*without, Stop("again", "award", 40, authority_ids=("51454",)))
    found = check(replace(ALL, rundown=replace(RUNDOWN, stops=twice)))
    assert codes(found, "bad") == {"award_missing", "award_twice"}


def test_a_postponed_award_is_missing() -> None:
    stops = tuple(replace(stop, postponed=stop.id == "s-marcq") for stop in RUNDOWN.stops)
    found = check(replace(ALL, rundown=replace(RUNDOWN, stops=stops)))
    assert codes(found, "bad") == {"award_missing"}
    assert "postponed" in codes(found, "warn")


def test_a_glyph_that_the_typeface_lacks_is_refused() -> None:
    assert codes(check(with_name("Saint-東京-les-Bains")), "bad") == {"glyph_missing"}


def test_a_name_that_does_not_fit_asks_for_a_signature_and_takes_it() -> None:
    long = "Communauté de communes " + "des Vallées d’Auge et du Merlerault " * 8
    found = check(with_name(long))
    asked = [each for each in found if each.level == "sign"]
    assert asked
    assert refuses(found)
    assert not blocks(found)
    signed = replace(with_name(long), signed=tuple(each.key for each in asked))
    assert not refuses(check(signed))


def test_a_signature_goes_with_the_very_name_that_was_seen() -> None:
    long = "Communauté de communes " + "des Vallées d’Auge et du Merlerault " * 8
    keys = tuple(each.key for each in check(with_name(long)) if each.level == "sign")
    other = replace(with_name(long.replace("Auge", "Orne")), signed=keys)
    assert refuses(check(other))


def test_a_short_form_is_signed_too() -> None:
    long = "Communauté de communes " + "des Vallées d’Auge et du Merlerault " * 8
    found = check(with_name(long, short_form="Vallées d’Auge"))
    assert any("forme courte" in each.text for each in found if each.level == "sign")


def test_a_screen_that_copies_the_regie_or_is_gone_is_refused() -> None:
    for state in ("mirrored", "gone"):
        assert blocks(check(surfaces=Surfaces(public_screen=state)))
    assert not refuses(check(surfaces=Surfaces(public_screen="none", prompter="none", sealed=False)))


def test_a_running_order_longer_than_its_slot_is_told() -> None:
    found = check(replace(ALL, rundown=replace(RUNDOWN, ends="14:40")))
    assert "too_long" in codes(found, "warn")
    assert "no_slot" in codes(check(replace(ALL, rundown=Rundown(RUNDOWN.stops, RUNDOWN.sections))), "warn")


def test_announced_totals_that_differ_are_told() -> None:
    palmares = replace(PALMARES, announced={"total": 6})
    found = check(replace(ALL, palmares=palmares))
    assert "total_differs" in codes(found, "warn")


def test_nothing_shows_in_the_repr_of_a_finding() -> None:
    assert "Havre" not in repr(check(with_name("Le Havre 東")))
