"""The overlays that are nobody's name and no award: the holding picture, the line of text, the logo."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from vi_events.ui.webtv.verbs import OnAirButton, VerbButton
from vi_events.ui.widgets.dark import Card
from vi_events.webtv.overlays import OnAir

KINDS = ("slate", "ticker", "logo")


class OverlaysPanel(Card):
    """Each button puts its overlay on air, or takes it off."""

    act_requested = Signal(str)
    """A value of KINDS, or ``outputs``."""

    def __init__(self) -> None:
        super().__init__()
        self.title.setText(self.tr("Autres habillages"))
        self.title.show()
        self.buttons = {
            "slate": OnAirButton(self.tr("Attente"), "F2"),
            "ticker": OnAirButton(self.tr("Bandeau"), "F3"),
            "logo": OnAirButton(self.tr("Logo"), "F4"),
        }
        self.outputs = VerbButton(self.tr("Sorties"), "F9")
        row = QHBoxLayout()
        row.setSpacing(8)
        for kind, button in (*self.buttons.items(), ("outputs", self.outputs)):
            if kind == "outputs":
                row.addSpacing(16)
            row.addWidget(button, 1)
            button.clicked.connect(lambda _=False, kind=kind: self.act_requested.emit(kind))
        self.column.addLayout(row)

    def show_air(self, air: OnAir) -> None:
        words = {"slate": self.tr("Attente"), "ticker": self.tr("Bandeau"), "logo": self.tr("Logo")}
        for kind, button in self.buttons.items():
            on = air.get(kind) is not None
            button.light(on)
            # A circle beside the word: on air is not told by a colour alone.
            said = f"● {words[kind]}" if on else words[kind]
            if button.text() != said:
                button.set_text(said)
                button.setToolTip(self.tr("À l’antenne\u202f: la même touche l’ôte.") if on else "")
