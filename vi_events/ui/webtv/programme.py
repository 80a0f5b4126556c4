"""The picture of the programme as OBS gives it; while OBS is away, the overlays alone, drawn as they would be."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from vi_events.ui.theme import BASE_PX, DARK, NOTE_PX, RADIUS_CARD_PX, Tone, color, font
from vi_events.ui.widgets.dark import draw_mark

FROZEN_AFTER_MS = 3_000
_HEAD_PX = 26


class ProgrammeView(QWidget):
    """16:9, under its title."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: QImage | None = None
        self._picture_ms = 0
        self._overlay: QImage | None = None
        self._empty = True
        self._live = False
        self._away = True
        self._title = self._note = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_time(0)

    @property
    def note(self) -> str:
        """What is said beside the title: a frozen picture, a missing OBS."""
        return self._note

    def show_picture(self, picture: QImage | None, now_ms: int) -> None:
        """The programme, or None when OBS gives none."""
        self._picture, self._picture_ms = picture, now_ms
        self.show_time(now_ms)
        self.update()

    def show_overlay(self, overlay: QImage | None) -> None:
        """Everything on air on a transparent ground, for when OBS is away."""
        self._overlay = overlay
        if self._away:
            self.update()

    def show_empty(self, empty: bool) -> None:
        """Whether nothing is on air."""
        if empty != self._empty:
            self._empty = empty
            self.update()

    def show_link(self, *, away: bool, live: bool) -> None:
        """Whether OBS is away, and whether what it shows is streamed or recorded."""
        if (away, live) != (self._away, self._live):
            self._away, self._live = away, live
            self.update()

    def show_time(self, now_ms: int) -> None:
        """What follows from the time alone."""
        frozen_s = (now_ms - self._picture_ms) // 1000
        if self._away:
            title, note = self.tr("Habillage seul"), self.tr("OBS absent\u202f: sans l’image")
        elif self._picture is None:
            title, note = self.tr("Programme"), self.tr("image attendue")
        else:
            title, note = self.tr("Programme (image d’OBS, 1/s)"), ""
            if frozen_s * 1000 >= FROZEN_AFTER_MS:
                note = self.tr("image figée depuis %1 s").replace("%1", str(frozen_s))
        if (title, note) != (self._title, self._note):
            self._title, self._note = title, note
            self.setAccessibleName(f"{title}, {note}" if note else title)
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(480, _HEAD_PX + 270)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return _HEAD_PX + round((width - 4) * 9 / 16) + 4

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_head(painter)
        box = self._box()
        shape = QPainterPath()
        shape.addRoundedRect(box, RADIUS_CARD_PX - 4, RADIUS_CARD_PX - 4)
        painter.save()
        painter.setClipPath(shape)
        self._paint_picture(painter, box)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(color(self._tone().main), 3)
        if self._away:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawPath(shape)

    def _tone(self) -> Tone:
        if self._away or self._note:
            return DARK.warn
        return DARK.bad if self._live else DARK.off

    def _box(self) -> QRectF:
        wide, high = self.width() - 4, self.height() - _HEAD_PX - 4
        if wide * 9 / 16 > high:
            return QRectF((self.width() - high * 16 / 9) / 2, _HEAD_PX + 2, high * 16 / 9, high)
        return QRectF(2, _HEAD_PX + 2, wide, wide * 9 / 16)

    def _paint_head(self, painter: QPainter) -> None:
        head = self.rect().adjusted(0, 0, 0, _HEAD_PX - 4 - self.height())
        painter.setFont(font(NOTE_PX, bold=True))
        painter.setPen(color(DARK.ink_2))
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._title)
        if self._note:
            painter.setPen(color(DARK.warn.main))
            painter.drawText(head, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._note)
            wide = painter.fontMetrics().horizontalAdvance(self._note)
            draw_mark(painter, QRectF(head.right() - wide - 18, 6, 10, 10), "lozenge", DARK.warn.main)

    def _paint_picture(self, painter: QPainter, box: QRectF) -> None:
        if not self._away and self._picture is not None:
            painter.drawImage(box, self._picture)
            return
        ground = QLinearGradient(box.topLeft(), box.bottomRight())
        ground.setColorAt(0, color("#26354A"))
        ground.setColorAt(1, color("#1A2233"))
        painter.fillRect(box, ground)
        if self._away and self._overlay is not None and not self._empty:
            painter.drawImage(box, self._overlay)
        elif self._away:
            painter.setFont(font(BASE_PX))
            painter.setPen(color(DARK.ink_2))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.tr("Rien sur l’image"))
