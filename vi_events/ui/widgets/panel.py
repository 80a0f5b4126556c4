"""Surfaces and plain text."""

import html

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLabel, QLayout, QSizePolicy, QWidget

from vi_events.ui.theme import LIGHT, RADIUS_CARD_PX, color, font


class Panel(QWidget):
    """A rounded card. ``tone`` colours it by meaning; without one it is white with a hairline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = ""

    @property
    def tone(self) -> str:
        return self._tone

    def set_tone(self, tone: str) -> None:
        """``ok``, ``warn``, ``bad``, ``info``, or empty for a plain card."""
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.0 if self._tone else 1.0
        edge, paper = (LIGHT.line, LIGHT.card)
        if self._tone:
            edge, paper = LIGHT.tone(self._tone).main, LIGHT.tone(self._tone).paper
        painter.setPen(QPen(color(edge), width))
        painter.setBrush(color(paper))
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, RADIUS_CARD_PX, RADIUS_CARD_PX)


class Text(QLabel):
    """A label whose text is never taken for HTML, so that a name cannot bring markup with it."""

    def __init__(self, px: int, *, bold: bool = False, ink: str = LIGHT.ink, wrap: bool = False) -> None:
        super().__init__()
        self._bold, self._px = bold, px
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(px, bold=bold))
        self.setWordWrap(wrap)
        self.set_ink(ink)

    def use_tabular_figures(self) -> None:
        """For figures that change in place."""
        self.setFont(font(self._px, bold=self._bold, tabular=True))

    def set_ink(self, ink: str) -> None:
        """Colours the text."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, color(ink))
        self.setPalette(palette)

    def show_text(self, text: str) -> None:
        """Shows ``text``; hides the label when it is empty, so that it takes no room."""
        self.setText(text)
        self.setVisible(bool(text))


class OneLine(Text):
    """A line that takes the room there is, and ends with dots where it is too long; its tooltip has all of it."""

    def __init__(self, px: int, *, bold: bool = False, ink: str = LIGHT.ink) -> None:
        super().__init__(px, bold=bold, ink=ink)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:  # noqa: N802
        super().setText(text)
        self.setToolTip(plain_tip(text))

    def shown(self) -> str:
        """What is read of it in its present width."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.rect(), self.alignment(), self.shown())


def plain_tip(text: str) -> str:
    """``text`` as a tooltip: what looks like HTML in it is shown, not obeyed."""
    return f"<qt>{html.escape(text)}</qt>" if "<" in text else text


def empty(layout: QLayout) -> None:
    """Takes out all that a layout holds: it is hidden at once, and destroyed when Qt has the time."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
