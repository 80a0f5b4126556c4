"""The rows in an SQLite file, read page by page (https://www.sqlite.org/fileformat2.html).

SQLite gives up a whole table when one page above its rows is damaged, and the whole file when its first page is. Here
each page of rows stands for itself, so what is not damaged is read. The file and its write-ahead log are only read:
nothing is locked, written or copied.
"""

import struct
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from typing import Any

from vi_events.journal.failing_disk import FailingFile

Row = tuple[Any, ...]

_MAGIC = b"SQLite format 3\0"
_USUAL_PAGE_BYTES = 4096
_FIRST_PAGE_HEADER = 100
_ROWS, _INDEX, _UPPER_INDEX = 0x0D, 0x0A, 0x02
"""Types of pages: the rows of a table, the records of an index, those of an index that stand above others."""
_LONGEST_RECORD = 2 * 1024**2
"""Longer than any entry that stations pass on."""
_WAL_HEADER, _FRAME_HEADER = 32, 24
_WAL_MAGIC = {0x377F0682: "<", 0x377F0683: ">"}
"""In which order the words of its checksums are."""
_BYTES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
"""Of a value, by its serial type (section 2.1 of the format); from 12 on, texts and bytes by their length."""
_FLOAT = 7
_ALWAYS = {0: None, 8: 0, 9: 1}
"""Values that take no room, by their serial type."""


@dataclass(frozen=True, slots=True)
class _Layout:
    page_bytes: int
    usable_bytes: int


@dataclass(frozen=True, slots=True)
class _Record:
    """A row, or what an index has of one, not decoded yet."""

    content: bytes
    start: int
    types: list[int]
    lengths: list[int]

    def values(self) -> Row:
        """Raises ValueError for a text that is none."""
        found: list[Any] = []
        at = self.start
        for kind, length in zip(self.types, self.lengths, strict=True):
            part = self.content[at : at + length]
            at += length
            if kind >= 12:
                found.append(part.decode("utf-8") if kind % 2 else part)
            elif kind == _FLOAT:
                found.append(struct.unpack(">d", part)[0])
            else:
                found.append(int.from_bytes(part, "big", signed=True) if length else _ALWAYS[kind])
        return tuple(found)


