"""Recognising a scan among the keys typed, by rhythm and terminator; time is given, in milliseconds.

The rule. Each printable key is held. A pause longer than ``pause_ms`` after it, or a slow median rhythm, shows a
person: what was held is handed back, in order, ``pause_ms`` after the last key. A burst becomes *certain* at
``min_length`` characters whose median gap is ``max_gap_ms`` or less (at once after the prefix); from then on every key
belongs to the scanner until the terminator or ``idle_ms`` of silence. Shorter bursts of ``min_terminated`` characters
count when a terminator ends them, so that a short external code can neither type nor press a button. Keys that follow
a scan within ``pause_ms`` are the scanner's as well: the second half of CR LF, the next lines of a visiting card.
A key held down, or the same character over and over, is not a scan.
"""

from dataclasses import dataclass
from enum import Enum
from statistics import median
from typing import Literal

from vi_events.checkin.layouts import MAX_RAW, Reading, explain

Terminator = Literal["enter", "tab", "none"]
Suffix = Literal["auto", "enter", "tab", "none"]


@dataclass(frozen=True, slots=True)
class WedgeSettings:
    """How scans are told from typing. Times in milliseconds; 12 characters a second is a gap of 83 ms."""

    max_gap_ms: int = 35
    """Median gap of a scan at most; measured scanners: 1 to 20 ms by USB, up to 30 ms by Bluetooth."""
    pause_ms: int = 60
    """A longer gap before the scan is certain means a person, whose keys are handed back then."""
    idle_ms: int = 150
    """Silence that ends a certain scan without terminator."""
    min_length: int = 8
    min_terminated: int = 4
    suffix: Suffix = "auto"
    """Which key ends a scan; the others are swallowed inside it. ``auto``: either."""
    prefix: str = ""
    """One character, as this computer receives it, that the scanner sends first; taken off the scan."""


@dataclass(frozen=True, slots=True)
class Scan:
    """One scan as typed, without prefix and terminator."""

    raw: str
    terminator: Terminator
    gaps_ms: tuple[float, ...]


class Fate(Enum):
    """What becomes of the key just given."""

    PASS = "pass"
    HOLD = "hold"
    SWALLOW = "swallow"
    """It is the scanner's, and so are all the keys held."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer to a key or to time passing. ``replay`` comes first: hand back every key held before this one."""

    fate: Fate
    replay: bool = False
    scan: Scan | None = None


_PASS = Outcome(Fate.PASS)
_HOLD = Outcome(Fate.HOLD)
_SWALLOW = Outcome(Fate.SWALLOW)


