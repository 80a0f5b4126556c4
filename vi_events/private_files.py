"""Files only their owner reads (mode 0600; on Windows the folder's rights): written whole or not at all, and wiped."""

import os
from contextlib import suppress
from pathlib import Path

_BINARY: int = getattr(os, "O_BINARY", 0)


def private_folder(folder: Path) -> Path:
    """The folder, made if need be, closed to others."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    return folder


def beside(path: Path) -> Path:
    """Where a file is written before it takes its place; a power cut may leave it there."""
    return path.with_name(path.name + ".new")


def write_whole(path: Path, content: bytes) -> None:
    """Once it returns the file is on the disk; if it raises OSError, the file is what it was before, or this one."""
    fresh = beside(path)
    # A leftover or a link would keep its own mode and place: the file must be new.
    fresh.unlink(missing_ok=True)
    try:
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, path)
    except BaseException:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def wipe(path: Path) -> None:
    """Overwrites a file, then removes it. Raises OSError. A solid-state disk or a journaling file system may keep
    the old blocks a while: only an encrypted disk answers for those.
    """
    with suppress(FileNotFoundError):
        with path.open("r+b") as file:
            file.write(bytes(path.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
        _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Makes the change of name itself last (fsync(2)); Windows has no such call and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
