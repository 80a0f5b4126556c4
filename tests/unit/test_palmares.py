"""The palmarès as data: it survives JSON, counts itself and keeps silent."""

import json
import traceback
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vi_events.edition.models import Authority
from vi_events.edition.palmares import KINDS, Award, Mention, Palmares, check_announced, mention_id
from vi_events.edition.reference import load_reference
from vi_events.errors import StorageError, UserError

REFERENCE = load_reference()


def authority(id_: str, kind: str) -> Authority:
    return replace(REFERENCE.authority(id_), kind=kind)


EDUCATION = Mention("numerique-educatif", "Numérique éducatif")
SAMPLE = Palmares(
    awards=(
        Award(authority("33039", "ville"), 5, 4, mentions=(EDUCATION.id,), representative="Canari Représentant"),
        Award(authority("28064", "village"), 1, None, first_participation=True, pronunciation="Bu"),
        Award(authority("244400503", "territoire"), 3, 4, distinctions=("Coup de cœur",)),
        Award(Authority("libre-yoff", "Yoff", "foreign", kind="ville", country="Sénégal"), 3, 3),
    ),
    mentions=(EDUCATION,),
    announced={"total": 5, "5": 1, "village": 2},
)

_levels = st.integers(1, 5)
_words = st.text(max_size=20)


@st.composite
def palmares(draw: st.DrawFn) -> Palmares:
    names = draw(st.lists(_words, unique=True, max_size=6))
    awards = [
        Award(
            Authority(f"libre-{number}", name, kind=draw(st.sampled_from(KINDS))),
            draw(_levels),
            draw(st.none() | _levels),
            draw(st.booleans()),
            draw(st.sampled_from([(), (EDUCATION.id,)])),
            tuple(draw(st.lists(_words, max_size=2))),
            *(draw(_words) for _ in range(4)),
        )
        for number, name in enumerate(names)
    ]
    return Palmares(tuple(awards), (EDUCATION,), draw(st.dictionaries(st.sampled_from(KINDS), st.integers(0, 99))))


@given(palmares())
def test_json_gives_back_the_same_palmares(given_palmares: Palmares) -> None:
    assert Palmares.from_json(json.loads(json.dumps(given_palmares.to_json()))) == given_palmares


@pytest.mark.parametrize("version", [None, 0, 2, "1"])
def test_an_unknown_version_is_refused(version: Any) -> None:
    with pytest.raises(StorageError) as refused:
        Palmares.from_json(SAMPLE.to_json() | {"version": version})
    assert refused.value.code == "palmares_version"


def _damaged() -> list[dict[str, Any]]:
    def award(**changes: Any) -> dict[str, Any]:
        whole = json.loads(json.dumps(SAMPLE.to_json()))
        whole["awards"][0] |= changes
        return dict(whole)

    whole = SAMPLE.to_json()
    return [
        {"version": 1},
        whole | {"awards": None},
        whole | {"awards": [*whole["awards"], whole["awards"][0]]},
        whole | {"mentions": []},
        whole | {"announced": {"6": 1}},
        award(level=6),
        award(level="canari"),
        award(previous=0),
        award(authority={"id": "1"}),
        award(authority={"id": "1", "name": "canari", "kind": "hameau"}),
        award(canari=1),
    ]


@pytest.mark.parametrize("document", _damaged())
def test_a_damaged_document_is_refused_without_quoting_it(document: dict[str, Any]) -> None:
    with pytest.raises(StorageError) as refused:
        Palmares.from_json(document)
    assert refused.value.code == "palmares_damaged"
    assert "anari" not in "".join(traceback.format_exception(refused.value, chain=True)).replace(__file__, "")
    assert refused.value.__suppress_context__


def test_nothing_under_embargo_shows_in_a_repr() -> None:
    shown = f"{SAMPLE!r} {SAMPLE} {SAMPLE.awards!r} {SAMPLE.awards[0]!s}"
    assert "Canari" not in shown
    assert "Bègles" not in shown


def test_an_award_has_a_level_of_the_scale_and_a_kind() -> None:
    for level, previous, kind in ((0, None, "ville"), (6, None, "ville"), (3, 6, "ville"), (3, None, "")):
        with pytest.raises(ValueError, match=r"level out of range|unknown kind"):
            Award(authority("33039", kind), level, previous)


def test_progress_is_the_difference_with_the_previous_level() -> None:
    assert [award.progress for award in SAMPLE.awards] == [1, None, -1, 0]


def test_awards_are_found_by_level_kind_region_and_mention() -> None:
    assert {level: len(awards) for level, awards in SAMPLE.by_level().items()} == {1: 1, 2: 0, 3: 2, 4: 0, 5: 1}
    assert [award.authority.name for award in SAMPLE.by_kind()["ville"]] == ["Bègles", "Yoff"]
    assert SAMPLE.by_kind()["autre"] == ()
    regions = SAMPLE.by_region(REFERENCE)
    assert list(regions) == ["Centre-Val de Loire", "Nouvelle-Aquitaine", "Pays de la Loire", "Sénégal"]
    assert regions["Nouvelle-Aquitaine"] == SAMPLE.awards[:1]
    assert SAMPLE.with_mention(EDUCATION.id) == SAMPLE.awards[:1]


def test_a_region_is_in_its_own_region() -> None:
    whole = Palmares((Award(authority("reg-53", "territoire"), 4),))
    assert list(whole.by_region(REFERENCE)) == ["Bretagne"]


def test_gaps_compare_only_what_was_announced() -> None:
    assert SAMPLE.counts()["total"] == 4
    assert SAMPLE.gaps() == {"total": (5, 4), "village": (2, 1)}


def test_an_unknown_total_is_refused() -> None:
    assert check_announced({"5": 3, "ville": 0}) == {"5": 3, "ville": 0}
    for announced, code in (({"6": 1}, "announced_unknown"), ({"5": -1}, "announced_negative")):
        with pytest.raises(UserError) as refused:
            check_announced(announced)
        assert refused.value.code == code


def test_two_spellings_of_a_mention_are_one() -> None:
    assert mention_id("Numérique éducatif") == mention_id("NUMERIQUE  EDUCATIF") == "numerique-educatif"
