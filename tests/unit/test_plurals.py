"""What is counted is written as in French, and no text leaves the choice to whoever reads it."""

import re
from pathlib import Path

import vi_events
from vi_events.edition.text import counted

_EITHER = re.compile(r"[a-zéè]\((?:s|e|es|x|nt)\)(?=[\s.,:\"'’\\])")


def test_zero_and_one_are_singular() -> None:
    assert [counted(number, "ligne") for number in (0, 1, 2)] == ["0 ligne", "1 ligne", "2 lignes"]
    assert counted(3, "nom complet", "noms complets") == "3 noms complets"


def test_no_text_says_both_the_one_and_the_many() -> None:
    for path in Path(vi_events.__file__).parent.rglob("*.py"):
        lines = path.read_text(encoding="utf-8").splitlines()
        said = [line for line in lines if '"' in line and _EITHER.search(line)]
        assert not said, f"{path.name}: {said[:3]}"
