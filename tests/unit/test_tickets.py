import csv
import re
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from vi_events.checkin.tickets import (
    CSV_COLUMNS,
    TicketEdition,
    TicketRow,
    write_tickets_csv,
    write_tickets_pdf,
    write_tickets_png,
)
from vi_events.errors import UserError

EDITION = TicketEdition("Label Villes Internet 2027", "jeudi 14 janvier 2027, 9 h 30", "Hôtel de ville, Châlons")
ANNE = TicketRow(
    attendee_id="p-001",
    last_name="D’Aboville-Œuvrard",
    first_name="Anne-Sophie",
    authority="Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson",
    function="Adjointe au maire",
    category="elected",
    code="VBCDEFGHIJKLNOPRSTUVXBCDE",
)
LUKASZ = replace(
    ANNE, attendee_id="p-002", last_name="Wiśniewski", first_name="Łukasz", code="VCCDEFGHIJKLNOPRSTUVXBCDE"
)
ROWS = (ANNE, LUKASZ)


def test_table_has_the_agreed_columns_and_excel_reads_its_accents(tmp_path: Path) -> None:
    path = tmp_path / "codes.csv"
    write_tickets_csv(path, ROWS)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, first, second = csv.reader(file)
    assert header == list(CSV_COLUMNS) == ["attendee_id", "last_name", "first_name", "authority", "code"]
    assert first == ["p-001", "D’Aboville-Œuvrard", "Anne-Sophie", ANNE.authority, ANNE.code]
    assert second[4] == LUKASZ.code


def test_no_cell_becomes_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "codes.csv"
    write_tickets_csv(path, [replace(ANNE, last_name='=HYPERLINK("x")', authority="@SUM(1)")])
    with path.open(encoding="utf-8-sig", newline="") as file:
        row = next(csv.DictReader(file))
    assert row["last_name"] == '\'=HYPERLINK("x")'
    assert row["authority"] == "'@SUM(1)"


def test_pictures_are_named_by_id_alone_and_read(tmp_path: Path) -> None:
    folder = tmp_path / "codes"
    write_tickets_png(folder, ROWS)
    assert sorted(path.name for path in folder.iterdir()) == ["p-001.png", "p-002.png"]
    for row in ROWS:
        with Image.open(folder / f"{row.attendee_id}.png") as picture:
            read = zxingcpp.read_barcodes(picture.convert("L"), zxingcpp.BarcodeFormat.QRCode)
            assert [barcode.text for barcode in read] == [row.code]
            assert picture.info.keys() <= {"dpi"}


@pytest.mark.parametrize("attendee_id", ["../p", "a/b", "a\\b", "", ".", "c:p"])
def test_id_that_leaves_the_folder_is_refused_before_anything_is_written(tmp_path: Path, attendee_id: str) -> None:
    with pytest.raises(UserError) as caught:
        write_tickets_png(tmp_path / "codes", [ANNE, replace(ANNE, attendee_id=attendee_id)])
    assert caught.value.code == "tickets_bad_id"
    assert not (tmp_path / "codes").exists()


def streams(pdf: bytes) -> str:
    """What a PDF draws, and the tables that make its glyphs searchable."""
    found = re.findall(rb"stream\n(.*?)\nendstream", pdf, re.S)
    return b"\n".join(zlib.decompress(raw) if raw[:1] == b"x" else raw for raw in found).decode("latin-1")


def test_invitation_has_one_page_a_person_and_embedded_fonts(tmp_path: Path) -> None:
    path = tmp_path / "invitations.pdf"
    write_tickets_pdf(path, ROWS, EDITION)
    pdf = path.read_bytes()
    assert len(re.findall(rb"/Type /Page\b(?!s)", pdf)) == 2
    assert pdf.count(b"/FontFile2") == 2
    assert pdf.count(b"/ToUnicode") == 2
    assert re.search(r"<[0-9a-fA-F]+> <0152>", streams(pdf)), "Œ cannot be searched"


def test_same_rows_give_the_same_invitation(tmp_path: Path) -> None:
    write_tickets_pdf(tmp_path / "a.pdf", ROWS, EDITION)
    write_tickets_pdf(tmp_path / "b.pdf", ROWS, EDITION)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_code_on_the_invitation_is_drawn_at_forty_millimetres_at_least(tmp_path: Path) -> None:
    write_tickets_pdf(tmp_path / "a.pdf", [ANNE], EDITION)
    boxes = re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) (-?[\d.]+) re f", streams((tmp_path / "a.pdf").read_bytes()))
    modules = [(float(x), float(x) + float(width)) for x, _, width, _ in boxes[1:]]
    side_mm = (max(right for _, right in modules) - min(left for left, _ in modules)) * 25.4 / 72
    assert side_mm >= 40


def test_invitations_for_nobody_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        write_tickets_pdf(tmp_path / "a.pdf", [], EDITION)
    assert caught.value.code == "tickets_empty"


def test_failed_write_says_where_and_leaves_the_old_file_whole(tmp_path: Path) -> None:
    for write in (
        lambda path: write_tickets_csv(path, ROWS),
        lambda path: write_tickets_pdf(path, ROWS, EDITION),
    ):
        with pytest.raises(UserError) as caught:
            write(tmp_path / "absent" / "sortie")
        assert caught.value.code == "tickets_not_written"
        assert "absent" in caught.value.message
        assert "ce dossier n’existe pas" in caught.value.message
        assert caught.value.advice
    (tmp_path / "occupe").mkdir()
    with pytest.raises(UserError):
        write_tickets_csv(tmp_path / "occupe", ROWS)
    assert [path.name for path in tmp_path.iterdir()] == ["occupe"]
