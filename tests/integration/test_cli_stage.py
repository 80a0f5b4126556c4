"""The stage from the command line: palmarès, seal, running order, a show by script."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.integration.conftest import Ran

CSV = """collectivité;code;niveau;niveau précédent;type;mention
Le Havre;76351;4;3;ville;Numérique éducatif
Marcq-en-Barœul;59378;4;4;ville;
Y;80829;1;;village;
Bû;28064;2;;village;
"""
PASSPHRASE = "correct cheval pile agrafe"
pytestmark = pytest.mark.usefixtures("stage")


@pytest.fixture
def stage(vi: Callable[..., Ran], tmp_path: Path) -> Path:
    assert vi("new", "labels", "--title", "Labels", "--date", "2027-02-05", "--place", "Paris").code == 0
    file = tmp_path / "palmares.csv"
    file.write_text(CSV, "utf-8")
    said = vi("import", "palmares", str(file), "--json").said
    assert (said["read"], said["added"], said["imported"]) == (4, 4, True)
    return file


def run(vi: Callable[..., Ran], tmp_path: Path, *actions: str, more: tuple[str, ...] = ()) -> list[dict[str, object]]:
    script = tmp_path / "script.txt"
    script.write_text("\n".join(actions), "utf-8")
    ran = vi("show", "run", "--script", str(script), "--json", *more)
    return [json.loads(line) for line in ran.out.splitlines()]


def test_a_script_plays_the_show_and_says_what_the_audience_reads(vi: Callable[..., Ran], tmp_path: Path) -> None:
    played = "# début,arm,go,go,go,standby,go,go,back,black,black,hold"
    said = run(vi, tmp_path, *played.split(","))
    assert [line["state"] for line in said] == ["armed"] + ["live"] * 9 + ["hold"]
    assert said[1]["screen"] == "Labels"
    assert str(said[3]["screen"]).split("\n")[:2] == ["@", "Y"]
    assert str(said[3]["next"])
    assert said[8]["screen"] == ""
    assert said[8]["black"] is True
    after = run(vi, tmp_path, "wait 0", "resume")
    assert after[0]["state"] == "hold"
    assert after[1]["state"] == "live"
    assert after[1]["stop"] == said[7]["stop"]


def test_a_refused_action_says_why_and_the_command_ends_with_one(vi: Callable[..., Ran], tmp_path: Path) -> None:
    script = tmp_path / "s.txt"
    script.write_text("go\n", "utf-8")
    ran = vi("show", "run", "--script", str(script), "--json")
    assert ran.code == 1
    assert ran.said["refused"] == "not_armed"
    assert "armé" in ran.said["message"]


@pytest.mark.parametrize("action", ["dance", "wait x", "wait -1"])
def test_an_action_that_means_nothing_is_an_error(vi: Callable[..., Ran], tmp_path: Path, action: str) -> None:
    script = tmp_path / "s.txt"
    script.write_text(action, "utf-8")
    ran = vi("show", "run", "--script", str(script), "--json")
    assert ran.code == 1
    assert ran.error in ("action_unknown", "wait_invalid")


def test_the_export_holds_announced_awards_only(vi: Callable[..., Ran], tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert vi("export", "palmares", str(out), "--json").said["rows"] == 0
    run(vi, tmp_path, "arm", "go", "go", "go")
    assert vi("export", "palmares", str(out), "--json").said["rows"] == 1
    (row,) = json.loads(out.read_text("utf-8"))
    assert (row["authority"], row["level"]) == ("Y", 1)


def test_pictures_for_the_press_are_of_announced_awards_only(
    vi: Callable[..., Ran], outside: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    out = tmp_path / "presse"
    assert outside("palmares", "press", "--json").error == "folder_missing"
    assert outside("palmares", "press", out, "--json").error == "nothing_announced"
    assert not out.exists()
    run(vi, tmp_path, "arm", "go", "go", "go")
    said = outside("palmares", "press", out, "--json").said
    assert (said["awards"], sorted(said["pictures"])) == (1, ["y-80829-1080x1080.png", "y-80829-1920x1080.png"])
    assert sorted(path.name for path in out.iterdir()) == sorted(said["pictures"])


def test_sealed_it_asks_for_the_passphrase_and_plays_all_the_same(
    vi: Callable[..., Ran], stage: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VI_EVENTS_PASSPHRASE", PASSPHRASE)
    said = vi("palmares", "seal", "--json").said
    assert said["sealed"]
    assert str(stage) in said["clear_copies"]
    monkeypatch.setenv("VI_EVENTS_PASSPHRASE", "une autre phrase")
    assert vi("palmares", "check", "--json").error == "passphrase_wrong"
    monkeypatch.setenv("VI_EVENTS_PASSPHRASE", said["recovery_key"])
    assert vi("palmares", "check", "--json").said["ok"]
    rehearsed = run(vi, tmp_path, "arm", "go", "go", "go", more=("--rehearsal",))
    assert str(rehearsed[-1]["screen"]).startswith("RÉPÉTITION")
    assert vi("palmares", "unseal", "--json").said["sealed"] is False


def test_the_running_order_leaves_as_a_table_and_comes_back(vi: Callable[..., Ran], tmp_path: Path) -> None:
    table = tmp_path / "conducteur.csv"
    assert vi("palmares", "order", "--by", "level", "--starts", "14:30", "--ends", "15:30", "--json").code == 0
    rows = vi("export", "rundown", str(table), "--json").said["rows"]
    again = vi("import", "rundown", str(table), "--json").said
    assert (again["added"], again["removed"], again["unchanged"]) == (0, 0, rows)


def test_a_palmares_with_a_wrong_row_changes_nothing(vi: Callable[..., Ran], tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("collectivité;niveau\nReims;7\nEpernay;2\n", "utf-8")
    ran = vi("import", "palmares", str(wrong), "--json")
    assert ran.code == 1
    assert ran.said["imported"] is False
    assert ran.said["refused"][0]["row"] == 2
    assert vi("palmares", "check", "--json").said["stops"] > 0
    assert vi("import", "palmares", str(wrong), "--partial", "--json").said["imported"]
