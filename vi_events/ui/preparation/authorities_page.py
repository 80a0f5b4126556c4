"""« Collectivités »: those of the edition, what is to be asked of their names, who belongs to which territory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vi_events.edition import people, roster
from vi_events.edition.models import Authority
from vi_events.edition.roster import AuthorityRow
from vi_events.edition.text import clean
from vi_events.errors import ViError
from vi_events.journal.core import Priority
from vi_events.stage.documents import DRAFT, OPEN
from vi_events.stations.roles_here import PALMARES, allowed, role_in
from vi_events.ui.checkin.suggestions import reference
from vi_events.ui.job import Job
from vi_events.ui.language import grouped, spoken
from vi_events.ui.preparation.attendees_bulk import AssignDialog, corrections
from vi_events.ui.preparation.attendees_page import SEARCH
from vi_events.ui.preparation.authorities_model import (
    AMBIGUOUS,
    ANY,
    DOUBTFUL,
    PLACES,
    UNLISTED,
    AuthoritiesModel,
    columns,
)
from vi_events.ui.preparation.authority_detail import AuthorityDetail
from vi_events.ui.preparation.gesture import Gesture, GestureBand
from vi_events.ui.preparation.long_table import LongTable
from vi_events.ui.preparation.page import Page
from vi_events.ui.preparation.words import counted
from vi_events.ui.theme import LEAD_PX, LIGHT, NOTE_PX
from vi_events.ui.widgets.form import FormDialog, FormField, combo
from vi_events.ui.widgets.panel import Text

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.journal.store import Change
    from vi_events.ui.bridge import Bridge

_DETAIL_PX, _FILTER_PX = 330, 220
_LONGEST = 200
_AGAIN_MS = 3000
"""After a change, before everybody is counted again."""
ITEMS = {"homonymes": AMBIGUOUS, "a-verifier": UNLISTED}
"""What ``show_item`` filters."""


class AuthoritiesPage(Page):
    """Counts people in slices; never shows what an authority was awarded."""

    def __init__(self, opened: OpenEdition, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(opened, bridge, parent)
        self._job: Job | None = None
        self._reading, self._unread = False, True
        self.model = AuthoritiesModel(self)
        self.table = LongTable(self.model, self.tr("Collectivités"), columns())
        self.detail, self.band = AuthorityDetail(), GestureBand()
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("Nom, département, région…"))
        self.text.setAccessibleName(self.tr("Chercher une collectivité"))
        self.text.setClearButtonEnabled(True)
        self.which = combo(
            [
                (self.tr("Toutes"), ANY),
                (self.tr("À vérifier"), DOUBTFUL),
                (self.tr("Noms ambigus"), AMBIGUOUS),
                (self.tr("Hors liste officielle"), UNLISTED),
            ],
            ANY,
        )
        self.count, self.empty = Text(NOTE_PX, ink=LIGHT.ink_2), Text(LEAD_PX, ink=LIGHT.ink_2, wrap=True)
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._arrange()
        self._connect()
        self._show_chosen()

    def refresh(self) -> None:
        """Counts again, unless nothing changed."""
        if self._unread and not self._reading:
            self._reading, self._unread = True, False
            self.count.setText(self.tr("Lecture des collectivités…"))
            read = self.opened.core.submit_slices(roster.read_authorities, Priority.VIEW)
            self.bridge.when_done(read, self._match, self._on_failed)

    def show_item(self, key: str) -> None:
        """Filters what the readiness list names (``ITEMS``)."""
        self.text.clear()
        self.which.setCurrentIndex(max(0, self.which.findData(ITEMS.get(key, DOUBTFUL))))
        (self.which if self.table.isHidden() else self.table).setFocus()

    def chosen(self) -> AuthorityRow | None:
        """The authority of the current row."""
        row = self.table.currentIndex().row()
        return self.model.row(row) if 0 <= row < self.model.rowCount() else None

    # Verbs

    def reassign(self, to: Authority) -> None:
        """« C’est celle-ci »: all the people of the authority chosen come from that one."""
        row = self.chosen()
        if row is None or self.band.is_busy:
            return
        found = self.opened.core.submit(partial(_members, row.authority.id))
        self.bridge.when_done(found, lambda ids: self.band.run(corrections(self.opened, _as_it_is, to), ids))

    def search_other(self) -> AssignDialog | None:
        """Asks which authority the people of the one chosen come from."""
        row = self.chosen()
        if row is None:
            return None
        dialog = AssignDialog(row.people, "", self)

        def accepted() -> None:
            if (authority := dialog.field.authority()) is not None:
                self.reassign(authority)

        dialog.accepted.connect(accepted)
        dialog.open()
        return dialog

    def keep(self) -> None:
        """The name chosen is right, though on no official list."""
        if (row := self.chosen()) is not None:
            done = self.tr("«\u00a0%1\u00a0» reste tel quel.").replace("%1", row.authority.name)
            self._set(row.authority, replace(row.authority, kind="autre"), done)

    def rename(self) -> RenameDialog | None:
        """Asks for the right name of an authority that is on no official list."""
        row = self.chosen()
        if row is None:
            return None
        dialog = RenameDialog(row.authority.name, self)

        def accepted() -> None:
            done = self.tr("Nom corrigé\u202f: «\u00a0%1\u00a0».").replace("%1", dialog.name())
            self._set(row.authority, replace(row.authority, name=dialog.name()), done)

        dialog.accepted.connect(accepted)
        dialog.open()
        return dialog

    # Inside

    def _set(self, before: Authority, after: Authority, said: str) -> None:
        reception = self.opened.reception
        gesture: Gesture[None] = Gesture(
            self.tr("Correction…"),
            lambda _: said,
            lambda _some: reception.set_authority(after),
            lambda _done: reception.set_authority(before),
            lambda _done: 1,
            undone=self.tr("«\u00a0%1\u00a0» est de nouveau comme avant.").replace("%1", before.name),
        )
        self.band.run(gesture, [before.id])

    def _match(self, found: list[tuple[Authority, int, int]]) -> None:
        """Off the window's thread: a name that is on no list is held against all of them."""
        opened = self.opened

        def work() -> list[AuthorityRow]:
            return roster.authority_rows(found, _awarded(opened), reference())

        self._job = Job(work, self._take, self._on_failed)
        self.destroyed.connect(self._job.forget)

    def _take(self, rows: list[AuthorityRow]) -> None:
        self._job, self._reading = None, False
        chosen = self.chosen()
        self.model.show_rows(rows)
        self._choose(chosen.authority.id if chosen else "")
        self._say_count()
        if self._unread:
            self._again.start()

    def _on_failed(self, problem: ViError) -> None:
        self._job, self._reading = None, False
        self.message.emit("bad", spoken(problem))

    def _on_journal_changed(self, change: Change) -> None:
        if any(subject.startswith((people.PREFIX, "authority:")) for subject in change.subjects):
            self._unread = True
            if self.isVisible() and not self._again.isActive():
                self._again.start()

    def _on_filter_changed(self) -> None:
        chosen = self.chosen()
        which = str(self.which.currentData())
        self.model.want(self.text.text(), which)
        self.table.leave_out(() if which == ANY else PLACES)
        self._choose(chosen.authority.id if chosen else "")
        self._say_count()

    def _choose(self, authority_id: str) -> None:
        row = self.model.row_of(authority_id)
        if row >= 0:
            self.table.selectRow(row)
        self._show_chosen()

    def _say_count(self) -> None:
        shown, total = self.model.rowCount(), len(self.model.rows)
        said = counted(total, self.tr("%1 collectivité"), self.tr("%1 collectivités"))
        if shown != total:
            said = self.tr("%1 sur %2").replace("%2", said).replace("%1", grouped(shown))
        doubts = sum(row.doubt is not None for row in self.model.rows)
        if doubts:
            said += ", " + counted(doubts, self.tr("◆ %1 à vérifier"), self.tr("◆ %1 à vérifier"))
        self.count.setText(said)
        none = self.tr("Aucune collectivité encore\u202f: elles viennent avec la liste des inscrits.")
        right = self.tr("Rien à vérifier\u202f: tous les noms sont sûrs.")
        fits = self.tr("Aucune collectivité ne répond à ces filtres.")
        calm = not self.text.text().strip() and self.which.currentData() != ANY
        if self._reading:
            none = self.tr("Lecture des collectivités…")
        self.empty.show_text("" if shown else none if not total else right if calm else fits)
        if not shown and self.table.hasFocus():
            self.which.setFocus()  # what is hidden gives the focus to nobody
        self.table.setVisible(bool(shown))

    def _show_chosen(self) -> None:
        row = self.chosen()
        if row is None:
            self.detail.show_none(self.tr("Choisissez une collectivité dans la liste."))
        else:
            self.detail.show_row(row, {each.authority.id: each.people for each in self.model.rows})

    def _after_gesture(self) -> None:
        self._unread = True
        self._again.stop()
        self.refresh()
        self.changed.emit()

    def _show_people(self) -> None:
        if (row := self.chosen()) is not None:
            self.shown.emit("attendees", SEARCH + row.authority.name)

    def _connect(self) -> None:
        self.text.textChanged.connect(lambda _: self._on_filter_changed())
        self.which.currentIndexChanged.connect(lambda _: self._on_filter_changed())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        self.detail.chosen.connect(self.reassign)
        self.detail.search_requested.connect(self.search_other)
        self.detail.kept.connect(self.keep)
        self.detail.rename_requested.connect(self.rename)
        self.detail.people_requested.connect(self._show_people)
        self.band.changed.connect(self._after_gesture)
        self._again.timeout.connect(self.refresh)
        self.bridge.changed.connect(self._on_journal_changed)
        search = QShortcut(QKeySequence("Ctrl+F"), self)
        search.activated.connect(self.text.setFocus)

    def _arrange(self) -> None:
        self.text.setFixedHeight(self.which.height())
        self.which.setAccessibleName(self.tr("Lesquelles"))
        self.which.setFixedWidth(_FILTER_PX)
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.text, 1)
        filters.addWidget(self.which)
        filters.addWidget(self.count, 1, Qt.AlignmentFlag.AlignVCenter)
        self.detail.setFixedWidth(_DETAIL_PX)
        left = QVBoxLayout()
        left.addWidget(self.empty)
        left.addWidget(self.table, 1)
        left.addStretch()
        halves = QHBoxLayout()
        halves.setSpacing(12)
        halves.addLayout(left, 1)
        halves.addWidget(self.detail)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(filters)
        whole.addLayout(halves, 1)
        whole.addWidget(self.band)


