"""Where everything stands on the picture of what is on air, and in which size. Pure: no letter is drawn here.

The same places, sizes and rules as the pages in assets/overlays, for an OBS that cannot show pages. Lengths are in
reference pixels, those of a picture of 1920 x 1080. Text stands on opaque plates, whatever is behind. Nothing is cut:
a text shrinks, is condensed, takes more lines or its short form; and a crowded picture shrinks as a whole.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from vi_events.clock import hour
from vi_events.edition.text import clean
from vi_events.typesetting.columns import Entry, set_columns
from vi_events.typesetting.fitting import CAP, Fit, Room, Step, face, fit_name, fit_text
from vi_events.typesetting.metrics import Fonts, width
from vi_events.webtv.overlays import STAGE_KINDS, OnAir

SAFE = 0.05
"""Share of each side where nothing may be read: some screens hide it (EBU R 95)."""
_MARGIN, _TOP = 110, 80
_GAP = 24
_STAGE_HEIGHT, _TICKER_WIDTH, _CORNER_WIDTH = 700, 1240, 400
_EDGE = 14
_MOST_LEVEL = 5
_PAGE = 36
"""Names of a roll call on one picture, like on a page: the last ones called."""
_PLACES = 8
"""Up to so many names of a roll call, each has its place below."""
_CALLED = (46, 42, 38, 34, 31, 28, 26, 24, 22, 20)
_SQUEEZES = tuple(part / 20 for part in range(20, 1, -1))


@dataclass(frozen=True, slots=True, repr=False)
class Box:
    """A filled rectangle; ``color`` is a key of the theme."""

    left: float
    top: float
    right: float
    bottom: float
    color: str
    radius: float = 0.0


@dataclass(frozen=True, slots=True, repr=False)
class Words:
    """A fitted text: its left edge and the baseline of its first line."""

    fit: Fit
    x: float
    baseline: float
    color: str


@dataclass(frozen=True, slots=True, repr=False)
class Logo:
    """The edition's logo, as large as this room allows, against its upper right corner."""

    left: float
    top: float
    right: float
    bottom: float


Shape = Box | Words | Logo
Forms = tuple[tuple[int, float, float], ...]
"""Lines, and the largest and smallest size in them, in parts of the size wanted."""
_NAME: Forms = ((1, 1.0, 0.8), (2, 0.8, 0.6))
_LINE: Forms = ((1, 1.0, 0.7),)
_TEXT: Forms = ((1, 1.0, 0.9), (2, 1.0, 0.8), (3, 0.9, 0.6))


@dataclass(frozen=True, slots=True, repr=False)
class Plate:
    """Shapes from their own upper left corner, and the room that they take."""

    width: float
    height: float
    shapes: tuple[Shape, ...]

    def moved(self, x: float, y: float) -> tuple[Shape, ...]:
        return tuple(_moved(shape, x, y) for shape in self.shapes)


@dataclass(frozen=True, slots=True)
class Style:
    """What plates are set with. ``squeeze``, 1 at most, makes everything smaller by that much."""

    fonts: Fonts
    header: str = ""
    logo: bool = False
    squeeze: float = 1.0

    def px(self, length: float) -> float:
        return length * self.squeeze

    def steps(self, faces: tuple[str, ...], px: float, forms: Forms) -> tuple[Step, ...]:
        """The steps for a text of ``px`` at most; on as many lines the first of ``faces`` is tried first."""
        return tuple(
            Step(name, lines, max(round(self.px(px) * most), 1), max(round(self.px(px) * least), 1))
            for lines, most, least in forms
            for name in faces
        )


def place(on_air: OnAir, style: Style, size: tuple[float, float]) -> tuple[Shape, ...]:
    """Everything on air on a picture of ``size``, in reference pixels (1920 x 1080 at least), in the order to draw."""
    known = {overlay.kind: overlay.data for overlay in on_air.overlays}
    if "slate" in known:
        # It covers everything.
        return _slate(known["slate"], style, size).shapes
    margin, top = max(_MARGIN, size[0] * SAFE), max(_TOP, size[1] * SAFE)
    shapes: list[Shape] = []
    lowest = top
    for kind in ("ticker", "logo"):
        plate = _PLATES[kind](known[kind], style, size[0] - 2 * margin) if kind in known else None
        if plate is not None:
            shapes += plate.moved(margin if kind == "ticker" else size[0] - margin - plate.width, top)
            lowest = max(lowest, top + plate.height + _GAP)
    bottom = size[1] - max(_MARGIN, size[1] * SAFE)
    y = bottom
    for plate in reversed(_stack(known, style, Room(size[0] - 2 * margin, bottom - lowest))):
        shapes += plate.moved(margin, y - plate.height)
        y -= plate.height + _GAP
    return tuple(shapes)


