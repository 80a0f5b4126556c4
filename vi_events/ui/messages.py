"""Qt's own messages go to the log, but for those that mean nothing to anybody."""

import logging
import os

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_log = logging.getLogger("qt")
_HARMLESS = ("propagateSizeHints", "PulseAudioService")
"""Said by Qt where there is no screen, or no sound: both are told elsewhere, in words."""
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
}


def install() -> None:
    """Sends Qt's messages to the logger « qt »."""
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")
    qInstallMessageHandler(_pass_on)


def _pass_on(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    if not any(harmless in text for harmless in _HARMLESS):
        _log.log(_LEVELS.get(kind, logging.ERROR), text)
