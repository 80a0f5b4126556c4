"""Making a backup file, also while the edition is open."""

import io
import os
import tempfile
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from vi_events import __version__, app, paths, private_files
from vi_events.backup.archive import encrypted, is_carried, is_portable, write_archive
from vi_events.backup.copies import FOLDER as COPIES
from vi_events.backup.held import DRAFT, NO_PALMARES, SEALED, Contents, Held, contents
from vi_events.backup.snapshot import snapshot
from vi_events.clock import NowMs, wall_ms
from vi_events.edition import erasure
from vi_events.edition.seal import DRAFT as DRAFT_FILE
from vi_events.edition.seal import MIN_PASSPHRASE, PalmaresFile
from vi_events.errors import UserError
from vi_events.files import why
from vi_events.journal.store import Store
from vi_events.sentences import say

SUFFIX = ".viedition"
EXPORT = ("backup", "viedition")
"""How the journal tells of a backup: what left, in which form."""


def write_backup(folder: Path, out: Path, passphrase: str = "", now_ms: NowMs = wall_ms) -> Held:
    """Writes one file with all of the edition in ``folder``, whole or not at all, for its owner to read only; says
    what it holds. With a passphrase, which a sealed palmarès requires, the whole is encrypted. Raises UserError.
    """
    if out.suffix.lower() != SUFFIX:
        raise UserError(
            "format_unknown",
            say("«\u202f{0}\u202f» ne se termine pas par {1}.", out.name, SUFFIX),
            say("Donnez par exemple «\u202f{0}{1}\u202f».", folder.name, SUFFIX),
        )
    palmares = palmares_state(folder)
    check_passphrase(passphrase, palmares)
    fresh = private_files.beside(out)
    try:
        copies = folder / COPIES
        copies.mkdir(mode=0o700, exist_ok=True)
        # Beside the database, which is as clear and as well kept as this copy of it.
        with tempfile.TemporaryDirectory(prefix="backup.new-", dir=copies) as aside:
            database = Path(aside) / paths.DATABASE
            snapshot(folder / paths.DATABASE, database)
            names = _names(folder)
            left_out = tuple(name for name in names if not is_portable(name))
            held = Held(_contents(database, folder.name), palmares, now_ms(), __version__, left_out=left_out)
            files = {name: folder / name for name in names if name not in left_out} | {paths.DATABASE: database}
            _write(fresh, held, files, passphrase)
        os.replace(fresh, out)
        return replace(held, encrypted=bool(passphrase), size=out.stat().st_size)
    except OSError as problem:
        raise UserError(
            "file_unwritable",
            say("La sauvegarde n’a pas pu s’écrire dans «\u202f{0}\u202f» ({1}).", out, why(problem)),
            "Choisissez un autre endroit, ou faites de la place.",
        ) from problem
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def last_backup_ms(store: Store) -> int | None:
    """When an edition was last backed up, on any station, in milliseconds since 1970; None when it never was."""
    noted = [dict(entry.payload) for entry in store.entries("exported")] + erasure.noted_exports(store.path.parent)
    made = [said["at"] for said in noted if (said.get("what"), said.get("form")) == EXPORT]
    return max((round(datetime.fromisoformat(at).timestamp() * 1000) for at in made), default=None)


def palmares_state(folder: Path) -> str:
    """``sealed``, ``draft`` (in clear) or ``none``."""
    if PalmaresFile(folder).is_sealed:
        return SEALED
    return DRAFT if (folder / DRAFT_FILE).exists() else NO_PALMARES


def check_passphrase(passphrase: str, palmares: str) -> None:
    """Raises UserError when a backup may not be made with it."""
    if not passphrase and palmares == SEALED:
        raise UserError(
            "passphrase_missing",
            "Le palmarès est scellé\u202f: sa sauvegarde doit l’être aussi.",
            "Donnez une phrase de passe pour la sauvegarde\u202f; sans elle, personne ne pourra la reprendre.",
        )
    if passphrase and len(" ".join(passphrase.split())) < MIN_PASSPHRASE:
        raise UserError(
            "passphrase_weak",
            "La phrase de passe est trop facile à deviner.",
            say("Prenez au moins {0} signes\u202f: quatre mots sans rapport entre eux font l’affaire.", MIN_PASSPHRASE),
        )


def _names(folder: Path) -> list[str]:
    """What is carried but the database, by path in the folder."""
    found = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file())
    return [name for name in found if is_carried(name) and name != paths.DATABASE]


def _contents(database: Path, slug: str) -> Contents:
    store = Store(database, app.TYPES, read_only=True)
    try:
        return contents(store, slug)
    finally:
        store.close()


def _write(target: Path, held: Held, files: dict[str, Path], passphrase: str) -> None:
    target.unlink(missing_ok=True)
    descriptor = os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "w+b") as out:
        if passphrase:
            inside = io.BytesIO()
            write_archive(inside, held, files)
            out.write(encrypted(inside.getvalue(), held.contents.slug, passphrase))
        else:
            write_archive(out, held, files)
        out.flush()
        os.fsync(out.fileno())
