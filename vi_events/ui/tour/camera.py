"""What every part of the tour uses: a time of day that it moves, and pictures of windows that have come to rest."""

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QWidget

from vi_events.checkin import badges

_PATIENCE_S = 120.0
_LOOK_MS, _REST_MS = 15, 180
_PAGE_PX = 900
"""The longer side of a page."""


class Clock:
    """The tour's own time of day, so that a morning passes in seconds."""

    def __init__(self, start: datetime) -> None:
        self.ms = int(start.timestamp() * 1000)

    def __call__(self) -> int:
        return self.ms

    def monotonic(self) -> float:
        """The same for what measures durations, in seconds."""
        return self.ms / 1000

    def pass_s(self, seconds: float) -> None:
        self.ms += round(seconds * 1000)

    def pass_until(self, moment: datetime) -> None:
        """It never goes back: the journal would not believe it."""
        self.ms = max(self.ms, int(moment.timestamp() * 1000))


class Camera:
    """Takes the pictures, by the name under which they are kept."""

    def __init__(self, folder: Path) -> None:
        self.pictures: list[str] = []
        self._folder = folder

    def shoot(self, widget: QWidget, name: str) -> None:
        """Keeps a window as it is now."""
        QApplication.processEvents()
        widget.grab().save(str(self._folder / f"{name}.png"))
        self.pictures.append(f"{name}.png")

    def keep_badge(self, image: Image.Image, name: str) -> None:
        """Keeps a badge, dot for dot."""
        badges.save_png(image, self._folder / f"{name}.png")
        self.pictures.append(f"{name}.png")

    def keep_page(self, path: Path, name: str) -> None:
        """Keeps the first page of a PDF."""
        document = QPdfDocument()
        if document.load(str(path)) != QPdfDocument.Error.None_:
            raise RuntimeError(f"{path.name} cannot be drawn")
        points = document.pagePointSize(0)
        size = QSize(round(points.width()), round(points.height())) * (_PAGE_PX / max(points.width(), points.height()))
        sheet = QImage(size, QImage.Format.Format_RGB32)
        sheet.fill("white")
        painter = QPainter(sheet)
        painter.drawImage(0, 0, document.render(0, size))
        painter.end()
        document.close()
        sheet.save(str(self._folder / f"{name}.png"))
        self.pictures.append(f"{name}.png")

    def settle(self, done: Callable[[], bool] = lambda: True) -> None:
        """Lets the windows work until ``done``, then a little longer for what follows (badge, figures). RuntimeError
        when that does not come.
        """
        given_up_s = time.monotonic() + _PATIENCE_S
        while not done():
            if time.monotonic() > given_up_s:
                raise RuntimeError("the tour waited in vain")
            _work_for(_LOOK_MS)
        _work_for(_REST_MS)


def _work_for(duration_ms: int) -> None:
    """The windows work, and so do the threads that they wait for: nothing spins meanwhile."""
    loop = QEventLoop()
    QTimer.singleShot(duration_ms, loop.quit)
    loop.exec()
