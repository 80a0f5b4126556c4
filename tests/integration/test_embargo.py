"""The embargo: what was not announced is nowhere, but under its seal."""

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tests.canaries import CANARIES, PASSPHRASE, SECRETS, document, forward, nowhere
from vi_events.app import OpenEdition, create_edition, open_edition, open_rehearsal
from vi_events.checkin import badges
from vi_events.checkin.cards import CardMaker
from vi_events.edition import exporting, people
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.edition.rundown import Stop, new_id
from vi_events.edition.rundown_editing import insert
from vi_events.edition.show_document import ShowDocument, invented
from vi_events.journal.entry import Author
from vi_events.journal.store import Store
from vi_events.stage import announced, engine
from vi_events.stage.clearances import presenter, webtv_prep, wings
from vi_events.stage.frames import DONE, frame
from vi_events.stage.public_card import public
from vi_events.stage.show import ShowView


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = create_edition(tmp_path / "data", Edition("labels", "Labels", "2027-02-05", "Paris"), [Zone("jour", "Jour")])
    with open_edition(made, Author("poste-1")) as opened:
        opened.core.call(lambda store: _expect(store))
        opened.stage.documents.save(document())
        assert opened.stage.documents.seal(PASSPHRASE)  # type: ignore[attr-defined]
    return made


def _expect(store: object) -> None:
    with store.transaction(Author("poste-1")) as tx:  # type: ignore[attr-defined]
        tx.record(people.upserted("ada", {"last_name": "Lovelace", "code": ""}))


def told_to_others(view: ShowView) -> Iterator[str]:
    """What each other clearance receives, level by level: the wings know names, and no level."""
    yield json.dumps(public(frame(view.revision, view.state, DONE)), ensure_ascii=False)
    yield json.dumps(presenter(view.revision, view.state)["script"], ensure_ascii=False)


def test_the_seal_leaves_nothing_in_clear(folder: Path) -> None:
    nowhere(folder.parent, [*CANARIES, *SECRETS])


def test_after_a_rehearsal_and_half_a_show_nothing_to_come_is_anywhere(
    folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    with open_edition(folder, Author("poste-1")) as opened:
        view = opened.stage.unlock(PASSPHRASE).result()
        _rehearse(opened, view.document)
        nowhere(folder.parent, [*CANARIES, *SECRETS])
        opened.stage.press(engine.arm).result()
        for _ in range(7):  # the opening, then six awards
            view = forward(opened.stage)
            _nothing_early(view)
        revealed = [name for name in CANARIES if f"libre-canari-{name[-2:]}" in view.state.revealed]
        assert len(revealed) == 6
        late = Stop(new_id(), "speech", 60, "Imprévu")
        view = opened.stage.edit(lambda known: replace(known, rundown=insert(known.rundown, late))).result()
        assert view.refusal == ""
        opened.stage.jump(view.revision.stops[-2].id).result()
        _everything_that_leaves(opened, tmp_path / "out")
        to_come = [name for name in CANARIES if name not in revealed]
        nowhere(tmp_path, to_come)
        # The program dies here: the files are as they are, and another life begins.
    with open_edition(folder, Author("poste-1")) as opened:
        view = opened.stage.unlock(PASSPHRASE).result()
        assert (view.state.mode, view.state.settled) == ("hold", True)
        opened.stage.resume().result()
        nowhere(tmp_path, to_come)
        nowhere(tmp_path, ["Forme canaricourte", "note canarinote", "prononcé canarison"])
    assert not any(name in record.getMessage() for record in caplog.records for name in to_come)


def _rehearse(opened: OpenEdition, real: ShowDocument) -> None:
    with open_rehearsal(opened, invented(real, 7)) as stage:
        stage.open().result()
        stage.press(engine.arm).result()
        while not (view := forward(stage)).refusal:
            assert "rehearsal" in str(public(frame(view.revision, view.state, DONE)))
        assert view.refusal == "ended"
    assert list(opened.folder.glob("rehearsal-*")) == []


def _nothing_early(view: ShowView) -> None:
    names = {award.authority.name: award.authority.id for award in view.document.palmares.awards}
    for told in told_to_others(view):
        for name, id_ in names.items():
            assert name not in told or id_ in view.state.revealed
    lining_up = json.dumps(wings(view.revision, view.state), ensure_ascii=False)
    assert "level" not in lining_up
    assert "Canarimention" not in lining_up
    following = webtv_prep(view.revision, view.state)
    assert following is None or following["stop"] != view.revision.stops[view.state.stop].id


def _export(what: str, out: Path, store: Store) -> int:
    return exporting.export(store, what, out, CardMaker(store).authority)


def _everything_that_leaves(opened: OpenEdition, out: Path) -> None:
    out.mkdir()
    opened.core.call(lambda store: exporting.write_rows(out / "palmares.csv", announced.rows(store)))
    for what in ("journal", "attendees"):
        opened.core.call(partial(_export, what, out / f"{what}.json"))
    image = opened.core.call(lambda store: badges.picture(store, "ada", 576))
    badges.save_png(image, out / "badge.png")
    (out / "environment").write_text(repr(dict(os.environ)), "utf-8")
