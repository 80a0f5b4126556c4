"""What was aired and when, newest first, in words."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from vi_events.ui.stage.dark import DARK, StageDialog, label
from vi_events.ui.theme import BASE_PX, RADIUS_BUTTON_PX
from vi_events.webtv.service import Aired

_SHEET = f"""
    QTableWidget {{ background: {DARK.card}; color: {DARK.ink}; border: 1px solid {DARK.line};
        border-radius: {RADIUS_BUTTON_PX}px; gridline-color: {DARK.line}; }}
    QHeaderView::section {{ background: {DARK.card}; color: {DARK.ink_2}; border: 0; padding: 6px 8px; }}
"""


class AiredLog(StageDialog):
    """Every order given at this desk."""

    def __init__(self, lines: tuple[Aired, ...], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Journal de l’habillage"), "", parent)
        self.table = QTableWidget(len(lines), 4)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Heure"), self.tr("Ce qui s’est passé"), self.tr("Habillage"), self.tr("Texte")]
        )
        self.table.setAccessibleName(self.tr("Journal de l’habillage"))
        self.table.setStyleSheet(_SHEET)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        for row, line in enumerate(lines):
            at = datetime.fromtimestamp(line.at_ms / 1000).strftime("%H:%M:%S")
            kinds = ", ".join(kind_words(kind) for kind in line.kind.split(", ") if kind)
            everything = line.what == "overlay_hidden" and line.kind.count(",") > 2
            said = (at, _what(line.what), self.tr("tout") if everything else kinds, line.text)
            for column, text in enumerate(said):
                self.table.setItem(row, column, QTableWidgetItem(text))
        empty = label(self.tr("Rien n’est encore passé à l’antenne."), BASE_PX, ink=DARK.ink_2)
        empty.setVisible(not lines)
        self.table.setVisible(bool(lines))
        self.body.addWidget(empty)
        self.body.addWidget(self.table, 1)
        self.resize(860, 560)


def kind_words(kind: str) -> str:
    """How an overlay is called."""
    return {
        "award": QCoreApplication.translate("OverlayKinds", "label"),
        "roll_call": QCoreApplication.translate("OverlayKinds", "appel groupé"),
        "lower_third": QCoreApplication.translate("OverlayKinds", "nom"),
        "two_voices": QCoreApplication.translate("OverlayKinds", "deux voix"),
        "slate": QCoreApplication.translate("OverlayKinds", "image d’attente"),
        "ticker": QCoreApplication.translate("OverlayKinds", "bandeau"),
        "logo": QCoreApplication.translate("OverlayKinds", "logo"),
    }.get(kind, kind)


def _what(what: str) -> str:
    return {
        "overlay_shown": QCoreApplication.translate("AiredLog", "Mis à l’antenne"),
        "overlay_hidden": QCoreApplication.translate("AiredLog", "Retiré"),
        "webtv_mode_set": QCoreApplication.translate("AiredLog", "Mode changé"),
        "speaker_added": QCoreApplication.translate("AiredLog", "Personne ajoutée à la liste"),
        "marker_set": QCoreApplication.translate("AiredLog", "Repère"),
        "output_started": QCoreApplication.translate("AiredLog", "OBS a démarré une sortie"),
        "output_stopped": QCoreApplication.translate("AiredLog", "OBS a arrêté une sortie"),
    }.get(what, what)
