"""The stage on an edition: its document, late changes, rehearsals, and the restart."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from keyring.backends.fail import Keyring as NoKeyring

from tests.unit.shows import PALMARES, RUNDOWN
from vi_events.app import OpenEdition, create_edition, open_edition, open_rehearsal
from vi_events.clock import wall_ms
from vi_events.edition import people
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.edition.rundown import Stop
from vi_events.edition.rundown_editing import insert, remove
from vi_events.edition.seal import DRAFT, SEALED
from vi_events.edition.show_document import ShowDocument, invented
from vi_events.edition.show_key import ShowKey
from vi_events.errors import UserError
from vi_events.journal.entry import Author, Entry
from vi_events.journal.store import Store
from vi_events.stage import announced, engine
from vi_events.stage.documents import EditionDocuments
from vi_events.stage.service import Stage

PASSPHRASE = "correct cheval pile agrafe"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = create_edition(tmp_path, Edition("labels", "Labels", "2027-02-05", "Paris"), [Zone("jour", "Jour")])
    EditionDocuments(folder).save(ShowDocument(PALMARES, RUNDOWN))
    return folder


@pytest.fixture
def opened(folder: Path) -> Iterator[OpenEdition]:
    with open_edition(folder, Author("poste-1")) as opened:
        opened.stage.open().result()
        yield opened


def play(stage: Stage, stop_id: str) -> None:
    view = stage.view().result()
    if view.state.mode == "edit":
        stage.press(engine.arm).result()
    while view.state.stop < 0 or view.revision.stops[view.state.stop].id != stop_id:
        view = stage.view().result()
        if engine.needs_standby(view.revision, view.state):
            stage.standby().result()
        view = stage.go().result()
        assert view.refusal == ""


def test_presses_before_the_document_is_open_are_told(folder: Path) -> None:
    with open_edition(folder, Author("poste-1")) as opened, pytest.raises(UserError, match="pas ouvert"):
        opened.stage.go().result()


def test_a_sealed_document_asks_for_its_passphrase(folder: Path, tmp_path: Path) -> None:
    EditionDocuments(folder).seal(PASSPHRASE)
    with open_edition(folder, Author("poste-1")) as opened:
        documents = opened.stage.documents
        assert isinstance(documents, EditionDocuments)
        documents._given_key = lambda at: ShowKey(at, NoKeyring, tmp_path / "keys")
        with pytest.raises(UserError) as problem:
            opened.stage.open().result()
        assert problem.value.code == "palmares_sealed"
        with pytest.raises(UserError):
            opened.stage.unlock("autre chose de long").result()
        assert opened.stage.unlock(PASSPHRASE).result().revision.number == 1
        opened.stage.arm().result()
        # A crash: another life opens without being asked.
        again = EditionDocuments(folder, documents._given_key)
        assert again.unlock_kept()
        assert again.load()[1] == 1
        opened.stage.go().result()
        opened.stage.finish().result()
        assert not EditionDocuments(folder, documents._given_key).unlock_kept(), "the show closed: the key is gone"


def test_a_late_change_is_on_disk_before_it_is_shown(opened: OpenEdition, folder: Path) -> None:
    play(opened.stage, "s-havre")
    late = Stop("late", "speech", 60, "Imprévu")
    change = lambda known: replace(known, rundown=insert(known.rundown, late, "s-marcq"))  # noqa: E731
    assert opened.stage.preview(change).result().revision.index("late") > 0
    assert opened.stage.view().result().revision.index("late") == -1, "a preview changes nothing"
    view = opened.stage.edit(change).result()
    assert view.state.revision == view.revision.number == 2
    assert EditionDocuments(folder).load()[1] == 2
    opened.stage.go().result()
    view = opened.stage.view().result()
    assert view.revision.stops[view.state.stop].id == "late"


def test_a_late_change_of_what_was_played_is_refused_and_writes_nothing(opened: OpenEdition, folder: Path) -> None:
    play(opened.stage, "s-marcq")
    refused = opened.stage.edit(lambda known: replace(known, rundown=remove(known.rundown, ["s-havre"]))).result()
    assert refused.refusal == "played_changed"
    assert EditionDocuments(folder).load()[1] == 1


def test_a_restart_holds_the_show_at_the_same_stop(opened: OpenEdition, folder: Path) -> None:
    play(opened.stage, "s-havre")
    opened.core.close()
    author = Author("poste-1")
    from vi_events.app import start_edition

    again = start_edition(folder, author)
    try:
        view = again.stage.open().result()
        assert (view.state.mode, view.state.settled) == ("hold", True)
        assert view.revision.stops[view.state.stop].id == "s-havre"
        assert again.stage.go().result().refusal == "held"
        again.stage.resume().result()
        assert again.stage.go().result().refusal == ""
    finally:
        again.core.close()


def test_a_document_saved_just_before_a_power_cut_is_taken_up(opened: OpenEdition) -> None:
    play(opened.stage, "s-havre")
    late = Stop("late", "speech", 60, "Imprévu")
    document = ShowDocument(PALMARES, insert(RUNDOWN, late, "s-marcq"))
    assert opened.stage.documents.save(document) == 2  # and the program dies before the journal hears of it
    view = opened.stage.open().result()
    assert view.state.revision == 2
    assert view.revision.index("late") > 0


def test_what_was_announced_leaves_as_a_table_and_what_was_withdrawn_does_not(opened: OpenEdition) -> None:
    play(opened.stage, "s-marcq")
    rows = opened.core.call(announced.rows)
    assert [row["authority"] for row in rows] == ["Bû", "Le Havre", "Marcq-en-Barœul", "Y"]
    assert rows[1]["mentions"] == ["Numérique éducatif"]
    opened.stage.withdraw("59378", "erreur de saisie").result()
    assert "Marcq-en-Barœul" not in [row["authority"] for row in opened.core.call(announced.rows)]


def test_a_rehearsal_announces_nothing_and_leaves_nothing(opened: OpenEdition, folder: Path) -> None:
    before = opened.core.call(lambda store: sum(1 for _ in store.entries()))
    with open_rehearsal(opened, invented(ShowDocument(PALMARES, RUNDOWN), 3)) as stage:
        stage.open().result()
        play(stage, "s-reims")
        assert stage.view().result().state.rehearsal
    assert opened.core.call(lambda store: sum(1 for _ in store.entries())) == before
    assert opened.core.call(announced.rows) == []
    assert sorted(path.name for path in folder.glob("rehearsal-*")) == []


def test_invented_levels_keep_their_places_and_change_their_owners() -> None:
    real = ShowDocument(PALMARES, RUNDOWN)
    other = invented(real, 3)
    assert sorted(award.level for award in other.palmares.awards) == sorted(award.level for award in PALMARES.awards)
    assert {award.authority.id for award in other.palmares.awards} == {award.authority.id for award in PALMARES.awards}
    assert [award.authority.id for award in other.palmares.awards] != [award.authority.id for award in PALMARES.awards]
    assert not any(stop.note for stop in other.rundown.stops)


def test_who_is_in_the_room_is_read_from_the_journal(opened: OpenEdition) -> None:
    def come(store: Store) -> None:
        with store.transaction(Author("poste-1")) as tx:
            for id_, name, category in (("a", "Morvan", "officer"), ("b", "Delattre", "elected")):
                fields = {"last_name": name, "authority_id": "76351", "category": category, "code": ""}
                tx.record(people.upserted(id_, fields))

    opened.core.call(come)
    opened.reception.admit("a").result()
    room = opened.stage.room(("76351", "59378")).result()
    assert [(each.name, each.since_ms is not None) for each in room["76351"]] == [("Morvan", True), ("Delattre", False)]
    assert room["59378"] == ()


def test_the_draft_and_the_sealed_document_are_never_both_the_truth(folder: Path) -> None:
    documents = EditionDocuments(folder)
    assert documents.state == "draft"
    documents.seal(PASSPHRASE)
    assert documents.state == "open"
    assert EditionDocuments(folder).state == "sealed"
    assert not (folder / DRAFT).exists()
    assert (folder / SEALED).exists()


def test_presses_that_did_not_count_are_logged(opened: OpenEdition) -> None:
    opened.stage.press(engine.arm).result()
    opened.stage.discarded("too_soon")
    opened.stage.view().result()
    assert opened.stage.log().result()[0].kind == "go_discarded"


def test_the_line_of_the_theme_heads_every_card_and_the_edition_s_own_without_one(folder: Path) -> None:
    with open_edition(folder, Author("poste-1")) as opened:
        headers = {stop.card.header for stop in opened.stage.open().result().revision.stops}
        assert headers == {"Label national Territoires, Villes et Villages Internet · 2027"}
    (folder / "theme.toml").write_text('header = "Palmarès du numérique"\n', "utf-8")
    with open_edition(folder, Author("poste-1")) as opened:
        view = opened.stage.open().result()
        assert {stop.card.header for stop in view.revision.stops} == {"Palmarès du numérique"}
        with open_rehearsal(opened, invented(view.document, 1)) as stage:
            assert {stop.card.header for stop in stage.open().result().revision.stops} == {"Palmarès du numérique"}


def test_a_theme_that_cannot_be_read_is_told_and_stops_no_show(folder: Path) -> None:
    (folder / "theme.toml").write_text("header = 3\n", "utf-8")
    with open_edition(folder, Author("poste-1")) as opened:
        assert opened.stage.open().result().revision.stops[0].card.header.startswith("Label national")
        problem = opened.stage.look[1]
        assert problem is not None
        assert problem.code == "theme_invalid"


def test_a_closed_show_keeps_what_was_played_until_it_begins_anew(opened: OpenEdition) -> None:
    play(opened.stage, "s-havre")
    opened.stage.press(engine.finish).result()
    without = lambda known: replace(known, rundown=remove(known.rundown, ["s-speech"]))  # noqa: E731
    assert opened.stage.edit(without).result().refusal == "closed_changed"
    opened.stage.reset().result()
    assert opened.stage.edit(without).result().refusal == ""


def test_a_clock_that_runs_ahead_elsewhere_does_not_move_the_show(opened: OpenEdition) -> None:
    ahead = Entry("ab" * 16, "poste-9", 1, (wall_ms() + 3 * 3_600_000) << 16, "live", "", "x", 1, "other:1", {}, None)
    opened.core.call(lambda store: store.take_in([ahead]))
    play(opened.stage, "s-havre")
    assert abs(opened.stage.view().result().state.since_ms - wall_ms()) < 60_000
