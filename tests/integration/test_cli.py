"""The public command line, rule by rule, as another program drives it."""

import argparse
import csv
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.fakes import FakePrinter
from tests.integration.conftest import Ran
from vi_events import app, cli
from vi_events.checkin.layouts import type_as
from vi_events.edition import programme
from vi_events.journal.entry import Author

Vi = Callable[..., Ran]
NEW = ("--title", "Remise", "--date", "2027-02-05", "--place", "Paris", "--json")
GUESTS = "Nom;Prénom;Collectivité;Zones\nDupont;Anne;Lille;\nMartin;Jo;Lille;\n;;Lille;\nNon;Zoé;Lyon;Nulle part\n"


def lines(ran: Ran) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ran.out.splitlines()]


def entries(vi: Vi, out: Path, kind: str) -> list[dict[str, Any]]:
    assert vi("export", "journal", out).code == 0
    return [entry for entry in json.loads(out.read_text(encoding="utf-8")) if entry["kind"] == kind]


@pytest.fixture
def guests(tmp_path: Path) -> Path:
    path = tmp_path / "invités.csv"
    path.write_text(GUESTS, encoding="utf-8")
    return path


# Usage


@pytest.mark.parametrize(
    "arguments",
    [
        ("nope",),
        ("find",),
        ("new", "x"),
        ("find", "a", "--nope"),
        ("zone", "a", "--capacity", "x"),
        ("scan", "--zon=a"),
    ],
)
def test_wrong_usage_exits_2_and_says_so_as_json(vi: Vi, arguments: tuple[str, ...]) -> None:
    ran = vi(*arguments, "--json")
    assert (ran.code, ran.error) == (2, "usage")
    assert "usage: vi-events" in ran.err
    assert "required" not in ran.err


def test_wrong_usage_without_json_leaves_standard_output_empty(vi: Vi) -> None:
    ran = vi("find")
    assert (ran.code, ran.out) == (2, "")
    assert "il manque query" in ran.err


def test_common_options_stand_before_or_after_the_command(vi: Vi, data: Path, tmp_path: Path) -> None:
    before = vi("--json", "--data", data, "--edition", "demo", "find", "mar")
    after = vi("find", "mar", "--edition", "demo", "--data", data, "--json")
    assert before.said == after.said != []
    assert vi("--data", tmp_path / "none", "find", "mar", "--json").error == "no_edition"


def test_without_a_command_the_window_opens(vi: Vi) -> None:
    assert vi().code == vi("demo").code == 99


# Editions


def test_no_argument_at_all_is_what_the_grammar_makes_of_none() -> None:
    seen: list[argparse.Namespace] = []

    def window(options: argparse.Namespace) -> int:
        seen.append(options)
        return 0

    assert cli.run([], window) == 0
    assert seen == [cli.parser().parse_args([])]


def test_new_makes_an_edition_with_its_zones(vi: Vi) -> None:
    said = vi("new", "labels-2027", *NEW, "--zone", "Jour 1:reentry", "--zone", "Soirée : gala").said
    assert [(zone["id"], zone["policy"]) for zone in said["zones"]] == [("jour-1", "reentry"), ("soiree-gala", "once")]
    assert Path(said["folder"], "edition.db").exists()


@pytest.mark.parametrize("slug", ["../x", "Labels", "a b", "", "é", "-a", "a" * 61])
def test_a_slug_that_names_no_folder_is_refused(vi: Vi, slug: str) -> None:
    assert vi("new", *NEW, "--", slug).error == "slug_invalid"


@pytest.mark.parametrize("date", ["5/2/2027", "2027-02-30", "demain", ""])
def test_a_date_that_is_none_is_refused(vi: Vi, date: str) -> None:
    assert vi("new", "x", *NEW, "--date", date).error == "date_invalid"


@pytest.mark.parametrize(
    ("zones", "code"),
    [
        (["A:never"], "policy_unknown"),
        (["A", "a"], "zone_twice"),
        ([" "], "value_missing"),
        ([":once"], "value_missing"),
    ],
)
def test_zones_that_make_no_sense_are_refused(vi: Vi, zones: list[str], code: str) -> None:
    assert vi("new", "x", *NEW, *(f"--zone={zone}" for zone in zones)).error == code


def test_an_edition_is_never_overwritten(vi: Vi, data: Path) -> None:
    before = (data / "demo" / "secrets.json").read_bytes()
    assert vi("new", "demo", *NEW).error == "edition_exists"
    assert (data / "demo" / "secrets.json").read_bytes() == before


