"""How the reveals come over the picture: by themselves, when the operator takes them, or not; and which one waits."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from vi_events.ui.theme import BASE_PX, DARK, LEAD_PX, TITLE_PX, color, font
from vi_events.ui.webtv.reveals import waiting
from vi_events.ui.webtv.verbs import VerbButton
from vi_events.ui.widgets.dark import Card, label
from vi_events.webtv.overlays import Overlay
from vi_events.webtv.service import WebtvView

_AROBASE = "#FFC857"


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


class PalmaresPanel(Card):
    """Three modes, the reveal that waits, and the verb that takes it."""

    act_requested = Signal(str)
    """``follow``, ``prepare``, ``manual`` or ``take``."""

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
        self.arobases = Arobases()
        self.arobases.hide()
        self.name = label("", LEAD_PX, bold=True)
        self.state = label("", BASE_PX, ink=DARK.ink_2)
        self.state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for mode, button in self.modes.items():
            button.clicked.connect(lambda _=False, mode=mode: self.act_requested.emit(mode))
        self.take.clicked.connect(lambda: self.act_requested.emit("take"))
        modes, row = QHBoxLayout(), QHBoxLayout()
        modes.setSpacing(8)
        for button in self.modes.values():
            modes.addWidget(button, 1)
        row.setSpacing(14)
        row.addWidget(self.arobases)
        row.addWidget(self.name)
        row.addWidget(self.state, 1)
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
        self.name.setMaximumWidth(330)
        self.state.setText(_state_words(now.state))
        self.state.set_ink(DARK.warn.main if now.state == "to_take" else DARK.ink_2)
        self.take.setEnabled(now.state == "to_take")
        self.take.light(now.state == "to_take")


def _state_words(state: str) -> str:
    return {
        "on_air": QCoreApplication.translate("PalmaresPanel", "sur l’image"),
        "to_take": QCoreApplication.translate("PalmaresPanel", "révélé, attend votre prise"),
        "loaded": QCoreApplication.translate("PalmaresPanel", "chargé, attend le TOP de la scène"),
        "follows": QCoreApplication.translate("PalmaresPanel", "viendra au prochain TOP"),
        "none": QCoreApplication.translate("PalmaresPanel", "Aucun label à montrer pour l’instant."),
    }[state]
