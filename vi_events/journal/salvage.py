"""Entries taken from what is left of a station: its folder, its database, damaged or not, or its mirror on a stick.

First everything is read and compared with the journal here (``survey``), then what is new is applied by the same path
as what other stations send (``bring_in``). What the source holds is never changed.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

import orjson
from sqlmodel import Session, col, func, select

from vi_events import paths
from vi_events.clock import hlc_ms, uuid7_ms
from vi_events.errors import UserError
from vi_events.journal import mirror_file
from vi_events.journal.core import Core
from vi_events.journal.database import session
from vi_events.journal.database_pages import DatabasePages, Row
from vi_events.journal.entry import Entry
from vi_events.journal.failing_disk import FailingFile
from vi_events.journal.fold import Order
from vi_events.journal.founding import FOUNDING
from vi_events.journal.hub import applying, wire
from vi_events.journal.hub.applying import SetAside
from vi_events.journal.mirror_file import MirrorKey, Records
from vi_events.journal.removable import PREPARED
from vi_events.journal.rows import ENTRY_COLUMNS
from vi_events.journal.store import Store
from vi_events.journal.tables import EntryRow
from vi_events.sentences import say

DATABASE, MIRROR = "database", "mirror"
_BACKUP_SUFFIX = ".viedition"
_SLICE = 250
"""Entries of one transaction: a scan waits at most for one."""


class Source(Protocol):
    """Where entries are read from. ``damaged`` counts what was met that is no entry any more, ``lost_bytes`` what the
    disk did not give; both are whole once all messages were read. ``proven``: only this edition could have written it.
    """

    kind: str
    proven: bool
    damaged: int
    lost_bytes: int

    def messages(self) -> Iterator[bytes]:
        """Its entries, as the hub's wire has them."""


class DatabaseSource:
    """The database of a station, with the log that its last moments may still be in."""

    kind = DATABASE
    proven = False

    def __init__(self, path: Path) -> None:
        self._path = path
        self.damaged = 0
        self.lost_bytes = 0

    def messages(self) -> Iterator[bytes]:
        with ExitStack() as stack:
            file = stack.enter_context(FailingFile(self._path))
            log = self._path.with_name(self._path.name + "-wal")
            wal = stack.enter_context(FailingFile(log)) if log.exists() else None
            pages = DatabasePages(file, wal)
            places, ids = _indexed(pages)
            for number, row in pages.rows(len(ENTRY_COLUMNS)):
                entry = dict(zip(ENTRY_COLUMNS, row, strict=True))
                place = entry["station"], entry["seq"]
                altered = places.get(number, place) != place or ids.get(number, entry["id"]) != entry["id"]
                message = None if altered else _message(entry)
                if message is None:
                    self.damaged += 1
                else:
                    yield message
            self.damaged += pages.broken
            self.lost_bytes = file.lost + (wal.lost if wal is not None else 0)


class MirrorSource:
    """The files of a mirror. Those of other editions are left out: what opens with the key is this edition's."""

    kind = MIRROR
    proven = True

    def __init__(self, files: Sequence[Path], key: MirrorKey) -> None:
        self._files = files
        self._key = key
        self.damaged = 0
        self.lost_bytes = 0

    def messages(self) -> Iterator[bytes]:
        for path in self._files:
            with FailingFile(path) as file:
                records = Records(file)
                for box in records:
                    message = self._key.open(box)
                    if message is not None:
                        yield message
                self.damaged += records.damaged
                self.lost_bytes += file.lost


def open_source(path: Path, ticket_key: bytes, edition: str) -> Source:
    """What ``path`` holds of the edition (by its id; empty for any). Raises UserError when that is nothing."""
    files = _mirror_files(path)
    if files:
        return _mirror(path, files, ticket_key, edition)
    database = path / paths.DATABASE if path.is_dir() else path
    if path.suffix.lower() == _BACKUP_SUFFIX:
        raise UserError(
            "source_is_backup",
            say("«\u202f{0}\u202f» est une sauvegarde.", path.name),
            "Reprenez-la par «\u202frestore\u202f».",
        )
    if not database.is_file():
        raise UserError(
            "source_unknown",
            say("Il n’y a rien à reprendre dans «\u202f{0}\u202f».", path),
            "Donnez le dossier d’une édition, sa base (edition.db), ou la clé USB avec son dossier VI-EVENTS.",
        )
    return DatabaseSource(database)


