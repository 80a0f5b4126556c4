"""Who has an invitation in their hands, and what is written on it."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.desks import START_MS, Bench, FakeClock, bench
from tests.unit.papers import Seen, watched
from vi_events.checkin import codes, registrations, tickets
from vi_events.checkin.invitations import (
    CHANGED,
    CURRENT,
    MISSING,
    TO_WRITE,
    TicketRow,
    all_invitations,
    note_issued,
    read_invitations,
)
from vi_events.checkin.tickets import TicketEdition, ticket_edition, write_tickets
from vi_events.edition import erasure, people, programme
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition, Programme
from vi_events.errors import UserError

PDF = "Invitations, Labels"
ABOUT = TicketEdition("Labels", "vendredi 5 février 2027", "Paris")
ANNE = TicketRow(
    "p-1", "Petit", "Anne", "Troyes", "Maire", "elected", "VBCDEFGHIJKLNOPRSTUVXBCDE", "anne@petit.example"
)


@pytest.fixture
def desk(tmp_path: Path) -> Bench:
    made = bench(tmp_path)
    for name in ("anne", "zoe", "marc"):
        made.expect(name, last_name=name.title())
    return made


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Iterator[Seen]:
    with watched(monkeypatch) as seen:
        yield seen


def write(desk: Bench, *ids: str, kind: str = "pdf") -> None:
    rows = [row for row in all_invitations(desk.store).rows() if row.attendee_id in ids]
    for _ in note_issued(rows, kind, desk.desk.settings.author, desk.changes.append)(desk.store):
        pass


def standings(desk: Bench) -> dict[str, str]:
    return {each.row.attendee_id: each.standing for each in all_invitations(desk.store).people}


# Who has one


def test_an_invitation_written_is_remembered_with_its_time_and_kind(desk: Bench) -> None:
    assert all_invitations(desk.store).counts() == {CURRENT: 0, CHANGED: 0, MISSING: 3}
    write(desk, "anne", kind="png")
    assert standings(desk) == {"anne": CURRENT, "marc": MISSING, "zoe": MISSING}
    anne = next(each for each in all_invitations(desk.store).people if each.standing == CURRENT)
    assert (anne.kind, anne.written_ms // 1000) == ("png", START_MS // 1000)
    assert [row.attendee_id for row in all_invitations(desk.store).rows(TO_WRITE)] == ["marc", "zoe"]


def test_a_new_code_makes_the_invitation_out_of_date_until_it_is_written_again(desk: Bench) -> None:
    write(desk, "anne", "zoe")
    done = registrations.replace_tickets(desk.desk, ["anne"])
    assert standings(desk) == {"anne": CHANGED, "marc": MISSING, "zoe": CURRENT}
    write(desk, "anne")
    assert standings(desk)["anne"] == CURRENT
    desk.desk.undo_group(done)
    assert standings(desk)["anne"] == CHANGED  # what was written bears the code that was taken back


def test_giving_the_old_code_back_makes_the_invitation_good_again(desk: Bench) -> None:
    write(desk, "anne")
    old = desk.person("anne")["code"]
    done = registrations.replace_tickets(desk.desk, ["anne", "zoe"])
    assert desk.desk.scan(old).verdict == "revoked"
    assert desk.desk.undo_group(done) == 2
    assert standings(desk)["anne"] == CURRENT
    assert desk.scan_later(old).verdict == "admitted"


def test_new_codes_are_genuine_and_each_its_own(desk: Bench) -> None:
    registrations.replace_tickets(desk.desk, ["anne", "zoe", "marc"])
    new = {desk.person(name)["code"] for name in ("anne", "zoe", "marc")}
    assert len(new) == 3
    assert all(codes.is_genuine(desk.desk.settings.ticket_key, code) for code in new)


def test_without_the_key_no_code_is_replaced(tmp_path: Path) -> None:
    made = bench(tmp_path, key=b"")
    made.desk.record(people.added("a", {"last_name": "Petit"}))
    with pytest.raises(UserError) as caught:
        registrations.replace_tickets(made.desk, ["a"])
    assert caught.value.code == "key_missing"


def test_an_invitation_written_where_the_new_code_was_not_known_is_out_of_date(desk: Bench, tmp_path: Path) -> None:
    other = bench(tmp_path, station="poste-2", clock=FakeClock(START_MS + 60_000))
    other.store.take_in(desk.journal())
    registrations.replace_tickets(desk.desk, ["anne"])
    write(other, "anne")  # later, with the code of before
    desk.store.take_in(other.journal())
    other.store.take_in(desk.journal())
    assert standings(desk)["anne"] == standings(other)["anne"] == CHANGED


def test_who_cancelled_was_merged_or_erased_gets_none_and_who_has_no_code_is_counted_apart(desk: Bench) -> None:
    desk.expect("olga", status="cancelled")
    desk.expect("double", last_name="Zoe")
    desk.desk.record(people.merged("double", "zoe"))
    desk.desk.record(people.added("sans", {"last_name": "Sans"}))
    desk.desk.record(erasure.person_erased("marc"))
    found = all_invitations(desk.store)
    assert sorted(standings(desk)) == ["anne", "zoe"]
    assert found.without_code == 1


def test_an_erased_person_leaves_no_code_behind(desk: Bench) -> None:
    write(desk, "anne")
    code = desk.person("anne")["code"]
    desk.desk.record(erasure.person_erased("anne"))
    assert code not in repr(desk.journal())
    assert code not in repr(desk.person("anne"))


def test_a_scan_passes_between_two_slices(desk: Bench) -> None:
    for number in range(450):
        desk.expect(f"p{number}")
    rows = all_invitations(desk.store).rows()
    told: list[tuple[int, int]] = []
    steps = note_issued(rows, "pdf", desk.desk.settings.author, desk.changes.append, lambda *said: told.append(said))(
        desk.store
    )
    before = len(desk.changes)
    next(steps)
    assert len(desk.changes) == before + 1
    assert len(desk.changes[-1].entries) < len(rows) / 2
    assert next(iter(read_invitations(desk.store))).counts()[CURRENT] > 0
    *_, last = steps
    assert last == len(rows)
    assert told[-1] == (len(rows), len(rows))


# What is written


def test_the_mailing_table_names_the_address_and_the_files_of_each_person(tmp_path: Path) -> None:
    write_tickets("mailing", tmp_path / "m.csv", [ANNE], ABOUT)
    write_tickets("png", tmp_path / "png", [ANNE], ABOUT)
    write_tickets("pdfs", tmp_path / "pdf", [ANNE], ABOUT)
    with (tmp_path / "m.csv").open(encoding="utf-8-sig", newline="") as file:
        row = next(csv.DictReader(file))
    assert tuple(row)[:5] == tickets.CSV_COLUMNS
    assert (row["email"], row["function"], row["code"]) == ("anne@petit.example", "Maire", ANNE.code)
    assert (tmp_path / "png" / row["picture"]).exists()
    assert (tmp_path / "pdf" / row["invitation"]).read_bytes().startswith(b"%PDF")


def test_the_invitation_says_how_to_come_and_the_hours_of_the_zones_of_this_person(tmp_path: Path, seen: Seen) -> None:
    hours = (("z1", "Cérémonie\u202f: 14 h 30"), ("z2", "Dîner\u202f: 20 h 00"))
    about = replace(ABOUT, hours=hours, access="Métro ligne 1\nParking Rivoli")
    write_tickets("pdf", tmp_path / "a.pdf", [replace(ANNE, zones=("z1",)), replace(ANNE, attendee_id="p-2")], about)
    first, second = ([line.text for line in seen.of(PDF) if line.page == page] for page in (1, 2))
    assert any("14 h 30" in text for text in first)
    assert not any("20 h 00" in text for text in first)
    assert any("20 h 00" in text for text in second)
    assert {"Venir", "Métro ligne 1", "Parking Rivoli"} <= set(first)


def test_a_long_way_to_come_stays_on_the_sheet(tmp_path: Path, seen: Seen) -> None:
    about = replace(ABOUT, access="Prenez le métro puis le bus, et marchez dans la cour d’honneur. " * 12)
    write_tickets("pdf", tmp_path / "a.pdf", [ANNE], about)
    assert max(line.baseline for line in seen.of(PDF)) < 297 - 8
    assert max(line.right for line in seen.of(PDF) if line.left < 100 and line.baseline > 150) < 105 - 8


def test_without_access_nothing_is_said_of_it(tmp_path: Path, seen: Seen) -> None:
    write_tickets("pdf", tmp_path / "a.pdf", [ANNE], ABOUT)
    assert "Venir" not in {line.text for line in seen.of(PDF)}


def test_an_edition_of_several_days_says_from_when_to_when_and_the_day_of_each_zone() -> None:
    edition = Edition("labels", "Labels", "2027-02-05", "Paris", until="2027-02-06", access="Par la cour")
    second_day_ms = 1_801_908_000_000  # 6 February 2027
    about = ticket_edition(Programme(edition, (Zone("z", "Assemblée", opens_ms=second_day_ms), Zone("y", "Dîner"))))
    assert about.date == "du vendredi 5 au samedi 6 février 2027"
    assert [zone for zone, _ in about.hours] == ["z"]
    assert "le 6 février à" in about.hours[0][1]
    assert about.access == "Par la cour"


@pytest.mark.parametrize("kind", ["pdf", "pdfs", "png"])
def test_writing_stops_where_it_is_told_to(tmp_path: Path, kind: str) -> None:
    rows = [replace(ANNE, attendee_id=f"p-{number}") for number in range(5)]

    def told(done: int, total: int) -> None:
        assert total == 5
        if done == 2:
            raise UserError("stopped", "Arrêté.")

    with pytest.raises(UserError):
        write_tickets(kind, tmp_path / "out", rows, ABOUT, told)
    written = list((tmp_path / "out").iterdir()) if kind != "pdf" else []
    assert len(written) == (0 if kind == "pdf" else 2)
    assert not (tmp_path / "out").is_file()


def test_a_programme_without_hours_gives_none(tmp_path: Path) -> None:
    made = bench(tmp_path)
    made.desk.record(programme.edition_created(Edition("e", "E", "2027-02-05", "Paris")))
    assert ticket_edition(programme.read_programme(made.store)).hours == ()
