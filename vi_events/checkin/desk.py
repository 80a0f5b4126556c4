"""The desk: what a scan and the verbs beside it do. Each verb is one transaction, run in the core thread."""

import hashlib
import hmac
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from vi_events.checkin import codes, presence, print_jobs
from vi_events.checkin.cards import CardMaker
from vi_events.checkin.layouts import code_in, readings
from vi_events.checkin.messages import opening, sentence
from vi_events.checkin.rules import IGNORE_MS, NEUTRAL_MS, Presence, is_admission, judge
from vi_events.checkin.views import ScanResult
from vi_events.clock import NowMs, hlc_ms, hour, wall_ms
from vi_events.edition import people
from vi_events.edition.models import Zone
from vi_events.edition.text import clean
from vi_events.errors import UserError
from vi_events.journal.entry import Author, Entry, Fact, cancel
from vi_events.journal.fold import State, cancelled_ids
from vi_events.journal.store import Change, Store, Transaction
from vi_events.sentences import say

_MOST_REMEMBERED = 200
_LATEST = 60
_PASSAGES = {"attendee_admitted": "admitted", "attendee_exited": "exit_recorded", "scan_refused": ""}


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """Where a desk stands. ``other_keys`` are the ticket keys of the other editions known here, by title."""

    author: Author
    zone: Zone
    ticket_key: bytes = b""
    other_keys: Mapping[str, bytes] = field(default_factory=dict)


