"""The desk's verbs on registrations: add someone, replace, correct, merge, issue a new ticket."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from vi_events.checkin import presence, print_jobs
from vi_events.checkin.codes import new_code
from vi_events.checkin.desk import Desk
from vi_events.checkin.views import ScanResult
from vi_events.clock import uuid7, wall_ms
from vi_events.edition import people
from vi_events.edition.models import CATEGORIES, STATUSES, Attendee, Authority
from vi_events.edition.programme import authority_set
from vi_events.edition.text import FREE, clean
from vi_events.errors import UserError
from vi_events.journal.entry import Entry
from vi_events.sentences import say

Edit = Callable[[Attendee], Mapping[str, Any]]
"""What becomes of a person's fields; none when they stay as they are."""


def walk_in(desk: Desk, fields: Mapping[str, Any], authority: Authority | None = None) -> ScanResult:
    """Registers a person who was not expected and admits them by the rules of the zone. At least a last name."""
    said = _checked(fields, authority)
    if not said.get("last_name"):
        raise UserError("name_missing", "Le nom manque.", "Écrivez au moins le nom de famille.")
    attendee_id = uuid7(wall_ms())
    if desk.settings.ticket_key:
        said["code"] = new_code(desk.settings.ticket_key)
    desk.record(*_with_authority(authority, people.added(attendee_id, said)))
    return desk.admit(attendee_id)


def substitute(desk: Desk, attendee_id: str, fields: Mapping[str, Any]) -> ScanResult:
    """Another person comes in this one's place (a deputy for the mayor), with the same ticket; both names are kept."""
    desk.standing(attendee_id)
    said = {"first_name": "", "function": "", "email": "", "protocol_note": "", **_checked(fields, None)}
    if not said.get("last_name"):
        raise UserError("name_missing", "Le nom manque.", "Écrivez au moins le nom de la personne qui remplace.")
    entry = desk.record(people.substituted(attendee_id, said))[0]
    return (
        desk.result("admitted_attention", attendee_id, entry) if _inside(desk, attendee_id) else desk.admit(attendee_id)
    )


def correct(desk: Desk, attendee_id: str, fields: Mapping[str, Any], authority: Authority | None = None) -> None:
    """Corrects fields by hand; later imports no longer change them."""
    desk.standing(attendee_id)
    said = _checked(fields, authority)
    if "last_name" in said and not said["last_name"]:
        raise UserError("name_missing", "Le nom manque.", "Une personne garde au moins un nom de famille.")
    desk.record(*_with_authority(authority, people.corrected(attendee_id, said)))


@dataclass(frozen=True, slots=True)
class Corrected:
    """What became of many people at once. ``entries``, each with its person, are for ``Desk.undo_group``."""

    entries: tuple[tuple[str, str], ...]
    gone: int
    """How many were left out: their import was undone meanwhile, or their names erased."""


def correct_many(desk: Desk, attendee_ids: Sequence[str], edit: Edit, authority: Authority | None = None) -> Corrected:
    """Corrects these people by hand in one transaction; nothing is recorded of those who stay as they are, nor of
    those who are no longer on the list.
    """
    states = {id_: desk.standing(id_) for id_ in attendee_ids}
    there = {id_: state for id_, state in states.items() if people.is_known(state) and not people.is_erased(state)}
    facts = []
    for attendee_id, state in there.items():
        person = people.attendee(people.subject(attendee_id), state)
        said = _checked(edit(person), authority)
        changed = {name: value for name, value in said.items() if value != _plain(getattr(person, name))}
        if changed:
            facts.append(people.corrected(attendee_id, changed))
    before = (authority_set(authority),) if authority is not None else ()
    entries = desk.record(*before, *facts)[len(before) :] if facts else ()
    return Corrected(_of_people(entries), len(states) - len(there))


def in_zone(zone_id: str) -> Edit:
    """Expects people in a zone too; those who are expected everywhere already are."""
    return lambda person: {"zones": [*person.zones, zone_id]} if person.zones and zone_id not in person.zones else {}


def out_of_zone(zone_id: str, zone_ids: Sequence[str]) -> Edit:
    """Expects people no longer in one of all the zones. Who has no other stays: no zone at all would mean every one."""

    def edit(person: Attendee) -> Mapping[str, Any]:
        left = [each for each in (person.zones or zone_ids) if each != zone_id]
        return {"zones": left} if left else {}

    return edit


