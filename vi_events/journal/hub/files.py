"""Files of the hub that only their owner reads."""

import os
from pathlib import Path


def private_folder(folder: Path) -> Path:
    """The folder, made if need be, closed to others."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    return folder


def write_private(path: Path, content: bytes) -> None:
    """Writes the file whole or not at all, with mode 0600 (on Windows, the rights of its folder)."""
    fresh = path.with_name(path.name + ".new")
    # A leftover or a link would keep its own mode and place: the file must be new.
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, path)
