"""The meters of what OBS hears, one an input, with a word for what is wrong."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vi_events.ui.preparation.words import counted
from vi_events.ui.theme import DARK, NOTE_PX, SMALL_PX, color, font
from vi_events.ui.widgets.dark import Card, draw_mark, label
from vi_events.webtv.audio import Input, Sound, share, sound

_MOST = 5
_LEVELS = {"ok": "ok", "quiet": "off", "silent": "warn", "muted": "warn", "clipped": "bad"}
_YELLOW_DB, _RED_DB = -20.0, -9.0
"""The usual zones of OBS's meters."""


class Meter(QWidget):
    """One input: its name, what is wrong with it, its level."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._said, self._level, self._share, self._peak = "", "", "ok", 0.0, -99.0
        self.setFixedHeight(34)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def said(self) -> str:
        """What is wrong, in words; empty when nothing is."""
        return self._said

    def show_input(self, one: Input, now: Sound) -> None:
        said = self._words(now)
        self._name, self._said, self._level = one.name, said, _LEVELS[now.state]
        self._share, self._peak = share(one.peak_db), one.peak_db
        self.setAccessibleName(f"{one.name}, {said}" if said else one.name)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(160, 34)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = DARK.tone(self._level)
        left = 0
        if self._said:
            draw_mark(painter, QRectF(1, 5, 9, 9), "lozenge" if self._level != "bad" else "square", tone.main)
            left = 16
        painter.setFont(font(SMALL_PX))
        painter.setPen(color(tone.main if self._said else DARK.ink))
        said = f"{self._name} · {self._said}" if self._said else self._name
        words = QFontMetrics(font(SMALL_PX)).elidedText(said, Qt.TextElideMode.ElideMiddle, self.width() - left)
        painter.drawText(left, 0, self.width() - left, 20, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(DARK.line))
        bar = QRectF(0, 22, self.width(), 8)
        painter.drawRoundedRect(bar, 4, 4)
        if self._share > 0:
            lit = DARK.bad if self._peak > _RED_DB else DARK.warn if self._peak > _YELLOW_DB else DARK.ok
            painter.setBrush(color(lit.main))
            painter.drawRoundedRect(QRectF(0, 22, max(8.0, bar.width() * self._share), 8), 4, 4)

    def _words(self, now: Sound) -> str:
        words = {
            "silent": self.tr("silence depuis %1 s"),
            "muted": self.tr("muet dans OBS depuis %1 s"),
            "quiet": self.tr("pas encore entendu"),
            "clipped": self.tr("sature"),
        }
        return words.get(now.state, "").replace("%1", str(now.since_s))


class SoundMeters(Card):
    """Every input in use, those with something wrong first."""

    def __init__(self) -> None:
        super().__init__()
        self.title.setText(self.tr("Son"))
        self.title.show()
        self.meters: list[Meter] = []
        self.inputs: tuple[Input, ...] = ()
        self.none = label(self.tr("OBS ne dit rien du son."), NOTE_PX, ink=DARK.ink_2, wrap=True)
        self.more = label("", SMALL_PX, ink=DARK.ink_2)
        self.more.hide()
        self.column.addWidget(self.none)
        self.column.addWidget(self.more)
        self.column.setSpacing(4)

    def show_inputs(self, inputs: tuple[Input, ...], now_ms: int) -> None:
        self.inputs = inputs
        told = [(each, sound(each, now_ms)) for each in inputs]
        told.sort(key=lambda pair: pair[1].state in ("ok", "quiet"))  # stable: the others stay in their order
        while len(self.meters) < min(_MOST, len(told)):
            self.meters.append(Meter())
            self.column.insertWidget(self.column.count() - 1, self.meters[-1])
        for place, meter in enumerate(self.meters):
            meter.setVisible(place < len(told))
            if place < len(told):
                meter.show_input(*told[place])
        self.none.setVisible(not told)
        left = len(told) - _MOST
        self.more.show_text(counted(left, self.tr("et %1 autre"), self.tr("et %1 autres")) if left > 0 else "")
