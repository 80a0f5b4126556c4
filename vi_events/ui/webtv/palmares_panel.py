"""How the reveals come over the picture: by themselves, when the operator takes them, or not; and which one waits."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vi_events.ui.theme import BASE_PX, DARK, LEAD_PX, RADIUS_CHIP_PX, SMALL_PX, TITLE_PX, color, font
from vi_events.ui.webtv.reveals import waiting
from vi_events.ui.webtv.verbs import VerbButton
from vi_events.ui.widgets.dark import Card, label
from vi_events.webtv.overlays import Overlay
from vi_events.webtv.service import WebtvView

_AROBASE = "#FFC857"
_READY_PX, _FOOT_PX = (176, 92), 20


class Arobases(QWidget):
    """As many as were won."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int) -> None:
        if count != self._count:
            self._count = count
            self.setVisible(count > 0)
            self.setAccessibleName(f"{count} @")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        metrics = QFontMetrics(font(TITLE_PX, bold=True))
        return QSize(metrics.horizontalAdvance("@" * self._count) + 2, metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setFont(font(TITLE_PX, bold=True))
        painter.setPen(color(_AROBASE))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, "@" * self._count)


class ReadyPicture(QWidget):
    """What T would put over the picture, in a frame that says whether it may be taken: whole when it is ready, dashed
    while its TOP is to come.
    """

    def __init__(self) -> None:
        super().__init__()
        self.state = self.words = ""
        self.picture: QImage | None = None
        self.setFixedSize(*_READY_PX)

    def show_state(self, state: str, words: str) -> None:
        """``state`` as in ``Waiting``."""
        if (state, words) != (self.state, self.words):
            self.state, self.words = state, words
            self.setAccessibleName(words)
            self.update()

    def show_picture(self, picture: QImage | None) -> None:
        self.picture = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        ready, box = self.state in ("to_take", "loaded"), QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        pen = QPen(color(DARK.warn.main if ready else DARK.line), 2)
        pen.setStyle(Qt.PenStyle.SolidLine if self.state == "to_take" else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(color("#26354A" if ready else DARK.background))
        painter.drawRoundedRect(box, RADIUS_CHIP_PX, RADIUS_CHIP_PX)
        foot = QRectF(box.left(), box.bottom() - _FOOT_PX, box.width(), _FOOT_PX)
        if ready and self.picture is not None:
            room = box.adjusted(5, 5, -5, -_FOOT_PX)
            size = QSizeF(self.picture.size()).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            drawn = QRectF(room.topLeft(), size)
            drawn.moveCenter(room.center())
            painter.setOpacity(1.0 if self.state == "to_take" else 0.55)
            painter.drawImage(drawn, self.picture)
            painter.setOpacity(1.0)
        painter.setPen(color(DARK.warn.main if ready else DARK.ink_2))
        painter.setFont(font(SMALL_PX, bold=ready))
        painter.drawText(foot if ready else box, Qt.AlignmentFlag.AlignCenter, self.words)


class PalmaresPanel(Card):
    """Three modes, the reveal that waits, and the verb that takes it."""

    act_requested = Signal(str)
    """``follow``, ``prepare``, ``manual`` or ``take``."""
    picture_wanted = Signal(object)
    """The Overlay that is ready, or None."""

    def __init__(self) -> None:
        super().__init__()
        self.title.setText(self.tr("Suivi du palmarès"))
        self.title.show()
        self.modes = {
            "follow": VerbButton(self.tr("Suivre"), "F6"),
            "prepare": VerbButton(self.tr("Préparer"), "F7"),
            "manual": VerbButton(self.tr("Manuel"), "F8"),
        }
        self.take = VerbButton(self.tr("Prendre"), "T")
        self.take.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.ready = ReadyPicture()
        self._overlay: Overlay | None = None
        self.arobases = Arobases()
        self.arobases.hide()
        self.name = label("", LEAD_PX, bold=True, wrap=True)
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.state = label("", BASE_PX, ink=DARK.ink_2, wrap=True)
        self.state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for mode, button in self.modes.items():
            button.clicked.connect(lambda _=False, mode=mode: self.act_requested.emit(mode))
        self.take.clicked.connect(lambda: self.act_requested.emit("take"))
        modes, row, said, who = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        modes.setSpacing(8)
        for button in self.modes.values():
            modes.addWidget(button, 1)
        row.setSpacing(14)
        who.setSpacing(14)
        who.addWidget(self.arobases)
        who.addWidget(self.name, 1)
        said.setSpacing(0)
        said.addStretch(1)
        said.addLayout(who)
        said.addWidget(self.state)
        said.addStretch(1)
        said.setContentsMargins(0, 0, 0, 0)
        words = QWidget()
        words.setLayout(said)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        row.addWidget(self.ready)
        row.addWidget(words, 1)
        row.addWidget(self.take)
        self.column.addLayout(modes)
        self.column.addLayout(row)
        self.column.setSpacing(8)

    def show_view(self, view: WebtvView, stage: Overlay | None) -> None:
        words = {"follow": self.tr("Suivre"), "prepare": self.tr("Préparer"), "manual": self.tr("Manuel")}
        for mode, button in self.modes.items():
            button.light(mode == view.mode)
            # A lozenge beside the word: the mode is not told by a colour alone.
            button.set_text(f"◆ {words[mode]}" if mode == view.mode else words[mode])
        now = waiting(view, stage)
        self.arobases.show_count(now.level)
        self.name.show_text(now.name)
        self.name.setToolTip(now.name)
        self.state.setText(_state_words(now.state))
        self.state.set_ink(DARK.warn.main if now.state == "to_take" else DARK.ink_2)
        self.take.setEnabled(now.state == "to_take")
        self.take.light(now.state == "to_take")
        self.ready.show_state(now.state, _frame_words(now.state, view.mode))
        if now.overlay != self._overlay:
            self._overlay = now.overlay
            self.ready.show_picture(None)
            self.picture_wanted.emit(now.overlay)

    def show_picture(self, overlay: Overlay, picture: QImage) -> None:
        """What ``picture_wanted`` asked for; one that came too late is not shown."""
        if overlay == self._overlay:
            self.ready.show_picture(picture)


def _state_words(state: str) -> str:
    return {
        "on_air": QCoreApplication.translate("PalmaresPanel", "sur l’image"),
        "to_take": QCoreApplication.translate("PalmaresPanel", "révélé, attend votre prise"),
        "loaded": QCoreApplication.translate("PalmaresPanel", "chargé, attend le TOP de la scène"),
        "follows": QCoreApplication.translate("PalmaresPanel", "viendra au prochain TOP"),
        "manual": QCoreApplication.translate(
            "PalmaresPanel", "Rien ne vient de la scène\u202f: F7\u00a0prépare, F6\u00a0la suit."
        ),
        "none": QCoreApplication.translate("PalmaresPanel", "Aucun label à montrer pour l’instant."),
    }[state]


def _frame_words(state: str, mode: str) -> str:
    words = {
        "to_take": QCoreApplication.translate("PalmaresPanel", "PRÊT"),
        "loaded": QCoreApplication.translate("PalmaresPanel", "CHARGÉ"),
    }
    modes = {
        "follow": QCoreApplication.translate("PalmaresPanel", "automatique"),
        "prepare": QCoreApplication.translate("PalmaresPanel", "rien à prendre"),
        "manual": QCoreApplication.translate("PalmaresPanel", "rien de chargé"),
    }
    return words.get(state) or modes[mode]
