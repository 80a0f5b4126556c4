from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from vi_events.checkin.badge import CATEGORY_LABELS, WIDTHS_DOTS, BadgeData, place, render_badge
from vi_events.checkin.badge_elements import PAPERS
from vi_events.checkin.badge_layouts import layouts, parse_layout
from vi_events.checkin.qr import qr_picture
from vi_events.checkin.typesetting import FONTS, Block, missing_glyphs
from vi_events.edition.models import CATEGORIES

GOLDEN = Path(__file__).parent / "golden"
CODE = "VBCDEFGHIJKLNOPRSTUVXBCDE"
EDITION = "Label Villes Internet 2027 · 14 janvier 2027"
USUAL = BadgeData(
    first_name="Anne-Sophie",
    last_name="D’Aboville-Œuvrard",
    function="Adjointe au maire, déléguée au numérique",
    authority="Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson",
    department="Marne",
    category="elected",
    edition_line=EDITION,
    code=CODE,
)
LONG = replace(
    USUAL,
    first_name="Maximilien-Alexandre",
    last_name="Wolfeschlegelsteinhausenbergerdorff-Œuvrard",
    function="Vice-présidente chargée de la transformation numérique, de l’inclusion, de la médiation et des usages du "
    "très haut débit",
    authority="Beaujeu-Saint-Vallier-Pierrejux-et-Quitteur",
    department="Haute-Saône",
    category="speaker",
)
CAPITALS = replace(
    USUAL,
    first_name="Élise",
    last_name="ÉVÊQUE-ÅNGSTRÖM",
    function="Directrice des systèmes d’information",
    authority="CC des Monts d’Arrée, du Pays de Landivisiau et des Enclos",
    department="Finistère",
    category="officer",
)
SPARSE = BadgeData("", "Çelik", "", "", "", "press", EDITION, "")
SAMPLES = {"usual": USUAL, "long": LONG, "capitals": CAPITALS, "sparse": SPARSE}


@pytest.mark.parametrize("width", WIDTHS_DOTS)
@pytest.mark.parametrize("name", SAMPLES)
def test_badge_is_the_approved_picture_dot_for_dot(name: str, width: int) -> None:
    picture = render_badge(SAMPLES[name], width)
    with Image.open(GOLDEN / f"badge_{name}_{width}.png") as approved:
        assert (picture.mode, picture.size) == (approved.mode, approved.size)
        assert picture.tobytes() == approved.tobytes()


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("category", CATEGORIES)
@pytest.mark.parametrize("data", [USUAL, LONG])
def test_code_reads_from_every_ready_badge(data: BadgeData, category: str, paper: str) -> None:
    picture = render_badge(replace(data, category=category), PAPERS[paper][0]).convert("L")
    read = zxingcpp.read_barcodes(picture, zxingcpp.BarcodeFormat.QRCode)
    assert [barcode.text for barcode in read] == [CODE]
    assert read[0].ec_level == "M"


def test_ticket_code_is_a_version_2_square() -> None:
    assert qr_picture(CODE).size == (25, 25)


def test_code_from_elsewhere_longer_than_ours_still_reads() -> None:
    code = "https://billetterie.example/e/2027/b/0123456789abcdef0123456789abcdef"
    picture = render_badge(replace(USUAL, code=code)).convert("L")
    assert zxingcpp.read_barcodes(picture, zxingcpp.BarcodeFormat.QRCode)[0].text == code


@pytest.mark.parametrize("width", WIDTHS_DOTS)
@pytest.mark.parametrize(
    "hard",
    [
        "W" * 60,
        " ".join(["Montmorency-Bouteville"] * 4),
        "A",
        "Jean-Baptiste-Emmanuel Marie Joseph Ghislain de la Tour du Pin Chambly de La Charce",
    ],
)
def test_no_ink_leaves_the_margins_whatever_the_name(hard: str, width: int) -> None:
    data = replace(LONG, first_name=hard, last_name=hard, authority=hard, department=hard)
    picture = render_badge(data, width).convert("L")
    below_band = picture.crop((0, 100 if width == 576 else 70, width, picture.height))
    ink = below_band.point(lambda value: 255 - value).getbbox()
    assert ink is not None
    assert ink[0] >= 14
    assert ink[2] <= width - 14
    assert ink[3] <= below_band.height - 14


def _hostile() -> dict[str, BadgeData]:
    texts = {
        "wide": "W" * 300,
        "words": "Communauté " * 27,
        "hyphens": "Saint-" * 50,
        "marks": "« Ç » ; : ! ? · - / " * 15,
        "capitals": "ÅÉÇ" * 100,
        "elsewhere": "漢字😀شكرا" * 40,
    }
    return {
        name: replace(USUAL, first_name=text, last_name=text, function=text, authority=text, department=text + "x")
        for name, text in texts.items()
    } | {"edition": replace(LONG, edition_line="Édition " * 37), "bare": BadgeData("", "", "", "", "", "press", "", "")}


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("hostile", _hostile().values(), ids=_hostile())
def test_nothing_overlaps_whatever_the_texts(hostile: BadgeData, paper: str) -> None:
    width, height = PAPERS[paper]
    layout = layouts(None).for_category(hostile.category, paper)
    boxes = [placed.box for placed in place(hostile, layout)]
    seen = Image.new("L", (width, height), 0)
    for box in boxes:
        assert box[0] >= 0 <= box[1]
        assert box[2] <= width
        assert box[3] <= height
        assert seen.crop(box).getbbox() is None
        seen.paste(255, box)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("data", [USUAL, LONG, CAPITALS, *_hostile().values()])
