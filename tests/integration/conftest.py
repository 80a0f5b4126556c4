"""An edition to drive from outside, and the ways to do so; stations that meet."""

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.networks import Seat, free_listen
from vi_events import app, cli
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition


class Ran(NamedTuple):
    """What a command left: its exit code, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> Any:
        """The one JSON value on standard output; ValueError when there is more, or something else."""
        return json.loads(self.out)

    @property
    def error(self) -> str:
        return str(self.said["error"]["code"])


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("demo")
    app.create_demo(data)
    return data


@pytest.fixture
def data(made_once: Path, tmp_path: Path) -> Path:
    """A folder of editions of one's own, with the demo edition."""
    return Path(shutil.copytree(made_once, tmp_path / "data"))


@pytest.fixture
def vi(data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Runs a command inside this process."""
    monkeypatch.setenv("VI_EVENTS_DATA", str(data))
    monkeypatch.delenv("VI_EVENTS_PIN", raising=False)

    def run(*arguments: object, typed: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8"))
        capsys.readouterr()
        code = cli.run([str(each) for each in arguments], lambda _options: 99)
        return Ran(code, *capsys.readouterr())

    return run


@pytest.fixture
def outside(data: Path) -> Callable[..., Ran]:
    """Runs a command as another program would, in a process of its own."""

    def run(*arguments: object, typed: bytes = b"", **how: Any) -> Ran:
        command = [sys.executable, "-m", "vi_events", *map(os.fsencode, map(str, arguments))]
        environment = {**os.environ, "VI_EVENTS_DATA": str(data)}
        how = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **how}
        done = subprocess.run(command, input=typed, env=environment, timeout=300, check=False, **how)
        return Ran(done.returncode, (done.stdout or b"").decode(), (done.stderr or b"").decode())

    return run


@pytest.fixture
def people(vi: Callable[..., Ran], tmp_path: Path) -> list[dict[str, str]]:
    """Everyone who has a ticket, as ``tickets`` gives them."""
    out = tmp_path / "everyone.json"
    assert vi("export", "attendees", out).code == 0
    rows: list[dict[str, str]] = json.loads(out.read_text(encoding="utf-8"))
    return [row for row in rows if row["status"] == "confirmed" and not row["zones"] and not row["protocol_note"]]


@pytest.fixture
def seats(tmp_path: Path) -> Iterator[list[Seat]]:
    """The stage of an edition, that hosts it; others join the list."""
    edition = Edition("labels", "Labels", "2027-02-05", "Paris")
    folder = app.create_edition(tmp_path / "stage", edition, [Zone("jour", "Jour")])
    host = Seat(folder, "régie", free_listen())
    host.network.host().result()
    seated = [host]
    try:
        yield seated
    finally:
        for seat in seated:
            seat.end()
