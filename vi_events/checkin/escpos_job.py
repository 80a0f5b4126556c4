"""A badge as the bytes an ESC/POS printer takes. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

BAND_ROWS = 200
"""Rows sent at once: printers with little memory overflow on a whole badge."""
CUTTERS = ("partial", "full", "none")

_RESET = b"\x1b@"
_RASTER = b"\x1dv0\x00"
_ENDINGS = {
    "partial": b"\x1dVB\x00",
    "full": b"\x1dVA\x00",
    "none": b"\x1bJ\xb4",  # 180 dots: past the edge that a hand tears along
}
"""GS V 66 and 65 feed to the blade before they cut; ESC J only feeds."""


def raster_job(image: Image.Image, cutter: str = "partial") -> bytes:
    """The bytes that print ``image`` (mode "1", a width multiple of 8), then feed to the blade and cut.

    Raster commands are ``GS v 0`` (Epson ESC/POS reference): black is 1, eight dots a byte, leftmost highest.
    ``cutter`` is one of ``CUTTERS``: what the printer has.
    """
    width, height = image.size
    if image.mode != "1" or width % 8:
        raise ValueError(f"one bit per dot and a width multiple of 8 are needed, not {image.mode} {width}")
    row_bytes = width // 8
    rows = image.tobytes("raw", "1;I")
    job = bytearray(_RESET)
    for top in range(0, height, BAND_ROWS):
        count = min(BAND_ROWS, height - top)
        job += _RASTER + row_bytes.to_bytes(2, "little") + count.to_bytes(2, "little")
        job += rows[top * row_bytes : (top + count) * row_bytes]
    return bytes(job + _ENDINGS[cutter])


def job_rows(job: bytes) -> int:
    """How many rows of dots a job of ``raster_job`` prints."""
    rows = 0
    at = job.find(_RASTER)
    while at >= 0:
        row_bytes, count = (int.from_bytes(job[at + skip : at + skip + 2], "little") for skip in (4, 6))
        rows += count
        at = job.find(_RASTER, at + 8 + row_bytes * count)
    return rows
