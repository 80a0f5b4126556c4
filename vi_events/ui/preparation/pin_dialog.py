"""Another supervisor's PIN, by who knows the one before."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from vi_events.edition.vault import SHORTEST_PIN
from vi_events.errors import ViError
from vi_events.ui.language import spoken
from vi_events.ui.theme import BASE_PX
from vi_events.ui.widgets.form import FormDialog, FormField
from vi_events.ui.widgets.panel import Text

_WIDTH_PX, _LONGEST = 560, 32


class PinDialog(FormDialog):
    """Emits ``pin_asked(current, new)``; stays open until ``accept_changed`` or ``refuse``. ``is_set``: one is there
    already.
    """

    pin_asked = Signal(str, str)

    def __init__(self, is_set: bool, parent: QWidget | None = None) -> None:
        title = self.tr("Changer le code superviseur") if is_set else self.tr("Fixer le code superviseur")
        super().__init__(title, self.tr("Enregistrer"), parent)
        self.current, self.fresh, self.again = (self._line() for _ in range(3))
        self.current_field = FormField(self.tr("Code actuel"), self.current)
        self.fresh_field = FormField(self.tr("Nouveau code"), self.fresh)
        self.again_field = FormField(self.tr("Le même, encore une fois"), self.again)
        said = Text(BASE_PX, wrap=True)
        said.setText(self.tr("Il permet de lever un refus à l’accueil. Notez-le\u202f: il ne sera plus montré."))
        self.body.addWidget(said)
        for field in (self.current_field, self.fresh_field, self.again_field):
            self.body.addWidget(field)
        self.body.addStretch(1)
        self.current_field.setVisible(is_set)
        for line, field in ((self.current, self.current_field), (self.fresh, self.fresh_field)):
            line.textEdited.connect(lambda _text, field=field: field.show_problem(""))
        self.again.textEdited.connect(lambda _text: self.again_field.show_problem(""))
        self.setMinimumWidth(_WIDTH_PX)
        (self.current if is_set else self.fresh).setFocus()

    def accept(self) -> None:
        """Asks for the change once both new ones agree."""
        short = self.tr("Trop court\u202f: au moins quatre signes.")
        self.fresh_field.show_problem(short if len(self.fresh.text().strip()) < SHORTEST_PIN else "")
        differs = not self.fresh_field.problem and self.again.text() != self.fresh.text()
        self.again_field.show_problem(self.tr("Les deux ne sont pas les mêmes.") if differs else "")
        if self.fresh_field.problem:
            self.fresh.setFocus()
        elif self.again_field.problem:
            self.again.setFocus()
        else:
            self.pin_asked.emit(self.current.text(), self.fresh.text())

    def accept_changed(self) -> None:
        """It is changed."""
        super().accept()

    def refuse(self, problem: ViError) -> None:
        """Says why it is not changed."""
        self.current.clear()
        wrong = problem.code == "pin_wrong"
        (self.current_field if wrong else self.fresh_field).show_problem(spoken(problem))
        (self.current if wrong else self.fresh).setFocus()

    def _line(self) -> QLineEdit:
        line = QLineEdit()
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.setMaxLength(_LONGEST)
        return line
