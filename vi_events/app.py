"""The composition root: opens an edition and puts its parts together. No Qt here."""

import json
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from vi_events import paths
from vi_events.checkin import codes, planning
from vi_events.checkin import subjects as checkin_types
from vi_events.checkin.desk import DeskSettings
from vi_events.checkin.planning import Saved
from vi_events.checkin.reception import Reception
from vi_events.clock import NowMs, wall_ms
from vi_events.edition import batches, erasure, programme, restored, vault
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition, Programme
from vi_events.edition.reference import load_reference
from vi_events.edition.show_document import ShowDocument
from vi_events.edition.vault import Vault
from vi_events.errors import StorageError, UserError
from vi_events.journal.core import Core
from vi_events.journal.entry import Author
from vi_events.journal.store import Change, Store
from vi_events.sentences import say
from vi_events.stage import engine
from vi_events.stage import subjects as stage_types
from vi_events.stage.documents import NONE as NO_DOCUMENT
from vi_events.stage.documents import EditionDocuments, RehearsalDocuments
from vi_events.stage.service import Stage, StageAbout
from vi_events.stage.show import REHEARSAL
from vi_events.webtv import overlays as webtv_types
from vi_events.webtv.service import Webtv

if TYPE_CHECKING:
    from vi_events.edition.importing import Outcome, Prepared

TYPES = (
    *checkin_types.SUBJECT_TYPES,
    *stage_types.SUBJECT_TYPES,
    *webtv_types.SUBJECT_TYPES,
    batches.BATCH,
    *programme.PROGRAMME_TYPES,
)
LOCK_FILE = "edition.lock"
HOLDER_FILE = "edition.holder.json"
LABEL = "Label national Territoires, Villes et Villages Internet"
DEMO_SLUG = "demo"
DEMO_PIN = "2018"
DEMO_ATTENDEES = paths.ASSETS / "demo" / "participants.csv"
DEMO_PALMARES = paths.ASSETS / "demo" / "palmares.csv"
DEMO = Edition(DEMO_SLUG, "Label Villes Internet, édition de démonstration", "2018-02-01", "Paris", demo=True)
DEMO_ZONES = (
    Zone("jour-1", "Jour 1", "reentry"),
    Zone("ceremonie", "Cérémonie"),
    Zone("dejeuner", "Déjeuner"),
)


@dataclass(slots=True, eq=False)
class OpenEdition:
    """An edition that this process holds for writing. ``edition`` and ``zones`` follow the journal."""

    folder: Path
    edition: Edition
    vault: Vault
    core: Core
    reception: Reception
    stage: Stage
    webtv: Webtv
    zones: tuple[Zone, ...]
    recovered: int
    """Imports that had been cut short and were undone on opening."""

    @property
    def programme(self) -> Programme:
        """The edition with its zones, as they are now."""
        return Programme(self.edition, self.zones)

    def save_programme(self, before: Programme, wanted: Programme) -> "Future[Saved]":
        """Changes the edition and its zones (``planning.save``)."""

        def save(store: Store) -> Saved:
            saved, change = planning.save(store, self.reception.settings.author, before, wanted)
            if change is not None:
                self.core.publish(change)
            return saved

        return self.core.submit(save)

    def undo_programme(self, saved: Saved) -> "Future[None]":
        """Undoes such a change (``planning.undo``)."""
        return self.core.submit(
            lambda store: self.core.publish(planning.undo(store, self.reception.settings.author, saved))
        )

    def change_pin(self, current: str, pin: str) -> "Future[None]":
        """Another supervisor PIN, from the next one asked for on. UserError ``pin_wrong``, unless none was set;
        ``pin_short``.
        """

        def change(_store: Store) -> None:
            if self.vault.pin and not self.vault.pin_is(current):
                raise UserError("pin_wrong", "Ce n’est pas le code superviseur actuel.", "Recommencez.")
            changed = vault.with_pin(self.vault, vault.checked_pin(pin))
            vault.save(self.folder, changed)
            self.vault = changed
            self.reception.use_vault(changed)

        return self.core.submit(change)

    def read_theme(self) -> None:
        """The theme of the edition changed: what is opened from now on looks like it."""
        self.stage.headed(about(self.edition, self.folder))

    def import_prepared(self, prepared: "Prepared", *, dry_run: bool = False, partial: bool = False) -> "Outcome":
        """Writes a prepared file and waits for the end."""
        from vi_events.edition.importing import Importer

        author = self.reception.settings.author

        def new_tickets(count: int) -> list[str]:
            return codes.new_codes(self.vault.ticket_key, count)

        def steps(store: Store) -> "Iterator[Outcome]":
            importer = Importer(store, author, self.core.publish, new_tickets, self.core.has_urgent)
            return importer.run(prepared, dry_run=dry_run, partial=partial)

        future = self.core.submit_slices(steps)
        try:
            return future.result()
        except BaseException:
            # Interrupted: what is written so far is undone when the edition is next opened.
            future.cancel()
            raise

    def undo_import(self, batch: str) -> int:
        """Cancels what an import said, but of people who have come; returns the number of entries cancelled."""
        author = self.reception.settings.author
        return self.core.submit_slices(lambda store: batches.undo(store, author, self.core.publish, batch)).result()


