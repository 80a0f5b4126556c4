"""What a station knows of the stream and of its own journal: which entries are where, and how far it has read."""

import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import orjson

from vi_events.journal.hub.positions import Positions
from vi_events.journal.store import Store

FILE_NAME = "hub-stream.json"
_PART = 1_000


@dataclass(slots=True)
class StreamIndex:
    """What the stream held when it was last read: never what this station believes to have sent. ``last_id`` is the id
    of the message at ``last_seq``, by which a stream restored from an older copy is told from this one.
    """

    incarnation: str = ""
    last_seq: int = 0
    last_id: str = ""
    entries: Positions = field(default_factory=Positions)

    def forget(self, incarnation: str) -> None:
        """It is another stream: everything has to be read again."""
        self.incarnation, self.last_seq, self.last_id, self.entries = incarnation, 0, "", Positions()


def load_index(folder: Path, journal: Positions) -> StreamIndex:
    """The index saved at the end of the last run; an empty one when it does not go with this journal."""
    try:
        found = orjson.loads((folder / FILE_NAME).read_bytes())
        entries = Positions({str(station): int(seq) for station, seq in found["entries"].items()})
        index = StreamIndex(str(found["incarnation"]), int(found["last_seq"]), str(found["last_id"]), entries)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return StreamIndex()
    # The journal was replaced by an older copy, or lacks what it could not hold: both are read anew.
    lost = any(journal.lacking(station, index.entries, 1) for station in index.entries)
    return StreamIndex() if lost else index


def save_index(folder: Path, index: StreamIndex) -> None:
    """Saves what is known without a hole; with holes there is more to read next time, nothing is lost."""
    if any(index.entries.last(station) > index.entries.upto(station) for station in index.entries):
        return
    said = {
        "incarnation": index.incarnation,
        "last_seq": index.last_seq,
        "last_id": index.last_id,
        "entries": {station: index.entries.upto(station) for station in index.entries},
    }
    with suppress(OSError):  # only saves time at the next start
        fresh = folder / (FILE_NAME + ".new")
        fresh.write_bytes(orjson.dumps(said))
        os.replace(fresh, folder / FILE_NAME)


def journal_positions(store: Store) -> Positions:
    """Which entries the journal holds."""
    held = Positions(store.positions())
    with store.reading() as connection:
        stations = list(connection.exec_driver_sql("SELECT DISTINCT station FROM entry").scalars())
    for station in stations:
        after = held.upto(station)
        while part := store.entries_after(station, after, _PART):
            for entry in part:
                held.add(station, entry.seq)
            after = part[-1].seq
    return held
