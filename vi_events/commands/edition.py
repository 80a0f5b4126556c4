"""Commands on an edition: making it, its zones, imports, exports."""

import argparse
import sys
from dataclasses import asdict, replace

from vi_events import app, paths
from vi_events.checkin.cards import CardMaker
from vi_events.checkin.planning import checked_zone
from vi_events.clock import uuid7_ms
from vi_events.commands.common import (
    author,
    folder,
    iso,
    iso_date,
    moment_ms,
    pairs,
    record,
    say,
    secret,
    text,
    writing,
)
from vi_events.edition import batches, dates, erasure, exporting, importing, programme, vault
from vi_events.edition.import_report import import_report, import_sentences
from vi_events.edition.models import POLICIES, Zone
from vi_events.edition.programme import Edition
from vi_events.edition.reference import load_reference
from vi_events.edition.text import counted
from vi_events.errors import UserError

_POLICY_WORDS = {"once": "une seule entrée", "reentry": "rentrées permises", "in_out": "entrées et sorties"}
_ZONE_OPTIONS = ("policy", "opens", "closes", "capacity", "assembly", "members", "quorum", "proxies")
_IMPORT_STATES = {"started": "interrompu", "completed": "fait", "undone": "annulé"}


def new(options: argparse.Namespace) -> int:
    data = paths.data_folder(options.data)
    edition = Edition(
        options.slug,
        text(options.title, "--title"),
        iso_date(options.date),
        text(options.place, "--place"),
        organiser=text(options.organiser, "--organiser"),
        retention=_retention(options),
        until=_last_day(options),
    )
    zones = _zones(options.zone)
    folder = app.create_edition(data, edition, zones, author=author(options))
    said = {
        "slug": edition.slug,
        "folder": str(folder),
        "zones": [asdict(zone) for zone in zones],
        "erase_from": edition.erase_from,
    }
    return say(options, said, f"Édition «\u202f{edition.title}\u202f» créée dans {folder}.")


def _last_day(options: argparse.Namespace) -> str:
    if options.until is None:
        return ""
    day = iso_date(options.until)
    if day < iso_date(options.date):
        raise UserError("until_early", "Le dernier jour vient avant le premier.", "Vérifiez --date et --until.")
    return day if day != iso_date(options.date) else ""


def _retention(options: argparse.Namespace) -> str:
    if options.retention is None:
        return ""
    day = iso_date(options.retention)
    if day < iso_date(options.date):
        raise UserError(
            "retention_early", "Les noms seraient effacés avant la cérémonie.", "Donnez à --retention un jour d’après."
        )
    return day


def _zones(specs: list[str]) -> list[Zone]:
    zones = []
    for spec in specs or ["Cérémonie"]:
        name, colon, policy = spec.rpartition(":")
        if not colon or " " in policy:
            name, policy = spec, "once"
        elif policy not in POLICIES:
            raise UserError(
                "policy_unknown",
                f"« {policy[:40]} » n’est pas une politique de contrôle.",
                f"Écrivez NOM, ou NOM suivi de : {', '.join(':' + known for known in POLICIES)}.",
            )
        zones.append(Zone(programme.zone_id(name), text(name, "--zone"), policy))
    if len({zone.id for zone in zones}) != len(zones):
        raise UserError("zone_twice", "Deux contrôles portent le même nom.", "Changez un des deux --zone.")
    return zones


def zone(options: argparse.Namespace) -> int:
    if all(getattr(options, name) is None for name in _ZONE_OPTIONS):
        with app.read_edition(folder(options)) as store:
            shown = app.find_zone(programme.read_zones(store), text(options.name, "Le nom du contrôle"))
        return say(options, asdict(shown), f"{_rules(shown)}.")
    with writing(options) as opened:
        fresh = Zone(programme.zone_id(options.name), text(options.name, "Le nom du contrôle"))
        ranks = {zone.id: rank for rank, zone in enumerate(opened.zones)}
        same = (
            zone
            for zone in opened.zones
            if options.name == zone.id or fresh.id in (zone.id, programme.zone_id(zone.name))
        )
        changed = _changed(next(same, fresh), options)
        fact = programme.zone_set(changed, ranks.get(changed.id, len(ranks)))
        opened.core.call(lambda store: record(store, opened.reception.settings.author, fact))
    return say(options, asdict(changed), f"Réglé\u202f: {_rules(changed)}.")


