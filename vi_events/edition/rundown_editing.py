"""Changing the running order: each verb takes one and gives another, or says why it cannot. Pure.

``locked`` holds the ids of what was already played (stops and sections): a verb that would change it, or put
something before it, is refused. No message names an authority: its place in the order is under embargo.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from vi_events.edition.rundown import AWARDING, STOP_KINDS, Rundown, Section, Stop, new_id
from vi_events.edition.text import clean, fold
from vi_events.edition.timing import time_of
from vi_events.errors import UserError
from vi_events.sentences import say

TEXT_LIMIT = 400
"""Characters of a title, a note, a person: whole in one cell of a table, its guard against formulas included."""
LONGEST_S = 12 * 3600
LIST_MARKS = ";|"
"""What separates the people or the authorities of one cell; no person's text may hold one."""

_NONE: frozenset[str] = frozenset()


class Problem(NamedTuple):
    """Why a stop cannot stand in a running order; ``field`` is the one to correct."""

    field: str
    code: str
    message: str
    advice: str


# Verbs on stops


def move(rundown: Rundown, ids: Collection[str], before_id: str = "", locked: Collection[str] = _NONE) -> Rundown:
    """These stops as one block, in their order, before another stop, or at the end."""
    _check_known(rundown, ids)
    stops = list(rundown.stops)
    place = _place(rundown, before_id)
    block = [stop for stop in stops if stop.id in ids]
    head = [stop for stop in stops[:place] if stop.id not in ids]
    tail = [stop for stop in stops[place:] if stop.id not in ids]
    return _kept(rundown, [*head, *block, *tail], locked)


def insert(rundown: Rundown, stop: Stop, before_id: str = "", locked: Collection[str] = _NONE) -> Rundown:
    """With one stop more, before another or at the end. In the middle of a section it belongs to it: the section's
    card stays before it.
    """
    if any(stop.id == known.id for known in rundown.stops):
        raise UserError("stop_twice", "Cette étape est déjà au conducteur.", "Déplacez-la au lieu de l’ajouter.")
    place = _place(rundown, before_id)
    around = rundown.stops[place - 1 : place + 1] if 0 < place < len(rundown.stops) else ()
    if not stop.section and len(around) == 2 and around[0].section == around[1].section:
        stop = replace(stop, section=around[0].section)
    added = _checked(rundown, stop)
    return _kept(rundown, [*rundown.stops[:place], added, *rundown.stops[place:]], locked)


def replace_stop(rundown: Rundown, stop: Stop, locked: Collection[str] = _NONE) -> Rundown:
    """With this stop in the place of the one that has its id."""
    _check_known(rundown, (stop.id,))
    return _changed(rundown, (stop.id,), lambda _: _checked(rundown, stop), locked)


def remove(rundown: Rundown, ids: Collection[str], locked: Collection[str] = _NONE) -> Rundown:
    """Without these stops."""
    _check_known(rundown, ids)
    return _kept(rundown, [stop for stop in rundown.stops if stop.id not in ids], locked)


def postpone(rundown: Rundown, ids: Collection[str], locked: Collection[str] = _NONE) -> Rundown:
    """With these stops left out for now, still listed at their place."""
    return _changed(rundown, ids, lambda stop: replace(stop, postponed=True), locked)


def recall(rundown: Rundown, ids: Collection[str], locked: Collection[str] = _NONE) -> Rundown:
    """With these stops played again at their place."""
    return _changed(rundown, ids, lambda stop: replace(stop, postponed=False), locked)


def retime(rundown: Rundown, ids: Collection[str], planned_s: int, locked: Collection[str] = _NONE) -> Rundown:
    """With this planned duration, in seconds, for each of these stops."""
    return _changed(rundown, ids, lambda stop: _checked(rundown, replace(stop, planned_s=planned_s)), locked)


