"""Taking an edition up from a backup file: first what it holds, then a new edition, whole or not at all."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

from filelock import FileLock, Timeout

from vi_events import app, paths
from vi_events.backup.archive import Archive, damaged, open_archive
from vi_events.backup.held import Held, contents
from vi_events.edition import restored
from vi_events.errors import UserError, ViError
from vi_events.files import why
from vi_events.journal.store import Store
from vi_events.journal.verify import verify
from vi_events.sentences import say

_ASIDE = ".restore-"
_LOCK = ".restore.lock"
_ROOM_BYTES = 50 * 2**20


def preview(file: Path, passphrase: str = "") -> Held:
    """What a backup holds; reads it all, so that a damaged one is told, and writes nothing. Raises UserError."""
    with open_archive(file, passphrase) as archive:
        for name in archive.parts:
            for _ in archive.read(name):
                pass
        return archive.held


def restore(file: Path, data: Path, passphrase: str = "", slug: str = "", replaces: bool = False) -> Path:
    """Makes a new edition from a backup, under its own slug or another one; returns its folder. Raises UserError, and
    then nothing is there.

    Its stations take names of their own (``edition.restored``), unless this computer ``replaces`` the one that it
    comes from: that one must never record anything again, nor have recorded anything since.
    """
    with open_archive(file, passphrase) as archive:
        folder = paths.edition_folder(data, slug or archive.held.contents.slug)
        _require_free(folder)
        try:
            data.mkdir(parents=True, exist_ok=True)
            _require_room(data, archive)
            with _aside(data) as aside:
                made = aside / folder.name
                _unpack(archive, made)
                _verify(made, archive.held)
                slug_there = archive.held.contents.slug
                if not replaces or slug_there != folder.name:
                    restored.mark(made, slug_there, renames=not replaces)
                _require_free(folder)
                os.rename(made, folder)
        except OSError as problem:
            raise UserError(
                "folder_unwritable",
                say("Le dossier «\u202f{0}\u202f» ne se laisse pas écrire ({1}).", data, why(problem)),
                "Faites de la place, ou choisissez un autre dossier de données (--data).",
            ) from problem
    paths.remember_edition(folder)
    return folder


def free_slug(data: Path, slug: str) -> str:
    """The slug, or one like it (« labels-2027-2 »), that no folder has yet."""
    names = (slug if number == 1 else f"{slug[:55]}-{number}" for number in count(1))
    return next(name for name in names if not (data / name).exists())


def _require_free(folder: Path) -> None:
    if folder.exists():
        proposed = free_slug(folder.parent, folder.name)
        raise UserError(
            "edition_exists",
            say("L’édition «\u202f{0}\u202f» existe déjà sur ce poste.", folder.name),
            say("Reprenez-la sous un autre nom, par exemple «\u202f{0}\u202f»\u202f: rien n’a été touché.", proposed),
        )


def _require_room(data: Path, archive: Archive) -> None:
    free, needed = shutil.disk_usage(data).free, 2 * archive.size + _ROOM_BYTES  # what is read again may be rewritten
    if free < needed:
        raise UserError(
            "no_room",
            say(
                "Il faut {0} Mo sur le disque pour reprendre cette sauvegarde, il en reste {1}.",
                needed // 2**20,
                free // 2**20,
            ),
            "Faites de la place, ou choisissez un autre dossier de données (--data).",
        )


@contextmanager
def _aside(data: Path) -> Iterator[Path]:
    """A folder that no one takes for an edition, removed at the end; also what a crash left of earlier ones."""
    lock = FileLock(data / _LOCK, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise UserError(
            "restore_running", "Une autre sauvegarde est en train d’être reprise ici.", "Attendez qu’elle soit finie."
        ) from None
    try:
        for left in data.glob(f"{_ASIDE}*/"):
            shutil.rmtree(left, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix=_ASIDE, dir=data) as aside:
            yield Path(aside)
    finally:
        lock.release()


def _unpack(archive: Archive, folder: Path) -> None:
    folder.mkdir(mode=0o700)
    for name in archive.parts:
        path = folder / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        except FileExistsError:
            raise damaged() from None  # two names that this system does not tell apart
        with os.fdopen(descriptor, "wb") as file:
            for piece in archive.read(name):
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())


def _verify(folder: Path, said: Held) -> None:
    """The journal is intact, and holds what was shown."""
    database = folder / paths.DATABASE
    try:
        with closing(sqlite3.connect(database)) as connection:
            query = "SELECT count(*) FROM sqlite_master WHERE type NOT IN ('table', 'index')"
            if connection.execute(query).fetchone()[0]:
                raise damaged()  # triggers and views are never ours: they would act by themselves
        store = Store(database, app.TYPES)
        try:
            sound = not verify(store).problems and contents(store, said.contents.slug) == said.contents
        finally:
            store.close()
    except Exception as problem:  # a journal that somebody made up may fail anywhere
        if isinstance(problem, ViError) and problem.code in ("backup_damaged", "database_too_new"):
            raise
        raise damaged() from problem
    if not sound:
        raise damaged()
