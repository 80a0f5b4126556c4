"""What a backup file promises, and what a stranger's file cannot do."""

import hashlib
import io
import json
import os
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest
from filelock import FileLock

from vi_events import app, backup, paths
from vi_events.backup import archive, copies, writing
from vi_events.backup.copies import Copies, automatic_copies, kept
from vi_events.backup.snapshot import StoppedError, snapshot
from vi_events.edition import envelope, people, restored, seal, vault
from vi_events.edition.envelope import Cost
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.edition.seal import PalmaresFile
from vi_events.errors import StorageError, UserError
from vi_events.journal.entry import Author
from vi_events.journal.hub.known import FILE_NAME as HUB_STREAM_FILE
from vi_events.journal.hub.server import FOLDER as HUB_FOLDER
from vi_events.journal.store import Store
from vi_events.journal.verify import verify
from vi_events.paths import MEMBERSHIP
from vi_events.webtv import station_file

EDITION = Edition("labels-2027", "Label 2027", "2027-02-05", "Saint-Étienne")
PHRASE = "cheval agrafe correct pile"
CANARY = "Zéphyrine-Œdipe"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(envelope, "STRONG", Cost(2))


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = app.create_edition(tmp_path_factory.mktemp("here"), EDITION, [Zone("jour-1", "Jour 1")], "2018")
    admit(made, 3)
    (made / "layouts").mkdir()
    (made / "layouts" / "Mairie d’Œuf.toml").write_text("width = 576", encoding="utf-8")
    (made / "logo.png").write_bytes(b"\x89PNG")
    return made


@pytest.fixture
def folder(made_once: Path, tmp_path: Path) -> Path:
    """An edition of three people, with a badge layout and a logo."""
    return Path(shutil.copytree(made_once, tmp_path / "here" / made_once.name))


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """The folder of editions of another computer."""
    return tmp_path / "there"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "labels.viedition"


def admit(folder: Path, number: int, station: str = "poste-1") -> str:
    """So many more people are on the list; returns the name under which the station wrote them."""
    with app.open_edition(folder, Author(station)) as opened:
        author = opened.reception.settings.author

        def write(store: Store) -> None:
            with store.transaction(author) as tx:
                tx.record(*(people.upserted(os.urandom(8).hex(), {"last_name": CANARY}) for _ in range(number)))

        opened.core.call(write)
        return author.station


def refused(work: Callable[[], object]) -> str:
    with pytest.raises(UserError) as caught:
        work()
    assert caught.value.message
    assert caught.value.advice
    return caught.value.code


def entries(folder: Path) -> list[Any]:
    with app.read_edition(folder) as store:
        assert verify(store).problems == ()
        return list(store.entries())


def draft(folder: Path) -> PalmaresFile:
    file = PalmaresFile(folder, Cost(2))
    file.save({"awards": [CANARY]})
    return file


# What is in it


def test_an_edition_is_the_same_on_the_other_computer(folder: Path, there: Path, out: Path) -> None:
    held = backup.write_backup(folder, out)
    made = backup.restore(out, there)
    assert made == there / "labels-2027"
    assert entries(made) == entries(folder)
    assert vault.load(made) == vault.load(folder)
    assert (made / "layouts" / "Mairie d’Œuf.toml").read_text("utf-8") == "width = 576"
    assert held.size == out.stat().st_size
    assert paths.chosen_edition(there, None) == made
    assert sorted(path.name for path in there.iterdir() if path.is_dir()) == ["labels-2027"]


def test_a_preview_says_what_is_inside_and_writes_nothing(folder: Path, there: Path, out: Path) -> None:
    written = backup.write_backup(folder, out, now_ms=lambda: 1_800_000_000_000)
    held = backup.preview(out)
    assert held == written
    inside = held.contents
    assert (inside.slug, inside.title, inside.date, inside.place) == (
        "labels-2027",
        "Label 2027",
        "2027-02-05",
        "Saint-Étienne",
    )
    assert (inside.people, inside.entries, dict(inside.stations)) == (3, 5, {"poste-1": 5})
    assert dict(inside.kinds) == {"edition_created": 1, "zone_set": 1, "attendee_upserted": 3}
    assert (held.palmares, held.encrypted, held.made_ms, held.left_out) == ("none", False, 1_800_000_000_000, ())
    assert not there.exists()


