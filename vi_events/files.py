"""Files written whole or not at all, and why one cannot be."""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from vi_events.errors import UserError
from vi_events.sentences import say

Told = Callable[[int, int], None]
"""Told how much of a long work is done, out of how much. What it raises stops the work there."""
_REASONS = {
    errno.ENOENT: say("ce dossier n’existe pas"),
    errno.EEXIST: say("un fichier porte déjà ce nom"),
    errno.ENOTDIR: say("ce n’est pas un dossier"),
    errno.EISDIR: say("c’est un dossier"),
    errno.EACCES: say("vous n’y avez pas droit"),
    errno.EPERM: say("vous n’y avez pas droit"),
    errno.EROFS: "ce disque est en lecture seule",
    errno.ENOSPC: "le disque est plein",
    errno.ENAMETOOLONG: "ce nom est trop long",
    errno.EBADF: say("la sortie est fermée"),
}


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file, or leaves what was there. Raises UserError ``file_unwritable``."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")  # its own: another program may be writing it too
    try:
        fresh.write_bytes(content)
        os.replace(fresh, path)
    except OSError as problem:
        with suppress(OSError):
            fresh.unlink()
        raise UserError(
            "file_unwritable",
            say("« {0} » ne se laisse pas écrire ({1}).", path, why(problem)),
            "Choisissez un autre endroit.",
        ) from problem


def unheard(_done: int, _total: int) -> None:
    """The ``Told`` of work that nobody watches."""


def make_folders(*folders: Path) -> None:
    """Makes folders to write into, those above them too. Raises UserError ``file_unwritable``."""
    try:
        for folder in folders:
            folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise UserError(
            "file_unwritable",
            say(
                "Le dossier «\u202f{0}\u202f» ne se laisse pas écrire ({1}).",
                problem.filename or folders[0],
                why(problem),
            ),
            "Choisissez un autre dossier.",
        ) from problem


def why(problem: OSError) -> str:
    """What stands in the way, in a few words."""
    return _REASONS.get(problem.errno or 0) or problem.strerror or type(problem).__name__
