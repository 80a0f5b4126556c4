"""Ticket codes for the guests, as files: tables, one QR picture a person, invitations to print and fold."""

import contextlib
import csv
import datetime
import io
import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageOps

from vi_events.checkin.badge import CATEGORY_LABELS
from vi_events.checkin.invitations import TicketRow
from vi_events.checkin.qr import QUIET_MODULES, qr_picture
from vi_events.checkin.typesetting import FONTS, break_lines, printable
from vi_events.clock import hour
from vi_events.edition import dates
from vi_events.edition.programme import Edition, Programme
from vi_events.edition.text import neutral_cell
from vi_events.errors import UserError
from vi_events.files import Told, unheard, why
from vi_events.sentences import say

if TYPE_CHECKING:
    from fpdf import FPDF

CSV_COLUMNS = ("attendee_id", "last_name", "first_name", "authority", "code")
MAILING_COLUMNS = (*CSV_COLUMNS, "function", "category", "email", "picture", "invitation")
"""``picture`` and ``invitation`` are what ``png`` and ``pdfs`` call this person's files."""
PNG_MODULE_DOTS = 12
_FAMILY = "Atkinson"
_PANEL_WIDTH_MM, _PANEL_HEIGHT_MM, _MARGIN_MM = 105.0, 148.5, 12.0
_QR_MM = 50.0
_INK, _SOFT, _MARK = (12, 23, 48), (68, 80, 107), (150, 158, 175)
_ON_THE_DAY = (
    "Pliez cette feuille en quatre, le code vers l’extérieur\u202f: une fois de haut en bas, une fois de côté.",
    "Présentez le code à l’accueil. Sur l’écran d’un téléphone, il convient aussi bien.",
    "Votre badge vous est remis aussitôt.",
)
_GOOD_TO_KNOW = (
    "Vous ne pouvez pas venir\u202f? La personne qui vous remplace apporte cette feuille et donne les deux noms.",
    "Vous avez perdu cette feuille\u202f? Votre nom et celui de votre collectivité suffisent.",
    "Ce code vous est personnel\u202f: il ne contient ni votre nom ni aucune donnée sur vous.",
)


@dataclass(frozen=True, slots=True)
class TicketEdition:
    """What the invitation is to, as people read it: « jeudi 14 janvier 2027 ». ``hours``: of each zone that has any,
    its id and « Cérémonie : 14 h 30 ». ``access``: how to come, over several lines if need be.
    """

    title: str
    date: str
    place: str
    hours: tuple[tuple[str, str], ...] = ()
    access: str = ""


def ticket_edition(known: Programme) -> TicketEdition:
    """What the invitations to an edition say of it."""
    edition = known.edition
    hours = tuple(
        (zone.id, f"{zone.name}\u202f: {_opening(zone.opens_ms, edition)}") for zone in known.zones if zone.opens_ms
    )
    return TicketEdition(
        edition.title, dates.long_days(edition.date, edition.until), edition.place, hours, edition.access
    )


def _opening(at_ms: int, edition: Edition) -> str:
    """« 14 h 30 » on the edition's day, else « le 15 janvier à 9 h 00 »."""
    of_the_day = datetime.datetime.fromtimestamp(at_ms / 1000).date().isoformat() == edition.date
    return hour(at_ms) if of_the_day else dates.moment(at_ms)


def write_tickets(
    kind: str, path: Path, rows: Sequence[TicketRow], edition: TicketEdition, told: Told = unheard
) -> None:
    """Writes the tickets of these people as one of the kinds in ``invitations.FORMS``. Raises UserError
    ``tickets_not_written``, ``tickets_empty`` for a PDF of nobody, or ``tickets_bad_id`` for an id that cannot name a
    file.
    """
    if kind == "pdf":
        write_tickets_pdf(path, rows, edition, told)
    elif kind == "pdfs":
        for number, row in enumerate(_with_folder(path, rows)):
            told(number, len(rows))
            write_tickets_pdf(path / row.invitation, [row], edition)
    elif kind == "png":
        write_tickets_png(path, rows, told)
    else:
        write_tickets_csv(path, rows, CSV_COLUMNS if kind == "csv" else MAILING_COLUMNS)


def write_tickets_csv(path: Path, rows: Sequence[TicketRow], columns: Sequence[str] = CSV_COLUMNS) -> None:
    """UTF-8 with its mark, so that Excel reads the accents; no cell is taken for a formula.

    Raises UserError ``tickets_not_written``.
    """
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(columns)
    table.writerows([neutral_cell(getattr(row, column)) for column in columns] for row in rows)
    with _said(path):
        _write_whole(path, text.getvalue().encode("utf-8-sig"))


