"""« Assemblée »: which members are there or represented, and whether the quorum is reached, live."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vi_events.checkin.assembly import AssemblyView, Attendance, MemberLine
from vi_events.clock import wall_ms
from vi_events.edition import erasure
from vi_events.edition.models import Zone
from vi_events.errors import ViError
from vi_events.ui.bridge import Bridge
from vi_events.ui.checkin.assembly_dialogs import Answer, GiveProxyDialog, RulesDialog, in_room
from vi_events.ui.checkin.assembly_rows import MemberList, QuorumBar, matching
from vi_events.ui.checkin.suggestions import suggest
from vi_events.ui.job import Job
from vi_events.ui.language import spoken
from vi_events.ui.preparation.words import counted
from vi_events.ui.theme import BASE_PX, HALO_PX, LEAD_PX, LIGHT, TITLE_PX
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.panel import Panel, Text

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.journal.store import Change
    from vi_events.ui.checkin.reception_window import ReceptionWindow

_SIZE_PX = (1100, 700)
_SETTLES_MS = 200
"""Changes closer together than this are shown at once."""
_FOUND = 60
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_SUBJECTS = ("attendee:", "assembly:", "zone:", "authority:")


class AssemblyPanel(QDialog):
    """The assembly of one zone, kept up to date while it is open."""

    def __init__(self, opened: OpenEdition, bridge: Bridge, zone: Zone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Assemblée"))
        self._reception, self._bridge, self._zone = opened.reception, bridge, zone
        self._folder = opened.folder
        self._view: AssemblyView | None = None
        self._work: Job | None = None
        self.sentence, self.figures = Text(TITLE_PX, bold=True, wrap=True), Text(LEAD_PX, wrap=True)
        self.bar, self.members, self.field = QuorumBar(), MemberList(), QLineEdit()
        self.said = Text(BASE_PX, bold=True, wrap=True)
        self.give_button = KeyButton(self.tr("Donner pouvoir…"), "F2", kind="primary")
        self.withdraw_button = KeyButton(self.tr("Retirer le pouvoir"), "F4")
        self.rules_button = KeyButton(self.tr("Règles…"), "F6")
        self.list_button = KeyButton(self.tr("Liste de présence (PDF)…"), "F8")
        self.close_button = KeyButton(self.tr("Fermer"), self.tr("Échap"))
        self._panel = Panel()
        self._settling = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self._lay_out()
        self._connect()
        self.resize(*_SIZE_PX)
        self._enable()
        self.field.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Reads the assembly anew."""
        self._bridge.when_done(self._reception.assembly(self._zone.id), self._take)

    def give(self) -> None:
        """F2: asks who represents the chosen member."""
        line = self.members.chosen()
        if line is None or not _may_give(line):
            return
        dialog = GiveProxyDialog(line.place, self._find, self)

        def given(_proxy: object) -> None:
            dialog.accept_given()
            self.field.clear()
            self._tell(self.tr("Pouvoir enregistré."), good=True)
            self.refresh()

        def ask(holder_id: str, giver: str) -> None:
            asked = self._reception.give_proxy(self._zone.id, line.authority, holder_id, giver)
            self._bridge.when_done(asked, given, lambda problem: dialog.refuse(spoken(problem)))

        dialog.proxy_asked.connect(ask)
        self._open(dialog)

    def withdraw(self) -> None:
        """F4: takes back the last proxy that the chosen member gave."""
        line = self.members.chosen()
        if line is None or not line.proxies:
            return
        proxy = line.proxies[-1].proxy
        said = self.tr("Pouvoir de %1 retiré.").replace("%1", line.place)
        done = self._reception.withdraw_proxy(self._zone.id, proxy.entry_id)
        self._bridge.when_done(done, lambda _: self._done(said), self._refuse)

    def change_rules(self) -> None:
        """F6: members, quorum, proxies."""
        dialog = RulesDialog(self._zone, self)

        def set_(zone: Zone) -> None:
            self._zone = zone
            dialog.accept_set()
            self.refresh()

        def ask(rules: dict[str, object]) -> None:
            asked = self._reception.set_assembly_rules(self._zone.id, rules)
            self._bridge.when_done(asked, set_, lambda problem: dialog.refuse(spoken(problem)))

        dialog.rules_asked.connect(ask)
        self._open(dialog)

    def save_list(self, path: Path) -> None:
        """Writes the attendance list as PDF."""
        self.list_button.setEnabled(False)

        def write(attendance: Attendance) -> None:
            from vi_events.checkin.assembly_sheet import write_attendance

            self._work = Job(lambda: write_attendance(path, attendance, wall_ms()), lambda _: written(), self._refuse)

        def written() -> None:
            erasure.note_export(self._folder, "assembly", "pdf")
            self._done(self.tr("Liste de présence écrite dans «\u00a0%1\u00a0».").replace("%1", str(path)))

        self._bridge.when_done(self._reception.attendance(self._zone.id), write, self._refuse)

    def done(self, result: int) -> None:
        """Closes; a list being written goes on to its end."""
        self._bridge.changed.disconnect(self._on_changed)
        self._settling.stop()
        if self._work is not None:
            self._work.forget()
            self._work = None
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        focused, step = self.focusWidget(), _STEPS.get(Qt.Key(event.key()))
        if step and focused is self.field:
            self.members.step(step)
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            focused.click() if isinstance(focused, KeyButton) else self.give()

    # Inside

    def _lay_out(self) -> None:
        title = Text(TITLE_PX, bold=True, wrap=True)
        title.setText(self._zone.name)
        self.field.setPlaceholderText(self.tr("Chercher une collectivité, ou qui la représente"))
        self.field.setAccessibleName(self.tr("Chercher un adhérent"))
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(20, 14, 20, 12)
        for part in (self.sentence, self.figures, self.bar):
            inside.addWidget(part)
        verbs = QHBoxLayout()
        verbs.setContentsMargins(-HALO_PX, 0, -HALO_PX, 0)
        for button in (self.give_button, self.withdraw_button, self.rules_button, self.list_button):
            verbs.addWidget(button)
        verbs.addStretch(1)
        verbs.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for widget in (title, self._panel, self.field):
            column.addWidget(widget)
        column.addWidget(self.members, 1)
        column.addWidget(self.said)
        column.addLayout(verbs)
        self.said.hide()

    def _connect(self) -> None:
        verbs = (
            (self.give_button, self.give),
            (self.withdraw_button, self.withdraw),
            (self.rules_button, self.change_rules),
            (self.list_button, self._ask_where),
            (self.close_button, self.reject),
        )
        for button, verb in verbs:
            button.clicked.connect(verb)
            if button is not self.close_button:
                button.bind(button.key)
        QShortcut(QKeySequence("F3"), self, self.field.setFocus)
        self.field.textEdited.connect(lambda _: self._show_lines())
        self.members.selectionModel().currentChanged.connect(lambda *_: self._enable())
        self.members.members.modelReset.connect(self._enable)
        self.members.doubleClicked.connect(lambda _: self.give())
        self._settling.timeout.connect(self.refresh)
        self._bridge.changed.connect(self._on_changed)

    def _on_changed(self, change: Change) -> None:
        if not self._settling.isActive() and any(subject.startswith(_SUBJECTS) for subject in change.subjects):
            self._settling.start()

    def _take(self, view: AssemblyView) -> None:
        self._view, self._zone = view, view.zone
        self.sentence.setText(self._quorum(view))
        tone = "" if view.quorum is None else ("ok" if view.reached else "warn")
        tone = "warn" if view.is_over else tone
        self._panel.set_tone(tone)
        self.sentence.set_ink(LIGHT.tone(tone).ink if tone else LIGHT.ink)
        self.figures.setText(self._figures(view))
        self.bar.show_view(view)
        self._show_lines()

    def _quorum(self, view: AssemblyView) -> str:
        if view.is_over:
            return self.tr("◆ Plus de présents que d’adhérents : corrigez leur nombre (F6)")
        if view.quorum is None:
            return self.tr("Aucun quorum n’est demandé")
        if view.reached:
            return self.tr("● Quorum atteint")
        return counted(
            view.missing,
            self.tr("◆ Quorum non atteint\u202f: il manque %1 adhérent"),
            self.tr("◆ Quorum non atteint\u202f: il manque %1 adhérents"),
        )

    def _figures(self, view: AssemblyView) -> str:
        said = [
            counted(view.present, self.tr("%1 présent"), self.tr("%1 présents")),
            counted(view.represented, self.tr("%1 représenté"), self.tr("%1 représentés")),
            counted(view.members, self.tr("sur %1 adhérent"), self.tr("sur %1 adhérents")),
        ]
        if view.conflicts:
            one, many = self.tr("◆ %1 pouvoir à retirer"), self.tr("◆ %1 pouvoirs à retirer")
            said.append(counted(view.conflicts, one, many))
        return " · ".join(said)

    def _show_lines(self) -> None:
        if self._view is None:
            return
        text = self.field.text()
        lines = matching(self._view.lines, text)
        # A member of whom nobody is registered may be represented too.
        known = {line.authority.id for line in self._view.lines}
        lines += [MemberLine(each, 0) for each in suggest(text) if each.id not in known]
        self.members.show_lines(lines)

    def _enable(self) -> None:
        line = self.members.chosen()
        self.give_button.setVisible(line is not None and _may_give(line))
        self.withdraw_button.setVisible(line is not None and bool(line.proxies))
        self.list_button.setEnabled(self._view is not None)

    def _open(self, dialog: QDialog) -> None:
        # Some desktops would give the keys to the window behind.
        dialog.finished.connect(self.activateWindow)
        dialog.open()

    def _find(self, text: str, answer: Answer) -> None:
        found = self._reception.find(text, _FOUND, self._zone)
        self._bridge.when_done(found, lambda people: answer(in_room(people)))

    def _ask_where(self) -> None:
        name = self.tr("liste-de-presence.pdf")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Enregistrer la liste de présence"), name, "PDF (*.pdf)")
        if chosen:
            self.save_list(Path(chosen).with_suffix(".pdf"))

    def _done(self, sentence: str) -> None:
        self._tell(sentence, good=True)
        self._enable()
        self.refresh()

    def _refuse(self, problem: ViError) -> None:
        self._tell(f"■ {spoken(problem)}", good=False)
        self._enable()

    def _tell(self, sentence: str, *, good: bool) -> None:
        self.said.set_ink(LIGHT.ok.ink if good else LIGHT.bad.ink)
        self.said.show_text(sentence)


def _may_give(line: MemberLine) -> bool:
    return line.state != "present" and not line.proxies


def open_assembly(window: ReceptionWindow) -> None:
    """Opens the assembly of the desk's zone, else the first assembly there is, else proposes to make the zone one."""
    opened = window.opened
    if opened is None:
        return

    def choose(zones: list[Zone]) -> None:
        here = opened.reception.settings.zone.id
        by_id = {zone.id: zone for zone in zones}
        first = next((zone for zone in zones if zone.assembly), by_id[here])
        zone = by_id[here] if by_id[here].assembly else first
        panel = AssemblyPanel(opened, window.bridge, zone, window)
        panel.open()
        if not zone.assembly:
            panel.change_rules()

    window.bridge.when_done(opened.reception.zones(), choose)