class DatabasePages:
    """An SQLite file. ``broken`` counts the rows met that no longer make sense."""

    def __init__(self, file: FailingFile, wal: FailingFile | None = None) -> None:
        self.broken = 0
        self._file = file
        self._wal = wal
        self._layout = _layout(file.read(0, _FIRST_PAGE_HEADER))
        self._newer = _committed(wal, self._layout.page_bytes) if wal is not None else {}
        """Where in the log the newest committed form of a page is."""
        whole = file.size // self._layout.page_bytes
        self._numbers = [range(1, whole + 1), sorted(number for number in self._newer if number > whole)]

    def rows(self, columns: int) -> Iterator[tuple[int, Row]]:
        """Every row of that many columns, of whatever table, with its number."""
        for page, start in self._pages((_ROWS,)):
            for at in _cells(page, start, 8):
                try:
                    size, at = _varint(page, at)
                    rowid, at = _varint(page, at)
                    record = self._record(page, at, size, self._layout.usable_bytes - 35)
                    row = record.values() if len(record.types) == columns else None
                except (ValueError, IndexError):
                    self.broken += 1
                else:
                    if row is not None:
                        yield rowid, row

    def index_records(self, wanted: Callable[[Row], bool]) -> Iterator[Row]:
        """The records of the indexes of which ``wanted`` knows one: what was indexed, then the number of the row. What
        makes no sense is passed over: the rows do without.
        """
        usable = self._layout.usable_bytes
        for page, start in self._pages((_INDEX, _UPPER_INDEX)):
            above = page[start] == _UPPER_INDEX
            for at in _cells(page, start, 12 if above else 8):
                with suppress(ValueError, IndexError):
                    size, at = _varint(page, at + 4 if above else at)
                    record = self._record(page, at, size, (usable - 12) * 64 // 255 - 23).values()
                    if not wanted(record):
                        break  # a page belongs to one index
                    yield record

    def _pages(self, types: tuple[int, ...]) -> Iterator[tuple[bytes, int]]:
        """Pages of these types, and where each begins: the file's own header comes before the first."""
        for number in chain(*self._numbers):
            page = self._page(number)
            start = _FIRST_PAGE_HEADER if number == 1 else 0
            if len(page) > start and page[start] in types:
                yield page, start

    def _page(self, number: int) -> bytes:
        size = self._layout.page_bytes
        if self._wal is not None and number in self._newer:
            return self._wal.read(self._newer[number], size)
        return self._file.read((number - 1) * size, size)

    def _record(self, page: bytes, at: int, size: int, most: int) -> "_Record":
        """The record that begins at ``at``; ``most`` bytes of one fit in a page. ValueError, IndexError: it is none."""
        record = self._whole(page, at, size, most)
        header_bytes, at = _varint(record, 0)
        types = []
        while at < header_bytes:
            kind, at = (record[at], at + 1) if record[at] < 0x80 else _varint(record, at)
            types.append(kind)
        lengths = [(kind - 12) // 2 if kind >= 12 else _BYTES[kind] for kind in types]
        if at != header_bytes or header_bytes + sum(lengths) != size:
            raise ValueError(header_bytes)
        return _Record(record, at, types, lengths)

    def _whole(self, page: bytes, at: int, size: int, most: int) -> bytes:
        """A record that may go on in pages of its own (section 1.6 of the format)."""
        if not 0 < size <= _LONGEST_RECORD:
            raise ValueError(size)
        usable, here = self._layout.usable_bytes, size
        if size > most:
            least = (usable - 12) * 32 // 255 - 23
            surplus = least + (size - least) % (usable - 4)
            here = surplus if surplus <= most else least
        record = bytearray(page[at : at + here])
        following = int.from_bytes(page[at + here : at + here + 4], "big") if here < size else 0
        while len(record) < size:
            more = self._page(following) if following else b""
            if not more:
                raise ValueError(following)
            following = int.from_bytes(more[:4], "big")
            record += more[4 : 4 + min(usable - 4, size - len(record))]
        return bytes(record)


def _cells(page: bytes, start: int, header_bytes: int) -> list[int]:
    """Where the records of a page begin."""
    first = start + header_bytes
    count = min(int.from_bytes(page[start + 3 : start + 5], "big"), (len(page) - first) // 2)
    return list(dict.fromkeys(struct.unpack_from(f">{count}H", page, first)))


def _layout(header: bytes) -> _Layout:
    """Of the first page, or what every edition is made with where that page is damaged."""
    found = int.from_bytes(header[16:18], "big")
    size = 65536 if found == 1 else found
    if not header.startswith(_MAGIC) or not 512 <= size <= 65536 or size.bit_count() != 1:
        return _Layout(_USUAL_PAGE_BYTES, _USUAL_PAGE_BYTES)
    return _Layout(size, size - header[20])


def _committed(wal: FailingFile, page_bytes: int) -> dict[int, int]:
    """Where in a write-ahead log each page is as of the last whole transaction (section 4 of the format)."""
    header = wal.read(0, _WAL_HEADER)
    order = _WAL_MAGIC.get(int.from_bytes(header[:4], "big"))
    if len(header) < _WAL_HEADER or order is None or int.from_bytes(header[8:12], "big") != page_bytes:
        return {}
    sums = _checksum(header[:24], order, (0, 0))
    if sums != struct.unpack(">2I", header[24:]):
        return {}
    pages: dict[int, int] = {}
    since: dict[int, int] = {}
    for at in range(_WAL_HEADER, wal.size - page_bytes - _FRAME_HEADER + 1, _FRAME_HEADER + page_bytes):
        frame = wal.read(at, _FRAME_HEADER + page_bytes)
        number, last_of_transaction = struct.unpack_from(">2I", frame)
        sums = _checksum(frame[_FRAME_HEADER:], order, _checksum(frame[:8], order, sums))
        if frame[8:16] != header[16:24] or sums != struct.unpack_from(">2I", frame, 16):
            break  # of an earlier round of the log, or torn
        since[number] = at + _FRAME_HEADER
        if last_of_transaction:
            pages |= since
            since = {}
    return pages


def _checksum(data: bytes, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    first, second = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & 0xFFFFFFFF
        second = (second + odd + first) & 0xFFFFFFFF
    return first, second


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of 1 to 9 bytes, and where it ends."""
    value = 0
    for byte in data[at : at + 8]:
        at += 1
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at
    return value << 8 | data[at], at + 1
