"""Ticket codes: opaque, unguessable, readable through any keyboard layout.

A code is ``V`` + 14 letters of chance + 10 letters of tag, out of the twenty letters whose keys do not move between
AZERTY, QWERTZ and QWERTY. The tag is HMAC-SHA256 by the edition's key over version and chance, cut to 43 bits, so a
guess counts only when it verifies. 25 characters fit QR version 2, level M, alphanumeric mode (38 at most).
"""

import hashlib
import hmac
import secrets

ALPHABET = "BCDEFGHIJKLNOPRSTUVX"
"""No A, Q, W, Z, M (they move to AZERTY) and no Y (it moves to QWERTZ)."""

VERSION = "V"
BODY_LETTERS = 14
TAG_LETTERS = 10
CODE_LENGTH = 1 + BODY_LETTERS + TAG_LETTERS
KEY_BYTES = 32
_LETTER_OF_BYTE = bytes(ord(ALPHABET[byte % len(ALPHABET)]) for byte in range(256))
_UNFAIR_BYTES = bytes(range(256 - 256 % len(ALPHABET), 256))
"""With these, the first letters of the alphabet would come up more often than the last."""
_TAGS: int = len(ALPHABET) ** TAG_LETTERS
_TRIPLES = tuple(a + b + c for c in ALPHABET for b in ALPHABET for a in ALPHABET)
"""Three letters at a time, lowest first."""


def new_key() -> bytes:
    """A fresh key for an edition: 32 bytes."""
    return secrets.token_bytes(KEY_BYTES)


def new_code(key: bytes) -> str:
    """A new ticket code: 25 upper-case letters, 60 bits of chance and a 43-bit tag."""
    return new_codes(key, 1)[0]


def new_codes(key: bytes, count: int) -> list[str]:
    """So many of them; the system is asked for their chance only once."""
    letters, keyed = _chance(BODY_LETTERS * count), _keyed(key)
    drawn = (VERSION + letters[at : at + BODY_LETTERS] for at in range(0, len(letters), BODY_LETTERS))
    return [signed + _tag(keyed, signed) for signed in drawn]


def _chance(count: int) -> str:
    """Letters drawn by the system, each as likely as any other."""
    letters = b""
    while len(letters) < count:
        letters += secrets.token_bytes(2 * count).translate(_LETTER_OF_BYTE, _UNFAIR_BYTES)
    return letters[:count].decode("ascii")


def has_code_shape(text: str) -> bool:
    """Whether this could be a ticket code of this program, of whatever edition."""
    return len(text) == CODE_LENGTH and text[0] == VERSION and all(letter in ALPHABET for letter in text)


def is_genuine(key: bytes, code: str) -> bool:
    """Whether the code's tag was made with this edition's key. ``code`` in upper case."""
    split = 1 + BODY_LETTERS
    return has_code_shape(code) and hmac.compare_digest(_tag(_keyed(key), code[:split]), code[split:])


def _keyed(key: bytes) -> hmac.HMAC:
    return hmac.new(key, digestmod=hashlib.sha256)


def _tag(keyed: hmac.HMAC, signed: str) -> str:
    # A copy of what already took the key costs less than taking it again.
    mac = keyed.copy()
    mac.update(signed.encode("ascii"))
    # Its lowest digits in base 20, lowest first: three at a time, and the last.
    left, first = divmod(int.from_bytes(mac.digest(), "big") % _TAGS, len(_TRIPLES))
    left, second = divmod(left, len(_TRIPLES))
    left, third = divmod(left, len(_TRIPLES))
    return _TRIPLES[first] + _TRIPLES[second] + _TRIPLES[third] + ALPHABET[left]
