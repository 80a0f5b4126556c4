"""Labels by region, counted and mapped: the demo edition, wholly announced."""

import csv
import re
from pathlib import Path

import pytest

from tests.unit.revealing import play
from vi_events import app
from vi_events.closing import outlines
from vi_events.closing.drawing import Area, Drawing, Words
from vi_events.closing.labels import Label, labels
from vi_events.closing.places import Named
from vi_events.closing.region_sheets import About, write_region
from vi_events.closing.regions import (
    ABROAD,
    Region,
    by_department,
    by_kind,
    by_level,
    by_mention,
    history,
    joined,
    listed,
    regions,
    summary,
)
from vi_events.edition.collation import sort_key
from vi_events.edition.grammar import printed
from vi_events.edition.models import Authority
from vi_events.edition.reference import load_reference
from vi_events.stage.theme import contrast

REFERENCE = load_reference()
OCCITANIE = REFERENCE.region_departments["76"]


@pytest.fixture(scope="module")
def announced(tmp_path_factory: pytest.TempPathFactory) -> tuple[Label, ...]:
    folder = app.create_demo(tmp_path_factory.mktemp("data"))
    play(folder)
    with app.read_edition(folder) as store:
        return labels(store, REFERENCE)


@pytest.fixture(scope="module")
def source() -> list[dict[str, str]]:
    """The file that the demo palmarès was imported from."""
    with app.DEMO_PALMARES.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def label(name: str = "Nulle-Part", kind: str = "ville", level: int = 3, **said: object) -> Label:
    fields: dict[str, object] = {
        "place": "",
        "region": Named("reg-76", "Occitanie"),
        "department": Named("31", "Haute-Garonne"),
        "previous": None,
        "first_participation": False,
        "progress": "",
        "mentions": (),
        "distinctions": (),
        "announced_ms": 0,
        "members": 0,
    }
    authority = Authority(f"libre-{name.lower()}", name, department=str(said.pop("code", "31")), kind=kind)
    return Label(authority=authority, level=level, **fields | said)  # type: ignore[arg-type]


def texts(drawing: Drawing | None) -> list[str]:
    assert drawing is not None
    return [shape.text for shape in drawing.shapes if isinstance(shape, Words)]


def test_the_2018_figures_are_counted(announced: tuple[Label, ...]) -> None:
    assert by_kind(announced) == {"territoire": 12, "village": 42, "ville": 131, "autre": 0}
    members = sum(len(REFERENCE.members(each.authority.id)) for each in announced)
    assert summary(announced) == (
        f"185 collectivités labellisées\u202f: 12 territoires ({members} communes membres), 42 villages et 131 villes."
    )


def test_every_label_is_in_one_region(announced: tuple[Label, ...]) -> None:
    found = regions(announced)
    codes = [each.authority.id for region in found for each in region.labels]
    assert sorted(codes) == sorted(each.authority.id for each in announced)
    assert [region.name for region in found] == sorted((region.name for region in found), key=sort_key)


def test_occitanie_agrees_with_its_list(announced: tuple[Label, ...], source: list[dict[str, str]]) -> None:
    expected = [row for row in source if row["département"] in OCCITANIE]
    sheet = next(region for region in regions(announced) if region.code == "76")
    assert sheet.name == "Occitanie"
    assert {each.authority.id for each in sheet.labels} == {row["code"] for row in expected}
    levels = by_level(sheet.labels)
    assert list(levels) == sorted(levels, reverse=True)
    for level, group in levels.items():
        assert len(group) == sum(row["arobases"] == str(level) for row in expected)
    kinds = {kind: sum(row["type"] == kind for row in expected) for kind in ("territoire", "village", "ville")}
    assert summary(sheet.labels) == (
        f"{len(expected)} collectivités labellisées\u202f: {kinds['village']} villages et {kinds['ville']} villes."
    )
    assert kinds["territoire"] == 0
    risen = [row for row in expected if row["arobases_précédentes"] and row["arobases"] > row["arobases_précédentes"]]
    new = [row for row in expected if row["première_participation"] == "oui"]
    assert history(sheet.labels) == f"{len(risen)} progressent et {len(new)} participe pour la première fois."


def test_mentions_and_rises_are_those_of_the_palmares(
    announced: tuple[Label, ...], source: list[dict[str, str]]
) -> None:
    mentioned = {row["code"] for row in source if row["mention"]}
    assert {each.authority.id for group in by_mention(announced).values() for each in group} == mentioned
    risen = {
        row["code"] for row in source if row["arobases_précédentes"] and row["arobases"] > row["arobases_précédentes"]
    }
    assert {each.authority.id for each in announced if each.has_risen} == risen
    first = {row["code"] for row in source if row["première_participation"] == "oui"}
    assert {each.authority.id for each in announced if each.first_participation} == first


def test_names_are_in_french_order(announced: tuple[Label, ...]) -> None:
    ile_de_france = next(region for region in regions(announced) if region.code == "11")
    five = [each.authority.name for each in by_level(ile_de_france.labels)[5]]
    assert five == sorted(five, key=sort_key)
    assert five[0] == "L’Haÿ-les-Roses"


def test_sentences_take_the_singular() -> None:
    alone = (label(kind="territoire", members=1, previous=2, mentions=("Numérique éducatif",)),)
    assert summary(alone) == "1 collectivité labellisée\u202f: 1 territoire (1 commune membre)."
    assert history(alone) == "1 progresse et 1 reçoit une mention spéciale."