def test_ink_stays_in_its_box(data: BadgeData, paper: str) -> None:
    layout = layouts(None).for_category(data.category, paper)
    picture = render_badge(data, PAPERS[paper][0]).convert("L")
    for placed in place(data, layout):
        picture.paste(255, placed.box)
    assert picture.point(lambda value: 255 - value).getbbox() is None


def _lines(data: BadgeData, paper: str = "80") -> list[str]:
    """The lines of the texts, in the layout's order, foot first."""
    shown = place(data, layouts(None).for_category(data.category, paper))
    return [" ".join(one.content.lines) for one in shown if isinstance(one.content, Block)]


@pytest.mark.parametrize("paper", PAPERS)
def test_every_letter_of_a_long_badge_is_kept(paper: str) -> None:
    assert [line.replace("- ", "-") for line in _lines(LONG, paper)] == [
        LONG.authority,
        LONG.department,
        "Label Villes Internet 2027 · 14 janvier 2027",
        LONG.first_name,
        LONG.last_name,
        LONG.function,
    ]


def test_short_form_stands_in_only_for_what_does_not_fit() -> None:
    short = replace(USUAL, short_authority="CC Arrée")
    assert "CC Arrée" not in _lines(short)
    long = replace(short, authority="Communauté de communes des Monts d’Arrée, du Pays de Landivisiau " * 4)
    assert _lines(long)[0] == "CC Arrée"


def test_text_whose_fields_are_empty_is_left_out() -> None:
    toml = (
        'paper = "80"\ncategories = []\nmargin = 28\nmargin_bottom = 32\nbody_top = 0\nbody_bottom = 0\n'
        'foot_height = 100\n[[element]]\nkind = "text"\ntext = "Place {seat}, boîte {box}"\nsize = 40\nfloor = 20\n'
    )
    layout = parse_layout(toml, "place.toml")
    assert place(USUAL, layout) == []
    (only,) = place(replace(USUAL, seat="B 12", box="4"), layout)
    assert isinstance(only.content, Block)
    assert only.content.lines == ("Place B 12, boîte 4",)


def test_folded_badge_is_printed_twice_upside_down() -> None:
    ready = layouts(None).for_category("elected", "80")
    folded = render_badge(USUAL, 576, replace(ready, two_sided_fold=True))
    assert folded.size == (576, 1600)
    front = folded.crop((0, 800, 576, 1600))
    assert front.tobytes() == render_badge(USUAL).tobytes()
    assert folded.crop((0, 0, 576, 800)).rotate(180).tobytes() == front.tobytes()


def test_layout_of_another_paper_is_refused() -> None:
    with pytest.raises(ValueError, match="paper 58"):
        render_badge(USUAL, 576, layouts(None).for_category("elected", "58"))


def test_every_category_has_its_word() -> None:
    assert set(CATEGORY_LABELS) == set(CATEGORIES)


@pytest.mark.parametrize("paper", PAPERS)
def test_categories_are_told_apart_without_reading(paper: str) -> None:
    width = PAPERS[paper][0]
    heads = {}
    for name in CATEGORIES:
        picture = render_badge(replace(USUAL, category=name), width).convert("L")
        # Two fingers from each side, where no word reaches, blurred as at three metres.
        head = picture.crop((0, 0, width // 12, width // 6)).resize((4, 8), Image.Resampling.BOX)
        heads[name] = list(head.tobytes())
    for one in CATEGORIES:
        for other in CATEGORIES:
            if one != other:
                apart = sum(abs(a - b) for a, b in zip(heads[one], heads[other], strict=True)) / 32
                assert apart > 10, (one, other)


def test_letters_of_our_neighbours_are_in_the_font() -> None:
    letters = (
        "ÀÂÄÆÇÉÈÊËÎÏÔŒÙÛÜŸàâäæçéèêëîïôœùûüÿ«»’–—…\u202f\u00a0\u2011@·ŁłŚśŻżŹźĄąĘęŃńŘřŠšŽžĚěŮůŐőŰűĞğİıŞşȘșȚțĐđØøÅåßŴŵ"
    )
    assert missing_glyphs(letters) == ""


def test_missing_glyphs_are_named_once_and_printed_in_latin() -> None:
    assert missing_glyphs("Γιώργος Γ") == "Γιώργος"
    greek = render_badge(replace(USUAL, last_name="Γιώργος"))
    assert greek.tobytes() == render_badge(replace(USUAL, last_name="Giorgos")).tobytes()


def test_decomposed_accents_print_as_composed_ones() -> None:
    assert render_badge(replace(USUAL, first_name="E\u0301lise")).tobytes() == (
        render_badge(replace(USUAL, first_name="Élise")).tobytes()
    )


def test_licences_go_with_the_fonts() -> None:
    for family in ("AtkinsonHyperlegibleNext", "BricolageGrotesque"):
        assert "SIL OPEN FONT LICENSE" in (FONTS / f"OFL-{family}.txt").read_text("utf-8")
        assert (FONTS / f"{family}-Bold.ttf").exists()