def set_section(rundown: Rundown, ids: Collection[str], section_id: str, locked: Collection[str] = _NONE) -> Rundown:
    """With these stops in a section, or in none when ``section_id`` is empty."""
    return _changed(rundown, ids, lambda stop: _checked(rundown, replace(stop, section=section_id)), locked)


def group(rundown: Rundown, ids: Collection[str], title: str, locked: Collection[str] = _NONE) -> Rundown:
    """With these awards in one roll call, a new stop at the place of the first, as long as all of them together."""
    _check_known(rundown, ids)
    chosen = [stop for stop in rundown.stops if stop.id in ids]
    if len(chosen) < 2 or any(stop.kind not in ("award", "group") for stop in chosen):
        message = say("Un appel réunit au moins deux remises de label, et rien d’autre.")
        raise UserError("group_impossible", message, "Choisissez seulement des remises ou des appels.")
    if len({stop.postponed for stop in chosen}) > 1:
        message = say("Certaines de ces étapes sont reportées et d’autres non.")
        raise UserError("group_impossible", message, "Reportez-les toutes, ou rappelez-les toutes, puis réunissez-les.")
    first = chosen[0]
    roll_call = Stop(
        id=new_id(),
        kind="group",
        planned_s=sum(stop.planned_s for stop in chosen),
        title=title,
        section=first.section,
        authority_ids=tuple(id_ for stop in chosen for id_ in stop.authority_ids),
        people=tuple(dict.fromkeys(person for stop in chosen for person in stop.people)),
        note=" / ".join(dict.fromkeys(stop.note for stop in chosen if stop.note)),
        postponed=first.postponed,
    )
    checked = _checked(rundown, roll_call)
    others = (checked if stop is first else stop for stop in rundown.stops if stop is first or stop not in chosen)
    return _kept(rundown, others, locked)


def ungroup(rundown: Rundown, id_: str, planned_s: int, locked: Collection[str] = _NONE) -> Rundown:
    """With the awards of a roll call as stops of their own, each this long; its note and people go to the first."""
    _check_known(rundown, (id_,))
    whole = next(stop for stop in rundown.stops if stop.id == id_)
    if whole.kind != "group" or not whole.authority_ids:
        message = say("Cette étape n’est pas un appel de plusieurs collectivités.")
        raise UserError("ungroup_impossible", message, "Choisissez un appel, ou retirez cette étape si elle est vide.")
    alone = replace(whole, kind="award", planned_s=planned_s, title="")
    parts = [
        replace(alone, id=new_id(), authority_ids=(each,), note=whole.note if rank == 0 else "",
                people=whole.people if rank == 0 else ())
        for rank, each in enumerate(whole.authority_ids)
    ]  # fmt: skip
    checked = [_checked(rundown, part) for part in parts]
    stops = (part for stop in rundown.stops for part in (checked if stop is whole else [stop]))
    return _kept(rundown, stops, locked)


# Sections and hours


def add_section(rundown: Rundown, section: Section) -> Rundown:
    """With one section more, that no stop is in yet."""
    if rundown.section(section.id) is not None:
        raise UserError("section_twice", "Cette section est déjà au conducteur.", "Modifiez-la au lieu de l’ajouter.")
    return replace(rundown, sections=(*rundown.sections, _checked_section(rundown, section)))


def change_section(rundown: Rundown, section: Section, locked: Collection[str] = _NONE) -> Rundown:
    """With this title and these presenters for the section that has its id."""
    _check_section(rundown, section.id)
    checked = _checked_section(rundown, section)
    sections = tuple(checked if known.id == section.id else known for known in rundown.sections)
    return check_played(rundown, replace(rundown, sections=sections), locked)


def remove_section(rundown: Rundown, section_id: str, locked: Collection[str] = _NONE) -> Rundown:
    """Without a section; its stops stay where they are, in no section."""
    _check_section(rundown, section_id)
    return check_played(
        rundown,
        replace(
            rundown,
            stops=tuple(replace(stop, section="") if stop.section == section_id else stop for stop in rundown.stops),
            sections=tuple(section for section in rundown.sections if section.id != section_id),
        ),
        locked,
    )


