"""The pages that OBS shows, put together from templates, style and fonts. No network here.

A designer's copy of assets/overlays, in the edition's folder, is used file by file: its templates (``award.html``…),
``overlays.css``, fonts and pictures. Scripts are always the bundled ones. A file that cannot be used is replaced by
the bundled one, and ``problems`` says so.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from vi_events.paths import ASSETS
from vi_events.sentences import say
from vi_events.webtv.overlays import KINDS, STAGE_KINDS
from vi_events.webtv.template_check import css_fault, html_fault

BUNDLED = ASSETS / "overlays"
ALL = "all"
_STYLE = "overlays.css"
_SCRIPTS = ("overlays.js", "link.js", "kinds.js", "fitting.js", "preview.js", "preview.css")
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".woff2": "font/woff2",
}
_THEIRS = (".css", ".png", ".jpg", ".webp", ".svg", ".ttf", ".woff2")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}(\.[a-z0-9]{2,5})")
_LARGEST_TEXT, _LARGEST_ASSET = 128_000, 8_000_000


@dataclass(frozen=True, slots=True)
class OverlayTheme:
    """The look of an edition. Colours ``#RRGGBB``; fonts are paths of TrueType files; ``header`` heads the slate and
    ``logo``, a PNG path, may be empty. The times are those of the reveal on the public screen, in milliseconds.
    """

    background: str
    arobase: str
    ink: str
    soft: str
    note: str
    rehearsal: str
    name_font: str
    condensed_font: str
    text_font: str
    strong_font: str
    suspense_ms: int
    arobase_ms: int
    name_ms: int
    details_ms: int
    header: str = ""
    logo: str = ""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file to serve, with its media type."""

    body: bytes
    media_type: str


class Pages:
    """Reads templates at each demand, so that a designer only has to reload the page."""

    def __init__(self, theme: OverlayTheme, folder: Path | None) -> None:
        self._theme = theme
        self._folder = folder
        self._faults: Mapping[str, str] = {}
        self._fonts = {
            "font-name.ttf": theme.name_font,
            "font-condensed.ttf": theme.condensed_font,
            "font-text.ttf": theme.text_font,
            "font-strong.ttf": theme.strong_font,
        }
        for kind in KINDS:
            self._template(kind)
        self._text(_STYLE, css_fault)

    @property
    def problems(self) -> tuple[str, ...]:
        """One sentence for each file of the designer's that is not used. From any thread."""
        return tuple(self._faults.values())

    def overlay_page(self, shown: Sequence[str]) -> str:
        """The page that paints the overlays ``shown``. It lays out all of them: pages of one kind each, one above the
        other in OBS, keep clear of each other like on the page of all.
        """
        settings = {
            "page": ALL if tuple(shown) == KINDS else ",".join(shown),
            "shown": list(shown),
            "stage_kinds": list(STAGE_KINDS),
            "header": self._theme.header,
            "logo": "assets/logo.png" if self._theme.logo else "",
        }
        templates = "".join(f'<template data-kind="{kind}">{self._template(kind)}</template>\n' for kind in KINDS)
        return _filled("page.html", settings=_json_block("settings", settings), templates=templates)

    def preview(self) -> str:
        """The designer's page: plays every kind, with the hardest names, over pictures."""
        samples = json.loads((BUNDLED / "samples.json").read_text(encoding="utf-8"))
        self.overlay_page(KINDS)
        problems = "".join(f"<li>{escape(problem)}</li>" for problem in self.problems)
        return _filled("preview.html", samples=_json_block("samples", samples), problems=problems)

    def asset(self, name: str) -> Asset | None:
        """A script, style, font or picture by its plain name; None when there is no such thing to be had."""
        found = _NAME.fullmatch(name)
        media_type = _TYPES.get(found[1]) if found else None
        if media_type is None:
            return None
        if name == "theme.css":
            return Asset(self._theme_css().encode(), media_type)
        if name == _STYLE:
            return Asset(self._text(_STYLE, css_fault).encode(), media_type)
        body = self._bytes(name)
        return None if body is None else Asset(body, media_type)

    def _bytes(self, name: str) -> bytes | None:
        if name in _SCRIPTS:
            return (BUNDLED / name).read_bytes()
        path = self._fonts.get(name) or (self._theme.logo if name == "logo.png" else "")
        if path:
            return _read(Path(path), Path(path).parent)
        if self._folder is not None and name.endswith(_THEIRS):
            return _read(self._folder / name, self._folder)
        return None

    def _template(self, kind: str) -> str:
        return self._text(f"{kind}.html", lambda text: html_fault(kind, text))

    def _text(self, name: str, fault_of: Callable[[str], str]) -> str:
        """The designer's file when it can be used, else the bundled one."""
        self._faults = {key: fault for key, fault in self._faults.items() if key != name}
        theirs = self._folder / name if self._folder else None
        if theirs is not None and theirs.exists():
            text, fault = _their_text(theirs)
            fault = fault or fault_of(text)
            if not fault:
                return text
            said = say("Habillage, fichier «\u202f{0}\u202f»\u202f: {1}. Celui du logiciel le remplace.", name, fault)
            self._faults = {**self._faults, name: said}
        return (BUNDLED / name).read_text(encoding="utf-8")

    def _theme_css(self) -> str:
        theme = self._theme
        faces = (
            ("VI Name", "font-name.ttf"),
            ("VI Condensed", "font-condensed.ttf"),
            ("VI Text", "font-text.ttf"),
            ("VI Strong", "font-strong.ttf"),
        )
        colors = ("background", "arobase", "ink", "soft", "note", "rehearsal")
        times = ("suspense", "arobase", "name", "details")
        lines = [f'@font-face {{ font-family: "{family}"; src: url("{file}"); }}' for family, file in faces]
        values = [f"--{name}: {getattr(theme, name)};" for name in colors]
        values += [f"--{name}-time: {getattr(theme, f'{name}_ms')}ms;" for name in times]
        return "\n".join([*lines, ":root {", *values, "}", ""])


def _their_text(path: Path) -> tuple[str, str]:
    """What a designer's file says, or what is wrong with it."""
    body = _read(path, path.parent)
    if body is None:
        return "", "il ne peut pas être lu"
    if len(body) > _LARGEST_TEXT:
        return "", "il est trop gros (128 Ko au plus)"
    try:
        return body.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        return "", "il n’est pas en UTF-8"


def _read(path: Path, folder: Path) -> bytes | None:
    """The file, unless it is too large or a link leads out of ``folder``."""
    try:
        whole = path.resolve(strict=True)
        if whole.parent != folder.resolve() or not whole.is_file() or whole.stat().st_size > _LARGEST_ASSET:
            return None
        return whole.read_bytes()
    except OSError:
        return None


def _filled(name: str, **parts: str) -> str:
    """A bundled page with each ``<!-- part -->`` replaced."""
    page = (BUNDLED / name).read_text(encoding="utf-8")
    return re.sub(r"<!-- (\w+) -->", lambda found: parts[found[1]], page)


def _json_block(name: str, value: object) -> str:
    """JSON inside HTML: ``<`` is escaped, so that no text can close the block."""
    body = json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/json" id="{name}">{body}</script>'
