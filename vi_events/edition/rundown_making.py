"""Making a running order out of the palmarès: sorted, cut in sections and roll calls, timed. Pure but for new ids."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from typing import Any

from vi_events.edition.collation import sort_key
from vi_events.edition.palmares import LEVELS, Award, Palmares
from vi_events.edition.reference import Reference
from vi_events.edition.rundown import AWARDING, Rundown, Section, Stop, new_id
from vi_events.edition.rundown_editing import planned_time, title_key
from vi_events.errors import UserError
from vi_events.sentences import say

ORDERS = ("level", "kind", "region", "alphabetical")
MENTIONS = ("after", "end")
MENTIONS_TITLE = "Les mentions spéciales"
_KINDS = {
    "village": "Les villages",
    "ville": "Les villes",
    "territoire": "Les territoires",
    "autre": "Les autres collectivités",
}
"""Also their order on stage."""
_LEVELS = ("", "une arobase", "deux arobases", "trois arobases", "quatre arobases", "cinq arobases")
_NO_REGION = "Hors régions"


@dataclass(frozen=True, slots=True)
class Plan:
    """How to make a running order. Durations are in seconds."""

    orders: tuple[str, ...] = ("level", "kind", "alphabetical")
    """Some of ORDERS, the first counts most: levels go up, kinds as villages, villes, territoires. Names decide last
    in any case."""
    article_last: bool = True
    """Le Havre at H."""
    seconds: Mapping[int, int] = field(default_factory=lambda: {1: 30, 2: 30, 3: 40, 4: 50, 5: 60})
    """For an award of its own, by level."""
    group_up_to: int = 0
    """Levels up to this one are roll calls; 0: none is."""
    group_most: int = 12
    """Authorities in one roll call."""
    call_s: int = 8
    """For each authority of a roll call."""
    photo_s: int = 30
    """Once for each roll call."""
    section_keys: int = 1
    """How many of ``orders``, the alphabetical one aside, make a section: 2 gives « Les villages une arobase »."""
    presenters: Mapping[str, str] = field(default_factory=dict)
    """By the title of a section."""
    mentions: str = "end"
    """One of MENTIONS: each ``after`` its last laureate was called, or all at the ``end``."""
    mention_s: int = 90
    starts: str = ""
    ends: str = ""


def generate(palmares: Palmares, reference: Reference, plan: Plan, previous: Rundown | None = None) -> Rundown:
    """The running order that the plan gives, always in the same order. UserError: plan_impossible, time_unknown.

    From ``previous`` come the ids of stops and sections that are the same (see ``keep_ids``), the notes and the
    postponing of those stops, the presenters and hours that the plan leaves out, and the speeches, pauses… behind what
    they followed.
    """
    _check(plan)
    maker = _Maker(palmares, reference, plan)
    made = Rundown(
        stops=maker.stops(),
        sections=maker.sections(),
        starts=planned_time(plan.starts),
        ends=planned_time(plan.ends),
    )
    if previous is None:
        return made
    return _with_free_stops(_with_notes(keep_ids(made, previous), previous), previous)


def keep_ids(made: Rundown, previous: Rundown) -> Rundown:
    """``made`` with the ids of ``previous`` where it is the same: kind and authorities of an award, a roll call or a
    mention, kind and title of anything else, title of a section. The first alike takes the first id, and so on.
    """
    stop_ids = _ids_by(_likeness, previous.stops)
    section_ids = _ids_by(_section_likeness, previous.sections)
    renamed = {
        section.id: section_ids[key].pop(0) if section_ids[key := _section_likeness(section)] else section.id
        for section in made.sections
    }
    stops = (
        replace(
            stop,
            id=stop_ids[key].pop(0) if stop_ids[key := _likeness(stop)] else stop.id,
            section=renamed.get(stop.section, ""),
        )
        for stop in made.stops
    )
    sections = tuple(replace(section, id=renamed[section.id]) for section in made.sections)
    return replace(made, stops=tuple(stops), sections=sections)


def _check(plan: Plan) -> None:
    orders = plan.orders
    if not set(orders) <= set(ORDERS) or len(set(orders)) < len(orders) or "alphabetical" in orders[:-1]:
        message = "L’ordre demandé ne se suit pas\u202f: un critère est inconnu, doublé, ou vient après l’alphabet."
        raise UserError(
            "plan_impossible", message, say("Critères possibles\u202f: {0}, ce dernier à la fin.", ", ".join(ORDERS))
        )
    if plan.mentions not in MENTIONS:
        message = "La place des mentions n’est pas comprise."
        raise UserError("plan_impossible", message, say("Places possibles\u202f: {0}.", ", ".join(MENTIONS)))
    durations = (*plan.seconds.values(), plan.call_s, plan.photo_s, plan.mention_s)
    if min(durations, default=0) < 0 or not set(LEVELS) <= set(plan.seconds):
        message = "Il manque la durée d’une remise pour un niveau, ou une durée est négative."
        raise UserError("plan_impossible", message, "Donnez une durée pour chaque niveau, de 1 à 5 arobases.")
    if plan.group_most < 2:
        message = "Un appel réunit au moins deux collectivités."
        raise UserError("plan_impossible", message, "Donnez un nombre d’au moins 2.")


class _Maker:
    def __init__(self, palmares: Palmares, reference: Reference, plan: Plan) -> None:
        self._palmares = palmares
        self._plan = plan
        self._keys = tuple(key for key in plan.orders if key != "alphabetical")
        regions = palmares.by_region(reference).items() if "region" in self._keys else ()
        self._regions = {award.authority.id: name for name, awards in regions for award in awards}
        self._sections: dict[str, Section] = {}
        """By title, in the order of their first stop."""

    def stops(self) -> tuple[Stop, ...]:
        ordered = sorted(self._palmares.awards, key=self._rank)
        stops: list[Stop] = []
        for _, alike in groupby(ordered, self._bucket):
            stops += self._of_bucket(list(alike))
        place = {award.authority.id: rank for rank, award in enumerate(ordered)}
        return tuple(self._with_mentions(stops, place))

    def sections(self) -> tuple[Section, ...]:
        return tuple(self._sections.values())

    def _rank(self, award: Award) -> tuple[Any, ...]:
        name = sort_key(award.authority.name, article_last=self._plan.article_last)
        return *self._bucket(award), name, award.authority.id

    def _bucket(self, award: Award) -> tuple[Any, ...]:
        """What the awards called together share, in their order."""
        return tuple(self._value(award, key) for key in self._keys)

    def _value(self, award: Award, key: str) -> Any:
        if key == "level":
            return award.level
        if key == "kind":
            return list(_KINDS).index(award.authority.kind)
        region = self._regions[award.authority.id]
        return not region, sort_key(region)

    def _traits(self, award: Award, keys: Iterable[str]) -> dict[str, Any]:
        region = self._regions.get(award.authority.id, "") or _NO_REGION
        said = {"level": award.level, "kind": award.authority.kind, "region": region}
        return {key: said[key] for key in keys}

    def _of_bucket(self, awards: Sequence[Award]) -> list[Stop]:
        """Roll calls first, one level in each: a card shows its level above the names."""
        section = self._section(_title(self._traits(awards[0], self._keys[: self._plan.section_keys])))
        stops: list[Stop] = []
        for level in range(1, self._plan.group_up_to + 1):
            called = [award for award in awards if award.level == level]
            stops += self._roll_calls(called, section)
        alone = (award for award in awards if award.level > self._plan.group_up_to)
        return stops + [self._award(award, section) for award in alone]

    def _roll_calls(self, awards: Sequence[Award], section: str) -> list[Stop]:
        """The awards of one level, in roll calls of nearly the same size rather than a last one of a single name."""
        if len(awards) < 2:
            return [self._award(award, section) for award in awards]
        same_kind = len({award.authority.kind for award in awards}) == 1
        keys = [key for key in ("region",) if key in self._keys] + (["kind"] if same_kind else []) + ["level"]
        title = _title(self._traits(awards[0], keys))
        count = -(-len(awards) // self._plan.group_most)
        cuts = [len(awards) * rank // count for rank in range(count + 1)]
        return [
            self._roll_call(awards[start:end], section, f"{title} ({rank} sur {count})" if count > 1 else title)
            for rank, (start, end) in enumerate(pairwise(cuts), 1)
        ]

    def _roll_call(self, awards: Sequence[Award], section: str, title: str) -> Stop:
        return Stop(
            id=new_id(),
            kind="group",
            planned_s=self._plan.call_s * len(awards) + self._plan.photo_s,
            title=title,
            section=section,
            authority_ids=tuple(award.authority.id for award in awards),
        )

    def _award(self, award: Award, section: str) -> Stop:
        seconds = self._plan.seconds[award.level]
        return Stop(new_id(), "award", seconds, section=section, authority_ids=(award.authority.id,))

    def _section(self, title: str) -> str:
        """The id of the section of this title, empty without one."""
        if title and title not in self._sections:
            self._sections[title] = Section(new_id(), title, self._plan.presenters.get(title, ""))
        return self._sections[title].id if title else ""

    def _mentions_section(self) -> str:
        return self._section(MENTIONS_TITLE) if self._plan.section_keys else ""

    def _with_mentions(self, stops: Sequence[Stop], place: Mapping[str, int]) -> list[Stop]:
        behind: defaultdict[int, list[Stop]] = defaultdict(list)
        for mention in self._palmares.mentions:
            laureates = {award.authority.id for award in self._palmares.with_mention(mention.id)}
            if not laureates:
                continue
            last = max(rank for rank, stop in enumerate(stops) if not laureates.isdisjoint(stop.authority_ids))
            at_end = self._plan.mentions == "end"
            stop = Stop(
                id=new_id(),
                kind="mention",
                planned_s=self._plan.mention_s,
                section=self._mentions_section() if at_end else stops[last].section,
                authority_ids=tuple(sorted(laureates, key=lambda id_: place[id_])),
                mention=mention.id,
            )
            behind[len(stops) - 1 if at_end else last].append(stop)
        return [each for rank, stop in enumerate(stops) for each in (stop, *behind[rank])]


def _title(traits: Mapping[str, Any]) -> str:
    """« Les villages une arobase », « Une arobase », « Bretagne, les territoires »; empty without a trait."""
    kind = _KINDS[traits["kind"]] if "kind" in traits else ""
    level = _LEVELS[traits["level"]] if "level" in traits else ""
    rest = f"{kind} {level}".strip()
    region = traits.get("region", "")
    if region and rest:
        return f"{region}, {rest[0].lower()}{rest[1:]}"
    return region or rest[:1].upper() + rest[1:]


def _likeness(stop: Stop) -> Hashable:
    if stop.kind in AWARDING:
        return stop.kind, stop.mention, frozenset(stop.authority_ids)
    return stop.kind, title_key(stop.title)


def _section_likeness(section: Section) -> Hashable:
    return title_key(section.title)


def _ids_by(likeness: Any, known: Iterable[Any]) -> defaultdict[Hashable, list[str]]:
    ids: defaultdict[Hashable, list[str]] = defaultdict(list)
    for each in known:
        ids[likeness(each)].append(each.id)
    return ids


def _with_notes(made: Rundown, previous: Rundown) -> Rundown:
    """With what was written by hand and the plan does not say."""
    before = {stop.id: stop for stop in previous.stops}
    stops = (
        replace(stop, note=old.note, postponed=old.postponed) if (old := before.get(stop.id)) else stop
        for stop in made.stops
    )
    presenters = {section.id: section.presenters for section in previous.sections}
    sections = (
        replace(section, presenters=section.presenters or presenters.get(section.id, "")) for section in made.sections
    )
    return Rundown(tuple(stops), tuple(sections), made.starts or previous.starts, made.ends or previous.ends)


def _with_free_stops(made: Rundown, previous: Rundown) -> Rundown:
    """With what is no award, behind the stop that it followed, and in the section of that one, or in its own when no
    award was in it.
    """
    known = {stop.id for stop in made.stops}
    of_awards = {"", *(stop.section for stop in previous.stops if stop.kind in AWARDING)}
    behind: defaultdict[str, list[Stop]] = defaultdict(list)
    anchor = ""
    for stop in previous.stops:
        if stop.id in known:
            anchor = stop.id
        elif stop.kind not in AWARDING:
            behind[anchor].append(stop)
    stops = [replace(free, section="") if free.section in of_awards else free for free in behind[""]]
    for stop in made.stops:
        followers = (
            replace(free, section=stop.section) if free.section in of_awards else free for free in behind[stop.id]
        )
        stops += [stop, *followers]
    # Of two that share an id, the new one holds.
    by_id = {section.id: section for section in (*previous.sections, *made.sections)}
    used = dict.fromkeys(stop.section for stop in stops if stop.section in by_id)
    return replace(made, stops=tuple(stops), sections=tuple(by_id[id_] for id_ in used))
