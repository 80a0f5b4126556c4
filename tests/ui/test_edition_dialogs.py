"""What the organiser may rely on when an edition is made, chosen, and its tickets written."""

from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QDate, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition, zone_id
from vi_events.errors import UserError
from vi_events.ui.preparation.edition_dialog import (
    ChooseEditionDialog,
    EditionLine,
    NewEditionDialog,
    proposed_slug,
    shown_date,
)
from vi_events.ui.preparation.tickets_dialog import TicketsDialog, Write

PARIS = EditionLine("label-2026", "Label 2026", "2026-02-01", "Paris")
LILLE = EditionLine("label-2027", "Label 2027", "2027-02-05", "Lille", True)
ENTER = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier


def new(qtbot: QtBot, *existing: str) -> NewEditionDialog:
    dialog = NewEditionDialog(existing, None, lambda: date(2026, 11, 3))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def write(line: QLineEdit, text: str) -> None:
    line.setText(text)
    line.textEdited.emit(text)


def filled(qtbot: QtBot, *existing: str) -> NewEditionDialog:
    dialog = new(qtbot, *existing)
    write(dialog.title, "Label Villes Internet")
    dialog.day.setDate(QDate(2027, 2, 5))
    write(dialog.place, "  Saint-Denis ")
    return dialog


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Label Villes Internet", "label-villes-internet-2027"),
        ("Label 2027", "label-2027"),
        ("L’Œuvre, 28e édition !", "l-oeuvre-28e-edition-2027"),
        ("2027", "2027"),
        (" ! ", ""),
        ("mot " * 40, ("mot-" * 14)[:55].rstrip("-") + "-2027"),
    ],
)
def test_folder_is_named_after_the_title_and_the_year(title: str, slug: str) -> None:
    assert proposed_slug(title, 2027) == slug


def test_an_edition_is_what_was_written(qtbot: QtBot) -> None:
    dialog = filled(qtbot)
    write(dialog.pin_line, " 4711 ")
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.edition() == Edition(
        "label-villes-internet-2027", "Label Villes Internet", "2027-02-05", "Saint-Denis"
    )
    assert dialog.zones() == (Zone("ceremonie", "Cérémonie", "once"),)
    assert dialog.pin() == "4711"


def test_what_is_missing_is_said_beside_its_field_and_the_first_has_the_cursor(qtbot: QtBot) -> None:
    dialog = new(qtbot)
    dialog.pin_line.setFocus()
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.title_field.problem
    assert dialog.place_field.problem
    assert dialog.slug_field.problem
    assert not dialog.pin_field.problem
    assert dialog.focusWidget() is dialog.title
    write(dialog.title, "Label")
    assert not dialog.title_field.problem
    assert not dialog.slug_field.problem


def test_a_folder_already_taken_is_said_while_typing_and_not_accepted(qtbot: QtBot) -> None:
    dialog = filled(qtbot, "label-villes-internet-2027")
    assert "existe déjà" in dialog.slug_field.problem
    dialog.accept()
    assert dialog.isVisible()
    dialog.day.setDate(QDate(2028, 2, 5))
    assert not dialog.slug_field.problem
    dialog.accept()
    assert dialog.edition().slug == "label-villes-internet-2028"
    assert not dialog.isVisible()


@pytest.mark.parametrize("slug", ["Été", "a/b", "..", "-a"])
def test_a_name_that_no_folder_can_have_is_refused(qtbot: QtBot, slug: str) -> None:
    dialog = filled(qtbot)
    write(dialog.slug, slug)
    dialog.accept()
    assert dialog.isVisible()
    assert slug in dialog.slug_field.problem


def test_a_folder_named_by_hand_no_longer_follows_the_title(qtbot: QtBot) -> None:
    dialog = filled(qtbot)
    write(dialog.slug, "mon-dossier")
    write(dialog.title, "Autre titre")
    assert dialog.slug.text() == "mon-dossier"
    write(dialog.slug, "")
    write(dialog.title, "Autre")
    assert dialog.slug.text() == "autre-2027"


def test_a_day_gone_by_is_said_but_taken(qtbot: QtBot) -> None:
    dialog = filled(qtbot)
    assert dialog.day_field.note() == "vendredi 5 février 2027"
    dialog.day.setDate(QDate(2026, 11, 2))
    assert "passé" in dialog.day_field.note()
    dialog.accept()
    assert dialog.edition().date == "2026-11-02"
    assert not dialog.isVisible()


@pytest.mark.parametrize(("pin", "taken"), [("", True), ("123", False), (" 12 ", False), ("1234", True)])
def test_a_supervisor_code_has_four_signs_or_is_not_there(qtbot: QtBot, pin: str, taken: bool) -> None:
    dialog = filled(qtbot)
    write(dialog.pin_line, pin)
    dialog.accept()
    assert dialog.isVisible() is not taken
    assert bool(dialog.pin_field.problem) is not taken


