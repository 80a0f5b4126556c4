"""The show on an open edition: its verbs, each one transaction in the core thread, and what it looks like now."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from vi_events.clock import NowMs, wall_ms
from vi_events.edition.reference import Reference
from vi_events.edition.show_document import ShowDocument
from vi_events.errors import UserError
from vi_events.journal.entry import Author, Fact
from vi_events.journal.store import Change, Store
from vi_events.stage import engine
from vi_events.stage.compiling import Sources, compile_revision
from vi_events.stage.engine import Decision
from vi_events.stage.stops import Revision, ShowState

REHEARSAL = "rehearsal"
"""Prefix of the session of a rehearsal, which has a database of its own."""


# Everything under embargo: the default repr, that says nothing, is kept.
@dataclass(frozen=True, slots=True, repr=False)
class ShowView:
    """The show at one moment, for the régie: a revision and a state that belong together."""

    revision: Revision
    state: ShowState
    document: ShowDocument
    refusal: str = ""
    """A code of ``engine.REFUSALS`` when the last press did nothing."""

    @property
    def sentence(self) -> str:
        return engine.REFUSALS.get(self.refusal, "")


Action = Callable[[Revision, ShowState], Decision]


class Show:
    """One stage. ``publish`` is told of every commit; ``title`` and ``header`` stand on the cards."""

    def __init__(
        self, store: Store, author: Author, publish: Callable[[Change], None], now_ms: NowMs = wall_ms
    ) -> None:
        self._store = store
        self._author = author
        self._publish = publish
        self._now_ms = now_ms
        self._document = ShowDocument()
        self._revision = Revision(0, ())
        self._title = self._header = ""

    @property
    def rehearsal(self) -> bool:
        return self._author.session.startswith(REHEARSAL)

    def headed(self, title: str, header: str) -> None:
        """The words on every card of the revisions compiled from now on."""
        self._title, self._header = title, header

    def load(self, document: ShowDocument, number: int, reference: Reference) -> ShowView:
        """Takes up a document, at opening. What was live when the program stopped is held on the same stop."""
        self._document = document
        self._revision = self._compiled(document, number, reference)
        view = self.view()
        missing = [id_ for id_, _ in view.state.played if self._revision.index(id_) < 0]
        if view.state.mode != "edit" and missing:
            raise UserError(
                "revision_foreign",
                "Le palmarès de ce poste n’est pas celui du spectacle en cours.",
                "Reprenez le dossier de l’édition du poste qui menait le spectacle.",
            )
        if view.state.elsewhere:
            return view  # its show goes on there: opening a second console holds nothing
        if view.state.mode != "edit" and view.state.revision != number:
            # A late change was on disk, and the program stopped before the journal heard of it.
            self._record((Fact("revision_changed", engine.SHOW, {"epoch": view.state.epoch, "revision": number}),))
        return self.press(engine.restore)

    def view(self) -> ShowView:
        return ShowView(self._revision, self._state(self._revision), self._document)

    def press(self, action: Action) -> ShowView:
        """Decides and records; what the view shows is on disk."""
        view = self.view()
        decision = engine.leading(action(view.revision, view.state), view.state)
        if decision.refusal:
            return replace(view, refusal=decision.refusal)
        if decision.facts:
            self._record(decision.facts)
        return self.view()

    def discarded(self, why: str) -> None:
        """A press of GO that did not count is logged."""
        self._record((Fact("go_discarded", engine.SHOW, {"epoch": self.view().state.epoch, "why": why}),))

    def preview(self, document: ShowDocument, reference: Reference) -> ShowView:
        """The show as this document would make it, or why the change would be refused; nothing is changed."""
        view = self.view()
        fresh = self._compiled(document, view.revision.number + 1, reference)
        decision = Decision()
        if view.state.mode != "edit":
            decision = engine.leading(engine.change(view.revision, view.state, fresh), view.state)
        elif engine.changes_played(view.revision, view.state, fresh):
            decision = Decision(refusal="closed_changed")
        if decision.refusal:
            return replace(view, refusal=decision.refusal)
        return ShowView(fresh, self._state(fresh), document)

    def change(self, document: ShowDocument, number: int, reference: Reference) -> ShowView:
        """Takes up a document that is on disk already, and that ``preview`` did not refuse."""
        fresh = self._compiled(document, number, reference)
        view = self.view()
        if view.state.mode != "edit":
            self._record(engine.change(view.revision, view.state, fresh).facts)
        self._document, self._revision = document, fresh
        return self.view()

    def _state(self, revision: Revision) -> ShowState:
        found = self._store.state(engine.SHOW)
        data: dict[str, Any] = found.data if found else {}
        return engine.show_state(data, revision, self.rehearsal, self._author.station)

    def _compiled(self, document: ShowDocument, number: int, reference: Reference) -> Revision:
        sources = Sources(document.palmares, document.rundown, reference, self._title, self._header)
        found = self._store.state(engine.SHOW)
        played = [str(id_) for id_, _ in found.data.get("played", ())] if found else []
        return compile_revision(sources, number, played)

    def _record(self, facts: tuple[Fact, ...]) -> None:
        # By this computer's own clock: the journal's may follow another that runs ahead.
        now = self._now_ms()
        timed = [
            fact._replace(payload={**fact.payload, "at_ms": now}) if fact.kind == "stop_went_live" else fact
            for fact in facts
        ]
        with self._store.transaction(self._author) as tx:
            tx.record(*timed)
        self._publish(tx.change)