def test_a_folder_that_cannot_be_written_is_said(vi: Vi, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ran = vi("new", "x", *NEW, "--data", tmp_path / "file" / "data")
    assert (ran.code, ran.error) == (1, "folder_unwritable")


def test_of_two_editions_the_last_opened_is_meant(vi: Vi) -> None:
    assert vi("find", "mar", "--json").said
    vi("new", "other", *NEW)
    assert vi("find", "mar", "--json").said == []
    assert vi("find", "mar", "--edition", "demo", "--json").said


@pytest.mark.parametrize("slug", ["nope", "../demo", ""])
def test_an_edition_that_is_not_there_is_said_with_those_that_are(vi: Vi, slug: str) -> None:
    ran = vi("find", "mar", "--edition", slug, "--json")
    assert ran.error == "edition_unknown"
    assert "demo" in ran.said["error"]["advice"]


# Zones and PIN


def test_a_zone_is_known_by_its_id_or_its_name_in_any_case(vi: Vi) -> None:
    vi("zone", "Jour 1", "--capacity", 5)
    for name in ("jour-1", "JOUR 1", "jour 1"):
        said = vi("zone", name, "--json").said
        assert (said["name"], said["policy"], said["capacity"]) == ("Jour 1", "reentry", 5)


def test_a_zone_alone_is_shown_and_nothing_changes(vi: Vi, tmp_path: Path) -> None:
    ran = vi("zone", "Jour 1", "--opens", "2027-02-05T09:00", "--capacity", 5)
    assert all(text in ran.out for text in ("reentry", "le 5 février à 9", "5 places"))
    before = len(entries(vi, tmp_path / "j.json", "zone_set"))
    shown = vi("zone", "jour-1")
    assert all(text in shown.out for text in ("Jour 1", "reentry", "le 5 février à 9", "5 places"))
    assert vi("zone", "Nulle part", "--json").error == "zone_unknown"
    assert len(entries(vi, tmp_path / "j.json", "zone_set")) == before


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("A", "--capacity", "0"), "capacity_invalid"),
        (("A", "--opens", "demain"), "date_invalid"),
        (("A", "--opens", "2027-02-05T10:00", "--closes", "2027-02-05T09:00"), "hours_invalid"),
        (("A", "--closes", "0001-01-01T00:00"), "date_invalid"),
        ((" ",), "value_missing"),
    ],
)
def test_zone_rules_that_make_no_sense_are_refused(vi: Vi, options: tuple[str, ...], code: str) -> None:
    assert vi("zone", *options, "--json").error == code


def test_the_pin_is_read_from_standard_input_or_the_environment(vi: Vi, monkeypatch: pytest.MonkeyPatch) -> None:
    assert vi("pin", "--json").error == "pin_missing"
    assert vi("pin", "--json", typed=b"123\n").error == "pin_short"
    assert vi("pin", "--json", typed=b"123456\n").said == {"pin": "set"}
    monkeypatch.setenv("VI_EVENTS_PIN", "1234")
    assert vi("pin", "--json").said == {"pin": "set"}


# Import


def test_an_import_says_what_it_read_added_updated_and_refused(vi: Vi, guests: Path) -> None:
    ran = vi("import", "attendees", guests, "--json", "--partial")
    said = ran.said
    assert ran.code == 0
    assert [said[key] for key in ("read", "added", "updated", "unchanged", "applied")] == [4, 2, 0, 0, True]
    assert [refused["row"] for refused in said["refused"]] == [4, 5]
    assert all(refused["reason"] and "column" in refused for refused in said["refused"])
    again = vi("import", "attendees", guests, "--json", "--partial").said
    assert [again[key] for key in ("added", "updated", "unchanged")] == [0, 0, 2]


def test_an_import_is_all_or_nothing(vi: Vi, guests: Path) -> None:
    ran = vi("import", "attendees", guests, "--json")
    assert (ran.code, ran.said["applied"], ran.said["added"], ran.said["batch"]) == (1, False, 0, None)
    assert vi("find", "anne dupont lille", "--json").said == []


