"""What the desk does through its dialogs, from the key to the journal."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from tests.fakes import FakePrinter
from tests.ui.front_desk import PIN, FrontDesk, front_desk, make_edition
from vi_events import settings
from vi_events.checkin.wedge import TEST_TEXT
from vi_events.settings import PrinterSettings, Settings
from vi_events.ui.bridge import Bridge
from vi_events.ui.checkin.desk_verbs import DeskVerbs
from vi_events.ui.checkin.help_sheet import HelpSheet
from vi_events.ui.checkin.merge_dialog import MergeDialog
from vi_events.ui.checkin.page_dialog import PageDialog
from vi_events.ui.checkin.person_details import PersonDetails
from vi_events.ui.checkin.person_form import PersonForm
from vi_events.ui.checkin.place_dialog import PlaceDialog
from vi_events.ui.checkin.reception_window import ReceptionWindow
from vi_events.ui.checkin.settings_dialog import SettingsDialog
from vi_events.ui.checkin.suggestions import MOST, suggest
from vi_events.ui.checkin.supervisor_dialog import SupervisorDialog
from vi_events.ui.preparation.import_wizard import ImportWizard
from vi_events.ui.widgets.panel import Text

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def front(tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with front_desk(make_edition(tmp_path), qtbot) as front:
        yield front


def test_f2_adds_somebody_and_lets_them_in(front: FrontDesk) -> None:
    front.press(Key.Key_F2)
    form = front.dialog(PersonForm)
    form.line("last_name").setText("Sand")
    form.line("first_name").setText("George")
    form.accept()
    front.until(lambda: front.window.person is not None)
    assert (front.card.title.text(), front.card.person.name.text()) == ("Bienvenue", "George Sand")
    assert len(front.journal("attendee_added")) == 1


def test_f2_in_the_search_starts_from_what_was_typed(front: FrontDesk) -> None:
    front.search("zyx")
    front.press(Key.Key_F2)
    form = front.dialog(PersonForm)
    assert form.line("last_name").text() == "zyx"
    form.reject()


def test_f4_lets_a_deputy_in_on_the_same_ticket(front: FrontDesk) -> None:
    front.search("cur")
    front.press(Key.Key_Return)
    front.until(lambda: front.window.person is not None)
    front.press(Key.Key_F4)
    form = front.dialog(PersonForm)
    form.line("last_name").setText("Sand")
    form.accept()
    front.until(lambda: front.card.person.name.text() == "Sand")
    assert front.person("marie").substitute_for == "Marie Curie"
    assert front.admitted() == {"marie"}


def test_f6_answers_the_question_and_the_next_scan_admits(front: FrontDesk) -> None:
    assert front.scan("asked") == "info_required"
    front.press(Key.Key_F6)
    form = front.dialog(PersonForm)
    form.line("protocol_note").setText("Train de 18 h 04")
    form.accept()
    front.until(lambda: "corrigée" in front.card.notice.text())
    assert front.scan("asked") == "admitted_attention"


def test_f10_wants_the_right_pin_and_a_reason(front: FrontDesk) -> None:
    assert front.scan("wait") == "not_confirmed"
    front.press(Key.Key_F10)
    dialog = front.dialog(SupervisorDialog)
    dialog.reason.setText("Vérifié au téléphone")
    dialog.pin.setText("0000")
    dialog.accept()
    front.until(lambda: dialog.pin_field.problem != "")
    assert front.admitted() == set()
    dialog.pin.setText(PIN)
    dialog.accept()
    front.until(lambda: not dialog.isVisible())
    assert front.admitted() == {"wait"}
    assert front.card.title.text() == "Bienvenue"
    assert [entry.payload["override"] for entry in front.journal("attendee_admitted", "wait")] != [""]


def test_a_dialog_acts_on_whom_it_names_though_somebody_else_was_scanned_behind_it(front: FrontDesk) -> None:
    front.scan("wait")
    front.press(Key.Key_F10)
    dialog = front.dialog(SupervisorDialog)
    front.scan("marie")
    dialog.reason.setText("Accord de l’organisation")
    dialog.pin.setText(PIN)
    dialog.accept()
    front.until(lambda: not dialog.isVisible())
    assert front.admitted() == {"wait", "marie"}


def test_ctrl_d_shows_the_person_and_notes_that_the_badge_was_handed(front: FrontDesk) -> None:
    front.scan("marie")
    front.press(Key.Key_D, CONTROL)
    details = front.dialog(PersonDetails)
    front.press(Key.Key_B, CONTROL)
    front.until(lambda: not details.handed_button.isEnabled())
    assert front.person("marie").badge_handed
    details.reject()


def test_a_new_ticket_makes_the_old_one_void(front: FrontDesk) -> None:
    front.scan("marie")
    front.press(Key.Key_D, CONTROL)
    details = front.dialog(PersonDetails)
    details.ticket_button.held.emit()
    front.until(lambda: len(front.journal("ticket_replaced", "marie")) == 1)
    details.reject()
    assert front.scan("marie") == "revoked"


def test_ctrl_r_makes_one_record_of_two(front: FrontDesk) -> None:
    front.scan("louise")
    front.press(Key.Key_D, CONTROL)
    front.dialog(PersonDetails)
    front.press(Key.Key_R, CONTROL)
    dialog = front.dialog(MergeDialog)
    look_for(front, dialog, "curie")
    front.press(Key.Key_Down)
    dialog.merge_button.held.emit()
    front.until(lambda: "réunies" in front.card.notice.text())
    assert front.window.person is not None
    assert front.window.person.attendee_id == "marie"
    assert QApplication.activeModalWidget() is None
    assert front.scan("louise", later_s=20 * 60) == "already_in"


def look_for(front: FrontDesk, dialog: MergeDialog, text: str) -> None:
    dialog.field.setText(text)
    dialog.field.textEdited.emit(text)
    front.until(lambda: dialog.people.count() == 1)


def test_a_merge_shows_both_records_and_chooses_none_in_silence(front: FrontDesk) -> None:
    front.scan("louise")
    front.press(Key.Key_D, CONTROL)
    front.dialog(PersonDetails)
    front.press(Key.Key_R, CONTROL)
    dialog = front.dialog(MergeDialog)
    assert dialog.gone.words() == "Louise Michel\nTroyes (Aube)\nPrésent·e"
    look_for(front, dialog, "curie")
    assert not dialog.merge_button.isEnabled()
    assert "Curie" not in dialog.kept.words()
    front.press(Key.Key_Return)
    dialog.merge_button.held.emit()
    assert front.journal("attendee_merged") == []
    front.press(Key.Key_Down)
    assert dialog.kept.words() == "Marie Curie\nMaire\nBassens (Gironde)\nPas encore entré·e"
    front.press(Key.Key_Return)
    assert dialog.merge_button.hasFocus()
    dialog.merge_button.click()
    assert front.journal("attendee_merged") == [], "it must be held"


def test_f8_parts_two_records_made_one(front: FrontDesk) -> None:
    front.scan("louise")
    front.press(Key.Key_D, CONTROL)
    front.dialog(PersonDetails)
    front.press(Key.Key_R, CONTROL)
    dialog = front.dialog(MergeDialog)
    look_for(front, dialog, "curie")
    front.press(Key.Key_Down)
    dialog.merge_button.held.emit()
    front.until(lambda: "réunies" in front.card.notice.text())
    assert front.card.verbs["undo"].text() == "Séparer les deux fiches"
    front.press(Key.Key_F8)
    front.until(lambda: "séparées" in front.card.notice.text())
    assert front.admitted() == {"louise"}
    front.until(lambda: front.window.side.expected.number.text() == "6")
    assert front.scan("marie") == "admitted"


def test_ctrl_l_moves_the_desk_and_it_remembers(front: FrontDesk, tmp_path: Path) -> None:
    verbs = front.desk.verbs
    verbs._data = tmp_path
    front.scan("marie")
    front.press(Key.Key_L, CONTROL)
    dialog = front.dialog(PlaceDialog)
    front.press(Key.Key_2)
    front.until(lambda: dialog.zones.currentRow() == 1)
    front.press(Key.Key_Return)
    front.until(lambda: "Dîner" in front.window.top.zone.text())
    assert front.scan("marie") == "admitted"
    assert settings.load(tmp_path).zone == "diner"


def test_ctrl_o_says_who_is_at_the_desk_and_the_journal_keeps_it(front: FrontDesk) -> None:
    front.press(Key.Key_O, CONTROL)
    dialog = front.dialog(PlaceDialog)
    assert dialog.operator.hasFocus()
    dialog.operator.setText("Claire")
    dialog.accept()
    front.until(lambda: front.window.top.operator.text() == "Claire")
    front.scan("marie")
    assert front.journal("attendee_admitted", "marie")[0].operator == "Claire"


def test_ctrl_p_changes_the_settings_at_once(front: FrontDesk) -> None:
    with FakePrinter() as printer:
        front.press(Key.Key_P, CONTROL)
        dialog = front.dialog(SettingsDialog)
        dialog.sounds.setChecked(False)
        dialog.printers.add(PrinterSettings("Accueil", printer.url))
        dialog.accept()
        assert not front.window.sounds.on
        front.scan("marie")
        front.until(lambda: len(front.journal("badge_printed", "marie")) == 2)
        assert len(printer.pages) == 1


def test_settings_that_cannot_be_kept_are_said_and_used(front: FrontDesk, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    front.desk.verbs._data = blocked
    front.desk.verbs.keep(operator="Claire")
    assert front.window.settings.operator == "Claire"
    assert "gardés" in front.card.notice.text()


def test_ctrl_t_keeps_scans_for_the_test_page_while_it_is_open(front: FrontDesk) -> None:
    front.press(Key.Key_T, CONTROL)
    dialog = front.dialog(QDialog)
    front.read(TEST_TEXT)
    front.qtbot.wait(100)
    assert front.window.result is None
    dialog.reject()
    assert front.scan("marie") == "admitted"


def test_ctrl_h_lists_every_key_once(front: FrontDesk) -> None:
    front.press(Key.Key_H, CONTROL)
    front.dialog(HelpSheet).reject()
    lines = front.desk.verbs.keys()
    keys = [key for key, _ in lines]
    assert len(keys) == len(set(keys))
    assert set(keys) >= {*(f"F{number}" for number in range(1, 12)), "Échap", "Alt+M", "Ctrl+I", "Ctrl+K", "Ctrl+L"}
    assert keys[:10] == [f"F{number}" for number in range(1, 11)]


def test_ctrl_i_opens_the_import(front: FrontDesk) -> None:
    front.press(Key.Key_I, CONTROL)
    front.dialog(ImportWizard).reject()


def test_ctrl_t_has_a_title_and_a_way_out(front: FrontDesk) -> None:
    front.press(Key.Key_T, CONTROL)
    dialog = front.dialog(PageDialog)
    titles = [text.text() for text in dialog.findChildren(Text)]
    assert titles[0] == "Essai de la douchette"
    assert dialog.close_button.key == "Échap"
    front.press(Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_camera_has_a_title_and_a_way_out(front: FrontDesk) -> None:
    front.desk.verbs.open_camera()
    dialog = front.desk.verbs._camera_dialog
    assert not dialog.isModal(), "the desk works on beside it"
    assert next(text.text() for text in dialog.findChildren(Text)) == "Caméra"
    dialog.close_button.click()
    assert not dialog.isVisible()


def open_menu(front: FrontDesk) -> QMenu:
    front.press(Key.Key_M, Qt.KeyboardModifier.AltModifier)
    front.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def entries(menu: QMenu) -> list[QAction]:
    """What the menu holds, its groups opened."""
    found = []
    for action in menu.actions():
        inside = action.menu()
        found += inside.actions() if isinstance(inside, QMenu) else [] if action.isSeparator() else [action]
    return found


@pytest.mark.parametrize("place", ["Changer de contrôle…", "Qui tient le poste…"])
def test_the_menu_also_does_what_the_top_bar_does(front: FrontDesk, place: str) -> None:
    menu = open_menu(front)
    line = next(each for each in entries(menu) if each.text().startswith(place))
    assert line.shortcut().isEmpty()
    menu.close()
    line.trigger()
    front.dialog(PlaceDialog).reject()


def test_alt_m_opens_the_menu_with_a_line_for_each_action(front: FrontDesk) -> None:
    menu = open_menu(front)
    assert entries(menu) == front.desk.verbs.menu.actions
    assert "Plein écran\tF11" in [each.text() for each in entries(menu)]
    menu.close()


def test_the_menu_is_read_at_a_glance_group_by_group(front: FrontDesk) -> None:
    menu = open_menu(front)
    groups = [action.menu() for action in menu.actions()]
    assert len([action for action in menu.actions() if not action.isSeparator()]) <= 8
    assert all(len(group.actions()) <= 8 for group in groups if isinstance(group, QMenu))
    menu.close()


def test_the_keys_of_the_menu_work_while_it_is_closed(front: FrontDesk) -> None:
    keys = {action.shortcut().toString() for action in front.window.actions()}
    assert {"Ctrl+D", "F2", "Ctrl+I", "Ctrl+F7", "Ctrl+F8", "Ctrl+M", "Ctrl+F3", "Ctrl+F9", "Ctrl+P", "Ctrl+Q"} <= keys


def test_verbs_that_name_nobody_open_nothing(front: FrontDesk) -> None:
    front.press(Key.Key_D, CONTROL)
    front.qtbot.wait(60)
    assert QApplication.activeModalWidget() is None


def test_a_verb_refused_by_the_desk_is_said_in_a_sentence(front: FrontDesk) -> None:
    front.scan("marie")
    entry = front.window.result.entry_id if front.window.result else ""
    front.until(front.opened.reception.undo_group([(entry, "marie")]).done)
    front.press(Key.Key_F8)
    front.until(lambda: "rien à annuler" in front.card.hero.line.text())
    assert front.scan("marie") == "admitted"


@pytest.mark.parametrize(("typed", "first"), [("troyes", "Troyes"), ("TROYES", "Troyes"), ("y", "Y")])
def test_suggestions_begin_with_the_exact_name(typed: str, first: str) -> None:
    assert suggest(typed)[0].name == first


def test_suggestions_are_few_and_need_two_letters() -> None:
    assert len(suggest("sain")) == MOST
    assert suggest("t") == []
    assert {authority.department for authority in suggest("la grave")} >= {"05"}


def test_verbs_without_an_edition_open_nothing(qtbot: QtBot) -> None:
    window = ReceptionWindow(Bridge(), Settings())
    qtbot.addWidget(window)
    verbs = DeskVerbs(window)
    for verb in (verbs.add_person, verbs.show_details, verbs.import_attendees, lambda: verbs.change_place("zone")):
        verb()
    assert QApplication.activeModalWidget() is None
