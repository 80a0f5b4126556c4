"""The settings of a station, and the sheet of its keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from tests.fakes import FakePrinter
from vi_events.checkin.badge import WIDTHS_DOTS
from vi_events.checkin.serial_scanner import PortInfo
from vi_events.settings import Settings
from vi_events.ui.checkin.help_sheet import HelpSheet
from vi_events.ui.checkin.settings_dialog import SettingsDialog
from vi_events.ui.widgets.buttons import KeyCap
from vi_events.ui.widgets.panel import Text

KNOWN = Settings(
    station="accueil-2",
    operator="CD",
    zone="z1",
    printer="null:",
    badge_width_dots=384,
    language="en",
    sounds=False,
    scanner_suffix="tab",
    scanner_prefix="~",
    serial_port="COM3",
    camera="cam",
)
LINES = (("F1", "Faire entrer"), ("Échap", "Personne suivante"), ("Ctrl+P", "Réglages du poste"))

Make = Callable[..., SettingsDialog]


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def build(now: Settings = Settings(), ports: tuple[PortInfo, ...] = ()) -> SettingsDialog:  # noqa: B008 (frozen)
        dialog = SettingsDialog(now, None, lambda: ports)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return build


def _answered(qtbot: QtBot, dialog: SettingsDialog) -> str:
    dialog.try_button.click()
    assert dialog.printer_field.note() == "Essai en cours…"
    qtbot.waitUntil(lambda: dialog.printer_field.note() != "Essai en cours…")
    return dialog.printer_field.note()


@pytest.mark.parametrize("now", [KNOWN, Settings()])
def test_confirming_at_once_changes_nothing(make: Make, now: Settings) -> None:
    dialog = make(now)
    QTest.keyClick(dialog.printer, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.settings() == now


def test_every_choice_is_kept_and_the_rest_is_untouched(make: Make) -> None:
    dialog = make(KNOWN, (PortInfo("COM3", "COM3"), PortInfo("COM4", "Douchette USB")))
    dialog.printer.setText("  tcp://192.0.2.10:9100 ")
    dialog.sounds.click()
    dialog.prefix.setText("#")
    for combo, text in (
        (dialog.paper, "80\u00a0mm"),
        (dialog.language, "Français"),
        (dialog.suffix, "Aucun"),
        (dialog.port, "COM4, Douchette USB"),
    ):
        combo.setCurrentText(text)
    assert dialog.settings() == Settings(
        station="accueil-2",
        operator="CD",
        zone="z1",
        printer="tcp://192.0.2.10:9100",
        badge_width_dots=576,
        language="fr",
        sounds=True,
        scanner_suffix="none",
        scanner_prefix="#",
        serial_port="COM4",
        camera="cam",
    )


def test_the_widths_offered_are_those_a_badge_has(make: Make) -> None:
    paper = make().paper
    assert {paper.itemData(row) for row in range(paper.count())} == set(WIDTHS_DOTS)


@pytest.mark.parametrize("url", ["imprimante", "tcp:", "tcp://hote:99999", "file:"])
def test_an_address_that_cannot_be_used_is_said_and_not_kept(make: Make, url: str) -> None:
    dialog = make()
    dialog.printer.setText(url)
    dialog.accept()
    assert dialog.isVisible()
    assert url in dialog.printer_field.problem
    assert dialog.focusWidget() is dialog.printer
    QTest.keyClick(dialog.printer, Qt.Key.Key_End)
    QTest.keyClicks(dialog.printer, "x")
    assert dialog.printer_field.problem == ""


@pytest.mark.parametrize("sign", ["V", "é", "7", " "])
def test_a_prefix_that_could_begin_a_name_or_a_ticket_is_refused(make: Make, sign: str) -> None:
    dialog = make()
    dialog.prefix.setText(sign)
    dialog.accept()
    assert dialog.isVisible()
    assert "prenez un autre signe" in dialog.prefix_field.problem
    assert dialog.focusWidget() is dialog.prefix


def test_a_control_character_of_a_scanner_stays(make: Make) -> None:
    dialog = make(Settings(scanner_prefix="\x02"))
    dialog.accept()
    assert dialog.settings().scanner_prefix == "\x02"


def test_the_printer_says_how_it_is(make: Make, qtbot: QtBot) -> None:
    with FakePrinter() as printer:
        assert _answered(qtbot, make(Settings(printer=printer.url))) == "● L’imprimante est prête."


def test_a_roll_nearly_finished_is_no_obstacle(make: Make, qtbot: QtBot) -> None:
    with FakePrinter("paper_low") as printer:
        said = _answered(qtbot, make(Settings(printer=printer.url)))
    assert said.startswith("◆")
    assert "bientôt fini" in said


def test_a_printer_in_trouble_is_said_but_its_address_is_kept(make: Make, qtbot: QtBot) -> None:
    with FakePrinter("paper_out") as printer:
        dialog = make(Settings(printer=printer.url))
        assert _answered(qtbot, dialog).startswith("■ L’imprimante n’a plus de papier")
        dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.settings().printer == printer.url


def test_trying_an_address_that_cannot_be_used_says_so(make: Make, qtbot: QtBot) -> None:
    assert "n’est pas d’un genre connu" in _answered(qtbot, make(Settings(printer="imprimante")))


def test_trying_without_an_address_says_that_nothing_prints(make: Make) -> None:
    dialog = make()
    dialog.try_button.click()
    assert "n’imprime pas de badges" in dialog.printer_field.note()


def test_an_answer_about_a_former_address_is_dropped(make: Make, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = make(Settings(printer="null:"))
    dialog.try_button.click()
    dialog.printer.setText("file:" + tmp_path.as_uri().removeprefix("file:") + "/badges.bi")
    QTest.keyClick(dialog.printer, Qt.Key.Key_End)
    QTest.keyClicks(dialog.printer, "n")
    assert "Exemples" in dialog.printer_field.note()
    said = _answered(qtbot, dialog)
    assert str(tmp_path) in said


def test_a_port_that_is_unplugged_stays_chosen(make: Make) -> None:
    dialog = make(KNOWN, (PortInfo("COM4", "n/a"),))
    assert dialog.port.currentText() == "COM3, absent"
    assert [dialog.port.itemText(row) for row in range(dialog.port.count())] == ["Aucun", "COM4", "COM3, absent"]
    assert dialog.settings().serial_port == "COM3"


def test_refreshing_finds_a_port_plugged_in_since_and_keeps_the_choice(qtbot: QtBot) -> None:
    present: list[PortInfo] = []
    dialog = SettingsDialog(KNOWN, None, lambda: present)
    qtbot.addWidget(dialog)
    present += [PortInfo("COM3", "Douchette"), PortInfo("COM4", "Douchette")]
    dialog.refresh_button.click()
    assert dialog.port.currentText() == "COM3, Douchette"
    assert dialog.port.findData("COM4") > 0


def test_tab_reaches_every_control_in_reading_order(make: Make) -> None:
    dialog = make()
    reached = [dialog.focusWidget()]
    for _ in range(10):
        dialog.focusNextChild()
        reached.append(dialog.focusWidget())
    assert reached == [
        *(dialog.printer, dialog.try_button, dialog.paper, dialog.suffix, dialog.prefix, dialog.port),
        *(dialog.refresh_button, dialog.sounds, dialog.language, dialog.cancel_button, dialog.accept_button),
    ]


def test_enter_confirms_from_a_choice_and_presses_a_button(make: Make) -> None:
    dialog = make()
    dialog.try_button.setFocus()
    QTest.keyClick(dialog.try_button, Qt.Key.Key_Return)
    assert "n’imprime pas de badges" in dialog.printer_field.note()
    assert dialog.isVisible()
    dialog.suffix.setFocus()
    QTest.keyClick(dialog.suffix, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_everything_has_an_accessible_name(make: Make) -> None:
    dialog = make()
    kinds: tuple[type, ...] = (QLineEdit, QComboBox, QAbstractButton)
    assert [each for kind in kinds for each in dialog.findChildren(kind) if not each.accessibleName()] == []


def test_the_sheet_shows_each_key_beside_what_it_does(qtbot: QtBot) -> None:
    sheet = HelpSheet(LINES)
    qtbot.addWidget(sheet)
    assert [cap.accessibleName() for cap in sheet.findChildren(KeyCap)] == [key for key, _ in LINES]
    shown = [text.accessibleName() for text in sheet.findChildren(Text) if text.accessibleName()]
    assert shown == [f"{key}\u202f: {words}" for key, words in LINES]


def test_a_long_list_of_keys_fits_a_small_screen(qtbot: QtBot) -> None:
    lines = [(f"F{number}", "Chercher un nom, une commune, une fonction") for number in range(1, 23)]
    sheet = HelpSheet(lines)
    qtbot.addWidget(sheet)
    sheet.show()
    assert len(sheet.findChildren(KeyCap)) == 22
    assert sheet.height() <= 700
    assert sheet.width() <= 1366


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_escape_and_enter_close_the_sheet(qtbot: QtBot, key: Qt.Key) -> None:
    sheet = HelpSheet(LINES)
    qtbot.addWidget(sheet)
    sheet.show()
    QTest.keyClick(sheet.focusWidget() or sheet, key)
    assert not sheet.isVisible()
