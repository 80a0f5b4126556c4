import ast
import re
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlmodel import SQLModel, create_engine

from vi_events.errors import StorageError
from vi_events.journal import tables
from vi_events.journal.migrations import MIGRATIONS, migrate
from vi_events.journal.rows import ENTRY_COLUMNS, STATE_COLUMNS

NEXT = (*MIGRATIONS, ("ALTER TABLE entry ADD COLUMN colour TEXT", "UPDATE entry SET colour = 'rouge'"))


def columns(path: Path, table: str) -> list[tuple[object, ...]]:
    return rows(path, f"SELECT name, type, [notnull], pk FROM pragma_table_info('{table}') ORDER BY name")


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def write(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def indexes(path: Path, table: str) -> set[tuple[object, ...]]:
    """(unique, origin, columns) of each index."""
    found = rows(path, f"SELECT name, [unique], origin FROM pragma_index_list('{table}')")
    return {
        (unique, origin, *rows(path, f"SELECT name FROM pragma_index_info('{name}')")) for name, unique, origin in found
    }


def version(path: Path) -> object:
    return rows(path, "PRAGMA user_version")[0][0]


def with_entry(path: Path, migrations: Sequence[Sequence[str]] = MIGRATIONS) -> None:
    migrate(path, migrations)
    write(path, "INSERT INTO entry VALUES ('1', 's', 1, 1, 'live', '', 'k', 1, 'x:1', '{}', NULL)")


def test_migrations_build_what_the_models_say(tmp_path: Path) -> None:
    migrated, described = tmp_path / "migrated.db", tmp_path / "described.db"
    migrate(migrated)
    engine = create_engine(f"sqlite:///{described}")
    SQLModel.metadata.create_all(engine)
    engine.dispose()
    listing = "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%' ORDER BY name"
    assert rows(migrated, listing) == rows(described, listing)
    assert [name for name, _ in rows(migrated, listing)] == sorted(SQLModel.metadata.tables)
    assert ("lookup", 1) in rows(migrated, listing)
    for name in SQLModel.metadata.tables:
        assert columns(migrated, name) == columns(described, name)
        assert indexes(migrated, name) == indexes(described, name)
    assert tables.EntryRow.__tablename__ in SQLModel.metadata.tables


def test_the_store_writes_and_reads_every_column(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    migrate(path)
    written = {"entry": ENTRY_COLUMNS, "state": STATE_COLUMNS, "lookup": ("key", "number"), "tally": ("key", "total")}
    for table, names in written.items():
        assert sorted(names) == [name for name, *_ in columns(path, table)]


def test_every_migration_has_its_test() -> None:
    parsed = ast.parse(Path(__file__).read_text("utf-8")).body
    functions = {node.name for node in parsed if isinstance(node, ast.FunctionDef)}
    numbered = {int(found[1]) for name in functions if (found := re.match(r"test_migration_(\d+)_", name))}
    assert numbered == set(range(1, len(MIGRATIONS) + 1))


def test_migration_1_makes_an_empty_journal(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    migrate(path, MIGRATIONS[:1])
    assert version(path) == 1
    assert rows(path, "SELECT count(*) FROM entry") == [(0,)]
    with_entry(path, MIGRATIONS[:1])
    with pytest.raises(sqlite3.IntegrityError, match=r"entry\.station, entry\.seq"):
        write(path, "INSERT INTO entry VALUES ('2', 's', 1, 1, 'live', '', 'k', 1, 'x:1', '{}', NULL)")


def test_migrating_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with_entry(path)
    before = path.read_bytes()
    migrate(path)
    assert path.read_bytes() == before
    assert list(tmp_path.glob("*.bak")) == []


def test_an_older_database_is_backed_up_then_brought_up(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with_entry(path)
    migrate(path, NEXT)
    assert (version(path), rows(path, "SELECT id, colour FROM entry")) == (len(NEXT), [("1", "rouge")])
    backup = tmp_path / f"a.db.schema-{len(MIGRATIONS)}.bak"
    assert (version(backup), rows(backup, "SELECT id FROM entry")) == (len(MIGRATIONS), [("1",)])


def test_a_new_database_needs_no_backup(tmp_path: Path) -> None:
    migrate(tmp_path / "a.db", NEXT)
    assert [path.name for path in tmp_path.iterdir()] == ["a.db"]


def test_a_migration_that_fails_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with_entry(path)
    broken = (*MIGRATIONS, ("DELETE FROM entry", "ALTER TABLE nowhere ADD COLUMN x TEXT"))
    with pytest.raises(StorageError) as caught:
        migrate(path, broken)
    assert caught.value.code == "database_unreadable"
    assert (version(path), rows(path, "SELECT id FROM entry")) == (len(MIGRATIONS), [("1",)])


@pytest.mark.parametrize("newer", [len(MIGRATIONS) + 1, 400])
def test_a_database_of_a_newer_program_is_refused_and_unchanged(tmp_path: Path, newer: int) -> None:
    path = tmp_path / "a.db"
    with_entry(path)
    write(path, f"PRAGMA user_version = {newer}")
    before = path.read_bytes()
    with pytest.raises(StorageError, match="plus récente") as caught:
        migrate(path)
    assert caught.value.code == "database_too_new"
    assert path.read_bytes() == before


@pytest.mark.parametrize("numbered", [0, 1, 900])
def test_a_database_of_another_program_is_refused_and_unchanged(tmp_path: Path, numbered: int) -> None:
    path = tmp_path / "a.db"
    write(path, "CREATE TABLE photos (id)", f"PRAGMA user_version = {numbered}")
    before = path.read_bytes()
    with pytest.raises(StorageError, match="n’est pas une édition") as caught:
        migrate(path)
    assert caught.value.code == "database_foreign"
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(b"ceci n'est pas une base" * 100)
    with pytest.raises(StorageError, match=r"a\.db ne se lit pas") as caught:
        migrate(path)
    assert caught.value.advice
    assert path.read_bytes() == b"ceci n'est pas une base" * 100


def test_a_folder_that_is_not_there_is_said_clearly(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as caught:
        migrate(tmp_path / "nowhere" / "a.db")
    assert caught.value.code == "database_unreadable"
