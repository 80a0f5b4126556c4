"""The large area that says what GO does now, and why it would not."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from vi_events.stage.engine import needs_standby, target
from vi_events.stage.frames import next_frame
from vi_events.stage.show import ShowView
from vi_events.ui.language import labelled
from vi_events.ui.theme import DARK, NAME_PX, NOTE_PX, RADIUS_CARD_PX, TITLE_PX, Tone, color, font
from vi_events.ui.widgets.dark import draw_mark
from vi_events.ui.widgets.fit_label import fit

translate = QCoreApplication.translate
FLASH_MS = 1500
_PAD_PX = 16
_BLACK = Tone(DARK.ink, "#000000", DARK.ink)
_TONES = {
    "ready": (DARK.ok, "triangle"),
    "gate": (DARK.warn, "lozenge"),
    "hold": (DARK.warn, "bars"),
    "black": (_BLACK, "square"),
    "ended": (DARK.off, "ring"),
    "edit": (DARK.off, "ring"),
    "inert": (DARK.info, "ring"),
    "flash": (DARK.bad, "square"),
}


@dataclass(frozen=True, slots=True)
class TopState:
    """What the area says. ``kind`` is a key of its tones; only ``ready`` lets GO act."""

    kind: str
    word: str
    target: str = ""
    how: str = ""


def kind_of(view: ShowView | None) -> str:
    """What a press of GO would meet: ``ready``, ``gate``, ``hold``, ``black``, ``ended`` or ``edit``."""
    if view is None or view.state.mode == "edit":
        return "edit"
    if view.state.mode == "hold":
        return "hold"
    if view.state.black:
        return "black"
    if target(view.revision, view.state) is None:
        return "ended"
    return "gate" if needs_standby(view.revision, view.state) else "ready"


def target_words(view: ShowView | None) -> str:
    """What GO will show: « Le Havre », « Les villages : 3 sur 12 »."""
    following = target(view.revision, view.state) if view else None
    if view is None or following is None:
        return ""
    stop, step = view.revision.stops[following[0]], following[1]
    shown = next_frame(view.revision, view.state)
    if stop.kind == "group" and shown is not None:
        name, _, number = stop.steps[step].name.partition(":")
        if name == "call":
            return stop.card.laureates[int(number) - 1].name
        return labelled(stop.label, "photo") if name == "photo" else stop.label
    return stop.label


def top_state(view: ShowView | None, inert: str, rearmed: bool) -> TopState:
    """What GO would do now, in words. ``inert``: why a press would not reach the stage (``dialog``, ``typing``,
    ``elsewhere``), or empty.
    """
    kind, words = kind_of(view), target_words(view)
    if inert and kind != "edit":
        why = {
            "dialog": translate("TopArea", "Une fenêtre est ouverte devant\u202f: fermez-la."),
            "typing": translate("TopArea", "Vous écrivez dans un champ\u202f: Échap en sort."),
            "elsewhere": translate("TopArea", "Le clavier est dans une autre fenêtre\u202f: cliquez dans la régie."),
        }
        return TopState("inert", translate("TopArea", "TOP inactif"), "", why[inert])
    if kind == "ready":
        return TopState(kind, translate("TopArea", "TOP"), words, _ready_words(view) if rearmed else "…")
    said = {
        "gate": (translate("TopArea", "PALIER"), words, translate("TopArea", "S pour préparer, puis TOP")),
        "hold": (translate("TopArea", "PAUSE"), "", translate("TopArea", "P reprend\u202f; d’ici là, TOP n’agit pas")),
        "black": (translate("TopArea", "NOIR"), "", translate("TopArea", "F12 rend l’écran, puis TOP")),
        "ended": (
            translate("TopArea", "FIN"),
            "",
            translate("TopArea", "dernière étape passée\u202f: Menu, Terminer"),
        ),
        "edit": (
            translate("TopArea", "PAS ARMÉ"),
            "",
            translate("TopArea", "« Armer… » vérifie tout d’abord"),
        ),
    }
    return TopState(kind, *said[kind])


def _ready_words(view: ShowView | None) -> str:
    if view is not None and view.state.standby >= 0:
        return translate("TopArea", "étape choisie · Échap annule")
    if view is not None and view.state.gate_open:
        return translate("TopArea", "palier préparé · Espace ou télécommande")
    return translate("TopArea", "armé · Espace ou télécommande")


class TopArea(QWidget):
    """Acts when it is pressed, not when it is released: as the keys do."""

    pressed = Signal()
    released = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._state = TopState("edit", "")
        self._flash: TopState | None = None
        self._flash_ends = QTimer(self, singleShot=True, interval=FLASH_MS)
        self._flash_ends.timeout.connect(self._end_flash)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(190)

    @property
    def state(self) -> TopState:
        """What is shown now: a flash, or what GO does."""
        return self._flash or self._state

    def show_state(self, state: TopState) -> None:
        if state != self._state:
            self._state = state
            self._shown()

    def flash(self, word: str, why: str) -> None:
        """A press that did nothing says why, for a moment."""
        self._flash = TopState("flash", word, why)
        self._flash_ends.start()
        self._shown()

    def end_flash(self) -> None:
        """A press that counts takes the place of the reason why one did not."""
        self._flash_ends.stop()
        self._end_flash()

    def _end_flash(self) -> None:
        self._flash = None
        self._shown()

    def _shown(self) -> None:
        state = self.state
        self.setAccessibleName(" ".join(part for part in (state.word, state.target, state.how) if part))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(250, 300)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton:
            self.released.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = self.state
        tone, shape = _TONES[state.kind]
        painter.setPen(QPen(color(tone.main), 3))
        painter.setBrush(color(tone.paper))
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.drawRoundedRect(box, RADIUS_CARD_PX, RADIUS_CARD_PX)
        self._paint_words(painter, state, tone, shape)

    def _paint_words(self, painter: QPainter, state: TopState, tone: Tone, shape: str) -> None:
        width = self.width() - 2 * _PAD_PX
        word = fit(state.word, width, NAME_PX + 6 if len(state.word) < 6 else NAME_PX - 18)
        name = fit(state.target, width, TITLE_PX + 4) if state.target else None
        step = round(word.px * 1.1)
        how_px = 3 * (NOTE_PX + 6) if state.how else 0
        name_px = len(name.lines) * round(name.px * 1.2) + 12 if name else 0
        y = max(12, (self.height() - 40 - step * len(word.lines) - name_px - how_px) // 2)
        draw_mark(painter, QRectF(self.width() / 2 - 11, y, 22, 22), shape, tone.main)
        y += 36
        centre = Qt.AlignmentFlag.AlignHCenter
        painter.setPen(color(tone.main))
        painter.setFont(font(word.px, bold=True))
        for line in word.lines:
            painter.drawText(QRect(_PAD_PX, y, width, step), centre | Qt.AlignmentFlag.AlignVCenter, line)
            y += step
        y += 6
        if name:
            painter.setPen(color(DARK.ink))
            painter.setFont(font(name.px, bold=True))
            for line in name.lines:
                painter.drawText(QRect(_PAD_PX, y, width, round(name.px * 1.2)), centre, line)
                y += round(name.px * 1.2)
            y += 6
        painter.setPen(color(tone.ink))
        painter.setFont(font(NOTE_PX))
        painter.drawText(QRect(_PAD_PX, y, width, self.height() - y), centre | Qt.TextFlag.TextWordWrap, state.how)
