"""The screen at which people check themselves in: no list, no search, nothing about anybody else."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vi_events.checkin.views import ScanResult
from vi_events.ui.theme import LIGHT, NAME_MIN_PX, TITLE_PX, color
from vi_events.ui.widgets.buttons import HoldButton, KeyButton
from vi_events.ui.widgets.fit_label import FitLabel
from vi_events.ui.widgets.panel import Text
from vi_events.ui.widgets.signs import Sign

_WELCOMED = ("admitted", "admitted_attention")
_HUGE_PX = 96
_HOLD_S = 3.0


class KioskView(QWidget):
    """Shows one answer at a time and forgets it after ``reset_after_s`` seconds."""

    help_requested = Signal()
    exit_requested = Signal()

    def __init__(self, reset_after_s: float) -> None:
        super().__init__()
        self._tone = ""
        self.sign = Sign(128)
        self.headline = FitLabel(_HUGE_PX, centred=True)
        self.line = Text(NAME_MIN_PX, wrap=True)
        self.line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.help = KeyButton(self.tr("Appeler de l’aide"), kind="primary", px=TITLE_PX + 4)
        self.close_button = HoldButton(self.tr("Quitter la borne"), seconds=_HOLD_S)
        self.reset_timer = QTimer(self)
        self.reset_timer.setSingleShot(True)
        self.reset_timer.setInterval(round(reset_after_s * 1000))
        self.reset_timer.timeout.connect(self.show_idle)
        self.help.clicked.connect(self._on_help_clicked)
        self.close_button.held.connect(self.exit_requested)
        self._lay_out()
        self.show_idle()

    def show_idle(self) -> None:
        """Waits for a ticket."""
        self.reset_timer.stop()
        self._say("", "ready", self.tr("Présentez votre billet"), self.tr("Le code du billet, devant le lecteur."))

    def show_result(self, result: ScanResult, *, prints: bool) -> None:
        """Welcomes by first name; sends everybody else to the desk without saying why. ``prints``: a badge comes out
        beside the kiosk.
        """
        if result.verdict in _WELCOMED or result.repeat == "neutral":
            first_name = result.person.first_name if result.person else ""
            hello = self.tr("Bienvenue, %1").replace("%1", first_name) if first_name else self.tr("Bienvenue")
            self._say("ok", "check", hello, self._badge_line(result, prints))
        elif result.verdict == "exit_recorded":
            self._say("info", "out", self.tr("À bientôt"), self.tr("Gardez votre billet pour revenir."))
        else:
            self._say("warn", "turn", self.tr("Adressez-vous à l’accueil"), self.tr("Quelqu’un va vous aider."))
        self.reset_timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        paper = LIGHT.tone(self._tone).paper if self._tone else LIGHT.background
        painter.fillRect(self.rect(), color(paper))

    def _badge_line(self, result: ScanResult, prints: bool) -> str:
        box = result.person.box if result.person else ""
        if box:
            waits = self.tr("Votre badge vous attend à l’accueil, boîte %1.")
            return waits.replace("%1", box)
        if prints:
            return self.tr("Prenez votre badge, puis avancez.")
        return self.tr("Votre badge vous sera remis à l’accueil.")

    def _on_help_clicked(self) -> None:
        self._say(
            "info", "ready", self.tr("Aide demandée"), self.tr("Restez ici\u202f: une personne vient vous aider.")
        )
        self.reset_timer.start()
        self.help_requested.emit()

    def _say(self, tone: str, glyph: str, headline: str, line: str) -> None:
        self._tone = tone
        self.sign.show_sign(tone or "info", glyph)
        self.headline.set_ink(LIGHT.tone(tone).ink if tone else LIGHT.ink)
        self.headline.set_text(headline)
        self.line.setText(line)
        self.setAccessibleName(f"{headline}. {line}")
        self.update()

    def _lay_out(self) -> None:
        fixed = QSizePolicy.Policy.Fixed
        self.help.setSizePolicy(fixed, fixed)
        self.close_button.setSizePolicy(fixed, fixed)
        foot = QHBoxLayout()
        foot.addWidget(self.help, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addStretch(1)
        foot.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(64, 48, 64, 32)
        column.setSpacing(24)
        column.addStretch(2)
        column.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.headline)
        column.addWidget(self.line)
        column.addStretch(3)
        column.addLayout(foot)
