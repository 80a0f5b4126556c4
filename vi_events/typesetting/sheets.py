"""A4 documents to print: a title, paragraphs, tables that go on over pages, pictures, numbered pages.

    sheets = Sheets("Émargement", "Cérémonie, 2 février 2027", footer="Imprimé le 1er février à 18 h 00.")
    sheets.table([Column("Nom", 3, bold=True), Column("Présent", 1, box=True)], [["Jeanne Martin", ""]])
    sheets.save(path)

The same calls give the same bytes. Fonts are the bundled ones; what they lack is printed in Latin letters, or « ? ».
"""

import datetime
import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from anyascii import anyascii
from PIL import Image

from vi_events.files import write_whole
from vi_events.paths import ASSETS
from vi_events.typesetting.metrics import Face, missing_glyphs, shown

if TYPE_CHECKING:
    from fpdf import FPDF

_FAMILY = "Atkinson"
_FACES = {
    style: Face(str(ASSETS / "fonts" / f"AtkinsonHyperlegibleNext-{weight}.ttf"))
    for style, weight in (("", "Regular"), ("B", "Bold"))
}
Drawn = Callable[[], None]
Color = tuple[int, int, int]
_INK: Color = (12, 23, 48)
_SOFT: Color = (68, 80, 107)
_RULE: Color = (190, 197, 210)
_MARGIN_MM, _TOP_MM, _BOTTOM_MM = 15.0, 15.0, 9.0
_CELL_MM, _BOX_MM = 1.5, 4.5
"""Room left and right of the words of a cell; side of a box to tick."""
_KEPT_MM = 22.0
"""A heading stands at the foot of a page only when this much of what it announces follows."""
_TITLE_PT, _SUBTITLE_PT, _NOTE_PT, _LEAST_PT = 20.0, 12.0, 9.0, 6.0
_PIECES = re.compile(r"[^ \-/]+[-/]* *|[-/]+ *| +")
"""What a line is never broken within, as long as it fits: a word, up to its hyphen."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. ``share`` is its width beside the others'; ``align`` is L, C or R. With ``box``, an empty
    cell is a box to tick.
    """

    title: str
    share: float
    align: str = "L"
    bold: bool = False
    box: bool = False


@dataclass(frozen=True, slots=True)
class _Type:
    style: str
    size_pt: float
    ink: Color = _INK

    @property
    def line_mm(self) -> float:
        return self.size_pt * 0.45


@dataclass(frozen=True, slots=True)
class _Cell:
    """The words of a cell in lines, and where they stand."""

    lines: tuple[str, ...]
    type: _Type
    left: float
    width: float
    align: str = "L"
    box: bool = False