def write_tickets_png(folder: Path, rows: Sequence[TicketRow], told: Told = unheard) -> None:
    """One QR picture a person in ``folder`` (made if need be), named by the attendee's id and nothing else.

    Raises UserError ``tickets_not_written``, or ``tickets_bad_id`` for an id that cannot name a file.
    """
    for number, row in enumerate(_with_folder(folder, rows)):
        told(number, len(rows))
        modules = ImageOps.expand(qr_picture(row.code), QUIET_MODULES, 255)
        side = modules.width * PNG_MODULE_DOTS
        png = io.BytesIO()
        modules.resize((side, side), Image.Resampling.NEAREST).convert("1").save(png, "PNG")
        with _said(folder):
            _write_whole(folder / row.picture, png.getvalue())


def _with_folder(folder: Path, rows: Sequence[TicketRow]) -> Sequence[TicketRow]:
    """The rows, once their folder is made and each id is known to name a file there."""
    for row in rows:
        if Path(row.attendee_id).name in ("", "..") or set(row.attendee_id) & set('\\/:*?"<>|'):
            raise UserError(
                "tickets_bad_id",
                say("L’identifiant « {0} » ne peut pas nommer un fichier.", row.attendee_id),
                "Corrigez-le dans la liste des participants\u202f: lettres, chiffres, tirets.",
            )
    with _said(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return rows


def write_tickets_pdf(path: Path, rows: Sequence[TicketRow], edition: TicketEdition, told: Told = unheard) -> None:
    """One A4 page a person, to fold in four with the code outside. The same rows give the same bytes.

    Raises UserError ``tickets_not_written``, or ``tickets_empty`` when there is nobody to invite.
    """
    if not rows:
        raise UserError(
            "tickets_empty", "Il n’y a aucune invitation à imprimer.", "Importez d’abord la liste des participants."
        )
    pdf = _document(edition)
    try:
        for number, row in enumerate(rows):
            told(number, len(rows))
            _draw_page(pdf, edition, row)
        content = bytes(pdf.output())
    finally:
        for font in pdf.fonts.values():
            font.close()  # type: ignore[union-attr]  # as output() does, which a stop may prevent
    with _said(path):
        _write_whole(path, content)


def _draw_page(pdf: "FPDF", edition: TicketEdition, row: TicketRow) -> None:
    pdf.add_page()
    _draw_folds(pdf)
    _draw_pass(pdf, row)
    _draw_invitation(pdf, edition, row)
    y = _draw_advice(pdf, 0, "Le jour venu", _ON_THE_DAY)
    _draw_access(pdf, y, edition.access)
    _draw_advice(pdf, _PANEL_WIDTH_MM, "Bon à savoir", _GOOD_TO_KNOW)


def _document(edition: TicketEdition) -> "FPDF":
    # Imported late: it costs more than all the rest of the start, and serves once an edition.
    from fpdf import FPDF

    pdf = FPDF(format="A4", unit="mm")
    pdf.set_auto_page_break(False)
    pdf.set_margin(0)
    pdf.c_margin = 0
    pdf.set_creation_date(datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC))  # a date of making would change the bytes
    pdf.set_title(f"Invitations, {edition.title}")
    pdf.set_lang("fr-FR")
    pdf.add_font(_FAMILY, "", FONTS / "AtkinsonHyperlegibleNext-Regular.ttf")
    pdf.add_font(_FAMILY, "B", FONTS / "AtkinsonHyperlegibleNext-Bold.ttf")
    return pdf


def _draw_folds(pdf: "FPDF") -> None:
    pdf.set_draw_color(*_MARK)
    pdf.set_line_width(0.2)
    width, height = 2 * _PANEL_WIDTH_MM, 2 * _PANEL_HEIGHT_MM
    for near, far in ((4.0, 10.0), (-10.0, -4.0)):
        x, y = _PANEL_WIDTH_MM, _PANEL_HEIGHT_MM
        pdf.line(x, near % height, x, far % height)
        pdf.line(near % width, y, far % width, y)
    pdf.line(_PANEL_WIDTH_MM - 2, _PANEL_HEIGHT_MM, _PANEL_WIDTH_MM + 2, _PANEL_HEIGHT_MM)
    pdf.line(_PANEL_WIDTH_MM, _PANEL_HEIGHT_MM - 2, _PANEL_WIDTH_MM, _PANEL_HEIGHT_MM + 2)


def _draw_pass(pdf: "FPDF", row: TicketRow) -> None:
    """Top left, outside once folded: who, from where, and the code."""
    pdf.set_fill_color(*_INK)
    pdf.rect(0, 0, _PANEL_WIDTH_MM, 14, "F")
    pdf.set_text_color(255, 255, 255)
    label = CATEGORY_LABELS[row.category].upper()
    _paragraph(pdf, (label, "B", 15), (_MARGIN_MM, 4), 7)
    pdf.set_text_color(*_INK)
    y = _paragraph(pdf, (row.first_name, "", 20), (_MARGIN_MM, 20), 10)
    y = _paragraph(pdf, (row.last_name, "B", 26), (_MARGIN_MM, y), 23)
    pdf.set_text_color(*_SOFT)
    y = _paragraph(pdf, (row.function, "", 11), (_MARGIN_MM, y + 1.5), 14)
    pdf.set_text_color(*_INK)
    _paragraph(pdf, (row.authority, "B", 13), (_MARGIN_MM, y + 1.5), 13)
    _draw_code(pdf, row.code, (_PANEL_WIDTH_MM - _QR_MM - _MARGIN_MM, _PANEL_HEIGHT_MM - _QR_MM - _MARGIN_MM))


