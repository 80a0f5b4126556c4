"""The list of the wings on paper: who lines up, in order, with a box to tick."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vi_events.edition.dates import moment
from vi_events.edition.exporting import write_whole
from vi_events.errors import UserError
from vi_events.paths import ASSETS
from vi_events.stage.lining_up import InLine
from vi_events.typesetting.metrics import Face, shown

if TYPE_CHECKING:
    from fpdf import FPDF

_FAMILY = "Atkinson"
_FACES = {
    style: Face(str(ASSETS / "fonts" / f"AtkinsonHyperlegibleNext-{weight}.ttf"))
    for style, weight in (("", "Regular"), ("B", "Bold"))
}
_MARGIN_MM, _BOTTOM_MM, _RANK_MM, _BOX_MM = 15.0, 18.0, 16.0, 6.0
_WORDS_MM = 210 - 2 * _MARGIN_MM - _RANK_MM - _BOX_MM - 6
_INK, _SOFT, _LINE = (12, 23, 48), (68, 80, 107), (190, 197, 210)
_WARNING = "L’ordre peut changer jusqu’au dernier moment\u202f: l’écran de coulisse fait foi."
Words = tuple[str, str, int, tuple[int, int, int]]
"""Text, style, size in points, ink."""
_CARE = "Confidentiel jusqu’à l’annonce. À détruire après la cérémonie."


def write_wings_pdf(path: Path, rows: Sequence[InLine], title: str, printed_ms: int) -> None:
    """Writes A4 pages headed by the edition's ``title`` and by the time of ``printed_ms``. Raises UserError
    ``wings_empty`` or ``file_unwritable``.
    """
    if not rows:
        raise UserError(
            "wings_empty",
            "Aucune collectivité n’est à préparer en coulisse.",
            "La liste se remplit dès que le palmarès est ouvert.",
        )
    pdf = _document(title, f"Imprimé {moment(printed_ms)}. {_WARNING}")
    pdf.add_page()
    for row in rows:
        _draw_row(pdf, row)
    write_whole(path, bytes(pdf.output()))


def _document(title: str, warning: str) -> "FPDF":
    # Imported late: it costs more than all the rest of the start, and serves seldom.
    from fpdf import FPDF

    class Sheet(FPDF):
        def header(self) -> None:
            _write(self, ("Coulisse\u202f: à faire patienter dans cet ordre", "B", 18, _INK))
            _write(self, (title, "", 12, _SOFT))
            _write(self, (warning, "B", 11, _INK))
            self.ln(3)

        def footer(self) -> None:
            self.set_y(-_BOTTOM_MM + 5)
            _write(self, (f"{_CARE} Page {self.page_no()} / {{nb}}", "", 9, _SOFT))

    pdf = Sheet(format="A4", unit="mm")
    pdf.set_margins(_MARGIN_MM, _MARGIN_MM)
    pdf.c_margin = 0
    pdf.set_auto_page_break(True, _BOTTOM_MM)
    pdf.set_creation_date(datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC))  # a date of making would change the bytes
    pdf.set_title("Coulisse")
    pdf.set_lang("fr-FR")
    for style, face in _FACES.items():
        pdf.add_font(_FAMILY, style, face.path)
    return pdf


def _draw_row(pdf: "FPDF", row: InLine) -> None:
    """Rank, name and people, never broken over two pages."""
    paragraphs = _row_words(row)
    if pdf.get_y() + sum(_height(pdf, words) for words in paragraphs) + 4 > pdf.page_break_trigger:
        pdf.add_page()
    top = pdf.get_y()
    pdf.set_draw_color(*_LINE)
    pdf.line(_MARGIN_MM, top, 210 - _MARGIN_MM, top)
    pdf.set_draw_color(*_INK)
    pdf.rect(210 - _MARGIN_MM - _BOX_MM, top + 3, _BOX_MM, _BOX_MM)
    pdf.set_xy(_MARGIN_MM, top + 2)
    _write(pdf, (str(row.rank), "B", 16, _INK))
    pdf.set_y(top + 2)
    for words in paragraphs:
        pdf.set_x(_MARGIN_MM + _RANK_MM)
        _write(pdf, words, _WORDS_MM)
    pdf.ln(2)


def _row_words(row: InLine) -> list[Words]:
    place = row.place + (f" · appel groupé ({row.together})" if row.together > 1 else "")
    words = [(row.name, "B", 16, _INK), (place, "", 10, _SOFT)]
    words += [(f"Dans la salle\u202f: {person}", "", 12, _INK) for person in row.here]
    words += [(f"Pas encore là\u202f: {person}", "", 12, _SOFT) for person in row.awaited]
    if not row.here and not row.awaited:
        words.append(("Personne n’est inscrit.", "", 12, _SOFT))
    return [each for each in words if each[0]]


def _write(pdf: "FPDF", words: Words, wide_mm: float = 0.0) -> None:
    """A paragraph as wide as ``wide_mm``; 0: to the right margin."""
    pdf.multi_cell(wide_mm, _line_mm(words[2]), _inked(pdf, words), align="L", new_x="LMARGIN", new_y="NEXT")


def _height(pdf: "FPDF", words: Words) -> float:
    text = _inked(pdf, words)
    lines = pdf.multi_cell(_WORDS_MM, _line_mm(words[2]), text, align="L", dry_run=True, output="LINES")
    assert isinstance(lines, list)
    return len(lines) * _line_mm(words[2])


def _inked(pdf: "FPDF", words: Words) -> str:
    """Takes the type and ink of ``words``; gives its text as the typeface can print it."""
    text, style, size, ink = words
    pdf.set_text_color(*ink)
    pdf.set_font(_FAMILY, style, size)
    return shown(_FACES[style], text)


def _line_mm(size_pt: float) -> float:
    return size_pt * 0.45
