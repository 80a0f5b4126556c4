"""Late changes as changes of the document, and what they are told by. Pure."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from vi_events.edition import rundown_editing as editing
from vi_events.edition.palmares import Award, Palmares
from vi_events.edition.rundown import Rundown, Stop, new_id
from vi_events.edition.rundown_changes import difference
from vi_events.edition.show_document import ShowDocument
from vi_events.edition.text import fold
from vi_events.errors import UserError
from vi_events.sentences import say
from vi_events.stage.engine import target
from vi_events.stage.service import Change
from vi_events.stage.show import ShowView
from vi_events.stage.stops import CompiledStop
from vi_events.ui.language import labelled, spoken
from vi_events.ui.stage.rows import CURRENT, DONE, FUTURE, names, rows

KINDS = ("postpone", "recall", "proxy", "level", "insert", "move", "withdraw")


@dataclass(frozen=True, slots=True)
class LateChange:
    """What was asked for. ``kind`` is one of KINDS; the others count where the kind needs them."""

    kind: str
    stop_id: str = ""
    before_id: str = ""
    """The stop before which it will be played; empty: at the end."""
    text: str = ""
    """Who comes on stage, the title of what is inserted, or the reason."""
    level: int = 0
    new_kind: str = "speech"
    planned_s: int = 120


def edit_of(asked: LateChange, view: ShowView) -> Change:
    """The change of the document, with what was played locked. Its errors are UserErrors."""
    locked = frozenset(id_ for id_, _ in view.state.played)
    if asked.kind == "level":
        return lambda document: replace(document, palmares=_with_level(document, asked))
    if asked.kind == "proxy":
        return lambda document: _with_proxy(document, asked, locked)
    verbs: dict[str, Callable[[Rundown], Rundown]] = {
        "postpone": lambda order: editing.postpone(order, (asked.stop_id,), locked),
        "recall": lambda order: _recalled(order, asked, locked),
        "insert": lambda order: editing.insert(order, _inserted(order, asked), asked.before_id, locked),
        "move": lambda order: editing.move(order, (asked.stop_id,), asked.before_id, locked),
    }
    verb = verbs[asked.kind]
    return lambda document: replace(document, rundown=verb(document.rundown))


def told(asked: LateChange, before: ShowView, after: ShowView) -> tuple[str, ...]:
    """The lines to approve. They name the stop that changes; the others that are masked stay numbers."""
    known = names(before) | names(after)
    masked = {row.stop_id: row.number for row in rows(before) if row.masked}

    def name_of(stop: Stop) -> str:
        if stop.id in masked and stop.id != asked.stop_id:
            return f"n° {masked[stop.id]}" if masked[stop.id] else spoken(say("une étape reportée"))
        return known.get(stop.id) or stop.title

    lines = [spoken(change.text) for change in difference(before.document.rundown, after.document.rundown, name_of)]
    old = {award.authority.id: award for award in before.document.palmares.awards}
    for award in after.document.palmares.awards:
        was = old.get(award.authority.id, award)
        if was.level != award.level:
            lines.append(labelled(award.authority.name, f"{was.level} @ → {award.level} @ ({asked.text})"))
        if was.representative != award.representative:
            lines.append(spoken(say("{0}\u202f: sur scène, {1}", award.authority.name, award.representative)))
    return tuple(dict.fromkeys(lines))


def find_stop(view: ShowView, wanted: str, *, postponed: bool = False) -> str:
    """Id of the only stop not played yet that has this number, or a name that begins so, else holds it; empty when
    there is none or several.
    """
    text = fold(wanted)
    known = names(view)
    if postponed:
        ids = [stop.id for stop in view.document.rundown.stops if stop.postponed]
        numbers: dict[str, int] = {}
    else:
        listed = [row for row in rows(view) if row.state not in (DONE, CURRENT, "gate", "postponed")]
        ids = [row.stop_id for row in listed if row.kind != "section"]
        numbers = {row.stop_id: row.number for row in listed}
    if not text:
        return ""
    if text.isdigit():
        return next((id_ for id_ in ids if numbers.get(id_) == int(text)), "")
    exact = [id_ for id_ in ids if fold(known[id_]) == text]
    begins = [id_ for id_ in ids if fold(known[id_]).startswith(text)]
    holds = [id_ for id_ in ids if text in fold(known[id_])]
    return next((found[0] for found in (exact, begins, holds) if len(found) == 1), "")


def next_in_rundown(view: ShowView) -> str:
    """Id of the stop before which something can still be inserted; empty: only at the end."""
    following = target(view.revision, view.state)
    if following is None:
        return ""
    place = following[0] + (following[0] == view.state.stop)
    in_rundown = {stop.id for stop in view.document.rundown.stops}
    return next((stop.id for stop in view.revision.stops[place:] if stop.id in in_rundown), "")


def revealed(view: ShowView) -> tuple[tuple[str, str], ...]:
    """(authority id, name) of what was announced, the last first."""
    found = [
        (laureate.authority_id, laureate.name)
        for stop_id, _ in reversed(view.state.played)
        if (stop := _stop(view, stop_id)) is not None
        for laureate in stop.card.laureates
        if laureate.authority_id in view.state.revealed
    ]
    return tuple(dict.fromkeys(found))


def is_masked(view: ShowView, stop_id: str) -> bool:
    """Whether the name of a stop is hidden in the running order now."""
    return any(row.stop_id == stop_id and row.masked and row.state == FUTURE for row in rows(view))


def _stop(view: ShowView, stop_id: str) -> CompiledStop | None:
    place = view.revision.index(stop_id)
    return view.revision.stops[place] if place >= 0 else None


def _recalled(order: Rundown, asked: LateChange, locked: Collection[str]) -> Rundown:
    # Its own place may be before what was played: it comes where it is asked for.
    moved = editing.move(order, (asked.stop_id,), asked.before_id, locked)
    return editing.recall(moved, (asked.stop_id,), locked)


def _inserted(order: Rundown, asked: LateChange) -> Stop:
    section = next((stop.section for stop in order.stops if stop.id == asked.before_id), "")
    return Stop(new_id(), asked.new_kind, asked.planned_s, asked.text, section)


def _award_of(document: ShowDocument, stop_id: str) -> Award:
    stop = next((stop for stop in document.rundown.stops if stop.id == stop_id), None)
    ids = stop.authority_ids if stop else ()
    if len(ids) != 1:
        raise UserError(
            "stop_not_award",
            "Cette étape ne nomme pas une seule collectivité.",
            "Choisissez la remise d’une collectivité.",
        )
    return next(award for award in document.palmares.awards if award.authority.id == ids[0])


def _with_award(document: ShowDocument, fresh: Award) -> Palmares:
    awards = (fresh if award.authority.id == fresh.authority.id else award for award in document.palmares.awards)
    return replace(document.palmares, awards=tuple(awards))


def _with_level(document: ShowDocument, asked: LateChange) -> Palmares:
    award = _award_of(document, asked.stop_id)
    if not asked.text:
        raise UserError("reason_missing", "Le motif manque.", "Écrivez qui a décidé la correction.")
    note = f"Corrigé de {award.level} à {asked.level}\u202f: {asked.text}"
    return _with_award(document, replace(award, level=asked.level, note=note))


def _with_proxy(document: ShowDocument, asked: LateChange, locked: Collection[str]) -> ShowDocument:
    award = _award_of(document, asked.stop_id)
    if not asked.text:
        raise UserError("person_missing", "Le nom de la personne manque.", "Écrivez qui monte sur scène.")
    stop = next(stop for stop in document.rundown.stops if stop.id == asked.stop_id)
    note = " / ".join(part for part in (f"Sur scène\u202f: {asked.text}", stop.note) if part)
    order = editing.replace_stop(document.rundown, replace(stop, note=note), locked)
    palmares = _with_award(document, replace(award, representative=asked.text))
    return replace(document, palmares=palmares, rundown=order)