def set_hours(rundown: Rundown, starts: str, ends: str) -> Rundown:
    """With these planned local times, « 14:30 », « 14 h 30 » or empty. UserError: time_unknown."""
    return replace(rundown, starts=planned_time(starts), ends=planned_time(ends))


def planned_time(text: str) -> str:
    """« 14:30 » for a time of day in any writing; empty stays so. UserError: time_unknown."""
    time = time_of(text) if text.strip() else ""
    if time is None:
        message = say("Ce n’est pas une heure du jour.")
        raise UserError("time_unknown", message, "Écrivez par exemple 14:30 ou 14 h 30.")
    return time


# The rules


def check_played(before: Rundown, after: Rundown, locked: Collection[str]) -> Rundown:
    """``after``, when what was played is as it was and nothing came before it. UserError: stop_played.

    Stops not yet played may leave their place among those played (a late mayor), never come there.
    """
    held = {stop.section for stop in before.stops if stop.id in locked} | set(locked)
    played = [stop for stop in before.stops if stop.id in locked]
    untouched = played == [stop for stop in after.stops if stop.id in locked] and all(
        section == after.section(section.id) for section in before.sections if section.id in held
    )
    if not (untouched and _is_subsequence(_until_last(after, locked), _until_last(before, locked))):
        raise UserError(
            "stop_played",
            "Ce qui est déjà passé sur scène ne peut plus changer, et rien ne peut venir avant.",
            "Changez seulement la suite du conducteur, après la dernière étape jouée.",
        )
    return after


def tidied(stop: Stop) -> Stop:
    """The stop with its texts on one clean line each; empty people left out."""
    people = (clean(person, TEXT_LIMIT) for person in stop.people)
    return replace(
        stop,
        title=clean(stop.title, TEXT_LIMIT),
        note=clean(stop.note, TEXT_LIMIT),
        people=tuple(person for person in people if person),
    )


def problem(stop: Stop) -> Problem | None:
    """What is wrong with a stop by itself, None when nothing is."""
    for rule in (_problem_of_kind, _problem_of_duration, _problem_of_authorities, _problem_of_texts):
        if found := rule(stop):
            return found
    return None


def _problem_of_kind(stop: Stop) -> Problem | None:
    if stop.kind not in STOP_KINDS:
        return Problem(
            "kind", "kind_unknown", say("Ce type d’étape n’existe pas."), say("Choisissez-le dans la liste.")
        )
    return None


def _problem_of_duration(stop: Stop) -> Problem | None:
    if not 0 <= stop.planned_s <= LONGEST_S:
        message = say("La durée prévue doit aller de 0 seconde à 12 heures.")
        return Problem("planned", "duration_out_of_range", message, say("Donnez la durée de cette seule étape."))
    return None


def _problem_of_authorities(stop: Stop) -> Problem | None:
    count = len(stop.authority_ids)
    if stop.kind == "award" and count != 1:
        message = say("Une remise nomme une collectivité, et une seule.")
        return Problem("authority", "award_not_one", message, say("Faites un appel pour en nommer plusieurs."))
    if stop.kind not in AWARDING and count:
        message = say("Seuls une remise, un appel ou une mention nomment des collectivités.")
        return Problem("authority", "authority_unexpected", message, say("Videz la collectivité, ou changez le type."))
    if len(set(stop.authority_ids)) < count:
        message = say("La même collectivité est deux fois dans cette étape.")
        return Problem("authority", "authority_doubled", message, say("Gardez-la une seule fois."))
    if stop.kind == "mention" and not (stop.mention or stop.title):
        return Problem(
            "mention", "mention_missing", say("L’étape ne dit pas quelle mention."), say("Donnez la mention.")
        )
    if stop.kind != "mention" and stop.mention:
        message = say("Seule une étape de type « mention » porte une mention.")
        return Problem("mention", "mention_unexpected", message, say("Videz la mention, ou changez le type."))
    return None


