"""Frozen snapshots of people for the views, read in the core thread."""

import sys
from collections.abc import Iterable, Mapping, Sequence

from vi_events.checkin import conflicts, presence, print_jobs
from vi_events.checkin.search import Listed
from vi_events.checkin.views import Counters, FoundPerson, HistoryLine, PersonCard
from vi_events.clock import hlc_ms, hour
from vi_events.edition import people, programme
from vi_events.edition.models import CATEGORIES, Authority, Zone
from vi_events.journal.entry import Entry
from vi_events.journal.fold import State, cancelled_ids
from vi_events.journal.store import Store

_LONGEST_HISTORY = 50
_NO_AUTHORITY = Authority("", "")


class CardMaker:
    """Reads people from the store and makes what the window shows of them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._authorities: dict[str, Authority] = {}
        self._zones: list[Zone] = []

    def zones(self) -> list[Zone]:
        """Every zone, in the order they were made, kept in memory."""
        if not self._zones:
            self._zones = programme.read_zones(self._store)
        return self._zones

    def authority(self, authority_id: str) -> Authority:
        """An authority of the edition, kept in memory; one without a name when there is none."""
        if not authority_id:
            return _NO_AUTHORITY
        known = self._authorities.get(authority_id)
        if known is None:
            state = self._store.state(f"authority:{authority_id}")
            known = programme.authority(state) if state else _NO_AUTHORITY
            self._authorities[authority_id] = known
        return known

    def forget(self, subjects: Iterable[str]) -> None:
        """Reads these zones and authorities anew next time."""
        for subject in subjects:
            if subject.startswith("zone:"):
                self._zones = []
            self._authorities.pop(subject.removeprefix("authority:"), None)

    def card(self, attendee_id: str, state: State, zone: Zone, *, with_history: bool = False) -> PersonCard:
        """All that the desk knows of a person, seen from one zone; their history only when asked for."""
        subject = people.subject(attendee_id)
        person = people.attendee(subject, state)
        authority = self.authority(person.authority_id)
        names = {zone.id: zone.name for zone in self.zones()}
        admission = presence.last_admission(state, zone.id)
        return PersonCard(
            attendee_id=attendee_id,
            first_name=person.first_name,
            last_name=person.last_name,
            function=person.function,
            authority=authority.name,
            department=authority.department_name or authority.country,
            category=person.category,
            zones=tuple(names[zone_id] for zone_id in (person.zones or names) if zone_id in names),
            protocol_note=person.protocol_note,
            vip=person.vip,
            seat=person.seat,
            status=person.status,
            present=admission is not None,
            delegation=len(self.delegation(person.authority_id, zone)),
            badges_printed=print_jobs.badges_out(state),
            badge_handed=bool(state.data.get("handed", False)),
            substitute_for=people.replaces(state),
            conflict=_conflict(state, names),
            badge_state=print_jobs.badge_state(state),
            box=print_jobs.box(state),
            admission_id=admission[2] if admission else "",
            history=history(self._store.entries_of(subject), names) if with_history else (),
        )

    def delegation(self, authority_id: str, zone: Zone) -> list[str]:
        """Ids of the people of an authority who are not in the zone yet."""
        if not authority_id:
            return []
        subjects = self._store.subjects_without(f"auth:{authority_id}", f"in:{zone.id}")
        return [subject.removeprefix(people.PREFIX) for subject in subjects]

    def listed(self, subject: str, state: State) -> Listed:
        """What the search index holds of a person. Many share a name or a function, which is kept once for all."""
        person = people.attendee(subject, state)
        authority = self.authority(person.authority_id)
        return Listed(
            person.id,
            sys.intern(person.first_name),
            sys.intern(person.last_name),
            sys.intern(person.function),
            authority.name,
            authority.department_name or authority.country,
            sys.intern(person.category),
            people.replaces(state),
        )

    def found(self, people_: Sequence[Listed], zone: Zone) -> tuple[FoundPerson, ...]:
        """Search results, with who is already in the zone."""
        states = self._store.states([people.subject(person.attendee_id) for person in people_])
        return tuple(
            FoundPerson(
                person.attendee_id,
                person.first_name,
                person.last_name,
                person.function,
                person.authority,
                person.department,
                person.category,
                zone.id in states[people.subject(person.attendee_id)].data.get("in", {}),
                print_jobs.box(states[people.subject(person.attendee_id)]),
            )
            for person in people_
            if people.subject(person.attendee_id) in states
        )

    def counters(self, zone: Zone, station: str, now_ms: int) -> Counters:
        """The figures of a zone; arrivals cover the hour that ends now."""
        counts = self._store.counts
        last = now_ms // presence.BUCKET_MS
        buckets = range(last - 11, last + 1)
        return Counters(
            zone=zone.name,
            present=counts[f"#in:{zone.id}"],
            expected=sum(self._expected(zone.id, category) for category in CATEGORIES),
            here=counts[f"#by:{zone.id}:{station}"],
            by_category=tuple(
                (category, counts[f"#cat:{zone.id}:{category}"], self._expected(zone.id, category))
                for category in CATEGORIES
                if self._expected(zone.id, category) or counts[f"#cat:{zone.id}:{category}"]
            ),
            by_zone=tuple(
                (other.name, counts[f"#in:{other.id}"], sum(self._expected(other.id, c) for c in CATEGORIES))
                for other in self.zones()
            ),
            arrivals=tuple(counts[f"#arr:{zone.id}:{bucket}"] for bucket in buckets),
            arrivals_from_ms=buckets[0] * presence.BUCKET_MS,
            conflicts=self._store.counts_under(conflicts.OPEN_KEYS),
        )

    def _expected(self, zone_id: str, category: str) -> int:
        counts = self._store.counts
        return counts[f"#exp:{zone_id}:{category}"] + counts[f"#exp:{people.EVERYWHERE}:{category}"]


def _conflict(state: State, names: Mapping[str, str]) -> str:
    """The newest double admission that nobody has looked at: « Cérémonie : 8:47 (poste-1), 8:49 (poste-2) »."""
    newest = next((pair for pair in reversed(conflicts.pairs(state)) if not pair.seen), None)
    if newest is None:
        return ""
    times = ", ".join(f"{hour(at_ms)} ({station})" for at_ms, station, _ in (newest.first, newest.second))
    return f"{names.get(newest.zone, newest.zone)}\u202f: {times}"


def _detail(entry: Entry) -> str:
    if entry.kind == "badge_printed":
        return str(entry.payload["state"])
    if override := entry.payload.get("override"):
        # The reason is erased with the names; that somebody was let in against the rules stays.
        return str((entry.personal or {}).get("reason") or ("…" if override is True else override))
    if entry.kind == "conflict_acknowledged":
        return str((entry.personal or {}).get("note", ""))
    return str(entry.payload.get("verdict") or entry.payload.get("reason") or "")


def history(entries: Sequence[Entry], zone_names: dict[str, str]) -> tuple[HistoryLine, ...]:
    """What happened to a person, newest first; what was cancelled is left out, its cancellation stays."""
    dead = cancelled_ids(entries)
    lines = [
        HistoryLine(
            at_ms=hlc_ms(entry.hlc),
            station=entry.station,
            what=entry.kind,
            zone=zone_names.get(str(entry.payload.get("zone", "")), ""),
            detail=_detail(entry),
            entry_id=entry.id,
        )
        for entry in entries
        if entry.id not in dead
    ]
    return tuple(reversed(lines[-_LONGEST_HISTORY:]))
