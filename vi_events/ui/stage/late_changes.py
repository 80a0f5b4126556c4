"""F9: the late changes of a live show. Nothing is applied before its difference was read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from vi_events.edition.text import clean
from vi_events.edition.timing import duration_of
from vi_events.stage.service import Change
from vi_events.stage.show import ShowView
from vi_events.ui.language import spoken
from vi_events.ui.stage.late_edits import (
    LateChange,
    edit_of,
    find_stop,
    next_in_rundown,
    revealed,
    told,
)
from vi_events.ui.stage.rows import names
from vi_events.ui.theme import BASE_PX, DARK, LEAD_PX, NOTE_PX
from vi_events.ui.widgets.dark import Card, StageButton, label

_FIELDS = {
    "postpone": ("stop",),
    "recall": ("stop", "before"),
    "proxy": ("stop", "text"),
    "level": ("stop", "level", "text"),
    "insert": ("new_kind", "text", "lasts", "before"),
    "move": ("stop", "before"),
    "withdraw": ("announced", "text"),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LateChanges(Card):
    """Asks for a preview, shows its difference or its refusal, then asks for the change."""

    preview_requested = Signal(object)
    """The change of the document to try."""
    apply_requested = Signal(object)
    withdraw_requested = Signal(str, str)
    """(authority id, reason)."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view: ShowView | None = None
        self._asked: tuple[LateChange, Change] | None = None
        """What the difference shown is about."""
        self.kind = QComboBox()
        for kind, words in self._kinds():
            self.kind.addItem(words, kind)
        self.stop, self.before, self.text, self.lasts = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit("2:00")
        self.level, self.new_kind, self.announced = QComboBox(), QComboBox(), QComboBox()
        for level in range(1, 6):
            self.level.addItem("@" * level, level)
        for kind, words in (
            ("speech", self.tr("Intervention")),
            ("pause", self.tr("Pause")),
            ("video", self.tr("Vidéo")),
        ):
            self.new_kind.addItem(words, kind)
        self.found = label("", NOTE_PX, bold=True, ink=DARK.info.main, wrap=True)
        self.told = label("", BASE_PX, wrap=True)
        self.apply_button = StageButton(self.tr("Appliquer"), self.tr("Ctrl+Entrée"), kind="primary")
        self.preview_button = StageButton(self.tr("Voir la différence"), self.tr("Entrée"))
        self.close_button = StageButton(self.tr("Fermer"), self.tr("Échap"))
        self._rows: dict[str, tuple[QLabel, QWidget]] = {}
        self._arrange()
        self._connect()
        self._kind_changed()

    def open_for(self, view: ShowView, stop_id: str) -> None:
        """Shows the panel, on a stop that can still change when it is one."""
        self.show_view(view)
        number = {stop.id: stop.number for stop in view.revision.stops}.get(stop_id, 0)
        self.stop.setText(str(number) if number and find_stop(view, str(number)) else "")
        self.text.clear()
        self.before.clear()
        self.show()
        self._forget()
        self.kind.setFocus()

    def show_view(self, view: ShowView) -> None:
        """The show went on: what was previewed may no longer be what would happen."""
        if self._view is not None and view.revision is not self._view.revision:
            self._forget()
        self._view = view
        if not self.isVisible() or tuple(self._announced()) != revealed(view):
            self.announced.clear()
            for authority_id, name in revealed(view):
                self.announced.addItem(name, authority_id)

    def show_difference(self, after: ShowView) -> None:
        """The answer to a preview: what would change, or why it is refused."""
        if self._asked is None or self._view is None:
            return
        if after.refusal:
            self.show_refusal(spoken(after.sentence))
            return
        lines = told(self._asked[0], self._view, after)
        self.told.setText("\n".join(f"• {line}" for line in lines) or self.tr("Rien ne change."))
        self.told.set_ink(DARK.ink)
        self.apply_button.setEnabled(bool(lines))

    def show_refusal(self, sentence: str) -> None:
        """Why nothing can be applied."""
        self.told.setText(f"■ {sentence}")
        self.told.set_ink(DARK.bad.ink)
        self.apply_button.setEnabled(False)

    def show_done(self) -> None:
        """The change stands."""
        self._forget()
        self.told.setText(self.tr("● C’est fait."))
        self.told.set_ink(DARK.ok.ink)

    def preview(self) -> None:
        """Asks what the change would do."""
        view = self._view
        if view is None:
            return
        asked = self._read(view)
        if asked is None:
            return
        if asked.kind == "withdraw":
            self._asked = (asked, lambda document: document)
            self.told.setText(
                self.tr("• L’annonce est retirée, le motif reste au journal.\n• L’écran de salle se vide.")
            )
            self.told.set_ink(DARK.ink)
            self.apply_button.setEnabled(True)
            return
        self._asked = (asked, edit_of(asked, view))
        self.preview_requested.emit(self._asked[1])

    def apply(self) -> None:
        """Asks for what was previewed."""
        if self._asked is None or not self.apply_button.isEnabled():
            return
        self.apply_button.setEnabled(False)
        asked, change = self._asked
        if asked.kind == "withdraw":
            self.withdraw_requested.emit(asked.stop_id, asked.text)
        else:
            self.apply_requested.emit(change)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in _ENTER and not event.isAutoRepeat():
            at_once = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self.apply() if at_once else self.preview()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    # Inside

    def _read(self, view: ShowView) -> LateChange | None:
        """What is asked for; None after having said what is missing."""
        kind = str(self.kind.currentData())
        stop_id = find_stop(view, self.stop.text(), postponed=kind == "recall")
        lasts = duration_of(self.lasts.text())
        if kind == "withdraw":
            stop_id = str(self.announced.currentData() or "")
        missing = ""
        if kind != "insert" and not stop_id:
            missing = self.tr("Écrivez le numéro d’une étape à venir, ou assez de son nom.")
        elif "text" in _FIELDS[kind] and not clean(self.text.text()):
            missing = self.tr("Remplissez le dernier champ\u202f: %1.").replace("%1", self._text_word(kind).lower())
        elif kind == "insert" and lasts is None:
            missing = self.tr("La durée ne se lit pas\u202f: écrivez 2:00 ou 2 min.")
        before = self.before.text().strip()
        before_id = find_stop(view, before) if before else next_in_rundown(view)
        if before and not before_id and "before" in _FIELDS[kind]:
            missing = self.tr("L’étape d’après n’est pas trouvée\u202f: écrivez son numéro.")
        if missing:
            self._asked = None
            self.show_refusal(missing)
            return None
        text = clean(self.text.text())
        level, new_kind = int(self.level.currentData()), str(self.new_kind.currentData())
        return LateChange(kind, stop_id, before_id, text, level, new_kind, lasts or 0)

    def _forget(self) -> None:
        self._asked = None
        self.told.setText("")
        self.apply_button.setEnabled(False)

    def _announced(self) -> list[tuple[str, str]]:
        items = range(self.announced.count())
        return [(str(self.announced.itemData(place)), self.announced.itemText(place)) for place in items]

    def _text_word(self, kind: str) -> str:
        words = {"proxy": self.tr("Qui monte sur scène"), "insert": self.tr("Titre")}
        return words.get(kind, self.tr("Motif, gardé au journal") if kind == "withdraw" else self.tr("Motif"))

    def _kinds(self) -> tuple[tuple[str, str], ...]:
        return (
            ("postpone", self.tr("Maire absent ou en retard\u202f: reporter l’étape")),
            ("recall", self.tr("Rappeler une étape reportée")),
            ("proxy", self.tr("Une autre personne monte sur scène")),
            ("level", self.tr("Corriger un label")),
            ("insert", self.tr("Insérer une étape")),
            ("move", self.tr("Déplacer une étape")),
            ("withdraw", self.tr("Retirer une annonce")),
        )

    def _kind_changed(self) -> None:
        kind = str(self.kind.currentData())
        for name, (word, control) in self._rows.items():
            shown = name in _FIELDS[kind]
            word.setVisible(shown)
            control.setVisible(shown)
        self._rows["text"][0].setText(self._text_word(kind))
        self.text.setAccessibleName(self._text_word(kind))
        self.found.setVisible("stop" in _FIELDS[kind])
        self._forget()
        self._find()

    def _find(self) -> None:
        """Names the one stop that is meant: an answer to somebody who wrote its number."""
        view, kind = self._view, str(self.kind.currentData())
        stop_id = find_stop(view, self.stop.text(), postponed=kind == "recall") if view else ""
        self.found.setText(f"→ {names(view)[stop_id]}" if view and stop_id else "")

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _index: self._kind_changed())
        self.stop.textChanged.connect(lambda _text: self._find())
        for line in (self.stop, self.before, self.text, self.lasts):
            line.setMaxLength(120)
            line.textChanged.connect(lambda _text: self._forget())
        for choice in (self.level, self.new_kind, self.announced):
            choice.currentIndexChanged.connect(lambda _index: self._forget())
        self.preview_button.clicked.connect(self.preview)
        self.apply_button.clicked.connect(self.apply)
        self.close_button.clicked.connect(self.closed)

    def _arrange(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(7)
        form.setColumnStretch(1, 1)
        fields: tuple[tuple[str, str, QWidget], ...] = (
            ("announced", self.tr("Annonce"), self.announced),
            ("stop", self.tr("Étape"), self.stop),
            ("new_kind", self.tr("Quoi"), self.new_kind),
            ("level", self.tr("Label exact"), self.level),
            ("text", "", self.text),
            ("lasts", self.tr("Durée"), self.lasts),
            ("before", self.tr("Avant l’étape"), self.before),
        )
        form.addWidget(label(self.tr("Changement"), NOTE_PX, bold=True), 0, 0)
        form.addWidget(self.kind, 0, 1)
        self.kind.setAccessibleName(self.tr("Changement"))
        form.addWidget(self.found, 3, 1)
        for row, (name, words, control) in zip((1, 2, 4, 5, 6, 7, 8), fields, strict=True):
            word = label(words, NOTE_PX, bold=True)
            control.setAccessibleName(words)
            self._rows[name] = (word, control)
            form.addWidget(word, row, 0)
            form.addWidget(control, row, 1)
        self.stop.setPlaceholderText(self.tr("numéro ou nom"))
        self.before.setPlaceholderText(self.tr("numéro ou nom\u202f; vide\u202f: la prochaine"))
        foot = QHBoxLayout()
        foot.setSpacing(10)
        for button in (self.close_button, self.preview_button, self.apply_button):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            foot.addWidget(button)
            if button is self.close_button:
                foot.addStretch(1)
        body = QVBoxLayout()
        body.addLayout(form)
        body.addWidget(self.told)
        body.addStretch(1)
        body.addLayout(foot)
        self.title.setText(self.tr("Changement tardif"))
        self.title.setFont(label("", LEAD_PX, bold=True).font())
        self.title.set_ink(DARK.ink)
        self.title.show()
        self.column.addLayout(body, 1)