def _stack(known: Mapping[str, Mapping[str, Any]], style: Style, room: Room) -> list[Plate]:
    """The plates at the bottom, from top to bottom, squeezed until they are low enough."""
    plates: list[Plate] = []
    for squeeze in _SQUEEZES:
        squeezed = replace(style, squeeze=squeeze)
        kinds = [kind for kind in ("two_voices", "lower_third", *STAGE_KINDS) if kind in known]
        made = {kind: _PLATES[kind](known[kind], squeezed, room.width) for kind in kinds}
        plates = [plate for plate in made.values() if plate is not None]
        low = all((plate := made.get(kind)) is None or plate.height <= _STAGE_HEIGHT for kind in STAGE_KINDS)
        if low and sum(plate.height for plate in plates) + _GAP * (len(plates) - 1) <= room.height:
            break
    return plates


class _Column:
    """Texts one below the other, from the upper left corner of where text stands in a plate."""

    def __init__(self, style: Style, room: float) -> None:
        self.style = style
        self.room = room
        self.shapes: list[Shape] = []
        self.wide = self.low = 0.0

    def text(self, text: str, look: tuple[str, str, float], above: float = 0, forms: Forms = _TEXT) -> None:
        """Adds ``text``, unless there is none. ``look``: face, colour, size in pixels."""
        name, color, px = look
        if text:
            steps = self.style.steps((name,), px, forms)
            self.add(fit_text(text, self.style.fonts, Room(self.room), steps), color, above)

    def name(self, name: str, short: str, px: float, above: float = 0) -> None:
        """Adds a name, unless there is none: condensed before smaller, then its short form."""
        if name:
            steps = self.style.steps(("name", "condensed"), px, _NAME)
            self.add(fit_name(name, short, self.style.fonts, Room(self.room), steps), "ink", above)

    def add(self, fit: Fit, color: str, above: float) -> None:
        top = self.below(above)
        self.shapes.append(Words(fit, 0, top + fit.px * CAP, color))
        self.took(fit.width, top + fit.px * CAP + fit.pitch * (len(fit.lines) - 1))

    def below(self, above: float) -> float:
        """Where the next thing begins, ``above`` pixels under the last one."""
        return self.low + self.style.px(above) if self.shapes else 0.0

    def took(self, right: float, low: float) -> None:
        self.wide, self.low = max(self.wide, right), max(self.low, low)

    def plate(self, pads: tuple[float, float, float, float] = (32, 44, 36, 34), edge: float = _EDGE) -> Plate:
        """On its ground, with its gold edge. ``pads``: above, right, below, left, in pixels."""
        above, right, below, left = (self.style.px(pad) for pad in pads)
        edge = self.style.px(edge)
        wide, high = edge + left + self.wide + right, above + self.low + below
        ground = (Box(0, 0, wide, high, "background"), Box(0, 0, edge, high, "arobase"))
        return Plate(wide, high, (*ground, *(_moved(shape, edge + left, above) for shape in self.shapes)))


def _award(data: Mapping[str, Any], style: Style, room: float) -> Plate | None:
    card = _card(data)
    laureates = _laureates(card)
    one = laureates[0] if len(laureates) == 1 else {}
    column = _Column(style, room - style.px(108))
    _heading(column, data, card)
    _arobases(column, one.get("level"))
    title = _words(card.get("title"))
    name = ", ".join(_words(each.get("name")) for each in laureates)
    column.name(name or title, _words(one.get("short_name")), 108, above=46)
    column.text(_words(one.get("place")), ("text", "soft", 40), above=36)
    # A mention's own card carries its name as the title.
    mentions = [*_list(one.get("mentions")), *([title] if name and card.get("kind") == "mention" else [])]
    _details(column, [_words(each) for each in mentions], ("strong", "background"))
    _details(column, [_words(each) for each in _list(one.get("distinctions"))], ("strong", "arobase"))
    _details(column, [_words(one.get("progress"))], ("text", "note"))
    return column.plate((36, 60, 40, 34)) if column.shapes else None


