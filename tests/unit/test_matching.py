"""What a typed name means: corrections are reported, homonyms are asked, nothing crashes."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vi_events.edition.matching import MOST_CANDIDATES, Match, match_authority
from vi_events.edition.reference import Reference, load_reference

REFERENCE = load_reference()
MISSPELLINGS = list(
    csv.DictReader((Path(__file__).parent / "data" / "misspellings.csv").read_text("utf-8").splitlines())
)


@pytest.fixture(scope="module")
def reference() -> Reference:
    return REFERENCE


def match(text: str, *, code: str = "", department: str = "", postal_code: str = "") -> Match:
    return match_authority(text, code=code, department=department, postal_code=postal_code, reference=REFERENCE)


def found(text: str, **hints: str) -> tuple[str, str]:
    result = match(text, **hints)
    return result.status, result.authority.id if result.authority else ""


@pytest.mark.parametrize("row", [row for row in MISSPELLINGS if row["code"]], ids=lambda row: row["as_written"])
def test_every_misspelling_of_the_press_is_corrected_and_reported(row: dict[str, str]) -> None:
    # « CAB » is claimed by several groups: only the département says which one.
    department = "2B" if row["as_written"] == "CAB" else ""
    result = match(row["as_written"], department=department)
    assert (result.status, result.authority and result.authority.id) == ("corrected", row["code"])
    assert result.why.endswith(".")
    assert "'" not in result.why


def test_a_missing_accent_in_a_group_is_corrected() -> None:
    assert found("CA La Riviera du Levant") == ("corrected", "200041507")


def test_a_wrong_department_is_reported() -> None:
    result = match("Les Abymes (94)")
    assert result.status == "corrected"
    assert "971 (Guadeloupe)" in result.why


@pytest.mark.parametrize(
    ("written", "id_"),
    [
        ("Bègles", "33039"),
        ("Bègles (33)", "33039"),
        ("Bègles, Gironde", "33039"),
        ("33130 Bègles", "33039"),
        ("Mairie de Bègles", "33039"),
        ("Ville de Lyon", "69123"),
        ("Commune d’Oô", "31404"),
        ("Commune du Bouscat", "33069"),
        ("Ville des Abymes", "97101"),
        ("L’Isle-Adam", "95313"),
        ("Communauté urbaine d’Arras", "200033579"),
        ("Communauté d'agglomération de Bastia", "242000354"),
        ("Bordeaux", "33063"),
        ("Bordeaux Métropole", "243300316"),
        ("Département de la Gironde", "dep-33"),
        ("Conseil départemental du Nord", "dep-59"),
        ("Région Bretagne", "reg-53"),
        ("Paris", "75056"),
        ("Ville-d'Avray", "92077"),
    ],
)
def test_official_names_are_exact_whatever_surrounds_them(written: str, id_: str) -> None:
    assert found(written) == ("exact", id_)


@pytest.mark.parametrize(
    ("written", "id_"),
    [
        ("BEGLES", "33039"),
        ("ST DENIS (974)", "97411"),
        ("Villeneuve s/ Lot", "47323"),
        ("Métropole de Bordeaux", "243300316"),
        ("CC Lisieux Normandie", "200069532"),
        ("Bègle (33)", "33039"),
        ("Arbignieu", "01015"),
        ("Lagrave (05)", "05063"),
        ("CD 33", "dep-33"),
    ],
)
def test_other_spellings_are_corrected_with_a_reason(written: str, id_: str) -> None:
    assert found(written) == ("corrected", id_)
    assert match(written).why


@pytest.mark.parametrize("written", ["Bassens", "SAINT-DENIS", "St-Denis", "Ville du Bois", "Champagne", "Mayotte"])
def test_homonyms_are_asked(written: str) -> None:
    result = match(written)
    assert result.status == "ambiguous"
    assert result.authority is None
    assert 2 <= len(result.candidates) <= MOST_CANDIDATES
    assert result.why


def test_a_department_a_postal_code_or_a_code_settles_homonyms() -> None:
    assert found("Bassens", department="73") == ("exact", "73031")
    assert found("Bassens", department="Savoie") == ("exact", "73031")
    assert found("Bassens", postal_code="33530") == ("exact", "33032")
    assert found("Bassens", code="33032") == ("exact", "33032")
    assert found("Bassens (Savoie)") == ("exact", "73031")


def test_contradictory_departments_are_asked() -> None:
    assert found("Bassens (33)", department="73") == ("ambiguous", "")


def test_the_code_wins_and_the_name_is_reported() -> None:
    result = match("Bordeaux", code="33039")
    assert (result.status, result.authority and result.authority.id) == ("corrected", "33039")
    assert "Bègles" in result.why


def test_codes_damaged_by_a_spreadsheet_are_read() -> None:
    assert found("Ambérieu-en-Bugey", code="1004") == ("exact", "01004")
    assert found("Bègles", code="33039.0") == ("exact", "33039")
    assert found("Bègles", code="213300395 00017") == ("exact", "33039")


def test_an_unknown_code_is_reported_even_when_the_name_is_right() -> None:
    result = match("Bègles", code="99999")
    assert (result.status, result.authority and result.authority.id) == ("corrected", "33039")
    assert "99999" in result.why


def test_an_acronym_is_never_guessed_without_its_department() -> None:
    assert found("CAB") == ("ambiguous", "")
    assert found("CAB", department="59")[0] == "ambiguous"
    assert found("MEL") == ("corrected", "200093201")


def test_a_shortened_name_is_offered_but_never_assumed() -> None:
    result = match("Vandœuvre", department="54")
    assert (result.status, [one.id for one in result.candidates]) == ("ambiguous", ["54547"])
    assert "54547" in [one.id for one in match("Vandœuvre").candidates]


def test_a_short_word_is_never_corrected_into_a_commune() -> None:
    assert match("Mairie").authority is None
    assert match("Presse").authority is None


@pytest.mark.parametrize(
    ("written", "department", "country", "id_"),
    [
        ("Yoff (Sénégal)", "", "Sénégal", "libre-yoff-senegal"),
        ("Bruxelles (Belgique)", "", "Belgique", "libre-bruxelles-belgique"),
        ("Yoff, Sénégal", "", "Sénégal", "libre-yoff-senegal"),
        ("Yoff", "SENEGAL", "Sénégal", "libre-yoff-senegal"),
    ],
)
def test_foreign_authorities_keep_their_country(written: str, department: str, country: str, id_: str) -> None:
    result = match(written, department=department)
    assert result.status == "foreign"
    assert result.authority is not None
    assert (result.authority.id, result.authority.type, result.authority.country) == (id_, "foreign", country)


def test_unknown_text_is_ready_as_a_free_entry() -> None:
    result = match("  Syndicat mixte  du Pays de Cognac ")
    assert result.status == "unknown"
    assert result.authority is not None
    assert result.authority.id == "libre-syndicat-mixte-du-pays-de-cognac"
    assert (result.authority.name, result.authority.type) == ("Syndicat mixte du Pays de Cognac", "other")


def test_every_official_name_gives_itself(reference: Reference) -> None:
    wrong = []
    for one in [reference.authority(id_) for id_ in reference.ids]:
        result = match(one.name, department=one.department)
        if one.id == "dep-75":
            continue  # one authority with the commune since 2019
        same = [
            other
            for other in reference.named(one.name)
            if not one.department or reference.covers(other.id, frozenset({one.department}))
        ]
        if result.status == "ambiguous" and len(same) > 1 and one in result.candidates:
            continue
        if (result.status, result.authority) != ("exact", one):
            wrong.append((one, result))
    assert wrong == []


def test_a_hostile_text_is_only_text() -> None:
    for hostile in ("A" * 1_000_000, "(" * 500, "B\0ègles", "\ud800", "🎉", "‮selgèB", "a (" * 200, "mairie de " * 60):
        result = match(hostile)
        assert len(result.written) <= 500
        assert "\0" not in result.written
    assert found("B\0ègles") == ("exact", "33039")
    assert match("!!!").authority is None
    assert match("").status == "unknown"


WORDS = st.sampled_from(
    ["Mairie", "de", "Saint", "(33)", "CC", "d'", "Région", "44000", "(Sénégal)", "Métropole", "CD"]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=6).map(" ".join))


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_random_text_never_crashes(text: str, code: str, department: str, postal_code: str) -> None:
    result = match(text, code=code, department=department, postal_code=postal_code)
    if result.status in ("exact", "corrected", "foreign"):
        assert result.candidates == (result.authority,)
    elif result.status == "ambiguous":
        assert result.authority is None
        assert result.candidates
    else:
        # Only a text without any letter or digit has nothing to offer.
        assert result.authority is None or len(result.authority.id) > len("libre-")
    assert len(result.candidates) <= MOST_CANDIDATES
    assert bool(result.why) == (result.status in ("corrected", "ambiguous"))