def test_what_makes_a_computer_its_station_stays_on_it(folder: Path, there: Path, out: Path) -> None:
    own = [
        app.LOCK_FILE,
        app.HOLDER_FILE,
        restored.FILE_NAME,
        MEMBERSHIP,
        HUB_STREAM_FILE,
        f"{HUB_FOLDER}/nats.conf",
        f"{HUB_FOLDER}/store/jetstream/1.blk",
        f"{copies.FOLDER}/2027-02-05_14h05.db",
        "rehearsal-x1/edition.db",
        "edition.db.schema-1.bak",
        "secrets.json.new",
        "old.viedition",
        ".DS_Store",
    ]
    for name in own:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(CANARY, encoding="utf-8")
    (folder / restored.FILE_NAME).write_text('{"mark": "abcd"}', encoding="utf-8")
    station_file.save(folder, station_file.load(folder))
    backup.write_backup(folder, out)
    made = backup.restore(out, there, replaces=True)
    found = {path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()}
    assert found == {
        paths.DATABASE,
        vault.FILE_NAME,
        station_file.FILE,
        "logo.png",
        "layouts/Mairie d’Œuf.toml",
    }


def test_only_the_owner_reads_a_backup_and_what_comes_out_of_it(folder: Path, there: Path, out: Path) -> None:
    backup.write_backup(folder, out)
    made = backup.restore(out, there)
    if os.name != "nt":
        assert out.stat().st_mode & 0o077 == 0
        assert all(path.stat().st_mode & 0o077 == 0 for path in [made, *made.rglob("*")])


def test_a_file_that_no_other_system_could_name_is_said(folder: Path, there: Path, out: Path) -> None:
    if os.name == "nt":
        return
    (folder / "a:b.png").write_bytes(b"")
    assert backup.write_backup(folder, out).left_out == ("a:b.png",)
    assert backup.preview(out).left_out == ("a:b.png",)
    assert not (backup.restore(out, there) / "a:b.png").exists()


def test_nothing_is_left_where_the_backup_was_made(folder: Path, out: Path) -> None:
    def files() -> set[str]:
        """But what SQLite itself keeps beside a database that was looked at."""
        return {path.name for path in folder.rglob("*") if path.is_file()} - {"edition.db-wal", "edition.db-shm"}

    before = files()
    backup.write_backup(folder, out)
    assert files() == before
    assert not list(out.parent.glob("*.new"))


def test_a_backup_that_cannot_be_written_leaves_the_one_before(
    folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup.write_backup(folder, out)
    before = out.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "write_archive", fail)
    assert refused(lambda: backup.write_backup(folder, out)) == "file_unwritable"
    assert out.read_bytes() == before
    assert refused(lambda: backup.write_backup(folder, out.with_suffix(".zip"))) == "format_unknown"
    assert refused(lambda: backup.write_backup(folder, out / "x.viedition")) == "file_unwritable"


# Secrets


def test_a_sealed_palmares_is_only_carried_encrypted(folder: Path, there: Path, out: Path) -> None:
    file = draft(folder)
    made = file.seal(PHRASE)
    assert refused(lambda: backup.write_backup(folder, out)) == "passphrase_missing"
    assert not out.exists()
    held = backup.write_backup(folder, out, "une autre phrase")
    assert (held.palmares, held.encrypted) == ("sealed", True)
    copy = PalmaresFile(backup.restore(out, there, "une autre phrase"))
    assert copy.load(copy.unseal_key(made.recovery_key)).content == {"awards": [CANARY]}
    # It opens under another name as well, whether or not the stations keep theirs.
    for slug, replaces in (("copie", False), ("remplace", True)):
        other = PalmaresFile(backup.restore(out, there, "une autre phrase", slug, replaces))
        assert other.load(other.unseal_key(made.recovery_key)).content == {"awards": [CANARY]}


def test_nothing_is_readable_in_an_encrypted_backup(folder: Path, out: Path) -> None:
    draft(folder)
    backup.write_backup(folder, out, PHRASE)
    for secret in (CANARY, vault.load(folder).ticket_key.hex(), EDITION.title, "edition.db", "poste-1"):
        assert secret.encode() not in out.read_bytes()
    assert refused(lambda: backup.preview(out)) == "passphrase_missing"
    assert refused(lambda: backup.preview(out, "cheval agrafe correct pilf")) == "passphrase_wrong"
    assert backup.preview(out, PHRASE).palmares == "draft"


