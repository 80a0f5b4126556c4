"""The sticks that are plugged in."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

OVERRIDE = "VI_EVENTS_MIRROR"
PREPARED = "VI-EVENTS"
"""Only a stick with a folder of this name is written to: no stranger's stick gets anything."""

_REMOVABLE_DRIVE = 2
"""GetDriveTypeW: DRIVE_REMOVABLE."""


def removable_folders() -> list[Path]:
    """The roots of the removable media that are mounted; the one folder in ``VI_EVENTS_MIRROR`` instead, when it is
    set.
    """
    if given := os.environ.get(OVERRIDE):
        return [Path(given).expanduser()]
    if sys.platform == "win32":
        return _windows_drives()
    if sys.platform == "darwin":
        return _mounted(Path("/Volumes").glob("*"))
    return _mounted(each for root in ("/media", "/run/media") for each in Path(root).glob("*/*"))


def prepared_folder(roots: Iterable[Path]) -> Path | None:
    """The folder to write in, on the first stick that somebody prepared for it; None also when it does not answer."""
    return next((root / PREPARED for root in roots if os.path.isdir(root / PREPARED)), None)


def _mounted(folders: Iterable[Path]) -> list[Path]:
    """Without the empty folders that a stick pulled out may leave: what is written there fills the system's disk."""
    return sorted(folder for folder in folders if not folder.is_symlink() and os.path.ismount(folder))


def _windows_drives() -> list[Path]:
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined, unused-ignore]
    present = kernel.GetLogicalDrives()
    roots = [f"{chr(ord('A') + bit)}:\\" for bit in range(2, 26) if present >> bit & 1]
    return [Path(root) for root in roots if kernel.GetDriveTypeW(root) == _REMOVABLE_DRIVE]
