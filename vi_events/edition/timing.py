"""Durations and planned times as people write them in a running order. Pure rules."""

import re

_CLOCK = re.compile(r"(?:(?P<h>\d{1,2}):(?=[0-5]?\d:))?(?P<m>\d{1,3}):(?P<s>[0-5]\d)")
_HOURS = r"(?P<h>\d{1,2})(?:h|hr|hrs|heures?|hours?)"
_MINUTES = r"(?P<m>\d{1,4})(?:m|mn|min|mins|minutes?)\.?"
_SECONDS = r"(?P<s>\d{1,5})(?:s|sec|secs|secondes?|seconds?)\.?"
_WRITTEN = (
    _CLOCK,
    re.compile(rf"(?:{_HOURS})?(?:{_MINUTES})?(?:{_SECONDS})?"),
    # « 1 h 30 », « 1 min 30 »: the second unit is understood. A number alone could be either, and is refused.
    re.compile(rf"{_HOURS}(?P<m>[0-5]?\d)"),
    re.compile(rf"{_MINUTES}(?P<s>[0-5]?\d)"),
)
_TIME = re.compile(r"(?P<hour>[01]?\d|2[0-3])(?:[:h](?P<minute>[0-5]\d)(?::00)?|h)")


def duration_of(text: str) -> int | None:
    """The seconds of « 0:40 », « 40 s », « 2 min », « 1 h 30 » or « 1:30:00 »; None when it is no duration."""
    joined = "".join(text.split()).casefold()
    for pattern in _WRITTEN if joined else ():
        if found := pattern.fullmatch(joined):
            parts = found.groupdict(default=None)
            hours, minutes, seconds = (int(parts.get(unit) or 0) for unit in "hms")
            return hours * 3600 + minutes * 60 + seconds
    return None


def clock_duration(seconds: int) -> str:
    """« 0:40 », « 12:05 », « 1:30:00 »: what ``duration_of`` reads back."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def duration_words(seconds: int) -> str:
    """« 40 s », « 90 s », « 3 min », « 1 h 30 min »; in seconds below two minutes, as a rundown is talked about."""
    if seconds < 120:
        return f"{seconds}\u202fs"
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "h"), (minutes, "min"), (rest, "s"))
    return " ".join(f"{count}\u202f{unit}" for count, unit in parts if count)


def time_of(text: str) -> str | None:
    """« 14:30 » for « 14:30 », « 14 h 30 » or « 14:30:00 », « 14:00 » for « 14 h »; None when it is no time of day."""
    found = _TIME.fullmatch("".join(text.split()).casefold())
    return f"{int(found['hour']):02d}:{found['minute'] or '00'}" if found else None
