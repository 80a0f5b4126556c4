"""What the figures count, on days whose every arrival is known."""

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.unit.desks import KEY, Bench, FakeClock, bench
from tests.unit.shows import REFERENCE
from vi_events.checkin import presence, print_jobs, registrations
from vi_events.checkin.desk import Desk, DeskSettings
from vi_events.closing.figures import Figures, figures
from vi_events.closing.turnout import Turnout
from vi_events.edition import people, programme
from vi_events.edition.models import Authority, Zone
from vi_events.journal.entry import Author, Fact

DAY = Zone("jour-1", "Jour 1")
LUNCH = Zone("dejeuner", "Déjeuner")
HAVRE, BU = REFERENCE.authority("76351"), replace(REFERENCE.authority("28064"), kind="village")
MORNING_MS = int(datetime(2027, 2, 5, 9, 0).timestamp() * 1000)
MINUTE_MS, HOUR_MS, DAY_MS = 60_000, 3_600_000, 24 * 3_600_000


@pytest.fixture
def desk(tmp_path: Path) -> Bench:
    """A desk at nine in the morning, with two zones and two authorities."""
    made = bench(tmp_path, DAY, clock=FakeClock(MORNING_MS))
    made.desk.record(programme.zone_set(LUNCH, 1), programme.authority_set(HAVRE), programme.authority_set(BU))
    return made


def at(desk: Bench, zone: Zone, station: str = "poste-1") -> Desk:
    """Another desk on the same database."""
    return Desk(desk.store, DeskSettings(Author(station), zone, KEY), desk.changes.append, desk.clock)


def come(desk: Bench, *attendee_ids: str, every_s: float = 60) -> None:
    for attendee_id in attendee_ids:
        desk.clock.later(every_s)
        assert desk.desk.admit(attendee_id).verdict == "admitted"


def counted(desk: Bench) -> Figures:
    return figures(desk.store, REFERENCE)


def row(turnouts: Sequence[Turnout], id_: str) -> tuple[int, int, int, int]:
    """Invited, came, no-shows, unexpected."""
    found = next(each for each in turnouts if each.id == id_)
    return found.invited, found.came, found.no_shows, found.unexpected


def whole(desk: Bench) -> tuple[int, int, int, int]:
    return row([counted(desk).people], "people")


def test_people_are_invited_come_or_stay_away(desk: Bench) -> None:
    for name in ("a", "b", "c"):
        desk.expect(name)
    desk.expect("left", status="cancelled")
    come(desk, "a", "b")
    assert whole(desk) == (3, 2, 1, 0)


def test_a_person_is_counted_once_however_often_they_come(desk: Bench) -> None:
    desk.expect("a")
    come(desk, "a")
    at(desk, LUNCH).admit("a")
    desk.clock.later(DAY_MS / 1000)
    at(desk, replace(DAY, policy="reentry"), "poste-2").admit("a")
    found = counted(desk)
    assert whole(desk) == (1, 1, 0, 0)
    assert [(each.day, each.zone, each.people) for each in found.by_zone_and_day] == [
        ("2027-02-05", "Jour 1", 1),
        ("2027-02-05", "Déjeuner", 1),
        ("2027-02-06", "Jour 1", 1),
    ]


def test_a_merged_record_is_no_second_person(desk: Bench) -> None:
    desk.expect("a")
    desk.expect("again")
    come(desk, "again")
    desk.clock.later(HOUR_MS / 1000)
    registrations.merge(desk.desk, "again", "a")
    found = counted(desk)
    assert whole(desk) == (1, 1, 0, 0)
    assert [(each.hour, each.people) for each in found.by_hour] == [(9, 1)]  # when they came, not when it was noticed
    assert found.desks[0].passages == 1
    assert found.work.merges == 1


def test_a_substitute_is_the_person_invited(desk: Bench) -> None:
    desk.expect("mayor")
    desk.clock.later(60)
    registrations.substitute(desk.desk, "mayor", {"last_name": "Adjointe"})
    assert whole(desk) == (1, 1, 0, 0)
    assert counted(desk).work.substitutions == 1


def test_whoever_was_not_invited_is_unexpected(desk: Bench) -> None:
    desk.expect("late", status="not_confirmed")
    registrations.walk_in(desk.desk, {"last_name": "Inconnue"})
    desk.clock.later(60)
    assert desk.desk.admit("late").verdict == "not_confirmed"
    desk.desk.override("late", "parole de la maire")
    found = counted(desk)
    assert whole(desk) == (0, 2, 0, 2)
    assert (found.work.walk_ins, found.work.not_confirmed, found.work.overrides) == (1, 1, 1)
    assert [(each.id, each.number) for each in found.refusals] == [("not_confirmed", 1)]


