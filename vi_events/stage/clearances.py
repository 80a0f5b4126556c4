"""Who may see what, when. Each function gives what one clearance receives, and nothing more. Pure.

``regie`` is the stage station itself, which holds the revision; what is public (public_card) follows GO only.
"""

from dataclasses import replace
from typing import Any

from vi_events.stage.engine import target
from vi_events.stage.frames import next_frame
from vi_events.stage.public_card import public
from vi_events.stage.stops import CompiledStop, Revision, ShowState

WINGS_AHEAD = 8


def webtv_prep(revision: Revision, state: ShowState) -> dict[str, Any] | None:
    """What the next GO will show, for the enrolled webtv station: sent, never stored. None after the last stop."""
    following = next_frame(revision, state)
    return None if following is None else public(following)


def presenter(revision: Revision, state: ShowState) -> dict[str, Any]:
    """What the prompter reads, and only the name of what follows it."""
    told: dict[str, Any] = {"script": (), "note": "", "presenters": "", "authority_ids": (), "next": "", "number": 0}
    read = read_state(revision, state)
    following = target(revision, read)
    if following is not None:
        told["next"] = revision.stops[following[0]].steps[following[1]].spoken_name
    if read.stop >= 0:
        stop = revision.stops[read.stop]
        told |= {
            "script": stop.steps[read.step].script,
            "note": stop.note,
            "presenters": stop.presenters,
            "authority_ids": stop.authority_ids,
            "number": stop.number,
        }
    return told


def read_state(revision: Revision, state: ShowState) -> ShowState:
    """Where the presenter is: with the show, or from STANDBY on at the stop that GO will take."""
    following = target(revision, state)
    if not state.gate_open or following is None:
        return state
    return replace(state, stop=following[0], step=following[1], standby=-1, gate_open=False)


def wings(revision: Revision, state: ShowState, ahead: int = WINGS_AHEAD) -> tuple[dict[str, Any], ...]:
    """Who lines up for the next stops: names and places, in an order, without any level."""
    following = target(revision, state)
    if following is None:
        return ()
    begins = following[0]
    stops = [stop for stop in revision.stops[begins:] if stop.authority_ids][:ahead]
    return tuple(_lining_up(stop) for stop in stops)


def _lining_up(stop: CompiledStop) -> dict[str, Any]:
    people = [
        {"authority_id": each.authority_id, "name": each.name, "place": each.place} for each in stop.card.laureates
    ]
    return {"stop": stop.id, "number": stop.number, "together": len(people) > 1, "authorities": people}
