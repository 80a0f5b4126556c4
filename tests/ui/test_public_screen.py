"""The public screen: the approved pictures, what moves, and what it tells of what it has really painted."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import QBuffer, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.unit import shows
from tests.unit.test_fitting import CARDS, HARD_NAMES, award, call
from vi_events.stage.frames import frame, next_frame
from vi_events.stage.stops import Card, Frame, ShowState
from vi_events.stage.theme import default_theme
from vi_events.ui.surfaces import pieces, public_screen
from vi_events.ui.surfaces.painting import frame_image, paint_frame
from vi_events.ui.surfaces.public_screen import PublicScreen

pytestmark = pytest.mark.usefixtures("qapp")
GOLDEN = Path(__file__).parent / "golden"
THEME = default_theme()
FULL_HD, HD = QSize(1920, 1080), QSize(1280, 720)
REVISION = shows.revision()
HAVRE = REVISION.index("s-havre")
HEADER = shows.HEADER


def settled(card: Card, **more: object) -> Frame:
    return Frame(card.kind, replace(card, header=HEADER), **{"arobases": 5.0, "calls": 99.0, **more})  # type: ignore[arg-type]


GOLDENS = {
    "award_short": settled(award("Marcq-en-Barœul", 4)),
    "award_long": settled(
        award(HARD_NAMES[-1], 5, mentions=("Numérique éducatif",), distinctions=("Coup de cœur du jury",))
    ),
    "award_moving": settled(award("L’Haÿ-les-Roses", 3), arobases=2.4, name=0.0, details=0.0),
    "rehearsal": settled(award(HARD_NAMES[1], 2, mentions=("Culture", "Citoyenneté")), watermark=True),
    "roll_call": settled(call(HARD_NAMES), calls=14.5),
    "mention": settled(CARDS[-1]),
    "debate": settled(CARDS[23]),
    "pause": settled(Card("pause", title="Pause", ends_s=900), left_s=754),
}


def as_pil(image: QImage) -> Image.Image:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "BMP")
    return Image.open(BytesIO(bytes(buffer.data().data()))).convert("RGB")


def worst_patch(one: Image.Image, other: Image.Image) -> float:
    """The largest difference between patches of 16 pixels (0 to 255): outlines may differ by a shade elsewhere."""
    small = (one.width // 16, one.height // 16)
    difference = ImageChops.difference(one, other).convert("L").resize(small, Image.Resampling.BOX)
    return float(difference.getextrema()[1])


@pytest.mark.parametrize("name", GOLDENS)
def test_card_is_the_approved_picture(name: str) -> None:
    made = as_pil(frame_image(GOLDENS[name], HD, THEME))
    with Image.open(GOLDEN / f"{name}.png") as approved:
        assert worst_patch(made, approved.convert("RGB")) < 12


@pytest.mark.parametrize("size", [FULL_HD, HD])
@pytest.mark.parametrize("card", CARDS)
def test_every_card_is_painted_inside_its_margins(card: Card, size: QSize) -> None:
    picture = as_pil(frame_image(settled(card), size, THEME))
    scale = size.height() / 1080
    empty = as_pil(frame_image(Frame("clear"), size, THEME))
    painted = ImageChops.difference(picture, empty).convert("L").point(lambda level: 255 * (level > 24)).getbbox()
    assert painted is not None
    left, top, right, bottom = (edge / scale for edge in painted)
    assert 120 < left < 200
    assert top > 60
    assert right < 1790
    assert bottom < 1066


def test_the_same_frame_gives_the_same_pixels() -> None:
    first = frame_image(GOLDENS["rehearsal"], HD, THEME)
    frame_image(GOLDENS["roll_call"], HD, THEME)
    assert frame_image(GOLDENS["rehearsal"], HD, THEME) == first


def test_thumbnail_is_the_picture_made_smaller() -> None:
    small = as_pil(frame_image(GOLDENS["award_long"], QSize(480, 270), THEME))
    large = as_pil(frame_image(GOLDENS["award_long"], FULL_HD, THEME)).resize((480, 270), Image.Resampling.BOX)
    assert worst_patch(small, large) < 32  # Letters stand on whole pixels: half a pixel of a thumbnail.


@pytest.mark.parametrize("size", [QSize(1024, 768), QSize(1280, 800), QSize(2560, 1080)])
def test_other_shapes_of_screen_show_the_whole_card(size: QSize) -> None:
    picture = as_pil(frame_image(GOLDENS["award_long"], size, THEME))
    edge = picture.getpixel((2, size.height() - 3))
    assert edge == (0xFF, 0xC8, 0x57)
    assert picture.getpixel((size.width() - 2, 3)) == (0x0C, 0x17, 0x30)


def test_a_screen_of_double_density_is_as_sharp_as_its_pixels() -> None:
    dense = QImage(HD * 2, QImage.Format.Format_RGB32)
    dense.setDevicePixelRatio(2)
    painter = QPainter(dense)
    paint_frame(painter, GOLDENS["award_short"], QRectF(0, 0, HD.width(), HD.height()), THEME)
    painter.end()
    plain = as_pil(frame_image(GOLDENS["award_short"], HD * 2, THEME))
    assert worst_patch(as_pil(dense), plain) < 4


def test_nothing_of_the_award_shows_during_the_suspense() -> None:
    waiting = {"arobases": 0.0, "name": 0.0, "details": 0.0}
    one, other = settled(award("Eu", 1), **waiting), settled(award("Y", 5), **waiting)
    assert frame_image(one, HD, THEME) == frame_image(other, HD, THEME)


def test_names_not_yet_called_are_not_shown() -> None:
    few, many = call(HARD_NAMES[10:18]), call((*HARD_NAMES[10:17], "Autre"))
    assert frame_image(settled(few, calls=7.0), HD, THEME) == frame_image(settled(many, calls=7.0), HD, THEME)
    assert frame_image(settled(few, calls=8.0), HD, THEME) != frame_image(settled(many, calls=8.0), HD, THEME)


def test_rehearsal_is_written_on_everything_black_included() -> None:
    for kind in ("clear", "black"):
        plain = as_pil(frame_image(Frame(kind), HD, THEME))
        marked = as_pil(frame_image(Frame(kind, watermark=True), HD, THEME))
        assert sum(ImageStat.Stat(ImageChops.difference(plain, marked)).mean) > 1
    assert ImageStat.Stat(as_pil(frame_image(Frame("black"), HD, THEME))).extrema == [(0, 0)] * 3


def test_the_logo_of_the_edition_stands_in_its_corner(tmp_path: Path) -> None:
    Image.new("RGBA", (600, 200), "#00FF00").save(tmp_path / "logo.png")
    picture = as_pil(frame_image(Frame("clear"), FULL_HD, replace(THEME, logo=str(tmp_path / "logo.png"))))
    green = picture.split()[1].point(lambda level: 255 * (level > 250)).getbbox()
    assert green == (1504, 70, 1780, 162)


class Watch:
    """A public screen on a clock of ours, and what it says."""

    def __init__(self, qtbot: QtBot) -> None:
        self.now_ms = 0
        self.screen = PublicScreen(THEME, lambda: self.now_ms)
        qtbot.addWidget(self.screen)
        self.screen.resize(HD)
        self.painted: list[tuple[int, str, int]] = []
        self.failed: list[str] = []
        self.screen.painted.connect(lambda *asked: self.painted.append(asked))
        self.screen.paint_failed.connect(self.failed.append)

    def open(self, qtbot: QtBot) -> None:
        with qtbot.waitExposed(self.screen):
            self.screen.show()

    def picture(self) -> QImage:
        return self.screen.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


@pytest.fixture
def watch(qtbot: QtBot) -> Watch:
    return Watch(qtbot)


LIVE = ShowState("live", stop=HAVRE, settled=False, epoch=7)


def test_the_lamp_is_told_once_it_has_really_been_painted(watch: Watch, qtbot: QtBot) -> None:
    watch.screen.show_state(REVISION, LIVE, 0)
    QApplication.processEvents()
    assert watch.painted == []  # Hidden: nothing was painted.
    with qtbot.waitSignal(watch.screen.painted) as told:
        watch.open(qtbot)
    assert told.args == [7, "s-havre", 0]


def test_one_state_is_acknowledged_once_however_many_frames_it_has(watch: Watch, qtbot: QtBot) -> None:
    watch.open(qtbot)
    with qtbot.waitSignal(watch.screen.painted):
        watch.screen.show_state(REVISION, LIVE, 0)
    for _ in range(4):
        watch.now_ms += 400
        watch.screen.repaint()
    QApplication.processEvents()
    assert watch.painted == [(7, "s-havre", 0)]


def test_it_moves_until_the_end_of_the_step_then_stands_still(watch: Watch, qtbot: QtBot) -> None:
    watch.open(qtbot)
    watch.screen.show_state(REVISION, LIVE, 0)
    final = frame_image(settled_havre(), HD, THEME)
    assert watch.picture() != final
    watch.now_ms = 1500
    middle = watch.picture()
    watch.now_ms = 60_000
    qtbot.waitUntil(lambda: not watch.screen.is_animating)
    assert watch.picture() == final
    assert middle != final


def settled_havre() -> Frame:
    return replace(settled(REVISION.stops[HAVRE].card), arobases=4.0)


def test_a_settled_state_shows_its_last_frame_at_once(watch: Watch, qtbot: QtBot) -> None:
    watch.open(qtbot)
    watch.screen.show_state(REVISION, replace(LIVE, settled=True), 0)
    assert watch.picture() == frame_image(settled_havre(), HD, THEME)
    assert not watch.screen.is_animating


def test_a_pause_counts_down_from_where_it_was(watch: Watch, qtbot: QtBot) -> None:
    watch.open(qtbot)
    pause = REVISION.index("s-pause")
    live = replace(LIVE, stop=pause, settled=True)
    card = frame(REVISION, live, 0).card
    watch.screen.show_state(REVISION, live, 60_000)
    assert watch.picture() == frame_image(Frame("pause", card, left_s=540), HD, THEME)
    watch.now_ms = 5000
    assert watch.picture() == frame_image(Frame("pause", card, left_s=535), HD, THEME)
    assert watch.screen.is_animating
    watch.now_ms = 700_000
    qtbot.waitUntil(lambda: not watch.screen.is_animating)
    assert watch.picture() == frame_image(Frame("pause", card, left_s=0), HD, THEME)


def test_go_finds_every_word_of_the_next_card_drawn_already(watch: Watch, qtbot: QtBot) -> None:
    watch.open(qtbot)
    watch.screen.show_state(REVISION, replace(LIVE, settled=True), 0)
    watch.screen.repaint()
    watch.screen.prepare(next_frame(REVISION, LIVE))
    pieces.words.cache_clear()
    qtbot.waitUntil(lambda: pieces.words.cache_info().misses > 0)
    glass = watch.picture()
    drawn = pieces.words.cache_info().misses
    watch.now_ms = 60_000
    watch.screen.show_state(REVISION, replace(LIVE, stop=HAVRE + 1, settled=True, epoch=8), 0)
    assert watch.picture() != glass
    assert pieces.words.cache_info().misses == drawn, "nothing was left to draw"


def test_what_comes_next_is_not_drawn_while_something_moves(watch: Watch, qtbot: QtBot) -> None:
    watch.open(qtbot)
    watch.screen.show_state(REVISION, LIVE, 0)
    watch.screen.prepare(next_frame(REVISION, LIVE))
    watch.screen._on_calm_timeout()
    assert watch.screen._ahead is not None
    watch.now_ms = 60_000
    qtbot.waitUntil(lambda: watch.screen._ahead is None)
    assert not watch.screen.is_animating


def test_a_hidden_screen_does_not_work(watch: Watch, qtbot: QtBot) -> None:
    watch.open(qtbot)
    watch.screen.show_state(REVISION, LIVE, 0)
    assert watch.screen.is_animating
    watch.screen.hide()
    assert not watch.screen.is_animating


def test_before_the_show_the_background_is_empty(watch: Watch, qtbot: QtBot) -> None:
    watch.open(qtbot)
    assert watch.picture() == frame_image(Frame("clear"), HD, THEME)


def test_a_painting_error_shows_the_empty_background_and_quotes_nothing(
    watch: Watch, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks(*_: object) -> None:
        raise ValueError("Le Havre, quatre arobases")

    watch.open(qtbot)
    monkeypatch.setattr(public_screen, "paint_frame", breaks)
    with qtbot.waitSignal(watch.screen.paint_failed) as told:
        watch.screen.show_state(REVISION, replace(LIVE, settled=True), 0)
    assert told.args == ["ValueError"]
    assert watch.painted == []
    assert "Havre" not in caplog.text
    middle = as_pil(watch.picture()).crop((100, 0, 1280, 720))
    assert middle.getcolors() == [(1180 * 720, (0x0C, 0x17, 0x30))]
    monkeypatch.undo()
    with qtbot.waitSignal(watch.screen.painted):
        watch.screen.show_state(REVISION, replace(LIVE, settled=True, epoch=8), 0)


def test_the_window_takes_neither_focus_nor_cursor_and_its_title_tells_nothing(watch: Watch, qtbot: QtBot) -> None:
    watch.open(qtbot)
    watch.screen.show_state(REVISION, LIVE, 0)
    assert watch.screen.windowTitle() == "VI Events"
    assert watch.screen.cursor().shape() == Qt.CursorShape.BlankCursor
    assert watch.screen.focusPolicy() == Qt.FocusPolicy.NoFocus
    flags = watch.screen.windowFlags()
    assert flags & Qt.WindowType.FramelessWindowHint
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus


def test_sleep_is_held_off_only_while_the_screen_is_open(
    watch: Watch, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def system() -> Callable[[], None]:
        asked.append("hold")
        return lambda: asked.append("release")

    monkeypatch.setattr("vi_events.ui.surfaces.awake._ask", system)
    watch.open(qtbot)
    assert (asked, watch.screen.awake.problem) == (["hold"], "")
    watch.screen.hide()
    assert asked == ["hold", "release"]


def test_a_system_that_refuses_to_stay_awake_is_told_in_words(
    watch: Watch, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vi_events.ui.surfaces.awake._ask", lambda: None)
    watch.open(qtbot)
    assert "mise en veille" in watch.screen.awake.problem
