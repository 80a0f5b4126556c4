"""What each command of the command line does."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import date, datetime
from getpass import getpass
from pathlib import Path
from typing import Any

from vi_events import app, paths, settings
from vi_events.checkin.cards import CardMaker
from vi_events.checkin.search import SearchIndex
from vi_events.checkin.views import ScanResult
from vi_events.clock import uuid7_ms
from vi_events.edition import dates, exporting, importing, people, programme, vault
from vi_events.edition.import_report import import_report, import_sentences
from vi_events.edition.models import POLICIES, Zone
from vi_events.edition.programme import Edition
from vi_events.edition.reference import load_reference
from vi_events.edition.text import clean
from vi_events.errors import StorageError, UserError
from vi_events.journal.entry import Author
from vi_events.journal.store import Store
from vi_events.journal.verify import verify

BADGE_WIDTHS = (576, 384)
_POLICY_WORDS = {"once": "une seule entrée", "reentry": "rentrées permises", "in_out": "entrées et sorties"}
_IMPORT_STATES = {"started": "interrompu", "completed": "fait", "undone": "annulé"}
_LONGEST_LINE = 65_536


def _new(options: argparse.Namespace) -> int:
    data = paths.data_folder(options.data)
    edition = Edition(
        options.slug,
        _text(options.title, "--title"),
        _iso_date(options.date),
        _text(options.place, "--place"),
    )
    zones = _zones(options.zone)
    folder = app.create_edition(data, edition, zones)
    said = {"slug": edition.slug, "folder": str(folder), "zones": [asdict(zone) for zone in zones]}
    return _say(options, said, f"Édition «\u202f{edition.title}\u202f» créée dans {folder}.")


def _zone(options: argparse.Namespace) -> int:
    if (options.policy, options.opens, options.closes, options.capacity) == (None,) * 4:
        with app.read_edition(_folder(options)) as store:
            shown = app.find_zone(programme.read_zones(store), _text(options.name, "Le nom du contrôle"))
        return _say(options, asdict(shown), f"{_rules(shown)}.")
    with _writing(options) as opened:
        fresh = Zone(programme.zone_id(options.name), _text(options.name, "Le nom du contrôle"))
        ranks = {zone.id: rank for rank, zone in enumerate(opened.zones)}
        same = (
            zone
            for zone in opened.zones
            if options.name == zone.id or fresh.id in (zone.id, programme.zone_id(zone.name))
        )
        changed = _changed(next(same, fresh), options)
        fact = programme.zone_set(changed, ranks.get(changed.id, len(ranks)))
        opened.core.call(lambda store: _record(store, opened.reception.settings.author, fact))
    return _say(options, asdict(changed), f"Réglé\u202f: {_rules(changed)}.")


def _rules(zone: Zone) -> str:
    """« Contrôle « Jour 1 » : plusieurs entrées (reentry), sans horaire, 300 places »."""
    opens = f"ouvre {dates.moment(zone.opens_ms)}" if zone.opens_ms is not None else ""
    closes = f"ferme {dates.moment(zone.closes_ms)}" if zone.closes_ms is not None else ""
    hours = " et ".join(part for part in (opens, closes) if part) or "sans horaire"
    room = "sans jauge" if zone.capacity is None else f"{zone.capacity} place(s)"
    return f"contrôle «\u202f{zone.name}\u202f», {_POLICY_WORDS[zone.policy]} ({zone.policy}), {hours}, {room}"


def _changed(zone: Zone, options: argparse.Namespace) -> Zone:
    opens = _moment_ms(options.opens) if options.opens else zone.opens_ms
    closes = _moment_ms(options.closes) if options.closes else zone.closes_ms
    capacity = options.capacity if options.capacity is not None else zone.capacity
    if opens is not None and closes is not None and closes <= opens:
        raise UserError("hours_invalid", f"« {zone.name} » fermerait avant d’ouvrir.", "Corrigez les heures.")
    if capacity is not None and capacity < 1:
        raise UserError("capacity_invalid", f"Une jauge de {capacity} n’admet personne.", "Donnez au moins 1.")
    return Zone(zone.id, zone.name, options.policy or zone.policy, opens, closes, capacity)


def _asked_pin() -> str:
    if pin := os.environ.get("VI_EVENTS_PIN"):
        return pin
    if sys.stdin is not None and sys.stdin.isatty():
        return getpass("Code superviseur : ")
    return str(_stdin().readline(_LONGEST_LINE), "utf-8", "replace").strip()


def _pin(options: argparse.Namespace) -> int:
    pin = _asked_pin()
    if not pin:
        raise UserError("pin_missing", "Le code superviseur manque.", "Tapez-le, ou donnez-le dans VI_EVENTS_PIN.")
    if len(pin) < 4:
        raise UserError("pin_short", "Le code superviseur est trop court.", "Choisissez au moins quatre signes.")
    with _writing(options) as opened:
        vault.save(opened.folder, vault.with_pin(opened.vault, pin))
    return _say(options, {"pin": "set"}, "Code superviseur fixé.")


def _import(options: argparse.Namespace) -> int:
    with _writing(options) as opened:
        prepared = importing.prepare(
            options.file,
            load_reference(),
            _pairs(options.map, "--map"),
            _pairs(options.answer, "--answer"),
        )
        outcome = opened.import_prepared(prepared, dry_run=options.dry_run, partial=options.partial)
    report = import_report(prepared, outcome, options.dry_run)
    _say(options, report, import_sentences(report))
    if not outcome.refused or options.partial:
        return 0
    if sys.stderr is not None:
        advice = "Des lignes sont refusées : rien n’est importé. Corrigez-les, ou ajoutez --partial."
        print(advice, file=sys.stderr)
    return 1


def _undo_import(options: argparse.Namespace) -> int:
    if options.batch is None:
        return _list_imports(options)
    with _writing(options) as opened:
        cancelled = opened.undo_import(options.batch)
    said = {"batch": options.batch, "cancelled": cancelled}
    return _say(options, said, f"{cancelled} inscription(s) annulée(s).")


def _list_imports(options: argparse.Namespace) -> int:
    with app.read_edition(_folder(options)) as store:
        known = importing.batches(store)
    made = {batch: uuid7_ms(batch) for batch, _ in known}
    said = [
        {"batch": batch, "file": data.get("file"), "rows": data.get("rows"), "state": data["state"]}
        | {"at": _iso(made[batch])}
        for batch, data in known
    ]
    lines = [
        f"{batch}  {data.get('file')}, {data.get('rows')} ligne(s), {dates.moment(made[batch])}\u202f: "
        f"{_IMPORT_STATES[data['state']]}."
        for batch, data in known
    ]
    return _say(options, said, "\n".join(lines) or "Aucun import dans cette édition.")


def _export(options: argparse.Namespace) -> int:
    with app.read_edition(_folder(options)) as store:
        count = exporting.export(store, options.what, options.out, CardMaker(store).authority)
    return _say(options, {"rows": count, "out": str(options.out)}, f"{count} ligne(s) dans {options.out}.")


def _tickets(options: argparse.Namespace) -> int:
    from vi_events.checkin import tickets

    with app.read_edition(_folder(options)) as store:
        edition = programme.read_edition(store)
        rows = tickets.ticket_rows(store)
    out = Path(_text(options.out, "La destination"))
    suffix = "" if options.out.endswith(("/", os.sep)) else out.suffix.lower()
    if suffix == ".csv":
        tickets.write_tickets_csv(out, rows)
    elif suffix == ".pdf":
        about = tickets.TicketEdition(edition.title, exporting.long_date(edition.date), edition.place)
        tickets.write_tickets_pdf(out, rows, about)
    elif suffix == "":
        tickets.write_tickets_png(out, rows)
    else:
        raise UserError(
            "format_unknown",
            f"« {out.name} » n’est ni .csv, ni .pdf, ni un dossier.",
            "Terminez le nom d’un dossier par une barre oblique.",
        )
    return _say(options, {"tickets": len(rows), "out": options.out}, f"{len(rows)} billet(s) dans {options.out}.")


def _journal(options: argparse.Namespace) -> int:
    with app.read_edition(_folder(options)) as store:
        report = verify(store)
    said = {
        "ok": not report.problems,
        "entries": report.entries,
        "stations": dict(report.stations),
        "subjects": report.subjects,
        "problems": list(report.problems),
    }
    lines = list(report.problems) or [f"Journal intact\u202f: {report.entries} entrées, {report.subjects} sujets."]
    _say(options, said, "\n".join(lines))
    return 0 if not report.problems else 1


def _scan(options: argparse.Namespace) -> int:
    with _writing(options, options.station, options.zone) as opened:
        for line in _lines(_stdin()):
            result = opened.reception.scan(line).result()
            name = result.person.name if result.person else ""
            again = "  (répété, ignoré)" if result.repeat == "ignored" else ""
            _say(options, _scan_said(result), f"{result.verdict:18} {name}  {result.message}{again}")
    return 0


def _lines(stream: Any) -> Iterator[str]:
    """Non-empty lines; what goes beyond the longest line is passed over, so that no line can fill the memory."""
    told = False
    while chunk := stream.readline(_LONGEST_LINE):
        text = chunk.decode("utf-8", "replace").replace("\ufeff", "").strip()
        if text and not told:
            yield text
            told = True
        if chunk.endswith(b"\n"):
            told = False


def _scan_said(result: ScanResult) -> dict[str, Any]:
    said: dict[str, Any] = {
        "verdict": result.verdict,
        "attendee_id": result.person.attendee_id if result.person else None,
        "name": result.person.name if result.person else None,
        "message": result.message,
        "first_at": _iso(result.first_at_ms),
        "first_station": result.first_station or None,
        "zone": result.zone,
        "repeat": result.repeat or None,
        "ms": result.ms,
    }
    if result.candidates:
        said["candidates"] = [_found_said(person) for person in result.candidates]
    return said


def _find(options: argparse.Namespace) -> int:
    with app.read_edition(_folder(options)) as store:
        cards, index = CardMaker(store), SearchIndex()
        for subject, state in store.states_of_type("attendee"):
            if people.is_known(state) and not state.data.get("merged_into"):
                index.put(cards.listed(subject, state))
        found = index.find(options.query)
    lines = [
        f"{person.attendee_id}  {', '.join(filter(None, (_full(person), person.authority, person.function)))}"
        for person in found
    ]
    return _say(
        options,
        [_found_said(person) for person in found],
        "\n".join(lines) or "Personne ne correspond.",
    )


def _full(person: Any) -> str:
    return f"{person.first_name} {person.last_name}".strip()


def _found_said(person: Any) -> dict[str, str]:
    return {
        "attendee_id": person.attendee_id,
        "name": _full(person),
        "authority": person.authority,
        "function": person.function,
        "department": person.department,
    }


def _badge(options: argparse.Namespace) -> int:
    from vi_events.checkin import badges

    if not options.png and not options.printer:
        raise UserError("badge_where", "Il faut dire où va le badge.", "Ajoutez --png FICHIER ou --printer URL.")
    width = options.width or settings.load(paths.data_folder(options.data)).badge_width_dots
    width = width if width in BADGE_WIDTHS else BADGE_WIDTHS[0]  # the settings file may have been edited by hand
    said: dict[str, Any] = {"attendee_id": options.attendee_id}
    with app.read_edition(_folder(options)) as store:
        picture = badges.picture(store, options.attendee_id, width)
    if options.png:
        badges.save_png(picture, options.png)
        said |= {"png": str(options.png), "width": picture.width, "height": picture.height}
    if options.printer:
        with _writing(options) as opened:
            outcome = badges.print_once_now(opened.reception, options.attendee_id, picture, options.printer)
        said |= {"state": outcome.state, "reason": outcome.reason}
    _say(options, said, f"Badge\u202f: {said.get('state', 'fait')}. {said.get('reason', '')}".strip())
    return 0 if said.get("state", "sent") in ("confirmed", "sent") else 1


def _printer(options: argparse.Namespace) -> int:
    from vi_events.checkin.printers import open_printer

    status = open_printer(options.url).check()
    _say(options, {"url": options.url, **asdict(status)}, status.text)
    return 0 if status.online else 1


def _doctor(options: argparse.Namespace) -> int:
    from vi_events import doctor

    findings = doctor.examine(paths.data_folder(options.data), options.edition)
    said = {"ok": all(f.level != "bad" for f in findings), "checks": [asdict(f) for f in findings]}
    lines = [f"[{f.level:4}] {f.name}\u202f: {f.text} {f.advice}".rstrip() for f in findings]
    _say(options, said, "\n".join(lines))
    return 0 if said["ok"] else 1


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "new": _new,
    "zone": _zone,
    "pin": _pin,
    "import": _import,
    "undo-import": _undo_import,
    "export": _export,
    "tickets": _tickets,
    "journal": _journal,
    "scan": _scan,
    "find": _find,
    "badge": _badge,
    "printer": _printer,
    "doctor": _doctor,
}


def _folder(options: argparse.Namespace) -> Path:
    return paths.chosen_edition(paths.data_folder(options.data), options.edition)


def _writing(options: argparse.Namespace, station: str | None = None, zone: str = "") -> Any:
    known = settings.load(paths.data_folder(options.data))
    author = Author(clean(station or known.station, 40) or "poste-1", known.operator)
    return app.open_edition(_folder(options), author, zone)


def _record(store: Store, author: Author, fact: Any) -> None:
    with store.transaction(author) as tx:
        tx.record(fact)


def _say(options: argparse.Namespace, said: Any, sentence: str) -> int:
    try:
        print(json.dumps(said) if options.json else sentence, flush=True)
    except BrokenPipeError:
        raise
    except OSError as problem:
        why = exporting.why(problem)
        raise StorageError(
            "output_failed", f"Le résultat n’a pas pu s’écrire ({why}).", "L’action est faite."
        ) from problem
    return 0


def _stdin() -> Any:
    if sys.stdin is None:
        raise UserError("no_input", "L’entrée standard est fermée.", "Envoyez-y un code par ligne.")
    return sys.stdin.buffer


def _text(value: str, option: str) -> str:
    if not (text := clean(value)):
        raise UserError("value_missing", f"{option} est vide.", "Donnez un texte.")
    return text


def _iso_date(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise _date_invalid(value, "Écrivez AAAA-MM-JJ.") from None


def _moment_ms(value: str) -> int:
    try:
        return int(datetime.fromisoformat(value).timestamp() * 1000)
    except (ValueError, OverflowError, OSError):
        raise _date_invalid(value, "Écrivez AAAA-MM-JJTHH:MM.") from None


def _date_invalid(value: str, advice: str) -> UserError:
    return UserError("date_invalid", f"«\u202f{value[:40]}\u202f» n’est pas une date.", advice)


def _iso(at_ms: int | None) -> str | None:
    return (
        None if at_ms is None else datetime.fromtimestamp(at_ms / 1000).astimezone().isoformat(timespec="milliseconds")
    )


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
        zones.append(Zone(programme.zone_id(name), _text(name, "--zone"), policy))
    if len({zone.id for zone in zones}) != len(zones):
        raise UserError("zone_twice", "Deux contrôles portent le même nom.", "Changez un des deux --zone.")
    return zones


def _pairs(given: list[str], option: str) -> dict[str, str]:
    pairs = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals or not name.strip() or not value.strip():
            raise UserError(
                "pair_invalid", f"«\u202f{pair[:60]}\u202f» ne va pas avec {option}.", "Écrivez nom=valeur."
            )
        pairs[name.strip()] = value.strip()
    return pairs
