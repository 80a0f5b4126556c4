"""Backups while people arrive, and power cuts while one is taken up."""

import itertools
import json
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.integration.conftest import Ran
from vi_events import app, backup, paths
from vi_events.backup import restoring
from vi_events.backup.copies import Copies
from vi_events.checkin import codes
from vi_events.edition import people, vault
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.journal.entry import Author
from vi_events.journal.store import Store
from vi_events.journal.verify import verify

PEOPLE = 300
BACKUPS = 4
PHRASE = "cheval agrafe correct pile"
MOMENTS = ("unpacked", "verified", "renamed")
_KILL = getattr(signal, "SIGKILL", signal.SIGTERM)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return app.create_edition(tmp_path / "here", Edition("essai", "Essai", "2027-02-05", "Paris"), [Zone("j1", "J1")])


def expect_people(folder: Path) -> list[str]:
    """So many people on the list; their tickets."""
    key = vault.load(folder).ticket_key
    tickets = [codes.new_code(key) for _ in range(PEOPLE)]
    facts = [
        people.upserted(f"{number:06}", {"last_name": f"Nom{number}", "code": ticket})
        for number, ticket in enumerate(tickets)
    ]

    def write(store: Store) -> None:
        with store.transaction(Author("poste-1")) as tx:
            tx.record(*facts)

    with app.open_edition(folder, Author("poste-1")) as opened:
        opened.core.call(write)
    return tickets


def admitted(folder: Path) -> set[str]:
    """The tickets of those who are in; the journal is intact."""
    with app.read_edition(folder) as store:
        assert verify(store).problems == ()
        return {state.data["code"] for _, state in store.states_of_type("attendee") if state.data.get("first")}


def test_a_backup_made_during_scans_holds_every_scan_answered_before_it(folder: Path, tmp_path: Path) -> None:
    tickets, answered, ended = expect_people(folder), [], threading.Event()
    taken: list[tuple[Path, set[str]]] = []

    def scan_until_ended() -> None:
        for ticket in itertools.cycle(tickets):
            opened.reception.scan(ticket).result()
            answered.append(ticket)
            if ended.is_set():
                return

    with app.open_edition(folder, Author("poste-1")) as opened:
        scanning = threading.Thread(target=scan_until_ended)
        scanning.start()
        for number in range(BACKUPS):
            before = list(answered)
            out = tmp_path / f"{number}.viedition"
            backup.write_backup(folder, out)
            assert len(answered) > len(before), "nobody came during this backup"
            taken.append((out, set(before)))
        ended.set()
        scanning.join()
    for number, (out, before) in enumerate(taken):
        found = admitted(backup.restore(out, tmp_path / "there", slug=f"essai-{number}"))
        assert before <= found <= set(tickets)
    assert taken[-1][1], "no scan was answered before the last backup"