def merge(desk: Desk, attendee_id: str, into: str) -> tuple[tuple[str, str], ...]:
    """Two records are one person: ``attendee_id`` ends in ``into``, which keeps its name and takes both tickets.

    Returns the entries, each with its person, for ``Desk.undo_group`` to part them again.
    """
    gone = desk.standing(attendee_id)
    kept = desk.standing(into)
    if attendee_id == into or kept.data.get("merged_into") or gone.data.get("merged_into"):
        raise UserError(
            "merge_impossible", "Ces deux fiches ne peuvent pas être réunies.", "Choisissez une autre fiche."
        )
    facts = [people.merged(attendee_id, into)]
    for zone in gone.data.get("in", {}):
        if zone not in kept.data.get("in", {}):
            facts.append(presence.admitted(into, zone, "reentry"))
    # The badge goes along, else the next admission would print a second one.
    if print_jobs.badges_out(gone) and not kept.data.get("badge"):
        facts.append(print_jobs.badge_carried(into, "confirmed"))
    # One that still waits bears the name of the record that goes: the one that stays gets its own.
    facts += [
        print_jobs.badge_printed(job, "cancelled")
        for job in print_jobs.jobs(attendee_id, gone)
        if job.state == "queued"
    ]
    if gone.data.get("handed") and not kept.data.get("handed"):
        facts.append(print_jobs.badge_handed(into))
    return tuple((entry.id, entry.subject.removeprefix(people.PREFIX)) for entry in desk.record(*facts))


def replace_ticket(desk: Desk, attendee_id: str) -> str:
    """Revokes a person's ticket and returns the code of the new one."""
    desk.standing(attendee_id)
    code = new_code(_ticket_key(desk))
    desk.record(people.ticket_replaced(attendee_id, code))
    return code


def replace_tickets(desk: Desk, attendee_ids: Sequence[str]) -> list[tuple[str, str]]:
    """Revokes the tickets of these people and gives them new ones, in one transaction. Returns the entries, each with
    its person, for ``Desk.undo_group`` to take back.
    """
    key = _ticket_key(desk)
    entries = desk.record(*(people.ticket_replaced(id_, new_code(key)) for id_ in attendee_ids))
    return [(entry.id, id_) for entry, id_ in zip(entries, attendee_ids, strict=True)]


def _ticket_key(desk: Desk) -> bytes:
    if not desk.settings.ticket_key:
        raise UserError(
            "key_missing", "Ce poste n’a pas la clé des billets.", "Faites-le sur le poste qui a créé l’édition."
        )
    return desk.settings.ticket_key


def set_authority(desk: Desk, authority: Authority) -> None:
    """Puts right what is said of an authority that is on no official list. UserError: any other one, or no name."""
    named = replace(authority, name=clean(authority.name))
    if not named.id.startswith(FREE):
        raise UserError(
            "authority_official",
            say("«\u202f{0}\u202f» est sur la liste officielle\u202f: son nom ne se change pas ici.", named.name),
            "Attribuez une autre collectivité à ses participant·es.",
        )
    if not named.name:
        raise UserError("name_missing", "Le nom manque.", "Une collectivité garde un nom.")
    desk.record(authority_set(named))


def _inside(desk: Desk, attendee_id: str) -> bool:
    return presence.last_admission(desk.standing(attendee_id), desk.settings.zone.id) is not None


def _with_authority(authority: Authority | None, fact: Any) -> tuple[Any, ...]:
    return (authority_set(authority), fact) if authority else (fact,)


def _of_people(entries: Sequence[Entry]) -> tuple[tuple[str, str], ...]:
    return tuple((entry.id, entry.subject.removeprefix(people.PREFIX)) for entry in entries)


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _checked(fields: Mapping[str, Any], authority: Authority | None) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for name, value in fields.items():
        if name not in people.PUBLIC | people.PERSONAL:
            raise UserError("field_unknown", say("Le champ « {0} » n’existe pas.", name))
        said[name] = clean(value) if isinstance(value, str) else value
    for name, allowed in (("category", CATEGORIES), ("status", STATUSES)):
        if name in said and said[name] not in allowed:
            raise UserError(
                "value_unknown", say("« {0} » ne convient pas.", said[name]), say("Choix : {0}.", ", ".join(allowed))
            )
    if authority is not None:
        said["authority_id"] = authority.id
    return said