def create_edition(
    data: Path,
    edition: Edition,
    zones: Sequence[Zone],
    pin: str = "",
    author: Author = Author("poste-1"),  # noqa: B008 (frozen)
    now_ms: NowMs = wall_ms,
) -> Path:
    """Makes a new edition with its ticket key; returns its folder. Raises UserError when it is already there."""
    folder = paths.edition_folder(data, edition.slug)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _require_unmade(folder)
        with _held(folder, author.station):
            _require_unmade(folder)  # Another program may have made it just now: its key must stay.
            secrets = Vault(codes.new_key())
            vault.save(folder, vault.with_pin(secrets, pin) if pin else secrets)
            _found(folder, edition, zones, author, now_ms)
    except OSError as problem:
        raise StorageError(
            "folder_unwritable",
            say("Le dossier «\u202f{0}\u202f» ne se laisse pas écrire ({1}).", folder, problem.strerror),
            "Choisissez un autre dossier avec --data.",
        ) from problem
    paths.remember_edition(folder)
    return folder


def is_made(folder: Path) -> bool:
    """Whether there is an edition in ``folder``: one whose making was cut short holds no entry, and is made anew."""
    database = folder / paths.DATABASE
    if not database.exists() or not database.stat().st_size:
        return False
    try:
        with read_edition(folder) as store:
            return next(store.entries(), None) is not None
    except StorageError:
        return True  # Damaged is not empty: nobody writes over it.


def _require_unmade(folder: Path) -> None:
    if is_made(folder):
        raise UserError(
            "edition_exists",
            say("L’édition «\u202f{0}\u202f» existe déjà.", folder.name),
            "Choisissez un autre nom\u202f: rien n’a été touché.",
        )


def _found(folder: Path, edition: Edition, zones: Sequence[Zone], author: Author, now_ms: NowMs) -> None:
    store = Store(folder / paths.DATABASE, TYPES, now_ms)
    try:
        with store.transaction(author) as tx:
            tx.record(
                programme.edition_created(edition),
                *(programme.zone_set(zone, rank) for rank, zone in enumerate(zones)),
            )
    finally:
        store.close()


def create_demo(data: Path) -> Path:
    """The demo edition: made on first call, with its invented attendees imported; returns its folder."""
    from vi_events.edition.importing import prepare

    folder = paths.edition_folder(data, DEMO_SLUG)
    if not is_made(folder):
        create_edition(data, DEMO, DEMO_ZONES, DEMO_PIN)
    with read_edition(folder) as store:
        imported = store.counts_under("#exp:")
    if not imported:
        with open_edition(folder, Author("poste-1")) as opened:
            opened.import_prepared(prepare(DEMO_ATTENDEES, load_reference()))
    documents = EditionDocuments(folder)
    if documents.state == NO_DOCUMENT:
        documents.save(demo_show())
    return folder


