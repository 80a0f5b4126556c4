"""The recovery key: printed once when the palmarès is sealed, typed by hand the day the passphrase is lost.

``7KQ4-0XTA-…``: seven groups of chance and one check group, out of the 29 signs that cannot be mistaken for another.
28 signs of chance are 136 bits. What somebody reads instead of a sign (O for 0, S for 5) is read back as that sign.
"""

import hashlib
import secrets

ALPHABET = "0123456789ACDEFGHJKMNPQRTVWXY"
"""No B (8), I and L (1), O (0), S (5), U (V), Z (2)."""

_LOOK_ALIKES = str.maketrans("BILOSUZ", "81105V2", " -–—.,_\t\u00a0\u202f\r\n")
_GROUP = 4
_CHANCE = 28
_LENGTH = _CHANCE + _GROUP


def new_recovery_key() -> str:
    """A fresh key, as it is printed: eight groups of four signs."""
    chance = "".join(secrets.choice(ALPHABET) for _ in range(_CHANCE))
    signs = chance + _check(chance)
    return "-".join(signs[start : start + _GROUP] for start in range(0, _LENGTH, _GROUP))


def read_back(typed: str) -> str:
    """The signs of a key however it was typed (case, spaces, look-alikes), or nothing: not a key, or mistyped."""
    signs = _signs(typed)
    whole = len(signs) == _LENGTH and has_key_shape(typed)
    return signs if whole and _check(signs[:_CHANCE]) == signs[_CHANCE:] else ""


def has_key_shape(typed: str) -> bool:
    """Whether this may be a recovery key, a sign or two missing or too many included."""
    signs = _signs(typed)
    return abs(len(signs) - _LENGTH) <= 2 and all(sign in ALPHABET for sign in signs)


def _signs(typed: str) -> str:
    return typed.upper().translate(_LOOK_ALIKES)


def _check(chance: str) -> str:
    """20 bits, so that one mistyped key in 700,000 passes for a right one; kept nowhere, it tells nothing."""
    number = int.from_bytes(hashlib.sha256(b"vi-events recovery check" + chance.encode("ascii")).digest(), "big")
    check = ""
    while len(check) < _GROUP:
        number, index = divmod(number, len(ALPHABET))
        check += ALPHABET[index]
    return check
