from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from vi_events.checkin.badge import (
    CATEGORY_LABELS,
    FONTS,
    WIDTHS_DOTS,
    BadgeData,
    break_lines,
    missing_glyphs,
    qr_picture,
    render_badge,
)
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


@pytest.mark.parametrize("width", WIDTHS_DOTS)
@pytest.mark.parametrize("data", [USUAL, LONG, CAPITALS])
def test_code_reads_from_the_badge(data: BadgeData, width: int) -> None:
    read = zxingcpp.read_barcodes(render_badge(data, width).convert("L"), zxingcpp.BarcodeFormat.QRCode)
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


def test_every_letter_of_a_long_name_is_kept() -> None:
    lines = break_lines(LONG.function, "Regular", 14)
    assert " ".join(lines) == LONG.function
    lines = break_lines("Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson", "Bold", 9)
    assert lines == ["Saint-Remy-en-", "Bouzemont-Saint-", "Genest-et-Isson"]


def test_no_line_breaks_at_a_no_break_space() -> None:
    assert break_lines("14\u00a0h\u00a030 précises", "Regular", 4.5) == ["14\u00a0h\u00a030", "précises"]


def test_every_category_has_its_word() -> None:
    assert set(CATEGORY_LABELS) == set(CATEGORIES)
    bands = {render_badge(replace(USUAL, category=name)).crop((0, 0, 576, 96)).tobytes() for name in CATEGORIES}
    assert len(bands) == len(CATEGORIES)


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
