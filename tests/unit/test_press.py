"""What the press receives: the announced palmarès and nothing else."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from tests.unit.revealing import NOON_MS, STAGE, forward, new_edition, play
from tests.unit.shows import PALMARES, REFERENCE, RUNDOWN
from vi_events import app
from vi_events.closing import press_pictures
from vi_events.closing.drawing import Drawing, Words, svg
from vi_events.closing.labels import labels
from vi_events.closing.press import write_press
from vi_events.edition.models import Authority
from vi_events.edition.palmares import Award
from vi_events.edition.rundown import Stop
from vi_events.edition.show_document import ShowDocument
from vi_events.errors import UserError
from vi_events.stage import engine
from vi_events.stage.theme import default_theme
from vi_events.webtv.chapters import output_started

DOCUMENT = ShowDocument(PALMARES, RUNDOWN)
CANARY = Award(
    Authority("libre-canarival", "Canarival", "other", "76", "Seine-Maritime", "ville"),
    5,
    previous=1,
    mentions=("numerique-educatif",),
    distinctions=("Distinction canari",),
)
TO_THE_HAVRE = 9
"""Presses of GO up to the label of Le Havre: the opening, a speech, two sections, a group of two and its photo."""


def with_canary() -> ShowDocument:
    """The same show, with one more label at its end."""
    palmares = replace(PALMARES, awards=(*PALMARES.awards, CANARY))
    stop = Stop("s-canari", "award", 40, section="c", authority_ids=(CANARY.authority.id,), note="note canari")
    return ShowDocument(palmares, replace(RUNDOWN, stops=(*RUNDOWN.stops, stop)))


def files(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def played(data: Path) -> Path:
    """The folder of an edition whose show was played to its end."""
    folder = new_edition(data, DOCUMENT)
    play(folder, now_ms=lambda: NOON_MS)
    return folder


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the press receives of that edition; only to be read."""
    folder = tmp_path_factory.mktemp("presse")
    write_press(played(folder / "data"), folder / "out")
    return folder / "out"


def test_what_is_not_announced_leaves_no_trace(tmp_path: Path) -> None:
    """Half a show with a secret label gives, byte for byte, what it gives where that label does not exist."""
    given = {}
    for name, document in (("with", with_canary()), ("without", DOCUMENT)):
        folder = new_edition(tmp_path / name, document)
        play(folder, TO_THE_HAVRE, now_ms=lambda: NOON_MS)
        write_press(folder, tmp_path / f"out-{name}")
        given[name] = files(tmp_path / f"out-{name}")
    assert [row["name"] for row in rows(tmp_path / "out-with" / "palmares.csv")] == ["Bû", "Le Havre", "Y"]
    assert given["with"] == given["without"]
    assert not [name for name, content in given["with"].items() if b"anari" in content.lower() or "anari" in name]
    assert not [name for name in given["with"] if "59378" in name or "51454" in name]


def test_once_announced_it_is_there(tmp_path: Path) -> None:
    folder = new_edition(tmp_path / "data", with_canary())
    play(folder)
    write_press(folder, tmp_path / "out")
    canary = next(row for row in rows(tmp_path / "out" / "palmares.csv") if row["code"] == "libre-canarival")
    assert (canary["name"], canary["level"], canary["region"]) == ("Canarival", "5", "")
    assert (tmp_path / "out" / "reseaux" / "libre-canarival.png").exists()


def test_before_any_announcement_there_is_nothing_to_write(tmp_path: Path) -> None:
    folder = new_edition(tmp_path / "data", DOCUMENT)
    assert write_press(folder, tmp_path / "out") == ()
    assert files(tmp_path / "out") == {}


def test_a_rehearsal_announces_nothing(tmp_path: Path) -> None:
    folder = new_edition(tmp_path / "data", DOCUMENT)
    with app.open_edition(folder, STAGE) as opened, app.open_rehearsal(opened, DOCUMENT) as stage:
        stage.open().result()
        stage.press(engine.arm).result()
        for _ in range(TO_THE_HAVRE):
            stage.standby().result()
            stage.go().result()
    assert write_press(folder, tmp_path / "out") == ()


def test_every_file_told_is_there_and_no_other(tmp_path: Path) -> None:
    written = write_press(played(tmp_path / "data"), tmp_path / "out")
    assert sorted(path.relative_to(tmp_path / "out").as_posix() for path in written) == sorted(files(tmp_path / "out"))
    assert {"00-france.pdf", "28-normandie.pdf", "32-hauts-de-france.pdf"} <= {path.name for path in written}


def test_table_and_json_say_the_same(out: Path) -> None:
    said = json.loads((out / "palmares.json").read_text(encoding="utf-8"))
    table = rows(out / "palmares.csv")
    assert [each["code"] for each in said] == [row["code"] for row in table]
    havre = next(each for each in said if each["code"] == "76351")
    assert havre | {"announced_at": ""} == {
        "code": "76351",
        "name": "Le Havre",
        "kind": "ville",
        "department": "76",
        "department_name": "Seine-Maritime",
        "region": "28",
        "region_name": "Normandie",
        "country": "",
        "level": 4,
        "previous_level": 3,
        "first_participation": False,
        "mentions": ["Numérique éducatif"],
        "distinctions": [],
        "member_communes": 0,
        "announced_at": "",
    }
    row = next(each for each in table if each["code"] == "28064")
    assert (row["previous_level"], row["first_participation"], row["kind"]) == ("", "oui", "village")


