"""Who is in, as folded state: admissions and exits of one attendee, and what two stations did at once."""

from collections.abc import Iterable
from typing import Any

from vi_events.clock import hlc_ms
from vi_events.edition import people
from vi_events.journal.entry import Entry, Fact
from vi_events.journal.fold import State

BUCKET_MS = 5 * 60 * 1000
"""Arrivals are counted per five minutes."""
FROM_PAPER = "saisi d’après papier"
"""Why an admission is older than its entry."""


def admitted(attendee_id: str, zone: str, policy: str, reason: str = "", at_ms: int = 0) -> Fact:
    """The person came in. ``reason`` is the supervisor's, when a refusal was overridden: free text, which may name
    somebody. ``at_ms``: when they did, if it was noted on paper and is typed in only now.
    """
    payload: dict[str, Any] = {"zone": zone, "policy": policy}
    if reason:
        payload["override"] = True
    if at_ms:
        payload |= {"at_ms": at_ms, "reason": FROM_PAPER}
    return Fact("attendee_admitted", people.subject(attendee_id), payload, {"reason": reason} if reason else {})


def exited(attendee_id: str, zone: str) -> Fact:
    return Fact("attendee_exited", people.subject(attendee_id), {"zone": zone})


def refused(attendee_id: str, zone: str, verdict: str) -> Fact:
    return Fact("scan_refused", people.subject(attendee_id), {"zone": zone, "verdict": verdict})


def reduce_presence(state: State, entry: Entry) -> None:
    """Folds what happened to a person at the door."""
    data, zone = state.data, str(entry.payload.get("zone", ""))
    if entry.kind == "attendee_admitted":
        _admit(data, zone, entry)
    elif entry.kind == "attendee_exited":
        data.get("in", {}).pop(zone, None)


def _admit(data: dict[str, Any], zone: str, entry: Entry) -> None:
    now = [int(entry.payload.get("at_ms") or hlc_ms(entry.hlc)), entry.station, entry.id]
    inside = data.setdefault("in", {})
    # The rules refuse a second admission under « once »: one that is here all the same was made by a station that did
    # not know of the first.
    if zone in inside and entry.payload.get("policy") == "once" and not entry.payload.get("override"):
        data.setdefault("conflicts", []).append([zone, inside[zone], now])
        return
    inside[zone] = now
    first = data.setdefault("first", {})
    # What was noted on paper may be older than what was scanned since.
    first[zone] = min(first.get(zone, now), now)


def presence_keys(state: State) -> Iterable[str]:
    """Who is in each zone; and counted: by zone, by category, arrivals per five minutes, admissions by station."""
    data = state.data
    keys: list[str] = []
    if "first" not in data or data.get("merged_into"):
        return keys
    for zone in data.get("in", ()):
        keys += (f"in:{zone}", f"#in:{zone}", f"#cat:{zone}:{data.get('category', 'guest')}")
    for zone, (at_ms, station, _entry) in data["first"].items():
        keys += (f"#arr:{zone}:{at_ms // BUCKET_MS}", f"#by:{zone}:{station}")
    return keys


def last_admission(state: State, zone: str) -> tuple[int, str, str] | None:
    """(milliseconds since 1970, station, entry id) of the admission that stands, or None."""
    found = state.data.get("in", {}).get(zone)
    return (int(found[0]), str(found[1]), str(found[2])) if found else None
