"""Before arming: everything that was checked, what refuses, and the long names to look at one by one."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from vi_events.stage.preflight import Finding
from vi_events.ui.language import spoken
from vi_events.ui.preparation.words import counted
from vi_events.ui.theme import BASE_PX, DARK, NOTE_PX
from vi_events.ui.widgets.dark import Mark, StageDialog, label

_LEVELS = {"ok": "ok", "warn": "warn", "sign": "warn", "bad": "bad"}


class PreflightDialog(StageDialog):
    """Accepted only when nothing refuses and every long name was approved. ``labels``: names of stops by their ids."""

    def __init__(self, findings: Sequence[Finding], labels: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Armer le spectacle"), self.tr("Armer"), parent)
        self._findings = tuple(findings)
        self.ticks: dict[str, QCheckBox] = {}
        self.verdict = label("", BASE_PX, bold=True, wrap=True)
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(4)
        for finding in self._findings:
            column.addWidget(self._row(finding, labels.get(finding.stop_id, "")))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(rows)
        rows.setStyleSheet("background: transparent")
        area.viewport().setStyleSheet("background: transparent")
        self.body.addWidget(self.verdict)
        self.body.addWidget(area, 1)
        self.resize(860, 600)
        self._check()
        next(iter(self.ticks.values()), self.accept_button).setFocus()

    def signed(self) -> tuple[str, ...]:
        """Keys of the findings that were approved."""
        return tuple(key for key, tick in self.ticks.items() if tick.isChecked())

    def accept(self) -> None:
        if self.accept_button.isEnabled():
            super().accept()

    def _row(self, finding: Finding, where: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 3, 0, 3)
        line.setSpacing(10)
        words = {"ok": self.tr("bon"), "warn": self.tr("à savoir"), "sign": self.tr("à voir"), "bad": self.tr("refusé")}
        mark = Mark(NOTE_PX, bold=True)
        mark.show_state(_LEVELS[finding.level], words[finding.level], DARK.tone(_LEVELS[finding.level]).main)
        mark.setFixedWidth(92)
        text = label(spoken(finding.text), BASE_PX, wrap=True)
        text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line.addWidget(mark)
        line.addWidget(text, 1)
        if where and where not in spoken(finding.text):
            line.addWidget(label(where, NOTE_PX, ink=DARK.ink_2))
        if finding.level == "sign":
            tick = QCheckBox(self.tr("vu, c’est bien"))
            tick.setAccessibleName(f"{spoken(finding.text)} {tick.text()}")
            tick.toggled.connect(self._check)
            self.ticks[finding.key] = tick
            line.addWidget(tick)
        return row

    def _check(self) -> None:
        bad = sum(finding.level == "bad" for finding in self._findings)
        left = sum(not tick.isChecked() for tick in self.ticks.values())
        self.accept_button.setEnabled(not bad and not left)
        if bad:
            one = self.tr("%1 point interdit d’armer\u202f: corrigez-le, puis recommencez.")
            many = self.tr("%1 points interdisent d’armer\u202f: corrigez-les, puis recommencez.")
            said, ink = counted(bad, one, many), DARK.bad.ink
        elif left:
            one = self.tr("%1 nom à voir\u202f: cochez-le une fois regardé.")
            many = self.tr("%1 noms à voir\u202f: cochez chacun une fois regardé.")
            said, ink = counted(left, one, many), DARK.warn.ink
        else:
            said, ink = self.tr("Tout est prêt. Une fois armé, le premier TOP ouvre le spectacle."), DARK.ok.ink
        self.verdict.setText(said)
        self.verdict.set_ink(ink)
