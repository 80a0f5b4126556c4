"""An erasure that was cut short is proved afterwards, and what that takes is kept no longer than it must."""

import contextlib
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.integration.conftest import Ran
from tests.integration.test_erasure_files import named_in
from vi_events import app, paths
from vi_events.app import open_edition, read_edition
from vi_events.clock import wall_ms
from vi_events.closing import erasure as deciding
from vi_events.closing import name_search
from vi_events.closing.erasure import erase_edition, erase_person
from vi_events.closing.erasure_sheet import summary
from vi_events.edition import erasure, people
from vi_events.edition.programme import Edition
from vi_events.errors import StorageError
from vi_events.journal.entry import Author

NAMES = ("Sklodowska", "Langevin-Joliot", "Noddack-Tacke")
DAY_MS = 86_400_000
SEED, MOMENTS = 20_270_205, 14
HERE = Author("poste-1")
CUT = """
import os, signal, sys, threading
from pathlib import Path
from vi_events.app import open_edition
from vi_events.closing.erasure import erase_edition, erase_person
from vi_events.journal.entry import Author

READ = ("closing/erasure.py", "closing/proof.py", "edition/erasure.py", "private_files.py", "journal/erasing.py",
        "closing/erasure_sheet.py", "/files.py")
folder, person, moment = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
met = set()

def line(frame, event, _):
    if event == "line":
        met.add((frame.f_code.co_filename, frame.f_lineno))
        if len(met) == moment:
            os.kill(os.getpid(), signal.SIGKILL)
    return line

def call(frame, _event, _):
    return line if frame.f_code.co_filename.replace(os.sep, "/").endswith(READ) else None

with open_edition(folder, Author("poste-1")) as opened:
    opened.core.call(lambda _: sys.settrace(call))
    sys.settrace(call)
    erase_person(opened, person, folder) if person else erase_edition(opened, folder)
    sys.settrace(None)
print(len(met))
"""


@pytest.fixture
def folder(data: Path) -> Path:
    """An edition of three people."""
    made = app.create_edition(data, Edition("petite", "Petite", "2099-02-05", "Paris"), app.DEMO_ZONES)
    with open_edition(made, HERE) as opened:
        for number, name in enumerate(NAMES):
            opened.core.call(
                lambda _, number=number, name=name: opened.reception._desk.record(
                    people.added(f"p{number}", {"last_name": name, "first_name": "Marie"})
                )
            )
    return made


def erase_cut(folder: Path, person: str, moment: int) -> subprocess.CompletedProcess[str]:
    """Erases in a program that is killed at the moment; at none for 0. The moments are lines met for the first time."""
    command = [sys.executable, "-c", CUT, str(folder), person, str(moment)]
    return subprocess.run(command, env=os.environ, timeout=120, check=False, capture_output=True, text=True)


def proofs(folder: Path) -> Iterator[dict[str, object]]:
    for path in folder.glob("preuve-effacement*.json"):
        yield json.loads(path.read_text("utf-8"))


@pytest.mark.parametrize(("person", "gone"), [("", NAMES), ("p0", NAMES[:1])])
def test_killed_at_any_moment_an_erasure_is_whole_and_proved_once_it_is_asked_again(
    folder: Path, vi: Callable[..., Ran], tmp_path: Path, person: str, gone: tuple[str, ...]
) -> None:
    apart = tmp_path / "avant"
    shutil.copytree(folder, apart)
    whole = erase_cut(folder, person, 0)
    assert whole.returncode == 0, whole.stderr
    (wanted,) = proofs(folder)
    asked = ("erase", "--edition", "petite", "--confirm", "petite", *(("--person", person) if person else ()))
    for moment in random.Random(SEED).sample(range(1, int(whole.stdout)), MOMENTS):
        shutil.rmtree(folder)
        shutil.copytree(apart, folder)
        assert erase_cut(folder, person, moment).returncode == -signal.SIGKILL
        vi(*asked)
        made = list(proofs(folder))
        assert [each for each in made if not (each["clean"] and each["terms"] == wanted["terms"])] == [], moment
        assert made, moment
        assert named_in(folder, gone) == [], moment
        assert not erasure.is_unproved(folder), moment


