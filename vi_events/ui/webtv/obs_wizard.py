"""Preparing OBS in three steps: what would be made, the order to make it, what OBS then holds."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QWidget

from vi_events.ui.language import spoken
from vi_events.ui.theme import BASE_PX, DARK, NOTE_PX
from vi_events.ui.widgets.dark import StageDialog, label
from vi_events.webtv.obs_plan import Actual, Change
from vi_events.webtv.obs_sentences import sentence
from vi_events.webtv.obs_setup import OVERLAYS, set_up
from vi_events.webtv.reconciler import ObsView

_LOOKING = ("aligned", "drift", "not_set_up", "refused")
"""States in which the reconciler has read OBS."""


def to_make(obs: ObsView) -> tuple[Change, ...]:
    """What the set-up would make. Pure."""
    return tuple(change for change in obs.drifts if set_up(change, Actual()))


class ObsWizard(StageDialog):
    """Follows the reconciler; applies only when told to."""

    apply_requested = Signal()

    def __init__(self, obs: ObsView, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Préparer OBS"), self.tr("Créer dans OBS"), parent)
        self._applied = False
        self.step = ""
        """``away``, ``plan``, ``applying``, ``refused`` or ``done``."""
        self.said = label("", BASE_PX, wrap=True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.changes = QListWidget()
        self.changes.setAccessibleName(self.tr("Ce qui sera créé"))
        self.changes.setWordWrap(True)
        promise = self.tr(
            "Seuls les éléments dont le nom commence par « VI » sont créés ou changés. Vos scènes, votre son et vos "
            "sorties restent tels quels."
        )
        self.body.addWidget(self.said)
        self.body.addWidget(self.changes, 1)
        self.body.addWidget(label(promise, NOTE_PX, ink=DARK.ink_2, wrap=True))
        self.resize(640, 500)
        self.show_obs(obs)

    def show_obs(self, obs: ObsView) -> None:
        """What the reconciler has just read."""
        planned = to_make(obs)
        self.step = self._step_of(obs, bool(planned))
        self.changes.clear()
        self.changes.addItems([spoken(sentence(change)) for change in planned])
        self.changes.setVisible(bool(planned))
        self.accept_button.setEnabled(self.step in ("plan", "refused"))
        self.accept_button.setVisible(self.step != "done")
        nest = self.tr(
            "OBS est prêt. Ajoutez la scène « %1 » par-dessus vos propres scènes\u202f: clic droit dans Sources, Scène."
        )
        words = {
            "away": self.tr("OBS ne répond pas encore\u202f: ") + spoken(obs.text),
            "plan": self.tr("Voici ce qui manque. Rien n’est fait avant votre accord."),
            "applying": self.tr("OBS travaille…"),
            "refused": spoken(obs.text),
            "done": nest.replace("%1", OVERLAYS),
        }
        self.said.setText(words[self.step])

    def accept(self) -> None:
        """Applies, and stays open: what OBS then holds is read here."""
        self._applied = True
        self.step = "applying"
        self.said.setText(self.tr("OBS travaille…"))
        self.accept_button.setEnabled(False)
        self.apply_requested.emit()

    def _step_of(self, obs: ObsView, missing: bool) -> str:
        if obs.state not in _LOOKING:
            return "away"
        if not missing:
            return "done"
        if obs.state == "refused":
            return "refused"
        return "applying" if self._applied else "plan"
