"""Hostile tickets and hostile cells: nothing gets in, nothing breaks, nothing scanned is kept."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.integration import hostile
from tests.integration.conftest import Ran
from vi_events.edition.platforms import NAME_LIMIT
from vi_events.edition.tables import CELL_LIMIT
from vi_events.edition.text import clean

Vi = Callable[..., Ran]
SCANS = 5_000
CELLS = 100_000
_FIELDS = ("last_name", "first_name", "function", "protocol_note", "seat")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def scan_hostile_lines(count: int, data: Path, outside: Vi, codes: list[str]) -> None:
    """One answer a line, none admitted, a sound journal, and no scanned text anywhere in the database."""
    scanned = [*hostile.scan_lines(count, codes), hostile.MARKER.encode() * 150_000]
    ran = outside("scan", "--json", typed=b"\n".join(scanned))
    verdicts = [json.loads(line)["verdict"] for line in ran.out.splitlines()]
    assert (ran.code, ran.err) == (0, "")
    assert len(verdicts) == count + 1
    assert set(verdicts) == {"bad_code", "not_found"}
    assert outside("journal", "verify", "--json").said["ok"]
    for part in (data / "demo").iterdir():
        kept = part.read_bytes()
        assert hostile.MARKER.encode() not in kept, part.name
        assert not [line for line in scanned[:1000:10] if line in kept], part.name


def test_no_hostile_ticket_gets_in_nor_is_kept(data: Path, outside: Vi, people: list[dict[str, str]]) -> None:
    scan_hostile_lines(SCANS, data, outside, [person["code"] for person in people])


@pytest.fixture(scope="module")
def cells() -> list[list[str]]:
    texts = hostile.texts(CELLS)
    return [[next(texts) for _ in _FIELDS] for _ in range(CELLS // len(_FIELDS))]


def test_hostile_cells_come_back_as_clean_text(vi: Vi, cells: list[list[str]], tmp_path: Path) -> None:
    table = tmp_path / "hostile.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL)
        writer.writerow(_FIELDS)
        writer.writerows([cell.replace("\x00", "\x01") for cell in row] for row in cells)
    vi("new", "hostile", "--title", "T", "--date", "2027-02-05", "--place", "P")
    mapped = [f"--map={field}={field}" for field in _FIELDS]
    said = vi("import", "attendees", table, *mapped, "--partial", "--json").said
    assert said["applied"]
    assert said["read"] == len(cells)
    assert said["added"] + len({refused["row"] for refused in said["refused"]}) == len(cells)
    for out in ("out.json", "out.csv"):
        assert vi("export", "attendees", tmp_path / out).code == 0

    exact = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    limits = [NAME_LIMIT if field.endswith("_name") else CELL_LIMIT for field in _FIELDS]
    written = {tuple(clean(cell, limit) for cell, limit in zip(row, limits, strict=True)) for row in cells}
    assert len(exact) == said["added"] > 0
    assert {tuple(row[field] for field in _FIELDS) for row in exact} <= written

    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        neutral = list(csv.DictReader(file))
    for row, plain in zip(exact, neutral, strict=True):
        for field in _FIELDS:
            assert not plain[field].startswith(_FORMULA_STARTS)
            assert plain[field] in (row[field], "'" + row[field])
    assert vi("journal", "verify", "--json").said["ok"]
