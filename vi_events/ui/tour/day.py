"""The whole day on the demo edition: reception, printing, stage and webtv, one after the other."""

from contextlib import ExitStack
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
from vi_events.ui.tour.camera import Camera, Clock
from vi_events.ui.tour.printing import PrintingTour
from vi_events.ui.tour.reception import ZONE, ReceptionTour
from vi_events.ui.tour.stage import StageTour
from vi_events.ui.tour.webtv import WebtvTour

_DOORS_OPEN = datetime(2018, 2, 1, 7, 45)
WIDE, USUAL = (1920, 1080), (1366, 768)


class Day:
    """From the import of the list to the last chapter of the replay."""

    def __init__(self, folder: Path, data: Path, stack: ExitStack) -> None:
        self._data = data
        self._stack = stack
        self._clock, self._camera = Clock(_DOORS_OPEN), Camera(folder)

    def run(self) -> dict[str, Any]:
        """The whole day; returns the summary."""
        edition = app.create_edition(self._data, app.DEMO, app.DEMO_ZONES, app.DEMO_PIN)
        EditionDocuments(edition).save(app.demo_show())
        opened = self._stack.enter_context(
            app.open_edition(edition, Author("Poste 2", "Claire (démo)"), ZONE, self._clock)
        )
        outcome = opened.import_prepared(prepare(app.DEMO_ATTENDEES, load_reference()))
        printers = (settings.PrinterSettings("Accueil", "null:"),)
        desk = Desk(settings.Settings(printers=printers, sounds=False), self._stack)
        reception = ReceptionTour(self._camera, self._clock, desk, opened)
        for size in (USUAL, WIDE):
            reception.play(size)
        PrintingTour(self._camera, self._clock, desk, opened).play(USUAL)
        webtv = WebtvTour(self._camera, self._clock, desk.bridge, opened)
        webtv.begin()
        StageTour(self._camera, self._clock, desk.bridge, opened).play(USUAL)
        webtv.play(USUAL)
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
            "journal": {"entries": report.entries, "problems": list(report.problems)},
            "pictures": self._camera.pictures,
        }
