"""The whole reception window at work: real keys in, real journal behind."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.front_desk import PEOPLE, TWICE, FrontDesk, front_desk, make_edition
from vi_events.checkin.codes import new_code, new_key
from vi_events.checkin.views import ScanResult
from vi_events.errors import StorageError, UserError
from vi_events.settings import Settings
from vi_events.ui.bridge import Bridge
from vi_events.ui.checkin.person_form import PersonForm
from vi_events.ui.checkin.reception_window import ReceptionWindow
from vi_events.ui.checkin.supervisor_dialog import SupervisorDialog
from vi_events.ui.widgets.buttons import KeyButton

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def front(tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with front_desk(make_edition(tmp_path), qtbot) as front:
        yield front


# A scan, wherever the focus is


def test_a_scan_admits_while_the_search_has_the_focus(front: FrontDesk) -> None:
    front.window.search.focus_field()
    assert front.scan("marie") == "admitted"
    assert front.window.search.field.text() == ""
    assert front.admitted() == {"marie"}


def test_a_scan_admits_behind_an_open_form_and_leaves_it_open(front: FrontDesk) -> None:
    front.press(Key.Key_F2)
    form = front.dialog(PersonForm)
    assert front.scan("marie") == "admitted"
    assert form.isVisible()
    assert not form.fields().get("last_name")
    assert front.admitted() == {"marie"}
    form.reject()


def test_a_scan_admits_behind_the_supervisor_dialog_without_trying_a_pin(front: FrontDesk) -> None:
    front.scan("wait")
    front.press(Key.Key_F10)
    dialog = front.dialog(SupervisorDialog)
    assert front.scan("marie") == "admitted"
    assert (dialog.isVisible(), dialog.pin.text(), dialog.pin_field.problem) == (True, "", "")
    dialog.reject()


def test_a_scan_admits_behind_a_message_box_and_does_not_answer_it(front: FrontDesk) -> None:
    box = QMessageBox(front.window)
    box.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Ok)
    box.open()
    front.dialog(QMessageBox)
    assert front.scan("marie") == "admitted"
    assert box.isVisible()
    box.reject()


def test_a_scan_admits_while_a_button_has_the_focus_and_does_not_click_it(front: FrontDesk) -> None:
    front.scan("marie")
    clicks: list[bool] = []
    undo = front.card.verbs["undo"]
    undo.clicked.connect(lambda: clicks.append(True))
    undo.setFocus()
    assert front.scan("paul") == "admitted"
    assert clicks == []
    assert front.admitted() == {"marie", "paul"}


def test_a_scan_admits_while_the_menu_is_open_and_chooses_nothing_in_it(front: FrontDesk) -> None:
    chosen: list[str] = []
    for action in front.desk.verbs.menu.actions:
        action.triggered.connect(lambda _=False, action=action: chosen.append(action.text()))
    front.window.top.menu.click()
    front.until(lambda: QApplication.activePopupWidget() is not None)
    assert front.scan("marie") == "admitted"
    assert chosen == []
    menu = QApplication.activePopupWidget()
    if menu:
        menu.close()


# What is shown


def test_a_scan_shows_the_verdict_the_passage_the_figures_and_the_badge(front: FrontDesk) -> None:
    front.until(lambda: front.window.side.expected.number.text() == "6")
    front.scan("marie")
    assert front.card.title.text() == "Bienvenue"
    assert front.card.person.name.text() == "Marie Curie"
    assert "Marie Curie entrée" in front.window.side.passages.accessibleDescription()
    assert front.sounds == ["admitted"]
    front.until(lambda: front.window.side.present.number.text() == "1")
    front.until(lambda: front.badges[-1][0] is not None)
    assert front.window.side.here.number.text() == "1"


def test_somebody_already_in_is_told_when_and_where(front: FrontDesk) -> None:
    front.scan("marie")
    assert front.scan("marie", later_s=20 * 60) == "already_in"
    assert "poste-1" in front.card.title.text()


def test_the_same_ticket_within_three_seconds_keeps_the_card_and_says_so(front: FrontDesk) -> None:
    front.scan("marie")
    shown = front.window.result
    front.clock.later(1)
    front.read(front.tickets["marie"])
    front.until(lambda: front.card.notice.text() != "")
    assert front.window.result is shown
    assert "ignoré" in front.card.notice.text()
    assert (front.card.title.text(), front.sounds) == ("Bienvenue", ["admitted", "neutral"])
    assert len(front.journal("attendee_admitted")) == 1


def test_an_unknown_ticket_shows_nobody_and_no_badge(front: FrontDesk) -> None:
    front.scan("marie")
    assert front.scan(new_code(new_key())) == "bad_code"
    front.qtbot.wait(100)
    assert front.window.person is None
    assert front.badges[-1][0] is None, "the badge of the person before must not come late"
    assert front.card.shown_verbs() == ("search", "walk_in")


# Search


def test_enter_in_the_search_shows_the_card_and_admits_nobody_until_f1(front: FrontDesk) -> None:
    front.search("cur")
    front.press(Key.Key_Return)
    front.until(lambda: front.window.person is not None)
    assert front.card.person.name.text() == "Marie Curie"
    assert front.admitted() == set()
    assert front.window.search.field.text() == ""
    front.press(Key.Key_F1)
    front.until(lambda: front.window.result is not None)
    assert front.admitted() == {"marie"}


def test_enter_in_the_search_admits_nobody_while_an_ambiguous_ticket_is_in_view(front: FrontDesk) -> None:
    assert front.scan(TWICE) == "ambiguous"
    front.search("cur")
    front.press(Key.Key_Return)
    front.until(lambda: front.window.person is not None)
    assert front.window.result is None
    assert front.admitted() == set()


def test_verbs_wait_while_results_hide_the_person(front: FrontDesk) -> None:
    front.search("cur")
    front.press(Key.Key_Return)
    front.until(lambda: front.window.person is not None)
    front.search("mar")
    front.press(Key.Key_F1)
    front.press(Key.Key_F5)
    front.qtbot.wait(100)
    assert front.admitted() == set()


def test_a_number_chooses_among_the_people_of_an_ambiguous_code(front: FrontDesk) -> None:
    assert front.scan(TWICE) == "ambiguous"
    second = front.window.result.candidates[1].attendee_id if front.window.result else ""
    front.press(Key.Key_2)
    front.until(lambda: front.window.person is not None)
    assert front.admitted() == {second}


# Verbs by their keys


def test_f8_takes_the_entry_back_and_the_figures_with_it(front: FrontDesk) -> None:
    front.scan("marie")
    front.until(lambda: front.window.side.present.number.text() == "1")
    front.press(Key.Key_F8)
    front.until(lambda: front.window.side.present.number.text() == "0")
    assert front.admitted() == set()
    assert "Annulé" in front.card.notice.text()
    assert len(front.journal("attendee_admitted")) == 1, "the entry stays in the journal"


def test_f5_admits_the_delegation_and_names_who_is_refused(front: FrontDesk) -> None:
    front.scan("marie")
    front.admit_delegation()
    front.until(lambda: "Délégation" in front.card.notice.text())
    assert front.admitted() == {"marie", "paul"}
    assert "Olga Refus" in front.card.notice.text()
    assert front.sounds[-1] == "attention"
    assert front.card.person.name.text() == "Marie Curie"


@pytest.mark.parametrize("key", [Key.Key_F1, Key.Key_F4, Key.Key_F5, Key.Key_F6, Key.Key_F7, Key.Key_F8, Key.Key_F10])
def test_a_key_whose_button_is_not_shown_does_nothing(front: FrontDesk, key: Qt.Key) -> None:
    front.scan("marie")
    front.press(Key.Key_Escape)
    assert front.card.shown_verbs() == ()
    entries = len(front.journal("attendee_admitted"))
    front.press(key)
    front.qtbot.wait(60)
    assert QApplication.activeModalWidget() is None
    assert len(front.journal("attendee_admitted")) == entries
    assert front.admitted() == {"marie"}


def test_escape_makes_the_desk_ready_for_the_next_person(front: FrontDesk) -> None:
    front.scan("marie")
    front.press(Key.Key_Escape)
    assert (front.window.person, front.window.result) == (None, None)
    assert front.card.title.text() == "Prêt à scanner"


def test_f3_and_f9_go_to_the_search_and_f11_to_the_whole_screen(front: FrontDesk) -> None:
    front.press(Key.Key_F3)
    assert front.window.search.field.hasFocus()
    front.scan(new_code(new_key()))
    front.card.setFocus()
    front.press(Key.Key_F9)
    assert front.window.search.field.hasFocus()
    front.press(Key.Key_F11)
    assert front.window.isFullScreen()
    front.press(Key.Key_F11)
    assert not front.window.isFullScreen()


# Kiosk


def kiosk(front: FrontDesk) -> None:
    front.press(Key.Key_K, CONTROL)
    assert front.window.in_kiosk()


def test_the_kiosk_welcomes_by_first_name_and_shows_no_list(front: FrontDesk) -> None:
    front.scan("marie")
    kiosk(front)
    assert not any(w.isVisible() for w in (front.window.search, front.window.side, front.card, front.window.top))
    assert front.scan("paul") == "admitted"
    assert front.window.kiosk.headline.text() == "Bienvenue, Paul"
    assert front.scan(TWICE) == "ambiguous"
    assert front.window.kiosk.headline.text() == "Adressez-vous à l’accueil"
    front.press(Key.Key_2)
    front.qtbot.wait(60)
    assert front.admitted() == {"marie", "paul"}


def test_no_shortcut_works_in_the_kiosk(front: FrontDesk) -> None:
    front.scan("marie")
    kiosk(front)
    for key in (Key.Key_Escape, *(Key(Key.Key_F1 + number) for number in range(11))):
        front.press(key)
    for key in (Key.Key_D, Key.Key_I, Key.Key_T, Key.Key_K, Key.Key_P, Key.Key_H, Key.Key_L, Key.Key_O, Key.Key_Q):
        front.press(key, CONTROL)
    front.press(Key.Key_M, Qt.KeyboardModifier.AltModifier)
    assert QApplication.activeModalWidget() is None
    assert QApplication.activePopupWidget() is None
    assert front.window.in_kiosk()
    assert front.window.isVisible()
    assert front.window.isFullScreen()
    assert front.admitted() == {"marie"}


def test_the_kiosk_calls_for_help_aloud(front: FrontDesk) -> None:
    kiosk(front)
    front.window.kiosk.help.click()
    assert front.window.kiosk.headline.text() == "Aide demandée"
    front.until(lambda: front.sounds == ["attention"] * 3)


def test_only_the_held_button_leaves_the_kiosk(front: FrontDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    kiosk(front)
    now = [0.0]
    button = front.window.kiosk.close_button
    monkeypatch.setattr(button, "_monotonic", lambda: now[0])
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    now[0] = 2.9
    button.tick()
    assert front.window.in_kiosk()
    now[0] = 3.1
    button.tick()
    assert not front.window.in_kiosk()


# Trouble


def broken(problem: Exception) -> Callable[..., Any]:
    def fail(*_arguments: object, **_named: object) -> Any:
        raise problem

    return fail


def break_store(front: FrontDesk, monkeypatch: pytest.MonkeyPatch, problem: Exception) -> None:
    monkeypatch.setattr(front.ask(lambda store: store), "transaction", broken(problem))


def test_a_disk_that_fails_stops_the_desk_loudly_and_each_scan_says_so(
    front: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_store(front, monkeypatch, StorageError("storage_failed", "Le disque est plein.", "Libérez de la place."))
    assert_refused(front, "marie")
    front.sounds.clear()
    monkeypatch.undo()
    assert_refused(front, "paul")
    assert front.admitted() == set()


def assert_refused(front: FrontDesk, who: str) -> None:
    front.press(Key.Key_Escape)
    front.sounds.clear()
    before = front.window.side.passages.accessibleDescription().count("erreur")
    front.read(front.tickets[who])
    front.until(lambda: "Le disque est plein" in front.card.hero.line.text() and bool(front.sounds))
    assert set(front.sounds) == {"refused"}
    assert front.window.side.passages.accessibleDescription().count("erreur") == before + 1
    assert front.card.shown_verbs() == ()


def test_a_disk_that_fails_is_seen_at_the_kiosk_too(front: FrontDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    kiosk(front)
    break_store(front, monkeypatch, StorageError("storage_failed", "Le disque est plein."))
    for who in ("marie", "paul"):
        front.window.kiosk.show_idle()
        front.read(front.tickets[who])
        front.until(lambda: front.window.kiosk.headline.text() == "Adressez-vous à l’accueil")


def test_a_mistake_of_ours_shows_a_banner_and_the_desk_goes_on(
    front: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_store(front, monkeypatch, RuntimeError("a bug"))
    front.read(front.tickets["marie"])
    front.until(lambda: "imprévue" in front.card.hero.line.text())
    assert "a bug" not in front.card.hero.line.text()
    monkeypatch.undo()
    assert front.scan("marie") == "admitted"


def test_a_scan_before_the_edition_is_open_is_refused_aloud(qtbot: QtBot) -> None:
    window = ReceptionWindow(Bridge(), Settings())
    qtbot.addWidget(window)
    window.show()
    window.scan("VBCDEFGHIJKLNOPRSTUVXBCDE")
    assert window.result is not None
    assert window.result.verdict == "error"
    window.say(UserError("edition_held", "L’édition est ouverte ailleurs."))
    window.scan("VBCDEFGHIJKLNOPRSTUVXBCDE")
    assert window.card.hero.line.text() == "L’édition est ouverte ailleurs."


def test_verdicts_come_in_the_order_of_the_scans(front: FrontDesk) -> None:
    shown: list[str] = []
    show = front.window.show_result

    def noted(result: ScanResult) -> None:
        shown.append(result.person.attendee_id if result.person else "")
        show(result)

    front.window.show_result = noted  # type: ignore[method-assign]
    everyone = [who for who in PEOPLE if who != "jean1"]
    for who in everyone:
        front.window.scan(front.tickets[who])
    front.until(lambda: len(shown) == len(everyone))
    assert shown == everyone


def test_a_late_answer_never_takes_the_place_of_a_newer_scan(front: FrontDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    front.scan("marie")
    late: Future[Any] = Future()
    card = front.person("marie")
    monkeypatch.setattr(front.opened.reception, "card", lambda _id: late)
    front.admit_delegation()
    front.until(lambda: front.sounds[-1] == "attention")
    assert front.scan("louise") == "admitted"
    late.set_result(card)
    front.qtbot.wait(60)
    assert front.card.person.name.text() == "Louise Michel"
    assert front.window.person is not None
    assert front.window.person.attendee_id == "louise"


# Without a mouse, without eyes


def focusable(window: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit, QComboBox, QListWidget)
    found = [w for w in window.findChildren(QWidget) if isinstance(w, kinds)]
    return [w for w in found if w.focusPolicy() != Qt.FocusPolicy.NoFocus]


def test_every_control_has_a_name_for_screen_readers(front: FrontDesk) -> None:
    front.scan("marie")
    controls = focusable(front.window)
    assert len(controls) > 12
    unnamed = []
    for control in controls:
        interface = QAccessible.queryAccessibleInterface(control)
        if not control.accessibleName() and not interface.text(QAccessible.Text.Name):
            unnamed.append((type(control).__name__, control.objectName()))
    assert unnamed == []


def test_tab_reaches_every_control_that_is_shown(front: FrontDesk) -> None:
    front.scan("marie")
    front.until(lambda: front.card.verbs["group"].isVisible())
    wanted = {w for w in focusable(front.window) if w.isVisible() and w.isEnabled()}
    reached: set[QWidget] = set()
    front.window.search.focus_field()
    for _ in range(len(wanted) + 2):
        front.press(Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.add(focus)
    assert {w.accessibleName() for w in wanted - reached} == set()
    assert any(isinstance(w, KeyButton) for w in wanted)
