"""Importing attendees: a file is read and matched first, then written in small slices, and a batch can be undone.

Nothing is written unless the whole file was read; ``batches.py`` undoes what was cut short.
"""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from vi_events.clock import uuid7, uuid7s, wall_ms
from vi_events.edition import batches, people, programme
from vi_events.edition.matching import Match, match_authority
from vi_events.edition.models import Attendee, Authority
from vi_events.edition.platforms import Record, Refusal, read_rows
from vi_events.edition.reference import Reference
from vi_events.edition.tables import read_table
from vi_events.edition.text import FREE, fold, free_id
from vi_events.errors import UserError
from vi_events.journal.entry import Author, Fact
from vi_events.journal.fold import Birth, State
from vi_events.journal.store import Change, Store
from vi_events.sentences import say

SLICE_ROWS = 200
"""A scan waits at most for one slice of so many rows, and for its commit."""
MOST_SLICES = 20
"""In one transaction, while nothing urgent waits: fewer commits, half the time. Seven times as many gain 3 % more, but
make the commit that a scan may have to wait for longer."""

_PAGE = 500
"""People of the list looked at between two scans."""
_HOME = ("fr", "fra", "france")
_CLEARABLE = ("function", "email", "protocol_note", "seat")
_Matched = tuple[Record, Authority | None]
_SIMPLE = ("last_name", "first_name", "function", "email", "phone", "protocol_note", "seat", "status")


