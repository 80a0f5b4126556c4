"""What differs between two running orders, in French lines to approve before a late change. Pure.

A block that moved is one line, and so are many stops that changed alike. The lines name authorities in their order:
they are for the stage station alone.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vi_events.edition.rundown import Rundown, Section, Stop
from vi_events.edition.timing import duration_words
from vi_events.sentences import joined, say, say_of

_NAMED = 3
"""Stops of one line that are all named; of more, the first is, and the others are counted."""
NameOf = Callable[[Stop], str]


@dataclass(frozen=True, slots=True, repr=False)
class Change:
    """One line. ``kind``: added, removed, moved, changed, section or hours; ``stop_id``: the first stop concerned, or
    the section."""

    kind: str
    stop_id: str
    text: str


def difference(before: Rundown, after: Rundown, name_of: NameOf) -> tuple[Change, ...]:
    """What was removed, added, moved and changed, in that order; empty when both are the same. ``name_of`` gives what
    a stop is called: « Le Havre », « Débat »."""
    old = {stop.id: stop for stop in before.stops}
    new = {stop.id: stop for stop in after.stops}
    line = _Lines(name_of)
    return (
        *line.removed([stop for stop in before.stops if stop.id not in new]),
        *line.added(after.stops, old),
        *line.moved([s for s in before.stops if s.id in new], [s for s in after.stops if s.id in old]),
        *line.changed((old[stop.id], stop, after) for stop in after.stops if stop.id in old),
        *_of_sections(before, after),
        *_of_hours(before, after),
    )


class _Lines:
    def __init__(self, name_of: NameOf) -> None:
        self._name_of = name_of

    def removed(self, stops: Sequence[Stop]) -> Iterator[Change]:
        if stops:
            yield self._change("removed", stops, say_of(len(stops), "retiré", "retirés"))

    def added(self, after: Sequence[Stop], old: Mapping[str, Stop]) -> Iterator[Change]:
        for start, end in _runs(stop.id not in old for stop in after):
            stops = after[start:end]
            where = say("avant {0}", self._name_of(after[end])) if end < len(after) else say("à la fin")
            yield self._change("added", stops, say_of(len(stops), "ajouté {1}", "ajoutés {1}", where))

    def moved(self, before: Sequence[Stop], after: Sequence[Stop]) -> Iterator[Change]:
        """Both hold the same stops: those of the longest part in the same order stayed, the others moved."""
        rank = {stop.id: place for place, stop in enumerate(before)}
        ranks = [rank[stop.id] for stop in after]
        stayed = _longest_increasing(ranks)
        stayed_ranks = sorted(ranks[place] for place in stayed)
        ahead = 0
        block: list[Stop] = []
        shift = 0
        for place, stop in enumerate(after):
            if place in stayed:
                yield from self._moved_block(block, shift)
                block, ahead = [], ahead + 1
                continue
            if block and ranks[place] != ranks[place - 1] + 1:
                yield from self._moved_block(block, shift)
                block = []
            if not block:
                shift = bisect_left(stayed_ranks, ranks[place]) - ahead
            block.append(stop)
        yield from self._moved_block(block, shift)

    def _moved_block(self, block: Sequence[Stop], shift: int) -> Iterator[Change]:
        if block:
            places = say_of(abs(shift), "{0} place", "{0} places")
            forward = say_of(len(block), "avancé de {1}", "avancés de {1}", places)
            back = say_of(len(block), "reculé de {1}", "reculés de {1}", places)
            yield self._change("moved", block, forward if shift > 0 else back)

    def changed(self, pairs: Iterable[tuple[Stop, Stop, Rundown]]) -> Iterator[Change]:
        """Stops that changed alike share their line."""
        alike: defaultdict[str, list[Stop]] = defaultdict(list)
        for old, new, after in pairs:
            for text in _differences(old, new, after):
                alike[text].append(new)
        for text, stops in alike.items():
            yield self._change("changed", stops, text)

    def _change(self, kind: str, stops: Sequence[Stop], text: str) -> Change:
        names = [self._name_of(stop) for stop in stops[:_NAMED]]
        if len(stops) > _NAMED:
            who: str = say("{0} et {1} autres étapes", names[0], len(stops) - 1)
        elif len(names) > 1:
            who = say("{0} et {1}", joined(names[:-1]), names[-1])
        else:
            who = names[0]
        return Change(kind, stops[0].id, say("{0}\u202f: {1}", who, text))


def _differences(old: Stop, new: Stop, after: Rundown) -> Iterator[str]:
    if old.postponed != new.postponed:
        yield say("à jouer plus tard") if new.postponed else say("de nouveau à jouer")
    if old.planned_s != new.planned_s:
        yield say("durée {0} → {1}", duration_words(old.planned_s), duration_words(new.planned_s))
    if old.kind != new.kind:
        yield say("type d’étape changé")
    if old.title != new.title:
        yield say("titre « {0} » → « {1} »", old.title, new.title)
    if old.section != new.section:
        section = after.section(new.section)
        yield say("passe dans la section « {0} »", section.title) if section else say("n’est plus dans une section")
    if old.authority_ids != new.authority_ids:
        yield _of_authorities(old, new)
    for what, was, is_ in (
        (say("mention changée"), old.mention, new.mention),
        (say("personnes changées"), old.people, new.people),
        (say("note changée"), old.note, new.note),
    ):
        if was != is_:
            yield what


def _of_authorities(old: Stop, new: Stop) -> str:
    added = len(set(new.authority_ids) - set(old.authority_ids))
    gone = len(set(old.authority_ids) - set(new.authority_ids))
    parts = []
    if added:
        parts.append(say_of(added, "{0} collectivité en plus", "{0} collectivités en plus"))
    if gone:
        parts.append(say_of(gone, "{0} collectivité en moins", "{0} collectivités en moins"))
    return joined(parts) if parts else say("ordre d’appel changé")


def _of_sections(before: Rundown, after: Rundown) -> Iterator[Change]:
    for section in before.sections:
        if after.section(section.id) is None:
            yield Change("section", section.id, say("Section « {0} » retirée", section.title))
    for section in after.sections:
        yield from _of_section(before.section(section.id), section)


def _of_section(old: Section | None, new: Section) -> Iterator[Change]:
    if old is None:
        yield Change("section", new.id, say("Section « {0} » ajoutée", new.title))
        return
    if old.title != new.title:
        yield Change("section", new.id, say("Section « {0} » renommée « {1} »", old.title, new.title))
    if old.presenters != new.presenters:
        said = say("« {0} »", new.presenters) if new.presenters else say("personne")
        yield Change("section", new.id, say("Section « {0} »\u202f: présentée par {1}", new.title, said))


def _of_hours(before: Rundown, after: Rundown) -> Iterator[Change]:
    for name, was, is_ in ((say("Début"), before.starts, after.starts), (say("Fin"), before.ends, after.ends)):
        if was != is_:
            yield Change(
                "hours", "", say("{0}\u202f: {1} → {2}", name, was or say("non prévu"), is_ or say("non prévu"))
            )


def _runs(flags: Iterable[bool]) -> Iterator[tuple[int, int]]:
    """(start, end) of each run of true flags."""
    start = -1
    for place, flag in enumerate((*flags, False)):
        if flag and start < 0:
            start = place
        elif not flag and start >= 0:
            yield start, place
            start = -1


def _longest_increasing(numbers: Sequence[int]) -> set[int]:
    """The places of one longest increasing subsequence (patience sorting, n log n)."""
    tails: list[int] = []
    """Place of the smallest number that ends a subsequence of each length."""
    smallest: list[int] = []
    previous: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_left(smallest, number)
        previous.append(tails[length - 1] if length else -1)
        tails[length : length + 1] = [place]
        smallest[length : length + 1] = [number]
    kept: set[int] = set()
    place = tails[-1] if tails else -1
    while place >= 0:
        kept.add(place)
        place = previous[place]
    return kept
