"""Commands on who was there: the assembly and its quorum, sessions at the same time, attestations."""

import argparse
from dataclasses import asdict
from typing import Any

from vi_events import app
from vi_events.checkin.assembly import AssemblyView, assembly, read_attendance
from vi_events.checkin.assembly_sheet import quorum_sentence, write_attendance
from vi_events.checkin.attendance import overlaps
from vi_events.checkin.cards import CardMaker
from vi_events.clock import wall_ms
from vi_events.closing.attestations import AttestationOrder, write_attestations
from vi_events.commands.common import folder, say
from vi_events.edition import erasure, people, programme
from vi_events.edition.models import Zone
from vi_events.errors import UserError
from vi_events.journal.store import Store


def show_assembly(options: argparse.Namespace) -> int:
    with app.read_edition(folder(options)) as store:
        view = assembly(store, _assembly_zone(store, options.zone), CardMaker(store).authority)
        attendance = read_attendance(store, view)
    said = _assembly_said(view)
    if options.pdf:
        said |= {"pdf": str(options.pdf), "pages": write_attendance(options.pdf, attendance, wall_ms())}
        erasure.note_export(folder(options), "assembly", "pdf")
    return say(options, said, quorum_sentence(view))


def attestations(options: argparse.Namespace) -> int:
    order = AttestationOrder(options.attendee, options.by)
    files = write_attestations(folder(options), options.out, wall_ms(), order)
    erasure.note_export(folder(options), "attestations", "pdf")
    said = {"by": options.by, "files": [str(path) for path in files]}
    return say(options, said, f"{len(files)} fichiers écrits dans {options.out}.")


def show_overlaps(options: argparse.Namespace) -> int:
    with app.read_edition(folder(options)) as store:
        listed = (people.attendee(subject, state) for subject, state in store.states_of_type("attendee"))
        found = overlaps((person for person in listed if person.name), programme.read_zones(store))
    said = [
        {"attendee_id": each.attendee.id, "name": each.attendee.name, "zones": [each.first.id, each.second.id]}
        for each in found
    ]
    lines = [f"{each.attendee.name}\u202f: {each.first.name} et {each.second.name}" for each in found]
    return say(options, said, "\n".join(lines) or "Personne n’est inscrit à deux ateliers à la même heure.")


def _assembly_zone(store: Store, wanted: str) -> Zone:
    zones = programme.read_zones(store)
    if wanted:
        return app.find_zone(zones, wanted)
    for zone in zones:
        if zone.assembly:
            return zone
    raise UserError(
        "assembly_none",
        "Aucun contrôle de cette édition n’est une assemblée.",
        "Dites lequel l’est\u202f: vi-events zone NOM --assembly.",
    )


def _assembly_said(view: AssemblyView) -> dict[str, Any]:
    return {
        "zone": view.zone.id,
        "present": view.present,
        "represented": view.represented,
        "members": view.members,
        "quorum": view.quorum,
        "reached": view.reached,
        "missing": view.missing,
        "conflicts": view.conflicts,
        "authorities": [
            {
                "id": line.authority.id,
                "name": line.authority.name,
                "state": line.state,
                "people": line.people,
                "proxies": [
                    {**asdict(each.proxy), "state": each.state, "holder": each.holder} for each in line.proxies
                ],
            }
            for line in view.lines
        ],
    }
