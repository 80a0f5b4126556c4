"""The operator's own scenes: which one OBS goes to at each moment of the show."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QSizePolicy, QWidget

from vi_events.ui.theme import BASE_PX, DARK, NOTE_PX
from vi_events.ui.webtv.verbs import VerbButton
from vi_events.ui.widgets.dark import StageDialog, label
from vi_events.webtv.obs_moments import HAND_S, MOMENTS, MomentScenes

_HALF = (len(MOMENTS) + 1) // 2
_SCENE_PX, _TRY_PX = 216, 122


class MomentsDialog(StageDialog):
    """Nothing is done before « Enregistrer », but for a scene that one tries."""

    saved = Signal(object)
    """MomentScenes."""
    try_requested = Signal(str, bool)
    """A scene, and whether the viewers may see it."""

    def __init__(self, wanted: MomentScenes, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Scènes d’OBS"), self.tr("Enregistrer"), parent)
        self._tried = self._confirming = ""
        """The moment that was tried last; the one of which the try was refused and may be asked for again."""
        self.on = QCheckBox(self.tr("Changer de scène dans OBS selon le moment du spectacle"))
        self.on.setChecked(wanted.on)
        self.preview = QCheckBox(
            self.tr(
                "En mode studio d’OBS\u202f: mettre la scène en prévisualisation, la transition est à vous "
                "(sinon, ne rien y faire)"
            )
        )
        self.preview.setChecked(wanted.preview)
        self.scenes = {moment: QComboBox() for moment in MOMENTS}
        self.tries = {moment: VerbButton(self.tr("Essayer")) for moment in MOMENTS}
        self.said = label("", BASE_PX, wrap=True)
        rule = self.tr(
            "Seulement en mode Suivre (F6), et une seule fois par moment\u202f: ce que vous faites ensuite reste. Une "
            "scène que vous prenez vous-même dans OBS tient %1\u00a0secondes, quoi qu’il arrive. Si OBS ne suit pas, "
            "une phrase le dit, rien n’est retenté."
        ).replace("%1", f"{HAND_S:.0f}")
        self.body.addWidget(self.on)
        self.body.addWidget(label(rule, NOTE_PX, ink=DARK.ink_2, wrap=True))
        self.body.addLayout(self._grid())
        self.body.addWidget(self.preview)
        self.body.addWidget(self.said)
        self._fill((), wanted.scenes)
        self.setMinimumWidth(1060)
        self.on.setFocus()

    @property
    def wanted(self) -> MomentScenes:
        """What the dialog says now."""
        chosen = {moment: str(box.currentData()) for moment, box in self.scenes.items() if box.currentData()}
        return MomentScenes(self.on.isChecked(), self.preview.isChecked(), chosen)

    def show_scenes(self, scenes: Sequence[str]) -> None:
        """Those that OBS has; one that was chosen and that it has not is said to be missing."""
        self._fill(scenes, self.wanted.scenes)
        missing = sorted({scene for scene in self.wanted.scenes.values() if scene not in scenes})
        if missing:
            names = ", ".join(f"«\u202f{scene}\u202f»" for scene in missing)
            self._say(self.tr("OBS n’a pas %1\u202f: choisissez une autre scène.").replace("%1", names), DARK.warn.main)

    def show_tried(self, where: str) -> None:
        """OBS went there: ``program`` or ``preview``."""
        words = {
            "program": self.tr("OBS est sur cette scène."),
            "preview": self.tr("OBS est en mode studio\u202f: la scène est en prévisualisation."),
        }
        self._say(words[where], DARK.ok.main)

    def show_problem(self, text: str) -> None:
        self._confirm("")
        self._say(text, DARK.bad.main)

    def ask_again(self, text: str) -> None:
        """The viewers would see it: the same button, pressed again, does it all the same."""
        self._confirm(self._tried)
        self._say(text, DARK.warn.main)

    def accept(self) -> None:
        self.saved.emit(self.wanted)
        super().accept()

    # Inside

    def _grid(self) -> QGridLayout:
        """Two columns, or it would be too high for a small screen."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(3, 18)
        for place, (moment, words) in enumerate(self._words().items()):
            row, column = place % _HALF, 4 * (place // _HALF)
            box, button = self.scenes[moment], self.tries[moment]
            box.setFixedWidth(_SCENE_PX)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setAccessibleName(words)
            box.currentIndexChanged.connect(lambda _index, moment=moment: self._on_chosen(moment))
            button.setAccessibleName(self.tr("Essayer, %1").replace("%1", words))
            button.setFixedWidth(_TRY_PX)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, moment=moment: self._try(moment))
            grid.addWidget(label(words, BASE_PX), row, column, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(box, row, column + 1)
            grid.addWidget(button, row, column + 2)
        return grid

    def _words(self) -> dict[str, str]:
        return {
            "waiting": self.tr("Avant le spectacle"),
            "award": self.tr("Un label"),
            "group": self.tr("Appel groupé"),
            "mention": self.tr("Mention"),
            "speech": self.tr("Prise de parole"),
            "debate": self.tr("Débat"),
            "signature": self.tr("Signature"),
            "video": self.tr("Vidéo"),
            "pause": self.tr("Pause"),
            "closing": self.tr("Fin du spectacle"),
        }

    def _fill(self, scenes: Sequence[str], chosen: Mapping[str, str]) -> None:
        for moment, box in self.scenes.items():
            scene = chosen.get(moment, "")
            box.blockSignals(True)
            box.clear()
            box.addItem(self.tr("Ne rien faire"), "")
            for each in scenes:
                box.addItem(each, each)
            if scene and scene not in scenes:
                said = self.tr("%1 (absente)") if scenes else "%1"
                box.addItem(said.replace("%1", scene), scene)
            box.setCurrentIndex(box.findData(scene))
            box.blockSignals(False)
            self.tries[moment].setEnabled(bool(scene))

    def _on_chosen(self, moment: str) -> None:
        self.tries[moment].setEnabled(bool(self.scenes[moment].currentData()))
        self._confirm("")
        self._say("", DARK.ink)

    def _try(self, moment: str) -> None:
        seen, self._tried = moment == self._confirming, moment
        self._confirm("")
        self._say(self.tr("OBS change de scène…"), DARK.ink)
        self.try_requested.emit(str(self.scenes[moment].currentData()), seen)

    def _confirm(self, moment: str) -> None:
        self._confirming = moment
        for each, button in self.tries.items():
            button.set_text(self.tr("Quand même") if each == moment else self.tr("Essayer"))
            button.light(each == moment)

    def _say(self, text: str, ink: str) -> None:
        self.said.set_ink(ink)
        self.said.setText(text)
