import pytest
import zxingcpp

from vi_events.checkin import test_card as card

# A plain import would make pytest take the card for a test.
render = card.test_card
QRCODE = zxingcpp.BarcodeFormat.QRCode


@pytest.mark.parametrize("width", [384, 512, 576, 640])
def test_three_codes_of_the_card_read_back(width: int) -> None:
    read = zxingcpp.read_barcodes(render(width, "Générique").convert("L"), QRCODE)
    assert [code.text for code in read] == [card.QR_TEXT] * 3


@pytest.mark.parametrize("width", [384, 512, 576])
def test_card_inks_its_first_and_last_dot(width: int) -> None:
    picture = render(width)
    assert picture.mode == "1"
    assert picture.width == width
    pixels = picture.convert("L")
    for column in (0, width - 1):
        ruler_and_arrow = pixels.crop((column, 0, column + 1, 150))
        assert 0 in ruler_and_arrow.tobytes()


def test_card_ends_with_the_line_of_the_cutter() -> None:
    picture = render(576).convert("L")
    assert set(picture.crop((0, picture.height - 2, 576, picture.height)).tobytes()) == {0}
    assert set(picture.crop((0, picture.height - 8, 576, picture.height - 2)).tobytes()) == {255}


def test_profile_is_written_on_the_card() -> None:
    assert render(576, "Epson TM-T88V").tobytes() != render(576).tobytes()


def test_long_profile_stays_on_the_card() -> None:
    picture = render(384, "W" * 200).convert("L")
    assert len(zxingcpp.read_barcodes(picture, QRCODE)) == 3
    assert set(picture.crop((0, 150, 16, 600)).tobytes()) == {255}


def test_lone_dots_are_on_the_card() -> None:
    # Lines of one dot: black and white alternate on a row.
    picture = render(576).convert("L")
    rows = (picture.crop((0, row, 576, row + 1)).tobytes() for row in range(picture.height))
    assert any(b"\x00\xff\x00\xff\x00\xff\x00\xff" in row for row in rows)
