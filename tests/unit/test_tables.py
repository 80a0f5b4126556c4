"""Files from outside are read whole or refused with a reason."""

import contextlib
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from exports import csv_text, write_csv, write_xlsx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vi_events.edition import tables
from vi_events.edition.tables import Row, read_table
from vi_events.edition.text import clean
from vi_events.errors import UserError


def refused(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        read_table(path)
    assert caught.value.message
    assert caught.value.advice
    return caught.value.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_encoding_and_delimiter_reads_the_same(tmp_path: Path, encoding: str, delimiter: str) -> None:
    text = csv_text(["Nom", "Prénom", "Repas (midi, soir; ou rien)"], [["LE HÉNANFF", "Noël", "12,50"]], delimiter)
    table = read_table(write_csv(tmp_path / "a.csv", text, encoding))
    assert table.headers == ("Nom", "Prénom", "Repas (midi, soir; ou rien)")
    assert table.rows == [Row(2, ("LE HÉNANFF", "Noël", "12,50"))]


def test_headers_are_cleaned_named_and_distinct(tmp_path: Path) -> None:
    text = ';Fonction  ;"Votre\ncommune  ici";Siège;Siège;Siège (2);\n1;2;3;4;5;6;7\n'
    headers = read_table(write_csv(tmp_path / "a.csv", text, "utf-8-sig")).headers
    assert headers[:3] == ("colonne 1", "Fonction", "Votre commune ici")
    assert headers[3:] == ("Siège", "Siège (3)", "Siège (2)", "colonne 7")


def test_rows_keep_the_numbers_that_the_spreadsheet_shows(tmp_path: Path) -> None:
    text = 'Nom;Note\n\nA;"deux\nlignes"\n;\nB\n'
    table = read_table(write_csv(tmp_path / "a.csv", text))
    assert table.rows == [Row(3, ("A", "deux lignes")), Row(5, ("B", ""))]


def test_cells_beyond_the_headers_are_shown_not_lost(tmp_path: Path) -> None:
    table = read_table(write_csv(tmp_path / "a.csv", "Nom;Note\nA;b;c;;d\nB;x;;;\n"))
    assert table.rows == [Row(2, ("A", "b"), ("c", "d")), Row(3, ("B", "x"))]


def test_the_delimiter_line_of_excel_is_obeyed(tmp_path: Path) -> None:
    table = read_table(write_csv(tmp_path / "a.csv", "sep=|\r\nNom|a;b;c\r\nA|1;2;3\r\n"))
    assert table.headers == ("Nom", "a;b;c")
    assert table.rows[0].number == 3


def test_a_formula_is_only_text(tmp_path: Path) -> None:
    table = read_table(write_csv(tmp_path / "a.csv", "Nom;Note\n=cmd|' /C calc'!A0;+1\n"))
    assert table.rows[0].cells == ("=cmd|' /C calc'!A0", "+1")


def test_a_huge_cell_is_cut(tmp_path: Path) -> None:
    table = read_table(write_csv(tmp_path / "a.csv", f"Nom;Note\nA;{'x' * 300_000}\n"))
    assert table.rows[0].cells[1] == "x" * 500


def test_a_quote_never_closed_does_not_swallow_the_file(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", 'Nom;Note\nA;b\nB;"oubli\nC;d\n')
    with pytest.raises(UserError, match="ligne 3"):
        read_table(path)


def test_spreadsheet_values_become_plain_text(tmp_path: Path) -> None:
    row = ["A", 12, 1.5, date(2026, 1, 2), datetime(2026, 1, 2, 9, 30), True, "LE  GOFF"]
    path = write_xlsx(tmp_path / "a.xlsx", [[], ["", "n", "x", "j", "h", "b", "t"], [], row])
    table = read_table(path)
    assert table.headers[:2] == ("colonne 1", "n")
    assert table.rows == [Row(4, ("A", "12", "1.5", "2026-01-02", "2026-01-02 09:30:00", "oui", "LE GOFF"))]


def test_the_first_sheet_with_data_is_read_unless_one_is_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Un").append(["Nom"])
    book.create_sheet("Deux").append(["Titre"])
    book.save(tmp_path / "a.xlsx")
    assert read_table(tmp_path / "a.xlsx").headers == ("Nom",)
    assert read_table(tmp_path / "a.xlsx", "Deux").headers == ("Titre",)
    with pytest.raises(UserError, match="Trois") as caught:
        read_table(tmp_path / "a.xlsx", "Trois")
    assert caught.value.code == "unknown_sheet"
    assert "« Deux »" in caught.value.advice


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"\xef\xbb\xbf\n \n", "file_empty"),
        (b";;;\n", "file_empty"),
        (b"%PDF-1.7\nhello", "file_not_table"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "file_not_table"),
        (b"Nom;Note\nA;\x00\n", "file_not_table"),
        (b"Nom;Note\nA;\xff\x81\x8d\n", "file_not_table"),
        (b"Nom;Note\nA;\xff\x01\x02\n", "file_not_table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "file_not_table"),
        (b"PK\x03\x04 broken", "file_unreadable"),
    ],
)
def test_what_is_not_a_table_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "a.csv").write_bytes(content)
    assert refused(tmp_path / "a.csv") == code