class WedgeRecogniser:
    """Decides key by key; the caller keeps the held keys and calls ``idle`` when ``due_ms`` has come."""

    def __init__(self, settings: WedgeSettings | None = None) -> None:
        self._settings = settings or WedgeSettings()
        self._text: list[str] = []
        self._times: list[float] = []
        self._certain = False
        self._quiet_until: float | None = None

    @property
    def busy(self) -> bool:
        """Whether keys are held or a scan is under way."""
        return bool(self._text) or self._certain

    def in_scan(self, at_ms: float) -> bool:
        """Whether a key arriving now is certainly the scanner's."""
        return self._certain or self._in_wake(at_ms)

    def due_ms(self) -> float | None:
        """When ``idle`` must be called if no key comes before; None when nothing waits."""
        if not self._times:
            return None
        return self._times[-1] + (self._settings.idle_ms if self._certain else self._settings.pause_ms)

    def key(self, text: str, at_ms: float, auto_repeat: bool = False) -> Outcome:
        """A key that gives printable ``text`` (usually one character)."""
        ended = self._end_if_due(at_ms)
        if auto_repeat and not self._certain:
            return Outcome(Fate.PASS, replay=ended.replay or self._forget())
        if not self._certain and self._in_wake(at_ms):
            self._certain = True
        self._quiet_until = None
        if len(self._text) < MAX_RAW:
            self._text.append(text)
            self._times.append(at_ms)
        else:
            self._times[-1] = at_ms
        if self._certain or self._becomes_certain():
            self._certain = True
            return Outcome(Fate.SWALLOW, scan=ended.scan, replay=ended.replay)
        if len(self._text) >= self._settings.min_length:
            # Long enough, yet too slow or one character over and over: a person. This key goes the same way.
            self._forget()
            return Outcome(Fate.PASS, replay=True)
        return Outcome(Fate.HOLD, replay=ended.replay, scan=ended.scan)

    def terminator(self, kind: Literal["enter", "tab"], at_ms: float) -> Outcome:
        """Enter or Tab."""
        ended = self._end_if_due(at_ms)
        if ended.scan is not None:
            # Too late to be sure it is the scanner's, too early to let it press a button.
            return Outcome(Fate.SWALLOW, scan=ended.scan)
        if self._in_wake(at_ms):
            self._quiet_until = at_ms + self._settings.pause_ms
            return _SWALLOW
        if not self._text:
            return Outcome(Fate.PASS, replay=ended.replay)
        if not self._certain and not self._is_burst(self._settings.min_terminated):
            return Outcome(Fate.PASS, replay=self._forget())
        self._certain = True
        if self._settings.suffix not in ("auto", kind):
            self._times[-1] = at_ms
            return _SWALLOW
        return Outcome(Fate.SWALLOW, scan=self._finish(kind, at_ms))

    def interrupt(self, at_ms: float) -> Outcome:
        """Any other key (arrows, F-keys, Ctrl+…): belongs to a certain scan, else ends the burst."""
        ended = self._end_if_due(at_ms)
        if self.in_scan(at_ms) and ended.scan is None:
            return _SWALLOW
        return Outcome(Fate.PASS, replay=ended.replay or self._forget(), scan=ended.scan)

    def idle(self, at_ms: float) -> Outcome:
        """Time has passed: a scan without terminator ends, held keys turn out to be typing."""
        return self._end_if_due(at_ms, reached=True)

    def _end_if_due(self, at_ms: float, reached: bool = False) -> Outcome:
        due = self.due_ms()
        if due is None or at_ms < due or (at_ms == due and not reached):
            return _PASS
        if not self._certain:
            return Outcome(Fate.PASS, replay=self._forget())
        return Outcome(Fate.PASS, scan=self._finish("none", at_ms))

    def _finish(self, terminator: Terminator, at_ms: float) -> Scan:
        raw = "".join(self._text)[:MAX_RAW]
        if self._settings.prefix:
            raw = raw.removeprefix(self._settings.prefix)
        scan = Scan(raw, terminator, self._gaps())
        self._forget()
        self._quiet_until = at_ms + self._settings.pause_ms
        return scan

    def _forget(self) -> bool:
        """Start afresh; whether something was held."""
        held = bool(self._text)
        self._text.clear()
        self._times.clear()
        self._certain = False
        return held

    def _in_wake(self, at_ms: float) -> bool:
        return self._quiet_until is not None and not self._text and at_ms <= self._quiet_until

    def _becomes_certain(self) -> bool:
        prefix = self._settings.prefix
        if prefix and self._text[0] == prefix:
            return self._is_burst(2)
        return self._is_burst(self._settings.min_length)

    def _is_burst(self, length: int) -> bool:
        return (
            len(self._text) >= length
            and (len(set(self._text)) > 1 or len(self._text) == 1)
            and median(self._gaps() or (0.0,)) <= self._settings.max_gap_ms
        )

    def _gaps(self) -> tuple[float, ...]:
        # A clock that steps back (X11 milliseconds wrap after 49 days) counts as no gap.
        return tuple(max(0.0, after - before) for before, after in zip(self._times, self._times[1:], strict=False))


TEST_TEXT = 'VI-azqwmAZQWM 0123456789 _:/;."'
"""What the test card holds: every sign is somewhere else on some layout, and none makes a dead key."""


@dataclass(frozen=True, slots=True)
class ScannerDiagnosis:
    """What the test card tells. ``reading`` is None when what was read is not the test card."""

    reading: Reading | None
    terminator: Terminator
    chars_per_second: float | None
    """None when everything came in one go."""

    @property
    def same_layout(self) -> bool:
        """Whether scanner and computer agree, so that every text comes out as it is on the ticket."""
        return self.reading is not None and self.reading.layout == self.reading.scanner and not self.reading.caps_lock

    @property
    def external_codes_read(self) -> bool:
        """Whether foreign codes can be looked up: the pair of layouts is one that ``readings`` tries."""
        return self.same_layout or (self.reading is not None and "us" in (self.reading.layout, self.reading.scanner))


def diagnose(raw: str, gaps_ms: tuple[float, ...], terminator: Terminator) -> ScannerDiagnosis:
    """What a scan of the test card says about the scanner and this computer."""
    span = sum(gaps_ms)
    speed = 1000 * len(gaps_ms) / span if span > 0 else None
    return ScannerDiagnosis(explain(raw, TEST_TEXT), terminator, speed)
