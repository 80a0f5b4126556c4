"""Reading a palmarès: levels in every writing, homonyms asked, nothing guessed, nothing logged."""

import csv
import io
import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from vi_events.edition.palmares import Award, Mention, Palmares
from vi_events.edition.palmares_import import PalmaresImport, read_palmares
from vi_events.edition.palmares_words import is_no_level, kind_of, level_of, parts_of
from vi_events.edition.reference import load_reference
from vi_events.errors import UserError

REFERENCE = load_reference()
Read = Callable[..., PalmaresImport]
DEMO = Path(__file__).parents[2] / "assets" / "demo" / "palmares.csv"

# Public labels, as the press wrote them: name in the source, code (sometimes absent), level.
PUBLIC = """collectivité;code INSEE;niveau;mention
Hérouville-Saint-Clair;14327;4;
Blanquefort;33056;@@@@@;
Faches-Thumesnil;59220;5@;
Gluiras;07096;cinq arobases;
Vandœuvre;54547;5 @;
Marcq-en-Baroeul;;4 arobases;Numérique éducatif
Hazebrouk;;3;Numerique Educatif / Gouvernement ouvert
Boulogne-sur-mer;;2;
Les Abymes (94);;1;
communauté d'agglomération Caux Vallée de Seine;;4;
"""


@pytest.fixture
def imported(tmp_path: Path) -> Read:
    def read(text: str, **options: Any) -> PalmaresImport:
        file = tmp_path / "palmares.csv"
        file.write_text(text, encoding="utf-8")
        return read_palmares(file, REFERENCE, **options)

    return read


def codes(result: PalmaresImport) -> list[tuple[int, str, str]]:
    return [(refusal.row, refusal.column, refusal.code) for refusal in result.refused]


def noticed(result: PalmaresImport) -> dict[str, tuple[int, ...]]:
    return {notice.code: notice.rows for notice in result.notices}


def levels(result: PalmaresImport) -> dict[str, int]:
    return {award.authority.id: award.level for award in result.readable.awards}


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("4", 4), ("4@", 4), ("4 @", 4), ("@ 4", 4), ("@@@@", 4), ("@ @ @ @", 4), ("'@@@@", 4), ("quatre arobases", 4),
        ("Quatre", 4), ("4 arobases", 4), ("1 arobase(s)", 1), ("une arobase", 1), ("niveau 3", 3), ("4.0", 4),
        ("4,0", 4), ("6", 6), ("0", 0), ("-1", -1), ("@@@@@@", 6), ("six arobases", 6), ("4,5", None), ("4/5", None),
        ("oui", None), ("", None), ("quatre cinq", None), ("3-4", None), ("@@@x", None), ("9" * 400, None),
    ],
)  # fmt: skip
def test_a_level_is_read_in_every_writing(text: str, level: int | None) -> None:
    assert level_of(text) == level


def test_no_previous_level_is_said_in_words_or_not_at_all() -> None:
    assert all(map(is_no_level, ("", "-", "–", "0", "aucun", "Néant")))
    assert not any(map(is_no_level, ("@@@", "3", "peut-être")))


def test_kinds_are_read_and_never_invented() -> None:
    said = [kind_of(text) for text in ("Village", "villes", "TERRITOIRE", "EPCI", "", "autre", "hameau")]
    assert said == ["village", "ville", "territoire", "territoire", "autre", "autre", None]


def test_lists_are_cut_at_semicolons_and_slashes() -> None:
    assert parts_of("Accessibilité ; Télétravail/Accessibilité;") == ("Accessibilité", "Télétravail")


