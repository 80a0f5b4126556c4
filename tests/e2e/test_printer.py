"""The printer from outside the program: a real process, a real TCP port."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.fakes import FakePrinter
from tests.integration.conftest import Ran, data, made_once, outside, people, vi
from tests.integration.test_hostile import Vi

__all__ = ["data", "made_once", "outside", "people", "vi"]  # fixtures: pytest finds them by name
STATES = {
    "ok": (0, "confirmed", 1),
    "paper_low": (0, "confirmed", 1),
    "paper_out": (1, "failed", 0),
    "runs_out": (1, "unknown", 0),
    "closes_mid_job": (1, "unknown", 0),
    "never_answers": (1, "failed", 0),
    "refuses": (1, "failed", 0),
}
"""Exit code, what the program says of the badge, and pages at the printer."""
CHECKS = {
    "ok": (0, True, "ok"),
    "paper_low": (0, True, "low"),
    "paper_out": (1, False, "out"),
    "never_answers": (1, False, "unknown"),
    "refuses": (1, False, "unknown"),
}
PATIENCE_S = 30


def printed(ran: Ran) -> tuple[int, str]:
    return ran.code, ran.said["state"]


def journal_states(outside: Vi, out: Path) -> list[str]:
    assert outside("export", "journal", out).code == 0
    entries: list[dict[str, Any]] = json.loads(out.read_text(encoding="utf-8"))
    return [str(entry["payload"]["state"]) for entry in entries if entry["kind"] == "badge_printed"]


@pytest.mark.parametrize("mode", list(STATES))
def test_a_badge_is_said_to_be_what_it_became(
    outside: Vi, people: list[dict[str, str]], tmp_path: Path, mode: str
) -> None:
    code, state, pages = STATES[mode]
    started = time.monotonic()
    with FakePrinter(mode) as printer:
        ran = outside("badge", people[0]["attendee_id"], "--printer", printer.url, "--json")
        assert printed(ran) == (code, state)
        assert len(printer.pages) == pages
    assert time.monotonic() - started < PATIENCE_S
    assert bool(ran.said["reason"]) == (state != "confirmed")
    assert "Traceback" not in ran.err
    assert journal_states(outside, tmp_path / "journal.json") == ["sending", state]


@pytest.mark.parametrize("width", [384, 576])
def test_the_printer_gets_the_picture_of_the_badge(
    outside: Vi, people: list[dict[str, str]], tmp_path: Path, width: int
) -> None:
    picture = tmp_path / "badge.png"
    badge = ("badge", people[0]["attendee_id"], "--width", width)
    assert outside(*badge, "--png", picture).code == 0
    with FakePrinter() as printer:
        assert printed(outside(*badge, "--printer", printer.url, "--json")) == (0, "confirmed")
    with Image.open(picture) as expected:
        assert expected.tobytes() == printer.pages[0].tobytes()
    assert printer.cuts == 1


@pytest.mark.parametrize("mode", list(CHECKS))
def test_check_says_how_the_printer_is_and_prints_nothing(outside: Vi, mode: str) -> None:
    code, online, paper = CHECKS[mode]
    with FakePrinter(mode) as printer:
        ran = outside("printer", "check", printer.url, "--json")
        assert (ran.code, ran.said["online"], ran.said["paper"]) == (code, online, paper)
        assert ran.said["text"].endswith(".")
        assert printer.pages == []


def test_an_impossible_address_prints_nothing(outside: Vi, people: list[dict[str, str]], tmp_path: Path) -> None:
    ran = outside("badge", people[0]["attendee_id"], "--printer", "usb://zz", "--json")
    assert (ran.code, ran.error) == (1, "printer_url_invalid")
    assert journal_states(outside, tmp_path / "journal.json") == []
