"""What the preparation list tells, and that it ends up empty."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from tests.unit.shows import PALMARES, RUNDOWN
from vi_events import app, backup, readiness
from vi_events.app import OpenEdition
from vi_events.doctor import Finding, examine
from vi_events.edition import envelope, erasure, people, programme
from vi_events.edition.envelope import Cost
from vi_events.edition.models import Authority, Zone
from vi_events.edition.programme import Edition, Programme
from vi_events.edition.show_document import ShowDocument
from vi_events.journal.entry import Author, Fact
from vi_events.journal.store import Store
from vi_events.readiness import Known, Missing, Roll
from vi_events.stage.documents import DRAFT, OPEN, SEALED
from vi_events.stage.preflight import Finding as StageFinding

EDITION = Edition("essai", "Remise d’essai", "2027-02-05", "Paris")
DAY = Zone("jour-1", "Jour 1")
ROLL = Roll(expected=10, guests=2)
PROGRAMME = Programme(EDITION, (DAY,))
READY = Known(PROGRAMME, ROLL, OPEN, (StageFinding("ok", "names", "bon"),), saved_ms=1)


def at(day: int, hour: int) -> int:
    return round(datetime(2027, 2, day, hour).timestamp() * 1000)


def said(known: Known) -> dict[str, Missing]:
    return {missing.key: missing for missing in readiness.gaps(known)}


# The list


def test_an_edition_that_is_ready_has_an_empty_list() -> None:
    assert readiness.readiness(READY, [Finding("disque", "ok", "Assez.")]) == ()


@pytest.mark.parametrize(
    ("roll", "key", "item"),
    [
        (Roll(), "attendees", "importer"),
        (replace(ROLL, without_authority=12), "authority", "sans-collectivite"),
        (replace(ROLL, without_ticket=12), "ticket", "sans-billet"),
        (replace(ROLL, guests=10), "category", "sans-categorie"),
        (replace(ROLL, doubles=12), "doubles", "homonymes"),
        (replace(ROLL, overlapping=12), "overlap", "ateliers"),
        (replace(ROLL, long_badges=12), "badge", "badge-long"),
    ],
)
def test_each_gap_of_the_list_leads_to_the_attendees(roll: Roll, key: str, item: str) -> None:
    missing = said(replace(READY, roll=roll))
    assert missing.keys() == {key}
    assert (missing[key].page, missing[key].item) == ("attendees", item)
    if key not in ("attendees", "category"):
        assert missing[key].count == 12
        assert "12" in missing[key].sentence


def test_one_is_said_in_the_singular() -> None:
    roll = replace(ROLL, without_ticket=1, overlapping=1, ambiguous=1)
    missing = said(replace(READY, roll=roll))
    assert missing["ticket"].sentence == "1 participant·e sans billet."
    assert "inscrit·e à" in missing["overlap"].sentence
    assert missing["ambiguous"].sentence.startswith("1 nom désigne ")


def test_zones_need_hours_only_when_there_are_several_days() -> None:
    assert not said(READY)
    two_days = replace(PROGRAMME, edition=replace(EDITION, until="2027-02-06"))
    missing = said(replace(READY, programme=two_days))["zone_hours"]
    assert (missing.page, missing.item, missing.level) == ("edition", "jour-1", "warn")
    timed = replace(two_days, zones=(replace(DAY, opens_ms=at(5, 9), closes_ms=at(6, 18)),))
    assert not said(replace(READY, programme=timed))


def test_a_zone_open_on_another_day_than_the_edition_is_a_mistake() -> None:
    astray = replace(PROGRAMME, zones=(DAY, replace(DAY, id="b", opens_ms=at(4, 9))))
    assert (said(replace(READY, programme=astray))["zone_days"].item, "zone_hours") == ("b", "zone_hours")


def test_the_palmares_is_told_by_numbers_only() -> None:
    found = (
        *(StageFinding(level, "x", "Bassens : cinq arobases") for level in ("bad", "sign", "sign", "warn")),
        StageFinding("warn", "not_sealed", "en clair"),
    )
    missing = said(replace(READY, palmares=DRAFT, stage=found))
    assert {key: (each.level, each.count) for key, each in missing.items()} == {
        "seal": ("warn", 0),
        "stage": ("bad", 1),
        "stage_names": ("warn", 2),
        "stage_remarks": ("warn", 1),
    }
    assert not any("Bassens" in each.sentence for each in missing.values())
    assert {each.item for each in missing.values()} == {"seal", "check"}


def test_a_sealed_palmares_that_is_locked_asks_nothing() -> None:
    assert not said(replace(READY, palmares=SEALED, stage=None))


def test_a_backup_counts_what_came_since() -> None:
    assert said(replace(READY, saved_ms=None))["backup"].page == "secrets"
    missing = said(replace(READY, saved_ms=at(4, 14), unsaved=412))["backup"]
    assert missing.sentence == "La sauvegarde date du 4 février à 14\u202fh\u202f00\u202f: 412 entrées depuis."
    assert not said(replace(READY, unsaved=0))


def test_what_doctor_finds_is_in_the_list_the_worst_first() -> None:
    findings = [
        Finding("imprimante", "warn", "Aucune imprimante.", "Branchez-en une."),
        Finding("disque", "ok", "Assez."),
        Finding("édition", "bad", "Le journal est abîmé."),
    ]
    listed = readiness.readiness(replace(READY, saved_ms=None), findings)
    assert [each.key for each in listed] == ["journal", "backup", "printer"]
    assert (listed[2].page, listed[2].item) == ("devices", "printers")
    assert listed[2].sentence == "Aucune imprimante."


def test_every_finding_of_doctor_has_its_place(tmp_path: Path) -> None:
    app.create_edition(tmp_path, EDITION, (DAY,))
    names = {finding.name for finding in examine(tmp_path, "essai")}
    assert names == set(readiness._PLACES)


def test_a_new_computer_is_told_once_that_it_has_no_edition(tmp_path: Path) -> None:
    texts = [finding.text for finding in examine(tmp_path, None)]
    assert len(texts) == len(set(texts))


def test_an_erased_edition_lacks_nothing() -> None:
    assert not said(Known(PROGRAMME, erased=True))


# Reading


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenEdition]:
    monkeypatch.setattr(envelope, "STRONG", Cost(2))
    folder = app.create_edition(tmp_path, EDITION, (DAY,), "2027")
    with app.open_edition(folder, Author("poste-1")) as opened:
        yield opened


def write(opened: OpenEdition, *facts: Fact) -> None:
    def job(store: Store) -> None:
        with store.transaction(Author("poste-1")) as tx:
            tx.record(*facts)

    opened.core.call(job)


def person(id_: str, **fields: object) -> Fact:
    return people.added(id_, {"last_name": id_, "first_name": "Ana", "code": f"c-{id_}", **fields})


def test_people_are_counted_once_for_each_thing_they_lack(opened: OpenEdition) -> None:
    write(
        opened,
        programme.authority_set(Authority("33032", "Bassens", "commune", "33", "Gironde")),
        programme.authority_set(Authority("libre-saint-denis", "Saint-Denis")),
        programme.authority_set(Authority("libre-cercle", "Cercle des Amis de la Vallée Perdue")),
        person("a", authority_id="33032", category="elected"),
        person("b", category="officer"),
        person("c", category="press"),
        person("d", authority_id="libre-saint-denis", code=""),
        person("e", authority_id="libre-cercle", code="", external_codes=["EXT-1"]),
        person("f", category="elected", status="cancelled", code=""),
        person("g", last_name="Martin", authority_id="33032", category="elected"),
        person("h", last_name="MARTIN", authority_id="33032", category="elected"),
    )
    known = readiness.look(opened.folder)
    assert known.roll == Roll(
        expected=7, without_authority=1, without_ticket=1, guests=2, doubles=2, ambiguous=1, unlisted=1
    )


def test_two_sessions_at_once_count_the_person_once(opened: OpenEdition) -> None:
    sessions = [Zone(name, name, opens_ms=at(5, 9), closes_ms=at(5, 11)) for name in ("a", "b", "c")]
    write(
        opened,
        *(programme.zone_set(zone, rank) for rank, zone in enumerate(sessions, 1)),
        person("x", zones=["a", "b", "c"]),
        person("y", zones=["a"]),
    )
    assert readiness.look(opened.folder).roll.overlapping == 1


def test_a_badge_that_nobody_can_read_is_counted(opened: OpenEdition) -> None:
    long_name = "Anne-Charlotte-Bérengère " * 6
    write(opened, person("court"), person("long", last_name=long_name * 2, function=long_name * 4))
    assert readiness.look(opened.folder).roll.long_badges == 1


def test_a_draft_is_checked_and_a_sealed_palmares_is_not_read(opened: OpenEdition) -> None:
    assert readiness.look(opened.folder).palmares == "none"
    opened.stage.documents.save(ShowDocument(PALMARES, RUNDOWN))
    known = readiness.look(opened.folder)
    assert known.palmares == DRAFT
    assert known.stage
    opened.stage.on_disk.seal("cheval agrafe correct pile")
    known = readiness.look(opened.folder)
    assert (known.palmares, known.stage) == (SEALED, None)


def test_any_backup_counts_whoever_made_it(opened: OpenEdition, tmp_path: Path) -> None:
    assert readiness.look(opened.folder).saved_ms is None
    write(opened, person("a"))
    backup.write_backup(opened.folder, tmp_path / "a.viedition")
    erasure.note_export(opened.folder, *backup.EXPORT)
    known = readiness.look(opened.folder)
    assert known.saved_ms is not None
    assert known.unsaved == 0


def test_what_is_recorded_after_a_backup_is_counted(tmp_path: Path) -> None:
    now = [round(datetime(2027, 2, 1).timestamp() * 1000)]
    folder = app.create_edition(tmp_path, EDITION, (DAY,))
    with app.open_edition(folder, Author("poste-1"), now_ms=lambda: now[0]) as opened:
        made = datetime.fromtimestamp(now[0] / 1000).astimezone().isoformat()
        now[0] += 5000
        write(opened, Fact("exported", "export:main", {"what": "backup", "form": "viedition", "at": made}))
        before = readiness.look(folder).unsaved
        write(opened, person("a"), person("b"))
        assert readiness.look(folder).unsaved == before + 2
