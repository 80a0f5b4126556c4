"""The day in figures, from the journal's entries and states. No name of a person is read: once personal data are
erased, the same figures come out.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from vi_events.checkin import print_jobs
from vi_events.checkin.print_jobs import Job
from vi_events.closing import awarded, desks, turnout
from vi_events.closing.awarded import Awards
from vi_events.closing.counting import Count, counts
from vi_events.closing.desks import Badges, DeskPace, DeskWork, Minute
from vi_events.closing.door import Door, read_door
from vi_events.closing.places import Named, Places
from vi_events.closing.turnout import HourArrivals, Person, Turnout, ZoneDay
from vi_events.edition import people, programme
from vi_events.edition.reference import Reference
from vi_events.journal.fold import State
from vi_events.journal.store import Store
from vi_events.stage import announced

_PAGE = 1000
_KEPT = ("category", "authority_id", "zones", "status", "merged_into")


@dataclass(frozen=True, slots=True)
class Figures:
    """The day. What each figure counts, and its unit, is said where its class is."""

    people: Turnout
    authorities: Turnout
    by_category: tuple[Turnout, ...]
    by_kind: tuple[Turnout, ...]
    """People, by kind of authority: as the palmarès says, else the authority; never inferred."""
    by_region: tuple[Turnout, ...]
    by_department: tuple[Turnout, ...]
    by_zone: tuple[Turnout, ...]
    authorities_by_kind: tuple[Turnout, ...]
    by_zone_and_day: tuple[ZoneDay, ...]
    by_hour: tuple[HourArrivals, ...]
    desks: tuple[DeskPace, ...]
    minutes: tuple[Minute, ...]
    work: DeskWork
    refusals: tuple[Count, ...]
    """By verdict."""
    conflicts: tuple[Count, ...]
    """By zone."""
    badges: Badges
    awards: Awards


@dataclass(slots=True)
class Day:
    """What is read of an edition to count it. ``records`` are the data of its attendees' states, names aside."""

    door: Door
    places: Places
    announced: list[dict[str, Any]]
    records: dict[str, dict[str, Any]] = field(default_factory=dict)
    jobs: list[Job] = field(default_factory=list)
    conflicts: Counter[str] = field(default_factory=Counter)
    """By zone."""
    with_badge: int = 0
    handed: int = 0

    def everybody(self) -> tuple[Person, ...]:
        """Each person once."""
        return turnout.everybody(self.records, self.door, self.places)


def figures(store: Store, reference: Reference) -> Figures:
    """The figures of the edition in ``store``."""
    day, zones = read_day(store, reference), programme.read_zones(store)
    everybody = day.everybody()
    return Figures(
        people=turnout.people_turnout(Named("people", "personnes"), everybody),
        authorities=turnout.authority_turnout(Named("authorities", "collectivités"), everybody),
        by_category=turnout.by_category(everybody),
        by_kind=turnout.by_kind(everybody),
        by_region=turnout.by_region(everybody),
        by_department=turnout.by_department(everybody),
        by_zone=turnout.by_zone(everybody, zones),
        authorities_by_kind=turnout.by_kind(everybody, turnout.authority_turnout),
        by_zone_and_day=turnout.by_zone_and_day(everybody, zones),
        by_hour=turnout.by_hour(everybody),
        desks=desks.paces(day.door.passages),
        minutes=desks.minutes(day.door.passages),
        work=desks.work(day.door, everybody, day.conflicts.total()),
        refusals=counts(day.door.refusals, desks.VERDICTS),
        conflicts=counts(day.conflicts, {zone.id: zone.name for zone in zones}),
        badges=desks.badges(day.jobs, day.with_badge, day.handed),
        awards=awarded.awards(day.announced, day.places, reference),
    )


def read_day(store: Store, reference: Reference) -> Day:
    """Reads the journal and the states once, page by page."""
    rows = announced.rows(store)
    places = Places(store, reference, {row["authority_id"]: row["kind"] for row in rows})
    day = Day(read_door(store), places, rows)
    after = ""
    while page := store.states_of_type("attendee", after, _PAGE):
        after = page[-1][0]
        for subject, state in page:
            if people.is_known(state):
                _take(day, subject.removeprefix(people.PREFIX), state)
    return day


def _take(day: Day, attendee_id: str, state: State) -> None:
    data = state.data
    day.records[attendee_id] = {name: data[name] for name in _KEPT if name in data}
    day.jobs += print_jobs.jobs(attendee_id, state)
    if not data.get("merged_into"):  # what was done for it goes on under the record that stays
        day.conflicts.update(str(zone) for zone, *_ in data.get("conflicts", ()))
        day.with_badge += print_jobs.badges_out(state) > 0
        day.handed += bool(data.get("handed"))
