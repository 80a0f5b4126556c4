"""« Affiché vraiment »: what the room, the presenter and the stream really see, by their own acknowledgement."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy

from vi_events.ui.language import labelled
from vi_events.ui.theme import BASE_PX, DARK, NOTE_PX
from vi_events.ui.webtv.reveals import aired_reveal, is_same
from vi_events.ui.widgets.dark import Card, Mark, label
from vi_events.ui.widgets.panel import plain_tip
from vi_events.webtv.control_room import RoomView
from vi_events.webtv.overlays import KINDS, OnAir, Overlay

LATE_MS = 500
"""After this long without an acknowledgement a page is late."""
ALL = "all"
Surfaces = Callable[[int], tuple[tuple[str, str], tuple[str, str]]]
"""(level, words) of the public screen and of the prompter at a time: ``ui.stage.outputs.Outputs.lamps``."""


@dataclass(frozen=True, slots=True)
class Truth:
    """``state``: ``shown``, ``coming``, ``late``, ``held`` (the stage went on), ``pictures`` (an OBS without pages),
    ``no_page`` or ``unknown``.
    """

    state: str
    level: str


def overlay_truth(room: RoomView, air: OnAir, stage: Overlay | None, now_ms: int) -> Truth:
    """What the overlay pages really show. ``stage``: what the audience reads now, as an overlay. Pure."""
    if room.link.browser_source is False:
        truth = Truth("pictures", "ok") if room.obs.state in ("aligned", "drift") else Truth("unknown", "off")
    elif not room.painted:
        truth = Truth("no_page", "warn" if air.overlays else "off")
    elif _is_painted(room.painted, air):
        truth = Truth("shown", "ok")
    else:
        truth = Truth("late", "warn") if now_ms - room.wanted_ms > LATE_MS else Truth("coming", "info")
    aired = aired_reveal(air)
    held = stage is not None and aired is not None and not is_same(aired, stage)
    return Truth("held", "warn") if held and truth.level == "ok" else truth


def _is_painted(painted: Mapping[str, int], air: OnAir) -> bool:
    """Pages of what is not on air do not count: OBS stops drawing the sources that it hides."""
    on_air = {overlay.kind for overlay in air.overlays}
    return all(
        epoch >= air.epoch
        for page, epoch in painted.items()
        if on_air & (set(KINDS) if page == ALL else set(page.split(",")))
    )


class ReallyShown(Card):
    """One line a surface."""

    def __init__(self) -> None:
        super().__init__()
        self.title.setText(self.tr("Affiché vraiment"))
        self.title.show()
        # A long name of a station must not widen the card.
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._surfaces: Surfaces | None = None
        self._station: Callable[[], str] | None = None
        self.marks = {name: Mark(NOTE_PX, bold=True) for name in ("public", "prompter", "overlay")}
        words = (self.tr("Écran de salle"), self.tr("Prompteur"), self.tr("Habillage"))
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        for row, (word, mark) in enumerate(zip(words, self.marks.values(), strict=True)):
            name = label(word, BASE_PX - 1)
            name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            grid.addWidget(name, row, 0)
            grid.addWidget(mark, row, 1, Qt.AlignmentFlag.AlignRight)
        self.column.addLayout(grid)

    def follow(self, surfaces: Surfaces | None, station: Callable[[], str] | None = None) -> None:
        """The surfaces of this computer's own stage; None: it has none. ``station``: they are on the one it names."""
        self._surfaces, self._station = surfaces, station

    def show_truth(self, truth: Truth, now_ms: int) -> None:
        self.marks["overlay"].show_state(truth.level, _words(truth.state), _ink(truth.level))
        levels = self._surfaces(now_ms) if self._surfaces is not None else (("", ""), ("", ""))
        for name, (level, said) in zip(("public", "prompter"), levels, strict=True):
            shape = {"": "off", "silent": "warn"}.get(level, level)
            self.marks[name].show_state(shape, self._surface_words(level), _ink(shape))
            self.marks[name].setToolTip(said)
        station = self._station() if self._station is not None else ""
        self.title.setText(labelled(self.tr("Affiché vraiment"), station) if station else self.tr("Affiché vraiment"))
        self.title.setToolTip(plain_tip(station))

    def _surface_words(self, level: str) -> str:
        words = {
            "ok": self.tr("à jour"),
            "info": self.tr("en cours"),
            "warn": self.tr("en retard"),
            "bad": self.tr("en panne"),
            "off": self.tr("fermé"),
            "silent": self.tr("muet"),
        }
        return words.get(level, self.tr("autre poste"))


def _words(state: str) -> str:
    return {
        "shown": QCoreApplication.translate("ReallyShown", "à jour"),
        "coming": QCoreApplication.translate("ReallyShown", "en cours"),
        "late": QCoreApplication.translate("ReallyShown", "en retard"),
        "held": QCoreApplication.translate("ReallyShown", "retenu"),
        "pictures": QCoreApplication.translate("ReallyShown", "en images"),
        "no_page": QCoreApplication.translate("ReallyShown", "aucune page"),
        "unknown": QCoreApplication.translate("ReallyShown", "inconnu"),
    }[state]


def _ink(level: str) -> str:
    return DARK.ink_2 if level == "off" else DARK.tone(level).main