def test_a_label_that_fell_or_stayed_has_no_history() -> None:
    assert history((label(level=3, previous=4), label(level=3, previous=3))) == ""


def test_a_territory_on_no_list_counts_no_communes() -> None:
    assert summary((label(kind="territoire"),)) == "1 collectivité labellisée\u202f: 1 territoire."


def test_other_countries_come_last_on_one_sheet() -> None:
    abroad = [
        label(country, region=Named(country, country), department=Named(country, country), place=country, code="")
        for country in ("Belgique", "Sénégal")
    ]
    found = regions([*abroad, label("Zuydcoote")])
    assert [(region.code, len(region.labels)) for region in found] == [("76", 1), (ABROAD, 2)]
    assert listed(label("Yoff", place="Sénégal", code="")) == "Yoff\u00a0(Sénégal)"


@pytest.mark.parametrize(
    ("parts", "said"), [((), ""), (("a",), "a"), (("a", "b"), "a et b"), (("a", "b", "c"), "a, b et c")]
)
def test_a_list_ends_on_et(parts: tuple[str, ...], said: str) -> None:
    assert joined(parts) == said


def test_a_region_is_one_page(announced: tuple[Label, ...], tmp_path: Path) -> None:
    largest = max(regions(announced), key=lambda region: len(region.labels))
    path = tmp_path / "region.pdf"
    write_region(path, largest, REFERENCE, About("Labels 2027", "Pied"))
    assert len(re.findall(rb"/Type /Page\b", path.read_bytes())) == 1


def test_a_region_off_the_map_has_its_sheet(tmp_path: Path) -> None:
    path = tmp_path / "988.pdf"
    write_region(path, Region("988", "Nouvelle-Calédonie", (label(code="988"),)), REFERENCE, About("", ""))
    assert path.read_bytes().startswith(b"%PDF")


def test_every_departement_is_drawn() -> None:
    """The other overseas authorities are told beside the map."""
    beside = {"975", "977", "978", "984", "986", "987", "988", "989"}
    assert set(outlines.outlines()) == set(REFERENCE.departments) - beside


def test_a_border_is_the_same_line_on_both_sides() -> None:
    def edges(code: str) -> set[frozenset[tuple[float, float]]]:
        rings = outlines.outlines()[code].rings
        return {frozenset(edge) for ring in rings for edge in zip((ring[-1], *ring), ring, strict=False)}

    for one, other in (("77", "91"), ("75", "92"), ("35", "50"), ("2A", "2B"), ("26", "84")):
        assert len(edges(one) & edges(other)) >= 2, (one, other)


def test_a_departement_keeps_its_place() -> None:
    """Paris is in the middle of its neighbours, Finistère in the west, Corsica in the south-east."""
    at = {code: outline.label for code, outline in outlines.outlines().items() if len(code) == 2}
    assert min(at, key=lambda code: at[code][0]) == "29"
    assert min(at, key=lambda code: at[code][1]) in ("59", "62")
    assert max(at, key=lambda code: at[code][1]) == "2A"
    assert at["92"][0] < at["75"][0] < at["94"][0]


def test_the_map_says_how_many(announced: tuple[Label, ...]) -> None:
    counts = by_department(announced)
    said = texts(outlines.france_map(counts, "Titre", "Sous-titre", ["Nouvelle-Calédonie (1)"], {}))
    on_map = {code: count for code, count in counts.items() if outlines.is_on_map(code)}
    legend = [words for _, words, _ in outlines.CLASSES if words.isdecimal()]
    numbers = [text for text in said if text.isdecimal()]
    assert sorted(numbers) == sorted([*map(str, on_map.values()), *legend])
    assert "Hors de la carte\u202f: Nouvelle-Calédonie (1)." in said


def test_a_long_list_beside_the_map_goes_on_over_lines() -> None:
    names = [f"Collectivité lointaine numéro {rank}" for rank in range(12)]
    said = " ".join(texts(outlines.france_map({}, "", "", names, {})))
    assert all(name in said for name in names)


def test_a_region_map_lists_its_departements() -> None:
    names = {code: printed(REFERENCE.departments[code]) for code in OCCITANIE}
    said = texts(outlines.region_map(names, {"31": 2}))
    assert set(names.values()) <= set(said)
    assert said.count("0") == len(names) - 1


def test_a_region_off_the_map_has_no_map() -> None:
    assert outlines.region_map({"988": "Nouvelle-Calédonie"}, {"988": 1}) is None


def test_more_labels_are_darker_and_numbers_stand_out() -> None:
    shades = [outlines.shade(count) for count in (0, 1, 2, 3, 5, 8)]
    lightness = [contrast(shade, "#000000") for shade in shades]
    assert lightness == sorted(lightness, reverse=True)
    for count in (1, 2, 4, 5, 7, 8, 40):
        drawing = outlines.region_map({"31": "Haute-Garonne"}, {"31": count})
        assert drawing is not None
        number = next(shape for shape in drawing.shapes if isinstance(shape, Words) and shape.text == "31")
        ground = next(
            shape for shape in drawing.shapes if isinstance(shape, Area) and shape.fill == outlines.shade(count)
        )
        assert contrast(number.color, ground.fill) >= 4.5