class Sheets:
    """A document being written, from top to bottom; its first page is there at once. ``footer`` stands on every page:
    what it is, and when it was printed. ``size_pt`` is the type of paragraphs and tables.
    """

    def __init__(
        self, title: str, subtitle: str = "", *, footer: str = "", landscape: bool = False, size_pt: float = 11
    ) -> None:
        self._title, self._subtitle, self._footer = title, subtitle, footer
        self._body = _Type("", size_pt)
        self.pdf = _document(self._draw_head, self._draw_foot, landscape)
        """For what has no verb here. Millimetres from the upper left corner."""
        self.pdf.set_title(title)
        self.pdf.set_auto_page_break(False, self._foot_mm())
        self.pdf.add_page()

    @property
    def pages(self) -> int:
        """How many pages there are so far."""
        return self.pdf.pages_count

    @property
    def width_mm(self) -> float:
        """Between the margins."""
        return float(self.pdf.epw)

    @property
    def left_mm(self) -> float:
        """What is left of this page below the last thing written."""
        return float(self.pdf.h - self.pdf.b_margin - self.pdf.get_y())

    def heading(self, text: str) -> None:
        """A title within the document, never alone at the foot of a page."""
        kind = _Type("B", self._body.size_pt * 1.3)
        lines = self._lines(text, kind, self.width_mm)
        self._keep(len(lines) * kind.line_mm + _KEPT_MM)
        self._down(self._body.line_mm * 0.6)
        self._write(lines, kind)
        self._down(1.0)

    def paragraph(self, text: str) -> None:
        """Words over the whole width; a line feed begins a new line."""
        self._write(self._lines(text, self._body, self.width_mm), self._body)
        self._down(self._body.line_mm * 0.5)

    def note(self, text: str) -> None:
        """Small words, for what is not read first."""
        kind = _Type("", min(_NOTE_PT, self._body.size_pt), _SOFT)
        self._write(self._lines(text, kind, self.width_mm), kind)
        self._down(kind.line_mm * 0.5)

    def table(self, columns: Sequence[Column], rows: Iterable[Sequence[str]], row_mm: float | None = None) -> None:
        """Rows under the titles of the columns, repeated on each page; no titles when all are empty. Cells go on over
        lines, and are never cut. A row of one text only stands over the whole width, as heading of those below it.
        ``row_mm``: at least as high, to write in.
        """
        widths = [column.share * self.width_mm / sum(each.share for each in columns) for column in columns]
        lefts = [_MARGIN_MM + sum(widths[:rank]) for rank in range(len(widths))]
        places = list(zip(columns, lefts, widths, strict=True))
        head = self._head_cells(places)
        self._keep(self._height(head) + max(_KEPT_MM, row_mm or 0))
        self._draw_titles(head)
        for row in rows:
            if len(row) == 1 and len(columns) > 1:
                self._draw_band(row[0], head, row_mm)
            else:
                self._draw_row(self._cells(places, row), head, row_mm)
        self._down(self._body.line_mm)

    def picture(self, png: bytes, width_mm: float) -> None:
        """A picture, from the left margin; on a new page when this one has not the room. Smaller if it must be."""
        with Image.open(io.BytesIO(png)) as picture:
            shape = picture.height / picture.width
        most_mm = self.pdf.h - self.pdf.b_margin - _TOP_MM - 25
        width_mm = min(width_mm, self.width_mm, most_mm / shape)
        self._keep(width_mm * shape)
        self.pdf.image(io.BytesIO(png), x=_MARGIN_MM, y=self.pdf.get_y(), w=width_mm)
        self.pdf.set_y(self.pdf.get_y() + width_mm * shape)
        self._down(3)

    def new_page(self) -> None:
        """What follows begins a page."""
        self.pdf.add_page()

    def save(self, path: Path) -> None:
        """Writes the PDF, whole or not at all. Raises UserError ``file_unwritable``."""
        write_whole(path, bytes(self.pdf.output()))

    # What stands on every page

    def _draw_head(self) -> None:
        pdf = self.pdf
        if pdf.page_no() == 1:
            title, below = _Type("B", _TITLE_PT), _Type("", _SUBTITLE_PT, _SOFT)
        else:
            title, below = _Type("B", self._body.size_pt), _Type("", _NOTE_PT, _SOFT)
        for text, kind in ((self._title, title), (self._subtitle, below)):
            self._draw_lines(self._lines(text, kind, self.width_mm), kind, _MARGIN_MM)
        self._rule(0.5, _INK)
        self._down(3)

    def _draw_foot(self) -> None:
        pdf, kind = self.pdf, self._foot_type
        pdf.set_y(pdf.h - pdf.b_margin + 2.5)
        top = pdf.get_y()
        self._draw_lines(self._foot_lines(), kind, _MARGIN_MM)
        # The number of pages is known at the end only: room is made for two figures.
        self._take(_Type("B", kind.size_pt))
        room = pdf.get_string_width(f"{pdf.page_no()} / 88")
        pdf.set_xy(_MARGIN_MM + self.width_mm - room, top)
        pdf.cell(h=kind.line_mm, text=f"{pdf.page_no()} / {{nb}}")

    @property
    def _foot_type(self) -> _Type:
        return _Type("", _NOTE_PT, _SOFT)

    def _foot_lines(self) -> tuple[str, ...]:
        return self._lines(self._footer, self._foot_type, self.width_mm - 22)

    def _foot_mm(self) -> float:
        """From the last words of a page to the edge of the paper."""
        return _BOTTOM_MM + 2.5 + max(1, len(self._foot_lines())) * self._foot_type.line_mm

    # Tables

    def _head_cells(self, places: Sequence[tuple[Column, float, float]]) -> list[_Cell]:
        titles = [
            self._cell(column.title, self._title_type(column.title, place[1] - 2 * _CELL_MM), place, column.align)
            for column, *place in places
        ]
        return titles if any(cell.lines for cell in titles) else []

    def _title_type(self, title: str, width: float) -> _Type:
        """As small as it takes to break no word of the title of a narrow column."""
        kind = _Type("B", min(self._body.size_pt, max(_NOTE_PT, self._body.size_pt * 0.85)), _SOFT)
        self._take(kind)
        widest = max(map(self.pdf.get_string_width, _PIECES.findall(title)), default=0.0)
        return replace(kind, size_pt=max(_LEAST_PT, kind.size_pt * min(1.0, width / widest))) if widest else kind

    def _cells(self, places: Sequence[tuple[Column, float, float]], row: Sequence[str]) -> list[_Cell]:
        cells = []
        for (column, *place), text in zip(places, row, strict=True):
            kind = _Type("B" if column.bold else "", self._body.size_pt)
            cells.append(self._cell(text, kind, place, column.align, column.box and not text))
        return cells

    def _cell(self, text: str, kind: _Type, place: Sequence[float], align: str, box: bool = False) -> _Cell:
        left, width = place[0] + _CELL_MM, place[1] - 2 * _CELL_MM
        return _Cell(self._lines(text, kind, width), kind, left, width, align, box)

    def _height(self, cells: Sequence[_Cell]) -> float:
        tall = max((max(len(cell.lines) * cell.type.line_mm, cell.box * _BOX_MM) for cell in cells), default=0.0)
        return tall + 2 * _CELL_MM if cells else 0.0

    def _draw_titles(self, head: Sequence[_Cell]) -> None:
        if head:
            self._draw_cells(head, self._height(head))
            self._rule(0.4, _INK)

    def _draw_band(self, text: str, head: Sequence[_Cell], row_mm: float | None) -> None:
        kind = _Type("B", self._body.size_pt * 1.15)
        cell = self._cell(text, kind, (_MARGIN_MM, self.width_mm), "L")
        high = self._height([cell])
        if high + max(_KEPT_MM / 2, row_mm or 0) > self.left_mm:
            self._next_page(head)
        self.pdf.set_fill_color(236, 239, 245)
        self.pdf.rect(_MARGIN_MM, self.pdf.get_y() + 0.2, self.width_mm, high - 0.2, "F")  # below the rule above it
        self._draw_cells([cell], high)
        self._rule(0.2, _RULE)

    def _draw_row(self, cells: Sequence[_Cell], head: Sequence[_Cell], row_mm: float | None) -> None:
        """A row is broken over pages only when it is higher than one."""
        high = max(self._height(cells), row_mm or 0)
        if high > self.left_mm:
            self._next_page(head)
        while high > self.left_mm:
            part = [self._first_lines(cell, self.left_mm - 2 * _CELL_MM) for cell in cells]
            self._draw_cells([first for first, _ in part], self.left_mm)
            cells = [rest for _, rest in part]
            high = self._height(cells)
            self._next_page(head)
        self._draw_cells(cells, high)
        self._rule(0.2, _RULE)

    def _first_lines(self, cell: _Cell, room_mm: float) -> tuple[_Cell, _Cell]:
        count = int(room_mm / cell.type.line_mm)
        place = cell.type, cell.left, cell.width, cell.align
        return _Cell(cell.lines[:count], *place, cell.box), _Cell(cell.lines[count:], *place)

    def _draw_cells(self, cells: Sequence[_Cell], high: float) -> None:
        """Words at the top of a row as high as they need, in the middle of a higher one."""
        pdf, top = self.pdf, self.pdf.get_y()
        down = max(_CELL_MM, (high - self._height(cells)) / 2 + _CELL_MM)
        for cell in cells:
            pdf.set_y(top + down)
            self._draw_lines(cell.lines, cell.type, cell.left, cell.width, cell.align)
            if cell.box:
                at = cell.left + _ahead(cell.align, cell.width - _BOX_MM)
                line = max(cell.type.line_mm, _BOX_MM)
                pdf.set_draw_color(*_INK)
                pdf.set_line_width(0.3)
                pdf.rect(at, top + down + (line - _BOX_MM) / 2, _BOX_MM, _BOX_MM)
        pdf.set_y(top + high)

    def _next_page(self, head: Sequence[_Cell]) -> None:
        self.pdf.add_page()
        self._draw_titles(head)

    # Words

    def _write(self, lines: Sequence[str], kind: _Type) -> None:
        """Lines from the left margin, on as many pages as they need."""
        for line in lines:
            self._keep(kind.line_mm)
            self._draw_lines([line], kind, _MARGIN_MM)

    def _draw_lines(self, lines: Sequence[str], kind: _Type, left: float, width: float = 0.0, align: str = "L") -> None:
        self._take(kind)
        pdf = self.pdf
        for line in lines:
            ahead = 0.0 if align == "L" else _ahead(align, width - pdf.get_string_width(line))
            if line:
                pdf.text(left + ahead, pdf.get_y() + kind.line_mm * 0.75, line)
            pdf.set_y(pdf.get_y() + kind.line_mm)

    def _lines(self, text: str, kind: _Type, width: float) -> tuple[str, ...]:
        """``text`` as it is printed, in lines of at most ``width``, broken after spaces and hyphens, else anywhere."""
        if not text:
            return ()
        self._take(kind)
        found: list[str] = []
        for part in text.replace("\t", " ").splitlines():
            line = ""
            for piece in _PIECES.findall(_printable(kind.style, part)):
                if self._fits(line + piece, width):
                    line += piece
                    continue
                if line:
                    found.append(line.rstrip(" "))
                *whole, line = self._split(piece, width)
                found += whole
            found.append(line.rstrip(" "))
        return tuple(found)

    def _split(self, piece: str, width: float) -> list[str]:
        """A piece wider than a line, in lines."""
        lines = [""]
        for char in piece:
            if lines[-1] and not self._fits(lines[-1] + char, width):
                lines.append("")
            lines[-1] += char
        return lines

    def _fits(self, words: str, width: float) -> bool:
        return self.pdf.get_string_width(words.rstrip(" ")) <= width

    def _take(self, kind: _Type) -> None:
        self.pdf.set_font(_FAMILY, kind.style, kind.size_pt)
        self.pdf.set_text_color(*kind.ink)

    # Places

    def _keep(self, high: float) -> None:
        """Begins a page unless this one has room for ``high`` mm."""
        if high > self.left_mm:
            self.pdf.add_page()

    def _down(self, mm: float) -> None:
        self.pdf.set_y(self.pdf.get_y() + mm)

    def _rule(self, thick_mm: float, ink: Color) -> None:
        y = self.pdf.get_y()
        self.pdf.set_draw_color(*ink)
        self.pdf.set_line_width(thick_mm)
        self.pdf.line(_MARGIN_MM, y, _MARGIN_MM + self.width_mm, y)


def _document(head: Drawn, foot: Drawn, landscape: bool) -> "FPDF":
    # Imported late: it costs more than all the rest of the start, and serves seldom.
    from fpdf import FPDF

    class Numbered(FPDF):
        def header(self) -> None:
            head()

        def footer(self) -> None:
            foot()

    pdf = Numbered(orientation="landscape" if landscape else "portrait", format="A4", unit="mm")
    pdf.set_margins(_MARGIN_MM, _TOP_MM)
    pdf.c_margin = 0
    pdf.set_creation_date(datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC))  # a date of making would change the bytes
    pdf.set_lang("fr-FR")
    for style, face in _FACES.items():
        pdf.add_font(_FAMILY, style, face.path)
    return pdf


def _ahead(align: str, room: float) -> float:
    return {"L": 0.0, "C": room / 2, "R": room}[align]


def _printable(style: str, text: str) -> str:
    """``text`` as the typeface can print it; « ? » for what has no Latin letters either, nothing for the invisible."""
    face = _FACES[style]
    for char in missing_glyphs(face, text):
        if not anyascii(char) and unicodedata.category(char) not in ("Cc", "Cf", "Mn"):
            text = text.replace(char, "?")
    return shown(face, text)
