"""Entries taken from what is left of a station: all that can be read, nothing that is not true, and only once."""

import os
import random
import shutil
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.unit.sticks import KEY, Stick, edition_of, expected, journal, mirrored, record, station
from vi_events.clock import hlc_ms
from vi_events.errors import UserError
from vi_events.journal import salvage
from vi_events.journal.core import Core
from vi_events.journal.database_pages import DatabasePages
from vi_events.journal.entry import Fact
from vi_events.journal.failing_disk import FailingFile
from vi_events.journal.rows import ENTRY_COLUMNS
from vi_events.journal.salvage import DatabaseSource, Source, Survey, bring_in, open_source, survey
from vi_events.journal.store import Store
from vi_events.journal.verify import verify

PAGE = 4096


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Core]:
    with closing(station(tmp_path / "here")) as made:
        yield made


@pytest.fixture
def dead(here: Core, tmp_path: Path) -> Path:
    """The folder of a station that had all of the edition and recorded 400 entries of its own before it died."""
    core = station(tmp_path / "dead", here)
    for start in range(0, 400, 40):
        record(core, *(expected(number) for number in range(start, start + 40)), author="Accueil 2")
    core.close()
    assert not (tmp_path / "dead" / "edition.db-wal").exists()
    return tmp_path / "dead"


def looked_at(core: Core, source: Source) -> Survey:
    return core.call(lambda store: survey(store, source))


def brought_in(core: Core, path: Path) -> Survey:
    found = looked_at(core, open_source(path, KEY, edition_of(core)))
    assert bring_in(core, found) == ()
    return found


def sound(core: Core) -> bool:
    return core.call(lambda store: verify(store).problems) == ()


def by_sqlite(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.execute("SELECT * FROM entry").fetchall())


def by_pages(path: Path) -> list[tuple[object, ...]]:
    log = path.with_name(path.name + "-wal")
    with FailingFile(path) as file:
        if not log.exists():
            return sorted(row for _, row in DatabasePages(file).rows(len(ENTRY_COLUMNS)))
        with FailingFile(log) as wal:
            return sorted(row for _, row in DatabasePages(file, wal).rows(len(ENTRY_COLUMNS)))


# Reading a database by its pages


@pytest.mark.parametrize("size", [0, 3000, 4040, 4061, 4062, 5000, 8100, 8153, 50_000, 400_000])
def test_pages_are_read_as_sqlite_reads_them(here: Core, tmp_path: Path, size: int) -> None:
    for step in range(-40, 41):
        record(here, Fact("unheard_of", "attendee:1", {"é": "œ" * step}, {"picture": "x" * max(size + step, 0)}))
    copied = tmp_path / "copy.db"
    core_file = tmp_path / "here" / "edition.db"
    shutil.copyfile(core_file, copied)
    shutil.copyfile(f"{core_file}-wal", f"{copied}-wal")
    assert len(by_pages(copied)) == 82
    assert by_pages(copied) == by_sqlite(copied)


def test_the_log_counts_as_far_as_sqlite_believes_it(here: Core, tmp_path: Path) -> None:
    """Cut anywhere, or with a byte turned over: only whole transactions count, those before the damage."""
    for number in range(30):
        record(here, expected(number))
    source = tmp_path / "here" / "edition.db"
    log = Path(f"{source}-wal").read_bytes()
    chance = random.Random(2027)
    found = set()
    for turn in range(40):
        at = chance.randrange(len(log))
        damaged = log[:at] if turn % 2 else log[:at] + bytes([log[at] ^ 1]) + log[at + 1 :]
        copied = tmp_path / f"copy-{turn}.db"
        shutil.copyfile(source, copied)
        Path(f"{copied}-wal").write_bytes(damaged)
        try:
            read = by_pages(copied)
            assert read == by_sqlite(copied)
            found.add(len(read))
        except sqlite3.OperationalError:  # without its log, not even the tables are there
            assert read == []
    assert len(found) > 5


