"""What was aired and when, newest first, in words."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from vi_events.ui.widgets.log_dialog import LogDialog
from vi_events.webtv.service import Aired


class AiredLog(LogDialog):
    """Every order given at this desk."""

    def __init__(self, lines: tuple[Aired, ...], parent: QWidget | None = None) -> None:
        headers = (self.tr("Heure"), self.tr("Ce qui s’est passé"), self.tr("Habillage"), self.tr("Texte"))
        empty = self.tr("Rien n’est encore passé à l’antenne.")
        super().__init__(self.tr("Journal de l’habillage"), headers, 3, empty, parent)
        self.show_lines([(line.at_ms, (_what(line.what), self._kinds(line), line.text)) for line in lines])

    def _kinds(self, line: Aired) -> str:
        everything = line.what == "overlay_hidden" and line.kind.count(",") > 2
        return self.tr("tout") if everything else ", ".join(map(kind_words, filter(None, line.kind.split(", "))))


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
