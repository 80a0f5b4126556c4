"""The report after the day, in a folder: a page, a PDF, every table as CSV, every chart as a picture, every figure as
JSON.

    rapport.html  rapport.pdf  report.json  tableaux/*.csv  graphiques/*.png

It reads the edition beside the program that holds it. Names stand in ``tableaux/nominatif-*.csv`` only.
"""

import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from PIL import Image

from vi_events import app
from vi_events.clock import NowMs, wall_ms
from vi_events.closing.contents import Cell, Headline, Section, Table, headlines, number, sections, stamp
from vi_events.closing.figures import Figures, figures
from vi_events.closing.named import named_tables
from vi_events.closing.page import page
from vi_events.edition import programme
from vi_events.edition.dates import full_moment, long_days
from vi_events.edition.exporting import write_rows
from vi_events.edition.programme import Edition
from vi_events.edition.reference import load_reference
from vi_events.files import make_folders, write_whole
from vi_events.typesetting.sheets import Column, Sheets

NAMED = "nominatif-*.csv"
_CHART_MM, _HEADING_MM = 180.0, 15.0
_ROWS_MM = 42.0
"""What the titles of a table, over three lines, and its first rows take."""
_SECTION_MM = 60.0
"""A section begins on a page that has this much room left for it."""
_NARROW, _WIDE = 8, 22
"""Least and most letters that a column is made for; longer words go on over lines."""


@dataclass(frozen=True, slots=True)
class ReportDone:
    """What was written, and the figures in it."""

    files: tuple[Path, ...]
    figures: Figures
    names: bool
    """Whether the edition still holds names, and so its tables."""


def write_report(edition_folder: Path, out: Path, now_ms: NowMs = wall_ms) -> ReportDone:
    """Writes the report of an edition into the folder ``out``, made if need be; each file whole or not at all.
    Raises UserError ``file_unwritable``.
    """
    reference = load_reference()
    with app.read_edition(edition_folder) as store:
        edition = programme.read_edition(store)
        found = figures(store, reference)
        named = named_tables(store, reference)
        names = not store.erasures.edition
    parts = sections(found)
    made_ms = now_ms()
    make_folders(out / "tableaux", out / "graphiques")
    files = list(_write_tables(out, (*(table for part in parts for table in part.tables), *named)))
    for former in set((out / "tableaux").glob(NAMED)) - set(files):  # of before an erasure
        former.unlink(missing_ok=True)
    for name, content in (
        ("report.json", _json(edition, found, made_ms)),
        ("rapport.html", _page(edition, found, parts, made_ms)),
    ):
        write_whole(out / name, content.encode())
        files.append(out / name)
    _pdf(edition, headlines(found), parts, made_ms).save(out / "rapport.pdf")
    return ReportDone((*files, out / "rapport.pdf"), found, names)


def _write_tables(out: Path, tables: Iterable[Table]) -> Iterator[Path]:
    for table in tables:
        path = out / "tableaux" / f"{table.name}.csv"
        write_rows(path, [dict(zip(table.columns, row, strict=True)) for row in table.rows])
        yield path
        if table.chart:
            path = out / "graphiques" / f"{table.name}.png"
            write_whole(path, table.chart.png)
            yield path


def _json(edition: Edition, found: Figures, made_ms: int) -> str:
    said = {"edition": asdict(edition), "made_at": stamp(made_ms), "figures": asdict(found)}
    return json.dumps(said, ensure_ascii=False, indent=1)


def _page(edition: Edition, found: Figures, parts: Sequence[Section], made_ms: int) -> str:
    return page(edition.title, _about(edition), _made(made_ms), headlines(found), parts)


def _about(edition: Edition) -> str:
    return f"Rapport de la journée · {long_days(edition.date, edition.until)} · {edition.place}"


def _made(made_ms: int) -> str:
    return f"Établi {full_moment(made_ms)} d’après le journal de l’édition. Sans données personnelles."


def _pdf(edition: Edition, heads: Sequence[Headline], parts: Sequence[Section], made_ms: int) -> Sheets:
    sheets = Sheets(edition.title, _about(edition), footer=_made(made_ms), size_pt=10)
    sheets.heading("L’essentiel")
    columns = (Column("", 1, "R", bold=True), Column("", 3), Column("", 4))
    sheets.table(columns, [(each.value, each.label, each.detail) for each in heads])
    for section in parts:
        if sheets.left_mm < _SECTION_MM:
            sheets.new_page()
        sheets.heading(section.title)
        for words in section.words:
            sheets.paragraph(words)
        for table in section.tables:
            _add_table(sheets, table)
    return sheets


def _add_table(sheets: Sheets, table: Table) -> None:
    high_mm = _ROWS_MM
    if table.chart:
        with Image.open(io.BytesIO(table.chart.png)) as picture:
            high_mm = _CHART_MM * picture.height / picture.width
    if high_mm + _HEADING_MM > sheets.left_mm:  # else the title would stay alone at the foot of the page
        sheets.new_page()
    sheets.heading(table.title)
    if table.chart:
        sheets.picture(table.chart.png, _CHART_MM)
    if table.to_read:
        sheets.table(_columns(table), [[number(cell) for cell in row] for row in table.rows])
    else:
        sheets.note(f"Le détail est dans tableaux/{table.name}.csv.")


def _columns(table: Table) -> list[Column]:
    """Columns as wide as what they hold asks for; figures at the right."""
    columns = []
    for rank, title in enumerate(table.columns):
        cells: list[Cell] = [row[rank] for row in table.rows]
        widest = max(len(number(cell)) for cell in cells)
        share = min(_WIDE, max(_NARROW, widest + 2, max(map(len, title.split())) + 2))
        columns.append(Column(title, share, "R" if rank and table.is_numeric(rank) else "L"))
    return columns
