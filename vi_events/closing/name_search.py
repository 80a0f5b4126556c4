"""Looks for names in files, whatever way they are written there: what proves an erasure.

Everything is folded (no capitals, no accents, composed or not) before it is compared, from UTF-8 and from UTF-16. What
is compressed or drawn cannot be read so: the erasure removes such files rather than search them.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vi_events.edition.text import fold

SHORTEST = 6
"""A shorter text is found by chance in any file."""
PICTURE = b"iVBORw0KGgo"
"""How a PNG begins in base64: badges hold a name that no search can read."""
_PART_BYTES = 1 << 20
_OVERLAP_BYTES = 1 << 13
_LONGEST = 400
_NOT_NAMES = ("function", "picture", "seat", "first_name", "category")
"""Fields that name nobody by themselves."""
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_NOT_LATIN = re.compile("[^\x20-\u024f\u0300-\u036f]")


@dataclass(frozen=True, slots=True)
class FoundIn:
    """A file in which ``names`` different names were found, or ``pictures`` of badges; or that is ``unread``, in which
    anything may be.
    """

    file: str
    names: int
    pictures: int = 0
    unread: bool = False


def terms(personal: Mapping[str, Any]) -> set[str]:
    """What to look for of an entry's or a state's personal part, folded."""
    found = {fold(text)[:_LONGEST] for text in _texts(personal)}
    first, last = (fold(str(personal.get(name, ""))) for name in ("first_name", "last_name"))
    if first and last:
        found |= {f"{first} {last}", f"{last} {first}"}
    return {term for term in found if len(term) >= SHORTEST}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
        yield value.partition(",")[0]  # « Jeanne Martin, maire de Reims »
    elif isinstance(value, Mapping):
        for name, inside in value.items():
            if name not in _NOT_NAMES:
                yield from _texts(inside)
    elif isinstance(value, list | tuple):
        for inside in value:
            yield from _texts(inside)


def words(value: Any) -> str:
    """Any plain data as one folded text."""
    return fold(json.dumps(value, ensure_ascii=False))


def search(
    folder: Path, sought: Iterable[str], pictures: bool, without: Sequence[str] = ()
) -> tuple[list[str], list[FoundIn]]:
    """Every file below the folder but those of ``without``, and those in which something was found, or that cannot be
    read. ``pictures``: those of badges count too.
    """
    by_start: dict[str, list[str]] = {}
    for term in sought:
        by_start.setdefault(term[:SHORTEST], []).append(term)
    files, hits = [], []
    for path in sorted(_files(folder)):
        # Old sticks and archives hold names in other encodings, which no proof could be written with.
        name = path.relative_to(folder).as_posix().encode("utf-8", "replace").decode()
        if name in without:
            continue
        names: set[str] = set()
        drawn = 0
        try:
            for part in _parts(path):
                drawn += part.count(PICTURE) if pictures else 0
                for text in _readings(part):
                    names |= _found(text, by_start)
        except FileNotFoundError:
            continue  # the hub's server makes files and removes them while it runs
        except OSError:
            hits.append(FoundIn(name, 0, unread=True))
            continue
        files.append(name)
        if names or drawn:
            hits.append(FoundIn(name, len(names), drawn))
    return files, hits


def _files(folder: Path) -> Iterator[Path]:
    """Raises OSError for a folder that cannot be read."""

    def failed(problem: OSError) -> None:
        if not isinstance(problem, FileNotFoundError):
            raise problem

    for place, _, names in os.walk(folder, onerror=failed):
        yield from (path for name in names if (path := Path(place, name)).is_file())


def _parts(path: Path) -> Iterator[bytes]:
    """The file in parts that overlap, so that nothing is cut in two. Raises OSError."""
    with path.open("rb") as file:
        before = b""
        while part := file.read(_PART_BYTES):
            yield before + part
            before = part[-_OVERLAP_BYTES:]


def _readings(part: bytes) -> Iterator[str]:
    text = part.decode("utf-8", "replace").replace("\ufffd", " ")
    yield fold(_ESCAPED.sub(lambda code: chr(int(code[1], 16)), text))
    if b"\0" in part:
        for shift in (0, 1):
            for encoding in ("utf-16-le", "utf-16-be"):
                wide = _NOT_LATIN.sub(" ", part[shift:].decode(encoding, "replace"))
                yield fold(wide)


def _found(text: str, by_start: Mapping[str, list[str]]) -> set[str]:
    starts = {text[at : at + SHORTEST] for at in range(len(text))} & by_start.keys()
    return {term for start in starts for term in by_start[start] if term in text}
