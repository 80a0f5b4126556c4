"""What the window sees of printing: frozen snapshots."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vi_events.checkin.print_jobs import Job

if TYPE_CHECKING:
    from PIL import Image


@dataclass(frozen=True, slots=True)
class JobView:
    """A job with the name of its person."""

    job: Job
    name: str
    authority: str


@dataclass(frozen=True, slots=True)
class BadgeView:
    """A person's badge: what became of it, and its picture, as printed or else as it would be printed now. ``state`` is
    a job's, or empty; ``job`` is None when none was asked for, or when it was another record's before a merge.
    """

    state: str
    job: Job | None
    image: Image.Image


@dataclass(frozen=True, slots=True)
class PrinterView:
    """A printer as it is now. ``level`` is a lamp's: ``ok``, ``warn``, ``bad`` or ``off`` (not looked at yet, or the
    printer of another station). ``text`` is the printer's own sentence.
    """

    id: str
    name: str
    width_dots: int
    level: str = "off"
    text: str = ""
    busy: str = ""
    """Id of the job that is being printed."""
    waiting: int = 0
    questions: int = 0
    left: int | None = None
    """Badges left on the roll; None when nobody said."""
    here: bool = True
