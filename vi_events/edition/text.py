"""Names as text: cleaned on the way in, folded for comparison, neutralised on the way out."""

import re
import unicodedata

from anyascii import anyascii

from vi_events.sentences import Sentence, say

_UNSAFE = {"Cc", "Cf", "Cs", "Co", "Cn"}
_SPACES = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[^0-9a-z]")
FREE = "libre-"
"""How the id of an authority begins that is on no official list."""
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class _Folding(dict[int, str]):
    """What each character folds to, worked out when it is first met: ten times faster than a call for each text."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _NOT_WORD.sub(" ", anyascii(chr(code)).lower())
        return folded


_FOLDING = _Folding()


def clean(text: str, limit: int = 500) -> str:
    """One printable line: NFC, controls, direction marks and lone surrogates dropped, spaces joined, at most
    ``limit`` characters. What remains is only text, whatever it came from; cleaned again it stays the same.
    """
    text = text[: limit * 4]
    if not (text.isascii() and text.isprintable()):
        spaced = _SPACES.sub(" ", text)
        kept = "".join(char for char in spaced if unicodedata.category(char) not in _UNSAFE)
        text = unicodedata.normalize("NFC", kept)
    return " ".join(text.split())[:limit].rstrip()


def fold(text: str) -> str:
    """Lower-case ASCII words separated by single spaces: « L’Haÿ-les-Roses » -> ``l hay les roses``."""
    return " ".join(text.translate(_FOLDING).split())


def counted(number: int, one: str, many: str = "") -> Sentence:
    """« 1 ligne », « 3 lignes »; ``many`` where more of them is not ``one`` with an s. Zero is one in French."""
    return say(f"{{0}} {one if number < 2 else many or one + 's'}", number)


def neutral_cell(value: str) -> str:
    """A CSV cell that no spreadsheet takes for a formula (OWASP, « CSV Injection »)."""
    return "'" + value if value.startswith(_FORMULA_STARTS) else value


def free_id(name: str) -> str:
    """The id of an authority that is on no official list: ``libre-syndicat-de-la-vallee``."""
    return FREE + fold(name).replace(" ", "-")[:80]
