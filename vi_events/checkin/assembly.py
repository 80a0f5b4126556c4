"""The assembly: one vote per member authority that is present or represented, and whether that is enough.

An authority is present while one of its people is in the zone. Absent, it may have given its proxy to a person, which
counts while that person is in. Everything here follows from who is in and from the proxies given, whatever the order in
which stations heard of them.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from vi_events.clock import hlc_ms
from vi_events.edition import grammar, people, programme
from vi_events.edition.collation import sort_key
from vi_events.edition.models import Attendee, Authority, Zone
from vi_events.edition.programme import Edition
from vi_events.errors import UserError
from vi_events.journal.entry import Entry, Fact
from vi_events.journal.fold import State, SubjectType
from vi_events.journal.store import Store
from vi_events.sentences import say

_PRESENT, _MEMBER = "#voice:", "#member:"
_QUORUM = re.compile(r"(?P<number>[0-9]{1,6})(?:/(?P<whole>[0-9]{1,6})|(?P<percent>%))?")


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy given to a person. ``giver`` is who signed it, as typed; empty once erased."""

    entry_id: str
    authority_id: str
    holder_id: str
    at_ms: int
    station: str
    giver: str = ""


@dataclass(frozen=True, slots=True)
class ProxyLine:
    """A proxy as it stands now. ``state`` is one of:

    ``counts``; ``waiting``, its holder is not in; ``fallen``, the authority came itself; ``doubled``, an earlier one of
    the same authority stands; ``over_cap``, its holder has as many earlier ones as one person may hold.
    """

    proxy: Proxy
    state: str
    holder: str
    holder_authority: str

    @property
    def is_conflict(self) -> bool:
        """Whether two stations gave what one would have refused: a person must take one back."""
        return self.state in ("doubled", "over_cap")


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member authority. ``people`` of it are in; ``proxies`` that it gave, in order."""

    authority: Authority
    people: int
    proxies: tuple[ProxyLine, ...] = ()

    @property
    def place(self) -> str:
        """« Bassens (Gironde) »."""
        where = self.authority.department_name or self.authority.country
        name = grammar.printed(self.authority.name or self.authority.id)
        return f"{name} ({where})" if where and where != name else name

    @property
    def state(self) -> str:
        """``present``, ``represented`` or ``absent``."""
        if self.people:
            return "present"
        return "represented" if any(each.state == "counts" for each in self.proxies) else "absent"


@dataclass(frozen=True, slots=True)
class AssemblyView:
    """An assembly now. ``quorum`` is how many members it takes, None when none is asked; ``lines`` are in French
    alphabetical order.
    """

    zone: Zone
    present: int
    represented: int
    members: int
    quorum: int | None
    lines: tuple[MemberLine, ...] = ()

    @property
    def voices(self) -> int:
        """Members present or represented."""
        return self.present + self.represented

    @property
    def missing(self) -> int:
        """Members still needed for the quorum."""
        return max(0, (self.quorum or 0) - self.voices)

    @property
    def reached(self) -> bool:
        return not self.missing and not self.is_over

    @property
    def is_over(self) -> bool:
        """Whether more members are present or represented than there are said to be: their number is wrong, and so may
        the quorum be.
        """
        return self.voices > self.members

    @property
    def conflicts(self) -> int:
        return sum(each.is_conflict for line in self.lines for each in line.proxies)


@dataclass(frozen=True, slots=True)
class Attendance:
    """What the attendance list says: the edition, the assembly, and by authority its people who are in, by name."""

    edition: Edition
    view: AssemblyView
    inside: Mapping[str, Sequence[Attendee]]


# Facts and state


def subject(zone_id: str) -> str:
    """The journal's subject for the proxies of a zone."""
    return f"assembly:{zone_id}"


def proxy_given(zone_id: str, authority_id: str, holder_id: str, giver: str = "") -> Fact:
    """An authority gave its proxy to a person; taken back by cancelling this entry."""
    payload = {"authority": authority_id, "holder": holder_id}
    return Fact("proxy_given", subject(zone_id), payload, {"giver": giver} if giver else {})


def _reduce(state: State, entry: Entry) -> None:
    if entry.kind != "proxy_given":
        return
    given = [entry.id, str(entry.payload["authority"]), str(entry.payload["holder"]), hlc_ms(entry.hlc), entry.station]
    state.data.setdefault("proxies", []).append(given)
    if giver := (entry.personal or {}).get("giver"):
        state.personal.setdefault("givers", {})[entry.id] = giver


ASSEMBLY = SubjectType("assembly", (_reduce,))


def assembly_keys(state: State) -> Iterable[str]:
    """Counted for each zone and authority: its people who are in, and those who are expected."""
    data, authority_id = state.data, state.data.get("authority_id")
    keys: list[str] = []
    if not authority_id or data.get("merged_into"):
        return keys
    if "in" in data:
        keys += [f"{_PRESENT}{zone_id}:{authority_id}" for zone_id in data["in"]]
    if people.is_known(state) and data.get("status", "confirmed") == "confirmed":
        keys += [f"{_MEMBER}{zone_id}:{authority_id}" for zone_id in data.get("zones") or (people.EVERYWHERE,)]
    return keys


# Rules


def quorum_needed(quorum: str, members: int) -> int | None:
    """How many of ``members`` a quorum takes, rounded up; None when it is empty. UserError ``quorum_invalid``."""
    text = "".join(quorum.split())
    if not text:
        return None
    parts = _QUORUM.fullmatch(text)
    if parts is None:
        raise _quorum_invalid(quorum)
    number, whole = int(parts["number"]), 100 if parts["percent"] else int(parts["whole"] or 0)
    if number < 1 or (not whole and parts["whole"]) or (whole and number > whole):
        raise _quorum_invalid(quorum)
    return math.ceil(Fraction(number, whole) * members) if whole else number


