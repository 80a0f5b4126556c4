"""Many names in columns, in the largest size that holds them all: roll calls, laureates of a mention, signatories.

Pure. A name takes one line, condensed if need be, else two, with the line that belongs to it below.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from vi_events.typesetting.fitting import CAP, Fit, Room, Step, fit_name, fit_steps, fit_text
from vi_events.typesetting.metrics import Fonts

MOST_COLUMNS = 4
_COLUMN_GAP = 44
_BELOW = 0.5
"""Size of the line below a name, in sizes of the name."""
_LEAST_BELOW_PX = 28
_SMALLER, _FEW = 0.75, 0.2
"""How much smaller is accepted to have at most so few names (a share) in the condensed face."""


@dataclass(frozen=True, slots=True, repr=False)
class Entry:
    """One name, and the line below it (a place, a function), which may be empty. ``part`` as in Fit."""

    name: str
    below: str
    short: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Cell:
    """A text of a table; ``x`` and ``baseline`` from the corner of the table. ``rank``: of its entry."""

    fit: Fit
    x: float
    baseline: float
    rank: int


@dataclass(frozen=True, slots=True, repr=False)
class Table:
    """Names in columns, read down each column; its height in reference pixels."""

    cells: tuple[Cell, ...]
    height: float
    px: int
    condensed: int
    """How many names needed the condensed face."""


Pair = tuple[Fit, Fit | None]
"""A name, and the line below it."""


def set_columns(entries: list[Entry], fonts: Fonts, room: Room, sizes: tuple[int, ...]) -> Table:
    """``entries`` in the first of ``sizes`` and the fewest columns that hold them all. When even the last size does
    not, short forms are taken, names shrink alone, and those are flagged ``too_long``.
    """
    wide = next(_whole(entries, fonts, room, sizes), None)
    if wide is None:
        return _forced(entries, fonts, room, sizes[-1])
    # A little smaller is better than a patchwork of two faces.
    least = wide.px * _SMALLER
    calm = (
        table
        for table in _whole(entries, fonts, room, tuple(px for px in sizes if least <= px <= wide.px))
        if table.condensed <= len(entries) * _FEW
    )
    return next(calm, wide)


def _whole(entries: list[Entry], fonts: Fonts, room: Room, sizes: tuple[int, ...]) -> Iterator[Table]:
    """Every table that holds them all, the largest first."""
    for px in sizes:
        for columns in range(1, MOST_COLUMNS + 1):
            width = _column_width(room, columns)
            # The least that they can take: most sizes are ruled out without setting a word.
            if math.ceil(len(entries) / columns) * px * CAP > room.height:
                continue
            pairs = _all_tight(entries, fonts, width, px)
            table = _placed(pairs, columns, width, px) if pairs else None
            if table and table.height <= room.height:
                yield table


def _all_tight(entries: list[Entry], fonts: Fonts, width: float, px: int) -> list[Pair] | None:
    found: list[Pair] = []
    for entry in entries:
        pair = _tight(entry, fonts, width, px)
        if pair is None:
            return None
        found.append(pair)
    return found


def _tight(entry: Entry, fonts: Fonts, width: float, px: int) -> Pair | None:
    """The name at exactly ``px``, and the line below it; None when it does not fit in ``width``."""
    steps = [Step(face, lines, px, px) for lines in (1, 2) for face in ("name", "condensed")]
    fit = fit_steps(entry.name, fonts, Room(width), steps)
    return (replace(fit, part=entry.part), _line_below(entry, fonts, width, px)) if fit else None


def _line_below(entry: Entry, fonts: Fonts, width: float, px: int) -> Fit | None:
    if not entry.below:
        return None
    size = max(_LEAST_BELOW_PX, min(44, round(px * _BELOW)))
    steps = tuple(Step("text", lines, size, size if lines < 3 else 22) for lines in (1, 2, 3))
    return replace(fit_text(entry.below, fonts, Room(width), steps), part="below")


def _placed(pairs: list[Pair], columns: int, width: float, px: int) -> Table:
    # Names of two lines must stay apart from their neighbours.
    apart = any(below or len(name.lines) > 1 for name, below in pairs)
    gap = px * (0.76 if apart else 0.45)
    heights = [_height(pair, px) for pair in pairs]
    starts = _even_columns(heights, gap, columns)
    cells, tallest = [], 0.0
    for column, (first, last) in enumerate(pairwise((*starts, len(pairs)))):
        x, y = column * (width + _COLUMN_GAP), 0.0
        for rank in range(first, last):
            name, below = pairs[rank]
            cells.append(Cell(name, x, y + name.px * CAP, rank))
            if below:
                lowest = y + heights[rank] - below.pitch * (len(below.lines) - 1)
                cells.append(Cell(below, x, lowest, rank))
            tallest = max(tallest, y + heights[rank])
            y += heights[rank] + gap
    return Table(tuple(cells), tallest, px, sum(name.condensed for name, _ in pairs))


def _height(pair: Pair, px: int) -> float:
    """From the top of the capitals to the last baseline."""
    name, below = pair
    height = name.px * CAP + name.pitch * (len(name.lines) - 1)
    return height + below.px + px * 0.26 + below.pitch * (len(below.lines) - 1) if below else height


def _even_columns(heights: list[float], gap: float, columns: int) -> list[int]:
    """The rank at which each column begins, so that the tallest is as low as can be, in the order given."""
    low, high = max(heights, default=0.0), sum(heights) + gap * len(heights)
    while high - low > 0.5:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(heights, gap, middle)) <= columns else (middle, high)
    return _filled(heights, gap, high)


def _filled(heights: list[float], gap: float, tallest: float) -> list[int]:
    starts, y = [0], 0.0
    for rank, height in enumerate(heights):
        if y and y + height > tallest:
            starts.append(rank)
            y = 0.0
        y += height + gap
    return starts


def _forced(entries: list[Entry], fonts: Fonts, room: Room, px: int) -> Table:
    width = _column_width(room, MOST_COLUMNS)
    rows = math.ceil(len(entries) / MOST_COLUMNS)
    size = max(1, min(px, int(room.height / (rows * 1.1))))
    steps = (Step("name", 1, px, px), Step("condensed", 1, px, size))
    fits = [fit_name(one.name, one.short, fonts, Room(width, size * 1.0), steps) for one in entries]
    pairs: list[Pair] = [(replace(fit, part=one.part), None) for fit, one in zip(fits, entries, strict=True)]
    return _placed(pairs, MOST_COLUMNS, width, size)


def _column_width(room: Room, columns: int) -> float:
    return (room.width - _COLUMN_GAP * (columns - 1)) / columns
