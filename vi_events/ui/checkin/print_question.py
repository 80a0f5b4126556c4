"""« Le badge de Jeanne Martin est-il sorti ? »: one question at a time, answered with one key, in no hurry.

Also the news that somebody may have two badges for one, which a person answers by having looked.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from vi_events.checkin.print_views import JobView
from vi_events.ui.language import cause
from vi_events.ui.theme import BASE_PX, HALO_PX, LIGHT, SMALL_PX
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.panel import Panel, Text

YES_KEY, NO_KEY = "F12", "Alt+X"
"""At opposite corners of the keyboard, in every layout: one is not pressed for the other."""
_BUTTON_PX, _PAD_PX = 50, 14
_DEAF_MS = 700
"""A key meant for the question before does not answer this one."""


class PrintQuestion(Panel):
    """Hidden while there is nothing to ask. It never takes the focus: scans go on."""

    answered = Signal(object, bool)
    """(JobView, whether the badge came out)."""

    def __init__(self) -> None:
        super().__init__()
        self._asked: JobView | None = None
        self.question = Text(BASE_PX, bold=True, ink=LIGHT.warn.ink, wrap=True)
        self.reason = Text(SMALL_PX, wrap=True)
        self.yes = KeyButton(self.tr("Oui, sorti"), YES_KEY)
        self.no = KeyButton(self.tr("Non"), NO_KEY)
        self._listen_again = QTimer(self, singleShot=True, interval=_DEAF_MS)
        self._listen_again.timeout.connect(lambda: self._listen(True))
        row = QHBoxLayout()
        row.setSpacing(0)
        for button, key, came_out in ((self.yes, YES_KEY, True), (self.no, NO_KEY, False)):
            button.bind(key)
            button.setFixedHeight(_BUTTON_PX)
            button.clicked.connect(lambda _=False, said=came_out: self._answer(said))
            row.addWidget(button, 3 if came_out else 2)
        column = QVBoxLayout(self)
        # The halo of the buttons goes out into the margins, so that their edges line up with the text.
        column.setContentsMargins(_PAD_PX - HALO_PX, 10, _PAD_PX - HALO_PX, 6)
        column.setSpacing(4)
        for text in (self.question, self.reason):
            text.setContentsMargins(HALO_PX, 0, HALO_PX, 0)
            column.addWidget(text)
        column.addLayout(row)
        self.set_tone("warn")
        self.hide()

    def show_questions(self, questions: tuple[JobView, ...]) -> None:
        """Asks the first of ``questions``, and says how many come after it."""
        first = questions[0] if questions else None
        if first is None or self._asked is None or first.job.id != self._asked.job.id:
            self._listen(False)
            self._listen_again.start()
        self._asked = first
        if first is not None:
            double = first.job.double and first.job.state != "unknown"
            asked = self.tr("%1 a peut-être deux badges") if double else self.tr("Le badge de %1 est-il sorti\u202f?")
            asked = asked.replace("%1", first.name or "—")
            self.question.setText(asked)
            # Printers end their sentence with the question, which stands above.
            because = cause(first.job.reason)
            parts = [self.tr("Imprimé deux fois peut-être\u202f: n’en gardez qu’un") if double else because]
            self.yes.set_text(self.tr("Vu") if double else self.tr("Oui, sorti"))
            self.no.setVisible(not double)
            if len(questions) > 1:
                parts.append(self.tr("encore\u00a0%1\u00a0à\u00a0vérifier").replace("%1", str(len(questions) - 1)))
            self.reason.show_text(" · ".join(part for part in parts if part))
            self.setAccessibleName(asked)
        self.setVisible(first is not None)

    def _listen(self, on: bool) -> None:
        for button in (self.yes, self.no):
            button.setEnabled(on)

    def _answer(self, came_out: bool) -> None:
        asked = self._asked
        if asked is not None:
            self._listen(False)
            self.answered.emit(asked, came_out)
