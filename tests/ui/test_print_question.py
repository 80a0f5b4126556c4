"""« Le badge est-il sorti ? »: asked calmly, answered with one key, while scans go on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes import FakePrinter
from tests.ui.front_desk import FrontDesk, front_desk, make_edition
from vi_events.ui.checkin.print_question import NO_KEY, YES_KEY, PrintQuestion

Key = Qt.Key
Desk = tuple[FrontDesk, FakePrinter]


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """A printer whose cable comes loose at each badge."""
    with FakePrinter("closes_mid_job") as printer, front_desk(make_edition(tmp_path), qtbot, printer.url) as front:
        yield front, printer


def question(front: FrontDesk) -> PrintQuestion:
    return front.window.side.question


def asked(front: FrontDesk, name: str) -> None:
    """Waits until that person's badge is asked about, and the keys are listened to."""
    front.until(lambda: question(front).isVisible() and name in question(front).question.text())
    front.until(question(front).yes.isEnabled)


def states(front: FrontDesk, who: str) -> list[str]:
    return [str(entry.payload["state"]) for entry in front.journal("badge_printed", who)]


def test_f12_says_that_it_came_out(desk: Desk) -> None:
    front, printer = desk
    front.scan("marie")
    asked(front, "Marie Curie")
    front.press(Key.Key_F12)
    front.until(lambda: not question(front).isVisible())
    assert states(front, "marie") == ["sending", "unknown", "confirmed"]
    assert front.person("marie").badges_printed == 1
    assert printer.pages == []


def test_alt_x_says_that_it_did_not_and_it_is_printed_again(desk: Desk) -> None:
    front, printer = desk
    front.scan("marie")
    asked(front, "Marie Curie")
    printer.mode = "ok"
    front.press(Key.Key_X, Qt.KeyboardModifier.AltModifier)
    front.until(lambda: front.badges[-1][2] == "Imprimé, confirmé")
    assert len(printer.pages) == 1
    assert not question(front).isVisible()


def test_the_question_leaves_the_focus_and_the_scanner_alone(desk: Desk) -> None:
    front, _ = desk
    front.window.search.focus_field()
    front.scan("marie")
    asked(front, "Marie Curie")
    assert QApplication.focusWidget() is front.window.search.field
    assert front.scan("paul") == "admitted"
    assert front.scan("louise") == "admitted"
    assert front.admitted() == {"marie", "paul", "louise"}


def test_questions_wait_for_one_another_and_the_lamp_counts_them(desk: Desk) -> None:
    front, _ = desk
    front.scan("marie")
    front.scan("paul")
    front.window.be_idle()
    lamp = front.window.top.lamps.lamps[1]
    front.until(lambda: lamp.accessibleName() == "2 badges à vérifier")
    asked(front, "Marie Curie")
    assert "encore\u00a01" in question(front).reason.text()
    front.press(Key.Key_F12)
    asked(front, "Paul Valéry")
    assert lamp.accessibleName() == "Badge à vérifier\u202f: Paul Valéry"
    assert question(front).reason.text().count("vérifier") == 0


def test_the_person_in_view_is_asked_about_first(desk: Desk) -> None:
    front, _ = desk
    front.scan("marie")
    asked(front, "Marie Curie")
    front.scan("paul")
    asked(front, "Paul Valéry")
    front.window._show_found("marie")
    asked(front, "Marie Curie")


def test_a_key_pressed_twice_does_not_answer_for_somebody_else(desk: Desk) -> None:
    front, _ = desk
    front.scan("marie")
    front.scan("paul")
    front.window.be_idle()
    asked(front, "Marie Curie")
    question(front).yes.click()
    question(front).yes.click()
    front.until(lambda: "Paul" in question(front).question.text())
    question(front).yes.click()
    front.until(lambda: states(front, "marie")[-1] == "confirmed")
    assert states(front, "paul") == ["sending", "unknown"]


def test_an_answer_given_by_mistake_is_put_right_by_a_reprint(desk: Desk) -> None:
    front, printer = desk
    front.scan("marie")
    asked(front, "Marie Curie")
    front.press(Key.Key_F12)
    front.until(lambda: front.badges[-1][2] == "Imprimé, confirmé")
    printer.mode = "ok"
    front.press(Key.Key_F7)
    front.until(lambda: len(printer.pages) == 1)


def test_nothing_is_asked_at_the_kiosk(desk: Desk) -> None:
    front, _ = desk
    front.window.enter_kiosk(full_screen=False)
    front.scan("marie")
    front.until(lambda: states(front, "marie") == ["sending", "unknown"])
    front.until(lambda: "Marie" in question(front).question.text())
    front.until(question(front).yes.isEnabled)
    front.press(Key.Key_F12)
    front.qtbot.wait(50)
    assert not question(front).isVisible()
    assert states(front, "marie") == ["sending", "unknown"]


def test_the_keys_are_in_the_sheet_of_keys_and_serve_nothing_else(desk: Desk) -> None:
    front, _ = desk
    assert front.desk.verbs is not None
    lines = front.desk.verbs.keys()
    keys = [key for key, _ in lines]
    assert keys.count(YES_KEY) == keys.count(NO_KEY) == 1
    assert len(keys) == len(set(keys))
