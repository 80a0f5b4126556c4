"""French alphabetical order of names, as the lists read on stage and printed on paper follow it."""

import re
import unicodedata

from vi_events.edition.text import fold

_ARTICLE = re.compile(r"^(?P<article>(?:Le|La|Les|Las|Los) |L['’])(?P<rest>.+)$")


def sort_key(name: str, *, article_last: bool = True) -> tuple[str, str, str, str]:
    """What ``sorted`` needs to order names.

    Word by word as in INSEE's lists (Saint-Nazaire before Saintes), hyphens and apostrophes being only spaces, Œ at
    OE. Accents count only between names otherwise the same, and from the end: cote, côte, coté, côté (A. LaBonté,
    « Règles du classement alphabétique en langue française »). With ``article_last`` Le Havre is at H, and its
    article is the last thing compared.
    """
    parts = _ARTICLE.match(name) if article_last else None
    article, rest = (parts["article"], parts["rest"]) if parts else ("", name)
    return fold(rest), _accents(rest)[::-1], rest, fold(article)


def _accents(name: str) -> str:
    """One character for each letter: its accent, or a space."""
    letters = name.casefold().replace("œ", "oe").replace("æ", "ae")
    marks: list[str] = []
    for char in unicodedata.normalize("NFD", letters):
        if unicodedata.combining(char) and marks:
            marks[-1] = char
        elif char.isalnum():
            marks.append(" ")
    return "".join(marks)
