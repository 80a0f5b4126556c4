"""The console below its head: speakers, programme and palmarès, what is really shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vi_events.ui.webtv.drift_panel import DriftPanel
from vi_events.ui.webtv.markers import Markers
from vi_events.ui.webtv.outputs_dialog import HOLD_S
from vi_events.ui.webtv.overlays_panel import OverlaysPanel
from vi_events.ui.webtv.palmares_panel import PalmaresPanel
from vi_events.ui.webtv.programme import ProgrammeView
from vi_events.ui.webtv.really_shown import ReallyShown
from vi_events.ui.webtv.sound_meters import SoundMeters
from vi_events.ui.webtv.speakers_panel import SpeakersPanel
from vi_events.ui.webtv.verbs import HoldVerb
from vi_events.webtv.control_room import RoomView
from vi_events.webtv.overlays import Overlay
from vi_events.webtv.service import WebtvView

_GAP_PX, _SIDE_PX = 14, 270


class DeskPage(QWidget):
    """Shows views; what is asked for comes out as a word of ``keys.ACTS``."""

    act_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.speakers = SpeakersPanel()
        self.programme = ProgrammeView()
        self.palmares = PalmaresPanel()
        self.overlays = OverlaysPanel()
        self.drift = DriftPanel()
        self.truth = ReallyShown()
        self.sound = SoundMeters()
        self.markers = Markers()
        self.stop_stream = HoldVerb(self.tr("Couper la diffusion"), seconds=HOLD_S)
        self.stop_stream.hide()
        for panel in (self.speakers, self.palmares, self.overlays, self.markers):
            panel.act_requested.connect(self.act_requested)
        self._arrange()

    def show_view(self, view: WebtvView, stage: Overlay | None) -> None:
        """What is on air, and the mode. ``stage``: what the audience reads, as an overlay."""
        self.palmares.show_view(view, stage)
        self.overlays.show_air(view.air)
        self.programme.show_empty(not view.air.overlays)

    def show_room(self, room: RoomView) -> None:
        """How OBS is."""
        stream, record = room.seen.stream, room.seen.record
        streams = stream is not None and stream.active
        live = streams or (record is not None and record.active)
        self.programme.show_link(away=room.link.state not in ("ready", "busy"), live=live)
        self.drift.show_obs(room.obs)
        self.stop_stream.setVisible(streams)

    def _arrange(self) -> None:
        middle, side = QVBoxLayout(), QVBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.programme, 1)
        for panel in (self.palmares, self.drift, self.overlays):
            middle.addWidget(panel)
        side.setSpacing(12)
        side.addWidget(self.truth)
        side.addWidget(self.sound)
        side.addWidget(self.markers, 1)
        side.addWidget(self.stop_stream)
        right = QWidget()
        right.setFixedWidth(_SIDE_PX)
        right.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 14)
        row.setSpacing(_GAP_PX)
        row.addWidget(self.speakers, 42)
        row.addLayout(middle, 61)
        row.addWidget(right)
