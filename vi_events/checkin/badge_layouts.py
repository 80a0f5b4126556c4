"""Badge layouts: what stands on a badge and where, read from small TOML files that an organiser can change.

A layout is a paper, the categories it serves and a list of elements. Bands are at the head. Texts, rules and logos
are stacked in two columns: ``body`` flows down from the bands, ``foot`` stands on the lower edge, beside the QR code.
So nothing overlaps, whatever the texts (see badge.place). The ready layouts in assets/badges explain the grammar.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import MISSING, Field, dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image

from vi_events.checkin.badge_elements import (
    KINDS,
    PAPERS,
    Band,
    Element,
    Layout,
    Logo,
    Name,
    Qr,
    Stacked,
    Text,
    either,
    fixed_height,
)
from vi_events.checkin.qr import QUIET_MODULES, TICKET_MODULES
from vi_events.edition.models import CATEGORIES
from vi_events.errors import UserError
from vi_events.files import why
from vi_events.paths import ASSETS
from vi_events.sentences import say

READY = ASSETS / "badges"
_LARGEST_FILE, _LARGEST_LOGO_DOTS = 64_000, 16_000_000


@dataclass(frozen=True, slots=True)
class Layouts:
    """The layouts in force, and what is wrong with the files that were set aside."""

    chosen: dict[tuple[str, str], Layout]
    """By category and paper; never lacks one."""
    problems: tuple[UserError, ...] = ()

    def for_category(self, category: str, paper: str) -> Layout:
        """The layout of this category on ``paper`` (a key of ``PAPERS``)."""
        return self.chosen[category, paper]


def layouts(folder: Path | None) -> Layouts:
    """The ready layouts, replaced by those of an edition's ``folder`` category by category. A file that cannot be
    used is named in ``problems`` and the ready layout stays.
    """
    chosen, problems = dict(_ready()), []
    taken: dict[tuple[str, str], str] = {}
    for path in sorted(folder.glob("*.toml")) if folder else ():
        try:
            layout = _read(path)
            twice = [(taken[served], served) for served in _served(layout) if served in taken]
            if twice:
                raise _invalid(
                    path.name,
                    "categories",
                    say("«\u202f{0}\u202f» sert déjà «\u202f{1}\u202f» sur ce papier", twice[0][0], twice[0][1][0]),
                    say("Laissez chaque catégorie dans un seul fichier par papier."),
                )
        except UserError as problem:
            problems.append(problem)
            continue
        chosen.update(dict.fromkeys(_served(layout), layout))
        taken.update(dict.fromkeys(_served(layout), path.name))
    return Layouts(chosen, tuple(problems))


def parse_layout(text: str, name: str) -> Layout:
    """The layout that a TOML ``text`` describes; ``name`` is the file's, for messages. Its logos are not read.

    Raises UserError ``layout_invalid``.
    """
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as problem:  # a number of 5,000 digits, 500 brackets: not only TOML’s own
        found = re.search(r"line (\d+), column (\d+)", str(problem))
        place = f"ligne {found[1]}, colonne {found[2]}" if found else "fin du fichier"
        advice = say("Écrivez clé = valeur, les textes entre guillemets droits, et [[element]] avant chaque élément.")
        raise _invalid(name, place, say("écriture incomprise"), advice) from problem
    elements = table.pop("element", [])
    if not isinstance(elements, list) or not elements or not all(isinstance(one, dict) for one in elements):
        raise _invalid(
            name, "element", say("aucun élément"), say("Commencez chaque élément par une ligne [[element]].")
        )
    layout: Layout = _filled(Layout, table, name, "")
    layout = replace(
        layout,
        categories=layout.categories or CATEGORIES,
        elements=tuple(_element(one, name, number) for number, one in enumerate(elements, 1)),
        name=name,
    )
    for category in layout.categories:
        _check_room(layout, category)
    return layout


def layout_text(layout: Layout) -> str:
    """The layout as TOML, without comments; ``parse_layout`` reads it back the same."""
    parts = [_lines(layout)]
    for one in layout.elements:
        parts.append(f'[[element]]\nkind = "{type(one).__name__.lower()}"\n{_lines(one)}')
    return "\n".join(parts)


def read_logos(layout: Layout, folder: Path) -> Layout:
    """The layout with its logos, from the PNG files in ``folder``. Raises UserError ``layout_invalid``."""
    elements = tuple(
        replace(one, picture=_one_bit(folder / one.file, one, layout.name)) if isinstance(one, Logo) else one
        for one in layout.elements
    )
    return replace(layout, elements=elements)


@cache
def _ready() -> dict[tuple[str, str], Layout]:
    ready: dict[tuple[str, str], Layout] = {}
    for path in READY.glob("*.toml"):
        layout = _read(path)
        ready.update(dict.fromkeys(_served(layout), layout))
    return ready


def _served(layout: Layout) -> list[tuple[str, str]]:
    return [(category, layout.paper) for category in layout.categories]


def _read(path: Path) -> Layout:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST_FILE + 1)
        text = content.decode("utf-8-sig")
    except OSError as problem:
        raise _invalid(path.name, "fichier", why(problem), say("Vérifiez qu’il s’ouvre dans un éditeur.")) from problem
    except UnicodeDecodeError as problem:
        raise _invalid(path.name, "fichier", say("il n’est pas en UTF-8"), say("Enregistrez-le en UTF-8.")) from problem
    if len(content) > _LARGEST_FILE:
        raise _invalid(path.name, "fichier", "il est trop gros", say("Un modèle tient en quelques lignes."))
    return read_logos(parse_layout(text, path.name), path.parent)


def _element(table: dict[str, object], name: str, number: int) -> Element:
    kind = table.pop("kind", None)
    place = say("élément {0}", number)
    if not isinstance(kind, str) or kind not in KINDS:
        raise _invalid(
            name, say("{0}, clé «\u202fkind\u202f»", place), _said(kind), say("Écrivez {0}.", either(tuple(KINDS)))
        )
    element: Element = _filled(KINDS[kind], table, name, say("{0} ({1}), ", place, kind))
    if isinstance(element, Name | Text) and element.floor > element.size:
        advice = say("Écrivez au plus {0}, la valeur de «\u202fsize\u202f».", element.size)
        raise _invalid(
            name,
            say("{0} ({1}), clé «\u202ffloor\u202f»", place, kind),
            say("plus grand que «\u202fsize\u202f»"),
            advice,
        )
    return element


def _keys(kind: Any) -> Iterator[tuple[Field[Any], Any]]:
    """The keys that a file may give, each with its check."""
    for one in fields(kind):
        for check in getattr(one.type, "__metadata__", ()):
            yield one, check


def _filled(kind: type[Any], table: dict[str, Any], name: str, place: str) -> Any:
    checks = {key.name: check for key, check in _keys(kind)}
    for key, value in table.items():
        where = say("{0}clé «\u202f{1}\u202f»", place, key)
        if key not in checks:
            raise _invalid(name, where, say("elle n’existe pas"), say("Écrivez {0}.", either(tuple(checks))))
        if isinstance(value, list) and all(isinstance(word, str) for word in value):
            table[key] = value = tuple(value)
        if advice := checks[key].advice(value):
            raise _invalid(name, where, _said(value), advice)
    for key_field, check in _keys(kind):
        if key_field.name not in table and key_field.default is MISSING:
            where = say("{0}clé «\u202f{1}\u202f»", place, key_field.name)
            raise _invalid(name, where, "elle manque", check.advice(None))
    return kind(**table)


def _check_room(layout: Layout, category: str) -> None:
    """Refuses a layout whose columns have no room for texts, or that asks for what cannot be."""
    width, height = PAPERS[layout.paper]
    elements = layout.elements_for(category)
    codes = [one for one in elements if isinstance(one, Qr)]
    side = codes[0].module * TICKET_MODULES if codes else 0
    quiet = codes[0].module * QUIET_MODULES if codes else 0
    text_width = width - 2 * layout.margin
    above = sum(one.height for one in elements if isinstance(one, Band)) + layout.body_top
    below = max(layout.foot_height, side + quiet) + max(layout.margin_bottom, quiet) + layout.body_bottom
    wrong = ""
    if len(codes) > 1:
        wrong = "il a deux codes QR"
    elif layout.two_sided_fold and layout.paper == "a6":
        wrong = say("«\u202ftwo_sided_fold\u202f» ne va qu’aux rouleaux")
    elif (height - above - below) * 5 < height:
        wrong = say("il ne reste pas un cinquième de la hauteur aux noms")
    else:
        wrong = _column_problem("body", elements, (text_width, height - above - below)) or _column_problem(
            "foot", elements, (text_width - side - quiet, layout.foot_height)
        )
    if wrong:
        advice = say("Réduisez les hauteurs, les blancs («\u202fgap\u202f») ou le QR, ou retirez un élément.")
        raise _invalid(layout.name, say("badge «\u202f{0}\u202f»", category), wrong, advice)


def _column_problem(at: str, elements: tuple[Element, ...], room: tuple[int, int]) -> str:
    stacked = [one for one in elements if isinstance(one, Stacked) and one.at == at]
    width, height = room
    if stacked and (width < 80 or 2 * sum(one.gap + fixed_height(one) for one in stacked) > height):
        return say("il ne reste pas assez de place aux textes de «\u202f{0}\u202f»", at)
    if sum(one.share for one in stacked if isinstance(one, Name | Text)) > 100:
        return say("les parts («\u202fshare\u202f») de «\u202f{0}\u202f» dépassent 100", at)
    if any(one.width > width for one in stacked if isinstance(one, Logo)):
        return say("un logo est plus large que «\u202f{0}\u202f» ({1} points)", at, width)
    return ""


def _one_bit(path: Path, logo: Logo, name: str) -> Image.Image:
    """The PNG in black and white dots on white paper, as large as its place allows."""
    where = say("logo «\u202f{0}\u202f»", path.name)
    try:
        with Image.open(path, formats=("PNG",)) as picture:
            if picture.width * picture.height > _LARGEST_LOGO_DOTS:
                raise _invalid(name, where, "il est trop grand", say("Réduisez-le à 2000 points de côté."))
            drawn = picture.convert("RGBA")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as problem:
        raise _invalid(
            name,
            where,
            say("il manque ou n’est pas un PNG"),
            say("Mettez-le à côté du modèle, ou retirez cet élément."),
        ) from problem
    paper = Image.new("RGBA", drawn.size, "white")
    paper.alpha_composite(drawn)
    scale = min(logo.width / drawn.width, logo.height / drawn.height)
    size = (max(1, round(drawn.width * scale)), max(1, round(drawn.height * scale)))
    return paper.convert("L").resize(size, Image.Resampling.LANCZOS).convert("1").convert("L")


def _lines(kind: Any) -> str:
    lines = []
    for key, _ in _keys(kind):
        value = getattr(kind, key.name)
        if value != key.default:
            # JSON writes texts, numbers, flags and lists as TOML does.
            lines.append(f"{key.name} = {json.dumps(value, ensure_ascii=False)}\n")
    return "".join(lines)


def _said(value: object) -> str:
    return say("elle manque") if value is None else say("«\u202f{0}\u202f» ne convient pas", str(value)[:40])


def _invalid(name: str, place: str, problem: str, advice: str) -> UserError:
    return UserError(
        "layout_invalid", say("Modèle de badge «\u202f{0}\u202f», {1}\u202f: {2}.", name, place, problem), advice
    )