def test_a_dry_run_says_what_would_change_and_changes_nothing(vi: Vi, guests: Path) -> None:
    ran = vi("import", "attendees", guests, "--json", "--dry-run", "--partial")
    assert (ran.code, ran.said["dry_run"], ran.said["applied"], ran.said["added"]) == (0, True, False, 2)
    assert vi("import", "attendees", guests, "--json", "--dry-run").code == 1
    assert vi("find", "anne dupont lille", "--json").said == []


@pytest.mark.parametrize("name", sorted(path.name for path in Path("assets/demo/exports").iterdir()))
def test_the_exports_of_real_platforms_are_read(vi: Vi, name: str) -> None:
    said = vi("import", "attendees", Path("assets/demo/exports") / name, "--json").said
    assert said["applied"]
    assert said["added"] + said["updated"] + said["unchanged"] == said["read"] > 50


def test_a_batch_is_undone_once(vi: Vi, guests: Path) -> None:
    batch = vi("import", "attendees", guests, "--json", "--partial").said["batch"]
    assert vi("undo-import", batch, "--json").said["cancelled"] == 2
    assert vi("find", "anne dupont lille", "--json").said == []
    assert vi("undo-import", batch, "--json").error == "batch_unknown"
    assert vi("undo-import", "nope", "--json").error == "batch_unknown"
    assert vi("journal", "verify", "--json").said["ok"]


def test_undo_import_alone_says_which_imports_there_are(vi: Vi, guests: Path) -> None:
    vi("new", "small", *NEW)
    assert "Aucun import" in vi("undo-import").out
    said = vi("import", "attendees", guests, "--partial").out
    (known,) = vi("undo-import", "--json").said
    assert (known["file"], known["rows"], known["state"]) == ("invités.csv", 2, "completed")
    assert f"undo-import {known['batch']}" in said
    vi("undo-import", known["batch"])
    assert (known["batch"] in vi("undo-import").out, "annulé" in vi("undo-import").out) == (True, True)


def test_columns_and_answers_are_given_by_hand(vi: Vi, tmp_path: Path) -> None:
    table = tmp_path / "list.csv"
    table.write_text("Qui;Où\nZébulon;Saint-Denis\n", encoding="utf-8")
    given = ("import", "attendees", table, "--json", "--map", "last_name=Qui", "--map", "authority=Où")
    assert vi("import", "attendees", table, "--json").error == "unknown_format"
    assert vi(*given, "--dry-run").said["questions"][0]["written"] == "Saint-Denis"
    assert vi(*given, "--answer", "Saint-Denis=nope").error == "answer_unknown"
    assert vi(*given, "--answer", "saint-denis=93066").said["questions"] == []
    assert vi("find", "zebulon", "--json").said[0]["authority"] == "Saint-Denis"


@pytest.mark.parametrize("option", ["--map=a", "--map==a", "--answer=a=", "--map=nope=Nom", "--map=last_name=Rien"])
def test_a_pair_that_makes_no_sense_is_refused(vi: Vi, guests: Path, option: str) -> None:
    ran = vi("import", "attendees", guests, "--json", option)
    assert ran.code == 1
    assert ran.error in ("pair_invalid", "unknown_field", "unknown_column")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"PK\x03\x04garbage", "file_unreadable"),
        (bytes(range(256)) * 20, "file_not_table"),
        (b"truc;machin\n1;2\n", "unknown_format"),
        (b"%PDF-1.7", "file_not_table"),
        (b"Nom;Prenom\n" + b"a;b\n" * 200_001, "file_too_large"),
    ],
)
def test_a_file_that_is_no_list_is_said(vi: Vi, tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "in").write_bytes(content)
    assert vi("import", "attendees", tmp_path / "in", "--json").error == code


def test_a_missing_file_and_a_folder_are_said(vi: Vi, tmp_path: Path) -> None:
    assert vi("import", "attendees", tmp_path / "none.csv", "--json").error == "file_missing"
    assert vi("import", "attendees", tmp_path, "--json").error == "file_not_table"


# Export and tickets


def test_exports_hold_everyone(vi: Vi, tmp_path: Path) -> None:
    rows = vi("export", "attendees", tmp_path / "a.csv", "--json").said["rows"]
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        written = list(csv.DictReader(file))
    assert vi("export", "attendees", tmp_path / "a.json", "--json").said["rows"] == rows == len(written) > 600
    assert {row["attendee_id"] for row in json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))} == {
        row["attendee_id"] for row in written
    }


