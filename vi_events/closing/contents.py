"""What the report says, in order: headlines, then sections of words and tables, some with a chart. The page, the PDF
and the CSV files all write these. Pure.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from vi_events.clock import hour
from vi_events.closing import charts
from vi_events.closing.charts import Chart
from vi_events.closing.counting import Count, local
from vi_events.closing.desks import BUSY_GAP_S, DeskPace
from vi_events.closing.figures import Figures
from vi_events.closing.turnout import Turnout
from vi_events.edition.dates import long_date, moment, same_day
from vi_events.sentences import joined, say

Cell = str | int | float


@dataclass(frozen=True, slots=True, repr=False)
class Table:
    """Rows under titles. The first column says what each row is about; ``name`` is that of its files."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    chart: Chart | None = None
    """The same as a picture."""
    to_read: bool = True
    """False: too long to be read, its rows are only in a file."""

    def is_numeric(self, rank: int) -> bool:
        """Whether a column holds figures, shares or dashes for none, and stands at the right."""
        cells = [row[rank] for row in self.rows]
        return all(not isinstance(cell, str) or cell.endswith("\u00a0%") or cell == "—" for cell in cells)


@dataclass(frozen=True, slots=True, repr=False)
class Section:
    """A part of the report. Tables without a row are left out."""

    title: str
    words: tuple[str, ...]
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """One large number, what it counts, and a line that puts it in proportion."""

    label: str
    value: str
    detail: str


def headlines(figures: Figures) -> tuple[Headline, ...]:
    """What is read first."""
    people, authorities, awards, work = figures.people, figures.authorities, figures.awards, figures.work
    found = [
        Headline(
            say("personnes venues"),
            number(people.came),
            say("{0} des {1} invitées", _came(people), number(people.invited)),
        ),
        Headline(
            say("absentes"), number(people.no_shows), say("{0} des invitées", share(people.no_shows, people.invited))
        ),
        Headline(
            say("inattendues"), number(people.unexpected), say("dont {0} ajoutées à l’accueil", number(work.walk_ins))
        ),
        Headline(
            say("collectivités représentées"),
            number(authorities.came),
            say("{0} des {1} invitées, organismes compris", _came(authorities), number(authorities.invited)),
        ),
    ]
    if awards.total:
        communes = number(awards.member_communes)
        territories = say("dont {0} territoires ({1} communes membres)", len(awards.territories), communes)
        found.append(Headline(say("labels annoncés"), number(awards.total), territories))
    if figures.desks:
        pace = max(figures.desks, key=lambda pace: pace.peak)
        when = joined((moment(pace.peak_ms), pace.station))
        busiest = say("passages dans la minute la plus chargée d’un poste")
        found.append(Headline(busiest, number(pace.peak), when))
    return tuple(found)


def sections(figures: Figures) -> tuple[Section, ...]:
    """The report, in order."""
    return (_attendance(figures), _authorities(figures), _reception(figures), _awards(figures))


def number(value: Cell) -> str:
    """« 1 365 », « 2,4 »; words as they are."""
    return value if isinstance(value, str) else f"{value:,}".replace(",", "\u202f").replace(".", ",")


def share(part: int, whole: int) -> str:
    """« 88 % », or a dash of nothing."""
    return say("{0}\u00a0%", round(100 * part / whole)) if whole else "—"


def stamp(at_ms: int) -> str:
    """« 2027-02-05 09:12 », which tables sort well."""
    return local(at_ms).isoformat(sep=" ", timespec="minutes")


def _attendance(figures: Figures) -> Section:
    words = (
        "Chaque personne est comptée une fois, à son premier passage\u202f; une personne remplacée et celle qui la "
        "remplace n’en font qu’une. «\u202fInvitées\u202f»\u202f: inscriptions en règle avant la journée. "
        "«\u202fInattendues\u202f»\u202f: entrées sans cela.",
    )
    days = tuple((long_date(each.day), each.zone, each.people) for each in figures.by_zone_and_day)
    hours = tuple((long_date(each.day), f"{each.hour}\u202fh", each.people) for each in figures.by_hour)
    hours_chart = charts.hours_chart(figures.by_hour)
    by_zone = charts.turnout_chart(figures.by_zone)
    by_region = charts.turnout_chart(sorted(figures.by_region, key=lambda each: -each.came))
    return Section(
        "Présence",
        words,
        _filled(
            _turnout("presence-par-controle", "Présence par contrôle", "Contrôle", figures.by_zone, by_zone),
            Table("presence-par-jour", "Présence par contrôle et par jour", ("Jour", "Contrôle", "Personnes"), days),
            Table("arrivees-par-heure", "Arrivées par heure", ("Jour", "Heure", "Personnes"), hours, hours_chart),
            _turnout("presence-par-categorie", "Présence par catégorie", "Catégorie", figures.by_category),
            _turnout("presence-par-type", "Présence par type de collectivité", "Type", figures.by_kind),
            _turnout("presence-par-region", "Présence par région", "Région", figures.by_region, by_region),
            _turnout("presence-par-departement", "Présence par département", "Département", figures.by_department),
        ),
    )


