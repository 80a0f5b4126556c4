"""A badge layout being changed: its text, what it makes, what is wrong with it, undo, and saving it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from vi_events.checkin.badge_elements import Layout
from vi_events.checkin.badge_layouts import layout_text, layouts, parse_layout, read_logos
from vi_events.checkin.badges import LAYOUTS, layouts_of
from vi_events.edition.models import CATEGORIES
from vi_events.errors import UserError
from vi_events.files import why, write_whole
from vi_events.sentences import say

_MOST_STEPS = 500
_LOGO_NAME = re.compile(r"[^\w -]+")


@dataclass(frozen=True, slots=True)
class _Step:
    """One state of the draft. ``layout`` is the last that the text made; ``group`` tells changes that undo as one."""

    text: str
    layout: Layout
    problem: UserError | None
    group: str = ""


class Draft:
    """A layout of an edition while somebody changes it. Nothing is written before ``save``."""

    def __init__(self, folder: Path, name: str, start: Layout, taken: Mapping[tuple[str, str], str]) -> None:
        """``folder`` is the edition's own layouts'; ``name`` the file's, empty while there is none; ``taken`` says
        which other file serves a category and a paper.
        """
        self.folder = folder
        self.name = name
        self._taken = taken
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._now = _Step("", start, None)
        text = (folder / name).read_text("utf-8-sig") if name else layout_text(start)
        self._now = self._made(text, start, "")
        self._saved = text

    @property
    def text(self) -> str:
        """The layout as TOML."""
        return self._now.text

    @property
    def layout(self) -> Layout:
        """What the text makes; while it makes nothing, what it made last."""
        return self._now.layout

    @property
    def problem(self) -> UserError | None:
        """Why it cannot be saved."""
        return self._now.problem

    @property
    def changed(self) -> bool:
        """Whether there is something to save."""
        return self.text != self._saved

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def set_text(self, text: str, group: str = "") -> None:
        """Takes a text as written. Changes that follow each other in one ``group`` are undone together."""
        if text != self.text:
            self._keep(self._made(text, self.layout, group))

    def set_layout(self, layout: Layout, group: str = "") -> None:
        """Takes a layout, be it wrong: then it can be put right, and not saved."""
        text = layout_text(layout)
        if text != self.text:
            self._keep(self._made(text, layout, group))

    def revert(self) -> None:
        """Goes back to the ready layout of this paper, for the same categories; may be undone."""
        self.set_layout(self._ready())

    def undo(self) -> None:
        if self._done:
            self._undone.append(self._now)
            self._now = self._done.pop()

    def redo(self) -> None:
        if self._undone:
            self._done.append(self._now)
            self._now = self._undone.pop()

    def save(self) -> None:
        """Writes the edition's file, whole or not at all; one that says what the ready layout says is removed
        instead. Raises UserError, of a layout with a problem its problem.
        """
        if self.problem is not None:
            raise self.problem
        name = self.name or self._free_name()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if self.layout == self._ready():
                (self.folder / name).unlink(missing_ok=True)
                name = ""
        except OSError as problem:
            raise UserError(
                "file_unwritable",
                say("Le dossier «\u202f{0}\u202f» ne se laisse pas écrire ({1}).", self.folder, why(problem)),
                "Vérifiez le disque et vos droits, puis enregistrez encore.",
            ) from problem
        if name:
            write_whole(self.folder / name, self.text.encode())
        self.name = name
        self._saved = self.text

    def add_logo(self, picture: Path) -> str:
        """Copies a PNG beside the layouts; returns the name that a layout gives it. Raises UserError."""
        try:
            content = picture.read_bytes()
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise UserError(
                "logo_unreadable",
                say("«\u202f{0}\u202f» ne se laisse pas copier ({1}).", picture.name, why(problem)),
                "Choisissez un autre fichier PNG.",
            ) from problem
        stem = _LOGO_NAME.sub("-", picture.stem).strip("-") or "logo"
        name, number = f"{stem}.png", 1
        # Another picture of that name may serve another layout.
        while (self.folder / name).exists() and (self.folder / name).read_bytes() != content:
            number += 1
            name = f"{stem}-{number}.png"
        write_whole(self.folder / name, content)
        return name

    # Inside

    def _made(self, text: str, before: Layout, group: str) -> _Step:
        """The step that ``text`` makes; while it is wrong, the layout is ``before``."""
        layout = before
        try:
            layout = parse_layout(text, self.name or "nouveau")
            layout = read_logos(layout, self.folder)
            self._require_free(layout)
        except UserError as problem:
            return _Step(text, layout, problem, group)
        return _Step(text, layout, None, group)

    def _require_free(self, layout: Layout) -> None:
        for category in layout.categories:
            if other := self._taken.get((category, layout.paper)):
                raise UserError(
                    "layout_invalid",
                    say(
                        "Modèle de badge «\u202f{0}\u202f», clé «\u202fcategories\u202f»\u202f: «\u202f{1}\u202f» sert "
                        "déjà «\u202f{2}\u202f» sur ce papier.",
                        layout.name,
                        other,
                        category,
                    ),
                    "Retirez cette catégorie ici, ou d’abord dans l’autre modèle.",
                )

    def _keep(self, step: _Step) -> None:
        if not (step.group and step.group == self._now.group and self._done):
            self._done = [*self._done[1 - _MOST_STEPS :], self._now]
        self._now = step
        self._undone.clear()

    def _ready(self) -> Layout:
        served = self.layout.categories
        return replace(layouts(None).for_category(served[0], self.layout.paper), categories=served)

    def _free_name(self) -> str:
        served = self.layout.categories
        stem = self.layout.paper if len(served) > 1 else f"{self.layout.paper}-{served[0]}"
        name, number = f"{stem}.toml", 1
        while (self.folder / name).exists():
            number += 1
            name = f"{stem}-{number}.toml"
        return name


def open_draft(edition_folder: Path, category: str, paper: str) -> Draft:
    """A draft of the layout in force for a category and a paper. A ready one is drafted for all the categories that
    it serves now.
    """
    known, ready = layouts_of(edition_folder), layouts(None)
    chosen = known.for_category(category, paper)
    own = {key: one.name for key, one in known.chosen.items() if one is not ready.for_category(*key)}
    name = own.get((category, paper), "")
    taken = {key: other for key, other in own.items() if other != name}
    if not name:
        served = tuple(each for each in CATEGORIES if (each, paper) not in own)
        chosen = replace(chosen, categories=served)
    return Draft(edition_folder / LAYOUTS, name, chosen, taken)


def line_of(problem: UserError, text: str) -> int:
    """The line of a layout's ``text`` that a problem is about, from 1; 0 when it is about none in particular."""
    if found := re.search(r"ligne (\d+), colonne", problem.message):
        return int(found[1])
    lines = text.splitlines()
    heads = [number for number, line in enumerate(lines) if line.strip().startswith("[[element]]")]
    element = re.search(r"élément (\d+)", problem.message)
    if element and int(element[1]) > len(heads):
        return 0
    start = heads[int(element[1]) - 1] if element else 0
    end = next((head for head in [*heads, len(lines)] if head > start), len(lines))
    if key := re.search(r"clé «\u202f(\w+)\u202f»", problem.message):
        written = re.compile(rf"\s*{key[1]}\s*=")
        for number in range(start, end):
            if written.match(lines[number]):
                return number + 1
    return start + 1 if element else 0
