"""The labels announced on stage, in figures. What was never revealed, or was withdrawn, is not here. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vi_events.closing.counting import Count, counts
from vi_events.closing.places import Places
from vi_events.edition.palmares import KINDS, LEVELS
from vi_events.edition.reference import Reference


@dataclass(frozen=True, slots=True)
class Territory:
    """An awarded authority of kind « territoire », and how many communes it joins (0: not on the official list)."""

    id: str
    name: str
    level: int
    members: int


@dataclass(frozen=True, slots=True)
class Awards:
    """How many authorities received a label."""

    total: int
    by_level: tuple[Count, ...]
    by_kind: tuple[Count, ...]
    by_region: tuple[Count, ...]
    mentions: tuple[Count, ...]
    territories: tuple[Territory, ...]

    @property
    def member_communes(self) -> int:
        """How many communes the territories join."""
        return sum(territory.members for territory in self.territories)


def awards(rows: Sequence[Mapping[str, Any]], places: Places, reference: Reference) -> Awards:
    """``rows`` are those of ``stage.announced``."""
    levels = Counter(int(row["level"]) for row in rows)
    kinds = Counter(str(row["kind"]) for row in rows)
    regions = [places.of(row["authority_id"]).region for row in rows]
    mentions = Counter(str(mention) for row in rows for mention in row["mentions"])
    return Awards(
        total=len(rows),
        by_level=tuple(Count(str(level), "@" * level, levels[level]) for level in LEVELS),
        by_kind=tuple(Count(kind, kind, kinds[kind]) for kind in KINDS),
        by_region=counts(Counter(region.id for region in regions), {region.id: region.name for region in regions}),
        mentions=counts(mentions, {}),
        territories=tuple(_territory(row, reference) for row in rows if row["kind"] == "territoire"),
    )


def _territory(row: Mapping[str, Any], reference: Reference) -> Territory:
    id_ = str(row["authority_id"])
    return Territory(id_, str(row["authority"]), int(row["level"]), len(reference.members(id_)))
