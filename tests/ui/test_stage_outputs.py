"""The windows of the stage: their displays after a crash, what is drawn ahead, pictures for the press, who leads."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from tests.ui.stage_bench import Bench, console_on, new_edition
from tests.unit.desks import FakeClock
from vi_events import settings
from vi_events.journal.entry import Author, Fact
from vi_events.settings import DisplaySettings, Settings
from vi_events.stage import engine
from vi_events.stage.frames import next_frame
from vi_events.stage.stops import Frame
from vi_events.ui.stage.actions import TakeOverDialog
from vi_events.ui.surfaces.displays import as_text, displays, from_text

Key = Qt.Key


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return new_edition(tmp_path)


@contextmanager
def opened_on(folder: Path, qtbot: QtBot) -> Iterator[Bench]:
    with console_on(folder, qtbot, FakeClock()) as bench:
        bench.until(lambda: bench.console.view is not None)
        yield bench


@pytest.fixture
def bench(folder: Path, qtbot: QtBot) -> Iterator[Bench]:
    with opened_on(folder, qtbot) as bench:
        yield bench


def crash_during_the_show(folder: Path, qtbot: QtBot) -> None:
    """A show that goes on, with both windows on a display, until the program stops."""
    with opened_on(folder, qtbot) as bench:
        display = displays()[0]
        bench.console.outputs.choose_display(display)
        bench.console.outputs.open_prompter(display)
        bench.armed().forward(2)


# Displays


def test_both_windows_come_back_on_their_displays_after_a_crash(folder: Path, qtbot: QtBot) -> None:
    crash_during_the_show(folder, qtbot)
    with opened_on(folder, qtbot) as again:
        outputs = again.console.outputs
        assert outputs.public.isVisible()
        assert outputs.prompter is not None
        assert outputs.prompter.isVisible()
        assert outputs.public.geometry() == QGuiApplication.primaryScreen().geometry()
        again.until(lambda: outputs.acknowledged["public"].painted == outputs.acknowledged["public"].asked)
        assert outputs.acknowledged["public"].asked[1] == "s-speech"
        assert "redémarré" in again.console.banner.words.text()


def test_a_display_that_is_not_there_is_told_and_nothing_shows_elsewhere(
    folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    crash_during_the_show(folder, qtbot)
    gone = as_text(replace(displays()[0], name="HDMI-9", manufacturer="Epson", model="EB-L200F", serial="X4RK0"))
    settings.save_displays(tmp_path, DisplaySettings(gone, gone))
    with opened_on(folder, qtbot) as again:
        outputs = again.console.outputs
        assert not outputs.public.isVisible()
        assert outputs.prompter is not None
        assert not outputs.prompter.isVisible()
        again.console.tick()
        assert [again.console.top.lamps[name].level for name in ("public", "prompter")] == ["bad", "bad"]
        said = again.console.banner.words.text()
        assert "pas branché" in said
        assert "Epson EB-L200F" in said
        assert said.count("pas branché") == 1


def test_nothing_opens_by_itself_before_the_show(folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    settings.save_displays(tmp_path, DisplaySettings(as_text(displays()[0]), as_text(displays()[0])))
    with opened_on(folder, qtbot) as bench:
        assert not bench.console.outputs.public.isVisible()
        assert bench.console.outputs.prompter is None


def test_a_window_that_was_put_away_stays_away_after_a_crash(folder: Path, qtbot: QtBot) -> None:
    crash_during_the_show(folder, qtbot)
    with opened_on(folder, qtbot) as again:
        again.console.outputs.choose_display(None)
        again.console.outputs.close_prompter()
        assert again.console.outputs.lamps(0)[1][0] == "off"
    with opened_on(folder, qtbot) as last:
        assert not last.console.outputs.public.isVisible()
        assert last.console.outputs.prompter is None


def test_a_prompter_in_a_window_stays_when_displays_change(bench: Bench) -> None:
    outputs = bench.console.outputs
    outputs.open_prompter()
    assert outputs.prompter is not None
    assert outputs.prompter_binder is not None
    outputs.prompter_binder.refresh()
    assert outputs.prompter.isVisible()


def test_the_desk_never_writes_over_the_displays_of_the_stage(tmp_path: Path) -> None:
    chosen = DisplaySettings(as_text(displays()[0]), "")
    settings.save(tmp_path, Settings(station="accueil-1"))
    settings.save_displays(tmp_path, chosen)
    settings.save(tmp_path, Settings(station="accueil-2"))
    assert settings.load(tmp_path).station == "accueil-2"
    assert settings.load_displays(tmp_path) == chosen


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"area": 3}', '{"area": [0, 0, 1, 1], "colour": 2}', "Epson"])
def test_a_display_that_cannot_be_read_again_is_none(text: str) -> None:
    assert from_text(text) is None
    known = displays()[0]
    assert from_text(as_text(known)) == known


# Drawn ahead


def test_what_go_will_show_is_drawn_ahead_from_arming_on(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared: list[Frame | None] = []
    monkeypatch.setattr(bench.console.outputs.public, "prepare", prepared.append)
    bench.armed()
    assert prepared[-1] == next_frame(bench.view.revision, bench.view.state)
    bench.forward(3)
    assert prepared[-1] == next_frame(bench.view.revision, bench.view.state)


# Pictures for the press


def test_pictures_for_the_press_are_of_what_was_announced_only(bench: Bench, tmp_path: Path) -> None:
    bench.armed().forward(6)
    bench.opened.stage.finish().result()
    told: list[str] = []
    bench.console.actions_menu.told.connect(told.append)
    bench.console.actions_menu.write_press_pictures(tmp_path / "presse")
    bench.until(lambda: bool(told) and "dans «" in told[-1])
    names = sorted(path.name for path in (tmp_path / "presse").iterdir())
    assert names == ["bu-28064-1080x1080.png", "bu-28064-1920x1080.png", *names[2:]]
    assert [name.split("-")[0] for name in names] == ["bu", "bu", "y", "y"]
    assert not QImage(str(tmp_path / "presse" / names[0])).isNull()
    assert told[-1].startswith("4 images")


def test_pictures_for_the_press_wait_for_the_end_of_the_show(bench: Bench) -> None:
    def possible() -> bool:
        actions = bench.console.actions_menu.menu().actions()
        return next(each for each in actions if each.text().startswith("Images pour la presse")).isEnabled()

    assert possible()
    bench.armed()
    assert not possible()


def test_without_any_announcement_the_console_says_so(bench: Bench, tmp_path: Path) -> None:
    bench.console.actions_menu.write_press_pictures(tmp_path / "presse")
    bench.until(lambda: "aucun label" in bench.console.banner.words.text())
    assert not (tmp_path / "presse").exists()


# Another station


def from_elsewhere(bench: Bench, *facts: Fact) -> None:
    def write(store: object) -> None:
        with store.transaction(Author("secours")) as tx:  # type: ignore[attr-defined]
            tx.record(*facts)
        bench.opened.core.publish(tx.change)

    bench.opened.core.call(write)


def test_keys_still_act_once_the_prompter_was_put_away(bench: Bench) -> None:
    bench.console.outputs.open_prompter()
    bench.console.outputs.close_prompter()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    bench.armed().forward(1)
    assert bench.at == ("opening", 0)


def taken_over(bench: Bench) -> Bench:
    bench.armed().forward(2)
    epoch = bench.view.state.epoch + 1
    from_elsewhere(bench, Fact("stage_taken", engine.SHOW, {"epoch": epoch}))
    bench.until(lambda: bench.view.state.elsewhere)
    return bench


def entries(bench: Bench) -> list[str]:
    return [action.text() for action in bench.console.actions_menu.menu().actions()]


def test_the_menu_offers_to_take_over_only_when_another_station_leads(bench: Bench) -> None:
    assert "Reprendre la main…" not in entries(bench)
    taken_over(bench)
    assert "Reprendre la main…" in entries(bench)
    lamp = bench.console.top.lamps["stations"]
    assert (lamp.isVisible(), lamp.text()) == (True, "Mené par «\u202fsecours\u202f»")


def test_go_is_refused_and_says_how_to_lead_again(bench: Bench) -> None:
    taken_over(bench)
    at = bench.at
    bench.press(Key.Key_Space)
    bench.until(lambda: bench.top.kind == "flash")
    assert "reprendre la main" in bench.top.target
    assert bench.at == at


def test_taking_over_asks_first_then_counts_what_the_other_still_orders(bench: Bench) -> None:
    taken_over(bench)
    epoch = bench.view.state.epoch
    bench.console.actions_menu.take_over()
    dialog = next(child for child in bench.console.children() if isinstance(child, TakeOverDialog))
    assert bench.view.state.elsewhere
    dialog.accept()
    bench.until(lambda: not bench.view.state.elsewhere)
    from_elsewhere(bench, Fact("screen_blacked", engine.SHOW, {"epoch": epoch, "on": True}))
    lamp = bench.console.top.lamps["stations"]
    bench.until(lambda: lamp.text() == "1 ordre d’une autre régie ignoré")
    assert not bench.view.state.black
