"""Power cuts on stage: the same stop comes back, held, and nothing is revealed twice or early."""

import random
from pathlib import Path

from tests.integration.killed_scanner import FORKS, Lives
from tests.unit.shows import PALMARES, RUNDOWN
from vi_events.app import create_edition, read_edition
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.edition.show_document import ShowDocument
from vi_events.journal.verify import verify
from vi_events.stage import engine
from vi_events.stage.documents import EditionDocuments

KILLS = 8 if FORKS else 3
PASSPHRASE = "correct cheval pile agrafe"


def test_a_killed_show_comes_back_at_the_same_stop_and_reveals_nothing_by_itself(tmp_path: Path) -> None:
    folder = create_edition(tmp_path, Edition("labels", "Labels", "2027-02-05", "Paris"), [Zone("jour", "Jour")])
    documents = EditionDocuments(folder)
    documents.save(ShowDocument(PALMARES, RUNDOWN))
    documents.seal(PASSPHRASE)
    chance = random.Random(2018)
    lives, last = Lives(), ("", "", "edit", "")
    for life in range(KILLS):
        notes = tmp_path / "notes.txt"
        notes.write_text(f"{PASSPHRASE}\n{life}", "utf-8")
        died = lives.kill("play", folder, notes, (2 + chance.randrange(25), chance.random() * 0.02))
        _opened, restored, *presses = died.told
        # What was acknowledged is there; one press more may have been on disk without having been told.
        stop, _step, mode, revealed = restored[1:]
        assert set(last[3].split(",")) <= set(revealed.split(",")), "what was announced stays announced"
        assert mode in ("edit", "armed", "hold")
        if last[2] in ("live", "hold") and last[0]:
            assert mode == "hold"
            assert stop
        if presses:
            last = presses[-1][1:]
        with read_edition(folder) as store:
            assert verify(store).problems == ()
            told = [entry.subject for entry in store.entries("award_revealed")]
            assert len(told) == len(set(told)), "nothing is announced twice"
            state = store.state(engine.SHOW)
            assert state is not None
            shown = set(state.data.get("revealed", ()))
            assert shown == {subject.removeprefix("award:") for subject in told}, "announced and shown are one"