def test_a_passphrase_anyone_guesses_is_refused(folder: Path, out: Path) -> None:
    assert refused(lambda: backup.write_backup(folder, out, "1234")) == "passphrase_weak"
    assert seal.MIN_PASSPHRASE > 4


# Where it goes


def test_an_edition_that_is_there_is_never_touched(folder: Path, out: Path) -> None:
    backup.write_backup(folder, out)
    admit(folder, 1)
    before = (folder / paths.DATABASE).read_bytes()
    with pytest.raises(UserError) as caught:
        backup.restore(out, folder.parent)
    assert caught.value.code == "edition_exists"
    assert "labels-2027-2" in caught.value.advice
    assert (folder / paths.DATABASE).read_bytes() == before
    made = backup.restore(out, folder.parent, slug="labels-2027-2")
    assert len(entries(made)) == 5
    assert backup.free_slug(folder.parent, "labels-2027") == "labels-2027-3"


@pytest.mark.parametrize("slug", ["..", "a/b", "Été", "/etc"])
def test_a_name_that_leads_elsewhere_is_refused(folder: Path, there: Path, out: Path, slug: str) -> None:
    backup.write_backup(folder, out)
    assert refused(lambda: backup.restore(out, there, slug=slug)) == "slug_invalid"
    assert not there.exists()


def test_a_disk_too_small_is_said_before_anything_is_written(
    folder: Path, there: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup.write_backup(folder, out)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1000))
    assert refused(lambda: backup.restore(out, there)) == "no_room"
    assert list(there.iterdir()) == []


# Two computers, one journal


def test_a_copy_never_gives_a_number_that_the_other_computer_gives(folder: Path, there: Path, out: Path) -> None:
    backup.write_backup(folder, out)
    made = backup.restore(out, there)
    second = backup.restore(out, there, slug="encore")
    names = {admit(where, 2) for where in (folder, made, second)}
    assert len(names) == 3
    with app.open_edition(folder, Author("poste-1")) as opened:
        for where in (made, second):
            theirs = entries(where)
            opened.core.call(lambda store, theirs=theirs: store.take_in(theirs))
        assert opened.core.call(verify).problems == ()
        assert opened.core.call(lambda store: store.positions()) == dict.fromkeys(names, 2) | {"poste-1": 7}


def test_a_station_keeps_its_new_name(folder: Path, there: Path, out: Path) -> None:
    backup.write_backup(folder, out)
    made = backup.restore(out, there)
    name = admit(made, 1)
    assert name.startswith("poste-1-")
    assert admit(made, 1) == name
    assert admit(made, 1, name) == name
    long = admit(made, 1, "x" * 40)
    assert len(long) == 40
    assert long != "x" * 40


def test_a_computer_that_replaces_the_other_goes_on_under_its_name(folder: Path, there: Path, out: Path) -> None:
    backup.write_backup(folder, out)
    made = backup.restore(out, there, replaces=True)
    assert admit(made, 1) == "poste-1"
    assert len(entries(made)) == 6


def test_without_its_mark_a_copy_does_not_open(folder: Path, there: Path, out: Path) -> None:
    backup.write_backup(folder, out)
    made = backup.restore(out, there)
    (made / restored.FILE_NAME).write_text("{")
    with pytest.raises(StorageError) as caught:
        admit(made, 1)
    assert caught.value.code == "mark_unreadable"


# Files of strangers


def rewritten(out: Path, change: Callable[[dict[str, bytes], dict[str, Any]], None]) -> None:
    """The backup with other parts, or another manifest."""
    with zipfile.ZipFile(out) as found:
        files = {name: found.read(name) for name in found.namelist()}
    manifest = json.loads(files.pop("manifest.json"))
    change(files, manifest)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
        made.writestr("manifest.json", json.dumps(manifest))


