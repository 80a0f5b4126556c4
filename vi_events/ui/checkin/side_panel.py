"""The right column: how many, how fast, the badge, the last scans."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from vi_events.checkin.print_views import JobView
from vi_events.checkin.views import Counters, ScanResult
from vi_events.clock import clock_time
from vi_events.ui.checkin import wording
from vi_events.ui.checkin.print_question import PrintQuestion
from vi_events.ui.language import grouped, labelled
from vi_events.ui.theme import BASE_PX, LIGHT, NAME_MIN_PX, NOTE_PX, SMALL_PX, color, font
from vi_events.ui.widgets.badge_picture import BadgePicture
from vi_events.ui.widgets.charts import BarChart, ProgressBar
from vi_events.ui.widgets.panel import Panel, Text
from vi_events.ui.widgets.signs import Lamp, draw_glyph, draw_shape

_SLICE_MS = 5 * 60_000
_MOST_BARS = 24
_BADGE_PX = (104, 144)
_ROW_PX = 54
_TALL_PX = 800
"""From this height on there is room for everything."""


_FIGURES_PX = 64
_MOST_ZONES = 4
"""Other zones shown, with their figures: more would push the last scans out of sight."""


class _Figure(QWidget):
    def __init__(self, caption: str, *, bold: bool = False) -> None:
        super().__init__()
        self.number = Text(NAME_MIN_PX, bold=bold)
        self.number.use_tabular_figures()
        self._caption = caption
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_caption_text(caption))
        column.addWidget(self.number)

    def show_number(self, value: int) -> None:
        self.number.setText(grouped(value))
        self.setAccessibleName(labelled(self._caption, str(value)))


def _caption_text(caption: str) -> Text:
    label = Text(SMALL_PX, ink=LIGHT.ink_2)
    label.setText(caption)
    return label


class _Breakdown(QWidget):
    """Lines in two columns: name, then present out of expected."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(3, 1)
        self._grid.setColumnMinimumWidth(2, 12)
        for figures in (1, 4):
            # The same in every block of lines, so that they stand under one another.
            self._grid.setColumnMinimumWidth(figures, _FIGURES_PX)
        self._cells: list[tuple[Text, Text]] = []

    def texts(self) -> tuple[str, ...]:
        return tuple(f"{name.text()} {figures.text()}" for name, figures in self._cells if not name.isHidden())

    def show_rows(self, rows: Sequence[tuple[str, int, int]]) -> None:
        while len(self._cells) < len(rows):
            self._add_cell()
        for index, (name, figures) in enumerate(self._cells):
            used = index < len(rows)
            name.setVisible(used)
            figures.setVisible(used)
            if used:
                label, present, expected = rows[index]
                name.setText(label)
                figures.setText(f"{present}/{expected}")
        self.setVisible(bool(rows))

    def _add_cell(self) -> None:
        row, column = divmod(len(self._cells), 2)
        name, figures = Text(SMALL_PX, ink=LIGHT.ink_2), Text(SMALL_PX, bold=True)
        figures.use_tabular_figures()
        self._grid.addWidget(name, row, column * 3)
        self._grid.addWidget(figures, row, column * 3 + 1, Qt.AlignmentFlag.AlignRight)
        self._cells.append((name, figures))


