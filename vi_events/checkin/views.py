"""Frozen snapshots that the reception window shows. Times are milliseconds since 1970 unless named otherwise."""

from dataclasses import dataclass

VERDICTS = (
    "admitted",
    "admitted_attention",
    "exit_recorded",
    "already_in",
    "not_found",
    "not_found_genuine",
    "bad_code",
    "revoked",
    "cancelled",
    "not_confirmed",
    "wrong_zone",
    "zone_full",
    "wrong_time",
    "other_edition",
    "ambiguous",
    "info_required",
    "error",
)


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that happened to a person: ``what`` is an entry kind, ``detail`` free text already cleaned."""

    at_ms: int
    station: str
    what: str
    zone: str = ""
    detail: str = ""
    entry_id: str = ""


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """One line of a search result."""

    attendee_id: str
    first_name: str
    last_name: str
    function: str
    authority: str
    department: str
    category: str
    present: bool
    box: str = ""
    """Where the badge waits, as in ``PersonCard``."""

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True, slots=True)
class PersonCard:
    """All that the desk knows of one person."""

    attendee_id: str
    first_name: str
    last_name: str
    function: str
    authority: str
    department: str
    """The department's name, « Marne »."""
    category: str
    zones: tuple[str, ...]
    """Names of the zones the person is expected in."""
    protocol_note: str
    vip: bool
    seat: str
    status: str
    present: bool
    delegation: int
    """People of the same authority, this one included, not yet present in this zone."""
    badges_printed: int
    badge_handed: bool
    substitute_for: str
    """Name of the person replaced, else empty."""
    conflict: str
    """Why a supervisor must look (two stations admitted the same person), else empty."""
    history: tuple[HistoryLine, ...] = ()
    badge_state: str = ""
    """State of the last badge asked for (see ``print_jobs.Job``); empty: never asked for."""
    box: str = ""
    """Where the badge waits that was printed before the day: « A à F »; empty: nowhere."""
    admission_id: str = ""
    """The entry that let the person in, which an undo would cancel; empty when they are not in this zone."""

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True, slots=True)
class ScanResult:
    """What the screen says after a scan or a verb.

    ``repeat`` is ``""``, ``"ignored"`` (same code within 3 s) or ``"neutral"`` (within 10 minutes, « déjà fait ici »).
    ``entry_id`` names the entry that an undo would cancel; empty when nothing was recorded.
    """

    verdict: str
    at_ms: int
    message: str
    person: PersonCard | None = None
    first_at_ms: int | None = None
    first_station: str = ""
    ms: float = 0.0
    repeat: str = ""
    candidates: tuple[FoundPerson, ...] = ()
    entry_id: str = ""
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Counters:
    """Figures of one zone, as seen by this station. ``arrivals`` counts admissions per five minutes, oldest first,
    beginning at ``arrivals_from_ms``.
    """

    zone: str
    present: int
    expected: int
    here: int
    by_category: tuple[tuple[str, int, int], ...] = ()
    """(category, present, expected)."""
    by_zone: tuple[tuple[str, int, int], ...] = ()
    """(zone name, present, expected)."""
    arrivals: tuple[int, ...] = ()
    arrivals_from_ms: int = 0
    conflicts: int = 0


@dataclass(frozen=True, slots=True)
class LampState:
    """A lamp of the top bar: ``level`` is ``ok``, ``warn``, ``bad`` or ``off``; ``text`` is its sentence."""

    name: str
    level: str
    text: str
