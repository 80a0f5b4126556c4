"""The prompter: what the presenter reads, white on black, on a display of its own or in a window."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import product

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFontMetricsF,
    QHideEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
    QResizeEvent,
    QScreen,
    QShowEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from vi_events.stage.prompting import Line, PromptText
from vi_events.ui.surfaces.awake import Awake
from vi_events.ui.theme import font

LEAST_ZOOM, LARGEST_ZOOM = 0.5, 3.0
_ZOOM_STEP = 1.1
_GROUND, _INK, _SOFT, _GOLD, _RULE = "#000000", "#FFFFFF", "#9DABC6", "#FFC857", "#333333"
# Sizes on a display of 1280 x 720; everything grows with the display.
_WIDTH, _HEIGHT = 1280, 720
_MARGIN, _TOP, _BOTTOM = 40, 92, 100
_READ_LARGEST, _READ_SMALLEST, _READ_STEP = 72, 40, 2
_HEADER, _FOOTER = 28, 34
_STAGE_SHARES, _NOTE_SHARE = (0.75, 0.6), 0.55
"""Of the size in which the script is read. Who comes on stage is set smaller before the script is."""
_LEADING_PERCENT = 108
_STYLES = {"plain": (_INK, False), "name": (_GOLD, True), "person": (_INK, True), "sound": (_INK, False)}


@dataclass(frozen=True, slots=True)
class PrompterLook:
    """What the presenter chose. ``mirrored``: flipped from left to right, to be read in a glass."""

    zoom: float = 1.0
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Words of one size (share of the size that is read) with the room above them (share of it too)."""

    line: Line
    share: float
    above: float
    ink: str = _INK
    bold: bool = False


