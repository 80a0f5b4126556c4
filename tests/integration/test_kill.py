"""Power cuts: whatever was acknowledged is there, and nothing is half done."""

import random
from pathlib import Path

import pytest

from tests.integration.killed_scanner import FORKS, Lives
from tests.unit.exports import csv_text, line, write_csv
from vi_events.app import create_edition, open_edition, read_edition
from vi_events.checkin import codes
from vi_events.edition import people, vault
from vi_events.edition.importing import MOST_SLICES, SLICE_ROWS
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.journal.entry import Author
from vi_events.journal.store import Store
from vi_events.journal.verify import verify

KILLS = 24 if FORKS else 6
SCANS_PER_LIFE = 30
IMPORT_KILLS = 6 if FORKS else 3
IMPORT_ROWS = 2 * MOST_SLICES * SLICE_ROWS
"""Two whole transactions, between its first word and its last."""


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


def scan_and_kill(folder: Path, kills: int, scans_per_life: int) -> int:
    """Checks after each of so many kills that all it acknowledged is there; returns the number of scans answered."""
    chance = random.Random(2027)
    tickets = expect_people(folder, kills * scans_per_life * 2)
    listed = folder / "codes.txt"
    acknowledged: set[str] = set()
    lives, answered = Lives(), 0
    for _ in range(kills):
        left = [code for code in tickets if code not in acknowledged]
        # Behind those left come all the others again, so that it is killed before it comes to the end.
        listed.write_text("\n".join(left + tickets * 20), "utf-8")
        moment = (chance.randint(1, scans_per_life), chance.uniform(0, 0.02))
        killed = lives.kill("scan", folder, listed, moment)
        assert killed.by_us
        scanned = [said for said in killed.told if said[0] != "open"]
        answered += len(scanned)
        fresh = {code for verdict, code, _ in scanned if verdict == "admitted"}
        # One verdict may have been on disk and not yet told when it died.
        already = [code for verdict, code, _ in scanned if verdict == "already_in" and code in left]
        assert len(set(already) - fresh) <= 1
        assert not fresh & acknowledged
        acknowledged |= fresh | set(already)
        with read_edition(folder) as store:
            journal = {entry.id: entry for entry in store.entries("attendee_admitted")}
            assert {entry_id for verdict, _, entry_id in scanned if verdict == "admitted"} <= journal.keys()
            seqs = sorted(entry.seq for entry in store.entries() if entry.station == "poste-1")
            assert seqs == list(range(1, len(seqs) + 1))
            assert 0 <= len(journal) - len(acknowledged) <= 1
    check_journal(folder)
    return answered


def test_every_acknowledged_admission_survives_kill_9(folder: Path) -> None:
    assert scan_and_kill(folder, KILLS, SCANS_PER_LIFE) > KILLS


def test_an_import_killed_in_the_middle_is_all_or_nothing(folder: Path, tmp_path: Path) -> None:
    chance = random.Random(51)
    headers = ["Réf.", "Nom", "Prénom"]
    lives = Lives()
    known, halves = 0, 0
    for turn in range(IMPORT_KILLS):
        rows = [line(headers, {"Réf.": f"{turn}-{n}", "Nom": f"Nom{turn}-{n}"}) for n in range(IMPORT_ROWS)]
        table = write_csv(tmp_path / f"liste-{turn}.csv", csv_text(headers, rows))
        killed = lives.kill("import", folder, table, (chance.randint(2, 4), chance.uniform(0, 0.1)))
        with open_edition(folder, Author("poste-1")) as opened:
            halves += opened.recovered
            found = opened.core.call(lambda store: sum(people.is_known(s) for _, s in store.states_of_type("attendee")))
        assert found in (known, known + IMPORT_ROWS)
        if any(said[0] == "done" for said in killed.told):
            assert found == known + IMPORT_ROWS
        known = found
        check_journal(folder)
    assert halves > 0
