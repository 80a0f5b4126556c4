"""What a scanner meant, from what the computer understood.

A USB scanner poses as a keyboard: it presses the keys that would give the text on *its* layout (nearly always US), and
the computer reads them with its own. Tables are those of xkeyboard-config 2.35 (``us``, ``gb``, ``fr``, ``be``,
``ch(fr)``, ``de``, ``fr(bepo)``), positions in the order of the US keyboard from the key left of 1 to the ISO key.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from vi_events.checkin.codes import ALPHABET, CODE_LENGTH, VERSION

MAX_RAW = 4096
"""Longer lines are cut: no ticket is longer, and a scanner reading a novel must not hold the desk."""

MAX_EXTERNAL = 200
"""No ticketing system issues a longer code: a longer line is taken as it came."""

# Four rows of keys, then the key beside the left Shift that only ISO keyboards have: (unshifted, shifted).
_TABLES = {
    "us": (r"`1234567890-=qwertyuiop[]asdfghjkl;'\zxcvbnm,./<", r'~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"|ZXCVBNM<>?>'),
    "fr": (r"""²&é"'(-è_çà)=azertyuiop^$qsdfghjklmù*wxcvbn,;:!<""", "~1234567890°+AZERTYUIOP¨£QSDFGHJKLM%µWXCVBN?./§>"),
    "be": (r"""²&é"'(§è!çà)-azertyuiop^$qsdfghjklmùµwxcvbn,;:=<""", "³1234567890°_AZERTYUIOP¨*QSDFGHJKLM%£WXCVBN?./+>"),
    "bepo": ("$\"«»()@+-/*=%bépoè^vdljzwauie,ctsrnmçàyx.k'qghfê", "#1234567890°`BÉPOÈ!VDLJZWAUIE;CTSRNMÇÀYX:K?QGHFÊ"),
    "ch": ("§1234567890'^qwertzuiopè¨asdfghjkléà$yxcvbnm,.-<", '°+"*ç%&/()=?`QWERTZUIOPü!ASDFGHJKLöä£YXCVBNM;:_>'),
    "de": ("^1234567890ß´qwertzuiopü+asdfghjklöä#yxcvbnm,.-<", "°!\"§$%&/()=?`QWERTZUIOPÜ*ASDFGHJKLÖÄ'YXCVBNM;:_>"),
    "uk": (
        r"`1234567890-=qwertyuiop[]asdfghjkl;'#zxcvbnm,./" + "\\",
        '¬!"£$%^&*()_+QWERTYUIOP{}ASDFGHJKL:@~ZXCVBNM<>?|',
    ),
}
_DEAD = {"fr": "^¨", "be": "^¨", "bepo": "^", "ch": "^`¨", "de": "^´`"}
_COMBINING = {"^": "\u0302", "¨": "\u0308", "´": "\u0301", "`": "\u0300"}
_SPACING = {combining: dead for dead, combining in _COMBINING.items()}
_ISO_KEY = 47

LAYOUTS = tuple(_TABLES)
"""Layouts known, likeliest first after ``us``, the layout of nearly every scanner."""

CAPS_OFF = ""
CAPS_LETTERS = "letters"
"""Caps Lock as Linux does it: letters change case, ``é`` becomes ``É``, digits and signs stay."""
CAPS_SHIFT = "shift"
"""Caps Lock as Windows does it on AZERTY and QWERTZ: every key answers as if Shift were the other way."""

