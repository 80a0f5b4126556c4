"""Starting the stream, starting and stopping the recording: each only by a button that is held."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vi_events.ui.theme import BASE_PX, DARK, NOTE_PX
from vi_events.ui.webtv.verbs import HoldVerb
from vi_events.ui.widgets.dark import StageDialog, label
from vi_events.webtv.obs_watch import Seen

HOLD_S = 2.0


class OutputsDialog(StageDialog):
    """Shows what OBS is doing. The stop of the stream is elsewhere, alone."""

    start_requested = Signal(str)
    """``stream`` or ``record``."""
    stop_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Diffusion et enregistrement"), "", parent)
        self.said = label("", BASE_PX, wrap=True)
        self.problem = label("", BASE_PX, ink=DARK.bad.main, wrap=True)
        self.problem.hide()
        self.start_record = HoldVerb(self.tr("Démarrer l’enregistrement"), seconds=HOLD_S / 2)
        self.stop_record = HoldVerb(self.tr("Arrêter l’enregistrement"), seconds=HOLD_S)
        self.start_stream = HoldVerb(self.tr("Démarrer la diffusion, en public"), seconds=HOLD_S)
        self.start_record.held.connect(lambda: self.start_requested.emit("record"))
        self.stop_record.held.connect(lambda: self.stop_requested.emit("record"))
        self.start_stream.held.connect(lambda: self.start_requested.emit("stream"))
        note = self.tr("L’arrêt de la diffusion est seul en bas à droite de la régie.")
        self.body.addWidget(self.said)
        for title, buttons in (
            (self.tr("Enregistrement"), (self.start_record, self.stop_record)),
            (self.tr("Diffusion"), (self.start_stream,)),
        ):
            self.body.addSpacing(6)
            self.body.addWidget(label(title, NOTE_PX, bold=True, ink=DARK.ink_2))
            for button in buttons:
                self.body.addWidget(button)
        self.body.addWidget(self.problem)
        self.body.addWidget(label(note, NOTE_PX, ink=DARK.ink_2, wrap=True))
        self.setMinimumWidth(520)
        self.cancel_button.setFocus()

    def show_seen(self, seen: Seen) -> None:
        """What OBS does now; buttons that would do nothing are not there."""
        known = seen.stream is not None and seen.record is not None
        streams = seen.stream is not None and seen.stream.active
        records = seen.record is not None and seen.record.active
        self.start_record.setVisible(known and not records)
        self.stop_record.setVisible(known and records)
        self.start_stream.setVisible(known and not streams)
        if not known:
            self.said.setText(self.tr("OBS est absent\u202f: il ne peut recevoir d’ordre."))
        elif streams and records:
            self.said.setText(self.tr("OBS diffuse et enregistre."))
        elif streams:
            self.said.setText(self.tr("OBS diffuse, et n’enregistre pas."))
        else:
            only = self.tr("OBS enregistre, et ne diffuse pas.")
            self.said.setText(only if records else self.tr("OBS ne diffuse pas et n’enregistre pas."))

    def show_problem(self, text: str) -> None:
        self.problem.show_text(text)
