"""The steps of an import as a plain state machine, without any window."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path

from vi_events.edition.importing import Outcome, Prepared, Question, open_questions
from vi_events.edition.platforms import Refusal
from vi_events.edition.tables import read_table
from vi_events.errors import UserError, ViError


class Step(Enum):
    """What is on the screen."""

    CHOOSE = auto()
    READING = auto()
    COLUMNS = auto()
    AUTHORITIES = auto()
    CONFIRM = auto()
    NOTHING = auto()
    WRITING = auto()
    RESULT = auto()
    PROBLEM = auto()


@dataclass(frozen=True, slots=True)
class ImportActions:
    """What the wizard calls, off the window's thread: each may take its time and raise ViError."""

    prepare: Callable[[Path, dict[str, str], dict[str, str]], Prepared]
    """(file, field -> header, written name -> code)."""
    write: Callable[[Prepared, bool, bool], Outcome]
    """(prepared, partial, dry_run)."""
    undo: Callable[[str], int]
    """(batch) -> number of entries cancelled."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read: without ``prepared`` when no column gives the names, which a person can then say."""

    headers: tuple[str, ...]
    prepared: Prepared | None = None
    preview: Outcome | None = None


def read(actions: ImportActions, path: Path, mapping: dict[str, str], answers: dict[str, str]) -> Reading:
    """Reads a file and what importing it would change; writes nothing. Raises ViError."""
    headers = read_table(path).headers
    try:
        prepared = actions.prepare(path, mapping, answers)
    except UserError as problem:
        if problem.code != "unknown_format":
            raise
        return Reading(headers)
    return Reading(headers, prepared, actions.write(prepared, True, True))


@dataclass(slots=True)
class ImportFlow:
    """Where an import stands. The window shows ``step`` and calls the verbs; it decides nothing by itself."""

    step: Step = Step.CHOOSE
    path: Path | None = None
    mapping: dict[str, str] = field(default_factory=dict)
    """Columns that the person chose: field -> header."""
    answers: dict[str, str] = field(default_factory=dict)
    """Authorities that the person chose: written name -> code."""
    reading: Reading | None = None
    asked: dict[str, Question] = field(default_factory=dict)
    """Every question of this file, answered or not, by written name."""
    partial: bool = False
    outcome: Outcome | None = None
    undone: int | None = None
    """Entries cancelled, once the import was undone."""
    problem: ViError | None = None
    _then: Step = Step.COLUMNS
    _stale: bool = False
    """Answers changed since the file was read."""

    # Verbs

    def choose(self, path: Path) -> None:
        """A file was chosen: everything starts anew."""
        self.mapping, self.answers, self.asked = {}, {}, {}
        self.reading = self.outcome = self.undone = self.problem = None
        self.partial, self.path = False, path
        self._read_then(Step.COLUMNS)

    def set_column(self, name: str, header: str) -> None:
        """A field is read from another column; an empty ``header`` gives it back to the automatic choice."""
        self.mapping.pop(name, None)
        if header:
            self.mapping[name] = header
        self.answers, self.asked = {}, {}
        self._read_then(Step.COLUMNS)

    def answer(self, written: str, code: str) -> None:
        """Says which authority a written name means; an empty ``code`` keeps it as written."""
        for name in self._names_asked(self.asked[written]):
            self.answers.pop(name, None)
            if code:
                self.answers[name] = code
        self._stale = True

    def answered(self, written: str) -> str:
        """The code that was answered, or nothing."""
        return next((self.answers[name] for name in self._names_asked(self.asked[written]) if name in self.answers), "")

    def read_again(self) -> None:
        """The person corrected the file: same file, same choices."""
        self._read_then(Step.CONFIRM)

    def advance(self) -> None:
        """The next page, or the writing."""
        if self.step is Step.COLUMNS and self._has_authorities():
            self.step = Step.AUTHORITIES
        elif self.step in (Step.COLUMNS, Step.AUTHORITIES):
            if self._stale:
                self._read_then(Step.CONFIRM)
            else:
                self._confirm()
        elif self.step is Step.CONFIRM and self.may_write:
            self.step = Step.WRITING

    def back(self) -> None:
        """The page before."""
        if self.step in (Step.CONFIRM, Step.NOTHING):
            self.step = Step.AUTHORITIES if self._has_authorities() else Step.COLUMNS
        elif self.step is Step.AUTHORITIES:
            self.step = Step.COLUMNS
        elif self.step is Step.READING and self._then is Step.CONFIRM:
            self._stale, self.step = True, Step.COLUMNS
        else:
            self.step = Step.CHOOSE

    # Answers of the work

    def was_read(self, reading: Reading) -> None:
        """The file was read."""
        self.reading, self._stale = reading, False
        if reading.prepared is None:
            self.step = Step.COLUMNS
            return
        preview = reading.preview
        questions = open_questions(reading.prepared, preview) if preview else reading.prepared.questions
        self.asked |= {question.written: question for question in questions}
        if self._then is Step.CONFIRM:
            self._confirm()
        else:
            self.step = self._then

    def was_written(self, outcome: Outcome) -> None:
        """The import ended."""
        self.outcome, self.step = outcome, Step.RESULT

    def was_undone(self, entries: int) -> None:
        """The import was cancelled."""
        self.undone, self.step = entries, Step.RESULT

    def failed(self, problem: ViError) -> None:
        """The work could not be done."""
        self.problem, self.step = problem, Step.PROBLEM

    # What the window reads

    @property
    def unanswered(self) -> str:
        """The first name that is still to be answered, as written; empty when there is none."""
        return next((written for written in self.asked if not self.answered(written)), "")

    @property
    def refused(self) -> list[Refusal]:
        """Rows that would not be imported, in the file's order."""
        found = self.reading.preview.refused if self.reading and self.reading.preview else []
        return sorted(found, key=lambda refusal: refusal.row)

    @property
    def may_advance(self) -> bool:
        return self.reading is not None and self.reading.prepared is not None

    @property
    def may_write(self) -> bool:
        """Whether something would change, and refused rows, if any, were set aside on purpose."""
        return self._changes() > 0 and (self.partial or not self.refused)

    def _changes(self) -> int:
        preview = self.reading.preview if self.reading else None
        return preview.added + preview.updated if preview else 0

    def _confirm(self) -> None:
        self.step = Step.CONFIRM if self._changes() or self.refused else Step.NOTHING

    def _has_authorities(self) -> bool:
        prepared = self.reading.prepared if self.reading else None
        return bool(self.asked) or bool(prepared and prepared.corrections)

    def _read_then(self, then: Step) -> None:
        self._then, self.step = then, Step.READING

    def _names_asked(self, question: Question) -> set[str]:
        """What the file says in these rows: a question's own text may carry the country beside the name."""
        prepared = self.reading.prepared if self.reading else None
        rows = set(question.rows)
        names = {record.authority for record, _ in prepared.records if record.row in rows} if prepared else set()
        return {name for name in names if name} or {question.written}
