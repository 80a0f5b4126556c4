"""The « Contrôle » tab: what must be right before the show, each point one click from where it is put right."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vi_events.edition.show_document import ShowDocument
from vi_events.stage.preflight import Finding, Surfaces, preflight
from vi_events.stage.show import ShowView
from vi_events.ui.job import Job
from vi_events.ui.language import spoken
from vi_events.ui.preparation.palmares_desk import PalmaresDesk
from vi_events.ui.preparation.palmares_edits import with_signed
from vi_events.ui.preparation.palmares_parts import Band, Notice, VerbButton, scrolling
from vi_events.ui.preparation.palmares_sign_dialog import SignDialog
from vi_events.ui.preparation.words import counted
from vi_events.ui.theme import BASE_PX, LIGHT, NOTE_PX
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.form import small_button
from vi_events.ui.widgets.panel import Panel, Text, empty

_MARK_PX = 110
_SHAPES = {"ok": "●", "warn": "◆", "sign": "◆", "bad": "■"}
_TONES = {"ok": "ok", "warn": "warn", "sign": "warn", "bad": "bad"}
_PLACES = {
    "no_award": "palmares",
    "award_missing": "missing",
    "total_differs": "palmares",
    "award_twice": "rundown",
    "postponed": "rundown",
    "no_slot": "rundown",
    "too_long": "rundown",
    "not_sealed": "seal",
}
"""Where each finding is put right, when it does not say a stop."""


class CheckPage(QWidget):
    """Shows the findings about what is saved."""

    place_requested = Signal(str, str)
    """``palmares``, ``missing``, ``rundown`` or ``seal``, and the id of a stop, or nothing."""

    def __init__(self, desk: PalmaresDesk) -> None:
        super().__init__()
        self._desk = desk
        self._job: Job | None = None
        self.findings: tuple[Finding, ...] = ()
        self.verdict, self.notice = Band(), Notice()
        self.buttons: list[KeyButton] = []
        """Of the findings, in their order: to their place, or to the name to look at."""
        self.again_button = VerbButton(self.tr("Contrôler de nouveau"), "F5", "F5")
        self.again_button.clicked.connect(self.look)
        self._rows = QVBoxLayout()
        self._arrange()

    def show_view(self, view: ShowView | None) -> None:
        """Looks again: the document changed, or the page is shown."""
        self.again_button.setEnabled(view is not None)
        if view is None:
            self._show(())
            self.verdict.say("", self.tr("Rien à contrôler"), self.tr("Importez d’abord le palmarès."))
        else:
            self.look()

    def look(self) -> None:
        """Checks everything off the window's thread: each name is measured at its size on the screen."""
        view = self._desk.view
        if view is None:
            return
        if self._job:
            self._job.forget()
        surfaces, fonts = Surfaces(sealed=self._desk.is_sealed), self._desk.stage.look[0].fonts
        self.verdict.say("info", self.tr("Contrôle en cours…"))

        def found(findings: tuple[Finding, ...]) -> None:
            self._job = None
            self._show(findings)
            self._judge()

        self._job = Job(
            lambda: preflight(view.revision, view.document, surfaces, fonts), found, self.notice.show_problem
        )
        self.destroyed.connect(self._job.forget)

    def sign(self, finding: Finding) -> SignDialog | None:
        """Shows the card of a long name, then keeps that it was approved."""
        view = self._desk.view
        place = view.revision.index(finding.stop_id) if view else -1
        if view is None or place < 0:
            return None
        dialog = SignDialog(spoken(finding.text), view.revision.stops[place], self._desk.stage.look[0], self)

        def signed(known: ShowDocument) -> ShowDocument:
            return with_signed(known, finding.key)

        dialog.accepted.connect(
            lambda: self._desk.edit(signed, lambda: self.notice.say("info", ""), self.notice.show_problem)
        )
        dialog.open()
        return dialog

    def _judge(self) -> None:
        bad = sum(finding.level == "bad" for finding in self.findings)
        sign = sum(finding.level == "sign" for finding in self.findings)
        if bad:
            title = counted(bad, self.tr("%1 point interdit d’armer"), self.tr("%1 points interdisent d’armer"))
            self.verdict.say("bad", title, self.tr("Corrigez-les avec le bouton de chacun."))
        elif sign:
            title = counted(sign, self.tr("%1 nom à regarder"), self.tr("%1 noms à regarder"))
            self.verdict.say("warn", title, self.tr("Regardez chacun tel que la salle le verra, puis approuvez-le."))
        else:
            title = self.tr("Le spectacle peut être armé")
            self.verdict.say("ok", title, self.tr("Les écrans se contrôlent dans la régie plateau, le jour venu."))

    def _show(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        empty(self._rows)
        self.buttons = []
        for finding in findings:
            self._rows.addWidget(self._row(finding))
        self._rows.addStretch(1)

    def _row(self, finding: Finding) -> QWidget:
        words = {"ok": self.tr("bon"), "warn": self.tr("à savoir"), "sign": self.tr("à regarder")}
        refused = self.tr("refusé")
        tone = LIGHT.tone(_TONES[finding.level])
        mark, text = Text(NOTE_PX, bold=True, ink=tone.ink), Text(BASE_PX, wrap=True)
        mark.setText(f"{_SHAPES[finding.level]} {words.get(finding.level, refused)}")
        mark.setFixedWidth(_MARK_PX)
        text.setText(spoken(finding.text))
        panel = Panel()
        row = QHBoxLayout(panel)
        button = self._button(finding)
        row.setContentsMargins(14, 2 if button else 10, 8, 2 if button else 10)
        row.addWidget(mark)
        row.addWidget(text, 1)
        if button:
            self.buttons.append(button)
            row.addWidget(button)
        return panel

    def _button(self, finding: Finding) -> KeyButton | None:
        if finding.level == "sign":
            button = small_button(
                self.tr("Regarder…"), self.tr("Regarder\u202f: %1").replace("%1", spoken(finding.text))
            )
            button.clicked.connect(lambda: self.sign(finding))
            return button
        place = "rundown" if finding.stop_id else _PLACES.get(finding.code, "")
        if not place:
            return None
        button = small_button(self.tr("Y aller"), self.tr("Y aller\u202f: %1").replace("%1", spoken(finding.text)))
        button.clicked.connect(partial(self._go, place, finding.stop_id))
        return button

    def _go(self, place: str, stop_id: str, _checked: bool = False) -> None:
        self.place_requested.emit(place, stop_id)

    def _arrange(self) -> None:
        inside = QWidget()
        self._rows.setContentsMargins(0, 0, 8, 0)
        self._rows.setSpacing(6)
        inside.setLayout(self._rows)
        head = QHBoxLayout()
        head.addWidget(self.verdict, 1)
        head.addWidget(self.again_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.notice)
        column.addWidget(scrolling(inside), 1)
