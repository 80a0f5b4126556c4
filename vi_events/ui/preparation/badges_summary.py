"""« Badges » in the preparation window: the badge that is hardest to set, what is wrong, and the way to the layouts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vi_events.checkin.badge_remarks import TrialBadge, try_badge
from vi_events.checkin.badges import ROLLS, layouts_of
from vi_events.checkin.hard_badges import trial_badges
from vi_events.ui.job import Job
from vi_events.ui.language import spoken, told
from vi_events.ui.preparation.badge_words import remark_label
from vi_events.ui.preparation.page import Page
from vi_events.ui.preparation.palmares_parts import Band, VerbButton
from vi_events.ui.theme import BASE_PX, LEAD_PX, LIGHT
from vi_events.ui.widgets.badge_picture import BadgePicture, pixmap
from vi_events.ui.widgets.panel import Text

if TYPE_CHECKING:
    from pathlib import Path

    from vi_events.app import OpenEdition
    from vi_events.checkin.badge import BadgeData
    from vi_events.errors import ViError
    from vi_events.ui.bridge import Bridge

_PICTURE_PX, _WIDTH_DOTS = (360, 500), 576


class _Tried(NamedTuple):
    """The badge of the edition's hardest person, whose badge it is, and the layouts that could not be used."""

    badge: TrialBadge
    name: str
    problems: tuple[str, ...]


class BadgesSummary(Page):
    """Shows one badge: what suits the longest name suits everybody."""

    rereads = True

    def __init__(self, opened: OpenEdition, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(opened, bridge, parent)
        self.picture = BadgePicture(self.tr("Le badge arrive…"), _PICTURE_PX)
        self.state, self.who = Band(), Text(LEAD_PX, bold=True, wrap=True)
        self._why = Text(BASE_PX, ink=LIGHT.ink_2, wrap=True)
        self._why.setText(self.tr("Le badge le plus difficile de la liste, tel qu’il sort de l’imprimante."))
        self.layouts_button = VerbButton(self.tr("Modèles de badge…"), primary=True)
        self.ahead_button = VerbButton(self.tr("Imprimer d’avance…"))
        self.layouts_button.clicked.connect(partial(self.tool_requested.emit, "layouts", ""))
        self.ahead_button.clicked.connect(partial(self.tool_requested.emit, "badges_ahead", ""))
        self._arrange()

    def refresh(self) -> None:
        hardest = self.opened.core.submit_slices(trial_badges)
        self.bridge.when_done(hardest, self._try, self._on_failed)

    # Inside

    def _try(self, badges: tuple[BadgeData, ...]) -> None:
        job = Job(partial(_tried, self.opened.folder, badges[0]), self._show, self._on_failed)
        self.destroyed.connect(job.forget)

    def _show(self, tried: _Tried) -> None:
        self.picture.show_pixmap(pixmap(tried.badge.image))
        self.who.setText(tried.name)
        if tried.problems:
            self.state.say("bad", self.tr("Un modèle de badge n’a pas pu servir"), "\n".join(tried.problems))
        elif tried.badge.remarks:
            said = "\n".join(map(remark_label, tried.badge.remarks))
            self.state.say("warn", self.tr("Ce badge est à regarder"), said)
        else:
            said = self.tr("Noms, fonctions et collectivités tiennent en entier, et le code se lit.")
            self.state.say("ok", self.tr("Tous les badges tiennent"), said)

    def _on_failed(self, problem: ViError) -> None:
        self.state.say("bad", *told(problem))

    def _arrange(self) -> None:
        verbs = QHBoxLayout()
        verbs.setSpacing(4)
        verbs.addWidget(self.layouts_button)
        verbs.addWidget(self.ahead_button)
        verbs.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(12)
        for part in (self.state, self.who, self._why):
            words.addWidget(part)
        words.addLayout(verbs)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.state.hide()


def _tried(folder: Path, data: BadgeData) -> _Tried:
    layouts = layouts_of(folder)
    badge = try_badge(data, layouts.for_category(data.category, ROLLS[_WIDTH_DOTS]))
    return _Tried(badge, f"{data.first_name} {data.last_name}".strip(), tuple(map(spoken, layouts.problems)))