def test_a_copy_made_during_scans_verifies(folder: Path, tmp_path: Path) -> None:
    tickets = expect_people(folder)
    with app.open_edition(folder, Author("poste-1")) as opened:
        answers = [opened.reception.scan(ticket) for ticket in tickets[: PEOPLE // 2]]
        answers[10].result()
        made = Copies(folder).make()
        for answer in answers:
            answer.result()
    assert made
    (tmp_path / "copy").mkdir()
    os.replace(made, tmp_path / "copy" / paths.DATABASE)
    assert set(tickets[:11]) <= admitted(tmp_path / "copy") <= set(tickets)


def _restore_until(moment: str, out: Path, data: Path) -> None:
    """A life that ends at that moment of a restore."""

    def then_die(name: str, module: object, wanted: str) -> None:
        work = getattr(module, name)

        def die(*given: object) -> None:
            work(*given)
            os.kill(os.getpid(), _KILL)

        if moment == wanted:
            setattr(module, name, die)

    then_die("_unpack", restoring, "unpacked")
    then_die("_verify", restoring, "verified")
    then_die("rename", os, "renamed")
    backup.restore(out, data)


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_power_cut_leaves_a_whole_edition_or_none(folder: Path, tmp_path: Path, moment: str) -> None:
    tickets, out, data = expect_people(folder), tmp_path / "a.viedition", tmp_path / "there"
    backup.write_backup(folder, out)
    life = multiprocessing.get_context("spawn").Process(target=_restore_until, args=(moment, out, data))
    life.start()
    life.join(60)
    assert life.exitcode not in (None, 0, 1)
    assert paths.editions(data) == (["essai"] if moment == "renamed" else [])
    if moment != "renamed":
        assert backup.restore(out, data) == data / "essai"
    with app.read_edition(data / "essai") as store:
        assert verify(store).problems == ()
        assert len(store.states_of_type("attendee")) == len(tickets)
    backup.restore(out, data, slug="encore")
    assert not list(data.glob(".restore-*")), "what the cut left is still there"


# From the command line


def test_an_edition_goes_to_another_computer(vi: Callable[..., Ran], data: Path, tmp_path: Path) -> None:
    out, there = tmp_path / "demo.viedition", tmp_path / "there"
    made = vi("backup", out, "--json").said
    assert (made["slug"], made["people"], made["palmares"], made["encrypted"]) == ("demo", 612, "draft", False)
    assert any("palmarès" in warning for warning in made["warnings"])
    shown = vi("--data", there, "restore", out, "--dry-run", "--json").said
    assert {name: shown[name] for name in made if name not in ("out", "warnings")} == {
        name: made[name] for name in made if name not in ("out", "warnings")
    }
    assert shown["folder"] is None
    assert not there.exists()
    restored = vi("--data", there, "restore", out, "--json").said
    assert restored["folder"] == str(there / "demo")
    assert vi("--data", there, "journal", "verify", "--json").said["ok"]
    refused = vi("restore", out, "--json")
    assert (refused.code, refused.error) == (1, "edition_exists")
    assert paths.editions(data) == ["demo"]
    assert vi("restore", out, "--slug", "formation", "--json").said["slug"] == "formation"


def test_a_restored_station_works_under_a_name_of_its_own(vi: Callable[..., Ran], tmp_path: Path) -> None:
    out, there = tmp_path / "demo.viedition", tmp_path / "there"
    assert vi("backup", out).code == 0
    assert vi("--data", there, "restore", out).code == 0
    assert vi("--data", there, "scan", "--json", typed=b"RIEN\n").code == 0
    stations = vi("--data", there, "journal", "verify", "--json").said["stations"]
    assert len(stations) == 2
    assert vi("--data", there, "restore", out, "--slug", "suite", "--replace", "--json").said["replaces"]
    assert vi("--data", there, "--edition", "suite", "scan", "--json", typed=b"RIEN\n").code == 0
    assert list(vi("--data", there, "--edition", "suite", "journal", "verify", "--json").said["stations"]) == [
        "poste-1"
    ]


def test_a_sealed_palmares_needs_a_passphrase_on_both_sides(
    vi: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, there = tmp_path / "demo.viedition", tmp_path / "there"
    monkeypatch.setenv("VI_EVENTS_PASSPHRASE", "la phrase du palmarès")
    assert vi("palmares", "seal").code == 0
    monkeypatch.delenv("VI_EVENTS_PASSPHRASE")
    assert vi("backup", out, "--json").error == "passphrase_missing"
    assert vi("backup", out, "--json", typed=PHRASE.encode()).said["encrypted"]
    assert vi("--data", there, "restore", out, "--json").error == "passphrase_missing"
    assert vi("--data", there, "restore", out, "--json", typed=b"autre chose\n").error == "passphrase_wrong"
    said = vi("--data", there, "restore", out, "--json", "--slug", "autre", typed=PHRASE.encode()).said
    assert said["warnings"] == []  # it opens under another name as well
    assert json.dumps(PHRASE) not in json.dumps(said)
