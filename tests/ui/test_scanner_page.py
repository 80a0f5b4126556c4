"""What the scanner test page says."""

import pytest
import zxingcpp
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from vi_events.checkin.layouts import type_as
from vi_events.checkin.wedge import TEST_TEXT, Scan
from vi_events.ui.checkin.scanner_page import ScannerPage


@pytest.fixture
def page(qtbot: QtBot) -> ScannerPage:
    page = ScannerPage()
    qtbot.addWidget(page)
    page.resize(800, 700)
    return page


def _scan(layout: str, caps: str = "", scanner: str = "us", gap: float = 5.0) -> Scan:
    return Scan(type_as(TEST_TEXT, layout, caps, scanner), "enter", (gap,) * 30)


def test_the_card_on_screen_reads(page: ScannerPage) -> None:
    picture = page.card.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    view = zxingcpp.ImageView(
        memoryview(picture.constBits()).cast("B"),
        picture.width(),
        picture.height(),
        zxingcpp.ImageFormat.Lum,
        picture.bytesPerLine(),
    )
    assert [found.text for found in zxingcpp.read_barcodes(view)] == [TEST_TEXT]


def test_qwerty_on_azerty_needs_nothing(page: ScannerPage) -> None:
    page.show_scan(_scan("fr"))
    assert page.layout_found.text() == "douchette QWERTY (US), ordinateur AZERTY"
    assert page.advice.text().endswith("les billets VI se lisent, les billets HelloAsso aussi. Rien à faire.")
    assert page.speed_found.text() == "200 caractères par seconde"
    assert page.suffix_found.text() == "Entrée"


@pytest.mark.parametrize(
    ("scan", "advice"),
    [
        (_scan("us"), "s’accordent"),
        (_scan("fr", "shift"), "Verr. Maj. est active"),
        (_scan("fr", scanner="fr"), "s’accordent"),
        (_scan("fr", gap=50), "lentement"),
        (_scan("de", scanner="fr"), "réglez la douchette en QWERTY"),
        (Scan(TEST_TEXT, "none", (5.0,) * 30), "Pas de suffixe"),
        (Scan("12345678", "enter", (5.0,) * 7), "Ce n’est pas la carte d’essai"),
    ],
)
def test_one_sentence_of_advice(page: ScannerPage, scan: Scan, advice: str) -> None:
    page.show_scan(scan)
    assert advice in page.advice.text()


def test_everything_shown_has_an_accessible_name(page: ScannerPage) -> None:
    for widget in (page, page.card, page.layout_found, page.caps_found, page.advice, page.print_button):
        assert widget.accessibleName()