def test_public_labels_are_read_and_misspellings_are_said(imported: Read) -> None:
    result = imported(PUBLIC)
    assert result.complete
    assert (result.read, result.added, result.updated, result.unchanged) == (10, 10, 0, 0)
    assert levels(result) == {
        "14327": 4, "33056": 5, "59220": 5, "07096": 5, "54547": 5, "59378": 4, "59295": 3, "62160": 2, "97101": 1,
        "200010700": 4,
    }  # fmt: skip
    written = {correction.written: correction.official for correction in result.corrections}
    assert written["Hazebrouk"] == "Hazebrouck"
    assert written["Marcq-en-Baroeul"] == "Marcq-en-Barœul"
    assert [mention.name for mention in result.readable.mentions] == ["Numérique éducatif", "Gouvernement ouvert"]
    assert result.readable.awards[6].mentions == ("numerique-educatif", "gouvernement-ouvert")
    created = [notice for notice in result.notices if notice.code == "mention_created"]
    assert [notice.rows for notice in created] == [(7, 8), (8,)]


def test_the_demonstration_palmares_is_read_whole() -> None:
    announced = {
        "total": 185,
        "5": 38,
        "4": 34,
        "3": 40,
        "2": 40,
        "1": 33,
        "territoire": 12,
        "village": 42,
        "ville": 131,
    }
    result = read_palmares(DEMO, REFERENCE, known=Palmares(announced=announced))
    assert result.complete
    assert (result.added, result.corrections, result.readable.gaps()) == (185, (), {})
    assert not {"kind_missing", "announced_difference", "first_contradicted"} & noticed(result).keys()
    short = {award.authority.id: award.short_form for award in result.readable.awards if award.short_form}
    assert short["51513"] == "Saint-Remy-en-Bouzemont"
    given = [len(result.readable.with_mention(m)) for m in ("numerique-educatif", "arobase-verte")]
    assert given == [7, 5]
    assert len(result.readable.with_mention("territoire-d-excellence-numerique")) == 17


def test_a_second_import_changes_nothing() -> None:
    first = read_palmares(DEMO, REFERENCE).accepted()
    again = read_palmares(DEMO, REFERENCE, known=first)
    assert (again.added, again.updated, again.unchanged) == (0, 0, 185)
    assert again.accepted() == first
    assert again.notices == tuple(n for n in again.notices if n.code == "level_fell")


