"""What a station knows of the stream and of its own journal: which entries are where, and how far it has read."""

import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import orjson

from vi_events.journal.entry import Entry
from vi_events.journal.hub.positions import Positions
from vi_events.journal.hub.presence import Presence
from vi_events.journal.hub.views import set_aside_remark, stranded_remark
from vi_events.journal.store import Store
from vi_events.sentences import say_of

FILE_NAME = "hub-stream.json"
_PART = 1_000
_RECENT = 1_000


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


@dataclass(slots=True)
class Knowledge:
    """What outlives a link: what the stream and the journal hold, who is there, what could not be used."""

    index: StreamIndex
    journal: Positions
    presence: Presence
    aside: dict[tuple[str, int], str] = field(default_factory=dict)
    """Reasons, by (station, seq)."""
    refused: dict[str, int] = field(default_factory=dict)
    """How many messages were no entry, by reason."""
    stranded: dict[str, int] = field(default_factory=dict)
    """How many entries of a station are here, and neither on the hub nor ever to get there from here."""
    newer: bool = False
    recent: dict[int, Entry] = field(default_factory=dict)
    """The station's own last entries, by number: sent without reading them back."""

    def note_own(self, entry: Entry) -> None:
        self.recent[entry.seq] = entry
        if len(self.recent) > _RECENT:
            del self.recent[next(iter(self.recent))]

    def save(self, folder: Path) -> None:
        """Saves how far the stream was read; not past messages of a later version, which this station can read once it
        is updated.
        """
        if not self.newer:
            save_index(folder, self.index)

    def remarks(self) -> tuple[str, ...]:
        """A sentence for what was set aside, one for messages that are no entries."""
        aside = list(self.aside.values())
        said = [set_aside_remark(len(aside), aside[-1])] if aside else []
        for reason, number in self.refused.items():
            said.append(
                say_of(
                    number,
                    "{0} message de l’hôte refusé\u202f: {1}.",
                    "{0} messages de l’hôte refusés\u202f: {1}.",
                    reason,
                )
            )
        said += [stranded_remark(station, number) for station, number in self.stranded.items()]
        return tuple(said)


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
    for station in store.stations():
        after = held.upto(station)
        while part := store.entries_after(station, after, _PART):
            for entry in part:
                held.add(station, entry.seq)
            after = part[-1].seq
    return held