class Desk:
    """One reception desk. ``publish`` is told of every commit."""

    def __init__(
        self, store: Store, settings: DeskSettings, publish: Callable[[Change], None], now_ms: NowMs = wall_ms
    ) -> None:
        self.settings = settings
        self.cards = CardMaker(store)
        self._store = store
        self._publish = publish
        self._now_ms = now_ms
        self._recent: OrderedDict[tuple[str, str], tuple[int, ScanResult]] = OrderedDict()
        """By zone and what was shown: when, on the desk’s own clock (the journal’s may run ahead), and the answer."""
        self._let_in: dict[str, int] = {}
        """When this desk made each admission, on its own clock."""

    # Verbs

    def scan(self, raw: str) -> ScanResult:
        """What a scanner typed, to a verdict. What it acknowledges is on disk; a refusal is logged too."""
        started = time.perf_counter()
        # Bytes that are no text arrive as lone surrogates, which no database takes.
        raw = raw.encode("utf-8", "replace").decode()
        code = code_in(raw)
        # All of it: two long tickets of another system may begin alike.
        seen = code or hashlib.sha256(raw.strip().encode()).hexdigest()
        result = self._repeated(seen) or self._remember(seen, self._scan(code, raw))
        return replace(result, ms=round((time.perf_counter() - started) * 1000, 3))

    def admit(self, attendee_id: str) -> ScanResult:
        """The same as a scan, for a person found by search."""
        return self._repeated(attendee_id) or self._remember(attendee_id, self.admit_group([attendee_id])[0])

    def admit_group(self, attendee_ids: Sequence[str]) -> tuple[ScanResult, ...]:
        """A whole delegation in one gesture and one transaction; each person gets a verdict of their own."""
        decided: list[tuple[str, str, Entry]] = []
        now = self._now_ms()
        with self._store.transaction(self.settings.author) as tx:
            for attendee_id in (self._survivor(people.subject(id_)) for id_ in attendee_ids):
                verdict, fact = self._decide(tx, attendee_id, False, now)
                decided.append((verdict, attendee_id, self._recorded(tx, fact, now)))
        self._publish(tx.change)
        return tuple(self.result(*each) for each in decided)

    def override(self, attendee_id: str, reason: str) -> ScanResult:
        """Admits a person whom the rules refuse, on a supervisor's word; the caller has checked the PIN."""
        reason = clean(reason)
        if not reason:
            raise UserError("reason_missing", "Le motif manque.", "Écrivez-le en quelques mots.")
        attendee_id = self._survivor(people.subject(attendee_id))
        self.standing(attendee_id)
        zone = self.settings.zone
        entries = self.record(presence.admitted(attendee_id, zone.id, zone.policy, reason))
        self._let_in[entries[-1].id] = self._now_ms()
        return self.result("admitted", attendee_id, entries[-1])

    def admit_on_paper(self, attendee_ids: Sequence[str], zone: Zone, at_ms: int) -> tuple[ScanResult, ...]:
        """Records who was let into ``zone`` at ``at_ms`` by the lists on paper. Paper says what happened: no rule
        refuses it, but who is in already is told so and stays as they are. UserError ``paper_time``.
        """
        if not 0 < at_ms <= self._now_ms():
            raise UserError(
                "paper_time", "L’heure notée sur le papier n’est pas encore passée.", "Corrigez l’heure ou le jour."
            )
        admitted: dict[str, Entry] = {}
        survivors = [self._survivor(people.subject(id_)) for id_ in attendee_ids]
        inside = {id_: presence.last_admission(self.standing(id_), zone.id) for id_ in survivors}
        with self._store.transaction(self.settings.author) as tx:
            for id_, admission in inside.items():
                if admission is None:
                    admitted[id_] = tx.record(presence.admitted(id_, zone.id, zone.policy, at_ms=at_ms))[0]
        self._publish(tx.change)
        return tuple(self._from_paper(id_, zone, at_ms, admitted.get(id_), inside[id_]) for id_ in inside)

    def undo(self, entry_id: str, attendee_id: str, reason: str = "") -> None:
        """Cancels one entry about a person: it stays in the journal and no longer counts."""
        self.undo_group([(entry_id, attendee_id)], reason)

    def undo_group(self, done: Sequence[tuple[str, str]], reason: str = "") -> int:
        """Cancels entries, each with the person it is about, in one transaction; returns how many still counted.
        UserError when none did.
        """
        facts = []
        for entry_id, attendee_id in done:
            subject = people.subject(attendee_id)
            entries = self._store.entries_of(subject)
            if entry_id in {entry.id for entry in entries} - cancelled_ids(entries):
                facts.append(cancel(entry_id, subject, reason))
        if not facts:
            raise UserError("entry_unknown", "Il n’y a rien à annuler.", "L’action a peut-être déjà été annulée.")
        self.record(*facts)
        self._recent.clear()
        return len(facts)

    def badge_handed(self, attendee_id: str) -> None:
        """The person has their badge."""
        self.record(print_jobs.badge_handed(attendee_id))

    # What the verbs on registrations stand on

    def record(self, *facts: Fact) -> tuple[Entry, ...]:
        """Records facts in one transaction; on return they are on disk."""
        with self._store.transaction(self.settings.author) as tx:
            entries = tx.record(*facts)
        self._publish(tx.change)
        return entries

    def standing(self, attendee_id: str) -> State:
        """The state of a person, or UserError when there is no such person."""
        state = self._store.state(people.subject(attendee_id))
        if state is None:
            raise UserError(
                "attendee_unknown",
                say("Aucune personne n’a l’identifiant « {0} ».", attendee_id[:40]),
                "Cherchez-la par son nom.",
            )
        return state

    def result(self, verdict: str, attendee_id: str, entry: Entry) -> ScanResult:
        """What the screen says once ``entry`` is on disk."""
        zone, state, at = self.settings.zone, self.standing(attendee_id), hlc_ms(entry.hlc)
        details = {"zone": zone.name, "question": str(state.data.get("info_required", ""))}
        first = None if is_admission(verdict) else presence.last_admission(state, zone.id)
        box = print_jobs.box(state) if is_admission(verdict) else ""
        if verdict == "wrong_time":
            details["hours"] = opening(zone, self._now_ms())
        if first:
            details |= {"at": hour(first[0]), "station": first[1]}
        return ScanResult(
            verdict=verdict,
            at_ms=at,
            message=sentence(verdict, **details) + (f" Badge\u202f: boîte {box}." if box else ""),
            person=self.cards.card(attendee_id, state, zone),
            first_at_ms=first[0] if first else None,
            first_station=first[1] if first else "",
            repeat="neutral" if verdict == "already_in" and self._just_here(first, self._now_ms()) else "",
            entry_id=entry.id if is_admission(verdict) or verdict == "exit_recorded" else "",
            zone=zone.name,
        )

    def last_passages(self) -> tuple[ScanResult, ...]:
        """The last admissions, exits and refusals of this station, newest first; what was cancelled is left out."""
        entries = self._store.latest(self.settings.author.station, _LATEST)
        dead = cancelled_ids(entries)
        return tuple(self._passage(entry) for entry in entries if entry.kind in _PASSAGES and entry.id not in dead)

    def _passage(self, entry: Entry) -> ScanResult:
        verdict = str(entry.payload.get("verdict") or _PASSAGES[entry.kind])
        state = self._store.state(entry.subject) if entry.subject.startswith(people.PREFIX) else None
        person = None
        if state is not None:
            person = self.cards.card(entry.subject.removeprefix(people.PREFIX), state, self.settings.zone)
        return ScanResult(verdict, hlc_ms(entry.hlc), "", person, entry_id=entry.id)

    def _from_paper(
        self, attendee_id: str, zone: Zone, at_ms: int, entry: Entry | None, before: tuple[int, str, str] | None
    ) -> ScanResult:
        verdict = "admitted" if entry else "already_in"
        message = f"{zone.name}\u202f: {presence.FROM_PAPER}, {hour(at_ms)}."
        if before:
            message = sentence(verdict, at=hour(before[0]), station=before[1])
        return ScanResult(
            verdict,
            at_ms,
            message,
            self.cards.card(attendee_id, self.standing(attendee_id), zone),
            before[0] if before else None,
            before[1] if before else "",
            entry_id=entry.id if entry else "",
            zone=zone.name,
        )

    # How a scan is judged

    def _scan(self, code: str | None, raw: str) -> ScanResult:
        found = self._find(code, raw)
        if not found:
            return self._refuse(code, raw)
        if len(found) > 1:
            listed = [self.cards.listed(people.subject(id_), self.standing(id_)) for id_ in found]
            return replace(self._log_refusal("ambiguous", raw), candidates=self.cards.found(listed, self.settings.zone))
        revoked = bool(code) and self._is_revoked(code or "")
        now = self._now_ms()
        with self._store.transaction(self.settings.author) as tx:
            verdict, fact = self._decide(tx, found[0], revoked, now)
            entry = self._recorded(tx, fact, now)
        self._publish(tx.change)
        return self.result(verdict, found[0], entry)

    def _decide(self, tx: Transaction, attendee_id: str, revoked: bool, now: int) -> tuple[str, Fact]:
        state = tx.state(people.subject(attendee_id))
        if state is None:
            self.standing(attendee_id)
            raise AssertionError
        zone = self.settings.zone
        standing = presence.last_admission(state, zone.id)
        present = self._store.counts[f"#in:{zone.id}"] + tx.count_changes[f"#in:{zone.id}"]
        verdict = judge(
            people.attendee(people.subject(attendee_id), state),
            zone,
            Presence(standing is not None, present, revoked, self._just_here(standing, now)),
            now,
        )
        if is_admission(verdict):
            return verdict, presence.admitted(attendee_id, zone.id, zone.policy)
        if verdict == "exit_recorded":
            return verdict, presence.exited(attendee_id, zone.id)
        return verdict, presence.refused(attendee_id, zone.id, verdict)

    def _just_here(self, standing: tuple[int, str, str] | None, now: int) -> bool:
        """Whether this same desk let the person in a moment ago. By the desk’s own clock: the journal’s stands still
        after the computer’s was set back, and everybody would have just come. In doubt, no: somebody then looks.
        """
        if standing is None or standing[1] != self.settings.author.station:
            return False
        return 0 <= now - self._let_in.get(standing[2], standing[0]) < NEUTRAL_MS

    def _recorded(self, tx: Transaction, fact: Fact, now: int) -> Entry:
        entry = tx.record(fact)[0]
        self._let_in[entry.id] = now
        return entry

    def _find(self, code: str | None, raw: str) -> list[str]:
        """Ids of the people whom a code belongs to; a merged record gives the one it was merged into."""
        if code and (found := self._store.subjects(f"code:{code}")):
            return self._survivors(found)
        # One query for all readings: an unknown ticket has thirty of them.
        keys = [people.external_key(reading.text) for reading in readings(raw)]
        hits = self._store.subjects_of(keys)
        first = next((key for key in keys if key in hits), None)
        return self._survivors(self._store.subjects(first)) if first else []

    def _survivors(self, subjects: Iterable[str]) -> list[str]:
        return list(dict.fromkeys(self._survivor(subject) for subject in subjects))

    def _is_revoked(self, code: str) -> bool:
        """Whether a replaced ticket is shown; the record that it belonged to may have been merged since."""
        states = self._store.states(self._store.subjects(f"code:{code}"))
        return any(code in state.data.get("revoked", ()) for state in states.values())

    def _survivor(self, subject: str) -> str:
        return people.survivor(self._store.state, subject)

    def _refuse(self, code: str | None, raw: str) -> ScanResult:
        if code is None:
            return self._log_refusal("not_found", raw)
        if self.settings.ticket_key and codes.is_genuine(self.settings.ticket_key, code):
            return self._log_refusal("not_found_genuine", code)
        for title, key in self.settings.other_keys.items():
            if codes.is_genuine(key, code):
                return self._log_refusal("other_edition", code, edition=title)
        # Without the key nothing can be said of a code that looks right.
        return self._log_refusal("bad_code" if self.settings.ticket_key else "not_found", code)

    def _log_refusal(self, verdict: str, scanned: str, **details: str) -> ScanResult:
        """Logs an unknown code by its length and keyed hash only: people show vCards and train tickets."""
        author, zone = self.settings.author, self.settings.zone
        payload: dict[str, object] = {"zone": zone.id, "verdict": verdict, "length": len(scanned)}
        if key := self.settings.ticket_key:
            payload["hash"] = hmac.new(key, scanned.encode("utf-8", "replace"), hashlib.sha256).hexdigest()[:16]
        entry = self.record(Fact("scan_refused", f"desk:{author.station}", payload))[0]
        return ScanResult(verdict, hlc_ms(entry.hlc), sentence(verdict, **details), zone=zone.name)

    # Repeats

    def _repeated(self, seen: str) -> ScanResult | None:
        """The same thing within three seconds changes nothing: one hand held the ticket a little long."""
        shown_ms, last = self._recent.get((self.settings.zone.id, seen), (0, None))
        if last is None or not 0 <= self._now_ms() - shown_ms < IGNORE_MS:
            return None
        if not is_admission(last.verdict):
            return replace(last, repeat="ignored", entry_id="")
        station = self.settings.author.station
        message = sentence("already_in", at=hour(last.at_ms), station=station)
        return replace(
            last,
            verdict="already_in",
            message=message,
            first_at_ms=last.at_ms,
            first_station=station,
            repeat="ignored",
            entry_id="",
        )

    def _remember(self, seen: str, result: ScanResult) -> ScanResult:
        key = (self.settings.zone.id, seen)
        self._recent[key] = (self._now_ms(), result)
        self._recent.move_to_end(key)
        while len(self._recent) > _MOST_REMEMBERED:
            self._recent.popitem(last=False)
        return result
