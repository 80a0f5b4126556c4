"""What saves the day when all screens are dead: who is on which sheet, and what is on none."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.unit.papers import Seen, watched
from tests.unit.shows import PALMARES, RUNDOWN
from vi_events import app, cli
from vi_events.checkin import presence, print_jobs
from vi_events.clock import clock_time
from vi_events.edition import people, programme
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.edition.rundown import Rundown, Stop
from vi_events.edition.show_document import ShowDocument
from vi_events.edition.show_key import ShowKey
from vi_events.edition.text import fold
from vi_events.errors import UserError
from vi_events.journal.entry import Author, Fact
from vi_events.journal.store import Store
from vi_events.paper import PaperOrder, PaperReport, write_paper
from vi_events.paths import DATABASE
from vi_events.stage import engine
from vi_events.stage.documents import EditionDocuments

PASSPHRASE = "correct cheval pile agrafe"
PRINTED_MS = 1_800_000_000_000
MORNING, LUNCH, NOBODY = Zone("matin", "Matin", capacity=40), Zone("dejeuner", "Déjeuner"), Zone("cabine", "Cabine")
LIST, CALL, RUNNING = "Liste alphabétique", "Appel du plateau", "Conducteur"
WINGS = "Coulisse\u202f: à faire patienter dans cet ordre"
RESCUE = "Fiche de secours\u202f: tous les écrans sont éteints"
STAGE = ["03-appel-du-plateau.pdf", "04-conducteur.pdf", "05-coulisses.pdf"]


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Iterator[Seen]:
    with watched(monkeypatch) as seen:
        yield seen


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    edition = Edition("labels", "Labels 2027", "2027-02-05", "Paris")
    return app.create_edition(tmp_path, edition, [MORNING, LUNCH, NOBODY], "4321")


@pytest.fixture
def no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """This computer keeps no key of a palmarès."""
    monkeypatch.setattr(ShowKey, "kept", lambda _: None)
    monkeypatch.delenv("VI_EVENTS_PASSPHRASE", raising=False)


def record(folder: Path, *facts: Fact) -> None:
    store = Store(folder / DATABASE, app.TYPES, lambda: PRINTED_MS - 3_600_000)
    with store.transaction(Author("poste-1")) as tx:
        tx.record(*facts)
    store.close()


def guest(last: str, first: str = "Anne", **fields: Any) -> Fact:
    said = {"last_name": last, "first_name": first, "function": "maire", "authority_id": "51454", **fields}
    return people.upserted(f"{last}-{first}", said)


def palmares(folder: Path, rundown: Rundown = RUNDOWN) -> None:
    EditionDocuments(folder).save(ShowDocument(PALMARES, rundown))


def written(folder: Path, passphrase: str = "") -> PaperReport:
    return write_paper(folder, folder / "papier", PaperOrder(passphrase=passphrase), lambda: PRINTED_MS)


def names(seen: Seen, document: str) -> list[str]:
    """Of the people there, all called Anne, in their order."""
    return [line.text for line in seen.of(document) if line.text.endswith(" Anne")]


# The lists of people


def test_everybody_is_listed_once_in_french_order_under_their_letter(folder: Path, seen: Seen) -> None:
    record(folder, *(guest(name) for name in ("Zoé", "Œuvrard", "Obert", "Écart", "Ecart", "D’Aboville", "李")))
    written(folder)
    found = [line.text for line in seen.of(LIST) if len(line.text) == 1 or line.text.endswith(" Anne")]
    assert found == [
        *("D", "D’ABOVILLE Anne"),
        *("E", "ECART Anne", "ÉCART Anne"),
        *("L", "Li Anne"),
        *("O", "OBERT Anne", "ŒUVRARD Anne"),
        *("Z", "ZOÉ Anne"),
    ]


def test_a_zone_is_a_box_to_tick_a_dash_or_the_hour_of_arrival(folder: Path, seen: Seen) -> None:
    admitted = presence.admitted("Ici-Anne", MORNING.id, "once")
    record(folder, guest("Ici"), guest("Tard", zones=["dejeuner"]), admitted)
    written(folder)
    hour = clock_time(PRINTED_MS - 3_600_000)
    assert seen.row(LIST, "ICI")[-1] == hour
    assert seen.row(LIST, "TARD")[-2:] == ["–", "–"]
    assert seen.boxes.count((LIST, 1)) == 3  # lunch and cabin for the first, lunch for the second


def test_many_zones_are_named_rather_than_squeezed(folder: Path, seen: Seen) -> None:
    record(folder, *(programme.zone_set(Zone(f"z{rank}", f"Atelier {rank}"), rank) for rank in range(9)))
    record(folder, guest("Libre"), guest("Choisi", zones=["z2", "z4"]))
    written(folder)
    assert seen.row(LIST, "LIBRE")[-1] == "tous"
    assert seen.row(LIST, "CHOISI")[-1] == "Atelier 2, Atelier 4"
    assert "«\u202f–\u202f»" not in seen.text(LIST)  # no dash is drawn there


def test_who_cancelled_is_told_on_the_list_and_signs_nowhere(folder: Path, seen: Seen) -> None:
    record(folder, guest("Parti", status="cancelled"), guest("Douteux", status="not_confirmed"))
    written(folder)
    assert "inscription annulée" in seen.text(LIST)
    assert names(seen, "Émargement – Matin") == ["DOUTEUX Anne"]
    assert "inscription non confirmée" in " ".join(seen.text("Émargement – Matin").split())


def test_a_merged_record_and_an_erased_person_are_on_no_sheet(folder: Path, seen: Seen) -> None:
    record(folder, guest("Double"), guest("Garde"), people.merged("Double-Anne", "Garde-Anne"))
    record(folder, people.upserted("x", {"last_name": "", "first_name": ""}))
    written(folder)
    assert names(seen, LIST) == ["GARDE Anne"]


def test_those_expected_in_a_zone_have_room_to_sign(folder: Path, seen: Seen) -> None:
    record(folder, guest("Un"), guest("Deux", zones=["matin"]), guest("Trois", zones=["dejeuner"]))
    report = written(folder)
    assert names(seen, "Émargement – Matin") == ["DEUX Anne", "UN Anne"]
    assert names(seen, "Émargement – Déjeuner") == ["TROIS Anne", "UN Anne"]
    rows = [line.baseline for line in seen.of("Émargement – Matin") if line.text.endswith(" Anne")]
    assert rows[1] - rows[0] >= 10
    assert [file.name for file in report.files if "emargement" in file.name] == [
        "02-emargement-1-matin.pdf",
        "02-emargement-2-dejeuner.pdf",
        "02-emargement-3-cabine.pdf",
    ]


def test_a_zone_of_nobody_has_a_sheet_for_those_who_come_all_the_same(folder: Path, seen: Seen) -> None:
    record(folder, guest("Un", zones=["matin"]))
    written(folder)
    assert "Personne n’est attendu à ce contrôle." in seen.text("Émargement – Cabine")
    assert "Personnes qui ne sont pas sur la liste" in seen.text("Émargement – Cabine")


def test_two_zones_whose_names_fold_alike_have_a_file_each(folder: Path) -> None:
    record(folder, programme.zone_set(Zone("a", "Où"), 3), programme.zone_set(Zone("b", "ou"), 4))
    listed = [file.name for file in written(folder).files]
    assert len(listed) == len(set(listed))
    assert {path.name for path in (folder / "papier").iterdir()} == set(listed)


def test_the_sheet_of_a_zone_renamed_since_does_not_stay_beside_the_new_one(folder: Path) -> None:
    written(folder)
    record(folder, programme.zone_set(Zone(LUNCH.id, "Banquet"), 2))
    listed = [file.name for file in written(folder).files]
    assert {path.name for path in (folder / "papier").iterdir()} == set(listed)


def test_an_edition_of_nobody_says_so(folder: Path) -> None:
    assert "01-liste-alphabetique.pdf" in [left.name for left in written(folder).left_out]


def test_long_names_are_whole_on_every_list(folder: Path, seen: Seen) -> None:
    long = "Etxegarayborda-Schützenbach-de-la-Tour-Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson"
    record(folder, guest(long, "Marie-Clémentine-Philippine", function="conseillère municipale déléguée " * 6))
    written(folder)
    for document in (LIST, "Émargement – Matin"):
        drawn = "".join(seen.text(document).split())
        assert long.upper() in drawn
        assert drawn.count("déléguée") == 6


# The boxes of badges


def badge_in(box: str, attendee_id: str, folder: Path) -> None:
    record(folder, print_jobs.badge_queued(attendee_id, "poste-1/Accueil", "ahead", "", box))
    with app.read_edition(folder) as store:
        state = store.state(people.subject(attendee_id))
        assert state is not None
        job = print_jobs.jobs(attendee_id, state)[0]
    record(folder, print_jobs.badge_printed(job, "confirmed"))


def test_badges_are_found_by_their_box(folder: Path, seen: Seen) -> None:
    record(folder, guest("Abel"), guest("Martin"), guest("Sans"))
    badge_in("A à F", "Abel-Anne", folder)
    badge_in("G à Z", "Martin-Anne", folder)
    record(folder, print_jobs.badge_handed("Abel-Anne"))
    written(folder)
    text = seen.text("Boîtes de badges")
    assert [text.index(words) for words in ("A à F", "ABEL", "G à Z", "MARTIN")] == sorted(
        text.index(words) for words in ("A à F", "ABEL", "G à Z", "MARTIN")
    )
    assert "SANS" not in text
    assert seen.row("Boîtes de badges", "ABEL")[-1] == "remis"
    assert "A à F" in seen.row(LIST, "ABEL")


def test_without_boxes_there_is_no_sheet_of_them_and_the_report_says_why(folder: Path, seen: Seen) -> None:
    record(folder, guest("Abel"))
    assert [left.code for left in written(folder).left_out if left.name.startswith("06")] == ["no_box"]
    assert not seen.of("Boîtes de badges")
    assert "Boîte du badge" not in seen.text(LIST)


# The stage


def test_the_stage_has_names_and_order(folder: Path, seen: Seen) -> None:
    palmares(folder)
    record(folder, guest("Morvan", "Inès", seat="A 2"))
    assert not [left for left in written(folder).left_out if left.name in STAGE]
    laureates = ["Y", "Bû", "Le Havre", "Marcq-en-Barœul", "Le Havre"]
    for document in (CALL, RUNNING, WINGS):
        drawn = [line.text for line in seen.of(document)]
        assert [text for text in drawn if text in laureates] == laureates
    assert "Inès Morvan, maire (place A 2)" in seen.text(CALL)
    assert "Maëlys Ferrand" in seen.text(CALL)
    assert "Personne n’est inscrit." in seen.text(CALL)


def test_no_sheet_holds_a_level_a_mention_a_section_or_a_note(folder: Path, seen: Seen) -> None:
    palmares(folder)
    record(folder, guest("Morvan"))
    written(folder)
    drawn = "\n".join(line.text for line in seen.lines if "Ni niveau ni mention" not in line.text).casefold()
    told = [
        "arobase",
        "@",
        "numérique éducatif",
        "les villages",
        "cinq",
        "remis par le jury",
        "deux agents",
        "progresse",
    ]
    assert [words for words in told if words in drawn] == []


def test_a_title_that_tells_a_level_gives_way_to_its_kind(folder: Path, seen: Seen) -> None:
    speech = Stop("s", "speech", 60, "Avant les cinq arobases", people=("Jo Martin",))
    palmares(folder, Rundown((speech, *RUNDOWN.stops[2:3])))
    written(folder)
    for document in (CALL, RUNNING):
        assert "Intervention" in seen.text(document)
        assert "arobases" not in seen.text(document)


def test_hours_and_durations_of_awards_which_would_tell_a_level_are_left_out(folder: Path, seen: Seen) -> None:
    palmares(folder)
    written(folder)
    assert seen.row(RUNNING, "Le Havre") == ["2", "Remise", "Le Havre"]
    assert seen.row(RUNNING, "Ouverture par") == ["14:30", "Intervention", "Ouverture par la présidente", "5:00"]
    assert seen.row(RUNNING, "14:39") == ["14:39", "Pause", "Pause", "10:00"]


def test_during_the_show_what_was_played_is_told_and_the_wings_begin_with_the_next(folder: Path, seen: Seen) -> None:
    palmares(folder)
    with app.open_edition(folder, Author("poste-1")) as opened:
        stage = opened.stage
        stage.open().result()
        stage.press(engine.arm).result()
        stage.press(lambda revision, state: engine.jump(revision, state, "s-havre")).result()
        stage.standby().result()
        stage.go().result()
        written(folder)  # beside the program that holds the edition
    assert seen.row(RUNNING, "Le Havre")[-1] == "fait"
    assert seen.row(RUNNING, "Marcq")[-1] != "fait"
    assert "Marcq-en-Barœul" in seen.text(WINGS)
    assert "Le Havre\n" not in seen.text(WINGS).partition("Marcq-en-Barœul")[0]


@pytest.mark.usefixtures("no_key")
def test_a_locked_palmares_leaves_the_stage_out_and_says_how(folder: Path) -> None:
    palmares(folder)
    EditionDocuments(folder).seal(PASSPHRASE)
    record(folder, guest("Abel"))
    report = written(folder)
    left = [each for each in report.left_out if each.name in STAGE]
    assert [(each.name, each.code) for each in left] == [(name, "palmares_sealed") for name in STAGE]
    assert "VI_EVENTS_PASSPHRASE" in left[0].advice
    assert [file.name[:2] for file in report.files] == ["01", "02", "02", "02", "07"]
    assert not any((folder / "papier" / name).exists() for name in STAGE)


@pytest.mark.usefixtures("no_key")
def test_the_passphrase_opens_the_stage(folder: Path) -> None:
    palmares(folder)
    EditionDocuments(folder).seal(PASSPHRASE)
    assert [file.name for file in written(folder, PASSPHRASE).files if file.name in STAGE] == STAGE


@pytest.mark.usefixtures("no_key")
def test_a_wrong_passphrase_costs_the_stage_only(folder: Path) -> None:
    palmares(folder)
    EditionDocuments(folder).seal(PASSPHRASE)
    record(folder, guest("Abel"))
    report = written(folder, "une tout autre phrase")
    assert [left.name for left in report.left_out if left.name in STAGE] == STAGE
    assert (folder / "papier" / "01-liste-alphabetique.pdf").exists()


def test_an_edition_without_palmares_leaves_the_stage_out(folder: Path) -> None:
    assert {left.code for left in written(folder).left_out if left.name in STAGE} == {"no_palmares"}


# The sheet of rescue


def test_the_sheet_of_rescue_is_one_page_of_ten_lines_without_a_secret(folder: Path, seen: Seen) -> None:
    record(folder, guest("Un"), guest("Deux", zones=["dejeuner"]))
    report = written(folder)
    assert [file.pages for file in report.files if file.name.startswith("07")] == [1]
    text = seen.text(RESCUE)
    assert [f"{rank}." in text.split("\n") for rank in range(1, 12)] == [*[True] * 10, False]
    assert seen.row(RESCUE, "Matin") == ["Matin", "matin", "une seule entrée", "1", "40"]
    assert "labels" in text
    assert "4321" not in text


# The command


@pytest.mark.usefixtures("no_key")
def test_the_command_tells_files_pages_and_what_is_left_out(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    palmares(folder)
    record(folder, guest("Abel"))
    EditionDocuments(folder).seal(PASSPHRASE)
    out = tmp_path / "à imprimer" / "jour"

    def paper() -> dict[str, Any]:
        code = cli.run(["--data", str(tmp_path), "--json", "paper", str(out)], lambda _: 99)
        assert code == 0
        said: dict[str, Any] = json.loads(capsys.readouterr().out)
        return said

    said = paper()
    assert said["out"] == str(out)
    assert {"file": "01-liste-alphabetique.pdf", "pages": 1} in said["files"]
    assert [left["file"] for left in said["left_out"]] == [*STAGE, "06-boites-de-badges.pdf"]
    assert set(said["left_out"][0]) == {"file", "code", "reason", "advice"}
    monkeypatch.setenv("VI_EVENTS_PASSPHRASE", PASSPHRASE)
    assert [left["file"] for left in paper()["left_out"]] == ["06-boites-de-badges.pdf"]


def test_a_place_that_is_no_folder_is_told(folder: Path) -> None:
    (folder / "papier").write_text("", encoding="utf-8")
    with pytest.raises(UserError) as refused:
        written(folder)
    assert refused.value.code == "file_unwritable"


def test_the_demo_of_612_people_is_on_paper(tmp_path: Path, seen: Seen) -> None:
    folder = app.create_demo(tmp_path)
    report = write_paper(folder, tmp_path / "papier")
    listed = [line for line in seen.of(LIST) if " personnes. " in line.text]
    assert listed[0].text.startswith("612 ")
    with app.read_edition(folder) as store:
        expected = {fold(people.attendee(*each).last_name) for each in store.states_of_type("attendee")}
    drawn = fold(seen.text(LIST)).replace(" ", "")
    assert [name for name in expected if name.replace(" ", "") not in drawn] == []
    assert [left.name for left in report.left_out] == ["06-boites-de-badges.pdf"]
    assert all(line.right <= 297 - 15 + 0.1 for line in seen.lines)
