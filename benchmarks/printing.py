"""A queue of badges -> all on paper, beside the same bytes sent one after the other over one connection."""

import socket
import threading

from benchmarks import editions
from benchmarks.editions import Built
from benchmarks.measure import Figure, over, settle, spread, timed
from tests.fakes import FakePrinter
from vi_events import app
from vi_events.app import OpenEdition
from vi_events.checkin.escpos_job import raster_job
from vi_events.journal.store import Change
from vi_events.settings import PrinterSettings

MOST_TIMES = 1.2
_BADGES = 20
_BYTES_PER_S = 200 * 8 * 576 / 8
"""200 mm/s, eight rows a millimetre, 576 dots a row."""
_PRINTER = "Accueil"
_WAIT_S = 120


def run(built: Built) -> Figure:
    """A first badge each for some people, on a printer that takes data as fast as it prints; seconds for all."""
    with FakePrinter("slow") as printer, app.open_edition(built.folder, editions.AUTHOR) as opened:
        printer.bytes_per_s = _BYTES_PER_S
        jobs = _queue(opened)
        settle()
        took = timed(lambda: _print_queue(opened, printer))[0] / 1000
        floor = timed(lambda: _send(jobs, printer))[0] / 1000
        came_out = len(printer.pages)
    if came_out != 2 * _BADGES:
        raise AssertionError(f"{came_out} badges came out, not {2 * _BADGES}")
    promise = f"{MOST_TIMES} x the floor"
    return Figure(
        "printing",
        built.size,
        "s",
        spread([took]),
        spread([floor]),
        "the same bytes over one connection",
        promise,
        over((promise, took <= MOST_TIMES * floor)),
        {"badges": _BADGES, "ms a badge": took / _BADGES * 1000, "over the floor ms": (took - floor) / _BADGES * 1000},
    )


def _queue(opened: OpenEdition) -> list[bytes]:
    """Badges that wait for a printer nobody has attached yet, as the bytes that it will get."""
    used = opened.reception.printing
    people = [attendee_id for attendee_id, _ in editions.sample(opened, _BADGES)]
    waiting = [used.queue(id_, printer=f"{editions.AUTHOR.station}/{_PRINTER}").result() for id_ in people]
    return [raster_job(used.picture(job).result()) for job in waiting]


def _print_queue(opened: OpenEdition, printer: FakePrinter) -> None:
    confirmed: list[str] = []
    done = threading.Event()

    def told(change: Change) -> None:
        confirmed.extend(entry.id for entry in change.entries if entry.payload.get("state") == "confirmed")
        if len(confirmed) == _BADGES:
            done.set()

    opened.core.subscribe(told)
    opened.reception.printing.attach([PrinterSettings(_PRINTER, printer.url)])
    if not done.wait(_WAIT_S):
        raise AssertionError(f"only {len(confirmed)} badges were confirmed")
    opened.reception.printing.close()


def _send(jobs: list[bytes], printer: FakePrinter) -> None:
    """Ends with the printer's word that all is on paper."""
    host, _, port = printer.url.removeprefix("tcp://").partition(":")
    with socket.create_connection((host, int(port)), _WAIT_S) as link:
        link.sendall(b"".join(jobs) + b"\x1dr\x01")
        link.recv(1)
