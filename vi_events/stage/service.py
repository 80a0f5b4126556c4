"""The stage as the windows and the command line use it: every verb gives a future with the show as it is then."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

from vi_events.clock import NowMs, hlc_ms, wall_ms
from vi_events.edition.reference import Reference, load_reference
from vi_events.edition.show_document import ShowDocument
from vi_events.errors import UserError
from vi_events.journal import store as journal
from vi_events.journal.core import Core, Priority
from vi_events.journal.entry import Author, Entry
from vi_events.journal.fold import cancelled_ids
from vi_events.journal.store import Store
from vi_events.stage import announced, engine, room
from vi_events.stage.clearances import webtv_prep
from vi_events.stage.documents import Documents, EditionDocuments
from vi_events.stage.room import InRoom
from vi_events.stage.show import Action, Show, ShowView
from vi_events.stage.subjects import REVEALED

if TYPE_CHECKING:
    from vi_events.stage.theme import Theme

T = TypeVar("T")
Change = Callable[[ShowDocument], ShowDocument]


@dataclass(frozen=True, slots=True)
class LogLine:
    """What happened on stage: an entry of the show, by its kind and payload."""

    at_ms: int
    kind: str
    station: str
    detail: str


@dataclass(frozen=True, slots=True)
class StageAbout:
    """Words of the edition that stand on the cards. ``header`` is the line of a theme that says none; ``folder`` is
    where the theme of the edition lies.
    """

    title: str
    header: str
    folder: Path


class Stage:
    """The show of an open edition, or of its rehearsal. Its methods may be called from any thread."""

    def __init__(
        self, core: Core, documents: Documents, author: Author, about: StageAbout, now_ms: NowMs = wall_ms
    ) -> None:
        self.documents = documents
        self.author = author
        self._core = core
        self._about = about
        self._now_ms = now_ms
        self._show: Show | None = None
        self._keeps_key = False
        core.subscribe(self._on_change)
        self._reference: Reference | None = None

    @property
    def rehearsal(self) -> bool:
        """Whether this is a rehearsal, with a database of its own and invented levels."""
        return not isinstance(self.documents, EditionDocuments)

    @property
    def reference(self) -> Reference:
        """The list of authorities, read once."""
        if self._reference is None:
            self._reference = load_reference()
        return self._reference

    @cached_property
    def look(self) -> "tuple[Theme, UserError | None]":
        """The theme of the edition, read once; the bundled one, and why, when it cannot be read."""
        from vi_events.stage.theme import theme_or_default  # pictures are read late: a desk never needs them

        return theme_or_default(self._about.folder)

    @property
    def header(self) -> str:
        """The line that heads every card: the theme's, else the edition's own."""
        return self.look[0].header or self._about.header

    def headed(self, about: StageAbout) -> None:
        """Other words for the cards compiled from now on, and the theme read anew. Called in the core thread, or
        before the show is open.
        """
        self._about = about
        self.__dict__.pop("look", None)
        if self._show is not None:
            self._show.headed(about.title, self.header)

    # The document

    @property
    def on_disk(self) -> EditionDocuments:
        """The document in the edition's folder. UserError in a rehearsal."""
        if not isinstance(self.documents, EditionDocuments):
            raise UserError("rehearsal", "Une répétition n’a pas de palmarès scellé.")
        return self.documents

    def open(self) -> "Future[ShowView]":
        """Loads the document: a draft, or a sealed one already unlocked or whose key this computer kept. UserError
        ``no_palmares`` or ``palmares_sealed``.
        """

        def work() -> ShowView:
            if isinstance(self.documents, EditionDocuments) and self.documents.state == "sealed":
                self.documents.unlock_kept()
            return self._load()

        return _in_thread(work)

    def reload(self) -> "Future[ShowView]":
        """Takes up the document that another stage changed, when it was open here. UserError when this computer's key
        does not open it.
        """
        return _in_thread(self._load)

    @property
    def is_open(self) -> bool:
        """Whether the show was taken up here."""
        return self._show is not None

    def unlock(self, secret: str) -> "Future[ShowView]":
        """Opens a sealed document with the passphrase or the recovery key."""

        def work() -> ShowView:
            self.on_disk.unlock(secret)
            return self._load()

        return _in_thread(work)

    def edit(self, change: Change) -> "Future[ShowView]":
        """Changes palmarès or running order, before the show or as a late change: on disk first, then shown."""
        return self._submit(lambda show: self._changed(show, change(show.view().document)))

    def preview(self, change: Change) -> "Future[ShowView]":
        """What ``edit`` would give, with nothing changed; its refusal is the one that ``edit`` would give."""

        def tried(show: Show) -> ShowView:
            document = change(show.view().document)
            return show.preview(document, self.reference)

        return self._submit(tried, Priority.VIEW)

    # Presses

    def press(self, action: Action) -> "Future[ShowView]":
        """One of the decisions of ``engine``, or a refusal in the view."""
        return self._submit(lambda show: show.press(action))

    def go(self) -> "Future[ShowView]":
        return self.press(engine.go)

    def back(self) -> "Future[ShowView]":
        return self.press(engine.back)

    def standby(self) -> "Future[ShowView]":
        return self.press(engine.standby)

    def hold(self) -> "Future[ShowView]":
        return self.press(engine.hold)

    def resume(self) -> "Future[ShowView]":
        return self.press(engine.resume)

    def black(self) -> "Future[ShowView]":
        return self.press(engine.black)

    def clear(self) -> "Future[ShowView]":
        return self.press(engine.clear)

    def jump(self, stop_id: str) -> "Future[ShowView]":
        return self.press(lambda revision, state: engine.jump(revision, state, stop_id))

    def withdraw(self, authority_id: str, reason: str) -> "Future[ShowView]":
        return self.press(lambda revision, state: engine.withdraw(revision, state, authority_id, reason))

    def reset(self) -> "Future[ShowView]":
        """A closed show begins anew from its opening, after a trial on the real edition."""
        return self.press(engine.reset)

    def disarm(self) -> "Future[ShowView]":
        return self.press(engine.disarm)

    def take_over(self) -> "Future[ShowView]":
        """This station is the stage from now on."""
        return self.press(engine.take_over)

    def arm(self) -> "Future[ShowView]":
        """Ready for the first GO; from now on a crash asks for no passphrase. The caller has run the preflight.
        StorageError ``show_key_not_kept``: it is armed all the same, and a crash would ask.
        """

        def work() -> ShowView:
            view = self.press(engine.arm).result()
            if not view.refusal and isinstance(self.documents, EditionDocuments):
                self.documents.keep_key()
            return view

        return _in_thread(work)

    def finish(self) -> "Future[ShowView]":
        """The show is over: this computer forgets the key."""

        def work() -> ShowView:
            view = self.press(engine.finish).result()
            if not view.refusal and isinstance(self.documents, EditionDocuments):
                self.documents.forget_key()
            return view

        return _in_thread(work)

    def discarded(self, why: str) -> None:
        """A press that did not count is logged; nobody waits for it."""
        self._submit(lambda show: show.discarded(why), Priority.VIEW)

    # What is seen

    def view(self) -> "Future[ShowView]":
        return self._submit(lambda show: show.view())

    def prepared(self) -> dict[str, Any] | None:
        """What the next GO will show, for this computer's own webtv desk. Called in the core thread."""
        if self._show is None:
            return None
        view = self._show.view()
        return None if view.state.elsewhere else webtv_prep(view.revision, view.state)

    @property
    def follows(self) -> bool:
        """Whether another station is on stage. Read in the core thread."""
        return self._show is not None and self._show.view().state.elsewhere

    def room(self, authority_ids: tuple[str, ...], zone: str = "") -> "Future[dict[str, tuple[InRoom, ...]]]":
        """Who of these authorities is in the room."""
        return self._core.submit(lambda store: room.in_room(store, authority_ids, zone), Priority.VIEW)

    def log(self, limit: int = 200) -> "Future[tuple[LogLine, ...]]":
        """What happened on stage, newest first."""
        return self._core.submit(lambda store: _log(store, limit), Priority.VIEW)

    def announced(self) -> "Future[list[dict[str, Any]]]":
        """The awards that stand announced (``announced.rows``)."""
        return self._core.submit(announced.rows, Priority.VIEW)

    def revealed_count(self) -> "Future[int]":
        """How many awards stand announced."""
        return self._core.submit(lambda store: store.counts[REVEALED], Priority.VIEW)

    # Inside

    def _on_change(self, change: journal.Change) -> None:
        """A second stage keeps the key as the first does, from the show's arming to its close: it may have to take over
        after a crash of its own. Called in the core thread.
        """
        if not isinstance(self.documents, EditionDocuments):
            return
        said = {entry.kind for entry in change.entries if entry.subject == engine.SHOW}
        elsewhere = any(entry.station != self.author.station for entry in change.entries)
        if not said or not elsewhere:
            return
        if engine.CLOSED in said:
            self._keeps_key = False
            _in_thread(self.documents.forget_key)
        elif not self._keeps_key and self.documents.is_open:
            self._keeps_key = True
            _in_thread(self.documents.keep_key)

    def _load(self) -> ShowView:
        document, number = self.documents.load()
        reference, header = self.reference, self.header

        def take_up(store: Store) -> ShowView:
            show = Show(store, self.author, self._core.publish, self._now_ms)
            show.headed(self._about.title, header)
            view = show.load(document, number, reference)
            self._show = show
            return view

        return self._core.call(take_up)

    def _changed(self, show: Show, document: ShowDocument) -> ShowView:
        tried = show.preview(document, self.reference)
        if tried.refusal:
            return tried
        return show.change(document, self.documents.save(document), self.reference)

    def _submit(self, verb: Callable[[Show], T], priority: Priority = Priority.URGENT) -> "Future[T]":
        def run(_store: Store) -> T:
            if self._show is None:
                raise UserError("show_not_open", "Le palmarès n’est pas ouvert.", "Ouvrez-le d’abord.")
            return verb(self._show)

        return self._core.submit(run, priority)


def _log(store: Store, limit: int) -> tuple[LogLine, ...]:
    entries = store.entries_of(engine.SHOW)[-limit:]
    dead = cancelled_ids(entries)
    return tuple(_line(entry) for entry in reversed(entries) if entry.id not in dead)


def _line(entry: Entry) -> LogLine:
    detail = str(entry.payload.get("why") or entry.payload.get("how", ""))
    return LogLine(hlc_ms(entry.hlc), entry.kind, entry.station, detail)


def _in_thread(work: Callable[[], T]) -> "Future[T]":
    """For what may take a moment (a passphrase, a keyring): never in the core, never in a window."""
    future: Future[T] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as problem:  # noqa: BLE001 (handed to whoever waits)
            future.set_exception(problem)

    Thread(target=run, name="stage", daemon=True).start()
    return future
