"""The dark look of the régies: its sheet, its shapes, and the few widgets that paint themselves with dark tokens."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vi_events.ui.theme import (
    BASE_PX,
    DARK,
    NOTE_PX,
    RADIUS_BUTTON_PX,
    RADIUS_CARD_PX,
    RING_GAP_PX,
    RING_PX,
    SMALL_PX,
    TITLE_PX,
    color,
    font,
    framed,
)
from vi_events.ui.widgets.buttons import HoldButton, KeyButton, key_cap_width
from vi_events.ui.widgets.panel import Panel, Text

SHAPES = {"ok": "circle", "warn": "lozenge", "bad": "square", "info": "circle", "off": "ring"}
"""The shape that says the same as the colour of a tone."""
_BUTTON_PX = 42
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

SHEET = f"""
    QToolTip {{ background: {DARK.line}; color: {DARK.ink}; border: 0; padding: 6px; }}
    QLineEdit, QComboBox {{ background: {DARK.background}; color: {DARK.ink}; min-height: 20px;
        selection-background-color: {DARK.info.main}; selection-color: {DARK.background}; }}
    {framed("QLineEdit", DARK.ink_2, DARK.info.main, (5, 8))}
    {framed("QComboBox", DARK.ink_2, DARK.info.main, (5, 8))}
    QComboBox QAbstractItemView {{ background: {DARK.card}; color: {DARK.ink}; border: 1px solid {DARK.line};
        selection-background-color: {DARK.info.main}; selection-color: {DARK.background}; }}
    QCheckBox {{ color: {DARK.ink}; spacing: 8px; padding: {RING_GAP_PX}px; border: {RING_PX}px solid transparent;
        border-radius: {RADIUS_BUTTON_PX}px; }}
    QCheckBox:focus {{ border-color: {DARK.info.main}; }}
    QCheckBox::indicator {{ width: 18px; height: 18px; border: 2px solid {DARK.ink_2}; border-radius: 4px;
        background: {DARK.background}; }}
    QCheckBox::indicator:checked {{ background: {DARK.ok.main}; border-color: {DARK.ok.main}; }}
    QMenu {{ background: {DARK.card}; color: {DARK.ink}; border: 1px solid {DARK.ink_2}; padding: 6px; }}
    QMenu::item {{ padding: 9px 28px 9px 16px; border-radius: 6px; color: {DARK.ink}; }}
    QMenu::item:selected {{ background: {DARK.info.main}; color: {DARK.background}; }}
    QMenu::item:disabled {{ color: {DARK.ink_2}; }}
    QMenu::separator {{ height: 1px; background: {DARK.line}; margin: 5px 8px; }}
    QListView, QListWidget {{ background: transparent; color: {DARK.ink}; border: 0; outline: 0; }}
    QScrollArea {{ background: transparent; border: 0; }}
    QScrollBar:vertical {{ background: transparent; width: 8px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {DARK.line}; border-radius: 4px; min-height: 32px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
"""


def darken(window: QWidget) -> None:
    """Dresses a whole window of the stage."""
    palette = window.palette()
    role = QPalette.ColorRole
    for which, value in (
        (role.Window, DARK.background),
        (role.WindowText, DARK.ink),
        (role.Base, DARK.background),
        (role.Text, DARK.ink),
        (role.ButtonText, DARK.ink),
        (role.PlaceholderText, DARK.ink_2),
        (role.Highlight, DARK.info.main),
        (role.HighlightedText, DARK.background),
    ):
        palette.setColor(which, color(value))
    window.setPalette(palette)
    window.setStyleSheet(SHEET)


def label(text: str = "", px: int = BASE_PX, *, bold: bool = False, ink: str = DARK.ink, wrap: bool = False) -> Text:
    """Plain words on the dark ground."""
    made = Text(px, bold=bold, ink=ink, wrap=wrap)
    made.setText(text)
    return made


def draw_mark(painter: QPainter, box: QRectF, shape: str, ink: str) -> None:
    """Draws a ``circle``, ``lozenge``, ``square``, ``ring``, ``bars``, ``triangle`` or ``check`` in ``box``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(ink))
    if shape == "ring":
        painter.setPen(QPen(color(ink), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    elif shape == "lozenge":
        middle, reach = box.center(), box.width() * 0.58
        painter.drawPolygon(
            QPolygonF([middle + QPointF(*at) for at in ((0, -reach), (reach, 0), (0, reach), (-reach, 0))])
        )
    elif shape == "triangle":
        painter.drawPolygon(QPolygonF([box.topLeft(), QPointF(box.right(), box.center().y()), box.bottomLeft()]))
    elif shape == "bars":
        wide = box.width() * 0.34
        painter.drawRect(QRectF(box.left(), box.top(), wide, box.height()))
        painter.drawRect(QRectF(box.right() - wide, box.top(), wide, box.height()))
    elif shape == "check":
        painter.setPen(QPen(color(ink), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corners = ((0.08, 0.55), (0.38, 0.85), (0.95, 0.15))
        painter.drawPolyline([box.topLeft() + QPointF(box.width() * x, box.height() * y) for x, y in corners])
    elif shape == "square":
        painter.drawRect(box)
    else:
        painter.drawEllipse(box)


def draw_key(painter: QPainter, right_centre: QPoint, key: str, ink: str = DARK.ink) -> None:
    """A key as on a keyboard, its right edge in the middle at ``right_centre``."""
    width = key_cap_width(key)
    box = QRectF(right_centre.x() - width, right_centre.y() - 11, width, 22)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color(DARK.line), 1.5))
    painter.setBrush(color(DARK.background))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(color(ink))
    painter.setFont(font(SMALL_PX, bold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)


class Card(Panel):
    """A dark panel under a small title."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 10, 16, 12)
        self.column.setSpacing(6)
        self.title = label(title, NOTE_PX, bold=True, ink=DARK.ink_2)
        self.column.addWidget(self.title)
        self.title.setVisible(bool(title))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = DARK.tone(self.tone) if self.tone else None
        painter.setPen(QPen(color(tone.main if tone else DARK.line), 2 if tone else 1))
        painter.setBrush(color(tone.paper if tone else DARK.card))
        inset = 1.0 if tone else 0.5
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, RADIUS_CARD_PX, RADIUS_CARD_PX)


class Mark(QWidget):
    """A shape and its words: a lamp, a mode, a presence."""

    def __init__(self, px: int = NOTE_PX, *, bold: bool = False) -> None:
        super().__init__()
        self._px, self._bold = px, bold
        self._level, self._text, self._shape, self._ink = "off", "", "ring", DARK.ink_2
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def level(self) -> str:
        return self._level

    def text(self) -> str:
        return self._text

    def show_state(self, level: str, text: str, ink: str = "") -> None:
        """``level`` is ``ok``, ``warn``, ``bad``, ``info`` or ``off``; the words are in ``ink``."""
        if (level, text, ink or DARK.ink) == (self._level, self._text, self._ink):
            return
        self._level, self._text, self._shape, self._ink = level, text, SHAPES[level], ink or DARK.ink
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        metrics = QFontMetrics(font(self._px, bold=self._bold))
        return QSize(metrics.horizontalAdvance(self._text) + 22, metrics.height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        draw_mark(painter, QRectF(1, self.height() / 2 - 6, 12, 12), self._shape, DARK.tone(self._level).main)
        painter.setPen(color(self._ink))
        painter.setFont(font(self._px, bold=self._bold))
        painter.drawText(self.rect().adjusted(20, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._text)


class StageButton(KeyButton):
    """A button of the stage with its key. ``kind``: ``quiet``, ``primary``, ``bare``, or ``black`` for NOIR."""

    def __init__(self, text: str, key: str = "", *, kind: str = "quiet") -> None:
        super().__init__(text, key, kind=kind, px=BASE_PX)
        # Space is GO: no button of the stage may wait for it.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lit = False
        """For a state that stays on: NOIR."""

    def sizeHint(self) -> QSize:  # noqa: N802
        words = QFontMetrics(font(self._px, bold=self._kind != "bare")).horizontalAdvance(self.text())
        return QSize(self._around_px() + words, _BUTTON_PX)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def _box(self) -> QRect:
        return self.rect()

    def _colours(self) -> tuple[str, str, str]:
        over = self.underMouse() and self.isEnabled()
        if not self.isEnabled():
            return DARK.line, DARK.background, DARK.ink_2
        if self._kind == "black":
            return (DARK.ink if self.lit or over else DARK.ink_2), "#000000", DARK.ink
        if self._kind == "primary":
            return DARK.ink, DARK.ink_2 if over else DARK.ink, DARK.background
        if self._kind == "bare":
            return "", DARK.line if over else "", DARK.ink_2
        if self.lit:
            return DARK.warn.main, DARK.warn.paper, DARK.warn.ink
        return (DARK.ink_2 if over else DARK.line), (DARK.line if self.isDown() else DARK.card), DARK.ink

    def _paint_words(self, painter: QPainter, box: QRect) -> None:
        pad, cap = self._pad_px(), key_cap_width(self._key)
        painter.setPen(color(self._colours()[2]))
        painter.setFont(font(self._px, bold=self._kind != "bare"))
        side = Qt.AlignmentFlag.AlignLeft if cap or self._kind == "bare" else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(self._words_box(box), side | Qt.AlignmentFlag.AlignVCenter, self.text())
        if cap:
            ink = DARK.ink if self.isEnabled() else DARK.ink_2
            draw_key(painter, QPoint(box.right() - pad + 2, box.center().y()), self._key, ink)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._box()
        self._paint_ground(painter, box)
        self._paint_words(painter, box)
        if self.hasFocus():
            draw_dark_ring(painter, QRectF(self.rect()))


class StageHoldButton(HoldButton):
    """A dangerous button of the stage, to be held."""

    def _colours(self) -> tuple[str, str, str]:
        return DARK.bad.main, DARK.bad.paper, DARK.bad.ink

    def _paint_ground(self, painter: QPainter, box: QRect) -> None:
        KeyButton._paint_ground(self, painter, box)
        done = 1 - self.left_s() / self._seconds
        if done > 0:
            veil = color(DARK.bad.main)
            veil.setAlphaF(0.45)
            painter.fillRect(QRectF(box.x() + 2, box.y() + 2, (box.width() - 4) * done, box.height() - 4), veil)


def draw_dark_ring(painter: QPainter, box: QRectF) -> None:
    """The focus ring, just inside ``box``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color(DARK.info.main), RING_PX))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), RADIUS_BUTTON_PX + 2, RADIUS_BUTTON_PX + 2)


class StageDialog(QDialog):
    """A dialog of the stage. Enter does what the main button says, or presses the button that has the focus; Escape
    leaves.
    """

    def __init__(self, title: str, accept_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        darken(self)
        self.setWindowTitle(title)
        self.setModal(True)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self.accept_button = StageButton(accept_text, self.tr("Entrée"), kind="primary")
        self.cancel_button = StageButton(self.tr("Fermer"), self.tr("Échap"))
        for button in (self.accept_button, self.cancel_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.accept_button.setVisible(bool(accept_text))
        self.accept_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        foot.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(title, TITLE_PX, bold=True))
        column.addLayout(self.body, 1)
        column.addLayout(foot)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        if event.isAutoRepeat():
            return
        if isinstance(focused, QAbstractButton) and focused is not self.accept_button and not focused.isCheckable():
            focused.click()
        elif self.accept_button.isVisible() and self.accept_button.isEnabled():
            self.accept()