_CAPS = (CAPS_OFF, CAPS_LETTERS, CAPS_SHIFT)
_SHIFT_LOCKING = frozenset({"fr", "be", "ch", "de"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing the scanner may have meant. ``layout`` is the computer's, ``scanner`` the scanner's."""

    text: str
    layout: str
    caps_lock: bool
    scanner: str = "us"


def caps_states(layout: str) -> tuple[str, ...]:
    """The Caps Lock behaviours that exist on this layout."""
    return _CAPS if layout in _SHIFT_LOCKING else _CAPS[:2]


def type_as(text: str, layout: str, caps: str = CAPS_OFF, scanner: str = "us") -> str:
    """What a computer with ``layout`` gets when a scanner set to ``scanner`` types ``text``.

    Characters that the scanner has no key for are left out, as scanners do. A dead key joins the letter after it, or
    stays in front of it when no such letter exists (Windows).
    """
    keys = _keys(scanner)
    out: list[str] = []
    dead = ""
    for char in text:
        if char == " ":
            typed = dead or " "
        elif char in keys:
            typed = _typed(layout, caps, *keys[char])
            if not dead and typed in _DEAD.get(layout, ""):
                dead = typed
                continue
            typed = _join(dead, typed)
        else:
            continue
        out.append(typed)
        dead = ""
    return "".join(out) + dead


def readings(raw: str) -> list[Reading]:
    """Everything that ``raw`` may have been on the ticket, best first and each text once; the first is ``raw`` itself.

    Only layouts that could have produced every character of ``raw`` are kept.
    """
    raw = raw[:MAX_RAW]
    found = [Reading(raw, "us", False)]
    if len(raw) > MAX_EXTERNAL:
        return found
    seen = {raw}
    for scanner, layout in _PAIRS:
        for caps in caps_states(layout):
            for text in _invert(raw, layout, caps, scanner):
                if text not in seen:
                    seen.add(text)
                    found.append(Reading(text, layout, bool(caps), scanner))
    return found


def code_in(raw: str) -> str | None:
    """The ticket code that ``raw`` holds, in upper case, whatever the layout, Caps Lock and what surrounds it."""
    raw = raw[:MAX_RAW]
    return _code_in_plain(raw) or _code_in_plain(raw.translate(_from_bepo()))


def explain(raw: str, expected: str) -> Reading | None:
    """Which pair of layouts turns ``expected`` into what ``raw`` holds; None when no pair does."""
    raw = raw[:MAX_RAW]
    for scanner, layout in (*_PAIRS, *((s, c) for s in LAYOUTS for c in LAYOUTS)):
        for caps in caps_states(layout):
            typed = type_as(expected, layout, caps, scanner)
            if len(typed) >= len(expected) - 2 and typed in raw:
                return Reading(expected, layout, bool(caps), scanner)
    return None


# A US scanner on any computer, then any scanner on a US computer. Pairs of two foreign layouts are for the test page:
# trying them on each ticket would only add wrong guesses.
_PAIRS = tuple([("us", layout) for layout in LAYOUTS] + [(layout, "us") for layout in LAYOUTS[1:]])

_LETTERS = f"[{ALPHABET}{ALPHABET.lower()}]"
_CODE = f"[{VERSION}{VERSION.lower()}]{_LETTERS}{{{CODE_LENGTH - 1}}}"
_ALONE = re.compile(rf"(?<![A-Za-z0-9]){_CODE}(?![A-Za-z0-9])")
_ANYWHERE = re.compile(_CODE)


def _code_in_plain(text: str) -> str | None:
    # A code standing alone wins over one glued to a prefix, whose letters could shift it.
    match = _ALONE.search(text) or _ANYWHERE.search(text)
    return match.group().upper() if match else None


@lru_cache(maxsize=1)
def _from_bepo() -> dict[int, str]:
    table: dict[int, str] = {}
    for index, (low, high) in enumerate(zip(*_TABLES["bepo"], strict=True)):
        if index != _ISO_KEY:
            for char, us in ((low, _TABLES["us"][0][index]), (high, _TABLES["us"][1][index])):
                table.setdefault(ord(char), us)
    table[ord("’")] = table[ord("'")]  # the norm NF Z71-300 types the real apostrophe
    return table


@cache
def _keys(layout: str) -> MappingProxyType[str, tuple[int, bool]]:
    """Character -> (position, shifted). The ISO key counts last: what it gives is often elsewhere too."""
    keys: dict[str, tuple[int, bool]] = {}
    for index, (low, high) in enumerate(zip(*_TABLES[layout], strict=True)):
        if layout != "us" or index != _ISO_KEY:
            keys.setdefault(low, (index, False))
            keys.setdefault(high, (index, True))
    return MappingProxyType(keys)


def _typed(layout: str, caps: str, index: int, shifted: bool) -> str:
    low, high = (row[index] for row in _TABLES[layout])
    if caps == CAPS_SHIFT:
        return low if shifted else high
    char = high if shifted else low
    if caps == CAPS_OFF:
        return char
    if low.upper() == high:
        return low if shifted else high
    return char.upper() if len(char.upper()) == 1 and char != "µ" else char


def _join(dead: str, typed: str) -> str:
    if not dead:
        return typed
    joined = unicodedata.normalize("NFC", typed + _COMBINING[dead])
    return joined if len(joined) == 1 else dead + typed


@cache
def _inverse(layout: str, caps: str, scanner: str) -> MappingProxyType[str, str]:
    table = {" ": " "}
    for char, (index, shifted) in _keys(scanner).items():
        table.setdefault(_typed(layout, caps, index, shifted), char)
    if layout == "bepo" and "'" in table:
        table.setdefault("’", table["'"])
    return MappingProxyType(table)


def _invert(raw: str, layout: str, caps: str, scanner: str) -> list[str]:
    """No, one or two texts: two when an accented letter is both a key and what a dead key makes (Swiss à, è)."""
    table = _inverse(layout, caps, scanner)
    plain: list[str] = []
    split: list[str] = []
    for char in raw:
        direct = table.get(char)
        parts = _undead(char, layout, table) if ord(char) > 127 else None
        if direct is None and parts is None:
            if ord(char) >= 32 and ord(char) != 127:
                return []
            direct = char
        plain.append(direct if direct is not None else parts or "")
        split.append(parts if parts is not None else direct or "")
    return ["".join(plain)] if plain == split else ["".join(plain), "".join(split)]


def _undead(char: str, layout: str, table: MappingProxyType[str, str]) -> str | None:
    parts = unicodedata.decomposition(char).split()
    if len(parts) != 2 or parts[0].startswith("<"):
        return None
    base, dead = chr(int(parts[0], 16)), _SPACING.get(chr(int(parts[1], 16)), "")
    if not dead or dead not in _DEAD.get(layout, "") or base not in table or dead not in table:
        return None
    return table[dead] + table[base]
