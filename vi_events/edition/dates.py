"""Dates in French."""

import re
from datetime import date, datetime

from vi_events.clock import clock_time, hour
from vi_events.sentences import Sentence, say

_MONTHS = (
    *(say("janvier"), say("février"), say("mars"), say("avril"), say("mai"), say("juin")),
    *(say("juillet"), say("août"), say("septembre"), say("octobre"), say("novembre"), say("décembre")),
)
_MOMENT = re.compile(
    r"(?:(?P<d>\d{1,2})/(?P<m>\d{1,2})(?:/(?P<y>\d{4}))?\s+)?(?P<hour>\d{1,2})\s*[h:]\s*(?P<minute>\d{2})?",
    re.IGNORECASE,
)
_DAYS = (*(say("lundi"), say("mardi"), say("mercredi"), say("jeudi"), say("vendredi"), say("samedi"), say("dimanche")),)


def long_date(iso: str) -> Sentence:
    """« jeudi 1er février 2018 » for 2018-02-01."""
    day = date.fromisoformat(iso)
    return say("{0} {1} {2}", _DAYS[day.weekday()], _day(day), day.year)


def long_days(first: str, last: str) -> Sentence:
    """« du jeudi 14 au vendredi 15 janvier 2027 », from two dates in ISO 8601; one day as ``long_date`` writes it."""
    if not last or last == first:
        return long_date(first)
    one, other = date.fromisoformat(first), date.fromisoformat(last)
    weekday = _DAYS[one.weekday()]
    if (one.year, one.month) == (other.year, other.month):
        begins = say("{0} 1er", weekday) if one.day == 1 else say("{0} {1}", weekday, one.day)
    else:
        begins = say("{0} {1}", weekday, _day(one)) if one.year == other.year else long_date(first)
    return say("du {0} au {1}", begins, long_date(last))


def day_of(at_ms: int) -> Sentence:
    """« 14 janvier », local time."""
    return _day(_local(at_ms))


def moment(at_ms: int) -> Sentence:
    """« le 14 janvier à 14 h 05 », local time."""
    return say("le {0} à {1}", day_of(at_ms), hour(at_ms))


def full_moment(at_ms: int) -> Sentence:
    """« le jeudi 14 janvier 2027 à 14 h 05 », local time, for what is read years later."""
    return say("le {0} à {1}", long_date(_local(at_ms).date().isoformat()), hour(at_ms))


def short_moment(at_ms: int, day: str) -> str:
    """« 09:30 » on ``day`` (ISO 8601), else « 06/02 09:30 », with the year when that is another one; local time."""
    local, known = _local(at_ms), date.fromisoformat(day)
    if local.date() == known:
        return clock_time(at_ms)
    return f"{local:%d/%m}{'' if local.year == known.year else f'/{local.year}'} {clock_time(at_ms)}"


def read_moment(text: str, day: str) -> int:
    """What ``short_moment`` writes, and « 9h », « 9 h 30 », in milliseconds since 1970. Raises ValueError."""
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    known = date.fromisoformat(day)
    if found["d"]:
        known = date(int(found["y"] or known.year), int(found["m"]), int(found["d"]))
    local = datetime(known.year, known.month, known.day, int(found["hour"]), int(found["minute"] or 0))
    return round(local.timestamp() * 1000)


def same_day(one_ms: int, other_ms: int) -> bool:
    """Whether both moments are of one day, local time."""
    return _local(one_ms).date() == _local(other_ms).date()


def _day(day: date) -> Sentence:
    month = _MONTHS[day.month - 1]
    return say("1er {0}", month) if day.day == 1 else say("{0} {1}", day.day, month)


def _local(at_ms: int) -> datetime:
    return datetime.fromtimestamp(at_ms / 1000)
