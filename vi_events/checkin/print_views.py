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
    silent_ms: int = 0
    """How long it has waited for another station that says nothing; 0 below ``print_jobs.SILENT_MS``."""


@dataclass(frozen=True, slots=True)
class BadgeView:
    """A person's badge: what became of it, and its picture, as printed or else as it would be printed now. ``state`` is
    a job's, or empty; ``job`` is None when none was asked for, or when it was another record's before a merge.
    """

    state: str
    job: Job | None
    image: Image.Image
    silent_ms: int = 0


@dataclass(frozen=True, slots=True)
class PrinterView:
    """A printer as it is now. ``level`` is a lamp's: ``ok``, ``warn``, ``bad`` or ``off`` (not looked at yet). ``text``
    is the printer's own sentence.

    Of another station's printer only what the journal says is known: ``off``, or ``warn`` when it is silent.
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
    main: bool = False
    """Prints after an admission at this station."""
    ours: int = 0
    """Of another station's printer: how many wait that were asked for here."""
    strange: int = 0
    """How many wait that another station asked for, and may not print before this one has heard from it."""
    last_out_ms: int | None = None
    """Of another station's printer: when its last badge came out."""
    silent_ms: int = 0