def _heading(column: _Column, data: Mapping[str, Any], card: Mapping[str, Any]) -> None:
    if data.get("rehearsal"):
        column.text("RÉPÉTITION", ("strong", "rehearsal", 28))
    column.text(_words(card.get("header")), ("text", "note", 28), above=20)


def _arobases(column: _Column, level: object) -> None:
    count = min(max(level, 0), _MOST_LEVEL) if isinstance(level, int) else 0
    px = round(column.style.px(128))
    if not count or not px:
        return
    one = width(face(column.style.fonts, "name"), "@") * px
    step = one + column.style.px(14)
    top = column.below(34)
    # The glyph's own rise and height, in type sizes.
    baseline = top + px * 0.667
    fit = Fit("@", "name", px, ("@",), one)
    column.shapes += [Words(fit, number * step - column.style.px(5), baseline, "arobase") for number in range(count)]
    column.took((count - 1) * step + one, baseline + px * 0.12)


def _details(column: _Column, texts: list[str], look: tuple[str, str]) -> None:
    """A row of short texts, on more rows when they are many; those in the colour of the ground are in gold boxes."""
    style, (name, color) = column.style, look
    pad, high = style.px(18 if color == "background" else 0), style.px(54)
    # Text without a box has air of its own in the row.
    x, top = 0.0, column.below(28 if pad else 8)
    for text in filter(None, texts):
        fit = fit_text(text, style.fonts, Room(column.room - 2 * pad), style.steps((name,), 32, _LINE))
        # Longer than any mention: it stands on more lines.
        tall, long = high + fit.pitch * (len(fit.lines) - 1), fit.width + 2 * pad
        if x and x + long > column.room:
            x, top = 0.0, column.below(14 if pad else 0)
        if pad:
            column.shapes.append(Box(x, top, x + long, top + tall, "arobase", style.px(8)))
        column.shapes.append(Words(fit, x + pad, top + high / 2 + fit.px * CAP / 2, color))
        column.took(x + long, top + tall)
        x += long + style.px(20)


def _roll_call(data: Mapping[str, Any], style: Style, room: float) -> Plate | None:
    card = _card(data)
    laureates = _laureates(card)
    first = (len(laureates) - 1) // _PAGE * _PAGE
    column = _Column(style, room - style.px(108))
    _heading(column, data, card)
    column.name(_words(card.get("title")), "", 60, above=24)
    if first > 0:
        column.text(f"{first + 1} à {len(laureates)}", ("text", "note", 28), above=24)
    _names(column, laureates[max(first, 0) :])
    return column.plate((36, 60, 40, 34)) if column.shapes else None


def _names(column: _Column, laureates: list[Mapping[str, Any]]) -> None:
    if not laureates:
        return
    style, top = column.style, column.below(44)
    with_place = len(laureates) <= _PLACES
    entries = [
        Entry(_words(each.get("name")), _words(each.get("place")) if with_place else "", _words(each.get("short_name")))
        for each in laureates
    ]
    sizes = tuple(round(style.px(px)) for px in _CALLED)
    # What the title and the edges of the plate leave.
    room = Room(column.room, max(_STAGE_HEIGHT - style.px(76) - top, style.px(100)))
    table = set_columns(entries, style.fonts, room, sizes)
    for cell in table.cells:
        color = "note" if cell.fit.part == "below" else "ink"
        column.shapes.append(Words(cell.fit, cell.x, top + cell.baseline, color))
        column.took(cell.x + cell.fit.width, top + table.height)


def _lower_third(data: Mapping[str, Any], style: Style, room: float) -> Plate | None:
    column = _Column(style, room - style.px(92))
    _person(column, data)
    column.text(_words(data.get("text")), ("text", "ink", 40), above=28)
    return column.plate() if column.shapes else None


def _two_voices(data: Mapping[str, Any], style: Style, room: float) -> Plate | None:
    plates = []
    for one in [each for each in _list(data.get("people")) if isinstance(each, Mapping)][:2]:
        column = _Column(style, room / 2 - style.px(20 + 92))
        _person(column, one)
        if column.shapes:
            plates.append(column.plate())
    if not plates:
        return None
    high = max(plate.height for plate in plates)
    # The first at the left, the second at the right, as they sit; on the same ground line.
    lefts = (0.0, room - plates[-1].width)
    shapes = [
        each for plate, left in zip(plates, lefts, strict=False) for each in plate.moved(left, high - plate.height)
    ]
    return Plate(room if len(plates) > 1 else plates[0].width, high, tuple(shapes))


