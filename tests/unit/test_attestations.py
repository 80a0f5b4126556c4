from datetime import datetime
from pathlib import Path

import pytest

from vi_events import app
from vi_events.checkin import presence
from vi_events.closing.attestations import ALL, AttestationOrder, By, attended, write_attestations
from vi_events.closing.letters import Letter
from vi_events.edition import people, programme
from vi_events.edition.erasure import person_erased
from vi_events.edition.models import Authority, Zone
from vi_events.edition.programme import Edition
from vi_events.errors import UserError
from vi_events.journal.entry import Author, Fact
from vi_events.journal.store import Store

EDITION = Edition("congres", "Congrès des élus", "2027-02-04", "Reims", organiser="Villes Internet")
HAVRE = Authority("76351", "Le Havre", "commune", "76", "Seine-Maritime", "ville")
LATER = int(datetime(2027, 3, 1, 12).timestamp() * 1000)


def morning(hour: int = 9, day: int = 4) -> int:
    return int(datetime(2027, 2, day, hour).timestamp() * 1000)


def came(who: str, at_ms: int) -> Fact:
    return presence.admitted(who, "salle", "reentry", at_ms=at_ms)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Jeanne came both days, Zoé and Ana one morning, Paul never."""
    made = app.create_edition(tmp_path / "data", EDITION, [Zone("salle", "Salle", "reentry")])
    write(
        made,
        programme.authority_set(HAVRE),
        people.upserted("jeanne", {"last_name": "Îles", "first_name": "Jeanne", "function": "Maire", **of_havre()}),
        people.upserted("zoe", {"last_name": "Zed", "first_name": "Zoé", **of_havre()}),
        people.upserted("ana", {"last_name": "Abba", "first_name": "Ana", "function": "Journaliste"}),
        people.upserted("paul", {"last_name": "Paul", "first_name": "Paul", **of_havre()}),
        came("jeanne", morning()),
        came("jeanne", morning(15)),
        came("jeanne", morning(9, 5)),
        came("zoe", morning()),
        came("ana", morning()),
    )
    return made


def of_havre() -> dict[str, str]:
    return {"authority_id": HAVRE.id}


def write(folder: Path, *facts: Fact) -> None:
    store = Store(folder / "edition.db" if (folder / "edition.db").exists() else next(folder.glob("*.db")), app.TYPES)
    with store.transaction(Author("poste-1")) as tx:
        tx.record(*facts)
    store.close()


@pytest.fixture
def letters(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[Letter]]:
    """By file name, the letters that were written."""
    written: dict[str, list[Letter]] = {}

    def take(path: Path, some: list[Letter], _signed: str) -> None:
        written[path.name] = list(some)

    monkeypatch.setattr("vi_events.closing.attestations.write_letters", take)
    return written


def words(letter: Letter) -> str:
    return "\n".join((letter.opening, *letter.person, *letter.lines))


def run(folder: Path, by: By = "person", *ids: str) -> list[str]:
    return [path.name for path in write_attestations(folder, folder / "out", LATER, AttestationOrder(ids, by))]


def test_only_those_who_came_get_a_letter_in_alphabetical_order(folder: Path, letters: dict[str, list[Letter]]) -> None:
    people_ = ["attestation-ana-abba.pdf", "attestation-jeanne-iles.pdf", "attestation-zoe-zed.pdf"]
    assert run(folder) == [ALL, *people_]
    assert [letter.person[0] for letter in letters[ALL]] == ["Ana Abba", "Jeanne Îles", "Zoé Zed"]


def test_a_letter_says_who_for_whom_and_each_half_day(folder: Path, letters: dict[str, list[Letter]]) -> None:
    run(folder)
    letter = letters["attestation-jeanne-iles.pdf"][0]
    assert letter.person == ("Jeanne Îles", "Maire", "représentant la ville du Havre")
    assert letter.lines == [
        "a participé à «\u202fCongrès des élus\u202f» (Reims)\u202f:",
        "• jeudi 4 février 2027, matin et après-midi",
        "• vendredi 5 février 2027, matin",
    ]
    assert "agissant pour Villes Internet" in letter.opening
    assert letters["attestation-ana-abba.pdf"][0].person == ("Ana Abba", "Journaliste")


def test_an_authority_gets_one_letter_for_its_people(folder: Path, letters: dict[str, list[Letter]]) -> None:
    assert run(folder, "authority") == [ALL, "attestation-la-ville-du-havre.pdf", "attestation-ana-abba.pdf"]
    said = words(letters["attestation-la-ville-du-havre.pdf"][0])
    assert "les personnes suivantes, représentant la ville du Havre, ont participé" in said
    assert "• Zoé Zed\u202f: jeudi 4 février 2027, matin" in said
    assert "Paul" not in said


def test_by_half_day_each_person_has_a_letter_for_each(folder: Path, letters: dict[str, list[Letter]]) -> None:
    assert run(folder, "half_day") == [
        ALL,
        "attestation-2027-02-04-matin.pdf",
        "attestation-2027-02-04-apres-midi.pdf",
        "attestation-2027-02-05-matin.pdf",
    ]
    counts = [len(some) for some in letters.values()]
    assert counts == [5, 3, 1, 1]
    assert letters["attestation-2027-02-04-apres-midi.pdf"][0].lines[1:] == ["• jeudi 4 février 2027, après-midi"]


@pytest.mark.usefixtures("letters")
def test_homonyms_do_not_share_a_file(folder: Path) -> None:
    write(folder, people.upserted("zoe2", {"last_name": "Zed", "first_name": "Zoë"}), came("zoe2", morning()))
    assert run(folder)[-2:] == ["attestation-zoe-zed.pdf", "attestation-zoe-zed-2.pdf"]


def test_a_merge_attests_the_passages_of_both_records_and_not_its_own_time(folder: Path) -> None:
    merge_day = [people.merged("zoe", "paul"), presence.admitted("paul", "salle", "reentry")]
    write(folder, *merge_day)
    with app.read_edition(folder) as store:
        found = {each.person.id: each for each in attended(store, LATER)}
    assert "zoe" not in found
    assert [half.day.isoformat() for half in found["paul"].half_days] == ["2027-02-04"]


def test_whoever_was_undone_did_not_come(folder: Path) -> None:
    with app.read_edition(folder) as store:
        entry = next(entry for entry in store.entries("attendee_admitted") if entry.subject == "attendee:zoe")
    from vi_events.journal.entry import cancel

    write(folder, cancel(entry.id, entry.subject))
    with app.read_edition(folder) as store:
        assert "zoe" not in {each.person.id for each in attended(store, LATER)}


def test_nobody_who_came_is_said_so_and_nothing_is_written(folder: Path) -> None:
    with pytest.raises(UserError) as told:
        run(folder, "person", "paul")
    assert told.value.code == "attestation_none"
    assert not (folder / "out").exists()


def test_a_folder_that_cannot_be_made_is_a_clear_refusal(folder: Path) -> None:
    (folder / "out").write_text("a file")
    with pytest.raises(UserError) as told:
        run(folder)
    assert told.value.code == "file_unwritable"


def test_the_files_are_pdf_with_a_page_for_each_letter(folder: Path) -> None:
    run(folder)
    made = (folder / "out" / ALL).read_bytes()
    assert made.startswith(b"%PDF")
    assert b"/Count 3" in made
    again = made
    run(folder)
    assert (folder / "out" / ALL).read_bytes() == again


def test_of_somebody_erased_no_letter_of_an_earlier_run_is_left_and_other_papers_stay(
    folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    write_attestations(folder, out, LATER)
    (out / "attestation-assurance.pdf").write_bytes(b"%PDF-1.4 autre")
    write(folder, person_erased("zoe"))
    write_attestations(folder, out, LATER, AttestationOrder(["ana"]))
    assert (out / "attestation-zoe-zed.pdf").exists()  # not asked about
    write_attestations(folder, out, LATER)
    assert sorted(path.name for path in out.iterdir()) == [
        "attestation-ana-abba.pdf",
        "attestation-assurance.pdf",
        "attestation-jeanne-iles.pdf",
        "attestations.pdf",
    ]
