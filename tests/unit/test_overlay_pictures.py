"""What is on air as a picture, for an OBS without browser sources: whole words, in their places, on their ground."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from tests.overlay_theme import THEME
from vi_events.errors import DeviceError
from vi_events.stage.theme import LEAST_CONTRAST, contrast
from vi_events.typesetting.fitting import CAP, face
from vi_events.typesetting.metrics import shown
from vi_events.webtv.overlays import KINDS, OnAir, Overlay
from vi_events.webtv.pages import BUNDLED
from vi_events.webtv.picture_files import PictureFiles
from vi_events.webtv.pictures import fonts_of, render
from vi_events.webtv.plates import SAFE, Box, Style, Words, place

GOLDEN = Path(__file__).parent / "golden"
FULL = (1920, 1080)
FONTS = fonts_of(THEME)
STYLE = Style(FONTS, THEME.header)
# Local time, like the hours that people read.
HALF_PAST_TWO = int(datetime(2027, 1, 20, 14, 30).timestamp() * 1000)
SAMPLES: dict[str, list[dict[str, Any]]] = {
    kind: [each["data"] for each in each_kind]
    for kind, each_kind in json.loads((BUNDLED / "samples.json").read_text(encoding="utf-8")).items()
}
CASES = [pytest.param(kind, data, id=f"{kind}-{at}") for kind in KINDS for at, data in enumerate(SAMPLES[kind])]
CROWDED = {kind: SAMPLES[kind][-1] for kind in KINDS if kind != "slate"}


def on_air(**overlays: Mapping[str, Any]) -> OnAir:
    return OnAir(1, tuple(Overlay(kind, data) for kind, data in overlays.items()))


def texts(air: OnAir, style: Style = STYLE) -> list[str]:
    """What is read, each text in one line."""
    return [" ".join(each.fit.lines) for each in place(air, style, FULL) if isinstance(each, Words)]


def award(level: int = 4, kind: str = "award", **more: object) -> dict[str, Any]:
    laureate = {"name": "Marcq-en-Barœul", "place": "Nord", "level": level, **more}
    return {"kind": kind, "card": {"kind": kind, "title": "Numérique éducatif", "laureates": [laureate]}}


def check_layout(air: OnAir, size: tuple[float, float] = FULL) -> None:
    """Every letter is inside the safe area, and on a ground that it stands out from."""
    boxes: list[Box] = []
    found = 0
    for shape in place(air, STYLE, size):
        if isinstance(shape, Box):
            boxes.append(shape)
        if not isinstance(shape, Words):
            continue
        found += 1
        fit = shape.fit
        left, right = shape.x, shape.x + fit.width
        top, bottom = shape.baseline - fit.px * CAP, shape.baseline + fit.pitch * (len(fit.lines) - 1)
        assert size[0] * SAFE <= left + 6, fit.text
        assert right <= size[0] * (1 - SAFE), fit.text
        assert size[1] * SAFE <= top, fit.text
        assert bottom <= size[1] * (1 - SAFE), fit.text
        ground = next(
            box
            for box in reversed(boxes)
            if box.left <= left + 6 and right <= box.right and box.top <= top and bottom <= box.bottom
        )
        assert contrast(getattr(THEME, shape.color), getattr(THEME, ground.color)) >= LEAST_CONTRAST
    assert found


@pytest.mark.parametrize("size", [FULL, (1920, 3413), (2560, 1080)], ids=["16:9", "9:16", "21:9"])
@pytest.mark.parametrize(("kind", "data"), CASES)
def test_every_letter_is_inside_the_safe_area_and_stands_out(
    kind: str, data: dict[str, Any], size: tuple[int, int]
) -> None:
    check_layout(on_air(**{kind: data}), size)


def test_everything_at_once_still_fits_and_no_plate_is_over_another() -> None:
    check_layout(on_air(**CROWDED))
    picture = place(on_air(**CROWDED), STYLE, FULL)
    plates = [each for each in picture if isinstance(each, Box) and each.color == "background"]
    for at, one in enumerate(plates):
        for other in plates[at + 1 :]:
            assert (
                one.right <= other.left or other.right <= one.left or one.bottom <= other.top or other.bottom <= one.top
            )


TEXT = st.text(max_size=200)


@settings(max_examples=60, deadline=None)
@given(st.fixed_dictionaries({"name": TEXT, "function": TEXT, "text": TEXT}), TEXT, st.integers(-3, 99))
def test_whatever_is_written_stays_text_inside_the_picture(said: dict[str, str], name: str, level: int) -> None:
    shown_too = award(level, name=name, place=said["text"], progress=name, mentions=[name, said["name"]])
    air = on_air(lower_third=said, award=shown_too, logo={"live": True})
    check_layout(air)


@pytest.mark.parametrize(("kind", "data"), CASES)
def test_words_are_never_cut(kind: str, data: dict[str, Any]) -> None:
    for shape in place(on_air(**{kind: data}), STYLE, FULL):
        if isinstance(shape, Words) and not shape.fit.short_form:
            whole = shown(face(FONTS, shape.fit.face), shape.fit.text)
            # A separator has nothing to separate at the end of a line.
            joined = "".join("".join(shape.fit.lines).split())
            assert joined.replace("·", "") == "".join(whole.split()).replace("·", "")


def test_a_name_too_long_gives_way_to_its_short_form() -> None:
    long = "Syndicat mixte intercommunal à vocation multiple pour l’aménagement numérique des communes rurales " * 2
    assert "Simv du Bocage" in texts(on_air(award=award(name=long, short_name="Simv du Bocage")))


def test_an_award_says_its_arobases_place_progress_and_mentions() -> None:
    said = texts(
        on_air(
            award=award(
                3, progress="progresse de 2 à 3 arobases", mentions=["Inclusion"], distinctions=["Coup de cœur"]
            )
        )
    )
    assert said.count("@") == 3
    assert {"Marcq-en-Barœul", "Nord", "progresse de 2 à 3 arobases", "Inclusion", "Coup de cœur"} < set(said)


def test_a_mention_says_its_name_beside_those_who_have_it() -> None:
    assert texts(on_air(award=award(0, kind="mention"))) == ["Marcq-en-Barœul", "Nord", "Numérique éducatif"]


def test_an_award_says_its_distinctions() -> None:
    said = texts(on_air(award=award(distinctions=["Coup de cœur du jury", "Prix du public"])))
    assert said[-2:] == ["Coup de cœur du jury", "Prix du public"]


def test_a_rehearsal_says_so() -> None:
    assert "RÉPÉTITION" in texts(on_air(award=award() | {"rehearsal": True}))
    assert "RÉPÉTITION" not in texts(on_air(award=award()))


def test_a_long_roll_call_shows_the_last_names_called_and_which_they_are() -> None:
    names = [f"Commune {number}" for number in range(1, 43)]
    card = {"kind": "roll_call", "title": "Deux arobases", "laureates": [{"name": name} for name in names]}
    said = texts(on_air(roll_call={"card": card}))
    assert "37 à 42" in said
    assert [each for each in said if each.startswith("Commune")] == names[36:]


def test_a_slate_says_when_it_resumes_once_and_covers_everything() -> None:
    resumes = {"title": "Pause", "ends_ms": HALF_PAST_TWO}
    assert "Reprise vers 14\u202fh\u202f30" in texts(on_air(slate=resumes, **CROWDED))
    twice = texts(on_air(slate=resumes | {"text": "Reprise vers 14 h 30"}))
    assert sum("30" in each for each in twice) == 1
    assert len(texts(on_air(slate=resumes, **CROWDED))) == 3
    assert render(on_air(slate=resumes), THEME).getextrema()[3] == (255, 255)


def test_live_is_said_only_live() -> None:
    assert texts(on_air(logo={"live": True})) == ["En direct"]
    assert texts(on_air(logo={"live": False})) == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "slate"])
@pytest.mark.parametrize("data", [{}, {"card": 3, "people": "x", "text": 4, "name": None}, {"people": [1, {}]}])
def test_data_that_say_nothing_show_nothing(kind: str, data: dict[str, Any]) -> None:
    assert render(on_air(**{kind: data}), THEME).getbbox() is None


def test_code_and_controls_are_only_text() -> None:
    said = texts(on_air(lower_third={"name": "<b>Anne</b>\n\u202e{{ x }}", "function": "/etc\x00/%s"}))
    assert said == ["<b>Anne</b> {{ x }}", "/etc/%s"]


def test_the_theme_s_logo_stands_above_live_in_the_corner(tmp_path: Path) -> None:
    Image.new("RGBA", (600, 300), (200, 20, 20, 255)).save(tmp_path / "logo.png")
    picture = render(on_air(logo={"live": True}), replace(THEME, logo=str(tmp_path / "logo.png")))
    box = picture.getbbox()
    assert box is not None
    assert (box[1], box[2]) == (80, 1810)
    assert picture.getpixel((1750, 120)) == (200, 20, 20, 255)


def test_the_picture_is_transparent_elsewhere_and_opaque_where_words_are() -> None:
    picture = render(on_air(lower_third={"name": "Maëlys Ferrand", "function": "Présidente du jury"}), THEME)
    left, top, right, bottom = picture.getbbox() or (0, 0, 0, 0)
    assert picture.crop((left, top, right, bottom)).getextrema()[3] == (255, 255)
    assert left == 110
    assert bottom == 970
    assert right < 800
    assert top > 780


@pytest.mark.parametrize(("kind", "data"), CASES)
def test_no_letter_is_drawn_outside_its_plate(kind: str, data: dict[str, Any]) -> None:
    picture = render(on_air(**{kind: data}), THEME)
    for box in place(on_air(**{kind: data}), STYLE, FULL):
        if isinstance(box, Box):
            picture.paste((0, 0, 0, 0), (round(box.left), round(box.top), round(box.right), round(box.bottom)))
    assert picture.getbbox() is None


def test_the_same_is_drawn_the_same() -> None:
    assert render(on_air(**CROWDED), THEME).tobytes() == render(on_air(**CROWDED), THEME).tobytes()


@pytest.mark.parametrize("kind", KINDS)
def test_the_look_is_the_approved_one(kind: str) -> None:
    data = SAMPLES[kind][min(1, len(SAMPLES[kind]) - 1)]
    if kind == "slate":
        data = data | {"ends_ms": HALF_PAST_TWO}
    picture = render(on_air(**{kind: data}), THEME, (960, 540))
    with Image.open(GOLDEN / f"overlay_{kind}.png") as approved:
        assert ImageChops.difference(picture, approved.convert("RGBA")).getbbox(alpha_only=False) is None


# The files


def picture(color: str) -> Image.Image:
    return Image.new("RGBA", (64, 36), color)


def color_of(path: Path) -> object:
    with Image.open(path) as image:
        return image.convert("RGBA").getpixel((3, 3))


def test_nothing_is_written_before_there_is_a_picture(tmp_path: Path) -> None:
    PictureFiles(tmp_path / "air")
    assert list(tmp_path.iterdir()) == []


def test_the_picture_shown_is_left_alone_while_the_next_is_written(tmp_path: Path) -> None:
    files = PictureFiles(tmp_path)
    first = files.write(picture("red"))
    second = files.write(picture("lime"))
    third = files.write(picture("blue"))
    assert (first.name, second.name, third) == ("overlay-a.tga", "overlay-b.tga", first)
    assert (color_of(second), color_of(third)) == ((0, 255, 0, 255), (0, 0, 255, 255))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["overlay-a.tga", "overlay-b.tga"]


def test_once_nothing_is_on_air_no_file_holds_what_was(tmp_path: Path) -> None:
    files = PictureFiles(tmp_path)
    files.write(picture("red"))
    files.write(picture("lime"))
    path = files.write(render(OnAir(), THEME))
    assert {each.read_bytes() for each in tmp_path.iterdir()} == {path.read_bytes()}
    assert color_of(path) == (0, 0, 0, 0)


def test_a_disk_that_refuses_leaves_the_picture_shown_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = PictureFiles(tmp_path)
    first = files.write(picture("red"))
    with monkeypatch.context() as broken:
        broken.setattr("os.replace", _full)
        with pytest.raises(DeviceError) as problem:
            files.write(picture("lime"))
    assert problem.value.code == "picture_unwritten"
    assert [path.name for path in tmp_path.iterdir()] == [first.name]
    assert color_of(first) == (255, 0, 0, 255)
    assert files.write(picture("blue")) != first


def _full(*_: object) -> None:
    raise OSError(28, "No space left on device")
