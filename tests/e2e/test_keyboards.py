"""The real window under a real X server, with a scanner that presses keys on every layout our users have."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.e2e.x_server import CAPS_LOCK, ENTER, KEYCODES, SYMBOLS, TAB, point, press, scan, wait_for, x_server
from vi_events import app
from vi_events.edition import people

PROGRAM = [sys.executable, "-m", "vi_events"]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    app.create_demo(tmp_path / "data")
    return tmp_path / "data"


def expected(data: Path) -> list[tuple[str, str]]:
    """(id, ticket code) of people whom the first zone admits."""
    with app.read_edition(data / "demo") as store:
        found = store.states_of_type("attendee")
    return [
        (subject.removeprefix(people.PREFIX), state.data["code"])
        for subject, state in found
        if state.data["status"] == "confirmed" and (not state.data.get("zones") or "jour-1" in state.data["zones"])
    ]


def journal(data: Path) -> list[dict[str, object]]:
    out = data / "journal.json"
    subprocess.run([*PROGRAM, "--data", str(data), "export", "journal", str(out)], check=True, capture_output=True)
    return list(json.loads(out.read_text(encoding="utf-8")))


def admitted(data: Path, attendee_id: str) -> bool:
    subject = people.subject(attendee_id)
    return any(entry["kind"] == "attendee_admitted" and entry["subject"] == subject for entry in journal(data))


@contextmanager
def window(data: Path, env: dict[str, str]) -> Iterator[None]:
    with subprocess.Popen([*PROGRAM, "--data", str(data), "demo"], env=env) as program:
        try:
            holder = data / "demo" / app.HOLDER_FILE
            assert wait_for(lambda: holder.exists() and str(program.pid) in holder.read_text())
            # The title names the edition once it is there for scans.
            assert wait_for(lambda: windows(env, "édition de démonstration, accueil") > 0)
            point(env, 400, 300, click=True)
            press(env, "9")  # Escape: the desk is ready for the next person.
            yield
            assert program.poll() is None, "the window must still be there"
        finally:
            program.terminate()
            program.wait(timeout=10)


def windows(env: dict[str, str], name: str) -> int:
    command = ["xdotool", "search", "--onlyvisible", "--name", name]
    return len(subprocess.run(command, env=env, capture_output=True, text=True, check=False).stdout.split())


@pytest.mark.parametrize("layout", SYMBOLS)
def test_a_ticket_scans_on_every_layout(data: Path, tmp_path: Path, layout: str) -> None:
    (first, code), (second, other) = expected(data)[:2]
    with x_server(tmp_path, layout) as env, window(data, env):
        scan(env, code)
        assert wait_for(lambda: admitted(data, first))
        press(env, CAPS_LOCK)
        scan(env, other)
        assert wait_for(lambda: admitted(data, second))


@pytest.mark.parametrize("layout", ["fr", "us"])
def test_a_scan_goes_to_check_in_wherever_the_focus_is(data: Path, tmp_path: Path, layout: str) -> None:
    people_ = expected(data)[:4]
    with x_server(tmp_path, layout) as env, window(data, env):
        press(env, "69")  # F3: the search field.
        scan(env, people_[0][1])
        assert wait_for(lambda: admitted(data, people_[0][0]))
        press(env, TAB, TAB, delay_ms=200)  # On a button.
        scan(env, people_[1][1])
        assert wait_for(lambda: admitted(data, people_[1][0]))
        press(env, "68")  # F2: the form to add a person.
        assert wait_for(lambda: windows(env, "Ajouter une personne") > 0)
        point(env, 683, 384)
        scan(env, people_[2][1])
        assert wait_for(lambda: admitted(data, people_[2][0]))
        assert windows(env, "Ajouter une personne") > 0, "the scan must not have closed the dialog"
        scan(env, people_[3][1], end=(TAB,))
        assert wait_for(lambda: admitted(data, people_[3][0]))
        kinds = [entry["kind"] for entry in journal(data)]
        assert "attendee_added" not in kinds
        assert kinds.count("attendee_admitted") == 4


def test_typing_by_hand_is_no_scan(data: Path, tmp_path: Path) -> None:
    with x_server(tmp_path, "fr") as env, window(data, env):
        before = len(journal(data))
        press(env, "69")
        press(env, *[KEYCODES[letter] for letter in "bassens"], ENTER, delay_ms=90)
        press(env, "9", delay_ms=90)
        assert len(journal(data)) == before


def test_a_second_launch_raises_the_first_window(data: Path, tmp_path: Path) -> None:
    with x_server(tmp_path, "us") as env, window(data, env):
        again = subprocess.run([*PROGRAM, "--data", str(data), "demo"], env=env, timeout=30, check=False)
        assert again.returncode == 0
        assert windows(env, "édition de démonstration, accueil") == 1
