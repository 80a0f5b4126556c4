"""What somebody changed in OBS: to adopt, or to undo. Nothing is undone by itself while OBS streams."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from vi_events.ui.language import spoken
from vi_events.ui.preparation.words import counted
from vi_events.ui.theme import BASE_PX, DARK, NOTE_PX
from vi_events.ui.webtv.verbs import VerbButton
from vi_events.ui.widgets.dark import Card, Mark, label
from vi_events.webtv.obs_adopted import is_adoptable
from vi_events.webtv.obs_plan import Change
from vi_events.webtv.obs_sentences import sentence
from vi_events.webtv.reconciler import ObsView


class DriftPanel(Card):
    """One change at a time, and how many follow. Hidden when there is none."""

    adopted = Signal(str)
    restored = Signal(str)
    set_up_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._change: Change | None = None
        self.mark = Mark(BASE_PX, bold=True)
        self.words = label("", NOTE_PX, wrap=True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.adopt = VerbButton(self.tr("Adopter"))
        self.restore = VerbButton(self.tr("Rétablir"))
        self.prepare = VerbButton(self.tr("Préparer OBS…"))
        self.adopt.clicked.connect(lambda: self._change and self.adopted.emit(self._change.key))
        self.restore.clicked.connect(lambda: self._change and self.restored.emit(self._change.key))
        self.prepare.clicked.connect(self.set_up_requested)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.mark)
        row.addWidget(self.words, 1)
        for button in (self.adopt, self.restore, self.prepare):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        self.column.addLayout(row)
        self.set_tone("warn")
        self.hide()

    def show_obs(self, obs: ObsView) -> None:
        """What OBS holds otherwise than it should."""
        missing = obs.state == "not_set_up"
        self._change = None if missing else next(iter(obs.drifts), None)
        shown = obs.state in ("drift", "refused") and self._change is not None
        self.setVisible(shown or missing)
        if missing:
            self.mark.show_state("warn", self.tr("OBS à préparer"), DARK.warn.main)
            self.words.setText(self.tr("Cette collection de scènes n’a pas encore l’habillage."))
        elif self._change is not None:
            more = len(obs.drifts) - 1
            said = spoken(sentence(self._change))
            if more:
                said += " " + counted(more, self.tr("(et %1 autre)"), self.tr("(et %1 autres)"))
            self.words.setText(said)
            self.mark.show_state("warn", self.tr("Modifié dans OBS"), DARK.warn.main)
        self.prepare.setVisible(missing)
        can_restore = self._change is not None and self._change.kind != "conflict"
        self.adopt.setVisible(self._change is not None and is_adoptable(self._change))
        self.restore.setVisible(can_restore)
