"""What the stage manager reads: the two pictures, who is in the room, what the presenter reads, and the time."""

import html
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from vi_events.clock import clock_time
from vi_events.edition.text import fold
from vi_events.edition.timing import clock_duration
from vi_events.stage.engine import target
from vi_events.stage.pace import Pace
from vi_events.stage.room import InRoom
from vi_events.stage.show import ShowView
from vi_events.stage.stops import CompiledStop, Frame
from vi_events.stage.theme import Theme
from vi_events.ui.preparation.words import counted
from vi_events.ui.stage.rows import upcoming
from vi_events.ui.surfaces.painting import paint_frame
from vi_events.ui.theme import BASE_PX, DARK, LEAD_PX, NOTE_PX, RADIUS_CARD_PX, SMALL_PX, TITLE_PX, Tone, color, font
from vi_events.ui.widgets.dark import Card, Mark, label
from vi_events.ui.widgets.panel import OneLine

_AHEAD = 3
_PEOPLE = 4
"""Authorities shown of a roll call, before the others are counted."""
Room = Mapping[str, tuple[InRoom, ...]]


class FrameView(QWidget):
    """A frame of the public screen, drawn by the code of the public screen."""

    def __init__(self, title: str, tone: Tone, *, dashed: bool = False) -> None:
        super().__init__()
        self._title, self._tone, self._dashed = title, tone, dashed
        self._note = ""
        self._frame: Frame | None = None
        self._theme: Theme | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(title)

    @property
    def shown(self) -> Frame | None:
        return self._frame

    def show_frame(self, frame: Frame | None, theme: Theme, note: str = "") -> None:
        """``note`` stands beside the title; ``frame`` None: nothing more to show."""
        if (frame, theme, note) != (self._frame, self._theme, self._note):
            self._frame, self._theme, self._note = frame, theme, note
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(320, 24 + 180)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return 26 + round((width - 4) * 9 / 16) + 4

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(NOTE_PX, bold=True))
        painter.setPen(color(DARK.ink_2))
        head = self.rect().adjusted(0, 0, 0, 22 - self.height())
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._title)
        painter.setPen(color(self._tone.main))
        painter.drawText(head, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._note)
        box = QRectF(2, 26, self.width() - 4, (self.width() - 4) * 9 / 16)
        if box.bottom() > self.height() - 2:
            height = self.height() - 28
            box = QRectF((self.width() - height * 16 / 9) / 2, 26, height * 16 / 9, height)
        if self._frame is not None and self._theme is not None:
            paint_frame(painter, self._frame, box, self._theme)
        else:
            painter.fillRect(box, color(DARK.background))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(color(self._tone.main), 3 if not self._dashed else 2.5)
        if self._dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(box, RADIUS_CARD_PX - 4, RADIUS_CARD_PX - 4)


@dataclass(frozen=True, slots=True)
class RoomLine:
    """One line of the room. ``level`` is that of its mark."""

    place: str
    who: str
    detail: str
    level: str
    presence: str


