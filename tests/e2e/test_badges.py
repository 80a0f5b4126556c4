"""Everyone's badge, on a printer with every trouble there is and a person beside it who puts it right."""

import json
import os
import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path

import pytest

from tests.e2e.wire import Read, RecordingPrinter, npos
from tests.integration.test_kill_printing import folder, print_and_kill
from tests.integration.tray import Tray, ticket_code, ticket_codes
from vi_events import app
from vi_events.checkin import print_jobs, printing
from vi_events.checkin.print_queue import decode
from vi_events.checkin.print_views import JobView
from vi_events.checkin.printers import open_printer
from vi_events.checkin.printing import Printing
from vi_events.edition import people
from vi_events.journal.entry import Author
from vi_events.journal.store import Store
from vi_events.journal.verify import verify
from vi_events.settings import PrinterSettings

__all__ = ["folder", "npos"]  # fixtures: pytest finds them by name
EVERYONE = 612
BOXES = 6
KILLS = 40
FAULTS = (
    "paper_out",
    "cover_open",
    "runs_out",
    "runs_out_after",
    "closes_mid_job",
    "resets",
    "power_cycles",
    "stalls",
    "refuses",
    "slow",
    "never_answers",
)
BADGE_BYTES = 57_000
IN_A_PICTURE = 0.7
"""Of the faults, this part comes in the middle of a badge: then it matters most."""
LEFT_ALONE = 0.1
"""Of the questions, nobody answers this part."""
GIVE_UP_S = 300
JOB = ("ESC@", *("GSv0",) * 4, "GSV")
"""The commands of a badge: a reset, the picture in four bands, the cut."""
SEED = "BADGES_SEED"


class Helper:
    """A person at the printer: puts it right, looks at what came out, and answers what the desk asks."""

    def __init__(self, chance: random.Random, printer: RecordingPrinter, tray: Tray, used: Printing) -> None:
        self._chance = chance
        self._printer = printer
        self._tray = tray
        self._used = used
        self.left_alone: set[str] = set()
        """The jobs whose questions nobody answers."""
        self.answered = 0
        self._to_come: list[str] = []
        self._wait = threading.Event().wait

    def break_it(self) -> str:
        """The next fault, for a while; gives which. All come in turn, each time in another order."""
        if not self._to_come:
            self._to_come = self._chance.sample(FAULTS, len(FAULTS))
        fault = self._to_come.pop()
        self._printer.after_bytes = self._chance.randrange(BADGE_BYTES)
        if self._chance.random() < IN_A_PICTURE:
            self._printer.mode_in_picture = fault
        else:
            self._printer.mode = fault
        self._wait(self._chance.uniform(0.02, 1.2 if fault in ("stalls", "never_answers") else 0.4))
        return fault

    def put_right(self) -> None:
        self._printer.mode_in_picture = ""
        self._printer.mode = "ok"
        self._answer(self._used.questions().result())
        self._wait(self._chance.uniform(0, 0.5))

    def _answer(self, asked: Sequence[JobView]) -> None:
        # The printer takes one connection after another: those that the questions are about are over now.
        assert open_printer(self._printer.url).check().online
        lying = self._tray.badges()
        for view in asked:
            if view.job.id in self.left_alone or self._chance.random() < LEFT_ALONE:
                self.left_alone.add(view.job.id)
            else:
                self._used.answer(view.job, came_out=lying[view.job.attendee_id] > 0).result()
                self.answered += 1


def waits(used: Printing, helper: Helper) -> bool:
    """Whether a badge is on its way, or asks for an answer that somebody will give."""
    return any(
        view.job.state in print_jobs.WAITING or (view.job.state == "unknown" and view.job.id not in helper.left_alone)
        for view in used.jobs().result()
    )


def queue_everyone(used: Printing, attendees: set[str], batch: "Future[int]") -> None:
    """Those whom the batch leaves out (they are not expected) are asked for at the desk."""
    batch.result()
    for attendee_id in sorted(attendees):
        if not used.badge(attendee_id).result().state:
            used.queue(attendee_id).result()


def last_states(store: Store) -> dict[str, str]:
    found = store.states_of_type("attendee")
    return {subject.removeprefix(people.PREFIX): print_jobs.badge_state(state) for subject, state in found}


def queued_pictures(store: Store) -> dict[str, set[bytes]]:
    """The pictures that the journal keeps for each attendee."""
    found: dict[str, set[bytes]] = {}
    for entry in store.entries("badge_queued"):
        picture = decode(str((entry.personal or {})["picture"]))
        found.setdefault(entry.subject.removeprefix(people.PREFIX), set()).add(picture.tobytes())
    return found


def test_everyone_has_one_badge_whatever_happens_to_the_printer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, npos: Callable[[Sequence[bytes]], list[Read]]
) -> None:
    monkeypatch.setattr(printing, "_TROUBLE_CHECK_S", 0.05)
    monkeypatch.setattr(printing, "open_printer", lambda url, *_patience: open_printer(url, 0.8))
    seed = int(os.environ.get(SEED) or random.SystemRandom().randrange(10**6))
    again = f"to have the same faults in the same order: {SEED}={seed}"
    chance = random.Random(seed)
    edition = app.create_demo(tmp_path)
    with RecordingPrinter() as printer, app.open_edition(edition, Author("poste-1")) as opened:
        printer.bytes_per_s = 100_000
        used = opened.reception.printing
        owners = ticket_codes(opened)
        assert len(owners) == EVERYONE
        used.attach([PrinterSettings("Accueil", printer.url)])
        tray = Tray(printer, owners)
        helper = Helper(chance, printer, tray, used)
        asking = threading.Thread(
            target=queue_everyone, args=(used, set(owners.values()), used.queue_batch(BOXES)), daemon=True
        )
        asking.start()
        faults = Counter[str]()
        until = time.monotonic() + GIVE_UP_S
        while asking.is_alive() or waits(used, helper):
            faults[helper.break_it()] += 1
            helper.put_right()
            assert time.monotonic() < until, f"badges wait for ever; {again}"
            assert max(tray.badges().values(), default=0) <= 1, f"a badge came out twice; {again}"
        asking.join()
        used.close()
        states, pictures = opened.core.call(last_states), opened.core.call(queued_pictures)
        assert opened.core.call(verify).problems == ()
        badges = tray.badges()
    print(json.dumps({"seed": seed, "faults": faults, "answered": helper.answered, "left": len(helper.left_alone)}))
    assert set(faults) == set(FAULTS), "it was over before each fault had its turn"
    left = len(helper.left_alone)
    assert Counter(states.values()) == Counter(confirmed=EVERYONE - left, unknown=left), again
    alone = {id_ for id_, state in states.items() if state == "unknown"}
    assert {id_ for id_ in states if badges[id_] != 1} <= alone, f"without a badge or a question; {again}"
    check_wire(npos(printer.jobs), printer, owners, pictures)


def check_wire(
    read: list[Read], printer: RecordingPrinter, owners: dict[str, str], pictures: dict[str, set[bytes]]
) -> None:
    """What went over the wire, read by npos, is what the journal keeps and what came out, dot for dot."""
    for job in read:
        assert job.commands == JOB
        assert job.picture.tobytes() in pictures[owners[ticket_code(job.picture)]]
    assert Counter(job.picture.tobytes() for job in read) == Counter(page.tobytes() for page in printer.pages)


def test_forty_kills_in_a_batch_lose_no_badge_and_double_none(folder: Path) -> None:
    print_and_kill(folder, KILLS, seed=2018)
