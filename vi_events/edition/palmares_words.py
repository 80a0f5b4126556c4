"""What the cells of a palmarès mean: levels, kinds, lists. Pure rules."""

import re

from vi_events.edition.text import fold

_NUMBERS = {
    "zero": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5,
    "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
}  # fmt: skip
_LEVEL_WORDS = frozenset({"niveau", "level", "label", "arobase", "arobases", "s"})
_WHOLE = re.compile(r"([-−]?)\s*(\d{1,9})(?:[.,]0+)?")
_NOT_LEVEL = re.compile(r"[^\w\s@()’'°:]")
_NONE = frozenset({"0", "zero", "aucun", "aucune", "neant", "nouveau", "nouvelle"})
_KINDS = {
    "village": "village villages",
    "ville": "ville villes town city",
    "territoire": "territoire territoires territory intercommunalite intercommunalites epci metropole agglomeration",
    "autre": "autre autres other",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_SEPARATORS = re.compile(r"\s*[;/|]\s*")


def level_of(text: str) -> int | None:
    """The number that « 4 », « 4@ », « @@@@ » or « quatre arobases » means, in range or not; None: not a number."""
    # A spreadsheet guards a cell that begins like a formula with an apostrophe.
    text = text.strip().lstrip("'’").strip()
    bare = text.replace(" ", "")
    if bare and not bare.strip("@"):
        return len(bare)
    whole = _WHOLE.fullmatch(text.strip("@ "))
    if whole:
        return -int(whole[2]) if whole[1] else int(whole[2])
    if _NOT_LEVEL.search(text):
        return None
    words = [word for word in fold(text.replace("@", " arobases ")).split() if word not in _LEVEL_WORDS]
    if len(words) != 1:
        return None
    return int(words[0]) if words[0].isdecimal() and len(words[0]) < 10 else _NUMBERS.get(words[0])


def is_no_level(text: str) -> bool:
    """Whether a cell says that there was no level: empty, a dash, « aucun », zero."""
    return not text.strip(" -–—") or fold(text) in _NONE


def kind_of(text: str) -> str | None:
    """One of palmares.KINDS; an empty cell is « autre », an unknown word is None."""
    folded = fold(text)
    return _KIND_OF.get(folded) if folded else "autre"


def parts_of(text: str) -> tuple[str, ...]:
    """The things that a cell lists between « ; », « / » or « | », each once."""
    return tuple(dict.fromkeys(part for part in _SEPARATORS.split(text.strip()) if part))
