"""The streaming operator's console: two keys for a name, one gesture to hide all, nothing by accident."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.fake_link import AWAY
from tests.ui.webtv_bench import Making, WebtvBench, webtv_on
from vi_events.ui.webtv.connection_dialog import ConnectionDialog
from vi_events.ui.webtv.moments_dialog import MomentsDialog
from vi_events.ui.webtv.obs_wizard import ObsWizard
from vi_events.ui.webtv.outputs_dialog import OutputsDialog
from vi_events.ui.webtv.overlay_dialogs import PersonDialog, SlateDialog
from vi_events.webtv.obs_moments import MomentScenes
from vi_events.webtv.obs_types import LinkState

Key = Qt.Key
PEOPLE = (
    ("Maëlys Ferrand", "Présidente du jury"),
    ("Yann Le Gall-Péron", "Maire de Sète"),
    ("Zoé Haÿ", "Déléguée générale"),
)


@pytest.fixture
def making() -> Making:
    return Making()


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot, making: Making) -> Iterator[WebtvBench]:
    with webtv_on(tmp_path, qtbot, making) as bench:
        yield bench


def name_on_air(bench: WebtvBench) -> str:
    overlay = bench.console.view.air.get("lower_third")
    return str(overlay.data["name"]) if overlay else ""


# Names


def test_a_number_then_enter_puts_a_name_on_air(bench: WebtvBench) -> None:
    bench.add(*PEOPLE)
    bench.press(Key.Key_2)
    assert bench.console.page.speakers.typed.text() == "2"
    assert name_on_air(bench) == ""
    bench.press(Key.Key_Return)
    bench.until(lambda: name_on_air(bench) == "Yann Le Gall-Péron")
    row = bench.console.page.speakers.list.rows[1]
    assert (row.on_air, row.left_s) == (True, 8)


def test_the_row_of_figures_of_a_french_keyboard_needs_no_shift(bench: WebtvBench) -> None:
    bench.add(*PEOPLE)
    bench.write('"')
    bench.press(Key.Key_Enter)
    bench.until(lambda: name_on_air(bench) == "Zoé Haÿ")


def test_a_name_counts_down_and_leaves_by_itself(bench: WebtvBench) -> None:
    bench.add(*PEOPLE)
    bench.press(Key.Key_1, Key.Key_Return)
    bench.until(lambda: name_on_air(bench) != "")
    bench.later(4)
    assert bench.console.page.speakers.list.rows[0].left_s == 4
    bench.later(5)
    bench.opened.webtv.mark().result()
    bench.until(lambda: name_on_air(bench) == "")


def test_a_number_that_nobody_has_airs_nobody(bench: WebtvBench) -> None:
    bench.add(*PEOPLE)
    bench.press(Key.Key_9, Key.Key_Return)
    assert "numéro" in bench.console.banner.words.text()
    assert bench.air.overlays == ()


def test_a_number_left_alone_is_forgotten(bench: WebtvBench) -> None:
    bench.add(*PEOPLE)
    bench.press(Key.Key_1)
    bench.later(7)
    bench.press(Key.Key_Return)
    assert bench.air.overlays == ()


def test_d_then_enter_airs_two_voices_in_place_of_one(bench: WebtvBench) -> None:
    bench.add(*PEOPLE)
    bench.press(Key.Key_1, Key.Key_Return)
    bench.until(lambda: name_on_air(bench) != "")
    bench.press(Key.Key_D)
    assert bench.console.page.speakers.typed.text() == "1 + 2"
    bench.press(Key.Key_Return)
    bench.until(lambda: bench.console.view.air.get("two_voices") is not None)
    assert bench.console.view.air.get("lower_third") is None
    assert [row.on_air for row in bench.console.page.speakers.list.rows] == [True, True, False]


def test_two_numbers_may_be_typed(bench: WebtvBench) -> None:
    bench.add(*PEOPLE)
    bench.write("3+1")
    bench.press(Key.Key_Return)
    bench.until(lambda: bench.console.view.air.get("two_voices") is not None)
    both = bench.air.get("two_voices")
    assert both is not None
    assert [each["name"] for each in both.data["people"]] == ["Zoé Haÿ", "Maëlys Ferrand"]


def test_a_capital_searches_and_enter_takes_the_first_found(bench: WebtvBench) -> None:
    bench.add(*PEOPLE)
    QTest.keyClick(bench.console.windowHandle(), Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    assert bench.console.page.speakers.search.text().casefold() == "l"
    assert bench.console.actions_menu.dialog is None, "a capital is no verb"
    bench.write("e g")
    assert [row.number for row in bench.console.page.speakers.list.rows] == [2]
    bench.press(Key.Key_Return)
    bench.until(lambda: name_on_air(bench) == "Yann Le Gall-Péron")
    assert bench.console.page.speakers.search.text() == ""


def test_letters_typed_in_a_field_are_no_verbs(bench: WebtvBench) -> None:
    bench.add(*PEOPLE)
    bench.press(Key.Key_Slash)
    bench.write("mtd1")
    assert bench.console.page.speakers.search.text() == "mtd1"
    assert bench.opened.webtv.chapters().result() == ()
    assert bench.air.overlays == ()


def test_a_free_text_may_stay_until_it_is_taken_off(bench: WebtvBench) -> None:
    bench.press(Key.Key_L)
    dialog = bench.console.actions_menu.dialog
    assert isinstance(dialog, PersonDialog)
    assert not dialog.accept_button.isEnabled()
    dialog.name.setText("En direct de Paris")
    dialog.stays.setChecked(True)
    dialog.accept()
    bench.until(lambda: name_on_air(bench) == "En direct de Paris")
    bench.later(60)
    assert bench.air.get("lower_third") is not None
    bench.press(Key.Key_Delete)
    bench.until(lambda: name_on_air(bench) == "")


def test_somebody_added_gets_the_next_number(bench: WebtvBench) -> None:
    bench.add(*PEOPLE)
    bench.press(Key.Key_N)
    dialog = bench.console.actions_menu.dialog
    assert isinstance(dialog, PersonDialog)
    dialog.name.setText("Ousmane Ndiaye")
    dialog.accept()
    bench.until(lambda: len(bench.console.page.speakers.list.rows) == 4)
    assert bench.console.page.speakers.list.rows[3].speaker.name == "Ousmane Ndiaye"


def test_hostile_names_are_shown_as_they_are_written(bench: WebtvBench) -> None:
    bench.add(("<b>Robert</b>", "<img src=x>"))
    bench.press(Key.Key_1, Key.Key_Return)
    bench.until(lambda: name_on_air(bench) == "<b>Robert</b>")
    model = bench.console.page.speakers.list.model()
    assert "<b>Robert</b>" in str(model.data(model.index(0, 0)))


# Everything off


def test_escape_twice_takes_everything_off(bench: WebtvBench) -> None:
    bench.press(Key.Key_F4)
    bench.until(lambda: bench.console.view.air.get("logo") is not None)
    bench.press(Key.Key_Escape)
    assert bench.air.overlays != ()
    bench.press(Key.Key_Escape)
    bench.until(lambda: bench.console.view.air.overlays == ())
    assert bench.console.view.mode == "manual"


def test_two_escapes_far_apart_take_nothing_off(bench: WebtvBench) -> None:
    bench.press(Key.Key_F4)
    bench.until(lambda: bench.console.view.air.get("logo") is not None)
    bench.press(Key.Key_Escape)
    bench.later(2)
    bench.press(Key.Key_Escape)
    QApplication.processEvents()
    assert bench.air.get("logo") is not None


def test_escape_twice_works_from_a_field_and_from_a_dialog(bench: WebtvBench) -> None:
    for leave in (Key.Key_Slash, Key.Key_F1):
        bench.opened.webtv.logo().result()
        bench.later(10)
        bench.until(lambda: bench.console.view.air.get("logo") is not None)
        bench.press(leave)
        bench.press(Key.Key_Escape, Key.Key_Escape)
        bench.until(lambda: bench.console.view.air.overlays == ())


# What follows the stage


def test_in_prepare_the_reveal_waits_for_t(bench: WebtvBench) -> None:
    bench.go_to("b")
    bench.press(Key.Key_F7)
    bench.until(lambda: bench.console.view.mode == "prepare")
    panel = bench.console.page.palmares
    bench.until(lambda: panel.name.text() == "Le Havre")
    assert not panel.take.isEnabled(), "nobody in the room has seen it yet"
    assert "chargé" in panel.state.text()
    bench.go_to("s-havre")
    bench.until(panel.take.isEnabled)
    assert bench.air.get("award") is None
    bench.press(Key.Key_T)
    bench.until(lambda: bench.console.view.air.get("award") is not None)
    bench.until(lambda: panel.name.text() == "Marcq-en-Barœul")


def test_what_is_loaded_then_ready_is_seen_as_a_picture_before_it_is_taken(bench: WebtvBench) -> None:
    bench.go_to("b")
    ready = bench.console.page.palmares.ready
    assert (ready.words, ready.picture) == ("automatique", None)
    bench.press(Key.Key_F7)
    bench.until(lambda: ready.words == "CHARGÉ" and ready.picture is not None)
    bench.go_to("s-havre")
    bench.until(lambda: ready.words == "PRÊT" and ready.picture is not None)
    bench.press(Key.Key_T)
    bench.until(lambda: ready.words == "CHARGÉ")
    assert bench.console.page.palmares.name.text() == "Marcq-en-Barœul"


def test_in_manual_the_stage_loads_nothing(bench: WebtvBench) -> None:
    bench.go_to("s-havre")
    bench.press(Key.Key_F8)
    palmares = bench.console.page.palmares
    bench.until(lambda: palmares.ready.words == "rien de chargé")
    bench.press(Key.Key_Delete, Key.Key_T)
    bench.until(lambda: "n’attend d’être pris" in bench.console.banner.words.text())
    assert palmares.ready.picture is None
    assert not palmares.take.isEnabled()


def test_an_overlay_that_the_stage_has_left_behind_is_said_to_be_held(bench: WebtvBench) -> None:
    bench.connect()
    bench.press(Key.Key_F7)
    bench.until(lambda: bench.console.view.mode == "prepare")
    bench.go_to("s-havre")
    bench.until(bench.console.page.palmares.take.isEnabled)
    bench.press(Key.Key_T)
    bench.until(lambda: bench.console.view.air.get("award") is not None)
    bench.paint()
    bench.until(lambda: bench.console.page.truth.marks["overlay"].text() == "à jour")
    bench.go_to("s-marcq")

    def held() -> bool:
        bench.server.paint()
        return bench.console.page.truth.marks["overlay"].text() == "retenu"

    bench.until(held)


def test_a_page_that_does_not_paint_is_late(bench: WebtvBench) -> None:
    bench.connect()
    bench.paint()
    bench.press(Key.Key_F4)
    bench.until(lambda: bench.console.view.air.get("logo") is not None)
    bench.until(lambda: bench.console.room.wanted_epoch == bench.console.view.air.epoch)
    bench.later(1)
    assert bench.console.page.truth.marks["overlay"].text() == "en retard"
    bench.paint()
    bench.until(lambda: bench.console.page.truth.marks["overlay"].text() == "à jour")


# OBS


def test_an_obs_that_is_away_is_told_calmly_and_the_rest_goes_on(bench: WebtvBench) -> None:
    assert "OBS ne répond plus" in bench.console.banner.words.text()
    assert bench.console.page.programme.note.startswith("OBS absent")
    bench.add(*PEOPLE)
    bench.press(Key.Key_1, Key.Key_Return)
    bench.until(lambda: name_on_air(bench) == "Maëlys Ferrand")
    bench.connect()
    bench.until(lambda: bench.console.banner.words.text() == "" or "OBS" not in bench.console.banner.words.text())
    assert bench.console.top.lamps["obs"].text() == "OBS 31"


def test_the_stream_starts_only_by_a_button_that_was_held(bench: WebtvBench) -> None:
    bench.connect()
    bench.press(Key.Key_F9)
    dialog = bench.console.actions_menu.dialog
    assert isinstance(dialog, OutputsDialog)
    dialog.start_stream.click()
    assert "StartStream" not in bench.link.asked
    dialog.start_stream.held.emit()
    bench.until(lambda: "StartStream" in bench.link.asked)
    bench.until(bench.console.page.stop_stream.isVisible)
    bench.until(lambda: bench.console.top.stream.text().startswith("DIFFUSION"))


def test_enter_in_the_dialog_of_outputs_only_leaves_it(bench: WebtvBench) -> None:
    bench.connect()
    bench.press(Key.Key_F9, Key.Key_Return)
    bench.until(lambda: bench.console.actions_menu.dialog is None)
    assert not {"StartStream", "StartRecord"} & set(bench.link.asked)


def test_the_stop_of_the_stream_is_there_only_while_it_runs_and_is_held(bench: WebtvBench) -> None:
    bench.connect()
    stop = bench.console.page.stop_stream
    assert not stop.isVisible()
    assert bench.console.driver.room is not None
    bench.console.driver.room.start_output("stream").result()
    bench.until(stop.isVisible)
    stop.click()
    assert "StopStream" not in bench.link.asked
    stop.held.emit()
    bench.until(lambda: "StopStream" in bench.link.asked)
    bench.until(lambda: not stop.isVisible())


def test_an_order_that_obs_refuses_is_said_in_words(bench: WebtvBench) -> None:
    bench.connect()
    bench.link.refusing.add("StartRecord")
    bench.press(Key.Key_F9)
    dialog = bench.console.actions_menu.dialog
    assert isinstance(dialog, OutputsDialog)
    dialog.start_record.held.emit()
    bench.until(lambda: "n’a pas démarré l’enregistrement" in dialog.problem.text())


def test_the_wizard_lists_what_it_would_make_then_makes_only_that(bench: WebtvBench) -> None:
    bench.connect()
    bench.until(lambda: bench.console.room.obs.state == "not_set_up")
    before = set(bench.link.studio.now.scenes)
    bench.console.page.drift.prepare.click()
    wizard = bench.console.actions_menu.dialog
    assert isinstance(wizard, ObsWizard)
    assert wizard.step == "plan"
    assert any("VI Habillage" in wizard.changes.item(place).text() for place in range(wizard.changes.count()))
    assert set(bench.link.studio.now.scenes) == before
    wizard.accept()
    bench.until(lambda: wizard.step == "done")
    made = set(bench.link.studio.now.scenes) - before
    assert made
    assert all(name.startswith("VI ") for name in made)


def test_what_was_moved_in_obs_is_adopted_or_put_back(bench: WebtvBench, making: Making) -> None:
    bench.connect()
    assert bench.console.driver.room is not None
    bench.console.driver.room.set_up()
    bench.until(lambda: bench.console.room.obs.state == "aligned")
    item = next(each for each in bench.link.studio.now.scenes["VI Habillage"] if each.source == "VI Noms")
    drift = bench.console.page.drift
    for button in (drift.restore, drift.adopt):
        item.transform["positionX"] = 50.0
        bench.link.happen("SceneItemTransformChanged", {"sceneName": "VI Habillage"})
        bench.until(drift.isVisible)
        assert "VI Noms" in drift.words.text()
        button.click()
        bench.until(lambda: not drift.isVisible())
        assert (item.transform["positionX"] == 50.0) == (button is drift.adopt)
    assert making.adopted


def test_a_bad_address_is_told_before_anything_is_saved(bench: WebtvBench) -> None:
    bench.console.actions_menu.connect_obs()
    dialog = bench.console.actions_menu.dialog
    assert isinstance(dialog, ConnectionDialog)
    asked: list[str] = []
    dialog.connection_requested.connect(lambda address, _password: asked.append(address))
    dialog.address.setText("http://ailleurs")
    dialog.accept()
    assert "n’est pas valable" in dialog.problem.text()
    assert asked == []
    bench.link.become(LinkState("wrong_password", "OBS refuse ce mot de passe."))
    bench.until(lambda: "refuse ce mot de passe" in dialog.state.text())


# The operator's own scenes


def open_scenes(bench: WebtvBench) -> MomentsDialog:
    for scene in ("Pupitre", "Plan large"):
        bench.link.studio.ask("CreateScene", {"sceneName": scene})
    bench.connect()
    bench.console.actions_menu.scenes()
    dialog = bench.console.actions_menu.dialog
    assert isinstance(dialog, MomentsDialog)
    bench.until(lambda: dialog.scenes["award"].count() > 1)
    return dialog


def test_a_scene_is_chosen_among_those_that_obs_has_and_nothing_is_on_by_default(
    bench: WebtvBench, making: Making
) -> None:
    dialog = open_scenes(bench)
    assert dialog.wanted == MomentScenes()
    box = dialog.scenes["speech"]
    assert [box.itemText(at) for at in range(box.count())] == ["Ne rien faire", "Scene", "Pupitre", "Plan large"]
    box.setCurrentIndex(box.findData("Pupitre"))
    dialog.on.setChecked(True)
    dialog.accept()
    bench.until(lambda: making.chosen == [MomentScenes(True, False, {"speech": "Pupitre"})])
    bench.until(lambda: "enregistrées" in bench.console.banner.words.text())
    assert bench.link.studio.now.program == "Scene"


def test_a_try_is_refused_on_air_until_it_is_asked_for_again(bench: WebtvBench) -> None:
    dialog = open_scenes(bench)
    assert bench.console.driver.room is not None
    bench.console.driver.room.start_output("stream").result()
    box, button = dialog.scenes["pause"], dialog.tries["pause"]
    assert not button.isEnabled()
    box.setCurrentIndex(box.findData("Pupitre"))
    button.click()
    bench.until(lambda: "se verrait" in dialog.said.text())
    assert bench.link.studio.now.program == "Scene"
    assert button.text() == "Quand même"
    button.click()
    bench.until(lambda: bench.link.studio.now.program == "Pupitre")
    bench.until(lambda: button.text() == "Essayer")


def test_a_scene_that_obs_no_longer_has_is_said_to_be_missing(bench: WebtvBench) -> None:
    bench.connect()
    assert bench.console.driver.room is not None
    bench.console.driver.room.choose_scenes(MomentScenes(True, False, {"video": "Disparue"}))
    dialog = open_scenes(bench)
    bench.until(lambda: "« Disparue »" in dialog.said.text().replace("\u202f", " "))
    assert dialog.scenes["video"].currentText() == "Disparue (absente)"
    assert dialog.wanted.scenes == {"video": "Disparue"}


# Pictures, slate, chapters, keys


def test_f2_asks_for_an_hour_and_f2_again_takes_the_slate_off(bench: WebtvBench) -> None:
    bench.press(Key.Key_F2)
    dialog = bench.console.actions_menu.dialog
    assert isinstance(dialog, SlateDialog)
    dialog.at.setText("vers midi")
    dialog.accept()
    assert dialog.isVisible()
    assert "14 h 30" in dialog.problem.text()
    dialog.at.setText("14h30")
    dialog.accept()
    bench.until(lambda: bench.console.view.air.get("slate") is not None)
    slate = bench.air.get("slate")
    assert slate is not None
    assert slate.data["text"] == "reprise vers 14 h 30"
    assert slate.data["ends_ms"] > bench.clock.now_ms
    bench.press(Key.Key_F2)
    bench.until(lambda: bench.console.view.air.get("slate") is None)


def test_m_sets_a_mark_that_is_listed_and_exported(
    bench: WebtvBench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    markers = bench.console.page.markers
    bench.press(Key.Key_M)
    bench.until(lambda: markers.list.count() == 1)
    assert markers.list.item(0).text().endswith("Repère")
    path = tmp_path / "chapitres.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    bench.console.actions_menu.export("csv")
    bench.until(path.exists)
    assert json.loads(path.read_text(encoding="utf-8"))[0]["title"] == "Repère"


def test_a_picture_that_stops_coming_is_said_to_be_frozen(bench: WebtvBench) -> None:
    bench.connect()
    assert bench.console.driver.room is not None
    programme = bench.console.page.programme
    bench.until(lambda: programme.note == "image attendue" or programme.note == "")
    bench.until(lambda: programme.note == "")
    bench.later(5)
    assert "figée depuis 5" in programme.note
    bench.link.become(AWAY)
    bench.until(lambda: programme.note.startswith("OBS absent"))


def test_the_window_keeps_its_size_whatever_it_shows(bench: WebtvBench) -> None:
    bench.add(("M" * 200, "W" * 200))
    bench.connect()
    bench.press(Key.Key_1, Key.Key_Return)
    bench.until(lambda: bench.console.view.air.overlays != ())
    levels = [[0.5, 0.5, 0.5]]
    bench.link.happen("InputVolumeMeters", {"inputs": [{"inputName": "M" * 80, "inputLevelsMul": levels}]})
    bench.until(lambda: bool(bench.console.page.sound.inputs))
    QApplication.processEvents()
    assert bench.console.minimumSizeHint().width() <= 1366
    assert bench.console.minimumSizeHint().height() <= 768
