"""Scans or imports until it is killed: said on standard output once it is on disk, one line each, flushed.

``killed_scanner.py scan FOLDER CODES`` scans every code of a file, over and over in its order.
``killed_scanner.py import FOLDER TABLE`` imports a table.
"""

import sys
from pathlib import Path

from vi_events.app import OpenEdition, open_edition
from vi_events.edition.importing import prepare
from vi_events.edition.reference import load_reference
from vi_events.journal.entry import Author
from vi_events.journal.store import Change


def say(*words: str) -> None:
    print(*words, flush=True)


def scan(opened: OpenEdition, codes: Path) -> None:
    for code in codes.read_text("utf-8").split():
        result = opened.reception.scan(code).result()
        say(result.verdict, code, result.entry_id or "-")


def take_in(opened: OpenEdition, table: Path) -> None:
    prepared = prepare(table, load_reference())
    opened.core.subscribe(_say_change)
    outcome = opened.import_prepared(prepared)
    say("done", outcome.batch, str(outcome.added))


def _say_change(change: Change) -> None:
    say("slice", str(len(change.entries)), "-")


def main() -> None:
    verb, folder, table = sys.argv[1:]
    with open_edition(Path(folder), Author("poste-1")) as opened:
        say("open", str(opened.recovered), "-")
        (scan if verb == "scan" else take_in)(opened, Path(table))


if __name__ == "__main__":
    main()
