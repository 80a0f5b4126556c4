"""Scans reach no widget; what a person types arrives entire and in order."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from vi_events.checkin.wedge import WedgeSettings
from vi_events.ui.checkin.wedge_filter import WedgeFilter

CODE = "VBCDEFGHIJKLNOPRSTUVXBCDE"
ENDS = {"enter": Qt.Key.Key_Return, "keypad": Qt.Key.Key_Enter, "tab": Qt.Key.Key_Tab}


class Window(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit(self)
        self.button = QPushButton("Imprimer", self)
        self.clicks = 0
        self.button.clicked.connect(self._count)
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.button)

    def _count(self) -> None:
        self.clicks += 1


class Reader:
    """Presses keys as a scanner (through the window, no wait) or as a person (with time stamps)."""

    def __init__(self, wedge: WedgeFilter) -> None:
        self.wedge = wedge
        self.scans: list[str] = []
        wedge.scan_read.connect(self.scans.append)
        self.now = 10_000

    def scan(self, widget: QWidget, text: str, end: Qt.Key | None = Qt.Key.Key_Return) -> None:
        window = widget.window().windowHandle()
        for char in text:
            QTest.keyClick(window, char)
        if end is not None:
            QTest.keyClick(window, end)

    def type(self, widget: QWidget, text: str, gap: int) -> None:
        for char in text:
            self.now += gap
            key, typed = (Qt.Key.Key_Return, "\r") if char == "\n" else (Qt.Key(ord(char.upper())), char)
            for kind, later in ((QEvent.Type.KeyPress, 0), (QEvent.Type.KeyRelease, gap // 2)):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, typed)
                event.setTimestamp(self.now + later)
                QCoreApplication.sendEvent(widget, event)


@pytest.fixture
def wedge(qapp: QApplication) -> Iterator[WedgeFilter]:
    yield from _installed(qapp, WedgeSettings())


def _installed(app: QApplication, settings: WedgeSettings) -> Iterator[WedgeFilter]:
    wedge = WedgeFilter(settings)
    wedge.install()
    yield wedge
    app.removeEventFilter(wedge)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    window.field.setFocus()
    return window


@pytest.fixture
def reader(wedge: WedgeFilter) -> Reader:
    return Reader(wedge)


@pytest.mark.parametrize("end", list(ENDS))
def test_a_scan_leaves_the_field_unchanged(window: Window, reader: Reader, end: str) -> None:
    window.field.setText("Dupont")
    reader.scan(window.field, CODE, ENDS[end])
    assert (reader.scans, window.field.text()) == ([CODE], "Dupont")
    assert window.field.hasFocus()


def test_of_one_window_first_then_of_all_and_each_scan_once(window: Window) -> None:
    other = Window()
    other.show()
    wedge = WedgeFilter()
    reader = Reader(wedge)
    wedge.install(window.windowHandle())
    reader.scan(window.field, CODE)
    reader.scan(other.field, "elsewhere")
    assert (reader.scans, window.field.text(), other.field.text()) == ([CODE], "", "elsewhere")
    wedge.install()
    wedge.install(window.windowHandle())
    reader.scan(other.field, CODE)
    reader.scan(window.field, CODE)
    assert (reader.scans, window.field.text(), other.field.text()) == ([CODE] * 3, "", "elsewhere")
    wedge.remove()
    reader.scan(window.field, "typed")
    assert (reader.scans, window.field.text()) == ([CODE] * 3, "typed")
    other.deleteLater()


def test_a_scan_sent_to_the_widget_itself_is_taken_too(window: Window, reader: Reader) -> None:
    QTest.keyClicks(window.field, CODE)
    QTest.keyClick(window.field, Qt.Key.Key_Return)
    assert (reader.scans, window.field.text()) == ([CODE], "")


def test_a_scan_without_suffix_ends_by_itself(window: Window, reader: Reader, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reader.wedge.scan_read, timeout=2000):
        reader.scan(window.field, CODE, None)
    assert (reader.scans, window.field.text()) == ([CODE], "")


def test_a_scan_never_clicks_the_button_in_focus(window: Window, reader: Reader) -> None:
    window.button.setFocus()
    reader.scan(window.button, "A code with spaces")
    assert (reader.scans, window.clicks) == (["A code with spaces"], 0)
    assert not window.button.isDown()


def test_a_scan_never_accepts_a_modal_dialog(window: Window, reader: Reader, qtbot: QtBot) -> None:
    dialog = QDialog(window)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    buttons.accepted.connect(dialog.accept)
    QVBoxLayout(dialog).addWidget(buttons)
    buttons.button(QDialogButtonBox.StandardButton.Ok).setDefault(True)
    dialog.open()
    qtbot.waitExposed(dialog)
    reader.scan(dialog, CODE)
    reader.scan(dialog, "1234")
    assert dialog.isVisible()
    assert reader.scans == [CODE, "1234"]


def test_a_scan_never_chooses_in_a_menu(window: Window, reader: Reader, qtbot: QtBot) -> None:
    menu = QMenu(window)
    chosen: list[bool] = []
    menu.addAction("&Voir", lambda: chosen.append(True))
    menu.popup(window.pos())
    qtbot.waitExposed(menu)
    reader.scan(menu, CODE)
    assert (chosen, reader.scans) == ([], [CODE])
    menu.close()


def test_a_scan_never_triggers_a_one_letter_shortcut(window: Window, reader: Reader) -> None:
    fired: list[bool] = []
    QShortcut(QKeySequence("B"), window).activated.connect(lambda: fired.append(True))
    window.button.setFocus()
    reader.scan(window.button, CODE)
    assert (fired, reader.scans) == ([], [CODE])


@pytest.mark.usefixtures("wedge")
def test_a_one_letter_shortcut_still_works_by_hand(window: Window, qtbot: QtBot) -> None:
    fired: list[bool] = []
    QShortcut(QKeySequence("B"), window).activated.connect(lambda: fired.append(True))
    window.button.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_B)
    qtbot.waitUntil(lambda: bool(fired), timeout=1000)
    assert fired == [True]


@pytest.mark.usefixtures("wedge")
def test_function_keys_and_control_pass_untouched(window: Window) -> None:
    fired: list[str] = []
    for keys in ("F5", "Ctrl+P"):
        QShortcut(QKeySequence(keys), window).activated.connect(lambda keys=keys: fired.append(keys))
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F5)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert fired == ["F5", "Ctrl+P"]


@pytest.mark.parametrize("gap", [70, 83, 200])
def test_what_is_typed_arrives_entire_and_in_order(window: Window, reader: Reader, gap: int) -> None:
    entered: list[bool] = []
    window.field.returnPressed.connect(lambda: entered.append(True))
    reader.type(window.field, "le maire de troyes", gap)
    reader.type(window.field, "\n", gap)
    assert (window.field.text(), reader.scans, entered) == ("le maire de troyes", [], [True])


@pytest.mark.usefixtures("wedge")
def test_the_last_key_typed_arrives_by_itself(window: Window, qtbot: QtBot) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert window.field.text() == ""
    qtbot.waitUntil(lambda: window.field.text() == "a", timeout=1000)


@pytest.mark.usefixtures("wedge")
def test_a_typed_key_is_handed_back_with_all_its_data(window: Window, qtbot: QtBot) -> None:
    seen: list[tuple[int, str, int, int]] = []

    class Spy(QObject):
        def eventFilter(self, _receiver: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                seen.append((event.key(), event.text(), event.nativeScanCode(), event.timestamp()))
            return False

    spy = Spy()
    window.field.installEventFilter(spy)
    press = QEvent.Type.KeyPress
    event = QKeyEvent(press, Qt.Key.Key_E, Qt.KeyboardModifier.NoModifier, 26, 101, 0, "é", False, 1)
    event.setTimestamp(4242)
    QCoreApplication.sendEvent(window.field, event)
    qtbot.waitUntil(lambda: bool(seen), timeout=1000)
    assert seen == [(Qt.Key.Key_E, "é", 26, 4242)]


@pytest.mark.usefixtures("wedge")
def test_space_on_a_button_still_clicks_it_once(window: Window, qtbot: QtBot) -> None:
    window.button.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.clicks == 1, timeout=1000)
    assert not window.button.isDown()


@pytest.mark.usefixtures("wedge")
def test_a_lone_enter_in_a_field_is_heard_once(window: Window) -> None:
    entered: list[bool] = []
    window.field.returnPressed.connect(lambda: entered.append(True))
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    assert entered == [True]


def test_a_prefix_makes_short_codes_certain(window: Window, qtbot: QtBot, qapp: QApplication) -> None:
    for wedge in _installed(qapp, WedgeSettings(prefix="~")):
        reader = Reader(wedge)
        with qtbot.waitSignal(wedge.scan_read, timeout=2000):
            reader.scan(window.field, "~ab", None)
        assert (reader.scans, window.field.text()) == (["ab"], "")


def test_letters_from_dead_keys_are_part_of_the_scan(window: Window, reader: Reader) -> None:
    reader.scan(window.field, "abcdefgh", None)
    event = QInputMethodEvent()
    event.setCommitString("ê")
    QCoreApplication.sendEvent(window.field, event)
    reader.scan(window.field, "ij")
    assert (reader.scans, window.field.text()) == (["abcdefghêij"], "")


@pytest.mark.usefixtures("wedge")
def test_a_letter_from_a_dead_key_typed_by_hand_arrives(window: Window, qtbot: QtBot) -> None:
    event = QInputMethodEvent()
    event.setCommitString("ê")
    QCoreApplication.sendEvent(window.field, event)
    qtbot.waitUntil(lambda: window.field.text() == "ê", timeout=1000)


def test_a_held_key_whose_field_is_gone_is_dropped(window: Window, reader: Reader, qtbot: QtBot) -> None:
    field = QLineEdit(window)
    QCoreApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier(0), "a"))
    field.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.wait(100)
    assert (window.field.text(), reader.scans) == ("", [])
