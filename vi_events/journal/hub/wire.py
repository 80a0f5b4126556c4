"""Entries as messages of the hub and back: one JSON object each, with the version of its form. Pure.

What this version does not know is kept and passed on: unknown kinds are entries like others, and unknown fields travel
in the payload under ``UNKNOWN_FIELDS`` until the entry is written as a message again.
"""

from dataclasses import dataclass
from typing import Any

import orjson

from vi_events.journal.entry import Entry

VERSION = 1
"""Raise it when older programs could not make an entry of a message; new optional fields do not need it."""

MAX_BYTES = 1_000_000
"""The server refuses messages over 1 MiB, headers included."""

UNKNOWN_FIELDS = "_unknown_fields"

_NAMES = Entry._fields
_FIELDS = frozenset(_NAMES) | {"v"}
_TEXTS = ("station", "kind", "subject", "session")
_LONGEST_TEXT = 1_000
_ID_DIGITS = 32
_LARGEST = 2**63 - 1
"""What a column of the database holds."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A message that is no entry for this station. ``code``: ``too_large``, ``damaged`` or ``newer`` (written by a
    later version of the program); ``reason`` is for people, and holds nothing of the content.
    """

    code: str
    reason: str


def encode(entry: Entry) -> bytes | Refused:
    """The entry as a message, or why it cannot be one."""
    said: dict[str, Any] = {"v": VERSION}
    for name in _NAMES:
        said[name] = getattr(entry, name)
    if UNKNOWN_FIELDS in entry.payload:
        said["payload"] = {name: value for name, value in entry.payload.items() if name != UNKNOWN_FIELDS}
        said = {**entry.payload[UNKNOWN_FIELDS], **said}
    said["personal"] = entry.personal or None  # as the journal keeps it
    data = orjson.dumps(said)
    return data if len(data) <= MAX_BYTES else _too_large(len(data))


def decode(data: bytes) -> Entry | Refused:
    """The entry in a message, or why there is none."""
    if len(data) > MAX_BYTES:
        return _too_large(len(data))
    try:
        found = orjson.loads(data)
    except orjson.JSONDecodeError:
        return Refused("damaged", "ce n’est pas du JSON")
    if not isinstance(found, dict) or not _is_count(found.get("v")):
        return Refused("damaged", "ce n’est pas une entrée")
    if found["v"] > VERSION:
        return Refused("newer", f"forme {found['v']}, d’une version plus récente de VI Events")
    wrong = _wrong_field(found)
    if wrong:
        return Refused("damaged", f"champ «\u202f{wrong}\u202f» absent ou faux")
    if len(found) > len(_FIELDS):
        unknown = {name: value for name, value in found.items() if name not in _FIELDS}
        found["payload"][UNKNOWN_FIELDS] = unknown
    return Entry(*[found[name] for name in _NAMES])


def _wrong_field(found: dict[str, Any]) -> str:
    """The first field that no entry can have so, or nothing."""
    id_ = found.get("id")
    if not (isinstance(id_, str) and len(id_) == _ID_DIGITS and id_.isascii() and id_.isalnum()):
        return "id"
    for name in _TEXTS:
        value = found.get(name)
        if not (isinstance(value, str) and 0 < len(value) <= _LONGEST_TEXT):
            return name
    if not isinstance(found.get("operator"), str):
        return "operator"
    for name in ("seq", "hlc", "version"):
        if not _is_count(found.get(name)):
            return name
    if not isinstance(found.get("payload"), dict):
        return "payload"
    return "" if isinstance(found.get("personal", ""), dict | None) else "personal"


def _is_count(value: object) -> bool:
    return type(value) is int and 1 <= value <= _LARGEST


def _too_large(size: int) -> Refused:
    return Refused("too_large", f"{size // 1000} ko, plus que {MAX_BYTES // 1000}")
