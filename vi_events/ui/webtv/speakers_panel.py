"""The left of the console: the list, what is typed, and the verbs that put a name on air or take it off."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout

from vi_events.ui.theme import DARK, LEAD_PX, NOTE_PX
from vi_events.ui.webtv.number_entry import NumberEntry
from vi_events.ui.webtv.speakers_list import SpeakersList, speaker_rows
from vi_events.ui.webtv.verbs import DangerButton, DarkKeyCap, VerbButton
from vi_events.ui.widgets.dark import Card, label
from vi_events.webtv.overlays import OnAir
from vi_events.webtv.service import Speaker


class SpeakersPanel(Card):
    """Asks for what it is told to; decides only what a number means."""

    speakers_chosen = Signal(object)
    """One Speaker or two, to be put on air."""
    act_requested = Signal(str)
    """A key of ``keys.ACTS``."""

    def __init__(self) -> None:
        super().__init__()
        self.entry = NumberEntry()
        self._speakers: tuple[Speaker, ...] = ()
        self._last: tuple[int, ...] = ()
        self._air = OnAir()
        self.list = SpeakersList()
        self.typed = label("", LEAD_PX, bold=True, ink=DARK.warn.main)
        self.empty = label("", NOTE_PX, ink=DARK.ink_2, wrap=True)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Chercher un nom ( / )"))
        self.search.setAccessibleName(self.tr("Chercher un nom"))
        self.search.setMaxLength(60)
        self.free = VerbButton(self.tr("Texte libre…"), self.tr("L"))
        self.two = VerbButton(self.tr("Deux voix"), self.tr("D"))
        self.add = VerbButton(self.tr("Ajouter…"), self.tr("N"))
        self.off = VerbButton(self.tr("Ôter le nom"), self.tr("Suppr"))
        self.hide_all = DangerButton(self.tr("Tout retirer de l’image"), self.tr("Échap ×2"))
        self._arrange()
        for button, act in (
            (self.free, "free"),
            (self.two, "two"),
            (self.add, "add"),
            (self.off, "off"),
            (self.hide_all, "hide_all"),
        ):
            button.clicked.connect(lambda _=False, act=act: self.act_requested.emit(act))
        self.list.taken.connect(lambda number: self._take((number,)))

    def show_speakers(self, speakers: tuple[Speaker, ...]) -> None:
        self._speakers = speakers

    def show_air(self, air: OnAir, now_ms: int) -> None:
        """Who is on air, and what follows from the time alone."""
        self._air = air
        self.entry.expire(now_ms)
        rows = speaker_rows(self._speakers, air, now_ms, self.search.text())
        found = (rows[0].number,) if self.search.text().strip() and rows else ()
        self.list.show_rows(rows, self.entry.numbers or found)
        self.typed.setText(self.entry.text)
        self.off.setEnabled(air.get("lower_third") is not None or air.get("two_voices") is not None)
        pair = self._pair()
        both = " + ".join(map(str, pair))
        self.two.setEnabled(bool(pair))
        self.two.set_text(self.tr("Deux voix (%1)").replace("%1", both) if pair else self.tr("Deux voix"))
        self._show_empty(bool(rows))

    def press(self, character: str, now_ms: int) -> bool:
        """A figure, or « + »; False for anything else."""
        if not self.entry.press(character, now_ms):
            return False
        self.show_air(self._air, now_ms)
        return True

    def propose_two(self, now_ms: int) -> None:
        """Two voices, to be confirmed by Enter."""
        self.entry.propose(self._pair(), now_ms)
        self.show_air(self._air, now_ms)

    def take(self) -> bool:
        """Puts on air what was typed, or the first one found; False when that is nobody."""
        if self.entry.numbers:
            return self._take(self.entry.numbers)
        if self.search.text().strip() and self.list.rows:
            return self._take((self.list.rows[0].number,))
        return False

    def clear(self) -> None:
        """Forgets what was typed."""
        self.entry.clear()
        self.search.clear()
        self.typed.setText("")

    # Inside

    def _take(self, numbers: Sequence[int]) -> bool:
        if not all(0 < number <= len(self._speakers) for number in numbers):
            self.entry.clear()
            return False
        if len(numbers) == 1:
            self._last = (*(each for each in self._last if each != numbers[0]), numbers[0])[-2:]
        chosen = tuple(self._speakers[number - 1] for number in dict.fromkeys(numbers))
        self.clear()
        self.speakers_chosen.emit(chosen)
        return True

    def _pair(self) -> tuple[int, ...]:
        """The two who were last on air, else the first two."""
        if len(self._speakers) < 2:
            return ()
        others = (number for number in range(1, len(self._speakers) + 1) if number not in self._last)
        known = [number for number in self._last if number <= len(self._speakers)]
        while len(known) < 2:
            known.append(next(others))
        first, second = sorted(known)
        return first, second

    def _show_empty(self, found: bool) -> None:
        nobody = self.tr("Personne encore\u202f: N ajoute quelqu’un, L écrit un texte libre.")
        missing = self.tr("Aucun nom ne correspond.")
        self.empty.show_text("" if found else missing if self._speakers else nobody)
        self.list.setVisible(found)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(label(self.tr("Intervenant·es · numéro puis"), NOTE_PX, bold=True, ink=DARK.ink_2))
        head.addWidget(DarkKeyCap(self.tr("Entrée")))
        head.addStretch(1)
        head.addWidget(self.typed)
        self.typed.setAccessibleName(self.tr("Numéro tapé"))
        verbs = QGridLayout()
        verbs.setSpacing(10)
        for place, button in enumerate((self.free, self.two, self.add, self.off)):
            verbs.addWidget(button, place // 2, place % 2)
        self.column.addLayout(head)
        self.column.addWidget(self.search)
        middle = QVBoxLayout()
        middle.addWidget(self.list, 1)
        middle.addWidget(self.empty)
        self.column.addLayout(middle, 1)
        self.column.addLayout(verbs)
        self.column.addSpacing(18)
        self.column.addWidget(self.hide_all)
        self.column.setSpacing(8)