def test_a_spreadsheet_gives_the_same_as_a_csv(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    with DEMO.open(encoding="utf-8", newline="") as file:
        for number, cells in enumerate(csv.reader(file, delimiter=";")):
            sheet.append([int(cell) if number and column == 5 else cell for column, cell in enumerate(cells)])
    book.save(tmp_path / "palmares.xlsx")
    assert read_palmares(tmp_path / "palmares.xlsx", REFERENCE).accepted() == read_palmares(DEMO, REFERENCE).accepted()


def test_every_column_is_read_in_french_and_in_english(imported: Read) -> None:
    french = (
        "Collectivité;Département;Type;Arobases;Niveau précédent;Première participation;Mention(s);Distinction(s);Note;"
        "Représentant;Forme courte;Prononciation\n"
    )
    english = (
        "Municipality;Department;Kind;Level;Previous level;First participation;Special mentions;Distinctions;Comment;"
        "Representative;Short name;Pronunciation\n"
    )
    line = "Bègles;33;ville;@@@@;3;non;Accessibilité;Coup de cœur;à droite;Une personne;Bègles;Bègle\n"
    expected = Award(
        replace(REFERENCE.authority("33039"), kind="ville"), 4, 3, False, ("accessibilite",), ("Coup de cœur",),
        "Une personne", "à droite", "Bègles", "Bègle",
    )  # fmt: skip
    assert imported(french + line).accepted().awards == (expected,)
    assert imported(english + line).accepted().awards == (expected,)


def test_a_homonym_is_asked_then_answered_by_name_or_by_row(imported: Read) -> None:
    text = "ville;niveau\nBassens;4\nBassens;2\n"
    asked = imported(text)
    assert not asked.complete
    assert [question.rows for question in asked.questions] == [(2,), (3,)]
    assert {candidate.id for candidate in asked.questions[0].candidates} == {"33032", "73031"}
    assert asked.readable.awards == ()
    assert levels(imported(text, answers={"2": "33032", "3": "73031"})) == {"33032": 4, "73031": 2}
    assert levels(imported("ville;niveau\nBassens;4\n", answers={"bassens": "73031"})) == {"73031": 4}


def test_an_answer_that_is_no_code_is_refused(imported: Read) -> None:
    with pytest.raises(UserError) as refused:
        imported("ville;niveau\nBassens;4\n", answers={"Bassens": "00000"})
    assert refused.value.code == "answer_unknown"


def test_rows_are_refused_with_their_column_and_reason(imported: Read) -> None:
    result = imported(
        "nom;code;Arobases;précédent;label précédent\n".replace("code", "code insee")
        + "Bègles;;6;;\nCenon;;zut;;\nLormont;;;;\nTalence;;3;;9\n;;4;;\nZzyzxville;;2;;\nBègles;33063;3;;\n"
    )
    assert codes(result) == [
        (2, "Arobases", "level_out_of_range"),
        (3, "Arobases", "level_not_number"),
        (4, "Arobases", "no_level"),
        (5, "label précédent", "level_out_of_range"),
        (6, "nom", "no_authority"),
        (7, "nom", "unknown_authority"),
        (8, "code insee", "code_mismatch"),
    ]
    assert all(refusal.reason.endswith(".") and "'" not in refusal.reason for refusal in result.refused)
    assert result.ignored == ("précédent",)


def test_an_award_given_twice_refuses_both_rows(imported: Read) -> None:
    result = imported("nom;niveau\nBègles;4\nCenon;3\nmairie de Bègles;5\n")
    assert codes(result) == [(2, "nom", "duplicate"), (4, "nom", "duplicate")]
    assert "lignes 2 et 4" in result.refused[0].reason
    assert list(levels(result).values()) == [3]


def test_it_is_all_or_nothing_unless_partial(imported: Read) -> None:
    result = imported("nom;niveau\nBègles;4\nCenon;7\n")
    with pytest.raises(UserError) as refused:
        result.accepted()
    assert refused.value.code == "palmares_incomplete"
    assert [award.level for award in result.accepted(partial=True).awards] == [4]


def test_a_refused_row_leaves_what_was_known(imported: Read) -> None:
    known = imported("nom;niveau;type\nBègles;4;ville\nCenon;3;ville\n").accepted()
    for text in ("nom;niveau\nBègles;6\n", "nom;niveau\nBègles;5\nBègles;3\n"):
        result = imported(text, known=known)
        assert sorted(levels(result).values()) == [3, 4]
        assert (result.added, result.updated, result.unchanged) == (0, 0, 0)


def test_a_column_that_is_absent_says_nothing_and_an_empty_cell_does(imported: Read) -> None:
    known = imported("nom;type;niveau;note;mention\nBègles;ville;4;à gauche;Accessibilité\n").accepted()
    (kept,) = imported("nom;niveau\nBègles;5\n", known=known).accepted().awards
    assert (kept.level, kept.authority.kind, kept.note, kept.mentions) == (5, "ville", "à gauche", ("accessibilite",))
    (cleared,) = imported("nom;niveau;note\nBègles;5;\n", known=known).accepted().awards
    assert cleared.note == ""


def test_authorities_absent_from_a_second_file_stay_and_are_counted(imported: Read) -> None:
    known = imported("nom;niveau\nBègles;4\nCenon;3\n").accepted()
    result = imported("nom;niveau\nTalence;2\nBègles;5\n", known=known)
    assert (result.added, result.updated, result.unchanged) == (1, 1, 0)
    assert "kept" not in noticed(imported("nom;niveau\nTalence;2\nBassens;5\n", known=known))
    assert list(levels(result).values()) == [2, 5, 3]
    assert "1 collectivité" in next(notice.reason for notice in result.notices if notice.code == "kept")


def test_a_group_is_a_territory_and_a_missing_kind_is_said(imported: Read) -> None:
    result = imported(
        "code insee;niveau;type\n244400503;4;\n200041507;3;ville\n33039;2;\n33063;2;hameau\n28064;1;village\n"
    )
    kinds = [award.authority.kind for award in result.readable.awards]
    assert kinds == ["territoire", "territoire", "autre", "autre", "village"]
    assert noticed(result) == {"kind_territory": (3,), "kind_missing": (4,), "kind_unknown": (5,)}


def test_a_syndicat_is_let_in_by_an_answer_and_known_afterwards(imported: Read) -> None:
    text = "nom;niveau;type\nSyndicat numérique des Collines;4;territoire\n"
    assert [code for _, _, code in codes(imported(text))] == ["unknown_authority"]
    first = imported(text, answers={"Syndicat numérique des Collines": "libre"})
    (award,) = first.accepted().awards
    assert (award.authority.id, award.authority.kind) == ("libre-syndicat-numerique-des-collines", "territoire")
    assert noticed(first) == {"authority_free": (2,)}
    assert imported(text, known=first.accepted()).unchanged == 1


def test_a_foreign_town_is_let_in_and_said(imported: Read) -> None:
    result = imported("nom;niveau;type\nYoff (Sénégal);3;ville\n")
    (award,) = result.accepted().awards
    assert (award.authority.type, award.authority.country) == ("foreign", "Sénégal")
    assert noticed(result) == {"authority_foreign": (2,)}


def test_doubtful_levels_are_said(imported: Read) -> None:
    result = imported(
        "nom;type;niveau;niveau précédent;première participation\nBègles;ville;3;4;x\nCenon;ville;3;-;zut\n"
    )
    assert noticed(result) == {"level_fell": (2,), "first_contradicted": (2,), "first_unknown": (3,)}
    assert [award.first_participation for award in result.readable.awards] == [True, False]


def test_a_new_mention_close_to_a_known_one_is_questioned(imported: Read) -> None:
    known = Palmares(mentions=(Mention("numerique-educatif", "Numérique éducatif"),))
    result = imported("nom;type;niveau;mention\nBègles;ville;3;Numérique éducatifs\n", known=known)
    (notice,) = result.notices
    assert notice.code == "mention_created"
    assert "ressemble à « Numérique éducatif »" in notice.reason


def test_a_mention_of_a_refused_row_is_not_created(imported: Read) -> None:
    assert imported("nom;niveau;mention\nZzyzxville;3;Accessibilité\n").readable.mentions == ()


def test_the_difference_from_the_announced_totals_is_said(imported: Read) -> None:
    known = Palmares(announced={"total": 1, "5": 2, "ville": 1})
    result = imported("nom;type;niveau\nBègles;ville;5\n", known=known)
    assert [notice.reason for notice in result.notices] == ["2 collectivités à 5 arobases annoncées, 1 au palmarès."]
    assert result.readable.announced == known.announced


@pytest.mark.parametrize(
    ("text", "what"), [("nom;type\nBègles;ville\n", "les arobases"), ("niveau;type\n4;ville\n", "la collectivité")]
)
def test_a_file_without_the_needed_columns_is_refused(imported: Read, text: str, what: str) -> None:
    with pytest.raises(UserError) as refused:
        imported(text)
    assert refused.value.code == "unknown_format"
    assert what in refused.value.message


def test_a_column_may_be_chosen_by_hand(imported: Read) -> None:
    text = "nom;niveau;résultat 2027\nBègles;1;5\n"
    assert levels(imported(text, mapping={"level": "résultat 2027"})) == {"33039": 5}
    with pytest.raises(UserError) as refused:
        imported(text, mapping={"last_name": "nom"})
    assert refused.value.code == "unknown_field"


def test_a_row_with_too_many_cells_and_an_empty_file(imported: Read) -> None:
    assert codes(imported("nom;niveau\nBègles;4;5;6\n")) == [(2, "", "overflow")]
    assert noticed(imported("nom;niveau\n")) == {"no_rows": (1,)}


def test_nothing_is_logged_or_shown_in_a_repr(imported: Read, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    result = imported("nom;niveau\nBègles;4\nCenon;7\n")
    assert caplog.records == []
    shown = io.StringIO()
    print(repr(result), repr(result.readable), file=shown)
    assert "Bègles" not in shown.getvalue()
