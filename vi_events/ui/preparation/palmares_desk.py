"""Between the pages of the palmarès and the stage: opens the document, brings its views, sends its changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from vi_events.edition.show_document import ShowDocument
from vi_events.errors import UserError, ViError
from vi_events.stage.documents import OPEN, SEALED, EditionDocuments
from vi_events.stage.engine import SHOW
from vi_events.ui.bridge import Bridge
from vi_events.ui.job import Job

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.journal.store import Change as JournalChange
    from vi_events.stage.service import Change
    from vi_events.stage.show import ShowView


class PalmaresDesk(QObject):
    """Holds the last view; answers come in the window's thread. Nothing of the document is logged."""

    view_changed = Signal(object)
    """The ShowView as it is now, after any change."""
    locked = Signal(object)
    """Why the document is not open: a ViError."""
    saved = Signal()
    """A change of this desk is on the disk: other windows on the same stage should look again."""

    def __init__(self, opened: OpenEdition, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.opened, self.stage = opened, opened.stage
        self.view: ShowView | None = None
        self._bridge = bridge
        bridge.changed.connect(self._on_journal_changed)

    def close(self) -> None:
        """Nothing more is heard of the journal."""
        self._bridge.changed.disconnect(self._on_journal_changed)

    # What is there

    @property
    def documents(self) -> EditionDocuments:
        assert isinstance(self.stage.documents, EditionDocuments)
        return self.stage.documents

    @property
    def document(self) -> ShowDocument:
        """The document as last heard of; an empty one before the first import."""
        return self.view.document if self.view else ShowDocument()

    @property
    def is_sealed(self) -> bool:
        return self.documents.state in (OPEN, SEALED)

    @property
    def is_live(self) -> bool:
        """Whether the show is armed or has begun: what was played is locked."""
        return self.view is not None and self.view.state.mode != "edit"

    @property
    def played(self) -> frozenset[str]:
        """Ids of the stops and sections that were played, which no change may touch."""
        return frozenset(id_ for id_, _ in self.view.state.played) if self.view and self.is_live else frozenset()

    # The document

    def open(self) -> None:
        """Loads the document; ``locked`` says why when it is not open."""
        self._bridge.when_done(self.stage.open(), self._take, self._lock)

    def unlock(self, secret: str) -> None:
        """Opens the sealed document with the passphrase or the recovery key."""
        self._bridge.when_done(self.stage.unlock(secret), self._take, self._lock)

    def refresh(self) -> None:
        """Looks at the show again."""
        if self.view is not None:
            self._bridge.when_done(self.stage.view(), self._take, self._lock)

    def edit(
        self, change: Change, done: Callable[[], None], failed: Callable[[ViError], None], source: Path | None = None
    ) -> None:
        """Changes the document on the disk, or says why not. ``source``: the file that the change was read from,
        remembered as a copy in clear.
        """

        def told(view: ShowView) -> None:
            if view.refusal:
                failed(UserError(view.refusal, view.sentence))
                return
            self._take(view)
            self.saved.emit()
            done()

        if self.view is None:
            Job(lambda: self._begin(change, source), told, failed)
        else:
            self._bridge.when_done(self.stage.edit(self._with_source(change, source)), told, failed)

    def changed_elsewhere(self) -> UserError:
        """Said when what was prepared here no longer fits what is on the disk."""
        return UserError(
            "changed_elsewhere",
            QCoreApplication.translate("PalmaresDesk", "Le conducteur a changé entre-temps, dans une autre fenêtre."),
            QCoreApplication.translate("PalmaresDesk", "Annulez vos changements, puis refaites-les sur le nouveau."),
        )

    # Inside

    def _begin(self, change: Change, source: Path | None) -> ShowView:
        """The first document of an edition that has none; off the window's thread."""
        self.documents.save(change(ShowDocument()), source)
        return self.stage.open().result()

    def _with_source(self, change: Change, source: Path | None) -> Change:
        if source is None:
            return change

        def changed(known: ShowDocument) -> ShowDocument:
            fresh = change(known)
            # The stage saves without a source. Said first: whatever comes of the change, the file is there in clear.
            self.documents.save(known, source)
            return fresh

        return changed

    def _take(self, view: ShowView) -> None:
        self.view = view
        self.view_changed.emit(view)

    def _lock(self, problem: ViError) -> None:
        self.view = None
        self.locked.emit(problem)

    def _on_journal_changed(self, change: JournalChange) -> None:
        if SHOW in change.subjects:
            self.refresh()
