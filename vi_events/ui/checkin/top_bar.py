"""Where this desk is, who holds it, what works."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from vi_events.checkin.views import LampState
from vi_events.clock import clock_time
from vi_events.ui.theme import LEAD_PX, LIGHT, NOTE_PX, color, font
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.panel import Text, plain_tip
from vi_events.ui.widgets.signs import Lamp

_HEIGHT_PX = 52


class LampRow(QWidget):
    """Lamps at the right. When room is short those that are well say only their name; trouble keeps its sentence."""

    lamp_clicked = Signal(str)
    """The name of the lamp."""

    def __init__(self) -> None:
        super().__init__()
        self.links: frozenset[str] = frozenset()
        """The names of the lamps that lead to a page of their own."""
        self._states: tuple[LampState, ...] = ()
        self.lamps: list[Lamp] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(18)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_states(self, states: tuple[LampState, ...]) -> None:
        self._states = states
        while len(self.lamps) < len(states):
            lamp = Lamp()
            self.lamps.append(lamp)
            self._row.addWidget(lamp)
        for lamp in self.lamps[len(states) :]:
            lamp.hide()
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: ARG002, N802
        self._write()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        for lamp, state in zip(self.lamps, self._states, strict=False):
            if lamp.geometry().contains(event.position().toPoint()):
                self.lamp_clicked.emit(state.name)

    def _write(self) -> None:
        for short in ((), ("ok",), ("ok", "off")):
            for lamp, state in zip(self.lamps, self._states, strict=False):
                lamp.show_state(state.level, state.name if state.level in short else state.text)
                lamp.setToolTip(plain_tip(state.text))
                lamp.setAccessibleName(state.text)
                linked = state.name in self.links
                lamp.setCursor(Qt.CursorShape.PointingHandCursor if linked else Qt.CursorShape.ArrowCursor)
                lamp.show()
            if self._missing_px() <= 0:
                return
        self._cut_longest()

    def _missing_px(self) -> int:
        """The row itself knows the size of new words only once Qt has laid it out again."""
        lamps = self.lamps[: len(self._states)]
        widths = sum(layout.sizeHint().width() for lamp in lamps if (layout := lamp.layout()) is not None)
        return widths + self._row.spacing() * (len(lamps) - 1) - self.width()

    def _cut_longest(self) -> None:
        """The last resort of a narrow window: the longest sentence ends in dots, and is whole in its tooltip."""
        lamp = max(self.lamps, key=lambda lamp: len(lamp.text()), default=None)
        if lamp is not None:
            metrics = QFontMetrics(font(NOTE_PX, tabular=True))
            room_px = metrics.horizontalAdvance(lamp.text()) - self._missing_px()
            lamp.show_state(lamp.level, metrics.elidedText(lamp.text(), Qt.TextElideMode.ElideRight, room_px))


def _dot(left_px: int) -> Text:
    dot = Text(LEAD_PX - 3, ink=LIGHT.ink_2)
    dot.setText("·")
    dot.setContentsMargins(left_px, 0, 0, 0)
    return dot


class TopBar(QWidget):
    """Signals ask the window to change zone, operator or full screen."""

    zone_requested = Signal()
    operator_requested = Signal()
    full_screen_requested = Signal()
    menu_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_HEIGHT_PX)
        title = Text(LEAD_PX - 1, bold=True)
        title.setText(self.tr("Accueil"))
        self.station = Text(LEAD_PX - 3, ink=LIGHT.ink_2)
        self.zone = KeyButton("", kind="bare")
        self.operator = KeyButton("", kind="bare")
        self.full_screen = KeyButton("", "F11", kind="bare")
        self.menu = KeyButton(self.tr("Menu"), "Alt+M", kind="bare")
        self.lamps = LampRow()
        self.time = Text(LEAD_PX - 1, bold=True)
        self.time.use_tabular_figures()
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(0)
        row.addWidget(title)
        row.addSpacing(20)
        for widget in (self.station, _dot(6), self.zone, _dot(0), self.operator):
            row.addWidget(widget)
        row.addWidget(self.lamps, 1)
        row.addSpacing(12)
        row.addWidget(self.full_screen)
        row.addWidget(self.menu)
        row.addSpacing(8)
        row.addWidget(self.time)
        self._prepare_buttons()

    def show_place(self, station: str, zone: str, operator: str) -> None:
        """Shows the station, its zone, and who holds it (empty: nobody said)."""
        self.station.setText(station)
        self.zone.set_text(zone or self.tr("Choisir un contrôle"))
        self.operator.set_text(operator or self.tr("Qui tient le poste\u202f?"))
        self.zone.setAccessibleName(self.tr("Contrôle\u202f: %1 (Ctrl+L pour changer)").replace("%1", zone))
        self.operator.setAccessibleName(self.tr("Au poste\u202f: %1 (Ctrl+O pour changer)").replace("%1", operator))

    def show_lamps(self, states: tuple[LampState, ...]) -> None:
        """Shows one lamp for each state."""
        self.lamps.show_states(states)

    def show_time(self, now_ms: int) -> None:
        """Shows the time of day."""
        self.time.setText(clock_time(now_ms))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(LIGHT.card))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), color(LIGHT.line))

    def _prepare_buttons(self) -> None:
        fixed = QSizePolicy.Policy.Fixed
        for button, keys, tip, signal in (
            (self.zone, "Ctrl+L", self.tr("Changer de contrôle (Ctrl+L)"), self.zone_requested),
            (self.operator, "Ctrl+O", self.tr("Changer de personne au poste (Ctrl+O)"), self.operator_requested),
            (self.full_screen, "F11", self.tr("Plein écran (F11)"), self.full_screen_requested),
            (self.menu, "Alt+M", self.tr("Menu (Alt+M)"), self.menu_requested),
        ):
            button.setSizePolicy(fixed, fixed)
            button.bind(keys)
            button.setToolTip(tip)
            button.clicked.connect(signal)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.full_screen.setAccessibleName(self.tr("Plein écran (F11)"))
