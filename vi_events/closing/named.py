"""The tables that bear names: who did not come, whom a supervisor let in. They stand apart from the report, and exist
only as long as the names do.
"""

from collections.abc import Iterator

from vi_events.checkin.badge import CATEGORY_LABELS
from vi_events.checkin.cards import CardMaker
from vi_events.closing.contents import Table, stamp
from vi_events.closing.door import is_live, when_ms
from vi_events.closing.figures import read_day
from vi_events.edition import people, programme
from vi_events.edition.collation import sort_key
from vi_events.edition.grammar import printed
from vi_events.edition.reference import Reference
from vi_events.journal.entry import CANCELLED
from vi_events.journal.fold import State, cancelled_ids
from vi_events.journal.store import Store

_ABSENT = ("Nom", "Prénom", "Fonction", "Collectivité", "Catégorie")
_LET_IN = ("Heure", "Poste", "Opérateur", "Contrôle", "Nom", "Prénom", "Motif")


def named_tables(store: Store, reference: Reference) -> tuple[Table, ...]:
    """What there is to tell by name; nothing once names are erased."""
    tables = (
        Table("nominatif-absents", "Personnes absentes", _ABSENT, _absent(store, reference)),
        Table("nominatif-derogations", "Entrées par dérogation", _LET_IN, tuple(_let_in(store))),
    )
    return tuple(table for table in tables if table.rows)


def _absent(store: Store, reference: Reference) -> tuple[tuple[str, ...], ...]:
    """People who were invited and never came, in alphabetical order."""
    missing = [person for person in read_day(store, reference).everybody() if person.invited and not person.came]
    states = store.states([people.subject(person.id) for person in missing])
    cards = CardMaker(store)
    rows = []
    for subject, state in states.items():
        person = people.attendee(subject, state)
        if person.name:
            place = printed(cards.authority(person.authority_id).name)
            category = CATEGORY_LABELS.get(person.category, person.category)
            rows.append((person.last_name, person.first_name, person.function, place, category))
    return tuple(sorted(rows, key=lambda row: (sort_key(row[0], article_last=False), sort_key(row[1]), row[3])))


def _let_in(store: Store) -> Iterator[tuple[str, ...]]:
    """Admissions against the rules, in order of time."""
    dead = cancelled_ids(store.entries(CANCELLED))
    zones = {zone.id: zone.name for zone in programme.read_zones(store)}
    for entry in store.entries("attendee_admitted"):
        if entry.payload.get("override") and entry.id not in dead and is_live(entry):
            person = people.attendee(entry.subject, store.state(entry.subject) or State())
            if person.name:
                zone = str(entry.payload.get("zone", ""))
                reason = str((entry.personal or {}).get("reason", ""))
                where = (stamp(when_ms(entry)), entry.station, entry.operator, zones.get(zone, zone))
                yield (*where, person.last_name, person.first_name, reason)
