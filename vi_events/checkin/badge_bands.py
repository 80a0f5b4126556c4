"""The strip at the head of a badge: one look for each category, told apart at three metres. Pure."""

from functools import lru_cache

from PIL import Image, ImageDraw

from vi_events.checkin.badge_elements import Band
from vi_events.checkin.typesetting import BLACK, WHITE, font

_PATTERNS = ("striped", "checked", "barred")


@lru_cache(maxsize=64)
def draw_band(band: Band, label: str, width: int, margin: int) -> Image.Image:
    """The band, mode "L", ``width`` by ``band.height`` dots, with ``label`` in capitals in its middle."""
    picture = _ground(band, width)
    draw = ImageDraw.Draw(picture)
    label = label.upper()
    teeth = band.height // 4 if band.edge == "teeth" else 0
    inside = band.height - teeth
    mark = inside * 45 // 100 if band.marks != "none" else 0
    room = width - 2 * margin - (2 * mark + margin if mark else 0) - (margin if band.style in _PATTERNS else 0)
    size = band.size
    while size > 8 and _spaced_width(label, size) > room:
        size -= 1
    text_width = _spaced_width(label, size)
    ink = WHITE if band.style == "black" else BLACK
    if band.style in _PATTERNS:
        _draw_plate(draw, band, text_width, width)
    _draw_label(draw, label, size, ((width - text_width) / 2, (inside + 0.67 * size) / 2 + 0.06 * size), ink)
    if mark:
        for x in (margin + mark // 2, width - margin - mark // 2):
            _draw_mark(draw, band.marks, (x, inside // 2), mark / 2, ink)
    if teeth:
        _draw_teeth(draw, width, inside, teeth)
    return picture


def _draw_label(draw: ImageDraw.ImageDraw, label: str, size: int, pen: tuple[float, float], ink: int) -> None:
    left = pen[0]
    for char in label:
        draw.text((round(left), round(pen[1])), char, ink, font("Bold", size), anchor="ls")
        left += font("Bold", size).getlength(char) + _tracking(size)


def _ground(band: Band, width: int) -> Image.Image:
    height = band.height
    picture = Image.new("L", (width, height), BLACK if band.style == "black" else WHITE)
    draw = ImageDraw.Draw(picture)
    step = max(height // 4, 6)
    if band.style == "white":
        line = max(height // 9, 3)
        draw.rectangle((0, 0, width - 1, height - 1), outline=BLACK, width=line)
    elif band.style == "striped":
        for left in range(-2 * height, width + height, 2 * step):
            draw.polygon([(left, height), (left + step, height), (left + step + height, 0), (left + height, 0)], BLACK)
    elif band.style == "checked":
        for row in range(4):
            for left in range((row % 2) * step, width, 2 * step):
                draw.rectangle((left, row * step, left + step - 1, (row + 1) * step - 1), BLACK)
    elif band.style == "barred":
        bar = step * 3 // 4
        for left in range(0, width // 2, 2 * bar):
            draw.rectangle((left, 0, left + bar - 1, height - 1), BLACK)
            draw.rectangle((width - left - bar, 0, width - left - 1, height - 1), BLACK)
    return picture


def _draw_plate(draw: ImageDraw.ImageDraw, band: Band, text_width: float, width: int) -> None:
    """Clears the pattern behind the word, so that it reads, and closes the band with a line on both edges."""
    beside, line = band.height // 5, max(band.height // 16, 3)
    left, last = (width - text_width) / 2 - beside, band.height - 1
    draw.rectangle((round(left), 0, round(width - left), last), WHITE)
    draw.rectangle((0, 0, width - 1, line - 1), BLACK)
    draw.rectangle((0, last - line + 1, width - 1, last), BLACK)


def _draw_mark(draw: ImageDraw.ImageDraw, mark: str, centre: tuple[int, int], radius: float, ink: int) -> None:
    x, y = centre
    if mark == "disc":
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), ink)
    elif mark == "lozenge":
        draw.polygon([(x - radius, y), (x, y - radius), (x + radius, y), (x, y + radius)], ink)
    else:
        draw.rectangle((x - radius * 0.9, y - radius * 0.9, x + radius * 0.9, y + radius * 0.9), ink)


def _draw_teeth(draw: ImageDraw.ImageDraw, width: int, top: int, depth: int) -> None:
    count = max(width // (2 * depth), 1)
    draw.rectangle((0, top, width, top + depth), WHITE)
    for number in range(count):
        left, right = number * width / count, (number + 1) * width / count
        draw.polygon([(left, top - 1), (right, top - 1), ((left + right) / 2, top + depth - 1)], BLACK)


def _tracking(size: int) -> float:
    return 0.08 * size


def _spaced_width(label: str, size: int) -> float:
    return sum(font("Bold", size).getlength(char) for char in label) + _tracking(size) * (len(label) - 1)