def test_what_was_undone_does_not_count(desk: Bench) -> None:
    desk.expect("a")
    desk.clock.later(60)
    desk.desk.undo(desk.desk.admit("a").entry_id, "a")
    found = counted(desk)
    assert whole(desk) == (1, 0, 1, 0)
    assert found.work.undone == 1
    assert found.desks == ()


def test_an_undone_import_invited_nobody(desk: Bench) -> None:
    desk.expect("a")
    upserted = next(entry for entry in desk.journal("attendee_upserted"))
    desk.desk.undo(upserted.id, "a")
    assert whole(desk) == (0, 0, 0, 0)
    assert counted(desk).work.undone == 0  # no passage was


def test_a_rehearsal_does_not_count(desk: Bench) -> None:
    desk.expect("a")
    with desk.store.transaction(Author("poste-1", session="rehearsal-1")) as tx:
        tx.record(presence.admitted("a", DAY.id, "once"))
    assert whole(desk) == (1, 0, 1, 0)


def test_an_admission_on_paper_has_its_own_time_and_no_pace(desk: Bench) -> None:
    desk.expect("a")
    desk.clock.later(5 * HOUR_MS / 1000)
    desk.desk.record(presence.admitted("a", DAY.id, "once", at_ms=MORNING_MS + 10))
    found = counted(desk)
    assert [(each.hour, each.people) for each in found.by_hour] == [(9, 1)]
    assert found.desks == ()
    assert found.work.on_paper == 1


def test_each_zone_counts_those_expected_there(desk: Bench) -> None:
    desk.expect("everywhere")
    desk.expect("lunch", zones=["dejeuner"])
    come(desk, "everywhere")
    found = counted(desk)
    assert row(found.by_zone, "jour-1") == (1, 1, 0, 0)
    assert row(found.by_zone, "dejeuner") == (2, 0, 2, 0)


def test_arrivals_by_hour_are_first_arrivals_of_the_day(desk: Bench) -> None:
    for name in ("a", "b", "c"):
        desk.expect(name)
    come(desk, "a", "b")
    desk.clock.later(HOUR_MS / 1000)
    come(desk, "c")
    at(desk, LUNCH).admit("a")
    assert [(each.day, each.hour, each.people) for each in counted(desk).by_hour] == [
        ("2027-02-05", 9, 2),
        ("2027-02-05", 10, 1),
    ]


def test_groups_come_from_the_authority(desk: Bench) -> None:
    desk.expect("mayor", authority_id=HAVRE.id, category="elected")
    desk.expect("agent", authority_id=BU.id, category="officer")
    desk.expect("press", category="press")
    come(desk, "mayor")
    found = counted(desk)
    assert [(each.id, each.invited, each.came) for each in found.by_category] == [
        ("elected", 1, 1),
        ("officer", 1, 0),
        ("press", 1, 0),
    ]
    assert [each.name for each in found.by_region] == ["Centre-Val de Loire", "Normandie", "sans collectivité"]
    assert [each.id for each in found.by_department] == ["28", "76", "none"]
    assert row(found.by_region, "reg-28") == (1, 1, 0, 0)
    assert row([found.authorities], "authorities") == (2, 1, 1, 0)


def test_the_kind_is_never_guessed(desk: Bench) -> None:
    """Le Havre is no « ville » before the palmarès says so; a free entry abroad has its country for region."""
    desk.desk.record(programme.authority_set(Authority("libre-dakar", "Dakar", "foreign", country="Sénégal")))
    for name, authority in (("h", HAVRE.id), ("b", BU.id), ("d", "libre-dakar")):
        desk.expect(name, authority_id=authority)
    assert [each.id for each in counted(desk).by_kind] == ["village", "unknown"]
    assert "Sénégal" in [each.name for each in counted(desk).by_region]
    desk.desk.record(revealed(HAVRE, "ville", 4))
    assert [each.id for each in counted(desk).by_kind] == ["village", "ville", "unknown"]


def revealed(authority: Authority, kind: str, level: int, **fields: Any) -> Fact:
    payload = {"name": authority.name, "kind": kind, "level": level, **fields}
    return Fact("award_revealed", f"award:{authority.id}", payload)


def test_awards_are_those_announced_and_not_withdrawn(desk: Bench) -> None:
    territory = REFERENCE.find("200069854")
    assert territory is not None
    desk.desk.record(
        revealed(HAVRE, "ville", 4, mentions=["Numérique éducatif"]),
        revealed(BU, "village", 1),
        revealed(territory, "territoire", 3),
        Fact("reveal_withdrawn", f"award:{BU.id}", {"reason": "erreur"}),
    )
    awards = counted(desk).awards
    assert awards.total == 2
    assert [each.number for each in awards.by_level] == [0, 0, 1, 1, 0]
    assert [(each.id, each.number) for each in awards.by_kind] == [
        ("village", 0),
        ("ville", 1),
        ("territoire", 1),
        ("autre", 0),
    ]
    assert [each.name for each in awards.mentions] == ["Numérique éducatif"]
    assert [each.members for each in awards.territories] == [len(REFERENCE.members(territory.id))]
    assert awards.member_communes > 1


