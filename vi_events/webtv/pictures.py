"""Draws what is on air as one picture with transparency, for an OBS that has no browser source. No file is written."""

import math
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

from vi_events.typesetting.fitting import face
from vi_events.typesetting.metrics import Face, Fonts, pens
from vi_events.webtv.overlays import OnAir
from vi_events.webtv.pages import OverlayTheme
from vi_events.webtv.plates import Box, Logo, Shape, Style, Words, place

SIZE = (1920, 1080)
_PHASES = 4
"""Letters are kept at so many places within a pixel: finer is not seen."""
_SMOOTH = 4
_LOGO_PAD = 12


def render(on_air: OnAir, theme: OverlayTheme, size: tuple[int, int] = SIZE) -> Image.Image:
    """Everything on air in RGBA, ``size`` in pixels; transparent where there is nothing. The same picture each time.

    It shows what the overlays say once they have come in: an image does not move.
    """
    picture = Image.new("RGBA", size, (0, 0, 0, 0))
    scale = min(size[0] / SIZE[0], size[1] / SIZE[1])
    pen = _Pen(picture, theme, fonts_of(theme), scale)
    style = Style(pen.fonts, theme.header, logo=bool(theme.logo))
    for shape in place(on_air, style, (size[0] / scale, size[1] / scale)):
        pen.draw(shape)
    return picture


def fonts_of(theme: OverlayTheme) -> Fonts:
    """The typefaces of ``theme``."""
    return Fonts(theme.name_font, theme.condensed_font, theme.text_font, theme.strong_font)


@dataclass(frozen=True, slots=True)
class _Pen:
    """Draws in reference pixels on a picture of another size. Words need an opaque ground below them."""

    picture: Image.Image
    theme: OverlayTheme
    fonts: Fonts
    scale: float

    def draw(self, shape: Shape) -> None:
        if isinstance(shape, Words):
            self._words(shape)
        elif isinstance(shape, Box):
            self._box(shape)
        else:
            self._logo(shape)

    def _words(self, words: Words) -> None:
        fit, color = words.fit, getattr(self.theme, words.color)
        set_in = face(self.fonts, fit.face)
        for number, line in enumerate(fit.lines):
            baseline = round((words.baseline + fit.pitch * number) * self.scale)
            self._line(set_in, fit.px * self.scale, line, (words.x * self.scale, baseline), color)

    def _line(self, set_in: Face, px: float, line: str, at: tuple[float, int], color: str) -> None:
        left, baseline = at
        # Where the letters were measured: what was fitted is what shows.
        for char, pen in zip(line, pens(set_in, line), strict=False):
            whole, phase = divmod(round((left + pen * px) * _PHASES), _PHASES)
            glyph = _glyph(set_in.path, px, char, phase)
            if glyph is not None:
                mask, across, down = glyph
                self.picture.paste(color, (whole + across, baseline + down), mask)

    def _box(self, box: Box) -> None:
        left, top, right, bottom = (round(edge * self.scale) for edge in (box.left, box.top, box.right, box.bottom))
        color = getattr(self.theme, box.color)
        if box.radius:
            mask = _rounded(right - left, bottom - top, box.radius * self.scale)
            self.picture.paste(color, (left, top), mask)
        else:
            self.picture.paste(color, (left, top, right, bottom))

    def _logo(self, logo: Logo) -> None:
        """On the ground of the theme, against the right edge of its room."""
        pad = round(_LOGO_PAD * self.scale)
        room = (round((logo.right - logo.left) * self.scale), round((logo.bottom - logo.top) * self.scale))
        image = _logo_image(self.theme.logo, room[0] - 2 * pad, room[1] - 2 * pad)
        right, top = round(logo.right * self.scale), round(logo.top * self.scale)
        box = (right - image.width - 2 * pad, top, right, top + image.height + 2 * pad)
        self.picture.paste(self.theme.background, box)
        self.picture.alpha_composite(image, (box[0] + pad, top + pad))


@lru_cache(maxsize=128)
def _font(path: str, px: float) -> ImageFont.FreeTypeFont:
    # Basic layout: Raqm is not in every Pillow, and the picture must be the same on every station.
    return ImageFont.truetype(path, px, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=4096)
def _glyph(path: str, px: float, char: str, phase: int) -> tuple[Image.Image, int, int] | None:
    """A letter's mask and its corner, from the pen on the baseline; None for a space."""
    font = _font(path, px)
    left, top, right, bottom = (math.floor(edge) for edge in font.getbbox(char, anchor="ls"))
    if right <= left or bottom <= top:
        return None
    mask = Image.new("L", (right - left + 3, bottom - top + 3), 0)
    ImageDraw.Draw(mask).text((1 - left + phase / _PHASES, 1 - top), char, 255, font, anchor="ls")
    return mask, left - 1, top - 1


@lru_cache(maxsize=64)
def _rounded(wide: int, high: int, radius: float) -> Image.Image:
    large = Image.new("L", (wide * _SMOOTH, high * _SMOOTH), 0)
    box = (0, 0, large.width - 1, large.height - 1)
    ImageDraw.Draw(large).rounded_rectangle(box, radius * _SMOOTH, 255)
    return large.reduce(_SMOOTH)


@lru_cache(maxsize=4)
def _logo_image(path: str, wide: int, high: int) -> Image.Image:
    with Image.open(path, formats=("PNG",)) as image:
        whole = image.convert("RGBA")
    scale = min(wide / whole.width, high / whole.height)
    size = (max(round(whole.width * scale), 1), max(round(whole.height * scale), 1))
    return whole.resize(size, Image.Resampling.LANCZOS)