def _draw_code(pdf: "FPDF", code: str, corner: tuple[float, float]) -> None:
    """The code as rectangles, one for each run of black modules: sharp at any size."""
    modules = qr_picture(code)
    side = modules.width
    pixels = modules.tobytes()
    step = _QR_MM / side
    pdf.set_fill_color(0, 0, 0)
    for line in range(side):
        row = pixels[line * side : (line + 1) * side]
        start = row.find(0)
        while start >= 0:
            end = row.find(255, start) if 255 in row[start:] else side
            pdf.rect(corner[0] + start * step, corner[1] + line * step, (end - start) * step, step, "F")
            start = row.find(0, end)


def _draw_invitation(pdf: "FPDF", edition: TicketEdition, row: TicketRow) -> None:
    """Top right: to what, when and where; the hours are those of the zones where this person is expected."""
    left = _PANEL_WIDTH_MM + _MARGIN_MM
    pdf.set_text_color(*_SOFT)
    y = _paragraph(pdf, ("Invitation", "", 12), (left, 21), 6)
    pdf.set_text_color(*_INK)
    y = _paragraph(pdf, (edition.title, "B", 22), (left, y + 3), 50)
    date = edition.date.replace(" h ", "\u00a0h\u00a0")
    y = _paragraph(pdf, (date, "B", 13), (left, y + 8), 14)
    hours = [words for zone, words in edition.hours if not row.zones or zone in row.zones]
    y = _paragraph(pdf, ("\n".join(hours), "", 12), (left, y + 1.5), 26)
    _paragraph(pdf, (edition.place, "", 13), (left, y + 2), 22)


def _draw_advice(pdf: "FPDF", panel_left: float, title: str, sentences: Sequence[str]) -> float:
    """A title and its sentences in a panel of the lower half; returns where they end, in mm."""
    left, y = panel_left + _MARGIN_MM, _PANEL_HEIGHT_MM + 16
    pdf.set_text_color(*_INK)
    y = _paragraph(pdf, (title, "B", 14), (left, y), 8) + 3
    for sentence in sentences:
        y = _paragraph(pdf, (sentence, "", 12), (left, y), 24) + 3
    return y


def _draw_access(pdf: "FPDF", y: float, access: str) -> None:
    """How to come, in what is left of the lower left panel."""
    if access:
        y = _paragraph(pdf, ("Venir", "B", 14), (_MARGIN_MM, y + 4), 8) + 2
        _paragraph(pdf, (access, "", 12), (_MARGIN_MM, y), 2 * _PANEL_HEIGHT_MM - _MARGIN_MM - y)


def _paragraph(pdf: "FPDF", words: tuple[str, str, float], corner: tuple[float, float], height: float) -> float:
    """Draws ``words`` (text, style, largest size in points) in a panel's width, smaller until they fit ``height``;
    returns where they end, in mm.
    """
    text, style, size = words
    text = "\n".join(printable(line) for line in text.splitlines())
    width = _PANEL_WIDTH_MM - 2 * _MARGIN_MM
    lines = _lines(text, style, width / _em_mm(size))
    while text and size > 7 and (not lines or len(lines) * _line_mm(size) > height):
        size -= 0.5
        lines = _lines(text, style, width / _em_mm(size))
    pdf.set_font(_FAMILY, style, size)
    for number, line in enumerate(lines or [text]):
        pdf.text(corner[0], corner[1] + _line_mm(size) * (number + 0.8), line)
    return corner[1] + _line_mm(size) * len(lines)


def _em_mm(size_pt: float) -> float:
    return size_pt * 25.4 / 72


def _line_mm(size_pt: float) -> float:
    return 1.2 * _em_mm(size_pt)


@lru_cache(maxsize=4096)
def _lines(text: str, style: str, width_em: float) -> list[str]:
    """Each line of the text, broken where it must; empty when one word alone is wider."""
    # A PDF line is not kerned here, hence a little longer than the measure.
    broken = [
        break_lines(line, "Bold" if style else "Regular", width_em * 0.97) if line else [""]
        for line in text.splitlines()
    ]
    return [line for lines in broken for line in lines] if all(broken) else []


@contextlib.contextmanager
def _said(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UserError(
            "tickets_not_written",
            say("Impossible d’écrire «\u202f{0}\u202f» ({1}).", path, why(error)),
            "Fermez ce fichier s’il est ouvert, ou choisissez un autre dossier.",
        ) from error


def _write_whole(path: Path, content: bytes) -> None:
    """The whole file or nothing: written beside it, then put in its place."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".tickets-")
    try:
        with os.fdopen(handle, "wb") as beside:
            beside.write(content)
        os.replace(name, path)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