def test_missing_files_and_folders_are_named(tmp_path: Path) -> None:
    assert refused(tmp_path / "absent.csv") == "file_missing"
    assert refused(tmp_path / "a.csv" / "b\x00.csv") == "file_missing"
    assert refused(tmp_path) == "file_not_table"


def test_files_rows_and_columns_have_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(write_csv(tmp_path / "a.csv", "Nom;Note\n" + "A;b\n" * 200_001)) == "file_too_large"
    assert refused(write_csv(tmp_path / "b.csv", ";".join(f"c{i}" for i in range(501)))) == "file_too_large"
    assert refused(write_xlsx(tmp_path / "c.xlsx", [[f"c{i}" for i in range(501)]])) == "file_too_large"
    monkeypatch.setattr(tables, "MAX_BYTES", 10)
    assert refused(write_csv(tmp_path / "d.csv", "Nom;Note\nA;b\n")) == "file_too_large"


def archive(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in parts.items():
            out.writestr(name, content)
    return path


def test_an_archive_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    assert refused(archive(tmp_path / "a.xlsx", {"word/document.xml": b"<a/>"})) == "file_not_table"
    assert refused(archive(tmp_path / "b.xlsx", {"xl/workbook.xml": b"<a"})) == "file_unreadable"


def test_a_bomb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    bomb = archive(tmp_path / "a.xlsx", {"xl/workbook.xml": b" " * (60 * 2**20)})
    assert refused(bomb) == "file_too_large"


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    size = 60 * 2**20
    content = archive(tmp_path / "a.xlsx", {"xl/workbook.xml": b" " * size}).read_bytes()
    (tmp_path / "a.xlsx").write_bytes(content.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little")))
    assert refused(tmp_path / "a.xlsx") == "file_too_large"


def test_an_encrypted_archive_says_so(tmp_path: Path) -> None:
    content = bytearray(archive(tmp_path / "a.xlsx", {"xl/workbook.xml": b"<a/>"}).read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "a.xlsx").write_bytes(content)
    with pytest.raises(UserError, match="mot de passe"):
        read_table(tmp_path / "a.xlsx")


@pytest.mark.parametrize("corners", [("XFD3",), ("A1048576",), ("ZA2", "A30000")])
def test_a_far_cell_does_not_fill_the_memory(tmp_path: Path, corners: tuple[str, ...]) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for corner in ("A1", *corners):
        sheet[corner] = "x"
    book.save(tmp_path / "a.xlsx")
    assert refused(tmp_path / "a.xlsx") == "file_too_large"


def test_a_truncated_workbook_is_refused_whole(tmp_path: Path) -> None:
    content = write_xlsx(tmp_path / "a.xlsx", [["Nom"], ["A"]]).read_bytes()
    for size in range(4, len(content), 97):
        (tmp_path / "b.xlsx").write_bytes(content[:size])
        assert refused(tmp_path / "b.xlsx") == "file_unreadable"


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=6))
def test_any_cell_comes_back_cleaned(tmp_path: Path, rows: list[list[str]]) -> None:
    table = read_table(write_csv(tmp_path / "a.csv", csv_text(["un", "deux", "trois"], rows)))
    expected = [tuple(clean(cell) for cell in row) for row in rows]
    assert [row.cells for row in table.rows] == [cells for cells in expected if any(cells)]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=400), start=st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"Nom;Note\n"]))
def test_any_file_is_read_or_refused(tmp_path: Path, content: bytes, start: bytes) -> None:
    (tmp_path / "a.csv").write_bytes(start + content)
    with contextlib.suppress(UserError):
        assert read_table(tmp_path / "a.csv").headers


def test_a_line_passed_over_is_one_that_cleaning_leaves_as_it_is() -> None:
    plain = [chr(code) for code in range(0x3000) if not tables._ODD_CHARS.search(chr(code)) and chr(code) not in " \n"]
    assert "É" in plain
    assert "\u202f" not in plain
    assert "\u0301" not in plain
    assert [char for char in plain if clean(char) != char] == []
