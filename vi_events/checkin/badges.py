"""From a person to the picture of their badge."""

import io
import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from vi_events import files
from vi_events.checkin import print_jobs
from vi_events.checkin.badge import BadgeData, render_badge
from vi_events.checkin.badge_layouts import Layouts, layouts
from vi_events.checkin.cards import CardMaker
from vi_events.edition import dates, people, programme
from vi_events.errors import UserError
from vi_events.journal.store import Store
from vi_events.sentences import say

if TYPE_CHECKING:
    from PIL.Image import Image


LAYOUTS = "layouts"
"""The folder of an edition's own layouts, beside its database."""
ROLLS = {576: "80", 384: "58"}
"""The papers of rolls, by their width in dots."""


def badge_data(store: Store, attendee_id: str) -> BadgeData:
    """What the person's badge says. UserError when there is no such person."""
    state = store.state(people.subject(attendee_id))
    if state is None or not people.is_known(state):
        raise UserError(
            "attendee_unknown",
            say("Aucune personne n’a l’identifiant «\u202f{0}\u202f».", attendee_id[:40]),
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
        f"{edition.title}, {dates.long_days(edition.date, edition.until)}",
        person.code,
        box=print_jobs.box(state),
        seat=person.seat,
    )


def picture(store: Store, attendee_id: str, width_dots: int) -> "Image":
    """The badge as it is printed, dot for dot, by the layouts of the edition."""
    data = badge_data(store, attendee_id)
    chosen = layouts_of(store.path.parent).for_category(data.category, ROLLS[width_dots])
    return render_badge(data, width_dots, chosen)


def layouts_of(edition_folder: Path) -> Layouts:
    """The badge layouts of an edition: the ready ones, and its own in ``layouts/``, read again when they change."""
    folder = edition_folder / LAYOUTS
    try:
        with os.scandir(folder) as files:
            seen = tuple(sorted((file.name, file.stat().st_mtime_ns) for file in files))
    except OSError:
        seen = ()
    return _layouts(folder if seen else None, seen)


@lru_cache(maxsize=4)
def _layouts(folder: Path | None, _seen: tuple[tuple[str, int], ...]) -> Layouts:
    return layouts(folder)


def save_png(image: "Image", path: Path) -> None:
    """The 1-bit picture as a PNG file, whole or not at all."""
    content = io.BytesIO()
    image.save(content, "PNG", optimize=True)
    files.write_whole(path, content.getvalue())
