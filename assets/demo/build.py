"""Makes the demonstration edition's files, always the same bytes. Run by hand: ``python assets/demo/build.py``.

Standard library, and openpyxl (development dependency) for the one XLSX sample.
"""

import argparse
import csv
import gzip
import io
import random
from collections.abc import Iterable, Sequence
from pathlib import Path

from palmares import Laureate, Row, choose
from participants import HEADERS, invent
from platform_files import write_exports

HERE = Path(__file__).resolve().parent
REFERENCE = HERE.parent / "reference" / "collectivites.tsv.gz"
SEED = 20180208

PALMARES_HEADERS = (
    "ordre", "collectivité", "code", "département", "type", "arobases", "arobases_précédentes",
    "première_participation", "mention", "forme_courte", "prononciation", "niveau_public", "année_niveau",
    "mention_publique", "année_mention", "source",
)  # fmt: skip
CALLED = frozenset(("commune", "CC", "CA", "CU", "METRO"))
"""Kinds of the reference that can receive a label here; parts of communes share their code."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reference", type=Path, default=REFERENCE, help="collectivites.tsv.gz")
    parser.add_argument("--out", type=Path, default=HERE, help="folder to write into")
    arguments = parser.parse_args()
    build(arguments.reference, arguments.out)


def build(reference: Path, out: Path) -> None:
    """Writes palmares.csv, participants.csv and exports/ into ``out``."""
    laureates = choose(read_reference(reference), read_labels(), random.Random(SEED))
    people = invent(laureates, random.Random(SEED + 1))
    rows = [person.cells(number) for number, person in enumerate(people, start=1)]
    (out / "exports").mkdir(parents=True, exist_ok=True)
    write_csv(out / "palmares.csv", PALMARES_HEADERS, palmares_rows(laureates))
    write_csv(out / "participants.csv", HEADERS, rows)
    write_exports(out / "exports", [dict(zip(HEADERS, row, strict=True)) for row in rows[:60]])


def read_reference(path: Path) -> dict[str, Row]:
    """Communes and EPCI by INSEE code or SIREN."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["kind"] in CALLED]
    return {row["code"]: row for row in sorted(rows, key=lambda row: row["code"])}


def read_labels() -> list[Row]:
    """The public rows of labels_public.csv, each with its source."""
    with (HERE / "labels_public.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def palmares_rows(laureates: Sequence[Laureate]) -> Iterable[list[str]]:
    """Lines in the order of PALMARES_HEADERS, each saying what is public and what is invented."""
    for order, one in enumerate(laureates, start=1):
        previous = "" if one.previous is None else str(one.previous)
        mention_public = ("oui" if one.mention_year else "non") if one.mention else ""
        yield [
            str(order), one.name, one.code, one.department, one.kind, str(one.level), previous,
            "oui" if one.first_participation else "non", one.mention, one.short_form, one.pronunciation,
            "oui" if one.level_year else "non", one.level_year, mention_public, one.mention_year, one.source,
        ]  # fmt: skip


def write_csv(path: Path, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """UTF-8 without BOM, semicolons, line feeds."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerow(headers)
    writer.writerows(rows)
    path.write_bytes(text.getvalue().encode("utf-8"))


if __name__ == "__main__":
    main()