def _mirror_files(path: Path) -> list[Path]:
    """The mirror's files under a stick's root, its « VI-EVENTS » folder, or an edition's folder in it."""
    if path.is_file():
        return [path] if path.suffix == mirror_file.SUFFIX else []
    if (path / paths.DATABASE).exists():
        return []
    name = "*" + mirror_file.SUFFIX
    return sorted({*path.glob(name), *path.glob(f"*/{name}"), *path.glob(f"{PREPARED}/*/{name}")})


def _mirror(path: Path, files: Sequence[Path], ticket_key: bytes, edition: str) -> MirrorSource:
    if not ticket_key:
        raise UserError(
            "mirror_key_missing",
            "La copie d’une clé USB est chiffrée, et la clé de l’édition n’est pas sur ce poste.",
            "Reprenez-la sur un poste qui contrôle les billets de cette édition.",
        )
    headers = {}
    for each in files:
        with FailingFile(each) as file:
            headers[each] = mirror_file.read_header(file)
    if any(header is not None and header.format > mirror_file.FORMAT for header in headers.values()):
        raise UserError(
            "mirror_newer",
            say("La copie dans «\u202f{0}\u202f» vient d’une version plus récente de VI Events.", path),
            "Mettez ce poste à jour, puis recommencez.",
        )
    # A header that is damaged says nothing: the key will.
    ours = [each for each, header in headers.items() if header is None or header.edition == edition]
    if not ours:
        raise other_edition(path)
    return MirrorSource(ours, MirrorKey(ticket_key))


def other_edition(path: Path) -> UserError:
    return UserError(
        "edition_other",
        say("«\u202f{0}\u202f» est d’une autre édition.", path),
        "Choisissez la bonne avec --edition\u202f; rien n’a été repris.",
    )


def _indexed(pages: DatabasePages) -> tuple[dict[int, tuple[str, int]], dict[int, str]]:
    """(station, seq) and id of the entries by the number of their row, from the indexes: SQLite has no checksums, and
    an entry that took another's name would keep the true one out for ever.
    """
    places: dict[int, tuple[str, int]] = {}
    ids: dict[int, str] = {}
    for *what, number in pages.index_records(_indexes_entries):
        if len(what) == 2:
            places[number] = what[0], what[1]
        else:
            ids[number] = what[0]
    return places, ids


def _indexes_entries(record: Row) -> bool:
    if len(record) == 3:
        return isinstance(record[0], str) and isinstance(record[1], int)
    return len(record) == 2 and isinstance(record[0], str) and len(record[0]) == 32 and ":" not in record[0]


def _message(entry: dict[str, Any]) -> bytes | None:
    """The row of an entry as a message; None when it cannot be one."""
    try:
        if uuid7_ms(entry["id"]) != hlc_ms(entry["hlc"]):
            return None  # both are made of one moment
        for name in ("payload", "personal"):
            if entry[name] is not None:
                entry[name] = orjson.Fragment(entry[name])
        return orjson.dumps({"v": wire.VERSION, **entry})
    except (TypeError, ValueError):
        return None


@dataclass(slots=True)
class StationFound:
    """A station's entries in the source, how many of them are new here, and the time of the last."""

    read: int = 0
    new: int = 0
    last_ms: int = 0


