"""What the organiser may rely on when an edition is saved, and taken up on another computer."""

import shutil
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.stray_windows import windows_shown
from vi_events import app, backup, paths
from vi_events.backup import Held
from vi_events.edition import envelope
from vi_events.edition.envelope import Cost
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.edition.seal import PalmaresFile
from vi_events.ui.preparation.backup_dialog import BackupDialog
from vi_events.ui.preparation.restore_dialog import RestoreDialog, Step

PHRASE = "cheval agrafe correct pile"
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(envelope, "STRONG", Cost(2))


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    edition = Edition("labels-2027", "Label <b>2027</b>", "2027-02-05", "Saint-Étienne")
    return app.create_edition(tmp_path_factory.mktemp("here"), edition, [Zone("jour-1", "Jour 1")])


@pytest.fixture
def folder(made_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made_once, tmp_path / "here" / made_once.name))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "labels.viedition"


def saving(qtbot: QtBot, folder: Path) -> BackupDialog:
    dialog = BackupDialog(folder)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def restoring(qtbot: QtBot, data: Path) -> RestoreDialog:
    dialog = RestoreDialog(data)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def opened(qtbot: QtBot, dialog: RestoreDialog, file: Path) -> None:
    dialog.open_file(file)
    qtbot.waitUntil(lambda: dialog.step not in (Step.READING, Step.RESTORING))


# Saving


