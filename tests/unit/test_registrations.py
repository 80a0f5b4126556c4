from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.desks import DAY, KEY, Bench, bench
from vi_events.checkin import codes, registrations
from vi_events.checkin.views import PersonCard
from vi_events.edition import people
from vi_events.edition.models import Authority, Zone
from vi_events.errors import UserError

REIMS = Authority("51454", "Reims", "commune", "51", "Marne")


@pytest.fixture
def desk(tmp_path: Path) -> Bench:
    return bench(tmp_path)


def card(desk: Bench, attendee_id: str = "marie") -> PersonCard:
    return desk.desk.cards.card(attendee_id, desk.desk.standing(attendee_id), DAY)


def test_a_walk_in_is_registered_and_admitted_with_a_genuine_ticket(desk: Bench) -> None:
    result = registrations.walk_in(desk.desk, {"last_name": " Œuvrard\u0007 ", "first_name": "Zoé"}, REIMS)
    assert result.verdict == "admitted"
    assert result.person is not None
    assert (result.person.name, result.person.authority, result.person.department) == ("Zoé Œuvrard", "Reims", "Marne")
    code = desk.person(result.person.attendee_id)["code"]
    assert codes.is_genuine(KEY, code)
    assert desk.scan_later(code).verdict == "already_in"


def test_a_walk_in_obeys_the_rules_of_the_zone(tmp_path: Path) -> None:
    desk = bench(tmp_path, Zone("jour-1", "Jour 1", capacity=0))
    result = registrations.walk_in(desk.desk, {"last_name": "Curie"})
    assert result.verdict == "zone_full"
    assert result.person is not None


@pytest.mark.parametrize("fields", [{}, {"last_name": "  \u200b "}, {"first_name": "Zoé"}])
def test_a_walk_in_needs_a_name(desk: Bench, fields: dict[str, str]) -> None:
    before = desk.journal()
    with pytest.raises(UserError, match="nom manque"):
        registrations.walk_in(desk.desk, fields)
    assert desk.journal() == before


def test_a_substitute_comes_with_the_same_ticket_and_both_names_are_kept(desk: Bench) -> None:
    code = desk.expect(function="Maire", protocol_note="Rang 1", email="m@x.example")
    result = registrations.substitute(desk.desk, "marie", {"last_name": "Langevin", "first_name": "Paul"})
    assert result.verdict == "admitted"
    assert result.person is not None
    assert (result.person.name, result.person.substitute_for) == ("Paul Langevin", "Marie Curie")
    assert (result.person.function, result.person.protocol_note) == ("", "")
    assert desk.scan_later(code).verdict == "already_in"


def test_a_substitution_outranks_later_imports(desk: Bench) -> None:
    desk.expect(function="Maire")
    registrations.substitute(desk.desk, "marie", {"last_name": "Langevin"})
    desk.desk.record(people.upserted("marie", {"last_name": "Curie", "first_name": "Marie", "function": "Maire"}))
    assert (card(desk).name, card(desk).function, card(desk).substitute_for) == ("Langevin", "", "Marie Curie")


def test_a_substitution_after_the_door_admits_nobody_twice(desk: Bench) -> None:
    desk.expect()
    desk.desk.admit("marie")
    result = registrations.substitute(desk.desk, "marie", {"last_name": "Langevin"})
    assert result.verdict == "admitted_attention"
    assert len(desk.journal("attendee_admitted")) == 1


def test_undoing_a_substitution_brings_the_first_name_back(desk: Bench) -> None:
    desk.expect()
    registrations.substitute(desk.desk, "marie", {"last_name": "Langevin"})
    desk.desk.undo(desk.journal("attendee_substituted")[0].id, "marie")
    assert (card(desk).name, card(desk).substitute_for) == ("Marie Curie", "")


def test_a_correction_outranks_a_later_import_and_its_undo_does_not(desk: Bench) -> None:
    desk.expect()
    registrations.correct(desk.desk, "marie", {"last_name": "Curie-Skłodowska"}, REIMS)
    desk.desk.record(people.upserted("marie", {"last_name": "Curi", "authority_id": "75056"}))
    assert (card(desk).last_name, card(desk).authority) == ("Curie-Skłodowska", "Reims")
    desk.desk.undo(desk.journal("attendee_corrected")[0].id, "marie")
    assert card(desk).last_name == "Curi"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"last_name": ""}, "name_missing"),
        ({"shoe_size": "38"}, "field_unknown"),
        ({"category": "king"}, "value_unknown"),
        ({"status": "dead"}, "value_unknown"),
    ],
)
def test_a_correction_that_makes_no_sense_changes_nothing(desk: Bench, fields: dict[str, str], code: str) -> None:
    desk.expect()
    before = desk.journal()
    with pytest.raises(UserError) as caught:
        registrations.correct(desk.desk, "marie", fields)
    assert caught.value.code == code
    assert desk.journal() == before