def demo_show() -> ShowDocument:
    """The demo edition's palmarès and running order: real levels where they are public, the others invented."""
    from vi_events.edition.palmares_import import read_palmares
    from vi_events.edition.rundown_making import Plan, generate

    reference = load_reference()
    palmares = read_palmares(DEMO_PALMARES, reference).accepted()
    plan = Plan(group_up_to=1, starts="14:30", ends="17:30")
    return ShowDocument(palmares, generate(palmares, reference, plan))


@contextmanager
def open_edition(folder: Path, author: Author, zone_id: str = "", now_ms: NowMs = wall_ms) -> Iterator[OpenEdition]:
    """Holds an edition for writing until the block ends. UserError when another process holds it."""
    _require(folder)
    if (folder / paths.JOINING).exists():
        # It would number its entries from where the journal stops here, and give some numbers twice.
        raise UserError(
            "journal_incomplete",
            say("L’édition «\u202f{0}\u202f» n’est pas encore arrivée en entier sur ce poste.", folder.name),
            "Rejoignez l’hôte par un nouveau lien\u202f: ce qui manque viendra.",
        )
    with _held(folder, author.station):
        opened = start_edition(folder, author, zone_id, now_ms)
        try:
            yield opened
        finally:
            opened.core.close()


def start_edition(folder: Path, author: Author, zone_id: str = "", now_ms: NowMs = wall_ms) -> OpenEdition:
    """Opens an edition whose lock the caller holds; the caller closes ``core``."""
    author = replace(author, station=restored.station_here(folder, author.station))

    def open_store() -> Store:
        return Store(folder / paths.DATABASE, TYPES, now_ms)

    for left in folder.glob(f"{REHEARSAL}-*"):  # of a rehearsal that a crash cut short
        shutil.rmtree(left, ignore_errors=True)
    core = Core(open_store)
    try:
        core.opened.result()
        core.call(lambda store: erasure.on_opening(store, folder, author, now_ms()))
        secrets = vault.load(folder)
        recovered = core.call(lambda store: batches.recover(store, author, core.publish))
        known = core.call(programme.read_programme)
        settings = DeskSettings(author, find_zone(known.zones, zone_id), secrets.ticket_key, _other_keys(folder))
        reception = core.call(lambda store: Reception(core, store, settings, secrets, now_ms))
    except BaseException:
        core.close()
        raise
    erasure.watch(core, folder, author)
    paths.remember_edition(folder)
    stage = Stage(core, EditionDocuments(folder), author, about(known.edition, folder), now_ms)
    webtv = Webtv(core, author, now_ms)
    # The next stop goes to this station's own webtv desk by hand, never through the journal.
    core.subscribe(lambda change: _hand_over(stage, webtv) if engine.SHOW in change.subjects else None)
    opened = OpenEdition(folder, known.edition, secrets, core, reception, stage, webtv, known.zones, recovered)
    core.call(lambda store: core.subscribe(lambda change: _follow(opened, store, change)))
    return opened


def _follow(opened: OpenEdition, store: Store, change: Change) -> None:
    """In the core thread: what any station changed of the edition is so here from now on."""
    if any(subject == programme.EDITION or subject.startswith("zone:") for subject in change.subjects):
        known = programme.read_programme(store)
        opened.edition, opened.zones = known.edition, known.zones
        opened.read_theme()


def _hand_over(stage: Stage, webtv: Webtv) -> None:
    if stage.is_open:
        webtv.prepare(stage.prepared())


