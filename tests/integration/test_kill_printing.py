"""Power cuts while a batch is printed: no badge is lost, none comes out twice unless a person asks."""

import random
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.fakes import FakePrinter
from tests.integration.killed_printing import MOMENTS, NAME, STATION, kill
from tests.integration.tray import Tray, ticket_codes
from vi_events.app import create_edition, open_edition, read_edition
from vi_events.checkin import codes, print_jobs
from vi_events.checkin.printers import open_printer
from vi_events.checkin.printing import Printing
from vi_events.edition import people, vault
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.journal.entry import Author
from vi_events.journal.store import Store
from vi_events.journal.verify import verify
from vi_events.settings import PrinterSettings

KILLS = 6
MOST_BADGES = 3
"""Printed by a life before it dies."""
SLICE = 10
"""At most so many badges are put in the queue at once."""
SLOW_BYTES_PER_S = 2_000_000.0
_WAIT_S = 120


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return create_edition(tmp_path, Edition("essai", "Essai", "2027-02-05", "Paris"), [Zone("jour-1", "Jour 1")])


def print_and_kill(folder: Path, kills: int, seed: int) -> None:
    """Checks after each of so many kills that the journal knows of each badge what the tray shows; at the end a person
    answers the questions, and everyone has one badge.
    """
    chance = random.Random(seed)
    # Those first that die while the batch is put in the queue: later there is nothing left to put.
    moments = sorted((MOMENTS[life % len(MOMENTS)] for life in range(kills)), key=lambda moment: moment != "queued")
    # More slices than lives that die of one, and more badges than they all print.
    owners = expect_people(folder, SLICE * (moments.count("queued") + 1) + kills * MOST_BADGES)
    asked = Counter[bool]()
    with FakePrinter("slow") as printer:
        printer.bytes_per_s = SLOW_BYTES_PER_S
        tray = Tray(printer, owners)
        for life in range(kills):
            moment = moments[life]
            kill(folder, printer.url, moment, 1 if moment == "queued" else chance.randint(1, MOST_BADGES))
            assert open_printer(printer.url).check().online  # the printer has seen the end of what was sent
            states = compare(folder, tray)
            asked.update(tray.badges()[id_] > 0 for id_, state in states.items() if state == "sending")
            assert sum(state in ("sending", "unknown") for state in states.values()) <= life + 1
        assert asked[True], "some badge came out whose end was not recorded"
        assert asked[False], "some badge was lost on the way"
        finish(folder, printer, tray)
        assert tray.badges() == dict.fromkeys(owners.values(), 1)


def expect_people(folder: Path, count: int) -> dict[str, str]:
    """So many people on the list; whose each ticket code is."""
    key = vault.load(folder).ticket_key
    facts = [
        people.upserted(f"{number:06}", {"last_name": f"Nom{number}", "code": codes.new_code(key)})
        for number in range(count)
    ]
    with open_edition(folder, Author(STATION)) as opened:

        def write(store: Store) -> None:
            with store.transaction(Author(STATION)) as tx:
                tx.record(*facts)

        opened.core.call(write)
        return ticket_codes(opened)


def compare(folder: Path, tray: Tray, most_jobs: int = 1) -> dict[str, str]:
    """What the journal says of each person's badge, compared with what came out."""
    with read_edition(folder) as store:
        assert verify(store).problems == ()
        found = store.states_of_type("attendee")
        jobs = max(len(print_jobs.jobs("", state)) for _, state in found)
        assert jobs <= most_jobs, "only a person asks for a second badge"
    states = {subject.removeprefix(people.PREFIX): print_jobs.badge_state(state) for subject, state in found}
    badges = tray.badges()
    for id_, state in states.items():
        allowed = {"": (0,), "queued": (0,), "sending": (0, 1), "unknown": (0, 1), "confirmed": (1,)}[state]
        assert badges[id_] in allowed, f"{badges[id_]} badges of a person whose badge is « {state} »"
    return states


def finish(folder: Path, printer: FakePrinter, tray: Tray) -> None:
    """The last life: the rest is printed, and a person who looks in the tray answers the questions."""
    printer.mode = "ok"
    with open_edition(folder, Author(STATION)) as opened:
        used = opened.reception.printing
        used.attach([PrinterSettings(NAME, printer.url)])
        used.queue_batch(1).result()
        wait_for_all(used)
        for view in used.questions().result():
            used.answer(view.job, came_out=tray.badges()[view.job.attendee_id] > 0).result()
        wait_for_all(used)
        used.close()
    assert set(compare(folder, tray, most_jobs=2).values()) == {"confirmed"}


def wait_for_all(used: Printing) -> None:
    """Until no badge waits or is being sent."""
    until = time.monotonic() + _WAIT_S
    while any(view.job.state in print_jobs.WAITING for view in used.jobs().result()):
        assert time.monotonic() < until, "badges wait for ever"
        time.sleep(0.02)


def test_a_program_killed_while_it_prints_loses_no_badge_and_doubles_none(folder: Path) -> None:
    print_and_kill(folder, KILLS, seed=2027)