class RoomPanel(Card):
    """The people of the stop on screen and of the next three."""

    def __init__(self) -> None:
        super().__init__()
        self.title.setText(self.tr("Dans la salle"))
        self.title.show()
        self.lines: tuple[RoomLine, ...] = ()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(1, 1)
        self.column.addLayout(self._grid)
        self._cells: list[tuple[QLabel, QLabel, Mark]] = []

    def show_room(self, view: ShowView, room: Room) -> None:
        """Who is here for the stop on screen and for those that follow."""
        current = view.revision.stops[view.state.stop] if view.state.stop >= 0 else None
        following = target(view.revision, view.state)
        lines = self._of_stop(current, room, masked=False) if current and current.authority_ids else []
        for stop in upcoming(view, _AHEAD):
            near = following is not None and view.revision.stops[following[0]] is stop
            lines += self._of_stop(stop, room, masked=not near)
        self.lines = tuple(lines)
        self._write()

    def _of_stop(self, stop: CompiledStop, room: Room, *, masked: bool) -> list[RoomLine]:
        if len(stop.card.laureates) == 1:
            laureate = stop.card.laureates[0]
            place = str(stop.number) if masked else laureate.name
            return [self._line(place, laureate.name, room.get(laureate.authority_id, ()), masked=masked)]
        here = [each for each in stop.card.laureates if any(one.since_ms for one in room.get(each.authority_id, ()))]
        missing = [each for each in stop.card.laureates if each not in here]
        said = self.tr("%1 collectivités sur %2 dans la salle")
        said = said.replace("%1", str(len(here))).replace("%2", str(len(stop.card.laureates)))
        names = "" if masked else ", ".join(each.name for each in missing[:_PEOPLE])
        if len(missing) > _PEOPLE and names:
            names += "…"
        level = "ok" if not missing else "warn"
        presence = self.tr("toutes là")
        if missing:
            presence = counted(len(missing), self.tr("manque %1"), self.tr("manquent %1"))
        return [RoomLine(str(stop.number) if masked else stop.label, said, names, level, presence)]

    def _line(self, place: str, authority: str, people: tuple[InRoom, ...], *, masked: bool) -> RoomLine:
        if not people:
            return RoomLine(place, self.tr("personne d’inscrit"), "", "warn", self.tr("sauter ou citer\u202f?"))
        one = people[0]
        function = "" if masked and fold(authority) in fold(one.function) else one.function
        detail = self.tr("représente %1").replace("%1", one.replaces) if one.replaces else function
        if len(people) > 1:
            others = sum(each.since_ms is not None for each in people[1:])
            if others:
                detail += counted(others, self.tr(" · avec %1 autre"), self.tr(" · avec %1 autres"))
        if one.since_ms is None:
            return RoomLine(place, one.name, detail, "warn", self.tr("non arrivée\u202f: sauter ou citer\u202f?"))
        seat = self.tr("siège %1").replace("%1", one.seat) if one.seat else ""
        since = self.tr("depuis %1").replace("%1", clock_time(one.since_ms))
        presence = " · ".join(part for part in (self.tr("dans la salle"), since, seat) if part)
        return RoomLine(place, one.name, detail, "ok", presence)

    def _write(self) -> None:
        while len(self._cells) < len(self.lines):
            row = len(self._cells)
            cells = (label(bold=True), OneLine(BASE_PX, ink=DARK.ink), Mark(BASE_PX))
            self._grid.addWidget(cells[0], row, 0)
            self._grid.addWidget(cells[1], row, 1)
            self._grid.addWidget(cells[2], row, 2, Qt.AlignmentFlag.AlignRight)
            self._cells.append(cells)
        for place, (name, who, mark) in enumerate(self._cells):
            shown = place < len(self.lines)
            for cell in (name, who, mark):
                cell.setVisible(shown)
            if not shown:
                continue
            line = self.lines[place]
            name.setText(line.place)
            name.setMaximumWidth(190)
            name.setToolTip(line.place)
            who.setText(f"{line.who}, {line.detail}" if line.detail else line.who)
            mark.show_state(line.level, line.presence, DARK.tone(line.level).main)


class ScriptPanel(Card):
    """What the presenter reads now, then what they will read after GO."""

    def __init__(self) -> None:
        super().__init__()
        self.title.setText(self.tr("Le présentateur lit"))
        self.title.show()
        self.now = label("", TITLE_PX - 2, wrap=True)
        self.now.setTextFormat(Qt.TextFormat.RichText)
        self.note = label("", NOTE_PX, ink=DARK.warn.ink, wrap=True)
        self.then_title = label(self.tr("Après le TOP"), NOTE_PX, bold=True, ink=DARK.ink_2)
        self.then = label("", LEAD_PX - 1, ink=DARK.ink_2, wrap=True)
        self.then_note = label("", NOTE_PX, ink=DARK.ink_2, wrap=True)
        for part in (self.now, self.note, self.then_title, self.then, self.then_note):
            self.column.addWidget(part)
        self.column.setSpacing(8)
        self.column.addStretch(1)

    def show_view(self, view: ShowView) -> None:
        """The script of this step and of the next one, with their notes."""
        state, stops = view.state, view.revision.stops
        stop = stops[state.stop] if state.stop >= 0 else None
        following = target(view.revision, state)
        self.now.setText(_rich(stop, state.step) if stop else self.tr("Rien n’est encore à l’écran."))
        self.note.show_text(self.tr("Note\u202f: %1").replace("%1", stop.note) if stop and stop.note else "")
        after = stops[following[0]] if following else None
        text = _script(after, following[1]) if after and following else ""
        self.then_title.setVisible(bool(text))
        self.then.show_text(text)
        same = after is stop
        note = after.note if after and not same else ""
        self.then_note.show_text(self.tr("Note\u202f: %1").replace("%1", note) if note else "")


