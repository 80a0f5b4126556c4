"""The screen of the wings, its printed list, and the pictures for the press."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from vi_events.errors import UserError
from vi_events.stage.lining_up import InLine
from vi_events.stage.theme import default_theme
from vi_events.ui.surfaces.press_pictures import write_press_pictures
from vi_events.ui.surfaces.wings import WingsWindow
from vi_events.ui.theme import NAME_MIN_PX
from vi_events.ui.widgets.dark import Mark
from vi_events.ui.widgets.fit_label import FitLabel

ROWS = (
    InLine(1, "59378", "Marcq-en-Barœul", "Nord", here=("Paul Delattre, maire",), awaited=("Luc Arrieta, DGS",)),
    InLine(2, "80829", "Y", "Somme", together=2),
)
NOON = 1_800_000_000_000


def opened(qtbot: QtBot) -> WingsWindow:
    window = WingsWindow("Remise des labels", lambda: NOON)
    qtbot.addWidget(window)
    window.show_rows(ROWS, NOON)
    window.show()
    return window


def words(window: WingsWindow) -> list[str]:
    return [each.text() for kind in (QLabel, Mark, FitLabel) for each in window.findChildren(kind) if each.text()]


def test_wings_show_names_people_and_order(qtbot: QtBot) -> None:
    shown = words(opened(qtbot))
    for expected in ("1", "Marcq-en-Barœul", "Nord", "Paul Delattre, maire", "Luc Arrieta, DGS", "personne d’inscrit"):
        assert expected in shown
    assert shown.index("Marcq-en-Barœul") < shown.index("Y")
    assert {"dans la salle", "pas encore là"} <= set(shown)


def test_names_are_large_enough_for_two_metres(qtbot: QtBot) -> None:
    window = opened(qtbot)
    name = next(each for each in window.findChildren(FitLabel) if each.text() == "Marcq-en-Barœul")
    assert name.shown().px == NAME_MIN_PX


def test_who_has_passed_leaves_the_list(qtbot: QtBot) -> None:
    window = opened(qtbot)
    window.show_rows(ROWS[1:], NOON)
    qtbot.waitUntil(lambda: "Marcq-en-Barœul" not in words(window))
    window.show_rows((), NOON)
    qtbot.waitUntil(lambda: "Personne à faire patienter pour l’instant." in words(window))
    assert not window.print_button.isEnabled()


def test_clock_alone_does_not_make_the_list_anew(qtbot: QtBot) -> None:
    window = opened(qtbot)
    listed, clock = window.list.widget(), window.clock.text()
    window.show_rows(ROWS, NOON + 60_000)
    assert window.list.widget() is listed
    assert window.clock.text() != clock


def test_list_to_print_is_written(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot)
    window.save(tmp_path / "coulisse.pdf")
    qtbot.waitUntil(lambda: "coulisse.pdf" in window.outcome.text())
    assert (tmp_path / "coulisse.pdf").read_bytes().startswith(b"%PDF")


def test_list_that_cannot_be_written_says_why(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot)
    window.save(tmp_path / "nowhere" / "coulisse.pdf")
    qtbot.waitUntil(lambda: "ce dossier n’existe pas" in window.outcome.text())


# Pictures for the press

HAVRE = {
    "authority_id": "76351",
    "authority": "Le Havre",
    "place": "Seine-Maritime · Normandie",
    "kind": "ville",
    "level": 4,
    "previous_level": 3,
    "progress": "progresse de 3 à 4 arobases",
    "mentions": ["Numérique éducatif"],
    "distinctions": [],
    "revealed_ms": NOON,
}


@pytest.mark.usefixtures("qapp")
def test_press_pictures_are_wide_and_square(tmp_path: Path) -> None:
    paths = list(write_press_pictures(tmp_path / "presse", [HAVRE], "Label national", default_theme()))
    assert [path.name for path in paths] == ["le-havre-76351-1920x1080.png", "le-havre-76351-1080x1080.png"]
    for path, size in zip(paths, ((1920, 1080), (1080, 1080)), strict=True):
        image = QImage(str(path))
        assert (image.width(), image.height()) == size
        colours = {image.pixelColor(x, y).name() for x in range(0, size[0], 7) for y in range(0, size[1], 7)}
        assert default_theme().colors.arobase.lower() in colours


@pytest.mark.usefixtures("qapp")
def test_no_press_picture_before_anything_was_announced(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        list(write_press_pictures(tmp_path / "presse", [], "Label national", default_theme()))
    assert refused.value.code == "nothing_announced"
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("name", "id_"), [("../../Œuf : en*Ternois?", "libre-../x"), ("L'Haÿ-les-Roses " * 30, "94038")]
)
def test_name_of_a_press_picture_is_safe(tmp_path: Path, name: str, id_: str) -> None:
    row = HAVRE | {"authority": name, "authority_id": id_}
    for path in write_press_pictures(tmp_path, [row], "", default_theme()):
        assert path.parent == tmp_path
        assert path.is_file()
        assert path.name.replace("-", "").replace(".", "").isalnum()
        assert path.name.isascii()
        assert len(path.name) < 120