def with_part(out: Path, name: str, content: bytes) -> None:
    def change(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
        files["edition/" + name] = content
        manifest["parts"][name] = {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}

    rewritten(out, change)


def refused_everywhere(out: Path, there: Path, passphrase: str = "") -> str:
    """The code of the refusal; nothing is there after it."""
    outside = set(out.parent.iterdir())
    code = refused(lambda: backup.restore(out, there, passphrase))
    assert paths.editions(there) == []
    assert not [path for path in there.glob("*") if path.name != ".restore.lock"]
    assert set(out.parent.iterdir()) - {there} == outside
    return code


@pytest.mark.parametrize(
    "name",
    [
        "../outside.txt",
        "layouts/../../outside.txt",
        "/outside.txt",
        "C:/outside.txt",
        "..\\outside.txt",
        "layouts//x",
        "./x",
        "NUL",
        "con.txt",
        "x ",
        "x.",
        "x\n",
        "x" * 300,
        "hub.json",
        "hub/nats.conf",
        "restored.json",
        "edition.lock",
        "edition.db-wal",
        ".profile",
    ],
)
def test_no_part_goes_where_it_has_no_business(folder: Path, there: Path, out: Path, name: str) -> None:
    backup.write_backup(folder, out)
    with_part(out, name, b"x")
    assert refused(lambda: backup.preview(out)) == "backup_damaged"
    assert refused_everywhere(out, there) == "backup_damaged"


def test_names_that_a_system_does_not_tell_apart_are_refused(folder: Path, there: Path, out: Path) -> None:
    backup.write_backup(folder, out)
    with_part(out, "logo.png/inside", b"x")
    with pytest.raises(UserError):
        backup.restore(out, there)
    assert paths.editions(there) == []


def test_a_bomb_is_refused_before_it_is_unpacked(folder: Path, there: Path, out: Path) -> None:
    backup.write_backup(folder, out)
    with_part(out, "logo2.png", bytes(80 * 2**20))
    assert refused(lambda: backup.preview(out)) == "backup_damaged"
    assert refused_everywhere(out, there) == "backup_damaged"


def test_a_part_larger_than_it_says_is_stopped(folder: Path, there: Path, out: Path) -> None:
    backup.write_backup(folder, out)
    rewritten(out, lambda _files, manifest: manifest["parts"]["logo.png"].update(size=2))
    assert refused_everywhere(out, there) == "backup_damaged"


def test_any_altered_part_is_told_by_the_preview(folder: Path, out: Path) -> None:
    backup.write_backup(folder, out)
    rewritten(out, lambda files, _: files.update({"edition/logo.png": b"\x88PNG"}))
    assert refused(lambda: backup.preview(out)) == "backup_damaged"


@pytest.mark.parametrize("passphrase", ["", PHRASE])
def test_a_file_cut_short_anywhere_is_refused(folder: Path, there: Path, out: Path, passphrase: str) -> None:
    backup.write_backup(folder, out, passphrase)
    whole = out.read_bytes()
    for length in (30, 200, len(whole) // 2, len(whole) - 1):
        out.write_bytes(whole[:length])
        assert refused(lambda: backup.preview(out, passphrase)) == "backup_damaged"
    assert refused_everywhere(out, there, passphrase) == "backup_damaged"


@pytest.mark.parametrize("content", [b"", b"PK", b"hello", b"SQLite format 3\0" + bytes(100), b"VI-EVENTS-SEAL x\n"])
def test_what_is_no_backup_is_said_to_be_none(there: Path, out: Path, content: bytes) -> None:
    out.write_bytes(content)
    assert refused_everywhere(out, there) == "backup_foreign"


def test_a_zip_of_something_else_is_no_backup(there: Path, out: Path) -> None:
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("photo.jpg", b"x")
    assert refused_everywhere(out, there) == "backup_foreign"


def test_a_file_that_is_not_there_is_said(tmp_path: Path, there: Path) -> None:
    assert refused(lambda: backup.preview(tmp_path / "absent.viedition")) == "backup_unreadable"
    assert refused(lambda: backup.restore(tmp_path, there)) == "backup_unreadable"


def test_a_backup_of_a_later_program_is_said_to_be(folder: Path, there: Path, out: Path) -> None:
    backup.write_backup(folder, out)
    rewritten(out, lambda _, manifest: manifest.update(format=2))
    assert refused_everywhere(out, there) == "backup_newer"
    backup.write_backup(folder, out, PHRASE)
    out.write_bytes(out.read_bytes().replace(b"BACKUP 1", b"BACKUP 2", 1))
    assert refused_everywhere(out, there, PHRASE) == "backup_newer"


@pytest.mark.parametrize(
    "change",
    [
        {"parts": []},
        {"parts": {"edition.db": 3}},
        {"held": None},
        {"held": {}},
        {"format": "1"},
        {"parts": {}},
    ],
)
def test_a_manifest_that_makes_no_sense_is_refused(
    folder: Path, there: Path, out: Path, change: dict[str, Any]
) -> None:
    backup.write_backup(folder, out)
    rewritten(out, lambda _, manifest: manifest.update(change))
    assert refused_everywhere(out, there) == "backup_damaged"


@pytest.mark.parametrize(
    "wrong",
    [
        {"people": 4},
        {"title": "Autre"},
        {"date": "demain"},
        {"entries": "5"},
        {"last_entry_ms": 10**30},
        {"stations": {"poste-1": 4}},
    ],
)
def test_an_edition_that_is_not_the_one_shown_is_refused(
    folder: Path, there: Path, out: Path, wrong: dict[str, Any]
) -> None:
    backup.write_backup(folder, out)
    rewritten(out, lambda _, manifest: manifest["held"]["contents"].update(wrong))
    assert refused_everywhere(out, there) == "backup_damaged"


def spoil(database: Path, statement: str) -> bytes:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute(statement)
        connection.commit()
    return database.read_bytes()


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER act AFTER INSERT ON entry BEGIN DELETE FROM state; END",
        "CREATE VIEW seen AS SELECT * FROM entry",
        "DELETE FROM entry WHERE seq = 4",
        "UPDATE entry SET payload = '[' WHERE seq = 4",
        "UPDATE entry SET payload = '3', seq = 4 WHERE seq = 4",
        "UPDATE state SET data = '{}'",
        "DROP TABLE lookup",
        "PRAGMA application_id = 7",
    ],
)
def test_a_journal_that_does_not_verify_is_not_taken_up(
    folder: Path, there: Path, out: Path, tmp_path: Path, statement: str
) -> None:
    backup.write_backup(folder, out)
    copy = tmp_path / "copy.db"
    snapshot(folder / paths.DATABASE, copy)
    with_part(out, paths.DATABASE, spoil(copy, statement))
    copy.unlink()
    if statement.startswith("PRAGMA"):
        # Folded by another version: folded anew, and taken up.
        assert len(entries(backup.restore(out, there))) == 5
    else:
        assert refused_everywhere(out, there) == "backup_damaged"