def test_a_merged_record_gives_its_tickets_to_the_one_that_stays(desk: Bench) -> None:
    gone, kept = desk.expect("m2", external_codes=["EXT-2"]), desk.expect("marie")
    registrations.merge(desk.desk, "m2", "marie")
    result = desk.desk.scan(gone)
    assert result.person is not None
    assert (result.verdict, result.person.attendee_id) == ("admitted", "marie")
    assert [desk.scan_later(code).verdict for code in (kept, "ext-2")] == ["already_in", "already_in"]
    assert desk.present() == 1
    assert desk.store.counts["#exp:*:guest"] == 1


def test_merging_someone_inside_keeps_them_inside_once(desk: Bench) -> None:
    desk.expect("m2")
    desk.expect("marie")
    desk.desk.admit("m2")
    registrations.merge(desk.desk, "m2", "marie")
    assert card(desk).present
    assert desk.present() == 1
    assert desk.in_order()


def test_merging_two_people_who_are_both_inside_is_no_conflict(desk: Bench) -> None:
    for name in ("m2", "marie"):
        desk.expect(name)
        desk.desk.admit(name)
    registrations.merge(desk.desk, "m2", "marie")
    assert (desk.present(), desk.store.counts_under("#conflict:")) == (1, 0)


def test_tickets_follow_a_chain_of_merges(desk: Bench) -> None:
    first = desk.expect("m1")
    for name in ("m2", "m3"):
        desk.expect(name)
    registrations.merge(desk.desk, "m1", "m2")
    registrations.merge(desk.desk, "m2", "m3")
    result = desk.desk.scan(first)
    assert result.person is not None
    assert result.person.attendee_id == "m3"


def test_a_revoked_ticket_stays_revoked_after_a_merge(desk: Bench) -> None:
    old = desk.expect("m2")
    desk.expect("marie")
    registrations.replace_ticket(desk.desk, "m2")
    registrations.merge(desk.desk, "m2", "marie")
    assert desk.desk.scan(old).verdict == "revoked"


def test_a_record_is_not_merged_into_itself_nor_into_one_that_is_gone(desk: Bench) -> None:
    for name in "abc":
        desk.expect(name)
    registrations.merge(desk.desk, "a", "b")
    for gone, into in (("b", "b"), ("b", "a"), ("c", "a")):
        with pytest.raises(UserError) as caught:
            registrations.merge(desk.desk, gone, into)
        assert caught.value.code == "merge_impossible"


def test_undoing_a_merge_parts_the_records(desk: Bench) -> None:
    gone = desk.expect("m2")
    desk.expect("marie")
    registrations.merge(desk.desk, "m2", "marie")
    desk.desk.undo(desk.journal("attendee_merged")[0].id, "m2")
    result = desk.desk.scan(gone)
    assert result.person is not None
    assert result.person.attendee_id == "m2"


def test_undoing_a_merge_brings_codes_counters_and_badge_back(desk: Bench) -> None:
    gone, kept = desk.expect("m2", external_codes=["EXT-2"]), desk.expect("marie")
    desk.desk.admit("m2")
    desk.badge("m2", "confirmed")
    desk.desk.badge_handed("m2")
    before = dict(desk.store.counts)
    done = registrations.merge(desk.desk, "m2", "marie")
    assert dict(desk.store.counts) != before
    assert desk.desk.undo_group(done) == len(done) == 4
    assert {key: count for key, count in desk.store.counts.items() if count} == before
    assert not desk.person().get("handed")
    for code, who in ((gone, "m2"), ("ext-2", "m2"), (kept, "marie")):
        person = desk.scan_later(code, 3600).person
        assert person is not None
        assert person.attendee_id == who
    assert desk.in_order()


def test_a_new_ticket_is_genuine_and_revokes_the_old_one(desk: Bench) -> None:
    old = desk.expect()
    new = registrations.replace_ticket(desk.desk, "marie")
    newest = registrations.replace_ticket(desk.desk, "marie")
    assert codes.is_genuine(KEY, newest)
    assert [desk.desk.scan(code).verdict for code in (old, new, newest)] == ["revoked", "revoked", "admitted"]


def test_a_station_without_the_key_issues_no_ticket(desk: Bench) -> None:
    desk.expect()
    desk.desk.settings = replace(desk.desk.settings, ticket_key=b"")
    with pytest.raises(UserError) as caught:
        registrations.replace_ticket(desk.desk, "marie")
    assert caught.value.code == "key_missing"
