from pathlib import Path

import pytest
from PIL import Image

from vi_events.checkin.badge import BadgeData, place, render_badge
from vi_events.checkin.badge_elements import KINDS, PAPERS, Logo
from vi_events.checkin.badge_layouts import READY, layout_text, layouts, parse_layout, read_logos
from vi_events.edition.models import CATEGORIES
from vi_events.errors import UserError

HEAD = """paper = "80"
categories = ["press"]
margin = 28
margin_bottom = 32
body_top = 20
body_bottom = 16
foot_height = 236
"""
NAME = """[[element]]
kind = "name"
text = "{last_name}"
size = 92
floor = 62
share = 45
"""
EVERYTHING = f"""{HEAD}two_sided_fold = true
[[element]]
kind = "band"
height = 96
size = 58
style = "striped"
text = "Accès « scène » \\"A\\""
only_for = ["press"]
{NAME}
[[element]]
kind = "text"
text = "Place {{seat}}"
size = 30
floor = 20
[[element]]
kind = "logo"
file = "logo.png"
width = 120
height = 60
at = "foot"
[[element]]
kind = "rule"
thickness = 2
gap = 8
[[element]]
kind = "qr"
module = 6
corner = "left"
[[element]]
kind = "fold"
length = 20
[[element]]
kind = "cut"
thickness = 2
"""
PERSON = BadgeData(
    "Anne", "Œuvrard", "Maire", "Bû", "", "press", "Édition 2027", "VBCDEFGHIJKLNOPRSTUVXBCDE", seat="B 12"
)


def refusal(text: str) -> str:
    with pytest.raises(UserError) as refused:
        parse_layout(text, "presse.toml")
    assert refused.value.code == "layout_invalid"
    assert "presse.toml" in refused.value.message
    assert refused.value.advice
    return str(refused.value)


def test_every_category_has_a_ready_layout_on_every_paper() -> None:
    ready = layouts(None)
    assert ready.problems == ()
    for category in CATEGORIES:
        for paper in PAPERS:
            layout = ready.for_category(category, paper)
            assert layout.paper == paper
            assert category in layout.categories


@pytest.mark.parametrize("path", sorted(READY.glob("*.toml")), ids=lambda path: path.name)
def test_ready_layout_survives_writing_and_reading(path: Path) -> None:
    layout = parse_layout(path.read_text("utf-8"), path.name)
    assert parse_layout(layout_text(layout), path.name) == layout


def test_every_kind_of_element_survives_writing_and_reading() -> None:
    layout = parse_layout(EVERYTHING, "presse.toml")
    assert {type(one) for one in layout.elements} == set(KINDS.values())
    assert parse_layout(layout_text(layout), "presse.toml") == layout


def test_grammar_explains_every_key_of_every_kind() -> None:
    explained = (READY / "80.toml").read_text("utf-8")
    for name, kind in KINDS.items():
        assert name in explained
        assert all(key in explained for key in kind.__annotations__ if key != "picture")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + NAME + "sise = 4\n", ["élément 1 (name)", "clé «\u202fsise\u202f»", "elle n’existe pas", '"size"']),
        (HEAD.replace("margin =", "marge =") + NAME, ["clé «\u202fmarge\u202f»", '"margin"']),
        (HEAD.replace("margin = 28\n", "") + NAME, ["clé «\u202fmargin\u202f»", "elle manque", "8 à 200"]),
        (HEAD + NAME.replace("92", "9000"), ["clé «\u202fsize\u202f»", "9000", "8 à 400"]),
        (HEAD + NAME.replace("92", "true"), ["clé «\u202fsize\u202f»", "8 à 400"]),
        (HEAD + NAME.replace("62", "93"), ["clé «\u202ffloor\u202f»", "au plus 92"]),
        (HEAD + NAME.replace("last_name", "nom"), ["clé «\u202ftext\u202f»", '"last_name"']),
        (HEAD.replace('"80"', '"a4"') + NAME, ["a4", '"80", "58" ou "a6"']),
        (HEAD.replace("press", "presse") + NAME, ["categories", '"press"']),
        (HEAD + NAME.replace('"name"', '"nom"'), ["élément 1", "nom", '"name"']),
        (HEAD + NAME + "gap = \n", ["ligne 14", "[[element]]"]),
        (HEAD, ["aucun élément"]),
        (HEAD + NAME + NAME + NAME, ["share", "dépassent 100"]),
        (HEAD + NAME + '[[element]]\nkind = "band"\nheight = 500\nsize = 58\n', ["un cinquième", "Réduisez"]),
        (HEAD + NAME + '[[element]]\nkind = "qr"\nmodule = 8\n' * 2, ["deux codes QR"]),
        (HEAD + '[[element]]\nkind = "logo"\nfile = "../x.png"\nwidth = 9\nheight = 9\n', ["à côté du modèle"]),
        (HEAD.replace('"80"', '"a6"') + "two_sided_fold = true\n" + NAME, ["rouleaux"]),
    ],
)
def test_error_names_file_key_problem_and_remedy(text: str, said: list[str]) -> None:
    message = refusal(text)
    assert [words for words in said if words not in message] == []