def test_a_database_of_a_later_program_is_said_to_be(folder: Path, there: Path, out: Path, tmp_path: Path) -> None:
    backup.write_backup(folder, out)
    copy = tmp_path / "copy.db"
    snapshot(folder / paths.DATABASE, copy)
    with_part(out, paths.DATABASE, spoil(copy, "PRAGMA user_version = 999"))
    copy.unlink()
    with pytest.raises(StorageError) as caught:
        backup.restore(out, there)
    assert caught.value.code == "database_too_new"
    assert paths.editions(there) == []


def test_two_restores_at_once_do_not_meet(folder: Path, there: Path, out: Path) -> None:
    backup.write_backup(folder, out)
    there.mkdir()
    with FileLock(there / ".restore.lock"):
        assert refused(lambda: backup.restore(out, there)) == "restore_running"


# Copies made by themselves


def at(moment: datetime) -> Callable[[], int]:
    return lambda: int(moment.timestamp() * 1000)


def test_a_copy_is_made_only_when_the_journal_grew(folder: Path) -> None:
    made = Copies(folder, at(datetime(2027, 2, 5, 14, 5))).make()
    assert made == folder / "copies" / "2027-02-05_14h05.db"
    later = Copies(folder, at(datetime(2027, 2, 5, 14, 15)))
    assert later.make() is None
    admit(folder, 1)
    assert later.make() == folder / "copies" / "2027-02-05_14h15.db"
    for path, number in zip(sorted((folder / "copies").iterdir()), (5, 6), strict=True):
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("SELECT count(*) FROM entry").fetchone()[0] == number


def test_a_day_of_copies_keeps_the_newest_twelve_and_one_of_each_hour_before() -> None:
    start = datetime(2027, 2, 5, 8, 0)
    names = [(start + timedelta(minutes=10 * n)).strftime("%Y-%m-%d_%Hh%M.db") for n in range(60)]
    stay = sorted(kept(names))
    assert stay[-12:] == names[-12:]
    assert stay[:-12] == [f"2027-02-05_{hour:02}h50.db" for hour in range(8, 16)]


