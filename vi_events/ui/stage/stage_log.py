"""What happened on stage, newest first, in words."""

from PySide6.QtWidgets import QWidget

from vi_events.stage.go_key import DISCARDED
from vi_events.stage.service import LogLine
from vi_events.ui.widgets.log_dialog import LogDialog


class StageLog(LogDialog):
    """The entries of the show. It names no stop: the log may be read over a shoulder."""

    def __init__(self, lines: tuple[LogLine, ...], parent: QWidget | None = None) -> None:
        headers = (self.tr("Heure"), self.tr("Ce qui s’est passé"), self.tr("Détail"), self.tr("Poste"))
        empty = self.tr("Rien ne s’est encore passé sur scène.")
        super().__init__(self.tr("Journal du spectacle"), headers, 2, empty, parent)
        self.show_lines([(line.at_ms, (self._what(line), self._detail(line), line.station)) for line in lines])

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
            "award_withdrawn": self.tr("Annonce retirée"),
            "show_reset": self.tr("Spectacle recommencé"),
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
