"""The labels that were announced and stand, one by one: what the press and open data receive, and nothing else."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from vi_events.closing.places import UNKNOWN, Named, Places
from vi_events.edition import programme
from vi_events.edition.collation import sort_key
from vi_events.edition.grammar import printed
from vi_events.edition.models import Authority
from vi_events.edition.reference import Reference
from vi_events.journal.store import Store
from vi_events.stage import announced


@dataclass(frozen=True, slots=True)
class Label:
    """One announced label. ``members`` are the communes of a territory, 0 when it is on no official list."""

    authority: Authority
    place: str
    """« Seine-Maritime · Normandie », « Belgique »."""
    region: Named
    department: Named
    level: int
    previous: int | None
    first_participation: bool
    progress: str
    mentions: tuple[str, ...]
    distinctions: tuple[str, ...]
    announced_ms: int
    members: int

    @property
    def has_risen(self) -> bool:
        """Whether there are more arobases than last time."""
        return self.previous is not None and self.level > self.previous


def labels(store: Store, reference: Reference) -> tuple[Label, ...]:
    """Every label that stands announced, in French alphabetical order."""
    rows = announced.rows(store)
    places = Places(store, reference, {row["authority_id"]: row["kind"] for row in rows})
    found = [_label(row, _authority(row, store, reference), places, reference) for row in rows]
    return tuple(sorted(found, key=lambda label: sort_key(label.authority.name)))


def open_data(label: Label) -> dict[str, Any]:
    """The label as a row of the published table; ``announced_at`` is ISO 8601 with the offset of this computer."""
    return {
        "code": label.authority.id,
        "name": label.authority.name,
        "kind": label.authority.kind,
        "department": label.authority.department,
        "department_name": label.department.name if label.authority.department else "",
        "region": label.region.id.removeprefix("reg-") if label.region.id.startswith("reg-") else "",
        "region_name": label.region.name if label.region.id.startswith("reg-") else "",
        "country": "" if label.region.id.startswith("reg-") or label.region == UNKNOWN else label.region.name,
        "level": label.level,
        "previous_level": label.previous,
        "first_participation": label.first_participation,
        "mentions": list(label.mentions),
        "distinctions": list(label.distinctions),
        "member_communes": label.members,
        "announced_at": datetime.fromtimestamp(label.announced_ms / 1000).astimezone().isoformat(timespec="seconds"),
    }


def _label(row: dict[str, Any], authority: Authority, places: Places, reference: Reference) -> Label:
    place = places.of(authority.id)
    # An authority on no list, with nobody registered: its card says where it is.
    elsewhere = Named(row["place"], row["place"]) if row["place"] else UNKNOWN
    return Label(
        authority=authority,
        place=row["place"],
        region=elsewhere if place.region == UNKNOWN else place.region,
        department=elsewhere if place.department == UNKNOWN else place.department,
        level=int(row["level"]),
        previous=row["previous_level"],
        first_participation=row["first_participation"],
        progress=row["progress"],
        mentions=tuple(row["mentions"]),
        distinctions=tuple(row["distinctions"]),
        announced_ms=int(row["revealed_ms"] or 0),
        members=len(reference.members(authority.id)),
    )


def _authority(row: dict[str, Any], store: Store, reference: Reference) -> Authority:
    """With the name and the kind that were announced."""
    id_ = str(row["authority_id"])
    state = store.state(f"authority:{id_}")
    known = reference.find(id_) or (programme.authority(state) if state and state.data else Authority(id_, ""))
    return replace(known, id=id_, name=printed(row["authority"]), kind=row["kind"])
