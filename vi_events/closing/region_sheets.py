"""Sheets of the press as A4 PDF: one page for each region, and one for the whole country."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vi_events.closing import outlines
from vi_events.closing.drawing import png
from vi_events.closing.labels import Label
from vi_events.closing.regions import Region, by_department, by_kind, by_level, by_mention, history, listed, summary
from vi_events.edition.grammar import printed
from vi_events.edition.reference import Reference
from vi_events.typesetting.sheets import Column, Sheets

_SIZES_PT = (11, 10, 9, 8)
"""The largest that leaves a region on one page; the last one whatever comes."""
_MAP_MM, _MAP_SMALLER_MM = 150, 118
_GROUPS = (Column("", 3, bold=True), Column("", 1, align="R"), Column("", 12))
"""What a group is, how many are in it, who."""
_OVERVIEW = (
    Column("Région", 6, bold=True),
    *(Column(f"{level} @", 1.5, align="R") for level in (5, 4, 3, 2, 1)),
    Column("Territoires", 2.6, align="R"),
    Column("Villages", 2.2, align="R"),
    Column("Villes", 1.8, align="R"),
    Column("Autres", 1.9, align="R"),
    Column("Total", 1.7, align="R", bold=True),
)


@dataclass(frozen=True, slots=True)
class About:
    """What every sheet says of the edition: under the title, and at the foot."""

    subtitle: str
    footer: str


def write_region(path: Path, region: Region, reference: Reference, about: About) -> None:
    """Writes the sheet of a region. Raises UserError ``file_unwritable``."""
    picture = _region_picture(region, reference)
    for size_pt in _SIZES_PT:
        sheets = _region_sheets(region, picture, size_pt, about)
        sheets.save(path)  # each trial: only what was written lets go of its fonts
        if sheets.pages == 1:
            break


def write_overview(path: Path, regions: Sequence[Region], picture: bytes, about: About) -> None:
    """Writes the sheet of the country: its counts, its map (a PNG picture), and every region with its counts."""
    labels = [label for region in regions for label in region.labels]
    sheets = Sheets("Le palmarès par région", about.subtitle, footer=about.footer, size_pt=10)
    sheets.paragraph(" ".join(filter(None, (summary(labels), history(labels)))))
    sheets.picture(picture, 180)
    sheets.new_page()
    sheets.heading("Collectivités par région, nombre d’arobases et type")
    sheets.table(
        _OVERVIEW, [*(_overview_row(each.name, each.labels) for each in regions), _overview_row("Total", labels)]
    )
    sheets.save(path)


def _region_sheets(region: Region, picture: bytes | None, size_pt: float, about: About) -> Sheets:
    labels = region.labels
    sheets = Sheets(region.name, about.subtitle, footer=about.footer, size_pt=size_pt)
    sheets.paragraph(" ".join(filter(None, (summary(labels), history(labels)))))
    if picture:
        sheets.picture(picture, _MAP_MM if size_pt > 9 else _MAP_SMALLER_MM)
    sheets.heading("Les labels")
    sheets.table(_GROUPS, [_group("@" * level, group) for level, group in by_level(labels).items()])
    mentions = by_mention(labels)
    if mentions:
        sheets.heading("Mentions spéciales")
        sheets.table(_GROUPS, [_group(name, group) for name, group in mentions.items()])
    moves = _moves(labels)
    if moves:
        sheets.heading("Depuis la dernière participation")
        sheets.table(_GROUPS, moves)
    return sheets


def _moves(labels: Sequence[Label]) -> list[tuple[str, ...]]:
    risen = [label for label in labels if label.has_risen]
    new = [label for label in labels if label.first_participation]
    told = ", ".join(f"{listed(label)} de\u00a0{label.previous}\u00a0à\u00a0{label.level}" for label in risen)
    rows = [("Progressent", str(len(risen)), told)] if risen else []
    return [*rows, _group("Premières participations", new)] if new else list(rows)


def _group(name: str, labels: Sequence[Label]) -> tuple[str, ...]:
    return name, str(len(labels)), ", ".join(map(listed, labels))


def _region_picture(region: Region, reference: Reference) -> bytes | None:
    codes = reference.region_departments.get(region.code, frozenset())
    names = {code: printed(reference.departments[code]) for code in codes}
    drawing = outlines.region_map(names, by_department(region.labels))
    return png(drawing) if drawing else None


def _overview_row(name: str, labels: Sequence[Label]) -> tuple[str, ...]:
    levels, kinds = by_level(labels), by_kind(labels)
    counted = [len(levels.get(level, ())) for level in (5, 4, 3, 2, 1)]
    counted += [kinds[kind] for kind in ("territoire", "village", "ville", "autre")]
    return (name, *(str(count or "–") for count in counted), str(len(labels)))