@pytest.mark.parametrize(
    ("out", "code"), [("a.xml", "format_unknown"), ("none/a.csv", "file_unwritable"), ("file/a.csv", "file_unwritable")]
)
def test_an_export_that_cannot_be_written_is_said(vi: Vi, tmp_path: Path, out: str, code: str) -> None:
    (tmp_path / "file").write_text("")
    ran = vi("export", "attendees", tmp_path / out, "--json")
    assert (ran.code, ran.error) == (1, code)


def test_an_export_over_a_folder_leaves_nothing_behind(vi: Vi, tmp_path: Path) -> None:
    (tmp_path / "a.csv").mkdir()
    assert vi("export", "attendees", tmp_path / "a.csv", "--json").error == "file_unwritable"
    assert list(tmp_path.glob("*.new")) == []


def test_tickets_are_a_table_invitations_or_pictures(vi: Vi, guests: Path, tmp_path: Path) -> None:
    vi("new", "small", *NEW)
    vi("import", "attendees", guests, "--partial")
    for out in ("t.csv", "t.pdf", "pictures", "folder.csv/"):
        assert vi("tickets", f"{tmp_path}/{out}", "--json").said["tickets"] == 2
    header, *rows = (tmp_path / "t.csv").read_text(encoding="utf-8-sig").splitlines()
    assert header == "attendee_id,last_name,first_name,authority,code"
    assert len(rows) == len(list((tmp_path / "pictures").glob("*.png"))) == 2
    assert (tmp_path / "t.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "folder.csv").is_dir()


def test_tickets_say_who_has_one_and_write_only_those_that_are_missing(vi: Vi, guests: Path, tmp_path: Path) -> None:
    vi("new", "small", *NEW)
    vi("import", "attendees", guests, "--partial")
    none = {"current": 0, "changed": 0, "missing": 2, "without_code": 0}
    assert vi("tickets", "--json").said == {"invitations": none}
    said = vi("tickets", tmp_path / "t.pdf", "--json").said
    assert (said["tickets"], said["kind"], said["noted"]) == (2, "pdf", True)
    assert said["invitations"] == {**none, "current": 2, "missing": 0}
    assert vi("tickets", f"{tmp_path}/each", "--new", "--kind", "pdfs", "--json").said["tickets"] == 0
    assert vi("tickets", f"{tmp_path}/each", "--kind", "pdfs", "--json").said["tickets"] == 2
    assert len(list((tmp_path / "each").glob("*.pdf"))) == 2
    vi("tickets", tmp_path / "m.csv", "--kind", "mailing")
    assert ",email," in (tmp_path / "m.csv").read_text(encoding="utf-8-sig").splitlines()[0]


def test_tickets_written_beside_a_window_say_that_they_are_not_noted(vi: Vi, tmp_path: Path, data: Path) -> None:
    with app.open_edition(data / "demo", Author("poste-1")):
        ran = vi("tickets", tmp_path / "t.csv", "--json")
    assert (ran.code, ran.said["noted"], ran.said["invitations"]["current"]) == (0, False, 0)
    assert "depuis elle" in ran.err
    assert len((tmp_path / "t.csv").read_text(encoding="utf-8-sig").splitlines()) > 600


@pytest.mark.parametrize(("out", "code"), [("", "value_missing"), ("a.docx", "format_unknown")])
def test_tickets_to_nowhere_are_refused(vi: Vi, out: str, code: str) -> None:
    assert vi("tickets", out, "--json").error == code


# Scan and find


def test_one_object_per_non_empty_line(vi: Vi, people: list[dict[str, str]]) -> None:
    first, second = people[0]["code"], people[1]["code"]
    typed = f"\ufeff{first}\r\n\r\n   \n\t\n{second.lower()}\n]d2{second}\r\nnope".encode()
    said = lines(vi("scan", "--json", typed=typed))
    assert [each["verdict"] for each in said] == ["admitted", "admitted", "already_in", "not_found"]
    assert [each["repeat"] for each in said] == [None, None, "ignored", None]
    assert [each["attendee_id"] for each in said] == [
        people[0]["attendee_id"],
        people[1]["attendee_id"],
        people[1]["attendee_id"],
        None,
    ]
    keys = {"verdict", "attendee_id", "name", "message", "first_at", "first_station", "ms"}
    assert all(keys <= each.keys() for each in said)


def test_a_repeat_is_said_to_be_ignored(vi: Vi, people: list[dict[str, str]]) -> None:
    code = people[0]["code"]
    first, second = vi("scan", typed=f"{code}\n{code}".encode()).out.splitlines()
    assert ("(répété, ignoré)" in first, "(répété, ignoré)" in second) == (False, True)


def test_a_line_of_find_has_no_comma_for_what_is_missing(vi: Vi, tmp_path: Path) -> None:
    table = tmp_path / "list.csv"
    table.write_text("Nom;Prénom\nZébulon;Anne\n", encoding="utf-8")
    vi("import", "attendees", table)
    assert vi("find", "zebulon").out.rstrip().endswith("  Anne Zébulon")


def test_a_second_scan_says_when_and_where_also_in_another_run(vi: Vi, people: list[dict[str, str]]) -> None:
    code = people[0]["code"].encode()
    assert (
        lines(vi("scan", "--json", "--zone", "Cérémonie", "--station", "nord", typed=code))[0]["verdict"] == "admitted"
    )
    again = lines(vi("scan", "--json", "--zone", "ceremonie", "--station", "sud", typed=code))[0]
    assert (again["verdict"], again["first_station"]) == ("already_in", "nord")
    assert again["first_at"]


@pytest.mark.parametrize("layout", ["fr", "bepo", "de", "ch", "be"])
def test_codes_read_through_any_layout(vi: Vi, people: list[dict[str, str]], tmp_path: Path, layout: str) -> None:
    table = tmp_path / "list.csv"
    table.write_text("Nom;Référence billet\nZébulon;AQ-WZ123\n", encoding="utf-8")
    mapped = ("--map", "external_codes=Référence billet")
    assert vi("import", "attendees", table, *mapped, "--json").said["added"] == 1
    typed = "\n".join(type_as(code, layout) for code in (people[0]["code"], "AQ-WZ123"))
    said = lines(vi("scan", "--json", typed=typed.encode()))
    assert [each["name"] for each in said][1] == "Zébulon"
    assert {each["verdict"] for each in said} == {"admitted"}


def test_a_very_long_line_gives_one_object(vi: Vi, people: list[dict[str, str]]) -> None:
    typed = b" " * 70_000 + b"x" * 200_000 + b"\n" + b"y" * 1_000_000 + b"\n" + people[0]["code"].encode()
    assert [each["verdict"] for each in lines(vi("scan", "--json", typed=typed))] == ["not_found"] * 2 + ["admitted"]


def test_scanning_needs_a_zone_that_exists(vi: Vi) -> None:
    assert vi("scan", "--json", "--zone", "nope", typed=b"x").error == "zone_unknown"


def test_nothing_on_standard_input_is_nothing_on_standard_output(vi: Vi) -> None:
    assert vi("scan", "--json") == (0, "", "")


def test_find_gives_a_list_best_first(vi: Vi, people: list[dict[str, str]]) -> None:
    names = [(each["last_name"], each["first_name"]) for each in people]
    person = next(each for each, name in zip(people, names, strict=True) if names.count(name) == 1)
    found = vi("find", f"{person['last_name']} {person['first_name']}", "--json").said
    assert found[0]["attendee_id"] == person["attendee_id"]
    assert {"attendee_id", "name", "authority", "function"} <= found[0].keys()
    assert vi("find", "", "--json").said == vi("find", "zzzzqx", "--json").said == []
    assert "Personne" in vi("find", "zzzzqx").out


# Badges and printers


@pytest.mark.parametrize("width", [576, 384])
def test_the_png_is_the_badge_dot_for_dot(vi: Vi, people: list[dict[str, str]], tmp_path: Path, width: int) -> None:
    attendee_id, png = people[0]["attendee_id"], tmp_path / "b.png"
    assert vi("badge", attendee_id, "--png", png, "--width", width, "--json").said["width"] == width
    with FakePrinter() as printer:
        printed = vi("badge", attendee_id, "--printer", printer.url, "--width", width, "--json")
    assert (printed.code, printed.said["state"]) == (0, "confirmed")
    with Image.open(png) as picture:
        assert picture.mode == "1"
        assert picture.tobytes() == printer.pages[0].tobytes()


@pytest.mark.parametrize(
    ("mode", "state"), [("refuses", "failed"), ("paper_out", "failed"), ("closes_mid_job", "unknown")]
)
def test_a_badge_that_did_not_print_exits_1_and_is_in_the_journal(
    vi: Vi, people: list[dict[str, str]], tmp_path: Path, mode: str, state: str
) -> None:
    with FakePrinter(mode) as printer:
        ran = vi("badge", people[0]["attendee_id"], "--printer", printer.url, "--json")
    assert (ran.code, ran.said["state"]) == (1, state)
    assert ran.said["reason"]
    states = [entry["payload"]["state"] for entry in entries(vi, tmp_path / "j.json", "badge_printed")]
    assert states == ["sending", state]


def test_badges_to_a_file_or_to_nowhere_are_sent(vi: Vi, people: list[dict[str, str]], tmp_path: Path) -> None:
    for url in ("null:", (tmp_path / "roll.bin").as_uri()):
        assert vi("badge", people[0]["attendee_id"], "--printer", url, "--json").said["state"] == "sent"
    assert (tmp_path / "roll.bin").stat().st_size > 1000


def test_a_badge_that_cannot_be_made_is_said(vi: Vi, people: list[dict[str, str]], tmp_path: Path) -> None:
    known = people[0]["attendee_id"]
    assert vi("badge", known, "--json").error == "badge_where"
    assert vi("badge", "nope", "--png", tmp_path / "b.png", "--json").error == "attendee_unknown"
    assert vi("badge", known, "--png", tmp_path / "none" / "b.png", "--json").error == "file_unwritable"
    assert vi("badge", known, "--printer", "gopher:x", "--json").error == "printer_url_unsupported"


def test_a_settings_file_spoiled_by_hand_does_not_stop_badges(
    vi: Vi, data: Path, people: list[dict[str, str]], tmp_path: Path
) -> None:
    (data / "station.json").write_text('{"badge_width_dots": 7}')
    assert vi("badge", people[0]["attendee_id"], "--png", tmp_path / "b.png", "--json").said["width"] == 576


def test_printer_check_says_reachability_and_paper(vi: Vi) -> None:
    with FakePrinter("paper_low") as printer:
        ran = vi("printer", "check", printer.url, "--json")
    assert (ran.code, ran.said["online"], ran.said["paper"]) == (0, True, "low")
    with FakePrinter("refuses") as printer:
        ran = vi("printer", "check", printer.url, "--json")
    assert (ran.code, ran.said["online"]) == (1, False)


# Doctor, integrity, damage


def test_doctor_gives_one_line_of_advice_each_and_changes_nothing(vi: Vi, tmp_path: Path) -> None:
    said = vi("doctor", "--json").said
    assert said["ok"]
    assert all({"name", "level", "text", "advice"} == check.keys() for check in said["checks"])
    assert vi("doctor", "--json", "--data", tmp_path / "fresh").code == 0
    assert not (tmp_path / "fresh").exists()


def test_doctor_says_that_a_folder_cannot_be_written(vi: Vi, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ran = vi("doctor", "--json", "--data", tmp_path / "file")
    assert (ran.code, ran.said["checks"][0]["level"]) == (1, "bad")


def test_a_damaged_database_is_said_by_every_command(vi: Vi, data: Path) -> None:
    (data / "demo" / "edition.db").write_bytes(b"not a database, whatever it was" * 400)
    for command in (("find", "a"), ("journal", "verify"), ("export", "journal", "x.csv"), ("scan",), ("pin",)):
        assert vi(*command, "--json", typed=b"123456").error == "database_unreadable"
    assert vi("doctor", "--json").code == 1


def test_a_database_cut_short_is_said(vi: Vi, data: Path) -> None:
    database = data / "demo" / "edition.db"
    database.write_bytes(database.read_bytes()[:20_000])
    assert vi("find", "a", "--json").error == "database_unreadable"


@pytest.mark.parametrize("secrets", ["nope", "[]", '{"ticket_key": "zz"}', '{"ticket_key": 5}', '{"pin": "zz"}'])
def test_damaged_secrets_are_said(vi: Vi, data: Path, secrets: str) -> None:
    (data / "demo" / "secrets.json").write_text(secrets)
    assert vi("scan", "--json", typed=b"x").error == "secrets_unreadable"
    assert vi("doctor", "--json").code == 1


def test_a_lost_ticket_key_stops_no_known_ticket(vi: Vi, data: Path, people: list[dict[str, str]]) -> None:
    (data / "demo" / "secrets.json").unlink()
    assert lines(vi("scan", "--json", typed=people[0]["code"].encode()))[0]["verdict"] == "admitted"


# Beside another process; signals and closed ends


def test_readers_work_beside_a_writer_and_writers_say_who_holds_it(data: Path, outside: Vi) -> None:
    with app.open_edition(data / "demo", Author("accueil")):
        assert outside("find", "mar", "--json").said
        assert outside("journal", "verify", "--json").said["ok"]
        ran = outside("scan", "--json", typed=b"x")
    assert (ran.code, ran.error) == (1, "edition_held")
    assert "accueil" in ran.said["error"]["message"]
    assert str(os.getpid()) in ran.said["error"]["message"]


def test_arguments_that_are_no_text_are_no_accident(outside: Vi, tmp_path: Path) -> None:
    odd = os.fsdecode(b"\xff\xfe")
    assert outside("find", odd, "--json").said == []
    assert outside("find", odd, "--edition", odd, "--json").error == "edition_unknown"
    assert outside("import", "attendees", odd).code == 1
    ran = outside("export", "attendees", tmp_path / f"{odd}.csv")
    assert (ran.code, ran.err) == (0, "")
    assert outside("scan", "--json", "--station", odd, typed=b"\xff\xfe\n\x80").out.count("not_found") == 2


@pytest.mark.parametrize("command", [["find", "mar"], ["scan", "--json"], ["find"], ["find", "a", "--edition", "no"]])
@pytest.mark.parametrize("closed", [0, 1, 2])
def test_a_closed_stream_gives_no_traceback(data: Path, command: list[str], closed: int) -> None:
    # A shell closes it: Python's own subprocess would put something else there.
    script = f'exec "$@" {closed}{"<" if closed == 0 else ">"}&-'
    start = ["sh", "-c", script, "sh", sys.executable, "-m", "vi_events", "--data", str(data), *command]
    ran = subprocess.run(start, input=b"x\n" if closed else None, capture_output=True, timeout=60, check=False)
    assert ran.returncode in (0, 1, 2)
    assert b"Traceback" not in ran.stderr
    assert b"bug" not in ran.stdout


@pytest.mark.parametrize("command", [["find", "mar", "--json"], ["scan", "--json"], ["find", "--json"]])
def test_a_full_disk_behind_standard_output_is_said(data: Path, command: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        start = [sys.executable, "-m", "vi_events", "--data", str(data), *command]
        ran = subprocess.run(start, input=b"x\n", stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
    assert ran.returncode in (1, 2)
    assert b"Traceback" not in ran.stderr
    assert b"Exception" not in ran.stderr


def test_a_reader_that_goes_away_ends_the_scan_quietly(data: Path) -> None:
    start = [sys.executable, "-m", "vi_events", "--data", str(data), "scan", "--json"]
    with subprocess.Popen(start, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdin is not None
        running.stdin.write(b"a\n")
        running.stdin.flush()
        assert running.stdout.readline()
        running.stdout.close()
        running.stdin.write(b"b\n")
        running.stdin.close()
        assert running.stderr.read() == b""
        assert running.wait(30) == 1


def test_an_interruption_is_said_and_what_was_confirmed_is_kept(data: Path, outside: Vi) -> None:
    # Started from a script in the background, the tests ignore interruptions, and so would the program.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    start = [sys.executable, "-m", "vi_events", "--data", str(data), "scan", "--json"]
    with subprocess.Popen(start, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdin is not None
        running.stdin.write(b"a\n")
        running.stdin.flush()
        assert json.loads(running.stdout.readline())["verdict"] == "not_found"
        running.send_signal(signal.SIGINT)
        assert json.loads(running.stdout.readline())["error"]["code"] == "interrupted"
        assert b"Traceback" not in running.stderr.read()
        assert running.wait(30) == 1
    assert outside("journal", "verify", "--json").said["ok"]


def test_an_edition_of_several_days_says_its_last_one(vi: Callable[..., Ran], tmp_path: Path) -> None:
    about = ("--title", "Congrès", "--date", "2027-02-05", "--place", "Paris")
    early = vi("--data", tmp_path / "a", "new", "congres", *about, "--until", "2027-02-04", "--json")
    assert (early.code, early.error) == (1, "until_early")
    folder = Path(
        vi("--data", tmp_path / "a", "new", "congres", *about, "--until", "2027-02-07", "--json").said["folder"]
    )
    with app.read_edition(folder) as store:
        assert programme.read_edition(store).last_day == "2027-02-07"
    assert (folder / "edition.db").stat().st_mode & 0o077 == 0
