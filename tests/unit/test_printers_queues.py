"""Printers behind a system's queue, which cannot confirm: CUPS by its commands, Windows by its spooler."""

import sys
from pathlib import Path
from typing import Any

import pytest

from tests.fakes import FakeCups
from vi_events.checkin.printers import open_printer

JOB = b"\x1b@\x1dv0\x00\x01\x00\x01\x00\x80\x1dVB\x00"
PATIENCE_S = 5.0


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeCups:
    fake = FakeCups(tmp_path)
    monkeypatch.setenv("PATH", str(fake.folder))
    return fake


def test_a_queue_takes_the_job_as_it_is_and_cannot_confirm(cups: FakeCups) -> None:
    printer = open_printer("cups://accueil", PATIENCE_S)
    assert printer.check().online
    assert printer.send(JOB).state == "sent"
    assert printer.send(JOB + b"2").state == "sent"
    assert cups.jobs == [JOB, JOB + b"2"]
    assert cups.asked[-1] == "lp -d accueil -o raw -t badge"


@pytest.mark.parametrize(
    ("lpstat", "paper", "cover", "word"),
    [
        ("printer accueil disabled since Sun\n\tAlerts: none", "unknown", "unknown", "arrêtée"),
        ("printer accueil is idle.\naccueil not accepting requests since Sun", "unknown", "unknown", "arrêtée"),
        ("printer accueil is idle.\n\tAlerts: media-empty-error", "out", "unknown", "papier"),
        ("printer accueil is idle.\n\tAlerts: cover-open", "unknown", "open", "capot"),
        ("printer accueil is idle.\n\tAlerts: offline-report", "unknown", "unknown", "éteinte"),
    ],
)
def test_a_queue_that_would_keep_the_job_gets_none(
    cups: FakeCups, lpstat: str, paper: str, cover: str, word: str
) -> None:
    cups.say("lpstat", lpstat)
    printer = open_printer("cups://accueil", PATIENCE_S)
    status = printer.check()
    assert (status.online, status.paper, status.cover) == (False, paper, cover)
    state = printer.send(JOB)
    assert state.state == "failed"
    assert word in state.reason
    assert cups.jobs == []


def test_a_queue_near_the_end_of_its_roll_still_prints(cups: FakeCups) -> None:
    cups.say("lpstat", "printer accueil is idle.\n\tAlerts: media-low-warning")
    printer = open_printer("cups://accueil", PATIENCE_S)
    assert printer.check().paper == "low"
    assert printer.send(JOB).state == "sent"


@pytest.mark.parametrize(
    ("error", "word"),
    [('lpstat: Invalid destination name in list "accueil".', "son nom"), ("lpstat: Bad file descriptor", "ne répond")],
)
def test_an_unknown_queue_and_a_dead_scheduler_are_told_apart(cups: FakeCups, error: str, word: str) -> None:
    cups.say("lpstat", "", error, 1)
    state = open_printer("cups://accueil", PATIENCE_S).send(JOB)
    assert state.state == "failed"
    assert word in state.reason
    assert cups.jobs == []


def test_once_lp_has_the_job_trouble_is_unknown(cups: FakeCups) -> None:
    cups.say("lp", "", "lp: Error - unable to queue from stdin", 1)
    state = open_printer("cups://accueil", PATIENCE_S).send(JOB)
    assert state.state == "unknown"
    assert "unable to queue" in state.reason


def test_a_command_that_hangs_is_not_waited_for(cups: FakeCups) -> None:
    cups.hang("lp")
    assert open_printer("cups://accueil", 0.5).send(JOB).state == "unknown"
    cups.hang("lpstat")
    assert open_printer("cups://accueil", 0.5).send(JOB).state == "failed"


def test_a_computer_without_cups_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    printer = open_printer("cups://accueil", PATIENCE_S)
    assert "CUPS n’est pas installé" in printer.check().text
    assert printer.send(JOB).state == "failed"


class Spooler:
    """win32print, as far as it goes."""

    class error(Exception):  # noqa: N801, N818 (its name there)
        pass

    def __init__(self) -> None:
        self.known = {"Status": 0, "Attributes": 0}
        self.jobs: list[bytes] = []
        self.calls: list[str] = []
        self.opened: list[str] = []
        self.fails = ""

    def __getattr__(self, name: str) -> Any:
        def call(*given: Any) -> Any:
            self.calls.append(name)
            if name == self.fails:
                raise self.error(name)
            if name == "OpenPrinter":
                self.opened.append(given[0])
            if name == "WritePrinter":
                self.jobs.append(given[1])
                return len(given[1])
            return self.known if name == "GetPrinter" else 1

        return call


@pytest.fixture
def spooler(monkeypatch: pytest.MonkeyPatch) -> Spooler:
    fake = Spooler()
    monkeypatch.setitem(sys.modules, "win32print", fake)
    return fake


def test_windows_takes_the_job_as_it_is_and_cannot_confirm(spooler: Spooler) -> None:
    printer = open_printer("win://EPSON TM-T20III Receipt")
    assert printer.check().online
    assert printer.send(JOB).state == "sent"
    assert spooler.jobs == [JOB]
    assert spooler.calls.count("OpenPrinter") == spooler.calls.count("ClosePrinter")


@pytest.mark.parametrize(
    ("status", "attributes", "word"),
    [(0x10, 0, "papier"), (0x400000, 0, "capot"), (0x80, 0, "hors ligne"), (1, 0, "pause"), (0, 0x400, "hors ligne")],
)
def test_windows_queues_that_would_keep_the_job_get_none(
    spooler: Spooler, status: int, attributes: int, word: str
) -> None:
    spooler.known = {"Status": status, "Attributes": attributes}
    state = open_printer("win://accueil").send(JOB)
    assert (state.state, spooler.jobs) == ("failed", [])
    assert word in state.reason


@pytest.mark.parametrize(
    ("call", "state"),
    [
        ("OpenPrinter", "failed"),
        ("GetPrinter", "failed"),
        ("StartDocPrinter", "unknown"),
        ("WritePrinter", "unknown"),
        ("EndDocPrinter", "unknown"),
    ],
)
def test_a_spooler_that_fails_is_failed_only_before_the_job(spooler: Spooler, call: str, state: str) -> None:
    spooler.fails = call
    assert open_printer("win://accueil").send(JOB).state == state
    assert spooler.calls.count("ClosePrinter") == (0 if call == "OpenPrinter" else spooler.calls.count("OpenPrinter"))


def test_a_windows_address_elsewhere_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "win32print", None)
    printer = open_printer("win://accueil")
    assert "sous Windows" in printer.check().text
    assert printer.send(JOB).state == "failed"


def test_a_shared_windows_printer_keeps_its_server(spooler: Spooler) -> None:
    open_printer("win://serveur/accueil").check()
    assert spooler.opened == ["\\\\serveur\\accueil"]
