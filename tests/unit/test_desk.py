from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.desks import DAY, KEY, START_MS, Bench, bench
from vi_events.checkin import codes
from vi_events.checkin.desk import Desk
from vi_events.checkin.layouts import type_as
from vi_events.checkin.views import VERDICTS
from vi_events.edition import people
from vi_events.edition.dates import hour, moment
from vi_events.edition.models import Zone
from vi_events.errors import UserError

SECOND = 1.0
MINUTE = 60.0


@pytest.fixture
def desk(tmp_path: Path) -> Bench:
    return bench(tmp_path)


def policy(tmp_path: Path, name: str, **limits: int) -> Bench:
    return bench(tmp_path, Zone("jour-1", "Jour 1", name, **limits))


# Verdicts


def test_a_ticket_admits_its_holder(desk: Bench) -> None:
    result = desk.desk.scan(desk.expect())
    assert (result.verdict, result.message, result.zone, result.at_ms) == ("admitted", "Bienvenue.", "Jour 1", START_MS)
    assert result.person is not None
    assert (result.person.name, result.person.present) == ("Marie Curie", True)
    assert [entry.id for entry in desk.journal("attendee_admitted")] == [result.entry_id]
    assert desk.present() == 1


def test_a_verdict_is_published_once_it_is_on_disk(desk: Bench) -> None:
    code = desk.expect()
    desk.changes.clear()
    desk.desk.scan(code)
    assert [(change.subjects, change.entries[0].kind) for change in desk.changes] == [
        (("attendee:marie",), "attendee_admitted")
    ]


def test_a_ticket_reads_through_the_wrong_keyboard_layout(desk: Bench) -> None:
    code = desk.expect(external_codes=["AZ-1234-QW"])
    assert desk.desk.scan(type_as(code, "bepo") + "\r").verdict == "admitted"
    assert desk.scan_later(type_as("AZ-1234-QW", "fr", "letters")).verdict == "already_in"


@pytest.mark.parametrize("fields", [{"vip": True}, {"protocol_note": "Accueillie par la préfète"}])
def test_a_vip_or_a_note_asks_for_attention(desk: Bench, fields: dict[str, object]) -> None:
    assert desk.desk.scan(desk.expect(**fields)).verdict == "admitted_attention"


def test_second_scan_says_when_and_where(desk: Bench) -> None:
    code = desk.expect()
    desk.desk.scan(code)
    result = desk.scan_later(code, 11 * MINUTE)
    assert (result.verdict, result.first_at_ms, result.first_station) == ("already_in", START_MS, "poste-1")
    assert "poste-1" in result.message
    assert (result.repeat, result.entry_id) == ("", "")
    assert desk.present() == 1


def test_leaving_is_recorded_where_one_goes_in_and_out(tmp_path: Path) -> None:
    desk = policy(tmp_path, "in_out")
    code = desk.expect()
    verdicts = [desk.scan_later(code).verdict for _ in range(3)]
    assert verdicts == ["admitted", "exit_recorded", "admitted"]
    assert desk.present() == 1


def test_coming_back_is_admitted_where_reentry_is_allowed(tmp_path: Path) -> None:
    desk = policy(tmp_path, "reentry")
    code = desk.expect()
    assert [desk.scan_later(code, 601).verdict for _ in range(2)] == ["admitted", "admitted"]
    assert desk.present() == 1


def test_coming_back_within_ten_minutes_at_the_same_desk_is_neutral(tmp_path: Path) -> None:
    desk = policy(tmp_path, "reentry")
    code = desk.expect()
    desk.scan_later(code)
    again = desk.scan_later(code, 500)
    assert (again.verdict, again.repeat) == ("already_in", "neutral")


@pytest.mark.parametrize("raw", ["SNCF 1234", "BEGIN:VCARD\nFN:Marie Curie", "", "é", "\udc80", "\x00"])
def test_what_is_no_ticket_is_not_found(desk: Bench, raw: str) -> None:
    assert desk.desk.scan(raw).verdict == "not_found"


def test_a_genuine_ticket_that_is_not_in_the_list_is_never_admitted_alone(desk: Bench) -> None:
    result = desk.desk.scan(codes.new_code(KEY))
    assert (result.verdict, result.person) == ("not_found_genuine", None)
    assert desk.present() == 0


def forged(code: str) -> str:
    return code[:-1] + next(letter for letter in codes.ALPHABET if letter != code[-1])


def test_a_forged_ticket_is_a_bad_code(desk: Bench) -> None:
    assert desk.desk.scan(forged(desk.expect())).verdict == "bad_code"


