"""From a person to a badge on paper: the picture, and printing it once."""

import io
from concurrent.futures import Future
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from vi_events.checkin.badge import BadgeData, render_badge
from vi_events.checkin.cards import CardMaker
from vi_events.checkin.escpos_job import raster_job
from vi_events.checkin.printers import PrintState, open_printer
from vi_events.checkin.reception import Reception
from vi_events.edition import exporting, people, programme
from vi_events.errors import DeviceError, UserError
from vi_events.journal.store import Store

if TYPE_CHECKING:
    from PIL.Image import Image


def badge_data(store: Store, attendee_id: str) -> BadgeData:
    """What the person's badge says. UserError when there is no such person."""
    state = store.state(people.subject(attendee_id))
    if state is None or not people.is_known(state):
        raise UserError(
            "attendee_unknown",
            f"Aucune personne n’a l’identifiant «\u202f{attendee_id[:40]}\u202f».",
            "Cherchez-la avec «\u202ffind\u202f».",
        )
    person = people.attendee(people.subject(attendee_id), state)
    authority = CardMaker(store).authority(person.authority_id)
    edition = programme.read_edition(store)
    return BadgeData(
        person.first_name,
        person.last_name,
        person.function,
        authority.name,
        authority.department_name or authority.country,
        person.category,
        f"{edition.title}, {exporting.long_date(edition.date)}",
        person.code,
    )


def picture(store: Store, attendee_id: str, width_dots: int) -> "Image":
    """The badge as it is printed, dot for dot."""
    return render_badge(badge_data(store, attendee_id), width_dots)


def save_png(image: "Image", path: Path) -> None:
    """The 1-bit picture as a PNG file, whole or not at all."""
    content = io.BytesIO()
    image.save(content, "PNG", optimize=True)
    exporting.write_whole(path, content.getvalue())


def print_once_now(reception: Reception, attendee_id: str, image: "Image", url: str) -> PrintState:
    """Prints and waits; what came of it is in the journal before this returns."""
    printer = open_printer(url)
    job = raster_job(image)
    reception.badge_printed(attendee_id, "sending").result()
    try:
        state = printer.send(job)
    except BaseException as problem:
        # Interrupted or broken half-way: the journal must not say « sending » for ever.
        reception.badge_printed(attendee_id, "unknown", type(problem).__name__).result()
        raise
    reception.badge_printed(attendee_id, state.state, state.reason).result()
    return state


class BadgePrinter:
    """One printer's worker: takes badges in order and never makes anyone wait."""

    def __init__(self, reception: Reception, url: str) -> None:
        self._reception = reception
        self._url = url
        self._queue: SimpleQueue[tuple[str, Image, Future[PrintState]] | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name="printer", daemon=True)
        self._thread.start()

    def submit(self, attendee_id: str, image: "Image") -> "Future[PrintState]":
        """Queues a badge; the future gives what became of it."""
        future: Future[PrintState] = Future()
        self._queue.put((attendee_id, image, future))
        return future

    def close(self) -> None:
        """Ends after the badge that is being printed."""
        self._queue.put(None)

    def _run(self) -> None:
        while (job := self._queue.get()) is not None:
            attendee_id, image, future = job
            try:
                future.set_result(print_once_now(self._reception, attendee_id, image, self._url))
            except DeviceError as problem:
                future.set_result(PrintState("failed", str(problem)))
            except BaseException as problem:  # noqa: BLE001 (handed to whoever waits)
                future.set_exception(problem)
