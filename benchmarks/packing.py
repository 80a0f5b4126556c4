"""A picture -> the bytes a printer takes, beside python-escpos, which does the same."""

from escpos.printer import Dummy  # type: ignore[import-untyped]
from PIL import Image, ImageDraw

from benchmarks.editions import Built
from benchmarks.measure import Figure, over, settle, spread, timed
from vi_events.checkin.escpos_job import raster_job

FASTER = 10
_TIMES = 100
_SIZE_DOTS = (576, 800)


def run(built: Built) -> Figure:
    """The same picture again and again, in turn; milliseconds. The number of people changes nothing."""
    picture = Image.new("1", _SIZE_DOTS, 1)
    ImageDraw.Draw(picture).ellipse((40, 40, 500, 700), fill=0)
    printer = Dummy(profile="NT-80-V-UL")  # 576 dots wide; without a width it warns at each picture
    took, floor = [], []
    settle()
    for _ in range(_TIMES):
        took.append(timed(lambda: raster_job(picture))[0])
        floor.append(timed(lambda: printer.image(picture, impl="bitImageRaster"))[0])
        printer.clear()
    ours, theirs = spread(took), spread(floor)
    promise = f"{FASTER} times faster"
    return Figure(
        "packing",
        built.size,
        "ms",
        ours,
        theirs,
        "python-escpos image()",
        promise,
        over((promise, ours.p50 * FASTER <= theirs.p50)),
        {"times faster": theirs.p50 / ours.p50},
    )
