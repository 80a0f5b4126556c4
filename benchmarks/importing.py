"""File -> applied, beside reading it with ``csv`` and inserting its rows in one transaction."""

import csv
import sqlite3
from contextlib import closing
from pathlib import Path

from benchmarks import editions
from benchmarks.editions import Built
from benchmarks.measure import Figure, over, settle, spread, timed

BUDGET_S = 5.0
_REPEAT_UNDER = 5_000
_REPEATS = 3


def run(built: Built) -> Figure:
    """The import that made the edition, repeated when it is short; seconds."""
    again = _REPEATS - 1 if built.size < _REPEAT_UNDER else 0
    floors, runs = [_floor(built.file)], [built]
    for number in range(1, again + 1):
        settle()
        runs.append(editions.build(built.data / "again", built.size, number))
        floors.append(_floor(built.file))
    totals = [sum(each.stages.values()) for each in runs]
    total = spread(totals)
    stages = {f"{name} s": spread([each.stages[name] for each in runs]).p50 for name in built.stages}
    return Figure(
        "import",
        built.size,
        "s",
        total,
        spread(floors),
        "csv.reader and one executemany",
        "100,000 rows in 5 s",
        over((f"{BUDGET_S:.0f} s", total.p50 <= BUDGET_S)),
        {**stages, "rows/s": built.size / total.p50},
    )


def _floor(file: Path) -> float:
    settle()
    return timed(lambda: _insert_all(file))[0] / 1000


def _insert_all(file: Path) -> None:
    database = file.with_name("floor-import.sqlite3")
    database.unlink(missing_ok=True)
    with closing(sqlite3.connect(database)) as connection, file.open(encoding="utf-8", newline="") as stream:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        rows = csv.reader(stream, delimiter=";")
        width = len(next(rows))
        connection.execute(f"CREATE TABLE row ({', '.join(f'c{n} TEXT' for n in range(width))})")
        with connection:
            connection.executemany(f"INSERT INTO row VALUES ({', '.join('?' * width)})", rows)