class Prompter(QWidget):
    """Shows a ``PromptText``, as large as it fits; a longer one scrolls (wheel, arrows, Home, End).

    Ctrl + and Ctrl − change the size, Ctrl 0 resets it, Ctrl M mirrors, F11 fills the display. ``remember`` is told of
    every look chosen. Emits ``painted(epoch, stop_id, step)`` once each is really on the display.
    """

    painted = Signal(int, str, int)

    def __init__(
        self, look: PrompterLook | None = None, remember: Callable[[PrompterLook], None] | None = None
    ) -> None:
        super().__init__()
        self._look = _bounded(look or PrompterLook())
        self._remember = remember
        self._awake = Awake()
        self._text = PromptText(())
        self._shown: tuple[int, str, int] | None = None
        self._owed = False
        self._scroll_px = 0.0
        self._body = self._footer = QTextDocument()
        self._read_px = 0.0
        # Nothing else: a title is seen in the task bar, by whoever shares a screen.
        self.setWindowTitle(self.tr("Prompteur"))
        self.setAccessibleName(self.tr("Prompteur"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setMinimumSize(480, 270)
        self.resize(_WIDTH, _HEIGHT)

    def show_prompt(self, text: PromptText, epoch: int, stop_id: str, step: int) -> None:
        """Shows ``text``; another stop or step is read from its top."""
        key = (epoch, stop_id, step)
        if key != self._shown:
            self._shown, self._owed = key, True
            self._scroll_px = 0.0
        before, self._text = self._text, text
        if _words(before) != _words(text):
            self._set()
        self.update()

    @property
    def look(self) -> PrompterLook:
        return self._look

    @property
    def read_px(self) -> float:
        """The size in which the script is set."""
        return self._read_px

    @property
    def scroll_px(self) -> float:
        """How far the text is scrolled; 0 at its top."""
        return self._scroll_px

    @property
    def hidden_px(self) -> float:
        """How much of the text does not fit; 0 when all of it is seen at once."""
        return max(0.0, self._body.size().height() - self._body_box().height())

    def set_look(self, look: PrompterLook) -> None:
        """Takes a size (between 0.5 and 3) and a direction, and tells who remembers them."""
        look = _bounded(look)
        if look == self._look:
            return
        self._look = look
        self._set()
        self.update()
        if self._remember:
            self._remember(look)

    def show_on(self, screen: QScreen) -> None:
        """Fills ``screen``, wherever the window was before."""
        self.winId()  # Makes the window, which must be on its screen before it is seen.
        if handle := self.windowHandle():
            handle.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._awake.hold()
        self._owed = self._shown is not None

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._awake.release()

    # Keys and wheel

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        # PageUp, PageDown, Space and Esc are keys of the stage and of its clicker: they are left to them.
        line, key = self._read_px * 1.3, event.key()
        scrolls = {
            Qt.Key.Key_Down: self._scroll_px + line,
            Qt.Key.Key_Up: self._scroll_px - line,
            Qt.Key.Key_Home: 0.0,
            Qt.Key.Key_End: self.hidden_px,
        }
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._press_control(event)
        elif key in scrolls:
            self._scroll_to(scrolls[Qt.Key(key)])
        elif key == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        notches = event.angleDelta().y() / 120
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_to(self._look.zoom * _ZOOM_STEP**notches)
        else:
            self._scroll_to(self._scroll_px - notches * self._read_px * 1.3)
        event.accept()

    def _press_control(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom_to(self._look.zoom * _ZOOM_STEP)
        elif event.key() == Qt.Key.Key_Minus:
            self._zoom_to(self._look.zoom / _ZOOM_STEP)
        elif event.key() in (Qt.Key.Key_0, Qt.Key.Key_Agrave):
            # « à » is the key 0 of an AZERTY keyboard without Shift.
            self._zoom_to(1.0)
        elif event.key() == Qt.Key.Key_M:
            self.set_look(replace(self._look, mirrored=not self._look.mirrored))
        else:
            event.ignore()

    def _zoom_to(self, zoom: float) -> None:
        self.set_look(replace(self._look, zoom=zoom))

    def _scroll_to(self, px: float) -> None:
        self._scroll_px = min(max(px, 0.0), self.hidden_px)
        self.update()

    # Setting

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: ARG002, N802
        self._set()

    @property
    def _unit(self) -> float:
        return min(self.width() / _WIDTH, self.height() / _HEIGHT)

    def _set(self) -> None:
        """Sets the words anew: the largest size in which the whole text is seen at once, then as chosen."""
        wide = self.width() - 2 * _MARGIN * self._unit
        self._footer = _document((_Paragraph(self._text.following, 1.0, 0.0, _SOFT),), _FOOTER * self._unit, wide)
        room = self._body_box().height()
        sizes = range(_READ_LARGEST, _READ_SMALLEST - 1, -_READ_STEP)
        for size, share in product(sizes, _STAGE_SHARES):
            self._read_px, paragraphs = size * self._unit, _paragraphs(self._text, share)
            self._body = _document(paragraphs, self._read_px, wide)
            if self._body.size().height() <= room:
                break
        if self._look.zoom != 1.0:
            self._read_px *= self._look.zoom
            self._body = _document(paragraphs, self._read_px, wide)
        self._scroll_px = min(self._scroll_px, self.hidden_px)

    def _body_box(self) -> QRectF:
        unit = self._unit
        top = _TOP * unit
        return QRectF(_MARGIN * unit, top, self.width() - 2 * _MARGIN * unit, self._rule_y() - top - 16 * unit)

    def _rule_y(self) -> float:
        unit = self._unit
        return self.height() - max(_BOTTOM * unit, self._footer.size().height() + 48 * unit)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        if self._look.mirrored:
            ratio = self.devicePixelRatioF()
            image = QImage(self.size() * ratio, QImage.Format.Format_RGB32)
            image.setDevicePixelRatio(ratio)
            inside = QPainter(image)
            self._paint(inside)
            inside.end()
            painter.drawImage(0, 0, image.flipped(Qt.Orientation.Horizontal))
        else:
            self._paint(painter)
        painter.end()
        window = self.window().windowHandle()
        if self._owed and self._shown and window and window.isExposed():
            self._owed = False
            shown = self._shown
            # After the event the picture is handed to the display.
            QTimer.singleShot(0, self, lambda: self.painted.emit(*shown))

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(self.rect(), QColor(_GROUND))
        self._paint_header(painter)
        box = self._body_box()
        painter.save()
        painter.setClipRect(box.adjusted(-4, -8 * self._unit, 4, 8 * self._unit))
        painter.translate(box.left(), box.top() - self._scroll_px)
        _draw(self._body, painter)
        painter.restore()
        if self._scroll_px < self.hidden_px - 1:
            self._paint_more(painter, box)
        rule = self._rule_y()
        painter.setPen(QPen(QColor(_RULE), max(1.0, 2 * self._unit)))
        painter.drawLine(QPointF(box.left(), rule), QPointF(box.right(), rule))
        painter.save()
        painter.translate(box.left(), rule + 20 * self._unit)
        _draw(self._footer, painter)
        painter.restore()

    def _paint_header(self, painter: QPainter) -> None:
        """Number and status from the left; clock, offset and time left from the right."""
        text, unit = self._text, self._unit
        painter.setFont(font(max(1, round(_HEADER * unit)), tabular=True))
        metrics = QFontMetricsF(painter.font())
        baseline, gap = 50 * unit, 40 * unit
        pen = _MARGIN * unit
        for words, ink in ((text.number, _SOFT), (text.status, _GOLD)):
            painter.setPen(QColor(ink))
            painter.drawText(QPointF(pen, baseline), words)
            pen += metrics.horizontalAdvance(words) + gap if words else 0
        pen = self.width() - _MARGIN * unit
        left = (text.left, _GOLD if text.overrun else _INK)
        for words, ink in ((text.clock, _INK), (text.offset, _GOLD if text.late else _SOFT), left):
            pen -= metrics.horizontalAdvance(words)
            painter.setPen(QColor(ink))
            painter.drawText(QPointF(pen, baseline), words)
            pen -= gap if words else 0

    def _paint_more(self, painter: QPainter, box: QRectF) -> None:
        """An arrow: the text goes on below."""
        side = 16 * self._unit
        tip = QPointF(box.right() - side, self._rule_y() - 6 * self._unit)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(_GOLD))
        painter.drawPolygon(QPolygonF([tip, tip + QPointF(-side, -side), tip + QPointF(side, -side)]))


def _bounded(look: PrompterLook) -> PrompterLook:
    return replace(look, zoom=min(max(look.zoom, LEAST_ZOOM), LARGEST_ZOOM))


def _words(text: PromptText) -> tuple[object, ...]:
    """What is set in paragraphs: the rest is drawn as it comes, every second."""
    return text.read, text.on_stage, text.note, text.following


def _paragraphs(text: PromptText, stage_share: float) -> tuple[_Paragraph, ...]:
    found = [_Paragraph(text.read, 1.0, 0.0, bold=True)]
    for number, line in enumerate(text.on_stage):
        found.append(_Paragraph(line, stage_share, 0.3 if number else 1.1))
    if text.note:
        found.append(_Paragraph((("plain", text.note),), _NOTE_SHARE, 0.7, _SOFT))
    return tuple(found)


def _document(paragraphs: tuple[_Paragraph, ...], px: float, wide: float) -> QTextDocument:
    """The paragraphs set in a column of ``wide`` pixels; ``px`` is the size of which each has its share."""
    made = QTextDocument()
    made.setDocumentMargin(0)
    made.setUndoRedoEnabled(False)
    cursor = QTextCursor(made)
    for number, paragraph in enumerate(paragraphs):
        block = QTextBlockFormat()
        block.setTopMargin(px * paragraph.above)
        block.setLineHeight(_LEADING_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if number:
            cursor.insertBlock(block)
        else:
            cursor.setBlockFormat(block)
        for style, words in paragraph.line:
            ink, bold = _STYLES[style]
            form = QTextCharFormat()
            form.setFont(font(max(1, round(px * paragraph.share)), bold=bold or paragraph.bold))
            form.setForeground(QColor(paragraph.ink if style == "plain" else ink))
            cursor.insertText(words, form)
    made.setTextWidth(wide)
    return made


def _draw(document: QTextDocument, painter: QPainter) -> None:
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, QColor(_INK))
    document.documentLayout().draw(painter, context)
