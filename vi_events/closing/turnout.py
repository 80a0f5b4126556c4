"""Who came: people and authorities, by group, by zone, by day and by hour. People are counted once each: a merged
record is not a person, and a substitute is the one who was invited. Pure.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vi_events.checkin.badge import CATEGORY_LABELS
from vi_events.closing.counting import local
from vi_events.closing.door import Door
from vi_events.closing.places import NONE, UNKNOWN, Named, Place, Places
from vi_events.edition.collation import sort_key
from vi_events.edition.models import CATEGORIES, Zone
from vi_events.edition.palmares import KINDS

Records = Mapping[str, Mapping[str, Any]]
"""The data of each known attendee's state, by id."""
_LAST = (UNKNOWN.id, NONE.id)


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many of a group came: people, or authorities. ``came`` is ``invited - no_shows + unexpected``."""

    id: str
    name: str
    invited: int
    """On a list, with a registration that stands; an authority is when one of its people is."""
    came: int
    """Admitted at least once; an authority came when one of its people did."""
    no_shows: int
    """Invited, never admitted."""
    unexpected: int
    """Admitted without being invited."""


@dataclass(frozen=True, slots=True)
class ZoneDay:
    """People admitted to a zone at least once on a day (ISO date, local time)."""

    day: str
    zone_id: str
    zone: str
    people: int


@dataclass(frozen=True, slots=True)
class HourArrivals:
    """People whose first admission of the day, in whatever zone, fell in this hour (0 to 23, local time)."""

    day: str
    hour: int
    people: int


@dataclass(frozen=True, slots=True)
class Person:
    """One person, whatever the number of their records. ``came`` says when they were first admitted (milliseconds
    since 1970) to each zone on each day.
    """

    id: str
    category: str
    place: Place
    zones: tuple[str, ...]
    listed: bool
    """Whether they were on a list before they came."""
    confirmed: bool
    came: Mapping[tuple[str, str], int]

    @property
    def invited(self) -> bool:
        return self.listed and self.confirmed


def survivors(records: Records) -> dict[str, str]:
    """For each record the one that it ended in after merges."""
    found = {}
    for id_ in records:
        last, seen = id_, {id_}
        while (into := str(records[last].get("merged_into", ""))) in records and into not in seen:
            last = into
            seen.add(into)
        found[id_] = last
    return found


def everybody(records: Records, door: Door, places: Places) -> tuple[Person, ...]:
    """Each person once, with what was done for any of their records."""
    ends = survivors(records)
    came: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    for record, zone, at_ms in door.admissions:
        if record in ends:
            first = came[ends[record]]
            moment = (zone, local(at_ms).date().isoformat())
            first[moment] = min(at_ms, first.get(moment, at_ms))
    listed = {ends[id_] for id_ in door.imported if id_ in ends}
    return tuple(
        Person(
            id_,
            str(data.get("category", "guest")),
            places.of(str(data.get("authority_id", ""))),
            tuple(data.get("zones", ())),
            id_ in listed,
            data.get("status", "confirmed") == "confirmed",
            came.get(id_, {}),
        )
        for id_, data in records.items()
        if ends[id_] == id_
    )


def people_turnout(group: Named, people: Iterable[Person]) -> Turnout:
    """Of these people."""
    return _turnout(group, [(person.invited, bool(person.came)) for person in people])


def authority_turnout(group: Named, people: Iterable[Person]) -> Turnout:
    """Of the authorities that these people belong to."""
    marks: dict[str, tuple[bool, bool]] = {}
    for person in people:
        if id_ := person.place.authority:
            invited, came = marks.get(id_, (False, False))
            marks[id_] = invited or person.invited, came or bool(person.came)
    return _turnout(group, list(marks.values()))


def by_category(people: Sequence[Person]) -> tuple[Turnout, ...]:
    def category(person: Person) -> Named:
        return Named(person.category, CATEGORY_LABELS.get(person.category, person.category))

    return _by(people, category, people_turnout, CATEGORIES)


def by_kind(
    people: Sequence[Person], turnout: Callable[[Named, Iterable[Person]], Turnout] = people_turnout
) -> tuple[Turnout, ...]:
    """By kind of authority; of people, or of authorities with ``authority_turnout``."""
    return _by(people, lambda person: person.place.kind, turnout, KINDS)


def by_region(people: Sequence[Person]) -> tuple[Turnout, ...]:
    return _by(people, lambda person: person.place.region, people_turnout)


def by_department(people: Sequence[Person]) -> tuple[Turnout, ...]:
    return _by(people, lambda person: person.place.department, people_turnout)


def by_zone(people: Sequence[Person], zones: Iterable[Zone]) -> tuple[Turnout, ...]:
    """Of the people expected in each zone, and of those who came there."""
    been = [(person, {zone for zone, _ in person.came}) for person in people]

    def expected(person: Person, zone: Zone) -> bool:
        return person.invited and (not person.zones or zone.id in person.zones)

    return tuple(
        _turnout(Named(zone.id, zone.name), [(expected(person, zone), zone.id in seen) for person, seen in been])
        for zone in zones
    )


def by_zone_and_day(people: Iterable[Person], zones: Iterable[Zone]) -> tuple[ZoneDay, ...]:
    """In order of day, then of zone."""
    seen = Counter(moment for person in people for moment in person.came)
    names = {zone.id: zone.name for zone in zones}
    ranks = {id_: rank for rank, id_ in enumerate(names)}
    ordered = sorted(seen, key=lambda moment: (moment[1], ranks.get(moment[0], len(ranks)), moment[0]))
    return tuple(ZoneDay(day, zone, names.get(zone, zone), seen[zone, day]) for zone, day in ordered)


def by_hour(people: Iterable[Person]) -> tuple[HourArrivals, ...]:
    """The hours in which somebody arrived, in order."""
    hours: Counter[tuple[str, int]] = Counter()
    for person in people:
        first: dict[str, int] = {}
        for (_, day), at_ms in person.came.items():
            first[day] = min(at_ms, first.get(day, at_ms))
        hours.update((day, local(at_ms).hour) for day, at_ms in first.items())
    return tuple(HourArrivals(day, hour, number) for (day, hour), number in sorted(hours.items()))


def _by(
    people: Sequence[Person],
    group_of: Callable[[Person], Named],
    turnout: Callable[[Named, Iterable[Person]], Turnout],
    order: Sequence[str] = (),
) -> tuple[Turnout, ...]:
    """Each group that has somebody: in ``order``, then by name, those of unknown origin last."""
    groups: dict[Named, list[Person]] = defaultdict(list)
    for person in people:
        groups[group_of(person)].append(person)
    ranks = {id_: rank for rank, id_ in enumerate(order)}

    def place(group: Named) -> tuple[bool, int, tuple[str, ...]]:
        return group.id in _LAST, ranks.get(group.id, len(ranks)), sort_key(group.name)

    found = [turnout(group, groups[group]) for group in sorted(groups, key=place)]
    return tuple(each for each in found if each.invited or each.came)


def _turnout(group: Named, marks: Sequence[tuple[bool, bool]]) -> Turnout:
    """``marks``: for each member, whether it was invited and whether it came."""
    return Turnout(
        group.id,
        group.name,
        invited=sum(invited for invited, _ in marks),
        came=sum(came for _, came in marks),
        no_shows=sum(invited and not came for invited, came in marks),
        unexpected=sum(came and not invited for invited, came in marks),
    )
