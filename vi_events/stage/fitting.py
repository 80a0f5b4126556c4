"""Where everything stands on a card of the public screen, and in which size. Pure.

Positions are in reference pixels, on a picture of 1920 x 1080; surfaces scale them. Everything is placed from the
first moment, shown or not: nothing moves aside when the next thing appears.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from vi_events.stage.screen_text import mention_words
from vi_events.stage.stops import Card, Laureate
from vi_events.stage.theme import default_theme
from vi_events.typesetting.columns import Entry, Table, set_columns
from vi_events.typesetting.fitting import CAP, Fit, Room, Step, fit_name, fit_text
from vi_events.typesetting.metrics import Fonts

WIDTH, HEIGHT = 1920, 1080
LEFT, RIGHT = 140, 1780
HEADER_BASELINE = 128
TOP, BOTTOM, CENTRE = 196, 1010, 612
ROOM = RIGHT - LEFT
AROBASE_HEIGHT, AROBASE_RISE = 0.787, 0.667
"""Of the glyph, and of its part above the baseline, in type sizes."""
_LARGE_ROW, _USUAL_ROW, _SMALL_ROW = 226, 206, 100
CHIP_HEIGHT, CHIP_PADDING = 70, 24
_CHIP_GAP = 20

_RESUMING = "Nous reprenons dans un instant"
"""In the place of a countdown that has ended."""

_NAME = (
    Step("name", 1, 200, 140),
    Step("name", 2, 140, 106),
    Step("name", 3, 106, 106),
    Step("condensed", 1, 140, 120),
    Step("condensed", 2, 132, 106),
    Step("condensed", 3, 106, 72),
)
"""The name of an award, whole or in its short form."""
_TITLE = (
    Step("name", 1, 170, 110),
    Step("name", 2, 130, 90),
    Step("name", 3, 110, 80),
    Step("name", 4, 90, 60),
    Step("condensed", 4, 84, 48),
)
_HEADER = (Step("text", 1, 32, 24),)
_PLACE = (Step("text", 1, 44, 32), Step("text", 2, 40, 28))
_PROGRESS = (Step("text", 1, 40, 28),)
_DISTINCTION = (Step("strong", 1, 40, 28),)
_CHIP = (Step("strong", 1, 40, 28),)
_CALL_TITLE = (Step("name", 1, 84, 52), Step("condensed", 1, 72, 48), Step("name", 2, 60, 40))
_SUBTITLE = (Step("text", 1, 48, 36), Step("text", 2, 44, 32), Step("text", 3, 36, 28))
_VIDEO = (Step("text", 1, 40, 28), Step("text", 2, 32, 24))


@dataclass(frozen=True, slots=True, repr=False)
class Placed:
    """A text at its place: its left edge and the baseline of its first line. ``rank``: of whom it speaks, from 0."""

    fit: Fit
    x: float
    baseline: float
    rank: int = 0


@dataclass(frozen=True, slots=True, repr=False)
class Row:
    """A row of arobases: their left edge, the baseline and the type size of the glyph, and how many."""

    x: float
    baseline: float
    px: int
    count: int


@dataclass(frozen=True, slots=True)
class Countdown:
    """Where « 12:30 » stands: its left edge, its baseline, its type size."""

    x: float
    baseline: float
    px: int


@dataclass(frozen=True, slots=True, repr=False)
class FittedCard:
    """A card ready to be drawn."""

    texts: tuple[Placed, ...]
    row: Row | None = None
    countdown: Countdown | None = None


@lru_cache(maxsize=512)
def fit_card(card: Card, fonts: Fonts | None = None) -> FittedCard:
    """``card`` laid out with ``fonts``, those of the bundled theme when not given."""
    known = fonts or default_theme().fonts
    fitted = _LAYOUTS.get(card.kind, _headline)(card, known)
    if not card.header:
        return fitted
    header = Placed(_said(fit_text(card.header, known, Room(ROOM - 320), _HEADER), "header"), LEFT, HEADER_BASELINE)
    return replace(fitted, texts=(header, *fitted.texts))


def fit_report(card: Card, fonts: Fonts | None = None) -> list[Fit]:
    """How each text of ``card`` is set, for whoever checks the show before it begins."""
    return [placed.fit for placed in fit_card(card, fonts).texts]


def _award(card: Card, fonts: Fonts) -> FittedCard:
    who = card.laureates[0]
    name = _said(fit_name(who.name, who.short_name, fonts, Room(ROOM), _NAME), "name")
    one_line = len(name.lines) == 1
    row_px = _LARGE_ROW if one_line else _USUAL_ROW
    row_height = row_px * AROBASE_HEIGHT
    first = row_height + (96 if one_line else 66) + name.px * CAP
    last = first + name.pitch * (len(name.lines) - 1)
    texts = [Placed(name, 0, first)]
    bottom = last
    if who.place:
        place = _said(fit_text(who.place, fonts, Room(ROOM), _PLACE), "place")
        texts.append(Placed(place, 0, last + (122 if one_line else 104)))
        bottom = texts[-1].baseline + place.pitch * (len(place.lines) - 1)
    below, bottom = _below(who, fonts, bottom)
    return _centred((*texts, *below), Row(LEFT, row_px * AROBASE_RISE, row_px, who.level), bottom)


def _below(who: Laureate, fonts: Fonts, above: float) -> tuple[list[Placed], float]:
    """The mentions in chips, then distinctions and progress on their row where there is room; and where that ends."""
    parts = [(mention_words(name), "chip", _CHIP) for name in who.mentions]
    parts += [(text, "distinction", _DISTINCTION) for text in who.distinctions]
    if who.progress:
        parts.append((who.progress, "progress", _PROGRESS))
    placed: list[Placed] = []
    x, baseline, before = 0.0, above + 92, ""
    for text, part, steps in parts:
        fit = _said(fit_text(text, fonts, Room(ROOM - 2 * CHIP_PADDING), steps), part)
        long = fit.width + (2 * CHIP_PADDING if part == "chip" else 0)
        if x and x + long > ROOM:
            x, baseline = 0.0, baseline + CHIP_HEIGHT + (18 if before == part else 14)
        placed.append(Placed(fit, x, baseline))
        # Words without a box need more room between them.
        x, before = x + long + (_CHIP_GAP if part == "chip" else 2 * _CHIP_GAP), part
    return placed, baseline + (20 if placed else -92)


def _centred(texts: tuple[Placed, ...], row: Row, bottom: float) -> FittedCard:
    """Moves what was stacked from 0 to the middle of the picture."""
    top = max(TOP, min(CENTRE - bottom / 2, BOTTOM - bottom))
    moved = tuple(replace(one, x=one.x + LEFT, baseline=one.baseline + top) for one in texts)
    return FittedCard(moved, replace(row, baseline=row.baseline + top))


def _headline(card: Card, fonts: Fonts) -> FittedCard:
    """A title, a subtitle, and people below: openings, sections, speeches. An arobase heads the opening."""
    people = card.people
    above = _USUAL_ROW * AROBASE_HEIGHT + 66 if card.kind == "title" else 0.0
    title = _said(fit_text(card.title, fonts, Room(ROOM, 420 if people else 560 - above), _TITLE), "title")
    height = above + title.px * CAP + title.pitch * (len(title.lines) - 1)
    subtitle = _said(fit_text(card.subtitle, fonts, Room(ROOM), _SUBTITLE), "subtitle") if card.subtitle else None
    if subtitle:
        height += 100 + subtitle.pitch * (len(subtitle.lines) - 1)
    table = None
    if people:
        room = Room(ROOM, BOTTOM - TOP - height - 110)
        table = set_columns([Entry(*_person(one), part="person") for one in people], fonts, room, _PEOPLE)
        height += 110 + table.height
    top = max(TOP + 20, min(CENTRE - height / 2, BOTTOM - height))
    row = Row(LEFT, top + _USUAL_ROW * AROBASE_RISE, _USUAL_ROW, 1) if above else None
    baseline = top + above + title.px * CAP
    texts = [Placed(title, LEFT, baseline)]
    baseline += title.pitch * (len(title.lines) - 1)
    if subtitle:
        texts.append(Placed(subtitle, LEFT, baseline + 100))
        baseline += 100 + subtitle.pitch * (len(subtitle.lines) - 1)
    if table:
        texts += _tabled(table, baseline + 110)
    return FittedCard(tuple(texts), row)


def _roll_call(card: Card, fonts: Fonts) -> FittedCard:
    levels = {who.level for who in card.laureates}
    row = Row(LEFT, TOP + 60, _SMALL_ROW, levels.pop()) if len(levels) == 1 else None
    photo = _said(fit_text("Photo", fonts, Room(ROOM), _CHIP), "photo")
    photo_left = RIGHT - photo.width - 2 * CHIP_PADDING
    beside = LEFT + (row.count * _SMALL_ROW + 24 if row else 0)
    title = _said(fit_text(card.title, fonts, Room(photo_left - beside - 40, 130), _CALL_TITLE), "title")
    texts = [Placed(photo, photo_left, TOP + 46), Placed(title, beside, TOP + 54)]
    baseline = TOP + 60 + title.pitch * (len(title.lines) - 1)
    entries = [Entry(who.name, "" if row else _arobases(who.level), who.short_name, "call") for who in card.laureates]
    table = set_columns(entries, fonts, Room(ROOM, BOTTOM + 20 - baseline - 70), _CALLS)
    return FittedCard((*texts, *_tabled(table, baseline + 70)), row)


def _mention(card: Card, fonts: Fonts) -> FittedCard:
    label = _said(fit_text("Mention", fonts, Room(ROOM), _CHIP), "chip")
    steps = (Step("name", 1, 130, 90), Step("name", 2, 110, 76), Step("name", 3, 84, 56), Step("condensed", 3, 80, 44))
    title = _said(fit_text(card.title, fonts, Room(ROOM, 260), steps), "title")
    height = CHIP_HEIGHT + 50 + title.px * CAP + title.pitch * (len(title.lines) - 1)
    places = len(card.laureates) <= 6
    entries = [Entry(who.name, who.place if places else "", who.short_name, "name") for who in card.laureates]
    table = set_columns(entries, fonts, Room(ROOM, BOTTOM - TOP - height - 100), _WINNERS)
    top = max(TOP, CENTRE - (height + 100 + table.height) / 2)
    below = top + CHIP_HEIGHT + 50 + title.px * CAP
    texts = [Placed(label, LEFT, top + 49), Placed(title, LEFT, below)]
    return FittedCard((*texts, *_tabled(table, top + height + 100)))


def _pause(card: Card, fonts: Fonts) -> FittedCard:
    title = _said(fit_text(card.title, fonts, Room(ROOM, 300), _TITLE), "title")
    lower = title.pitch * (len(title.lines) - 1)
    baseline = (410 if card.ends_s else 560) - lower / 2
    texts = [Placed(title, LEFT, baseline)]
    baseline += lower
    if card.subtitle:
        subtitle = _said(fit_text(card.subtitle, fonts, Room(ROOM), _SUBTITLE), "subtitle")
        texts.append(Placed(subtitle, LEFT, baseline + 96))
        baseline += 96 + subtitle.pitch * (len(subtitle.lines) - 1)
    if not card.ends_s:
        return FittedCard(tuple(texts))
    over = _said(fit_text(_RESUMING, fonts, Room(ROOM), _SUBTITLE), "resuming")
    texts.append(Placed(over, LEFT, baseline + 130))
    return FittedCard(tuple(texts), countdown=Countdown(LEFT - 12, baseline + 310, 300))


def _video(card: Card, fonts: Fonts) -> FittedCard:
    title = _said(fit_text(card.title, fonts, Room(ROOM), _VIDEO), "video")
    return FittedCard((Placed(title, LEFT, 972 - title.pitch * (len(title.lines) - 1)),))


def _tabled(table: Table, top: float) -> list[Placed]:
    return [Placed(cell.fit, LEFT + cell.x, top + cell.baseline, cell.rank) for cell in table.cells]


def _person(said: str) -> tuple[str, str]:
    """« Jeanne Martin, maire de Reims » is a name and a function."""
    name, _, function = said.partition(", ")
    return name, function


def _arobases(level: int) -> str:
    return f"{level} arobase{'s' if level > 1 else ''}" if level else ""


def _said(fit: Fit, part: str) -> Fit:
    return replace(fit, part=part)


_PEOPLE = (84, 72, 64, 56, 48, 42, 36, 32)
_WINNERS = (110, 100, 90, 80, 72, 64, 56, 48, 42, 38, 34, 30)
_CALLS = (72, 66, 60, 56, 52, 48, 45, 42, 40, 38, 36, 34, 32, 30, 28)
_LAYOUTS: dict[str, Callable[[Card, Fonts], FittedCard]] = {
    "award": _award,
    "roll_call": _roll_call,
    "mention": _mention,
    "pause": _pause,
    "video": _video,
}
