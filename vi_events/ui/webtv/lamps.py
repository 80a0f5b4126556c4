"""The head of the console: stream and recording with how long they have lasted, the lamps, the clock."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from vi_events.ui.language import locale
from vi_events.ui.stations.mark import NetworkMark
from vi_events.ui.theme import DARK, LEAD_PX, RADIUS_CHIP_PX, SMALL_PX, TITLE_PX, color, font
from vi_events.ui.webtv.verbs import VerbButton
from vi_events.ui.widgets.dark import Mark, draw_mark, label
from vi_events.webtv.chapters import timecode
from vi_events.webtv.outputs import Lamp, Output

HEIGHT_PX = 52
_NAME_LENGTH = 12
NAMES = ("obs", "dropped", "cpu", "sound", "disk")


class OutputChip(QWidget):
    """The stream or the recording: a word, a shape and a duration. Filled red only for the stream on air."""

    def __init__(self, *, filled: bool) -> None:
        super().__init__()
        self._filled = filled
        self._text, self._shape = "", "ring"
        self._ground, self._edge, self._ink = DARK.off.paper, DARK.line, DARK.ink_2
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        return self._text

    def show_output(self, output: Output | None, words: tuple[str, str, str], now_ms: int) -> None:
        """``words``: while it runs, while it does not, when it is in trouble."""
        on, off, troubled = words
        if output is None or not output.active:
            said, self._shape = off, "ring"
            self._ground, self._edge, self._ink = DARK.off.paper, DARK.line, DARK.ink_2
        else:
            lasted = timecode(max(0, now_ms - output.began_ms) // 1000)
            said = f"{troubled if output.troubled else on} {lasted}"
            tone = DARK.warn if output.troubled else DARK.bad
            self._shape = "lozenge" if output.troubled else "circle"
            ground = tone.main if self._filled else tone.paper
            self._ground, self._edge, self._ink = ground, tone.main, DARK.background if self._filled else tone.ink
        if output is None:
            said = f"{off}\u202f?"
        if said != self._text:
            wider = len(said) != len(self._text)
            self._text = said
            self.setAccessibleName(said)
            if wider:
                self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(QFontMetrics(font(SMALL_PX, bold=True, tabular=True)).horizontalAdvance(self._text) + 36, 26)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color(self._edge), 1))
        painter.setBrush(color(self._ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CHIP_PX, RADIUS_CHIP_PX)
        draw_mark(painter, QRectF(9, 8, 10, 10), self._shape, self._ink)
        painter.setPen(color(self._ink))
        painter.setFont(font(SMALL_PX, bold=True, tabular=True))
        painter.drawText(self.rect().adjusted(25, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._text)


class WebtvTopBar(QWidget):
    """Outputs at the left; lamps, menu and clock at the right."""

    menu_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT_PX)
        self.stream, self.record = OutputChip(filled=True), OutputChip(filled=False)
        self.lamps = {name: Mark(SMALL_PX) for name in NAMES}
        self.network = NetworkMark(SMALL_PX)
        self.menu = VerbButton(self.tr("Menu"), "F10", kind="bare")
        self.menu.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.menu.clicked.connect(self.menu_requested)
        self.clock = label("", TITLE_PX - 2, bold=True)
        self.clock.use_tabular_figures()
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 2)
        row.setSpacing(12)
        row.addWidget(label(self.tr("Régie webtv"), LEAD_PX - 2, bold=True))
        row.addWidget(self.stream)
        row.addWidget(self.record)
        row.addStretch(1)
        for lamp in self.lamps.values():
            row.addWidget(lamp)
        row.addWidget(self.network)
        row.addWidget(self.menu)
        row.addWidget(self.clock)

    def show_outputs(self, stream: Output | None, record: Output | None, now_ms: int) -> None:
        said = (self.tr("DIFFUSION"), self.tr("HORS DIFFUSION"), self.tr("RECONNEXION"))
        self.stream.show_output(stream, said, now_ms)
        said = (self.tr("ENREG."), self.tr("SANS ENREG."), self.tr("PAUSE"))
        self.record.show_output(record, said, now_ms)

    def show_lamps(self, lamps: Iterable[Lamp]) -> None:
        for lamp in lamps:
            # A fact is not an alarm: only what is wrong is in colour.
            ink = DARK.tone(lamp.level).main if lamp.level in ("warn", "bad") else ""
            self.lamps[lamp.name].show_state(lamp.level, lamp_words(lamp), ink)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(DARK.card))
        painter.fillRect(0, self.height() - 1, self.width(), 1, color(DARK.line))


def lamp_words(lamp: Lamp) -> str:
    """What a lamp says."""
    if lamp.name == "obs":
        return _obs_words(lamp)
    if lamp.name == "sound":
        return _sound_words(lamp)
    if lamp.level == "off":
        return {
            "dropped": QCoreApplication.translate("WebtvLamps", "Pertes\u202f?"),
            "cpu": QCoreApplication.translate("WebtvLamps", "CPU\u202f?"),
            "disk": QCoreApplication.translate("WebtvLamps", "Disque\u202f?"),
        }[lamp.name]
    if lamp.name == "dropped":
        figure = locale().toString(lamp.figure * 100, "f", 2)
        return QCoreApplication.translate("WebtvLamps", "Pertes %1\u00a0%").replace("%1", figure)
    if lamp.name == "cpu":
        return QCoreApplication.translate("WebtvLamps", "CPU %1\u00a0%").replace("%1", str(round(lamp.figure)))
    return QCoreApplication.translate("WebtvLamps", "Disque %1\u00a0Go").replace(
        "%1", locale().toString(int(lamp.figure / 1000))
    )


def _obs_words(lamp: Lamp) -> str:
    version = lamp.about.split(".")[0]
    if lamp.state in ("ready", "busy"):
        known = QCoreApplication.translate("WebtvLamps", "OBS %1").replace("%1", version) if version else "OBS"
        return (
            known
            if lamp.state == "ready"
            else QCoreApplication.translate("WebtvLamps", "%1 occupé").replace("%1", known)
        )
    return {
        "off": QCoreApplication.translate("WebtvLamps", "OBS non relié"),
        "connecting": QCoreApplication.translate("WebtvLamps", "OBS\u202f: connexion"),
        "wrong_password": QCoreApplication.translate("WebtvLamps", "OBS\u202f: mot de passe"),
        "refused": QCoreApplication.translate("WebtvLamps", "OBS refuse"),
        "too_old": QCoreApplication.translate("WebtvLamps", "OBS trop ancien"),
    }.get(lamp.state, QCoreApplication.translate("WebtvLamps", "OBS absent"))


def _sound_words(lamp: Lamp) -> str:
    name = lamp.about if len(lamp.about) <= _NAME_LENGTH else f"{lamp.about[: _NAME_LENGTH - 1]}…"
    seconds = int(lamp.figure)
    lasted = f"{seconds}\u00a0s" if seconds < 100 else f"{seconds // 60}\u00a0min"
    words = {
        "ok": QCoreApplication.translate("WebtvLamps", "Son"),
        "clipped": QCoreApplication.translate("WebtvLamps", "%2 sature"),
        "silent": QCoreApplication.translate("WebtvLamps", "%2 muet %1"),
        "muted": QCoreApplication.translate("WebtvLamps", "%2 coupé %1"),
        "quiet": QCoreApplication.translate("WebtvLamps", "Aucun son %1"),
    }
    if lamp.level == "off":
        return QCoreApplication.translate("WebtvLamps", "Son\u202f?")
    if not name and lamp.state != "ok":
        return words["quiet"].replace("%1", lasted)
    return words[lamp.state].replace("%1", lasted).replace("%2", name)
