"""The theme of the public screen: ``theme.toml`` in the folder of an edition, else the one in assets/themes.

A theme is colours, fonts, a logo and the line that heads every card; assets/themes/default.toml explains each key.
"""

import hashlib
import io
import json
import re
import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image, ImageFont, UnidentifiedImageError

from vi_events.errors import UserError
from vi_events.files import write_whole
from vi_events.paths import ASSETS
from vi_events.sentences import quoted, say
from vi_events.typesetting.metrics import Fonts

FILE = "theme.toml"
LEAST_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3."""
_DEFAULT = ASSETS / "themes" / "default.toml"
_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")
_LARGEST_FILE, _LARGEST_LOGO_PX, _LOGO_PX = 64_000, 16_000_000, 1000


@dataclass(frozen=True, slots=True)
class Colors:
    """Each ``#RRGGBB``."""

    background: str
    arobase: str
    ink: str
    soft: str
    note: str
    rehearsal: str


@dataclass(frozen=True, slots=True)
class Theme:
    """How the public screen looks. ``header`` and ``logo`` (a PNG path) may be empty."""

    colors: Colors
    fonts: Fonts
    header: str = ""
    logo: str = ""


@cache
def default_theme() -> Theme:
    """The bundled theme."""
    return _parse(_DEFAULT, None)


def load_theme(folder: Path) -> Theme:
    """The theme of the edition in ``folder``, the bundled one when it has none.

    Raises UserError ``theme_invalid``, which names the key and says what to write.
    """
    path = folder / FILE
    return _parse(path, default_theme()) if path.exists() else default_theme()


def theme_or_default(folder: Path) -> tuple[Theme, UserError | None]:
    """The theme of the edition in ``folder``; the bundled one, and why, when it cannot be read."""
    try:
        return load_theme(folder), None
    except UserError as problem:
        return default_theme(), problem


def save_theme(folder: Path, theme: Theme) -> None:
    """Makes ``theme`` that of the edition in ``folder``; the bundled one needs no file. Raises UserError."""
    path, ready = folder / FILE, default_theme()
    if theme == ready:
        path.unlink(missing_ok=True)
        return
    lines = [f"header = {_toml(theme.header)}", f"logo = {_toml(Path(theme.logo).name)}", "", "[colors]"]
    lines += [f"{one.name} = {_toml(getattr(theme.colors, one.name))}" for one in fields(Colors)]
    others = [one.name for one in fields(Fonts) if getattr(theme.fonts, one.name) != getattr(ready.fonts, one.name)]
    if others:
        lines += ["", "[fonts]", *(f"{name} = {_toml(Path(getattr(theme.fonts, name)).name)}" for name in others)]
    write_whole(path, "\n".join([*lines, ""]).encode())


def take_logo(folder: Path, source: Path) -> str:
    """Copies a picture into ``folder`` as a PNG that a screen needs no larger; gives its path. Raises UserError."""
    try:
        with Image.open(source, formats=("PNG", "JPEG", "WEBP")) as picture:
            if picture.width * picture.height > _LARGEST_LOGO_PX:
                raise _large_logo(source.name, f" ({picture.width} × {picture.height} pixels)")
            picture.thumbnail((_LOGO_PX, _LOGO_PX))
            content = io.BytesIO()
            picture.convert("RGBA").save(content, "PNG", optimize=True)
    except Image.DecompressionBombError as problem:
        raise _large_logo(source.name) from problem
    except UnidentifiedImageError as problem:
        what = say("ce n’est pas une image PNG, JPEG ou WebP")
        raise _no_logo(source.name, what, say("Choisissez un autre fichier.")) from problem
    except (OSError, ValueError, SyntaxError) as problem:
        what = say("le fichier ne se lit pas")
        raise _no_logo(
            source.name, what, say("Vérifiez qu’il s’ouvre ailleurs, ou choisissez-en un autre.")
        ) from problem
    # Named after what it shows: the logo before stays, for whoever goes back to it.
    path = folder / f"logo-{hashlib.sha256(content.getvalue()).hexdigest()[:8]}.png"
    write_whole(path, content.getvalue())
    return str(path)


