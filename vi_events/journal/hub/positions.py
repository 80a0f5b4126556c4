"""Which entries are somewhere (in the stream, in a journal), by station and number. Pure.

Entries of a station are numbered from 1 without a gap, so one number says nearly all: the last before the first hole.
"""

from collections.abc import Iterator
from itertools import islice


class Positions:
    """A set of (station, seq), small however many there are, as long as few are missing."""

    def __init__(self, upto: dict[str, int] | None = None) -> None:
        self._upto = dict(upto or {})
        self._beyond: dict[str, set[int]] = {}

    def __iter__(self) -> Iterator[str]:
        """The stations of which there is an entry."""
        return iter(self._upto.keys() | self._beyond.keys())

    def add(self, station: str, seq: int) -> None:
        upto = self._upto.get(station, 0)
        if seq <= upto:
            return
        beyond = self._beyond.get(station)
        if seq > upto + 1:
            self._beyond.setdefault(station, set()).add(seq)
            return
        upto = seq
        while beyond and upto + 1 in beyond:
            upto += 1
            beyond.remove(upto)
        self._upto[station] = upto
        if beyond is not None and not beyond:
            del self._beyond[station]

    def has(self, station: str, seq: int) -> bool:
        return seq <= self._upto.get(station, 0) or seq in self._beyond.get(station, ())

    def upto(self, station: str) -> int:
        """The last before the first hole; 0 when there is none."""
        return self._upto.get(station, 0)

    def last(self, station: str) -> int:
        """The highest, whatever is missing before it."""
        return max(self._beyond.get(station, ()), default=self.upto(station))

    def count(self, station: str) -> int:
        return self.upto(station) + len(self._beyond.get(station, ()))

    def lacking(self, station: str, of: "Positions", limit: int) -> list[int]:
        """What ``of`` has of the station and this has not, in order, at most ``limit``."""
        wanted = range(self.upto(station) + 1, of.last(station) + 1)
        return list(islice((seq for seq in wanted if of.has(station, seq) and not self.has(station, seq)), limit))

    def holes(self, station: str, upto: int, limit: int) -> list[int]:
        """What is missing here up to a number, in order, at most ``limit``."""
        wanted = range(self.upto(station) + 1, upto + 1)
        return list(islice((seq for seq in wanted if not self.has(station, seq)), limit))