@dataclass(frozen=True, slots=True)
class Question:
    """A written name that fits several authorities: someone must choose; until then it stands as written."""

    written: str
    rows: tuple[int, ...]
    candidates: tuple[Authority, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """A name that was understood as another than the one written."""

    written: str
    official: str
    code: str
    rows: tuple[int, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that was read and matched; nothing is written yet."""

    file: str
    platform: str
    mapping: Mapping[str, str]
    read: int
    records: Sequence[_Matched]
    refused: tuple[Refusal, ...]
    warnings: tuple[Refusal, ...]
    corrections: tuple[Correction, ...]
    questions: tuple[Question, ...]
    ignored: tuple[str, ...] = ()
    """Headers that nothing is read from."""


@dataclass(frozen=True, slots=True)
class Similar:
    """A row that would add someone who looks like a person already on the list, under another reference."""

    row: int
    name: str
    attendee_id: str


@dataclass(slots=True)
class Outcome:
    """What an import did, or would do. Rows counted; ``refused`` comes from ``Prepared`` and from unknown zones."""

    batch: str
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    applied: bool = False
    refused: list[Refusal] = field(default_factory=list)
    similar: list[Similar] = field(default_factory=list)
    settled: set[int] = field(default_factory=set)
    """Rows whose ambiguous name was answered at an earlier import: their people keep their authority."""

    @property
    def done(self) -> int:
        return self.added + self.updated + self.unchanged


def prepare(
    path: Path, reference: Reference, mapping: Mapping[str, str] | None = None, answers: Mapping[str, str] | None = None
) -> Prepared:
    """Reads a file and matches its authorities. ``answers`` says which code a written name stands for.

    Raises UserError when the file cannot be read or its columns make no sense.
    """
    _check_answers(reference, answers or {})
    matcher = _Matcher(reference, {fold(written): code for written, code in (answers or {}).items()})
    with _uncollected():
        plan = read_rows(read_table(path), mapping=dict(mapping or {}))
        records = [(record, matcher.authority(record)) for record in plan.records]
    refused = tuple(refusal for refusal in plan.refusals if refusal.severity != "warning")
    return Prepared(
        file=path.name,
        platform=plan.platform,
        mapping=plan.mapping,
        read=len(records) + len({refusal.row for refusal in refused}),
        records=records,
        refused=refused,
        warnings=tuple(refusal for refusal in plan.refusals if refusal.severity == "warning"),
        corrections=matcher.corrections(),
        questions=matcher.questions(),
        ignored=plan.ignored,
    )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Puts off looking for cycles: there are none, and looking through all that is made took a sixth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.freeze()
            gc.unfreeze()  # what was made counts as old now, and is not looked through at once
            gc.enable()


def open_questions(prepared: Prepared, outcome: Outcome) -> tuple[Question, ...]:
    """The questions that an earlier import has not answered for every row they concern."""
    return tuple(question for question in prepared.questions if not outcome.settled.issuperset(question.rows))


def _check_answers(reference: Reference, answers: Mapping[str, str]) -> None:

    for written, code in answers.items():
        if reference.find(code) is None:
            raise UserError(
                "answer_unknown",
                say("Aucune collectivité n’a le code « {0} » donné pour « {1} ».", code[:40], written[:60]),
                "Employez un des codes que l’import propose.",
            )


@dataclass(frozen=True, slots=True)
class _Understood:
    """What a written name was matched with, what it stands for until someone chooses, and the rows that have it."""

    match: Match
    authority: Authority
    rows: list[int] = field(default_factory=list)


class _Matcher:
    """Matches each written name once, however many rows have it."""

    def __init__(self, reference: Reference, answers: Mapping[str, str]) -> None:
        self._reference = reference
        self._answers = answers
        self._known: dict[tuple[str, ...], _Understood] = {}

    def authority(self, record: Record) -> Authority | None:
        if not (record.authority or record.authority_code):
            return None
        abroad = record.authority and record.country and fold(record.country) not in _HOME
        written = f"{record.authority} ({record.country})" if abroad else record.authority
        key = (written, record.authority_code, record.department, record.postal_code)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._understood(written, record)
        known.rows.append(record.row)
        return known.authority

    def _understood(self, written: str, record: Record) -> _Understood:
        answer = self._answers.get(fold(record.authority), "")
        match = match_authority(
            written,
            code=answer or record.authority_code,
            department=record.department,
            postal_code=record.postal_code,
            reference=self._reference,
        )
        return _Understood(match, match.authority or Authority(id=free_id(written), name=written))

    def corrections(self) -> tuple[Correction, ...]:
        return tuple(
            Correction(each.match.written, each.authority.name, each.authority.id, tuple(each.rows), each.match.why)
            for each in self._known.values()
            if each.match.status == "corrected"
        )

    def questions(self) -> tuple[Question, ...]:
        return tuple(
            Question(each.match.written, tuple(each.rows), each.match.candidates)
            for each in self._known.values()
            if each.match.status == "ambiguous"
        )


class Importer:
    """Writes prepared files into an edition, in the core thread."""

    def __init__(
        self,
        store: Store,
        author: Author,
        publish: Callable[[Change], None],
        new_codes: Callable[[int], Sequence[str]],
        urgent: Callable[[], bool] = lambda: True,
    ) -> None:
        self._urgent = urgent
        self._store = store
        self._author = author
        self._publish = publish
        self._new_codes = new_codes
        self._zones = self._zone_ids()
        self._authorities: set[str] = set()
        """Ids of authorities that were found in the edition, or put there: asked once for thousands of people."""
        self._doubts: dict[int, Question] = {}
        """By row: what is asked about its authority."""
        self._names: set[str] = set()
        """Those that the rows give, once there is anybody to compare them with."""
        self._refs: dict[str, str] = {}
        """Subjects of the people on the list, by what finds them again."""
        self._namesakes: dict[str, list[Attendee]] = {}
        """People of the list whose name some row gives too."""
        self._read_upto = 0
        """The number of the newest subject that was looked at."""

    def run(self, prepared: Prepared, *, dry_run: bool = False, partial: bool = False) -> Iterator[Outcome]:
        """Writes a prepared file slice by slice; yields the outcome so far after each."""
        outcome = Outcome(uuid7(wall_ms()), refused=[*prepared.refused])
        self._doubts = {row: question for question in prepared.questions for row in question.rows}
        self._authorities = set()
        self._names, self._refs, self._namesakes, self._read_upto = set(), {}, {}, 0
        records = [pair for pair in prepared.records if self._zones_known(pair[0], outcome)]
        if outcome.refused and not partial:
            dry_run = True
        for _ in self._read_list(records):
            yield outcome
        if not dry_run:
            self._record(batches.started(outcome.batch, prepared.file, len(records)))
        slices: list[Sequence[_Matched]] = [
            records[start : start + SLICE_ROWS] for start in range(0, len(records), SLICE_ROWS)
        ]
        while slices:
            if dry_run:
                self._facts(slices.pop(0), prepared, outcome)
            else:
                self._write(slices, prepared, outcome)
            yield outcome
        if not dry_run:
            self._record(batches.completed(outcome.batch, outcome.added, outcome.updated))
            outcome.applied = True
        yield outcome

    def _write(self, slices: list[Sequence[_Matched]], prepared: Prepared, outcome: Outcome) -> None:
        """Takes slices off the list in one transaction, until something urgent waits or it is long enough."""
        for _ in self._read_list():  # who came from other stations since
            pass
        with _uncollected(), self._store.transaction(self._author) as tx:
            for _ in range(MOST_SLICES):
                facts, births = self._facts(slices.pop(0), prepared, outcome)
                tx.record(*facts)
                tx.record_births(births)
                if not slices or self._urgent():
                    break
        self._read_upto = self._store.newest_number()
        self._publish(tx.change)

    def _record(self, fact: Fact) -> None:
        batches.record(self._store, self._author, self._publish, [fact])

    def _facts(
        self, records: Sequence[_Matched], prepared: Prepared, outcome: Outcome
    ) -> tuple[list[Fact], list[Birth]]:
        """What the rows say of authorities and of people who are on the list, and who is new."""
        found = self._known_people([record for record, _ in records])
        if found and self._doubts:
            records = [
                (record, None if self._is_settled(record, found, outcome) else authority)
                for record, authority in records
            ]
        facts = self._new_authorities([authority for _, authority in records if authority is not None])
        if self._namesakes:
            self._note_similar([pair for pair in records if pair[0].ref not in found], outcome)
        births: list[Birth] = []
        newcomers = len(records) - len(found)
        new_ids, new_codes = iter(uuid7s(wall_ms(), newcomers)), iter(self._new_codes(newcomers))
        for record, authority in records:
            subject, state = found.get(record.ref, ("", None))
            fields = self._fields(record, authority, prepared.mapping, state)
            if state is None:
                outcome.added += 1
                fields["code"] = next(new_codes)
                births.append(people.newcomer(next(new_ids), fields, record.ref, outcome.batch))
            elif _differs(state, fields):
                outcome.updated += 1
                facts.append(people.upserted(subject.removeprefix(people.PREFIX), fields, record.ref, outcome.batch))
            else:
                outcome.unchanged += 1
        return facts, births

    def _new_authorities(self, named: Sequence[Authority]) -> list[Fact]:
        """Says which authorities the edition does not have yet."""
        unseen = {each.id: each for each in named if each.id not in self._authorities}
        self._authorities.update(unseen)
        said = [programme.authority_set(each) for each in unseen.values()]
        known = self._store.states([fact.subject for fact in said])
        return [fact for fact in said if fact.subject not in known]

    def _known_people(self, records: Sequence[Record]) -> dict[str, tuple[str, State]]:
        """By the records' refs: the people they are already."""
        refs = self._refs
        subjects = {record.ref: refs[record.ref] for record in records if record.ref in refs}
        states = self._store.states(list(subjects.values()))
        # What was undone or erased since the list was read has its ref no more.
        return {
            ref: (subject, states[subject])
            for ref, subject in subjects.items()
            if subject in states and states[subject].personal.get("ref") == ref
        }

    def _is_settled(self, record: Record, found: Mapping[str, tuple[str, State]], outcome: Outcome) -> bool:
        """Whether the person keeps an official authority, since the name written now fits several. It is asked again
        unless the one they have is among those, so that a person who moved is not forgotten.
        """
        doubt = self._doubts.get(record.row)
        held = found[record.ref][1].data.get("authority_id", "") if doubt and record.ref in found else ""
        if doubt is None or not held or held.startswith(FREE):
            return False
        state = self._store.state(f"authority:{held}")
        name = programme.authority(state).name if state else ""
        if any(held == each.id for each in doubt.candidates) or fold(name) == fold(doubt.written):
            outcome.settled.add(record.row)
        return True

    def _read_list(self, records: Sequence[_Matched] = ()) -> Iterator[None]:
        """Reads page by page who came on the list since it was last read. In memory: keys of refs and names in the
        database would cost every import more than reading everybody costs the second.
        """
        while page := self._store.states_after("attendee", self._read_upto, _PAGE):
            self._read_upto = page[-1][1].number
            self._names = self._names or {_name_key(record.name) for record, _ in records}
            for subject, state in page:
                if not people.is_known(state):
                    continue
                if state.personal.get("ref"):
                    self._refs[state.personal["ref"]] = subject
                person = people.attendee(subject, state)
                key = _name_key(person.name)
                if key in self._names and not state.data.get("merged_into"):
                    self._namesakes.setdefault(key, []).append(person)
            yield

    def _note_similar(self, records: Sequence[_Matched], outcome: Outcome) -> None:
        """Notes the newcomers who share a name, and an authority or an e-mail, with someone else."""
        for record, authority in records:
            for person in self._namesakes.get(_name_key(record.name), ()):
                same_mail = record.email and record.email.casefold() == person.email.casefold()
                if same_mail or person.authority_id == (authority.id if authority else ""):
                    outcome.similar.append(Similar(record.row, record.name, person.id))
                    break

    def _fields(
        self, record: Record, authority: Authority | None, mapping: Mapping[str, str], state: State | None
    ) -> dict[str, Any]:
        """What the file says: a column that it has counts even when empty; one that it lacks says nothing."""
        fields: dict[str, Any] = {name: value for name in _SIMPLE if (value := getattr(record, name))}
        if state is not None:
            fields |= {name: "" for name in _CLEARABLE if name in mapping and name not in fields}
            if not mapping.keys() & {"status", "blocked"}:
                del fields["status"]
        if record.vip or "vip" in mapping:
            fields["vip"] = record.vip
        if record.category or state is None:
            fields["category"] = record.category or "guest"
        if record.zones or "zones" in mapping:
            fields["zones"] = [self._zones[fold(name)] for name in record.zones]
        if record.external_codes:
            fields["external_codes"] = list(record.external_codes)
        if authority is not None:
            fields["authority_id"] = authority.id
        return fields

    def _zone_ids(self) -> dict[str, str]:
        zones = programme.read_zones(self._store)
        return {fold(zone.name): zone.id for zone in zones} | {fold(zone.id): zone.id for zone in zones}

    def _zones_known(self, record: Record, outcome: Outcome) -> bool:
        unknown = [name for name in record.zones if fold(name) not in self._zones]
        if unknown:
            reason = say("Le contrôle « {0} » n’existe pas dans cette édition.", unknown[0])
            outcome.refused.append(Refusal(record.row, "zones", reason, "unknown_zone"))
        return not unknown


def _name_key(name: str) -> str:
    """A name whatever its capitals, accents and the order of its words."""
    return " ".join(sorted(fold(name).split()))


def _differs(state: State, fields: Mapping[str, Any]) -> bool:
    held = state.data.get("corrected", ())
    for name, value in fields.items():
        home = state.data if name in people.PUBLIC else state.personal
        if name not in held and (home.get(name) or None) != (value or None):
            return True
    return False
