"""A running order as a table: what is written is read back, and what is refused says where without naming anybody."""

import csv
import io
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.unit.exports import write_csv, write_xlsx
from tests.unit.rundowns import EDUCATION, everyone, letters, order, rundowns
from vi_events.edition.models import Authority
from vi_events.edition.palmares import Award, Palmares
from vi_events.edition.reference import load_reference
from vi_events.edition.rundown import Rundown, Stop
from vi_events.edition.rundown_file import RundownImport, read_rundown, rundown_csv
from vi_events.errors import UserError

REFERENCE = load_reference()
EVERYONE = everyone()
PALMARES = Palmares(
    (
        *(
            Award(replace(REFERENCE.authority(code), kind="ville"), level)
            for code, level in (("76351", 4), ("51454", 3), ("01283", 1), ("60159", 2))
        ),
        Award(Authority("libre-yoff", "Yoff", "foreign", kind="ville", country="Sénégal"), 2),
    ),
    (EDUCATION,),
)
HEADERS = "type;section;titre;code collectivité;collectivité;mention;personnes;durée;note;reporté\n"
Read = Callable[..., RundownImport]


@pytest.fixture
def imported(tmp_path: Path) -> Read:
    def read(text: str, **options: Any) -> RundownImport:
        file = write_csv(tmp_path / "conducteur.csv", text)
        return read_rundown(file, PALMARES, REFERENCE, **options)

    return read


def codes(result: RundownImport) -> list[tuple[int, str, str]]:
    return [(refusal.row, refusal.column, refusal.code) for refusal in result.refused]


def ids(result: RundownImport) -> list[tuple[str, ...]]:
    return [each.authority_ids for each in result.readable.stops]


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(rundowns())
def test_what_is_written_is_read_back(rundown: Rundown) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "conducteur.csv"
        file.write_bytes(rundown_csv(rundown, EVERYONE, REFERENCE))
        result = read_rundown(file, EVERYONE, REFERENCE, previous=rundown)
    assert result.refused == ()
    assert result.accepted() == rundown
    assert (result.added, result.updated, result.removed) == (0, 0, 0)
    assert result.unchanged == len(rundown.stops)


