"""Preparing the palmarès in the window: files tried first, awards and running order changed by hand, checked."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.palmares_bench import Prepared, prepared_on, written
from tests.ui.stage_bench import DOCUMENT, EDITION, new_edition
from tests.unit.shows import AWARDS, RUNDOWN
from vi_events import app
from vi_events.edition.models import Zone
from vi_events.edition.palmares_import import FREE_ANSWER
from vi_events.edition.rundown import Rundown
from vi_events.edition.rundown_editing import insert
from vi_events.stage.documents import NONE
from vi_events.stage.preflight import Finding
from vi_events.ui.preparation.palmares_edits import with_award, without_award
from vi_events.ui.preparation.palmares_parts import AskDialog
from vi_events.ui.preparation.rundown_difference_dialog import difference_words
from vi_events.ui.preparation.rundown_draft import Totals, totals
from vi_events.ui.preparation.rundown_stop_dialog import StopDialog

ORDER = [stop.id for stop in RUNDOWN.stops]
HAVRE, MARCQ, REIMS = "76351", "59378", "51454"


@pytest.fixture
def full(tmp_path: Path, qtbot: QtBot) -> Iterator[Prepared]:
    with prepared_on(new_edition(tmp_path), qtbot) as made:
        yield made


@pytest.fixture
def empty(tmp_path: Path, qtbot: QtBot) -> Iterator[Prepared]:
    with prepared_on(app.create_edition(tmp_path, EDITION, (Zone("salle", "Salle"),)), qtbot) as made:
        yield made


# Importing


def test_a_file_is_tried_before_anything_is_written_then_kept_with_a_running_order(
    empty: Prepared, tmp_path: Path
) -> None:
    assert "est vide" in empty.awards.empty.text()
    path = written(tmp_path, "Reims;ville;5;4;Données ouvertes", "Bû;village;1;;")
    dialog = empty.importing(path)
    assert "2 labels ajoutés" in dialog.band.text.text()
    assert [row[0] for row in dialog.preview.texts()] == ["Reims", "Bû"]
    assert any("Nouvelle mention" in row[1] for row in dialog.remarks.texts())
    assert empty.window.desk.documents.state == NONE
    dialog.do_import()
    empty.until(lambda: empty.window.desk.view is not None)
    assert {award.authority.name for award in empty.on_disk.palmares.awards} == {"Reims", "Bû"}
    assert len(empty.on_disk.rundown.stops) == 3
    assert path in empty.window.desk.documents.clear_copies()


def test_a_homonym_is_asked_by_its_row_and_holds_the_import_back(empty: Prepared, tmp_path: Path) -> None:
    dialog = empty.importing(written(tmp_path, "Bassens;ville;3;;", "Reims;ville;5;;"))
    assert dialog.tabs.currentWidget() is dialog.names
    assert not dialog.import_button.isEnabled()
    code = str(dialog.names.combos[2].itemData(1))
    dialog.names.answered.emit(2, code)
    assert not dialog.import_button.isEnabled()
    empty.until(lambda: dialog.found is not None and not dialog.found.questions)
    assert dialog.import_button.isEnabled()
    assert dialog.names.combos[2].currentData() == code
    assert dialog.preview.texts()[0][0] == "Bassens"


def test_a_name_off_the_official_list_is_kept_only_when_somebody_says_so(empty: Prepared, tmp_path: Path) -> None:
    dialog = empty.importing(written(tmp_path, "Syndicat de nulle part en val;territoire;2;;", "Reims;ville;5;;"))
    assert len(dialog.refused.texts()) == 1
    dialog.names.answered.emit(2, FREE_ANSWER)
    empty.until(lambda: dialog.found is not None and dialog.found.complete)
    assert [row[0] for row in dialog.preview.texts()] == ["Syndicat de nulle part en val", "Reims"]


def test_a_refused_row_holds_everything_back_until_it_is_set_aside(full: Prepared, tmp_path: Path) -> None:
    dialog = full.importing(written(tmp_path, "Reims;ville;9;;", "Le Havre;ville;5;4;"))
    assert dialog.whole.isChecked()
    assert not dialog.import_button.isEnabled()
    dialog.others.setChecked(True)
    dialog.do_import()
    full.until(lambda: not dialog.isVisible())
    levels = {award.authority.id: award.level for award in full.on_disk.palmares.awards}
    assert (levels[HAVRE], levels[REIMS]) == (5, 5)
    assert full.on_disk.rundown == RUNDOWN


def test_an_import_begins_with_the_choice_of_a_file(empty: Prepared, tmp_path: Path) -> None:
    dialog = empty.awards.import_file()
    assert "Choisissez" in dialog.band.title.text()
    assert dialog.focusWidget() is dialog.other_button
    assert dialog.tabs.isHidden()
    dialog.open_file(written(tmp_path, "Reims;ville;4;;\n"))
    empty.until(lambda: dialog.found is not None)
    assert dialog.tabs.isVisible()
    assert dialog.focusWidget() is not dialog.other_button


def test_a_column_that_is_not_recognised_can_be_shown(empty: Prepared, tmp_path: Path) -> None:
    path = written(tmp_path, "Reims;4", head="collectivité;truc\n")
    dialog = empty.awards.import_file()
    dialog.open_file(path)
    empty.until(lambda: "manque" in dialog.band.title.text())
    dialog.columns.column_chosen.emit("level", "truc")
    empty.until(lambda: dialog.found is not None)
    assert dialog.preview.texts()[0][:2] == ("Reims", "@@@@")
    assert dialog.tabs.currentWidget() is dialog.preview


def test_a_file_that_cannot_be_read_says_why_and_what_to_do(empty: Prepared, tmp_path: Path) -> None:
    dialog = empty.awards.import_file()
    dialog.open_file(tmp_path / "absent.csv")
    empty.until(lambda: "introuvable" in dialog.band.title.text())
    assert dialog.band.text.text()
    assert not dialog.import_button.isEnabled()


def test_a_palmares_changed_during_the_import_is_not_overwritten(full: Prepared, tmp_path: Path) -> None:
    dialog = full.importing(written(tmp_path, "Le Havre;ville;5;4;"))
    full.opened.stage.edit(lambda known: without_award(known, MARCQ)).result()
    dialog.do_import()
    full.until(lambda: "a changé pendant cet import" in dialog.notice.text())
    assert len(full.on_disk.palmares.awards) == len(AWARDS) - 1


# The awards


def test_filters_keep_one_level_one_kind_and_what_lacks_something(full: Prepared) -> None:
    page = full.awards
    assert len(page.table.texts()) == 5
    page.level.setCurrentIndex(page.level.findData(4))
    assert [row[0] for row in page.table.texts()] == ["Le Havre", "Marcq-en-Barœul"]
    page.search.setText("barœul")
    assert len(page.table.texts()) == 1
    page.search.clear()
    page.level.setCurrentIndex(0)
    page.kind.setCurrentIndex(page.kind.findData("village"))
    page.missing.setCurrentIndex(page.missing.findData("previous"))
    assert [row[0] for row in page.table.texts()] == ["Y"]


def test_an_award_corrected_by_hand_is_on_the_disk(full: Prepared) -> None:
    full.awards.search.setText("havre")
    dialog = full.awards.edit_chosen()
    assert dialog is not None
    dialog.level.setCurrentIndex(dialog.level.findData(5))
    dialog.short_form.setText("Le Havre")
    dialog.new_mention.setText("Données ouvertes")
    dialog.accept()
    full.until(lambda: not dialog.isVisible())
    award = next(award for award in full.on_disk.palmares.awards if award.authority.id == HAVRE)
    assert (award.level, award.short_form) == (5, "Le Havre")
    assert award.mentions == ("numerique-educatif", "donnees-ouvertes")
    assert full.awards.table.texts()[0][1] == "@@@@@"


def test_an_award_that_is_removed_leaves_the_running_order_too(full: Prepared) -> None:
    full.awards.search.setText("reims")
    dialog = full.awards.edit_chosen()
    assert dialog is not None
    dialog.remove_button.click()
    dialog.findChildren(AskDialog)[0].accept()
    full.until(lambda: not dialog.isVisible())
    assert REIMS not in {award.authority.id for award in full.on_disk.palmares.awards}
    assert "s-reims" not in full.order
    assert next(s for s in full.on_disk.rundown.stops if s.id == "s-mention").authority_ids == (HAVRE,)


def test_totals_that_differ_from_those_announced_are_said(full: Prepared) -> None:
    dialog = full.awards.edit_totals()
    dialog.lines["total"].setText("6")
    dialog.lines["village"].setText("2")
    dialog.accept()
    full.until(lambda: full.window.desk.document.palmares.announced)
    rows = {row[0]: row for row in full.awards.totals.texts()}
    assert rows["En tout"][3] == "■ −1"
    assert rows["village"][3] == "● juste"
    assert "annoncés" in full.awards.warnings.text.text()


def test_a_mention_of_the_same_name_is_not_made_twice() -> None:
    award = AWARDS[4]
    fresh = with_award(DOCUMENT, award, "numerique EDUCATIF")
    assert fresh.palmares.mentions == DOCUMENT.palmares.mentions
    assert fresh.palmares.awards[4].mentions == ("numerique-educatif",)


# The running order


def test_stops_chosen_move_together_and_come_back(full: Prepared) -> None:
    full.choose("s-havre", "s-marcq")
    QTest.keyClick(full.rundown.table, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert full.order[:4] == ["s-speech", "s-havre", "s-marcq", "s-group"]
    assert full.rundown.table.chosen() == ["s-havre", "s-marcq"]
    assert full.rundown.summary.text() == "Pas encore enregistré\u202f: 1 étape déplacée"
    full.rundown.undo()
    assert full.order == ORDER
    assert full.rundown.summary.text() == ""
    full.rundown.redo()
    assert full.order[1] == "s-havre"
    assert full.on_disk.rundown == RUNDOWN


def test_the_first_cannot_go_higher_nor_the_last_lower(full: Prepared) -> None:
    full.choose("s-speech")
    full.rundown.shift(-1)
    full.choose("s-reims")
    full.rundown.shift(1)
    assert full.order == ORDER
    assert not full.rundown.draft.changed


def test_stops_are_dropped_before_the_row_under_the_mouse(full: Prepared) -> None:
    rows = full.rundown.table.rows
    carried = rows.mimeData([rows.index(5, 0), rows.index(5, 2)])
    assert rows.dropMimeData(carried, Qt.DropAction.MoveAction, 1, 0, QModelIndex()) is False
    assert full.order[:3] == ["s-speech", "s-pause", "s-group"]
    rows.dropMimeData(rows.mimeData([rows.index(1, 0)]), Qt.DropAction.MoveAction, -1, -1, QModelIndex())
    assert full.order[-1] == "s-pause"


def test_a_speech_is_inserted_before_what_is_chosen(full: Prepared) -> None:
    full.choose("s-havre")
    dialog = full.rundown.insert()
    dialog.kind.setCurrentIndex(dialog.kind.findData("debate"))
    assert dialog.lasts.text() == "45:00"
    dialog.lasts.setText("12 minutes ?")
    dialog.accept()
    assert dialog.lasts_field.problem
    dialog.lasts.setText("12 min")
    dialog.title.setText("Table ronde")
    dialog.people.setPlainText("Maëlys Ferrand, présidente\n\nLuc Arrieta, maire")
    dialog.accept()
    stop = full.rundown.draft.rundown.stops[2]
    assert (stop.kind, stop.planned_s, stop.title) == ("debate", 720, "Table ronde")
    assert stop.people == ("Maëlys Ferrand, présidente", "Luc Arrieta, maire")


def test_a_stop_that_cannot_stand_says_why(full: Prepared) -> None:
    full.choose("s-speech")
    dialog = full.rundown.edit()
    assert isinstance(dialog, StopDialog)
    dialog.people.setPlainText("Ana ; Luc")
    dialog.accept()
    assert "ne peut pas contenir" in full.rundown.notice.text()
    assert not full.rundown.draft.changed


def test_awards_are_put_in_one_roll_call_and_taken_out_of_it(full: Prepared) -> None:
    full.choose("s-havre", "s-marcq")
    full.rundown.group()
    made = full.rundown.table.chosen()
    whole = next(stop for stop in full.rundown.draft.rundown.stops if stop.id in made)
    assert (whole.kind, whole.authority_ids, whole.planned_s) == ("group", (HAVRE, MARCQ), 80)
    full.rundown.ungroup()
    assert [s.authority_ids for s in full.rundown.draft.rundown.stops[2:4]] == [(HAVRE,), (MARCQ,)]
    assert len(full.rundown.table.chosen()) == 2


def test_what_is_postponed_counts_for_no_time_and_is_called_back(full: Prepared) -> None:
    assert "reste 1\u202fh 10\u202fmin" in full.rundown.time.said.text()
    full.choose("s-pause")
    full.rundown.postpone()
    assert "reste 1\u202fh 20\u202fmin" in full.rundown.time.said.text()
    assert full.rundown.verbs.buttons["postpone"].text() == "Rappeler"
    full.rundown.postpone()
    assert full.rundown.draft.rundown == RUNDOWN


def test_a_running_order_longer_than_its_time_says_by_how_much(full: Prepared) -> None:
    full.rundown.time.ends.setText("14 h 40")
    full.rundown.time.ends.editingFinished.emit()
    assert "dépasse de 10\u202fmin" in full.rundown.time.said.text()
    full.rundown.time.ends.setText("tard")
    full.rundown.time.ends.editingFinished.emit()
    assert "heure du jour" in full.rundown.notice.text()
    assert full.rundown.draft.rundown.ends == "14:40"


def test_the_order_made_from_a_plan_keeps_what_was_inserted_by_hand(full: Prepared) -> None:
    dialog = full.rundown.make()
    dialog.order.setCurrentIndex(4)
    dialog.lasts[5].setText("2 min")
    dialog.accept()
    stops = full.rundown.draft.rundown.stops
    assert [s.authority_ids[0] for s in stops if s.kind == "award"] == ["28064", HAVRE, MARCQ, REIMS, "80829"]
    assert next(s for s in stops if s.authority_ids == (REIMS,)).planned_s == 120
    assert {"s-speech", "s-pause"} <= set(full.order)
    assert full.on_disk.rundown == RUNDOWN


def test_sections_take_their_presenters_and_leave_without_their_stops(full: Prepared) -> None:
    dialog = full.rundown.edit_sections()
    dialog.lines["a"][1].setText("remis par le maire")
    dialog._remove("c")
    dialog.add()
    dialog.accept()
    assert "titre" in dialog.notice.text()
    next(title for id_, (title, _) in dialog.lines.items() if id_ not in "abc").setText("Fin")
    dialog.accept()
    sections = full.rundown.draft.rundown.sections
    assert [s.title for s in sections] == ["Les villages", "Quatre arobases", "Fin"]
    assert sections[0].presenters == "remis par le maire"
    assert full.rundown.draft.rundown.stops[-1].section == ""


def test_the_difference_is_read_before_it_is_saved(full: Prepared) -> None:
    full.choose("s-pause")
    full.rundown.shift(-1)
    full.choose("s-speech")
    full.rundown.remove()
    dialog = full.rundown.save()
    assert dialog is not None
    lines = [row[0] for row in dialog.table.texts()]
    assert lines[0] == "Ouverture par la présidente\u202f: retiré"
    assert len(lines) == 2
    dialog.reject()
    assert full.on_disk.rundown == RUNDOWN
    full.save()
    assert [stop.id for stop in full.on_disk.rundown.stops] == full.order
    assert full.rundown.save() is None


def test_a_running_order_changed_in_another_window_is_not_overwritten(full: Prepared) -> None:
    full.choose("s-speech")
    full.rundown.remove()
    stop = replace(RUNDOWN.stops[5], id="other")
    full.opened.stage.edit(lambda known: replace(known, rundown=insert(known.rundown, stop))).result()
    dialog = full.rundown.save()
    assert dialog is not None
    dialog.accept()
    full.until(lambda: "autre fenêtre" in full.rundown.notice.text())
    assert "other" in {each.id for each in full.on_disk.rundown.stops}


def test_a_running_order_exported_comes_back_the_same(full: Prepared, tmp_path: Path) -> None:
    path = tmp_path / "conducteur.csv"
    full.rundown.export_to(path)
    full.until(lambda: "en clair" in full.rundown.notice.text())
    dialog = full.rundown.import_file()
    dialog.open_file(path)
    full.until(lambda: dialog.found is not None)
    assert dialog.found is not None
    assert (dialog.found.added, dialog.found.removed, dialog.found.unchanged) == (0, 0, len(ORDER))
    path.write_text(path.read_text("utf-8-sig").replace("0:40", "0:50"), encoding="utf-8")
    dialog.read()
    full.until(lambda: dialog.import_button.isEnabled())
    dialog.do_import()
    assert full.rundown.summary.text().endswith("3 étapes modifiées")
    full.save()
    assert path in full.window.desk.documents.clear_copies()


def test_the_least_number_of_stops_that_moved_is_counted() -> None:
    a, b, c, d = RUNDOWN.stops[:4]
    before, after = Rundown((a, b, c, d)), Rundown((d, a, replace(b, planned_s=1), RUNDOWN.stops[5]))
    assert totals(before, after) == Totals(moved=1, added=1, removed=1, changed=1)
    assert difference_words(before, before) == ""


# The show has begun


def test_what_was_played_is_locked_and_the_rest_can_change(full: Prepared) -> None:
    full.go_live(3)
    assert "verrouillé" in full.window.live.text()
    assert "jouée" in full.rundown.table.rows.index(0, 2).data()
    full.choose("s-speech")
    full.rundown.remove()
    assert "ne peut plus changer" in full.rundown.notice.text()
    full.choose("s-pause")
    full.rundown.remove()
    full.save()
    assert "s-pause" not in {stop.id for stop in full.on_disk.rundown.stops}


def test_a_level_already_announced_is_refused_with_its_sentence(full: Prepared) -> None:
    full.go_live(10)
    full.awards.search.setText("havre")
    dialog = full.awards.edit_chosen()
    assert dialog is not None
    before = full.on_disk
    full.until(lambda: "s-havre" in full.window.desk.played)
    dialog.level.setCurrentIndex(dialog.level.findData(1))
    dialog.accept()
    full.until(lambda: "déjà jouée" in dialog.notice.text())
    assert dialog.isVisible()
    assert full.on_disk == before


# The check, and what the window lets out


def test_each_finding_leads_to_where_it_is_put_right(full: Prepared) -> None:
    full.choose("s-havre")
    full.rundown.remove()
    full.save()
    full.window.tabs.setCurrentWidget(full.window.check)
    full.until(lambda: any(each.code == "award_missing" for each in full.window.check.findings))
    assert full.window.check.verdict.title.text() == "■ 1 point interdit d’armer"
    full.window.check.buttons[0].click()
    assert full.window.tabs.currentWidget() is full.awards
    assert [row[0] for row in full.awards.table.texts()] == ["Le Havre"]


def test_a_long_name_is_signed_once_its_card_was_drawn(full: Prepared) -> None:
    dialog = full.window.check.sign(Finding("sign", "name_long", "Marcq", "s-marcq", "award:Marcq:étroit"))
    assert dialog is not None
    image = dialog.picture.image
    assert (image.width(), image.height()) == (1920, 1080)
    assert len({image.pixel(x, y) for x in range(0, 1920, 16) for y in range(0, 1080, 16)}) > 2
    dialog.accept()
    full.until(lambda: full.on_disk.signed == ("award:Marcq:étroit",))


def test_a_stop_found_wrong_is_chosen_in_the_running_order(full: Prepared) -> None:
    full.window.go_to("rundown", "s-marcq")
    assert full.window.tabs.currentWidget() is full.rundown
    assert full.rundown.table.chosen() == ["s-marcq"]


def test_no_title_nor_log_names_anybody(full: Prepared, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    full.awards.search.setText("havre")
    full.awards.edit_chosen()
    full.rundown.go_to("s-reims")
    full.rundown.edit()
    full.window.check.sign(Finding("sign", "name_long", "Reims", "s-reims", "k"))
    titles = " ".join(widget.windowTitle() for widget in QApplication.topLevelWidgets())
    for name in ("Havre", "Reims", "Marcq"):
        assert name not in titles + caplog.text


class ByHand(QCloseEvent):
    """A person, not the program, closes the window."""

    def spontaneous(self) -> bool:
        return True


def test_closing_asks_about_what_is_not_saved(full: Prepared) -> None:
    full.choose("s-speech")
    full.rundown.remove()
    event = ByHand()
    full.window.closeEvent(event)
    assert not event.isAccepted()
    full.window.findChildren(AskDialog)[0].accept()
    full.until(lambda: not full.window.isVisible())
    assert full.on_disk.rundown == RUNDOWN
