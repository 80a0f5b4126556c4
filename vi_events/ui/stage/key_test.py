"""The test page of keys and clicker: it says what each key received would do, and does nothing."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QWidget

from vi_events.stage.go_key import DISCARDED, GoKey
from vi_events.ui.language import locale
from vi_events.ui.stage.keys import KEEPS_KEYS, act_of, key_name
from vi_events.ui.theme import BASE_PX, DARK, NAME_MIN_PX, TITLE_PX
from vi_events.ui.widgets.dark import StageDialog, label

_MOST = 200


class KeyTest(StageDialog):
    """Every key but Escape twice in a row stays here: a clicker sends Escape too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Essai des touches et de la télécommande"), "", parent)
        self.setProperty(KEEPS_KEYS, True)
        self._go = GoKey()
        self._since = QElapsedTimer()
        self._since.start()
        self._escapes = 0
        self._discarded = False
        intro = self.tr("Appuyez\u202f: rien ne se passe sur scène. Échap deux fois de suite pour fermer.")
        self.key = label("…", NAME_MIN_PX, bold=True)
        self.does = label("", TITLE_PX, ink=DARK.ok.main, bold=True, wrap=True)
        self.received = QListWidget()
        self.received.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.received.setAccessibleName(self.tr("Touches reçues"))
        self.cancel_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for part in (label(intro, BASE_PX, ink=DARK.ink_2, wrap=True), self.key, self.does, self.received):
            self.body.addWidget(part)
        self.resize(640, 520)
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            if event.type() == QEvent.Type.KeyPress:
                self._pressed(event)
            elif not event.isAutoRepeat() and act_of(event.key()) == "go":
                self._go.release()
            return True
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> None:
        act = act_of(event.key(), event.modifiers())
        self._discarded = False
        said = self._words(act, event)
        name = key_name(event)
        self.key.setText(name)
        self.does.setText(said)
        self.does.set_ink(DARK.ok.main if act and act != "ignored" and not self._discarded else DARK.warn.main)
        line = f"{name}  ({event.text()})" if event.text().strip() and event.text().isprintable() else name
        at = locale().toString(self._since.elapsed() / 1000, "f", 2).rjust(7)
        self.received.insertItem(0, f"{at}\u202fs   {line}   {said}")
        while self.received.count() > _MOST:
            self.received.takeItem(self.received.count() - 1)
        self._escapes = self._escapes + 1 if act == "escape" and not event.isAutoRepeat() else 0
        if self._escapes == 2:
            self.reject()

    def _words(self, act: str, event: QKeyEvent) -> str:
        if act == "go":
            why = self._go.press(self._since.elapsed(), event.isAutoRepeat())
            self._discarded = bool(why)
            return self.tr("TOP écarté\u202f: %1").replace("%1", DISCARDED[why]) if why else self.tr("TOP")
        if event.isAutoRepeat():
            return self.tr("rien (touche tenue)")
        words = {
            "back": self.tr("Retour à l’étape d’avant"),
            "pause": self.tr("Pause, ou reprise"),
            "standby": self.tr("Prépare le palier"),
            "jump": self.tr("Choisit une autre étape"),
            "black": self.tr("Noir, ou fin du noir"),
            "late": self.tr("Changement tardif"),
            "menu": self.tr("Menu"),
            "escape": self.tr("rien (efface seulement l’étape choisie)"),
            "ignored": self.tr("rien\u202f: ignoré sur scène"),
        }
        return words.get(act, self.tr("rien"))
