"""What an edition is made of, as frozen snapshots."""

from dataclasses import dataclass

CATEGORIES = ("elected", "officer", "partner", "press", "speaker", "crew", "guest")
"""élu·e, agent·e, partenaire, presse, intervenant·e, équipe, invité·e."""

STATUSES = ("confirmed", "not_confirmed", "cancelled", "revoked")
POLICIES = ("once", "reentry", "in_out")


@dataclass(frozen=True, slots=True)
class Authority:
    """A collectivité: ``id`` is its INSEE code, its SIREN, ``dep-33``, ``reg-75`` or ``libre-…`` for a free entry."""

    id: str
    name: str
    type: str = "other"
    """commune, epci, departement, region, foreign, other."""
    department: str = ""
    """Department code; its name is in ``department_name``."""
    department_name: str = ""
    kind: str = ""
    """village, ville, territoire or autre; never inferred from the population."""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Zone:
    """A contrôle: a list people are admitted to. From ``assembly`` on: how an assembly counts."""

    id: str
    name: str
    policy: str = "once"
    opens_ms: int | None = None
    closes_ms: int | None = None
    capacity: int | None = None
    assembly: bool = False
    members: int | None = None
    """Member authorities; None: as many as are on its list."""
    quorum: str = ""
    """« 1/2 » or « 50 % » of the members, or a number of them; empty: none is asked."""
    proxy_cap: int = 1
    """How many proxies one person may hold."""


@dataclass(frozen=True, slots=True)
class Attendee:
    """One person expected. ``zones`` empty means every zone."""

    id: str
    last_name: str
    first_name: str = ""
    function: str = ""
    authority_id: str = ""
    category: str = "guest"
    status: str = "confirmed"
    email: str = ""
    protocol_note: str = ""
    vip: bool = False
    seat: str = ""
    zones: tuple[str, ...] = ()
    code: str = ""
    external_codes: tuple[str, ...] = ()
    info_required: str = ""
    """What the desk must ask before letting the person in; empty when nothing is missing."""

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()