def test_without_the_key_known_tickets_read_and_others_are_only_unknown(tmp_path: Path) -> None:
    desk = bench(tmp_path, key=b"")
    assert desk.desk.scan(desk.expect()).verdict == "admitted"
    assert desk.desk.scan(codes.new_code(KEY)).verdict == "not_found"


def test_a_ticket_of_last_year_is_told_as_such(desk: Bench) -> None:
    last_year = b"l" * 32
    desk.desk.settings = replace(desk.desk.settings, other_keys={"labels-2026": last_year})
    result = desk.desk.scan(codes.new_code(last_year))
    assert result.verdict == "other_edition"
    assert "labels-2026" in result.message


@pytest.mark.parametrize("status", ["cancelled", "not_confirmed", "revoked"])
def test_a_person_who_is_not_confirmed_is_refused(desk: Bench, status: str) -> None:
    result = desk.desk.scan(desk.expect(status=status))
    assert (result.verdict, result.entry_id) == (status, "")
    assert result.person is not None
    assert [entry.payload["verdict"] for entry in desk.journal("scan_refused")] == [status]


def test_another_zone_is_refused_by_its_name(desk: Bench) -> None:
    result = desk.desk.scan(desk.expect(zones=["dejeuner"]))
    assert result.verdict == "wrong_zone"
    assert "Jour 1" in result.message


def test_a_full_zone_refuses_until_someone_leaves(tmp_path: Path) -> None:
    desk = policy(tmp_path, "in_out", capacity=1)
    first, second = desk.expect("a"), desk.expect("b")
    found = [desk.scan_later(code).verdict for code in (first, second, first, second)]
    assert found == ["admitted", "zone_full", "exit_recorded", "admitted"]


def test_hours_are_kept(tmp_path: Path) -> None:
    desk = policy(tmp_path, "once", opens_ms=START_MS + 10_000, closes_ms=START_MS + 20_000)
    code = desk.expect()
    assert [desk.scan_later(code, 5).verdict for _ in range(2)] == ["wrong_time", "admitted"]
    assert desk.scan_later(desk.expect("late"), 10).verdict == "wrong_time"


def test_a_closed_door_says_when_it_opens_or_closed(tmp_path: Path) -> None:
    opens, closes = START_MS + 3600_000, START_MS + 7200_000
    desk = policy(tmp_path, "once", opens_ms=opens, closes_ms=closes)
    code = desk.expect()
    assert desk.scan_later(code, 5).message.endswith(f" ouvre {moment(opens)}.")
    assert desk.scan_later(code, 7200).message.endswith(f" a fermé à {hour(closes)}.")
    assert desk.scan_later(code, 72 * 3600).message.endswith(f" a fermé {moment(closes)}.")


def test_a_code_of_two_people_asks_which(desk: Bench) -> None:
    for name in ("marie", "pierre"):
        desk.expect(name, first_name=name, external_codes=["FAMILLE-1"])
    result = desk.desk.scan("famille-1")
    assert (result.verdict, result.person) == ("ambiguous", None)
    assert sorted(person.attendee_id for person in result.candidates) == ["marie", "pierre"]
    assert desk.present() == 0


def test_what_must_be_asked_is_said_and_once_answered_the_person_comes_in(desk: Bench) -> None:
    code = desk.expect(info_required="Déjeune-t-elle ?")
    result = desk.desk.scan(code)
    assert result.verdict == "info_required"
    assert "Déjeune-t-elle ?" in result.message
    desk.desk.record(people.corrected("marie", {"info_required": ""}))
    assert desk.scan_later(code).verdict == "admitted"


def test_a_replaced_ticket_is_revoked_and_the_new_one_admits(desk: Bench) -> None:
    old, new = desk.expect(), codes.new_code(KEY)
    desk.desk.record(people.ticket_replaced("marie", new))
    assert desk.desk.scan(old).verdict == "revoked"
    assert desk.desk.scan(new).verdict == "admitted"


def test_this_file_scans_to_every_verdict_but_the_bridges() -> None:
    text = Path(__file__).read_text("utf-8")
    assert [verdict for verdict in VERDICTS if f'"{verdict}"' not in text] == [VERDICTS[-1]]


# Repeats


def test_the_same_code_within_three_seconds_is_ignored_and_shown(desk: Bench) -> None:
    code = desk.expect()
    desk.desk.scan(code)
    before = len(desk.journal())
    result = desk.scan_later(code, 2.9)
    assert (result.verdict, result.repeat, result.entry_id) == ("already_in", "ignored", "")
    assert (result.first_at_ms, result.first_station) == (START_MS, "poste-1")
    assert len(desk.journal()) == before


