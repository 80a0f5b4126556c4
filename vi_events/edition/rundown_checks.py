"""What a running order lacks, held against the palmarès, and how long it lasts. Pure rules."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from vi_events.edition.palmares import Palmares
from vi_events.edition.rundown import Rundown
from vi_events.sentences import say, say_of

LONGEST_AWARD_S = 600


# Tells who is awarded: the default repr, that says nothing, is kept.
@dataclass(frozen=True, slots=True, repr=False)
class Lack:
    """Something to put right. ``text`` names nobody: the ids say who and where, for a screen that may show it."""

    code: str
    text: str
    stop_ids: tuple[str, ...] = ()
    authority_ids: tuple[str, ...] = ()


def lacks(palmares: Palmares, rundown: Rundown) -> tuple[Lack, ...]:
    """award_missing, award_twice, stop_without_award, group_empty, mention_unawarded, mention_differs, award_long.

    A stop that is postponed counts like the others.
    """
    return (*_of_awards(palmares, rundown), *_of_mentions(palmares, rundown), *_of_stops(rundown))


def planned_s(rundown: Rundown) -> int:
    """Seconds of all that will be played: postponed stops count for nothing."""
    return sum(stop.planned_s for stop in rundown.stops if not stop.postponed)


def _of_awards(palmares: Palmares, rundown: Rundown) -> Iterator[Lack]:
    awarded = [award.authority.id for award in palmares.awards]
    giving = [stop for stop in rundown.stops if stop.kind in ("award", "group")]
    called = Counter(id_ for stop in giving for id_ in stop.authority_ids)
    if missing := tuple(id_ for id_ in awarded if id_ not in called):
        text = say_of(
            len(missing),
            "{0} collectivité du palmarès n’a pas d’étape au conducteur.",
            "{0} collectivités du palmarès n’ont pas d’étape au conducteur.",
        )
        yield Lack("award_missing", text, authority_ids=missing)
    if twice := tuple(id_ for id_, count in called.items() if count > 1):
        where = tuple(stop.id for stop in giving if not set(twice).isdisjoint(stop.authority_ids))
        text = say_of(
            len(twice),
            "{0} collectivité reçoit son label deux fois.",
            "{0} collectivités reçoivent leur label deux fois.",
        )
        yield Lack("award_twice", text, where, twice)
    known = set(awarded)
    without = [stop for stop in rundown.stops if not known.issuperset(stop.authority_ids)]
    if without:
        unknown = tuple(dict.fromkeys(id_ for stop in without for id_ in stop.authority_ids if id_ not in known))
        text = say_of(
            len(without),
            "{0} étape cite une collectivité qui n’est pas au palmarès.",
            "{0} étapes citent une collectivité qui n’est pas au palmarès.",
        )
        yield Lack("stop_without_award", text, tuple(stop.id for stop in without), unknown)


def _of_mentions(palmares: Palmares, rundown: Rundown) -> Iterator[Lack]:
    given = {mention.id: {award.authority.id for award in palmares.with_mention(mention.id)}
             for mention in palmares.mentions}  # fmt: skip
    stops = [stop for stop in rundown.stops if stop.kind == "mention"]
    if empty := tuple(stop.id for stop in stops if not stop.authority_ids):
        text = say_of(
            len(empty),
            "{0} mention n’a aucun lauréat au conducteur.",
            "{0} mentions n’ont aucun lauréat au conducteur.",
        )
        yield Lack("mention_unawarded", text, empty)
    differing = [stop for stop in stops if stop.authority_ids and stop.mention]
    if wrong := tuple(stop.id for stop in differing if set(stop.authority_ids) != given.get(stop.mention)):
        text = say_of(
            len(wrong),
            "{0} mention n’a pas les mêmes lauréats au conducteur et au palmarès.",
            "{0} mentions n’ont pas les mêmes lauréats au conducteur et au palmarès.",
        )
        yield Lack("mention_differs", text, wrong)


def _of_stops(rundown: Rundown) -> Iterator[Lack]:
    if empty := tuple(stop.id for stop in rundown.stops if stop.kind == "group" and not stop.authority_ids):
        text = say_of(len(empty), "{0} appel n’a aucune collectivité.", "{0} appels n’ont aucune collectivité.")
        yield Lack("group_empty", text, empty)
    if long := tuple(stop.id for stop in rundown.stops if stop.kind == "award" and stop.planned_s > LONGEST_AWARD_S):
        whose = say_of(len(long), "{0} remise dure plus de 10 minutes", "{0} remises durent plus de 10 minutes")
        text = say("{0}\u202f: un tableur a peut-être pris « 0:40 » pour 40 minutes. Écrivez « 40 s ».", whose)
        yield Lack("award_long", text, long)
