"""Files on a disk that may be failing: what can be read is, the rest is said."""

import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType

_SECTOR = 4096


class FailingFile:
    """A file read from any place, never written. What the disk does not give reads as zeros."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        self.size = os.fstat(self._descriptor).st_size
        self._lost: set[int] = set()

    @property
    def lost(self) -> int:
        """How many bytes the disk did not give so far, in whole sectors."""
        return len(self._lost) * _SECTOR

    def read(self, at: int, size: int) -> bytes:
        """``size`` bytes from ``at`` on, fewer at the end of the file."""
        end = min(at + size, self.size)
        with suppress(OSError):
            return self._read(at, end)
        parts = []
        while at < end:
            sector = at // _SECTOR
            until = min((sector + 1) * _SECTOR, end)
            try:
                parts.append(self._read(at, until))
            except OSError:
                self._lost.add(sector)
                parts.append(bytes(until - at))
            at = until
        return b"".join(parts)

    def __enter__(self) -> "FailingFile":
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        os.close(self._descriptor)

    def _read(self, at: int, end: int) -> bytes:
        os.lseek(self._descriptor, at, os.SEEK_SET)
        found = b""
        while at + len(found) < end and (part := os.read(self._descriptor, end - at - len(found))):
            found += part
        return found
