"""Whom the tour sends to the door."""

from vi_events.app import OpenEdition
from vi_events.checkin import print_jobs
from vi_events.edition import people
from vi_events.journal.fold import State


def expected(opened: OpenEdition, count: int) -> list[tuple[str, str]]:
    """Ids and ticket codes of people whom the desk expects, and who have neither come anywhere nor got a badge."""
    zone = opened.reception.settings.zone.id
    found = [
        (subject.removeprefix(people.PREFIX), str(state.data["code"]))
        for subject, state in opened.core.call(lambda store: store.states_of_type("attendee"))
        if _is_expected(state, zone)
    ]
    return found[-count:]


def _is_expected(state: State, zone: str) -> bool:
    data = state.data
    welcome = data.get("status", "confirmed") == "confirmed" and zone in (data.get("zones") or (zone,))
    named = bool(state.personal.get("first_name"))
    return welcome and named and not data.get("first") and print_jobs.prints_by_itself(state)
