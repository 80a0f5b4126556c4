"""What is not ready yet: a list, each line with its place in the preparation window. ``doctor`` tells the same.

``readiness`` is pure; ``look`` reads the edition in its folder, beside the program that may hold it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from vi_events import app, backup
from vi_events.checkin import hard_badges
from vi_events.checkin.attendance import overlaps
from vi_events.clock import COUNTER_BITS, hour
from vi_events.doctor import Finding
from vi_events.edition import dates, roster
from vi_events.edition.models import Attendee, Zone
from vi_events.edition.programme import Edition, Programme, authority, read_programme
from vi_events.edition.reference import load_reference
from vi_events.edition.roster import PersonRow
from vi_events.edition.text import counted
from vi_events.errors import UserError
from vi_events.journal.store import Store
from vi_events.sentences import joined, quoted, say, say_of
from vi_events.stage.compiling import Sources, compile_revision
from vi_events.stage.documents import DRAFT, NONE, EditionDocuments
from vi_events.stage.preflight import Finding as StageFinding
from vi_events.stage.preflight import Surfaces, preflight
from vi_events.stage.theme import theme_or_default
from vi_events.stations.roles_here import PALMARES, allowed, role_in

_LEVELS = ("bad", "warn")
_NAMES_TRIED = 300
"""Free names of authorities that are looked up, at 20 ms each; where there are more, the list was not made from names
at all.
"""
_NOTED_TO_MS = 1000
"""When a backup was made is noted to the second."""
_ABOUT_ITSELF = ("exported", "erasure_announced", "erasure_done", "station_admitted")
"""Kinds of entries that need no new backup."""
_PLACES = {
    "dossier": ("folder", "devices", ""),
    "disque": ("disk", "devices", ""),
    "édition": ("journal", "secrets", "backup"),
    "clé des billets": ("ticket_key", "secrets", "tickets"),
    "code superviseur": ("pin", "secrets", "pin"),
    "données personnelles": ("retention", "closing", "erasure"),
    "polices": ("fonts", "devices", ""),
    "imprimante": ("printer", "devices", "printers"),
    "douchette série": ("scanner", "devices", "scanner"),
}
"""By the name of a doctor's finding: key, page, item."""


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing to see to. ``level`` is warn or bad; ``page`` and ``item`` say where it is put right: pages of the
    preparation window, and what ``show_item`` selects there. ``count``: of how many it is said, 0 when of one thing.
    """

    key: str
    level: str
    sentence: str
    page: str
    item: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Roll:
    """What is to be said of the people on the list and of their authorities; each is a number."""

    expected: int = 0
    without_authority: int = 0
    without_ticket: int = 0
    guests: int = 0
    doubles: int = 0
    ambiguous: int = 0
    unlisted: int = 0
    overlapping: int = 0
    long_badges: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """What ``look`` found. ``stage``: the preflight's findings, None when the palmarès is locked or another's.
    ``palmares`` is a state of ``stage.documents``, empty when it is another station's. ``unsaved``: entries since the
    last backup, at ``saved_ms`` (None: never).
    """

    programme: Programme
    roll: Roll = Roll()
    palmares: str = ""
    stage: tuple[StageFinding, ...] | None = None
    saved_ms: int | None = None
    unsaved: int = 0
    erased: bool = False


def readiness(known: Known | None, findings: Iterable[Finding]) -> tuple[Missing, ...]:
    """Everything to see to, the worst first. ``findings`` are ``doctor``'s; ``known`` is None without an edition."""
    found = [*(gaps(known) if known else ()), *_of_doctor(findings)]
    return tuple(sorted(found, key=lambda missing: _LEVELS.index(missing.level)))


def gaps(known: Known) -> Iterator[Missing]:
    """What the edition itself lacks, that ``doctor``'s findings do not say. Pure."""
    if known.erased:
        return
    yield from _of_days(known.programme.edition, known.programme.zones)
    yield from _of_people(known.roll)
    yield from _of_authorities(known.roll)
    yield from _of_palmares(known)
    if known.saved_ms is None:
        yield Missing("backup", "warn", say("Aucune sauvegarde de l’édition n’a été faite."), "secrets", "backup")
    elif known.unsaved:
        day, since = dates.day_of(known.saved_ms), counted(known.unsaved, "entrée")
        said = say("La sauvegarde date du {0} à {1}\u202f: {2} depuis.", day, hour(known.saved_ms), since)
        yield Missing("backup", "warn", said, "secrets", "backup", known.unsaved)


