"""The file of a mirror: the entries of one station, on a stick that may be lost, pulled out, or written over.

    a line     VI-EVENTS-JOURNAL {"format": 1, "edition": …, "station": …}, ids only: no name stands in the clear
    records    in any order, each: a mark (4 bytes), the length of the box, the CRC-32 of that length and the box
    box        a nonce of 96 bits, then the entry as the hub's wire has it, by AES-256-GCM (NIST SP 800-38D)

The key comes from the edition's ticket key: every station that checks tickets reads it, whoever finds the stick does
not. Each record stands for itself: where bytes are damaged, reading goes on at the next mark.
"""

import errno
import hashlib
import hmac
import json
import os
import secrets
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from vi_events.journal.failing_disk import FailingFile
from vi_events.journal.hub import wire

FORMAT = 1
SUFFIX = ".vij"
_MAGIC = b"VI-EVENTS-JOURNAL "
_LONGEST_HEADER = 1_000
_MARK = b"\xf5vij"
_HEAD = struct.Struct(">4sII")
_NONCE_BYTES = 12
_LONGEST_BOX = wire.MAX_BYTES + 100
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Header:
    """What is read without a key: the edition by its id, the station by its token."""

    format: int
    edition: str
    station: str


class MirrorKey:
    """Locks entries and opens them again."""

    def __init__(self, ticket_key: bytes) -> None:
        self._cipher = AESGCM(hmac.digest(ticket_key, b"vi-events journal mirror 1", hashlib.sha256))

    def lock(self, message: bytes) -> bytes:
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, message, None)

    def open(self, box: bytes) -> bytes | None:
        """The message; None when another edition's key locked it."""
        try:
            return self._cipher.decrypt(box[:_NONCE_BYTES], box[_NONCE_BYTES:], None)
        except (InvalidTag, ValueError):
            return None


def record(box: bytes) -> bytes:
    """The box as it stands in the file."""
    length = len(box).to_bytes(4, "big")
    return _MARK + length + zlib.crc32(length + box).to_bytes(4, "big") + box


def read_header(file: FailingFile) -> Header | None:
    """The header, or None where there is none, or it is damaged."""
    line, newline, _ = file.read(0, _LONGEST_HEADER).partition(b"\n")
    try:
        found = json.loads(line.removeprefix(_MAGIC)) if newline and line.startswith(_MAGIC) else {}
        return Header(int(found["format"]), str(found["edition"]), str(found["station"]))
    except (ValueError, TypeError, KeyError):
        return None


class Records:
    """The boxes of a file, one after the other. ``end`` is where the last intact record met so far ends; ``damaged``
    counts the places where something else stands.
    """

    def __init__(self, file: FailingFile) -> None:
        self._file = file
        self.damaged = 0
        self.end = 0

    def __iter__(self) -> Iterator[bytes]:
        at = self._after_header()
        while at < self._file.size:
            box = self._box(at)
            if box is None:
                self.damaged += 1
                at = self._next_mark(at + 1)
            else:
                at += _HEAD.size + len(box)
                self.end = at
                yield box

    def _after_header(self) -> int:
        start = self._file.read(0, _LONGEST_HEADER)
        self.end = start.find(b"\n") + 1 if start.startswith(_MAGIC) else 0
        return self.end

    def _box(self, at: int) -> bytes | None:
        head = self._file.read(at, _HEAD.size)
        if len(head) < _HEAD.size:
            return None
        mark, length, checksum = _HEAD.unpack(head)
        if mark != _MARK or not _NONCE_BYTES < length <= _LONGEST_BOX:
            return None
        box = self._file.read(at + _HEAD.size, length)
        return box if len(box) == length and zlib.crc32(head[4:8] + box) == checksum else None

    def _next_mark(self, at: int) -> int:
        while at < self._file.size:
            found = self._file.read(at, _CHUNK).find(_MARK)
            if found >= 0:
                return at + found
            at += _CHUNK - len(_MARK) + 1  # a mark may lie across two chunks
        return self._file.size


def create(path: Path, header: Header) -> int:
    """A new file with its header, on the disk; returns its length. Raises OSError, also when there is one already."""
    line = _MAGIC + json.dumps(asdict(header)).encode("ascii") + b"\n"
    with path.open("xb") as file:
        file.write(line)
        file.flush()
        os.fsync(file.fileno())
    with suppress(OSError):  # not every system and file system can: the name is then written a little later
        descriptor = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    return len(line)


def cut(path: Path, end: int) -> None:
    """Cuts off what stands after ``end``: an entry that was being written when the stick was pulled out."""
    with path.open("r+b") as file:
        file.truncate(end)
        os.fsync(file.fileno())


def append(path: Path, end: int, boxes: Sequence[bytes]) -> int:
    """Writes boxes at the end of a file that ends at ``end``; returns the new end once all is on the disk.

    Raises OSError: ESTALE when the file ends elsewhere, for another computer then wrote to it; otherwise what was half
    written is cut off, if possible. The file is not kept open: a stick may be asked back at any moment.
    """
    with path.open("r+b", buffering=0) as file:
        if file.seek(0, os.SEEK_END) != end:
            raise OSError(errno.ESTALE, "changed by another program")
        left = memoryview(b"".join(map(record, boxes)))
        try:
            while left:
                left = left[file.write(left) :]
            os.fsync(file.fileno())
        except OSError:
            with suppress(OSError):
                file.truncate(end)
            raise
        return file.tell()
