"""What the presenter reads: a pure function of the show, of who is in the room, and of the pace.

It holds what ``clearances.presenter`` allows: this stop, and only the name of the following one, never its level.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vi_events.clock import clock_time
from vi_events.edition.rundown import AWARDING
from vi_events.edition.text import fold
from vi_events.paths import ASSETS
from vi_events.stage.clearances import presenter, read_state
from vi_events.stage.engine import target
from vi_events.stage.introducing import introduced, present, sentence
from vi_events.stage.pace import Pace
from vi_events.stage.room import InRoom
from vi_events.stage.stops import CompiledStop, Laureate, Revision, ShowState
from vi_events.typesetting.metrics import Face, shown

Line = tuple[tuple[str, str], ...]
"""Runs of one paragraph, as in ``Step.script``: (style, text). Styles: ``plain``, ``name`` (the authority), ``person``,
``sound`` (how a name is pronounced).
"""
Room = Mapping[str, tuple[InRoom, ...]]
"""By authority id, as ``room.in_room`` gives it."""

NARROW, NO_BREAK = "\u202f", "\u00a0"
_FACE = Face(str(ASSETS / "fonts" / "AtkinsonHyperlegibleNext-Bold.ttf"))
_SOUND = re.compile(r"^(?P<name>.*\S) (?P<sound>\[[^\[\]]+\])$")
_OTHERS = 2
"""How many people besides the one who comes on stage are named."""
_OPENS, _THEN, _REMAINS = "Au premier TOP\u202f: ", "Ensuite\u202f: ", "reste "


# Under embargo until its GO: the default repr, that says nothing, is kept.
@dataclass(frozen=True, slots=True, repr=False)
class PromptText:
    """All the words of the prompter, in French typography."""

    read: Line
    """What is said aloud."""
    on_stage: tuple[Line, ...] = ()
    """Who comes on stage, who hands over, who speaks: a paragraph each."""
    note: str = ""
    """« Note : vient avec deux agents »."""
    following: Line = ()
    number: str = ""
    """« 73 / 185 », empty for what is not counted."""
    status: str = ""
    """What is out of the ordinary: « en pause », « écran au noir », « répétition »."""
    offset: str = ""
    """« retard 4:28 », « avance 1:10 », « à l’heure »; empty when no beginning was planned."""
    late: bool = False
    left: str = ""
    """« reste 4:12 », « dépassé de 0:30 »; empty for awards."""
    overrun: bool = False
    clock: str = ""
    """« 16:24 », local time."""


def prompt(revision: Revision, state: ShowState, room: Room, pace: Pace, now_ms: int) -> PromptText:
    """The prompter at ``now_ms`` (milliseconds since 1970)."""
    told = presenter(revision, state)
    prepared, state = state.gate_open, read_state(revision, state)
    stop = revision.stops[state.stop] if state.stop >= 0 else None
    closed = state.mode == "edit" and stop is not None
    if stop is None:
        read, on_stage = _opening(revision, state), _planned(revision)
    elif closed:
        read, on_stage = (("plain", "La cérémonie est terminée."),), ()
    else:
        read, on_stage = _read(stop, told["script"]), _on_stage(stop, state.step, room)
    left_s = None if stop is None or closed or prepared else _left_s(stop, state, now_ms)
    return PromptText(
        read=_typeset(read),
        on_stage=tuple(map(_typeset, on_stage)),
        note=_french(f"Note\u202f: {told['note']}") if told["note"] and not closed else "",
        following=() if closed else _typeset(_following(revision, state)),
        number=f"{told['number']} / {pace.awards_total}" if told["number"] and not closed else "",
        status=_status(state),
        offset=_offset(pace.offset_s) if revision.starts and not closed else "",
        late=pace.offset_s > 0,
        left=_left(left_s),
        overrun=left_s is not None and left_s < 0,
        clock=clock_time(now_ms),
    )


def duration(seconds: int) -> str:
    """« 4:28 », « 1:04:28 »."""
    minutes, rest = divmod(abs(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


# What is read


def _read(stop: CompiledStop, script: Line) -> Line:
    if stop.kind not in AWARDING or not script:
        return (("plain", stop.card.title),)
    (style, first), *rest = script
    return ((style, first[:1].upper() + first[1:]), *rest)


def _opening(revision: Revision, state: ShowState) -> Line:
    following = target(revision, state)
    if following is None:
        return (("plain", "Le conducteur est vide."),)
    stop, step = revision.stops[following[0]], following[1]
    if stop.kind == "title":
        return (("plain", _OPENS), ("name", stop.card.title))
    return (("plain", _OPENS), *_announced(stop, step))


def _planned(revision: Revision) -> tuple[Line, ...]:
    if not revision.starts:
        return ()
    return ((("plain", f"Début prévu à {revision.starts.replace(':', f'{NARROW}h{NARROW}')}."),),)


def _following(revision: Revision, state: ShowState) -> Line:
    following = target(revision, state)
    if following is not None and state.stop < 0:
        # The first GO is what is read now.
        place = following[0] + 1
        following = (place, 0) if place < len(revision.stops) else None
    if following is None:
        return (("plain", "C’est la dernière étape."),)
    return (("plain", _THEN), *_announced(revision.stops[following[0]], following[1]))


def _announced(stop: CompiledStop, step: int) -> Line:
    """A later step by its name. Titles of sections and of roll calls often say a level, hence other words."""
    if stop.kind == "section":
        return (("plain", "la partie suivante"),)
    if stop.card.kind == "roll_call" and stop.steps[step].name == "card":
        return (("plain", f"un appel groupé ({len(stop.card.laureates)} lauréats)"),)
    if stop.card.kind == "mention" and step:
        return (("plain", "qui reçoit cette mention"),)
    return (("plain", stop.steps[step].spoken_name),)


# Who comes on stage


def _on_stage(stop: CompiledStop, step: int, room: Room) -> tuple[Line, ...]:
    if stop.kind == "section":
        return (_handed_over(stop.presenters),) if stop.presenters else ()
    if stop.kind not in AWARDING:
        return tuple(_speaker(person) for person in stop.card.people)
    called = _called(stop, step)
    if len(called) == 1 and stop.kind != "mention":
        lines = _delegation(room.get(called[0].authority_id, ()))
    else:
        lines = tuple(_one_of_several(laureate, room.get(laureate.authority_id, ())) for laureate in called)
    return (*lines, _handed_over(stop.presenters)) if called and stop.presenters else lines


def _called(stop: CompiledStop, step: int) -> tuple[Laureate, ...]:
    """Who comes on stage at this step, not before it nor after."""
    name, _, rank = stop.steps[step].name.partition(":")
    if name == "call":
        return (stop.card.laureates[int(rank) - 1],)
    return stop.card.laureates if name == "reveal" else ()


def _delegation(people: tuple[InRoom, ...]) -> tuple[Line, ...]:
    here = present(people)
    if not here:
        return ((("plain", "Personne n’est enregistré\u202f: citez seulement."),),)
    first, *others = here
    name, rest = introduced(first)
    lines: list[Line] = [(("plain", "Monte sur scène\u202f: "), ("person", name), ("plain", f"{rest}{_seat(first)}."))]
    lines += [_in_the_room(person) for person in others[:_OTHERS]]
    if len(others) > _OTHERS:
        more = len(others) - _OTHERS
        lines.append((("plain", f"Et {more} autre{'s' if more > 1 else ''} de la délégation."),))
    awaited = next((person for person in people if person.elected and person.since_ms is None), None)
    if awaited and not first.elected:
        name, rest = introduced(awaited)
        lines.append((("plain", "Pas encore dans la salle\u202f: "), ("person", name), ("plain", f"{rest}.")))
    return tuple(lines)


def _in_the_room(person: InRoom) -> Line:
    name, rest = introduced(person)
    return (("person", name), ("plain", f"{rest}{',' if rest else ''} est dans la salle{_seat(person)}."))


def _one_of_several(laureate: Laureate, people: tuple[InRoom, ...]) -> Line:
    here = present(people)
    if not here:
        return (("name", laureate.name), ("plain", "\u202f: personne, citez seulement."))
    name, rest = introduced(here[0])
    return (("name", laureate.name), ("plain", "\u202f: "), ("person", name), ("plain", f"{rest}{_seat(here[0])}."))


def _seat(person: InRoom) -> str:
    return f" (siège\u00a0{person.seat.replace(' ', NO_BREAK)})" if person.seat else ""


def _handed_over(presenters: str) -> Line:
    """« Remis par le jury. », whether or not the section already says « remis par »."""
    said = presenters if fold(presenters).startswith("remis") else f"remis par {presenters}"
    return (("plain", sentence(said)),)


def _speaker(person: str) -> Line:
    """« Jeanne Martin, maire de Reims »: the name stands out."""
    name, comma, function = person.partition(",")
    return (("person", name), ("plain", comma + function))


# What frames it


def _status(state: ShowState) -> str:
    said = {
        "répétition": state.rehearsal,
        "en pause": state.mode == "hold",
        "écran au noir": state.black,
        "écran vidé": state.cleared and not state.black and state.mode != "edit",
    }
    return " · ".join(words for words, true in said.items() if true)


def _offset(seconds: int) -> str:
    if not seconds:
        return "à l’heure"
    return f"{'retard' if seconds > 0 else 'avance'} {duration(seconds)}"


def _left_s(stop: CompiledStop, state: ShowState, now_ms: int) -> int | None:
    """Seconds left of a stop that is no award; below 0 when it lasts longer. The countdown of the public screen runs
    from the last change, a speech from when it was first given.
    """
    if stop.kind in (*AWARDING, "title", "section") or not stop.planned_s:
        return None
    since_ms = state.since_ms if stop.card.ends_s else dict(state.played).get(stop.id, state.since_ms)
    return stop.planned_s - max(0, now_ms - since_ms) // 1000


def _left(seconds: int | None) -> str:
    if seconds is None:
        return ""
    return f"{_REMAINS}{duration(seconds)}" if seconds >= 0 else f"dépassé de {duration(seconds)}"


# Typography


def _typeset(line: Iterable[tuple[str, str]]) -> Line:
    runs: list[tuple[str, str]] = []
    for style, text in line:
        spoken = _SOUND.match(text)
        if spoken:
            runs += [(style, f"{_french(spoken['name'])} "), ("sound", spoken["sound"])]
        elif text:
            runs.append((style, _french(text)))
    return tuple(runs)


def _french(text: str) -> str:
    """French spaces and apostrophes also in what people typed; the spaces at both ends join runs and are kept."""
    words = text.strip()
    before, _, after = text.partition(words) if words else ("", "", text)
    return f"{before}{shown(_FACE, words)}{after}"