@contextmanager
def open_rehearsal(opened: OpenEdition, document: ShowDocument, now_ms: NowMs = wall_ms) -> Iterator[Stage]:
    """A show of its own beside the open edition, until the block ends: a new database, removed at the end, and a
    document in memory only. Nothing of it can reach the live show.
    """
    with tempfile.TemporaryDirectory(prefix=f"{REHEARSAL}-", dir=opened.folder) as folder:
        core = Core(lambda: Store(Path(folder) / paths.DATABASE, TYPES, now_ms))
        try:
            core.opened.result()
            author = Author(opened.reception.settings.author.station, session=f"{REHEARSAL}-1")
            words = about(opened.edition, opened.folder)
            yield Stage(core, RehearsalDocuments(document), author, words, now_ms)
        finally:
            core.close()


def about(edition: Edition, folder: Path) -> StageAbout:
    """The words of an edition that stand on the cards."""
    return StageAbout(edition.title, f"{LABEL} · {edition.date[:4]}", folder)


@contextmanager
def read_edition(folder: Path) -> Iterator[Store]:
    """The store of an edition for reading only; works beside the process that holds it."""
    _require(folder)
    try:
        store = Store(folder / paths.DATABASE, TYPES, read_only=True)
        try:
            yield store
        finally:
            store.close()
    except (sqlite3.DatabaseError, StorageError) as problem:
        if isinstance(problem, StorageError) and problem.code != "storage_failed":
            raise
        raise StorageError(
            "database_unreadable",
            say(
                "La base de l’édition «\u202f{0}\u202f» ne se lit pas ({1}).", folder.name, problem.__cause__ or problem
            ),
            "Reprenez une copie de secours du dossier de l’édition, ou le miroir de la clé USB.",
        ) from problem


def find_zone(zones: Iterable[Zone], wanted: str) -> Zone:
    """A zone by id or name; the first when nothing is wanted."""
    known = list(zones)
    for zone in known:
        if wanted in ("", zone.id) or wanted.casefold() == zone.name.casefold():
            return zone
    names = ", ".join(zone.name for zone in known)
    raise UserError(
        "zone_unknown",
        say("Il n’y a pas de contrôle «\u202f{0}\u202f».", wanted[:60]),
        say("Contrôles\u202f: {0}.", names or say("aucun")),
    )


def _require(folder: Path) -> None:
    if not (folder / paths.DATABASE).exists():
        raise UserError(
            "edition_unknown",
            say("Il n’y a pas d’édition dans «\u202f{0}\u202f».", folder.name),
            "Vérifiez --edition.",
        )


def _other_keys(folder: Path) -> dict[str, bytes]:
    """Ticket keys of the other editions here, so that a ticket of last year is told as such."""
    keys = {}
    for slug in paths.editions(folder.parent):
        if slug != folder.name:
            try:
                key = vault.load(folder.parent / slug).ticket_key
            except StorageError:
                continue
            if key:
                keys[slug] = key
    return keys


@contextmanager
def _held(folder: Path, station: str) -> Iterator[None]:
    lock = FileLock(folder / LOCK_FILE, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise UserError(
            "edition_held",
            say("L’édition est ouverte par {0}.", _holder(folder)),
            "Fermez-la là-bas d’abord.",
        ) from None
    except OSError as problem:
        raise StorageError(
            "folder_unwritable",
            say("Le dossier de l’édition ne se laisse pas écrire ({0}).", problem.strerror),
        ) from problem
    try:
        about = {"pid": os.getpid(), "station": station, "since": time.strftime("%H:%M")}
        with suppress(OSError):  # only a courtesy: a full disk is told where it matters
            (folder / HOLDER_FILE).write_text(json.dumps(about), encoding="utf-8")
        yield
    finally:
        lock.release()


def _holder(folder: Path) -> str:
    try:
        about = json.loads((folder / HOLDER_FILE).read_text(encoding="utf-8"))
        return say(
            "le poste «\u202f{0}\u202f» depuis {1} (processus {2})", about["station"], about["since"], about["pid"]
        )
    except (OSError, ValueError, KeyError, TypeError):
        return say("un autre programme")
