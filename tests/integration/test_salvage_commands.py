"""A station has died: what its disk or its stick still holds comes to another one, through the command line."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.integration.conftest import Ran
from vi_events import app
from vi_events.edition import people
from vi_events.journal.entry import Author, Fact
from vi_events.journal.store import Store

Vi = Callable[..., Ran]
UNCOPIED_S = 2.0
"""What a stick may lack: a round of a second, and a busy computer."""
LIVES_S = 5.0
MANY = 100_000


@pytest.fixture
def dead(data: Path, vi: Vi, people: list[dict[str, str]], tmp_path: Path) -> Path:
    """The data folder of a laptop that shared the edition, admitted three people as « Accueil 2 » and died."""
    folder = Path(shutil.copytree(data, tmp_path / "dead"))
    codes = "\n".join(row["code"] for row in people[:3])
    ran = vi("scan", "--data", folder, "--station", "Accueil 2", "--zone", "ceremonie", "--json", typed=codes.encode())
    assert [json.loads(line)["verdict"] for line in ran.out.splitlines()] == ["admitted"] * 3
    return folder / "demo"


def own(folder: Path, station: str = "Accueil 2") -> list[str]:
    """What a station recorded, as the edition in this folder knows it: ids."""
    with app.read_edition(folder) as store:
        return [entry.id for entry in store.entries() if entry.station == station]


def entries(vi: Vi, out: Path, *where: object) -> list[dict[str, Any]]:
    assert vi("export", "journal", out, *where).code == 0
    found: list[dict[str, Any]] = json.loads(out.read_text(encoding="utf-8"))
    return found


def test_whom_the_dead_station_admitted_is_already_in_here(
    vi: Vi, dead: Path, data: Path, people: list[dict[str, str]]
) -> None:
    said = vi("journal", "import", dead, "--json").said
    assert (said["kind"], said["edition"], said["new"], said["set_aside"]) == ("database", "demo", len(own(dead)), [])
    assert said["read"] == said["known"] + said["new"]
    (accueil,) = (each for each in said["stations"] if each["station"] == "Accueil 2")
    assert (accueil["new"], accueil["missing"]) == (len(own(dead)), 0)
    assert own(data / "demo") == own(dead) != []
    scanned = vi(
        "scan", "--station", "Accueil 1", "--zone", "ceremonie", "--json", typed=people[0]["code"].encode()
    ).said
    assert (scanned["verdict"], scanned["first_station"]) == ("already_in", "Accueil 2")
    assert vi("journal", "verify", "--json").said["ok"]


def test_a_dry_run_says_the_same_and_changes_nothing(vi: Vi, dead: Path, data: Path) -> None:
    before = (data / "demo" / "edition.db").read_bytes()
    looked = vi("journal", "import", dead, "--dry-run", "--json").said
    assert (data / "demo" / "edition.db").read_bytes() == before
    done = vi("journal", "import", dead, "--json").said
    for said in (looked, done):
        for station in said["stations"]:
            del station["missing"]
        del said["dry_run"]
    assert looked == done


def test_a_database_file_or_a_copy_of_it_will_do(vi: Vi, dead: Path, tmp_path: Path) -> None:
    copy = shutil.copyfile(dead / "edition.db", tmp_path / "2027-02-05_14h05.db")
    assert vi("journal", "import", copy, "--json").said["new"] == len(own(dead))
    assert vi("journal", "import", dead / "edition.db", "--json").said["new"] == 0


def test_a_damaged_database_gives_what_is_readable(vi: Vi, dead: Path, data: Path) -> None:
    recorded = own(dead)
    content = bytearray((dead / "edition.db").read_bytes())
    content[:8192] = bytes(8192)
    content[12 * 4096 : 13 * 4096] = os.urandom(4096)
    (dead / "edition.db").write_bytes(content)
    ran = vi("journal", "import", dead)
    assert ran.code == 0
    assert f"{len(recorded)} nouvelles" in ran.out
    assert own(data / "demo") == recorded
    assert vi("journal", "verify", "--json").said["ok"]


def test_a_name_that_two_machines_bore_is_told(vi: Vi, dead: Path, data: Path, people: list[dict[str, str]]) -> None:
    vi("scan", "--station", "Accueil 2", typed=people[9]["code"].encode())
    here = own(data / "demo")
    said = vi("journal", "import", dead, "--json").said
    aside = [(one["station"], one["seq"]) for one in said["set_aside"]]
    assert aside == [("Accueil 2", seq + 1) for seq in range(len(here))]
    assert "deux machines" in said["set_aside"][0]["reason"]
    assert own(data / "demo") == sorted(here + own(dead)[len(here) :])


def test_taking_up_the_entries_of_one_s_own_name_is_warned_of(vi: Vi, dead: Path, data: Path) -> None:
    settings = {"station": "Accueil 2"}
    (data / "station.json").write_text(json.dumps(settings), encoding="utf-8")
    said = vi("journal", "import", dead, "--json").said
    assert "Accueil 2" in said["warnings"][0]


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: path / "absent", "source_unknown"),
        (lambda path: path, "source_unknown"),
        (lambda path: path / "x.db", "source_empty"),
        (lambda path: path / "x.viedition", "source_is_backup"),
        (lambda path: path / "other", "edition_other"),
    ],
)
def test_what_cannot_be_taken_is_refused(vi: Vi, tmp_path: Path, make: Callable[[Path], Path], code: str) -> None:
    source = tmp_path / "sources"
    source.mkdir()
    (source / "x.db").write_bytes(os.urandom(20_000))
    (source / "x.viedition").write_bytes(b"PK\x03\x04")
    new = ("--title", "Autre", "--date", "2027-02-05", "--place", "Paris")
    assert vi("new", "other", *new, "--data", source).code == 0
    ran = vi("journal", "import", make(source), "--edition", "demo", "--json")
    assert (ran.code, ran.error) == (1, code)


def test_a_source_must_be_given(vi: Vi) -> None:
    assert vi("journal", "import", "--json").error == "source_missing"
    assert vi("journal", "import", "x", "--replace", "--json").error == "replace_without_new"


# An edition made anew


def test_an_edition_is_made_anew_of_any_one_station_s_folder(
    vi: Vi, dead: Path, people: list[dict[str, str]], tmp_path: Path
) -> None:
    fresh = tmp_path / "fresh"
    said = vi("journal", "import", dead, "--new", "--data", fresh, "--json").said
    assert (said["made"], said["edition"], said["known"], said["damaged"]) == (True, "demo", 0, 0)
    there = entries(vi, tmp_path / "there.json", "--data", dead.parent)
    assert entries(vi, tmp_path / "here.json", "--data", fresh) == there
    assert (fresh / "demo" / "secrets.json").read_bytes() == (dead / "secrets.json").read_bytes()
    assert vi("journal", "verify", "--data", fresh, "--json").said["ok"]
    assert sorted(path.name for path in fresh.iterdir()) == ["demo", "last-edition"]
    # The dead station may wake up: what is recorded here has a name of its own.
    vi("scan", "--data", fresh, "--station", "Accueil 2", typed=people[9]["code"].encode())
    assert entries(vi, tmp_path / "later.json", "--data", fresh)[-1]["station"].startswith("Accueil 2-")


def test_who_replaces_the_dead_station_goes_on_numbering(
    vi: Vi, dead: Path, people: list[dict[str, str]], tmp_path: Path
) -> None:
    fresh = tmp_path / "fresh"
    assert vi("journal", "import", dead, "--new", "--replace", "--data", fresh).code == 0
    vi("scan", "--data", fresh, "--station", "Accueil 2", typed=people[9]["code"].encode())
    last = entries(vi, tmp_path / "later.json", "--data", fresh)[-1]
    assert (last["station"], last["seq"]) == ("Accueil 2", len(own(dead)) + 1)


def test_nobody_replaces_a_station_whose_entries_are_not_all_there(vi: Vi, dead: Path, tmp_path: Path) -> None:
    content = bytearray((dead / "edition.db").read_bytes())
    content[12 * 4096 : 40 * 4096] = os.urandom(28 * 4096)
    (dead / "edition.db").write_bytes(content)
    fresh = tmp_path / "fresh"
    assert vi("journal", "import", dead, "--new", "--replace", "--data", fresh, "--json").error == "replace_unsafe"
    assert list(fresh.iterdir()) == []
    said = vi("journal", "import", dead, "--new", "--data", fresh, "--json").said
    assert said["made"]
    assert sum(station["missing"] for station in said["stations"]) > 0


def test_an_edition_that_is_here_is_not_made_anew(vi: Vi, dead: Path, data: Path) -> None:
    before = (data / "demo" / "edition.db").read_bytes()
    assert vi("journal", "import", dead, "--new", "--json").error == "edition_exists"
    assert (data / "demo" / "edition.db").read_bytes() == before


def test_a_dry_run_makes_no_edition(vi: Vi, dead: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh"
    said = vi("journal", "import", dead, "--new", "--dry-run", "--data", fresh, "--json").said
    assert (said["made"], said["edition"]) == (False, "demo")
    assert list(fresh.iterdir()) == []


# A power cut, and a stick


def test_after_a_power_cut_the_stick_has_all_that_was_acknowledged(
    vi: Vi, data: Path, people: list[dict[str, str]], tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    (stick / "VI-EVENTS").mkdir(parents=True)
    codes = tmp_path / "codes.txt"
    codes.write_text("\n".join(row["code"] for row in people) + "\n" + f"{people[0]['code']}\n" * 200_000, "utf-8")
    there = shutil.copytree(data / "demo", tmp_path / "there" / "demo")
    told = live_and_die(there, codes, stick)
    died_s = time.monotonic()
    assert told[-1][0] - told[0][0] > LIVES_S - 1
    ran = vi("journal", "import", stick, "--json")
    assert (ran.said["kind"], ran.said["set_aside"]) == ("mirror", [])
    here = {entry["id"] for entry in entries(vi, tmp_path / "here.json")}
    acknowledged = [(at, id_) for at, verdict, id_ in told if id_ and verdict != "ignored"]
    old = [id_ for at, id_ in acknowledged if at < died_s - UNCOPIED_S]
    assert len(old) > 100
    assert [id_ for id_ in old if id_ not in here] == []
    assert vi("journal", "verify", "--json").said["ok"]
    # The same from its disk: then nothing at all is missing.
    assert vi("journal", "import", there, "--json").code == 0
    here = {entry["id"] for entry in entries(vi, tmp_path / "here.json")}
    assert {id_ for _, id_ in acknowledged} <= here


def live_and_die(folder: Path, codes: Path, stick: Path) -> list[tuple[float, str, str]]:
    """Scans for a while with a stick, then is killed; returns when it told what."""
    command = [sys.executable, "-m", "tests.integration.mirrored_station", str(folder), "Accueil 2", str(codes)]
    environment = {**os.environ, "VI_EVENTS_MIRROR": str(stick)}
    told: list[tuple[float, str, str]] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            at, verdict, id_ = line.rstrip("\n").split(" ")
            told.append((float(at), verdict, id_))
            if told[-1][0] - told[0][0] > LIVES_S:
                break
        process.kill()
    return told


def test_a_hundred_thousand_entries_come_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], vi: Vi, data: Path
) -> None:
    there = shutil.copytree(data / "demo", tmp_path / "there" / "demo")
    store = Store(there / "edition.db", app.TYPES)
    for start in range(0, MANY, 1000):
        with store.transaction(Author("Accueil 2")) as tx:
            for number in range(start, start + 1000, 2):
                id_ = f"f{number:06}"
                tx.record(people.upserted(id_, {"last_name": f"Nom{number}"}), Fact("unheard_of", f"attendee:{id_}"))
    store.close()
    began_s = time.perf_counter()
    said = vi("journal", "import", there, "--json").said
    took_s = time.perf_counter() - began_s
    with capsys.disabled():
        print(f"\n{said['new']} entries of {said['read']} brought in: {took_s:.1f} s")
    assert said["new"] == MANY