def fail(*_: object, **__: object) -> None:
    raise StorageError("erasure_unfinished", "Une copie n’a pas pu être effacée.", "Rouvrez l’édition.")


@pytest.fixture
def unproved(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """« p0 » was erased, and the program ended before it looked for the name."""
    with monkeypatch.context() as patch, open_edition(folder, HERE) as opened:
        patch.setattr(deciding, "search", fail)
        with pytest.raises(StorageError):
            erase_person(opened, "p0", folder)
    return folder


def test_what_is_to_be_looked_for_is_for_its_owner_alone(unproved: Path) -> None:
    kept = unproved / erasure.UNPROVED
    assert "sklodowska" in kept.read_text()
    assert os.name == "nt" or kept.stat().st_mode & 0o777 == 0o600


def test_another_erasure_proves_the_one_that_waits_first(unproved: Path, vi: Callable[..., Ran]) -> None:
    said = vi("erase", "--edition", "petite", "--confirm", "petite", "--person", "p1", "--json").said
    assert (said["subjects"], said["clean"], len(said["earlier"])) == (["attendee:p1"], True, 2)
    assert sorted(str(each["subjects"]) for each in proofs(unproved)) == ["['attendee:p0']", "['attendee:p1']"]
    assert named_in(unproved, NAMES[:2]) == []


@pytest.mark.parametrize(
    ("days", "waits"),
    [
        ((0,), True),
        ((6, 6), True),
        ((7,), True),
        ((7, 7), True),
        ((7, 8), False),
        ((7, 30), False),
        ((-4000, -3999), True),
    ],
)
def test_it_is_kept_a_week_and_until_a_later_day_agrees(unproved: Path, days: tuple[int, ...], waits: bool) -> None:
    for each in days:
        with open_edition(unproved, HERE, now_ms=lambda each=each: wall_ms() + each * DAY_MS):
            pass
    assert erasure.is_unproved(unproved) == waits
    assert (named_in(unproved, ["sklodowska"]) != []) == waits


def test_a_clock_that_is_wrong_once_loses_no_proof(unproved: Path) -> None:
    for days in (3000, 1, 2):
        with open_edition(unproved, HERE, now_ms=lambda days=days: wall_ms() + days * DAY_MS):
            pass
    assert erasure.is_unproved(unproved)


def test_what_went_wrong_with_an_earlier_one_is_the_answer(unproved: Path, vi: Callable[..., Ran]) -> None:
    (unproved / "notes.txt").write_text("Marie Sklodowska")
    ran = vi("erase", "--edition", "petite", "--confirm", "petite", "--person", "p1", "--json")
    assert (ran.code, ran.said["clean"]) == (1, True)


def test_figures_are_not_said_to_have_changed_where_nobody_looked_in_time(
    unproved: Path, vi: Callable[..., Ran]
) -> None:
    assert vi("erase", "--edition", "petite", "--confirm", "petite", "--person", "p1", "--json").code == 0
    kept = {str(each["subjects"]): each["figures_kept"] for each in proofs(unproved)}
    assert kept == {"['attendee:p0']": None, "['attendee:p1']": True}


@pytest.mark.parametrize("held", ["", "[]", "{}", '{"found": 3}'])
@pytest.mark.parametrize("name", [erasure.UNPROVED, erasure.PROVED])
def test_what_is_kept_and_cannot_be_read_stands_in_no_way(
    folder: Path, vi: Callable[..., Ran], name: str, held: str
) -> None:
    (folder / name).write_text(held)
    ran = vi("erase", "--edition", "petite", "--confirm", "petite", "--json")
    assert (ran.code, ran.said["clean"]) == (0, True)
    assert not erasure.is_unproved(folder)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are always text there")
def test_a_file_whose_name_is_no_text_is_searched_and_named(folder: Path, vi: Callable[..., Ran]) -> None:
    odd = os.path.join(os.fsencode(folder), b"caf\xe9.txt")
    Path(os.fsdecode(odd)).write_text("Marie Sklodowska")
    ran = vi("erase", "--edition", "petite", "--confirm", "petite", "--json")
    assert (ran.code, [each["file"] for each in ran.said["found"]]) == (1, ["caf?.txt"])


def test_a_file_that_cannot_be_read_is_told_and_the_proof_is_not_clean(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "ferme.txt").write_text("x")
    read = name_search._parts

    def parts(path: Path) -> Iterator[bytes]:
        if path.name == "ferme.txt":
            raise PermissionError(13, "refusé", str(path))
        return read(path)

    monkeypatch.setattr(name_search, "_parts", parts)
    with open_edition(folder, HERE) as opened:
        (done,) = erase_edition(opened, folder)
    assert not done.proof.is_clean
    assert [(each.file, each.unread) for each in done.proof.found] == [("ferme.txt", True)]
    assert "1 fichier ne se lit pas" in summary(done.proof)
    assert not erasure.is_unproved(folder)


def test_nothing_is_kept_where_nothing_was_erased(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch, open_edition(folder, HERE) as opened:
        patch.setattr(app.Store, "transaction", fail)
        with pytest.raises(StorageError):
            erase_edition(opened, folder)
        assert erasure.is_unproved(folder)
    with open_edition(folder, HERE):
        assert not erasure.is_unproved(folder)
    with read_edition(folder) as store:
        assert erasure.erasures(store) == []


@pytest.mark.usefixtures("unproved")
def test_names_that_wait_for_a_proof_are_in_no_backup(vi: Callable[..., Ran], tmp_path: Path) -> None:
    assert vi("backup", tmp_path / "a.viedition", "--edition", "petite").code == 0
    assert b"unproved" not in (tmp_path / "a.viedition").read_bytes()


# Copies of the same edition beside it


def test_a_copy_taken_up_beside_it_is_told_until_it_is_erased_too(
    folder: Path, vi: Callable[..., Ran], tmp_path: Path
) -> None:
    assert vi("backup", tmp_path / "a.viedition", "--edition", "petite").code == 0
    assert vi("restore", tmp_path / "a.viedition", "--slug", "copie").code == 0
    said = vi("erase", "--edition", "petite", "--confirm", "petite", "--json").said
    assert (said["copies"], said["clean"]) == (["copie"], True)

    def told() -> str:
        found = vi("--edition", "petite", "--json", "doctor").said
        return next(each["text"] for each in found["checks"] if each["name"] == "données personnelles")

    assert "copie" in told()
    with read_edition(folder) as store:
        assert erasure.copies_left(store, folder) == ["copie"]
    assert vi("erase", "--edition", "copie", "--confirm", "copie", "--json").said["copies"] == []
    assert "copie" not in told()


def test_another_edition_beside_it_is_no_copy(folder: Path, vi: Callable[..., Ran]) -> None:
    assert vi("erase", "--edition", "petite", "--confirm", "petite", "--person", "p0", "--json").said["copies"] == []
    shutil.copytree(folder, folder.parent / "avant")
    with read_edition(folder) as store:
        assert erasure.copies_left(store, folder) == []


def test_a_copy_that_cannot_be_read_or_names_nobody_is_not_told(
    folder: Path, vi: Callable[..., Ran], tmp_path: Path
) -> None:
    assert vi("backup", tmp_path / "a.viedition", "--edition", "petite").code == 0
    for slug in ("abime", "avant"):
        assert vi("restore", tmp_path / "a.viedition", "--slug", slug).code == 0
    damaged = sqlite3.connect(folder.parent / "abime" / paths.DATABASE)
    with contextlib.closing(damaged), damaged:
        damaged.execute("UPDATE entry SET payload = 'x'")
    with open_edition(folder, HERE) as opened:
        later = people.added("p9", {"last_name": "Herschel", "first_name": "Caroline"})
        opened.core.call(lambda _: opened.reception._desk.record(later))
    asked = ("erase", "--edition", "petite", "--confirm", "petite", "--json")
    assert vi(*asked, "--person", "p9").said["copies"] == []
    assert vi(*asked).said["copies"] == ["avant"]
