"""The sounds of the desk: one for each kind of verdict."""

from PySide6.QtCore import QObject, QUrl

from vi_events.paths import ASSETS

NAMES = ("admitted", "attention", "refused", "neutral")


class Sounds(QObject):
    """Plays short sounds; silent where there is no sound device. ``warm`` loads them, so that the first is not late."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.on = True
        self._effects: dict[str, object] = {}

    def warm(self) -> None:
        """Loads the sounds; the multimedia library is slow to come, so not before the window is shown."""
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

        if QMediaDevices.defaultAudioOutput().isNull():
            return
        for name in NAMES:
            effect = QSoundEffect(self)
            effect.setSource(QUrl.fromLocalFile(str(ASSETS / "sounds" / f"{name}.wav")))
            self._effects[name] = effect

    def play(self, name: str) -> None:
        """Plays one of ``NAMES``, if sounds are on and loaded."""
        effect = self._effects.get(name)
        if self.on and effect is not None:
            effect.play()  # type: ignore[attr-defined]