def test_nothing_is_changed_where_it_is_read(here: Core, dead: Path) -> None:
    os.chmod(dead / "edition.db", 0o400)
    before = [(path, path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(dead.iterdir())]
    brought_in(here, dead)
    assert [(path, path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(dead.iterdir())] == before


# Damage


def entries_by_page(database: Path) -> dict[int, int]:
    """How many entries each page of the database holds: what its loss costs at most."""
    whole = len(by_pages(database))
    content = database.read_bytes()
    lost = {}
    for number in range(len(content) // PAGE):
        database.write_bytes(content[: number * PAGE] + bytes(PAGE) + content[(number + 1) * PAGE :])
        lost[number + 1] = whole - len(by_pages(database))
    database.write_bytes(content)
    return lost


def test_a_lost_page_costs_the_entries_on_it_and_no_other(dead: Path) -> None:
    lost = entries_by_page(dead / "edition.db")
    assert lost[1] == 0, "the header of the file"
    assert sum(lost.values()) == 401
    assert max(lost.values()) < 30


def test_a_database_that_sqlite_gives_up_is_still_read(here: Core, dead: Path) -> None:
    database = dead / "edition.db"
    content = bytearray(database.read_bytes())
    content[: 2 * PAGE] = os.urandom(2 * PAGE)  # the header, and the page above all entries
    database.write_bytes(content)
    with closing(sqlite3.connect(database)) as connection, pytest.raises(sqlite3.DatabaseError):
        connection.execute("SELECT * FROM entry").fetchall()
    assert len(brought_in(here, dead).fresh) == 400
    assert sound(here)


def test_turned_over_bytes_never_make_another_entry(here: Core, dead: Path) -> None:
    """What cannot be trusted is left out and counted; what is read has its own name, place and time."""
    with closing(sqlite3.connect(dead / "edition.db")) as connection:
        rows = connection.execute("SELECT station, seq, hlc FROM entry")
        true = {(station, seq, hlc_ms(hlc)) for station, seq, hlc in rows}
    content = (dead / "edition.db").read_bytes()
    chance = random.Random(2027)
    read, damaged = [], 0
    for _ in range(25):
        spoiled = bytearray(content)
        for _ in range(40):
            spoiled[chance.randrange(PAGE, len(spoiled))] ^= 1 << chance.randrange(8)
        (dead / "edition.db").write_bytes(spoiled)
        found = looked_at(here, DatabaseSource(dead / "edition.db"))
        read.append(found.read)
        damaged += found.damaged
        assert {(station, seq, hlc_ms(hlc)) for (hlc, station, seq), _ in found.fresh} <= true
    assert min(read) > 300
    assert damaged > 25


def test_a_disk_that_fails_gives_what_it_can(here: Core, dead: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = FailingFile._read

    def failing(self: FailingFile, at: int, end: int) -> bytes:
        if at <= 10 * PAGE < end:
            raise OSError(5, "Input/output error")
        return real(self, at, end)

    monkeypatch.setattr(FailingFile, "_read", failing)
    found = looked_at(here, DatabaseSource(dead / "edition.db"))
    assert found.lost_bytes == PAGE
    assert 370 < found.read < 401


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"SQLite format 3\0",
        b"SQLite format 3\0" + b"\xff" * 9000,
        b"\x0d" * 50_000,
        b"\x0d\x00\x00\xff\xff" + b"\x00\x08" * 30_000,
        b"\x0a\x00\x00\xff\xff" + b"\x00\x08" * 30_000,
        random.Random(1).randbytes(200_000),
        b"\x0d" + random.Random(2).randbytes(4095) * 40,
    ],
)
def test_a_hostile_file_holds_nothing(here: Core, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "hostile.db"
    path.write_bytes(content)
    Path(f"{path}-wal").write_bytes(struct.pack(">8I", 0x377F0682, 3007000, 4096, 0, 1, 2, 3, 4) + content)
    found = looked_at(here, DatabaseSource(path))
    assert (found.read, found.fresh, found.set_aside) == (0, [], [])


# What comes in


def test_what_the_dead_station_recorded_is_here_then(here: Core, dead: Path) -> None:
    found = brought_in(here, dead)
    assert (found.read, found.known, len(found.fresh)) == (401, 1, 400)
    assert found.stations["Accueil 2"].last_ms == hlc_ms(journal(here)[-1].hlc)
    assert here.call(lambda store: len(store.states_of_type("attendee"))) == 400
    assert sound(here)


def test_done_again_it_changes_nothing(here: Core, dead: Path) -> None:
    brought_in(here, dead)
    before = journal(here)
    again = brought_in(here, dead)
    assert (again.known, again.fresh) == (401, [])
    assert journal(here) == before


def test_looking_changes_nothing(here: Core, dead: Path) -> None:
    assert len(looked_at(here, DatabaseSource(dead / "edition.db")).fresh) == 400
    assert len(journal(here)) == 1


def test_cut_short_it_may_be_done_again(here: Core, dead: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = looked_at(here, DatabaseSource(dead / "edition.db"))
    found.fresh[300:] = [(found.fresh[300][0], b"?")]  # the crash
    monkeypatch.setattr(salvage, "_SLICE", 100)
    bring_in(here, found)
    assert len(journal(here)) == 301
    brought_in(here, dead)
    assert len(journal(here)) == 401
    assert sound(here)


def test_listeners_hear_of_what_comes_in(here: Core, dead: Path) -> None:
    heard: list[str] = []
    here.subscribe(lambda change: heard.extend(change.subjects))
    brought_in(here, dead)
    assert len(heard) == 400


def test_two_machines_of_one_name_are_told_apart(here: Core, dead: Path) -> None:
    record(here, expected(900), expected(901), author="Accueil 2")
    found = looked_at(here, DatabaseSource(dead / "edition.db"))
    assert [(one.station, one.seq) for one in found.set_aside] == [("Accueil 2", 1), ("Accueil 2", 2)]
    assert "deux machines ont porté ce nom" in found.set_aside[0].reason
    assert len(found.fresh) == 398
    bring_in(here, found)
    assert {entry.subject for entry in journal(here)} >= {"attendee:000900", "attendee:000901", "attendee:000399"}


def test_holes_are_counted_by_station(here: Core, dead: Path) -> None:
    with closing(sqlite3.connect(dead / "edition.db")) as connection:
        connection.execute("DELETE FROM entry WHERE station = 'Accueil 2' AND seq IN (5, 6, 200)")
        connection.commit()
    brought_in(here, dead)
    missing = here.call(lambda store: salvage.missing(store, ["Accueil 2", "poste-1"]))
    assert missing == {"Accueil 2": 3, "poste-1": 0}


# Whose it is


def test_another_edition_is_not_taken_for_this_one(here: Core, tmp_path: Path) -> None:
    with closing(station(tmp_path / "other")) as other:
        record(other, expected(1))
    found = looked_at(here, DatabaseSource(tmp_path / "other" / "edition.db"))
    assert not found.is_of(edition_of(here))


def test_where_the_founding_entry_is_lost_shared_entries_say_whose_it_is(here: Core, dead: Path) -> None:
    record(here, expected(1))
    known = journal(here)
    with closing(sqlite3.connect(dead / "edition.db")) as connection:
        connection.execute("DELETE FROM entry WHERE kind = 'edition_created'")
        connection.commit()
    assert not looked_at(here, DatabaseSource(dead / "edition.db")).is_of(edition_of(here))
    with shared(dead, known[1].id):
        assert looked_at(here, DatabaseSource(dead / "edition.db")).is_of(edition_of(here))


@contextmanager
def shared(dead: Path, id_: str) -> Iterator[None]:
    """The dead station had heard this entry."""
    here = dead.parent / "here" / "edition.db"
    with closing(sqlite3.connect(dead / "edition.db")) as connection:
        connection.execute("ATTACH ? AS other", (str(here),))
        connection.execute("INSERT INTO entry SELECT * FROM other.entry WHERE id = ?", (id_,))
        connection.commit()
    yield


# Sources


def test_a_stick_gives_back_what_was_copied_to_it(here: Core, dead: Path, tmp_path: Path) -> None:
    stick = Stick(tmp_path / "stick")
    with closing(Core(lambda: Store(dead / "edition.db", ()))) as alive, mirrored(alive, stick) as watched:
        watched.until_state()
    folder = stick.files()[0].parent
    for path in (stick.root, stick.root / "VI-EVENTS", folder):
        assert looked_at(here, open_source(path, KEY, edition_of(here))).read == 401
    one = max(stick.files(), key=lambda path: path.stat().st_size)
    assert looked_at(here, open_source(one, KEY, edition_of(here))).read == 400
    brought_in(here, stick.root)
    assert len(journal(here)) == 401
    with pytest.raises(UserError) as refusal:
        open_source(stick.root, KEY, "0" * 32)
    assert refusal.value.code == "edition_other"
    with pytest.raises(UserError) as refusal:
        open_source(stick.root, b"", edition_of(here))
    assert refusal.value.code == "mirror_key_missing"


def test_damaged_records_of_a_stick_are_counted(here: Core, dead: Path, tmp_path: Path) -> None:
    stick = Stick(tmp_path / "stick")
    with closing(Core(lambda: Store(dead / "edition.db", ()))) as alive, mirrored(alive, stick) as watched:
        watched.until_state()
    path = max(stick.files(), key=lambda path: path.stat().st_size)
    content = bytearray(path.read_bytes())
    content[5000] ^= 1
    content[9000] ^= 1
    path.write_bytes(content[:-10])
    found = looked_at(here, open_source(stick.root, KEY, edition_of(here)))
    assert (found.read, found.damaged) == (398, 3)


@pytest.mark.parametrize(
    ("name", "code"),
    [("nothing", "source_unknown"), ("empty", "source_unknown"), ("a.viedition", "source_is_backup")],
)
def test_what_is_no_source_is_said(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UserError) as refusal:
        open_source(tmp_path / name, KEY, "")
    assert refusal.value.code == code
