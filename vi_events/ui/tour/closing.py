"""After the day: the report, the press, the attestations; then no name is left, and that is proved."""

import json
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

from vi_events.app import OpenEdition
from vi_events.closing import attestations
from vi_events.closing.day import PRESS
from vi_events.closing.erasure_sheet import DATA, PDF
from vi_events.closing.press import REGIONS
from vi_events.edition import erasure
from vi_events.ui.preparation.closing_page import ATTESTATIONS, REGISTER, REPORT, ClosingPage
from vi_events.ui.preparation.preparation_window import PreparationWindow
from vi_events.ui.shell import Desk
from vi_events.ui.tour.camera import Camera, Clock
from vi_events.ui.tour.stations import GUEST

_NEXT_DAY = datetime(2018, 2, 2, 9, 12)
_REGION = "76-occitanie.pdf"


class ClosingTour:
    """One page of the preparation. ``out`` is for what is written."""

    def __init__(self, camera: Camera, clock: Clock, desk: Desk, opened: OpenEdition, out: Path) -> None:
        self._camera, self._clock, self._opened, self._out = camera, clock, opened, out
        self._window = PreparationWindow(opened, desk.bridge)

    def play(self, size: tuple[int, int]) -> dict[str, Any]:
        """Leaves the page, what it writes, and the erasure; gives what the proof says."""
        window, name = self._window, f"-{size[0]}"
        self._clock.pass_until(_NEXT_DAY)
        window.resize(*size)
        window.show()
        window.show_page("closing")
        page = window.page
        assert isinstance(page, ClosingPage)
        self._camera.settle(lambda: bool(page.figures.figures))
        self._camera.shoot(window, "preparation-apres" + name)
        self._documents(page, name)
        self._erasure(page, name)
        window.close()
        window.deleteLater()
        return self._proved()

    def _documents(self, page: ClosingPage, name: str) -> None:
        page.by.setCurrentIndex(page.by.findData("half_day"))
        for key, place in (
            (REPORT, self._out / "rapport"),
            (ATTESTATIONS, self._out / "attestations"),
            (REGISTER, self._out / "registre.pdf"),
        ):
            page.write(key, place)
            self._camera.settle(lambda: not page.band.is_busy)
        for path, picture in (
            (Path("rapport", "rapport.pdf"), "rapport"),
            (Path("rapport", PRESS, REGIONS, _REGION), "fiche-region"),
            (Path("attestations", attestations.ALL), "attestation"),
            (Path("registre.pdf"), "registre"),
        ):
            self._camera.keep_page(self._out / path, picture + name)

    def _erasure(self, page: ClosingPage, name: str) -> None:
        dialog = page.ask_erasure()
        assert dialog is not None
        dialog.slug.setText(self._opened.folder.name)
        self._camera.settle()
        self._camera.shoot(dialog, "preparation-effacement" + name)
        dialog.erase()
        self._camera.settle(lambda: not dialog.band.is_busy)
        dialog.reject()
        self._camera.settle(lambda: GUEST not in self._opened.core.call(erasure.unheard))
        page.band.hide()
        page.refresh()
        self._camera.settle()
        self._camera.shoot(self._window, "preparation-efface" + name)
        self._camera.keep_page(self._opened.folder / PDF, "preuve" + name)

    def _proved(self) -> dict[str, Any]:
        for file in (PDF, DATA):
            shutil.copyfile(self._opened.folder / file, self._out / file)
        proof = json.loads((self._out / DATA).read_text(encoding="utf-8"))
        return {
            "people": proof["people"],
            "sought": proof["terms"],
            "files": len(proof["files"]),
            "clean": proof["clean"],
            "figures_kept": proof["figures_kept"],
            "unheard": self._opened.core.call(erasure.unheard),
            "said": "aucun nom ne reste" if proof["clean"] else "des noms restent",
        }