def _rules(zone: Zone) -> str:
    """« Contrôle « Jour 1 » : plusieurs entrées (reentry), sans horaire, 300 places »."""
    opens = f"ouvre {dates.moment(zone.opens_ms)}" if zone.opens_ms is not None else ""
    closes = f"ferme {dates.moment(zone.closes_ms)}" if zone.closes_ms is not None else ""
    hours = " et ".join(part for part in (opens, closes) if part) or "sans horaire"
    room = "sans jauge" if zone.capacity is None else counted(zone.capacity, "place")
    votes = f", {_assembly(zone)}" if zone.assembly else ""
    return f"contrôle «\u202f{zone.name}\u202f», {_POLICY_WORDS[zone.policy]} ({zone.policy}), {hours}, {room}{votes}"


def _assembly(zone: Zone) -> str:
    """« assemblée de 131 adhérents, quorum 1/2, 2 pouvoirs par personne »."""
    members = "adhérents d’après la liste" if zone.members is None else counted(zone.members, "adhérent")
    quorum = f"quorum {zone.quorum}" if zone.quorum else "sans quorum"
    return f"assemblée, {members}, {quorum}, {counted(zone.proxy_cap, 'pouvoir')} par personne"


def _changed(zone: Zone, options: argparse.Namespace) -> Zone:
    opens = moment_ms(options.opens) if options.opens else zone.opens_ms
    closes = moment_ms(options.closes) if options.closes else zone.closes_ms
    capacity = options.capacity if options.capacity is not None else zone.capacity
    rules = {
        "assembly": options.assembly,
        "members": options.members,
        "quorum": options.quorum,
        "proxy_cap": options.proxies,
    }
    timed = replace(zone, policy=options.policy or zone.policy, opens_ms=opens, closes_ms=closes, capacity=capacity)
    return checked_zone(replace(timed, **{name: value for name, value in rules.items() if value is not None}))


def pin(options: argparse.Namespace) -> int:
    typed = secret("VI_EVENTS_PIN", "Code superviseur")
    if not typed:
        raise UserError("pin_missing", "Le code superviseur manque.", "Tapez-le, ou donnez-le dans VI_EVENTS_PIN.")
    with writing(options) as opened:
        vault.save(opened.folder, vault.with_pin(opened.vault, vault.checked_pin(typed)))
    return say(options, {"pin": "set"}, "Code superviseur fixé.")


def import_attendees(options: argparse.Namespace) -> int:
    with writing(options) as opened:
        prepared = importing.prepare(
            options.file,
            load_reference(),
            pairs(options.map, "--map"),
            pairs(options.answer, "--answer"),
        )
        outcome = opened.import_prepared(prepared, dry_run=options.dry_run, partial=options.partial)
    report = import_report(prepared, outcome, options.dry_run)
    say(options, report, import_sentences(report))
    if not outcome.refused or options.partial:
        return 0
    if sys.stderr is not None:
        advice = "Des lignes sont refusées : rien n’est importé. Corrigez-les, ou ajoutez --partial."
        print(advice, file=sys.stderr)
    return 1


def undo_import(options: argparse.Namespace) -> int:
    if options.batch is None:
        return _list_imports(options)
    with writing(options) as opened:
        cancelled = opened.undo_import(options.batch)
    said = {"batch": options.batch, "cancelled": cancelled}
    return say(options, said, f"{counted(cancelled, 'inscription annulée', 'inscriptions annulées')}.")


def _list_imports(options: argparse.Namespace) -> int:
    with app.read_edition(folder(options)) as store:
        known = batches.batches(store)
    made = {batch: uuid7_ms(batch) for batch, _ in known}
    said = [
        {"batch": batch, "file": data.get("file"), "rows": data.get("rows"), "state": data["state"]}
        | {"at": iso(made[batch])}
        for batch, data in known
    ]
    lines = [
        f"{batch}  {data.get('file')}, {counted(data.get('rows', 0), 'ligne')}, {dates.moment(made[batch])}\u202f: "
        f"{_IMPORT_STATES[data['state']]}."
        for batch, data in known
    ]
    return say(options, said, "\n".join(lines) or "Aucun import dans cette édition.")


def export(options: argparse.Namespace) -> int:
    with app.read_edition(folder(options)) as store:
        count = exporting.export(store, options.what, options.out, CardMaker(store).authority)
    erasure.note_export(folder(options), options.what, options.out.suffix.lstrip(".").lower())
    return say(options, {"rows": count, "out": str(options.out)}, f"{counted(count, 'ligne')} dans {options.out}.")
