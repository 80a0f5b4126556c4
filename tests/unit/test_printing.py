"""The printers of a station: what becomes of badges when a printer is in every kind of trouble."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.fakes import FakePrinter, FakeSerialPrinter
from vi_events.app import OpenEdition, create_edition, open_edition
from vi_events.checkin import print_jobs, printing
from vi_events.checkin.print_jobs import Job
from vi_events.checkin.printers import PrinterStatus, PrintState, open_printer
from vi_events.checkin.printers.profiles import Profile
from vi_events.checkin.printing import Printing
from vi_events.edition import people
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.journal.entry import Author
from vi_events.journal.store import Store
from vi_events.settings import PrinterSettings

PEOPLE = ("ada", "bob", "zoe")
HERE = "poste-1/Accueil"
SPARE = "poste-1/Secours"


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "_TROUBLE_CHECK_S", 0.05)
    monkeypatch.setattr(printing, "open_printer", lambda url, *_patience: open_printer(url, 0.8))


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenEdition]:
    folder = create_edition(tmp_path, Edition("essai", "Essai", "2027-02-05", "Paris"), [Zone("jour", "Jour")])
    with open_edition(folder, Author("poste-1")) as opened:
        facts = [people.upserted(id_, {"last_name": id_.title(), "code": ""}) for id_ in PEOPLE]

        def record(store: Store) -> None:
            with store.transaction(Author("poste-1")) as tx:
                tx.record(*facts)

        opened.core.call(record)
        yield opened
        opened.reception.printing.close()


def until(done: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, "still not"
        time.sleep(0.01)


def attach(opened: OpenEdition, *printers: FakePrinter | FakeSerialPrinter) -> Printing:
    names = ("Accueil", "Secours")
    opened.reception.printing.attach(
        [PrinterSettings(name, printer.url) for name, printer in zip(names, printers, strict=False)]
    )
    return opened.reception.printing


def states(opened: OpenEdition, attendee_id: str = "ada") -> list[str]:
    state = opened.core.call(lambda store: store.state(people.subject(attendee_id)))
    return [job.state for job in print_jobs.jobs(attendee_id, state)] if state else []


def lamp(printing_: Printing) -> tuple[str, str]:
    view = printing_.printers().result()[0]
    return view.level, view.text


def queue(printing_: Printing, *ids: str) -> list[Job]:
    return [printing_.queue(id_).result() for id_ in ids]


WAITS = {
    "paper_out": "plus de papier",
    "cover_open": "capot",
    "never_answers": "répond pas",
    "answers_garbage": "",
    "refuses": "introuvable",
}
"""Faults seen before anything is sent: the badge waits, and comes out once the printer is well again."""


@pytest.mark.parametrize(("mode", "word"), WAITS.items(), ids=WAITS.keys())
def test_a_badge_waits_for_a_printer_in_trouble_and_comes_out_once(opened: OpenEdition, mode: str, word: str) -> None:
    with FakePrinter(mode) as printer:
        used = attach(opened, printer)
        queue(used, *PEOPLE)
        until(lambda: lamp(used)[0] == "bad")
        assert word in lamp(used)[1]
        assert states(opened) == ["queued"]
        printer.mode = "ok"
        until(lambda: states(opened, "zoe") == ["confirmed"])
        assert len(printer.pages) == 3
        assert lamp(used)[0] == "ok"


ASKS = ("closes_mid_job", "resets", "power_cycles")
"""Faults in the middle of a badge: nobody but a person can tell."""


@pytest.mark.parametrize("mode", ASKS)
def test_a_badge_lost_half_way_is_asked_about_and_the_others_go_on(opened: OpenEdition, mode: str) -> None:
    with FakePrinter(mode) as printer:
        used = attach(opened, printer)
        (first,) = queue(used, "ada")
        until(lambda: states(opened) == ["unknown"])
        printer.mode = "ok"
        queue(used, "bob")
        until(lambda: states(opened, "bob") == ["confirmed"])
        assert states(opened) == ["unknown"], "never sent again by itself"
        assert used.printers().result()[0].questions == 1
        again = used.answer(first, came_out=False).result()
        assert again is not None
        until(lambda: states(opened) == ["failed", "confirmed"])
        assert len(printer.pages) == 2


def test_a_badge_kept_by_a_printer_that_ran_out_is_not_doubled_when_somebody_saw_it(opened: OpenEdition) -> None:
    with FakePrinter("runs_out") as printer:
        used = attach(opened, printer)
        (job,) = queue(used, "ada")
        until(lambda: states(opened) == ["unknown"])
        printer.mode = "ok"  # the roll is changed: the printer prints what it had kept
        until(lambda: len(printer.pages) == 1)
        used.answer(job, came_out=True).result()
        assert states(opened) == ["confirmed"]
        until(lambda: lamp(used)[0] == "ok")
        assert len(printer.pages) == 1


@pytest.mark.parametrize("mode", ["paper_low", "sends_asb", "no_gs_r", "slow", "answers_late"])
def test_a_printer_with_habits_prints_each_badge_once(opened: OpenEdition, mode: str) -> None:
    with FakePrinter(mode) as printer:
        printer.late_s, printer.bytes_per_s = 0.1, 200_000
        used = attach(opened, printer)
        queue(used, "ada", "bob")
        until(lambda: states(opened, "bob") == ["confirmed"], 30)
        assert len(printer.pages) == 2
        assert lamp(used)[0] == ("warn" if mode == "paper_low" else "ok")


def test_badges_come_out_of_a_serial_printer(opened: OpenEdition) -> None:
    with FakeSerialPrinter() as printer:
        used = attach(opened, printer)
        queue(used, "ada")
        until(lambda: states(opened) == ["confirmed"])
        assert len(printer.pages) == 1


def test_what_comes_out_is_what_was_shown(opened: OpenEdition) -> None:
    with FakePrinter() as printer:
        used = attach(opened, printer)
        (job,) = queue(used, "ada")
        until(lambda: states(opened) == ["confirmed"])
        assert printer.pages[0].tobytes() == used.picture(job).result().tobytes()


def test_one_gesture_moves_what_waits_to_another_printer(opened: OpenEdition) -> None:
    with FakePrinter("paper_out") as broken, FakePrinter() as spare:
        used = attach(opened, broken, spare)
        queue(used, *PEOPLE)
        until(lambda: lamp(used)[0] == "bad")
        assert used.move(HERE, SPARE).result() == 3
        until(lambda: states(opened, "zoe") == ["moved", "confirmed"])
        broken.mode = "ok"
        until(lambda: lamp(used)[0] == "ok")
        assert (len(broken.pages), len(spare.pages)) == (0, 3)


def test_what_waits_survives_a_restart_and_what_was_being_sent_is_asked_about(
    opened: OpenEdition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "_END_WAIT_S", 0.1)
    with ExitStack() as stack:
        stalled = stack.enter_context(FakePrinter("stalls"))
        used = attach(opened, stalled)
        queue(used, "ada", "bob")
        until(lambda: states(opened) == ["sending"])
        fine = stack.enter_context(FakePrinter())
        # As after a crash: a new set of workers finds the journal as it was left.
        used._workers.clear()
        used.attach([PrinterSettings("Accueil", fine.url)])
        until(lambda: states(opened, "bob") == ["confirmed"])
        assert states(opened) == ["unknown"]
        assert len(fine.pages) == 1


def test_a_badge_is_printed_once_however_often_the_person_is_admitted(opened: OpenEdition) -> None:
    with FakePrinter() as printer:
        used = attach(opened, printer)
        futures = [used.after_admission("ada") for _ in range(5)]
        assert [future.result() is not None for future in futures] == [True, False, False, False, False]
        until(lambda: states(opened) == ["confirmed"])
        assert len(printer.pages) == 1


def test_a_station_without_a_printer_asks_for_none(opened: OpenEdition) -> None:
    assert opened.reception.printing.after_admission("ada").result() is None
    assert states(opened) == []


def test_a_test_card_is_no_badge(opened: OpenEdition) -> None:
    from vi_events.checkin.test_card import test_card

    with FakePrinter() as printer:
        used = attach(opened, printer)
        used.print_picture(HERE, test_card(576))
        until(lambda: len(printer.pages) == 1)
        assert used.jobs().result() == ()


def test_an_address_that_means_nothing_is_told_by_the_lamp(opened: OpenEdition) -> None:
    used = opened.reception.printing
    used.attach([PrinterSettings("Accueil", "bluetooth://x")])
    queue(used, "ada")
    until(lambda: lamp(used)[0] == "bad")
    assert states(opened) == ["queued"]


def test_listeners_hear_of_trouble_and_of_its_end(opened: OpenEdition) -> None:
    heard: list[str] = []
    with FakePrinter("paper_out") as printer:
        opened.reception.printing.listen(lambda view: heard.append(view.level))
        attach(opened, printer)
        until(lambda: "bad" in heard)
        printer.mode = "ok"
        until(lambda: heard[-1] == "ok")


def test_a_printer_that_says_ready_and_takes_nothing_fills_no_journal(
    opened: OpenEdition, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stubborn:
        profile = Profile("stubborn", "Stubborn", 576)

        def check(self) -> PrinterStatus:
            return PrinterStatus(True, "ok", "closed", "prête")

        def send(self, job: bytes) -> PrintState:
            return PrintState("failed", f"refusé ({len(job)})")

    monkeypatch.setattr(printing, "open_printer", lambda _url, *_patience: Stubborn())
    used = opened.reception.printing
    used.attach([PrinterSettings("Accueil", "null:")])
    queue(used, "ada")
    until(lambda: opened.core.call(lambda store: store.positions()["poste-1"]) >= 12)
    time.sleep(0.5)
    assert opened.core.call(lambda store: store.positions()["poste-1"]) < 24
    assert lamp(used)[0] == "bad"


def test_a_bug_in_a_transport_is_told_and_the_worker_goes_on(
    opened: OpenEdition, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(printing, "_LONGEST_WAIT_S", 0.05)
    with FakePrinter() as printer:
        broken = [True]

        def open_or_break(url: str, *_patience: float) -> object:
            if broken[0]:
                raise ZeroDivisionError(url)
            return open_printer(url)

        monkeypatch.setattr(printing, "open_printer", open_or_break)
        used = attach(opened, printer)
        queue(used, "ada")
        until(lambda: "imprévue" in lamp(used)[1])
        broken[0] = False
        until(lambda: states(opened) == ["confirmed"])
    assert "ZeroDivisionError" in caplog.text


def test_saving_the_same_printers_again_cuts_no_badge_short(opened: OpenEdition) -> None:
    with FakePrinter("slow") as printer:
        printer.bytes_per_s = 60_000
        used = attach(opened, printer)
        queue(used, "ada")
        until(lambda: states(opened) == ["sending"])
        attach(opened, printer)
        printer.mode = "ok"
        until(lambda: states(opened) == ["confirmed"])
        assert len(printer.pages) == 1


def test_the_lamp_of_an_idle_printer_is_right_within_three_seconds(opened: OpenEdition) -> None:
    assert printing._IDLE_CHECK_S + printing._CHECK_PATIENCE_S < 3
    with FakePrinter() as printer:
        used = attach(opened, printer)
        until(lambda: lamp(used)[0] == "ok")
        for mode in ("paper_out", "cover_open", "never_answers", "refuses"):
            printer.mode = mode
            until(lambda: lamp(used)[0] == "bad")
            printer.mode = "ok"
            until(lambda: lamp(used)[0] == "ok")
