"""File -> applied, beside reading it with ``csv`` and inserting its rows in one transaction."""

import csv
import sqlite3
from contextlib import closing
from pathlib import Path

from benchmarks import editions
from benchmarks.editions import Built
from benchmarks.measure import Figure, over, settle, spread, timed

MOST_TIMES = 25.0
"""For ``_LARGE`` and more; explained in ADR 22. Of a small import, most is understanding the first names."""
_LARGE = 100_000
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
    total, floor = spread(totals), spread(floors)
    stages = {f"{name} s": spread([each.stages[name] for each in runs]).p50 for name in built.stages}
    return Figure(
        "import",
        built.size,
        "s",
        total,
        floor,
        "csv.reader and one executemany",
        f"{_LARGE:,} rows in at most {MOST_TIMES:.0f} x the floor",
        over((f"{MOST_TIMES:.0f} x", built.size < _LARGE or total.p50 <= MOST_TIMES * floor.p50)),
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
