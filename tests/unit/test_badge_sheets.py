import re
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from vi_events.checkin.badge import BadgeData
from vi_events.checkin.badge_layouts import layouts
from vi_events.checkin.badge_sheets import write_badge_sheets_pdf
from vi_events.edition.models import CATEGORIES
from vi_events.errors import UserError

PERSON = BadgeData(
    "Anne", "Œuvrard", "Maire", "Bû", "Eure-et-Loir", "elected", "Édition 2027", "VBCDEFGHIJKLNOPRSTUVXBCDE"
)
PEOPLE = [replace(PERSON, category=category) for category in CATEGORIES]


@pytest.mark.parametrize(("per_page", "pages", "box"), [(4, 2, "595.28 841.89"), (1, 7, "297.64 419.53")])
def test_badges_are_four_on_a4_or_one_on_a6(per_page: Literal[4, 1], pages: int, box: str, tmp_path: Path) -> None:
    path = tmp_path / "badges.pdf"
    write_badge_sheets_pdf(path, PEOPLE, layouts(None), per_page)
    content = path.read_bytes()
    assert len(re.findall(rb"/Type /Page\b(?!s)", content)) == pages
    assert f"/MediaBox [0 0 {box}]".encode() in content


def test_picture_on_paper_is_the_one_bit_badge_at_300_dots_an_inch(tmp_path: Path) -> None:
    path = tmp_path / "badges.pdf"
    write_badge_sheets_pdf(path, PEOPLE[:1], layouts(None), 1)
    content = path.read_bytes()
    assert b"/Width 1240" in content
    assert b"/Height 1748" in content
    assert b"/BitsPerComponent 1\n" in content


def test_same_badges_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        write_badge_sheets_pdf(tmp_path / name, PEOPLE, layouts(None))
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_no_badge_to_print_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="aucun badge"):
        write_badge_sheets_pdf(tmp_path / "badges.pdf", [], layouts(None))


def test_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="ne se laisse pas écrire"):
        write_badge_sheets_pdf(tmp_path / "missing" / "badges.pdf", PEOPLE[:1], layouts(None))
