"""What the desk promises, tried by its weak side."""

import json
from pathlib import Path

import pytest

from tests.unit.desks import KEY, Bench, bench
from vi_events import app, paths
from vi_events.checkin import codes, registrations
from vi_events.edition import people
from vi_events.edition.importing import Importer, prepare
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.edition.reference import load_reference
from vi_events.errors import UserError
from vi_events.journal.entry import Author
from vi_events.journal.store import Store

HOUR = 3600
MINUTE = 60


@pytest.fixture
def desk(tmp_path: Path) -> Bench:
    return bench(tmp_path)


def test_a_merged_record_brings_its_badge_so_that_no_second_one_is_printed(desk: Bench) -> None:
    desk.expect("old")
    kept = desk.expect("kept")
    desk.badge("old", "sending", "confirmed")
    desk.desk.badge_handed("old")
    registrations.merge(desk.desk, "old", "kept")
    person = desk.desk.scan(kept).person
    assert person is not None
    assert (person.badge_state, person.badges_printed, person.badge_handed) == ("confirmed", 1, True)


def test_a_record_that_was_merged_is_not_merged_again_elsewhere(desk: Bench) -> None:
    for name in ("old", "kept", "other"):
        desk.expect(name)
    desk.desk.admit("old")
    registrations.merge(desk.desk, "old", "kept")
    with pytest.raises(UserError) as problem:
        registrations.merge(desk.desk, "old", "other")
    assert problem.value.code == "merge_impossible"
    assert desk.present() == 1


@pytest.mark.parametrize("forced", [False, True])
def test_admitting_a_merged_record_admits_and_counts_the_one_that_stays(desk: Bench, forced: bool) -> None:
    desk.expect("old")
    desk.expect("kept")
    registrations.merge(desk.desk, "old", "kept")
    result = desk.desk.override("old", "vue") if forced else desk.desk.admit("old")
    assert result.verdict == "admitted"
    assert result.person is not None
    assert result.person.attendee_id == "kept"
    assert desk.present() == 1


def test_a_ticket_shown_again_an_hour_later_is_not_harmless_though_the_clock_was_set_back(desk: Bench) -> None:
    code = desk.expect()
    desk.clock.later(HOUR)
    desk.expect("somebody")
    desk.clock.later(-HOUR)  # the journal's own clock now stands still for an hour
    assert desk.desk.scan(code).verdict == "admitted"
    again = desk.scan_later(code, 5 * MINUTE)
    assert (again.verdict, again.repeat) == ("already_in", "neutral")
    again = desk.scan_later(code, 50 * MINUTE)
    assert (again.verdict, again.repeat) == ("already_in", "")


def test_somebody_who_came_before_the_clock_was_set_back_did_not_just_come(desk: Bench) -> None:
    code = desk.expect()
    assert desk.desk.scan(code).verdict == "admitted"
    desk.clock.later(50 * MINUTE - HOUR)
    again = desk.desk.scan(code)
    assert (again.verdict, again.repeat) == ("already_in", "")


def test_two_long_tickets_that_begin_alike_are_two_tickets(desk: Bench) -> None:
    long = "X" * 250
    desk.expect("a", external_codes=[long + "1"])
    desk.expect("b", external_codes=[long + "2"])
    seen = [desk.desk.scan(long + end) for end in "12"]
    assert [(each.verdict, each.person and each.person.attendee_id) for each in seen] == [
        ("admitted", "a"),
        ("admitted", "b"),
    ]


def test_undoing_a_delegation_undoes_each_entry_once(desk: Bench) -> None:
    for name in "abc":
        desk.expect(name)
    results = desk.desk.admit_group("abc")
    done = [(result.entry_id, name) for result, name in zip(results, "abc", strict=True)]
    desk.desk.undo(*done[0])
    assert desk.desk.undo_group(done) == 2
    with pytest.raises(UserError) as caught:
        desk.desk.undo_group(done)
    assert caught.value.code == "entry_unknown"
    assert desk.present() == 0
    assert desk.in_order()


def test_a_person_found_later_carries_the_entry_that_an_undo_cancels(desk: Bench) -> None:
    desk.expect()
    done = desk.desk.admit("marie")
    card = desk.desk.cards.card("marie", desk.desk.standing("marie"), desk.desk.settings.zone)
    assert card.admission_id == done.entry_id
    desk.desk.undo(card.admission_id, "marie")
    card = desk.desk.cards.card("marie", desk.desk.standing("marie"), desk.desk.settings.zone)
    assert (card.present, card.admission_id) == (False, "")


def test_a_full_room_stays_full_within_one_delegation(tmp_path: Path) -> None:
    desk = bench(tmp_path, Zone("salle", "Salle", capacity=2))
    for name in "abc":
        desk.expect(name)
    assert [result.verdict for result in desk.desk.admit_group("abc")] == ["admitted", "admitted", "zone_full"]


