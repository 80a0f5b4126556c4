"""What one stick holds of the journal: a file for each station, read once when it is plugged in, then only added to."""

import errno
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from vi_events.journal import mirror_file
from vi_events.journal.entry import Entry
from vi_events.journal.failing_disk import FailingFile
from vi_events.journal.hub import wire
from vi_events.journal.hub.positions import Positions
from vi_events.journal.hub.subjects import station_token
from vi_events.journal.mirror_file import FORMAT, SUFFIX, Header, MirrorKey, Records

BREATH_S = 0.003
"""Now and then, so that reading or copying a whole journal leaves the other threads their turn."""
_BREATH_EVERY = 200
_MOST_FILES = 100

ReadEntries = Callable[[str, int, int], list[Entry]]
"""Entries of a station in this journal, from a number on, at most so many."""


class NewerStickError(OSError):
    """Files of a later version of the program."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What is being copied: the edition by its id, what this journal has, and how to read it."""

    edition: str
    journal: Positions
    read: ReadEntries


@dataclass(slots=True)
class _File:
    path: Path
    end: int
    held: Positions
    """On the stick, or waiting to be."""
    waiting: list[bytes] = field(default_factory=list)


class Stick:
    """The files in ``folder``. Whatever the stick refuses is an OSError; after one that is not told of a full stick,
    it has to be looked at anew.
    """

    def __init__(self, folder: Path, key: MirrorKey, copied: Copied) -> None:
        self.folder = folder
        self.refused = 0
        """Entries that no file can hold: the largest."""
        self._key = key
        self._copied = copied
        self._files: dict[str, _File] = {}
        folder.mkdir(exist_ok=True)
        self._identity = self._look()

    def is_there(self) -> bool:
        """Whether this very stick is still plugged in."""
        try:
            return self._look() == self._identity
        except OSError:
            return False

    def lacking(self, station: str, most: int) -> list[int]:
        """The numbers of the station's entries that the journal has and the stick has not, in order."""
        return self._file(station).held.lacking(station, self._copied.journal, most)

    def add(self, entries: Sequence[Entry]) -> None:
        """Entries of one station to write."""
        for entry in entries:
            file = self._file(entry.station)
            file.held.add(entry.station, entry.seq)
            message = wire.encode(entry)
            if isinstance(message, bytes):
                file.waiting.append(self._key.lock(message))
            else:
                self.refused += 1

    @property
    def waiting(self) -> int:
        """How many bytes were added and not written."""
        return sum(len(box) for file in self._files.values() for box in file.waiting)

    def write(self) -> None:
        """Once it returns, everything added is on the stick."""
        for file in self._files.values():
            if file.waiting:
                file.end = mirror_file.append(file.path, file.end, file.waiting)
                file.waiting = []

    def _look(self) -> tuple[int, int]:
        found = self.folder.stat()
        return found.st_dev, found.st_ino

    def _file(self, station: str) -> _File:
        if station not in self._files:
            self._files[station] = self._open(station)
        return self._files[station]

    def _open(self, station: str) -> _File:
        """The first file that this journal's entries of the station, and only they, may go on in."""
        header = Header(FORMAT, self._copied.edition, station_token(station))
        for number in range(1, _MOST_FILES):
            path = self.folder / (header.station + (f"-{number}" if number > 1 else "") + SUFFIX)
            if not path.exists():
                return _File(path, mirror_file.create(path, header), Positions())
            if found := self._known(path, station, header):
                return found
        raise OSError(errno.EEXIST, "too many files")

    def _known(self, path: Path, station: str, header: Header) -> _File | None:
        """A file that is there already, its torn end cut off; None when its content is another's."""
        held, ids = Positions(), dict[int, str]()
        with FailingFile(path) as file:
            found = mirror_file.read_header(file)
            if found is not None and found.format > FORMAT:
                raise NewerStickError
            records = Records(file)
            for number, box in enumerate(records):
                entry = self._entry(box)
                if entry is None or entry.station != station:
                    return None
                held.add(station, entry.seq)
                ids[entry.seq] = entry.id
                if number % _BREATH_EVERY == 0:
                    time.sleep(BREATH_S)
            if file.lost:
                raise OSError(errno.EIO, "unreadable")
        if not (ids or found == header) or self._forked(station, ids):
            return None
        if records.end < file.size:
            mirror_file.cut(path, records.end)
        return _File(path, records.end, held)

    def _entry(self, box: bytes) -> Entry | None:
        message = self._key.open(box)
        entry = wire.decode(message) if message is not None else None
        return entry if isinstance(entry, Entry) else None

    def _forked(self, station: str, ids: dict[int, str]) -> bool:
        """Whether two computers worked under this name before they met: they gave one number to two entries, and each
        keeps a file of its own. What they had in common comes first: the last number that both have decides.
        """
        common = max((seq for seq in ids if self._copied.journal.has(station, seq)), default=0)
        return bool(common) and self._copied.read(station, common, 1)[0].id != ids[common]
