"""What the window says of print jobs. Source language: French."""

from PySide6.QtCore import QCoreApplication

from vi_events.checkin.print_jobs import PAPER
from vi_events.ui.checkin.wording import QT_TRANSLATE_NOOP

_STATES = {
    "": ("off", QT_TRANSLATE_NOOP("Badge", "Pas encore imprimé")),
    "queued": ("warn", QT_TRANSLATE_NOOP("Badge", "En attente")),
    "sending": ("warn", QT_TRANSLATE_NOOP("Badge", "Impression…")),
    "confirmed": ("ok", QT_TRANSLATE_NOOP("Badge", "Imprimé, confirmé")),
    "sent": ("ok", QT_TRANSLATE_NOOP("Badge", "Envoyé à l’imprimante")),
    "failed": ("bad", QT_TRANSLATE_NOOP("Badge", "Pas imprimé")),
    "unknown": ("warn", QT_TRANSLATE_NOOP("Badge", "Peut-être imprimé")),
    "cancelled": ("off", QT_TRANSLATE_NOOP("Badge", "Annulé")),
    "moved": ("off", QT_TRANSLATE_NOOP("Badge", "Passé à une autre imprimante")),
}
STATES = tuple(state for state in _STATES if state)
_WHYS = {
    "admission": QT_TRANSLATE_NOOP("Badge", "entrée"),
    "reprint": QT_TRANSLATE_NOOP("Badge", "réimpression"),
    "desk": QT_TRANSLATE_NOOP("Badge", "demandé"),
    "batch": QT_TRANSLATE_NOOP("Badge", "d’avance"),
    "moved": QT_TRANSLATE_NOOP("Badge", "venu d’une autre imprimante"),
}
_BOX = QT_TRANSLATE_NOOP("Badge", "Boîte %1")
_PAPER = QT_TRANSLATE_NOOP("Badge", "feuilles A6")


def _say(text: str) -> str:
    return QCoreApplication.translate("Badge", text)


def state(name: str) -> str:
    """What became of a badge, in words; ``KeyError`` for a state that does not exist."""
    return _say(_STATES[name][1])


def level(name: str) -> str:
    """The lamp that goes with a state."""
    return _STATES[name][0]


def why(name: str) -> str:
    """What asked for a badge, in a word or two; a reason of another version is shown as it is."""
    return _say(_WHYS.get(name, name))


def box(label: str) -> str:
    """« Boîte A à F »."""
    return _say(_BOX).replace("%1", label)


def printer_name(printer: str) -> str:
    """« Accueil (poste-2) » for the id of a printer."""
    if printer == PAPER:
        return _say(_PAPER)
    station, _, name = printer.partition("/")
    return f"{name} ({station})" if name else printer
