"""A6 badges on paper from an office printer: the picture of ``badge.render_badge`` at 300 dots an inch, in a PDF."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from vi_events.checkin.badge import BadgeData, render_badge
from vi_events.checkin.badge_elements import PAPERS
from vi_events.checkin.badge_layouts import Layouts
from vi_events.errors import UserError
from vi_events.files import write_whole

if TYPE_CHECKING:
    from fpdf import FPDF

_PAPER = "a6"
_WIDTH_MM, _HEIGHT_MM = 105.0, 148.0
_A4_MM = (210.0, 297.0)
_TOP_MM = (_A4_MM[1] - 2 * _HEIGHT_MM) / 2
_MARK_MM = 4.0


def write_badge_sheets_pdf(
    path: Path, data: Sequence[BadgeData], layouts: Layouts, per_page: Literal[4, 1] = 4
) -> None:
    """Writes the badges four on an A4 page with cut marks, or one on an A6 page. The same data gives the same bytes.

    Raises UserError: ``badges_empty``, ``file_unwritable``.
    """
    if not data:
        raise UserError(
            "badges_empty", "Il n’y a aucun badge à imprimer.", "Importez d’abord la liste des participants."
        )
    pdf = _document((_WIDTH_MM, _HEIGHT_MM) if per_page == 1 else _A4_MM)
    for first in range(0, len(data), per_page):
        pdf.add_page()
        for place, person in enumerate(data[first : first + per_page]):
            picture = render_badge(person, PAPERS[_PAPER][0], layouts.for_category(person.category, _PAPER))
            top = _TOP_MM + _HEIGHT_MM * (place // 2) if per_page == 4 else 0.0
            pdf.image(picture, _WIDTH_MM * (place % 2), top, _WIDTH_MM, _HEIGHT_MM)
        if per_page == 4:
            _draw_cut_marks(pdf)
    write_whole(path, bytes(pdf.output()))


def _document(page_mm: tuple[float, float]) -> "FPDF":
    # Imported late: it costs more than all the rest of the start, and serves once an edition.
    from fpdf import FPDF

    pdf = FPDF(format=page_mm, unit="mm")
    pdf.set_auto_page_break(False)
    pdf.set_margin(0)
    pdf.set_creation_date(datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC))  # a date of making would change the bytes
    pdf.set_title("Badges")
    pdf.set_lang("fr-FR")
    return pdf


def _draw_cut_marks(pdf: "FPDF") -> None:
    """At the ends of the cuts and where they cross, edged in white: a black band shows them too."""
    width, height = _A4_MM
    x, y, tick = _WIDTH_MM, _TOP_MM + _HEIGHT_MM, _MARK_MM
    marks = [(x, 0.0, x, tick), (x, height - tick, x, height), (x - tick, y, x + tick, y), (x, y - tick, x, y + tick)]
    for cut in (_TOP_MM, y, height - _TOP_MM):
        marks += [(0.0, cut, tick, cut), (width - tick, cut, width, cut)]
    for grey, thickness in ((255, 0.8), (0, 0.2)):
        pdf.set_draw_color(grey)
        pdf.set_line_width(thickness)
        for mark in marks:
            pdf.line(*mark)