class RenameDialog(FormDialog):
    """Asks for a name."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(self.tr("Corriger le nom"), self.tr("Enregistrer"), parent)
        self.line = QLineEdit(name)
        self.line.setMaxLength(_LONGEST)
        self.field = FormField(self.tr("Nom de la collectivité ou de l’organisme"), self.line)
        self.body.addWidget(self.field)
        self.body.addStretch(1)
        self.setMinimumWidth(560)
        self.line.selectAll()
        self.line.setFocus()

    def name(self) -> str:
        """What is written, cleaned."""
        return clean(self.line.text())

    def accept(self) -> None:
        """Closes when a name is there."""
        if self.name():
            super().accept()
        else:
            self.field.show_problem(self.tr("Écrivez un nom."))


def _awarded(opened: OpenEdition) -> Sequence[Authority]:
    """The authorities of a palmarès that may be read here and now; of a sealed one, none."""
    documents = opened.stage.on_disk
    if PALMARES not in allowed(role_in(opened.folder)) or documents.state not in (DRAFT, OPEN):
        return ()
    try:
        document, _ = documents.load()
    except ViError:
        return ()
    return [award.authority for award in document.palmares.awards]


def _members(authority_id: str, store: Any) -> list[str]:
    return roster.members(store, authority_id)


def _as_it_is(_person: object) -> dict[str, Any]:
    return {}
