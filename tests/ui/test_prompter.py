"""The prompter: everything is read, at the size and in the direction chosen, and told once painted."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vi_events.stage.prompting import PromptText
from vi_events.ui.surfaces.prompter import LARGEST_ZOOM, LEAST_ZOOM, Prompter, PrompterLook

CTRL = Qt.KeyboardModifier.ControlModifier
NAMES = (
    *("Y", "Bû", "Œuf-en-Ternois", "L’Haÿ-les-Roses", "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson"),
    *("Beaujeu-Saint-Vallier-Pierrejux-et-Quitteur", "Ploubezre [ploubèr]", "Le Kremlin-Bicêtre", "Àvila", "Łódź"),
    "la communauté d’agglomération de Saint-Dié-des-Vosges",
    "la communauté de communes de la Vallée de l’Oise et des Trois Forêts, Pays de Bray et du Haut-Clocher",
    "l’établissement public territorial Grand-Orly Seine Bièvre",
    "la collectivité territoriale de Martinique",
    *("Lyons-la-Forêt", "Aÿ-Champagne", "Plœmeur", "Faches-Thumesnil", "Saint-Cyr-au-Mont-d’Or", "Ouagadougou"),
)


def made(
    name: str = "la ville du Havre", script: str = ", qui en avait trois l’an passé.", people: int = 1
) -> PromptText:
    person = (("plain", "Monte sur scène\u202f: "), ("person", "Inès Morvan"), ("plain", ", adjointe."))
    return PromptText(
        (("plain", "Quatre arobases pour "), ("name", name), ("plain", script)),
        (person,) * people,
        "Note\u202f: vient avec deux agents",
        (("plain", f"Ensuite\u202f: {name} "), ("sound", "[i]")),
        number="73 / 185",
        offset="retard 4:28",
        late=True,
        clock="16:24",
    )


LONG = made(script=" et un discours entier que personne n’avait prévu si long" * 30, people=12)


def opened(qtbot: QtBot, text: PromptText | None = None, look: PrompterLook | None = None) -> Prompter:
    prompter = Prompter(look)
    qtbot.addWidget(prompter)
    prompter.show_prompt(text or made(), 1, "s-havre", 0)
    prompter.show()
    qtbot.waitExposed(prompter)
    return prompter


def picture(prompter: Prompter) -> QImage:
    return prompter.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def wheel(prompter: Prompter, notches: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    centre = QPointF(prompter.rect().center())
    delta, phase = QPoint(0, 120 * notches), Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(centre, centre, QPoint(), delta, Qt.MouseButton.NoButton, modifiers, phase, False)
    QApplication.sendEvent(prompter, event)


def lit_right_of(image: QImage, x: int) -> bool:
    return any(image.pixel(at, y) & 0xFFFFFF for at in range(x, image.width()) for y in range(100, image.height(), 3))


def test_painting_is_told_once_with_what_was_painted(qtbot: QtBot) -> None:
    prompter = Prompter()
    qtbot.addWidget(prompter)
    told: list[tuple[int, str, int]] = []
    prompter.painted.connect(lambda *key: told.append(key))
    prompter.show_prompt(made(), 3, "s-havre", 0)
    prompter.grab()
    QApplication.processEvents()
    assert told == [], "a window that nobody sees was told as painted"
    with qtbot.waitSignal(prompter.painted):
        prompter.show()
    prompter.show_prompt(made(), 3, "s-havre", 0)
    with qtbot.waitSignal(prompter.painted):
        prompter.show_prompt(made("Reims"), 3, "s-reims", 1)
    assert told == [(3, "s-havre", 0), (3, "s-reims", 1)]


def test_hidden_window_tells_nothing_until_it_comes_back(qtbot: QtBot) -> None:
    prompter = opened(qtbot)
    prompter.hide()
    with qtbot.assertNotEmitted(prompter.painted):
        prompter.show_prompt(made("Reims"), 1, "s-reims", 0)
        prompter.grab()
        QApplication.processEvents()
    with qtbot.waitSignal(prompter.painted) as seen:
        prompter.show()
    assert seen.args == [1, "s-reims", 0]


def test_mirror_is_exactly_the_other_way_round(qtbot: QtBot) -> None:
    prompter = opened(qtbot)
    straight = picture(prompter)
    QTest.keyClick(prompter, Qt.Key.Key_M, CTRL)
    assert prompter.look.mirrored
    assert picture(prompter) != straight
    assert picture(prompter) == straight.flipped(Qt.Orientation.Horizontal)


def test_zoom_stays_within_bounds(qtbot: QtBot) -> None:
    prompter = opened(qtbot)
    for _ in range(40):
        QTest.keyClick(prompter, Qt.Key.Key_Plus, CTRL)
    assert prompter.look.zoom == LARGEST_ZOOM
    wheel(prompter, -80, CTRL)
    assert prompter.look.zoom == LEAST_ZOOM
    QTest.keyClick(prompter, Qt.Key.Key_0, CTRL)
    assert prompter.look.zoom == 1.0
    assert opened(qtbot, look=PrompterLook(50.0)).look.zoom == LARGEST_ZOOM


def test_zoom_changes_the_size_that_is_read(qtbot: QtBot) -> None:
    prompter = opened(qtbot)
    before = prompter.read_px
    QTest.keyClick(prompter, Qt.Key.Key_Minus, CTRL)
    assert prompter.read_px < before
    wheel(prompter, 2, CTRL)
    assert prompter.read_px > before


def test_look_is_told_to_who_remembers_it(qtbot: QtBot) -> None:
    kept: list[PrompterLook] = []
    prompter = Prompter(PrompterLook(1.1, True), kept.append)
    qtbot.addWidget(prompter)
    assert kept == []
    prompter.set_look(PrompterLook(1.5, True))
    prompter.set_look(PrompterLook(1.5, True))
    assert kept == [PrompterLook(1.5, True)]


def test_short_text_is_seen_whole_and_does_not_scroll(qtbot: QtBot) -> None:
    prompter = opened(qtbot)
    assert prompter.hidden_px == 0
    QTest.keyClick(prompter, Qt.Key.Key_End)
    assert prompter.scroll_px == 0


def test_longer_text_is_set_smaller_before_it_scrolls(qtbot: QtBot) -> None:
    prompter = opened(qtbot, made(people=1))
    large = prompter.read_px
    prompter.show_prompt(made(people=4), 1, "s-x", 0)
    assert prompter.read_px < large
    assert prompter.hidden_px == 0


def test_long_script_scrolls_to_its_end_and_next_go_starts_at_the_top(qtbot: QtBot) -> None:
    prompter = opened(qtbot, LONG)
    assert prompter.hidden_px > 0
    QTest.keyClick(prompter, Qt.Key.Key_Down)
    assert 0 < prompter.scroll_px < prompter.hidden_px
    wheel(prompter, -500)
    assert prompter.scroll_px == prompter.hidden_px
    prompter.show_prompt(LONG, 1, "s-havre", 0)
    assert prompter.scroll_px == prompter.hidden_px, "the clock alone went back to the top"
    prompter.show_prompt(LONG, 1, "s-havre", 1)
    assert prompter.scroll_px == 0
    QTest.keyClick(prompter, Qt.Key.Key_Up)
    assert prompter.scroll_px == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Space, Qt.Key.Key_Escape])
def test_keys_of_the_stage_are_left_to_it(qtbot: QtBot, key: Qt.Key) -> None:
    prompter = opened(qtbot, LONG)
    before = picture(prompter)
    QTest.keyClick(prompter, key)
    assert prompter.isVisible()
    assert picture(prompter) == before


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1024, 768), (800, 1280), (480, 270)])
@pytest.mark.parametrize("name", NAMES)
def test_no_name_is_cut(qtbot: QtBot, name: str, size: tuple[int, int]) -> None:
    prompter = Prompter()
    qtbot.addWidget(prompter)
    prompter.resize(*size)
    prompter.show_prompt(made(name), 1, "s", 0)
    assert prompter.hidden_px == 0
    margin = round(40 * min(size[0] / 1280, size[1] / 720))
    assert not lit_right_of(picture(prompter), size[0] - margin + 4)


def test_title_of_the_window_tells_nothing(qtbot: QtBot) -> None:
    prompter = opened(qtbot)
    assert prompter.windowTitle() == "Prompteur"
    assert "Havre" not in prompter.accessibleName() + prompter.accessibleDescription() + prompter.toolTip()


def test_text_of_the_last_stop_leaves_nothing_behind(qtbot: QtBot) -> None:
    prompter = opened(qtbot, LONG)
    prompter.show_prompt(made(), 1, "s-x", 0)
    fresh = opened(qtbot)
    assert picture(prompter) == picture(fresh)
