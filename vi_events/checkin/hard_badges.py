"""The people of an edition whose badges are the hardest to set: on whom a layout is tried."""

from collections.abc import Iterator
from heapq import nlargest

from vi_events import settings
from vi_events.checkin.badge import BadgeData
from vi_events.checkin.badge_remarks import text_remarks
from vi_events.checkin.badges import ROLLS, badge_data, layouts_of
from vi_events.checkin.cards import CardMaker
from vi_events.checkin.typesetting import missing_glyphs
from vi_events.edition import people, programme
from vi_events.edition.dates import long_days
from vi_events.edition.models import Attendee
from vi_events.journal.store import Store

MOST_TRIED = 60
_PAGE = 500
_NO_BADGE = ("cancelled", "revoked")
_TRIES = (0, 0, 0, 0)
"""Letters that the font lacks, then the lengths of the name, of the function and of the authority."""


def hardest(store: Store, count: int = 10) -> Iterator[list[str]]:
    """Ids of at most ``count`` people: those whose letters the badge font lacks, the longest names, functions and
    authorities, in turn. For the core's slices: yields the best found so far.
    """
    cards = CardMaker(store)
    ranks: list[list[tuple[int, str]]] = [[] for _ in _TRIES]
    after = ""
    while page := store.states_of_type("attendee", after, _PAGE):
        found = [
            (difficulty(person, cards.authority(person.authority_id).name), person.id)
            for person in (people.attendee(subject, state) for subject, state in page if _may_have_badge(state.data))
            if person.status not in _NO_BADGE
        ]
        for number, rank in enumerate(ranks):
            scored = [(score[number], id_) for score, id_ in found if score[number]]
            ranks[number] = nlargest(count, [*rank, *scored])
        after = page[-1][0]
        yield _in_turn(ranks, count)
    yield _in_turn(ranks, count)


def unclear(store: Store, tried: int = MOST_TRIED) -> Iterator[list[str]]:
    """Ids of the people, of the ``tried`` hardest, whose badge does not come out well on the paper of this computer: a
    text too small or cut, a letter that the font lacks. For the core's slices: the last value is whole.
    """
    folder = store.path.parent
    known = settings.load(folder.parent).printers
    paper = ROLLS[known[0].width_dots] if known else "80"
    chosen, ids, found = layouts_of(folder), list[str](), list[str]()
    for best in hardest(store, tried):
        ids = best
        yield found
    for id_ in ids:
        data = badge_data(store, id_)
        if text_remarks(data, chosen.for_category(data.category, paper)):
            found.append(id_)
        yield found
    yield found


def difficulty(person: Attendee, authority: str) -> tuple[int, int, int, int]:
    """How hard a badge is in each of the ways of ``hardest``; 0 is easy. Pure."""
    text = f"{person.name} {person.function} {authority}"
    missing = 0 if text.isascii() else len(missing_glyphs(text))
    return missing, len(person.name), len(person.function), len(authority)


def trial_badges(store: Store) -> Iterator[tuple[BadgeData, ...]]:
    """The badges of the hardest people, or one that says what stands where while nobody is expected. For the core's
    slices: the last value is whole.
    """
    found: list[str] = []
    for best in hardest(store):
        found = best
        yield ()
    yield tuple(badge_data(store, id_) for id_ in found) or (_nobody(store),)


def _may_have_badge(data: dict[str, object]) -> bool:
    return bool(data.get("known")) and not data.get("merged_into")


def _in_turn(ranks: list[list[tuple[int, str]]], count: int) -> list[str]:
    """The first of each rank, then the second of each: no way of being hard hides the others."""
    chosen: dict[str, None] = {}
    for place in range(count):
        for rank in ranks:
            chosen.update(dict.fromkeys(id_ for _, id_ in rank[place : place + 1]))
    return list(chosen)[:count]


def _nobody(store: Store) -> BadgeData:
    edition = programme.read_edition(store)
    line = f"{edition.title}, {long_days(edition.date, edition.until)}"
    return BadgeData(
        "Prénom",
        "Nom",
        "Fonction",
        "Collectivité",
        "Département",
        "guest",
        line,
        "VI-EVENTS-TEST",
        box="A1",
        seat="B 12",
    )