def _of_doctor(findings: Iterable[Finding]) -> Iterator[Missing]:
    for finding in findings:
        if finding.level != "ok" and finding.name in _PLACES:
            key, page, item = _PLACES[finding.name]
            yield Missing(key, finding.level, finding.text, page, item)


def _of_days(edition: Edition, zones: Sequence[Zone]) -> Iterator[Missing]:
    timeless = [zone for zone in zones if zone.opens_ms is None or zone.closes_ms is None]
    if edition.until and timeless:
        said = say(
            "{0} sans horaire, sur plusieurs jours\u202f: {1}.", counted(len(timeless), "contrôle"), _some(timeless)
        )
        yield Missing("zone_hours", "warn", said, "edition", timeless[0].id, len(timeless))
    astray = [zone for zone in zones if not _within(zone, edition)]
    if astray:
        said = say("{0} hors des jours de l’édition\u202f: {1}.", counted(len(astray), "contrôle"), _some(astray))
        yield Missing("zone_days", "bad", said, "edition", astray[0].id, len(astray))


def _of_people(roll: Roll) -> Iterator[Missing]:
    if not roll.expected:
        yield Missing("attendees", "warn", say("La liste des participant·es est vide."), "attendees", "importer")
        return
    if roll.without_authority:
        who = counted(roll.without_authority, "participant·e")
        said = say("{0} sans collectivité, hors presse, partenaires et équipe.", who)
        yield Missing("authority", "warn", said, "attendees", "sans-collectivite", roll.without_authority)
    if roll.without_ticket:
        said = say("{0} sans billet.", counted(roll.without_ticket, "participant·e"))
        yield Missing("ticket", "warn", said, "attendees", "sans-billet", roll.without_ticket)
    if roll.guests == roll.expected:
        said = say("Aucune catégorie dans la liste\u202f: tout le monde y est invité·e.")
        yield Missing("category", "warn", said, "attendees", "sans-categorie", roll.guests)
    if roll.doubles:
        alike = counted(roll.doubles, "fiche")
        said = say("{0} au même nom dans la même collectivité\u202f: une personne en double\u202f?", alike)
        yield Missing("doubles", "warn", said, "attendees", "homonymes", roll.doubles)
    if roll.overlapping:
        said = say_of(
            roll.overlapping,
            "{0} participant·e inscrit·e à deux ateliers qui se chevauchent.",
            "{0} participant·es inscrit·es à deux ateliers qui se chevauchent.",
        )
        yield Missing("overlap", "warn", said, "attendees", "ateliers", roll.overlapping)
    if roll.long_badges:
        least = say("Au moins ") if roll.long_badges == hard_badges.MOST_TRIED else ""
        hard = say("{0}{1} à lire de près", least, counted(roll.long_badges, "badge"))
        said = say("{0}\u202f: texte trop petit ou coupé, ou lettre absente de la police.", hard)
        yield Missing("badge", "warn", said, "attendees", "badge-long", roll.long_badges)


def _of_authorities(roll: Roll) -> Iterator[Missing]:
    if roll.ambiguous:
        said = say_of(
            roll.ambiguous,
            "{0} nom désigne plusieurs collectivités\u202f: laquelle\u202f?",
            "{0} noms désignent plusieurs collectivités\u202f: laquelle\u202f?",
        )
        yield Missing("ambiguous", "warn", said, "authorities", "homonymes", roll.ambiguous)
    if roll.unlisted:
        said = say("{0} hors de la liste officielle, à vérifier.", counted(roll.unlisted, "collectivité"))
        yield Missing("unlisted", "warn", said, "authorities", "a-verifier", roll.unlisted)


def _of_palmares(known: Known) -> Iterator[Missing]:
    if known.palmares == NONE:
        yield Missing("palmares", "warn", say("Le palmarès n’est pas encore importé."), "palmares")
    if known.palmares == DRAFT:
        said = say("Le palmarès n’est pas scellé\u202f: il se lit en clair sur ce poste.")
        yield Missing("seal", "warn", said, "palmares", "seal")
    # By their number: nothing of a sealed document may show in a list that stays on the screen.
    levels = Counter(finding.level for finding in known.stage or () if finding.code != "not_sealed")
    if levels["bad"]:
        said = say_of(
            levels["bad"],
            "{0} point du palmarès ou du conducteur interdit d’armer.",
            "{0} points du palmarès ou du conducteur interdisent d’armer.",
        )
        yield Missing("stage", "bad", said, "palmares", "check", levels["bad"])
    if levels["sign"]:
        said = say("{0} du palmarès à regarder à l’écran, puis à approuver.", counted(levels["sign"], "nom"))
        yield Missing("stage_names", "warn", said, "palmares", "check", levels["sign"])
    if levels["warn"]:
        said = say("{0} sur le palmarès ou le conducteur.", counted(levels["warn"], "remarque"))
        yield Missing("stage_remarks", "warn", said, "palmares", "check", levels["warn"])


