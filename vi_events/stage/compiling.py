"""From palmarès and running order to an immutable revision of numbered stops. Pure."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from vi_events.edition import grammar
from vi_events.edition.models import Authority
from vi_events.edition.palmares import Award, Palmares
from vi_events.edition.reference import Reference
from vi_events.edition.rundown import AWARDING, Rundown, Section, Stop
from vi_events.errors import UserError
from vi_events.stage.screen_text import mention_words
from vi_events.stage.stops import (
    AROBASE_MS,
    CALL_MS,
    DETAILS_MS,
    MENTION_MS,
    NAME_MS,
    SUSPENSE_MS,
    Card,
    CompiledStop,
    Laureate,
    Revision,
    Step,
)

NEXT_SECTION = "la partie suivante"
"""How a section is announced as following: its title may tell a level."""
OPENING = "opening"
"""Id of the stop that shows the title card."""
LEVEL_WORDS = ("", "Une arobase", "Deux arobases", "Trois arobases", "Quatre arobases", "Cinq arobases")
_NUMBERS = ("", "une", "deux", "trois", "quatre", "cinq")
_FREE_TITLES = {
    "speech": "Intervention",
    "debate": "Débat",
    "signature": "Signature",
    "video": "Vidéo",
    "pause": "Pause",
}
Script = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """What a revision is compiled from. ``title`` heads the opening card, ``header`` every card."""

    palmares: Palmares
    rundown: Rundown
    reference: Reference
    title: str
    header: str


def compile_revision(sources: Sources, number: int, played: Collection[str] = ()) -> Revision:
    """The revision. ``played`` are ids of stops that went live: a section that did keeps its card and its place, even
    when its first stop is postponed. UserError ``stop_without_award`` when a stop names an authority that has no award.
    """
    stops = [_opening(sources)]
    announced: set[str] = set()
    compiler = _Compiler(sources)
    for stop in sources.rundown.stops:
        if stop.postponed and stop.section not in played:
            continue
        # Once: a speech or a pause in the middle of a section does not begin it anew.
        if stop.section not in announced and (found := sources.rundown.section(stop.section)):
            announced.add(stop.section)
            stops.append(_section(found, sources.header))
        if not stop.postponed:
            stops.append(compiler.stop(stop))
    left = tuple(compiler.label(stop) for stop in sources.rundown.stops if stop.postponed)
    return Revision(number, tuple(_gated(_numbered(stops))), sources.rundown.starts, sources.rundown.ends, left)


def arobases_ms(level: int) -> int:
    """How long a reveal moves: suspense, one arobase after the other, the name, the rest."""
    return SUSPENSE_MS + AROBASE_MS * level + NAME_MS + DETAILS_MS


class _Compiler:
    def __init__(self, sources: Sources) -> None:
        self._header = sources.header
        self._reference = sources.reference
        self._awards = {award.authority.id: award for award in sources.palmares.awards}
        self._mentions = {mention.id: mention.name for mention in sources.palmares.mentions}
        self._sections = sources.rundown.section
        self._timed = bool(sources.rundown.starts)

    def stop(self, stop: Stop) -> CompiledStop:
        make: dict[str, Callable[[Stop], tuple[Card, tuple[Step, ...]]]] = {
            "award": self._award,
            "group": self._group,
            "mention": self._mention,
        }
        card, steps = make.get(stop.kind, self._free)(stop)
        section = self._sections(stop.section)
        return CompiledStop(
            id=stop.id,
            kind=stop.kind,
            number=0,
            label=self.label(stop),
            card=card,
            steps=steps,
            planned_s=stop.planned_s,
            note=stop.note,
            presenters=section.presenters if section else "",
            authority_ids=stop.authority_ids,
            section=stop.section,
        )

    def label(self, stop: Stop) -> str:
        """How the running order calls a stop."""
        if stop.kind == "award":
            return grammar.printed(self._of(stop.authority_ids[0]).authority.name)
        if stop.kind == "mention":
            return mention_words(self._mentions.get(stop.mention, stop.title))
        return stop.title or _FREE_TITLES.get(stop.kind, "Appel")

    def _award(self, stop: Stop) -> tuple[Card, tuple[Step, ...]]:
        award = self._of(stop.authority_ids[0])
        card = Card("award", self._header, laureates=(self._laureate(award),))
        step = Step("reveal", arobases_ms(award.level), self._award_script(award), self._spoken(award))
        return card, (step,)

    def _group(self, stop: Stop) -> tuple[Card, tuple[Step, ...]]:
        awards = [self._of(id_) for id_ in stop.authority_ids]
        card = Card("roll_call", self._header, stop.title, laureates=tuple(map(self._laureate, awards)))
        calls = (
            Step(f"call:{rank}", CALL_MS, self._call_script(award), self._spoken(award))
            for rank, award in enumerate(awards, 1)
        )
        opening = Step("card", NAME_MS, _plain(stop.title), f"un appel groupé ({len(awards)} lauréats)")
        return card, (opening, *calls, Step("photo", 0, _plain("Photo de groupe."), "photo de groupe"))

    def _mention(self, stop: Stop) -> tuple[Card, tuple[Step, ...]]:
        name = self._mentions.get(stop.mention, stop.title)
        awards = [self._of(id_) for id_ in stop.authority_ids]
        card = Card("mention", self._header, name, stop.title, tuple(map(self._laureate, awards)))
        full = _joined(grammar.full(award.authority, self._reference) for award in awards)
        script = (*_plain(f"La mention {_quoted(name)} va à "), ("name", full), *_plain("."))
        return card, (
            Step("card", NAME_MS, _plain(f"Mention {name}."), f"mention {name}"),
            Step("reveal", MENTION_MS, script),
        )

    def _free(self, stop: Stop) -> tuple[Card, tuple[Step, ...]]:
        title = stop.title or _FREE_TITLES[stop.kind]
        ends = stop.planned_s if stop.kind == "pause" else 0
        card = Card(stop.kind, self._header, title, people=stop.people, ends_s=ends, timed=bool(ends and self._timed))
        said = " ".join([title + ".", *(f"{person}." for person in stop.people)])
        return card, (Step("card", NAME_MS, _plain(said), title),)

    def _of(self, authority_id: str) -> Award:
        award = self._awards.get(authority_id)
        if award is None:
            raise UserError(
                "stop_without_award",
                "Une étape du conducteur cite une collectivité qui n’est pas au palmarès.",
                "Retirez l’étape, ou importez de nouveau le palmarès.",
            )
        return award

    def _laureate(self, award: Award) -> Laureate:
        return Laureate(
            authority_id=award.authority.id,
            name=grammar.printed(award.authority.name),
            short_name=award.short_form,
            place=self._place(award.authority),
            level=award.level,
            progress=progress(award),
            mentions=tuple(self._mentions[id_] for id_ in award.mentions),
            distinctions=award.distinctions,
            kind=award.authority.kind,
            previous=award.previous or 0,
            first=award.first_participation,
        )

    def _place(self, authority: Authority) -> str:
        found = self._reference.region(authority.department)
        region = found.name if found else ""
        parts = [authority.department_name, region if region != authority.department_name else "", authority.country]
        return " · ".join(grammar.printed(part) for part in parts if part and part != authority.name)

    def _spoken(self, award: Award) -> str:
        full = grammar.full(award.authority, self._reference)
        return f"{full} [{award.pronunciation}]" if award.pronunciation else full

    def _award_script(self, award: Award) -> Script:
        mentions = [self._mentions[id_] for id_ in award.mentions]
        ends = _history(award)
        if mentions:
            ends += f" Avec {_joined(f'la mention {_quoted(name)}' for name in mentions)}."
        return (("plain", f"{LEVEL_WORDS[award.level]} pour "), ("name", self._spoken(award)), ("plain", ends))

    def _call_script(self, award: Award) -> Script:
        return (("name", self._spoken(award)), ("plain", "."))


def progress(award: Award) -> str:
    """What the card says of last year: « progresse de 3 à 4 arobases », « première participation », or nothing."""
    if award.first_participation:
        return "première participation"
    if award.progress is not None and award.progress > 0:
        return f"progresse de {award.previous} à {award.level} arobases"
    return ""


def _history(award: Award) -> str:
    if award.first_participation:
        return ", qui participe pour la première fois."
    if award.previous and award.previous < award.level:
        return f", qui en avait {_NUMBERS[award.previous]} l’an passé."
    return ", qui garde son niveau." if award.previous == award.level else "."


def _opening(sources: Sources) -> CompiledStop:
    card = Card("title", sources.header, sources.title)
    return CompiledStop(OPENING, "title", 0, "Ouverture", card, (Step("card", NAME_MS, (), "ouverture"),), 0)


def _section(section: Section, header: str) -> CompiledStop:
    card = Card("section", header, section.title, section.presenters)
    said = f"{section.title}. {section.presenters}".strip()
    step = Step("card", NAME_MS, _plain(said), NEXT_SECTION)
    return CompiledStop(section.id, "section", 0, section.title, card, (step,), 0, presenters=section.presenters)


def _numbered(stops: Iterable[CompiledStop]) -> Iterable[CompiledStop]:
    number = 0
    for stop in stops:
        number += stop.kind in AWARDING
        yield replace(stop, number=number if stop.kind in AWARDING else 0)


def _gated(stops: Iterable[CompiledStop]) -> list[CompiledStop]:
    """The level changes, or it is the top award: the last one of the highest level."""
    known = list(stops)
    levels = {place: _level(stop) for place, stop in enumerate(known) if stop.kind in ("award", "group")}
    before = 0
    for place, level in levels.items():
        if before and level != before:
            known[place] = replace(known[place], gate=True)
        before = level
    if levels:
        top = max(levels, key=lambda place: (levels[place], place))
        known[top] = replace(known[top], gate=True)
    return known


def _level(stop: CompiledStop) -> int:
    return max((laureate.level for laureate in stop.card.laureates), default=0)


def _plain(text: str) -> Script:
    return (("plain", text),) if text else ()


def _quoted(name: str) -> str:
    return f"«\u202f{name}\u202f»"


def _joined(names: Iterable[str]) -> str:
    known = list(names)
    return known[0] if len(known) == 1 else f"{', '.join(known[:-1])} et {known[-1]}"
