"""The reveal on the public screen, at 1920 x 1080 without a graphics card, beside a plain window of one word.

``reveal``: every frame of the reveals of twenty names. ``reveal-go``: the first painting after GO of a card that was
drawn ahead, as it is between two presses; and, cold, of one that was not. Neither depends on how many people are
registered.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.editions import Built
from benchmarks.measure import Figure, over, settle, spread, timed
from vi_events.stage.compiling import arobases_ms
from vi_events.stage.frames import next_frame
from vi_events.stage.stops import Card, CompiledStop, Laureate, Revision, ShowState, Step
from vi_events.stage.theme import default_theme
from vi_events.ui import theme
from vi_events.ui.surfaces.public_screen import PublicScreen

_FRAME_BUDGET_MS = 40.0
_GO_BUDGET_MS = 50.0
_STEP_MS = 40
_REVEALS = 20
_CALM_MS = 250
_SIZE = QSize(1920, 1080)
_NAMES = (
    "Marcq-en-Barœul",
    "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson",
    "Communauté d’agglomération de La Presqu’île de Guérande Atlantique",
    "L’Haÿ-les-Roses",
)


def run(built: Built) -> list[Figure]:
    """Milliseconds for each frame, and for each first frame."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.load_fonts()
    now = [0]
    window, plain = PublicScreen(default_theme(), lambda: now[0]), _Plain()
    for shown in (window, plain):
        shown.resize(_SIZE)
        shown.show()
        app.processEvents()
        shown.repaint()
    settle()
    frames, worsts, floor = list[float](), list[float](), list[float]()
    firsts, colds = list[float](), list[float]()
    revision = Revision(1, tuple(_stop(rank) for rank in range(_REVEALS)))
    for rank in range(_REVEALS):
        state = ShowState("live", stop=rank, settled=False, epoch=rank)
        if rank % 2:
            _draw_ahead(window, revision, rank)
        window.show_state(revision, state, 0)
        times = []
        for elapsed in range(0, revision.stops[rank].steps[0].moving_ms + _STEP_MS, _STEP_MS):
            now[0] += _STEP_MS if elapsed else 0
            times.append(timed(window.repaint)[0])
        frames += times
        (firsts if rank % 2 else colds).append(times[0])
        worsts.append(max(times))
        floor += [timed(plain.repaint)[0] for _ in range(10)]
    beside, first, cold = spread(floor), spread(firsts), spread(colds)
    moving = spread(frames)
    kept = over(("p99 40 ms, 25 frames a second", moving.p99 <= _FRAME_BUDGET_MS))
    quick = over(("p95 50 ms", first.p95 <= _GO_BUDGET_MS))
    floor_is, worst = "fillRect and drawText in a plain window", {"worst frame ms": max(worsts)}
    unprepared = {"cold p50 ms": cold.p50, "cold p95 ms": cold.p95}
    return [
        Figure("reveal", built.size, "ms", moving, beside, floor_is, "p99 40 ms", kept, worst),
        Figure("reveal-go", built.size, "ms", first, beside, floor_is, "p95 50 ms", quick, unprepared),
    ]


def _draw_ahead(window: PublicScreen, revision: Revision, rank: int) -> None:
    """What the console asks for after every GO, and the calm that it waits for."""
    window.show_state(revision, ShowState("live", stop=rank - 1, settled=True, epoch=rank), 0)
    window.prepare(next_frame(revision, ShowState("live", stop=rank - 1)))
    QTest.qWait(_CALM_MS)


def _stop(rank: int) -> CompiledStop:
    # Another name each time: nothing of it is ready when GO comes.
    name, level = f"{_NAMES[rank % len(_NAMES)]} {rank + 1}", rank % 5 + 1
    laureate = Laureate(str(rank), name, place="Nord · Hauts-de-France", level=level, mentions=("Numérique éducatif",))
    card = Card("award", "Label national Territoires, Villes et Villages Internet", laureates=(laureate,))
    return CompiledStop(str(rank), "award", rank + 1, name, card, (Step("reveal", arobases_ms(level)),), 40)


class _Plain(QWidget):
    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#0C1730"))
        painter.setPen(QColor("#FFFFFF"))
        painter.setFont(theme.font(120, bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "Marcq-en-Barœul")
        painter.end()
