"""Ticket codes as QR codes. Pure."""

import math
from typing import Any, cast

import zxingcpp
from PIL import Image

QUIET_MODULES = 4
"""Blank modules around a QR code (ISO/IEC 18004, 9.1)."""
TICKET_MODULES = 25
"""Side of a version 2 code, which a ticket code fits."""


def qr_picture(code: str) -> Image.Image:
    """The QR code of ``code``, mode "L", one dot per module, level M, without its quiet zone. A ticket code gives
    version 2 in alphanumeric mode.
    """
    barcode = zxingcpp.create_barcode(code, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    # The picture gives its pixels through the buffer protocol, which its type stub does not tell.
    pixels = memoryview(cast("Any", barcode.to_image(scale=1, add_quiet_zones=False))).tobytes()
    side = math.isqrt(len(pixels))
    return Image.frombytes("L", (side, side), pixels)


def qr_square(code: str, module: int) -> Image.Image:
    """The code with ``module`` dots a module, in the square of a version 2 one at most: a longer code from
    elsewhere has smaller modules, never split.
    """
    modules = qr_picture(code)
    scale = max(TICKET_MODULES * module // modules.width, 1)
    return modules.resize((modules.width * scale,) * 2, Image.Resampling.NEAREST)