@dataclass(slots=True)
class Survey:
    """What a source holds, compared with a journal."""

    read: int = 0
    known: int = 0
    damaged: int = 0
    """Entries that cannot be read any more, as far as something is left of them."""
    lost_bytes: int = 0
    stations: dict[str, StationFound] = field(default_factory=dict)
    set_aside: list[SetAside] = field(default_factory=list)
    editions: set[str] = field(default_factory=set)
    """The ids of the editions that it says it is of."""
    fresh: list[tuple[Order, bytes]] = field(default_factory=list, repr=False)
    """What is new here, as messages."""

    def is_of(self, edition: str) -> bool:
        """Whether it is of this edition: it says so, or where that page is lost, it shares entries with the journal."""
        return edition in self.editions or (not self.editions and self.known > 0)


def survey(store: Store, source: Source) -> Survey:
    """Reads the whole source; changes nothing. Of two entries with one number the first met counts."""
    found = Survey()
    met: dict[tuple[str, int], str] = {}
    messages = source.messages()
    with session(store.path) as journal:
        while part := list(islice(messages, _SLICE)):
            _compare(journal, part, found, met)
    found.damaged += source.damaged
    found.lost_bytes = source.lost_bytes
    found.fresh.sort(key=lambda pair: pair[0])
    return found


def _compare(journal: Session, part: list[bytes], found: Survey, met: dict[tuple[str, int], str]) -> None:
    entries: dict[str, tuple[Entry, bytes]] = {}
    for message in part:
        entry = wire.decode(message)
        if isinstance(entry, wire.Refused):
            found.damaged += 1
        elif met.setdefault((entry.station, entry.seq), entry.id) != entry.id:
            found.set_aside.append(_two_machines(entry))
        else:
            entries[entry.id] = entry, message
    here, taken = _here(journal, [entry for entry, _ in entries.values()])
    for entry, message in entries.values():
        station = found.stations.setdefault(entry.station, StationFound())
        station.read += 1
        station.last_ms = max(station.last_ms, hlc_ms(entry.hlc))
        found.read += 1
        if entry.kind == FOUNDING:
            found.editions.add(entry.id)
        if entry.id in here:
            found.known += 1
        elif (entry.station, entry.seq) in taken:
            found.set_aside.append(_two_machines(entry))
        else:
            station.new += 1
            found.fresh.append((entry.order, message))


def _here(journal: Session, entries: Sequence[Entry]) -> tuple[set[str], set[tuple[str, int]]]:
    """Which of these ids, and of these numbers of stations, the journal has."""
    ids = set(journal.exec(select(EntryRow.id).where(col(EntryRow.id).in_([entry.id for entry in entries]))))
    taken: set[tuple[str, int]] = set()
    for station in {entry.station for entry in entries}:
        seqs = [entry.seq for entry in entries if entry.station == station]
        query = select(EntryRow.seq).where(EntryRow.station == station, col(EntryRow.seq).in_(seqs))
        taken.update((station, seq) for seq in journal.exec(query))
    return ids, taken


def _two_machines(entry: Entry) -> SetAside:
    """Said before it is tried: a whole day under one name would else be tried entry by entry."""
    reason = f"le poste «\u202f{entry.station}\u202f» a une autre entrée n° {entry.seq}, deux machines ont porté ce nom"
    return SetAside(entry.station, entry.seq, reason)


def bring_in(core: Core, found: Survey) -> tuple[SetAside, ...]:
    """Applies what is new, a slice at a time, each whole or not at all; returns what the journal could not hold. Cut
    short, it may simply be done again.
    """

    def steps(store: Store) -> Iterator[tuple[SetAside, ...]]:
        aside: tuple[SetAside, ...] = ()
        yield aside
        for start in range(0, len(found.fresh), _SLICE):
            decoded = [wire.decode(message) for _, message in found.fresh[start : start + _SLICE]]
            aside += applying.take_in(core, store, [entry for entry in decoded if isinstance(entry, Entry)])
            yield aside

    return core.submit_slices(steps).result()


def missing(store: Store, stations: Iterable[str]) -> dict[str, int]:
    """For each station how many of its entries, before the last that is here, are not here."""
    query = select(EntryRow.station, func.max(EntryRow.seq) - func.count()).group_by(EntryRow.station)
    with session(store.path) as journal:
        known = dict(journal.exec(query).all())
    return {station: known.get(station, 0) for station in stations}
