"""Dates in French."""

from datetime import date, datetime

_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def long_date(iso: str) -> str:
    """« jeudi 1er février 2018 » for 2018-02-01."""
    day = date.fromisoformat(iso)
    return f"{_DAYS[day.weekday()]} {_day(day)} {day.year}"


def moment(at_ms: int) -> str:
    """« le 14 janvier à 14 h 05 », local time."""
    return f"le {_day(_local(at_ms))} à {hour(at_ms)}"


def hour(at_ms: int) -> str:
    """« 14 h 05 », local time."""
    local = _local(at_ms)
    return f"{local.hour}\u202fh\u202f{local.minute:02d}"


def same_day(one_ms: int, other_ms: int) -> bool:
    """Whether both moments are of one day, local time."""
    return _local(one_ms).date() == _local(other_ms).date()


def _day(day: date) -> str:
    return f"{'1er' if day.day == 1 else day.day} {_MONTHS[day.month - 1]}"


def _local(at_ms: int) -> datetime:
    return datetime.fromtimestamp(at_ms / 1000)
