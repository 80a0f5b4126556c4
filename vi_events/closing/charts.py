"""The charts of the report: PNG pictures drawn at twice their size. Pure.

One colour on a light ground, numbers written beside what they measure: nothing is said by colour alone.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from PIL import Image, ImageDraw, ImageFont

from vi_events.clock import hour
from vi_events.closing.counting import local
from vi_events.closing.desks import DeskPace, Minute
from vi_events.closing.turnout import HourArrivals, Turnout
from vi_events.edition.dates import long_date
from vi_events.paths import ASSETS
from vi_events.typesetting.metrics import Face, shown

_INK, _SOFT, _TRACK, _BAR, _AREA, _PAPER = "#0C1730", "#44506B", "#D5DBE6", "#124E9C", "#E1ECFA", "#FFFFFF"
_WIDTH, _PAD, _TEXT, _LEADING = 1600, 16, 30, 40
_NAMES_PART = 0.42
"""Most of the width that names may take."""
_BAR_HIGH, _LEGEND_HIGH, _PANEL_HIGH, _STRIP_HIGH = 40, 52, 300, 110
_MOST_DAYS, _MOST_STRIPS = 4, 12
_MINUTE_MS = 60_000
_STEPS_MIN = ((180, 1), (600, 5), (24 * 60, 15))
"""Up to how many minutes in all, and how many go into one point of a line."""


@dataclass(frozen=True, slots=True, repr=False)
class Chart:
    """A picture of a table; ``alt`` says in words what it shows."""

    alt: str
    png: bytes


def turnout_chart(groups: Sequence[Turnout]) -> Chart | None:
    """A bar a group: who came, over who was invited. None when there is nothing to draw."""
    drawn = [each for each in groups if each.came or each.invited]
    if not drawn:
        return None
    rows = [(each.name, each.came, each.invited) for each in drawn]
    said = ", ".join(f"{each.name} {each.came} sur {each.invited}" for each in drawn)
    return Chart(f"Barres\u202f: personnes venues sur personnes invitées. {said}.", _bars(rows))


def hours_chart(hours: Sequence[HourArrivals]) -> Chart | None:
    """Arrivals by hour, a row of bars for each day (the fullest, when there are many)."""
    days = {day: {each.hour: each.people for each in inside} for day, inside in groupby(hours, lambda each: each.day)}
    if not days:
        return None
    fullest = sorted(days, key=lambda day: -sum(days[day].values()))[:_MOST_DAYS]
    panels = [(long_date(day), days[day]) for day in sorted(fullest)]
    said = ". ".join(
        f"{title}\u202f: " + ", ".join(f"{hour}\u202fh {number}" for hour, number in sorted(bars.items()))
        for title, bars in panels
    )
    return Chart(f"Barres, une par heure. {said}.", _columns(panels))


def pace_chart(paces: Sequence[DeskPace], minutes: Sequence[Minute]) -> Chart | None:
    """Passages per minute on the fullest day, a line for each station (the busiest, when there are many)."""
    per_day: dict[str, int] = {}
    for each in minutes:
        day = local(each.from_ms).date().isoformat()
        per_day[day] = per_day.get(day, 0) + each.passages
    if not per_day:
        return None
    day = max(per_day, key=lambda day: per_day[day])
    shown_minutes = [each for each in minutes if local(each.from_ms).date().isoformat() == day]
    busiest = sorted(paces, key=lambda pace: -pace.passages)[:_MOST_STRIPS]
    here = {each.station for each in shown_minutes}
    strips = [pace for pace in paces if pace in busiest and pace.station in here]
    said = ", ".join(f"{pace.station} jusqu’à {pace.peak} à {hour(pace.peak_ms)}" for pace in strips)
    picture = _lines(long_date(day), strips, shown_minutes)
    return Chart(f"Une courbe par poste, {long_date(day)}. {said}.", picture)


def _bars(rows: Sequence[tuple[str, int, int]]) -> bytes:
    """Horizontal bars, each with its name at the left and « 12 / 20 » after it."""
    names = [_wrapped(name, round(_WIDTH * _NAMES_PART)) for name, _, _ in rows]
    left = _PAD * 2 + round(max(_length(line) for lines in names for line in lines))
    most = max(max(came, invited) for _, came, invited in rows)
    figures = [f"{came} / {invited}" for _, came, invited in rows]
    scale = (_WIDTH - left - _PAD * 2 - max(_length(each) for each in figures)) / most
    highs = [max(_BAR_HIGH, len(lines) * _LEADING) + _PAD for lines in names]
    image, draw = _sheet(sum(highs) + _PAD + _LEGEND_HIGH)
    _draw_legend(draw, left)
    top = _PAD + _LEGEND_HIGH
    for (_, came, invited), lines, figure, high in zip(rows, names, figures, highs, strict=True):
        middle = top + (high - _PAD) / 2
        for rank, line in enumerate(lines):
            draw.text((left - _PAD, middle + (rank - (len(lines) - 1) / 2) * _LEADING), line, _INK, _font(), "rm")
        for value, color in ((invited, _TRACK), (came, _BAR)):
            if value:
                box = (left, middle - _BAR_HIGH / 2, left + max(3, value * scale), middle + _BAR_HIGH / 2)
                draw.rectangle(box, color)
        draw.text((left + max(came, invited) * scale + _PAD, middle), figure, _INK, _font("Bold"), "lm")
        top += high
    return _png(image)


def _draw_legend(draw: ImageDraw.ImageDraw, left: float) -> None:
    """What the two colours of the bars are, in the order of the figures after them."""
    middle = _PAD + _LEADING / 3
    for word, color in (("venues", _BAR), ("invitées", _TRACK)):
        draw.rectangle((left, middle - 12, left + 24, middle + 12), color)
        draw.text((left + 36, middle), word, _SOFT, _font(), "lm")
        left += 36 + _length(word) + 2 * _PAD


def _columns(panels: Sequence[tuple[str, dict[int, int]]]) -> bytes:
    """Vertical bars, hour by hour without a gap, the same scale for every panel."""
    most = max(max(bars.values()) for _, bars in panels)
    high = _PANEL_HIGH + 4 * _LEADING
    image, draw = _sheet(high * len(panels) + _PAD)
    widest = max(max(bars) - min(bars) + 1 for _, bars in panels)
    step = min(160.0, (_WIDTH - 2 * _PAD) / widest)
    for rank, (title, bars) in enumerate(panels):
        top, floor = rank * high + _PAD, rank * high + _PAD + _LEADING * 2.6 + _PANEL_HIGH
        draw.text((_PAD, top + _LEADING / 2), title, _INK, _font("Bold"), "lm")
        for hour_, left in ((hour_, _PAD + (hour_ - min(bars)) * step) for hour_ in range(min(bars), max(bars) + 1)):
            value, middle = bars.get(hour_, 0), left + step / 2
            if value:
                draw.rectangle(
                    (left + step * 0.12, floor - value / most * _PANEL_HIGH, left + step * 0.88, floor), _BAR
                )
            at = floor - value / most * _PANEL_HIGH - _LEADING / 2
            draw.text((middle, at), str(value), _INK if value else _SOFT, _font("Bold"), "mm")
            draw.text((middle, floor + _LEADING * 0.6), f"{hour_}\u202fh", _SOFT, _font(), "mm")
        draw.line((_PAD, floor, _PAD + (max(bars) - min(bars) + 1) * step, floor), _SOFT, 2)
    return _png(image)


def _lines(title: str, strips: Sequence[DeskPace], minutes: Sequence[Minute]) -> bytes:
    """A strip a station, all on the same two scales."""
    when = [each.from_ms // _MINUTE_MS for each in minutes]
    first, last = min(when), max(when)
    step = next(step for most, step in _STEPS_MIN if last - first < most)
    first -= first % step
    points = {pace.station: [0.0] * ((last - first) // step + 1) for pace in strips}
    for each in minutes:
        if each.station in points:
            points[each.station][(each.from_ms // _MINUTE_MS - first) // step] += each.passages / step
    most = max(max(values) for values in points.values())
    high = _STRIP_HIGH + 2 * _LEADING
    image, draw = _sheet(high * len(strips) + 3 * _LEADING)
    width = _WIDTH - 2 * _PAD

    def across(minute: float) -> float:
        return _PAD + (minute - first) / max(1, last - first + step) * width

    for rank, pace in enumerate(strips):
        floor = rank * high + _LEADING * 1.5 + _STRIP_HIGH
        _draw_strip(draw, pace, floor - _STRIP_HIGH - _LEADING * 0.7)
        line: list[tuple[float, float]] = [(_PAD, floor)]
        for place, value in enumerate(points[pace.station]):
            ends = (across(first + place * step), across(first + (place + 1) * step))
            line += [(x, floor - value / most * _STRIP_HIGH) for x in ends]
        line.append((line[-1][0], floor))
        draw.polygon(line, _AREA)
        draw.line(line, _BAR, 4, "curve")
    _draw_hours(draw, first, last, across, high * len(strips) + _LEADING)
    scale = "à chaque minute" if step == 1 else f"en moyenne sur {step} minutes"
    said = f"{title}. Passages par minute, {scale}."
    draw.text((_PAD, high * len(strips) + 2.4 * _LEADING), said, _SOFT, _font(), "lm")
    return _png(image)


def _draw_strip(draw: ImageDraw.ImageDraw, pace: DeskPace, middle: float) -> None:
    """The words above a line: the station, and its fullest minute when there is room for both."""
    name = shown(Face(_path("Bold")), pace.station)
    draw.text((_PAD, middle), name, _INK, _font("Bold"), "lm")
    peak = f"{pace.peak} dans la minute la plus chargée ({hour(pace.peak_ms)})"
    if _length(name, "Bold") + _length(peak) + 3 * _PAD < _WIDTH:
        draw.text((_WIDTH - _PAD, middle), peak, _SOFT, _font(), "rm")


def _draw_hours(
    draw: ImageDraw.ImageDraw, first: int, last: int, across: Callable[[float], float], middle: float
) -> None:
    """The hours of the clock below the strips; minutes when there is no full hour between them."""
    every = next(each for each in (5, 15, 60, 120, 240) if (last - first) / each <= 12)
    start = local(first * _MINUTE_MS)
    ahead = -(start.hour * 60 + start.minute) % every
    for minute in range(first + ahead, last + 2, every):
        draw.line((across(minute), middle - _LEADING * 0.8, across(minute), middle - _LEADING * 0.5), _SOFT, 2)
        at = min(max(across(minute), _PAD * 4), _WIDTH - _PAD * 4)
        draw.text((at, middle), hour(minute * _MINUTE_MS), _SOFT, _font(), "mm")


def _wrapped(text: str, width: float, weight: str = "Regular") -> list[str]:
    """``text`` in lines of at most ``width``, broken between words, else anywhere."""
    lines = [""]
    for word in shown(Face(_path(weight)), text).split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if _length(longer, weight) <= width:
            lines[-1] = longer
            continue
        lines += [""] if lines[-1] else []
        for char in word:
            if lines[-1] and _length(lines[-1] + char, weight) > width:
                lines.append("")
            lines[-1] += char
    return lines


def _length(text: str, weight: str = "Regular") -> float:
    return _font(weight).getlength(text)


def _path(weight: str) -> str:
    return str(ASSETS / "fonts" / f"AtkinsonHyperlegibleNext-{weight}.ttf")


@cache
def _font(weight: str = "Regular") -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_path(weight), _TEXT, layout_engine=ImageFont.Layout.BASIC)


def _sheet(height: float) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("RGB", (_WIDTH, round(height)), _PAPER)
    return image, ImageDraw.Draw(image)


def _png(image: Image.Image) -> bytes:
    content = io.BytesIO()
    image.save(content, "PNG", optimize=True)
    return content.getvalue()