def _script(stop: CompiledStop, step: int) -> str:
    said = "".join(text for _, text in stop.steps[step].script).strip()
    return f"«\u202f{said}\u202f»" if said else stop.label


def _rich(stop: CompiledStop, step: int) -> str:
    """The script with its name set off; what looks like markup in it is shown, not obeyed."""
    runs = stop.steps[step].script
    if not runs:
        return html.escape(stop.label)
    said = (f"<b>{html.escape(text)}</b>" if style == "name" else html.escape(text) for style, text in runs)
    return f"«\u202f{''.join(said)}\u202f»"


class TimePanel(Card):
    """Planned, late, projected end, and what a roll call would recover."""

    def __init__(self) -> None:
        super().__init__()
        self.column.setSpacing(2)
        grid = QGridLayout()
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        self.values: dict[str, QLabel] = {}
        for row, (name, text) in enumerate(
            (
                ("planned", self.tr("Prévu")),
                ("offset", self.tr("Retard")),
                ("end", self.tr("Fin projetée")),
                ("award", self.tr("Par lauréat")),
            )
        ):
            word = label(text, ink=DARK.ink_2)
            value = label("", TITLE_PX if name == "offset" else BASE_PX, bold=True)
            value.use_tabular_figures()
            grid.addWidget(word, row, 0)
            grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.values[name] = value
            if name == "offset":
                self._offset_word = word
        self.regain = label("", SMALL_PX, ink=DARK.info.main, wrap=True)
        self.column.addLayout(grid)
        self.column.addWidget(self.regain)

    def show_pace(self, pace: Pace, *, timed: bool) -> None:
        """``timed``: the running order says when it begins; otherwise only durations are known."""
        self.values["planned"].setText(clock_time(pace.planned_ms, seconds=True) if timed else "—")
        seconds = pace.offset_s if timed else 0
        word = self.tr("Retard") if seconds > 0 else self.tr("Avance") if seconds < 0 else self.tr("À l’heure")
        self._offset_word.setText(word)
        sign = "+" if seconds > 0 else "−" if seconds < 0 else "±"
        offset = self.values["offset"]
        offset.setText(f"{sign}\u202f{clock_duration(abs(seconds))}" if timed else "—")
        offset.setAccessibleName(f"{word} {clock_duration(abs(seconds))}")
        _ink(offset, DARK.warn.main if seconds > 30 else DARK.ink)
        self.values["end"].setText(clock_time(pace.projected_end_ms))
        award, planned = pace.per_award_s, pace.per_award_planned_s
        said = f"{award:.0f}\u202fs" if award else "—"
        self.values["award"].setText(f"{said} / {planned:.0f}\u202fs" if planned else said)
        self._show_regain(pace)

    def _show_regain(self, pace: Pace) -> None:
        parts = [
            self.tr("les %1\u202f@\u202f: %2\u202fmin").replace("%1", str(level)).replace("%2", str(seconds // 60))
            for level, seconds in pace.regained_s
            if seconds >= 60
        ]
        said = self.tr("Appel groupé regagne\u202f: %1").replace("%1", ", ".join(parts[:3]))
        self.regain.show_text(said if parts and pace.offset_s > 60 else "")


def _ink(text: QLabel, ink: str) -> None:
    palette = text.palette()
    palette.setColor(text.foregroundRole(), color(ink))
    text.setPalette(palette)
