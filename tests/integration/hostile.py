"""What a crowd, a joker or an attacker puts under a scanner or into a cell. Seeded: the same every time."""

import random
from collections.abc import Iterator

from vi_events.checkin.codes import ALPHABET

MARKER = "ZQXMARK"
"""In every hostile line: what is scanned must be nowhere in the database."""

_TEXTS = (
    "'; DROP TABLE entry; --{m}",
    '" OR 1=1 UNION SELECT personal FROM state --{m}',
    "=cmd|' /C calc'!A0{m}",
    "@SUM(1+1)*cmd|{m}",
    "+33612345678{m}",
    "-2+3{m}",
    "BEGIN:VCARD;FN:{m};TEL:0612345678;END:VCARD",
    "https://example.invalid/{m}?a=1&b=<script>alert(1)</script>",
    "{m}\u202egnp.exe\u200f\u2066",
    "{m}\U0001f468\u200d\U0001f469\u200d\U0001f467 👩🏽‍🚀 Zalgo t\u0335\u0321o\u0338",
    "{m}\x00\x01\x02\x1b[2J\x07\x7f\x9b",
    "{m}\u2028\u2029\ufeff\ufffe\U0010ffff",
    "../../../etc/{m}\\..\\x",
    "%s%n%x{m}{{0}}${{7*7}}",
    "\tTAB{m}",
    "''{m}''\"\"\\",
    "{m}" + "9" * 300,
    "i99999999999B{m}",
    "{m}" + "é" * 3000,
)


def texts(count: int, seed: int = 2018) -> Iterator[str]:
    """Hostile texts without a line end, each with the marker and most of them different."""
    chance = random.Random(seed)
    for number in range(count):
        yield chance.choice(_TEXTS).format(m=f"{MARKER}{number % (count * 3 // 4 + 1)}")


def scan_lines(count: int, codes: list[str], seed: int = 2018) -> Iterator[bytes]:
    """Hostile lines for a scanner: none belongs to anyone. ``codes`` are real; one letter of theirs is changed."""
    chance = random.Random(seed)
    for number, text in enumerate(texts(count, seed)):
        kind = number % 10
        if kind == 0:
            code = chance.choice(codes)
            place = chance.randrange(1, len(code))
            other = chance.choice([letter for letter in ALPHABET if letter != code[place]])
            yield (code[:place] + other + code[place + 1 :]).encode()
        elif kind == 1:
            yield MARKER.encode() + b"\xed\xa0\x80\xff\xfe\xc0\xaf" + str(number).encode()
        else:
            yield text.encode("utf-8", "surrogatepass")