def test_from_three_seconds_on_it_counts_again(desk: Bench) -> None:
    code = desk.expect()
    desk.desk.scan(code)
    assert desk.scan_later(code, 3).repeat == "neutral"


def test_a_ticket_held_too_long_does_not_make_its_holder_leave(tmp_path: Path) -> None:
    desk = policy(tmp_path, "in_out")
    code = desk.expect()
    desk.desk.scan(code)
    assert desk.scan_later(code, SECOND).repeat == "ignored"
    assert desk.present() == 1


def test_a_ticket_held_too_long_is_ignored_also_when_another_stations_clock_is_ahead(tmp_path: Path) -> None:
    desk, ahead = policy(tmp_path, "in_out"), bench(tmp_path, station="poste-2")
    code = desk.expect()
    ahead.clock.later(3600)
    ahead.desk.scan("bonjour")
    desk.store.take_in(ahead.journal())
    desk.desk.scan(code)
    assert desk.scan_later(code, SECOND).repeat == "ignored"


def test_a_refusal_within_three_seconds_is_logged_once(desk: Bench) -> None:
    desk.desk.scan("inconnu")
    assert desk.scan_later("inconnu", SECOND).repeat == "ignored"
    assert len(desk.journal("scan_refused")) == 1


def test_within_ten_minutes_at_this_desk_it_is_neutral(desk: Bench) -> None:
    code = desk.expect()
    desk.desk.scan(code)
    assert desk.scan_later(code, 10 * MINUTE - SECOND).repeat == "neutral"
    assert desk.scan_later(code, 5 * SECOND).repeat == ""


def test_at_another_desk_it_is_not_neutral(tmp_path: Path) -> None:
    first, second = bench(tmp_path), bench(tmp_path, station="poste-2")
    code = first.expect()
    first.desk.scan(code)
    second.store.take_in(first.journal())
    second.clock.later(5)
    result = second.desk.scan(code)
    assert (result.verdict, result.repeat, result.first_station) == ("already_in", "", "poste-1")


def test_the_next_person_is_no_repeat(desk: Bench) -> None:
    first, second = desk.expect("a"), desk.expect("b")
    assert [desk.desk.scan(code).repeat for code in (first, second, first)] == ["", "", "ignored"]


def test_the_same_code_at_another_zone_is_no_repeat(desk: Bench) -> None:
    code = desk.expect()
    desk.desk.scan(code)
    desk.desk.settings = replace(desk.desk.settings, zone=Zone("dejeuner", "Déjeuner"))
    assert desk.scan_later(code, SECOND).verdict == "admitted"


# What is logged of what was refused


@pytest.mark.parametrize("raw", ["BEGIN:VCARD FN:Marie Curie", "SNCF-AZERTY-42"])
def test_an_unknown_code_is_logged_by_its_length_and_keyed_hash_only(desk: Bench, raw: str) -> None:
    desk.desk.scan(raw)
    (entry,) = desk.journal("scan_refused")
    assert entry.subject == "desk:poste-1"
    assert entry.payload.keys() == {"zone", "verdict", "length", "hash"}
    assert (entry.payload["length"], entry.personal) == (len(raw), None)
    for path in desk.store.path.parent.iterdir():
        assert raw.encode() not in path.read_bytes()


def test_the_hash_of_an_unknown_code_needs_the_key(tmp_path: Path) -> None:
    first, second, keyless = (
        bench(tmp_path),
        bench(tmp_path, station="b", key=b"x" * 32),
        bench(tmp_path, station="c", key=b""),
    )
    for each in (first, second, keyless):
        each.desk.scan("inconnu")
    hashes = [each.journal("scan_refused")[0].payload.get("hash") for each in (first, second, keyless)]
    assert hashes[0] != hashes[1]
    assert hashes[2] is None


def test_a_known_person_who_is_refused_is_logged_under_their_record(desk: Bench) -> None:
    code = desk.expect(status="cancelled")
    desk.desk.scan(code)
    (entry,) = desk.journal("scan_refused")
    assert (entry.subject, dict(entry.payload)) == ("attendee:marie", {"zone": "jour-1", "verdict": "cancelled"})


# Verbs beside scan


def test_a_person_found_by_search_is_admitted_as_by_a_scan(desk: Bench) -> None:
    desk.expect()
    assert desk.desk.admit("marie").verdict == "admitted"
    assert desk.desk.admit("marie").repeat == "ignored"


