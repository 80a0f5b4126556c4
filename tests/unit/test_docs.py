"""The pages say what is true: their links lead somewhere, their commands parse, their French is well set."""

import re
import runpy
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from vi_events.checkin.views import VERDICTS, ScanResult
from vi_events.cli import parser
from vi_events.ui.checkin.wording import wording

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("assets/**/*.md")])
FRENCH = [page for page in PAGES if page.parent.name == "guide"] + [ROOT / "README.md"]
IMAGES = ROOT / "docs" / "images"
CHOSEN = runpy.run_path(str(ROOT / "docs" / "pictures.py"))["CHOSEN"]

_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_COMMAND = re.compile(r"(?:vi-events|(?:python3|py -3) start\.py)(?= |$)[^`\n]*")
_NOT_PARSED = re.compile(r"\s+(?:[|<>]|\s{2,}\S).*")
"""What follows a command on its line: a pipe, a redirection, or words two spaces further."""


def _names(paths: list[Path]) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in paths]


def _prose(page: Path) -> str:
    """A page without its code; of a page in two languages, the French part."""
    text = page.read_text(encoding="utf-8").partition("## In English")[0]
    lines = [line for line in text.split("\n") if not line.startswith("    ")]
    return re.sub(r"`[^`]*`", "``", "\n".join(lines))


def _links(page: Path) -> Iterator[str]:
    for link in _LINK.findall(page.read_text(encoding="utf-8")):
        if not re.match(r"[a-z]+:", link):
            yield link


def _anchors(page: Path) -> set[str]:
    """The anchors of a page's titles, as GitHub makes them."""
    titles = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.replace("\u202f", "").lower()).replace(" ", "-") for title in titles}


def _commands() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        pieces = re.findall(r"`([^`\n]+)`", text) + [line.strip() for line in text.split("\n") if line[:4] == "    "]
        for piece in pieces:
            if _COMMAND.fullmatch(piece):
                yield page.name, _NOT_PARSED.sub("", piece).strip()


@pytest.mark.parametrize("page", PAGES, ids=_names(PAGES))
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in _links(page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{page.name}: {link}"
        assert not anchor or anchor in _anchors(target), f"{page.name}: {link}"


def test_pages_show_the_pictures_that_are_made_and_no_other() -> None:
    shown = {Path(link).stem for page in PAGES for link in _links(page) if "images/" in link}
    assert shown == set(CHOSEN)


def test_no_picture_is_left_from_before() -> None:
    assert {path.stem for path in IMAGES.glob("*.png")} == set(CHOSEN)


def test_every_command_line_of_the_pages_parses() -> None:
    verbs = set(re.findall(r"start\.py (\w+)", (ROOT / "start.py").read_text(encoding="utf-8")))
    seen = 0
    for page, line in _commands():
        words = shlex.split(line)
        words = words[words.index("start.py") + 1 :] if "start.py" in words else ["cli", *words[1:]]
        verb = words[0] if words else "cli"
        assert verb in verbs, f"{page}: {line}"
        if verb == "cli":
            seen += 1
            try:
                parser().parse_args(words[1:])
            except SystemExit:
                pytest.fail(f"{page}: {line}")
    assert seen > 15


def test_every_file_named_in_a_recipe_is_there() -> None:
    recipes = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for path in re.findall(r"(?:tests|vi_events|assets|docs)/[\w/]+\.py", recipes):
        assert (ROOT / path).is_file(), path


def test_every_verdict_is_explained_to_the_reception() -> None:
    guide = (ROOT / "docs" / "guide" / "accueil.md").read_text(encoding="utf-8")
    titles = [wording(ScanResult(verdict, 0, "")).title for verdict in VERDICTS]
    assert [title for title in titles if f"**{title}" not in guide] == []


@pytest.mark.parametrize("page", PAGES, ids=_names(PAGES))
def test_no_page_names_a_place_of_this_computer(page: Path) -> None:
    forbidden = r"(?<![\w.])/(?:tmp|opt|root|var|Users)/|localhost:\d"
    assert re.search(forbidden, page.read_text(encoding="utf-8")) is None


@pytest.mark.parametrize("page", FRENCH, ids=_names(FRENCH))
def test_french_is_set_as_it_should(page: Path) -> None:
    prose = _prose(page)
    assert re.findall(r"\w'\w", prose) == [], "straight apostrophe"
    assert re.findall(r".{12} [;:!?](?=[\s*)]|$)", prose, re.MULTILINE) == [], "breaking space before punctuation"
    assert re.findall(r"« .{12}|.{12} »", prose) == [], "breaking space inside guillemets"
