"""What goes over the wire to a printer, and a reader of it that is not ours: npos, from npm."""

import json
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image

from tests.fakes import FakePrinter, _Line

READER = Path(__file__).with_name("npos")
_BEGINNING = b"\x1b@"


class RecordingPrinter(FakePrinter):
    """``jobs`` holds the bytes of each badge that it printed or keeps, as they came.

    ``mode_in_picture`` becomes its mode in the middle of the next badge, and is empty from then on.
    """

    def __init__(self, mode: str = "ok") -> None:
        super().__init__(mode)
        self.jobs: list[bytes] = []
        self.mode_in_picture = ""
        self._taken = bytearray()

    def _converse(self, line: _Line) -> None:
        self._taken.clear()
        super()._converse(line)

    def _read(self, line: _Line, count: int) -> bytes:
        got = super()._read(line, count)
        self._taken += got
        return got

    def _raster(self, line: _Line) -> None:
        if mode := self.mode_in_picture:
            self.mode, self.mode_in_picture = mode, ""
        super()._raster(line)

    def _finish(self, line: _Line, cut: bool) -> None:
        # The first: what comes before is only questions, and a picture may hold these two bytes as well.
        job = bytes(self._taken[self._taken.index(_BEGINNING) :])
        self._taken.clear()
        super()._finish(line, cut)
        self.jobs.append(job)


class Read(NamedTuple):
    """A job as npos understands it."""

    commands: tuple[str, ...]
    picture: Image.Image


@pytest.fixture(scope="session")
def npos(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Sequence[bytes]], list[Read]]:
    """Reads jobs. Its packages are those of the lock file, in a folder of this run only."""
    if shutil.which("npm") is None:
        pytest.skip("npm is missing: « python3 start.py e2e » installs it.")
    home = Path(shutil.copytree(READER, tmp_path_factory.mktemp("npos") / "reader"))
    install = ["npm", "ci", "--omit=optional", "--ignore-scripts", "--no-audit", "--no-fund"]
    subprocess.run(install, cwd=home, check=True, capture_output=True, timeout=300)

    def read(jobs: Sequence[bytes]) -> list[Read]:
        folder = tmp_path_factory.mktemp("jobs")
        for number, job in enumerate(jobs):
            (folder / f"{number:05}.bin").write_bytes(job)
        command = ["node", str(home / "read_jobs.js"), str(folder)]
        said = subprocess.run(command, check=True, capture_output=True, timeout=300).stdout
        pictures = [_bits(path) for path in sorted(folder.glob("*.pgm"))]
        return [Read(tuple(names), picture) for names, picture in zip(json.loads(said), pictures, strict=True)]

    return read


def _bits(path: Path) -> Image.Image:
    with Image.open(path) as grey:
        return grey.convert("1", dither=Image.Dither.NONE)