def _person(column: _Column, one: Mapping[str, Any]) -> None:
    column.name(_words(one.get("name")), "", 60)
    column.text(_words(one.get("function")), ("text", "soft", 34), above=26)


def _slate(data: Mapping[str, Any], style: Style, size: tuple[float, float]) -> Plate:
    """The whole picture. It does not move, so it says when it ends instead of counting down."""
    left, right = 140.0, max(140.0, size[0] * SAFE)
    header = _Column(style, min(1300.0, size[0] - left - right))
    header.text(style.header, ("text", "note", 32))
    top, bottom = max(112.0, size[1] * SAFE), size[1] - max(100.0, size[1] * SAFE)
    room = Room(size[0] - left - right, bottom - top - header.low - 60)
    column = header
    for squeeze in _SQUEEZES:
        column = _announcement(data, _Column(replace(style, squeeze=squeeze), room.width))
        if column.low <= room.height:
            break
    middle = max((size[1] - column.low) / 2, top + header.low + 60)
    middle = min(middle, bottom - column.low)
    ground = (Box(0, 0, *size, "background"), Box(0, 0, _EDGE, size[1], "arobase"))
    texts = [_moved(shape, left, top) for shape in header.shapes] + [
        _moved(shape, left, middle) for shape in column.shapes
    ]
    return Plate(*size, (*ground, *texts))


def _announcement(data: Mapping[str, Any], column: _Column) -> _Column:
    text, ends_ms = _words(data.get("text")), data.get("ends_ms")
    column.name(_words(data.get("title")), "", 150)
    column.text(text, ("text", "soft", 54), above=56)
    if isinstance(ends_ms, int):
        at = hour(ends_ms)
        if "".join(at.split()) not in "".join(text.split()):
            column.text(f"Reprise vers {at}", ("strong", "arobase", 76), above=72)
    return column


def _ticker(data: Mapping[str, Any], style: Style, room: float) -> Plate | None:
    column = _Column(style, min(_TICKER_WIDTH, room - _CORNER_WIDTH - _GAP) - 56)
    column.text(_words(data.get("text")), ("text", "ink", 30))
    return column.plate((19, 26, 20, 22), edge=8) if column.shapes else None


def _corner(data: Mapping[str, Any], style: Style, _room: float) -> Plate | None:
    """The logo, and « En direct » below it, against the right margin."""
    column = _Column(style, _CORNER_WIDTH - 56)
    if data.get("live"):
        column.text("En direct", ("strong", "ink", 28))
    live = column.plate((19, 22, 19, 22), edge=8) if column.shapes else None
    if not style.logo:
        return live
    shapes: tuple[Shape, ...] = (Logo(0, 0, 320, 110),)
    if live is None:
        return Plate(320, 110, shapes)
    return Plate(320, 110 + 16 + live.height, (*shapes, *live.moved(320 - live.width, 126)))


_PLATES: dict[str, Callable[[Mapping[str, Any], Style, float], Plate | None]] = {
    "award": _award,
    "roll_call": _roll_call,
    "lower_third": _lower_third,
    "two_voices": _two_voices,
    "ticker": _ticker,
    "logo": _corner,
}


def _card(data: Mapping[str, Any]) -> Mapping[str, Any]:
    card = data.get("card")
    return card if isinstance(card, Mapping) else {}


def _laureates(card: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    found = [each for each in _list(card.get("laureates")) if isinstance(each, Mapping)]
    return [each for each in found if _words(each.get("name"))]


def _list(value: object) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []


def _words(value: object) -> str:
    """What comes from elsewhere, as one printable line of text."""
    return clean(value) if isinstance(value, str) else ""


def _moved(shape: Shape, x: float, y: float) -> Shape:
    if isinstance(shape, Words):
        return replace(shape, x=shape.x + x, baseline=shape.baseline + y)
    return replace(shape, left=shape.left + x, top=shape.top + y, right=shape.right + x, bottom=shape.bottom + y)