def test_an_unknown_person_is_said(desk: Bench) -> None:
    with pytest.raises(UserError, match="personne") as caught:
        desk.desk.admit("nobody")
    assert caught.value.code == "attendee_unknown"


def test_a_delegation_comes_in_by_one_transaction_with_a_verdict_each(desk: Bench) -> None:
    for name, status in (("a", "confirmed"), ("b", "cancelled"), ("c", "confirmed")):
        desk.expect(name, status=status)
    desk.changes.clear()
    results = desk.desk.admit_group(["a", "b", "c", "a"])
    assert [result.verdict for result in results] == ["admitted", "cancelled", "admitted", "already_in"]
    assert len(desk.changes) == 1
    assert desk.present() == 2


def test_a_delegation_stops_at_the_capacity(tmp_path: Path) -> None:
    desk = policy(tmp_path, "once", capacity=2)
    for name in "abc":
        desk.expect(name)
    assert [result.verdict for result in desk.desk.admit_group("abc")] == ["admitted", "admitted", "zone_full"]


def test_a_delegation_with_someone_unknown_admits_nobody(desk: Bench) -> None:
    desk.expect("a")
    before = len(desk.journal())
    with pytest.raises(UserError):
        desk.desk.admit_group(["a", "nobody"])
    assert len(desk.journal()) == before
    assert desk.present() == 0
    assert desk.desk.admit("a").verdict == "admitted"
    assert desk.in_order()


def test_an_override_admits_with_its_reason(desk: Bench) -> None:
    desk.expect(status="cancelled")
    result = desk.desk.override("marie", "  vue avec le cabinet ")
    assert result.verdict == "admitted"
    assert desk.journal("attendee_admitted")[0].personal == {"reason": "vue avec le cabinet"}
    assert desk.present() == 1


def test_an_override_without_a_reason_is_refused(desk: Bench) -> None:
    desk.expect(status="cancelled")
    with pytest.raises(UserError, match="motif"):
        desk.desk.override("marie", "   ")
    assert desk.present() == 0


def test_undo_brings_the_counters_back_and_the_next_scan_admits(desk: Bench) -> None:
    code = desk.expect()
    result = desk.desk.scan(code)
    before = +desk.store.counts
    desk.desk.undo(result.entry_id, "marie")
    assert desk.present() == 0
    assert desk.desk.scan(code).verdict == "admitted"
    assert {**+desk.store.counts} == before
    assert [entry.kind for entry in desk.journal()][-3:] == [
        "attendee_admitted",
        "entry_cancelled",
        "attendee_admitted",
    ]
    assert desk.in_order()


def test_undoing_an_exit_puts_the_person_back_inside(tmp_path: Path) -> None:
    desk = policy(tmp_path, "in_out")
    code = desk.expect()
    desk.desk.scan(code)
    left = desk.scan_later(code)
    desk.desk.undo(left.entry_id, "marie")
    assert desk.present() == 1


@pytest.mark.parametrize("times", [0, 1])
def test_what_is_not_there_or_already_undone_cannot_be_undone(desk: Bench, times: int) -> None:
    desk.expect()
    entry_id = desk.desk.admit("marie").entry_id if times else "0" * 32
    for _ in range(times):
        desk.desk.undo(entry_id, "marie")
    with pytest.raises(UserError, match="rien à annuler"):
        desk.desk.undo(entry_id, "marie")


def test_history_shows_what_stands_newest_first(desk: Bench) -> None:
    code = desk.expect()
    wrong = desk.desk.scan(code)
    desk.desk.undo(wrong.entry_id, "marie")
    desk.clock.later(60)
    desk.desk.scan(code)
    desk.desk.badge_handed("marie")
    card = desk.desk.cards.card("marie", desk.desk.standing("marie"), DAY, with_history=True)
    assert [line.what for line in card.history] == [
        "badge_handed",
        "attendee_admitted",
        "entry_cancelled",
        "attendee_upserted",
    ]


def test_the_last_passages_are_there_again_after_a_restart_without_what_was_cancelled(desk: Bench) -> None:
    code = desk.expect()
    wrong = desk.desk.scan(code)
    desk.desk.undo(wrong.entry_id, "marie")
    desk.clock.later(60)
    desk.desk.scan(code)
    desk.desk.scan("SNCF 1234")
    again = Desk(desk.store, desk.desk.settings, lambda _: None, desk.clock).last_passages()
    assert [(passage.verdict, bool(passage.person)) for passage in again] == [("not_found", False), ("admitted", True)]