def test_no_cell_is_a_formula_and_none_is_too_long() -> None:
    rundown = Rundown(
        (
            Stop("a", "speech", 40, "=cmd()", note="@x", people=("+33", "-1")),
            Stop("b", "group", 40, "Appel", authority_ids=tuple(f"libre-{n}" for n in range(200))),
        )
    )
    text = rundown_csv(rundown, EVERYONE, REFERENCE).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    cells = [cell for row in rows for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
    assert max(map(len, cells)) < 500
    assert [row[0] for row in rows[:4]] == ["type", "intervention", "appel", "suite"]


def test_names_codes_and_words_of_every_kind_are_read(imported: Read) -> None:
    result = imported(
        HEADERS + "début;;14 h 30\nfin;;17:00\nsection;;Les villes;;;;la présidente du jury\n"
        ";Les villes;;76351;Le Havre;;;0:40;;\n"
        "Remise;les VILLES;;;reims;;;40 s;;oui\n"
        "appel;;Appel;1283 | 60159;;;;2 min;Attention;\n"
        "mention;;;;Yoff | Le Havre;numerique educatif;;1:30;;\n"
        "Débat;;L’école;;;;Une maire, présidente | Un élu;1:30:00;;non\n"
        "Table ronde;Final;;;;;;10 min;;\n"
    )
    assert result.refused == ()
    made = result.accepted()
    assert (made.starts, made.ends) == ("14:30", "17:00")
    assert [(section.title, section.presenters) for section in made.sections] == [
        ("Les villes", "la présidente du jury"),
        ("Final", ""),
    ]
    assert ids(result) == [("76351",), ("51454",), ("01283", "60159"), ("libre-yoff", "76351"), (), ()]
    assert [each.planned_s for each in made.stops] == [40, 40, 120, 90, 5400, 600]
    assert [each.postponed for each in made.stops] == [False, True, False, False, False, False]
    assert made.stops[1].section == made.sections[0].id
    assert made.stops[3].mention == EDUCATION.id
    assert made.stops[4].people == ("Une maire, présidente", "Un élu")
    assert (result.read, result.added, result.ignored) == (9, 6, ())


def test_english_headers_and_words_are_read(imported: Read) -> None:
    text = "kind,authority,duration,speakers,postponed,colour\naward,Le Havre,0:40,,yes,blue\nbreak,,15 min,,,\n"
    result = imported(text)
    assert [(each.kind, each.planned_s, each.postponed) for each in result.accepted().stops] == [
        ("award", 40, True),
        ("pause", 900, False),
    ]
    assert result.ignored == ("colour",)


def test_a_column_may_be_chosen(imported: Read) -> None:
    result = imported("quoi;qui\naward;Reims\n", mapping={"kind": "quoi", "authority": "QUI"})
    assert ids(result) == [("51454",)]
    for mapping, code in (
        ({"colour": "quoi"}, "unknown_field"),
        ({"kind": "où"}, "unknown_column"),
        ({}, "unknown_format"),
    ):
        with pytest.raises(UserError) as caught:
            imported("quoi;qui\naward;Reims\n", mapping=mapping)
        assert caught.value.code == code


def test_what_cannot_be_read_says_its_row_its_column_and_why(imported: Read) -> None:
    result = imported(
        HEADERS + "concert\n"
        "remise;;;;Nulle-Part-les-Oies;;;0:40\n"
        "remise;;;99999;;;;0:40\n"
        "remise;;;51454;Le Havre;;;0:40\n"
        "remise;;;51454 | 76351;Reims;;;0:40\n"
        "remise;;;;Le Havre | Reims;;;0:40\n"
        "remise;;;;Reims;;;bientôt\n"
        "mention;;;;Reims;Inconnue;;0:40\n"
        "pause;;;;;;;40\n"
        "pause;;;;;;;0:40;;peut-être\n"
        "début;;midi\n"
        "section\n"
        "remise;;;;Saint-Denis;;;0:40\n"
        "pause;;;;;;;0:40;;;trop\n"
    )
    code = "code collectivité"
    assert codes(result) == [
        (2, "type", "kind_unknown"),
        (3, "collectivité", "unknown_authority"),
        (4, code, "unknown_authority"),
        (5, code, "code_mismatch"),
        (6, code, "count_mismatch"),
        (7, "collectivité", "award_not_one"),
        (8, "durée", "duration_unknown"),
        (9, "mention", "unknown_mention"),
        (10, "durée", "duration_unknown"),
        (11, "reporté", "postponed_unknown"),
        (12, "titre", "time_unknown"),
        (13, "titre", "section_title"),
        (14, "collectivité", "ambiguous_authority"),
        (15, "", "overflow"),
    ]
    with pytest.raises(UserError) as caught:
        result.accepted()
    assert caught.value.code == "rundown_incomplete"
    assert result.accepted(partial=True).stops == ()


def test_a_row_that_goes_on_belongs_to_the_one_above(imported: Read) -> None:
    result = imported(
        HEADERS + "appel;;T;76351;;;;2 min\nsuite;;;51454\nsuite;;;60159;;;Un élu\n"
        "remise;;;99999;;;;0:40\nsuite;;;01283\npause;;;;;;;0:40\n"
    )
    assert codes(result) == [(5, "code collectivité", "unknown_authority")]
    assert ids(result) == [("76351", "51454", "60159"), ()]
    assert result.readable.stops[0].people == ("Un élu",)
    assert codes(imported(HEADERS + "suite;;;76351\npause;;;;;;;0:40\n")) == [(2, "type", "more_alone")]


def test_a_cell_that_may_have_been_cut_is_refused(imported: Read) -> None:
    cell = " | ".join(["76351", "51454", "60159"] * 70)
    assert codes(imported(HEADERS + f"appel;;T;{cell};;;;2 min\n")) == [(2, "code collectivité", "cell_too_long")]


def test_no_reason_names_anybody(imported: Read, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        result = imported(
            HEADERS + "Reims\nremise;;;Reims;;;;0:40\nremise;;;;;;;Reims\nmention;;;;;Reims;;0:40\n"
            "pause;;;;;;;0:40;;Reims\ndébut;;Reims\nremise;;;76351;Reims;;;0:40\nremise;;;;Reims;;;\n"
        )
    assert len(result.refused) == 7
    told = [refusal.reason for refusal in result.refused] + [notice.reason for notice in result.notices]
    told += [lack.text for lack in result.lacks] + [repr(result), caplog.text]
    assert "Reims" not in "".join(told)


def test_awards_left_out_and_stops_without_award_are_reported(imported: Read) -> None:
    result = imported(HEADERS + "remise;;;76351;;;;0:40\nremise;;;35238;Rennes;;;0:40\n")
    assert result.refused == ()
    lacks = {lack.code: lack.authority_ids for lack in result.lacks}
    assert lacks == {"award_missing": ("51454", "01283", "60159", "libre-yoff"), "stop_without_award": ("35238",)}


def test_what_is_doubtful_is_noticed_with_its_rows(imported: Read) -> None:
    result = imported(HEADERS + "remise;;;;Hazebrouk;;;\nremise;;;76351;;Numérique éducatif;;0:40\n")
    noticed = {notice.code: notice.rows for notice in result.notices}
    assert noticed == {"name_corrected": (2,), "duration_missing": (2,), "mention_ignored": (3,)}
    assert ids(result) == [("59295",), ("76351",)]


def test_a_spreadsheet_is_read_and_its_minutes_taken_for_hours_are_said(tmp_path: Path) -> None:
    rows = [["type", "collectivité", "durée"], ["remise", "Le Havre", time(0, 40)], ["remise", "Reims", time(0, 0, 40)]]
    result = read_rundown(write_xlsx(tmp_path / "c.xlsx", rows), PALMARES, REFERENCE)
    assert [each.planned_s for each in result.accepted().stops] == [2400, 40]
    assert "award_long" in [lack.code for lack in result.lacks]


def test_stops_keep_their_ids_whatever_the_new_order(tmp_path: Path) -> None:
    before = Rundown(
        tuple(replace(each, authority_ids=(f"libre-{n}",)) for n, each in enumerate(letters("abcd").stops))
    )
    changed = (before.stops[2], replace(before.stops[0], note="Changée"), before.stops[3], Stop("x", "pause", 60))
    file = tmp_path / "c.csv"
    file.write_bytes(rundown_csv(Rundown(changed), EVERYONE, REFERENCE))
    result = read_rundown(file, EVERYONE, REFERENCE, previous=before)
    assert order(result.readable)[:3] == "cad"
    assert (result.added, result.updated, result.unchanged, result.removed) == (1, 1, 2, 1)