def test_zones_come_and_go_by_keyboard(qtbot: QtBot) -> None:
    dialog = filled(qtbot)
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    qtbot.keyClick(dialog.title, Qt.Key.Key_Plus, CTRL)
    row = dialog.zone_rows.rows[1]
    assert dialog.focusWidget() is row.name
    qtbot.keyClicks(row.name, "Village")
    row.policy.setCurrentIndex(row.policy.findData("in_out"))
    assert dialog.zones() == (Zone("ceremonie", "Cérémonie"), Zone("village", "Village", "in_out"))
    dialog.zone_rows.rows[0].name.setFocus()
    qtbot.keyClick(dialog.zone_rows.rows[0].name, Qt.Key.Key_Minus, CTRL)
    assert dialog.zones() == (Zone("village", "Village", "in_out"),)
    assert dialog.focusWidget() is row.name


def test_the_last_zone_stays(qtbot: QtBot) -> None:
    dialog = filled(qtbot)
    only = dialog.zone_rows.rows[0]
    assert not only.remove.isVisible()
    dialog.zone_rows.remove(only)
    assert len(dialog.zones()) == 1


@pytest.mark.parametrize("name", ["ceremonie !", "  "])
def test_zones_that_are_alike_or_unnamed_are_refused(qtbot: QtBot, name: str) -> None:
    dialog = filled(qtbot)
    dialog.zone_rows.add(name)
    dialog.title.setFocus()
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.zones_field.problem
    assert dialog.focusWidget() is dialog.zone_rows.rows[1].name
    dialog.zone_rows.rows[1].remove.click()
    assert not dialog.zones_field.problem
    dialog.accept()
    assert not dialog.isVisible()


def test_tab_goes_through_the_zones_there_are_now(qtbot: QtBot) -> None:
    dialog = filled(qtbot)
    dialog.zone_rows.add("Dîner")
    first, second = dialog.zone_rows.rows
    qtbot.waitUntil(second.isVisible)
    dialog.place.setFocus()
    lines = (dialog.slug, dialog.pin_line, first.name, first.policy, first.remove)
    for line in (*lines, second.name, second.policy):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is line


def test_enter_makes_the_edition_from_any_line(qtbot: QtBot) -> None:
    dialog = filled(qtbot)
    dialog.zone_rows.rows[0].policy.setFocus()
    qtbot.keyClick(dialog.zone_rows.rows[0].policy, ENTER)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_zone_is_called_by_folded_words() -> None:
    assert zone_id("Remise des labels") == "remise-des-labels"
    assert zone_id("!!!") == "zone"
    assert len(zone_id("long " * 20)) <= 40


# Choosing


def choose(qtbot: QtBot, *editions: EditionLine) -> tuple[ChooseEditionDialog, list[str]]:
    dialog, said = ChooseEditionDialog(editions), []
    qtbot.addWidget(dialog)
    dialog.edition_chosen.connect(said.append)
    dialog.new_requested.connect(lambda: said.append("new"))
    dialog.show()
    return dialog, said


def test_the_open_edition_is_under_the_cursor_and_a_digit_chooses_another(qtbot: QtBot) -> None:
    dialog, said = choose(qtbot, PARIS, LILLE)
    assert dialog.editions.currentRow() == 1
    qtbot.keyClicks(dialog.editions, "19")
    assert not said
    qtbot.keyClick(dialog.editions, ENTER)
    assert said == ["label-2026"]
    assert not dialog.isVisible()


def test_without_an_edition_enter_asks_for_a_new_one(qtbot: QtBot) -> None:
    dialog, said = choose(qtbot)
    assert dialog.focusWidget() is dialog.new_button
    dialog.accept()
    assert dialog.isVisible()
    qtbot.keyClick(dialog.new_button, ENTER)
    assert said == ["new"]
    assert not dialog.isVisible()


def test_escape_chooses_nothing(qtbot: QtBot) -> None:
    dialog, said = choose(qtbot, PARIS)
    qtbot.keyClick(dialog.editions, Qt.Key.Key_Escape)
    assert said == []
    assert not dialog.isVisible()


def test_an_edition_is_read_aloud_with_its_day_and_place(qtbot: QtBot) -> None:
    dialog, _ = choose(qtbot, PARIS)
    assert dialog.editions.item(0).text() == "Label 2026, dimanche 1er février 2026, Paris"


def test_what_is_no_date_is_shown_as_written() -> None:
    assert shown_date("bientôt") == "bientôt"


# Tickets


