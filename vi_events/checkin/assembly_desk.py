"""The desk's verbs on an assembly: give a proxy, take it back, say how it counts. Run in the core thread."""

from collections.abc import Mapping
from typing import Any

from vi_events.checkin import assembly
from vi_events.checkin.assembly import AssemblyView, Attendance, Proxy
from vi_events.checkin.desk import Desk
from vi_events.edition import people, programme
from vi_events.edition.models import Authority, Zone
from vi_events.edition.text import clean, counted
from vi_events.errors import UserError
from vi_events.journal.entry import Fact, cancel
from vi_events.journal.fold import State, cancelled_ids
from vi_events.journal.store import Store
from vi_events.sentences import say

RULES = ("assembly", "members", "quorum", "proxy_cap")


class AssemblyDesk:
    """What a desk does with the assemblies of its edition."""

    def __init__(self, desk: Desk, store: Store) -> None:
        self._desk, self._store = desk, store

    def view(self, zone_id: str) -> AssemblyView:
        """The assembly as it stands. UserError ``zone_unknown``."""
        return assembly.assembly(self._store, programme.zone(self._zone_state(zone_id)), self._desk.cards.authority)

    def give_proxy(self, zone_id: str, authority: Authority, holder_id: str, giver: str = "") -> Proxy:
        """An absent authority is represented by a person who is in; ``giver`` is who signed. UserError when it may
        not be: ``proxy_giver_present``, ``proxy_doubled``, ``proxy_holder_absent``, ``proxy_cap``.
        """
        zone = programme.zone(self._zone_state(zone_id))
        holder = self._desk.standing(holder_id)
        name = people.attendee(people.subject(holder_id), holder).name or say("Cette personne")
        if assembly.people_inside(self._store, zone.id, authority.id):
            raise UserError(
                "proxy_giver_present",
                say("{0} est présente\u202f: elle vote elle-même.", authority.name),
                "Son pouvoir n’est pas nécessaire.",
            )
        if zone.id not in holder.data.get("in", {}):
            raise UserError(
                "proxy_holder_absent",
                say("{0} n’est pas dans la salle («\u202f{1}\u202f»).", name, zone.name),
                "Faites d’abord entrer la personne qui représente, puis donnez-lui le pouvoir.",
            )
        proxies = assembly.read_proxies(self._store, zone.id)
        if earlier := next((proxy for proxy in proxies if proxy.authority_id == authority.id), None):
            raise UserError(
                "proxy_doubled",
                say("{0} a déjà donné son pouvoir à {1}.", authority.name, self._name(earlier.holder_id)),
                "Retirez d’abord ce pouvoir.",
            )
        facts = self._room_for(zone, [proxy for proxy in proxies if proxy.holder_id == holder_id], name)
        if self._store.state(f"authority:{authority.id}") is None:
            facts.append(programme.authority_set(authority))
        giver = clean(giver, 120)
        entry = self._desk.record(*facts, assembly.proxy_given(zone.id, authority.id, holder_id, giver))[-1]
        return next(each for each in assembly.read_proxies(self._store, zone.id) if each.entry_id == entry.id)

    def withdraw_proxy(self, zone_id: str, entry_id: str) -> None:
        """A proxy no longer counts; it stays in the journal. UserError ``proxy_unknown``."""
        subject = assembly.subject(zone_id)
        entries = self._store.entries_of(subject)
        given = {entry.id for entry in entries if entry.kind == "proxy_given"}
        if entry_id not in given - cancelled_ids(entries):
            raise UserError("proxy_unknown", "Ce pouvoir n’existe plus.", "Il a peut-être été retiré à un autre poste.")
        self._desk.record(cancel(entry_id, subject))

    def set_rules(self, zone_id: str, rules: Mapping[str, Any]) -> Zone:
        """Says how the zone counts as an assembly (fields named in ``RULES``). UserError when they make no sense."""
        state = self._zone_state(zone_id)
        said = {name: value for name, value in rules.items() if name in RULES}
        zone = assembly.with_rules(programme.zone(state), said)
        self._desk.record(programme.zone_set(zone, int(state.data.get("rank", 0))))
        return zone

    def attendance(self, zone_id: str) -> Attendance:
        """What the attendance list on paper says."""
        return assembly.read_attendance(self._store, self.view(zone_id))

    def _room_for(self, zone: Zone, held: list[Proxy], name: str) -> list[Fact]:
        """What must be recorded for the holder to take one more: a proxy that fell leaves its place."""
        if len(held) < zone.proxy_cap:
            return []
        for proxy in held:
            if assembly.people_inside(self._store, zone.id, proxy.authority_id):
                return [cancel(proxy.entry_id, assembly.subject(zone.id), "fallen")]
        most = counted(zone.proxy_cap, "pouvoir")
        raise UserError(
            "proxy_cap",
            say("{0} a déjà {1}, le plus qu’une personne puisse porter.", name, most)
            if zone.proxy_cap
            else say("Aucun pouvoir n’est admis à «\u202f{0}\u202f».", zone.name),
            "Donnez celui-ci à quelqu’un d’autre." if zone.proxy_cap else "Changez les règles de l’assemblée.",
        )

    def _name(self, attendee_id: str) -> str:
        state = self._store.state(people.subject(attendee_id))
        return (people.attendee(people.subject(attendee_id), state).name if state else "") or "une autre personne"

    def _zone_state(self, zone_id: str) -> State:
        state = self._store.state(f"zone:{zone_id}")
        if state is None:
            raise UserError("zone_unknown", say("Aucun contrôle n’a l’identifiant «\u202f{0}\u202f».", zone_id[:40]))
        return state
