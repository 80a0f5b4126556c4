"""Choosing the file, waiting, and what went wrong."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from vi_events.errors import ViError
from vi_events.ui.language import told
from vi_events.ui.theme import BASE_PX, LEAD_PX, LIGHT, TITLE_PX
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.panel import Panel, Text


class ChoosePage(Panel):
    """A file is dropped here, or chosen with the button."""

    file_dropped = Signal(Path)
    browse_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Déposer le fichier des inscrits"))
        title = Text(TITLE_PX, bold=True)
        title.setText(self.tr("Déposez ici le fichier des inscrits"))
        advice = Text(BASE_PX, ink=LIGHT.ink_2, wrap=True)
        advice.setText(
            self.tr(
                "Export CSV ou Excel de HelloAsso, Billetweb, Weezevent, Eventbrite, pretix ou Google Forms, ou une "
                "liste faite à la main avec un nom par ligne. Rien n’est écrit avant votre accord."
            )
        )
        self.notice = Text(BASE_PX, bold=True, ink=LIGHT.bad.ink, wrap=True)
        self.notice.hide()
        self.browse = KeyButton(self.tr("Choisir un fichier…"), "Ctrl+O", kind="primary")
        self.browse.bind("Ctrl+O")
        self.browse.clicked.connect(self.browse_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(90, 40, 90, 40)
        column.setSpacing(16)
        column.addStretch(1)
        for text in (title, advice, self.notice):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(text)
        column.addWidget(self.browse, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self.set_tone("info")

    def dragLeaveEvent(self, event: object) -> None:  # noqa: ARG002, N802
        self.set_tone("")

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        self.set_tone("")
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if len(files) == 1 and files[0].is_file():
            event.acceptProposedAction()
            self.notice.hide()
            self.file_dropped.emit(files[0])
        else:
            self.notice.show_text(self.tr("■ Déposez un seul fichier, enregistré sur cet ordinateur."))


class BusyPage(Panel):
    """Work is going on."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence = Text(LEAD_PX, bold=True, wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedHeight(12)
        bar.setAccessibleName(self.tr("Travail en cours"))
        column = QVBoxLayout(self)
        column.setContentsMargins(160, 40, 160, 40)
        column.setSpacing(20)
        column.addStretch(1)
        column.addWidget(self.sentence)
        column.addWidget(bar)
        column.addStretch(1)


class SentencePage(QWidget):
    """One thing to read: what happened, and below, what to do."""

    def __init__(self) -> None:
        super().__init__()
        self._panel = Panel()
        self.title, self.text = Text(TITLE_PX, bold=True, wrap=True), Text(LEAD_PX, wrap=True)
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(24, 20, 24, 20)
        inside.setSpacing(12)
        inside.addWidget(self.title)
        inside.addWidget(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._panel)
        column.addStretch(1)

    def say(self, tone: str, title: str, text: str) -> None:
        """Shows a sentence in the colour of its meaning."""
        self._panel.set_tone(tone)
        shape = {"bad": "■ ", "warn": "◆ ", "ok": "● ", "info": ""}[tone]
        self.title.set_ink(LIGHT.tone(tone).ink)
        self.title.setText(shape + title)
        self.text.show_text(text)

    def show_problem(self, problem: ViError) -> None:
        """Shows an error and what to do."""
        self.say("bad", *told(problem))