def test_never_more_than_thirty_six_copies() -> None:
    start = datetime(2027, 2, 1)
    names = [(start + timedelta(minutes=10 * n)).strftime("%Y-%m-%d_%Hh%M.db") for n in range(1000)]
    assert len(kept(names)) == 36
    assert max(names) in kept(names)


def test_copies_rotate_on_the_disk(folder: Path) -> None:
    (folder / "copies").mkdir()
    start = datetime(2027, 2, 5, 8, 0)
    for n in range(60):
        (folder / "copies" / (start + timedelta(minutes=10 * n)).strftime("%Y-%m-%d_%Hh%M.db")).write_bytes(b"")
    made = Copies(folder, at(start + timedelta(hours=10))).make()
    assert made
    left = Copies(folder).names()
    assert len(left) == 12 + 9
    assert left[-1] == made.name


def test_a_clock_set_back_does_not_take_the_copy_just_made(folder: Path) -> None:
    (folder / "copies").mkdir()
    for n in range(36):
        (folder / "copies" / f"2030-01-{n // 24 + 1:02}_{n % 24:02}h00.db").write_bytes(b"")
    made = Copies(folder, at(datetime(2027, 2, 5, 14, 5))).make()
    assert made
    assert made.exists()


def test_a_stopped_copy_leaves_nothing(folder: Path) -> None:
    with pytest.raises(StoppedError):
        Copies(folder).make(lambda: True)
    assert list((folder / "copies").iterdir()) == []


def test_what_a_crash_left_of_a_copy_goes_once_it_is_old(folder: Path) -> None:
    (folder / "copies" / "backup.new-x").mkdir(parents=True)
    old, fresh = folder / "copies" / "a.db.new", folder / "copies" / "b.db.new"
    for path in (old, fresh):
        path.write_bytes(b"")
    for path in (old, folder / "copies" / "backup.new-x"):
        os.utime(path, (0, 0))
    Copies(folder).make()
    assert (old.exists(), fresh.exists(), (folder / "copies" / "backup.new-x").exists()) == (False, True, False)


def test_a_damaged_database_is_told_rather_than_copied(folder: Path) -> None:
    Copies(folder).make()
    with (folder / paths.DATABASE).open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(4096 * 4))
    known = Copies(folder).names()
    with pytest.raises(UserError):
        Copies(folder, at(datetime(2099, 1, 1))).make()
    assert Copies(folder).names() == known


@contextmanager
def copying(folder: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[..., Any]) -> Iterator[list[str]]:
    monkeypatch.setattr(Copies, "make", make)
    told: list[str] = []
    with app.open_edition(folder, Author("poste-1")) as opened, automatic_copies(opened, told.append, 0.001):
        yield told


def test_a_full_disk_is_told_once_until_there_is_room_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    turns, done = iter([True, True, True, False, True, True]), Event()

    def make(_self: Copies, _stopped: object) -> None:
        if (full := next(turns, None)) is None:
            done.set()
        elif full:
            raise UserError("copy_no_room", "Plein.", "Faites de la place.")

    with copying(folder, monkeypatch, make) as told:
        assert done.wait(10)
    assert told == ["Plein. Faites de la place."] * 2


def test_room_is_left_to_the_journal(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=10 * 2**20))
    assert refused(lambda: Copies(folder).make()) == "copy_no_room"
    assert Copies(folder).names() == []


def test_an_open_edition_is_copied_by_itself(folder: Path) -> None:
    with app.open_edition(folder, Author("poste-1")) as opened, automatic_copies(opened, pytest.fail, 0.001):
        grown = Event()
        while not Copies(folder).names():
            grown.wait(0.01)
    assert len(Copies(folder).names()) >= 1


def test_the_format_is_a_plain_zip_that_says_what_it_is(folder: Path, out: Path) -> None:
    backup.write_backup(folder, out)
    with zipfile.ZipFile(io.BytesIO(out.read_bytes())) as found:
        assert json.loads(found.read("manifest.json"))["format"] == archive.FORMAT
        assert all(info.compress_type == zipfile.ZIP_DEFLATED for info in found.infolist())


def test_what_a_preview_shows_survives_its_manifest(folder: Path, out: Path) -> None:
    held = backup.write_backup(folder, out, PHRASE)
    assert replace(backup.preview(out, PHRASE)) == held