def _problem_of_texts(stop: Stop) -> Problem | None:
    texts = (("title", stop.title), ("note", stop.note), *(("people", person) for person in stop.people))
    for field, text in texts:
        if len(text) > TEXT_LIMIT:
            message = say("Un texte de cette étape dépasse {0} caractères.", TEXT_LIMIT)
            return Problem(field, "text_too_long", message, "Raccourcissez-le.")
    if any(mark in person for person in stop.people for mark in LIST_MARKS):
        message = say("Le nom d’une personne ne peut pas contenir « ; » ni « | ».")
        return Problem("people", "person_mark", message, say("Donnez chaque personne séparément."))
    return None


def _checked(rundown: Rundown, stop: Stop) -> Stop:
    # Looked at before it is tidied too, which would cut a text that is too long.
    found = problem(stop) or problem(tidied(stop))
    if found:
        raise UserError(found.code, found.message, found.advice)
    if stop.section:
        _check_section(rundown, stop.section)
    return tidied(stop)


def _checked_section(rundown: Rundown, section: Section) -> Section:
    if max(len(section.title), len(section.presenters)) > TEXT_LIMIT:
        message = say("Un texte de cette section dépasse {0} caractères.", TEXT_LIMIT)
        raise UserError("text_too_long", message, "Raccourcissez-le.")
    title = clean(section.title)
    if not title:
        raise UserError("section_untitled", "Une section a besoin d’un titre.", "Donnez-lui un titre.")
    others = (known.title for known in rundown.sections if known.id != section.id)
    if title_key(title) in map(title_key, others):
        message = say("Une autre section s’appelle déjà « {0} ».", title[:60])
        raise UserError("section_title_twice", message, "Donnez un autre titre.")
    return replace(section, title=title, presenters=clean(section.presenters))


def title_key(title: str) -> str:
    """The same for two titles that a person would take for one."""
    return fold(title) or title


def _check_known(rundown: Rundown, ids: Collection[str]) -> None:
    if not {stop.id for stop in rundown.stops}.issuperset(ids):
        message = say("Cette étape n’est plus au conducteur.")
        raise UserError("stop_unknown", message, "Relisez le conducteur, il a changé depuis.")


def _check_section(rundown: Rundown, section_id: str) -> None:
    if rundown.section(section_id) is None:
        message = say("Cette section n’est plus au conducteur.")
        raise UserError("section_unknown", message, "Relisez le conducteur, il a changé depuis.")


def _place(rundown: Rundown, before_id: str) -> int:
    if not before_id:
        return len(rundown.stops)
    _check_known(rundown, (before_id,))
    return next(place for place, stop in enumerate(rundown.stops) if stop.id == before_id)


def _changed(
    rundown: Rundown, ids: Collection[str], change: Callable[[Stop], Stop], locked: Collection[str]
) -> Rundown:
    _check_known(rundown, ids)
    return _kept(rundown, (change(stop) if stop.id in ids else stop for stop in rundown.stops), locked)


def _kept(rundown: Rundown, stops: Iterable[Stop], locked: Collection[str]) -> Rundown:
    return check_played(rundown, replace(rundown, stops=tuple(stops)), locked)


def _until_last(rundown: Rundown, locked: Collection[str]) -> Sequence[str]:
    """The ids up to the last stop played."""
    ids = [stop.id for stop in rundown.stops]
    return ids[: max((place for place, id_ in enumerate(ids, 1) if id_ in locked), default=0)]


def _is_subsequence(part: Sequence[str], whole: Sequence[str]) -> bool:
    rest = iter(whole)
    return all(id_ in rest for id_ in part)
