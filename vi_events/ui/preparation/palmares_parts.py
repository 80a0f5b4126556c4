"""Small parts that the pages of the palmarès share."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from vi_events.errors import ViError
from vi_events.ui.language import spoken
from vi_events.ui.theme import BASE_PX, LEAD_PX, LIGHT, NOTE_PX, font, framed
from vi_events.ui.widgets.buttons import KeyButton, key_cap_width
from vi_events.ui.widgets.form import FormDialog
from vi_events.ui.widgets.panel import Panel, Text

_VERB_PX, _OFF = 46, 0.4
_SHAPES = {"bad": "■ ", "warn": "◆ ", "ok": "● ", "info": "", "": ""}
_AREA_SHEET = f"""
    QPlainTextEdit {{ background: {LIGHT.card}; }}
    {framed("QPlainTextEdit", LIGHT.line, LIGHT.info.main, (2, 4))}
"""

TAB_SHEET = f"""
    QTabWidget::pane {{ border: 0; border-top: 2px solid {LIGHT.line}; top: -2px; }}
    QTabBar::tab {{ background: transparent; color: {LIGHT.ink_2}; padding: 9px 18px; margin-right: 4px;
        border: 0; border-bottom: 4px solid transparent; font-weight: bold; }}
    QTabBar::tab:hover {{ color: {LIGHT.ink}; }}
    QTabBar::tab:selected {{ color: {LIGHT.ink}; border-bottom: 4px solid {LIGHT.info.main}; }}
    QTabBar::tab:disabled {{ color: {LIGHT.line}; }}
    QTabBar:focus {{ outline: 0; }}
    QTabBar::tab:selected:focus {{ background: {LIGHT.info.paper}; }}
"""


class VerbButton(KeyButton):
    """A button on one line, as wide as its words and its key; ``keys`` press it anywhere in its window."""

    def __init__(self, text: str, key: str = "", keys: str = "", *, primary: bool = False) -> None:
        super().__init__(text, key, kind="primary" if primary else "quiet")
        self._fit()
        if keys:
            self.bind(keys)

    def set_text(self, text: str) -> None:
        super().set_text(text)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.EnabledChange:
            faded = None if self.isEnabled() else QGraphicsOpacityEffect(self, opacity=_OFF)
            self.setGraphicsEffect(faded)  # type: ignore[arg-type]
        super().changeEvent(event)

    def _fit(self) -> None:
        words = QFontMetrics(font(BASE_PX, bold=True)).horizontalAdvance(self.text())
        self.setMinimumWidth(words + key_cap_width(self.key) + 3 * BASE_PX)
        self.setFixedHeight(_VERB_PX)


class Notice(Text):
    """One sentence about what was just done, in the colour and the shape of its meaning; no room when empty."""

    def __init__(self) -> None:
        super().__init__(NOTE_PX, bold=True, wrap=True)
        self.hide()

    def say(self, tone: str, sentence: str) -> None:
        """``tone`` is ``ok``, ``warn``, ``bad`` or ``info``."""
        self.set_ink(LIGHT.tone(tone).ink)
        self.show_text(_SHAPES[tone] + sentence if sentence else "")

    def show_problem(self, problem: ViError) -> None:
        """What went wrong and what to do."""
        self.say("bad", spoken(problem))


class Band(Panel):
    """A title and a sentence on the paper of their meaning; hidden when there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.text = Text(LEAD_PX, bold=True, wrap=True), Text(BASE_PX, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.text)

    def say(self, tone: str, title: str, text: str = "") -> None:
        """Shows both; hides the band when there is no title."""
        self.setVisible(bool(title))
        self.set_tone(tone)
        self.title.set_ink(LIGHT.tone(tone).ink if tone else LIGHT.ink)
        self.title.setText(_SHAPES[tone] + title)
        self.text.show_text(text)


class Lines(QPlainTextEdit):
    """Several lines to type, one thing on each. Tab leaves it; it never keeps a format."""

    def __init__(self, name: str, height_px: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._height_px = height_px
        self.setFixedHeight(height_px)
        self.setFont(font(BASE_PX))
        self.setStyleSheet(_AREA_SHEET)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(super().sizeHint().width(), self._height_px)

    def lines(self) -> tuple[str, ...]:
        """What was typed, without empty lines."""
        return tuple(line.strip() for line in self.toPlainText().splitlines() if line.strip())


class AskDialog(FormDialog):
    """One question and what follows from yes; Escape is no."""

    def __init__(self, title: str, sentences: Sequence[str], yes: str, parent: QWidget | None = None) -> None:
        super().__init__(title, yes, parent)
        for sentence in sentences:
            said = Text(BASE_PX, wrap=True)
            said.setText(sentence)
            self.body.addWidget(said)
        self.setMinimumWidth(560)
        self.cancel_button.setFocus()


def scrolling(inside: QWidget) -> QScrollArea:
    """``inside`` in an area that scrolls, without an edge of its own."""
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
    return area
