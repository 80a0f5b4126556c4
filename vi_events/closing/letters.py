"""Sober A4 letters to sign by hand, one or many in a file."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vi_events.files import write_whole
from vi_events.paths import ASSETS
from vi_events.typesetting.metrics import Face, shown

if TYPE_CHECKING:
    from fpdf import FPDF

_FAMILY = "Atkinson"
_FACES = {
    style: Face(str(ASSETS / "fonts" / f"AtkinsonHyperlegibleNext-{weight}.ttf"))
    for style, weight in (("", "Regular"), ("B", "Bold"))
}
_MARGIN_MM, _BOTTOM_MM, _SIGNATURE_MM, _BOX_MM = 25.0, 22.0, 52.0, 75.0
_INK, _SOFT, _LINE = (12, 23, 48), (68, 80, 107), (190, 197, 210)
_TITLE = "Attestation de présence"
_MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
"""A date of making would change the bytes."""
_MARKS = (f"(D:{_MADE:%Y%m%d%H%M%S}Z)".encode(), f"<feff{_TITLE.encode('utf-16-be').hex()}>".encode())
"""How both stand in a file."""
Words = tuple[str, str, int, tuple[int, int, int]]
"""Text, style, size in points, ink."""


@dataclass(frozen=True, slots=True)
class Letter:
    """Who writes, about what, and the words: an opening, the person's lines, what is attested, and a last sentence."""

    sender: str
    about: str
    opening: str
    person: tuple[str, ...]
    lines: Sequence[str]
    ending: str


def write_letters(path: Path, letters: Sequence[Letter], place_and_date: str) -> None:
    """Writes a PDF with each letter on a page of its own. Raises UserError ``file_unwritable``."""
    pdf = _document()
    for letter in letters:
        _draw(pdf, letter, place_and_date)
    write_whole(path, bytes(pdf.output()))


def is_letters(path: Path) -> bool:
    """Whether a file was written by ``write_letters``. Raises OSError."""
    content = path.read_bytes()
    return all(mark in content for mark in _MARKS)


def _document() -> "FPDF":
    # Imported late: it costs more than all the rest of the start, and serves seldom.
    from fpdf import FPDF

    pdf = FPDF(format="A4", unit="mm")
    pdf.set_margins(_MARGIN_MM, _MARGIN_MM)
    pdf.c_margin = 0
    pdf.set_auto_page_break(True, _BOTTOM_MM)
    pdf.set_creation_date(_MADE)
    pdf.set_title(_TITLE)
    pdf.set_lang("fr-FR")
    for style, face in _FACES.items():
        pdf.add_font(_FAMILY, style, face.path)
    return pdf


def _draw(pdf: "FPDF", letter: Letter, place_and_date: str) -> None:
    pdf.add_page()
    _write(pdf, (letter.sender, "B", 13, _INK))
    _write(pdf, (letter.about, "", 11, _SOFT))
    pdf.ln(22)
    _write(pdf, (_TITLE, "B", 24, _INK))
    pdf.set_draw_color(*_LINE)
    pdf.line(_MARGIN_MM, pdf.get_y() + 2, 210 - _MARGIN_MM, pdf.get_y() + 2)
    pdf.ln(14)
    _write(pdf, (letter.opening, "", 12, _INK))
    pdf.ln(4)
    for number, line in enumerate(letter.person):
        _write(pdf, (line, "", 12, _INK) if number else (line, "B", 17, _INK))
    pdf.ln(4 if letter.person else 0)
    for line in letter.lines:
        _write(pdf, (line, "", 12, _INK))
        pdf.ln(1.5)
    pdf.ln(5)
    _write(pdf, (letter.ending, "", 11, _SOFT))
    _draw_signature(pdf, place_and_date)


def _draw_signature(pdf: "FPDF", place_and_date: str) -> None:
    """At the lower right, on a page of its own only when the words fill theirs."""
    left = 210 - _MARGIN_MM - _BOX_MM
    pdf.ln(12)
    if pdf.get_y() + _SIGNATURE_MM > pdf.page_break_trigger:
        pdf.add_page()
    pdf.set_x(left)
    _write(pdf, (place_and_date, "", 12, _INK), _BOX_MM)
    pdf.ln(3)
    pdf.set_draw_color(*_LINE)
    pdf.rect(left, pdf.get_y(), _BOX_MM, 32)
    pdf.set_xy(left + 3, pdf.get_y() + 2)
    _write(pdf, ("Nom, qualité, signature et cachet", "", 9, _SOFT), _BOX_MM - 6)


def _write(pdf: "FPDF", words: Words, width_mm: float = 0.0) -> None:
    """A paragraph as wide as ``width_mm``; 0: to the right margin."""
    text, style, size_pt, ink = words
    pdf.set_text_color(*ink)
    pdf.set_font(_FAMILY, style, size_pt)
    pdf.multi_cell(width_mm, size_pt * 0.5, shown(_FACES[style], text), align="L", new_x="LMARGIN", new_y="NEXT")