class PassageList(QWidget):
    """The last scans, newest first: as many whole rows as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self._results: tuple[ScanResult, ...] = ()
        self._empty = self.tr("Aucun passage pour l’instant.")
        self.setMinimumHeight(_ROW_PX * 2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_results(self, results: tuple[ScanResult, ...]) -> None:
        """Shows ``results``, newest first."""
        self._results = results
        self.setAccessibleName(self.tr("Derniers passages"))
        spoken = "; ".join(f"{clock_time(r.at_ms)} {_who(r)} {wording.word(r)}" for r in results[:5])
        self.setAccessibleDescription(spoken or self._empty)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._results:
            painter.setFont(font(NOTE_PX))
            painter.setPen(color(LIGHT.ink_2))
            painter.drawText(self.rect().adjusted(0, 10, 0, 0), Qt.TextFlag.TextWordWrap, self._empty)
        for row, result in enumerate(self._results[: self.height() // _ROW_PX]):
            _paint_passage(painter, QRect(0, row * _ROW_PX, self.width(), _ROW_PX), result)


def _who(result: ScanResult) -> str:
    return result.person.name if result.person else wording.title(result)


def _where(result: ScanResult) -> str:
    """Second line: the authority, else what was asked of the desk."""
    return result.person.authority if result.person else wording.instruction(result)


def _paint_passage(painter: QPainter, box: QRect, result: ScanResult) -> None:
    painter.setPen(color(LIGHT.line))
    painter.drawLine(box.topLeft(), box.topRight())
    inner = box.adjusted(0, 6, 0, -4)
    half = inner.height() // 2
    face, hour = font(BASE_PX - 1, tabular=True), clock_time(result.at_ms)
    indent = QFontMetrics(face).horizontalAdvance(hour) + 10
    upper = QRect(inner.left(), inner.top(), inner.width(), half)
    lower = QRect(inner.left() + indent, inner.top() + half, inner.width() - indent, half)
    painter.setFont(face)
    painter.setPen(color(LIGHT.ink_2))
    painter.drawText(upper, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, hour)
    right = _paint_word(painter, upper, wording.word(result), wording.wording(result))
    name = QRect(upper.left() + indent, upper.top(), right - upper.left() - indent - 8, upper.height())
    painter.setPen(color(LIGHT.ink))
    _paint_elided(painter, name, _who(result), bold=True)
    painter.setPen(color(LIGHT.ink_2))
    _paint_elided(painter, lower, _where(result), bold=False)


def _paint_word(painter: QPainter, box: QRect, text: str, said: wording.Wording) -> int:
    """Draws the shape and ``text`` at the right of ``box``; returns where they begin."""
    face = font(BASE_PX - 1, bold=True)
    width = QFontMetrics(face).horizontalAdvance(text)
    mark = QRectF(box.right() - width - 19, box.center().y() - 6, 14, 14)
    draw_shape(painter, mark, said.tone)
    draw_glyph(painter, mark, said.glyph, LIGHT.card)
    painter.setFont(face)
    painter.setPen(color(LIGHT.tone(said.tone).ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
    return round(mark.left())


def _paint_elided(painter: QPainter, box: QRect, text: str, *, bold: bool) -> None:
    face = font(BASE_PX - 1, bold=bold)
    painter.setFont(face)
    shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class _Link(Lamp):
    """A lamp that a click asks more of; by keyboard the menu has it."""

    clicked = Signal()

    def __init__(self, tip: str) -> None:
        super().__init__(bold=True, coloured=True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


class SidePanel(QWidget):
    """Everything that the desk glances at."""

    def __init__(self) -> None:
        super().__init__()
        self.present = _Figure(self.tr("Présents"), bold=True)
        self.expected = _Figure(self.tr("Attendus"))
        self.here = _Figure(self.tr("Ce poste"))
        self.progress = ProgressBar()
        self.chart = BarChart(self.tr("arrivées par 5 min"), self.tr("Aucune arrivée pour l’instant"))
        self.breakdown, self.elsewhere = _Breakdown(), _Breakdown()
        self.conflicts = _Link(self.tr("Voir les doubles entrées"))
        self.badge = BadgePicture(self.tr("Pas de badge"), _BADGE_PX)
        self.badge_state = Lamp(BASE_PX - 1, bold=True, coloured=True)
        self.badge_detail = Text(NOTE_PX, ink=LIGHT.ink_2, wrap=True)
        self.question = PrintQuestion()
        self.passages = PassageList()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._figures_card())
        column.addWidget(self._badge_card(), 1)
        self.show_badge(None, "off", self.tr("Aucun badge demandé"))
        self.show_counters(Counters(zone="", present=0, expected=0, here=0))

    def show_counters(self, counters: Counters) -> None:
        """Shows the figures of the zone."""
        self.present.show_number(counters.present)
        self.expected.show_number(counters.expected)
        self.here.show_number(counters.here)
        self.progress.show_part(counters.present, counters.expected)
        arrivals = counters.arrivals[-_MOST_BARS:]
        last_ms = counters.arrivals_from_ms + max(0, len(counters.arrivals) - 1) * _SLICE_MS
        first_ms = last_ms - max(0, len(arrivals) - 1) * _SLICE_MS
        self.chart.show_values(arrivals, clock_time(first_ms), clock_time(last_ms))
        categories = counters.by_category
        self.breakdown.show_rows([(wording.category_label(c, many=True), here, due) for c, here, due in categories])
        self.elsewhere.show_rows([row for row in counters.by_zone if row[0] != counters.zone][:_MOST_ZONES])
        self.conflicts.setVisible(counters.conflicts > 0)
        several = self.tr("%1 doubles entrées à vérifier").replace("%1", str(counters.conflicts))
        one = self.tr("1 double entrée à vérifier")
        self.conflicts.show_state("warn", one if counters.conflicts == 1 else several)

    def show_badge(self, pixmap: QPixmap | None, level: str, state: str, detail: str = "") -> None:
        """Shows the badge as printed; ``level`` as for lamps, ``state`` in words, ``detail`` below."""
        self.badge.show_pixmap(pixmap or QPixmap())
        self.badge.setAccessibleName(state)
        self.badge_state.show_state(level, state)
        self.badge_detail.show_text(detail)

    def show_questions(self, questions: tuple[JobView, ...]) -> None:
        """Asks which badges came out; the chart and the oldest scans make room for it."""
        self.question.show_questions(questions)
        self.chart.setVisible(not questions or self.height() >= _TALL_PX)
        self.passages.setMinimumHeight(0 if questions else _ROW_PX * 2)

    def show_passages(self, results: tuple[ScanResult, ...]) -> None:
        """Shows the last scans, newest first."""
        self.passages.show_results(results)

    def _figures_card(self) -> Panel:
        card = Panel()
        figures = QHBoxLayout()
        for figure in (self.present, self.expected, self.here):
            figures.addWidget(figure, 1)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addLayout(figures)
        for widget in (self.progress, self.chart, self.breakdown, self.elsewhere, self.conflicts):
            column.addWidget(widget)
        return card

    def _badge_card(self) -> Panel:
        card = Panel()
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.badge_state)
        words.addWidget(self.badge_detail)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words)
        row.addStretch(1)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 14, 16, 8)
        column.setSpacing(8)
        column.addWidget(_heading(self.tr("Badge")))
        column.addLayout(row)
        column.addWidget(self.question)
        column.addSpacing(4)
        column.addWidget(_heading(self.tr("Derniers passages")))
        column.addWidget(self.passages, 1)
        return card


def _heading(text: str) -> QLabel:
    label = Text(NOTE_PX, bold=True, ink=LIGHT.ink_2)
    label.setText(text)
    return label