def test_the_licence_goes_with_the_data(out: Path) -> None:
    said = (out / "LISEZ-MOI.txt").read_text(encoding="utf-8")
    assert "Licence Ouverte 2.0" in said
    assert "Natural Earth" in said
    columns = set(rows(out / "palmares.csv")[0])
    assert all(column in said for column in columns)


def test_a_withdrawn_label_leaves_what_was_written(tmp_path: Path) -> None:
    folder, out = played(tmp_path / "data"), tmp_path / "out"
    write_press(folder, out)
    mine = out / "reseaux" / "photo.png"
    mine.write_bytes(b"mine")
    with app.open_edition(folder, STAGE) as opened:
        opened.stage.open().result()
        opened.stage.withdraw("76351", "erreur de carton").result()
    write_press(folder, out)
    left = files(out)
    assert "76351" not in {row["code"] for row in rows(out / "palmares.csv")}
    assert not {"reseaux/76351.png", "regions/28-normandie.pdf"} & set(left)
    assert not [row for row in rows(out / "chapitres.csv") if row["authority_id"] == "76351"]
    assert left["reseaux/photo.png"] == b"mine"


def test_chapters_count_from_the_beginning_of_the_stream(tmp_path: Path) -> None:
    folder = new_edition(tmp_path / "data", DOCUMENT)
    now = [NOON_MS]
    with app.open_edition(folder, STAGE, now_ms=lambda: now[0]) as opened:
        opened.stage.open().result()
        opened.stage.press(engine.arm).result()
        with_stream = output_started("stream", NOON_MS - 60_000)

        def record(store: app.Store) -> None:
            with store.transaction(STAGE) as tx:
                tx.record(with_stream)

        opened.core.call(record)
        while forward(opened) == "":
            now[0] += 30_000
    write_press(folder, tmp_path / "out")
    described = (tmp_path / "out" / "chapitres-youtube.txt").read_text(encoding="utf-8").splitlines()
    assert described[0] == "0:00 Début"
    assert [line for line in described if "Le Havre" in line] == ["4:57 Le Havre, 4 @"]
    assert {row["stream"] for row in rows(tmp_path / "out" / "chapitres.csv")} >= {"4:57"}


def test_texts_have_the_right_articles(out: Path) -> None:
    said = {row["code"]: row for row in rows(out / "reseaux" / "textes.csv")}
    label = "au label national Territoires, Villes et Villages Internet 2027"
    assert said["76351"]["text"] == (
        f"La ville du Havre obtient 4 arobases {label}, contre 3 à sa participation précédente, "
        "avec la mention «\u202fNumérique éducatif\u202f»."
    )
    assert said["80829"]["text"] == f"Le village d’Y obtient 1 arobase {label}."
    assert said["28064"]["text"] == f"Le village de Bû obtient 1 arobase {label}, dès sa première participation."
    assert said["76351"]["alt"].startswith("Image du label\u202f: 4 arobases sur 5, Le Havre, Seine-Maritime")
    assert all((out / "reseaux" / row["picture"]).exists() for row in said.values())


@pytest.mark.parametrize("name", ["Y", "CA Beaune, Côte et Sud - Communauté Beaune-Chagny-Nolay " * 3])
def test_a_picture_holds_the_whole_name(tmp_path: Path, name: str) -> None:
    """Nothing reaches the margins."""
    folder = new_edition(tmp_path / "data", DOCUMENT)
    play(folder, TO_THE_HAVRE)
    with app.read_edition(folder) as store:
        known = labels(store, REFERENCE)[0]
    label = replace(known, authority=replace(known.authority, name=name), mentions=("Numérique éducatif",) * 8)
    with Image.open(io.BytesIO(press_pictures.picture(label, "Label 2027", default_theme()))) as picture:
        assert picture.size == press_pictures.SIZE
        wide, high = picture.size
        for margin in ((wide - 40, 0, wide, high), (40, 0, 60, high), (40, 0, wide, 30), (40, high - 30, wide, high)):
            colors = picture.crop(margin).getcolors() or []
            assert [color for _, color in colors] == [(12, 23, 48)]


def test_the_map_is_also_svg(out: Path) -> None:
    found = ElementTree.parse(out / "carte.svg").getroot()
    assert found.tag == "{http://www.w3.org/2000/svg}svg"
    said = [element.text for element in found.iter("{http://www.w3.org/2000/svg}text")]
    assert "5 collectivités labellisées" in said
    with Image.open(out / "carte.png") as picture:
        assert picture.width == 1600


def test_a_hostile_name_is_only_text_in_svg() -> None:
    drawing = Drawing(10, 10, (Words((0, 5), "<script>&", 5, "#000000"),))
    root = ElementTree.fromstring(svg(drawing, '"</title><script>'))
    assert not list(root.iter("{http://www.w3.org/2000/svg}script"))
    assert [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")] == ["<script>&"]


def test_the_demo_edition_says_that_it_is_one(tmp_path: Path) -> None:
    folder = app.create_demo(tmp_path / "data")
    play(folder, 4)  # the first of a group
    write_press(folder, tmp_path / "out")
    assert "démonstration" in (tmp_path / "out" / "LISEZ-MOI.txt").read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(UserError) as refused:
        write_press(new_edition(tmp_path / "data", DOCUMENT), tmp_path / "out")
    assert refused.value.code == "file_unwritable"
