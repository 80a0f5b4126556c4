"""Power cuts: whatever was acknowledged is there, and nothing is half done."""

import os
import random
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.unit.exports import csv_text, line, write_csv
from vi_events.app import create_edition, open_edition, read_edition
from vi_events.checkin import codes
from vi_events.edition import people, vault
from vi_events.edition.importing import SLICE_ROWS
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.journal.entry import Author
from vi_events.journal.store import Store
from vi_events.journal.verify import verify

ROOT = Path(__file__).parents[2]
SCANNER = Path(__file__).with_name("killed_scanner.py")
KILLS = int(os.environ.get("VI_KILLS", "8"))
PEOPLE_PER_KILL = 60
IMPORT_ROWS = 5 * SLICE_ROWS
WAIT_S = 60


@dataclass
class Killed:
    lines: list[list[str]]
    """What it had said when it died, words of each whole line."""
    by_us: bool


def run_and_kill(verb: str, folder: Path, table: Path, after_lines: int, after_s: float) -> Killed:
    """Kills the process so long after it said so many lines."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    command = [sys.executable, str(SCANNER), verb, str(folder), str(table)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        overdue = threading.Timer(WAIT_S, process.kill)
        overdue.start()
        said: list[str] = []
        for text in process.stdout:
            said.append(text)
            if len(said) == after_lines:
                timer = threading.Timer(after_s, process.kill)
                timer.start()
        process.wait(WAIT_S)
        overdue.cancel()
    whole = [text.split() for text in said if text.endswith("\n")]
    assert len(whole) >= min(after_lines, 1), f"never opened (exit {process.returncode})"
    return Killed(whole, process.returncode not in (0, 1))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return create_edition(tmp_path, Edition("essai", "Essai", "2027-02-05", "Paris"), [Zone("jour-1", "Jour 1")])


def check_journal(folder: Path) -> None:
    with read_edition(folder) as store:
        assert verify(store).problems == ()


def expect_people(folder: Path, count: int) -> list[str]:
    """So many people on the list; their tickets."""
    key = vault.load(folder).ticket_key
    tickets = [codes.new_code(key) for _ in range(count)]
    with open_edition(folder, Author("poste-1")) as opened:

        def write(store: Store) -> None:
            with store.transaction(Author("poste-1")) as tx:
                tx.record(
                    *(
                        people.upserted(f"{number:06}", {"last_name": f"Nom{number}", "code": ticket})
                        for number, ticket in enumerate(tickets)
                    )
                )

        opened.core.call(write)
    return tickets


def test_every_acknowledged_admission_survives_kill_9(folder: Path, tmp_path: Path) -> None:
    chance = random.Random(2027)
    tickets = expect_people(folder, KILLS * PEOPLE_PER_KILL)
    acknowledged: set[str] = set()
    kills = 0
    for _ in range(KILLS):
        left = [code for code in tickets if code not in acknowledged]
        listed = tmp_path / "codes.txt"
        # Behind those left come all the others again, so that it is killed before it comes to the end.
        listed.write_text("\n".join(left + tickets * 20), "utf-8")
        killed = run_and_kill("scan", folder, listed, chance.randint(1, PEOPLE_PER_KILL // 2), chance.uniform(0, 0.02))
        kills += killed.by_us
        scanned = [words for words in killed.lines if words[0] != "open"]
        fresh = {code for verdict, code, _ in scanned if verdict == "admitted"}
        # One verdict may have been on disk and not yet said when it died.
        told = [code for verdict, code, _ in scanned if verdict == "already_in" and code in left]
        assert len(set(told) - fresh) <= 1
        assert not fresh & acknowledged
        acknowledged |= fresh | set(told)
        with read_edition(folder) as store:
            journal = {entry.id: entry for entry in store.entries("attendee_admitted")}
            assert {entry_id for verdict, _, entry_id in scanned if verdict == "admitted"} <= journal.keys()
            seqs = sorted(entry.seq for entry in store.entries() if entry.station == "poste-1")
            assert seqs == list(range(1, len(seqs) + 1))
            assert 0 <= len(journal) - len(acknowledged) <= 1
    assert kills == KILLS
    check_journal(folder)


def test_an_import_killed_in_the_middle_is_all_or_nothing(folder: Path, tmp_path: Path) -> None:
    chance = random.Random(51)
    headers = ["Réf.", "Nom", "Prénom"]
    known, halves = 0, 0
    for turn in range(max(3, KILLS // 3)):
        rows = [line(headers, {"Réf.": f"{turn}-{n}", "Nom": f"Nom{turn}-{n}"}) for n in range(IMPORT_ROWS)]
        table = write_csv(tmp_path / f"liste-{turn}.csv", csv_text(headers, rows))
        killed = run_and_kill("import", folder, table, chance.randint(2, 6), chance.uniform(0, 0.02))
        with open_edition(folder, Author("poste-1")) as opened:
            halves += opened.recovered
            found = opened.core.call(lambda store: sum(people.is_known(s) for _, s in store.states_of_type("attendee")))
        assert found in (known, known + IMPORT_ROWS)
        if any(words[0] == "done" for words in killed.lines):
            assert found == known + IMPORT_ROWS
        known = found
        check_journal(folder)
    assert halves > 0
