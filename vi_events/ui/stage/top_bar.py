"""The head of the console: the mode of the show, its lamps, the time; below it what must be read first."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from vi_events.stage.show import ShowView
from vi_events.ui.stations.mark import NetworkMark
from vi_events.ui.theme import BASE_PX, DARK, LEAD_PX, NOTE_PX, RADIUS_CHIP_PX, TITLE_PX, VIOLET, color, font
from vi_events.ui.widgets.dark import Mark, StageButton, draw_mark, label
from vi_events.ui.widgets.panel import OneLine

translate = QCoreApplication.translate
HEIGHT_PX = 52


@dataclass(frozen=True, slots=True)
class Mode:
    """One mode by its word, its shape and its colours."""

    word: str
    shape: str
    ground: str
    ink: str


def mode_of(view: ShowView | None) -> Mode:
    """What the show is doing. Black and an empty screen come before the rest: they are what the audience sees."""
    if view is None or view.state.mode == "edit":
        return Mode(translate("StageMode", "PRÉPARATION"), "ring", DARK.off.paper, DARK.off.ink)
    if view.state.black:
        return Mode(translate("StageMode", "ÉCRAN NOIR"), "square", "#000000", DARK.ink)
    if view.state.mode == "hold":
        return Mode(translate("StageMode", "PAUSE"), "bars", DARK.warn.main, DARK.background)
    if view.state.cleared:
        return Mode(translate("StageMode", "ÉCRAN VIDE"), "ring", DARK.info.main, DARK.background)
    if view.state.mode == "armed":
        return Mode(translate("StageMode", "ARMÉ"), "triangle", DARK.ok.main, DARK.background)
    return Mode(translate("StageMode", "EN DIRECT"), "circle", DARK.bad.main, DARK.background)


class ModeChip(QWidget):
    """The mode, unmistakable: a shape, a word and a colour."""

    def __init__(self) -> None:
        super().__init__()
        self._mode = mode_of(None)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def mode(self) -> Mode:
        return self._mode

    def show_mode(self, mode: Mode) -> None:
        self._mode = mode
        self.setAccessibleName(mode.word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(QFontMetrics(font(NOTE_PX, bold=True)).horizontalAdvance(self._mode.word) + 44, 28)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(color(self._mode.ink if self._mode.ground == "#000000" else self._mode.ground))
        painter.setBrush(color(self._mode.ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CHIP_PX, RADIUS_CHIP_PX)
        draw_mark(painter, QRectF(12, 8, 12, 12), self._mode.shape, self._mode.ink)
        painter.setPen(color(self._mode.ink))
        painter.setFont(font(NOTE_PX, bold=True))
        painter.drawText(self.rect().adjusted(32, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._mode.word)


class StageTopBar(QWidget):
    """Mode, edition and revision at the left; lamps, menu and clock at the right."""

    menu_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT_PX)
        self._edge = DARK.line
        self.mode = ModeChip()
        self.about = OneLine(BASE_PX, ink=DARK.ink_2)
        self.lamps = {name: Mark(NOTE_PX) for name in ("stations", "public", "prompter", "journal")}
        self.network = NetworkMark(NOTE_PX)
        self.menu = StageButton(self.tr("Menu"), "F10", kind="bare")
        self.menu.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.menu.clicked.connect(self.menu_requested)
        self.clock = label("", TITLE_PX - 1, bold=True)
        self.clock.use_tabular_figures()
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 2)
        row.setSpacing(18)
        row.addWidget(self.mode)
        row.addWidget(label(self.tr("Régie plateau"), LEAD_PX - 1, bold=True))
        row.addWidget(self.about, 1)
        for lamp in self.lamps.values():
            row.addWidget(lamp)
        row.addWidget(self.network)
        row.addWidget(self.menu)
        row.addWidget(self.clock)

    def show_view(self, view: ShowView | None, title: str) -> None:
        mode = mode_of(view)
        self.mode.show_mode(mode)
        self._edge = DARK.ink if mode.ground == "#000000" else mode.ground
        revision = self.tr(" · révision %1").replace("%1", str(view.revision.number)) if view else ""
        self.about.setText(title + revision)
        self._show_stations(view)
        self.update()

    def _show_stations(self, view: ShowView | None) -> None:
        """Who else leads or has led this show; nothing where this station is the only one."""
        lamp = self.lamps["stations"]
        state = view.state if view else None
        lamp.setVisible(state is not None and (state.elsewhere or state.stale > 0))
        if state is not None and state.elsewhere:
            lamp.show_state("warn", self.tr("Mené par «\u202f%1\u202f»").replace("%1", state.leader))
        elif state is not None and state.stale > 0:
            said = (
                self.tr("%1 ordres d’une autre régie ignorés")
                if state.stale > 1
                else self.tr("%1 ordre d’une autre régie ignoré")
            )
            lamp.show_state("warn", said.replace("%1", str(state.stale)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(DARK.card))
        painter.fillRect(0, self.height() - 3, self.width(), 3, color(self._edge))


class RehearsalBand(QWidget):
    """Violet, as long as nothing is real."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(40)
        self.words = label(self.tr("RÉPÉTITION, niveaux inventés"), LEAD_PX, bold=True, ink=VIOLET.ink)
        leave = StageButton(self.tr("Quitter la répétition"))
        leave.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        leave.setFixedHeight(30)
        leave.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(46, 0, 12, 0)
        row.addWidget(self.words, 1)
        row.addWidget(leave)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(VIOLET.paper))
        painter.fillRect(0, self.height() - 2, self.width(), 2, color(VIOLET.main))
        draw_mark(painter, QRectF(20, 13, 14, 14), "triangle", VIOLET.main)


class Banner(QWidget):
    """One sentence that must be read: what happened, and what to press."""

    def __init__(self) -> None:
        super().__init__()
        self._tone = "info"
        self.words = label("", BASE_PX, bold=True, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(46, 8, 20, 8)
        row.addWidget(self.words)
        self.hide()

    def say(self, tone: str, text: str) -> None:
        """Shows ``text``; an empty one takes the banner away."""
        self._tone = tone
        self.words.setText(text)
        self.words.set_ink(DARK.tone(tone).ink)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        tone = DARK.tone(self._tone)
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(tone.paper))
        shape = {"bad": "square", "warn": "lozenge"}.get(self._tone, "circle")
        draw_mark(painter, QRectF(20, self.height() / 2 - 7, 14, 14), shape, tone.main)
