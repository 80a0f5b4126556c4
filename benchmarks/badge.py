"""Attendee -> badge bytes, beside packing a blank picture."""

from PIL import Image

from benchmarks import editions
from benchmarks.editions import Built
from benchmarks.measure import Figure, over, settle, spread, timed
from vi_events import app
from vi_events.app import OpenEdition
from vi_events.checkin import badges
from vi_events.checkin.escpos_job import raster_job

BUDGET_MS = 10.0
_BADGES = 200
_SIZE_DOTS = (576, 800)


def run(built: Built) -> Figure:
    """Badges of different people, the first of all included; milliseconds."""
    blank = Image.new("1", _SIZE_DOTS, 1)
    took, floor = [], []
    with app.open_edition(built.folder, editions.AUTHOR) as opened:
        chosen = editions.sample(opened, _BADGES)
        settle()
        for attendee_id, _ in chosen:
            took.append(timed(lambda attendee_id=attendee_id: _job(opened, attendee_id))[0])  # type: ignore[misc]
            floor.append(timed(lambda: raster_job(blank))[0])
    times = spread(took)
    return Figure(
        "badge",
        built.size,
        "ms",
        times,
        spread(floor),
        "packing a blank picture",
        "p95 10 ms",
        over(("p95 10 ms", times.p95 <= BUDGET_MS)),
        {"first ms": took[0]},
    )


def _job(opened: OpenEdition, attendee_id: str) -> bytes:
    return opened.core.call(lambda store: raster_job(badges.picture(store, attendee_id, _SIZE_DOTS[0])))
