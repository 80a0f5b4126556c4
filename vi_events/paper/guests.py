"""People on paper: the alphabetical list, a signature sheet for each zone, and the boxes of badges."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from vi_events.checkin import presence, print_jobs
from vi_events.checkin.badge import CATEGORY_LABELS
from vi_events.checkin.cards import CardMaker
from vi_events.clock import clock_time
from vi_events.edition import people
from vi_events.edition.collation import sort_key
from vi_events.edition.models import Attendee, Zone
from vi_events.edition.text import counted, fold
from vi_events.journal.store import Store
from vi_events.paper.heading import PERSONAL, Heading
from vi_events.typesetting.sheets import Column, Sheets

NOT_EXPECTED = "–"
_MOST_ZONES = 6
"""Columns of boxes that leave room for the names."""
_SIGNATURE_MM, _WALK_INS = 11.0, 12
_STATUSES = {
    "cancelled": "inscription annulée",
    "revoked": "inscription révoquée",
    "not_confirmed": "inscription non confirmée",
}


@dataclass(frozen=True, slots=True)
class Guest:
    """One person as the sheets need them. ``came_ms`` holds, by zone, when they came in."""

    person: Attendee
    authority: str
    box: str = ""
    handed: bool = False
    came_ms: dict[str, int] = field(default_factory=dict)

    @property
    def listed_name(self) -> str:
        """« MARTIN Jeanne »."""
        return f"{self.person.last_name.upper()} {self.person.first_name}".strip()

    @property
    def initial(self) -> str:
        """The letter that they are filed under."""
        begun = (fold(self.person.last_name) or fold(self.person.first_name))[:1].upper()
        return begun if begun.isalpha() else "#"

    @property
    def standing(self) -> str:
        """« inscription annulée », or nothing."""
        return _STATUSES.get(self.person.status, "")

    def expected_in(self, zone: Zone) -> bool:
        return not self.person.zones or zone.id in self.person.zones


def read_guests(store: Store, zones: Sequence[Zone]) -> list[Guest]:
    """Everybody whose name is known, in alphabetical order; merged records are left out."""
    cards = CardMaker(store)
    found = []
    for subject, state in store.states_of_type("attendee"):
        person = people.attendee(subject, state)
        if state.data.get("merged_into") or not person.name:
            continue
        came = {zone.id: presence.last_admission(state, zone.id) for zone in zones}
        found.append(
            Guest(
                person,
                cards.authority(person.authority_id).name,
                print_jobs.box(state),
                bool(state.data.get("handed")),
                {zone_id: admission[0] for zone_id, admission in came.items() if admission},
            )
        )
    return sorted(found, key=_by_name)


def alphabetical_sheets(guests: Sequence[Guest], zones: Sequence[Zone], heading: Heading) -> Sheets:
    """Everybody under their letter, with a box to tick for each zone, or when they came in."""
    sheets = heading.sheets("Liste alphabétique", PERSONAL, landscape=True)
    boxed = any(guest.box for guest in guests)
    marked = list(zones) if len(zones) <= _MOST_ZONES else []
    how = (
        "Case vide\u202f: attendu·e, à cocher à l’entrée. Heure\u202f: déjà là quand la liste a été imprimée. "
        f"«\u202f{NOT_EXPECTED}\u202f»\u202f: non attendu·e à ce contrôle."
        if marked
        else "Case à cocher à l’entrée, pour les contrôles écrits à côté\u202f; aucun autre n’attend la personne."
    )
    sheets.note(f"{counted(len(guests), 'personne')}. {how}")
    columns = [
        Column("Nom", 4.6, bold=True),
        Column("Fonction", 5),
        Column("Collectivité", 4),
        Column("Catégorie", 2.1),
        *([Column("Boîte du badge", 1.4)] if boxed else ()),
        *(Column(zone.name, 1.7, "C", box=True) for zone in marked),
    ]
    if not marked:
        columns += [Column("Contrôles", 4), Column("Là", 1, "C", box=True)]
    sheets.table(columns, _lettered(guests, zones, marked, boxed))
    return sheets


def signature_sheets(guests: Iterable[Guest], zone: Zone, heading: Heading) -> Sheets:
    """Those who are expected in a zone, with room to sign, and empty lines for those who are not on the list."""
    sheets = heading.sheets(f"Émargement – {zone.name}", PERSONAL)
    expected = [
        each for each in guests if each.expected_in(zone) and each.person.status not in ("cancelled", "revoked")
    ]
    columns = (
        Column("N°", 1.3, "R"),
        Column("Nom", 4.5, bold=True),
        Column("Fonction", 3.8),
        Column("Collectivité", 4),
        Column("Signature", 4.5),
    )
    if expected:
        sheets.note(f"{counted(len(expected), 'personne')}, inscriptions non confirmées comprises.")
        rows = ((str(rank), *_words(guest), "") for rank, guest in enumerate(expected, 1))
        sheets.table(columns, rows, _SIGNATURE_MM)
    else:
        sheets.paragraph("Personne n’est attendu à ce contrôle.")
    sheets.heading("Personnes qui ne sont pas sur la liste")
    sheets.table(columns, [("",) * len(columns)] * _WALK_INS, _SIGNATURE_MM)
    return sheets


def box_sheets(guests: Iterable[Guest], heading: Heading) -> Sheets | None:
    """Whose badge waits in which box; None when no badge waits anywhere."""
    boxed = sorted((guest for guest in guests if guest.box), key=lambda each: (sort_key(each.box), _by_name(each)))
    if not boxed:
        return None
    sheets = heading.sheets("Boîtes de badges", PERSONAL)
    columns = (
        Column("Nom", 5, bold=True),
        Column("Collectivité", 5),
        Column("Catégorie", 2.6),
        Column("Remis", 1.5, "C", box=True),
    )
    for box, inside in groupby(boxed, key=lambda each: each.box):
        known = list(inside)
        sheets.heading(f"Boîte {box}\u202f: {counted(len(known), 'badge')}")
        sheets.table(columns, (_badge(guest) for guest in known))
    return sheets


def _by_name(guest: Guest) -> tuple[object, ...]:
    person = guest.person
    last = person.last_name or person.first_name
    return guest.initial == "#", sort_key(last, article_last=False), sort_key(person.first_name), person.id


def _lettered(
    guests: Sequence[Guest], zones: Sequence[Zone], marked: Sequence[Zone], boxed: bool
) -> Iterator[Sequence[str]]:
    for initial, alike in groupby(guests, key=lambda each: each.initial):
        yield (initial,)
        for guest in alike:
            marks = [_mark(guest, zone) for zone in marked] or [_zone_names(guest, zones), ""]
            box = (guest.box,) if boxed else ()
            yield (*_words(guest), CATEGORY_LABELS[guest.person.category], *box, *marks)


def _words(guest: Guest) -> tuple[str, str, str]:
    """Name, function, authority."""
    name = "\n".join(part for part in (guest.listed_name, guest.standing) if part)
    return name, guest.person.function, guest.authority


def _mark(guest: Guest, zone: Zone) -> str:
    """An empty mark is a box to tick."""
    if zone.id in guest.came_ms:
        return clock_time(guest.came_ms[zone.id])
    return "" if guest.expected_in(zone) else NOT_EXPECTED


def _zone_names(guest: Guest, zones: Sequence[Zone]) -> str:
    return ", ".join(zone.name for zone in zones if guest.expected_in(zone)) if guest.person.zones else "tous"


def _badge(guest: Guest) -> tuple[str, ...]:
    handed = "remis" if guest.handed else ""
    return guest.listed_name, guest.authority, CATEGORY_LABELS[guest.person.category], handed
