import csv
import gzip
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

ASSETS = Path(__file__).parents[2] / "assets"
DEMO = ASSETS / "demo"
BUILT = sorted(["palmares.csv", "participants.csv", *(f"exports/{path.name}" for path in (DEMO / "exports").iterdir())])

KINDS = ("commune", "CC", "CA", "CU", "METRO")

Row = dict[str, str]


def rows(path: Path, encoding: str = "utf-8", delimiter: str = ";") -> list[Row]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def bare_name(person: Row) -> str:
    return unicodedata.normalize("NFC", f"{person['Prénom']} {person['Nom']}")


@pytest.fixture(scope="module")
def people() -> list[Row]:
    return rows(DEMO / "participants.csv")


@pytest.fixture(scope="module")
def palmares() -> list[Row]:
    return rows(DEMO / "palmares.csv")


@pytest.fixture(scope="module")
def labels() -> list[Row]:
    return rows(DEMO / "labels_public.csv")


@pytest.fixture(scope="module")
def reference() -> dict[str, Row]:
    with gzip.open(ASSETS / "reference" / "collectivites.tsv.gz", "rt", encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file, delimiter="\t") if row["kind"] in KINDS}


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("demo")
    subprocess.run([sys.executable, str(DEMO / "build.py"), "--out", str(out)], check=True, timeout=60)
    return out


def test_612_people_with_distinct_references(people: list[Row]) -> None:
    assert len(people) == 612
    assert len({person["Réf."] for person in people}) == 612


def test_12_territories_42_villages_131_towns_called_once(palmares: list[Row]) -> None:
    assert Counter(row["type"] for row in palmares) == {"territoire": 12, "village": 42, "ville": 131}
    assert len({row["code"] for row in palmares}) == 185
    assert [row["ordre"] for row in palmares] == [str(order) for order in range(1, 186)]


def test_every_authority_is_in_the_reference(people: list[Row], palmares: list[Row], reference: dict[str, Row]) -> None:
    for row in palmares:
        assert (row["collectivité"], row["département"]) == (
            reference[row["code"]]["name"],
            reference[row["code"]]["dept"],
        )
        assert (reference[row["code"]]["kind"] != "commune") == (row["type"] == "territoire")
    invited = {row["code"] for row in palmares}
    assert {person["Code collectivité"] for person in people} - {""} <= invited


def test_every_laureate_sends_someone(people: list[Row], palmares: list[Row]) -> None:
    present = {person["Code collectivité"] for person in people} | {person["Collectivité"] for person in people}
    upper = {name.upper() for name in present}
    for row in palmares:
        assert row["code"] in present or row["collectivité"].upper() in upper, row["collectivité"]


def test_levels_are_1_to_5_and_never_invented_as_a_fall(palmares: list[Row]) -> None:
    assert Counter(row["arobases"] for row in palmares) == {"5": 38, "4": 34, "3": 40, "2": 40, "1": 33}
    for row in palmares:
        assert row["arobases_précédentes"] in ("", "1", "2", "3", "4", "5")
        if row["niveau_public"] == "non":
            assert row["arobases_précédentes"] <= row["arobases"]


def test_public_levels_and_mentions_are_those_of_a_source(palmares: list[Row], labels: list[Row]) -> None:
    levels = {(label["code"], label["année"], label["arobases"]): label["source"] for label in labels}
    mentions = {(label["code"], label["année"], label["mention"].replace("'", "’")) for label in labels}
    for row in palmares:
        if row["niveau_public"] == "oui":
            assert levels[row["code"], row["année_niveau"], row["arobases"]] in row["source"].split(" | ")
        if row["mention_publique"] == "oui":
            assert (row["code"], row["année_mention"], row["mention"]) in mentions
        assert bool(row["source"]) == ("oui" in (row["niveau_public"], row["mention_publique"]))
    assert sum(row["niveau_public"] == "oui" for row in palmares) == 82


def test_every_public_label_is_used_and_sourced(palmares: list[Row], labels: list[Row]) -> None:
    assert {label["code"] for label in labels} <= {row["code"] for row in palmares}
    assert all(re.match(r"https?://\S+$", label["source"]) for label in labels)


