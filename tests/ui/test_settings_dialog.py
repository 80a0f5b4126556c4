"""The settings of a station, and the sheet of its keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from tests.fakes import FakePrinter
from vi_events.checkin.badge import WIDTHS_DOTS
from vi_events.checkin.printers.discovery import Discovery, FoundPrinter
from vi_events.checkin.serial_scanner import PortInfo
from vi_events.settings import PrinterSettings, Settings
from vi_events.ui.checkin.help_sheet import HelpSheet
from vi_events.ui.checkin.printer_rows import PrinterRow
from vi_events.ui.checkin.settings_dialog import SettingsDialog
from vi_events.ui.widgets.buttons import KeyCap
from vi_events.ui.widgets.panel import Text

KNOWN = Settings(
    station="accueil-2",
    operator="CD",
    zone="z1",
    printers=(PrinterSettings("Accueil", "null:", 384), PrinterSettings("Secours", "file:///badges.bin")),
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
    def build(
        now: Settings = Settings(),  # noqa: B008 (frozen)
        ports: tuple[PortInfo, ...] = (),
        found: Discovery = Discovery((), ()),  # noqa: B008 (frozen)
    ) -> SettingsDialog:
        dialog = SettingsDialog(now, None, lambda: ports, lambda: found)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return build


def with_printer(url: str) -> Settings:
    return Settings(printers=(PrinterSettings("Accueil", url),))


def _answered(qtbot: QtBot, row: PrinterRow) -> str:
    row.check_button.click()
    assert row.note.text() == "Essai en cours…"
    qtbot.waitUntil(lambda: row.note.text() != "Essai en cours…")
    return row.note.text()


@pytest.mark.parametrize("now", [KNOWN, Settings()])
def test_confirming_at_once_changes_nothing(make: Make, now: Settings) -> None:
    dialog = make(now)
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.settings() == now


def test_every_choice_is_kept_and_the_rest_is_untouched(make: Make) -> None:
    dialog = make(KNOWN, (PortInfo("COM3", "COM3"), PortInfo("COM4", "Douchette USB")))
    dialog.printers.rows[0].url.setText("  tcp://192.0.2.10:9100 ")
    dialog.printers.rows[0].paper.setCurrentText("80\u00a0mm")
    dialog.printers.rows[1].raise_button.click()
    dialog.sounds.click()
    dialog.prefix.setText("#")
    for combo, text in (
        (dialog.language, "Français"),
        (dialog.suffix, "Aucun"),
        (dialog.port, "COM4, Douchette USB"),
    ):
        combo.setCurrentText(text)
    assert dialog.settings() == Settings(
        station="accueil-2",
        operator="CD",
        zone="z1",
        printers=(
            PrinterSettings("Secours", "file:///badges.bin"),
            PrinterSettings("Accueil", "tcp://192.0.2.10:9100"),
        ),
        language="fr",
        sounds=True,
        scanner_suffix="none",
        scanner_prefix="#",
        serial_port="COM4",
        camera="cam",
    )


def test_the_widths_offered_are_those_a_badge_has(make: Make) -> None:
    paper = make(KNOWN).printers.rows[0].paper
    assert {paper.itemData(row) for row in range(paper.count())} == set(WIDTHS_DOTS)


@pytest.mark.parametrize("url", ["imprimante", "tcp:", "tcp://hote:99999", "file:"])
def test_an_address_that_cannot_be_used_is_said_and_not_kept(make: Make, url: str) -> None:
    dialog = make(with_printer("null:"))
    row = dialog.printers.rows[0]
    row.url.setText(url)
    dialog.accept()
    assert dialog.isVisible()
    assert url in row.note.text()
    assert dialog.focusWidget() is row.url
    QTest.keyClick(row.url, Qt.Key.Key_End)
    QTest.keyClicks(row.url, "x")
    assert row.note.isHidden()


def test_two_printers_of_one_name_are_refused(make: Make) -> None:
    dialog = make(KNOWN)
    dialog.printers.rows[1].name.setText("Accueil")
    dialog.accept()
    assert dialog.isVisible()
    assert "déjà ce nom" in dialog.printers.rows[1].note.text()
    assert dialog.focusWidget() is dialog.printers.rows[1].name


def test_a_printer_is_added_and_removed_without_the_mouse(make: Make) -> None:
    dialog = make()
    QTest.keyClick(dialog.printers.add_button, Qt.Key.Key_Space)
    row = dialog.printers.rows[0]
    assert dialog.focusWidget() is row.url
    row.url.setText("null:")
    assert dialog.settings().printers == (PrinterSettings("Imprimante 1", "null:"),)
    QTest.keyClick(row.remove_button, Qt.Key.Key_Space)
    assert dialog.settings().printers == ()
    assert dialog.focusWidget() is dialog.printers.add_button


def test_a_row_without_an_address_is_no_printer(make: Make) -> None:
    dialog = make()
    dialog.printers.add_button.click()
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.settings().printers == ()


def test_a_printer_found_by_the_search_is_added_from_the_menu(make: Make, qtbot: QtBot) -> None:
    known, fresh = FoundPrinter("null:", "Rien", "network"), FoundPrinter("tcp://192.0.2.7:9100", "TM & Co", "network")
    dialog = make(with_printer("null:"), (), Discovery((known, fresh), ()))
    dialog.printers.search_button.click()
    qtbot.waitUntil(lambda: dialog.printers.note.text() == "Choisissez dans la liste.")
    actions = dialog.printers.menu.actions()
    assert [each.text() for each in actions] == ["TM && Co, réseau\ttcp://192.0.2.7:9100"]
    actions[0].trigger()
    dialog.printers.menu.close()
    assert dialog.settings().printers[1] == PrinterSettings("TM & Co", "tcp://192.0.2.7:9100")


def test_a_search_that_finds_nothing_says_what_could_not_be_searched(make: Make, qtbot: QtBot) -> None:
    dialog = make(Settings(), (), Discovery((), ("USB direct\u202f: le module manque.",)))
    dialog.printers.search_button.click()
    qtbot.waitUntil(lambda: "Aucune autre imprimante" in dialog.printers.note.text())
    assert "le module manque" in dialog.printers.note.text()


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
        row = make(with_printer(printer.url)).printers.rows[0]
        assert _answered(qtbot, row) == "● L’imprimante est prête."


def test_what_a_printer_says_is_seen_whole(make: Make, qtbot: QtBot) -> None:
    with FakePrinter() as printer:
        row = make(with_printer(printer.url)).printers.rows[0]
        _answered(qtbot, row)
    qtbot.waitUntil(lambda: row.note.visibleRegion().boundingRect().height() == row.note.height())


def test_a_roll_nearly_finished_is_no_obstacle(make: Make, qtbot: QtBot) -> None:
    with FakePrinter("paper_low") as printer:
        said = _answered(qtbot, make(with_printer(printer.url)).printers.rows[0])
    assert said.startswith("◆")
    assert "bientôt fini" in said


def test_a_printer_in_trouble_is_said_but_its_address_is_kept(make: Make, qtbot: QtBot) -> None:
    with FakePrinter("paper_out") as printer:
        dialog = make(with_printer(printer.url))
        assert _answered(qtbot, dialog.printers.rows[0]).startswith("■ L’imprimante n’a plus de papier")
        dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.settings().printers[0].url == printer.url


def test_trying_an_address_that_cannot_be_used_says_so(make: Make, qtbot: QtBot) -> None:
    row = make(with_printer("imprimante")).printers.rows[0]
    row.check_button.click()
    qtbot.waitUntil(lambda: row.note.text().startswith("■"))
    assert "imprimante" in row.note.text()


def test_an_answer_about_a_former_address_is_dropped(make: Make, qtbot: QtBot) -> None:
    with FakePrinter("answers_late") as printer, FakePrinter("paper_out") as other:
        row = make(with_printer(printer.url)).printers.rows[0]
        row.check_button.click()
        QTest.keyClick(row.url, Qt.Key.Key_Home)
        row.url.selectAll()
        QTest.keyClick(row.url, Qt.Key.Key_Delete)
        assert row.note.isHidden()
        row.url.setText(other.url)
        assert "plus de papier" in _answered(qtbot, row)


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
    dialog = make(KNOWN)
    dialog.printers.rows[1].raise_button.click()
    first, second = dialog.printers.rows
    assert first.name.text() == "Secours"
    first.name.setFocus()
    order = [
        *(first.name, first.url, first.paper, first.check_button, first.remove_button),
        *(second.name, second.url, second.paper, second.check_button, second.raise_button, second.remove_button),
        *(dialog.printers.add_button, dialog.printers.search_button),
        *(dialog.suffix, dialog.prefix, dialog.port, dialog.refresh_button),
        *(dialog.sounds, dialog.language, dialog.cancel_button, dialog.accept_button),
    ]
    reached = [dialog.focusWidget()]
    while len(reached) < len(order):
        dialog.focusNextChild()
        reached.append(dialog.focusWidget())
    assert reached == order


def test_enter_confirms_from_a_choice_and_presses_a_button(make: Make) -> None:
    dialog = make()
    dialog.printers.add_button.setFocus()
    QTest.keyClick(dialog.printers.add_button, Qt.Key.Key_Return)
    assert len(dialog.printers.rows) == 1
    assert dialog.isVisible()
    dialog.suffix.setFocus()
    QTest.keyClick(dialog.suffix, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_everything_has_an_accessible_name(make: Make) -> None:
    dialog = make(KNOWN)
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
