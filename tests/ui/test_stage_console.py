"""The stage manager's console: what each press does, what it refuses, and what stays hidden."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.stage_bench import DOCUMENT, Bench, came, console_on, new_edition
from tests.unit.desks import FakeClock
from vi_events.stage.documents import EditionDocuments
from vi_events.ui.checkin.wedge_filter import WedgeFilter
from vi_events.ui.stage.key_test import KeyTest
from vi_events.ui.stage.rows import names
from vi_events.ui.stage.stage_log import StageLog

Key = Qt.Key


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return new_edition(tmp_path)


@pytest.fixture
def bench(folder: Path, qtbot: QtBot) -> Iterator[Bench]:
    with console_on(folder, qtbot, FakeClock()) as bench:
        bench.until(lambda: bench.console.view is not None)
        yield bench


def send(bench: Bench, key: Qt.Key, text: str = "", *, repeat: bool = False) -> None:
    """A press as a keyboard sends it while the key is held down."""
    event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, repeat)
    QApplication.sendEvent(bench.console, event)


# GO


def test_go_fires_on_the_press_before_the_key_comes_up(bench: Bench) -> None:
    bench.armed()
    QTest.keyPress(bench.console.windowHandle(), Key.Key_Space)
    bench.until(lambda: bench.at == ("opening", 0))
    QTest.keyRelease(bench.console.windowHandle(), Key.Key_Space)
    assert bench.view.state.mode == "live"


def test_the_clicker_does_what_the_keyboard_does(bench: Bench) -> None:
    bench.armed()
    bench.do(Key.Key_PageDown)
    bench.do(Key.Key_PageDown)
    assert bench.at == ("s-speech", 0)
    bench.do(Key.Key_PageUp)
    assert bench.at == ("opening", 0)


def test_a_held_key_is_one_go_and_is_told_once(bench: Bench) -> None:
    bench.armed()
    send(bench, Key.Key_Space, " ")
    bench.until(lambda: bench.at == ("opening", 0))
    bench.clock.later(2)
    for _ in range(5):
        send(bench, Key.Key_Space, " ", repeat=True)
    bench.until(lambda: ("go_discarded", "repeat") in bench.log())
    assert bench.at == ("opening", 0)
    assert bench.kinds().count("go_discarded") == 1


def test_a_second_press_within_400_ms_is_discarded_shown_and_logged(bench: Bench) -> None:
    bench.armed()
    bench.do(Key.Key_Space)
    bench.press(Key.Key_Space, later_s=0.3)
    assert (bench.top.kind, bench.top.target) == ("flash", "trop tôt")
    bench.until(lambda: ("go_discarded", "too_soon") in bench.log())
    assert bench.at == ("opening", 0)


def test_a_press_while_the_one_before_is_not_done_is_discarded(bench: Bench) -> None:
    bench.armed()
    bench.console.driver.press_go()
    bench.console.driver.release_go()
    bench.clock.later(1)
    bench.console.driver.press_go()
    assert "pas fini" in bench.top.target
    bench.until(lambda: bench.at == ("opening", 0))


def test_a_key_that_came_up_in_another_window_does_not_jam_go(bench: Bench) -> None:
    bench.armed()
    send(bench, Key.Key_Space, " ")
    bench.until(lambda: bench.at == ("opening", 0))
    dialog = KeyTest(bench.console)
    dialog.show()
    dialog.activateWindow()
    bench.until(lambda: not bench.console.isActiveWindow())
    dialog.close()
    bench.console.activateWindow()
    bench.until(bench.console.isActiveWindow)
    bench.do(Key.Key_Space)
    assert bench.at == ("s-speech", 0)


def test_the_mouse_obeys_the_same_rule(bench: Bench) -> None:
    bench.armed()
    area = bench.console.page.area
    QTest.mousePress(area, Qt.MouseButton.LeftButton)
    bench.until(lambda: bench.at == ("opening", 0))
    QTest.mouseRelease(area, Qt.MouseButton.LeftButton)
    QTest.mouseClick(area, Qt.MouseButton.LeftButton)
    assert bench.top.target == "trop tôt"


def test_go_says_what_it_will_show_and_shows_it(bench: Bench) -> None:
    bench.armed()
    for _ in range(4):
        promised, pictured = bench.top.target, bench.console.page.next.shown
        bench.forward()
        shown = bench.console.page.current.shown
        assert shown is not None
        assert pictured is not None
        assert (shown.stop_id, shown.step) == (pictured.stop_id, pictured.step)
        assert promised


def test_go_before_arming_says_so(bench: Bench) -> None:
    assert bench.top.kind == "edit"
    bench.do(Key.Key_Space)
    assert bench.top.word == "REFUSÉ"
    assert "armé" in bench.top.target
    assert bench.view.state.stop == -1


def test_go_is_inert_while_typing_and_says_so(bench: Bench) -> None:
    bench.armed()
    bench.press(Key.Key_F9)
    late = bench.console.page.late
    late.text.setVisible(True)
    late.text.setFocus()
    bench.console.tick()
    assert bench.top.kind == "inert"
    QTest.keyClick(bench.console.windowHandle(), Key.Key_Space)
    bench.press(Key.Key_PageDown)
    bench.until(lambda: ("go_discarded", "typing") in bench.log())
    assert late.text.text() == " "
    assert bench.view.state.stop == -1


def test_go_is_inert_while_a_dialog_is_open(bench: Bench) -> None:
    bench.armed()
    bench.console.actions_menu.test_keys()
    bench.until(lambda: isinstance(QApplication.activeModalWidget(), KeyTest))
    bench.console.tick()
    assert bench.top.kind == "inert"
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, KeyTest)
    QTest.keyClick(dialog, Key.Key_Space)
    assert dialog.does.text() == "TOP"
    dialog.reject()
    assert bench.opened.stage.view().result().state.stop == -1


def test_black_works_even_while_typing(bench: Bench) -> None:
    bench.armed().forward(2)
    bench.press(Key.Key_F9)
    bench.do(Key.Key_F12)
    assert bench.view.state.black
    assert bench.console.top.mode.mode.word == "ÉCRAN NOIR"


def test_no_key_of_a_clicker_is_a_panic(bench: Bench) -> None:
    bench.armed().forward(2)
    before = bench.view.state
    for key in (Key.Key_Escape, Key.Key_F5, Key.Key_B, Key.Key_Period):
        bench.console.page.area.end_flash()
        bench.press(key)
        assert bench.top.word == "IGNORÉ"
    assert bench.opened.stage.view().result().state == before


def test_a_space_that_a_scanner_reads_is_not_go(bench: Bench) -> None:
    bench.armed()
    for key in (Key.Key_N, Key.Key_Space):
        QTest.keyClick(bench.console.windowHandle(), key)
    QApplication.processEvents()
    assert bench.opened.stage.view().result().state.stop == -1


def test_the_scanner_filter_does_not_hold_go_back(bench: Bench) -> None:
    bench.armed()
    wedge = WedgeFilter(parent=bench.console)
    wedge.install()
    bench.console.keys.install()
    bench.clock.later(1)
    pressed: list[int] = []
    bench.console.keys.go_pressed.connect(lambda _repeat: pressed.append(1))
    QTest.keyPress(bench.console.windowHandle(), Key.Key_Space)
    assert pressed == [1], "heard in the press itself, not after the scanner's pause"
    wedge.remove()
    bench.until(lambda: bench.at == ("opening", 0))


# Gate, hold, black, jump


def test_a_gate_asks_for_s_then_go(bench: Bench) -> None:
    bench.armed()
    while bench.top.kind != "gate":
        bench.forward()
    waiting = bench.at
    assert bench.top.word == "PALIER"
    bench.do(Key.Key_Space)
    assert bench.top.word == "REFUSÉ"
    assert bench.at == waiting
    bench.console.page.area.end_flash()
    bench.do(Key.Key_S)
    bench.console.tick()
    assert bench.top.kind == "ready"
    bench.do(Key.Key_Space)
    assert bench.at != waiting


def test_p_holds_and_resumes(bench: Bench) -> None:
    bench.armed().forward(2)
    bench.do(Key.Key_P)
    assert bench.top.kind == "hold"
    bench.do(Key.Key_Space)
    assert bench.at == ("s-speech", 0)
    bench.do(Key.Key_P)
    assert bench.view.state.mode == "live"


def test_j_then_enter_marks_the_next_stop_and_escape_clears_it(bench: Bench) -> None:
    bench.armed().forward(2)
    bench.press(Key.Key_J)
    rundown = bench.console.page.rundown
    rundown.choose("s-marcq")
    bench.do(Key.Key_Return)
    assert bench.at == ("s-speech", 0), "a jump shows nothing yet"
    row = next(row for row in rundown.rows if row.stop_id == "s-marcq" and row.state != "gate")
    assert (row.state, row.chosen, row.name) == ("next", True, "Marcq-en-Barœul")
    assert bench.top.target == "Marcq-en-Barœul"
    bench.do(Key.Key_Escape)
    assert bench.view.state.standby == -1


# What is hidden


def said_by(bench: Bench) -> str:
    """Everything that the list says of its rows, to eyes, pointer and screen reader."""
    model = bench.console.page.rundown.model()
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    texts = [str(model.data(model.index(place, 0), role)) for place in range(model.rowCount()) for role in roles]
    return "\n".join([*texts, bench.console.page.rundown.accessibleName(), bench.console.windowTitle()])


def test_masked_rows_hold_no_name(bench: Bench) -> None:
    bench.armed().forward(2)
    known = names(bench.view)
    masked = [row for row in bench.console.page.rundown.rows if row.masked]
    assert {row.stop_id for row in masked} >= {"s-havre", "s-marcq", "s-mention", "s-reims", "b", "c"}
    for row in masked:
        assert row.name == ""
        assert known[row.stop_id] not in said_by(bench)


def test_one_row_at_a_time_is_seen_while_alt_is_held(bench: Bench) -> None:
    bench.armed().forward(2)
    rundown = bench.console.page.rundown
    rundown.choose("s-reims")
    rows = {row.stop_id: row for row in rundown.rows if row.state != "gate"}
    QTest.keyPress(bench.console.windowHandle(), Key.Key_Alt)
    assert rundown.name_of(rows["s-reims"]) == "Reims"
    assert rundown.name_of(rows["s-havre"]) == ""
    assert "Reims" not in said_by(bench)
    QTest.keyRelease(bench.console.windowHandle(), Key.Key_Alt)
    assert rundown.name_of(rows["s-reims"]) == ""


def test_see_shows_a_row_as_long_as_it_is_pressed(bench: Bench) -> None:
    bench.armed().forward(2)
    rundown = bench.console.page.rundown
    place, row = next((place, row) for place, row in enumerate(rundown.rows) if row.stop_id == "s-havre" and row.masked)
    index = rundown.model().index(place, 0)
    rundown.scrollTo(index)
    at: QPoint = rundown.see_box(rundown.visualRect(index)).center()
    QTest.mousePress(rundown.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert rundown.name_of(row) == "Le Havre"
    QTest.mouseRelease(rundown.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert rundown.name_of(row) == ""


def test_room_names_no_town_that_is_masked(bench: Bench) -> None:
    for who in ("ines", "paul", "luc"):
        bench.record(came(who))
    bench.armed().forward(2)
    bench.opened.reception.admit("ines").result()
    bench.until(lambda: any("siège A 4" in line.presence for line in bench.console.page.room.lines))
    said = " ".join(f"{line.place} {line.who} {line.detail}" for line in bench.console.page.room.lines)
    assert "Inès Morvan" in said
    assert "Reims" not in said
    assert "Le Havre" not in said
    assert any("non arrivée" in line.presence for line in bench.console.page.room.lines)


# Modes


def test_a_restart_holds_the_same_stop_and_says_what_to_press(folder: Path, qtbot: QtBot) -> None:
    with console_on(folder, qtbot, FakeClock()) as bench:
        bench.until(lambda: bench.console.view is not None)
        bench.armed().forward(2)
    with console_on(folder, qtbot, FakeClock()) as again:
        again.until(lambda: again.console.view is not None)
        assert (again.at, again.view.state.mode) == (("s-speech", 0), "hold")
        said = again.console.banner.words.text()
        assert "redémarré" in said
        assert "P reprend" in said
        again.do(Key.Key_P)
        assert not again.console.banner.isVisible()


def test_a_sealed_palmares_asks_for_its_passphrase(tmp_path: Path, qtbot: QtBot) -> None:
    folder = new_edition(tmp_path)
    EditionDocuments(folder).seal("une phrase bien assez longue")
    with console_on(folder, qtbot, FakeClock()) as bench:
        page = bench.console.unlock
        bench.until(page.secret.isVisible)
        page.secret.setText("une autre phrase tout aussi longue")
        QTest.keyClick(page.secret, Key.Key_Return)
        bench.until(lambda: page.said.text().startswith("■"))
        page.secret.setText("une phrase bien assez longue")
        QTest.keyClick(page.secret, Key.Key_Return)
        bench.until(lambda: bench.console.view is not None)
        assert page.secret.text() == ""


def test_a_rehearsal_is_violet_and_leaves_the_show_alone(bench: Bench) -> None:
    bench.console.page.rehearse.click()
    bench.until(lambda: bench.console.driver.rehearsing)
    bench.console.tick()
    assert bench.console.band.isVisible()
    bench.forward(3)
    shown = bench.console.page.current.shown
    assert shown is not None
    assert shown.watermark
    bench.console.driver.leave_rehearsal()
    bench.until(lambda: not bench.view.state.rehearsal)
    assert not bench.console.band.isVisible()
    assert bench.opened.stage.view().result().state.stop == -1
    assert bench.opened.stage.revealed_count().result() == 0


def test_a_rehearsal_plays_itself_to_its_end(bench: Bench) -> None:
    replay = bench.console.actions_menu.replay
    replay.start(100_000)
    assert not replay.running, "the live show never plays itself"
    bench.console.page.rehearse.click()
    bench.until(lambda: bench.console.driver.rehearsing)
    replay.start(100_000)
    bench.until(lambda: not replay.running)
    view = bench.view
    assert view.state.stop == len(view.revision.stops) - 1
    assert {id_ for id_, _ in view.state.played} == {stop.id for stop in view.revision.stops}
    assert bench.opened.stage.revealed_count().result() == 0


def test_black_stops_a_rehearsal_that_plays_itself(bench: Bench) -> None:
    replay = bench.console.actions_menu.replay
    bench.console.page.rehearse.click()
    bench.until(lambda: bench.console.driver.rehearsing)
    replay.start(10)
    bench.until(lambda: bench.view.state.stop >= 0)
    bench.console.driver.send(bench.console.driver.stage.black())
    bench.until(lambda: not replay.running)


def test_each_mode_has_a_word_and_a_shape_of_its_own(bench: Bench) -> None:
    seen = [bench.console.top.mode.mode]
    bench.armed()
    seen.append(bench.console.top.mode.mode)
    bench.forward(2)
    seen.append(bench.console.top.mode.mode)
    bench.do(Key.Key_P)
    seen.append(bench.console.top.mode.mode)
    bench.do(Key.Key_F12)
    seen.append(bench.console.top.mode.mode)
    assert [mode.word for mode in seen] == ["PRÉPARATION", "ARMÉ", "EN DIRECT", "PAUSE", "ÉCRAN NOIR"]
    assert len({mode.shape for mode in seen}) == len(seen)


def test_an_armed_show_is_not_closed_by_accident(bench: Bench) -> None:
    class ByThePerson(QCloseEvent):
        def spontaneous(self) -> bool:
            return True

    bench.armed()
    event = ByThePerson()
    bench.console.closeEvent(event)
    assert not event.isAccepted()
    assert "armé" in bench.console.banner.words.text()


def test_the_log_tells_presses_and_no_name(bench: Bench) -> None:
    bench.armed().forward(6)
    bench.console.actions_menu.show_log()
    bench.until(lambda: isinstance(QApplication.activeModalWidget(), StageLog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, StageLog)
    texts = [item.text() for row in range(dialog.table.rowCount()) if (item := dialog.table.item(row, 1))]
    assert "Spectacle armé" in texts
    assert texts.count("Étape à l’écran") == 6
    dialog.reject()


def test_a_document_of_a_new_edition_is_missed_in_words(tmp_path: Path, qtbot: QtBot) -> None:
    folder = new_edition(tmp_path, replace(DOCUMENT))
    for path in folder.glob("palmares*"):
        path.unlink()
    with console_on(folder, qtbot, FakeClock()) as bench:
        bench.until(lambda: bench.console.unlock.said.text() != "")
        assert not bench.console.unlock.secret.isVisible()
        assert bench.console.unlock.button.text() == "Réessayer"
