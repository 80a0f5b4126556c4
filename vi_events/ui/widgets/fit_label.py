"""A name that is always whole."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vi_events.ui.theme import LIGHT, NAME_MIN_PX, NAME_PX, color, font

FLOOR_PX = 28
_STEP_PX = 2
_BREAK_AFTER = (" ", "-", "–", "’", "'")


@dataclass(frozen=True, slots=True)
class Fit:
    """How a text is set: its size in pixels and its lines, none of them wider than the room."""

    px: int
    lines: tuple[str, ...]


def fit(text: str, width_px: int, largest_px: int = NAME_PX) -> Fit:
    """The largest setting of ``text`` in ``width_px``: one line down to 40 px, two lines down to 28 px, then as many
    lines as it takes at 28 px.
    """
    smallest_line = max(FLOOR_PX, largest_px * NAME_MIN_PX // NAME_PX)
    for px in range(largest_px, smallest_line - 1, -_STEP_PX):
        if _metrics(px).horizontalAdvance(text) <= width_px:
            return Fit(px, (text,))
    for px in range(largest_px, FLOOR_PX - 1, -_STEP_PX):
        lines = _two_lines(text, _metrics(px), width_px)
        if lines:
            return Fit(px, lines)
    return Fit(FLOOR_PX, _many_lines(text, _metrics(FLOOR_PX), width_px))


def _metrics(px: int) -> QFontMetrics:
    return QFontMetrics(font(px, bold=True))


def _two_lines(text: str, metrics: QFontMetrics, width_px: int) -> tuple[str, ...]:
    """The split that fits, between words rather than at a hyphen, else the most even one; nothing when none fits."""
    best: tuple[tuple[bool, int], tuple[str, str]] | None = None
    for index, char in enumerate(text[:-1], start=1):
        if char not in (" ", "-", "–"):
            continue
        first, second = text[:index].rstrip(), text[index:].lstrip()
        widths = metrics.horizontalAdvance(first), metrics.horizontalAdvance(second)
        if max(widths) > width_px:
            continue
        rank = (char != " ", abs(widths[0] - widths[1]))
        if best is None or rank < best[0]:
            best = (rank, (first, second))
    return best[1] if best else ()


def _many_lines(text: str, metrics: QFontMetrics, width_px: int) -> tuple[str, ...]:
    lines: list[str] = []
    rest = text
    while rest:
        end = len(rest)
        while end > 1 and metrics.horizontalAdvance(rest[:end].rstrip()) > width_px:
            end -= 1
        if end < len(rest):
            breaks = [i for i in range(1, end + 1) if rest[i - 1] in _BREAK_AFTER]
            end = breaks[-1] if breaks else end
        lines.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return tuple(lines)


class FitLabel(QWidget):
    """Shows a name as large as its width allows; its height follows, nothing is ever cut or replaced by dots."""

    def __init__(self, largest_px: int = NAME_PX, *, centred: bool = False) -> None:
        super().__init__()
        self._largest_px = largest_px
        self._text = ""
        self._ink = LIGHT.ink
        self._flags = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        self._fit = Fit(largest_px, ())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit_again()

    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        """Shows ``text`` whole."""
        self._text = text
        self.setAccessibleName(text)
        self._fit_again()

    def set_ink(self, ink: str) -> None:
        """Colours the text."""
        self._ink = ink
        self.update()

    def shown(self) -> Fit:
        """How the text is set now."""
        return self._fit

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._largest_px * 6, self.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(FLOOR_PX * 4, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        if event.size().width() != event.oldSize().width():
            self._fit_again()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setFont(font(self._fit.px, bold=True))
        painter.setPen(color(self._ink))
        step = self._line_px()
        for number, line in enumerate(self._fit.lines):
            box = QRect(0, number * step, self.width(), step)
            painter.drawText(box, self._flags | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, line)

    def _line_px(self) -> int:
        # Lines stay close, but an accented capital must never touch the line above: hence the font's own ascent.
        metrics = _metrics(self._fit.px)
        return max(round(self._fit.px * 1.06), metrics.ascent() + metrics.descent() // 2)

    def _fit_again(self) -> None:
        self._fit = fit(self._text, max(1, self.width()), self._largest_px) if self._text else Fit(self._largest_px, ())
        metrics = _metrics(self._fit.px)
        self.setFixedHeight(self._line_px() * len(self._fit.lines) + (metrics.descent() // 2 if self._text else 0))
        self.update()
