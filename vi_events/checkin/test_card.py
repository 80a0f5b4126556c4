"""The card that shows what a printer really prints: how wide, how fine, how dark, and what a scanner reads of it."""

from PIL import Image, ImageDraw

from vi_events.checkin.qr import QUIET_MODULES, qr_square
from vi_events.checkin.typesetting import BLACK, WHITE, Block, Room, draw_block, fit, printable, squeeze

DOTS_PER_MM = 8
QR_TEXT = "VI-EVENTS-TEST"
"""What the codes of the card say."""
QR_MODULES_DOTS = (3, 5, 8)
_ACCENTS = ("ÀÉÈÊËÎÏÔÖÙÛÜŸÇŒÆ", "àéèêëîïôöùûüÿçœæ « Où ça\u202f? »")
_CHECK = "Vérifiez que les deux flèches ont leur pointe\u202f; sinon, la largeur réglée est trop grande."
_MARGIN, _GAP = 16, 14
_STRIPES_DOTS = (1, 2, 4)
_GREYS = 6
_LONGEST = 2400


def test_card(width_dots: int, profile_name: str = "") -> Image.Image:  # noqa: PT028 (it tests printers)
    """A card to print, mode "1", ``width_dots`` wide and as long as it needs; ``profile_name`` is written on it."""
    picture = Image.new("L", (width_dots, _LONGEST), WHITE)
    top = _draw_ruler(picture, 0) + _GAP
    top = _draw_arrows(picture, top) + _GAP
    top = _write(picture, _CHECK, ("Bold", 28), top) + _GAP
    size = f"{width_dots} points, {f'{width_dots / DOTS_PER_MM:.1f}'.replace('.', ',')} mm"
    top = _write(picture, f"{profile_name} · {size}" if profile_name else size, ("Regular", 24), top) + _GAP
    for line in _ACCENTS:
        top = _write(picture, line, ("Regular", 34), top)
    top = _draw_stripes(picture, top + _GAP) + _GAP
    top = _draw_greys(picture, top) + _GAP
    top = _draw_codes(picture, top)
    ImageDraw.Draw(picture).rectangle((_MARGIN, top, width_dots - _MARGIN - 1, top + 63), BLACK)
    top = _write(picture, "Le cutter coupe sous ce trait.", ("Regular", 24), top + 64 + _GAP) + _GAP
    ImageDraw.Draw(picture).rectangle((0, top, width_dots - 1, top + 1), BLACK)
    return picture.crop((0, 0, width_dots, top + 2)).convert("1", dither=Image.Dither.NONE)


def _draw_ruler(picture: Image.Image, top: int) -> int:
    """Millimetres above, hundreds of dots below, the first and the last dot marked."""
    draw = ImageDraw.Draw(picture)
    last = picture.width - 1
    axis = top + 52
    draw.line((0, axis, last, axis), BLACK)
    for mm in range(last // DOTS_PER_MM + 1):
        long = 22 if mm % 10 == 0 else 14 if mm % 5 == 0 else 7
        draw.line((mm * DOTS_PER_MM, axis - long, mm * DOTS_PER_MM, axis), BLACK)
        if mm % 10 == 0:
            _label(picture, f"{mm}", mm * DOTS_PER_MM, top)
    for dot in range(0, picture.width, 50):
        draw.line((dot, axis, dot, axis + (14 if dot % 100 == 0 else 7)), BLACK)
        if dot % 100 == 0 and dot + 60 < last:
            _label(picture, f"{dot}", dot, axis + 16)
    draw.line((last, axis - 22, last, axis + 14), BLACK)
    _label(picture, f"{picture.width}", last, axis + 16)
    return axis + 44


def _label(picture: Image.Image, text: str, centre: int, top: int) -> None:
    block = Block("Regular", 20, (text,))
    left = min(max(centre - block.width // 2, 0), picture.width - block.width)
    draw_block(picture, block, (left, top))


def _draw_arrows(picture: Image.Image, top: int) -> int:
    """Their points touch the first and the last dot of the line."""
    draw = ImageDraw.Draw(picture)
    last, middle = picture.width - 1, top + 20
    draw.polygon([(0, middle), (40, top), (40, top + 40)], BLACK)
    draw.polygon([(last, middle), (last - 40, top), (last - 40, top + 40)], BLACK)
    draw.rectangle((40, middle - 4, last - 40, middle + 4), BLACK)
    return top + 41


def _write(picture: Image.Image, text: str, style: tuple[str, int], top: int) -> int:
    weight, size = style
    room = Room(picture.width - 2 * _MARGIN, 8 * size)
    text = printable(text)
    sizes = range(size, 9, -1)
    block = fit(text, weight, room, ((step, 99) for step in sizes)) or squeeze(text, weight, room, sizes)
    draw_block(picture, block, (_MARGIN, top))
    return top + block.height


def _draw_stripes(picture: Image.Image, top: int) -> int:
    """Upright then flat lines of 1, 2 and 4 dots, as far apart as they are wide."""
    draw = ImageDraw.Draw(picture)
    column = (picture.width - 2 * _MARGIN) // (2 * len(_STRIPES_DOTS))
    for number, dots in enumerate(_STRIPES_DOTS):
        left = _MARGIN + 2 * number * column
        for step in range(0, column - _GAP, 2 * dots):
            draw.rectangle((left + step, top, left + step + dots - 1, top + 47), BLACK)
        for step in range(0, 48, 2 * dots):
            draw.rectangle((left + column, top + step, left + 2 * column - _GAP, top + step + dots - 1), BLACK)
        _label(picture, f"{dots}", left + column - _GAP // 2, top + 50)
    return top + 74


def _draw_greys(picture: Image.Image, top: int) -> int:
    """From light to black, by dots more or less close."""
    column = (picture.width - 2 * _MARGIN) // _GREYS
    for number in range(_GREYS):
        grey = 255 - 255 * (number + 1) // _GREYS
        picture.paste(Image.new("L", (column, 48), grey).convert("1"), (_MARGIN + number * column, top))
    return top + 48


def _draw_codes(picture: Image.Image, top: int) -> int:
    """A code for each size of module, each with its quiet zone."""
    left, lowest = 0, top
    for module in QR_MODULES_DOTS:
        square = qr_square(QR_TEXT, module)
        quiet = QUIET_MODULES * module
        if left + square.width + 2 * quiet > picture.width:
            left, top = 0, lowest
        picture.paste(square, (left + quiet, top + quiet))
        left += square.width + 2 * quiet
        lowest = max(lowest, top + square.height + 2 * quiet)
    return lowest
