"""The « Conducteur » tab: the running order made, changed by hand, timed, and saved once its difference was read."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from vi_events.edition import rundown_editing as editing
from vi_events.edition.rundown import Rundown, Section, Stop
from vi_events.edition.rundown_file import rundown_csv
from vi_events.edition.rundown_making import Plan, generate
from vi_events.edition.show_document import ShowDocument
from vi_events.errors import ViError
from vi_events.files import write_whole
from vi_events.stage.show import ShowView
from vi_events.ui.job import Job
from vi_events.ui.preparation.palmares_desk import PalmaresDesk
from vi_events.ui.preparation.palmares_parts import AskDialog, Notice
from vi_events.ui.preparation.rundown_difference_dialog import DifferenceDialog, changes, difference_words
from vi_events.ui.preparation.rundown_draft import RundownDraft
from vi_events.ui.preparation.rundown_import_dialog import RundownImportDialog
from vi_events.ui.preparation.rundown_making_dialog import MakingDialog
from vi_events.ui.preparation.rundown_sections_dialog import SectionsDialog, with_sections
from vi_events.ui.preparation.rundown_stop_dialog import SeveralDialog, StopDialog
from vi_events.ui.preparation.rundown_table import RundownTable
from vi_events.ui.preparation.rundown_verbs import RundownVerbs, TimeLine
from vi_events.ui.theme import LEAD_PX, LIGHT
from vi_events.ui.widgets.panel import Text

_UNGROUPED_S = 30
"""Seconds of an award that leaves its roll call."""


class RundownPage(QWidget):
    """Changes a draft; the desk's document changes only when it is saved."""

    said = Signal(str)
    """What was done, for who shows both pages."""

    def __init__(self, desk: PalmaresDesk) -> None:
        super().__init__()
        self._desk = desk
        self.draft = RundownDraft(desk.document.rundown)
        self._source: Path | None = None
        """The file that the draft was read from."""
        self.table, self.verbs, self.time = RundownTable(), RundownVerbs(), TimeLine()
        self.notice = Notice()
        self.summary = Text(LEAD_PX, bold=True)
        self.empty = Text(LEAD_PX, ink=LIGHT.ink_2, wrap=True)
        self._arrange()
        self._connect()
        self.show_view(desk.view)

    def show_view(self, view: ShowView | None) -> None:
        """Shows the document of a view, unless something here is not saved yet: that stays."""
        if not self.draft.changed and self.draft.base != self._desk.document.rundown:
            self.draft = RundownDraft(self._desk.document.rundown)
        self.verbs.set_open(view is not None)
        self._show()

    def go_to(self, stop_id: str) -> None:
        """Chooses a stop and brings it into view."""
        self.table.choose((stop_id,))
        self.table.setFocus()

    # Verbs

    def shift(self, places: int) -> None:
        """Moves what is chosen one place up (-1) or down (1), as a block."""
        chosen, ids = self.table.chosen(), [stop.id for stop in self.draft.rundown.stops]
        if not chosen:
            return
        left = [id_ for id_ in ids if id_ not in chosen]
        ahead = sum(id_ not in chosen for id_ in ids[: ids.index(chosen[0])])
        place = min(max(ahead + places, 0), len(left))
        self.move_stops(chosen, left[place] if place < len(left) else "")

    def move_stops(self, ids: list[str], before_id: str) -> None:
        """Moves these stops before another, or to the end."""
        if before_id not in ids:
            self._do(lambda known: editing.move(known, ids, before_id, self._desk.played), ids)

    def insert(self) -> StopDialog:
        """Asks for a stop, put before the first one chosen."""
        before = next(iter(self.table.chosen()), "")
        dialog = StopDialog(self.draft.rundown.sections, parent=self)
        self._ask_stop(dialog, lambda known, stop: editing.insert(known, stop, before, self._desk.played))
        return dialog

    def edit(self) -> StopDialog | SeveralDialog | None:
        """Asks what changes in the stops chosen."""
        chosen, sections = self.table.chosen(), self.draft.rundown.sections
        if len(chosen) == 1:
            known = next(stop for stop in self.draft.rundown.stops if stop.id == chosen[0])
            dialog = StopDialog(sections, known, self)
            self._ask_stop(dialog, lambda order, stop: editing.replace_stop(order, stop, self._desk.played))
            return dialog
        return self._edit_several(chosen) if chosen else None

    def group(self) -> None:
        """One roll call of what is chosen."""
        chosen = self.table.chosen()
        stops = [stop for stop in self.draft.rundown.stops if stop.id in chosen]
        section = self.draft.rundown.section(stops[0].section) if stops else None
        title = next((stop.title for stop in stops if stop.title), section.title if section else self.tr("Appel"))
        self._do(lambda known: editing.group(known, chosen, title, self._desk.played))
        self._choose_new(chosen)

    def ungroup(self) -> None:
        """Each award of the roll call chosen on its own."""
        if chosen := self.table.chosen():
            self._do(lambda known: editing.ungroup(known, chosen[0], _UNGROUPED_S, self._desk.played))
            self._choose_new(chosen)

    def postpone(self) -> None:
        """Leaves what is chosen out for now, or takes it back when all of it is."""
        chosen = self.table.chosen()
        stops = [stop for stop in self.draft.rundown.stops if stop.id in chosen]
        verb = editing.recall if stops and all(stop.postponed for stop in stops) else editing.postpone
        self._do(lambda known: verb(known, chosen, self._desk.played), chosen)

    def remove(self) -> None:
        """Takes what is chosen out of the running order; the palmarès keeps it."""
        chosen, ids = self.table.chosen(), self.table.rows.stop_ids()
        if chosen:
            following = (id_ for id_ in ids[ids.index(chosen[0]) :] if id_ not in chosen)
            self._do(lambda known: editing.remove(known, chosen, self._desk.played), [*following][:1])

    def edit_sections(self) -> SectionsDialog:
        """Asks for the sections."""

        def apply(wanted: tuple[Section, ...]) -> None:
            self.draft.apply(lambda known: with_sections(known, wanted, self._desk.played))
            self._show()

        dialog = SectionsDialog(self.draft.rundown, apply, self)
        dialog.open()
        return dialog

    def make(self) -> MakingDialog:
        """Asks how, then makes a running order in place of this one."""
        dialog = MakingDialog(self.draft.rundown, self)
        dialog.accepted.connect(lambda: self._make(dialog.plan()))
        dialog.open()
        return dialog

    def import_file(self) -> RundownImportDialog:
        """Asks for a file whose running order takes the place of this one."""
        desk = self._desk
        dialog = RundownImportDialog(desk.document.palmares, desk.stage.reference, self.draft.rundown, self)
        dialog.chosen.connect(self._take_file)
        dialog.open()
        return dialog

    def export(self) -> None:
        """Asks where, after having said that the file is in clear."""
        ask = AskDialog(
            self.tr("Exporter le conducteur\u202f?"),
            (self.tr("Le fichier dit qui reçoit quoi, en clair, et n’est pas scellé. Gardez-le sous clé."),),
            self.tr("Choisir où…"),
            self,
        )
        ask.accepted.connect(self._ask_export)
        ask.open()

    def export_to(self, path: Path) -> None:
        """Writes the running order as it is here, as CSV."""
        target = path if path.suffix else path.with_suffix(".csv")
        rundown, palmares, reference = self.draft.rundown, self._desk.document.palmares, self._desk.stage.reference
        said = self.tr("Conducteur exporté dans «\u00a0%1\u00a0», en clair.").replace("%1", target.name)
        Job(
            lambda: write_whole(target, rundown_csv(rundown, palmares, reference)),
            lambda _: self.notice.say("ok", said),
            self.notice.show_problem,
        )

    def undo(self) -> None:
        chosen = self.table.chosen()
        self.draft.undo()
        self._show(chosen)

    def redo(self) -> None:
        chosen = self.table.chosen()
        self.draft.redo()
        self._show(chosen)

    def save(self) -> DifferenceDialog | None:
        """Shows the difference, then saves."""
        before, after = self.draft.base, self.draft.rundown
        if not self.draft.changed:
            return None
        lines = changes(before, after, self._desk.document.palmares)
        dialog = DifferenceDialog(difference_words(before, after), lines, self)
        dialog.accepted.connect(lambda: self._save(after))
        dialog.open()
        return dialog

    # Inside

    def _save(self, rundown: Rundown) -> None:
        desk, base, played = self._desk, self.draft.base, self._desk.played

        def change(document: ShowDocument) -> ShowDocument:
            if document.rundown != base:
                raise desk.changed_elsewhere()
            return replace(document, rundown=editing.check_played(base, rundown, played))

        def done() -> None:
            self._source = None
            self.draft.saved(rundown)
            self._show()
            self.said.emit(self.tr("Conducteur enregistré."))

        desk.edit(change, done, self.notice.show_problem, self._source)

    def _make(self, plan: Plan) -> None:
        palmares, reference, played = self._desk.document.palmares, self._desk.stage.reference, self._desk.played

        def step(known: Rundown) -> Rundown:
            return editing.check_played(known, generate(palmares, reference, plan, known), played)

        self._do(step)

    def _take_file(self, rundown: Rundown, path: Path) -> None:
        self._source = path
        self._do(lambda known: editing.check_played(known, rundown, self._desk.played))

    def _edit_several(self, chosen: list[str]) -> SeveralDialog:
        dialog = SeveralDialog(self.draft.rundown.sections, len(chosen), self)

        def step(known: Rundown) -> Rundown:
            seconds, section = dialog.seconds(), dialog.section_id()
            if seconds is not None:
                known = editing.retime(known, chosen, seconds, self._desk.played)
            return known if section is None else editing.set_section(known, chosen, section, self._desk.played)

        dialog.accepted.connect(lambda: self._do(step, chosen))
        dialog.open()
        return dialog

    def _ask_stop(self, dialog: StopDialog, step: Callable[[Rundown, Stop], Rundown]) -> None:
        def take() -> None:
            stop = dialog.stop()
            if stop is not None:
                self._do(lambda known: step(known, stop), (stop.id,))

        dialog.accepted.connect(take)
        dialog.open()

    def _choose_new(self, gone: list[str]) -> None:
        """What came in the place of stops that are gone stays under the eyes."""
        if not set(gone) & set(self.table.rows.stop_ids()):
            before = {stop.id for stop in self.draft.previous.stops}
            self.table.choose([id_ for id_ in self.table.rows.stop_ids() if id_ not in before])

    def _ask_export(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Exporter"), "conducteur.csv", "CSV (*.csv)")
        if chosen:
            self.export_to(Path(chosen))

    def _do(self, step: Callable[[Rundown], Rundown], choose: "tuple[str, ...] | list[str]" = ()) -> None:
        """One step of the draft, or why it is refused."""
        try:
            self.draft.apply(step)
        except ViError as problem:
            self.notice.show_problem(problem)
            return
        self.notice.say("info", "")
        self._show(choose)

    def _show(self, choose: "tuple[str, ...] | list[str]" = ()) -> None:
        rundown = self.draft.rundown
        self.table.rows.show_rundown(rundown, self._desk.document.palmares, self._desk.played)
        self.table.choose(choose)
        self.table.setVisible(bool(rundown.stops))
        none = self.tr("Le conducteur est vide. Générez-le depuis le palmarès (Ctrl+G), ou importez un fichier.")
        no_award = self.tr("Importez d’abord le palmarès, dans le premier onglet.")
        self.empty.show_text("" if rundown.stops else none if self._desk.document.palmares.awards else no_award)
        self.time.show_rundown(rundown)
        words = difference_words(self.draft.base, rundown)
        self.summary.setText(self.tr("Pas encore enregistré\u202f: %1").replace("%1", words) if words else "")
        self._show_verbs()

    def _show_verbs(self) -> None:
        chosen = self.table.chosen()
        stops = [stop for stop in self.draft.rundown.stops if stop.id in chosen]
        self.verbs.show_possible(stops, self.draft)

    def _connect(self) -> None:
        self.table.shift_requested.connect(self.shift)
        self.table.edit_requested.connect(self.edit)
        self.table.rows.dropped.connect(self.move_stops)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_verbs())
        self.time.hours_changed.connect(
            lambda starts, ends: self._do(lambda known: editing.set_hours(known, starts, ends), self.table.chosen())
        )
        for name, verb in (
            ("make", self.make),
            ("insert", self.insert),
            ("edit", self.edit),
            ("group", self.group),
            ("ungroup", self.ungroup),
            ("postpone", self.postpone),
            ("remove", self.remove),
            ("sections", self.edit_sections),
            ("import", self.import_file),
            ("export", self.export),
            ("undo", self.undo),
            ("redo", self.redo),
            ("save", self.save),
        ):
            self.verbs.buttons[name].clicked.connect(verb)

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        for part in (self.time, self.notice, self.empty, self.table, self.summary):
            left.addWidget(part, 1 if part is self.table else 0)
        left.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 0)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addWidget(self.verbs)
