"""Rules of the camera scanner, fed with drawn frames."""

import qrcode
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame
from pytestqt.qtbot import QtBot

from vi_events.ui.checkin.camera import GONE_S, CameraReader, Sightings


def _frame(text: str) -> QVideoFrame:
    code = qrcode.QRCode(border=4)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    small = QImage(len(rows), len(rows), QImage.Format.Format_RGB32)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            small.setPixel(x, y, 0xFF000000 if dark else 0xFFFFFFFF)
    return QVideoFrame(small.scaled(403, 403, Qt.AspectRatioMode.KeepAspectRatio))


def test_a_code_in_a_frame_is_read(qtbot: QtBot) -> None:
    reader = CameraReader()
    with qtbot.waitSignal(reader.scan_read, timeout=5000) as heard:
        reader.sink.setVideoFrame(_frame("VBCDEFGHIJKLNOPRSTUVXBCDE"))
    reader.close()
    assert heard.args == ["VBCDEFGHIJKLNOPRSTUVXBCDE"]


def test_an_empty_picture_is_no_code(qtbot: QtBot) -> None:
    reader = CameraReader()
    blank = QImage(320, 200, QImage.Format.Format_RGB32)
    blank.fill(Qt.GlobalColor.white)
    with qtbot.assertNotEmitted(reader.scan_read, wait=200):
        reader.sink.setVideoFrame(QVideoFrame(blank))
    reader.close()


def test_a_code_counts_once_until_it_has_gone() -> None:
    seen = Sightings()
    assert seen.fresh(["A"], 10.0) == ["A"]
    assert seen.fresh(["A"], 11.5) == []
    assert seen.fresh(["A", "B", "B"], 13.0) == ["B"]
    assert seen.fresh([], 13.0 + GONE_S) == []
    assert seen.fresh(["A"], 13.0 + GONE_S) == ["A"]
