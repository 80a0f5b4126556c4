"""The demo edition from its first list to its erasure: each station's part, one after the other."""

from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from vi_events import app, settings
from vi_events.edition.importing import prepare
from vi_events.edition.reference import load_reference
from vi_events.journal.entry import Author
from vi_events.journal.verify import verify
from vi_events.stage.documents import EditionDocuments
from vi_events.ui.shell import Desk
from vi_events.ui.tour.assembly import AssemblyTour
from vi_events.ui.tour.camera import Camera, Clock
from vi_events.ui.tour.closing import ClosingTour
from vi_events.ui.tour.preparation import ACCESS, PreparationTour
from vi_events.ui.tour.printing import PrintingTour
from vi_events.ui.tour.reception import ZONE, ReceptionTour
from vi_events.ui.tour.stage import StageTour
from vi_events.ui.tour.stations import StationsTour
from vi_events.ui.tour.webtv import WebtvTour

_BEGINS, _DOORS_OPEN = datetime(2018, 1, 8, 9), datetime(2018, 2, 1, 7, 45)
WIDE, USUAL = (1920, 1080), (1366, 768)
DOCUMENTS = "documents"
"""The folder of what is written, beside the pictures."""


class Day:
    """The weeks before, the day, the day after. ``data`` holds the editions of the tour's two computers."""

    def __init__(self, folder: Path, data: Path, stack: ExitStack) -> None:
        self._here, self._there = data / "ici", data / "ailleurs"
        self._out = folder / DOCUMENTS
        self._stack = stack
        self._clock, self._camera = Clock(_BEGINS), Camera(folder)

    def run(self) -> dict[str, Any]:
        """All of it; returns the summary."""
        for folder in (self._here, self._there, self._out):
            folder.mkdir(exist_ok=True)
        author = Author("Poste 2", "Claire (démo)")
        edition = app.create_edition(
            self._here, replace(app.DEMO, access=ACCESS), app.DEMO_ZONES, app.DEMO_PIN, author, self._clock
        )
        EditionDocuments(edition).save(app.demo_show())
        opened = self._stack.enter_context(app.open_edition(edition, author, ZONE, self._clock))
        outcome = opened.import_prepared(prepare(app.DEMO_ATTENDEES, load_reference()))
        printers = (settings.PrinterSettings("Accueil", "null:"),)
        desk = Desk(settings.Settings(printers=printers, sounds=False), self._stack)
        desk.take(opened)
        PreparationTour(self._camera, self._clock, desk, opened, self._out).play(USUAL)
        self._clock.pass_until(_DOORS_OPEN)
        reception = ReceptionTour(self._camera, self._clock, desk, opened)
        for size in (USUAL, WIDE):
            reception.play(size)
        PrintingTour(self._camera, self._clock, desk, opened).play(USUAL)
        stations = StationsTour(self._camera, self._clock, desk, opened, self._there)
        stations.play(USUAL)
        AssemblyTour(self._camera, self._clock, desk, opened).play(USUAL)
        self._show(desk, opened)
        with stations.together():
            erased = ClosingTour(self._camera, self._clock, desk, opened, self._out).play(USUAL)
        report = opened.core.call(verify)
        counters = opened.reception.counters().result()
        announced = opened.stage.revealed_count().result()
        desk.close()
        desk.window.close()
        return {
            "edition": opened.edition.title,
            "imported": outcome.added,
            "present": counters.present,
            "expected": counters.expected,
            "announced": announced,
            "erased": erased,
            "journal": {"entries": report.entries, "problems": list(report.problems)},
            "documents": sorted(
                path.relative_to(self._out).as_posix() for path in self._out.rglob("*") if path.is_file()
            ),
            "pictures": self._camera.pictures,
        }

    def _show(self, desk: Desk, opened: app.OpenEdition) -> None:
        """The ceremony, on stage and on air."""
        webtv = WebtvTour(self._camera, self._clock, desk.bridge, opened)
        webtv.begin()
        stage = StageTour(self._camera, self._clock, desk.bridge, opened)
        stage.play(USUAL)
        webtv.play(USUAL)
        stage.end()