def with_rules(zone: Zone, rules: Mapping[str, Any]) -> Zone:
    """The zone with these rules of an assembly. UserError when one of them makes no sense."""
    changed = replace(zone, **rules)
    if changed.members is not None and changed.members < 1:
        raise UserError("members_invalid", "Une assemblée a au moins un adhérent.", "Donnez un nombre, ou rien.")
    if changed.proxy_cap < 0:
        raise UserError("proxy_cap_invalid", "Ce nombre de pouvoirs est négatif.", "Donnez 0 ou plus.")
    quorum_needed(changed.quorum, changed.members or 1)
    return changed


def proxy_states(proxies: Sequence[Proxy], present: Set[str], inside: Set[str], cap: int) -> dict[str, str]:
    """By entry, how each proxy stands (see ``ProxyLine``), from the authorities present and the people inside.

    A proxy that fell or waits keeps its place: what others are worth does not change while people come and go.
    """
    states: dict[str, str] = {}
    given: set[str] = set()
    held: Counter[str] = Counter()
    for proxy in proxies:
        if proxy.authority_id in given:
            states[proxy.entry_id] = "doubled"
        elif held[proxy.holder_id] >= cap:
            states[proxy.entry_id] = "over_cap"
        else:
            given.add(proxy.authority_id)
            held[proxy.holder_id] += 1
            alone = "counts" if proxy.holder_id in inside else "waiting"
            states[proxy.entry_id] = "fallen" if proxy.authority_id in present else alone
    return states


# Reading


def assembly(store: Store, zone: Zone, authority: Callable[[str], Authority]) -> AssemblyView:
    """The assembly of a zone, from counts kept by the journal and the people who hold proxies."""
    there = _counted(store, f"{_PRESENT}{zone.id}:")
    expected = {**_counted(store, f"{_MEMBER}{zone.id}:"), **_counted(store, f"{_MEMBER}{people.EVERYWHERE}:")}
    gave = _proxy_lines(store, zone, authority, there.keys())
    ids = there.keys() | expected.keys() | gave.keys()
    lines = [MemberLine(authority(id_), there.get(id_, 0), tuple(gave.get(id_, ()))) for id_ in ids]
    members = len(ids) if zone.members is None else zone.members
    return AssemblyView(
        zone,
        present=len(there),
        represented=sum(line.state == "represented" for line in lines),
        members=members,
        quorum=quorum_needed(zone.quorum, members),
        lines=tuple(sorted(lines, key=lambda line: (sort_key(line.authority.name), line.authority.id))),
    )


def read_proxies(store: Store, zone_id: str) -> tuple[Proxy, ...]:
    """The proxies of a zone that were not taken back, in order; a holder who was merged is the one who stayed."""
    state = store.state(subject(zone_id))
    if state is None:
        return ()
    givers = state.personal.get("givers", {})
    rows = state.data.get("proxies", ())
    survivors = {id_: people.survivor(store.state, people.subject(id_)) for id_ in {str(row[2]) for row in rows}}
    return tuple(
        Proxy(entry_id, authority_id, survivors[holder_id], at_ms, station, givers.get(entry_id, ""))
        for entry_id, authority_id, holder_id, at_ms, station in rows
    )


def read_attendance(store: Store, view: AssemblyView) -> Attendance:
    """The people behind ``view``, read from the same store."""
    states = store.states(store.subjects(f"in:{view.zone.id}"))
    persons = [people.attendee(subject, state) for subject, state in states.items()]
    inside: dict[str, list[Attendee]] = {}
    for person in sorted(persons, key=lambda each: (sort_key(each.last_name), sort_key(each.first_name))):
        inside.setdefault(person.authority_id, []).append(person)
    return Attendance(programme.read_edition(store), view, inside)


def people_inside(store: Store, zone_id: str, authority_id: str) -> int:
    """How many people of an authority are in a zone."""
    return store.counts[f"{_PRESENT}{zone_id}:{authority_id}"]


def _proxy_lines(
    store: Store, zone: Zone, authority: Callable[[str], Authority], present: Set[str]
) -> Mapping[str, list[ProxyLine]]:
    """By the authority that gave them."""
    proxies = read_proxies(store, zone.id)
    holders = store.states([people.subject(proxy.holder_id) for proxy in proxies])
    persons = {id_.removeprefix(people.PREFIX): people.attendee(id_, state) for id_, state in holders.items()}
    inside = {id_.removeprefix(people.PREFIX) for id_, state in holders.items() if zone.id in state.data.get("in", {})}
    states = proxy_states(proxies, present, inside, zone.proxy_cap)
    lines: dict[str, list[ProxyLine]] = {}
    for proxy in proxies:
        holder = persons.get(proxy.holder_id)
        where = grammar.printed(authority(holder.authority_id).name) if holder else ""
        line = ProxyLine(proxy, states[proxy.entry_id], holder.name if holder else "", where)
        lines.setdefault(proxy.authority_id, []).append(line)
    return lines


def _counted(store: Store, prefix: str) -> dict[str, int]:
    """What follows ``prefix`` in the counted keys, with the counts that are not zero."""
    return {key[len(prefix) :]: number for key, number in store.counts.items() if number and key.startswith(prefix)}


def _quorum_invalid(quorum: str) -> UserError:
    return UserError(
        "quorum_invalid",
        say("«\u202f{0}\u202f» n’est pas un quorum.", quorum.strip()[:40]),
        "Écrivez une part (1/2 ou 50\u202f%) ou un nombre d’adhérents\u202f; rien s’il n’y en a pas.",
    )
