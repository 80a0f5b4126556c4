"""« Prêt ? »: what is still to be seen to, each line one click from its place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vi_events import doctor, readiness
from vi_events.errors import ViError
from vi_events.stage.preflight import Surfaces, preflight
from vi_events.ui.job import Job
from vi_events.ui.language import spoken, told
from vi_events.ui.preparation.backup_dialog import busy_bar
from vi_events.ui.preparation.page import Page
from vi_events.ui.preparation.palmares_parts import Band, VerbButton, scrolling
from vi_events.ui.preparation.words import counted
from vi_events.ui.theme import BASE_PX, LIGHT, NOTE_PX
from vi_events.ui.widgets.form import small_button
from vi_events.ui.widgets.panel import Panel, Text, empty

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.checkin.print_views import PrinterView
    from vi_events.readiness import Missing
    from vi_events.stage.show import ShowView
    from vi_events.ui.bridge import Bridge
    from vi_events.ui.widgets.buttons import KeyButton

_MARK_PX = 96


class ReadinessPage(Page):
    """Looks at everything off the window's thread; ``shown`` leads to the place of a line."""

    def __init__(self, opened: OpenEdition, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(opened, bridge, parent)
        self.missing: tuple[Missing, ...] = ()
        self.buttons: list[KeyButton] = []
        """Of the lines, in their order."""
        self.verdict, self.bar = Band(), busy_bar()
        self.again_button = VerbButton(self.tr("Vérifier de nouveau"), "F5")
        self.again_button.clicked.connect(self.refresh)
        self._rows = QVBoxLayout()
        self._job: Job | None = None
        self._arrange()

    @property
    def is_looking(self) -> bool:
        return not self.again_button.isEnabled()

    def refresh(self) -> None:
        """Looks again: the printers that this program holds, the palmarès if it is open, then all the rest."""
        if self.is_looking:
            return
        self.again_button.setEnabled(False)
        self.bar.show()
        if not self.missing:
            self.verdict.say("info", self.tr("Vérification en cours…"))
        self.bridge.when_done(self.opened.reception.printing.printers(), self._with_printers, self._on_failed)

    # Inside

    def _with_printers(self, views: tuple[PrinterView, ...]) -> None:
        printers = [
            doctor.Finding(view.name, "ok" if view.level == "off" else view.level, view.text)
            for view in views
            if view.here
        ]
        if self.opened.stage.is_open:
            self.bridge.when_done(self.opened.stage.view(), partial(self._look, printers), self._on_failed)
        else:
            self._look(printers, None)

    def _look(self, printers: list[doctor.Finding], view: ShowView | None) -> None:
        opened, folder = self.opened, self.opened.folder

        def work() -> tuple[Missing, ...]:
            fonts = opened.stage.look[0].fonts
            found = preflight(view.revision, view.document, Surfaces(), fonts) if view else None
            findings = doctor.examine(folder.parent, folder.name, printers)
            return readiness.readiness(readiness.look(folder, found), findings)

        self._job = Job(work, self._take, self._on_failed)
        self.destroyed.connect(self._job.forget)

    def _take(self, missing: tuple[Missing, ...]) -> None:
        self._ended()
        self.missing = missing
        empty(self._rows)
        self.buttons = []
        for each in missing:
            self._rows.addWidget(self._row(each))
        self._rows.addStretch(1)
        bad = sum(each.level == "bad" for each in missing)
        if bad:
            title = counted(bad, self.tr("%1 point à régler"), self.tr("%1 points à régler"))
            rest = counted(len(missing) - bad, self.tr("%1 autre à voir."), self.tr("%1 autres à voir."))
            self.verdict.say("bad", title, rest if len(missing) > bad else "")
        elif missing:
            title = counted(len(missing), self.tr("%1 point à voir"), self.tr("%1 points à voir"))
            self.verdict.say("warn", title, self.tr("Chacun a son bouton\u202f; aucun n’empêche d’ouvrir les portes."))
        else:
            self.verdict.say("ok", self.tr("Tout est prêt"), self.tr("Rien ne manque à cette édition ni à ce poste."))

    def _row(self, missing: Missing) -> QWidget:
        tone = LIGHT.tone(missing.level)
        mark, text = Text(NOTE_PX, bold=True, ink=tone.ink), Text(BASE_PX, wrap=True)
        mark.setText(self.tr("■ à régler") if missing.level == "bad" else self.tr("◆ à voir"))
        mark.setFixedWidth(_MARK_PX)
        text.setText(spoken(missing.sentence))
        button = small_button(self.tr("Y aller"), self.tr("Y aller\u202f: %1").replace("%1", spoken(missing.sentence)))
        button.clicked.connect(lambda: self.shown.emit(missing.page, missing.item))
        self.buttons.append(button)
        panel = Panel()
        row = QHBoxLayout(panel)
        row.setContentsMargins(14, 2, 8, 2)
        row.addWidget(mark)
        row.addWidget(text, 1)
        row.addWidget(button)
        return panel

    def _on_failed(self, problem: ViError) -> None:
        self._ended()
        self.verdict.say("bad", *told(problem))

    def _ended(self) -> None:
        self._job = None
        self.bar.hide()
        self.again_button.setEnabled(True)

    def _arrange(self) -> None:
        inside = QWidget()
        self._rows.setContentsMargins(0, 0, 8, 0)
        self._rows.setSpacing(6)
        inside.setLayout(self._rows)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.verdict, 1)
        head.addWidget(self.again_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(scrolling(inside), 1)
        self.bar.hide()