def test_an_undone_exit_leaves_the_person_inside(tmp_path: Path) -> None:
    desk = bench(tmp_path, Zone("salle", "Salle", "in_out"))
    code = desk.expect()
    desk.scan_later(code)
    left = desk.scan_later(code)
    assert left.verdict == "exit_recorded"
    desk.desk.undo(left.entry_id, "marie")
    assert desk.present() == 1
    assert desk.scan_later(code).verdict == "exit_recorded"


def test_names_and_addresses_of_an_import_stand_in_personal_columns_only(desk: Bench, tmp_path: Path) -> None:
    file = tmp_path / "liste.csv"
    file.write_text("Nom,Prénom,Email,Commune\nZébulon,Zoé,zoe@exemple.fr,Troyes\nXantrailles,Luc,,Troyes\n", "utf-8")
    for _ in range(2):
        importer = Importer(
            desk.store, Author("poste-1"), lambda _change: None, lambda count: codes.new_codes(KEY, count)
        )
        *_, outcome = importer.run(prepare(file, load_reference()))
    assert (outcome.added, outcome.unchanged) == (0, 2)
    for entry in desk.journal():
        said = json.dumps([entry.subject, dict(entry.payload)]).casefold()
        assert not [word for word in ("zebulon", "zoe", "xantrailles") if word in said]
    for _, state in desk.store.states_of_type("attendee"):
        assert "exemple.fr" not in json.dumps(state.data)


def test_people_imported_before_refs_were_personal_are_found_again(desk: Bench, tmp_path: Path) -> None:
    fact = people.upserted("marie", {"last_name": "Curie", "status": "confirmed", "category": "guest"}, batch="b")
    old = type(fact)(fact.kind, fact.subject, {**fact.payload, "ref": "liste::7"}, fact.personal)
    desk.desk.record(old)
    assert "ref" not in desk.person()
    file = tmp_path / "liste.csv"
    file.write_text("Réf.;Nom\n7;Curie\n", "utf-8")
    importer = Importer(desk.store, Author("poste-1"), lambda _change: None, lambda count: codes.new_codes(KEY, count))
    *_, outcome = importer.run(prepare(file, load_reference()))
    assert (outcome.added, outcome.unchanged) == (0, 1)


def test_the_reason_of_an_override_is_personal_and_only_text(desk: Bench) -> None:
    desk.expect()
    desk.desk.override("marie", " vue avec\x1b[31m \u202eMme Blanc\ud800 " + "x" * 9000)
    entry = desk.journal("attendee_admitted")[0]
    assert "Blanc" not in json.dumps(dict(entry.payload))
    assert entry.payload["override"] is True
    assert entry.personal is not None
    assert entry.personal["reason"].startswith("vue avec[31m Mme Blanc x")
    assert len(entry.personal["reason"]) <= 500
    card = desk.desk.cards.card("marie", desk.desk.standing("marie"), desk.desk.settings.zone, with_history=True)
    assert "Mme Blanc" in card.history[0].detail


def test_a_disk_too_full_to_name_the_holder_does_not_keep_the_edition_closed(tmp_path: Path) -> None:
    folder = app.create_edition(tmp_path, Edition("essai", "Essai", "2027-02-05", "Paris"), [Zone("a", "A")])
    (folder / app.HOLDER_FILE).unlink()
    (folder / app.HOLDER_FILE).mkdir()  # as good as any other reason not to be written
    with app.open_edition(folder, Author("poste-1")) as opened:
        assert opened.edition.title == "Essai"


@pytest.mark.parametrize("database", ["empty file", "no entry"])
def test_an_edition_whose_making_was_cut_short_is_made_anew(tmp_path: Path, database: str) -> None:
    folder = tmp_path / "essai"
    folder.mkdir()
    if database == "empty file":
        (folder / paths.DATABASE).touch()
    else:
        Store(folder / paths.DATABASE, app.TYPES).close()
    made = Edition("essai", "Essai", "2027-02-05", "Paris")
    app.create_edition(tmp_path, made, [Zone("a", "A")])
    with app.open_edition(folder, Author("poste-1")) as opened:
        assert opened.edition.title == "Essai"
    with pytest.raises(UserError) as problem:
        app.create_edition(tmp_path, made, [])
    assert problem.value.code == "edition_exists"


def test_a_damaged_database_is_never_written_over(tmp_path: Path) -> None:
    folder = tmp_path / "essai"
    folder.mkdir()
    (folder / paths.DATABASE).write_bytes(b"not a database " * 100)
    with pytest.raises(UserError) as problem:
        app.create_edition(tmp_path, Edition("essai", "Essai", "2027-02-05", "Paris"), [])
    assert problem.value.code == "edition_exists"
    assert (folder / paths.DATABASE).read_bytes().startswith(b"not a database")
