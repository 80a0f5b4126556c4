"""A badge as bytes: what reaches the printer, dot for dot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from vi_events.checkin.escpos_job import BAND_ROWS, CUTTERS, job_rows, raster_job


def test_job_is_reset_then_rasters_then_feed_and_partial_cut() -> None:
    image = Image.new("1", (16, 2), 1)
    image.putpixel((0, 0), 0)
    image.putpixel((15, 1), 0)
    assert raster_job(image) == b"\x1b@" + b"\x1dv0\x00\x02\x00\x02\x00" + b"\x80\x00\x00\x01" + b"\x1dVB\x00"


def test_a_printer_without_a_cutter_only_feeds() -> None:
    job = raster_job(Image.new("1", (16, 2), 1), "none")
    assert b"\x1dV" not in job
    assert job.endswith(b"\x1bJ\xb4")


def test_a_full_cut_is_one() -> None:
    assert raster_job(Image.new("1", (16, 2), 1), "full").endswith(b"\x1dVA\x00")


def test_bands_hold_at_most_the_rows_a_small_printer_takes() -> None:
    job = raster_job(Image.new("1", (8, BAND_ROWS * 2 + 1), 1))
    assert job.count(b"\x1dv0\x00\x01\x00" + BAND_ROWS.to_bytes(2, "little")) == 2
    assert b"\x1dv0\x00\x01\x00\x01\x00\x00\x1dV" in job


@pytest.mark.parametrize("image", [Image.new("L", (16, 2)), Image.new("1", (15, 2))])
def test_only_whole_bytes_of_one_bit_dots_make_a_job(image: Image.Image) -> None:
    with pytest.raises(ValueError, match="multiple of 8"):
        raster_job(image)


@given(rows=st.integers(1, 3 * BAND_ROWS), dots=st.binary(min_size=4, max_size=4), cutter=st.sampled_from(CUTTERS))
def test_rows_are_counted_whatever_the_picture_holds(rows: int, dots: bytes, cutter: str) -> None:
    """Also when the dots look like a command."""
    for pattern in (dots, b"\x1dv0\x00"):
        picture = Image.frombytes("1", (32, rows), pattern * rows, "raw", "1;I")
        assert job_rows(raster_job(picture, cutter)) == rows