def test_everyone_is_marked_invented_and_unreachable(people: list[Row]) -> None:
    assert {person["Fictif"] for person in people} == {"oui"}
    for person in people:
        assert re.fullmatch(r"([a-z0-9.-]+@[a-z0-9-]{1,63}\.example)?", person["Courriel"]), person["Courriel"]
    assert all(re.search(r"fictif|fictive|démonstration", person["Collectivité"]) for person in people
               if person["Catégorie"] not in ("Élu·e", "Agent·e") and person["Collectivité"])  # fmt: skip


def test_shape_of_the_room(people: list[Row]) -> None:
    categories = Counter(person["Catégorie"] for person in people)
    assert set(categories) == {"Élu·e", "Agent·e", "Partenaire", "Presse", "Intervenant·e", "Équipe"}
    assert categories["Élu·e"] > 306
    assert Counter(person["Statut"] for person in people) == {"Confirmé": 598, "Annulé": 8, "Non confirmé": 6}
    assert sum(bool(person["Protocole"]) for person in people) == 25
    zones = {zone for person in people for zone in person["Zones"].split("|")}
    assert zones == {"", "Jour 1", "Cérémonie", "Déjeuner"}
    delegations = Counter(person["Code collectivité"] for person in people if person["Code collectivité"])
    assert max(delegations.values()) == 8


def test_no_seat_of_the_first_rows_is_given_twice(people: list[Row]) -> None:
    seats = Counter(person["Siège"] for person in people if person["Siège"].startswith(("A ", "B ")))
    assert set(seats.values()) == {1}


def test_true_homonyms_exist_in_and_out_of_one_delegation(people: list[Row]) -> None:
    by_name: dict[str, list[Row]] = {}
    for person in people:
        by_name.setdefault(bare_name(person), []).append(person)
    homonyms = [group for group in by_name.values() if len(group) > 1]
    assert len(homonyms) >= 6
    assert any(len({person["Code collectivité"] for person in group} - {""}) > 1 for group in homonyms)
    assert any(group[0]["Code collectivité"] == group[1]["Code collectivité"] != "" for group in homonyms)
    assert all(len({(person["Collectivité"], person["Fonction"]) for person in group}) > 1 for group in homonyms)


@pytest.mark.parametrize("hard", ["œ", "ÿ", "’", "'", "Ł", "ʻ", "\u0301"])
def test_hard_letters_are_there(people: list[Row], hard: str) -> None:
    assert any(hard in f"{person['Prénom']} {person['Nom']}" for person in people)


@pytest.mark.parametrize("name", BUILT)
def test_rebuilding_gives_the_same_bytes(rebuilt: Path, name: str) -> None:
    assert (rebuilt / name).read_bytes() == (DEMO / name).read_bytes()


@pytest.mark.parametrize(
    ("name", "encoding", "delimiter", "last_name"),
    [
        ("helloasso.csv", "utf-8-sig", ";", "Nom participant"),
        ("billetweb.csv", "utf-8-sig", ";", "Nom"),
        ("weezevent.csv", "cp1252", ";", "Nom participant"),
        ("eventbrite.csv", "utf-8", ",", "Last Name"),
        ("google-forms.csv", "utf-8", ",", "Votre nom "),
        ("pretix.csv", "utf-8", ",", "Nom du participant"),
    ],
)
def test_each_export_holds_the_same_sixty_people(
    people: list[Row], name: str, encoding: str, delimiter: str, last_name: str
) -> None:
    exported = rows(DEMO / "exports" / name, encoding, delimiter)
    assert len(exported) == 60
    for line, person in zip(exported, people, strict=False):
        expected = person["Nom"].encode(encoding, errors="replace").decode(encoding)
        assert line[last_name].endswith(expected.removeprefix("\ufeff"))


def test_exports_keep_the_traps_of_their_platforms() -> None:
    exports = DEMO / "exports"
    assert (exports / "billetweb.csv").read_bytes().startswith(b"\xef\xbb\xbf;Billet")
    assert (exports / "pretix.csv").read_text("utf-8").splitlines()[0].count("Nom du siège") == 2
    assert "Fonction / mandat\n(maire" in (exports / "google-forms.csv").read_text("utf-8")
    with pytest.raises(UnicodeDecodeError):
        (exports / "weezevent.csv").read_text("utf-8")
    sheet = CalamineWorkbook.from_path(str(exports / "google-forms.xlsx")).get_sheet_by_index(0).to_python()
    assert len(sheet) == 61
    assert [sheet[1][-1], type(sheet[1][-1])] == [18.0, float]
