"""Late changes on a live show, the preflight, the lamps and the test page of keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.stage_bench import Bench, console_on, new_edition
from tests.unit.desks import FakeClock
from vi_events.stage.preflight import Finding
from vi_events.ui.stage.actions import FinishDialog
from vi_events.ui.stage.key_test import KeyTest
from vi_events.ui.stage.outputs import LATE_MS, Acknowledged
from vi_events.ui.stage.preflight_dialog import PreflightDialog
from vi_events.ui.surfaces.displays import displays

Key = Qt.Key


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    with console_on(new_edition(tmp_path), qtbot, FakeClock()) as bench:
        bench.until(lambda: bench.console.view is not None)
        yield bench.armed().forward(2)


def ask(bench: Bench, kind: str, stop: str = "", text: str = "") -> None:
    """Fills the panel, and asks for the difference."""
    late = bench.console.page.late
    if not late.isVisible():
        bench.press(Key.Key_F9)
    late.kind.setCurrentIndex(late.kind.findData(kind))
    late.stop.setText(stop)
    late.text.setText(text)
    late.preview()
    bench.until(lambda: late.told.text() != "")


def apply(bench: Bench) -> None:
    late = bench.console.page.late
    bench.until(late.apply_button.isEnabled)
    late.apply()
    bench.until(lambda: "fait" in late.told.text())


def test_an_absent_mayor_is_postponed_after_its_difference_was_read(bench: Bench) -> None:
    late = bench.console.page.late
    ask(bench, "postpone", "Le Havre")
    assert "Le Havre" in late.told.text()
    assert bench.view.revision.index("s-havre") >= 0, "nothing changes before it is applied"
    apply(bench)
    assert bench.view.revision.index("s-havre") == -1
    assert any(row.stop_id == "s-havre" and row.state == "postponed" for row in bench.console.page.rundown.rows)
    ask(bench, "recall", "Le Havre")
    apply(bench)
    assert bench.view.revision.index("s-havre") > bench.view.state.stop


def test_nothing_is_applied_without_a_difference(bench: Bench) -> None:
    late = bench.console.page.late
    ask(bench, "postpone", "Le Havre")
    late.stop.setText("Reims")
    assert not late.apply_button.isEnabled()
    late.apply()
    assert bench.opened.stage.view().result().revision.index("s-havre") >= 0


def test_a_corrected_level_wants_a_reason(bench: Bench) -> None:
    late = bench.console.page.late
    late.level.setCurrentIndex(2)
    ask(bench, "level", "Le Havre")
    assert not late.apply_button.isEnabled()
    late.level.setCurrentIndex(2)
    ask(bench, "level", "Le Havre", "décision du jury")
    assert "4 @ → 3 @" in late.told.text()
    apply(bench)
    award = next(award for award in bench.view.document.palmares.awards if award.authority.id == "76351")
    assert award.level == 3
    assert "décision du jury" in award.note


def test_another_person_on_stage_is_noted_for_the_presenter(bench: Bench) -> None:
    ask(bench, "proxy", "Le Havre", "Inès Morvan, adjointe")
    apply(bench)
    stop = bench.view.revision.stops[bench.view.revision.index("s-havre")]
    assert "Inès Morvan, adjointe" in stop.note
    assert "vient avec deux agents" in stop.note


def test_a_speech_is_inserted_as_the_next_stop(bench: Bench) -> None:
    ask(bench, "insert", text="Mot du préfet")
    apply(bench)
    labels = [stop.label for stop in bench.view.revision.stops]
    assert labels.index("Mot du préfet") == bench.view.state.stop + 2, "after the section's own card"


def test_what_was_played_is_not_found(bench: Bench) -> None:
    ask(bench, "move", "Ouverture par la présidente")
    late = bench.console.page.late
    assert late.told.text().startswith("■")
    assert not late.apply_button.isEnabled()


def test_another_stop_that_is_masked_stays_a_number_in_the_difference(bench: Bench) -> None:
    late = bench.console.page.late
    ask(bench, "move", "Reims")
    assert "Reims" in late.told.text()
    for name in ("Le Havre", "Marcq"):
        assert name not in late.told.text()


def test_a_withdrawal_wants_a_reason_and_clears_the_screen(bench: Bench) -> None:
    late = bench.console.page.late
    bench.forward(4)
    ask(bench, "withdraw")
    assert not late.apply_button.isEnabled()
    ask(bench, "withdraw", text="erreur de dossier")
    late.apply()
    bench.until(lambda: bench.view.state.cleared)
    assert bench.console.top.mode.mode.word == "ÉCRAN VIDE"


def test_escape_closes_the_panel_and_gives_go_back(bench: Bench) -> None:
    ask(bench, "postpone", "Le Havre")
    assert bench.console.inert() == "typing"
    bench.press(Key.Key_Escape)
    assert not bench.console.page.late.isVisible()
    assert bench.console.inert() == ""


# Preflight and end


def test_preflight_refuses_as_long_as_one_finding_is_bad(qtbot: QtBot) -> None:
    dialog = PreflightDialog([Finding("bad", "no_award", "Le palmarès est vide.")], {})
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.accept()
    assert dialog.isVisible()
    assert not dialog.accept_button.isEnabled()


def test_each_long_name_is_signed_off_on_its_own(qtbot: QtBot) -> None:
    findings = [Finding("sign", "name_long", f"« {key} » passe en étroit.", "s", key) for key in ("a", "b")]
    dialog = PreflightDialog(findings, {"s": "Saint-Rémy"})
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.ticks["a"].setChecked(True)
    assert not dialog.accept_button.isEnabled()
    dialog.ticks["b"].setChecked(True)
    assert dialog.accept_button.isEnabled()
    assert dialog.signed() == ("a", "b")


def test_arming_shows_what_was_checked(tmp_path: Path, qtbot: QtBot) -> None:
    with console_on(new_edition(tmp_path), qtbot, FakeClock()) as bench:
        bench.until(lambda: bench.console.view is not None)
        bench.console.page.arm.click()
        bench.until(lambda: isinstance(QApplication.activeModalWidget(), PreflightDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PreflightDialog)
        for tick in dialog.ticks.values():
            tick.setChecked(True)
        signed = dialog.signed()
        dialog.accept()
        bench.until(lambda: bench.view.state.mode == "armed")
        assert set(signed) <= set(bench.view.document.signed)


def test_the_show_ends_only_by_a_held_button(bench: Bench) -> None:
    bench.console.actions_menu.finish()
    bench.until(lambda: isinstance(QApplication.activeModalWidget(), FinishDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FinishDialog)
    QTest.mouseClick(dialog.hold, Qt.MouseButton.LeftButton)
    QTest.keyClick(dialog, Key.Key_Return)
    assert bench.opened.stage.view().result().state.mode == "live"
    bench.console.actions_menu.finish()
    last = QApplication.activeModalWidget()
    assert isinstance(last, FinishDialog)
    last.hold.held.emit()
    bench.until(lambda: bench.view.state.mode == "edit")


# Lamps and other windows


def test_a_surface_is_late_only_after_half_a_second() -> None:
    lamp = Acknowledged()
    lamp.ask((1, "s", 0), 1000)
    assert lamp.level(1000 + LATE_MS) == "info"
    assert lamp.level(1001 + LATE_MS) == "warn"
    lamp.painted = (1, "s", 0)
    assert lamp.level(9000) == "ok"
    lamp.ask((1, "s", 1), 9000)
    assert lamp.level(9000) == "info"


def test_the_lamp_of_the_public_screen_follows_what_it_painted(bench: Bench) -> None:
    outputs = bench.console.outputs
    outputs.choose_display(displays()[0])
    bench.until(lambda: outputs.lamps(bench.clock())[0][0] == "ok")
    bench.forward()
    bench.until(lambda: outputs.lamps(bench.clock())[0][0] == "ok")
    assert outputs.public.windowTitle() == "VI Events"
    outputs.public.hide()
    outputs.binder.lost.emit()
    assert outputs.lamps(bench.clock())[0] == ("bad", "Écran de salle disparu")


def test_prompter_and_wings_follow_the_show(bench: Bench) -> None:
    outputs = bench.console.outputs
    outputs.open_prompter()
    outputs.open_wings()
    bench.console.tick()
    bench.until(lambda: outputs.lamps(bench.clock())[1][0] == "ok")
    assert outputs.prompter is not None
    outputs.prompter.hide()
    assert outputs.lamps(bench.clock())[1] == ("bad", "Prompteur disparu")


def test_a_mirrored_screen_is_told_to_the_preflight(bench: Bench) -> None:
    assert bench.console.outputs.surfaces().public_screen == "none"
    bench.console.outputs.choose_display(displays()[0])
    assert bench.console.outputs.surfaces().public_screen == "mirrored"


# Test page


def test_the_test_page_tells_every_key_and_does_nothing(bench: Bench) -> None:
    before = bench.view.state
    page = KeyTest(bench.console)
    page.open()
    told = []
    for key in (Key.Key_PageDown, Key.Key_B, Key.Key_F5, Key.Key_Period, Key.Key_Escape, Key.Key_F12):
        QTest.keyClick(page, key)
        told.append((page.key.text(), page.does.text()))
    assert told[0] == ("Page suivante", "TOP")
    assert all("rien" in does for _, does in told[1:5])
    assert page.isVisible(), "one Escape is a key to test"
    QTest.keyClick(page, Key.Key_Escape)
    QTest.keyClick(page, Key.Key_Escape)
    assert not page.isVisible()
    assert bench.opened.stage.view().result().state == before