def _authorities(figures: Figures) -> Section:
    words = (
        "Une collectivité est représentée quand une personne au moins est venue pour elle. Son type est celui du "
        "palmarès\u202f; les collectivités et les organismes qui n’y sont pas (partenaires, presse) sont comptés sous "
        "«\u202fnon précisé\u202f».",
    )
    table = _turnout("collectivites-par-type", "Collectivités par type", "Type", figures.authorities_by_kind)
    return Section("Collectivités représentées", words, _filled(table))


def _reception(figures: Figures) -> Section:
    words = (
        "Un passage est une entrée, une sortie ou un refus à un poste\u202f; ce qui a été saisi d’après papier n’y est "
        "pas.",
        f"La plus longue affluence est la suite de passages séparés de {BUSY_GAP_S} secondes au plus. Elle dit combien "
        "de temps un poste a été sans répit, non la longueur de la file\u202f: une personne n’est connue que quand "
        "vient son tour.",
    )
    minutes = tuple((each.station, stamp(each.from_ms), each.passages) for each in figures.minutes)
    pace = charts.pace_chart(figures.desks, figures.minutes)
    return Section(
        "Accueil",
        words,
        _filled(
            Table("passages-par-minute", "Passages par minute", ("Poste", "Minute", "Passages"), minutes, pace, False),
            Table("postes", "Cadence par poste", _PACE, tuple(_pace_row(pace) for pace in figures.desks)),
            Table("gestes", "Gestes de l’accueil", ("Geste", "Nombre"), _work_rows(figures)),
            _counts("refus", "Refus par motif", "Motif", figures.refusals),
            _counts("doubles-entrees", "Doubles entrées par contrôle", "Contrôle", figures.conflicts),
            _counts("badges", "Badges demandés, par état", "État", figures.badges.by_state),
        ),
    )


_PACE = (
    "Poste",
    "Passages",
    "Par minute d’activité",
    "Du premier au dernier",
    "Minute la plus chargée",
    "Plus longue affluence",
)


def _pace_row(pace: DeskPace) -> tuple[Cell, ...]:
    run, same = pace.busiest, same_day(pace.first_ms, pace.last_ms)
    lasted = max(1, round((run.to_ms - run.from_ms) / 60_000))
    return (
        pace.station,
        pace.passages,
        pace.per_minute,
        f"{moment(pace.first_ms)} – {hour(pace.last_ms) if same else moment(pace.last_ms)}",
        f"{pace.peak} passages, {moment(pace.peak_ms)}",
        f"{run.passages} passages en {lasted}\u202fmin, {moment(run.from_ms)}",
    )


def _work_rows(figures: Figures) -> tuple[tuple[Cell, ...], ...]:
    work, badges = figures.work, figures.badges
    return (
        ("Refus", work.refusals),
        ("Entrées par dérogation d’un superviseur", work.overrides),
        ("Entrées saisies d’après papier", work.on_paper),
        ("Personnes ajoutées à l’accueil et entrées", work.walk_ins),
        ("Personnes entrées sans inscription en règle", work.not_confirmed),
        ("Remplacements (une personne vient pour une autre)", work.substitutions),
        ("Corrections de fiches", work.corrections),
        ("Fiches réunies", work.merges),
        ("Billets remplacés", work.tickets_replaced),
        ("Passages annulés", work.undone),
        ("Doubles entrées (deux postes sans liaison)", work.conflicts),
        ("Personnes dont un badge a été imprimé", badges.people),
        ("Badges notés comme remis", badges.handed),
        ("Réimpressions demandées", badges.reprints),
    )


def _awards(figures: Figures) -> Section:
    awards = figures.awards
    if not awards.total:
        return Section("Labels annoncés", ("Aucun label n’a été annoncé.",), ())
    words = ["Seul est compté ce qui a été annoncé sur scène et n’a pas été retiré."]
    if awards.territories:
        communes = number(awards.member_communes)
        words.append(
            f"{len(awards.territories)} territoires pour {communes} communes membres, d’après la liste officielle."
        )
    territories = tuple((each.name, each.level, each.members or "—") for each in awards.territories)
    return Section(
        "Labels annoncés",
        tuple(words),
        _filled(
            _counts("labels-par-niveau", "Labels par niveau", "Niveau", awards.by_level),
            _counts("labels-par-type", "Labels par type", "Type", awards.by_kind),
            _counts("labels-par-region", "Labels par région", "Région", awards.by_region),
            _counts("mentions", "Mentions spéciales", "Mention", awards.mentions),
            Table("territoires", "Territoires", ("Territoire", "Arobases", "Communes membres"), territories),
        ),
    )


def _turnout(name: str, title: str, first: str, groups: Sequence[Turnout], chart: Chart | None = None) -> Table:
    columns = (first, "Invitées", "Venues", "Absentes", "Inattendues", "Part des invitées venues")
    rows = tuple((each.name, each.invited, each.came, each.no_shows, each.unexpected, _came(each)) for each in groups)
    return Table(name, title, columns, rows, chart)


def _came(turnout: Turnout) -> str:
    return share(turnout.invited - turnout.no_shows, turnout.invited)


def _counts(name: str, title: str, first: str, found: Sequence[Count]) -> Table:
    return Table(name, title, (first, "Nombre"), tuple((each.name, each.number) for each in found))


def _filled(*tables: Table) -> tuple[Table, ...]:
    return tuple(table for table in tables if table.rows)
