"""The rows of the running order as the stage manager reads them. Pure: what is masked has no name here."""

from collections.abc import Collection
from dataclasses import dataclass

from vi_events.edition.rundown import AWARDING
from vi_events.stage.engine import target
from vi_events.stage.pace import lasted_s
from vi_events.stage.show import ShowView
from vi_events.stage.stops import CompiledStop

MASKED_KINDS = (*AWARDING, "section")
"""What tells who gets what, or in which order."""
DONE, CURRENT, NEXT, FUTURE, GATE, POSTPONED = "done", "current", "next", "future", "gate", "postponed"


@dataclass(frozen=True, slots=True)
class Row:
    """One line. ``name`` is empty when ``masked``: then only ``names`` tells it."""

    stop_id: str
    state: str
    kind: str = ""
    number: int = 0
    name: str = ""
    masked: bool = False
    lasts_s: int = 0
    """Planned, or how long it lasted once done."""
    absent: bool = False
    chosen: bool = False
    """Set as the next one by a jump."""


def rows(view: ShowView, absent: Collection[str] = ()) -> tuple[Row, ...]:
    """The whole running order, with its gates and, last, what is postponed. ``absent``: ids of stops of which nobody
    is in the room.
    """
    state, stops = view.state, view.revision.stops
    following = target(view.revision, state)
    next_place = following[0] if following else -1
    played, lasted = dict(state.played), lasted_s(state)
    made: list[Row] = []
    for place, stop in enumerate(stops):
        current = state.stop if state.mode != "edit" else -1
        where = _where(place, stop, current, next_place, played)
        if stop.gate and where in (FUTURE, NEXT) and stop.id not in played:
            made.append(Row(stop.id, GATE, "gate"))
        seconds = lasted.get(stop.id, 0) if where == DONE else stop.planned_s
        masked = where == FUTURE and stop.kind in MASKED_KINDS
        made.append(
            Row(
                stop.id,
                where,
                stop.kind,
                stop.number,
                "" if masked else stop.label,
                masked,
                seconds,
                stop.id in absent and where != DONE,
                place == state.standby,
            )
        )
    postponed = (stop for stop in view.document.rundown.stops if stop.postponed)
    return (*made, *(Row(stop.id, POSTPONED, stop.kind, masked=True, lasts_s=stop.planned_s) for stop in postponed))


def names(view: ShowView) -> dict[str, str]:
    """What each stop is called, postponed ones too: for one peek at a time, for a search, never for a list."""
    known = {stop.id: stop.label for stop in view.revision.stops}
    left = [stop.id for stop in view.document.rundown.stops if stop.postponed]
    return known | dict(zip(left, view.revision.postponed, strict=False))


def upcoming(view: ShowView, count: int, *, awarding: bool = True) -> tuple[CompiledStop, ...]:
    """The next stops from the one that GO takes, those with authorities only when ``awarding``."""
    following = target(view.revision, view.state)
    if following is None:
        return ()
    place = following[0] + (following[0] == view.state.stop)
    stops = (stop for stop in view.revision.stops[place:] if stop.authority_ids or not awarding)
    return tuple(stop for stop, _ in zip(stops, range(count), strict=False))


def _where(place: int, stop: CompiledStop, current: int, next_place: int, played: dict[str, int]) -> str:
    if place == current:
        return CURRENT
    if place == next_place:
        return NEXT
    return DONE if stop.id in played else FUTURE
