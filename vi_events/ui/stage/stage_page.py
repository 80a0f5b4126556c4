"""The console while a palmarès is open: running order, the two pictures, the room, the script, the time, and TOP."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from vi_events.stage.frames import frame, next_frame
from vi_events.stage.room import InRoom
from vi_events.stage.show import ShowView
from vi_events.stage.theme import Theme
from vi_events.ui.stage.late_changes import LateChanges
from vi_events.ui.stage.panels import FrameView, RoomPanel, ScriptPanel, TimePanel
from vi_events.ui.stage.rows import CURRENT, DONE
from vi_events.ui.stage.rundown_list import RundownList
from vi_events.ui.stage.top_area import TopArea
from vi_events.ui.theme import DARK, NOTE_PX
from vi_events.ui.widgets.dark import Card, StageButton, label

_GAP_PX = 14


class StagePage(QWidget):
    """Shows a view; what is asked for comes out as one of the words of ``keys.ACTS``."""

    act_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._room: Mapping[str, tuple[InRoom, ...]] = {}
        self.rundown = RundownList()
        self.order = Card(self.tr("Conducteur"))
        self.current = FrameView(self.tr("À l’écran"), DARK.bad)
        self.next = FrameView(self.tr("Prochain top"), DARK.warn, dashed=True)
        self.room = RoomPanel()
        self.script = ScriptPanel()
        self.late = LateChanges()
        self.time = TimePanel()
        self.area = TopArea()
        self.arm = StageButton(self.tr("Armer…"), kind="primary")
        self.rehearse = StageButton(self.tr("Répéter"))
        self.back = StageButton(self.tr("Retour"), "←")
        self.pause = StageButton(self.tr("Pause"), "P")
        self.noir = StageButton(self.tr("Noir"), "F12", kind="black")
        self.late_button = StageButton(self.tr("Changement tardif"), "F9")
        self._lower = QStackedWidget()
        self._arrange()
        for button, act in (
            (self.back, "back"),
            (self.pause, "pause"),
            (self.noir, "black"),
            (self.late_button, "late"),
        ):
            button.clicked.connect(lambda _=False, act=act: self.act_requested.emit(act))

    def show_view(self, view: ShowView, elapsed_ms: int) -> None:
        """Everything but what follows from the time alone."""
        self.show_frame(view, elapsed_ms)
        chosen = self.tr("étape choisie") if view.state.standby >= 0 else ""
        self.next.show_frame(next_frame(view.revision, view.state), self._theme, chosen)
        self.script.show_view(view)
        self.late.show_view(view)
        self._show_buttons(view)
        self.show_room(view, self._room)

    def use_theme(self, theme: Theme) -> None:
        """The look of the pictures from the next one on."""
        self._theme = theme

    def show_frame(self, view: ShowView, elapsed_ms: int) -> None:
        """What the audience sees, ``elapsed_ms`` after the last change."""
        self.current.show_frame(frame(view.revision, view.state, elapsed_ms), self._theme, self._screen_words(view))

    def show_room(self, view: ShowView, room: Mapping[str, tuple[InRoom, ...]]) -> None:
        """Who is here, and in the running order who is not."""
        self._room = room
        absent = {
            stop.id
            for stop in view.revision.stops
            if stop.authority_ids
            and all(id_ in room for id_ in stop.authority_ids)
            and not any(one.since_ms for id_ in stop.authority_ids for one in room[id_])
        }
        self.rundown.show_view(view, absent)
        self.room.show_room(view, room)
        numbered = [row for row in self.rundown.rows if row.number]
        done = sum(row.state in (DONE, CURRENT) for row in numbered)
        said = self.tr("Conducteur · %1 / %2").replace("%1", str(done)).replace("%2", str(len(numbered)))
        self.order.title.setText(said)

    def show_late(self, view: ShowView) -> None:
        """The late changes in place of the room and the script."""
        self._lower.setCurrentWidget(self.late)
        self.late.open_for(view, self.rundown.chosen())

    def hide_late(self) -> None:
        self._lower.setCurrentIndex(0)

    def _screen_words(self, view: ShowView) -> str:
        if view.state.black:
            return self.tr("noir")
        if view.state.cleared or view.state.stop < 0:
            return self.tr("vide")
        return self.tr("en direct") if view.state.mode == "live" else self.tr("image tenue")

    def _show_buttons(self, view: ShowView) -> None:
        state = view.state
        edit, held = state.mode == "edit", state.mode == "hold"
        for button in (self.arm, self.rehearse):
            button.setVisible(edit and not state.rehearsal)
        for button in (self.back, self.pause):
            button.setVisible(not edit)
        self.back.setEnabled(bool(state.trail))
        self.pause.set_text(self.tr("Reprendre") if held else self.tr("Pause"))
        self.pause.setEnabled(state.mode in ("live", "hold"))
        self.pause.lit = held
        self.noir.set_text(self.tr("Rendre l’écran") if state.black else self.tr("Noir"))
        self.noir.setEnabled(not edit)
        self.noir.lit = state.black

    def _arrange(self) -> None:
        hint = label(self.tr("Alt, ou « voir », montre un nom à la fois."), NOTE_PX, ink=DARK.ink_2, wrap=True)
        self.order.column.addWidget(self.rundown, 1)
        self.order.column.addWidget(hint)
        pictures = QHBoxLayout()
        pictures.setSpacing(_GAP_PX)
        pictures.addWidget(self.current, 1)
        pictures.addWidget(self.next, 1)
        reading = QWidget()
        lower = QVBoxLayout(reading)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.setSpacing(12)
        lower.addWidget(self.room)
        lower.addWidget(self.script, 1)
        self._lower.addWidget(reading)
        self._lower.addWidget(self.late)
        middle = QVBoxLayout()
        middle.setSpacing(12)
        middle.addLayout(pictures)
        middle.addWidget(self._lower, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 14)
        row.setSpacing(_GAP_PX)
        row.addWidget(self.order, 29)
        row.addLayout(middle, 49)
        row.addLayout(self._column(), 19)

    def _column(self) -> QVBoxLayout:
        """Time, TOP, then what is harmless; NOIR stands apart."""
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(self.time)
        column.addWidget(self.area, 1)
        verbs = QHBoxLayout()
        verbs.setSpacing(10)
        for button in (self.arm, self.rehearse, self.back, self.pause):
            verbs.addWidget(button, 1)
        column.addLayout(verbs)
        column.addWidget(self.late_button)
        column.addSpacing(14)
        column.addWidget(self.noir)
        return column