def contrast(one: str, other: str) -> float:
    """From 1 to 21 (WCAG 2.2, « contrast ratio »), between two ``#RRGGBB``."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def weak_contrasts(theme: Theme) -> tuple[tuple[str, float], ...]:
    """The colours of text that do not stand out from the background, each with its contrast, below 4.5."""
    texts = {one.name: getattr(theme.colors, one.name) for one in fields(Colors) if one.name != "background"}
    found = {name: contrast(value, theme.colors.background) for name, value in texts.items()}
    return tuple((name, ratio) for name, ratio in found.items() if ratio < LEAST_CONTRAST)


def _parse(path: Path, base: Theme | None) -> Theme:
    table = _table(path)
    colors, fonts = _section(table, "colors"), _section(table, "fonts")
    _only(table, ("header", "logo", "colors", "fonts"), "")
    _only(colors, tuple(one.name for one in fields(Colors)), "colors.")
    _only(fonts, tuple(one.name for one in fields(Fonts)), "fonts.")
    known = {one.name: getattr(base.colors, one.name) if base else "" for one in fields(Colors)}
    known_fonts = {one.name: getattr(base.fonts, one.name) if base else "" for one in fields(Fonts)}
    return Theme(
        Colors(**known | {key: _color(value, key) for key, value in colors.items()}),
        Fonts(**known_fonts | {key: _font(value, key, path.parent) for key, value in fonts.items()}),
        _words(table.get("header", base.header if base else ""), "header"),
        _logo(table.get("logo", ""), path.parent),
    )


def _table(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST_FILE + 1)
        if len(content) > _LARGEST_FILE:
            raise _invalid("fichier", "il est trop gros", say("Un thème tient en quelques lignes."))
        return tomllib.loads(content.decode("utf-8-sig"))
    except OSError as problem:
        raise _invalid(
            "fichier", say("il ne peut pas être lu"), say("Vérifiez qu’il s’ouvre dans un éditeur.")
        ) from problem
    except UnicodeDecodeError as problem:
        raise _invalid("fichier", say("il n’est pas en UTF-8"), say("Enregistrez-le en UTF-8.")) from problem
    except tomllib.TOMLDecodeError as problem:
        found = re.search(r"line (\d+), column (\d+)", str(problem))
        place = f"ligne {found[1]}, colonne {found[2]}" if found else "fin du fichier"
        advice = say("Écrivez clé = valeur, les textes entre guillemets droits.")
        raise _invalid(place, say("écriture incomprise"), advice) from problem


def _section(table: dict[str, Any], name: str) -> dict[str, Any]:
    found = table.get(name, {})
    if not isinstance(found, dict):
        raise _invalid(_key(name), say("ce n’est pas une section"), say("Écrivez [{0}] seul sur une ligne.", name))
    return found


def _only(table: dict[str, Any], known: tuple[str, ...], place: str) -> None:
    for key in table:
        if key not in known:
            raise _invalid(
                _key(place + key), say("elle n’existe pas"), say("Les clés possibles sont {0}.", ", ".join(known))
            )


def _color(value: object, key: str) -> str:
    if not isinstance(value, str) or not _COLOR.fullmatch(value):
        raise _invalid(_key(f"colors.{key}"), _said(value), say('Écrivez une couleur comme "#0C1730".'))
    return value.upper()


def _font(value: object, key: str, folder: Path) -> str:
    place = _key(f"fonts.{key}")
    for path in (_beside(value, place, folder), _beside(value, place, ASSETS / "fonts")):
        if path.is_file():
            try:
                ImageFont.truetype(path, 24)
            except OSError as problem:
                raise _invalid(
                    place, say("ce n’est pas une police"), say("Placez là un fichier TrueType (.ttf).")
                ) from problem
            return str(path)
    raise _invalid(place, say("{0} est introuvable", _said(value)), say("Placez ce fichier .ttf à côté de theme.toml."))


def _logo(value: object, folder: Path) -> str:
    if value == "":
        return ""
    place = _key("logo")
    path = _beside(value, place, folder)
    try:
        with Image.open(path, formats=("PNG",)) as picture:
            small = picture.width * picture.height <= _LARGEST_LOGO_PX
            if small:
                picture.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as problem:
        raise _invalid(
            place, say("{0} n’est pas une image PNG lisible", _said(value)), say("Placez-la à côté.")
        ) from problem
    if not small:
        raise _invalid(place, say("l’image est trop grande"), say("Réduisez-la à 1000 pixels de large."))
    return str(path)


def _beside(value: object, place: str, folder: Path) -> Path:
    if not isinstance(value, str) or not value or Path(value).name != value or "\\" in value:
        raise _invalid(place, _said(value), say("Écrivez un simple nom de fichier, sans dossier."))
    return folder / value


def _words(value: object, key: str) -> str:
    if not isinstance(value, str) or len(value) > 120 or not (value.isprintable() or "\u202f" in value):
        raise _invalid(_key(key), _said(value), say("Écrivez un texte de 120 caractères au plus, sur une ligne."))
    return value


def _luminance(color: str) -> float:
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _toml(text: str) -> str:
    """A TOML string: JSON writes the same for what is printable."""
    return json.dumps(text, ensure_ascii=False)


def _no_logo(name: str, what: str, advice: str) -> UserError:
    return UserError(
        "logo_invalid", say("«\u202f{0}\u202f» ne peut pas servir de logo\u202f: {1}.", name, what), advice
    )


def _large_logo(name: str, size: str = "") -> UserError:
    what = say("l’image est trop grande{0}", size)
    return _no_logo(name, what, say("Réduisez-la à 1000 pixels de large, puis choisissez-la de nouveau."))


def _key(name: str) -> str:
    return say("clé «\u202f{0}\u202f»", name)


def _said(value: object) -> str:
    return quoted(str(value)[:60])


def _invalid(place: str, what: str, advice: str) -> UserError:
    return UserError("theme_invalid", say("Le thème de l’écran public, {0}\u202f: {1}.", place, what), advice)
