"""Changing an edition once it exists: its title, dates and place, its zones. Checked, recorded in one gesture, undone.

Runs in the core thread. What is wrong raises UserError, and nothing is recorded.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date

from vi_events.checkin.assembly import with_rules
from vi_events.edition import programme
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition, Programme
from vi_events.edition.text import clean, counted
from vi_events.errors import UserError
from vi_events.journal.entry import Author, Entry, Fact, cancel
from vi_events.journal.store import Change, Store
from vi_events.sentences import say

LONGEST_ACCESS = 1500
_NAMES = {"title": say("Le titre"), "place": say("Le lieu"), "organiser": say("L’organisateur")}


@dataclass(frozen=True, slots=True)
class Saved:
    """What a change recorded, to be undone as a whole; no entry when nothing differed."""

    entries: tuple[Entry, ...] = ()


def checked_edition(edition: Edition) -> Edition:
    """The edition with its texts cleaned. UserError: ``edition_incomplete``, ``days_invalid``, ``retention_early``."""
    texts = {name: clean(getattr(edition, name), 120) for name in _NAMES}
    for name, text in texts.items():
        if not text:
            raise UserError("edition_incomplete", say("{0} manque.", _NAMES[name]), "Écrivez-le, puis enregistrez.")
    until = "" if edition.until == edition.date else edition.until
    if until and date.fromisoformat(until) < date.fromisoformat(edition.date):
        raise UserError("days_invalid", "Le dernier jour vient avant le premier.", "Corrigez l’un des deux.")
    checked = replace(
        edition,
        title=texts["title"],
        place=texts["place"],
        organiser=texts["organiser"],
        until=until,
        access=_lines(edition.access),
    )
    if checked.retention and checked.retention < checked.last_day:
        raise UserError(
            "retention_early",
            "Les noms seraient effacés avant la fin de la cérémonie.",
            "Choisissez un jour d’après, ou laissez la règle des trois mois.",
        )
    return checked


def checked_zone(zone: Zone) -> Zone:
    """The zone with its name cleaned. UserError: ``zone_unnamed``, ``hours_invalid``, ``capacity_invalid``, and those
    of ``assembly.with_rules``.
    """
    name = clean(zone.name, 60)
    if not name:
        raise UserError("zone_unnamed", "Un contrôle n’a pas de nom.", "Donnez-lui-en un, ou retirez la ligne.")
    if zone.opens_ms is not None and zone.closes_ms is not None and zone.closes_ms <= zone.opens_ms:
        raise UserError(
            "hours_invalid", say("«\u202f{0}\u202f» fermerait avant d’ouvrir.", name), "Corrigez les heures."
        )
    if zone.capacity is not None and zone.capacity < 1:
        raise UserError(
            "capacity_invalid", say("Une jauge de {0} n’admet personne.", zone.capacity), "Donnez au moins 1."
        )
    return with_rules(replace(zone, name=name), {})


def save(store: Store, author: Author, before: Programme, wanted: Programme) -> tuple[Saved, Change | None]:
    """Records what differs between ``before``, as the person saw it, and ``wanted``: what another station changed
    meanwhile stays. UserError also ``zone_twice``, ``zone_used`` and ``zones_missing``.
    """
    edition, zones = checked_edition(wanted.edition), [checked_zone(zone) for zone in wanted.zones]
    _check_names(zones)
    gone = {zone.id for zone in before.zones} - {zone.id for zone in zones}
    for zone in before.zones:
        if zone.id in gone:
            _check_unused(store, zone)
    facts = [*_of_edition(before.edition, edition), *_of_zones(before.zones, zones), *map(programme.zone_removed, gone)]
    if not facts:
        return Saved(), None
    with store.transaction(author) as tx:
        entries = tx.record(*facts)
    return Saved(entries), tx.change


def undo(store: Store, author: Author, saved: Saved) -> Change:
    """Cancels what was saved: each thing is again what the entries before make of it. UserError ``zone_used``."""
    for entry in saved.entries:
        made_here = len(store.entries_of(entry.subject)) == 1
        if entry.kind == "zone_set" and made_here:
            _check_unused(store, Zone(entry.subject.partition(":")[2], str(entry.payload["name"])))
    with store.transaction(author) as tx:
        tx.record(*(cancel(entry.id, entry.subject) for entry in saved.entries))
    return tx.change


def _of_edition(before: Edition, wanted: Edition) -> Iterator[Fact]:
    known = asdict(before)
    fields = {name: value for name, value in asdict(wanted).items() if value != known[name]}
    if fields:
        yield programme.edition_corrected(fields)


def _of_zones(before: Sequence[Zone], wanted: Sequence[Zone]) -> Iterator[Fact]:
    known = {zone.id: (rank, zone) for rank, zone in enumerate(before)}
    for rank, zone in enumerate(wanted):
        if known.get(zone.id) != (rank, zone):
            yield programme.zone_set(zone, rank)


def _check_names(zones: Sequence[Zone]) -> None:
    if not zones:
        raise UserError("zones_missing", "Il faut au moins un contrôle.", "Ajoutez-en un.")
    known: dict[str, str] = {}
    for zone in zones:
        same = known.setdefault(programme.zone_id(zone.name), zone.id)
        if same != zone.id:
            raise UserError(
                "zone_twice",
                say("Deux contrôles s’appellent «\u202f{0}\u202f».", zone.name),
                "Changez l’un des deux noms.",
            )


def _check_unused(store: Store, zone: Zone) -> None:
    """UserError ``zone_used`` when somebody came in there, or is on its list."""
    # The keys of checkin.presence and of edition.people.
    came, listed = store.counts_under(f"#by:{zone.id}:"), store.counts_under(f"#exp:{zone.id}:")
    if came:
        raise UserError(
            "zone_used",
            say(
                "«\u202f{0}\u202f» ne se retire pas\u202f: {1}.",
                zone.name,
                counted(came, "personne y est entrée", "personnes y sont entrées"),
            ),
            "Gardez ce contrôle\u202f; fermez-le par ses heures s’il ne sert plus.",
        )
    if listed:
        raise UserError(
            "zone_used",
            say(
                "«\u202f{0}\u202f» ne se retire pas\u202f: {1}.",
                zone.name,
                counted(listed, "personne y est inscrite", "personnes y sont inscrites"),
            ),
            "Donnez-leur d’abord d’autres contrôles." if listed > 1 else "Donnez-lui d’abord d’autres contrôles.",
        )


def _lines(text: str) -> str:
    """Several lines, each cleaned."""
    return "\n".join(clean(line, 300) for line in text.splitlines()).strip()[:LONGEST_ACCESS]
