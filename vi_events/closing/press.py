"""The press and open data: the announced palmarès as tables, sheets by region, maps, pictures, chapters of the replay.

Everything comes from the journal: what is under embargo, was withdrawn or belongs to a rehearsal is not there.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vi_events import app
from vi_events.closing import outlines, press_pictures
from vi_events.closing.drawing import Drawing, png, svg
from vi_events.closing.labels import Label, labels, open_data
from vi_events.closing.region_sheets import About, write_overview, write_region
from vi_events.closing.regions import ABROAD, by_department, number, regions
from vi_events.edition import programme
from vi_events.edition.dates import long_days
from vi_events.edition.exporting import write_rows
from vi_events.edition.programme import Edition
from vi_events.edition.reference import Reference, load_reference
from vi_events.edition.text import FREE, fold
from vi_events.errors import UserError
from vi_events.files import make_folders, write_whole
from vi_events.journal.store import Store
from vi_events.stage.engine import SHOW
from vi_events.stage.theme import Theme, theme_or_default
from vi_events.webtv import chapters
from vi_events.webtv.overlays import WEBTV

REGIONS, NETWORKS = "regions", "reseaux"
LICENCE = "Licence Ouverte 2.0 (Etalab), https://www.etalab.gouv.fr/licence-ouverte-open-licence"
_DEMO = "Édition de démonstration\u202f: une partie des niveaux est inventée, ne publiez pas ces fichiers."
_COLUMNS = {
    "code": "code INSEE d’une commune, SIREN d’un groupement, dep-33, reg-75, ou libre-… hors de la liste officielle",
    "name": "nom de la collectivité",
    "kind": "territoire, village, ville ou autre",
    "department, department_name": "code et nom du département",
    "region, region_name": "code et nom de la région",
    "country": "pays, hors de France",
    "level": "arobases, de 1 à 5",
    "previous_level": "arobases à la participation précédente\u202f; vide si c’est inconnu",
    "first_participation": "première participation (oui ou non)",
    "mentions, distinctions": "séparées par «\u202f|\u202f»",
    "member_communes": "communes membres, pour un groupement de la liste officielle",
    "announced_at": "instant de l’annonce sur scène (ISO 8601)",
}


@dataclass(frozen=True, slots=True)
class _Source:
    """What is published, read once."""

    edition: Edition
    header: str
    theme: Theme
    reference: Reference
    labels: tuple[Label, ...]
    chapters: tuple[chapters.Chapter, ...]


def write_press(folder: Path, out: Path) -> tuple[Path, ...]:
    """Writes all that the press may have of the edition in ``folder`` into ``out`` (made if need be); returns the
    files. Without any announced label: only the chapters, if there are any.

    What an earlier call wrote of a label withdrawn since is removed. Works beside the program that holds the edition.
    Raises UserError ``file_unwritable``.
    """
    source = _read(folder)
    make_folders(out, out / REGIONS, out / NETWORKS)
    written = tuple(_written(source, out))
    for path in _former(out, source.reference):
        if path not in written:
            path.unlink(missing_ok=True)
    for emptied in (out / REGIONS, out / NETWORKS):
        if not any(emptied.iterdir()):
            emptied.rmdir()
    return written


def write_chapters(folder: Path, out: Path) -> tuple[Path, ...]:
    """Writes only the chapters of the replay, which the press gets too; returns the files. Raises UserError
    ``chapters_none`` or ``file_unwritable``.
    """
    source = _read(folder)
    if not source.chapters:
        raise UserError(
            "chapters_none",
            "Il n’y a aucun chapitre\u202f: rien n’est passé à l’antenne.",
            "Ils se font d’eux-mêmes pendant le spectacle, à chaque annonce et à chaque repère.",
        )
    make_folders(out)
    return tuple(_write_chapters(source, out))


def _read(folder: Path) -> _Source:
    reference = load_reference()
    theme, _ = theme_or_default(folder)
    with app.read_edition(folder) as store:
        edition = programme.read_edition(store)
        found = labels(store, reference)
        parts = _chapters(store, found)
    header = theme.header or app.about(edition, folder).header
    return _Source(edition, f"Démonstration · {header}" if edition.demo else header, theme, reference, found, parts)


def _chapters(store: Store, found: Sequence[Label]) -> tuple[chapters.Chapter, ...]:
    """Without those of labels that were withdrawn: their title says the level."""
    standing = {label.authority.id for label in found}
    known = chapters.chapters([*store.entries_of(WEBTV), *store.entries_of(SHOW)])
    return tuple(each for each in known if not each.authority_id or each.authority_id in standing)


def _written(source: _Source, out: Path) -> Iterator[Path]:
    if source.labels:
        yield from _tables(source, out)
        yield from _sheets(source, out)
        yield from _networks(source, out / NETWORKS)
    if source.chapters:
        yield from _write_chapters(source, out)


def _write_chapters(source: _Source, out: Path) -> Iterator[Path]:
    yield _table(out / "chapitres.csv", chapters.rows(source.chapters))
    streamed = any(each.stream_s is not None for each in source.chapters)
    if streamed or any(each.record_s is not None for each in source.chapters):
        described = chapters.youtube(source.chapters, "stream" if streamed else "record")
        yield _file(out / "chapitres-youtube.txt", described.encode())


def _tables(source: _Source, out: Path) -> Iterator[Path]:
    rows = [open_data(label) for label in source.labels]
    yield _table(out / "palmares.json", rows)
    yield _table(out / "palmares.csv", [{name: _cell(value) for name, value in row.items()} for row in rows])
    yield _file(out / "LISEZ-MOI.txt", _read_me(source).encode())


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return "|".join(value)
    return ("non", "oui")[value] if isinstance(value, bool) else value


def _read_me(source: _Source) -> str:
    edition = source.edition
    lines = [
        f"{edition.title}, {edition.place}, {long_days(edition.date, edition.until)}",
        *([_DEMO] if edition.demo else []),
        "",
        f"{len(source.labels)} labels annoncés sur scène. Les mêmes données dans palmares.csv et palmares.json\u202f:",
        *(f"- {name}\u202f: {said}" for name, said in _COLUMNS.items()),
        "",
        f"Données\u202f: {LICENCE}.",
        "Noms et codes des collectivités\u202f: INSEE et DGCL, Licence Ouverte 2.0.",
        f"{outlines.CREDIT[:-1]}, domaine public.",
    ]
    return "\r\n".join(lines) + "\r\n"


def _sheets(source: _Source, out: Path) -> Iterator[Path]:
    edition, found = source.edition, regions(source.labels)
    said = [_DEMO] if edition.demo else []
    counted = f"Chiffres comptés d’après les labels annoncés sur scène. {outlines.CREDIT} Licence Ouverte 2.0."
    about = About(f"{edition.title}, {long_days(edition.date, edition.until)}", " ".join([*said, counted]))
    drawing = _map(source)
    picture = png(drawing)
    yield _file(out / "carte.png", picture)
    yield _file(out / "carte.svg", svg(drawing, f"Collectivités labellisées par département. {source.header}"))
    path = out / REGIONS / "00-france.pdf"
    write_overview(path, found, picture, about)
    yield path
    for region in found:
        path = out / REGIONS / f"{region.code}-{fold(region.name).replace(' ', '-')}.pdf"
        write_region(path, region, source.reference, about)
        yield path


def _map(source: _Source) -> Drawing:
    known = source.reference.region_departments
    inside = {department: code for code, departments in known.items() for department in departments}
    counted = by_department(source.labels)
    beside = {label.department.name for label in source.labels if not outlines.is_on_map(label.authority.department)}
    aside = [f"{name} ({sum(label.department.name == name for label in source.labels)})" for name in sorted(beside)]
    title = number(len(source.labels), "collectivité labellisée", "collectivités labellisées")
    return outlines.france_map(counted, title, source.header, aside, inside)


def _networks(source: _Source, folder: Path) -> Iterator[Path]:
    year, rows = source.edition.date[:4], []
    for label in source.labels:
        path = folder / f"{label.authority.id}.png"
        yield _file(path, press_pictures.picture(label, source.header, source.theme))
        rows.append(
            {
                "code": label.authority.id,
                "authority": label.authority.name,
                "picture": path.name,
                "text": press_pictures.text(label, source.reference, year),
                "alt": press_pictures.alternative(label),
            }
        )
    yield _table(folder / "textes.csv", rows)


def _former(out: Path, reference: Reference) -> Iterator[Path]:
    """What a call may have written before this one, by its name; other files are not ours."""
    names = ("palmares.json", "palmares.csv", "LISEZ-MOI.txt", "carte.png", "carte.svg", "chapitres.csv")
    yield from (out / name for name in (*names, "chapitres-youtube.txt", f"{NETWORKS}/textes.csv"))
    codes = {"00", ABROAD, *reference.region_departments}
    yield from (path for path in (out / REGIONS).glob("*-*.pdf") if path.name.partition("-")[0] in codes)
    known = frozenset(reference.ids)
    for path in (out / NETWORKS).glob("*.png"):
        if path.stem in known or path.stem.startswith(FREE):
            yield path


def _table(path: Path, rows: Sequence[Mapping[str, Any]]) -> Path:
    write_rows(path, [dict(row) for row in rows])
    return path


def _file(path: Path, content: bytes) -> Path:
    write_whole(path, content)
    return path
