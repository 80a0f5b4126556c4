"""A4 documents: nothing is cut, everything is on its page."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tests.unit.papers import Line, Seen, watched
from vi_events.errors import UserError
from vi_events.typesetting.sheets import Column, Sheets

LONG = "Beaujeu-Saint-Vallier-Pierrejux-et-Quitteur"
TITLE = "Essai"
LEFT, RIGHT, FOOT = 15.0, 195.0, 285.0
COLUMNS = (Column("Nom", 2, bold=True), Column("Fonction", 2), Column("Là", 1, "C", box=True))


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Iterator[Seen]:
    with watched(monkeypatch) as seen:
        yield seen


def cell(seen: Seen, page: int, left: float) -> list[Line]:
    return [line for line in seen.of(TITLE) if line.page == page and abs(line.left - left) < 2]


def packed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("text", [f"{LONG} " * 8, "X" * 200, "a/b-" * 90, "mot " * 2500])
def test_a_cell_goes_on_over_lines_and_nothing_of_it_is_cut(seen: Seen, text: str) -> None:
    sheets = Sheets(TITLE)
    sheets.table([Column("", 1), Column("", 3)], [(text, "à côté")])
    drawn = [line for line in seen.of(TITLE) if line.size == 11 and line.left < 20 and line.text != TITLE]
    assert packed("".join(line.text for line in drawn)) == packed(text)
    assert max(line.right for line in drawn) <= LEFT + 180 / 4
    assert all(20 < line.baseline < FOOT for line in drawn)


def test_words_are_broken_at_spaces_and_hyphens_while_they_fit(seen: Seen) -> None:
    Sheets(TITLE).table([Column("", 1), Column("", 2)], [(f"{LONG} et plus", "")])
    assert [line.text for line in seen.of(TITLE)[1:]] == ["Beaujeu-Saint-Vallier-Pierrejux-", "et-Quitteur et plus"]


def test_the_titles_of_columns_stand_on_every_page(seen: Seen) -> None:
    sheets = Sheets(TITLE)
    sheets.table(COLUMNS, [(str(rank), "", "") for rank in range(90)])
    assert sheets.pages == 3
    assert [line.page for line in seen.of(TITLE) if line.text == "Nom"] == [1, 2, 3]
    assert [line.page for line in seen.of(TITLE) if line.text == TITLE] == [1, 2, 3]


def test_a_narrow_column_gets_a_smaller_title_rather_than_a_broken_one(seen: Seen) -> None:
    Sheets(TITLE).table([Column("Cérémonie", 1, box=True), Column("Nom", 11)], [("", "Marie")])
    title = next(line for line in seen.of(TITLE) if line.text == "Cérémonie")
    assert 6 <= title.size < 9


def test_an_empty_cell_of_a_box_column_is_a_box_to_tick_and_another_is_its_words(seen: Seen) -> None:
    Sheets(TITLE).table(COLUMNS, [("Marie", "maire", ""), ("Paul", "agent", "14:05")])
    assert seen.boxes == [(TITLE, 1)]
    assert "14:05" in seen.row(TITLE, "Paul")


def test_a_row_is_never_broken_over_two_pages(seen: Seen) -> None:
    Sheets(TITLE).table(COLUMNS, [(f"n{rank}", f"d{rank} " + "fonction " * 12, "") for rank in range(60)])
    for rank in range(60):
        row = [line for line in seen.of(TITLE) if line.text == f"n{rank}" or line.text.startswith(f"d{rank} ")]
        assert len({line.page for line in row}) == 1
        assert len(row) == 2


def test_a_row_is_as_high_as_asked(seen: Seen) -> None:
    Sheets(TITLE).table(COLUMNS, [("a", "", ""), ("b", "", ""), ("c", "", "")], row_mm=14)
    a, b, c = (next(line.baseline for line in seen.of(TITLE) if line.text == name) for name in "abc")
    assert (round(b - a, 3), round(c - b, 3)) == (14, 14)


def test_a_row_of_one_text_heads_the_rows_below_it_on_their_page(seen: Seen) -> None:
    rows = [
        row for rank in range(120) for row in ([(f"Lettre {rank}",)] if rank % 4 == 0 else []) + [(f"n{rank}", "", "")]
    ]
    Sheets(TITLE).table(COLUMNS, rows)
    for rank in range(0, 120, 4):
        pages = {line.page for line in seen.of(TITLE) if line.text in (f"Lettre {rank}", f"n{rank}")}
        assert len(pages) == 1


@pytest.mark.usefixtures("seen")
def test_a_row_with_a_cell_too_many_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        Sheets(TITLE).table(COLUMNS, [("Marie", "maire", "", "?")])


def test_a_heading_is_not_left_alone_at_the_foot(seen: Seen) -> None:
    sheets = Sheets(TITLE)
    while sheets.left_mm > 20:
        sheets.paragraph("ligne")
    sheets.heading("Suite")
    sheets.paragraph("ce qui suit")
    assert [line.page for line in seen.of(TITLE) if line.text in ("Suite", "ce qui suit")] == [2, 2]


def test_a_long_paragraph_goes_on_over_pages(seen: Seen) -> None:
    sheets = Sheets(TITLE)
    sheets.paragraph("mot " * 4000)
    assert sheets.pages > 2
    assert sum(line.text.count("mot") for line in seen.of(TITLE)) == 4000
    assert max(line.right for line in seen.of(TITLE)) <= RIGHT
    assert max(line.baseline for line in seen.of(TITLE)) < FOOT


def test_a_line_feed_begins_a_new_line(seen: Seen) -> None:
    Sheets(TITLE).paragraph("une\n\ndeux")
    assert [line.text for line in seen.of(TITLE)[1:]] == ["une", "deux"]
    first, last = seen.of(TITLE)[1:]
    assert round((last.baseline - first.baseline) / (11 * 0.45)) == 2


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Attention : l'œuvre", "Attention\u202f: l’œuvre"),
        ("李明", "LiMing"),
        ("Γιώργος Łukasz", "Giorgos Łukasz"),
        ("a\ue000b", "a?b"),
        ("a\u200db", "ab"),
    ],
)
def test_what_the_typeface_lacks_is_told_in_latin_letters_or_a_question_mark(
    seen: Seen, text: str, printed: str
) -> None:
    Sheets(TITLE).paragraph(text)
    assert seen.of(TITLE)[-1].text == printed


def test_a_picture_goes_where_it_has_room_and_never_beyond_the_margins(seen: Seen) -> None:
    content = io.BytesIO()
    Image.new("L", (100, 200)).save(content, "PNG")
    sheets = Sheets(TITLE)
    sheets.picture(content.getvalue(), 60)
    sheets.picture(content.getvalue(), 90)
    sheets.picture(content.getvalue(), 900)
    assert seen.pictures == [1, 2, 3]
    assert sheets.left_mm >= 0


@pytest.mark.usefixtures("seen")
def test_a_landscape_document_is_wider() -> None:
    assert (round(Sheets(TITLE).width_mm), round(Sheets(TITLE, landscape=True).width_mm)) == (180, 267)


def test_every_page_says_its_number_what_it_is_and_when_it_was_printed(seen: Seen, tmp_path: Path) -> None:
    sheets = Sheets(TITLE, "sous-titre", footer="Imprimé le 2 février.")
    sheets.new_page()
    sheets.save(tmp_path / "a.pdf")
    for words in (TITLE, "sous-titre", "Imprimé le 2 février."):
        assert [line.page for line in seen.of(TITLE) if line.text == words] == [1, 2]
    assert len(re.findall(rb"/Type /Page\b(?!s)", (tmp_path / "a.pdf").read_bytes())) == 2


def test_a_long_footer_takes_lines_of_its_own(seen: Seen) -> None:
    sheets = Sheets(TITLE, footer="Confidentiel. " * 30)
    sheets.table(COLUMNS, [(str(rank), "", "") for rank in range(60)])
    page = [line for line in seen.of(TITLE) if line.page == 1]
    last = max(line.baseline for line in page if "Confidentiel" not in line.text)
    assert last < min(line.baseline for line in page if "Confidentiel" in line.text)
    assert max(line.baseline for line in page) < 297 - 5


def test_the_same_document_gives_the_same_bytes_with_its_fonts_inside(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        sheets = Sheets(TITLE, footer="Imprimé.")
        sheets.table(COLUMNS, [("Marie", "maire", "")])
        sheets.save(tmp_path / name)
    written = (tmp_path / "a.pdf").read_bytes()
    assert written == (tmp_path / "b.pdf").read_bytes()
    assert written.count(b"/FontFile2") == 2


@pytest.mark.usefixtures("seen")
def test_a_folder_that_is_not_there_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="ce dossier n’existe pas") as refused:
        Sheets(TITLE).save(tmp_path / "nulle-part" / "a.pdf")
    assert refused.value.code == "file_unwritable"
    assert not list(tmp_path.iterdir())
