"""What the window says of print jobs. Source language: French."""

from PySide6.QtCore import QCoreApplication

from vi_events.checkin.print_jobs import PAPER, Job, owner
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
    "moved": ("off", QT_TRANSLATE_NOOP("Badge", "Changé d’imprimante")),
}
STATES = tuple(state for state in _STATES if state)
_WHYS = {
    "admission": QT_TRANSLATE_NOOP("Badge", "entrée"),
    "reprint": QT_TRANSLATE_NOOP("Badge", "réimpression"),
    "desk": QT_TRANSLATE_NOOP("Badge", "demandé"),
    "batch": QT_TRANSLATE_NOOP("Badge", "d’avance"),
    "moved": QT_TRANSLATE_NOOP("Badge", "déplacé"),
}
_DOUBLE = ("warn", QT_TRANSLATE_NOOP("Badge", "Peut-être double"))
_SILENT_S = QT_TRANSLATE_NOOP("Badge", "%1 n’a pas confirmé depuis %2\u00a0s")
_SILENT_MIN = QT_TRANSLATE_NOOP("Badge", "%1 n’a pas confirmé depuis %2\u00a0min")
_ELSEWHERE = QT_TRANSLATE_NOOP("Badge", "Imprimante de %1 (%2)")
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


def job_state(job: Job) -> str:
    """What became of a job, and whether it is one badge too many."""
    return _say(_DOUBLE[1]) if job.double else state(job.state)


def job_states() -> list[str]:
    """What ``job_state`` may say."""
    return [_say(_DOUBLE[1]), *map(state, STATES)]


def job_level(job: Job) -> str:
    """The lamp that goes with ``job_state``."""
    return _DOUBLE[0] if job.double else level(job.state)


def silent(printer: str, silent_ms: int) -> str:
    """« accueil-2 n’a pas confirmé depuis 40 s »."""
    seconds = silent_ms // 1000
    words, number = (_SILENT_S, seconds) if seconds < 120 else (_SILENT_MIN, seconds // 60)
    return _say(words).replace("%2", str(number)).replace("%1", owner(printer))


def why(name: str) -> str:
    """What asked for a badge, in a word or two; a reason of another version is shown as it is."""
    return _say(_WHYS.get(name, name))


def whys() -> list[str]:
    """What ``why`` may say."""
    return [_say(words) for words in _WHYS.values()]


def box(label: str) -> str:
    """« Boîte A à F »."""
    return _say(_BOX).replace("%1", label)


def printer_name(printer: str) -> str:
    """« Accueil (poste-2) » for the id of a printer."""
    if printer == PAPER:
        return _say(_PAPER)
    station, _, name = printer.partition("/")
    return f"{name} ({station})" if owner(printer) else printer


def printer_elsewhere(printer: str) -> str:
    """« Imprimante de accueil-2 (Epson hall) » for the id of another station's printer."""
    station, _, name = printer.partition("/")
    return _say(_ELSEWHERE).replace("%2", name).replace("%1", station)
