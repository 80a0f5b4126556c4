"""Where people come from: the kind, the department and the region of their authority."""

from collections.abc import Mapping
from dataclasses import dataclass

from vi_events.edition import programme
from vi_events.edition.grammar import printed
from vi_events.edition.models import Authority
from vi_events.edition.reference import Reference
from vi_events.journal.store import Store


@dataclass(frozen=True, slots=True)
class Named:
    """A group, with its name in French."""

    id: str
    name: str


NONE = Named("none", "sans collectivité")
UNKNOWN = Named("unknown", "non précisé")


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody comes from. Abroad, the region and the department are the country."""

    authority: str
    """Id, empty when there is no authority."""
    kind: Named
    region: Named
    department: Named


class Places:
    """The place of each authority. ``kinds`` are those of the palmarès, by authority: they are never inferred."""

    def __init__(self, store: Store, reference: Reference, kinds: Mapping[str, str]) -> None:
        self._reference = reference
        self._kinds = kinds
        self._authorities = {
            state.data["id"]: programme.authority(state) for _, state in store.states_of_type("authority") if state.data
        }
        self._places: dict[str, Place] = {}

    def of(self, authority_id: str) -> Place:
        """The place of an authority of the edition or of the official list; NONE without one, UNKNOWN elsewhere."""
        known = self._places.get(authority_id)
        if known is None:
            known = self._places[authority_id] = self._found(authority_id)
        return known

    def _found(self, id_: str) -> Place:
        if not id_:
            return Place("", NONE, NONE, NONE)
        authority = self._authorities.get(id_) or self._reference.find(id_) or Authority(id_, "")
        kind = self._kinds.get(id_) or authority.kind
        return Place(id_, Named(kind, kind) if kind else UNKNOWN, self._region(authority), self._department(authority))

    def _region(self, authority: Authority) -> Named:
        own = self._reference.find(authority.id) if authority.type == "region" else None
        if region := own or self._reference.region(authority.department):
            return Named(region.id, printed(region.name))
        return Named(authority.country, authority.country) if authority.country else UNKNOWN

    def _department(self, authority: Authority) -> Named:
        if authority.department:
            return Named(authority.department, printed(authority.department_name or authority.department))
        return Named(authority.country, authority.country) if authority.country else UNKNOWN