def test_two_desks_that_admit_the_same_person_are_a_conflict(tmp_path: Path) -> None:
    first, second = bench(tmp_path, DAY), bench(tmp_path, DAY, station="poste-2")
    first.expect()
    second.store.take_in(first.journal())
    come(first, "marie")
    come(second, "marie", every_s=90)
    first.store.take_in(second.journal())
    found = counted(first)
    assert [(each.name, each.number) for each in found.conflicts] == [("Jour 1", 1)]
    assert found.work.conflicts == 1
    assert whole(first) == (1, 1, 0, 0)


def test_the_pace_of_a_desk(desk: Bench) -> None:
    """Three within ten seconds, a pause, then two: five passages in two minutes of the clock."""
    for name in "abcde":
        desk.expect(name)
    come(desk, "a", "b", "c", every_s=5)
    desk.clock.later(120)
    come(desk, "d", "e", every_s=10)
    (pace,) = counted(desk).desks
    assert (pace.station, pace.passages, pace.active_minutes, pace.per_minute) == ("poste-1", 5, 2, 2.5)
    assert (pace.peak, pace.peak_ms) == (3, MORNING_MS)
    assert (pace.first_ms, pace.last_ms) == (MORNING_MS + 5_000, MORNING_MS + 155_000)
    assert (pace.busiest.passages, pace.busiest.from_ms, pace.busiest.to_ms) == (
        3,
        MORNING_MS + 5_000,
        MORNING_MS + 15_000,
    )
    assert [(each.from_ms, each.passages) for each in counted(desk).minutes] == [
        (MORNING_MS, 3),
        (MORNING_MS + 2 * MINUTE_MS, 2),
    ]


def test_badges_by_what_became_of_them(desk: Bench) -> None:
    desk.expect("a")
    desk.expect("b")
    desk.badge("a", "confirmed")
    desk.badge("b", "failed")
    for again in ("confirmed", "cancelled"):
        entry = desk.desk.record(print_jobs.badge_queued("a", "poste-1/Accueil", print_jobs.REPRINT, ""))[0]
        job = next(job for job in print_jobs.jobs("a", desk.desk.standing("a")) if job.id == entry.id)
        desk.desk.record(print_jobs.badge_printed(job, again))
    desk.desk.badge_handed("a")
    badges = counted(desk).badges
    assert (badges.people, badges.handed, badges.reprints) == (1, 1, 1)
    assert {each.id: each.number for each in badges.by_state} == {"confirmed": 2, "failed": 1, "cancelled": 1}


def test_corrections_and_replaced_tickets_are_counted(desk: Bench) -> None:
    desk.expect("a")
    registrations.correct(desk.desk, "a", {"function": "Maire"})
    registrations.replace_ticket(desk.desk, "a")
    assert (counted(desk).work.corrections, counted(desk).work.tickets_replaced) == (1, 1)


def test_the_same_figures_without_names(desk: Bench) -> None:
    desk.expect("a", authority_id=HAVRE.id)
    registrations.walk_in(desk.desk, {"last_name": "Inconnue"})
    desk.clock.later(60)
    desk.desk.override("a", "parole de la maire")
    desk.badge("a", "confirmed")
    before = counted(desk)
    with desk.store.reading() as connection:
        connection.execute("UPDATE entry SET personal = NULL, operator = ''")
    desk.store.rebuild()
    assert desk.desk.cards.card("a", desk.desk.standing("a"), DAY).last_name == ""
    assert counted(desk) == before


def test_an_edition_where_nothing_happened(desk: Bench) -> None:
    found = counted(desk)
    assert whole(desk) == (0, 0, 0, 0)
    assert (found.by_hour, found.desks, found.refusals, found.awards.total) == ((), (), (), 0)


def test_ten_thousand_people_take_a_time_in_proportion(tmp_path: Path) -> None:
    """Ten times the people, less than thirty times the time: squared, it would be a hundred."""

    def lasting(folder: Path, number: int) -> float:
        folder.mkdir()
        made = bench(folder, DAY, clock=FakeClock(MORNING_MS))
        made.desk.record(*(people.upserted(f"p{rank}", {"authority_id": HAVRE.id}) for rank in range(number)))
        with made.store.transaction(Author("poste-1")) as tx:
            for rank in range(number):
                made.clock.later(1)
                tx.record(presence.admitted(f"p{rank}", DAY.id, "once"))
        started = time.process_time()
        found = counted(made)
        took = time.process_time() - started
        assert (found.people.came, found.desks[0].busiest.passages) == (number, number)
        return took

    few = min(lasting(tmp_path / f"few-{turn}", 1_000) for turn in range(3))
    assert lasting(tmp_path / "many", 10_000) < 30 * few
