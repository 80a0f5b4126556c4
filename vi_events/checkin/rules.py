"""The rules of the door: pure, in a fixed order, each refusal with a stable code (see docs/adr/0004)."""

from dataclasses import dataclass

from vi_events.edition.models import Attendee, Zone

IGNORE_MS = 3_000
NEUTRAL_MS = 10 * 60_000

REFUSALS_OF_STATUS = {"cancelled": "cancelled", "not_confirmed": "not_confirmed", "revoked": "revoked"}


@dataclass(frozen=True, slots=True)
class Presence:
    """Where a person stands in one zone. ``present`` is the number of people in the zone before this one;
    ``just_here`` says that this same desk let the person in less than ``NEUTRAL_MS`` ago.
    """

    inside: bool
    present: int
    code_revoked: bool = False
    just_here: bool = False


def judge(person: Attendee, zone: Zone, presence: Presence, now_ms: int) -> str:
    """The verdict for a known person at a zone's door, one of ``views.VERDICTS``.

    The order matters: what is wrong with the ticket comes before what is wrong with the moment, and « already in »
    before « full » so that nobody inside is told that there is no room.
    """
    if presence.code_revoked:
        return "revoked"
    if person.status in REFUSALS_OF_STATUS:
        return REFUSALS_OF_STATUS[person.status]
    if person.zones and zone.id not in person.zones:
        return "wrong_zone"
    if presence.inside and zone.policy == "in_out":
        return "exit_recorded"
    if _outside_hours(zone, now_ms):
        return "wrong_time"
    if presence.inside and (zone.policy == "once" or presence.just_here):
        return "already_in"
    if not presence.inside and zone.capacity is not None and presence.present >= zone.capacity:
        return "zone_full"
    if person.info_required:
        return "info_required"
    return "admitted_attention" if person.vip or person.protocol_note else "admitted"


def is_admission(verdict: str) -> bool:
    """Whether the verdict lets the person in."""
    return verdict in ("admitted", "admitted_attention")


def _outside_hours(zone: Zone, now_ms: int) -> bool:
    too_early = zone.opens_ms is not None and now_ms < zone.opens_ms
    return too_early or (zone.closes_ms is not None and now_ms >= zone.closes_ms)
