"""A badge as the bytes an ESC/POS printer takes. Pure."""

from PIL import Image

BAND_ROWS = 200
"""Rows sent at once: printers with little memory overflow on a whole badge."""

_RESET = b"\x1b@"
_FEED_AND_PARTIAL_CUT = b"\x1dVB\x00"


def raster_job(image: Image.Image, cut: bool = True) -> bytes:
    """The bytes that print ``image`` (mode "1", a width multiple of 8), then feed to the blade and cut partially.

    Raster commands are ``GS v 0`` (Epson ESC/POS reference): black is 1, eight dots a byte, leftmost highest.
    """
    width, height = image.size
    if image.mode != "1" or width % 8:
        raise ValueError(f"one bit per dot and a width multiple of 8 are needed, not {image.mode} {width}")
    row_bytes = width // 8
    rows = image.tobytes("raw", "1;I")
    job = bytearray(_RESET)
    for top in range(0, height, BAND_ROWS):
        count = min(BAND_ROWS, height - top)
        job += b"\x1dv0\x00" + row_bytes.to_bytes(2, "little") + count.to_bytes(2, "little")
        job += rows[top * row_bytes : (top + count) * row_bytes]
    return bytes(job + (_FEED_AND_PARTIAL_CUT if cut else b""))