def test_a_backup_is_written_where_asked_and_says_what_is_in_it(
    qtbot: QtBot, folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        asked.append(name)
        return str(out.with_suffix("")), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    dialog = saving(qtbot, folder)
    qtbot.keyClick(dialog.passphrase, ENTER)
    qtbot.waitUntil(lambda: dialog.outcome.tone == "ok")
    assert asked == ["labels-2027.viedition"]
    assert "labels.viedition" in dialog.outcome.title.text()
    assert "sans phrase de passe" in dialog.outcome.text.text()
    assert backup.preview(out).contents.slug == "labels-2027"
    qtbot.keyClick(dialog, ESCAPE)
    assert not dialog.isVisible()


def test_a_passphrase_is_typed_twice_and_encrypts_all(qtbot: QtBot, folder: Path, out: Path) -> None:
    dialog = saving(qtbot, folder)
    assert not dialog.again.isVisible()
    dialog.passphrase.setText("court")
    dialog.accept()
    assert "encore 7 signes" in dialog.passphrase_field.problem
    dialog.passphrase.setText(PHRASE)
    dialog.again.setText(PHRASE + "s")
    dialog.accept()
    assert dialog.again_field.problem
    assert dialog.focusWidget() is dialog.again
    dialog.again.setText(PHRASE)
    dialog.save(out)
    qtbot.waitUntil(lambda: dialog.outcome.tone == "ok")
    assert "chiffrée" in dialog.outcome.text.text()
    assert backup.preview(out, PHRASE).encrypted


def test_a_palmares_in_clear_is_warned_about_and_a_sealed_one_needs_a_passphrase(
    qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert saving(qtbot, folder).warning.tone == "info"
    file = PalmaresFile(folder, Cost(2))
    file.save({"awards": []})
    with windows_shown() as seen:
        dialog = saving(qtbot, folder)
    assert seen == ["BackupDialog"]
    assert (dialog.warning.tone, "en clair" in dialog.warning.title.text()) == ("warn", True)
    file.seal(PHRASE)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("nothing may be written yet"))
    dialog = saving(qtbot, folder)
    assert "facultative" not in dialog.passphrase_field.control.accessibleName()
    dialog.accept()
    assert dialog.passphrase_field.problem


def test_a_failure_is_said_and_what_was_typed_stays(qtbot: QtBot, folder: Path, tmp_path: Path) -> None:
    dialog = saving(qtbot, folder)
    dialog.passphrase.setText(PHRASE)
    dialog.again.setText(PHRASE)
    dialog.save(tmp_path / "absent" / "a.viedition")
    qtbot.waitUntil(lambda: dialog.outcome.tone == "bad")
    assert "n’existe pas" in dialog.outcome.title.text()
    assert dialog.passphrase.text() == PHRASE
    assert dialog.accept_button.isVisible()


def test_the_window_closes_at_once_while_it_writes(
    qtbot: QtBot, folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, ended, write = Event(), Event(), backup.write_backup

    def slow(*given: object) -> Held:
        go.wait(10)
        held = write(*given)  # type: ignore[arg-type]
        ended.set()
        return held

    monkeypatch.setattr(backup, "write_backup", slow)
    dialog = saving(qtbot, folder)
    dialog.passphrase.setText(PHRASE)
    dialog.again.setText(PHRASE)
    dialog.save(out)
    assert dialog.bar.isVisible()
    assert not dialog.accept_button.isVisible()
    qtbot.keyClick(dialog, ESCAPE)
    assert not dialog.isVisible()
    go.set()
    qtbot.waitUntil(ended.is_set)
    assert backup.preview(out, PHRASE).encrypted


# Taking up


def test_what_a_backup_holds_is_shown_before_anything_is_written(
    qtbot: QtBot, folder: Path, out: Path, tmp_path: Path
) -> None:
    backup.write_backup(folder, out)
    dialog = restoring(qtbot, tmp_path / "there")
    opened(qtbot, dialog, out)
    assert dialog.step is Step.SHOWN
    assert dialog.shown.title.text() == "Label <b>2027</b>"
    shown = [value.text() for value in dialog.shown.values]
    assert shown[0] == "vendredi 5 février 2027, Saint-Étienne"
    assert shown[1] == "0"
    assert shown[2].startswith("2 entrées, la dernière ")
    assert shown[3:5] == ["poste-1", "aucun"]
    assert dialog.slug.text() == "labels-2027"
    assert not (tmp_path / "there").exists()


def test_an_edition_taken_up_is_opened(qtbot: QtBot, folder: Path, out: Path, tmp_path: Path) -> None:
    backup.write_backup(folder, out)
    dialog = restoring(qtbot, tmp_path / "there")
    opened(qtbot, dialog, out)
    dialog.accept()
    qtbot.waitUntil(lambda: dialog.step is Step.DONE)
    assert str(tmp_path / "there" / "labels-2027") in dialog.notice.text.text()
    with qtbot.waitSignal(dialog.edition_requested) as asked:
        dialog.accept()
    assert asked.args == ["labels-2027"]
    assert not dialog.isVisible()
    assert (tmp_path / "there" / "labels-2027" / "restored.json").exists()


def test_a_computer_that_replaces_the_old_one_says_so(qtbot: QtBot, folder: Path, out: Path, tmp_path: Path) -> None:
    backup.write_backup(folder, out)
    dialog = restoring(qtbot, tmp_path / "there")
    opened(qtbot, dialog, out)
    assert not dialog.replaces.isChecked()
    dialog.replaces.click()
    dialog.accept()
    qtbot.waitUntil(lambda: dialog.step is Step.DONE)
    assert not (tmp_path / "there" / "labels-2027" / "restored.json").exists()


def test_another_name_is_proposed_beside_an_edition_that_is_there(qtbot: QtBot, folder: Path, out: Path) -> None:
    backup.write_backup(folder, out)
    dialog = restoring(qtbot, folder.parent)
    opened(qtbot, dialog, out)
    assert dialog.slug.text() == "labels-2027-2"
    assert "labels-2027" in dialog.slug_field.note()
    for wrong, said in (("labels-2027", "existe déjà"), ("Été", "minuscules")):
        dialog.slug.setText(wrong)
        dialog.accept()
        qtbot.waitUntil(lambda: dialog.step is Step.SHOWN)
        assert said in dialog.slug_field.problem
        assert dialog.focusWidget() is dialog.slug
    assert paths.editions(folder.parent) == ["labels-2027"]
    dialog.slug.setText("labels-2027-2")
    dialog.accept()
    qtbot.waitUntil(lambda: dialog.step is Step.DONE)
    assert paths.editions(folder.parent) == ["labels-2027", "labels-2027-2"]


def test_an_encrypted_backup_asks_for_its_passphrase_until_it_is_right(
    qtbot: QtBot, folder: Path, out: Path, tmp_path: Path
) -> None:
    backup.write_backup(folder, out, PHRASE)
    dialog = restoring(qtbot, tmp_path / "there")
    opened(qtbot, dialog, out)
    assert dialog.step is Step.SECRET
    assert dialog.focusWidget() is dialog.passphrase
    dialog.passphrase.setText("autre chose")
    dialog.accept()
    qtbot.waitUntil(lambda: bool(dialog.passphrase_field.problem))
    dialog.passphrase.setText(PHRASE)
    dialog.accept()
    qtbot.waitUntil(lambda: dialog.step is Step.SHOWN)
    assert dialog.shown.values[-1].text().endswith("chiffrée")
    dialog.accept()
    qtbot.waitUntil(lambda: dialog.step is Step.DONE)


def test_a_file_that_is_no_backup_is_refused_and_another_may_be_chosen(
    qtbot: QtBot, folder: Path, out: Path, tmp_path: Path
) -> None:
    other = tmp_path / "photo.jpg"
    other.write_bytes(b"JFIF")
    dialog = restoring(qtbot, tmp_path / "there")
    opened(qtbot, dialog, other)
    assert (dialog.step, dialog.notice.tone) == (Step.CHOOSE, "bad")
    assert "photo.jpg" in dialog.notice.title.text()
    backup.write_backup(folder, out)
    opened(qtbot, dialog, out)
    assert dialog.step is Step.SHOWN
    assert not dialog.notice.isVisible()
