"""Beside the running order: its buttons, and its length against the time there is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vi_events.edition.rundown import Rundown, Stop
from vi_events.edition.rundown_checks import planned_s
from vi_events.edition.timing import duration_words
from vi_events.ui.preparation.palmares_parts import VerbButton
from vi_events.ui.preparation.rundown_draft import RundownDraft
from vi_events.ui.preparation.words import counted
from vi_events.ui.theme import LEAD_PX, LIGHT, NOTE_PX
from vi_events.ui.widgets.panel import Panel, Text

_WIDTH_PX, _HOUR_PX = 262, 92


class RundownVerbs(QWidget):
    """``buttons`` by name; which ones can be pressed follows from what is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons = {
            "make": VerbButton(self.tr("Générer…"), "Ctrl+G", "Ctrl+G"),
            "insert": VerbButton(self.tr("Insérer…"), self.tr("Inser"), "Ins"),
            "edit": VerbButton(self.tr("Modifier…"), self.tr("Entrée")),
            "group": VerbButton(self.tr("Réunir en appel"), "Ctrl+R", "Ctrl+R"),
            "ungroup": VerbButton(self.tr("Séparer l’appel")),
            "postpone": VerbButton(self.tr("Reporter"), "Ctrl+P", "Ctrl+P"),
            "remove": VerbButton(self.tr("Retirer"), self.tr("Suppr"), "Del"),
            "sections": VerbButton(self.tr("Sections…")),
            "import": VerbButton(self.tr("Importer…")),
            "export": VerbButton(self.tr("Exporter…")),
            "undo": VerbButton(self.tr("Annuler"), "Ctrl+Z", "Ctrl+Z"),
            "redo": VerbButton(self.tr("Rétablir"), "Ctrl+Y", "Ctrl+Y"),
            "save": VerbButton(self.tr("Enregistrer…"), "Ctrl+S", "Ctrl+S", primary=True),
        }
        self._open = False
        self.setFixedWidth(_WIDTH_PX)
        hint = Text(NOTE_PX, ink=LIGHT.ink_2, wrap=True)
        hint.setText(self.tr("Ctrl+↑ et Ctrl+↓ déplacent les étapes choisies\u202f; la souris aussi."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for name in ("make", "insert", "edit", "group", "ungroup", "postpone", "remove", "sections"):
            column.addWidget(self.buttons[name])
        column.addLayout(self._pair("import", "export"))
        column.addWidget(hint)
        column.addStretch(1)
        column.addWidget(self.buttons["undo"])
        column.addWidget(self.buttons["redo"])
        column.addWidget(self.buttons["save"])

    def set_open(self, is_open: bool) -> None:
        """Whether there is a document to change at all."""
        self._open = is_open

    def show_possible(self, chosen: Sequence[Stop], draft: RundownDraft) -> None:
        """What can be done with the stops chosen."""
        awards = [stop for stop in chosen if stop.kind in ("award", "group")]
        some = bool(chosen)
        possible = {
            "edit": some,
            "group": len(chosen) > 1 and len(awards) == len(chosen),
            "ungroup": len(chosen) == 1 and chosen[0].kind == "group",
            "postpone": some,
            "remove": some,
            "undo": draft.can_undo,
            "redo": draft.can_redo,
            "save": draft.changed,
            "export": bool(draft.rundown.stops),
        }
        for name, button in self.buttons.items():
            button.setEnabled(self._open and possible.get(name, True))
        all_out = some and all(stop.postponed for stop in chosen)
        self.buttons["postpone"].set_text(self.tr("Rappeler") if all_out else self.tr("Reporter"))

    def _pair(self, *names: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        for name in names:
            self.buttons[name].setMinimumWidth(0)
            row.addWidget(self.buttons[name], 1)
        return row


class TimeLine(Panel):
    """How long the show lasts, when it begins and must end, and what is left."""

    hours_changed = Signal(str, str)
    """The hours typed, as typed."""

    def __init__(self) -> None:
        super().__init__()
        self.said = Text(LEAD_PX, bold=True, wrap=True)
        self.starts, self.ends = QLineEdit(), QLineEdit()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(10)
        row.addWidget(self.said, 1)
        for words, line in ((self.tr("Début"), self.starts), (self.tr("Fin"), self.ends)):
            label = Text(NOTE_PX, bold=True)
            label.setText(words)
            label.setBuddy(line)
            line.setFixedWidth(_HOUR_PX)
            line.setAccessibleName(words)
            line.setPlaceholderText(self.tr("hh:mm"))
            line.editingFinished.connect(self._on_edited)
            row.addWidget(label)
            row.addWidget(line)
        self._hours = ("", "")

    def show_rundown(self, rundown: Rundown) -> None:
        """The length of a running order against its slot."""
        self._hours = (rundown.starts, rundown.ends)
        self.starts.setText(rundown.starts)
        self.ends.setText(rundown.ends)
        seconds = planned_s(rundown)
        played = [stop for stop in rundown.stops if not stop.postponed]
        stops = counted(len(played), self.tr("%1 étape"), self.tr("%1 étapes"))
        words = f"{stops} · {duration_words(seconds - seconds % 60 if seconds >= 600 else seconds)}"
        slot = _slot_s(rundown)
        if slot is None:
            self._say("", words + " · " + self.tr("donnez un début et une fin"))
        elif seconds > slot:
            over = duration_words(_up_to_minute(seconds - slot))
            self._say("bad", f"■ {words} · " + self.tr("dépasse de %1").replace("%1", over))
        else:
            left = duration_words((slot - seconds) // 60 * 60)
            self._say("ok", f"● {words} · " + self.tr("reste %1").replace("%1", left))

    def _say(self, tone: str, words: str) -> None:
        self.set_tone(tone)
        self.said.set_ink(LIGHT.tone(tone).ink if tone else LIGHT.ink)
        self.said.setText(words)

    def _on_edited(self) -> None:
        typed = (self.starts.text().strip(), self.ends.text().strip())
        if typed != self._hours:
            self.hours_changed.emit(*typed)


def _slot_s(rundown: Rundown) -> int | None:
    """Seconds between the two hours; None while one is missing. A show that ends before it begins has no time."""
    if not (rundown.starts and rundown.ends):
        return None
    starts, ends = (int(hour[:2]) * 3600 + int(hour[3:]) * 60 for hour in (rundown.starts, rundown.ends))
    return max(0, ends - starts)


def _up_to_minute(seconds: int) -> int:
    return -(-seconds // 60) * 60
