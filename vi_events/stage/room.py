"""Who of an authority is in the room: read from the journal's attendees, where check-in and stage meet."""

from collections.abc import Iterable
from dataclasses import dataclass

from vi_events.edition import people
from vi_events.edition.collation import sort_key
from vi_events.journal.store import Store

ELECTED = "elected"


@dataclass(frozen=True, slots=True)
class InRoom:
    """One expected person of an authority. ``since_ms`` is when they came in (milliseconds since 1970); None: not
    here.
    """

    attendee_id: str
    name: str
    function: str
    seat: str
    since_ms: int | None
    replaces: str = ""
    """Name of the person whose place they take."""
    elected: bool = False
    note: str = ""


def in_room(store: Store, authority_ids: Iterable[str], zone: str = "") -> dict[str, tuple[InRoom, ...]]:
    """For each authority its people, those who are here first, élu·es before others. ``zone`` empty: in any zone."""
    return {id_: _people(store, id_, zone) for id_ in authority_ids}


def _people(store: Store, authority_id: str, zone: str) -> tuple[InRoom, ...]:
    states = store.states(store.subjects(f"auth:{authority_id}"))
    found = []
    for subject, state in states.items():
        person = people.attendee(subject, state)
        if person.status in ("cancelled", "revoked"):
            continue
        inside: dict[str, list[object]] = state.data.get("in", {})
        came = [int(str(at[0])) for id_, at in inside.items() if zone in ("", id_)]
        found.append(
            InRoom(
                person.id,
                person.name,
                person.function,
                person.seat,
                min(came) if came else None,
                people.replaces(state),
                person.category == ELECTED,
                person.protocol_note,
            )
        )
    return tuple(sorted(found, key=lambda each: (each.since_ms is None, not each.elected, sort_key(each.name))))