def test_layout_of_the_edition_replaces_the_ready_one_for_its_categories_only(tmp_path: Path) -> None:
    (tmp_path / "presse.toml").write_text(HEAD + NAME, "utf-8")
    chosen, ready = layouts(tmp_path), layouts(None)
    assert chosen.problems == ()
    assert chosen.for_category("press", "80").name == "presse.toml"
    assert chosen.for_category("press", "58") == ready.for_category("press", "58")
    assert chosen.for_category("guest", "80") == ready.for_category("guest", "80")


def test_broken_layout_of_the_edition_leaves_the_ready_one_and_is_said(tmp_path: Path) -> None:
    (tmp_path / "a-presse.toml").write_text(HEAD + "sise = 1\n" + NAME, "utf-8")
    (tmp_path / "b-presse.toml").write_bytes(b"\xff\xfe")
    (tmp_path / "c.toml").mkdir()
    chosen = layouts(tmp_path)
    assert chosen.for_category("press", "80") == layouts(None).for_category("press", "80")
    assert [problem.code for problem in chosen.problems] == ["layout_invalid"] * 3
    assert "UTF-8" in chosen.problems[1].advice


def test_second_file_for_the_same_badge_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(HEAD + NAME, "utf-8")
    (tmp_path / "b.toml").write_text(HEAD + NAME, "utf-8")
    chosen = layouts(tmp_path)
    assert chosen.for_category("press", "80").name == "a.toml"
    (problem,) = chosen.problems
    assert "b.toml" in problem.message
    assert "a.toml" in problem.message


def test_edition_without_layouts_has_the_ready_ones(tmp_path: Path) -> None:
    assert layouts(tmp_path / "layouts") == layouts(None)


def test_logo_is_black_and_white_and_within_its_place(tmp_path: Path) -> None:
    Image.linear_gradient("L").resize((400, 300)).save(tmp_path / "logo.png")
    layout = read_logos(parse_layout(EVERYTHING, "presse.toml"), tmp_path)
    (logo,) = [one for one in layout.elements if isinstance(one, Logo)]
    assert logo.picture is not None
    assert logo.picture.size == (80, 60)
    assert set(logo.picture.tobytes()) == {0, 255}
    assert logo.picture in [placed.content for placed in place(PERSON, layout)]


def test_transparent_logo_is_on_white(tmp_path: Path) -> None:
    Image.new("RGBA", (120, 60), (0, 0, 0, 0)).save(tmp_path / "logo.png")
    layout = read_logos(parse_layout(EVERYTHING, "presse.toml"), tmp_path)
    (logo,) = [one for one in layout.elements if isinstance(one, Logo)]
    assert logo.picture is not None
    assert set(logo.picture.tobytes()) == {255}


@pytest.mark.parametrize("content", [None, b"not a picture"])
def test_missing_or_broken_logo_is_named(content: bytes | None, tmp_path: Path) -> None:
    if content:
        (tmp_path / "logo.png").write_bytes(content)
    with pytest.raises(UserError, match=r"logo\.png"):
        read_logos(parse_layout(EVERYTHING, "presse.toml"), tmp_path)


def test_nothing_overlaps_beside_a_code_on_the_left() -> None:
    layout = parse_layout(EVERYTHING, "presse.toml")
    boxes = [placed.box for placed in place(PERSON, layout)]
    seen = Image.new("L", PAPERS["80"], 0)
    for box in boxes:
        assert seen.crop(box).getbbox() is None
        seen.paste(255, box)
    assert len(boxes) == 6


def test_cut_and_fold_marks_are_on_the_edges() -> None:
    with_marks = render_badge(PERSON, 576, parse_layout(EVERYTHING, "presse.toml")).convert("L")
    assert with_marks.size == (576, 1600)
    cut = with_marks.crop((0, 1598, 576, 1600))
    assert set(cut.tobytes()) == {0, 255}
    left, right = with_marks.crop((0, 801, 20, 803)), with_marks.crop((556, 801, 576, 803))
    unmarked = EVERYTHING.replace('kind = "fold"\nlength = 20', 'kind = "rule"\nthickness = 1\nat = "foot"')
    plain = render_badge(PERSON, 576, parse_layout(unmarked, "presse.toml")).convert("L")
    assert left.tobytes() == plain.crop((0, 801, 20, 803)).point(lambda value: 255 - value).tobytes()
    assert right.tobytes() == plain.crop((556, 801, 576, 803)).point(lambda value: 255 - value).tobytes()


@pytest.mark.parametrize("text", ["margin = " + "9" * 5000, "x = " + "[" * 500], ids=["digits", "brackets"])
def test_what_the_parser_chokes_on_is_a_layout_that_is_not_understood(text: str) -> None:
    with pytest.raises(UserError) as problem:
        parse_layout(text, "mauvais.toml")
    assert problem.value.code == "layout_invalid"
