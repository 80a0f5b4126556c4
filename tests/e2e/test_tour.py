"""The tour plays a whole day without a display, from the first list to the erasure, and leaves its pictures."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from vi_events.ui.tour.stations import GUEST

pytestmark = pytest.mark.untimed
PATIENCE_S = 400
SHAPES = {"1366": (1366, 768), "1920": (1920, 1080)}


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """The folder of the pictures, and what the tour said."""
    folder = tmp_path_factory.mktemp("tour") / "images é"
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment |= {"PYTHONUTF8": "1"}
    environment.pop("QT_QPA_PLATFORM", None)
    command = [sys.executable, "-m", "vi_events", "demo", "--tour", str(folder)]
    played = subprocess.run(
        command, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=PATIENCE_S, check=False
    )
    assert played.returncode == 0, played.stderr
    assert "Traceback" not in played.stderr
    return folder, json.loads(played.stdout)


def test_the_summary_tells_a_day_that_adds_up(tour: tuple[Path, dict[str, Any]]) -> None:
    folder, said = tour
    assert json.loads((folder / "summary.json").read_text(encoding="utf-8")) == said
    assert said["journal"]["problems"] == []
    assert 0 < said["present"] <= said["expected"] <= said["imported"]
    assert said["journal"]["entries"] > said["imported"]


def test_no_name_is_left_of_the_tour_and_the_figures_are(tour: tuple[Path, dict[str, Any]]) -> None:
    _, said = tour
    erased = said["erased"]
    assert erased["clean"]
    assert erased["figures_kept"]
    assert erased["people"] == said["imported"] < erased["sought"]
    assert GUEST not in erased["unheard"]
    assert erased["said"] == "aucun nom ne reste"


def test_what_is_written_of_the_day_is_left_beside_the_pictures(tour: tuple[Path, dict[str, Any]]) -> None:
    folder, said = tour
    written = folder / "documents"
    assert said["documents"] == sorted(
        path.relative_to(written).as_posix() for path in written.rglob("*") if path.is_file()
    )
    for name in ("invitations.pdf", "registre.pdf", "papier/01-liste-alphabetique.pdf", "papier/04-conducteur.pdf"):
        assert name in said["documents"]
    for name in ("rapport/rapport.pdf", "rapport/presse/palmares.csv", "attestations/attestations.pdf"):
        assert name in said["documents"]
    labels = (written / "rapport" / "presse" / "palmares.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(labels) - 1 == said["announced"] > 100


def test_every_picture_is_there_and_shows_something(tour: tuple[Path, dict[str, Any]]) -> None:
    folder, said = tour
    assert sorted(said["pictures"]) == sorted(path.name for path in folder.glob("*.png"))
    assert len(said["pictures"]) == len(set(said["pictures"])) > 100
    for name in said["pictures"]:
        with Image.open(folder / name) as picture:
            colours = picture.convert("L").histogram()
        assert sum(count > 0 for count in colours) >= 2, f"{name} is blank"
        assert max(colours) < 0.995 * sum(colours), f"{name} is blank"


def test_windows_are_drawn_at_both_sizes(tour: tuple[Path, dict[str, Any]]) -> None:
    folder, said = tour
    for size, shape in SHAPES.items():
        for what in ("accueil-admis", "accueil-inconnu", "accueil-recherche", "borne-pret"):
            assert f"{what}-{size}.png" in said["pictures"]
            with Image.open(folder / f"{what}-{size}.png") as picture:
                assert picture.size == shape


def test_each_moment_looks_different(tour: tuple[Path, dict[str, Any]]) -> None:
    folder, said = tour
    moments = [name for name in said["pictures"] if name.startswith("accueil-") and name.endswith("-1366.png")]
    assert len({(folder / name).read_bytes() for name in moments}) == len(moments) > 8


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    taken = tmp_path / "file"
    taken.write_text("", encoding="utf-8")
    command = [sys.executable, "-m", "vi_events", "demo", "--tour", str(taken / "tour")]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    played = subprocess.run(
        command, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False
    )
    assert played.returncode == 1
    assert "ne se laisse pas écrire" in played.stderr
    assert "Traceback" not in played.stderr
