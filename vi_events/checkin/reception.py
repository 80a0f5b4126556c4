"""The reception desk as the window and the command line use it: every verb gives a future."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from typing import Any, TypeVar

from vi_events.checkin import registrations
from vi_events.checkin.assembly import AssemblyView, Attendance, Proxy
from vi_events.checkin.assembly_desk import AssemblyDesk
from vi_events.checkin.conflicts import Conflict, acknowledgements, conflicts
from vi_events.checkin.desk import Desk, DeskSettings
from vi_events.checkin.print_queue import PrintQueue
from vi_events.checkin.printing import Printing
from vi_events.checkin.search import SearchIndex
from vi_events.checkin.views import Counters, FoundPerson, PersonCard, ScanResult
from vi_events.clock import NowMs, wall_ms
from vi_events.edition import people
from vi_events.edition.models import Authority, Zone
from vi_events.edition.text import clean, fold
from vi_events.edition.vault import Vault
from vi_events.errors import UserError
from vi_events.journal.core import Core, Priority
from vi_events.journal.store import Change, Store

T = TypeVar("T")
_INDEX_SLICE = 500
_INDEX_AT_ONCE = 50


class Reception:
    """One desk on an open edition. Made in the core thread; its methods may be called from any thread."""

    def __init__(self, core: Core, store: Store, settings: DeskSettings, vault: Vault, now_ms: NowMs = wall_ms) -> None:
        self.index = SearchIndex()
        self._indexed = False
        self._unindexed: list[str] = []
        self._core = core
        self._store = store
        self._vault = vault
        self._now_ms = now_ms
        self._desk = Desk(store, settings, core.publish, now_ms)
        self._cards = self._desk.cards
        self._assembly = AssemblyDesk(self._desk, store)
        self.printing = Printing(core, PrintQueue(self._desk, store), now_ms)
        core.subscribe(self._on_change)

    @property
    def settings(self) -> DeskSettings:
        return self._desk.settings

    def stand(self, **changes: Any) -> "Future[None]":
        """Moves the desk: another zone, operator or station name (fields of DeskSettings)."""

        def move(_store: Store) -> None:
            self._desk.settings = replace(self._desk.settings, **changes)

        return self._core.submit(move)

    def use_vault(self, vault: Vault) -> None:
        """Other secrets, from now on."""
        self._vault = vault

    def scan(self, raw: str) -> "Future[ScanResult]":
        return self._verb(lambda: self._desk.scan(raw))

    def admit(self, attendee_id: str) -> "Future[ScanResult]":
        return self._verb(lambda: self._desk.admit(attendee_id))

    def delegation(self, attendee_id: str) -> "Future[tuple[FoundPerson, ...]]":
        """Everyone of the person's authority who is not in yet, this one included, by name."""

        def listed() -> tuple[FoundPerson, ...]:
            zone = self._desk.settings.zone
            person = people.attendee(people.subject(attendee_id), self._desk.standing(attendee_id))
            states = self._store.states(
                [people.subject(id_) for id_ in self._cards.delegation(person.authority_id, zone)]
            )
            found = self._cards.found([self._cards.listed(*each) for each in states.items()], zone)
            return tuple(sorted(found, key=lambda each: (fold(each.last_name), fold(each.first_name))))

        return self._verb(listed)

    def admit_group(self, attendee_ids: Sequence[str]) -> "Future[tuple[ScanResult, ...]]":
        """These people, in one gesture; each gets a verdict of their own."""
        return self._verb(lambda: self._desk.admit_group(attendee_ids))

    def admit_on_paper(self, attendee_ids: Sequence[str], zone: Zone, at_ms: int) -> "Future[tuple[ScanResult, ...]]":
        """Types in who was let in by the lists on paper, at ``at_ms``; who is in already is told so."""
        return self._verb(lambda: self._desk.admit_on_paper(attendee_ids, zone, at_ms))

    def override(self, attendee_id: str, reason: str, pin: str) -> "Future[ScanResult]":
        """Admits against the rules, on a supervisor's PIN. UserError when the PIN is wrong."""

        def override() -> ScanResult:
            self._check_pin(pin)
            return self._desk.override(attendee_id, reason)

        return self._verb(override)

    def conflicts(self) -> "Future[tuple[Conflict, ...]]":
        """What a supervisor must look at, and what was looked at (see ``conflicts.conflicts``)."""
        return self._core.submit(conflicts, Priority.VIEW)

    def acknowledge(self, chosen: Sequence[Conflict], note: str = "", pin: str = "") -> "Future[int]":
        """Notes that a supervisor has looked at these; gives how many still waited for it. UserError when the PIN is
        wrong; while none is set, none is asked.
        """

        def acknowledge() -> int:
            if self._vault.pin:
                self._check_pin(pin)
            facts = acknowledgements(self._store, chosen, clean(note))
            return len(self._desk.record(*facts)) if facts else 0

        return self._verb(acknowledge)

    def undo_group(self, done: Sequence[tuple[str, str]]) -> "Future[int]":
        """Cancels entries, each with the person it is about, in one gesture; gives how many still counted.
        UserError when none did.
        """
        return self._verb(lambda: self._desk.undo_group(done))

    def walk_in(self, fields: Mapping[str, Any], authority: Authority | None = None) -> "Future[ScanResult]":
        return self._verb(lambda: registrations.walk_in(self._desk, fields, authority))

    def substitute(self, attendee_id: str, fields: Mapping[str, Any]) -> "Future[ScanResult]":
        return self._verb(lambda: registrations.substitute(self._desk, attendee_id, fields))

    def correct(
        self, attendee_id: str, fields: Mapping[str, Any], authority: Authority | None = None
    ) -> "Future[PersonCard]":
        """Corrects a person by hand; gives their card as it is then."""

        def correct() -> PersonCard:
            registrations.correct(self._desk, attendee_id, fields, authority)
            return self._card(attendee_id)

        return self._verb(correct)

    def correct_many(
        self, attendee_ids: Sequence[str], edit: registrations.Edit, authority: Authority | None = None
    ) -> "Future[registrations.Corrected]":
        """Corrects a slice of people in one transaction, behind anything urgent."""
        return self._core.submit(
            lambda _: registrations.correct_many(self._desk, attendee_ids, edit, authority), Priority.BULK
        )

    def set_authority(self, authority: Authority) -> "Future[None]":
        """Puts right what is said of an authority that is on no official list."""
        return self._verb(lambda: registrations.set_authority(self._desk, authority))

    def merge(self, attendee_id: str, into: str) -> "Future[tuple[PersonCard, tuple[tuple[str, str], ...]]]":
        """Two records become one; gives the card of the one that stays, and what ``undo_group`` takes to part them."""

        def merge() -> tuple[PersonCard, tuple[tuple[str, str], ...]]:
            done = registrations.merge(self._desk, attendee_id, into)
            return self._card(into), done

        return self._verb(merge)

    def replace_ticket(self, attendee_id: str) -> "Future[str]":
        return self._verb(lambda: registrations.replace_ticket(self._desk, attendee_id))

    def replace_tickets(self, attendee_ids: Sequence[str]) -> "Future[list[tuple[str, str]]]":
        """Revokes these people's tickets and gives them new ones; gives what ``undo_group`` takes."""
        return self._verb(lambda: registrations.replace_tickets(self._desk, attendee_ids))

    def badge_handed(self, attendee_id: str) -> "Future[PersonCard]":
        """Notes that the person has their badge; gives their card as it is then."""

        def hand() -> PersonCard:
            self._desk.badge_handed(attendee_id)
            return self._card(attendee_id)

        return self._verb(hand)

    def assembly(self, zone_id: str) -> "Future[AssemblyView]":
        """Who votes in a zone, and whether the quorum is reached."""
        return self._core.submit(lambda _: self._assembly.view(zone_id), Priority.VIEW)

    def attendance(self, zone_id: str) -> "Future[Attendance]":
        """What the attendance list of an assembly says, for ``assembly_sheet.write_attendance``."""
        return self._core.submit(lambda _: self._assembly.attendance(zone_id), Priority.VIEW)

    def give_proxy(self, zone_id: str, authority: Authority, holder_id: str, giver: str = "") -> "Future[Proxy]":
        """An absent authority is represented by a person who is in. UserError when it may not be."""
        return self._verb(lambda: self._assembly.give_proxy(zone_id, authority, holder_id, giver))

    def withdraw_proxy(self, zone_id: str, entry_id: str) -> "Future[None]":
        return self._verb(lambda: self._assembly.withdraw_proxy(zone_id, entry_id))

    def set_assembly_rules(self, zone_id: str, rules: Mapping[str, Any]) -> "Future[Zone]":
        """Says how a zone counts as an assembly (see ``assembly_desk.RULES``)."""
        return self._verb(lambda: self._assembly.set_rules(zone_id, rules))

    def card(self, attendee_id: str) -> "Future[PersonCard]":
        return self._verb(lambda: self._card(attendee_id))

    def find(self, query: str, limit: int = 20, zone: Zone | None = None) -> "Future[tuple[FoundPerson, ...]]":
        """People by name, authority or function, best first, with who is already in ``zone``, else in the desk's."""
        listed = self.index.find(query, limit)
        return self._core.submit(lambda _: self._cards.found(listed, zone or self._desk.settings.zone), Priority.VIEW)

    def counters(self) -> "Future[Counters]":
        settings = self._desk.settings

        def count(_store: Store) -> Counters:
            return self._cards.counters(settings.zone, settings.author.station, self._now_ms())

        return self._core.submit(count, Priority.VIEW)

    def last_passages(self) -> "Future[tuple[ScanResult, ...]]":
        """What this desk did last, newest first, for the list that a restart would have emptied."""
        return self._core.submit(lambda _: self._desk.last_passages(), Priority.VIEW)

    def zones(self) -> "Future[list[Zone]]":
        return self._core.submit(lambda _: self._cards.zones(), Priority.VIEW)

    def fill_index(self) -> "Future[int]":
        """Reads everyone into the search index, in slices, and keeps it up to date from then on; gives how many there
        are.
        """
        self._indexed = True
        return self._core.submit_slices(self._fill)

    def _fill(self, store: Store) -> Iterator[int]:
        after = ""
        while not self._core.closing and (page := store.states_of_type("attendee", after, _INDEX_SLICE)):
            for subject, state in page:
                if people.is_known(state):
                    self.index.put(self._cards.listed(subject, state))
            after = page[-1][0]
            yield len(self.index)
        self.index.settle()
        yield len(self.index)

    def _card(self, attendee_id: str) -> PersonCard:
        state, zone = self._desk.standing(attendee_id), self._desk.settings.zone
        return self._cards.card(attendee_id, state, zone, with_history=True)

    def _check_pin(self, pin: str) -> None:
        if not self._vault.pin_is(pin):
            raise UserError("pin_wrong", "Ce n’est pas le code superviseur.", "Recommencez, ou appelez le responsable.")

    def _verb(self, verb: Callable[[], T]) -> "Future[T]":
        return self._core.submit(lambda _: verb())

    def _on_change(self, change: Change) -> None:
        self._cards.forget(subject for subject in change.subjects if subject.startswith(("authority:", "zone:")))
        if any(subject.startswith("zone:") for subject in change.subjects):
            self._stand_in_fresh_zone()
        changed = [subject for subject in change.subjects if subject.startswith(people.PREFIX)]
        if not self._indexed or not changed:
            return
        if len(changed) <= _INDEX_AT_ONCE:
            self._index(changed)
            return
        # An import: people are found a moment later, and the import is done sooner.
        waits = bool(self._unindexed)
        self._unindexed += changed
        if not waits:
            self._core.submit_slices(self._catch_up, Priority.IDLE)

    def _catch_up(self, _store: Store) -> Iterator[int]:
        while self._unindexed and not self._core.closing:
            part = self._unindexed[:_INDEX_SLICE]
            self._index(part)
            del self._unindexed[: len(part)]
            yield len(self.index)
        self.index.settle()
        yield len(self.index)

    def _stand_in_fresh_zone(self) -> None:
        """The rules of this desk's zone may be others now; one that was removed gives way to the first."""
        zones = self._cards.zones()
        here = next((zone for zone in zones if zone.id == self.settings.zone.id), None)
        if zones:
            self._desk.settings = replace(self._desk.settings, zone=here or zones[0])

    def _index(self, subjects: Sequence[str]) -> None:
        for subject, state in self._store.states(subjects).items():
            if people.is_known(state) and not state.data.get("merged_into"):
                self.index.put(self._cards.listed(subject, state))
            else:
                self.index.remove(subject.removeprefix(people.PREFIX))