def _within(zone: Zone, edition: Edition) -> bool:
    days = [datetime.fromtimestamp(at / 1000).date().isoformat() for at in (zone.opens_ms, zone.closes_ms) if at]
    return all(edition.date <= day <= edition.last_day for day in days)


def _some(zones: Sequence[Zone], most: int = 3) -> str:
    shown = joined(quoted(zone.name) for zone in zones[:most])
    return say("{0} et {1}", shown, counted(len(zones) - most, "autre")) if len(zones) > most else shown


# Reading


def look(folder: Path, stage: tuple[StageFinding, ...] | None = None) -> Known:
    """What is known of the edition in ``folder``. ``stage``: the preflight of a palmarès that is open; a draft is
    checked here. Takes a second per 50,000 people: not for a window's thread.
    """
    with app.read_edition(folder) as store:
        programme = read_programme(store)
        if store.erasures.edition:
            return Known(programme, erased=True)
        saved_ms = backup.last_backup_ms(store)
        roll, unsaved = read_roll(store, programme.zones), _entries_since(store, saved_ms or 0)
    if PALMARES not in allowed(role_in(folder)):
        return Known(programme, roll, saved_ms=saved_ms, unsaved=unsaved)
    documents = EditionDocuments(folder)
    state = documents.state
    if stage is None and state == DRAFT:
        stage = _preflight(documents, programme.edition, folder)
    return Known(programme, roll, state, stage, saved_ms, unsaved)


def read_roll(store: Store, zones: Sequence[Zone]) -> Roll:
    """What is to be said of the people on the list of a store, and of their authorities."""
    *_, everybody = roster.read_people(store)
    *_, unclear = hard_badges.unclear(store)
    people = everybody.expected()
    ambiguous, unlisted = _doubts(store, {row.authority_id for row in people})
    return Roll(
        expected=len(people),
        without_authority=len(everybody.lacking("authority")),
        without_ticket=len(everybody.lacking("ticket")),
        guests=sum(row.category == "guest" for row in people),
        doubles=len(everybody.lacking("double")),
        ambiguous=ambiguous,
        unlisted=unlisted,
        overlapping=len({each.attendee.id for each in overlaps(map(_attendee, people), zones)}),
        long_badges=len(unclear),
    )


def _attendee(row: PersonRow) -> Attendee:
    return Attendee(row.id, row.last_name, zones=row.zones)


def _doubts(store: Store, authority_ids: set[str]) -> tuple[int, int]:
    """How many free names mean several authorities, and how many none for sure."""
    states = store.states([f"authority:{id_}" for id_ in authority_ids])
    free = [each for each in map(authority, states.values()) if roster.is_free(each)]
    reference = load_reference()
    doubts = [doubt for each in free[:_NAMES_TRIED] if (doubt := roster.doubt(each, reference))]
    ambiguous = sum(doubt.ambiguous for doubt in doubts)
    return ambiguous, len(doubts) - ambiguous + len(free[_NAMES_TRIED:])


def _preflight(documents: EditionDocuments, edition: Edition, folder: Path) -> tuple[StageFinding, ...]:
    theme, about = theme_or_default(folder)[0], app.about(edition, folder)
    try:
        document, number = documents.load()
        header = theme.header or about.header
        sources = Sources(document.palmares, document.rundown, load_reference(), about.title, header)
        revision = compile_revision(sources, number)
    except UserError as problem:
        return (StageFinding("bad", problem.code, problem.message),)
    return preflight(revision, document, Surfaces(), theme.fonts)


def _entries_since(store: Store, at_ms: int) -> int:
    marks = ", ".join("?" * len(_ABOUT_ITSELF))
    query = f"SELECT count(*) FROM entry WHERE hlc > ? AND kind NOT IN ({marks})"
    with store.reading() as connection:
        (found,) = connection.execute(query, ((at_ms + _NOTED_TO_MS) << COUNTER_BITS, *_ABOUT_ITSELF)).fetchone()
    return int(found)
