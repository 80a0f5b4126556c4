import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import func, select

from vi_events.errors import StorageError
from vi_events.journal import database
from vi_events.journal.migrations import migrate
from vi_events.journal.tables import TallyRow

ADD = "INSERT INTO tally VALUES (?, 1)"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "a.db"
    migrate(made)
    return made


@pytest.fixture
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    opened = database.connect(path)
    yield opened
    opened.close()


def keys(path: Path) -> list[str]:
    with sqlite3.connect(path) as other:
        found = [key for (key,) in other.execute("SELECT key FROM tally ORDER BY key")]
    other.close()
    return found


def test_all_of_a_transaction_is_there_or_nothing(connection: sqlite3.Connection, path: Path) -> None:
    def interrupted() -> None:
        with database.transaction(connection):
            connection.execute(ADD, ("lost",))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    with database.transaction(connection):
        connection.execute(ADD, ("kept",))
        assert keys(path) == []
    assert keys(path) == ["kept"]


def test_a_commit_that_fails_leaves_nothing_and_the_next_goes_on(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("CREATE TEMP TABLE parent (id INTEGER PRIMARY KEY)")
    connection.execute("CREATE TEMP TABLE child (of INTEGER REFERENCES parent DEFERRABLE INITIALLY DEFERRED)")

    def orphan() -> None:
        with database.transaction(connection):
            connection.execute(ADD, ("lost",))
            connection.execute("INSERT INTO child VALUES (7)")

    with pytest.raises(sqlite3.IntegrityError):
        orphan()
    assert not connection.in_transaction
    with database.transaction(connection):
        connection.execute(ADD, ("kept",))
    assert keys(path) == ["kept"]


def test_what_the_driver_says_is_told_in_plain_words(connection: sqlite3.Connection) -> None:
    with pytest.raises(StorageError, match="no such table") as caught, database.translated():
        connection.execute("SELECT * FROM nowhere")
    assert isinstance(caught.value.__cause__, sqlite3.OperationalError)


def test_a_report_sees_what_is_committed_and_changes_nothing(connection: sqlite3.Connection, path: Path) -> None:
    with database.transaction(connection):
        connection.execute(ADD, ("kept",))
    with database.transaction(connection):
        connection.execute(ADD, ("not yet",))
        with database.session(path) as opened:
            assert opened.exec(select(func.count()).select_from(TallyRow)).one() == 1

    def change() -> None:
        with database.session(path) as opened:
            opened.add(TallyRow(key="never", total=1))
            opened.commit()

    with pytest.raises(StorageError, match="readonly"):
        change()
    assert keys(path) == ["kept", "not yet"]


def test_a_damaged_database_is_told_by_a_report_too(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 40_000)
    with pytest.raises(StorageError), database.session(path) as opened:
        opened.connection().execute(text("SELECT * FROM entry")).all()


def test_the_window_takes_scans_without_sqlalchemy_and_pyside_reads_no_source() -> None:
    """Both cost a start more than all that it draws."""
    start = (
        "import vi_events.ui.shell, vi_events.app, builtins, linecache, sys; "
        "print('sqlalchemy' in sys.modules, builtins.__import__.__name__ == '__feature_import__', "
        "any('vi_events' in name for name in linecache.cache))"
    )
    told = subprocess.run([sys.executable, "-c", start], capture_output=True, text=True, check=True, timeout=60)
    assert told.stdout.split() == ["False", "False", "False"]
