"""What is drawn on sheets, line by line, as it is drawn: a PDF itself holds only numbers of glyphs."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from fpdf import FPDF


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words; millimetres, and points for ``size``."""

    document: str
    page: int
    left: float
    right: float
    baseline: float
    text: str
    size: float


@dataclass
class Seen:
    """All lines and all boxes to tick (document, page) of the documents drawn meanwhile."""

    lines: list[Line] = field(default_factory=list)
    boxes: list[tuple[str, int]] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    """Pages."""

    def of(self, document: str) -> list[Line]:
        return [line for line in self.lines if line.document == document]

    def text(self, document: str) -> str:
        return "\n".join(line.text for line in self.of(document))

    def row(self, document: str, begins: str) -> list[str]:
        """The lines of the row in which one begins so, from left to right and downwards."""
        lines = self.of(document)
        first = next(line for line in lines if line.text.startswith(begins))
        beside = [line for line in lines if line.page == first.page and abs(line.baseline - first.baseline) < 0.1]
        return [line.text for line in sorted(beside, key=lambda each: each.left)]


@contextmanager
def watched(monkeypatch: pytest.MonkeyPatch) -> Iterator[Seen]:
    """Records what is drawn from now on."""
    seen, drawn = Seen(), {}
    draw_text, draw_rect, draw_image = FPDF.text, FPDF.rect, FPDF.image

    def text(pdf: Any, x: float, y: float, text: str = "") -> None:
        drawn[id(pdf)] = pdf
        right = x + pdf.get_string_width(text)
        seen.lines.append(Line(pdf.title, pdf.page_no(), x, right, y, text, pdf.font_size_pt))
        draw_text(pdf, x, y, text)

    def rect(pdf: Any, *place: Any, **how: Any) -> None:
        if place[-1] != "F":
            seen.boxes.append((pdf.title, pdf.page_no()))
        draw_rect(pdf, *place, **how)

    def image(pdf: Any, *what: Any, **how: Any) -> Any:
        seen.pictures.append(pdf.page_no())
        return draw_image(pdf, *what, **how)

    for name, watching in (("text", text), ("rect", rect), ("image", image)):
        monkeypatch.setattr(FPDF, name, watching)
    yield seen
    for pdf in drawn.values():  # those that no test saved
        for font in pdf.fonts.values():
            font.close()
