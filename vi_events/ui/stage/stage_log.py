"""What happened on stage, newest first, in words."""

from datetime import datetime

from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from vi_events.stage.go_key import DISCARDED
from vi_events.stage.service import LogLine
from vi_events.ui.theme import BASE_PX, DARK, RADIUS_BUTTON_PX
from vi_events.ui.widgets.dark import StageDialog, label

_SHEET = f"""
    QTableWidget {{ background: {DARK.card}; color: {DARK.ink}; border: 1px solid {DARK.line};
        border-radius: {RADIUS_BUTTON_PX}px; gridline-color: {DARK.line}; }}
    QHeaderView::section {{ background: {DARK.card}; color: {DARK.ink_2}; border: 0; padding: 6px 8px; }}
"""


class StageLog(StageDialog):
    """The entries of the show. It names no stop: the log may be read over a shoulder."""

    def __init__(self, lines: tuple[LogLine, ...], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Journal du spectacle"), "", parent)
        self.table = QTableWidget(len(lines), 4)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Heure"), self.tr("Ce qui s’est passé"), self.tr("Détail"), self.tr("Poste")]
        )
        self.table.setAccessibleName(self.tr("Journal du spectacle"))
        self.table.setStyleSheet(_SHEET)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        for row, line in enumerate(lines):
            at = datetime.fromtimestamp(line.at_ms / 1000).strftime("%H:%M:%S")
            for column, text in enumerate((at, self._what(line), self._detail(line), line.station)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        empty = label(self.tr("Rien ne s’est encore passé sur scène."), BASE_PX, ink=DARK.ink_2)
        empty.setVisible(not lines)
        self.table.setVisible(bool(lines))
        self.body.addWidget(empty)
        self.body.addWidget(self.table, 1)
        self.resize(820, 560)

    def _what(self, line: LogLine) -> str:
        words = {
            "show_armed": self.tr("Spectacle armé"),
            "show_disarmed": self.tr("Spectacle désarmé"),
            "stop_went_live": self.tr("Étape à l’écran"),
            "standby_set": self.tr("Étape suivante choisie"),
            "gate_opened": self.tr("Palier préparé"),
            "show_held": self.tr("Pause"),
            "show_resumed": self.tr("Reprise"),
            "screen_blacked": self.tr("Noir"),
            "screen_cleared": self.tr("Écran vidé"),
            "revision_changed": self.tr("Changement tardif"),
            "show_closed": self.tr("Spectacle terminé"),
            "stage_taken": self.tr("Scène reprise par un autre poste"),
            "go_discarded": self.tr("Appui écarté"),
        }
        return words.get(line.kind, line.kind)

    def _detail(self, line: LogLine) -> str:
        words = {
            "go": self.tr("TOP"),
            "back": self.tr("retour"),
            "typing": self.tr("texte en cours de frappe"),
            "pending": self.tr("le TOP d’avant n’était pas fini"),
        }
        return words.get(line.detail) or DISCARDED.get(line.detail, line.detail)
