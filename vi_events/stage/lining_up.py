"""Who lines up in the wings for the next stops, in their order, and whether they are in the room. Pure.

It holds what ``clearances.wings`` allows: names and places, no level.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from vi_events.stage.clearances import WINGS_AHEAD, wings
from vi_events.stage.introducing import introduced, present
from vi_events.stage.room import InRoom
from vi_events.stage.stops import Revision, ShowState


# Under embargo until its GO: the default repr, that says nothing, is kept.
@dataclass(frozen=True, slots=True, repr=False)
class InLine:
    """One authority that waits. ``rank`` counts from 1, the next to come on stage."""

    rank: int
    authority_id: str
    name: str
    place: str
    together: int = 1
    """How many come on stage at the same stop."""
    here: tuple[str, ...] = ()
    """« Inès Morvan, qui représente le maire », who comes on stage first."""
    awaited: tuple[str, ...] = ()
    """Those expected who are not in the room yet."""


def lining_up(
    revision: Revision, state: ShowState, room: Mapping[str, tuple[InRoom, ...]], ahead: int = WINGS_AHEAD
) -> tuple[InLine, ...]:
    """The authorities of the next ``ahead`` stops with laureates. ``room`` may be empty: then nobody is here."""
    found: list[InLine] = []
    for stop in wings(revision, state, ahead):
        for authority in stop["authorities"]:
            people = room.get(authority["authority_id"], ())
            here = present(people)
            found.append(
                InLine(
                    len(found) + 1,
                    authority["authority_id"],
                    authority["name"],
                    authority["place"],
                    len(stop["authorities"]),
                    tuple("".join(introduced(person)) for person in here),
                    tuple("".join(introduced(person)) for person in people if person not in here),
                )
            )
    return tuple(found)
