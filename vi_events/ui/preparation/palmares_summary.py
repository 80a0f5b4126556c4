"""« Palmarès et conducteur » in the preparation window: how many, and the way to its own window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vi_events.errors import UserError, ViError
from vi_events.stage.documents import DRAFT, NONE
from vi_events.stations.roles_here import PALMARES, require, role_in
from vi_events.ui.job import Job
from vi_events.ui.language import grouped, told
from vi_events.ui.preparation.figures_row import Figure, FiguresRow
from vi_events.ui.preparation.page import Page
from vi_events.ui.preparation.palmares_parts import Band, VerbButton

if TYPE_CHECKING:
    from pathlib import Path

    from vi_events.app import OpenEdition
    from vi_events.edition.show_document import ShowDocument
    from vi_events.stage.documents import EditionDocuments
    from vi_events.stage.show import ShowView
    from vi_events.ui.bridge import Bridge


class _Counted(NamedTuple):
    """Numbers only: nothing of the document itself stays on this page."""

    awards: int
    mentions: int
    stops: int
    sections: int


class PalmaresSummary(Page):
    """Counts what is in clear, or was unlocked; of a sealed document it says only that it is sealed."""

    rereads = True

    def __init__(self, opened: OpenEdition, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(opened, bridge, parent)
        self.state, self.figures = Band(), FiguresRow()
        self.open_button = VerbButton(self.tr("Ouvrir le palmarès et le conducteur…"), primary=True)
        self.check_button = VerbButton(self.tr("Contrôler…"))
        self.seal_button = VerbButton(self.tr("Sceau…"))
        for button, place in ((self.open_button, ""), (self.check_button, "check"), (self.seal_button, "seal")):
            button.clicked.connect(partial(self._open, place))
        verbs = QHBoxLayout()
        verbs.setSpacing(4)
        for button in (self.open_button, self.check_button, self.seal_button):
            verbs.addWidget(button)
        verbs.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.state)
        column.addWidget(self.figures)
        column.addLayout(verbs)
        column.addStretch(1)
        self.state.hide()

    def refresh(self) -> None:
        stage = self.opened.stage
        if stage.is_open:
            self.bridge.when_done(stage.view(), self._with_view, self._on_failed)
        else:
            self._look(None)

    def show_item(self, key: str) -> None:
        self._open(key)

    # Inside

    def _open(self, place: str, _checked: bool = False) -> None:
        self.tool_requested.emit("palmares", place)

    def _with_view(self, view: ShowView) -> None:
        self._look(view.document)

    def _look(self, document: ShowDocument | None) -> None:
        job = Job(partial(_read, self.opened.folder, self.opened.stage.on_disk, document), self._show, self._on_failed)
        self.destroyed.connect(job.forget)

    def _show(self, found: tuple[str, _Counted | None]) -> None:
        state, counted = found
        if state == NONE:
            said = self.tr("Ouvrez sa fenêtre pour l’importer, puis faire le conducteur.")
            self.state.say("warn", self.tr("Pas encore de palmarès"), said)
        elif state == DRAFT:
            said = self.tr("Qui ouvre le dossier de l’édition le lit\u202f: scellez-le avant que le poste bouge.")
            self.state.say("warn", self.tr("Le palmarès est en clair"), said)
        else:
            said = self.tr("Il s’ouvre avec sa phrase de passe, dans sa propre fenêtre.")
            self.state.say("ok", self.tr("Le palmarès est scellé"), said)
        self._enable(has_document=state != NONE)
        figures = (
            (
                (counted.awards, self.tr("labels")),
                (counted.mentions, self.tr("mentions spéciales")),
                (counted.stops, self.tr("étapes au conducteur")),
                (counted.sections, self.tr("parties")),
            )
            if counted
            else ()
        )
        self.figures.show_figures([Figure(grouped(number), words) for number, words in figures])

    def _on_failed(self, problem: ViError) -> None:
        self._enable(has_document=False)
        self.open_button.setEnabled(not isinstance(problem, UserError) or problem.code != "role_not_allowed")
        self.figures.show_figures(())
        self.state.say("bad", *told(problem))

    def _enable(self, *, has_document: bool) -> None:
        self.open_button.setEnabled(True)
        self.check_button.setEnabled(has_document)
        self.seal_button.setEnabled(has_document)


def _read(folder: Path, documents: EditionDocuments, document: ShowDocument | None) -> tuple[str, _Counted | None]:
    """The state of the document and its numbers; None while it is locked. ``document``: the one that is open."""
    require(role_in(folder), PALMARES)
    state = documents.state
    known = document or (documents.load()[0] if state == DRAFT else None)
    if known is None:
        return state, None
    awards, rundown = known.palmares.awards, known.rundown
    mentions = sum(len(award.mentions) for award in awards)
    return state, _Counted(len(awards), mentions, len(rundown.stops), len(rundown.sections))
