"""Admissions made on paper while the screens were dead, and typed in afterwards."""

from pathlib import Path

import pytest

from tests.unit.desks import DAY, START_MS, Bench, bench
from vi_events.checkin.presence import BUCKET_MS
from vi_events.clock import hour
from vi_events.edition.models import Zone
from vi_events.errors import UserError

HOUR_MS = 3_600_000
NOTED_MS = START_MS + HOUR_MS
"""Written on the list; typed in two hours after the day began."""


@pytest.fixture
def desk(tmp_path: Path) -> Bench:
    made = bench(tmp_path)
    made.expect()
    made.clock.later(2 * 3600)
    return made


def test_a_paper_admission_counts_from_the_time_on_the_paper(desk: Bench) -> None:
    result = desk.desk.admit_on_paper(["marie"], DAY, NOTED_MS)[0]
    assert (result.verdict, result.at_ms, result.zone) == ("admitted", NOTED_MS, "Jour 1")
    assert "saisi d’après papier" in result.message
    assert hour(NOTED_MS) in result.message
    assert result.person is not None
    assert result.person.present
    assert desk.present() == 1
    assert desk.store.counts[f"#arr:jour-1:{NOTED_MS // BUCKET_MS}"] == 1
    assert desk.in_order()


def test_the_journal_says_that_it_was_typed_in_from_paper(desk: Bench) -> None:
    desk.desk.admit_on_paper(["marie"], DAY, NOTED_MS)
    entry = desk.journal("attendee_admitted")[0]
    assert entry.payload == {"zone": "jour-1", "policy": "once", "at_ms": NOTED_MS, "reason": "saisi d’après papier"}
    card = desk.desk.cards.card("marie", desk.desk.standing("marie"), DAY, with_history=True)
    assert card.history[0].detail == "saisi d’après papier"


def test_the_verdict_afterwards_says_when_by_the_paper_and_where(desk: Bench) -> None:
    desk.desk.admit_on_paper(["marie"], DAY, NOTED_MS)
    result = desk.desk.admit("marie")
    assert (result.verdict, result.first_at_ms, result.first_station) == ("already_in", NOTED_MS, "poste-1")
    assert hour(NOTED_MS) in result.message
    assert result.repeat == ""  # an hour ago on paper is not a moment ago at this desk


@pytest.mark.parametrize("policy", ["once", "reentry", "in_out"])
def test_who_is_in_already_is_reported_and_not_admitted_twice(tmp_path: Path, policy: str) -> None:
    zone = Zone("jour-1", "Jour 1", policy)
    desk = bench(tmp_path, zone)
    desk.desk.scan(desk.expect())
    desk.clock.later(600)
    result = desk.desk.admit_on_paper(["marie"], zone, START_MS + 60_000)[0]
    assert (result.verdict, result.first_at_ms, result.first_station) == ("already_in", START_MS, "poste-1")
    assert result.entry_id == ""
    assert len(desk.journal("attendee_admitted")) == 1


def test_the_same_line_typed_twice_counts_once(desk: Bench) -> None:
    desk.desk.admit_on_paper(["marie", "marie"], DAY, NOTED_MS)
    assert len(desk.journal("attendee_admitted")) == 1


def test_paper_is_not_refused_by_the_rules_of_the_door(desk: Bench) -> None:
    desk.expect("paul", status="cancelled", zones=["autre"])
    assert desk.desk.admit_on_paper(["paul"], DAY, NOTED_MS)[0].verdict == "admitted"


def test_paper_is_typed_in_for_any_zone_from_any_desk(desk: Bench) -> None:
    lunch = Zone("dejeuner", "Déjeuner")
    result = desk.desk.admit_on_paper(["marie"], lunch, NOTED_MS)[0]
    assert (result.zone, desk.present()) == ("Déjeuner", 0)
    assert desk.store.counts["#in:dejeuner"] == 1


def test_a_paper_admission_can_be_undone(desk: Bench) -> None:
    result = desk.desk.admit_on_paper(["marie"], DAY, NOTED_MS)[0]
    desk.desk.undo(result.entry_id, "marie")
    assert desk.present() == 0


@pytest.mark.parametrize("at_ms", [0, START_MS + 3 * HOUR_MS])
def test_a_time_still_to_come_is_refused(desk: Bench, at_ms: int) -> None:
    with pytest.raises(UserError) as refused:
        desk.desk.admit_on_paper(["marie"], DAY, at_ms)
    assert refused.value.code == "paper_time"
    assert desk.present() == 0


def test_one_unknown_person_leaves_the_others_untouched(desk: Bench) -> None:
    with pytest.raises(UserError) as refused:
        desk.desk.admit_on_paper(["marie", "personne"], DAY, NOTED_MS)
    assert refused.value.code == "attendee_unknown"
    assert desk.present() == 0


def test_arrivals_count_the_older_of_paper_and_scan(tmp_path: Path) -> None:
    zone = Zone("jour-1", "Jour 1", "in_out")
    desk = bench(tmp_path, zone)
    code = desk.expect()
    desk.clock.later(3600)
    desk.desk.scan(code)
    desk.scan_later(code)
    desk.desk.admit_on_paper(["marie"], zone, START_MS)
    assert desk.person()["first"]["jour-1"][0] == START_MS


def test_paper_typed_where_the_scan_is_not_known_is_shown_to_a_supervisor(tmp_path: Path) -> None:
    scanned, typed = bench(tmp_path, station="poste-1"), bench(tmp_path, station="poste-2")
    scanned.expect()
    typed.store.take_in(scanned.journal())
    scanned.clock.later(60)
    typed.clock.later(120)
    scanned.desk.admit("marie")
    typed.desk.admit_on_paper(["marie"], DAY, START_MS + 30_000)
    scanned.store.take_in(typed.journal())
    both = [(START_MS + 60_000, "poste-1"), (START_MS + 30_000, "poste-2")]
    assert [tuple(each[:2]) for each in scanned.person()["conflicts"][0][1:]] == both
