"""What is written before it goes on air: a free text, somebody new, the holding picture, the line of text."""

import re
from datetime import datetime, timedelta

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from vi_events.ui.theme import BASE_PX, DARK, NOTE_PX
from vi_events.ui.widgets.dark import StageDialog, label
from vi_events.webtv.overlays import LOWER_THIRD_MS

LONGEST = 200
_TIME = re.compile(r"\s*([01]?\d|2[0-3])\s*[h:]\s*([0-5]\d)?\s*", re.IGNORECASE)
_WIDE_PX = 560


class WordsDialog(StageDialog):
    """Fields under their names. Enter accepts once the first one is filled."""

    def __init__(self, title: str, accept_text: str, parent: QWidget | None = None) -> None:
        super().__init__(title, accept_text, parent)
        self.setMinimumWidth(_WIDE_PX)
        self.problem = label("", NOTE_PX, ink=DARK.bad.main, wrap=True)
        self.problem.hide()

    def add_field(self, name: str, text: str = "", hint: str = "") -> QLineEdit:
        field = QLineEdit(text)
        field.setMaxLength(LONGEST)
        field.setAccessibleName(name)
        field.setPlaceholderText(hint)
        self.body.addWidget(label(name, NOTE_PX, bold=True))
        self.body.addWidget(field)
        return field

    def finish(self, required: QLineEdit) -> None:
        """To call once every field is there."""
        self.body.addWidget(self.problem)
        required.textChanged.connect(lambda text: self.accept_button.setEnabled(bool(text.strip())))
        self.accept_button.setEnabled(bool(required.text().strip()))
        required.setFocus()


class PersonDialog(WordsDialog):
    """A name and a function: to air at once, or to add to the list."""

    def __init__(self, title: str, accept_text: str, parent: QWidget | None = None, *, lasts: bool = False) -> None:
        super().__init__(title, accept_text, parent)
        self.name = self.add_field(self.tr("Première ligne (nom)") if lasts else self.tr("Nom"))
        self.function = self.add_field(self.tr("Seconde ligne (fonction)") if lasts else self.tr("Fonction"))
        seconds = str(LOWER_THIRD_MS // 1000)
        self.stays = QCheckBox(self.tr("Laisser jusqu’à ce que je l’ôte (sinon %1 s)").replace("%1", seconds))
        self.stays.setVisible(lasts)
        self.body.addWidget(self.stays)
        self.finish(self.name)


class SlateDialog(WordsDialog):
    """The holding picture: what it says, and when things go on."""

    def __init__(self, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Image d’attente"), self.tr("Mettre à l’antenne"), parent)
        self._now = now
        self.name = self.add_field(self.tr("Titre"), self.tr("Pause"))
        self.at = self.add_field(self.tr("Reprise vers"), hint=self.tr("14 h 30, ou rien si l’heure n’est pas connue"))
        self.said = label("", BASE_PX, ink=DARK.ink_2)
        self.body.addWidget(self.said)
        self.finish(self.name)
        self.at.textChanged.connect(self._show)
        self._show()

    @property
    def resumes(self) -> datetime | None:
        """When things go on; None when nobody knows."""
        return resume_time(self.at.text(), self._now)

    @property
    def text(self) -> str:
        """« reprise vers 14 h 30 », or nothing."""
        return resume_text(self.resumes)

    def accept(self) -> None:
        if self.at.text().strip() and self.resumes is None:
            self.problem.show_text(self.tr("Cette heure ne se lit pas\u202f: écrivez 14 h 30 ou 14:30."))
            self.at.setFocus()
        else:
            super().accept()

    def _show(self) -> None:
        self.problem.hide()
        self.said.setText(self.text)


class TickerDialog(WordsDialog):
    """A line of text at the foot of the picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Bandeau"), self.tr("Mettre à l’antenne"), parent)
        self.words = self.add_field(self.tr("Texte du bandeau"))
        self.finish(self.words)


def resume_time(said: str, now: datetime) -> datetime | None:
    """The next moment at which a clock shows ``said`` (« 14 h 30 », « 14:30 »); None for anything else. Pure."""
    found = _TIME.fullmatch(said)
    if found is None:
        return None
    at = now.replace(hour=int(found[1]), minute=int(found[2] or 0), second=0, microsecond=0)
    return at if at > now else at + timedelta(days=1)


def resume_text(at: datetime | None) -> str:
    """In prose, for the viewers."""
    if at is None:
        return ""
    said = f"{at.hour}\u00a0h\u00a0{at.minute:02d}" if at.minute else f"{at.hour}\u00a0h"
    return f"reprise vers {said}"
