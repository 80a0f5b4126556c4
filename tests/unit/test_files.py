"""Files written whole, whoever else writes them."""

import os
from pathlib import Path

import pytest

from vi_events.files import write_whole


def test_two_programs_that_write_one_file_both_write_it_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, replace = tmp_path / "liste.csv", os.replace

    def other_program_meanwhile(fresh: Path, target: Path) -> None:
        monkeypatch.setattr("os.replace", replace)
        monkeypatch.setattr("os.getpid", lambda: 0)
        write_whole(path, b"autre")
        replace(fresh, target)

    monkeypatch.setattr("os.replace", other_program_meanwhile)
    write_whole(path, b"celui-ci")
    assert path.read_bytes() == b"celui-ci"
    assert [each.name for each in tmp_path.iterdir()] == ["liste.csv"]
