"""What desks did: their pace, what they refused, corrected and printed. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vi_events.checkin import print_jobs
from vi_events.checkin.print_jobs import Job
from vi_events.closing.counting import Count, counts
from vi_events.closing.door import Door
from vi_events.closing.turnout import Person

BUSY_GAP_S = 20
"""Passages at most this far apart follow each other without a pause."""
_MINUTE_MS = 60_000
VERDICTS = {
    "already_in": "déjà entré·e",
    "not_found": "billet inconnu",
    "not_found_genuine": "vrai billet, fiche pas encore reçue",
    "bad_code": "code non valable",
    "revoked": "billet remplacé",
    "cancelled": "inscription annulée",
    "not_confirmed": "inscription non confirmée",
    "wrong_zone": "non inscrit·e à ce contrôle",
    "zone_full": "salle complète",
    "wrong_time": "contrôle fermé à cette heure",
    "other_edition": "billet d’une autre édition",
    "ambiguous": "code de plusieurs personnes",
    "info_required": "renseignement à demander",
    "error": "scan non traité",
}
JOB_STATES = {
    "confirmed": "imprimé, confirmé par l’imprimante",
    "sent": "envoyé, sans réponse possible de l’imprimante",
    "failed": "échoué",
    "unknown": "sort inconnu",
    "queued": "en attente",
    "sending": "en cours d’envoi",
    "cancelled": "annulé",
    "moved": "passé à une autre imprimante",
}


@dataclass(frozen=True, slots=True)
class Run:
    """Passages at a desk that followed each other at most BUSY_GAP_S apart. It says how long a desk was without
    respite, not how long the queue was: the journal sees people only when their turn has come.
    """

    passages: int
    from_ms: int
    to_ms: int


@dataclass(frozen=True, slots=True)
class DeskPace:
    """The passages of a station: admissions, exits and refusals, without those typed from paper."""

    station: str
    passages: int
    first_ms: int
    last_ms: int
    active_minutes: int
    """Minutes of the clock in which there was at least one passage."""
    per_minute: float
    """Passages per active minute, on average."""
    peak: int
    """Passages in the fullest minute of the clock."""
    peak_ms: int
    """When that minute began."""
    busiest: Run


@dataclass(frozen=True, slots=True)
class Minute:
    """Passages of a station in one minute of the clock, which began at ``from_ms``. Empty minutes are left out."""

    station: str
    from_ms: int
    passages: int


@dataclass(frozen=True, slots=True)
class DeskWork:
    """What desks did beside admitting by the rules, as a number of times each."""

    refusals: int
    overrides: int
    """Admissions against the rules, on a supervisor's word."""
    on_paper: int
    """Admissions written on paper and typed later."""
    walk_ins: int
    """People added at a desk and admitted."""
    not_confirmed: int
    """People admitted although their registration did not stand."""
    substitutions: int
    corrections: int
    merges: int
    tickets_replaced: int
    undone: int
    """Passages undone."""
    conflicts: int
    """Second admissions under « une seule entrée », by a station that did not know of the first."""


@dataclass(frozen=True, slots=True)
class Badges:
    """Badges, by person and by job."""

    people: int
    """People of whom a badge came out of a printer."""
    handed: int
    """People whose badge a desk noted as given."""
    reprints: int
    """Badges asked for again; not those that were given up."""
    by_state: tuple[Count, ...]
    """Badges asked of a printer, by what became of them."""


def paces(passages: Mapping[str, Sequence[int]]) -> tuple[DeskPace, ...]:
    """By station; ``passages`` are times in order (milliseconds since 1970), at least one for each."""
    return tuple(_pace(station, times) for station, times in sorted(passages.items()))


def _pace(station: str, times: Sequence[int]) -> DeskPace:
    minutes = Counter(at_ms // _MINUTE_MS for at_ms in times)
    peak = max(minutes, key=lambda minute: (minutes[minute], -minute))
    return DeskPace(
        station,
        len(times),
        times[0],
        times[-1],
        len(minutes),
        round(len(times) / len(minutes), 2),
        minutes[peak],
        peak * _MINUTE_MS,
        max(_runs(times), key=lambda run: run.passages),
    )


def _runs(times: Sequence[int]) -> Iterator[Run]:
    first = 0
    for here in range(1, len(times) + 1):
        if here == len(times) or times[here] - times[here - 1] > BUSY_GAP_S * 1000:
            yield Run(here - first, times[first], times[here - 1])
            first = here


def minutes(passages: Mapping[str, Sequence[int]]) -> tuple[Minute, ...]:
    """By station, then in order of time."""
    return tuple(
        Minute(station, minute * _MINUTE_MS, number)
        for station, times in sorted(passages.items())
        for minute, number in sorted(Counter(at_ms // _MINUTE_MS for at_ms in times).items())
    )


def work(door: Door, people: Iterable[Person], conflicts: int) -> DeskWork:
    """What the desks of ``door`` did for ``people``."""
    came = [person for person in people if person.came]
    return DeskWork(
        refusals=door.refusals.total(),
        overrides=door.overrides,
        on_paper=door.on_paper,
        walk_ins=sum(not person.listed for person in came),
        not_confirmed=sum(person.listed and not person.confirmed for person in came),
        substitutions=door.kinds["attendee_substituted"],
        corrections=door.kinds["attendee_corrected"],
        merges=door.kinds["attendee_merged"],
        tickets_replaced=door.kinds["ticket_replaced"],
        undone=door.undone,
        conflicts=conflicts,
    )


def badges(jobs: Sequence[Job], people: int, handed: int) -> Badges:
    """``people`` have a badge, ``handed`` were given it; ``jobs`` are everybody's."""
    asked = [job for job in jobs if job.state not in print_jobs.GONE]
    reprints = sum(job.why == print_jobs.REPRINT for job in asked)
    return Badges(people, handed, reprints, counts(Counter(job.state for job in jobs), JOB_STATES))
