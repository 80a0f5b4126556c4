"""A station that admits people one after the other and is copied to a stick, until it is killed: each is told, with the
time, once it is on its disk.
"""

import sys
import time
from pathlib import Path

from vi_events.app import open_edition
from vi_events.journal.entry import Author
from vi_events.journal.mirror import mirrored


def main(folder: Path, station: str, codes: Path) -> None:
    with (
        open_edition(folder, Author(station)) as opened,
        mirrored(opened.core, opened.edition.slug, opened.vault.ticket_key),
    ):
        for code in codes.read_text("utf-8").split():
            result = opened.reception.scan(code).result()
            print(time.monotonic(), result.verdict, result.entry_id, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