def tickets(qtbot: QtBot, work: Write, count: int = 612) -> TicketsDialog:
    dialog = TicketsDialog(count, work)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_what_was_written_is_counted_and_its_folder_opens(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    dialog = tickets(qtbot, lambda *_: 612)
    for kind, path, folder in (
        ("pdf", tmp_path / "a.pdf", tmp_path),
        ("png", tmp_path / "codes", tmp_path / "codes"),
    ):
        dialog.save(kind, path)
        assert not dialog.outcome.open_button.isVisible()
        qtbot.waitUntil(dialog.outcome.open_button.isVisible)
        assert dialog.outcome.text.text() == f"● 612 invitations dans «\u00a0{path}\u00a0»"
        qtbot.keyClick(dialog.focusWidget(), ENTER)
        assert opened[-1] == QUrl.fromLocalFile(str(folder))
    assert dialog.isVisible()


def test_a_folder_that_does_not_open_is_named(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    dialog = tickets(qtbot, lambda *_: 1)
    dialog.save("mailing", tmp_path / "a.csv")
    qtbot.waitUntil(dialog.outcome.open_button.isVisible)
    assert "● 1 invitation dans" in dialog.outcome.text.text()
    dialog.outcome.open_button.click()
    assert str(tmp_path) in dialog.outcome.text.text()
    assert dialog.outcome.tone == "bad"


def test_a_failure_is_said_and_the_choice_stays(qtbot: QtBot, tmp_path: Path) -> None:
    def fail(*_: object) -> int:
        raise UserError("tickets_not_written", "Le disque est plein.", "Choisissez-en un autre.")

    dialog = tickets(qtbot, fail)
    dialog.kinds["mailing"].setChecked(True)
    dialog.save("mailing", tmp_path / "a.csv")
    qtbot.waitUntil(lambda: dialog.outcome.tone == "bad")
    assert dialog.outcome.text.text() == "■ Le disque est plein. Choisissez-en un autre."
    assert dialog.accept_button.isVisible()
    assert dialog.focusWidget() is dialog.kinds["mailing"]


def test_while_it_writes_nothing_starts_twice_and_the_window_may_close(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, ended, asked = Event(), Event(), []

    def slow(*_: object) -> int:
        go.wait(10)
        ended.set()
        return 612

    monkeypatch.setattr(QFileDialog, "exec", lambda _self: asked.append(1) or 0)
    dialog = tickets(qtbot, slow)
    dialog.save("pdf", tmp_path / "a.pdf")
    assert "612 invitations" in dialog.outcome.text.text()
    assert not dialog.kinds["png"].isEnabled()
    dialog.accept()
    assert not asked
    dialog.reject()
    assert not dialog.isVisible()
    go.set()
    qtbot.waitUntil(ended.is_set)


@pytest.mark.parametrize(("kind", "name"), [("pdf", "a.pdf"), ("pdfs", "each"), ("png", "codes"), ("mailing", "a.csv")])
def test_each_kind_is_written_where_it_was_asked(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, name: str
) -> None:
    written: list[tuple[str, Path]] = []
    modes: list[QFileDialog.FileMode] = []
    monkeypatch.setattr(QFileDialog, "exec", lambda self: modes.append(self.fileMode()) or 1)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _self: [str(tmp_path / name)])
    dialog = tickets(qtbot, lambda which, path, _told: written.append((which, path)) or 1)
    dialog.kinds[kind].setChecked(True)
    qtbot.keyClick(dialog.kinds[kind], ENTER)
    qtbot.waitUntil(dialog.outcome.open_button.isVisible)
    assert written == [(kind, tmp_path / name)]
    assert modes == [QFileDialog.FileMode.Directory if kind in ("png", "pdfs") else QFileDialog.FileMode.AnyFile]


def test_a_place_not_chosen_writes_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "exec", lambda _self: 0)
    dialog = tickets(qtbot, lambda *_: 1)
    dialog.accept()
    assert dialog.isVisible()
    assert not dialog.outcome.isVisible()


def test_without_tickets_the_dialog_says_to_import(qtbot: QtBot) -> None:
    dialog = tickets(qtbot, lambda *_: 0, 0)
    assert "importez d’abord" in dialog.sentence.text()
    assert not dialog.accept_button.isVisible()
    qtbot.keyClick(dialog.focusWidget(), ENTER)
    assert not dialog.isVisible()


def test_tab_goes_through_the_zones_and_on_to_the_buttons(qtbot: QtBot) -> None:
    dialog = NewEditionDialog(())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    dialog.title.setFocus()
    reached = set()
    for _ in range(20):
        focused = dialog.focusWidget()
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert {dialog.zone_rows.add_button, dialog.cancel_button, dialog.accept_button} <= reached
