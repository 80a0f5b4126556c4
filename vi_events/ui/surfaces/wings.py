"""The screen of the wings: who lines up next, in order, readable from two metres. It shows no level."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from vi_events.clock import NowMs, clock_time, wall_ms
from vi_events.stage.lining_up import InLine
from vi_events.stage.wings_sheet import write_wings_pdf
from vi_events.ui.job import Job
from vi_events.ui.language import spoken
from vi_events.ui.theme import DARK, LEAD_PX, NAME_MIN_PX, NOTE_PX, TITLE_PX
from vi_events.ui.widgets.dark import Card, Mark, StageButton, darken, label
from vi_events.ui.widgets.fit_label import FitLabel

_RANK_PX, _STATE_PX, _PERSON_PX = 72, 140, 22


class WingsWindow(QWidget):
    """Who waits, who is here, who is not yet; ``title`` is the edition's, for the printed list."""

    def __init__(self, title: str, now_ms: NowMs = wall_ms, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        darken(self)
        self.setWindowTitle(self.tr("Coulisse"))
        self._title, self._now_ms = title, now_ms
        self._rows: tuple[InLine, ...] | None = None
        self._job: Job | None = None
        self.clock = label("", NAME_MIN_PX, bold=True)
        self.clock.use_tabular_figures()
        self.print_button = StageButton(self.tr("Liste à imprimer…"))
        self.print_button.clicked.connect(self._on_print_button_clicked)
        self.outcome = label("", NOTE_PX, ink=DARK.ink_2, wrap=True)
        self.outcome.hide()
        self.list = QScrollArea()
        self.list.setWidgetResizable(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._arrange()
        self.resize(1280, 720)
        self.show_rows((), self._now_ms())

    def show_rows(self, rows: Sequence[InLine], now_ms: int) -> None:
        """Shows who waits at ``now_ms``; the list is made anew only when it is another one."""
        self.clock.setText(clock_time(now_ms))
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self.list.setWidget(self._listed())
        self.print_button.setEnabled(bool(rows))

    def save(self, path: Path) -> None:
        """Writes the list to print, and says what came of it."""
        rows, printed_ms = self._rows or (), self._now_ms()
        self._job = Job(
            lambda: write_wings_pdf(path, rows, self._title, printed_ms),
            lambda _done: self._tell(DARK.ok.ink, self.tr("● Liste écrite\u202f: %1").replace("%1", path.name)),
            lambda problem: self._tell(DARK.bad.ink, f"■ {spoken(problem)}"),
        )

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if self._job:
            self._job.forget()
        super().closeEvent(event)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(24)
        head.addWidget(label(self.tr("À faire patienter, dans cet ordre"), TITLE_PX, bold=True), 1)
        head.addWidget(self.print_button)
        head.addWidget(self.clock)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.outcome)
        column.addWidget(self.list, 1)

    def _listed(self) -> QWidget:
        made = QWidget()
        made.setPalette(self.palette())
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for row in self._rows or ():
            column.addWidget(_Waiting(row))
        if not self._rows:
            column.addWidget(label(self.tr("Personne à faire patienter pour l’instant."), TITLE_PX, ink=DARK.ink_2))
        column.addStretch(1)
        return made

    def _on_print_button_clicked(self) -> None:
        asked = QFileDialog(self, self.tr("Où enregistrer la liste"))
        asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asked.setNameFilter("PDF (*.pdf)")
        asked.setDefaultSuffix("pdf")
        asked.selectFile(self.tr("coulisse"))
        if asked.exec() and asked.selectedFiles():
            self.save(Path(asked.selectedFiles()[0]))

    def _tell(self, ink: str, words: str) -> None:
        self.outcome.set_ink(ink)
        self.outcome.show_text(words)


class _Waiting(Card):
    """One authority: its rank, its name, and its people. The first one stands out."""

    def __init__(self, row: InLine) -> None:
        super().__init__()
        first = row.rank == 1
        if first:
            self.set_tone("warn")
        rank = label(str(row.rank), NAME_MIN_PX, bold=True, ink=DARK.warn.main if first else DARK.ink_2)
        rank.setFixedWidth(_RANK_PX)
        names = QVBoxLayout()
        names.setSpacing(0)
        name = FitLabel(NAME_MIN_PX)
        name.set_ink(DARK.ink)
        name.set_text(row.name)
        names.addWidget(name)
        place = label(row.place, LEAD_PX, ink=DARK.ink_2, wrap=True)
        names.addWidget(place)
        if row.together > 1:
            called = self.tr("appel groupé\u202f: %1 ensemble").replace("%1", str(row.together))
            names.addWidget(label(called, LEAD_PX, ink=DARK.info.main))
        people = QVBoxLayout()
        people.setSpacing(4)
        for person in row.here:
            people.addLayout(self._person("ok", self.tr("dans la salle"), person))
        for person in row.awaited:
            people.addLayout(self._person("warn", self.tr("pas encore là"), person))
        if not row.here and not row.awaited:
            people.addLayout(self._person("off", self.tr("personne d’inscrit"), ""))
        for column in (names, people):
            column.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(rank, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(names, 5)
        line.addLayout(people, 6)
        self.column.addLayout(line)

    def _person(self, level: str, state: str, person: str) -> QHBoxLayout:
        mark = Mark(LEAD_PX)
        mark.show_state(level, state, DARK.tone(level).main)
        line = QHBoxLayout()
        line.setSpacing(12)
        mark.setMinimumWidth(_STATE_PX)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(person, _PERSON_PX, bold=level == "ok", wrap=True), 1, Qt.AlignmentFlag.AlignTop)
        return line
