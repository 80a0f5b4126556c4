"""Entries: what happened, said once and never changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

CANCELLED = "entry_cancelled"
"""The one kind every subject knows: its payload's ``cancels`` names the entry that no longer counts."""


_NOTHING: Mapping[str, Any] = {}


# Tuples, for an import makes a hundred thousand of each: a frozen dataclass takes six times as long to make.


class Fact(NamedTuple):
    """What a service wants to record. ``personal`` holds names and the like, apart so that they can be erased."""

    kind: str
    subject: str
    payload: Mapping[str, Any] = _NOTHING
    personal: Mapping[str, Any] = _NOTHING
    version: int = 1


@dataclass(frozen=True, slots=True)
class Author:
    """Who records: the station, its operator, and whether this is live or a named rehearsal."""

    station: str
    operator: str = ""
    session: str = "live"


class Entry(NamedTuple):
    """One fact in the journal.

    ``id`` is a UUIDv7 (32 hexadecimal digits), ``seq`` counts from 1 without a gap for each station, ``hlc`` is a
    hybrid timestamp (see ``vi_events.clock``), ``subject`` is ``type:id``. ``personal`` is None once erased.
    """

    id: str
    station: str
    seq: int
    hlc: int
    session: str
    operator: str
    kind: str
    version: int
    subject: str
    payload: Mapping[str, Any]
    personal: Mapping[str, Any] | None

    @property
    def order(self) -> tuple[int, str, int]:
        """The total order in which entries are folded, the same on every station."""
        return self.hlc, self.station, self.seq


def cancel(entry_id: str, subject: str, reason: str = "") -> Fact:
    """The fact that an earlier entry of the subject no longer counts; it stays in the journal."""
    return Fact(CANCELLED, subject, {"cancels": entry_id, "reason": reason})
